#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Daybook developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every language in po/LINGUAS is complete, as TAP: no string missing, fuzzy or with wrong formats,
measured against the strings that the sources have now."""

import os
import re
import subprocess
import sys
import tempfile


def run(*command):
    return subprocess.run(command, capture_output=True, text=True,
                          env={**os.environ, 'LC_ALL': 'C.UTF-8'})


def words(path):
    with open(path, encoding='utf-8') as file:
        return [line.strip() for line in file if line.strip() and not line.startswith('#')]


def extract(root, template):
    return run('xgettext', '--directory', root, '--files-from', f'{root}/po/POTFILES', '--output',
               template, '--from-code=UTF-8', '--add-comments', '--keyword=_', '--keyword=N_',
               '--keyword=C_:1c,2', '--keyword=NC_:1c,2', '--keyword=g_dngettext:2,3',
               '--keyword=ngettext:1,2', '--flag=g_strdup_printf:1:c-format',
               '--flag=daybook_compose:1:c-format')


def check(root, language, template, merged):
    """Gives what is wrong with the language, or nothing."""
    source = f'{root}/po/{language}.po'
    form = run('msgfmt', '--check', '--output-file', os.devnull, source)
    if form.returncode != 0:
        return form.stderr
    merge = run('msgmerge', '--quiet', '--no-fuzzy-matching', '--output-file', merged, source,
                template)
    if merge.returncode != 0:
        return merge.stderr
    statistics = run('msgfmt', '--statistics', '--output-file', os.devnull, merged).stderr
    if re.search('fuzzy|untranslated', statistics):
        missing = run('msgattrib', '--untranslated', '--no-obsolete', merged).stdout
        return statistics + missing
    return None


def main(root):
    languages = words(f'{root}/po/LINGUAS')
    print(f'1..{len(languages) + 1}')
    ok = True
    with tempfile.TemporaryDirectory() as folder:
        template = f'{folder}/daybook.pot'
        extraction = extract(root, template)
        good = extraction.returncode == 0 and os.path.exists(template)
        print(f'{"ok" if good else "not ok"} 1 the sources give up their strings')
        print(''.join(f'# {line}\n' for line in extraction.stderr.splitlines()), end='')
        ok &= good
        for n, language in enumerate(languages, 2):
            wrong = check(root, language, template, f'{folder}/{language}.po')
            print(f'{"not ok" if wrong else "ok"} {n} {language} is complete')
            print(''.join(f'# {line}\n' for line in (wrong or '').splitlines()[:200]), end='')
            ok &= not wrong
    return 0 if ok else 1


if __name__ == '__main__':
    sys.exit(main(sys.argv[1]))
