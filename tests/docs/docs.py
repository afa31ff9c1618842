#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Daybook developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The documents that a program writes: writes them, or sees whether they are as it would.

usage: docs.py MAKE-DOCS ROOT            one TAP test point per document of the checkout ROOT
       docs.py --write MAKE-DOCS ROOT    writes them
"""

import difflib
import os
import subprocess
import sys

# As many lines as are worth reading in a log.
MAX_LINES = 40


def documents(root):
    """Each document's path, and what makes it."""
    story = os.path.join(root, "tests", "docs", "story.txt")
    return [("docs/events.md", ["events", story]), ("docs/glossary.md", ["glossary"])]


def make(program, arguments):
    # Plain English, whatever the reader's own language is.
    environment = {**os.environ, "LC_ALL": "C.UTF-8", "LANGUAGE": ""}
    made = subprocess.run([program, *arguments], env=environment, capture_output=True, text=True,
                          encoding="utf-8")
    return made.stdout if made.returncode == 0 else None, made.stderr


def read(path):
    try:
        with open(path, encoding="utf-8") as file:
            return file.read()
    except FileNotFoundError:
        return ""


def check(program, root):
    wrong = 0
    print("1..2")
    for number, (path, arguments) in enumerate(documents(root), start=1):
        text, complaint = make(program, arguments)
        found = read(os.path.join(root, path))
        same = text is not None and text == found
        print(f"{'ok' if same else 'not ok'} {number} - {path} is as the code has it")
        if same:
            continue
        wrong += 1
        lines = complaint.split("\n") if text is None else \
            ["tools/docs writes it again. What would change:"] + \
            list(difflib.unified_diff(found.split("\n"), text.split("\n"), path, path, n=1,
                                      lineterm=""))
        for line in lines[:MAX_LINES]:
            print(f"# {line}")
    return 1 if wrong else 0


def write(program, root):
    for path, arguments in documents(root):
        text, complaint = make(program, arguments)
        if text is None:
            sys.exit(complaint)
        with open(os.path.join(root, path), "w", encoding="utf-8") as file:
            file.write(text)
    return 0


def main(arguments):
    if len(arguments) == 3 and arguments[0] == "--write":
        return write(*arguments[1:])
    if len(arguments) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    return check(*arguments)


sys.exit(main(sys.argv[1:]))
