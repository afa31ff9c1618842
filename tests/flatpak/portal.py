#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Daybook developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""A book behind the real document portal: what is recorded through it is in the file, survives a
kill, and is never written by two at once. Not one of the tests of every build: it needs FUSE, the
portal and flatpak.

usage: tests/headless.sh tests/flatpak/portal.py COMMAND-LINE-PROGRAM [DOCUMENT-PORTAL...]
"""

import os
import pathlib
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time

ID = "org.daybook.Daybook"
PORTAL = ["/usr/libexec/xdg-document-portal"]


def run(*command):
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True)
    return done.returncode, done.stdout + done.stderr


def export(path):
    """Gives the path as a sandbox sees it."""
    code, said = run("flatpak", "document-export", "--allow-write", f"--app={ID}", path)
    assert code == 0, said
    shown = pathlib.Path(said.strip().splitlines()[-1])
    mount = pathlib.Path(os.environ["XDG_RUNTIME_DIR"]) / "doc"
    return mount / "by-app" / ID / shown.relative_to(mount)


def die_in(path, script):
    """Another program runs the script on the file and is gone in the middle of it."""
    subprocess.run([sys.executable, "-c", "import os, sqlite3, sys\n"
                    "db = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
                    f"{script}\nos._exit(0)", str(path)], check=True)


class Books:
    def __init__(self, cli, folder):
        self.cli = cli
        self.real = folder / "club.daybook"
        code, said = run(cli, "sample", self.real)
        assert code == 0, said
        self.alone = export(self.real)
        self.seen = export(folder) / self.real.name

    def verifies(self, path, n):
        code, said = run(self.cli, "verify", path)
        return code == 0 and f"checked: {n}." in said, said

    def register(self, path, name):
        code, said = run(self.cli, "register", path, "--username", name, "--name", name)
        return code == 0, said


def facts(books):
    code, said = run(books.cli, "verify", books.alone)
    yield "a file that was given alone is refused", code == 3 and "not safe alone" in said, said
    yield "in its folder it is read", *books.verifies(books.seen, 2500)
    yield "and written", *books.register(books.seen, "zoe")
    yield "what was written is in the file", *books.verifies(books.real, 2501)

    yield "outside, recording goes on", *books.register(books.real, "yan")
    yield "which is seen inside", *books.verifies(books.seen, 2502)

    die_in(books.real, "db.execute('PRAGMA journal_mode = TRUNCATE')\n"
           "db.execute('PRAGMA cache_size = 1')\n"
           "db.execute('BEGIN IMMEDIATE')\n"
           "db.executemany('INSERT INTO streams (kind, key) VALUES (?, ?)',"
           " [('x', str(n)) for n in range(20000)])")
    hot = books.real.with_name(books.real.name + "-journal").stat().st_size
    well, said = books.verifies(books.seen, 2502)
    yield "what was half written is taken back", hot > 0 and well, f"{hot} {said}"

    die_in(books.real, "db.execute('PRAGMA journal_mode = WAL')\n"
           "db.execute('PRAGMA wal_autocheckpoint = 0')\n"
           "db.execute(\"INSERT INTO streams (kind, key) VALUES ('x', 'y')\")")
    log = books.real.with_name(books.real.name + "-wal").stat().st_size
    well, said = books.register(books.seen, "xia")
    kept = sqlite3.connect(books.real).execute(
        "SELECT count (*) FROM streams WHERE kind = 'x' AND key = 'y'").fetchone()[0]
    yield "what a log had is taken over", log > 0 and well and kept == 1, f"{log} {said} {kept}"

    outside = sqlite3.connect(books.real, isolation_level=None)
    outside.execute("PRAGMA journal_mode = WAL")
    outside.execute("SELECT count (*) FROM events").fetchone()
    code, said = run(books.cli, "verify", books.seen)
    yield "who has it open outside keeps it", code == 3 and "in use" in said, said
    outside.close()

    with subprocess.Popen([books.cli, "dispatch", books.seen, "-"], stdin=subprocess.PIPE,
                          stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as inside:
        time.sleep(1)
        code, said = run(books.cli, "verify", books.seen)
        yield "a second process inside waits its turn", code == 3 and "in use" in said, said
        inside.stdin.close()
    yield "and gets it", *books.register(books.seen, "wim")


def main():
    scratch = pathlib.Path(tempfile.mkdtemp(prefix="daybook-portal-"))
    (scratch / "Books").mkdir()
    portal = subprocess.Popen(sys.argv[2:] or PORTAL)
    mount = pathlib.Path(os.environ["XDG_RUNTIME_DIR"]) / "doc"
    while not os.path.ismount(mount):
        assert portal.poll() is None, "the document portal did not start"
        time.sleep(0.05)

    number = failed = 0
    try:
        for name, well, said in facts(Books(sys.argv[1], scratch / "Books")):
            number += 1
            failed += not well
            print(f"{'ok' if well else 'not ok'} {number} - {name}")
            if not well:
                print("# " + str(said).replace("\n", "\n# "))
    finally:
        portal.terminate()
        portal.wait()
        shutil.rmtree(scratch)
    print(f"1..{number}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
