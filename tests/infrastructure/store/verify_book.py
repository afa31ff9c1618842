#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Daybook developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""A second verifier of book files, written from docs/format.md and nothing else.

    verify_book.py BOOK              says whether the book is sound
    verify_book.py --test DAYBOOK-CLI  as a test: the page's vector, a sound sample, a spoilt one
"""

import hashlib
import os
import sqlite3
import struct
import subprocess
import sys
import tempfile


VECTOR = 'd2b276770386343ee0e6b1d63b20664a0fb3bd245ef211bd29ddb1ea160995c8'


def number(n):
    return struct.pack('<Q', n & 0xffffffffffffffff)


def text(s):
    if s is None:
        return b'\xff\xff\xff\xff'
    b = s.encode()
    return struct.pack('<I', len(b)) + b


def entry_hash(book, previous, event, commit, filings):
    position, id_, type_, version, date, data = event
    first, last, command_id, digest, actor, correlation, causation, recorded_at = commit
    message = b'daybook-entry-1\0' + book + previous
    message += number(position) + id_ + text(type_) + number(version) + text(date)
    message += hashlib.sha256(data.encode()).digest()
    message += number(first) + number(last) + text(command_id) + digest + text(actor)
    message += text(correlation) + text(causation) + number(recorded_at)
    for kind, key, filing_version, role in filings:
        message += text(kind) + text(key) + number(filing_version) + text(role)
    return hashlib.sha256(message + number(len(filings))).digest()


def verify(path):
    """Returns the number of entries; raises ValueError naming the first that is not sound."""
    db = sqlite3.connect(f'file:{path}?mode=ro', uri=True)
    (book,) = db.execute('SELECT id FROM book').fetchone()
    previous = bytes(32)
    expected = 0
    for row in db.execute('SELECT position, id, type, type_version, value_date, data, data_hash, '
                          'hash, command FROM events ORDER BY position').fetchall():
        expected += 1
        event, data_hash, stored, command = row[:6], row[6], row[7], row[8]
        if event[0] != expected:
            raise ValueError(f'entry {expected} is missing')
        commit = db.execute('SELECT first, last, command_id, digest, actor, correlation, '
                            'causation, recorded_at FROM commits WHERE first = ?',
                            (command,)).fetchone()
        filings = db.execute('SELECT kind, key, version, role FROM filings JOIN streams '
                             'USING (stream) WHERE position = ? ORDER BY ordinal',
                             (expected,)).fetchall()
        if hashlib.sha256(event[5].encode()).digest() != data_hash or commit is None \
           or entry_hash(book, previous, event, commit, filings) != stored:
            raise ValueError(f'entry {expected} is not what was recorded')
        previous = stored
    return expected


def vector():
    """The test vector of docs/format.md."""
    memo = '"currency":"EUR","method":"cash","memo":"für \\"Anna\\" \\\\ 🍎"}'
    a = (1, 2, 'a', bytes(32), 'tester', None, None, 1000)
    b = (3, 3, 'b', bytes(32), 'tester', None, None, 1000)
    one, two = '0000000195', '0000000292'
    entries = [
        (('MoneyDeposited', '{"to":"%s","amount":100,%s' % (one, memo)), a,
         [('account', one, 1, 'to'), ('type', 'MoneyDeposited 1', 1, 'first')]),
        (('MoneyDeposited', '{"to":"%s","amount":5,%s' % (two, memo)), a,
         [('account', two, 1, 'to')]),
        (('MoneyTransferred', '{"from":"%s","to":"%s","amount":60,"currency":"EUR"}' % (one, two)),
         b, [('account', one, 2, 'from'), ('account', two, 2, 'to'),
             ('type', 'MoneyTransferred 1', 1, 'first')]),
    ]
    previous = bytes(32)
    for i, ((type_, data), commit, filings) in enumerate(entries, 1):
        event = (i, bytes(15) + bytes([i]), type_, 1, '2026-11-23', data)
        previous = entry_hash(b'a book for tests', previous, event, commit, filings)
    return previous.hex()


def spoil(path):
    db = sqlite3.connect(path)
    for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        db.execute(f'DROP TRIGGER {name}')
    db.execute("UPDATE events SET value_date = '1999-01-01' WHERE position = 17")
    db.commit()
    db.close()


def test(cli):
    def point(n, ok, name):
        print(f'{"ok" if ok else "not ok"} {n} {name}')
        return ok

    with tempfile.TemporaryDirectory() as folder:
        book = os.path.join(folder, 'sample.daybook')
        subprocess.run([cli, 'sample', book, '--entries', '500'], check=True,
                       stdout=subprocess.DEVNULL)
        print('1..4')
        ok = point(1, vector() == VECTOR, 'the vector of docs/format.md')
        ok &= point(2, verify(book) == 500, 'a sound book is sound to the second verifier')
        spoil(book)
        try:
            verify(book)
            message = ''
        except ValueError as error:
            message = str(error)
        ok &= point(3, message.startswith('entry 17 '), 'a spoilt entry is found by the second')
        ours = subprocess.run([cli, 'verify', book], capture_output=True, text=True)
        ok &= point(4, ours.returncode == 3 and '17' in ours.stdout + ours.stderr,
                    'and by the first')
    return 0 if ok else 1


def main(arguments):
    if len(arguments) == 2 and arguments[0] == '--test':
        return test(arguments[1])
    if len(arguments) != 1:
        print(__doc__, file=sys.stderr)
        return 2
    try:
        print(f'{verify(arguments[0])} entries, all sound')
        return 0
    except ValueError as error:
        print(error, file=sys.stderr)
        return 1


sys.exit(main(sys.argv[1:]))
