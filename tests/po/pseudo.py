#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Daybook developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""pseudo.py SOURCES FOLDER makes a language that nobody speaks, in FOLDER/xx/LC_MESSAGES: each
string in brackets, with accents, and longer by two fifths, as translations are. What a program
shows outside of brackets was not translated, or put together from pieces.

In the locale C.UTF-8, glibc 2.39 and later speak English whatever the language. So a locale that is
not that one is made too, in FOLDER/en_US.UTF-8: for LOCPATH."""

import os
import re
import struct
import subprocess
import sys
import tempfile

import translations

PLACE = re.compile(r'(%(?:\d\$)?[a-z%]|_\w|\n)')
ACCENTS = str.maketrans('aceinostuyACEINOSTUY', 'áçéíñóšţúýÁÇÉÍÑÓŠŢÚÝ')


def lengthen(text):
    parts = PLACE.split(text)
    accented = ''.join(part if n % 2 else part.translate(ACCENTS) for n, part in enumerate(parts))
    return f'⟦{accented} {"·" * (len(text) * 2 // 5 + 1)}⟧'


def convert(pair):
    """Takes what is looked up and what is found, as they stand in a compiled catalogue."""
    original, found = pair
    if not original:
        return original, (b'Content-Type: text/plain; charset=UTF-8\n'
                          b'Plural-Forms: nplurals=2; plural=(n != 1);\n')
    return original, '\0'.join(map(lengthen, found.decode().split('\0'))).encode()


def read_catalogue(path):
    with open(path, 'rb') as file:
        data = file.read()
    _, _, n, originals, found = struct.unpack_from('<5I', data)

    def text(table, i):
        length, offset = struct.unpack_from('<2I', data, table + 8 * i)
        return data[offset:offset + length]

    return [(text(originals, i), text(found, i)) for i in range(n)]


def write_catalogue(path, pairs):
    n = len(pairs)
    header = struct.pack('<7I', 0x950412de, 0, n, 28, 28 + 8 * n, 0, 28 + 16 * n)
    offset = 28 + 16 * n
    tables, texts = b'', b''
    for side in (0, 1):
        for pair in pairs:
            tables += struct.pack('<2I', len(pair[side]), offset + len(texts))
            texts += pair[side] + b'\0'
    with open(path, 'wb') as file:
        file.write(header + tables + texts)


def make(root, folder):
    """Makes the language. Returns how many strings it has."""
    messages = f'{folder}/xx/LC_MESSAGES'
    os.makedirs(messages, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        template, english = f'{scratch}/daybook.pot', f'{scratch}/daybook.po'
        translations.extract(root, template)
        subprocess.run(['msgen', '--output-file', english, template], check=True)
        subprocess.run(['msgfmt', '--endianness=little', '--no-hash', '--output-file',
                        f'{scratch}/daybook.mo', english], check=True)
        pairs = [convert(pair) for pair in read_catalogue(f'{scratch}/daybook.mo')]
    write_catalogue(f'{messages}/daybook.mo', pairs)
    subprocess.run(['localedef', '-i', 'en_US', '-f', 'UTF-8', f'{folder}/en_US.UTF-8'],
                   check=True)
    return len(pairs) - 1


if __name__ == '__main__':
    print(make(sys.argv[1], sys.argv[2]), 'strings')
