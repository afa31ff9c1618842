#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Daybook developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""D-Bus starts the program when a book is double-clicked, and talks to the one that runs. Run under
tests/headless.sh, as TAP.

usage: desktop.py PROGRAM COMMAND-LINE-PROGRAM
"""

import os
import pathlib
import subprocess
import sys
import tempfile
import time

ID = "org.daybook.Daybook"
PATH = "/org/daybook/Daybook"
PATIENCE = 40


def ask(path, method, *arguments):
    done = subprocess.run(["gdbus", "call", "--session", "--dest", ID, "--object-path", path,
                           "--method", method, *arguments], capture_output=True, text=True)
    return done.returncode == 0, done.stderr


def wait_for(look):
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if look():
            return True
        time.sleep(0.05)
    return False


def is_shown(title):
    return subprocess.run(["xdotool", "search", "--onlyvisible", "--name", f"^{title}$"],
                          capture_output=True).returncode == 0


def offer(program):
    """The service file, for the program where it was built."""
    services = pathlib.Path(os.environ["XDG_DATA_HOME"]) / "dbus-1/services"
    services.mkdir(parents=True)
    (services / f"{ID}.service").write_text(
        f"[D-BUS Service]\nName={ID}\nExec={program} --gapplication-service\n", encoding="utf-8")
    subprocess.run(["gdbus", "call", "--session", "--dest", "org.freedesktop.DBus",
                    "--object-path", "/org/freedesktop/DBus",
                    "--method", "org.freedesktop.DBus.ReloadConfig"], stdout=subprocess.DEVNULL)


def main():
    program, cli = sys.argv[1:3]
    facts = []
    with tempfile.TemporaryDirectory(prefix="daybook-desktop-") as scratch:
        book = pathlib.Path(scratch) / "club.daybook"
        subprocess.run([cli, "sample", str(book)], check=True, stdout=subprocess.DEVNULL)
        offer(program)
        well, said = ask(PATH, "org.freedesktop.Application.Open", f"['{book.as_uri()}']", "{}")
        facts.append((f"a double click starts the program {said}".strip(), well))
        facts.append(("it opens the book", wait_for(lambda: is_shown("Riverside Savings"))))
        well, said = ask(PATH, "org.freedesktop.Application.ActivateAction", "new-book", "[]", "{}")
        facts.append((f"the one that runs is asked for a new book {said}".strip(), well))
        facts.append(("it shows the form", wait_for(lambda: is_shown("New Book"))))
        ask(PATH, "org.gtk.Actions.Activate", "quit", "[]", "{}")
        facts.append(("it ends when it is told to", wait_for(
            lambda: not is_shown("Riverside Savings"))))

    print(f"1..{len(facts)}")
    for number, (name, holds) in enumerate(facts, start=1):
        print(f"{'ok' if holds else 'not ok'} {number} - {name}")
    return 0 if all(holds for _, holds in facts) else 1


if __name__ == "__main__":
    sys.exit(main())
