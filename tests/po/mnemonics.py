#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Daybook developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""No two labels that are seen together have the same mnemonic, in any language, as TAP: the items
of a menu; the buttons of a page; the two buttons of a form."""

import gettext
import glob
import os
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

# What stands beside “Cancel”: the verbs of forms, wherever they come from.
VERB_SOURCES = ['src/presentation/viewmodels/form-plan.c', 'src/presentation/views/money-dialog.c',
                'src/presentation/views/form-dialog.c']


def words(path):
    with open(path, encoding='utf-8') as file:
        return [line.strip() for line in file if line.strip() and not line.startswith('#')]


def label(element):
    """Gives what is looked up in a catalogue: a context, if there is one, and the text."""
    return element.get('context'), element.text


def labels_of_menu(menu):
    return [label(attribute) for attribute in menu.iter('attribute')
            if attribute.get('name') == 'label' and '_' in (attribute.text or '')]


def labels_of_template(template):
    return [label(prop) for prop in template.iter('property')
            if prop.get('name') == 'label' and prop.get('translatable') and '_' in prop.text]


def groups(root):
    """Gives what is seen together: where, and the labels."""
    verbs = set()
    for path in sorted(glob.glob(f'{root}/data/ui/*.ui')):
        tree = ElementTree.parse(path).getroot()
        name = os.path.basename(path)
        for menu in tree.findall('menu'):
            yield f'{name}, menu {menu.get("id")}', labels_of_menu(menu)
        template = tree.find('template')
        # One after the other, never both.
        if template is not None and name != 'task-dialog.ui':
            yield name, labels_of_template(template)
        verbs.update(label(prop) for prop in tree.iter('property') if prop.get('name') == 'verb')
    for path in VERB_SOURCES:
        with open(f'{root}/{path}', encoding='utf-8') as file:
            verbs.update((None, text) for text in
                         re.findall(r'N?_ ?\("([^"]*_[^"]*)"\)', file.read()))
    for verb in sorted(verbs, key=str):
        yield f'form with “{verb[1]}”', [(None, '_Cancel'), verb]


def catalogue(root, language, folder):
    if language == 'en':
        return gettext.NullTranslations()
    compiled = f'{folder}/{language}.mo'
    subprocess.run(['msgfmt', '--output-file', compiled, f'{root}/po/{language}.po'], check=True)
    with open(compiled, 'rb') as file:
        return gettext.GNUTranslations(file)


def collisions(group, translations):
    """Gives the labels of a group that share a mnemonic with one before them."""
    seen = {}
    for context, text in dict.fromkeys(group):
        shown = translations.pgettext(context, text) if context else translations.gettext(text)
        found = re.search('_(.)', shown)
        if not found:
            continue
        key = found.group(1).casefold()
        if key in seen and seen[key] != shown:
            yield f'{seen[key]} / {shown}'
        seen.setdefault(key, shown)


def main(root):
    languages = ['en'] + words(f'{root}/po/LINGUAS')
    together = [group for group in groups(root) if len(group[1]) > 1]
    print(f'1..{len(languages) + 1}')
    ok = len(together) > 20
    print(f'{"ok" if ok else "not ok"} 1 there are {len(together)} menus, pages and forms')
    with tempfile.TemporaryDirectory() as folder:
        for n, language in enumerate(languages, 2):
            translations = catalogue(root, language, folder)
            wrong = [f'{where}: {pair}' for where, group in together
                     for pair in collisions(group, translations)]
            print(f'{"not ok" if wrong else "ok"} {n} {language} has no two alike')
            print(''.join(f'# {line}\n' for line in wrong), end='')
            ok &= not wrong
    return 0 if ok else 1


sys.exit(main(sys.argv[1]))
