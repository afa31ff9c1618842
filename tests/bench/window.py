#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Daybook developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""How long the window takes to start, and how much memory; run by tools/bench --window.

usage: window.py BUILDDIR [--entries N]

Three programs by turns, on a screen where nothing else happens: an empty window of the same
toolkit, the real one with a book of a thousand entries and the real one with N. The read models are
up to date before. Prints rows as tools/bench does.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile

ROUNDS = 9
# Where the scroll bar of a window is that opens in the corner of the screen at its default size.
SCROLL_BAR = ((1110, 68), (1110, 745))


def measure(first_frame, command, use=None):
    """(seconds to the first frame, seconds to the last before it is quiet, peak memory in MB, the
    same after USE)"""
    with subprocess.Popen([first_frame, *command], text=True, stdin=subprocess.PIPE,
                          stdout=subprocess.PIPE) as process:
        line = process.stdout.readline()
        if not line:
            sys.exit(f"{command[0]} showed no window.")
        if use is not None:
            use()
        process.stdin.close()
        first, last, peak_kb = line.split()
        return float(first), float(last), int(peak_kb) / 1024, int(process.stdout.readline()) / 1024


def scroll():
    """Through the list of all entries: by the wheel, then up and down by the scroll bar."""
    def xdotool(*arguments):
        subprocess.run(["xdotool", *map(str, arguments)], check=True)
    xdotool("mousemove", 700, 400, "key", "alt+4", "sleep", 1)
    xdotool("click", "--repeat", 300, "--delay", 10, 5)
    xdotool("mousemove", *SCROLL_BAR[0], "sleep", 0.3, "mousedown", 1)
    for step in range(200):
        (x, top), (_, bottom) = SCROLL_BAR
        xdotool("mousemove", x, top + (bottom - top) * (step * 37 % 100) // 100, "sleep", 0.03)
    xdotool("mouseup", 1, "sleep", 0.5)


def row(work, measured, reference, ratio, bar, met):
    print(f"| {work} | {measured} | {reference} | {ratio:.2f} | {bar} | "
          f"{'yes' if met else '**no**'} |", flush=True)


def compare(work, value, reference_name, reference, unit, bar):
    ratio = value / reference
    row(work, f"{value:.0f} {unit}", f"{reference_name}: {reference:.0f} {unit}", ratio,
        f"≤ {bar}", ratio <= bar)


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("builddir")
    parser.add_argument("--entries", type=int, default=1000000)
    options = parser.parse_args()

    def built(path):
        return os.path.join(options.builddir, path)
    os.environ["GSETTINGS_SCHEMA_DIR"] = built("data")
    cli = built("src/daybook-cli")

    with tempfile.TemporaryDirectory(dir=options.builddir) as folder:
        books = {n: os.path.join(folder, f"book-{n}.daybook") for n in (1000, options.entries)}
        for entries, book in books.items():
            print(f"Making a book of {entries} entries", file=sys.stderr)
            subprocess.run([cli, "sample", book, "--entries", str(entries)], check=True,
                           stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            subprocess.run([cli, "balance", book], check=True, stdout=subprocess.DEVNULL)
        commands = {
            "empty": [built("tests/bench/empty-window")],
            "small": [built("src/daybook"), books[1000]],
            "large": [built("src/daybook"), books[options.entries]],
        }
        figures = {name: [] for name in commands}
        for number in range(ROUNDS + 1):
            for name, command in commands.items():
                figure = measure(built("tests/bench/first-frame"), command)
                print(name, *figure, file=sys.stderr)
                if number > 0:          # the first is for the disk
                    figures[name].append(figure)
        figure = measure(built("tests/bench/first-frame"), commands["large"], use=scroll)
        print("scrolled", *figure, file=sys.stderr)
        *_, opened, scrolled = figure
        if scrolled <= opened:
            sys.exit("Nothing was scrolled.")

    first, last, peak = ({name: statistics.median(f[i] for f in figures[name])
                          for name in commands} for i in range(3))
    n = options.entries
    print("| work | measured | reference in the same run | ratio | bar | met |")
    print("|---|---|---|---|---|---|")
    compare(f"open a book of {n} entries → first frame", first["large"] * 1e3,
            "an empty window", first["empty"] * 1e3, "ms", 1.5)
    compare(f"open a book of {n} entries → last change to the picture", last["large"] * 1e3,
            "an empty window", last["empty"] * 1e3, "ms", 1.5)
    compare("the same", last["large"] * 1e3, "1000 entries", last["small"] * 1e3, "ms", 1.1)
    compare("the same, peak memory", peak["large"], "1000 entries", peak["small"], "MB", 1.05)
    allowed = peak["empty"] + 32
    row(f"peak memory, {n} entries, scrolled through", f"{scrolled:.0f} MB",
        f"an empty window, and 32 MB: {allowed:.0f} MB", scrolled / allowed, "≤ 1",
        scrolled <= allowed)
    return 0


sys.exit(main())
