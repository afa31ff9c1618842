/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Commands at random, as people and programs may send them: most of them fair, many on the edge
 * (all that is available and one more, the last second of a day, the largest number), and some
 * plainly wrong. A new command is a function that fills in its fields and a row in the table at the
 * end. */

#include "generator.h"

#include <string.h>

#define APPLE "\xf0\x9f\x8d\x8e"

/* One of some texts, each as likely as the next. */
#define ONE_OF(self, texts) ((texts)[generate_below ((self), G_N_ELEMENTS (texts))])

guint
generate_below (Generator *self,
                guint      limit)
{
  return g_rand_int_range (self->rand, 0, limit);
}

static gboolean
chance (Generator *self,
        guint      percent)
{
  return generate_below (self, 100) < percent;
}

static char *
repeat (const char *text,
        guint       n)
{
  GString *result = g_string_new (NULL);

  while (n-- > 0)
    g_string_append (result, text);
  return g_string_free (result, FALSE);
}

/* A text of at most @max characters, or a little more. */
static char *
some_text (Generator *self,
           guint      max)
{
  static const char *const plain[] = {
    "rent", "für \"Anna\"", "a \\ b", "  blanks around  ", "'; DROP TABLE events; --", "%s%n",
    "\xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d", "e\xcc\x81", APPLE, "\xef\xbf\xbd", "-", "0", "null",
    "{\"a\":1}",
  };
  static const char *const wrong[] = { "two\nlines", "tab\there", "bell\x07", "del\x7f",
                                       "\xe2\x80\xa8", "\xc2\x85" };

  switch (generate_below (self, 12))
    {
    case 0:
      return g_strdup ("");
    case 1:
      return g_strdup ("   ");
    case 2:
      return repeat ("a", max);
    case 3:
      return repeat (APPLE, max);
    case 4:
      return chance (self, 30) ? repeat (APPLE, max + 1) : repeat ("\"", max);
    case 5:
      return g_strdup (chance (self, 50) ? ONE_OF (self, wrong) : "fair");
    default:
      return g_strdup (ONE_OF (self, plain));
    }
}

static char *
maybe_text (Generator *self,
            guint      max)
{
  return chance (self, 60) ? NULL : some_text (self, max);
}

/* A text that a command cannot do without: usually there, and usually fair. */
static char *
needed_text (Generator  *self,
             const char *fair,
             guint       max)
{
  return chance (self, 85) ? g_strdup (fair) : some_text (self, max);
}

static char *
shift_day (const char *date,
           int         days)
{
  GDate day;
  char text[16];

  g_date_clear (&day, 1);
  g_date_set_parse (&day, date);
  if (days >= 0)
    g_date_add_days (&day, days);
  else
    g_date_subtract_days (&day, -days);
  g_date_strftime (text, sizeof text, "%Y-%m-%d", &day);
  return g_strdup (text);
}

static char *
some_day (Generator *self)
{
  static const char *const odd[] = { "2026-02-30", "2026-13-01", "yesterday", "20261123",
                                     "2026-1-1", "0001-01-01", "9999-12-31", "2024-02-29", "" };

  switch (generate_below (self, 20))
    {
    case 0:
      return g_strdup (ONE_OF (self, odd));
    case 1:
      return shift_day (self->today, 1 + generate_below (self, 3));
    case 2:
    case 3:
    case 4:
      return g_strdup (self->today);
    case 5:
    case 6:
    case 7:
    case 8:
    case 9:
      return shift_day (self->today, -(int) generate_below (self, 8));
    case 10:
      return shift_day (self->today, -(int) generate_below (self, 400));
    default:
      return NULL;
    }
}

/* @minor units with as many decimals as the currency has. */
static char *
write_amount (Sum         minor,
              const char *currency)
{
  guint decimals = naive_currency_decimals (currency);
  GString *text = g_string_new (NULL);
  gboolean negative = minor < 0;

  minor = negative ? -minor : minor;
  for (guint i = 0; minor > 0 || i <= decimals; i++, minor /= 10)
    {
      if (i == decimals && decimals > 0)
        g_string_prepend_c (text, '.');
      g_string_prepend_c (text, '0' + (int) (minor % 10));
    }
  if (negative)
    g_string_prepend_c (text, '-');
  return g_string_free (text, FALSE);
}

/* An amount for @account, -1 if it is not known which. */
static char *
some_amount (Generator *self,
             int        account)
{
  static const char *const odd[] = {
    "0", "0.00", "-0", "-1", "-0.01", "1.001", "5.000", "0.0001", "", "abc", "1e3", "+5", ".5",
    "5.", "1,50", "--1", "1.2.3", "-", "9223372036854775808", "-9223372036854775808",
    "99999999999999999999999999999999999999999", "0.0000000000000000001", "0012.50", " 1",
    "92233720368547758.08", "9223372036854775807", "9223372036854775.808",
  };
  const char *currency = account >= 0 ? naive_account (self->ledger, account)->currency : "EUR";
  Sum minor;

  switch (generate_below (self, 20))
    {
    case 0:
    case 1:
      return g_strdup (ONE_OF (self, odd));
    case 2:
      minor = (Sum) G_MAXINT64 - generate_below (self, 3);
      break;
    case 3:
      minor = (Sum) G_MAXINT64 / 2 + generate_below (self, 2);
      break;
    case 4:
      minor = 1;
      break;
    case 5:
    case 6:
    case 7:
      /* All there is, or one more or less. */
      minor = account < 0 ? 100 : naive_ledger_get_balance (self->ledger, account)
                                    + naive_account (self->ledger, account)->overdraft;
      minor += (int) generate_below (self, 3) - 1;
      break;
    default:
      minor = 1 + generate_below (self, chance (self, 50) ? 20000 : 300);
    }

  return write_amount (minor, currency);
}

/* The least that is available at the end of @date or of any day after it. */
static Sum
least_from (Generator  *self,
            int         account,
            const char *date)
{
  g_autoptr (GArray) lines = naive_ledger_get_lines (self->ledger, account);
  Sum least = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      const NaiveLine *line = &g_array_index (lines, NaiveLine, i);
      gboolean ends_day = i + 1 == lines->len || strcmp (line[1].date, line->date) != 0;

      if (strcmp (line->date, date) <= 0)
        least = line->balance;
      else if (ends_day)
        least = MIN (least, line->balance);
    }

  return least + naive_account (self->ledger, account)->overdraft;
}

/* A day before today and just what it leaves, or one more or less (rule 23). */
static void
take_on_the_edge (Generator *self,
                  Ask       *ask,
                  int        account)
{
  g_autofree char *date = shift_day (self->today, -(int) generate_below (self, 10));
  Sum minor = least_from (self, account, date) + (int) generate_below (self, 3) - 1;

  ask_take (ask, "amount", write_amount (minor, naive_account (self->ledger, account)->currency));
  ask_take (ask, "on", g_steal_pointer (&date));
}

static const char *
some_username (Generator *self)
{
  static const char *const odd[] = { "nobody", "x", "9lives", "näme", "a b", "ref:", "with@at",
                                     "a-name-that-has-thirty-two-chars", "",
                                     "a-name-that-has-thirty-three-char" };
  guint n = self->ledger->people->len;

  if (n == 0 || chance (self, 10))
    return ONE_OF (self, odd);
  return g_array_index (self->ledger->people, NaivePerson, generate_below (self, n)).username;
}

/* A number that nobody has, or with a wrong digit, or no number at all. */
static char *
wrong_who (Generator *self)
{
  guint64 next = self->ledger->accounts->len + 1 + generate_below (self, 3);
  char *text = g_strdup (naive_account_number (next));
  char *digit = text + generate_below (self, 10);

  switch (generate_below (self, 5))
    {
    case 0:
      return text;
    case 1:
      *digit = '0' + (*digit - '0' + 1 + generate_below (self, 9)) % 10;
      return text;
    case 2:
      text[generate_below (self, 9)] = '\0';
      return text;
    case 3:
      g_free (text);
      return g_strdup ("ref:nowhere");
    default:
      g_free (text);
      return some_text (self, 128);
    }
}

/* Somebody's account: @account receives which, -1 if none is meant. */
static char *
some_who (Generator *self,
          int       *account)
{
  guint n = self->ledger->accounts->len;
  const NaiveAccount *there;

  *account = -1;
  if (n == 0 || chance (self, 8))
    return wrong_who (self);

  *account = generate_below (self, n);
  there = naive_account (self->ledger, *account);
  switch (generate_below (self, 10))
    {
    case 0:
      return g_strdup_printf ("%.4s %.4s\xc2\xa0%s ", there->number, there->number + 4,
                              there->number + 8);
    case 1:
      return g_strdup (some_username (self));
    case 2:
      return g_ascii_strup (some_username (self), -1);
    case 3:
      return there->reference == NULL ? g_strdup (there->number)
                                      : g_strconcat ("ref:", there->reference, NULL);
    default:
      return g_strdup (there->number);
    }
}

static char *
some_method (Generator *self)
{
  switch (generate_below (self, 8))
    {
    case 0:
      return g_strdup (chance (self, 30) ? "cheque" : "cash");
    case 1:
    case 2:
    case 3:
      return g_strdup ("bank");
    default:
      return NULL;
    }
}

static char *
some_currency (Generator *self)
{
  static const char *const some[] = { "EUR", "EUR", "JPY", "KWD", "USD", "eur", "XXX", "EU", "" };

  return g_strdup (ONE_OF (self, some));
}

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

static void
make_register (Generator *self,
               Ask       *ask)
{
  static const char *const emails[] = { "a@b.example", "nobody", "@x", "a@", "a b@c.example",
                                        "a@b@c", "" };
  guint n = generate_below (self, 3 + 2 * self->ledger->people->len);

  ask_take (ask, "username",
            chance (self, 20) ? g_strdup (some_username (self))
                              : g_strdup_printf (chance (self, 50) ? "p%u" : "P%u", n + 10));
  ask_take (ask, "name", needed_text (self, "Änna Ørsted", 200));
  ask_take (ask, "email", chance (self, 60) ? NULL : g_strdup (ONE_OF (self, emails)));
}

static void
make_open (Generator *self,
           Ask       *ask)
{
  static const char *const overdrafts[] = { "0", "50", "1000", "-1", "0.001", "x",
                                            "92233720368547758.07", "9223372036854775.807",
                                            "9223372036854775807", "9223372036854775808" };

  ask_take (ask, "holder", g_strdup (some_username (self)));
  ask_take (ask, "currency", chance (self, 70) ? NULL : some_currency (self));
  ask_take (ask, "overdraft", chance (self, 50) ? NULL : g_strdup (ONE_OF (self, overdrafts)));
  ask_take (ask, "reference",
            chance (self, 60) ? maybe_text (self, 64)
                              : g_strdup_printf ("R-%u", generate_below (self, 20)));
  ask_take (ask, "name", maybe_text (self, 200));
  ask_take (ask, "on", chance (self, 60) ? shift_day (self->today, -(int) generate_below (self, 30))
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
  if (account >= 0 && chance (self, 20))
    {
      take_on_the_edge (self, ask, account);
      return;
    }
  ask_take (ask, "amount", some_amount (self, account));
  ask_take (ask, "on", some_day (self));
}

static void
make_transfer (Generator *self,
               Ask       *ask)
{
  int from, to;

  ask_take (ask, "from", some_who (self, &from));
  ask_take (ask, "to", some_who (self, &to));
  ask_take (ask, "memo", maybe_text (self, 500));
  if (from >= 0 && chance (self, 20))
    {
      take_on_the_edge (self, ask, from);
      return;
    }
  ask_take (ask, "amount", some_amount (self, chance (self, 70) ? from : to));
  ask_take (ask, "on", some_day (self));
}

static void
make_reverse (Generator *self,
              Ask       *ask)
{
  static const char *const odd[] = { "0", "-1", "abc", "1.5", "", "999999999999",
                                     "9999999999999999999" };
  guint n = self->ledger->entries->len;
  guint recent = MIN (n, 30);
  guint entry = chance (self, 70) ? n - generate_below (self, recent + 1)
                                  : generate_below (self, n + 3);

  ask_take (ask, "entry", chance (self, 8) ? g_strdup (ONE_OF (self, odd))
                                           : g_strdup_printf ("%u", entry));
  ask_take (ask, "reason", needed_text (self, "mistyped", 500));
  ask_take (ask, "on", chance (self, 70) ? NULL : some_day (self));
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

/* The next command. Most have an id of their own. */
Ask *
generate_ask (Generator *self)
{
  const char *missing = chance (self, 60) ? what_is_missing (self) : NULL;
  guint total = 0;
  guint n;

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    total += commands[i].weight;
  n = generate_below (self, total);

  for (guint i = 0;; i++)
    {
      Ask *ask;

      g_assert (i < G_N_ELEMENTS (commands));
      if (missing != NULL ? strcmp (missing, commands[i].verb) != 0 : n >= commands[i].weight)
        {
          n -= missing != NULL ? 0 : commands[i].weight;
          continue;
        }

      ask = ask_new (commands[i].verb);
      commands[i].make (self, ask);
      if (chance (self, 95))
        ask->command_id = g_strdup_printf ("c-%u", ++self->n_ids);
      return ask;
    }
}
