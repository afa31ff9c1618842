#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Daybook developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The manual against the program it is about, and against itself, as TAP.

usage: manual.py ROOT HTML     ROOT the checkout, HTML the folder of what was built of the manual
       manual.py --self-test   shows that what compares can find a difference

Every page has a title, says in a sentence what it is about, and is reached from the index; links
lead somewhere; what a page says stands on the screen does (a <gui> is a string of the program, and
in each language that string's translation); the page about the keyboard has each shortcut; the
translations are complete; and a page as HTML needs nothing but itself.
"""

import os
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

MALLARD = "{http://projectmallard.org/1.0/}"
KEYS = {"Control": "Ctrl", "question": "?", "comma": ",", "Left": "←"}


def run(*command):
    return subprocess.run(command, capture_output=True, text=True, check=True,
                          env={**os.environ, "LC_ALL": "C.UTF-8"}).stdout


def read(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def words(path):
    return [line for line in read(path).split() if line]


def parse_po(text):
    """The pairs of msgid and msgstr[0] in a catalogue."""
    pairs = []
    for block in text.split("\n\n"):
        found = {}
        for match in re.finditer(r'^(msgid|msgstr|msgstr\[0\]) ((?:"(?:[^"\\]|\\.)*"\n?)+)', block,
                                 re.M):
            parts = re.findall(r'"((?:[^"\\]|\\.)*)"', match[2])
            found[match[1][:6]] = re.sub(r"\\(.)", lambda m: "\n" if m[1] == "n" else m[1],
                                         "".join(parts))
        if found.get("msgid"):
            pairs.append((found["msgid"], found.get("msgstr", "")))
    return pairs


def plain(label):
    """A label as people read it: without the mark of its access key, and without the dots that say
    that a form follows."""
    return re.sub(r"[\s\u00a0]*…$", "", label.replace("_", "")).strip()


def guis(markup):
    return [plain(re.sub(r"\n *", " ", gui))
            for gui in re.findall(r"<gui>(.*?)</gui>", markup, re.S)]


def unknown_guis(markup, labels):
    return [gui for gui in guis(markup) if gui not in labels]


def wrong_translations(pairs, translations):
    """Of a manual's catalogue, where what stands on the screen is called something else there."""
    wrong = []
    for original, translated in pairs:
        asked, given = guis(original), guis(translated)
        if len(asked) != len(given):
            wrong.append(f"{len(asked)} <gui> in “{original}”, {len(given)} in its translation")
        wrong += [f"“{name}” is not called {sorted(translations.get(name, []))} in: {translated}"
                  for name in asked if not translations.get(name, set()) & set(given)]
        allowed = set().union(*(translations.get(name, set()) for name in asked))
        wrong += [f"“{gui}” translates nothing in “{original}”"
                  for gui in given if gui not in allowed]
    return wrong


def translations_of(pairs):
    found = {}
    for original, translated in pairs:
        found.setdefault(plain(original), set()).add(plain(translated))
    return found


def accelerator(text):
    modifiers = re.findall(r"<(\w+)>", text)
    key = re.sub(r"<\w+>", "", text)
    key = KEYS.get(key, key.upper() if len(key) == 1 else key)
    return tuple(KEYS.get(name, name) for name in modifiers) + (key,)


def shortcuts_of(ui):
    return {(title, accelerator(keys.replace("&lt;", "<").replace("&gt;", ">")))
            for title, keys in re.findall(
                r'name="title"[^>]*>([^<]*)</property>\s*'
                r'<property name="accelerator">([^<]*)<', ui)}


def shortcuts_told(page):
    return {("".join(row[0].itertext()).strip(),
             tuple(key.text for key in row.iter(MALLARD + "key")))
            for row in page.iter(MALLARD + "tr")}


class Manual:
    def __init__(self, root):
        self.root = root
        self.folder = f"{root}/help/C"
        self.names = sorted(name.removesuffix(".page") for name in os.listdir(self.folder)
                            if name.endswith(".page"))
        self.pages = {name: ElementTree.parse(f"{self.folder}/{name}.page").getroot()
                      for name in self.names}
        self.languages = words(f"{root}/help/LINGUAS")

    def links(self, page, kind):
        return [link.get("xref") for link in page.iter(MALLARD + "link")
                if link.get("type") == kind]

    def check_pages(self):
        """every page has its name, a title, a description and a way up"""
        sections = {"index#" + s.get("id") for s in self.pages["index"].iter(MALLARD + "section")}
        for name, page in self.pages.items():
            if page.get("id") != name:
                yield f"{name}.page calls itself {page.get('id')}"
            for element in ("title", "info/desc"):
                path = "/".join(MALLARD + part for part in element.split("/"))
                if not (page.findtext(path) or "").strip():
                    yield f"{name}.page has no {element}"
            if name != "index" and not set(self.links(page, "guide")) & sections:
                yield f"{name}.page is in no section of the index"

    def check_links(self):
        """links lead to pages that exist"""
        for name, page in self.pages.items():
            for link in page.iter(MALLARD + "link"):
                if link.get("xref", "").partition("#")[0] not in self.pages:
                    yield f"{name}.page leads to {link.get('xref')}"

    def check_built(self):
        """every page is built, and no other"""
        listed = re.findall(r"'([\w-]+)\.page'", read(f"{self.root}/help/meson.build"))
        yield from (f"{name}.page is in one place only" for name in set(listed) ^ set(self.names))

    def labels(self):
        with tempfile.TemporaryDirectory() as scratch:
            template = f"{scratch}/daybook.pot"
            run("xgettext", "--directory", self.root, "--files-from", f"{self.root}/po/POTFILES",
                "--output", template, "--from-code=UTF-8", "--keyword=_", "--keyword=N_",
                "--keyword=C_:1c,2", "--keyword=NC_:1c,2")
            return {plain(msgid) for msgid, _ in parse_po(read(template))}

    def check_screen(self):
        """what stands on the screen, according to a page, does"""
        labels = self.labels()
        for name in self.names:
            for gui in unknown_guis(read(f"{self.folder}/{name}.page"), labels):
                yield f"{name}.page: nothing on the screen is called “{gui}”"

    def check_keyboard(self):
        """the page about the keyboard tells of all shortcuts, and of no others"""
        there = shortcuts_of(read(f"{self.root}/data/ui/platform/keyboard-shortcuts.ui"))
        told = shortcuts_told(self.pages["keyboard"])
        yield from (f"not told: {title}, {keys}" for title, keys in sorted(there - told))
        yield from (f"told, and not there: {title}, {keys}" for title, keys in sorted(told - there))

    def check_language(self, language):
        """complete, and calls things what the program calls them"""
        po = f"{self.root}/help/{language}/{language}.po"
        with tempfile.TemporaryDirectory() as scratch:
            template, merged = f"{scratch}/help.pot", f"{scratch}/{language}.po"
            run("itstool", "--output", template,
                *(f"{self.folder}/{name}.page" for name in self.names))
            run("msgfmt", "--check", "--output-file", os.devnull, po)
            run("msgmerge", "--quiet", "--no-fuzzy-matching", "--output-file", merged, po, template)
            for choice in ("--untranslated", "--only-fuzzy"):
                missing = run("msgattrib", "--no-obsolete", choice, merged)
                yield from (f"{choice}: {msgid}" for msgid, _ in parse_po(missing))
            pairs = parse_po(read(merged))
        program = f"{self.root}/po/{language}.po"
        yield from wrong_translations(pairs, translations_of(parse_po(read(program))))

    def check_html(self, folder):
        """has every page, each of them whole by itself"""
        for name in self.names:
            path = f"{folder}/{name}.html"
            if not os.path.exists(path):
                yield f"{name}.html is missing"
                continue
            html = ElementTree.fromstring(read(path).removeprefix("<!DOCTYPE html>\n"))
            articles = [article.get("id") for article in html.iter("article")]
            if sorted(articles) != self.names or articles[-1] != name:
                yield f"{name}.html has {articles}"
            for element in html.iter():
                target = element.get("href")
                if target is not None and target.removeprefix("#") not in self.names:
                    yield f"{name}.html leads to {target}"
                if element.get("src") is not None or element.tag in ("script", "link", "img"):
                    yield f"{name}.html needs a {element.tag}"


def report(facts):
    """Prints what was found wrong with each; gives how many were."""
    failed = 0
    print(f"1..{len(facts)}")
    for number, (name, findings) in enumerate(facts, 1):
        findings = list(findings)
        print(f"{'not ok' if findings else 'ok'} {number} {name}")
        print("".join(f"# {line}\n" for finding in findings for line in finding.splitlines()),
              end="")
        failed += bool(findings)
    return failed


def check(root, html):
    manual = Manual(root)
    facts = [(what.__doc__, what()) for what in (
        manual.check_pages, manual.check_links, manual.check_built, manual.check_screen,
        manual.check_keyboard)]
    for language in ["C", *manual.languages]:
        facts.append((f"{language} as HTML {manual.check_html.__doc__}",
                      manual.check_html(f"{html}/{language}")))
    facts += [(f"{language} is {manual.check_language.__doc__}", manual.check_language(language))
              for language in manual.languages]
    return 1 if report(facts) else 0


def self_test():
    german = {"Open": {"Öffnen"}, "Undo": {"Rückgängig", "Rückgängig machen"}}
    page = ElementTree.fromstring(
        f'<page xmlns="{MALLARD[1:-1]}"><table><tr><td><p>Quit</p></td><td><p><keyseq>'
        "<key>Ctrl</key><key>Q</key></keyseq></p></td></tr></table></page>")
    ui = ('<property name="title" translatable="yes">Quit</property>\n'
          '<property name="accelerator">&lt;Control&gt;q</property>')
    cases = [
        ("labels are compared as they are read", plain("_Save a Copy\u00a0…") == "Save a Copy"),
        ("a label that is not there is found",
         unknown_guis("<gui>Open…</gui> <gui>Burn</gui>", {"Open"}) == ["Burn"]),
        ("catalogues are read", parse_po('msgid ""\n"a "\n"\\"b\\""\nmsgstr "c"\n')
         == [('a "b"', "c")]),
        ("what is called otherwise is found",
         len(wrong_translations([("<gui>Open…</gui>", "<gui>Auf …</gui>")], german)) == 2),
        ("what is left out is found",
         len(wrong_translations([("<gui>Open</gui>", "Öffnen")], german)) == 2),
        ("what is called right is not",
         not wrong_translations([("<gui>Undo</gui>", "<gui>Rückgängig\u00a0…</gui>")], german)),
        ("shortcuts are compared", shortcuts_of(ui) == shortcuts_told(page)
         == {("Quit", ("Ctrl", "Q"))}),
        ("other shortcuts are others",
         shortcuts_of(ui.replace(">q<", ">w<").replace("gt;q", "gt;w")) != shortcuts_told(page)),
    ]
    return 1 if report([(name, [] if holds else ["it does not"]) for name, holds in cases]) else 0


if __name__ == "__main__":
    sys.exit(self_test() if sys.argv[1:] == ["--self-test"] else check(*sys.argv[1:]))
