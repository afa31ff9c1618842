#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Daybook developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Desks that are killed at work: what was acknowledged is kept, once.

usage: kill.py PROGRAM [KILLS [SEED]]    (TAP)

Feeds `PROGRAM dispatch BOOK -` with commands, each with its id, and kills it (SIGKILL) after a
random short time or a random number of receipts. The next one gets all commands again that were not
acknowledged, with the same ids, and new ones. In the end the book is compared with the receipts:
complete lines that had been printed when the program died. One desk alone, while somebody who
looks at balances is killed as well; then two desks that write in the same book at once, each killed
in its own time, some commands sent by both.

KILLS is how many desks die in each of the two, 25 if neither it nor DAYBOOK_KILLS says otherwise.
The seed is printed; given again, it draws the same commands and times (but no machine is twice as
fast as it was).
"""

import json
import os
import random
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from decimal import Decimal

# How many commands wait for a receipt when a desk starts.
BACKLOG = 60
ACCOUNTS = ('0000000195', '0000000292')


class Book:
    """A book file and all that was ever asked of it."""

    def __init__(self, program, folder, name):
        self.program = program
        self.environment = {**os.environ, 'XDG_CACHE_HOME': os.path.join(folder, 'cache')}
        self.path = os.path.join(folder, name)
        self.commands = {}  # command id -> command
        self.receipts = {}  # command id -> receipt
        self.repeated = 0   # recorded by one that died before it could say so
        self.busy = 0
        self.wrong = []
        self.run('new', self.path, '--name', 'Killed', '--currency', 'EUR')
        self.run('register', self.path, '--username', 'john', '--name', 'John Smith')
        for number in ACCOUNTS:
            self.run('open', self.path, '--holder', 'john')
            self.run('deposit', self.path, '--to', number, '--amount', '1000')

    def run(self, *arguments):
        result = subprocess.run([self.program, *arguments], env=self.environment, text=True,
                                capture_output=True, check=False)
        if result.returncode != 0:
            self.wrong.append(f'{" ".join(arguments)}: {result.returncode}: {result.stderr}')
        return result.stdout

    def run_lines(self, verb, *arguments):
        return [json.loads(line) for line in self.run(verb, self.path, *arguments).splitlines()]

    def start(self, *arguments):
        return subprocess.Popen([self.program, *arguments], env=self.environment, text=False,
                                stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                stderr=subprocess.DEVNULL)


def make_command(draw, number):
    if draw.random() < 0.2:
        source, target = draw.sample(ACCOUNTS, 2)
        return {'transfer': {'from': source, 'to': target, 'amount': '0.01'}}
    return {'deposit': {'to': draw.choice(ACCOUNTS), 'memo': f'number {number}',
                        'amount': f'{draw.randrange(1, 1000) / 100:.2f}'}}


class Desk:
    """One run of the program, with somebody who sends and somebody who reads the receipts."""

    def __init__(self, book, ids):
        self.book = book
        self.ids = ids
        self.n_read = 0
        self.some_read = threading.Condition()
        self.process = book.start('dispatch', book.path, '-')
        self.threads = [threading.Thread(target=self.send), threading.Thread(target=self.read)]
        for thread in self.threads:
            thread.start()

    def send(self):
        try:
            for id_ in self.ids:
                line = json.dumps({**self.book.commands[id_], 'id': id_}) + '\n'
                self.process.stdin.write(line.encode())
                self.process.stdin.flush()
            self.process.stdin.close()
        except OSError:  # it died
            pass

    def read(self):
        for id_, line in zip(self.ids, self.process.stdout):
            # What is not a whole line acknowledges nothing.
            if not line.endswith(b'\n'):
                break
            self.take(id_, json.loads(line))
            with self.some_read:
                self.n_read += 1
                self.some_read.notify()

    def take(self, id_, receipt):
        if not receipt['ok']:
            self.book.busy += receipt['error']['code'] == 'busy'
            if receipt['error']['code'] != 'busy':
                self.book.wrong.append(f'{id_}: {receipt}')
            return
        if receipt['command_id'] != id_:
            self.book.wrong.append(f'{id_} was answered by {receipt}')
        self.book.repeated += receipt['repeated']
        before = self.book.receipts.setdefault(id_, receipt)
        if before['position'] != receipt['position']:
            self.book.wrong.append(f'{id_}: {receipt} and before {before}')

    def kill(self, after):
        """After so many receipts, if a whole number, else after so many seconds."""
        if isinstance(after, int):
            with self.some_read:
                self.some_read.wait_for(lambda: self.n_read >= after, 30)
        else:
            time.sleep(after)
        self.process.kill()
        self.end()

    def end(self):
        self.process.wait()
        for thread in self.threads:
            thread.join()
        self.process.stdout.close()
        try:
            self.process.stdin.close()
        except OSError:
            pass


def draw_end(draw):
    """Often while it starts, else at any time, or right after a receipt."""
    return draw.choice((draw.uniform(0, 0.02), draw.uniform(0, 0.08), draw.randint(1, 12)))


def backlog(book, draw, prefix):
    """The commands that a desk has to send: those without a receipt, filled up with new ones."""
    waiting = [id_ for id_ in book.commands
               if id_ not in book.receipts and id_.startswith((prefix, 'both'))]
    while len(waiting) < BACKLOG:
        shared = 'both' if prefix != 'one' and draw.random() < 0.2 else prefix
        id_ = f'{shared}-{len(book.commands)}'
        book.commands[id_] = make_command(draw, len(book.commands))
        waiting.append(id_)
    return waiting


def kill_one(book, draw, kills):
    for _ in range(kills):
        desk = Desk(book, backlog(book, draw, 'one'))
        reader = book.start('balance', book.path)
        timer = threading.Timer(draw.uniform(0, 0.05), reader.kill)
        timer.start()
        desk.kill(draw_end(draw))
        reader.communicate()
        timer.join()
    desk = Desk(book, backlog(book, draw, 'one'))
    desk.end()


def kill_two(book, draw, kills):
    for _ in range((kills + 1) // 2):
        desks = [Desk(book, backlog(book, draw, prefix)) for prefix in ('left', 'right')]
        killers = [threading.Thread(target=desk.kill, args=(draw_end(draw),)) for desk in desks]
        for killer in killers:
            killer.start()
        for killer in killers:
            killer.join()
    for prefix in ('left', 'right', 'left'):
        Desk(book, backlog(book, draw, prefix)).end()


def check_receipts(book):
    entries = book.run_lines('entries', '--json')
    n_recorded = Counter(entry['command_id'] for entry in entries)
    positions = {entry['command_id']: entry['position'] for entry in entries}
    yield from book.wrong
    for id_, receipt in book.receipts.items():
        if positions.get(id_) != receipt['position'] or receipt['last'] != receipt['position']:
            yield f'{receipt}, but the book has {positions.get(id_)}'
    for id_, n in n_recorded.items():
        if n != 1:
            yield f'{id_} is there {n} times'
    for id_ in book.commands:
        # At the end somebody was left in peace, so that nothing is still waiting.
        if id_ not in book.receipts:
            yield f'{id_} was never acknowledged'


def check_sound(book):
    before = len(book.wrong)
    book.run('verify', book.path)
    yield from book.wrong[before:]


def check_sums(book):
    """By the receipts alone, whatever the program says it did."""
    expected = {number: Decimal(1000) for number in ACCOUNTS}
    for id_ in book.receipts:
        (verb, fields), = book.commands[id_].items()
        expected[fields['to']] += Decimal(fields['amount'])
        if verb == 'transfer':
            expected[fields['from']] -= Decimal(fields['amount'])
    found = {line['account']: Decimal(line['balance'])
             for line in book.run_lines('balance', '--json')}
    if found != expected:
        yield f'{found} instead of {expected}'


CHECKS = (('every receipt is in the book, nothing twice', check_receipts),
          ('the book is sound', check_sound), ('balances are what was acknowledged', check_sums))


def main(program, kills=None, seed=None):
    kills = int(kills or os.environ.get('DAYBOOK_KILLS') or 25)
    seed = int(seed or random.randrange(10 ** 9))
    failed = False
    number = 0
    print(f'1..{2 * len(CHECKS)}\n# seed {seed}', flush=True)
    for name, kill in (('one desk', kill_one), ('two desks', kill_two)):
        with tempfile.TemporaryDirectory(prefix='daybook-kill-') as folder:
            book = Book(os.path.abspath(program), folder, 'killed.daybook')
            started = time.monotonic()
            kill(book, random.Random(seed), kills)
            print(f'# {name}: {kills} kills in {time.monotonic() - started:.1f} s, '
                  f'{len(book.receipts)} receipts, {book.repeated} of them for commands '
                  f'recorded before, {book.busy} times busy', flush=True)
            for what, check in CHECKS:
                number += 1
                wrong = list(check(book))
                print(f'{"not ok" if wrong else "ok"} {number} - {name}: {what}', flush=True)
                for line in wrong[:20]:
                    print(f'# {line}')
                failed = failed or bool(wrong)
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main(*sys.argv[1:]) if len(sys.argv) in (2, 3, 4) else __doc__)
