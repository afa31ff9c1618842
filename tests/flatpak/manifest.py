#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Daybook developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the Flatpak manifest promises: Daybook sees a window system and nothing else.

A ledger needs neither the network nor anybody's files; a book reaches the sandbox only by being
chosen in a file dialog. So the permissions are compared with the whole list, not searched for bad
ones: whoever adds one has to say so here as well.

usage: manifest.py MANIFEST
"""

import json
import sys

APPLICATION_ID = "org.daybook.Daybook"
PERMISSIONS = ["--socket=wayland", "--socket=fallback-x11", "--share=ipc", "--device=dri"]


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        manifest = json.load(file)
    modules = manifest["modules"]
    facts = [
        ("is named for the application", manifest["id"] == APPLICATION_ID),
        ("starts the window", manifest["command"] == "daybook"),
        ("runs on a GNOME runtime and its own SDK",
         (manifest["runtime"], manifest["sdk"]) == ("org.gnome.Platform", "org.gnome.Sdk")
         and manifest["runtime-version"].isdigit()),
        ("has exactly the agreed permissions",
         sorted(manifest["finish-args"]) == sorted(PERMISSIONS)),
        # GTK, libadwaita, SQLite, json-glib, OpenSSL and ICU all come with the runtime.
        ("builds nothing but this checkout", [m["name"] for m in modules] == ["daybook"]
         and [s["type"] for s in modules[-1]["sources"]] == ["dir"]),
    ]
    print(f"1..{len(facts)}")
    for number, (name, holds) in enumerate(facts, start=1):
        print(f"{'ok' if holds else 'not ok'} {number} - the manifest {name}")
    return 0 if all(holds for _, holds in facts) else 1


if __name__ == "__main__":
    sys.exit(main())
