/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What commands at random consist of: texts, days, amounts and names, most of them fair, many on
 * the edge (all that is available and one more, the largest number), and some plainly wrong. */

#include "generator-values.h"

#include <string.h>

#define APPLE "\xf0\x9f\x8d\x8e"

guint
generate_below (Generator *self,
                guint      limit)
{
  return g_rand_int_range (self->rand, 0, limit);
}

gboolean
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
char *
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

char *
maybe_text (Generator *self,
            guint      max)
{
  return chance (self, 60) ? NULL : some_text (self, max);
}

/* A text that a command cannot do without: usually there, and usually fair. */
char *
needed_text (Generator  *self,
             const char *fair,
             guint       max)
{
  return chance (self, 85) ? g_strdup (fair) : some_text (self, max);
}

char *
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

char *
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
      return shift_day (self->today, -(int) generate_below (self, 8));
    case 9:
      return shift_day (self->today, -(int) generate_below (self, 400));
    default:
      return NULL;
    }
}

/* An amount for @account, -1 if it is not known which. */
char *
some_amount (Generator *self,
             int        account)
{
  static const char *const odd[] = {
    "0", "0.00", "-0", "-1", "-0.01", "1.001", "5.000", "0.0001", "", "abc", "1e3", "+5", ".5",
    "5.", "1,50", "--1", "1.2.3", "-", "9223372036854775808", "-9223372036854775808",
    "99999999999999999999999999999999999999999", "0.0000000000000000001", "0012.50", " 1",
    "92233720368547758.08", "9223372036854775.808",
  };
  const char *currency = account >= 0 ? naive_account (self->ledger, account)->currency : "EUR";
  Sum available = account >= 0 ? naive_ledger_get_available (self->ledger, account, NULL) : 100;
  Sum minor;

  switch (generate_below (self, 20))
    {
    case 0:
      return g_strdup (ONE_OF (self, odd));
    case 1:
    case 2:
      minor = 1 + generate_below (self, 3);
      if (self->large)
        minor = (Sum) G_MAXINT64 / (chance (self, 50) ? 1 : 2) - minor + 1;
      break;
    case 3:
      minor = 1;
      break;
    case 4:
    case 5:
    case 6:
      /* All there is, or one more or less. */
      minor = (available != 0 ? available : 100) + (int) generate_below (self, 3) - 1;
      break;
    case 7:
    case 8:
    case 9:
    case 10:
    case 11:
      /* Some of what there is. */
      minor = 1 + generate_below (self, CLAMP (available, 1, 20000));
      break;
    default:
      minor = 1 + generate_below (self, chance (self, 50) ? 20000 : 300);
    }

  return naive_write_amount (minor, currency);
}

/* The least that is available at the end of @date or of any day after it. */
static Sum
least_from (Generator  *self,
            int         account,
            const char *date)
{
  g_autoptr (GArray) days = naive_ledger_get_days (self->ledger);
  Sum least = naive_ledger_get_available (self->ledger, account, date);

  for (guint i = 0; i < days->len; i++)
    {
      const char *day = g_array_index (days, const char *, i);

      if (strcmp (day, date) > 0)
        least = MIN (least, naive_ledger_get_available (self->ledger, account, day));
    }

  return least;
}

/* A day before today and just what it leaves, or one more or less (rule 23). */
void
take_on_the_edge (Generator *self,
                  Ask       *ask,
                  int        account)
{
  const char *currency = naive_account (self->ledger, account)->currency;
  g_autofree char *date = shift_day (self->today, -(int) generate_below (self, 10));
  Sum minor = least_from (self, account, date) + (int) generate_below (self, 3) - 1;

  ask_take (ask, "amount", naive_write_amount (minor, currency));
  ask_take (ask, "on", g_steal_pointer (&date));
}

/* Whether there is a limit to what may be withdrawn (rule 15). */
gboolean
has_limit (Generator *self,
           int        account)
{
  NaiveLimits limits = naive_ledger_get_limits (self->ledger, account, self->today);

  return limits.per_withdrawal != 0 || limits.per_day != 0;
}

/* Today and just what such a limit allows, or one more or less. */
void
take_at_the_limit (Generator *self,
                   Ask       *ask,
                   int        account)
{
  const char *currency = naive_account (self->ledger, account)->currency;
  NaiveLimits limits = naive_ledger_get_limits (self->ledger, account, self->today);
  Sum minor = limits.per_withdrawal;

  if (minor == 0 || (limits.per_day != 0 && chance (self, 50)))
    minor = limits.per_day - naive_ledger_get_withdrawn (self->ledger, account, self->today);
  minor += (int) generate_below (self, 3) - 1;
  ask_take (ask, "amount", naive_write_amount (minor, currency));
}

/* A username that nobody has, or can have. */
const char *
odd_username (Generator *self)
{
  static const char *const odd[] = { "nobody", "x", "9lives", "näme", "a b", "ref:", "with@at",
                                     "a-name-that-has-thirty-two-chars", "",
                                     "a-name-that-has-thirty-three-char" };

  return ONE_OF (self, odd);
}

const char *
some_username (Generator *self)
{
  guint n = self->ledger->people->len;

  if (n == 0 || chance (self, 7))
    return odd_username (self);
  n = generate_below (self, n);
  return chance (self, 80) ? naive_ledger_get_username (self->ledger, n)
                           : naive_person (self->ledger, n)->username;
}

static const char *
username_of_holder (Generator *self,
                    guint      account)
{
  g_autoptr (GArray) holders = naive_ledger_get_holders (self->ledger, account);
  guint i = generate_below (self, holders->len);

  return naive_ledger_get_username (self->ledger, g_array_index (holders, int, i));
}

/* Whether the account is the only one that its first holder has. */
static gboolean
has_one_account (Generator *self,
                 guint      account)
{
  g_autoptr (GArray) holders = naive_ledger_get_holders (self->ledger, account);
  guint n = 0;

  for (guint i = 0; i < self->ledger->accounts->len; i++)
    n += naive_ledger_is_holder (self->ledger, i, g_array_index (holders, int, 0));
  return n == 1;
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
char *
some_who (Generator *self,
          int       *account)
{
  guint n = self->ledger->accounts->len;
  const NaiveAccount *there;

  *account = -1;
  if (n == 0 || chance (self, 5))
    return wrong_who (self);

  *account = generate_below (self, n);
  if (naive_ledger_is_closed (self->ledger, *account) && chance (self, 80))
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
      if (has_one_account (self, *account))
        return g_ascii_strup (username_of_holder (self, *account), -1);
      return g_strdup (there->number);
    case 3:
      return there->reference == NULL ? g_strdup (there->number)
                                      : g_strconcat ("ref:", there->reference, NULL);
    default:
      return g_strdup (there->number);
    }
}

char *
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

char *
some_currency (Generator *self)
{
  static const char *const some[] = { "EUR", "EUR", "JPY", "KWD", "USD", "eur", "XXX", "EU", "" };

  return g_strdup (ONE_OF (self, some));
}

/* One of the recent entries of which @fits says yes, 0 if there is none. */
guint
some_entry (Generator *self,
            gboolean (*fits) (Generator *self,
                              guint64    number))
{
  guint n = self->ledger->entries->len;
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = n; i > 0 && found->len < 12; i--)
    if (fits (self, i))
      g_array_append_val (found, i);

  return found->len > 0 ? g_array_index (found, guint, generate_below (self, found->len)) : 0;
}

/* The account's number, where @fits says yes of any; else somebody's account. */
char *
some_account (Generator *self,
              gboolean (*fits) (const NaiveLedger *ledger,
                                guint              account))
{
  guint n = self->ledger->accounts->len;
  guint first = generate_below (self, n + 1);
  int account;

  for (guint i = 0; i < n && chance (self, 90); i++)
    if (fits (self->ledger, (first + i) % n))
      return g_strdup (naive_account (self->ledger, (first + i) % n)->number);

  return some_who (self, &account);
}
