#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Daybook developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The mutations that tools/mutate tries, and whether they still fit the code.

usage: mutations.py ROOT          one TAP test point per mutation: what it replaces stands in its
                                  file exactly once; and each rule has at least one
       mutations.py --self-test   shows that this can fail
"""

import os
import sys
import tempfile

N_RULES = 34
WHERE = "tests/domain/spec/mutations.txt"


class Edit:
    def __init__(self, path):
        self.path = path
        self.old = []
        self.new = []


class Mutation:
    """What breaks a rule: more than one edit where a rule is kept in more than one place."""

    def __init__(self, heading):
        rule, self.title = heading[len("Rule "):].split(": ", 1)
        self.rule = int(rule)
        self.edits = []

    def broken(self, root):
        """The files below ROOT that it changes, as {path: text}. Fails if it does not fit."""
        texts = {}
        for edit in self.edits:
            with open(os.path.join(root, edit.path), encoding="utf-8") as file:
                text = texts.get(edit.path) or file.read()
            old, new = "\n".join(edit.old), "\n".join(edit.new)
            found = text.count(old) if old else 0
            if found != 1:
                raise ValueError(f"{edit.path}: found {found} times: {old}")
            texts[edit.path] = text.replace(old, new)
        return texts


def read(root):
    """All mutations, in the order of the file."""
    found = []
    with open(os.path.join(root, WHERE), encoding="utf-8") as file:
        for line in file.read().splitlines():
            if line.startswith("Rule "):
                found.append(Mutation(line))
            elif line.startswith("-"):
                found[-1].edits[-1].old.append(line[1:])
            elif line.startswith("+"):
                found[-1].edits[-1].new.append(line[1:])
            elif line and not line.startswith("#"):
                found[-1].edits.append(Edit(line))
    return found


def wrong_with(root, mutation):
    try:
        mutation.broken(root)
    except (OSError, ValueError) as error:
        return str(error)
    return ""


def check(root):
    """(name, what is wrong) for each test point."""
    mutations = read(root)
    results = [(f"rule {m.rule}: {m.title}", wrong_with(root, m)) for m in mutations]
    without = sorted(set(range(1, N_RULES + 1)) - {m.rule for m in mutations})
    results.append(("each rule has a mutation", f"none for {without}" if without else ""))
    return results


def show(results):
    print(f"1..{len(results)}")
    for number, (name, wrong) in enumerate(results, start=1):
        print(f"{'not ok' if wrong else 'ok'} {number} - {name}")
        for line in wrong.splitlines():
            print(f"# {line}")
    return 1 if any(wrong for _, wrong in results) else 0


def self_test():
    with tempfile.TemporaryDirectory() as root:
        os.makedirs(os.path.join(root, os.path.dirname(WHERE)))
        with open(os.path.join(root, "a.c"), "w", encoding="utf-8") as file:
            file.write("  once;\n  twice;\n  twice;\n")
        with open(os.path.join(root, WHERE), "w", encoding="utf-8") as file:
            for old in ("  once;", "  twice;", "  never;"):
                file.write(f"Rule 1: x\na.c\n-{old}\n+  gone;\n\n")
            file.write("Rule 2: y\nb.c\n-x\n+y\n")
        wrong = [bool(w) for _, w in check(root)]
    return show([("what fits once is fine", "" if not wrong[0] else "it was not"),
                 ("what fits twice is not", "" if wrong[1] else "it was"),
                 ("what does not fit is not", "" if wrong[2] else "it was"),
                 ("nor what has no file", "" if wrong[3] else "it was"),
                 ("a rule without a mutation is noticed", "" if wrong[4] else "it was not")])


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    sys.exit(self_test() if sys.argv[1] == "--self-test" else show(check(sys.argv[1])))
