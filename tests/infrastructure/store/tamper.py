#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Daybook developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Somebody who has the book file and knows SQLite: what is found, and what only a seal can show.

usage: tamper.py PROGRAM [all [SEED]]    (TAP)

Makes a small book with PROGRAM, then for each case a copy with one thing changed, and asks both
verifiers, `PROGRAM verify` and verify_book.py: they must agree that the book is not sound, and on
the entry where that begins. Tables and columns are read from the file, so that a new one is covered
on the day it is there. A sample of rows is changed each time; `all` changes every row, and more.
"""

import json
import os
import random
import re
import sqlite3
import subprocess
import sys
import tempfile

import verify_book

HEADER = 100


class Tamperer:
    """A copy of the book for each case, and what both verifiers say of it."""

    def __init__(self, program, folder, draw, thorough):
        self.program = os.path.abspath(program)
        self.folder = folder
        self.draw = draw
        self.thorough = thorough
        self.path = os.path.join(folder, 'tampered.daybook')
        self.original = os.path.join(folder, 'original.daybook')
        self.environment = {**os.environ, 'XDG_CACHE_HOME': os.path.join(folder, 'cache')}
        self.n_cases = 0
        make_book(self)
        with open(self.original, 'rb') as file:
            self.bytes = file.read()
        with Connection(self.original) as db:
            self.tables = {name: columns(db, name) for name, in db.execute(
                "SELECT name FROM sqlite_master WHERE type = 'table' "
                "AND name NOT LIKE 'sqlite_%'").fetchall()}
            self.rows = {name: [dict(zip(self.tables[name], row)) for row in
                                db.execute(f'SELECT * FROM {name} ORDER BY {key(name)}')]
                         for name in self.tables}
            (self.n_entries,), = db.execute('SELECT count(*) FROM events')

    def copy(self):
        with open(self.path, 'wb') as file:
            file.write(self.bytes)
        return Connection(self.path)

    def ours(self):
        """Returns whether it is sound, and the entry that is not, if one is named."""
        result = subprocess.run([self.program, 'verify', self.path], env=self.environment,
                                text=True, capture_output=True, check=False)
        if result.returncode not in (0, 3):
            raise RuntimeError(f'verify ended with {result.returncode}: {result.stderr}')
        return result.returncode == 0, entry_in(result.stderr)

    def theirs(self):
        try:
            verify_book.verify(self.path)
            return True, None
        except ValueError as error:
            return False, entry_in(str(error))

    def verdicts(self):
        self.n_cases += 1
        return self.ours(), self.theirs()

    def find(self, what, entry=None):
        """Complains unless both find something wrong, in the same place, which is @entry."""
        (ours, our_entry), (theirs, their_entry) = self.verdicts()
        if ours or theirs:
            yield f'{what}: ' + ' and '.join(
                name for name, blind in (('the first verifier', ours), ('the second', theirs))
                if blind) + ' found nothing'
        named = {number for number in (our_entry, their_entry, entry) if number}
        if len(named) > 1:
            yield f'{what}: entry {our_entry} or {their_entry} instead of {entry}'

    def pass_over(self, what):
        """Complains unless both find everything in order."""
        verdicts = self.verdicts()
        if verdicts != ((True, None), (True, None)):
            yield f'{what}: {verdicts}'

    def some(self, rows):
        """All rows, or the first, the last and one between them."""
        if self.thorough or len(rows) <= 3:
            return rows
        return [rows[0], self.draw.choice(rows[1:-1]), rows[-1]]

    def first_entry(self, table, row):
        """The number of the first entry that a row is about."""
        if table == 'streams':
            return min(filing['position'] for filing in self.rows['filings']
                       if filing['stream'] == row['stream'])
        return row.get('position') or row.get('first') or 1


def entry_in(message):
    match = re.search(r'[Ee]ntry (\d+) ', message)
    return int(match[1]) if match else None


def key(table):
    """What tells the rows of a table apart."""
    return {'filings': 'position, ordinal', 'book': 'rowid', 'events': 'position',
            'commits': 'first', 'streams': 'stream'}.get(table, 'rowid')


def columns(db, table):
    return [row[1] for row in db.execute(f'PRAGMA table_info ({table})')]


class Connection:
    """A connection of somebody for whom no rule holds; closed, and its changes kept, at the end."""

    def __init__(self, path):
        self.db = sqlite3.connect(path, isolation_level=None)
        self.db.execute('PRAGMA synchronous = OFF')
        self.db.execute('PRAGMA foreign_keys = OFF')
        self.db.execute('PRAGMA ignore_check_constraints = ON')
        for name, in self.db.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'") \
                .fetchall():
            self.db.execute(f'DROP TRIGGER {name}')

    def __enter__(self):
        return self.db

    def __exit__(self, *exception):
        self.db.close()


# The book.

COMMANDS = (
    {'register': {'username': 'john', 'name': 'John Smith'}},
    {'register': {'username': 'mary', 'name': 'Mary Jönes', 'email': 'mary@example.org'}},
    {'open': {'holder': 'john'}}, {'open': {'holder': 'mary', 'reference': 'M-1'}},
    {'deposit': {'to': 'john', 'amount': '100'}}, {'deposit': {'to': 'mary', 'amount': '12.30'}},
    {'transfer': {'from': 'john', 'to': 'mary', 'amount': '60'}},
    {'withdraw': {'from': 'mary', 'amount': '5', 'memo': 'für "Anna" \\ 🍎'}},
    {'reverse': {'entry': 8, 'reason': 'a slip'}},
    {'deposit': {'to': 'john', 'amount': '7'}}, {'deposit': {'to': 'john', 'amount': '8'}},
)


def make_book(t):
    def run(*arguments, **options):
        subprocess.run([t.program, *arguments], env=t.environment, check=True, text=True,
                       stdout=subprocess.DEVNULL, **options)

    run('new', t.original, '--name', 'Tampered', '--currency', 'EUR')
    lines = [json.dumps({**command, 'id': f'command-{i}', 'actor': 'tester',
                         **({'correlation': 'import', 'causation': 'command-0'} if i % 2 else {})})
             for i, command in enumerate(COMMANDS)]
    run('dispatch', t.original, '-', input='\n'.join(lines))
    with Connection(t.original) as db:
        db.execute('PRAGMA journal_mode = DELETE')
        # Commands that record two entries each: in the middle, and at the end.
        merge(db, 6)
        merge(db, len(COMMANDS))
        reseal(db, 1)
    verify_book.verify(t.original)


def merge(db, position):
    """Makes one command of the two that recorded this entry and the next."""
    db.execute('DELETE FROM commits WHERE first = ?', (position + 1,))
    db.execute('UPDATE commits SET last = last + 1 WHERE first = ?', (position,))
    db.execute('UPDATE events SET command = ? WHERE position = ?', (position, position + 1))


def reseal(db, position):
    """Computes all hashes from an entry on: whoever can change the file can do that too."""
    (book,), = db.execute('SELECT id FROM book').fetchall()
    (previous,) = db.execute('SELECT hash FROM events WHERE position = ?',
                             (position - 1,)).fetchone() or (bytes(32),)
    for *event, command in db.execute(
            'SELECT position, id, type, type_version, value_date, data, command FROM events '
            'WHERE position >= ? ORDER BY position', (position,)).fetchall():
        commit = db.execute('SELECT first, last, command_id, digest, actor, correlation, '
                            'causation, recorded_at FROM commits WHERE first = ?',
                            (command,)).fetchone()
        filings = db.execute('SELECT kind, key, version, role FROM filings JOIN streams '
                             'USING (stream) WHERE position = ? ORDER BY ordinal',
                             (event[0],)).fetchall()
        previous = verify_book.entry_hash(book, previous, event, commit, filings)
        db.execute('UPDATE events SET data_hash = ?, hash = ? WHERE position = ?',
                   (verify_book.hashlib.sha256(event[5].encode()).digest(), previous, event[0]))


# What must be found.

def flip(draw, value):
    """Returns an SQL expression for what differs in one bit; in what is absent, a character."""
    if value is None:
        return "'x'"
    if isinstance(value, int):
        return str(value ^ 1 << draw.choice((0, 0, 1, 7, 40, 62)))
    raw = bytearray(value if isinstance(value, bytes) else value.encode())
    if not raw:
        return "'x'"
    at = draw.randrange(len(raw))
    # A zero ends a text for many who read it; there are other cases for that.
    bits = [bit for bit in range(8) if raw[at] ^ 1 << bit]
    raw[at] ^= 1 << draw.choice(bits)
    blob = f"x'{raw.hex()}'"
    return blob if isinstance(value, bytes) else f'CAST ({blob} AS TEXT)'


def place(table, row):
    """An SQL condition for one row."""
    return ' AND '.join(f'{name} = {row[name]}' for name in key(table).split(', ')
                        if name in row) or 'true'


def change(t, table, row, column):
    """Changes a bit in one column of one row, whatever unique index that would upset spared."""
    for _ in range(20):
        with t.copy() as db:
            expression = flip(t.draw, row[column])
            sql = f'UPDATE {table} SET {column} = {expression} WHERE {place(table, row)}'
            try:
                db.execute(sql)
            except sqlite3.IntegrityError:
                continue
            entry = t.first_entry(table, row)
            if column in ('position', 'first'):
                entry = min(entry, max(1, int(expression)))
        yield from t.find(f'{sql} (it was {row[column]!r})', entry)
        return


def cells_changed(t):
    for table, names in t.tables.items():
        for column in names:
            for row in t.some(t.rows[table]):
                for _ in range(3 if t.thorough else 1):
                    yield from change(t, table, row, column)


def other_kinds(column, value):
    """SQL expressions for what means almost the same and is something else."""
    if value is None:
        return
    yield 'NULL'
    if isinstance(value, int):
        yield f'CAST ({column} AS REAL)'
        yield f'CAST ({column} AS TEXT)'
    elif isinstance(value, str):
        yield f'CAST ({column} AS BLOB)'
        yield f"{column} || CAST (x'0078' AS TEXT)"
    else:
        yield f'CAST ({column} AS TEXT)'


def cells_of_another_kind(t):
    """The tables are made anew without the rules of what belongs into a column."""
    for table, names in t.tables.items():
        row = t.rows[table][-1]
        for column, value in ((name, value) for name in names
                              for value in other_kinds(name, row[name])):
            with t.copy() as db:
                db.execute(f'CREATE TABLE other ({", ".join(names)})')
                db.execute(f'INSERT INTO other SELECT * FROM {table}')
                db.execute(f'DROP TABLE {table}')
                db.execute(f'ALTER TABLE other RENAME TO {table}')
                db.execute(f'UPDATE {table} SET {column} = {value} WHERE {place(table, row)}')
            # What has no number stands before all others.
            moved = table == 'book' or value == 'NULL' and column in key(table)
            yield from t.find(f'{table}.{column} = {value}',
                              None if moved else t.first_entry(table, row))


def rows_deleted(t):
    for table in t.tables:
        for row in t.some(t.rows[table]):
            with t.copy() as db:
                db.execute(f'DELETE FROM {table} WHERE {place(table, row)}')
            entry = None if table == 'book' else t.first_entry(table, row)
            yield from t.find(f'a row gone from {table}: {row}', entry)


def insert(t, table, row, **values):
    with t.copy() as db:
        new = {**row, **values}
        db.execute(f'INSERT INTO {table} ({", ".join(new)}) VALUES '
                   f'({", ".join("?" * len(new))})', tuple(new.values()))


def rows_inserted(t):
    last = {table: rows[-1] for table, rows in t.rows.items()}
    n = t.n_entries
    beyond = ((-1, 1), (0, 1), (n + 1, n + 1), (n + 9, n + 1), (1 << 62, n + 1))
    for position, entry in beyond:
        insert(t, 'commits', last['commits'], first=position, last=position, command_id='x')
        yield from t.find(f'a commit {position}', entry)
        insert(t, 'events', last['events'], position=position, id=bytes(range(16)))
        # Before all others it takes the place of the first.
        yield from t.find(f'an entry {position}', entry)
        insert(t, 'filings', last['filings'], position=position, version=1 << 40)
        yield from t.find(f'a filing of entry {position}', entry)
    for filing in t.some(t.rows['filings']):
        stream = t.draw.choice(t.rows['streams'])['stream']
        version = max(f['version'] for f in t.rows['filings'] if f['stream'] == stream) + 1
        insert(t, 'filings', filing, ordinal=99, stream=stream, version=version)
        yield from t.find(f'one more filing of entry {filing["position"]}', filing['position'])
    for stream in (-1, 0, last['streams']['stream'] + 1):
        insert(t, 'streams', last['streams'], stream=stream, key='x')
        yield from t.find(f'a stream {stream}', n)
    insert(t, 'book', last['book'], rowid=-1, id=bytes(16))
    yield from t.find('another book before this one')


def exchange(t, table, one, other, names):
    """Exchanges what two rows say, but for the columns not named. Returns whether it could."""
    with t.copy() as db:
        for row in (one, other):
            db.execute(f'DELETE FROM {table} WHERE {place(table, row)}')
        for row, content in ((one, other), (other, one)):
            new = {**row, **{name: content[name] for name in names}}
            db.execute(f'INSERT INTO {table} VALUES ({", ".join("?" * len(new))})',
                       tuple(new.values()))


def rows_exchanged(t):
    keys = {'events': {'position'}, 'commits': {'first', 'last'}, 'streams': {'stream'},
            'filings': {'position', 'ordinal'}}
    for table, fixed in keys.items():
        names = [name for name in t.tables[table] if name not in fixed]
        rows = t.rows[table]
        pairs = [(rows[i], rows[j]) for j in range(len(rows)) for i in range(j)]
        chosen = pairs if t.thorough else [pairs[0], pairs[-1], *t.draw.sample(pairs, 4)]
        for one, other in chosen:
            if [one[name] for name in names] == [other[name] for name in names]:
                continue
            exchange(t, table, one, other, names)
            entry = min(t.first_entry(table, one), t.first_entry(table, other))
            yield from t.find(f'exchanged in {table}: {one} and {other}', entry)


def entries_renumbered(t):
    """Two entries change places in every table, so that all references are right."""
    commits = t.rows['commits']
    single = [commit['first'] for commit in commits if commit['first'] == commit['last']]
    pairs = [(i, j) for j in single for i in single if i < j]
    for i, j in pairs if t.thorough else t.draw.sample(pairs, 5):
        with t.copy() as db:
            for column in ('events.position', 'events.command', 'commits.first', 'commits.last',
                           'filings.position'):
                table, name = column.split('.')
                for old, new in ((i, 10 ** 6), (j, i), (10 ** 6, j)):
                    db.execute(f'UPDATE {table} SET {name} = {new} WHERE {name} = {old}')
        yield from t.find(f'entries {i} and {j} renumbered', i)


def tables_dropped(t):
    for table in t.tables:
        with t.copy() as db:
            db.execute(f'DROP TABLE {table}')
        yield from t.find(f'no table {table}')
    for table, names in t.tables.items():
        for name in names if t.thorough else names[-1:]:
            with t.copy() as db:
                db.execute(f'ALTER TABLE {table} RENAME COLUMN {name} TO other')
            yield from t.find(f'no column {table}.{name}')


def dump(path):
    """All rows of all tables, as far as they can be read."""
    try:
        with sqlite3.connect(f'file:{path}?mode=ro', uri=True) as db:
            db.text_factory = bytes
            return {table: db.execute(f'SELECT * FROM {table} NOT INDEXED ORDER BY {key(table)}')
                    .fetchall() for table in ('book', 'commits', 'events', 'streams', 'filings')}
    except (sqlite3.Error, UnicodeDecodeError) as error:
        return str(error)


def bytes_flipped(t):
    """A bit of the file itself. It may be one that means nothing; if it does not, it is found."""
    before = dump(t.original)
    n_meant = 0
    for _ in range(6000 if t.thorough else 60):
        at = t.draw.randrange(HEADER, len(t.bytes))
        while not t.bytes[at]:  # most of a small book is empty
            at = t.draw.randrange(HEADER, len(t.bytes))
        spoilt = bytearray(t.bytes)
        spoilt[at] ^= 1 << t.draw.randrange(8)
        with open(t.path, 'wb') as file:
            file.write(spoilt)
        if dump(t.path) != before:
            n_meant += 1
            yield from t.find(f'a bit of byte {at}')
    print(f'# {n_meant} of the bits flipped in the file meant something')
    if n_meant == 0:
        yield 'no bit that was flipped meant anything'


# What is no harm, and what only a seal can show.

def rules_dropped(t):
    """Without triggers, and with an index that no longer insists, nothing recorded has changed."""
    with t.copy() as db:
        db.execute('DROP INDEX filings_by_stream')
        db.execute('CREATE INDEX filings_by_stream ON filings (stream, role)')
    yield from t.pass_over('triggers dropped, an index defined otherwise')


def tail_cut_off(t):
    """Neither verifier can see it: what is left is what the book was before. Only somebody who
    has the last hash or number on paper, the seal, can tell that there was more."""
    with t.copy() as db:
        for commit in reversed(t.rows['commits']):
            first = (commit['first'],)
            db.execute('DELETE FROM filings WHERE position >= ?', first)
            db.execute('DELETE FROM events WHERE position >= ?', first)
            db.execute('DELETE FROM commits WHERE first >= ?', first)
            db.execute('DELETE FROM streams WHERE stream NOT IN (SELECT stream FROM filings)')
            yield from t.pass_over(f'entries from {commit["first"]} on cut off')


def chain_rewritten(t):
    """Neither verifier can see it: the hashes are right, for another story. Only somebody who has
    an old hash on paper, the seal, can tell that this is not what was recorded."""
    for event in t.some(t.rows['events']):
        position = event['position']
        data, n = re.subn(r'"amount":(\d+)', r'"amount":1\1', event['data'])
        with t.copy() as db:
            db.execute("UPDATE events SET data = ?, value_date = '2020-02-29' "
                       'WHERE position = ?', (data, position))
            db.execute("UPDATE commits SET actor = 'somebody else' WHERE first = ?",
                       (event['command'],))
            # A command's entries are hashed with it, so it is rewritten from its first on.
            reseal(db, event['command'])
        yield from t.pass_over(f'entry {position} and all after it written again')



def index_lies(t, find, name, old, new):
    """Writes into the pages of an index what its table does not say."""
    t.copy().db.close()
    with Connection(t.path) as db:
        (size,), = db.execute('PRAGMA page_size').fetchall()
        (page,), = db.execute('SELECT rootpage FROM sqlite_master WHERE type = ? AND name = ?',
                              ('index', name)).fetchall()
    with open(t.path, 'rb') as file:
        content = bytearray(file.read())
    begin = (page - 1) * size
    at = content.rindex(old, begin, begin + size)
    content[at:at + len(new)] = new
    with open(t.path, 'wb') as file:
        file.write(content)
    yield from find(f'{name} says {new} instead of {old}')


def index_of_commands(t):
    """A command that the book denies to have: sent again, it would be recorded again."""
    yield from index_lies(t, t.find, 'sqlite_autoindex_commits_1', b'command-3', b'command-Z')


def index_of_streams(t):
    """A username that the book denies to know: it could be given to somebody else."""
    yield from index_lies(t, t.find, 'sqlite_autoindex_streams_1', b'usernamejohn', b'usernamejohm')


def index_of_filings(t):
    """An index that leaves entries out, so that a stream has an older version than it has."""
    with t.copy() as db:
        sql, = db.execute("SELECT sql FROM sqlite_master WHERE name = 'filings_by_stream'") \
            .fetchone()
        db.execute('DROP INDEX filings_by_stream')
        db.execute(f'{sql} WHERE position < {t.n_entries}')
        db.execute('PRAGMA writable_schema = ON')
        db.execute("UPDATE sqlite_master SET sql = ? WHERE name = 'filings_by_stream'", (sql,))
    yield from t.find('filings_by_stream without the last entry')


def two_books(t):
    """A second id, which is not hashed with anything."""
    insert(t, 'book', t.rows['book'][0], id=bytes(16))
    yield from t.find('another book after this one')


def commit_within(t):
    """A command that the last entries are said to be recorded by as well."""
    last = t.rows['commits'][-1]
    insert(t, 'commits', last, first=last['last'], command_id='x')
    yield from t.find('a commit within the last one', t.n_entries + 1)


CASES = (
    ('a bit of any column of any table is found', cells_changed),
    ('another kind of value than the column is for is found', cells_of_another_kind),
    ('a row gone from any table is found', rows_deleted),
    ('a row slipped into any table is found', rows_inserted),
    ('two rows exchanged are found', rows_exchanged),
    ('entries renumbered are found', entries_renumbered),
    ('a table or column gone is found', tables_dropped),
    ('a bit of the file is found if it means anything', bytes_flipped),
    ('rules taken away change nothing that was recorded', rules_dropped),
    ('a tail cut off CANNOT be found: a seal is needed', tail_cut_off),
    ('a chain written again CANNOT be found: a seal is needed', chain_rewritten),
    ('an index that hides a command is found', index_of_commands),
    ('an index that hides a username is found', index_of_streams),
    ('an index that hides an entry of a stream is found', index_of_filings),
    ('a second book id is found', two_books),
    ('a commit within the last one is found', commit_within),
)


def main(program, thorough='', seed=None):
    seed = int(seed or random.randrange(10 ** 9))
    failed = False
    print(f'1..{len(CASES)}\n# seed {seed}', flush=True)
    with tempfile.TemporaryDirectory(prefix='daybook-tamper-') as folder:
        t = Tamperer(program, folder, random.Random(seed), thorough == 'all')
        for number, (name, case) in enumerate(CASES, 1):
            before = t.n_cases
            wrong = list(case(t))
            print(f'{"not ok" if wrong else "ok"} {number} - {name}', flush=True)
            print(f'# {t.n_cases - before} cases')
            for line in wrong[:20]:
                print(f'# {line}')
            failed = failed or bool(wrong)
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main(*sys.argv[1:]) if len(sys.argv) in (2, 3, 4) else __doc__)
