/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a step may say, and what it means. Most of what can be asked of a book is a line of a table:
 * the sentence, with the command's fields in its places. */

#include "steps.h"

#include <string.h>

/* @also: a field that the sentence says without a place for it */
static const struct
{
  const char *pattern;
  const char *verb;
  const char *also;
} commands[] = {
  { "a book called {name:text} is started[ in {currency:word}][ in the time zone {time_zone:word}]",
    "start", NULL },
  { "the book is renamed {name:text}", "rename-book", NULL },
  { "somebody is registered[ as {username:text}][ with the full name {name:text}]"
    "[ with the email address {email:text}][ with the phone number {phone:text}]"
    "[ with the address {address:text}][ with the note {note:text}]", "register", NULL },
  { "{person:who} takes the username {username:text}", "person-change", NULL },
  { "{person:who}'s full name changes to {name:text}", "person-change", NULL },
  { "{person:who}'s email address changes to {email:text}", "person-change", NULL },
  { "{person:who}'s email address is taken away", "person-change", "email=-" },
  { "{person:who}'s phone number changes to {phone:text}", "person-change", NULL },
  { "{person:who}'s address changes to {address:text}", "person-change", NULL },
  { "{person:who}'s note changes to {note:text}", "person-change", NULL },
  { "an account[ in {currency:word}] is opened for {holder:who}[ called {name:text}]"
    "[ with the reference {reference:text}][ with an overdraft limit of {overdraft:money}]"
    "[ on {on:day}]", "open", NULL },
  { "{account:account} is renamed {name:text}", "rename", NULL },
  { "{holder:who} becomes a holder of {account:account}[ with authority for {authority:word}]",
    "add-holder", NULL },
  { "{holder:who} ceases to be a holder of {account:account}[ because {reason:text}]",
    "remove-holder", NULL },
  { "{account:account} gets[ a minimum balance of {minimum:money}]"
    "[ an overdraft limit of {overdraft:money}][ a limit of {per_withdrawal:money} per withdrawal]"
    "[ and][ a limit of {per_day:money} per day]", "limits", NULL },
  { "{account:account} is blocked[ for {side:word}][ because {reason:text}]", "block", NULL },
  { "{account:account} is unblocked[ for {side:word}][ because {reason:text}]", "unblock", NULL },
  { "{account:account} is closed[, paid out by {payout:word}][, paid out to {to:account}]"
    "[ on {on:day}][ because {reason:text}]", "close", NULL },
  { "{account:account} is opened again[ because {reason:text}]", "reopen", NULL },
  { "{amount:money} is deposited to {to:account}[ by {method:word}][ on {on:day}]"
    "[ with the memo {memo:text}]", "deposit", NULL },
  { "{amount:money} is withdrawn from {from:account}[ by {method:word}][ on {on:day}]"
    "[ with the memo {memo:text}]", "withdraw", NULL },
  { "{amount:money} is transferred from {from:account} to {to:account}[ on {on:day}]"
    "[ with the memo {memo:text}]", "transfer", NULL },
  { "{amount:money} is held on {account:account}[ for {reason:text}][ from {on:day} on]"
    "[ until {expires:day}]", "hold", NULL },
  { "{entry:entry} is released[ on {on:day}][ because {reason:text}]", "release", NULL },
  { "{entry:entry} is captured[ by {method:word}][ on {on:day}][ with the memo {memo:text}]",
    "capture", NULL },
  { "{amount:money} of {entry:entry} is captured[ by {method:word}][ on {on:day}]"
    "[ with the memo {memo:text}]", "capture", NULL },
  { "{entry:entry} is recorded as expired", "expire", NULL },
  { "{entry:entry} is reversed[ on {on:day}][ because {reason:text}]", "reverse", NULL },
  { "{entry:entry} is corrected[ to {amount:money}][ out of {from:account}][ into {to:account}]"
    "[ by {method:word}][ on {on:day}][ with the memo {memo:text}][ because {reason:text}]",
    "correct", NULL },
  { "the period is closed[ until {until:day}]", "close-period", NULL },
  { "the period[ until {until:day}] is opened again[ because {reason:text}]", "reopen-period",
    NULL },
};

static char *
ask_command (Stage      *stage,
             GPtrArray  *places,
             const char *verb,
             const char *also)
{
  g_autoptr (GHashTable) texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; i < places->len; i++)
    {
      const PhrasePlace *place = g_ptr_array_index (places, i);

      g_hash_table_insert (texts, g_strdup (place->name), stage_resolve (stage, place));
    }
  if (also != NULL)
    {
      g_auto (GStrv) pair = g_strsplit (also, "=", 2);

      g_hash_table_insert (texts, g_strdup (pair[0]), g_strdup (pair[1]));
    }

  return stage_ask (stage, verb, texts);
}

/* Looks at a place that is a sum. */
static char *
resolve_sum (Stage           *stage,
             GPtrArray       *places,
             const char      *name,
             DaybookCurrency *currency,
             gint64          *minor)
{
  g_autofree char *number = stage_resolve (stage, phrase_find (places, name));
  DaybookDecimal decimal;

  return daybook_currency_parse (stage->said, currency) &&
         daybook_decimal_parse (number, &decimal, NULL) &&
         daybook_decimal_to_minor (decimal, *currency, minor, NULL)
           ? NULL : g_strdup_printf ("“%s” is no amount", number);
}

static DaybookDate
resolve_date (Stage      *stage,
              GPtrArray  *places,
              const char *name)
{
  const PhrasePlace *place = phrase_find (places, name);
  g_autofree char *text = place != NULL ? stage_resolve (stage, place) : NULL;

  return text != NULL ? day (text) : G_MAXUINT32;
}

static char *
differ (gint64          actual,
        gint64          expected,
        DaybookCurrency currency)
{
  char text[DAYBOOK_DECIMAL_LENGTH];

  if (actual == expected)
    return NULL;

  daybook_minor_format (actual, currency, text);
  return g_strdup_printf ("it is %s %s", text, currency.code);
}

/* Situations */

static char *
nobody_started_a_book (Stage     *stage,
                       GPtrArray *places)
{
  stage->without_book = TRUE;
  return NULL;
}

static char *
today_is (Stage     *stage,
          GPtrArray *places)
{
  g_autofree char *day = stage_resolve (stage, phrase_find (places, "day"));

  stage_set_today (stage, day);
  return NULL;
}

static char *
clock_shows (Stage     *stage,
             GPtrArray *places)
{
  g_autofree char *day = stage_resolve (stage, phrase_find (places, "day"));
  g_autofree char *text = g_strdup_printf ("%sT%s:00Z", day, phrase_find (places, "time")->text);

  daybook_test_clock_set (stage->clock, text);
  return NULL;
}

static char *
is_known (Stage     *stage,
          GPtrArray *places)
{
  return stage_register (stage, phrase_find (places, "who")->text);
}

static char *
has_an_account (Stage     *stage,
                GPtrArray *places)
{
  const PhrasePlace *currency = phrase_find (places, "currency");

  return stage_open (stage, phrase_find (places, "who")->text,
                     currency != NULL ? currency->text : "EUR");
}

static char *
owns (Stage     *stage,
      GPtrArray *places)
{
  const PhrasePlace *who = phrase_find (places, "who");
  g_autofree char *amount = stage_resolve (stage, phrase_find (places, "amount"));
  g_autofree char *key = g_strdup_printf ("%s %s", who->text, stage->said);
  char *wrong = stage_open (stage, who->text, stage->said);

  return wrong != NULL
           ? wrong
           : stage_do (stage, "deposit", "to", g_hash_table_lookup (stage->known, key), "amount",
                       amount, "on", STAGE_FIRST_DAY, NULL);
}

/* Checks */

typedef struct
{
  const DaybookAccountNumber *account;
  DaybookDate until;
  DaybookCurrency currency;
  gint64 balance, cash, bank;
  GArray *moves;
} Sum;

typedef struct
{
  DaybookDate date;
  guint64 position;
  gint64 net;
} Move;

static int
compare_moves (gconstpointer a,
               gconstpointer b)
{
  const Move *first = a, *second = b;

  return first->date != second->date ? (first->date < second->date ? -1 : 1)
                                     : first->position < second->position ? -1 : 1;
}

/* Adds by itself, from what moved money, and asks nobody who was asked to add before. */
static gboolean
add_entry (const DaybookEntry  *entry,
           guint64              version,
           gpointer             user_data,
           GError             **error)
{
  Sum *sum = user_data;
  DaybookMovement m = { 0 };
  gint64 *method, net = 0;

  if (!daybook_event_get_movement (entry->event, &m) || entry->event->value_date > sum->until ||
      strcmp (m.currency.code, sum->currency.code) != 0)
    return TRUE;

  if (daybook_account_number_is_set (&m.to) &&
      (sum->account == NULL || daybook_account_number_equal (&m.to, sum->account)))
    net += m.amount;
  if (daybook_account_number_is_set (&m.from) &&
      (sum->account == NULL || daybook_account_number_equal (&m.from, sum->account)))
    net -= m.amount;

  method = m.method == DAYBOOK_METHOD_CASH ? &sum->cash : &sum->bank;
  if (m.method != DAYBOOK_METHOD_NONE)
    *method += daybook_account_number_is_set (&m.to) ? m.amount : -m.amount;
  sum->balance += net;
  if (net != 0 && sum->moves != NULL)
    {
      const Move move = { entry->event->value_date, entry->position, net };

      g_array_append_val (sum->moves, move);
    }
  return TRUE;
}

static void
add_all (Stage *stage,
         Sum   *sum)
{
  g_assert_true (daybook_event_store_read_all (stage->store, 0, add_entry, sum, NULL));
}

static char *
account_has (Stage     *stage,
             GPtrArray *places)
{
  DaybookAccountNumber number = stage_account_number (stage, phrase_find (places, "account"));
  Sum sum = { .account = &number, .until = resolve_date (stage, places, "day") };
  g_autoptr (DaybookAccount) account = stage_load_account (stage, &number);
  gint64 expected;
  char *wrong = resolve_sum (stage, places, "amount", &sum.currency, &expected);

  if (wrong != NULL)
    return wrong;

  add_all (stage, &sum);
  if (sum.until == G_MAXUINT32 && account->balance != sum.balance)
    return g_strdup ("the account takes it for another than its entries add up to");
  return differ (sum.balance, expected, sum.currency);
}

static char *
is_available (Stage     *stage,
              GPtrArray *places)
{
  DaybookAccountNumber number = stage_account_number (stage, phrase_find (places, "account"));
  g_autoptr (DaybookAccount) account = stage_load_account (stage, &number);
  DaybookDate date = resolve_date (stage, places, "day");
  gint64 expected, available = daybook_account_get_available (account);
  DaybookCurrency currency;
  char *wrong = resolve_sum (stage, places, "amount", &currency, &expected);

  if (wrong != NULL)
    return wrong;

  for (guint i = 0; date != G_MAXUINT32 && i < account->days->len; i++)
    {
      const DaybookDay *that = &g_array_index (account->days, DaybookDay, i);

      if (that->date <= date)
        available = that->balance - that->held - that->limits.minimum + that->limits.overdraft;
    }

  return differ (available, expected, currency);
}

static char *
shows_in_order (Stage     *stage,
                GPtrArray *places)
{
  DaybookAccountNumber number = stage_account_number (stage, phrase_find (places, "account"));
  g_autoptr (DaybookAccount) account = stage_load_account (stage, &number);
  g_autoptr (GArray) moves = g_array_new (FALSE, FALSE, sizeof (Move));
  g_autoptr (GString) list = g_string_new (NULL);
  Sum sum = { .account = &number, .until = G_MAXUINT32, .currency = account->currency,
              .moves = moves };

  add_all (stage, &sum);
  g_array_sort (moves, compare_moves);
  for (guint i = 0; i < moves->len; i++)
    {
      char text[DAYBOOK_DECIMAL_LENGTH];

      daybook_minor_format (g_array_index (moves, Move, i).net, account->currency, text);
      g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", text);
    }

  return strcmp (list->str, phrase_find (places, "list")->text) == 0
           ? NULL : g_strdup_printf ("they are %s", list->str);
}

static char *
totals_are (Stage     *stage,
            GPtrArray *places)
{
  Sum sum = { .until = resolve_date (stage, places, "day") };
  gint64 all, cash, bank;
  char *wrong;

  if ((wrong = resolve_sum (stage, places, "all", &sum.currency, &all)) != NULL ||
      (wrong = resolve_sum (stage, places, "cash", &sum.currency, &cash)) != NULL ||
      (wrong = resolve_sum (stage, places, "bank", &sum.currency, &bank)) != NULL)
    return wrong;

  add_all (stage, &sum);
  if ((wrong = differ (sum.balance, all, sum.currency)) != NULL ||
      (wrong = differ (sum.cash, cash, sum.currency)) != NULL ||
      (wrong = differ (sum.bank, bank, sum.currency)) != NULL)
    return wrong;

  return sum.balance == sum.cash + sum.bank ? NULL : g_strdup ("the sums differ");
}

static char *
has_the_number (Stage     *stage,
                GPtrArray *places)
{
  DaybookAccountNumber number = stage_account_number (stage, phrase_find (places, "account"));
  g_autofree char *digits = stage_resolve (stage, phrase_find (places, "number"));
  g_auto (GStrv) groups = g_strsplit (digits, " ", -1);
  g_autofree char *joined = g_strjoinv ("", groups);

  return strcmp (joined, number.digits) == 0 ? NULL : g_strdup_printf ("it is %s", number.digits);
}

static char *
has_status (Stage     *stage,
            GPtrArray *places)
{
  DaybookAccountNumber number = stage_account_number (stage, phrase_find (places, "account"));
  g_autoptr (DaybookAccount) account = stage_load_account (stage, &number);
  const char *status = account->status == DAYBOOK_ACCOUNT_OPEN ? "open" : "closed";

  return strcmp (phrase_find (places, "status")->text, status) == 0
           ? NULL : g_strdup_printf ("it is %s", status);
}

static char *
is_held_by (Stage     *stage,
            GPtrArray *places)
{
  DaybookAccountNumber number = stage_account_number (stage, phrase_find (places, "account"));
  g_autoptr (DaybookAccount) account = stage_load_account (stage, &number);
  const char *const places_of[] = { "who", "other" };
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (places_of); i++)
    {
      const PhrasePlace *place = phrase_find (places, places_of[i]);
      g_autofree char *id = place != NULL ? stage_person_id (stage, place->text) : NULL;

      if (id != NULL && !daybook_account_has_holder (account, id))
        return g_strdup_printf ("%s is no holder", place->text);
      n += id != NULL;
    }

  return account->holders->len == n ? NULL
                                    : g_strdup_printf ("it has %u holders", account->holders->len);
}

typedef struct
{
  const char *text;
  gboolean found;
} Finding;

static gboolean
look_for_text (const DaybookEntry  *entry,
               guint64              version,
               gpointer             user_data,
               GError             **error)
{
  const DaybookSchema *schema = entry->event->record.schema;
  Finding *finding = user_data;
  gboolean money = FALSE, said = FALSE;

  for (guint i = 0; i < schema->n_fields; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      money |= schema->fields[i].kind == DAYBOOK_FIELD_AMOUNT;
      said |= daybook_record_get_text (entry->event, &schema->fields[i], text) &&
              strstr (text->str, finding->text) != NULL;
    }

  finding->found |= money && said;
  return TRUE;
}

static char *
no_amount_beside (Stage     *stage,
                  GPtrArray *places)
{
  Finding finding = { .text = phrase_find (places, "text")->text };

  g_assert_true (daybook_event_store_read_all (stage->store, 0, look_for_text, &finding, NULL));
  return finding.found ? g_strdup ("there is one") : NULL;
}

static gboolean
take_time (const DaybookEntry  *entry,
           guint64              version,
           gpointer             user_data,
           GError             **error)
{
  *(gint64 *) user_data = entry->recorded_at;
  return TRUE;
}

static char *
was_recorded_at (Stage     *stage,
                 GPtrArray *places)
{
  g_autofree char *day = stage_resolve (stage, phrase_find (places, "day"));
  g_autofree char *expected = g_strdup_printf ("%sT%s:00Z", day,
                                               phrase_find (places, "time")->text);
  g_autofree char *actual = NULL;
  g_autoptr (GDateTime) time = NULL;
  gint64 recorded_at = 0;

  g_assert_true (daybook_event_store_read_all (stage->store, 0, take_time, &recorded_at, NULL));
  time = g_date_time_new_from_unix_utc (recorded_at / G_USEC_PER_SEC);
  actual = g_date_time_format_iso8601 (time);

  return strcmp (actual, expected) == 0 ? NULL : g_strdup_printf ("it was %s", actual);
}

static char *
is_a_new_entry (Stage     *stage,
                GPtrArray *places)
{
  guint64 number = g_ascii_strtoull (phrase_find (places, "number")->text, NULL, 10);

  return stage_get_head (stage) == number
           ? NULL : g_strdup_printf ("it is entry %" G_GUINT64_FORMAT, stage_get_head (stage));
}

static char *
is_undone (Stage     *stage,
           GPtrArray *places)
{
  return stage_undo (stage);
}

static char *
is_not_undone (Stage     *stage,
               GPtrArray *places)
{
  return stage->receipt == NULL || stage->receipt->opposite != NULL
           ? g_strdup ("something undoes it") : NULL;
}

#define ON_DAY "[ at the end of {day:day}]"

static const struct
{
  const char *pattern;
  char *(*take) (Stage     *stage,
                 GPtrArray *places);
} others[] = {
  { "there is no book yet", nobody_started_a_book },
  { "today is {day:day}", today_is },
  { "the clock shows {day:day}, {time:word}", clock_shows },
  { "{who:who} is known to the book", is_known },
  { "{who:who} has an account[ in {currency:word}]", has_an_account },
  { "{who:who} has {amount:money}", owns },
  { "{account:account} has {amount:money}" ON_DAY, account_has },
  { "{account:account} has {amount:money} available" ON_DAY, is_available },
  { "{account:account} shows, in this order, {list:text}", shows_in_order },
  { "all accounts together have {all:money}, as there is {cash:money} in cash and {bank:money} "
    "in the bank" ON_DAY, totals_are },
  { "{account:account} has the number {number:text}", has_the_number },
  { "the status of {account:account} is {status:word}", has_status },
  { "{account:account} is the money of {who:who}[ and {other:who}]", is_held_by },
  { "no entry says {text:text} beside an amount", no_amount_beside },
  { "it is recorded at {day:day}, {time:word}", was_recorded_at },
  { "it is entry {number:number}", is_a_new_entry },
  { "it is undone", is_undone },
  { "nothing undoes it", is_not_undone },
};

/**
 * step_is_command:
 *
 * Returns: whether the sentence asks for something that may be refused.
 */
gboolean
step_is_command (const char *sentence)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_autoptr (GPtrArray) places = phrase_match (commands[i].pattern, sentence);

      if (places != NULL)
        return TRUE;
    }

  return FALSE;
}

/**
 * step_take:
 * @shown: (out) (transfer full): what the document says
 *
 * Does what the sentence says, or looks whether it is so.
 *
 * Returns: (transfer full) (nullable): what is wrong.
 */
char *
step_take (Stage       *stage,
           const char  *sentence,
           char       **shown)
{
  g_autoptr (GPtrArray) places = NULL;

  stage->said[0] = '\0';
  *shown = g_strdup (sentence);
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if ((places = phrase_match (commands[i].pattern, sentence)) != NULL)
      return ask_command (stage, places, commands[i].verb, commands[i].also);
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if ((places = phrase_match (others[i].pattern, sentence)) != NULL)
      return others[i].take (stage, places);

  return g_strdup ("no step is worded like this");
}
