#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Daybook developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""A second verifier of book files, written from docs/format.md and nothing else.

    verify_book.py BOOK              says whether the book is sound, and its seals
    verify_book.py --test DAYBOOK-CLI  as a test: the page's vectors, a sound sample, a spoilt one
"""

import hashlib
import json
import os
import sqlite3
import struct
import subprocess
import sys
import tempfile


VECTOR = 'd2b276770386343ee0e6b1d63b20664a0fb3bd245ef211bd29ddb1ea160995c8'
SEAL = 'TAS7-CXR3-GRT3-XR71'
CHARACTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

TEXT, INTEGER, BLOB = ('text',), ('integer',), ('blob',)
OPTIONAL = ('text', 'null')
COLUMNS = {
    'book': {'id': BLOB},
    'commits': {'first': INTEGER, 'last': INTEGER, 'command_id': TEXT, 'digest': BLOB,
                'actor': TEXT, 'correlation': OPTIONAL, 'causation': OPTIONAL,
                'recorded_at': INTEGER},
    'events': {'position': INTEGER, 'id': BLOB, 'command': INTEGER, 'type': TEXT,
               'type_version': INTEGER, 'value_date': TEXT, 'data': TEXT, 'data_hash': BLOB,
               'hash': BLOB},
    'streams': {'stream': INTEGER, 'kind': TEXT, 'key': TEXT},
    'filings': {'position': INTEGER, 'ordinal': INTEGER, 'stream': INTEGER, 'version': INTEGER,
                'role': TEXT},
}


def number(n):
    return struct.pack('<Q', n & 0xffffffffffffffff)


def encode(s):
    """As the file has it, also where that is no longer UTF-8."""
    return s.encode(errors='surrogateescape')


def text(s):
    if s is None:
        return b'\xff\xff\xff\xff'
    b = encode(s)
    return struct.pack('<I', len(b)) + b


def entry_hash(book, previous, event, commit, filings):
    position, id_, type_, version, date, data = event
    first, last, command_id, digest, actor, correlation, causation, recorded_at = commit
    message = b'daybook-entry-1\0' + book + previous
    message += number(position) + id_ + text(type_) + number(version) + text(date)
    message += hashlib.sha256(encode(data)).digest()
    message += number(first) + number(last) + text(command_id) + digest + text(actor)
    message += text(correlation) + text(causation) + number(recorded_at)
    for kind, key, filing_version, role in filings:
        message += text(kind) + text(key) + number(filing_version) + text(role)
    return hashlib.sha256(message + number(len(filings))).digest()


def seal_of(hash_):
    """The code that people keep on paper."""
    bits = int.from_bytes(hash_[:10], 'big') >> 5
    values = [bits >> shift & 31 for shift in range(70, -1, -5)]
    p = 32
    for value in values:
        p = 2 * ((p + value) % 32 or 32) % 33
    text = ''.join(CHARACTERS[value] for value in values + [(33 - p) % 32])
    return '-'.join(text[i:i + 4] for i in range(0, 16, 4))


def check_types(db):
    """What a column holds is what it is for, also where something else would mean the same."""
    for table, columns in COLUMNS.items():
        for name, allowed in columns.items():
            for found, in db.execute(f'SELECT DISTINCT typeof ({name}) FROM {table}'):
                if found not in allowed:
                    raise ValueError(f'{table}.{name} holds what it is not for: {found}')


class Filings:
    """The filings, taken off entry by entry, with the version each stream has come to."""

    def __init__(self, db):
        self.rows = db.execute('SELECT position, ordinal, stream, kind, key, version, role '
                               'FROM filings LEFT JOIN streams USING (stream) '
                               'ORDER BY position, ordinal').fetchall()
        self.next = 0
        self.versions = {}

    def left(self):
        return self.next < len(self.rows)

    def take(self, position):
        """Returns the filings of an entry, or None if they are not in order."""
        taken = []
        sound = True
        while self.left() and self.rows[self.next][0] == position:
            _, ordinal, stream, *filing = self.rows[self.next]
            sound = sound and ordinal == len(taken) \
                and filing[2] == self.versions.get(stream, 0) + 1
            self.versions[stream] = filing[2]
            taken.append(filing)
            self.next += 1
        if self.left() and 0 <= self.rows[self.next][0] < position:
            sound = False
        return taken if sound else None


def is_sound(book, previous, row, commit, filings, earliest):
    event, data_hash, stored, command = row[:6], row[6], row[7], row[8]
    if commit is None or filings is None:
        return False
    try:
        return commit[0] == command and commit[0] <= event[0] <= commit[1] \
            and commit[7] >= earliest \
            and hashlib.sha256(encode(event[5])).digest() == data_hash \
            and entry_hash(book, previous, event, commit, filings) == stored
    except (AttributeError, TypeError, struct.error):  # something else than the column is for
        return False


def walk(db):
    books = db.execute('SELECT id FROM book').fetchall()
    if len(books) != 1:
        raise ValueError(f'the file has the ids of {len(books)} books')
    (book,), = books
    commits = iter(db.execute('SELECT first, last, command_id, digest, actor, correlation, '
                              'causation, recorded_at FROM commits ORDER BY first').fetchall())
    filings = Filings(db)
    commit = None
    previous = bytes(32)
    earliest = -1 << 63
    expected = 0
    closings = []
    for row in db.execute('SELECT position, id, type, type_version, value_date, data, data_hash, '
                          'hash, command FROM events ORDER BY position').fetchall():
        expected += 1
        if row[0] != expected:
            raise ValueError(f'entry {expected} is missing')
        if commit is None or commit[1] < expected:
            commit = next(commits, None)
        if not is_sound(book, previous, row, commit, filings.take(expected), earliest):
            raise ValueError(f'entry {expected} is not what was recorded')
        if row[2] == 'PeriodClosed':
            closings.append((json.loads(row[5]), expected - 1, seal_of(previous)))
        earliest = commit[7]
        previous = row[7]
    if commit is not None and commit[1] != expected or next(commits, None) or filings.left():
        raise ValueError(f'entry {expected + 1} is missing')
    (n_streams,), = db.execute('SELECT count(*) FROM streams')
    if n_streams != len(filings.versions):
        raise ValueError(f'entry {max(expected, 1)} is not what was recorded: '
                         'there are streams that nothing is filed under')
    check_types(db)
    if db.execute('PRAGMA integrity_check').fetchall() != [('ok',)]:
        raise ValueError('the file contradicts itself')
    return expected, closings


def read(path):
    """Returns the number of entries, and of each closed period what the book says of it, the last
    entry before it and the seal of that; raises ValueError naming the first that is not sound."""
    db = sqlite3.connect(f'file:{path}?mode=ro', uri=True)
    db.text_factory = lambda b: b.decode(errors='surrogateescape')
    try:
        return walk(db)
    except (sqlite3.Error, TypeError, UnicodeDecodeError) as error:  # no sense in its rows or names
        raise ValueError(f'the file is damaged: {error}') from error
    finally:
        db.close()


def verify(path):
    return read(path)[0]


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
        subprocess.run([cli, 'dispatch', book, '-'], check=True, stdout=subprocess.DEVNULL,
                       input='{"close-period": {"until": "2020-12-31"}}\n', text=True)
        print('1..6')
        ok = point(1, vector() == VECTOR, 'the vector of docs/format.md')
        ok &= point(2, seal_of(bytes.fromhex(VECTOR)) == SEAL, 'and its seal')
        count, ((closed, sealed, seal),) = read(book)
        ok &= point(3, count == 501, 'a sound book is sound to the second verifier')
        ok &= point(4, (closed['sealed'], closed['seal']) == (sealed, seal) == (500, seal),
                    'which computes the same seal')
        spoil(book)
        try:
            verify(book)
            message = ''
        except ValueError as error:
            message = str(error)
        ok &= point(5, message.startswith('entry 17 '), 'a spoilt entry is found by the second')
        ours = subprocess.run([cli, 'verify', book], capture_output=True, text=True)
        ok &= point(6, ours.returncode == 3 and '17' in ours.stdout + ours.stderr,
                    'and by the first')
    return 0 if ok else 1


def main(arguments):
    if len(arguments) == 2 and arguments[0] == '--test':
        return test(arguments[1])
    if len(arguments) != 1:
        print(__doc__, file=sys.stderr)
        return 2
    try:
        count, closings = read(arguments[0])
        print(f'{count} entries, all sound')
        for closed, _, seal in closings:
            print(f'the seal of the period up to {closed["until"]} is {seal}')
        return 0
    except ValueError as error:
        print(error, file=sys.stderr)
        return 1


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
