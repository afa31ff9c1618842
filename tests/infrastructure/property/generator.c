/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Commands at random, as people and programs may send them: most of them fair, many on the edge
 * (all that is available and one more, the last second of a day, the largest number), and some
 * plainly wrong. A new command is a function that fills in its fields and a row in the table at the
 * end. */

#include "generator-values.h"

#include <string.h>

static void
make_start (Generator *self,
            Ask       *ask)
{
  static const char *const zones[] = { "UTC", "Asia/Tokyo", "America/New_York", "Europe/Berlin",
                                       "Mars/Olympus" };

  ask_take (ask, "name", needed_text (self, "Riverside Savings", 200));
  ask_take (ask, "currency", some_currency (self));
  ask_take (ask, "time_zone", chance (self, 40) ? NULL : g_strdup (ONE_OF (self, zones)));
}

/* What people are known by besides: each field that often, in percent. */
static void
make_details (Generator *self,
              Ask       *ask,
              guint      percent)
{
  static const struct { const char *name; guint max; } fields[] = {
    { "phone", 64 }, { "address", 500 }, { "note", 500 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (chance (self, percent))
      ask_take (ask, fields[i].name, chance (self, 30) ? g_strdup ("-")
                                                       : some_text (self, fields[i].max));
}

static void
make_register (Generator *self,
               Ask       *ask)
{
  static const char *const emails[] = { "a@b.example", "nobody", "@x", "a@", "a b@c.example",
                                        "a@b@c", "" };
  guint n = generate_below (self, 3 + 4 * self->ledger->people->len);

  ask_take (ask, "username",
            chance (self, 8) ? g_strdup (odd_username (self)) :
            chance (self, 15) ? g_strdup (some_username (self))
                              : g_strdup_printf (chance (self, 50) ? "p%u" : "P%u", n + 10));
  ask_take (ask, "name", needed_text (self, "Änna Ørsted", 200));
  ask_take (ask, "email", chance (self, 60) ? NULL : g_strdup (ONE_OF (self, emails)));
  make_details (self, ask, 10);
}

/* Of somebody there is: some of what is known, known otherwise or not any more. */
static void
make_person_change (Generator *self,
                    Ask       *ask)
{
  static const char *const emails[] = { "c@d.example", "a@b.example", "nobody", "-", "" };
  static const char *const names[] = { "Änna Ørsted", "Änna Ørsted-Berg", "-", "" };
  guint n = generate_below (self, 3 + 2 * self->ledger->people->len);

  ask_take (ask, "person", g_strdup (some_username (self)));
  if (chance (self, 40))
    ask_take (ask, "username", chance (self, 40) ? g_strdup (some_username (self))
                                                 : g_strdup_printf ("q%u", n + 10));
  ask_take (ask, "name", chance (self, 60) ? NULL : g_strdup (ONE_OF (self, names)));
  ask_take (ask, "email", chance (self, 70) ? NULL : g_strdup (ONE_OF (self, emails)));
  make_details (self, ask, 20);
}

static void
make_open (Generator *self,
           Ask       *ask)
{
  static const char *const overdrafts[] = { "0", "50", "1000", "-1", "0.001", "x",
                                            "9223372036854775808", "92233720368547758.07",
                                            "9223372036854775.807", "9223372036854775807" };
  guint n = G_N_ELEMENTS (overdrafts) - (self->large ? 0 : 3);

  ask_take (ask, "holder", g_strdup (some_username (self)));
  ask_take (ask, "currency", chance (self, 70) ? NULL : some_currency (self));
  ask_take (ask, "overdraft", chance (self, 50) ? NULL
                                                    : g_strdup (overdrafts[generate_below (self,
                                                                                           n)]));
  ask_take (ask, "reference",
            chance (self, 60) ? maybe_text (self, 64)
                              : g_strdup_printf ("R-%u", generate_below (self, 20)));
  ask_take (ask, "name", maybe_text (self, 200));
  ask_take (ask, "on", chance (self, 75) ? shift_day (self->today, -(int) generate_below (self, 40))
                                         : some_day (self));
}

static void
make_deposit (Generator *self,
              Ask       *ask)
{
  int account;

  ask_take (ask, "to", some_who (self, &account));
  ask_take (ask, "amount", some_amount (self, account));
  ask_take (ask, "method", some_method (self));
  ask_take (ask, "on", some_day (self));
  ask_take (ask, "memo", maybe_text (self, 500));
}

static void
make_withdraw (Generator *self,
               Ask       *ask)
{
  int account;

  ask_take (ask, "from", some_who (self, &account));
  ask_take (ask, "method", some_method (self));
  ask_take (ask, "memo", maybe_text (self, 500));
  if (account >= 0 && has_limit (self, account) && chance (self, 50))
    {
      take_at_the_limit (self, ask, account);
      return;
    }
  if (account >= 0 && chance (self, 20))
    {
      take_on_the_edge (self, ask, account);
      return;
    }
  ask_take (ask, "amount", some_amount (self, account));
  ask_take (ask, "on", some_day (self));
}

/* Usually another account in the same currency. */
static char *
some_payee (Generator *self,
            int        account)
{
  int to;
  char *who = some_who (self, &to);

  for (guint i = 0; i < 6 && account >= 0 && to >= 0 && chance (self, 90) &&
                    (to == account || strcmp (naive_account (self->ledger, to)->currency,
                                              naive_account (self->ledger, account)->currency)
                                        != 0); i++)
    {
      g_free (who);
      who = some_who (self, &to);
    }
  return who;
}

static void
make_transfer (Generator *self,
               Ask       *ask)
{
  int from;

  ask_take (ask, "from", some_who (self, &from));
  ask_take (ask, "to", some_payee (self, from));
  ask_take (ask, "memo", maybe_text (self, 500));
  if (from >= 0 && chance (self, 20))
    {
      take_on_the_edge (self, ask, from);
      return;
    }
  ask_take (ask, "amount", some_amount (self, from));
  ask_take (ask, "on", some_day (self));
}

/* What a command is about that names an entry: usually one that fits. */
static void
take_entry (Generator *self,
            Ask       *ask,
            gboolean (*fits) (Generator *self,
                              guint64    number))
{
  static const char *const odd[] = { "0", "-1", "abc", "1.5", "", "999999999999",
                                     "9999999999999999999" };
  guint entry = chance (self, 80) ? some_entry (self, fits) : 0;

  if (entry == 0)
    entry = generate_below (self, self->ledger->entries->len + 3);
  ask_take (ask, "entry", chance (self, 6) ? g_strdup (ONE_OF (self, odd))
                                           : g_strdup_printf ("%u", entry));
}

static gboolean
moved_money (Generator *self,
             guint64    number)
{
  const NaiveEntry *entry = naive_entry (self->ledger, number);

  return (entry->from >= 0 || entry->to >= 0) && entry->kind != NAIVE_REVERSED;
}

static gboolean
is_hold (Generator *self,
         guint64    number)
{
  return naive_entry (self->ledger, number)->kind == NAIVE_HELD;
}

static gboolean
is_standing_hold (Generator *self,
                  guint64    number)
{
  return is_hold (self, number) && naive_ledger_find_end (self->ledger, number) == 0;
}

static gboolean
stands (Generator *self,
        guint64    number)
{
  return moved_money (self, number) && naive_ledger_find_reversal (self->ledger, number) == 0;
}

static void
make_reverse (Generator *self,
              Ask       *ask)
{
  take_entry (self, ask, chance (self, 85) ? stands : moved_money);
  ask_take (ask, "reason", needed_text (self, "mistyped", 500));
  ask_take (ask, "on", chance (self, 70) ? NULL : some_day (self));
}

/* The number of the entry that was taken, 0 if it is none there is. */
static guint64
taken_entry (Generator *self,
             Ask       *ask)
{
  guint64 number = g_ascii_strtoull (ask_get (ask, "entry"), NULL, 10);

  return number <= self->ledger->entries->len ? number : 0;
}

/* Each field is either one that the original has or, seldom, one that makes no sense. */
static void
make_correct (Generator *self,
              Ask       *ask)
{
  const NaiveEntry *original;
  guint64 number;
  int account;

  take_entry (self, ask, chance (self, 85) ? stands : moved_money);
  ask_take (ask, "reason", needed_text (self, "mistyped", 500));
  number = taken_entry (self, ask);
  original = number != 0 ? naive_entry (self->ledger, number) : NULL;
  account = original != NULL ? MAX (original->from, original->to) : -1;

  if (chance (self, 60))
    ask_take (ask, "amount", account >= 0 && chance (self, 40)
                ? naive_write_amount (original->amount + (int) generate_below (self, 3) - 1,
                                      naive_account (self->ledger, account)->currency)
                : some_amount (self, account));
  if (chance (self, original == NULL || original->from < 0 ? 6 : 25))
    ask_take (ask, "from", some_who (self, &account));
  if (chance (self, original == NULL || original->to < 0 ? 6 : 25))
    ask_take (ask, "to", some_who (self, &account));
  if (chance (self, original == NULL || original->method == NULL ? 6 : 25))
    ask_take (ask, "method", some_method (self));
  ask_take (ask, "on", chance (self, 70) ? NULL : some_day (self));
  if (chance (self, 30))
    ask_take (ask, "memo", chance (self, 50) ? g_strdup ("-") : some_text (self, 500));
}

static void
make_hold (Generator *self,
           Ask       *ask)
{
  int account;

  ask_take (ask, "account", some_who (self, &account));
  ask_take (ask, "reason", needed_text (self, "keys", 500));
  ask_take (ask, "expires", chance (self, 40) ? NULL
                            : chance (self, 20)
                              ? some_day (self)
                              : shift_day (self->today, (int) generate_below (self, 10) - 4));
  if (account >= 0 && chance (self, 20))
    {
      take_on_the_edge (self, ask, account);
      return;
    }
  ask_take (ask, "amount", some_amount (self, account));
  ask_take (ask, "on", some_day (self));
}

static void
make_release (Generator *self,
              Ask       *ask)
{
  take_entry (self, ask, chance (self, 70) ? is_standing_hold : is_hold);
  ask_take (ask, "reason", maybe_text (self, 500));
  ask_take (ask, "on", chance (self, 70) ? NULL : some_day (self));
}

static void
make_capture (Generator *self,
              Ask       *ask)
{
  const NaiveEntry *placed;
  guint64 number;

  take_entry (self, ask, chance (self, 70) ? is_standing_hold : is_hold);
  number = taken_entry (self, ask);
  placed = number != 0 ? naive_entry (self->ledger, number) : NULL;
  if (placed != NULL && placed->kind == NAIVE_HELD && chance (self, 40))
    ask_take (ask, "amount", naive_write_amount (placed->amount - 1 + generate_below (self, 3),
                                                 placed->currency));
  else if (chance (self, 40))
    ask_take (ask, "amount", some_amount (self, placed != NULL ? placed->account : -1));
  ask_take (ask, "method", some_method (self));
  ask_take (ask, "memo", maybe_text (self, 500));
  ask_take (ask, "on", chance (self, 70) ? NULL : some_day (self));
}

static gboolean
may_expire (Generator *self,
            guint64    number)
{
  const NaiveEntry *placed = naive_entry (self->ledger, number);

  return is_standing_hold (self, number) && placed->day != NULL &&
         (strcmp (placed->day, self->today) <= 0 || chance (self, 30));
}

static void
make_expire (Generator *self,
             Ask       *ask)
{
  take_entry (self, ask, chance (self, 70) ? may_expire : is_standing_hold);
}

static void
make_rename_book (Generator *self,
                  Ask       *ask)
{
  ask_take (ask, "name", needed_text (self, chance (self, 50) ? "Riverside Savings" : "Harbour",
                                      200));
}

static void
make_rename (Generator *self,
             Ask       *ask)
{
  int account;

  ask_take (ask, "account", some_who (self, &account));
  ask_take (ask, "name", needed_text (self, chance (self, 50) ? "Holiday fund" : "-", 200));
}

static void
make_add_holder (Generator *self,
                 Ask       *ask)
{
  static const char *const authorities[] = { "any", "all", "all", "none", "" };
  int account;

  ask_take (ask, "account", some_who (self, &account));
  ask_take (ask, "holder", g_strdup (some_username (self)));
  ask_take (ask, "authority", chance (self, 50) ? NULL : g_strdup (ONE_OF (self, authorities)));
}

static gboolean
is_joint (const NaiveLedger *ledger,
          guint              account)
{
  g_autoptr (GArray) holders = naive_ledger_get_holders (ledger, account);

  return holders->len > 1;
}

static void
make_remove_holder (Generator *self,
                    Ask       *ask)
{
  g_autofree char *who = some_account (self, is_joint);
  int account = naive_ledger_find_account (self->ledger, who, NULL);
  g_autoptr (GArray) holders = account < 0 ? NULL
                                           : naive_ledger_get_holders (self->ledger, account);
  guint i = holders != NULL ? generate_below (self, holders->len) : 0;

  ask_take (ask, "holder",
            g_strdup (holders == NULL || chance (self, 30)
                        ? some_username (self)
                        : naive_ledger_get_username (self->ledger,
                                                     g_array_index (holders, int, i))));
  ask_take (ask, "reason", maybe_text (self, 500));
  ask_take (ask, "account", g_steal_pointer (&who));
}

/* A limit as anybody may set it, or just what there is, one more or one less. */
static char *
some_limit (Generator *self,
            int        account)
{
  static const char *const some[] = { "0", "0", "1", "5", "20", "50", "100", "200", "-1", "0.001",
                                      "abc", "9223372036854775808", "" };

  return account >= 0 && chance (self, 25) ? some_amount (self, account)
                                           : g_strdup (ONE_OF (self, some));
}

static void
make_limits (Generator *self,
             Ask       *ask)
{
  static const char *const names[] = { "minimum", "overdraft", "per_withdrawal", "per_day" };
  int account;

  ask_take (ask, "account", some_who (self, &account));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    ask_take (ask, names[i], chance (self, 60) ? NULL : some_limit (self, account));
}

static char *
some_side (Generator *self)
{
  static const char *const sides[] = { "debits", "credits", "both", "neither", "" };

  return chance (self, 30) ? NULL : g_strdup (ONE_OF (self, sides));
}

static void
make_block (Generator *self,
            Ask       *ask)
{
  int account;

  ask_take (ask, "account", some_who (self, &account));
  ask_take (ask, "side", some_side (self));
  ask_take (ask, "reason", needed_text (self, "card stolen", 500));
}

static gboolean
is_blocked (const NaiveLedger *ledger,
            guint              account)
{
  return naive_ledger_is_blocked (ledger, account, "debits") ||
         naive_ledger_is_blocked (ledger, account, "credits");
}

static void
make_unblock (Generator *self,
              Ask       *ask)
{
  ask_take (ask, "account", some_account (self, is_blocked));
  ask_take (ask, "side", chance (self, 50) ? NULL : some_side (self));
  ask_take (ask, "reason", maybe_text (self, 500));
}

static void
make_close (Generator *self,
            Ask       *ask)
{
  gboolean by_method = chance (self, 60);
  int account;

  ask_take (ask, "account", some_who (self, &account));
  if (by_method)
    ask_take (ask, "payout", chance (self, 70) ? g_strdup ("cash") : some_method (self));
  if (chance (self, by_method ? 30 : 80))
    ask_take (ask, "to", some_payee (self, account));
  ask_take (ask, "on", chance (self, 80) ? NULL : some_day (self));
  ask_take (ask, "reason", maybe_text (self, 500));
}

static void
make_reopen (Generator *self,
             Ask       *ask)
{
  ask_take (ask, "account", some_account (self, naive_ledger_is_closed));
  ask_take (ask, "reason", needed_text (self, "came back", 500));
}

static void
make_close_period (Generator *self,
                   Ask       *ask)
{
  ask_take (ask, "until", chance (self, 75)
                            ? shift_day (self->today, -(int) generate_below (self, 12))
                            : some_day (self));
}

static void
make_reopen_period (Generator *self,
                    Ask       *ask)
{
  const char *lock = naive_ledger_get_lock (self->ledger);

  ask_take (ask, "until", chance (self, 50) ? NULL
                          : chance (self, 50) || lock == NULL
                            ? g_strdup (lock)
                            : shift_day (lock, (int) generate_below (self, 3) - 1));
  ask_take (ask, "reason", needed_text (self, "a bill was late", 500));
}

/* Every command there is, and how often it is asked for. */
static const struct
{
  guint weight;
  const char *verb;
  void (*make) (Generator *self,
                Ask       *ask);
} commands[] = {
  { 1, "start", make_start },
  { 4, "register", make_register },
  { 5, "open", make_open },
  { 30, "deposit", make_deposit },
  { 25, "withdraw", make_withdraw },
  { 25, "transfer", make_transfer },
  { 15, "reverse", make_reverse },
  { 12, "correct", make_correct },
  { 14, "hold", make_hold },
  { 5, "release", make_release },
  { 10, "capture", make_capture },
  { 6, "expire", make_expire },
  { 5, "person-change", make_person_change },
  { 1, "rename-book", make_rename_book },
  { 2, "rename", make_rename },
  { 4, "add-holder", make_add_holder },
  { 3, "remove-holder", make_remove_holder },
  { 7, "limits", make_limits },
  { 3, "block", make_block },
  { 5, "unblock", make_unblock },
  { 6, "close", make_close },
  { 5, "reopen", make_reopen },
  { 3, "close-period", make_close_period },
  { 2, "reopen-period", make_reopen_period },
};

/* Beginnings are dull: nothing can be done before there are a book, people and accounts. */
static const char *
what_is_missing (Generator *self)
{
  if (self->ledger->currency == NULL)
    return "start";
  if (self->ledger->people->len < 3)
    return "register";
  return self->ledger->accounts->len < 3 ? "open" : NULL;
}

static gboolean
has_account (Generator *self,
             gboolean (*fits) (const NaiveLedger *ledger,
                               guint              account))
{
  for (guint i = 0; i < self->ledger->accounts->len; i++)
    if (fits (self->ledger, i))
      return TRUE;

  return FALSE;
}

/* Whether there is nothing that a command could be about: seldom worth asking for. */
static gboolean
is_pointless (Generator  *self,
              const char *verb)
{
  if (strcmp (verb, "release") == 0 || strcmp (verb, "capture") == 0 ||
      strcmp (verb, "expire") == 0)
    return some_entry (self, is_standing_hold) == 0;
  if (strcmp (verb, "unblock") == 0)
    return !has_account (self, is_blocked);
  if (strcmp (verb, "reopen") == 0)
    return !has_account (self, naive_ledger_is_closed);
  if (strcmp (verb, "remove-holder") == 0)
    return !has_account (self, is_joint);

  return FALSE;
}

/* A command of that name. Most have an id of their own. */
Ask *
generate_ask_to (Generator  *self,
                 const char *verb)
{
  Ask *ask = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (strcmp (commands[i].verb, verb) == 0)
      {
        ask = ask_new (commands[i].verb);
        commands[i].make (self, ask);
      }

  if (generate_below (self, 150) == 0)
    ask_take (ask, "colour", g_strdup ("blue"));
  if (chance (self, 95))
    ask->command_id = g_strdup_printf ("c-%u", ++self->n_ids);
  return ask;
}

/* The next command. */
Ask *
generate_ask (Generator *self)
{
  const char *missing = chance (self, 60) ? what_is_missing (self) : NULL;
  guint total = 0;
  guint i, n;

  if (missing != NULL)
    return generate_ask_to (self, missing);

  for (i = 0; i < G_N_ELEMENTS (commands); i++)
    total += commands[i].weight;
  n = generate_below (self, total);
  for (i = 0; n >= commands[i].weight; i++)
    n -= commands[i].weight;

  if (is_pointless (self, commands[i].verb) && chance (self, 85))
    return generate_ask (self);
  return generate_ask_to (self, commands[i].verb);
}
