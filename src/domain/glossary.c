/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The words of the domain: what each means, said once. docs/glossary.md is printed from this table,
 * and a test sees to it that commands and events use no other words.
 *
 * A meaning uses words of this table as they are meant here. */

#include "glossary.h"

const DaybookWord daybook_glossary[] = {
  { "account", "accounts",
    "What the organisation owes its holders, in one currency. It has a number, and is open or "
    "closed." },
  { "account number", "number, numbers",
    "What a book calls an account by: given in sequence and never twice, with two check digits at "
    "the end, so that a number that is typed wrongly is noticed before anything else." },
  { "amount", "amounts",
    "How much money, with no more decimals than its currency has. Where money moves, it is "
    "greater than zero." },
  { "authority", "any, all, any one, all together",
    "Who may dispose of the money of a joint account: any one of its holders, or all of them "
    "together." },
  { "available", NULL,
    "What may go out of an account: its balance, less what is held and the minimum balance, plus "
    "the overdraft limit." },
  { "balance", "balances",
    "What is in an account: the sum of what was recorded. Holds do not change it." },
  { "bank", NULL,
    "One of the two methods: money that comes in or goes out through the organisation's own "
    "account at a bank." },
  { "block", "blocks, blocked, unblock, unblocked, side, sides, both",
    "No money out of an account, no money in, or neither; with a reason, until it is lifted." },
  { "book", "books",
    "Everything that one organisation keeps, in one file. It has a name, a home currency and a "
    "time zone." },
  { "capture", "captures, captured",
    "To pay out money that was held, all of it or a part; the rest of the hold is released in the "
    "same act." },
  { "cash", NULL,
    "One of the two methods: notes and coins that are handed over at the desk." },
  { "closing a period", "close period, period closed",
    "Locking all value dates up to a day, for good. It records the control totals and a seal." },
  { "closing an account", "close, closes, closed, account closed",
    "Ending it: what is left in it is paid out, and it moves no more money. Its number and its "
    "history stay." },
  { "command", "commands",
    "What a person asks for. It is done as a whole; or it is refused with a reason, and nothing "
    "is recorded." },
  { "control totals", "totals",
    "For each currency, what is in all accounts together, and what there should be in cash and at "
    "the bank. The two sides are equal, on every day." },
  { "correction", "corrections, correct, corrects, corrected",
    "The only way to mend an entry: a reversal and, if wanted, a replacement, as one act." },
  { "credit", "credits",
    "Money coming into an account." },
  { "currency", "currencies",
    "What an amount is counted in, named by its code: EUR. An account has one for ever; a book "
    "may have several." },
  { "daybook", NULL,
    "The book of original entry: everything that happened, in the order in which it was recorded. "
    "Nothing in it is ever changed." },
  { "debit", "debits",
    "Money going out of an account." },
  { "decimals", NULL,
    "How many digits of an amount stand behind the decimal mark: two for euros, none for yen." },
  { "deposit", "deposits, deposited",
    "Money that comes into an account from outside the book, by cash or bank." },
  { "entry", "entries",
    "One event in the daybook. Its number is its place there: 1 for the first, then one more each "
    "time." },
  { "event", "events",
    "Something that happened: a fact, named in the past tense. What a command leads to." },
  { "expiry", "expiry day, expire, expires, expired",
    "The day on which a hold ends by itself. The program records that it has." },
  { "hold", "holds, held, hold placed",
    "Money of an account that is set aside for a reason: not available, still in the balance. It "
    "ends once: released, captured or expired." },
  { "holder", "holders",
    "A person whose money an account is. There is always at least one." },
  { "home currency", NULL,
    "The currency of a book's accounts, unless another is said when one is opened." },
  { "joint account", "joint accounts",
    "An account with several holders, and an authority that says how they dispose of its money." },
  { "limit", "limits, per withdrawal, per day",
    "The most that one withdrawal may be, or that all withdrawals of one value date may be "
    "together. Transfers within the book are not limited." },
  { "memo", "memos",
    "What an operator writes to a movement of money, in their own words." },
  { "method", "methods",
    "By what way money comes into the book or goes out of it: cash or bank." },
  { "minimum balance", "minimum",
    "What has to stay in an account. Closing may pay it out." },
  { "minor unit", "minor units",
    "The smallest part of a currency: a cent, a penny, a whole yen. Amounts are whole numbers of "
    "them." },
  { "movement", "movements",
    "What an entry does to money, whatever the entry is: so much out of one account, into "
    "another, or both." },
  { "name", "names, full name",
    "What a person is called in full; what a book is called; what an account is for, where its "
    "holder has several." },
  { "opening an account", "open, opens, opened, account opened",
    "Beginning it: from this day on, money may move. It gets its number then." },
  { "operator", "operators, actor",
    "Who sits at the desk. Each entry says who it was." },
  { "original date", "original",
    "In a reversal, the value date of the entry that it undoes. Its own may be later, if the "
    "original's period is closed." },
  { "overdraft limit", "overdraft",
    "How far below zero an account may go. No other holder's money ever stands in for it." },
  { "payout", "payouts",
    "The withdrawal or transfer of what is left in an account, as part of closing it." },
  { "period", "periods",
    "The days from one closing to the next." },
  { "person", "people, persons",
    "Somebody known to the book, with a username, a full name and other personal details." },
  { "personal details", "personal, details, email, phone, address, note",
    "What is known of a person: full name, email, telephone number, postal address, and a note of "
    "the operator's. They never stand beside money." },
  { "reason", "reasons",
    "Why something was done, in the operator's own words, kept with the entry." },
  { "recorded at", "recorded",
    "When an entry was written into the daybook. Nobody chooses it, and it never goes backwards." },
  { "reference", "references",
    "An account's number in some other system. No two accounts of a book have the same." },
  { "registering a person", "register, registers, registered",
    "Making somebody known to the book, with a username of their own." },
  { "release", "releases, released",
    "To make held money available again." },
  { "reopening", "reopen, reopens, reopened",
    "Undoing a closing, for a reason: of an account, which keeps its number and history; or of a "
    "period, the latest only." },
  { "replacement", "replacements",
    "The entry that stands in place of a reversed one, as part of a correction." },
  { "reversal", "reversals, reverse, reverses, reversed",
    "The equal opposite of an entry, which it names, with a reason. An entry is reversed once; a "
    "reversal itself is not." },
  { "seal", "seals, sealed",
    "A short code at a period's end, taken from all that was recorded until then. Printed and "
    "kept on paper, it shows years later whether the book is still the same." },
  { "status", NULL,
    "Whether an account is open or closed." },
  { "time zone", NULL,
    "Where the book is kept: it says when a day ends." },
  { "transfer", "transfers, transferred",
    "Money that moves from one account to another in the same book: one entry, seen from both." },
  { "username", "usernames",
    "The short name by which a person is meant: john. It is theirs for ever; nobody else gets it, "
    "not even when it was given up for another." },
  { "value date", "value dates",
    "The day for which an entry counts. It is chosen: not in the future, not before the account "
    "was opened, not in a closed period." },
  { "withdrawal", "withdrawals, withdraw, withdraws, withdrawn",
    "Money that goes out of an account and out of the book, by cash or bank." },
  { NULL }
};

static gboolean
is_form_of (const char        *text,
            const DaybookWord *entry)
{
  g_auto (GStrv) forms = g_strsplit (entry->forms != NULL ? entry->forms : "", ", ", -1);

  for (guint i = 0; forms[i] != NULL; i++)
    if (g_ascii_strcasecmp (forms[i], text) == 0)
      return TRUE;

  return FALSE;
}

/**
 * daybook_glossary_find:
 * @text: a word as somebody writes it, in any of its forms, of whatever case
 *
 * Returns: (nullable): the word and its meaning.
 */
const DaybookWord *
daybook_glossary_find (const char *text)
{
  for (const DaybookWord *entry = daybook_glossary; entry->word != NULL; entry++)
    if (g_ascii_strcasecmp (entry->word, text) == 0)
      return entry;

  for (const DaybookWord *entry = daybook_glossary; entry->word != NULL; entry++)
    if (is_form_of (text, entry))
      return entry;

  return NULL;
}
