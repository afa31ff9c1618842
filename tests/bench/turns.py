#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Daybook developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""How long the window keeps its user waiting; run by tools/bench --turns.

usage: turns.py BUILDDIR [--entries N] [--accounts N] [--rounds N] [--quiet MS]

Two books, one with many entries and one with many accounts, are used by the program `turns`, which
tells for each job the longest that one turn of the UI thread read in the book, and the longest
turn. Medians of the rounds. What is read has to be read within a frame; a turn, most of which is
the building of lists by the toolkit, is compared with the longest turn of a list of texts.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile

FRAME_MS = 1000 / 60
# Stands in some entries of the sample.
WORD = "household"
REFERENCE = "reference: "

GIVEN = "Amélie Bogdan Chidi Dorothea Elif Fatima Gareth Hana Ingrid José Kwame Łukasz Mary".split()
FAMILY = "Åkesson Bianchi Chen Dvořák Eze Fernández García Heller Ionescu Jónsson Kovács".split()

PROFILE = """\
[profile]
id=bench
[people]
columns=person;name
key={person}
username=user{person}
name={name}
[accounts]
columns=account;holder;opened
key={account}
holder=user{holder}
reference={account}
overdraft=100000
on={opened}
[entries]
columns=no;account;day;way;amount
key={no}
account=ref:{account}
direction={way:ways}
amount={amount}
on={day}
[table ways]
+=in
-=out
"""


def run(*command):
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def make_wide_book(cli, folder, n_accounts):
    """As many people with an account each, money in all of them, every hundredth overdrawn."""
    book = os.path.join(folder, "wide.daybook")
    paths = [os.path.join(folder, name) for name in ("people.csv", "accounts.csv", "entries.csv")]
    profile = os.path.join(folder, "bench.profile")
    with open(profile, "w", encoding="utf-8") as file:
        file.write(PROFILE)
    people, accounts, entries = (open(path, "w", encoding="utf-8") for path in paths)
    with people, accounts, entries:
        people.write("person,name\n")
        accounts.write("account,holder,opened\n")
        entries.write("no,account,day,way,amount\n")
        for i in range(1, n_accounts + 1):
            name = f"{GIVEN[i % len(GIVEN)]} {FAMILY[i // len(GIVEN) % len(FAMILY)]}"
            people.write(f"{i},{name}\n")
            accounts.write(f"{i},{i},2025-01-01\n")
            entries.write(f"{i},{i},2025-02-01,{'-' if i % 100 == 0 else '+'},"
                          f"{i * 7919 % 10007 + 1}.00\n")
    run(cli, "new", book, "--name", "Wide", "--currency", "EUR")
    run(cli, "import", book, *paths, "--profile", profile)
    return book


def measure(turns, book, number, quiet):
    """{job: (longest reading, longest turn without drawing, longest frame), in ms}"""
    result = subprocess.run([turns, book, str(number), WORD, quiet], check=True, text=True,
                            stdout=subprocess.PIPE)
    jobs = {}
    for line in result.stdout.splitlines():
        job, *figures = line.split("\t")
        print(f"{os.path.basename(book)}: {job}: read {figures[0]} ms, turn {figures[1]} ms, "
              f"frame {figures[2]} ms", file=sys.stderr)
        jobs[job] = tuple(map(float, figures[:3]))
    return jobs


def medians(rounds):
    return {job: tuple(map(statistics.median, zip(*(figures[job] for figures in rounds))))
            for job in rounds[0]}


def show(books):
    names = list(books)
    references = [figures for book in books.values() for job, figures in book.items()
                  if job.startswith(REFERENCE)]
    turn, frame = (max(figures[i] for figures in references) for i in (1, 2))
    print(f"| work | read in one turn, {names[0]} | {names[1]} | of a frame | bar | met "
          "| longest turn | of a list of texts |")
    print("|---|---|---|---|---|---|---|---|")
    for job in books[names[0]]:
        if job.startswith(REFERENCE):
            continue
        figures = [books[name][job] for name in names]
        share = max(read for read, *_ in figures) / FRAME_MS
        longest = max(turn for _, turn, _ in figures)
        print(f"| {job} | {figures[0][0]:.1f} ms | {figures[1][0]:.1f} ms | {share:.2f} | ≤ 1 "
              f"| {'yes' if share <= 1 else '**no**'} | {longest:.0f} ms | {longest / turn:.2f} |")
    drawn = max(figures[2] for book in books.values() for job, figures in book.items()
                if not job.startswith(REFERENCE))
    print(f"\nThe list of texts took {turn:.0f} ms in its longest turn and {frame:.0f} ms for its "
          f"longest frame; the longest frame of ours took {drawn:.0f} ms.")


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("builddir")
    parser.add_argument("--entries", type=int, default=1000000)
    parser.add_argument("--accounts", type=int, default=100000)
    parser.add_argument("--rounds", type=int, default=5)
    # Nothing to do for so long is done: less is enough to see that it works, not to measure.
    parser.add_argument("--quiet", default="200")
    options = parser.parse_args()

    def built(path):
        return os.path.join(os.path.abspath(options.builddir), path)
    os.environ["GSETTINGS_SCHEMA_DIR"] = built("data")
    cli = built("src/daybook-cli")

    with tempfile.TemporaryDirectory(dir=options.builddir) as folder:
        print("Making books", file=sys.stderr)
        many = os.path.join(folder, "sample.daybook")
        run(cli, "sample", many, "--entries", str(options.entries))
        wide = make_wide_book(cli, folder, options.accounts)
        for book in (many, wide):
            run(cli, "balance", book)
        turns = built("tests/bench/turns")
        rounds = [(measure(turns, many, 1, options.quiet),
                   measure(turns, wide, options.accounts // 2, options.quiet))
                  for _ in range(options.rounds)]

    show({f"{options.entries} entries": medians([first for first, _ in rounds]),
          f"{options.accounts} accounts": medians([second for _, second in rounds])})
    return 0


sys.exit(main())
