#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Daybook developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is installed is complete, belongs together, and knows nothing of where it was built: so it
can be staged in a folder (DESTDIR), packaged, and unpacked on another machine.

usage: install.py SOURCE BUILD PREFIX
"""

import configparser
import os
import pathlib
import subprocess
import sys
import tempfile

ID = "org.daybook.Daybook"
FILES = f"""
bin/daybook
bin/daybook-cli
share/applications/{ID}.desktop
share/daybook/profiles/berka.profile
share/dbus-1/services/{ID}.service
share/glib-2.0/schemas/{ID}.gschema.xml
share/icons/hicolor/scalable/apps/{ID}.svg
share/icons/hicolor/scalable/mimetypes/{ID}-book.svg
share/icons/hicolor/symbolic/apps/{ID}-symbolic.svg
share/metainfo/{ID}.metainfo.xml
share/mime/packages/{ID}.xml
""".split()


def run(*command, **more):
    return subprocess.run([str(part) for part in command], capture_output=True, text=True,
                          check=False, **more)


def languages(source, folder="po"):
    lines = (source / folder / "LINGUAS").read_text(encoding="utf-8").splitlines()
    return [line.strip() for line in lines if line.strip() and not line.startswith("#")]


def manual(source):
    """The pages of each language, for a help viewer and for a browser."""
    pages = [path.stem for path in (source / "help/C").glob("*.page")]
    return {form.format(language, page)
            for form in ["share/help/{}/daybook/{}.page", "share/daybook/help/{}/{}.html"]
            for language in ["C", *languages(source, "help")] for page in pages}


def keys(path, group):
    parser = configparser.ConfigParser(interpolation=None, strict=False)
    parser.optionxform = str
    parser.read(path, encoding="utf-8")
    return parser[group]


def find_traces(tree, places):
    """Files in which one of the places is named."""
    needles = [str(place).encode() for place in places]
    return [path for path in sorted(tree.rglob("*"))
            if path.is_file() and any(needle in path.read_bytes() for needle in needles)]


def find_kind(share, book, scratch):
    """Type and icons of a file, as file managers find them."""
    env = {**os.environ, "XDG_DATA_DIRS": str(share), "XDG_DATA_HOME": str(scratch / "data"),
           "GIO_USE_VFS": "local", "LC_ALL": "C.UTF-8"}
    run("update-mime-database", share / "mime")
    return run("gio", "info", "-a", "standard::content-type,standard::icon", book, env=env).stdout


def look(source, build, prefix, scratch):
    staged = scratch / "staged"
    done = run("meson", "install", "-C", build, "--no-rebuild", "--strip", "--destdir", staged)
    yield "is installed into a folder of its own", done.returncode == 0, done.stderr
    tree = pathlib.Path(f"{staged}{prefix}")
    share = tree / "share"

    wanted = set(FILES) | manual(source)
    wanted |= {f"share/locale/{language}/LC_MESSAGES/daybook.mo" for language in languages(source)}
    found = {str(path.relative_to(tree)) for path in tree.rglob("*") if path.is_file()}
    yield "is what is wanted, and nothing else", found == wanted, sorted(found ^ wanted)

    traces = find_traces(staged, [source, build, scratch])
    yield "knows nothing of where it was built", not traces, traces

    entry = keys(share / f"applications/{ID}.desktop", "Desktop Entry")
    yield ("has a menu entry for its program, icon and type",
           (tree / "bin" / entry["Exec"].split()[0]).exists() and entry["Icon"] == ID
           and entry["MimeType"] == "application/x-daybook;", dict(entry))

    service = keys(share / f"dbus-1/services/{ID}.service", "D-BUS Service")
    yield ("is started by D-Bus under the name of its menu entry",
           entry["DBusActivatable"] == "true" and service["Name"] == ID
           and service["Exec"] == f"{prefix}/bin/daybook --gapplication-service", dict(service))

    schemas = run("glib-compile-schemas", "--strict", "--dry-run", share / "glib-2.0/schemas")
    yield "has sound settings", schemas.returncode == 0, schemas.stderr

    book = scratch / "a.daybook"
    made = run(tree / "bin/daybook-cli", "sample", book)
    yield "makes a book", made.returncode == 0, made.stderr

    for name in ["a.daybook", "named otherwise"]:
        place = scratch / name
        if not place.exists():
            place.write_bytes(book.read_bytes())
        kind = find_kind(share, place, scratch)
        yield (f"makes a book of “{name}”", "application/x-daybook" in kind
               and f"{ID}-book" in kind, kind)


def main():
    source, build = (pathlib.Path(path).resolve() for path in sys.argv[1:3])
    all_well = True
    number = 0
    with tempfile.TemporaryDirectory(prefix="daybook-install-") as scratch:
        os.environ["XDG_CACHE_HOME"] = f"{scratch}/cache"
        for name, well, seen in look(source, build, sys.argv[3], pathlib.Path(scratch)):
            number += 1
            all_well = all_well and well
            print(f"{'ok' if well else 'not ok'} {number} - what is installed {name}")
            if not well:
                print("# " + str(seen).replace("\n", "\n# "))
    print(f"1..{number}")
    return 0 if all_well else 1


if __name__ == "__main__":
    sys.exit(main())
