#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Daybook developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The style of this project, as a test.

usage: tidy.py ROOT           one TAP test point per rule, over the checkout ROOT
       tidy.py --self-test    shows that each rule can fail: feeds it the breaches it is there for

A rule is a function from a Tree to findings (path, line, message). Below each rule stand examples
of breaking it, written as files on top of a small tidy tree; the self-test asserts that the rule
reports exactly those, and that it has nothing to say about the tidy tree. A new rule without
an example is a failure by itself.

This reads text, not C. It relies on what the style prescribes anyway (a function's braces stand in
column one), and knows comments and strings from code; that is enough, and takes a fraction of a
second. What the compiler can enforce is left to the compiler: see tests/layers.
"""

import functools
import os
import re
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

MAX_COLUMNS = 100
MAX_FUNCTION_LINES = 70
MAX_FILE_LINES = 800

SPDX = ("SPDX-FileCopyrightText: 2026 The Daybook developers",
        "SPDX-License-Identifier: GPL-3.0-or-later")

# What a layer may include of the project itself. Order matters only for reading. "main" is the one
# place where everything meets, to be wired up.
LAYERS = {
    "domain": ("src/domain/", set()),
    "application": ("src/application/", {"domain"}),
    "infrastructure": ("src/infrastructure/", {"application", "domain"}),
    "text": ("src/presentation/text/", {"application", "domain"}),
    "viewmodels": ("src/presentation/viewmodels/", {"text", "application", "domain"}),
    "cli": ("src/presentation/cli/", {"text", "application", "domain"}),
    "views": ("src/presentation/views/", {"viewmodels", "text", "application", "domain"}),
    "main": (None, {"domain", "application", "infrastructure", "text", "viewmodels", "cli",
                    "views"}),
}
MAIN = re.compile(r"src/(presentation/)?(main/[^/]+|([^/]*-)?main(-[^/]*)?)\.[ch]")

# Which library an angle-bracket include belongs to ...
FAMILIES = (
    ("glib", r"glib\.h|glib/.*"),
    ("gobject", r"glib-object\.h|gobject/.*"),
    ("gio", r"gio/.*|glib-unix\.h"),
    ("sqlite", r"sqlite3.*"),
    ("json", r"json-glib/.*"),
    ("openssl", r"openssl/.*"),
    ("icu", r"unicode/.*"),
    ("gtk", r"(gtk|gdk|gsk|pango|graphene|cairo|gdk-pixbuf).*"),
    ("adwaita", r"adw.*"),
    ("gettext", r"glib/gi18n(-lib)?\.h|libintl\.h|locale\.h"),
    # The part of the C library that only computes ...
    ("c", r"(string|stdlib|stdint|stdbool|stddef|limits|inttypes|ctype|errno|stdarg)\.h"),
    # ... and the part that reaches outside the process.
    ("system", r"(stdio|time|unistd|fcntl|signal|pwd|termios|poll|math)\.h|sys/.*"),
)
# ... and which libraries a layer may use.
USES = {
    "domain": "glib c",
    "application": "glib gobject gio c system",
    "infrastructure": "glib gobject gio sqlite json openssl icu c system",
    "text": "glib gobject gio gettext icu c system",
    "viewmodels": "glib gobject gio gettext icu c system",
    "cli": "glib gobject gio gettext json icu c system",
    "views": "glib gobject gio gettext gtk adwaita c system",
    "main": "glib gobject gio gettext gtk adwaita c system",
}

# Deprecated by GTK 4.18, libadwaita 1.7 or before. Their replacements do not exist at the floor, so
# they may be used, but in one folder only: there the floor can rise. The headers of the floor do
# not mark them. What begins with the name of a type belongs to it.
DEPRECATED = """AdwLeaflet AdwFlap AdwSqueezer AdwMessageDialog AdwAboutWindow AdwPreferencesWindow
  AdwViewSwitcherTitle GtkFileChooser GtkFileChooserNative GtkFileChooserDialog
  GtkFileChooserWidget GtkDialog GtkMessageDialog GtkAssistant GtkComboBox GtkComboBoxText
  GtkTreeView GtkTreeModel GtkTreeSelection GtkTreeViewColumn GtkIconView GtkListStore GtkTreeStore
  GtkCellArea GtkCellLayout GtkCellRenderer GtkCellView GtkEntryCompletion GtkInfoBar GtkStatusbar
  GtkLockButton GtkVolumeButton GtkAppChooser GtkAppChooserButton
  GtkAppChooserDialog GtkAppChooserWidget GtkColorButton GtkColorChooser GtkColorChooserDialog
  GtkColorChooserWidget GtkFontButton GtkFontChooser GtkFontChooserDialog GtkFontChooserWidget
  GtkShortcutsWindow GtkShortcutsSection GtkShortcutsGroup GtkShortcutsShortcut
  """.split()
# ... and what is deprecated of types and modules that are not. Of a style context, only what adds a
# provider to a display is not.
DEPRECATED_CALLS = r"""adw_show_about_window\w* adw_(?:action|expander)_row_[gs]et_icon_name
  adw_expander_row_add_action gdk_pixbuf_get_from_\w+ gdk_surface_create_\w+ gdk_x11_\w+
  gtk_application_window_[gs]et_help_overlay gtk_(?:snapshot_)?render_\w+ gtk_show_uri\w*
  gtk_gesture_set_sequence_state gtk_image_(?:new|set)_from_pixbuf gtk_toggle_button_toggled
  gtk_picture_(?:(?:new_for|set)_pixbuf|[gs]et_keep_aspect_ratio) gtk_window_present_with_time
  gtk_css_provider_load_from_data gtk_widget_(?:show|hide) gtk_widget_get_style_context
  gtk_widget_get_alloca\w+ gtk_widget_translate_coordinates gtk_widget_[gs]et_font_options
  gtk_style_context_(?!(?:add|remove)_provider_for_display)\w+ G_APPLICATION_FLAGS_NONE
  """.split()

BANNED_CALLS = "sprintf vsprintf strcpy strcat atoi strtok gets system".split()

# The domain is told the time and its ids, and touches nothing outside itself.
IMPURE = re.compile(r"\b(g_get_(?:real|monotonic)_time|g_get_\w+_dir|g_date_time_new_now\w*"
                    r"|g_(?:rand|random)_\w+|g_uuid_\w+|g_file_\w+|g_getenv|g_print\w*|g_spawn_\w+"
                    r"|time|rand|random|getenv|fopen|printf)\s*\(")

C_TOKEN = re.compile(r"""(?P<comment>//[^\n]*|/\*.*?\*/)
                       |(?P<string>"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*')""", re.S | re.X)


def blank(text, *kinds):
    """TEXT with its comments and/or strings turned into spaces; lines and columns stay."""
    def replace(match):
        return re.sub(r"[^\n]", " ", match[0]) if match.lastgroup in kinds else match[0]
    return C_TOKEN.sub(replace, text)


def line_of(text, offset):
    return text.count("\n", 0, offset) + 1


class Tree:
    """The files of a checkout that the rules are about, read once."""

    FOLDERS = ("src", "tests", "data", "help", "po", "tools", "flatpak")

    def __init__(self, root):
        self.root = root
        self.paths = []
        for name in self.FOLDERS:
            for folder, folders, names in os.walk(os.path.join(root, name)):
                folders[:] = sorted(f for f in folders if not f.startswith((".", "__")))
                self.paths += [os.path.relpath(os.path.join(folder, n), root)
                               for n in sorted(names)]
        self.paths += [n for n in ("meson.build", "meson_options.txt")
                       if os.path.exists(os.path.join(root, n))]

    @functools.lru_cache(maxsize=None)
    def text(self, path):
        with open(os.path.join(self.root, path), encoding="utf-8", errors="replace") as file:
            return file.read()

    @functools.lru_cache(maxsize=None)
    def code(self, path):
        """Without comments and strings: what is left is meant."""
        return blank(self.text(path), "comment", "string")

    def select(self, prefix, *suffixes):
        return [p for p in self.paths if p.startswith(prefix) and p.endswith(suffixes)]

    def c_files(self, prefix=""):
        return self.select(prefix, ".c", ".h")

    def scripts(self):
        """Everything else that is written by hand and read by an interpreter."""
        return [p for p in self.paths
                if p.endswith((".py", ".sh", "meson.build", "meson_options.txt"))
                or (not p.startswith(("src/", "data/", "po/")) and self.text(p).startswith("#!"))]

    def grep(self, paths, pattern, of="code"):
        for path in paths:
            text = getattr(self, of)(path)
            for match in re.finditer(pattern, text):
                yield path, line_of(text, match.start()), match


def layer_of(path):
    if MAIN.fullmatch(path):
        return "main"
    for layer, (folder, _) in LAYERS.items():
        if folder and path.startswith(folder):
            return layer
    return None


RULES = []


def rule(title, *examples):
    """Registers a rule. An example is (files that break it, findings expected as "path:line")."""
    def register(function):
        RULES.append((title, function, examples))
        return function
    return register


def c(*lines):
    """A C file of those lines, which begin in line 4."""
    return f"/* {SPDX[0]}\n * {SPDX[1]} */\n\n" + "".join(line + "\n" for line in lines)


def meson(*sources):
    return f"# {SPDX[0]}\n# {SPDX[1]}\n" + "".join(f"  '{s}',\n" for s in sources)


TIDY_TREE = {
    "meson.build": meson(),
    "src/domain/meson.build": meson("money.c"),
    "src/infrastructure/meson.build": meson("store/sqlite.c"),
    "src/presentation/meson.build": meson("main.c", "views/page.c", "views/platform/file.c"),
    "src/domain/money.h": c("#include <glib.h>", "", "gint64 daybook_money_add (gint64 a,",
                            "                          gint64 b);"),
    "src/domain/money.c": c('#include "money.h"', "", "/**", " * daybook_money_add:", " */",
                            "gint64", "daybook_money_add (gint64 a,",
                            "                   gint64 b)", "{",
                            "  /* not strcpy (), not SELECT 1 FROM two */",
                            "  return a + b;", "}"),
    "src/application/ports/store.h": c("#include <gio/gio.h>", '#include "money.h"'),
    "src/infrastructure/store/sqlite.h": c("#include <sqlite3.h>", '#include "ports/store.h"'),
    "src/infrastructure/store/sqlite.c": c('#include "sqlite.h"',
                                           'static const char *sql = "SELECT 1 FROM events";'),
    "src/presentation/viewmodels/account-view-model.h": c("#include <gio/gio.h>"),
    "src/presentation/views/page.c": c("#include <adwaita.h>", "#include <glib/gi18n.h>",
                                       '#include "account-view-model.h"',
                                       'const char *f (void) { return _("Select from"); }'),
    "src/presentation/views/platform/file.c": c("GtkFileChooserNative *chooser;"),
    "src/presentation/main.c": c('#include "store/sqlite.h"', "#include <gtk/gtk.h>"),
    "data/ui/page.ui": '<interface><object class="GtkLabel"><property name="label"\n'
                       'translatable="yes">Balance</property></object></interface>',
    "data/daybook.gresource.xml": "<gresources><gresource><file>ui/page.ui</file></gresource>"
                                  "</gresources>",
    "po/POTFILES": "# comment\nsrc/presentation/views/page.c\ndata/ui/page.ui\n",
}


@rule("layers include only what stands below them",
      ({"src/domain/a.c": c('#include "ports/store.h"')}, ["src/domain/a.c:4"]),
      ({"src/application/a.c": c('#include "sqlite.h"')}, ["src/application/a.c:4"]),
      ({"src/presentation/viewmodels/a.c": c('#include "../../infrastructure/store/sqlite.h"')},
       ["src/presentation/viewmodels/a.c:4"]),
      ({"src/presentation/cli/a.c": c('#include "account-view-model.h"')},
       ["src/presentation/cli/a.c:4"]),
      ({"src/presentation/views/a.c": c('#include "store/sqlite.h"')},
       ["src/presentation/views/a.c:4"]),
      ({"src/presentation/views/not-main.c": c('#include "store/sqlite.h"')},
       ["src/presentation/views/not-main.c:4"]),
      ({"src/helpers/a.c": c("")}, ["src/helpers/a.c:1"]))
def include_direction(tree):
    headers = tree.select("src/", ".h")
    for path in tree.c_files("src/"):
        layer = layer_of(path)
        if layer is None:
            yield path, 1, "stands in none of the layers' folders"
            continue
        allowed = LAYERS[layer][1] | {layer}
        text = blank(tree.text(path), "comment")
        for match in re.finditer(r'^\s*#\s*include\s*"([^"]+)"', text, re.M):
            # By its tail, since each layer has an include path of its own. A header that
            # is not found is a generated one.
            tail = "/" + re.sub(r"^(\.\.?/)+", "", match[1])
            found = {layer_of(h) for h in headers if ("/" + h).endswith(tail)}
            if found and not found & allowed:
                yield (path, line_of(text, match.start(1)),
                       f"{layer} must not include {match[1]} of {'/'.join(map(str, found))}")


@rule("layers use only their own libraries",
      ({"src/domain/a.c": c("#include <gio/gio.h>", "#include <time.h>", "#include <sqlite3.h>")},
       ["src/domain/a.c:4", "src/domain/a.c:5", "src/domain/a.c:6"]),
      ({"src/domain/a.h": c("#include <glib-object.h>", "#include <glib/gi18n.h>")},
       ["src/domain/a.h:4", "src/domain/a.h:5"]),
      ({"src/application/a.c": c("#include <sqlite3.h>")}, ["src/application/a.c:4"]),
      ({"src/infrastructure/a.c": c("#include <gtk/gtk.h>")}, ["src/infrastructure/a.c:4"]),
      ({"src/presentation/text/a.c": c("#include <adwaita.h>")}, ["src/presentation/text/a.c:4"]),
      ({"src/presentation/viewmodels/a.c": c("#include <gtk/gtk.h>")},
       ["src/presentation/viewmodels/a.c:4"]),
      ({"src/presentation/cli/a.c": c("# include <sqlite3.h>")}, ["src/presentation/cli/a.c:4"]),
      ({"src/presentation/views/a.c": c("#include <curl/curl.h>")},
       ["src/presentation/views/a.c:4"]))
def libraries(tree):
    for path in tree.c_files("src/"):
        allowed = USES.get(layer_of(path), "").split()
        text = blank(tree.text(path), "comment")
        for match in re.finditer(r"^\s*#\s*include\s*<([^>]+)>", text, re.M):
            families = [f for f, names in FAMILIES if re.fullmatch(names, match[1])]
            # <glib/gi18n.h> is GLib by its folder and gettext by its meaning: the last one counts.
            if not families or families[-1] not in allowed:
                yield (path, line_of(text, match.start(1)),
                       f"{layer_of(path)} must not include <{match[1]}>")


@rule("sqlite3.h and SQL stand in infrastructure only",
      ({"src/application/a.c": c('const char *sql = "SELECT data "', '  "FROM events";')},
       ["src/application/a.c:4"]),
      ({"src/presentation/cli/a.c": c('const char *sql = "delete from events";')},
       ["src/presentation/cli/a.c:4"]),
      ({"src/presentation/main.c": c("#include <sqlite3.h>", "sqlite3 *db;")},
       ["src/presentation/main.c:4", "src/presentation/main.c:5"]))
def sql_in_one_place(tree):
    statement = re.compile(
        r"\b(SELECT\b.+\bFROM|INSERT (OR \w+ )?INTO|UPDATE \w+ SET|DELETE FROM|PRAGMA \w+"
        r"|CREATE (TEMP )?(TABLE|INDEX|TRIGGER|VIEW)|BEGIN IMMEDIATE)\b"
        r"|\b(select\b.+\bfrom\b.+\bwhere|insert into|delete from|create table)\b", re.S)
    for path in tree.c_files("src/"):
        if layer_of(path) == "infrastructure":
            continue
        for _, line, match in tree.grep([path], r"\b(sqlite3\w*)"):
            yield path, line, f"{match[1]} outside src/infrastructure"
        text = blank(tree.text(path), "comment")
        # Strings that stand next to each other are one string.
        for match in re.finditer(r'"(?:\\.|[^"\\\n])*"(?:\s*"(?:\\.|[^"\\\n])*")*', text):
            if statement.search(re.sub(r'"\s*"', "", match[0])):
                yield path, line_of(text, match.start()), "SQL outside src/infrastructure"


@rule("GTK and libadwaita stand in views only",
      ({"src/presentation/viewmodels/a.h": c("typedef struct _GtkWidget GtkWidget;")},
       ["src/presentation/viewmodels/a.h:4"]),
      ({"src/presentation/cli/a.c": c("void f (void) { adw_init (); }")},
       ["src/presentation/cli/a.c:4"]))
def gtk_in_views(tree):
    paths = [p for p in tree.c_files("src/") if layer_of(p) not in ("views", "main")]
    seen = set()
    for path, line, match in tree.grep(paths, r"\b_?((?:gtk|adw|gdk)_[a-z]\w*"
                                              r"|(?:Gtk|Adw|Gdk)[A-Z]\w*)"):
        if (path, line) not in seen:
            seen.add((path, line))
            yield path, line, f"{match[1]} outside src/presentation/views"


@rule("deprecated widgets stand in views/platform only",
      ({"src/presentation/views/a.c": c("AdwLeaflet *leaflet;", "void f (void)",
                                        "{ adw_message_dialog_new (NULL, NULL, NULL); }")},
       ["src/presentation/views/a.c:4", "src/presentation/views/a.c:6"]),
      ({"src/presentation/views/a.c": c("void f (void) { gtk_widget_get_style_context (NULL); }")},
       ["src/presentation/views/a.c:4"]),
      ({"data/ui/page.ui": '<interface>\n<object class="AdwPreferencesWindow"/>\n</interface>'},
       ["data/ui/page.ui:2"]))
def deprecated_widgets(tree):
    def prefix(name):
        return re.sub(r"(?<!^)([A-Z])", r"_\1", name).lower() + "_"
    names = "|".join(DEPRECATED)
    prefixes = "|".join(prefix(name) for name in DEPRECATED)
    calls = "|".join(DEPRECATED_CALLS)
    pattern = rf"\b(?:(?:{names})\b|(?:{prefixes})|(?:{calls})\b)"
    platform = "src/presentation/views/platform/"
    paths = [p for p in tree.c_files("src/") if not p.startswith(platform)]
    for path, line, match in tree.grep(paths, pattern):
        yield path, line, f"{match[0]} outside {platform}"
    paths = [p for p in tree.select("", ".ui") if "/platform/" not in p]
    for path, line, match in tree.grep(paths, rf'(?:class|parent)="({names})"', of="text"):
        yield path, line, f"{match[1]} outside a folder named platform"


@rule("the domain has no clock, no chance and no input or output",
      ({"src/domain/a.c": c("gint64 f (void)", "{", "  return g_get_real_time ();", "}")},
       ["src/domain/a.c:6"]),
      ({"src/domain/a.c": c("void f (void) { g_print (\"x\"); }")}, ["src/domain/a.c:4"]))
def pure_domain(tree):
    for path, line, match in tree.grep(tree.c_files("src/domain/"), IMPURE):
        yield path, line, f"{match[1]} in the domain"


def functions(code):
    """(line of the opening brace, lines of the body, braces included) of each function."""
    lines = code.split("\n")
    start = None
    for number, line in enumerate(lines, start=1):
        if line.rstrip() == "{":
            above = next((l.rstrip() for l in reversed(lines[:number - 1]) if l.strip()), "")
            start = number if above.endswith(")") else None
        elif line.startswith("}") and start is not None:
            yield start, number - start + 1
            start = None


@rule(f"no function has more than {MAX_FUNCTION_LINES} lines",
      ({"src/domain/a.c": c("static void", "f (void)", "{",
                            *["  g_assert (TRUE);"] * (MAX_FUNCTION_LINES - 1), "}")},
       ["src/domain/a.c:6"]))
def short_functions(tree):
    for path in tree.select("", ".c"):
        for line, length in functions(tree.code(path)):
            if length > MAX_FUNCTION_LINES:
                yield path, line, f"a function of {length} lines"


@rule(f"no line has more than {MAX_COLUMNS} columns",
      ({"src/domain/a.c": c("/* " + "ä" * (MAX_COLUMNS - 3) + " */")}, ["src/domain/a.c:4"]),
      ({"tests/a.py": f"# {SPDX[0]}\n# {SPDX[1]}\n" + "#" * (MAX_COLUMNS + 1) + "\n"},
       ["tests/a.py:3"]))
def short_lines(tree):
    for path in tree.c_files() + tree.scripts():
        for number, line in enumerate(tree.text(path).split("\n"), start=1):
            if len(line.expandtabs()) > MAX_COLUMNS:
                yield path, number, f"{len(line.expandtabs())} columns"


@rule(f"no file has more than {MAX_FILE_LINES} lines",
      ({"src/domain/a.c": c(*[""] * MAX_FILE_LINES)}, [f"src/domain/a.c:{MAX_FILE_LINES + 3}"]))
def short_files(tree):
    for path in tree.c_files():
        length = tree.text(path).count("\n")
        if length > MAX_FILE_LINES:
            yield path, length, f"{length} lines"


@rule("nothing ends a line with a blank or begins it with a tab",
      ({"src/domain/a.c": c("int a; ", "\tint b;")}, ["src/domain/a.c:4", "src/domain/a.c:5"]))
def clean_lines(tree):
    for path in tree.c_files() + tree.scripts():
        for number, line in enumerate(tree.text(path).split("\n"), start=1):
            if line != line.rstrip() or line.startswith("\t"):
                yield path, number, "a blank at the end or a tab at the start"


@rule("no banned function is called",
      *[({"tests/a.c": c("void f (void)", "{", f"  {name} (x);", "}")}, ["tests/a.c:6"])
        for name in BANNED_CALLS])
def banned_calls(tree):
    pattern = rf"(?<![\w.>])({'|'.join(BANNED_CALLS)})\s*\("
    for path, line, match in tree.grep(tree.c_files(), pattern):
        yield path, line, f"{match[1]} is banned"


@rule("every file with something to translate is in po/POTFILES",
      ({"src/presentation/text/a.c": c('const char *f (int n)',
                                       '{ return ngettext ("a", "b", n); }')},
       ["src/presentation/text/a.c:5"]),
      ({"src/presentation/text/a.c": c('const char *f (void) { return _("a"); }')},
       ["src/presentation/text/a.c:4"]),
      ({"src/presentation/text/a.c": c('const char *f (void) { return C_ ("noun", "a"); }')},
       ["src/presentation/text/a.c:4"]),
      ({"data/ui/b.ui": '<a translatable="yes"/>'}, ["data/ui/b.ui:1"]),
      ({"data/x.desktop.in": "[Desktop Entry]\n"}, ["data/x.desktop.in:1"]),
      ({"po/POTFILES": "src/presentation/views/page.c\ndata/ui/page.ui\nsrc/gone.c\n"},
       ["po/POTFILES:3"]))
def potfiles(tree):
    listed = {}
    if "po/POTFILES" in tree.paths:
        for number, line in enumerate(tree.text("po/POTFILES").split("\n"), start=1):
            if line.strip() and not line.startswith("#"):
                listed[line.strip()] = number
    first = {}
    calls = r"(?<!\w)(?:_|N_|C_|NC_|ngettext|g_dn?gettext|g_dpgettext2?|gettext)\s*\("
    for path, line, _ in tree.grep(tree.c_files("src/"), calls):
        if not tree.code(path).split("\n")[line - 1].lstrip().startswith("#"):
            first.setdefault(path, line)
    for path, line, _ in tree.grep(tree.select("", ".ui"), r'translatable="(yes|true)"', "text"):
        first.setdefault(path, line)
    for path in tree.select("data/", ".desktop.in", ".metainfo.xml.in"):
        first[path] = 1
    for path, line in first.items():
        if path not in listed:
            yield path, line, "not in po/POTFILES"
    for path, line in listed.items():
        if not os.path.exists(os.path.join(tree.root, path)):
            yield "po/POTFILES", line, f"{path} does not exist"


@rule("every .ui file is in a resource bundle",
      ({"data/ui/b.ui": "<interface/>"}, ["data/ui/b.ui:1"]),
      ({"data/b.gresource.xml": "<gresources><gresource><file>ui/gone.ui</file></gresource>"
                                "</gresources>"}, ["data/b.gresource.xml:1"]))
def resources(tree):
    bundled = {}
    for path in tree.select("", ".gresource.xml"):
        for node in ElementTree.fromstring(tree.text(path)).iter("file"):
            bundled[node.text.strip()] = path
    interfaces = tree.select("", ".ui")
    for path in interfaces:
        if not any(("/" + path).endswith("/" + name) for name in bundled):
            yield path, 1, "in no .gresource.xml"
    for name, path in bundled.items():
        if name.endswith(".ui") and not any(("/" + p).endswith("/" + name) for p in interfaces):
            yield path, 1, f"{name} does not exist"


@rule("every source file begins with its copyright and licence",
      ({"src/domain/a.c": "int a;\n"}, ["src/domain/a.c:1"]),
      ({"tests/a.h": f"/* {SPDX[1]}\n * {SPDX[0]} */\n"}, ["tests/a.h:1"]),
      ({"tools/a": "#!/bin/sh\n"}, ["tools/a:1"]))
def licences(tree):
    for path in tree.c_files():
        if not tree.text(path).startswith(f"/* {SPDX[0]}\n * {SPDX[1]}"):
            yield path, 1, "the two SPDX lines are missing"
    for path in tree.scripts():
        head = tree.text(path).split("\n")[:4]
        if not all(f"# {line}" in head for line in SPDX):
            yield path, 1, "the two SPDX lines are missing"


@rule("every source file is built, and so every test is run",
      ({"tests/domain/test-money.c": c("")}, ["tests/domain/test-money.c:1"]),
      ({"src/domain/b.c": c("")}, ["src/domain/b.c:1"]))
def built(tree):
    for path in tree.select("", ".c"):
        folders = path.split("/")[:-1]
        for depth in range(len(folders), -1, -1):
            build_file = "/".join(folders[:depth] + ["meson.build"])
            name = path[len(build_file) - len("meson.build"):]
            # A list of tests may leave out what they have in common: 'money' for test-money.c.
            stem = re.sub(r"(^|/)test-", r"\1", name[:-len(".c")])
            if build_file in tree.paths and re.search(
                    rf"'({re.escape(name)}|{re.escape(name[:-2])}|{re.escape(stem)})'",
                    tree.text(build_file)):
                break
        else:
            yield path, 1, "in no meson.build"


def documented(tree, prefix):
    """The functions that have a doc comment just above them, in whichever file."""
    names = set()
    for path in tree.c_files(prefix):
        for match in re.finditer(r"/\*\*\n \* (daybook_\w+):.*?\*/([^{;]*)", tree.text(path), re.S):
            if re.search(rf"\b{match[1]}\s*\(", match[2]):
                names.add(match[1])
    return names


@rule("every public function is documented",
      ({"src/domain/a.h": c("void daybook_a_free (int a);")}, ["src/domain/a.h:4"]),
      ({"src/presentation/views/a.h": c("const char *daybook_a_get (void);"),
        "src/presentation/views/a.c": c("/**", " * daybook_b_get:", " */", "const char *",
                                        "daybook_a_get (void)", "{", "}")},
       ["src/presentation/views/a.h:4"]))
def documentation(tree):
    for prefix in ("src/domain/", "src/application/", "src/presentation/"):
        known = documented(tree, prefix)
        for path in tree.select(prefix, ".h"):
            code = re.sub(r"^\s*#.*?(?<!\\)$", lambda m: re.sub(r"[^\n]", " ", m[0]),
                          tree.code(path), flags=re.M | re.S)
            # What an inline function does stands right there.
            code = re.sub(r"\bstatic inline\b[^{;]*", lambda m: re.sub(r"[^\n]", " ", m[0]), code)
            code = re.sub(r"\{[^{}]*\}", lambda m: re.sub(r"[^\n]", " ", m[0]), code)
            for match in re.finditer(r"\b(daybook_\w+)\s*\(", code):
                # The macros of GLib define these, and there is nothing to say about them.
                if not match[1].endswith(("_get_type", "_quark")) and match[1] not in known:
                    yield path, line_of(code, match.start()), f"{match[1]} is not documented"


def check(root):
    """TAP for the checkout at ROOT."""
    tree = Tree(root)
    results = [("there is something to look at", [] if tree.c_files("src/") else
                [("src", 1, "no source files")])]
    results += [(title, sorted(function(tree))) for title, function, _ in RULES]
    return report((title, [f"{p}:{l}: {m}" for p, l, m in findings]) for title, findings in results)


def write(root, files):
    for path, text in files.items():
        full = os.path.join(root, path)
        os.makedirs(os.path.dirname(full), exist_ok=True)
        with open(full, "w", encoding="utf-8") as file:
            file.write(text)


def apply(function, files):
    with tempfile.TemporaryDirectory(prefix="daybook-tidy-") as root:
        write(root, files)
        return sorted({f"{path}:{line}" for path, line, _ in function(Tree(root))})


def self_test():
    """TAP that shows each rule failing where it should and nowhere else."""
    results = []
    for title, function, examples in RULES:
        wrong = [] if examples else ["has no example of breaking it"]
        for finding in apply(function, TIDY_TREE):
            wrong.append(f"finds fault with a tidy tree: {finding}")
        for files, expected in examples:
            found = apply(function, {**TIDY_TREE, **files})
            if found != sorted(expected):
                wrong.append(f"{sorted(files)}: expected {expected}, found {found}")
        results.append((f"can fail: {title}", wrong))
    return report(results)


def report(results):
    results = list(results)
    print(f"1..{len(results)}")
    for number, (title, wrong) in enumerate(results, start=1):
        print(f"{'not ok' if wrong else 'ok'} {number} - {title}")
        for line in wrong:
            print(f"# {line}")
    return 1 if any(wrong for _, wrong in results) else 0


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    sys.exit(self_test() if sys.argv[1] == "--self-test" else check(sys.argv[1]))
