#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Daybook developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Real records, imported, against the same records added up here.

usage: berka.py SOURCE_ROOT PROGRAM    (TAP)

Imports the bank's files in ../shared/data/berka with tools/import-berka and compares every account
to the cent with the sum of its rows, taken in this program's own way. Skipped where the files are
absent.
"""

import json
import os
import re
import subprocess
import sys
import tempfile
from collections import defaultdict
from decimal import Decimal

CASES = ("the files are imported", "every balance is the sum of its rows",
         "every holder is the owner", "every account has as many entries as rows",
         "the same files again record nothing", "the book verifies",
         "what is owed is what there is, on every date", "the whole of it is closed and sealed")


def rows(path):
    """The dialect is simple enough to need no library, and so cannot share one's mistakes."""
    with open(path, encoding="utf-8", newline="") as file:
        lines = file.read().split("\r\n")
    header = [name.strip('"') for name in lines[0].split(";")]
    for line in lines[1:]:
        if line:
            yield dict(zip(header, (value.strip('"') for value in line.split(";"))))


def add_up(folder):
    sums, counts = defaultdict(Decimal), defaultdict(int)
    for row in rows(os.path.join(folder, "trans.csv")):
        amount = Decimal(row["amount"])
        sums[row["account_id"]] += amount if row["type"] == "PRIJEM" else -amount
        counts[row["account_id"]] += 1
    owners = {row["account_id"]: "c" + row["client_id"]
              for row in rows(os.path.join(folder, "disp.csv")) if row["type"] == "OWNER"}
    accounts = {row["account_id"] for row in rows(os.path.join(folder, "account.csv"))}
    return sums, counts, owners, accounts


def compare(read, *expected):
    """What is not as expected; the accounts of all sides have to be the same ones."""
    wrong = []
    for account in sorted(set(read).union(*expected), key=int):
        wanted = expected[0].get(account)
        if read.get(account) != wanted:
            wrong.append(f"account {account}: {read.get(account)} instead of {wanted}")
    return wrong


def compare_totals(totals, held, n_days):
    if len(totals) != 1 or not totals[0]["agrees"]:
        return [f"the totals do not agree: {totals}"]
    there = Decimal(totals[0]["cash"]) + Decimal(totals[0]["bank"])
    if Decimal(totals[0]["accounts"]) != held or there != held:
        return [f"{totals[0]} instead of {held}"]
    return [] if totals[0]["days"] == n_days else [f"{totals[0]['days']} days, not {n_days}"]


def check(root, program, folder, scratch):
    environment = {**os.environ, "DAYBOOK_CLI": os.path.abspath(program),
                   "XDG_CACHE_HOME": os.path.join(scratch, "cache")}
    book = os.path.join(scratch, "berka.daybook")

    def run(*command):
        result = subprocess.run(command, env=environment, capture_output=True, text=True,
                                check=False)
        return result.stdout, "" if result.returncode == 0 else result.stderr or "it failed"

    importer = os.path.join(root, "tools", "import-berka")
    yield run(importer, book, folder)[1].splitlines()

    sums, counts, owners, accounts = add_up(folder)
    lines = [json.loads(line) for line in run(program, "balance", book, "--json")[0].splitlines()]
    by_reference = {line["reference"]: line for line in lines}
    yield compare({r: Decimal(line["balance"]) for r, line in by_reference.items()},
                  {a: sums[a] for a in accounts})
    yield compare({r: line["holders"] for r, line in by_reference.items()},
                  {a: [owners[a]] for a in accounts})
    yield compare({r: line["entries"] for r, line in by_reference.items()},
                  {a: counts[a] for a in accounts})

    before = run(program, "verify", book)[0]
    again = run(importer, book, folder)[1].splitlines()
    after = run(program, "verify", book)
    yield again + ([] if after[0] == before else [f"{before.strip()} became {after[0].strip()}"])
    yield after[1].splitlines()

    said, problem = run(program, "check", book, "--json")
    totals = [json.loads(line) for line in said.splitlines()]
    days = {row["date"] for row in rows(os.path.join(folder, "trans.csv"))}
    yield problem.splitlines() or compare_totals(totals, sum(sums.values()), len(days))

    said, problem = run(program, "close-period", book, "--until", "1998-12-31")
    seal = re.search(r"\b(?:[0-9A-Z]{4}-){3}[0-9A-Z]{4}\b", said)
    if problem or not seal:
        yield [problem or f"no seal in {said!r}"]
    else:
        yield run(program, "check-seal", book, seal.group())[1].splitlines()


def main(root, program):
    folder = os.path.join(root, "..", "shared", "data", "berka")
    print(f"1..{len(CASES)}")
    if not os.path.exists(os.path.join(folder, "trans.csv")):
        for number, case in enumerate(CASES, start=1):
            print(f"ok {number} - {case} # SKIP the real data in ../shared is absent")
        return 0

    failed = False
    with tempfile.TemporaryDirectory(prefix="daybook-berka-") as scratch:
        results = check(root, os.path.abspath(program), folder, scratch)
        for number, (case, wrong) in enumerate(zip(CASES, results), start=1):
            print(f"{'not ok' if wrong else 'ok'} {number} - {case}", flush=True)
            for line in wrong[:20]:
                print(f"# {line}")
            failed = failed or bool(wrong)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]) if len(sys.argv) == 3 else __doc__)
