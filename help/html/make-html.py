#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Daybook developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The manual as HTML, for wherever there is no help viewer.

usage: make-html.py [--po LANG.po] FOLDER PAGE...

Writes a file for each page. Out of a sandbox only one file can be opened, and not at a place in it:
so each file has all pages in it, refers to nothing outside itself, and shows its own page first.
With --po the pages are translated (by itstool).

This knows the part of Mallard that our pages use, and stops at anything else.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
from html import escape

MALLARD = "{http://projectmallard.org/1.0/}"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"

# What becomes of an element: what stands before what is in it, and what behind.
PLAIN = {
    "p": ("<p>", "</p>\n"),
    "steps": ("<ol>\n", "</ol>\n"),
    "list": ("<ul>\n", "</ul>\n"),
    "table": ("<table>\n", "</table>\n"),
    "tr": ("<tr>", "</tr>\n"),
    "td": ("<td>", "</td>"),
    "gui": ("<b>", "</b>"),
    "em": ("<em>", "</em>"),
    "key": ("<kbd>", "</kbd>"),
    "keyseq": ("", ""),
    "cmd": ("<code>", "</code>"),
}


def name_of(element):
    return element.tag.removeprefix(MALLARD)


def find(element, *names):
    return element.findall("/".join(MALLARD + name for name in names))


def text_of(element):
    return " ".join("".join(element.itertext()).split())


class Manual:
    def __init__(self, paths):
        self.pages = {}
        for path in paths:
            page = ElementTree.parse(path).getroot()
            self.pages[page.get("id")] = page
        self.language = self.pages["index"].get(LANGUAGE, "en")

    def title(self, page):
        return text_of(find(self.pages[page], "title")[0])

    def desc(self, page):
        return text_of(find(self.pages[page], "info", "desc")[0])

    def inside(self, element, before=""):
        """What is in an element: its text and its children's."""
        parts = [before + escape(element.text or "", quote=False)]
        for child in element:
            parts.append(self.convert(child, element))
            parts.append(escape(child.tail or "", quote=False))
        joined = "+" if name_of(element) == "keyseq" else ""
        return joined.join(part for part in parts if part.strip() or not joined)

    def convert(self, element, parent):
        name = name_of(element)
        if name in PLAIN:
            before, behind = PLAIN[name]
            return before + self.inside(element) + behind
        if name == "info":
            return ""
        if name == "note":
            return f'<aside class="{element.get("style", "note")}">{self.inside(element)}</aside>\n'
        if name == "terms":
            return f"<dl>\n{self.inside(element)}</dl>\n"
        if name == "item":
            return self.convert_item(element, parent)
        if name == "title":
            return self.convert_title(element, parent)
        if name == "section":
            return (f"<section>\n{self.inside(element)}"
                    f"{self.links(self.guided(element.get('id')))}</section>\n")
        if name == "link":
            page = element.get("xref")
            return f'<a href="#{page}">{self.inside(element) or escape(self.title(page))}</a>'
        raise SystemExit(f"make-html.py: the pages have a “{name}”, which I do not know")

    def convert_item(self, element, parent):
        if name_of(parent) != "terms":
            return f"<li>{self.inside(element)}</li>\n"
        title, *rest = element
        return (f"<dt>{self.inside(title)}</dt>\n<dd>"
                + "".join(self.convert(child, element) for child in rest) + "</dd>\n")

    def convert_title(self, element, parent):
        tag = {"page": "h1", "section": "h2", "table": "caption"}[name_of(parent)]
        return f"<{tag}>{self.inside(element)}</{tag}>\n"

    def guided(self, section):
        """The pages that ask to stand in a section of the index: those that would be first or last
        there, and between them the others by their titles."""
        order = ["#first", "#default", "#last"]
        pages = [(order.index(link.get("group", "#default")), self.title(page), page)
                 for page, element in self.pages.items()
                 for link in find(element, "info", "link")
                 if link.get("type") == "guide" and link.get("xref") == f"index#{section}"]
        return [page for _, _, page in sorted(pages)]

    def links(self, pages):
        if not pages:
            return ""
        items = "".join(f'<li><a href="#{page}">{escape(self.title(page))}</a>'
                        f"<span>{escape(self.desc(page))}</span></li>\n" for page in pages)
        return f'<ul class="links">\n{items}</ul>\n'

    def article(self, page):
        element = self.pages[page]
        title, *rest = [child for child in element if name_of(child) != "info"]
        seealso = [link.get("xref") for link in find(element, "info", "link")
                   if link.get("type") == "seealso"]
        more = f'<nav class="more">{self.links(seealso)}</nav>\n' if seealso else ""
        home = f'<nav><a href="#index">{escape(self.title("index"))}</a></nav>\n'
        return (f'<article id="{page}">\n{home if page != "index" else ""}'
                f"{self.convert_title(title, element)}"
                f'<p class="desc">{escape(self.desc(page))}</p>\n'
                + "".join(self.convert(child, element) for child in rest) + more + "</article>\n")

    def write(self, folder, css):
        articles = {page: self.article(page) for page in self.pages}
        home = escape(self.title("index"))
        for page in self.pages:
            title = home if page == "index" else f"{escape(self.title(page))} – {home}"
            others = "".join(articles[other] for other in self.pages if other != page)
            with open(os.path.join(folder, f"{page}.html"), "w", encoding="utf-8") as file:
                file.write(f'<!DOCTYPE html>\n<html lang="{self.language.replace("_", "-")}">\n'
                           f'<head>\n<meta charset="utf-8"/>\n<meta name="viewport" '
                           f'content="width=device-width"/>\n<title>{title}</title>\n'
                           f"<style>\n{css}</style>\n</head>\n<body>\n"
                           f"<main>\n{others}{articles[page]}</main>\n</body>\n</html>\n")


def translate(po, paths, scratch):
    catalogue = os.path.join(scratch, os.path.splitext(os.path.basename(po))[0] + ".mo")
    subprocess.run(["msgfmt", "--output-file", catalogue, po], check=True)
    subprocess.run(["itstool", "--merge", catalogue, "--output", scratch, *paths], check=True)
    return [os.path.join(scratch, os.path.basename(path)) for path in paths]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--po")
    parser.add_argument("folder")
    parser.add_argument("pages", nargs="+")
    arguments = parser.parse_args()

    here = os.path.dirname(os.path.abspath(__file__))
    with open(os.path.join(here, "manual.css"), encoding="utf-8") as file:
        css = file.read()
    shutil.rmtree(arguments.folder, ignore_errors=True)
    os.makedirs(arguments.folder)
    with tempfile.TemporaryDirectory() as scratch:
        pages = arguments.pages
        if arguments.po:
            pages = translate(arguments.po, pages, scratch)
        Manual(pages).write(arguments.folder, css)
    return 0


sys.exit(main())
