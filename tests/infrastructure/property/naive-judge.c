/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the naive ledger makes of a command: each rule of docs/domain.md as it reads, on arrays.
 *
 * The rules do not say which refusal comes first where a command breaks several. So a verdict is
 * the set of all that would be fair: accepted where it is empty, else one of them must be given. Of
 * the program itself this knows the names of the refusals, and no more. */

#include "naive-ledger.h"

#include <stdio.h>
#include <string.h>

#include "refusal.h"

typedef struct
{
  const NaiveLedger *ledger;
  const Ask *ask;
  const char *today;
  NaiveVerdict *verdict;
  /* The part of what is broken that was mistyped: seen before anything is looked up. */
  guint64 mistyped;
} Judge;

typedef struct
{
  gboolean given;
  Sum digits;
  guint decimals;
} Typed;

/* How many characters fit, and how many decimals an amount may be typed with in any currency. */
enum { MAX_KEY = 64, MAX_WHO = 128, MAX_NAME = 200, MAX_EMAIL = 254, MAX_MEMO = 500,
       MAX_DECIMALS = 18 };

#define BIT(code) (G_GUINT64_CONSTANT (1) << DAYBOOK_REFUSAL_##code)
#define BROKEN(judge, code) ((judge)->verdict->broken |= BIT (code))
#define MISTYPED(judge, code) ((judge)->mistyped |= BIT (code))

static const char *const zones[] = { "UTC", "Asia/Tokyo", "America/New_York", "Europe/Berlin",
                                     NULL };

static gboolean
fits_64_bits (Sum sum)
{
  return sum >= G_MININT64 && sum <= G_MAXINT64;
}

static gboolean
is_one_line (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c < 0x20 || (c >= 0x7f && c <= 0x9f) || c == 0x2028 || c == 0x2029)
        return FALSE;
    }

  return TRUE;
}

/* A text without the blanks around it; NULL if nothing is left. */
static const char *
stripped (const char *text)
{
  gsize length;
  g_autofree char *copy = NULL;

  while (text != NULL && *text == ' ')
    text++;
  for (length = text != NULL ? strlen (text) : 0; length > 0 && text[length - 1] == ' ';)
    length--;
  if (length == 0)
    return NULL;

  copy = g_strndup (text, length);
  return naive_intern (copy);
}

static const char *
typed (Judge      *judge,
       const char *name,
       gboolean    needed)
{
  const char *value = ask_get (judge->ask, name);

  if (value != NULL && *value != '\0')
    return value;

  if (needed)
    MISTYPED (judge, FIELD_MISSING);
  return NULL;
}

static const char *
text_field (Judge      *judge,
            const char *name,
            glong       max_length,
            gboolean    needed)
{
  const char *value = typed (judge, name, needed);

  if (value == NULL)
    return NULL;
  if (!is_one_line (value))
    MISTYPED (judge, TEXT_NOT_PLAIN);
  if (g_utf8_strlen (value, -1) > max_length)
    MISTYPED (judge, TEXT_TOO_LONG);

  value = stripped (value);
  if (value == NULL && needed)
    BROKEN (judge, FIELD_MISSING);
  return value;
}

static const char *
currency_field (Judge    *judge,
                gboolean  needed)
{
  static const char *const known[] = { "EUR", "JPY", "KWD", "USD", NULL };
  const char *value = typed (judge, "currency", needed);
  g_autofree char *upper = value != NULL ? g_ascii_strup (value, -1) : NULL;

  if (value != NULL && !g_strv_contains (known, upper))
    MISTYPED (judge, CURRENCY_UNKNOWN);
  return naive_intern (upper);
}

static gboolean
is_day (const char *text)
{
  static const int lengths[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
  int year, month, day, used = 0;

  if (sscanf (text, "%4d-%2d-%2d%n", &year, &month, &day, &used) != 3 || used != 10 ||
      text[10] != '\0' || year < 1 || month < 1 || month > 12 || day < 1)
    return FALSE;

  return day <= lengths[month - 1] + (month == 2 && year % 4 == 0 &&
                                      (year % 100 != 0 || year % 400 == 0));
}

/* The day that was chosen, or @otherwise. */
static const char *
date_field (Judge      *judge,
            const char *otherwise)
{
  const char *value = typed (judge, "on", FALSE);

  if (value != NULL && !is_day (value))
    MISTYPED (judge, DATE_NOT_A_DAY);
  return naive_intern (value != NULL ? value : otherwise);
}

static const char *
method_field (Judge *judge)
{
  const char *value = typed (judge, "method", FALSE);

  if (value == NULL)
    return "cash";
  if (strcmp (value, "cash") != 0 && strcmp (value, "bank") != 0)
    MISTYPED (judge, CHOICE_UNKNOWN);
  return naive_intern (value);
}

static Typed
amount_field (Judge      *judge,
              const char *name,
              gboolean    needed)
{
  const char *value = typed (judge, name, needed);
  Typed result = { .given = value != NULL };
  gboolean negative = value != NULL && *value == '-';
  const char *mark;

  if (value == NULL)
    return result;
  value += negative;
  mark = strchr (value, '.');
  if (strspn (value, "0123456789.") != strlen (value) || *value == '\0' || mark == value ||
      (mark != NULL && (mark[1] == '\0' || strchr (mark + 1, '.') != NULL)))
    {
      MISTYPED (judge, AMOUNT_NOT_A_NUMBER);
      return (Typed) { 0 };
    }

  result.decimals = mark != NULL ? strlen (mark + 1) : 0;
  for (; *value != '\0'; value++)
    if (*value != '.' && fits_64_bits (result.digits))
      result.digits = result.digits * 10 + (*value - '0');
  if (negative)
    result.digits = -result.digits;
  if (!fits_64_bits (result.digits) || result.decimals > MAX_DECIMALS)
    {
      MISTYPED (judge, AMOUNT_TOO_LARGE);
      return (Typed) { 0 };
    }

  return result;
}

/* Rules 10 and 12. */
static gboolean
to_minor (Judge      *judge,
          Typed       amount,
          const char *currency,
          Sum        *minor)
{
  guint decimals = naive_currency_decimals (currency);

  *minor = amount.digits;
  if (amount.decimals > decimals)
    {
      BROKEN (judge, AMOUNT_TOO_PRECISE);
      return FALSE;
    }
  for (guint i = amount.decimals; i < decimals; i++)
    *minor *= 10;
  if (!fits_64_bits (*minor))
    {
      BROKEN (judge, AMOUNT_TOO_LARGE);
      return FALSE;
    }

  return TRUE;
}

static int
find_person (const NaiveLedger *self,
             const char        *username)
{
  for (guint i = 0; i < self->people->len; i++)
    if (g_ascii_strcasecmp (g_array_index (self->people, NaivePerson, i).username, username) == 0)
      return i;

  return -1;
}

static int
find_account (const NaiveLedger *self,
              const char        *number,
              const char        *reference)
{
  for (guint i = 0; i < self->accounts->len; i++)
    if (g_strcmp0 (naive_account (self, i)->number, number) == 0 ||
        (reference != NULL && g_strcmp0 (naive_account (self, i)->reference, reference) == 0))
      return i;

  return -1;
}

/* The digits of what can only be meant as an account's number, NULL for anything else. */
static char *
digits_of (const char *text)
{
  g_autoptr (GString) digits = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c >= '0' && c <= '9')
        g_string_append_c (digits, c);
      else if (c != ' ' && c != 0xa0)
        return NULL;
    }

  return digits->len > 0 ? g_string_free (g_steal_pointer (&digits), FALSE) : NULL;
}

static int
find_by_number (Judge      *judge,
                const char *digits)
{
  guint rest = 0;
  int account;

  for (const char *p = digits; *p != '\0'; p++)
    rest = (rest * 10 + (*p - '0')) % 97;
  if (strlen (digits) != 10 || rest != 1)
    {
      BROKEN (judge, ACCOUNT_NUMBER_INVALID);
      return -1;
    }

  account = find_account (judge->ledger, digits, NULL);
  if (account < 0)
    BROKEN (judge, ACCOUNT_UNKNOWN);
  return account;
}

static int
find_by_person (Judge      *judge,
                const char *username)
{
  int person = find_person (judge->ledger, username);
  int account = -1;
  guint n = 0;

  if (person < 0)
    {
      BROKEN (judge, PERSON_UNKNOWN);
      return -1;
    }

  for (guint i = 0; i < judge->ledger->accounts->len; i++)
    if ((int) naive_account (judge->ledger, i)->holder == person && ++n == 1)
      account = i;
  if (n == 0)
    BROKEN (judge, PERSON_WITHOUT_ACCOUNT);
  if (n > 1)
    BROKEN (judge, SEVERAL_ACCOUNTS);
  return n == 1 ? account : -1;
}

/* The account that is meant, -1 if none is. */
static int
who_field (Judge      *judge,
           const char *name)
{
  const char *who = text_field (judge, name, MAX_WHO, TRUE);
  g_autofree char *digits = who != NULL ? digits_of (who) : NULL;
  int account;

  if (who == NULL)
    return -1;
  if (digits != NULL)
    return find_by_number (judge, digits);
  if (!g_str_has_prefix (who, "ref:"))
    return find_by_person (judge, who);

  account = find_account (judge->ledger, NULL, who + strlen ("ref:"));
  if (account < 0)
    BROKEN (judge, REFERENCE_UNKNOWN);
  return account;
}

/* Rules 12, 14, 16, 21, 23 and 28 for one account whose balance changes by @change. */
static void
judge_change (Judge      *judge,
              int         account,
              Sum         change,
              const char *date)
{
  const NaiveAccount *there = naive_account (judge->ledger, account);
  g_autoptr (GArray) lines = naive_ledger_get_lines (judge->ledger, account);
  NaiveLine new_line = { .entry = G_MAXUINT64, .date = date, .amount = change };
  const char *short_on = NULL;
  Sum last = 0;

  if (strcmp (date, judge->today) > 0)
    BROKEN (judge, DATE_IN_FUTURE);
  if (strcmp (date, there->opened) < 0)
    BROKEN (judge, DATE_BEFORE_OPENING);

  g_array_append_val (lines, new_line);
  naive_lines_add_up (lines);
  for (guint i = 0; i < lines->len; i++)
    {
      const NaiveLine *line = &g_array_index (lines, NaiveLine, i);
      const NaiveLine *next = i + 1 < lines->len ? line + 1 : NULL;

      if (!fits_64_bits (line->balance))
        BROKEN (judge, BALANCE_TOO_LARGE);
      /* What is available at the end of the value date and of each later day. */
      if (change < 0 && short_on == NULL && strcmp (line->date, date) >= 0 &&
          (next == NULL || strcmp (next->date, line->date) != 0) &&
          line->balance + there->overdraft < 0)
        short_on = line->date;
      last = line->balance;
    }

  if (change < 0 && last + there->overdraft < 0)
    {
      BROKEN (judge, INSUFFICIENT_FUNDS);
      judge->verdict->available = last - change + there->overdraft;
    }
  else if (short_on != NULL)
    {
      BROKEN (judge, INSUFFICIENT_FUNDS_LATER);
      judge->verdict->short_on = short_on;
    }
}

static void
judge_movement (Judge      *judge,
                NaiveKind   kind,
                const char *from_field,
                const char *to_field)
{
  NaiveEntry *entry = &judge->verdict->entry;
  Typed amount = amount_field (judge, "amount", TRUE);
  gboolean all_known;
  int first;

  entry->kind = kind;
  entry->date = date_field (judge, judge->today);
  entry->text = text_field (judge, "memo", MAX_MEMO, FALSE);
  entry->method = kind != NAIVE_TRANSFERRED ? method_field (judge) : NULL;
  entry->from = from_field != NULL ? who_field (judge, from_field) : -1;
  entry->to = to_field != NULL ? who_field (judge, to_field) : -1;

  all_known = (from_field == NULL || entry->from >= 0) && (to_field == NULL || entry->to >= 0);
  if (!all_known || !amount.given)
    return;
  if (entry->from == entry->to)
    BROKEN (judge, SAME_ACCOUNT);
  if (entry->from >= 0 && entry->to >= 0 &&
      strcmp (naive_account (judge->ledger, entry->from)->currency,
              naive_account (judge->ledger, entry->to)->currency) != 0)
    BROKEN (judge, CURRENCIES_DIFFER);

  first = entry->from >= 0 ? entry->from : entry->to;
  if (!to_minor (judge, amount, naive_account (judge->ledger, first)->currency, &entry->amount))
    return;
  if (entry->amount <= 0)
    BROKEN (judge, AMOUNT_NOT_POSITIVE);
  if (entry->from >= 0)
    judge_change (judge, entry->from, -entry->amount, entry->date);
  if (entry->to >= 0)
    judge_change (judge, entry->to, entry->amount, entry->date);
}

static void
judge_deposit (Judge *judge)
{
  judge_movement (judge, NAIVE_DEPOSITED, NULL, "to");
}

static void
judge_withdraw (Judge *judge)
{
  judge_movement (judge, NAIVE_WITHDRAWN, "from", NULL);
}

static void
judge_transfer (Judge *judge)
{
  judge_movement (judge, NAIVE_TRANSFERRED, "from", "to");
}

/* Rules 25 to 28. */
static void
judge_reverse (Judge *judge)
{
  NaiveEntry *entry = &judge->verdict->entry;
  const char *number = typed (judge, "entry", TRUE);
  const NaiveEntry *original;

  entry->kind = NAIVE_REVERSED;
  entry->text = text_field (judge, "reason", MAX_MEMO, TRUE);
  entry->date = date_field (judge, judge->today);
  if (number == NULL)
    return;
  if (strspn (number, "0123456789") != strlen (number) || strlen (number) > 18 ||
      g_ascii_strtoull (number, NULL, 10) == 0)
    {
      MISTYPED (judge, ENTRY_NOT_A_NUMBER);
      return;
    }

  entry->reverses = g_ascii_strtoull (number, NULL, 10);
  if (entry->reverses > judge->ledger->entries->len)
    {
      BROKEN (judge, ENTRY_UNKNOWN);
      return;
    }

  original = naive_entry (judge->ledger, entry->reverses);
  if (original->kind == NAIVE_REVERSED)
    BROKEN (judge, ENTRY_IS_REVERSAL);
  else if (original->from < 0 && original->to < 0)
    BROKEN (judge, ENTRY_MOVED_NO_MONEY);
  if (naive_ledger_find_reversal (judge->ledger, entry->reverses) != 0)
    BROKEN (judge, ENTRY_ALREADY_REVERSED);

  entry->date = date_field (judge, original->date);
  entry->from = original->to;
  entry->to = original->from;
  entry->amount = original->amount;
  entry->method = original->method;
  if (entry->from >= 0)
    judge_change (judge, entry->from, -entry->amount, entry->date);
  if (entry->to >= 0)
    judge_change (judge, entry->to, entry->amount, entry->date);
}

static void
judge_start (Judge *judge)
{
  NaiveEntry *entry = &judge->verdict->entry;
  const char *zone = text_field (judge, "time_zone", MAX_KEY, FALSE);

  entry->kind = NAIVE_STARTED;
  entry->date = judge->today;
  entry->account.name = text_field (judge, "name", MAX_NAME, TRUE);
  entry->account.currency = currency_field (judge, TRUE);
  entry->text = zone != NULL ? zone : "UTC";
  if (!g_strv_contains (zones, entry->text))
    BROKEN (judge, TIME_ZONE_UNKNOWN);
  if (judge->ledger->currency != NULL)
    BROKEN (judge, BOOK_ALREADY_STARTED);
}

/* Rules 1 and 2. */
static void
judge_register (Judge *judge)
{
  NaivePerson *person = &judge->verdict->entry.person;
  const char *username = text_field (judge, "username", MAX_KEY, TRUE);
  g_autofree char *lower = username != NULL ? g_ascii_strdown (username, -1) : NULL;

  judge->verdict->entry.kind = NAIVE_REGISTERED;
  judge->verdict->entry.date = person->registered = judge->today;
  person->name = text_field (judge, "name", MAX_NAME, TRUE);
  person->email = text_field (judge, "email", MAX_EMAIL, FALSE);
  person->username = naive_intern (lower);

  if (lower != NULL && (strlen (lower) < 2 || strlen (lower) > 32 || !g_ascii_isalpha (*lower) ||
                        strspn (lower, "abcdefghijklmnopqrstuvwxyz0123456789.-_")
                          != strlen (lower)))
    BROKEN (judge, USERNAME_INVALID);
  if (lower != NULL && find_person (judge->ledger, lower) >= 0)
    BROKEN (judge, USERNAME_TAKEN);
  if (person->email != NULL)
    {
      const char *at = strchr (person->email, '@');

      if (at == NULL || at == person->email || at[1] == '\0' || strchr (at + 1, '@') != NULL ||
          strchr (person->email, ' ') != NULL)
        BROKEN (judge, EMAIL_INVALID);
    }
}

/* Rules 4, 6 and 21. */
static void
judge_open (Judge *judge)
{
  NaiveAccount *account = &judge->verdict->entry.account;
  const char *holder = text_field (judge, "holder", MAX_WHO, TRUE);
  Typed overdraft = amount_field (judge, "overdraft", FALSE);
  int person = holder != NULL ? find_person (judge->ledger, holder) : -1;

  judge->verdict->entry.kind = NAIVE_OPENED;
  judge->verdict->entry.date = account->opened = date_field (judge, judge->today);
  account->number = naive_account_number (judge->ledger->accounts->len + 1);
  account->currency = currency_field (judge, FALSE);
  account->reference = text_field (judge, "reference", MAX_KEY, FALSE);
  account->name = text_field (judge, "name", MAX_NAME, FALSE);
  account->holder = MAX (person, 0);
  if (account->currency == NULL)
    account->currency = judge->ledger->currency;

  if (person < 0)
    BROKEN (judge, PERSON_UNKNOWN);
  if (strcmp (account->opened, judge->today) > 0)
    BROKEN (judge, DATE_IN_FUTURE);
  if (account->reference != NULL && find_account (judge->ledger, NULL, account->reference) >= 0)
    BROKEN (judge, REFERENCE_TAKEN);
  if (account->currency != NULL &&
      to_minor (judge, overdraft, account->currency, &account->overdraft) &&
      account->overdraft < 0)
    BROKEN (judge, AMOUNT_NEGATIVE);
}

/* What was typed, in the one form that says the same: -0.10, 010 and eur are other ways to say it,
 * 0.1 is not, since the decimals are those that were typed. */
static char *
plain_value (const char *name,
             const char *value)
{
  gboolean negative = *value == '-';

  if (strcmp (name, "currency") == 0)
    return g_ascii_strup (value, -1);
  if (strcmp (name, "amount") != 0 && strcmp (name, "overdraft") != 0 &&
      strcmp (name, "entry") != 0)
    return g_strdup (stripped (value));

  value += negative;
  while (value[0] == '0' && g_ascii_isdigit (value[1]))
    value++;
  if (strcmp (name, "overdraft") == 0 && strcmp (value, "0") == 0)
    return NULL;
  return g_strconcat (negative && strpbrk (value, "123456789") != NULL ? "-" : "", value, NULL);
}

static int
compare_texts (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static const char *
content_of (const Ask *ask)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *text = NULL;

  for (guint i = 0; i < ask->n_fields; i++)
    {
      g_autofree char *value = plain_value (ask->fields[i].name, ask->fields[i].value);

      if (value != NULL && *value != '\0')
        g_ptr_array_add (parts, g_strdup_printf ("%s=%s", ask->fields[i].name, value));
    }
  g_ptr_array_sort (parts, compare_texts);
  g_ptr_array_insert (parts, 0, g_strdup (ask->verb));
  g_ptr_array_add (parts, NULL);
  text = g_strjoinv ("\n", (char **) parts->pdata);

  return naive_intern (text);
}

static guint64
find_command (const NaiveLedger *self,
              const char        *command_id)
{
  for (guint64 i = 1; command_id != NULL && i <= self->entries->len; i++)
    if (g_strcmp0 (naive_entry (self, i)->command_id, command_id) == 0)
      return i;

  return 0;
}

/* Each verb, and the rules it is judged by. */
static const struct
{
  const char *verb;
  void (*judge) (Judge *judge);
} verbs[] = {
  { "start", judge_start },
  { "register", judge_register },
  { "open", judge_open },
  { "deposit", judge_deposit },
  { "withdraw", judge_withdraw },
  { "transfer", judge_transfer },
  { "reverse", judge_reverse },
};

/* What the rules say of @ask, asked on the day @today. */
void
naive_ledger_judge (const NaiveLedger *self,
                    const Ask         *ask,
                    const char        *today,
                    NaiveVerdict      *verdict)
{
  Judge judge = { self, ask, naive_intern (today), verdict, 0 };
  guint64 known = find_command (self, ask->command_id);

  *verdict = (NaiveVerdict) { .entry = { .from = -1, .to = -1,
                                         .command_id = naive_intern (ask->command_id),
                                         .content = content_of (ask) } };
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    if (strcmp (verbs[i].verb, ask->verb) == 0)
      verbs[i].judge (&judge);

  if (known != 0 && judge.mistyped == 0)
    {
      gboolean same = naive_entry (self, known)->content == verdict->entry.content;

      verdict->repeats = same ? known : 0;
      verdict->broken = same ? 0 : BIT (COMMAND_ID_REUSED);
      return;
    }

  verdict->broken |= judge.mistyped;
  if (self->currency == NULL && verdict->entry.kind != NAIVE_STARTED)
    BROKEN (&judge, BOOK_NOT_STARTED);
}

