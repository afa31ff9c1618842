#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Daybook developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""A wrong include does not compile: shown with the compiler itself.

usage: layers.py SOURCE_ROOT BUILD_ROOT    (TAP)

For each layer, takes the flags one of its source files is really compiled with and tries headers
on them. A header of a layer it must not see has to be not found, and so has the library of another
layer. As a control, the headers it is meant to see have to compile with the very same call. What
a layer may see is said in one place, the tables of tests/tidy.

What this can show, and what it cannot:

 - our own headers, by the names they are included by: each layer has an include path of its own;
 - GTK, libadwaita and json-glib: their headers lie in folders of their own, which only a layer
   that names the dependency is given;
 - not GIO and GObject (their headers lie in GLib's folder), nor SQLite, OpenSSL and ICU (in
   /usr/include, where every compiler looks), nor "../infrastructure/x.h", which resolves from any
   include path. Those are read from the source by tests/tidy.
"""

import json
import os
import shlex
import subprocess
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "tidy"))
from tidy import LAYERS, USES, Tree, layer_of  # noqa: E402

# One header for each library that has an include folder of its own.
LIBRARIES = {"json": "json-glib/json-glib.h", "gtk": "gtk/gtk.h", "adwaita": "adwaita.h"}


def commands(source_root, build_root):
    """(layer, directory, compiler and flags) for each different set of flags in each layer."""
    with open(os.path.join(build_root, "compile_commands.json"), encoding="utf-8") as file:
        database = json.load(file)
    found = {}
    for entry in database:
        path = os.path.join(entry["directory"], entry["file"])
        layer = layer_of(os.path.relpath(os.path.realpath(path), os.path.realpath(source_root)))
        if layer in (None, "main") or not path.endswith(".c"):
            continue
        arguments = flags(shlex.split(entry["command"]), entry["file"])
        # A library's own private folder tells targets apart, but holds nothing of ours.
        kept = tuple(a for a in arguments if not (a.startswith("-I") and a.endswith(".p")))
        found.setdefault((layer, kept), entry["directory"])
    return [(layer, directory, list(kept)) for (layer, kept), directory in found.items()]


def flags(arguments, source):
    """The command without what it reads and writes."""
    kept = []
    arguments = iter(arguments)
    for argument in arguments:
        if argument in ("-o", "-MF", "-MQ", "-MT"):
            next(arguments)
        elif argument not in ("-c", "-MD", "-MMD", source):
            kept.append(argument)
    return kept


def compile_include(header, directory, arguments):
    """None if HEADER compiles, else what the compiler said."""
    result = subprocess.run(arguments + ["-fsyntax-only", "-w", "-x", "c", "-"], cwd=directory,
                            input=f'#include "{header}"\n', capture_output=True, text=True,
                            env={**os.environ, "LC_ALL": "C"}, check=False)
    return None if result.returncode == 0 else result.stderr


def spellings(path, layer):
    """The names by which a header could be included, did an include path reach it."""
    roots = (LAYERS[layer][0], "src/presentation/", "src/")
    return [path[len(root):] for root in roots if path.startswith(root)]


def header_of(tree, layer, hidden_from=()):
    """A header of LAYER whose name none of the layers HIDDEN_FROM it uses as well."""
    root = LAYERS[layer][0]
    for path in tree.select(root, ".h"):
        if layer_of(path) == layer and not any(
                LAYERS[other][0] + path[len(root):] in tree.paths for other in hidden_from):
            return path
    return None


def cases(tree, layer):
    """(what is tried, the names to include, whether each has to be found)"""
    visible = LAYERS[layer][1] | {layer}
    for other in LAYERS:
        # A layer that consists of programs has no header to offer.
        path = other != "main" and header_of(tree, other, () if other in visible else visible)
        if path and other in visible:
            yield f"{layer} sees {other}", spellings(path, other)[:1], True
        elif path:
            yield f"{layer} does not see {other}", spellings(path, other), False
    for library, header in LIBRARIES.items():
        if library not in USES[layer].split():
            yield f"{layer} does not see <{header}>", [header], False
        elif layer == "views":
            # Others may be allowed a library without being given it.
            yield f"{layer} sees <{header}>", [header], True


def attempt(header, visible, directory, arguments):
    """What is wrong about what the compiler made of HEADER, or nothing."""
    said = compile_include(header, directory, arguments)
    if visible:
        return said or ""
    if said is None:
        return f"{header} was found\n"
    # Any other error would only hide that the header was found.
    missing = f"{header}: No such file" in said or f"'{header}' file not found" in said
    return "" if missing else said


def main():
    source_root, build_root = sys.argv[1:3]
    tree = Tree(source_root)
    compiled = commands(source_root, build_root)
    results = []
    for layer in LAYERS:
        if layer == "main":
            continue
        sets = [(d, a) for found, d, a in compiled if found == layer]
        results.append((f"{layer} is compiled", "" if sets else "none of its sources was"))
        for directory, arguments in sets:
            for name, headers, visible in cases(tree, layer):
                results.append((name, "".join(attempt(h, visible, directory, arguments)
                                              for h in headers)))
    print(f"1..{len(results)}")
    for number, (name, wrong) in enumerate(results, start=1):
        print(f"{'not ok' if wrong else 'ok'} {number} - {name}")
        for line in wrong.splitlines()[:10]:
            print(f"# {line}")
    return 1 if any(wrong for _, wrong in results) else 0


if __name__ == "__main__":
    sys.exit(main() if len(sys.argv) == 3 else __doc__)
