#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Daybook developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The Debian package that tools/deb makes of this build, as dpkg sees it.

usage: deb.py SOURCE BUILD
"""

import os
import pathlib
import subprocess
import sys
import tempfile


def run(*command):
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True,
                          check=False)
    return done.returncode, done.stdout, done.stderr


def look(source, build, folder):
    code, said, wrong = run(source / "tools/deb", "--from", build, folder)
    package = pathlib.Path(said.strip())
    yield "is made", code == 0 and package.is_file(), wrong
    if code != 0:
        return

    _, control, _ = run("dpkg-deb", "--field", package)
    fields = dict(line.split(": ", 1) for line in control.splitlines()
                  if ": " in line and not line.startswith(" "))
    yield "is called daybook", fields["Package"] == "daybook", control
    version = next(line.split("'")[1] for line in (source / "meson.build").read_text().splitlines()
                   if line.startswith("  version:"))
    yield "has the version of the program", fields["Version"] == version, control
    wanted = ["libgtk-4-1", "libadwaita-1-0", "libsqlite3-0", "libglib2.0-0", "libjson-glib-1.0-0"]
    yield ("depends on what the programs were linked with",
           all(name in fields["Depends"] for name in wanted), fields["Depends"])

    _, listing, _ = run("dpkg-deb", "--contents", package)
    yield ("has the programs, for everybody to run",
           all(any(line.startswith("-rwxr-xr-x root/root") and line.endswith(f"/bin/{name}")
                   for line in listing.splitlines()) for name in ["daybook", "daybook-cli"]),
           listing)
    yield ("has the menu entry and the translations",
           "applications/org.daybook.Daybook.desktop" in listing
           and "/de/LC_MESSAGES/daybook.mo" in listing, listing)
    yield ("belongs to root throughout",
           all(line.split()[1] == "root/root" for line in listing.splitlines()), listing)

    code, _, wrong = run("dpkg-deb", "--extract", package, folder / "unpacked")
    programs = list((folder / "unpacked").rglob("bin/daybook-cli"))
    code, said, wrong = run(programs[0], "sample", folder / "a.daybook")
    yield "is unpacked to a program that works", code == 0, wrong


def main():
    source, build = (pathlib.Path(path).resolve() for path in sys.argv[1:3])
    number = failed = 0
    with tempfile.TemporaryDirectory(prefix="daybook-deb-") as folder:
        os.environ["XDG_CACHE_HOME"] = f"{folder}/cache"
        for name, well, seen in look(source, build, pathlib.Path(folder)):
            number += 1
            failed += not well
            print(f"{'ok' if well else 'not ok'} {number} - the package {name}")
            if not well:
                print("# " + str(seen).replace("\n", "\n# "))
    print(f"1..{number}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
