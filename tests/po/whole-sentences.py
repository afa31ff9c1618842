#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Daybook developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Nothing that the command line says is put together from pieces, as TAP: in a language in which
each string stands in brackets, all that stands outside of them is what was recorded or is typed."""

import json
import os
import re
import subprocess
import sys
import tempfile

import pseudo

# What stands for an argument in the verbs' usage is not translated, nor are the words to choose
# from.
TYPED = {'VERB', 'BOOK', 'FILE', 'TARGET', 'CSV', 'CODE', 'JSON', 'KIND', 'KEY', 'daybook', 'cli',
         'help', 'version', 'h', 'cash', 'bank', 'any', 'all', 'debits', 'credits', 'both'}
MONTHS = {'Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Sept', 'Oct', 'Nov',
          'Dec'}

# Each shows something of the book, or is refused and says why; {book} is its file.
CALLS = [
    'balance {book}', 'people {book}', 'entries {book}', 'entries {book} --of john',
    'holds {book}', 'check {book}', 'verify {book}', 'rebuild {book}',
    'register {book} --username zoe --name Zoe', 'open {book} --holder zoe --name Rent',
    'deposit {book} --to zoe --amount 40', 'withdraw {book} --from zoe --amount 50',
    'hold {book} --account zoe --amount 5 --reason hall',
    'block {book} --account zoe --reason lost',
    'withdraw {book} --from zoe --amount 1', 'transfer {book} --from zoe --to zoe --amount 1',
    'deposit {book} --to nobody --amount 1', 'deposit {book} --to zoe --amount twelve',
    'deposit {book} --to zoe', 'deposit {book} --to zoe --amount 1 --zap', 'deposit',
    'reverse {book} --entry 1', 'close {book} --account zoe',
    'open {book} --holder zoe --currency ?',
    'register {book} --username zoe --name Zoe', 'check-seal {book} nonsense',
    'balance /nowhere/no.daybook',
    'nonsense',
]


def outside(text):
    """Gives what stands in no brackets."""
    shown, depth = [], 0
    for character in text:
        depth += {'⟦': 1, '⟧': -1}.get(character, 0)
        if depth == 0:
            shown.append(character)
    return ''.join(shown).replace('⟧', ' ')


def words(text):
    return set(re.findall(r'[^\W\d_]+', text))


class Program:
    def __init__(self, path, locales):
        self.path = path
        self.environment = {**os.environ, 'LANGUAGE': 'xx', 'LC_ALL': 'en_US.UTF-8',
                            'LOCPATH': locales, 'DAYBOOK_LOCALEDIR': locales}

    def say(self, *arguments):
        done = subprocess.run([self.path, *arguments], capture_output=True, text=True, check=False,
                              env=self.environment, stdin=subprocess.DEVNULL)
        return done.stdout + done.stderr


def values(data):
    """Gives the texts in data, not what they are called."""
    if isinstance(data, dict):
        return ' '.join(map(values, data.values()))
    if isinstance(data, list):
        return ' '.join(map(values, data))
    return str(data)


def recorded(program, book):
    """Gives all words that are in the book."""
    found = set()
    for verb in ('entries', 'people', 'balance'):
        for line in program.say(verb, book, '--json').splitlines():
            found |= words(values(json.loads(line)))
    return found


def main(root, cli):
    ok = True
    n = 0

    def check(what, text, allowed):
        nonlocal ok, n
        n += 1
        left = words(outside(text)) - allowed
        good = not left and text != ''
        ok &= good
        print(f'{"ok" if good else "not ok"} {n} {what}')
        if not good:
            print(f'# not translated, or put together from pieces: {", ".join(sorted(left))}')
            print(''.join(f'# {line}\n' for line in text.splitlines()[:20]), end='')

    with tempfile.TemporaryDirectory() as folder:
        pseudo.make(root, folder)
        program = Program(cli, folder)
        general = program.say('--help')
        if '⟦' not in general:
            print('1..0 # SKIP this system does not speak a language that was just made')
            return 0
        check('what is in brackets does not count', '⟦Entry ⟦ten⟧ of⟧ ten ⟦days⟧', {'ten'})
        verbs = re.findall(r'^  ([a-z-]+) +⟦', general, re.M)
        book = f'{folder}/club.daybook'
        program.say('sample', book, '--entries', '300')
        check('the help', general, TYPED | {word for verb in verbs for word in words(verb)})
        for verb in verbs:
            text = program.say(verb, '--help')
            options = words(' '.join(re.findall(r'--[a-z-]+', text)))
            check(f'the help of {verb}', text, TYPED | options | words(verb))
        for call in CALLS:
            text = program.say(*(part.format(book=book) for part in call.split()))
            check(call.format(book='BOOK'), text, MONTHS | recorded(program, book))
    print(f'1..{n}')
    return 0 if ok else 1


sys.exit(main(sys.argv[1], sys.argv[2]))
