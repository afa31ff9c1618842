/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Where a scenario is played. Everything is asked the way people's commands go, through the
 * dispatcher, of a book that is kept in memory: so a rule holds for whatever leads to the book, and
 * no scenario knows which function decides. */

#include "stage.h"

#include <string.h>

#include "accounts/hold-records.h"
#include "catalogue.h"
#include "people/person-records.h"
#include "refusal.h"
#include "store/memory-store.h"

static const char *const cast[][2] = {
  { "Ann", "Ann Baker" },
  { "John", "John Smith" },
  { "Mary", "Mary Jones" },
  { "Peter", "Peter Miller" },
};

/**
 * stage_new:
 *
 * Returns: (transfer full): an empty store; a book is started in it by the first command.
 */
Stage *
stage_new (void)
{
  static const guint8 id[DAYBOOK_ID_SIZE] = "a book for specs";
  Stage *stage = g_new0 (Stage, 1);

  stage->store = daybook_memory_store_new (id);
  stage->clock = daybook_test_clock_new (STAGE_TODAY "T12:00:00Z");
  stage->ids = daybook_test_ids_new ();
  stage->dispatcher = daybook_dispatcher_new (stage->store, DAYBOOK_CLOCK (stage->clock),
                                              stage->ids);
  stage->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  return stage;
}

/**
 * stage_free:
 * @stage: (nullable) (transfer full):
 */
void
stage_free (Stage *stage)
{
  if (stage == NULL)
    return;

  g_clear_pointer (&stage->receipt, daybook_receipt_free);
  g_clear_error (&stage->refusal);
  g_assert_finalize_object (stage->dispatcher);
  g_assert_finalize_object (stage->store);
  g_object_unref (stage->clock);
  g_object_unref (stage->ids);
  g_hash_table_unref (stage->known);
  g_free (stage);
}

/**
 * stage_set_today:
 * @iso8601: a day; it will be noon
 */
void
stage_set_today (Stage      *stage,
                 const char *iso8601)
{
  g_autofree char *noon = g_strconcat (iso8601, "T12:00:00Z", NULL);

  daybook_test_clock_set (stage->clock, noon);
}

/**
 * stage_get_head:
 *
 * Returns: the number of the last entry.
 */
guint64
stage_get_head (Stage *stage)
{
  guint64 head = 0;

  g_assert_true (daybook_event_store_get_head (stage->store, &head, NULL));
  return head;
}

/* By what an account was called when it was opened, scenarios know it from then on. */
static void
note_opened (Stage *stage)
{
  const DaybookEvent *event = daybook_receipt_get_outcome (stage->receipt);
  const DaybookAccountOpened *opened = (const DaybookAccountOpened *) event;

  if (event->record.schema == &daybook_account_opened && opened->name != NULL)
    g_hash_table_replace (stage->known, g_strdup (opened->name),
                          g_strdup (opened->account.digits));
}

/* What a step says is an amount of euros must not be recorded as one of dollars. */
static char *
check_said (Stage *stage)
{
  for (guint i = 0; stage->said[0] != '\0' && i < stage->receipt->events->len; i++)
    {
      const DaybookEvent *event = g_ptr_array_index (stage->receipt->events, i);
      const DaybookField *field = daybook_schema_get_field (event->record.schema, "currency");
      g_autoptr (GString) currency = g_string_new (NULL);

      if (field != NULL && daybook_schema_get_field (event->record.schema, "amount") != NULL &&
          daybook_record_get_text (event, field, currency) &&
          strcmp (currency->str, stage->said) != 0)
        return g_strdup_printf ("it was in %s", currency->str);
    }

  return NULL;
}

/**
 * stage_ask:
 * @texts: (element-type utf8 utf8): the command's fields
 *
 * The command may well be refused; what came of it is left in @stage.
 *
 * Returns: (transfer full) (nullable): what is wrong with the scenario.
 */
char *
stage_ask (Stage      *stage,
           const char *verb,
           GHashTable *texts)
{
  const DaybookEnvelope envelope = { .actor = "teller", .undoable = TRUE };
  gpointer command;

  if (strcmp (verb, "start") != 0 && !stage->without_book && stage_get_head (stage) == 0)
    {
      gint64 now = daybook_clock_get_now (DAYBOOK_CLOCK (stage->clock));
      g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (now / G_USEC_PER_SEC);
      g_autofree char *text = g_date_time_format_iso8601 (time);
      g_autofree char *wrong = NULL;

      stage_set_today (stage, STAGE_FIRST_DAY);
      wrong = stage_do (stage, "start", "name", "Riverside Savings", "currency", "EUR", NULL);
      g_assert_null (wrong);
      daybook_test_clock_set (stage->clock, text);
    }

  g_clear_pointer (&stage->receipt, daybook_receipt_free);
  g_clear_error (&stage->refusal);
  stage->head = stage_get_head (stage);
  command = daybook_record_new_from_texts (daybook_find_command_type (verb), texts,
                                           &stage->refusal);
  if (command != NULL)
    stage->receipt = daybook_dispatcher_execute (stage->dispatcher, command, &envelope,
                                                 &stage->refusal);
  daybook_record_free (command);

  if (stage->receipt == NULL)
    return stage->refusal->domain != DAYBOOK_REFUSAL
             ? g_strdup_printf ("it ended with an error: %s", stage->refusal->message)
           : stage_get_head (stage) != stage->head
             ? g_strdup ("it was refused, but something was recorded") : NULL;

  note_opened (stage);
  return check_said (stage);
}

/**
 * stage_undo:
 *
 * Undoes the last command, as Undo in the window does.
 *
 * Returns: (transfer full) (nullable): what is wrong with the scenario.
 */
char *
stage_undo (Stage *stage)
{
  g_autoptr (DaybookReceipt) done = g_steal_pointer (&stage->receipt);
  DaybookEnvelope envelope = { .actor = "teller" };
  const DaybookField *reason;

  if (done == NULL || done->opposite == NULL)
    return g_strdup ("nothing undoes it");

  envelope.undoes = done->events;
  stage->head = stage_get_head (stage);
  reason = daybook_schema_get_field (done->opposite->schema, "reason");
  if (reason != NULL && !daybook_record_has (done->opposite, reason))
    daybook_record_set_text (done->opposite, reason, "Undone", NULL);
  stage->receipt = daybook_dispatcher_execute (stage->dispatcher, done->opposite, &envelope,
                                               &stage->refusal);

  return stage->receipt == NULL
           ? g_strdup_printf ("undoing it was refused: %s", stage->refusal->message) : NULL;
}

/**
 * stage_do:
 * @...: names and values of fields
 *
 * Returns: (transfer full) (nullable): what went wrong; %NULL if the command was accepted.
 */
char *
stage_do (Stage      *stage,
          const char *verb,
          ...)
{
  g_autoptr (GHashTable) texts = g_hash_table_new (g_str_hash, g_str_equal);
  const char *name;
  char *wrong;
  va_list args;

  va_start (args, verb);
  while ((name = va_arg (args, const char *)) != NULL)
    g_hash_table_insert (texts, (char *) name, va_arg (args, char *));
  va_end (args);

  wrong = stage_ask (stage, verb, texts);
  if (wrong == NULL && stage->refusal != NULL)
    wrong = g_strdup_printf ("%s was refused: %s", verb, stage->refusal->message);
  return wrong;
}

/**
 * stage_register:
 * @who: a first name
 *
 * Makes somebody known to the book who is not.
 *
 * Returns: (transfer full) (nullable): what went wrong.
 */
char *
stage_register (Stage      *stage,
                const char *who)
{
  g_autofree char *username = g_ascii_strdown (who, -1);
  const char *name = NULL;
  char *wrong;

  if (g_hash_table_contains (stage->known, who))
    return NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cast); i++)
    if (strcmp (cast[i][0], who) == 0)
      name = cast[i][1];
  if (name == NULL)
    return g_strdup_printf ("%s is nobody in these scenarios", who);

  wrong = stage_do (stage, "register", "username", username, "name", name, NULL);
  g_hash_table_insert (stage->known, g_strdup (who), g_steal_pointer (&username));
  return wrong;
}

/**
 * stage_open:
 * @who: a first name
 * @currency: a code
 *
 * Opens an account for somebody who has none in that currency.
 *
 * Returns: (transfer full) (nullable): what went wrong.
 */
char *
stage_open (Stage      *stage,
            const char *who,
            const char *currency)
{
  g_autofree char *key = g_strdup_printf ("%s %s", who, currency);
  char *wrong = stage_register (stage, who);

  if (wrong != NULL || g_hash_table_contains (stage->known, key))
    return wrong;

  wrong = stage_do (stage, "open", "holder", g_hash_table_lookup (stage->known, who), "currency",
                    currency, "on", STAGE_FIRST_DAY, NULL);
  if (wrong == NULL)
    {
      const DaybookEvent *event = daybook_receipt_get_outcome (stage->receipt);

      g_hash_table_insert (stage->known, g_steal_pointer (&key),
                           g_strdup (((const DaybookAccountOpened *) event)->account.digits));
    }
  return wrong;
}

/* John's account → his username; John's JPY account, John's account “Holiday” → its number. */
static char *
resolve_account (Stage      *stage,
                 const char *phrase)
{
  const char *quoted = strstr (phrase, "\u201c");
  const char *number = NULL;
  g_autofree char *key = NULL;
  g_autofree char *label = quoted != NULL ? phrase_scan (PHRASE_TEXT, &quoted) : NULL;
  g_auto (GStrv) words = g_strsplit (phrase, "'s ", 2);

  if (g_str_has_prefix (phrase, "account "))
    return g_strdup (phrase + strlen ("account "));
  if (g_str_has_prefix (phrase, "the account of "))
    return g_steal_pointer (&label);

  if (label != NULL)
    number = g_hash_table_lookup (stage->known, label);
  else if (!g_str_has_prefix (words[1], "account"))
    {
      key = g_strdup_printf ("%s %.3s", words[0], words[1]);
      number = g_hash_table_lookup (stage->known, key);
    }
  else
    number = g_hash_table_lookup (stage->known, words[0]);

  return number != NULL ? g_strdup (number) : g_ascii_strdown (words[0], -1);
}

static const struct
{
  const char *noun;
  const DaybookSchema *schema;
} nouns[] = {
  { "deposit", &daybook_money_deposited },
  { "withdrawal", &daybook_money_withdrawn },
  { "transfer", &daybook_money_transferred },
  { "reversal", &daybook_entry_reversed },
  { "hold", &daybook_hold_placed },
  { "release", &daybook_hold_released },
  { "capture", &daybook_hold_captured },
  { "opening", &daybook_account_opened },
  { "block", &daybook_account_blocked },
  { "registration", &daybook_person_registered },
};

typedef struct
{
  const DaybookSchema *schema;
  const char *amount;
  guint64 position;
} Search;

static gboolean
look_at_entry (const DaybookEntry  *entry,
               guint64              version,
               gpointer             user_data,
               GError             **error)
{
  Search *search = user_data;
  const DaybookSchema *schema = entry->event->record.schema;
  char text[DAYBOOK_DECIMAL_LENGTH];

  if (schema != search->schema)
    return TRUE;
  if (search->amount != NULL)
    {
      const DaybookField *amount = daybook_schema_get_field (schema, "amount");
      const DaybookField *currency = daybook_schema_get_field (schema, "currency");
      g_autofree char *money = NULL;

      g_assert_true (amount != NULL && currency != NULL);
      daybook_minor_format (*(const gint64 *) daybook_field_in (entry->event, amount),
                            *(const DaybookCurrency *) daybook_field_in (entry->event, currency),
                            text);
      money = g_strdup_printf ("%s %s", text,
                               ((const DaybookCurrency *) daybook_field_in (entry->event,
                                                                            currency))->code);
      if (strcmp (money, search->amount) != 0)
        return TRUE;
    }

  search->position = entry->position;
  return TRUE;
}

/* The last entry of the kind, if it is not called by its number. */
static char *
resolve_entry (Stage      *stage,
               const char *phrase)
{
  g_auto (GStrv) words = g_strsplit (phrase, " ", 4);
  Search search = { 0 };

  if (strcmp (words[0], "entry") == 0)
    return g_strdup (words[1]);

  for (guint i = 0; i < G_N_ELEMENTS (nouns); i++)
    if (strcmp (nouns[i].noun, words[1]) == 0)
      search.schema = nouns[i].schema;
  if (g_strv_length (words) == 4)
    search.amount = words[3];

  g_assert_nonnull (search.schema);
  g_assert_true (daybook_event_store_read_all (stage->store, 0, look_at_entry, &search, NULL));
  return g_strdup_printf ("%" G_GUINT64_FORMAT, search.position);
}

/* 3 November → 2026-11-03 */
static char *
resolve_day (const char *phrase)
{
  static const char *const months[] = {
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December", NULL
  };
  g_auto (GStrv) words = g_strsplit (phrase, " ", 3);
  guint month = 0;

  while (strcmp (months[month], words[1]) != 0)
    month++;

  return g_strdup_printf ("%s-%02u-%s%s", words[2] != NULL ? words[2] : "2026", month + 1,
                          strlen (words[0]) < 2 ? "0" : "", words[0]);
}

/**
 * stage_resolve:
 *
 * Returns: (transfer full): what stands in @place, in the notation of commands.
 */
char *
stage_resolve (Stage             *stage,
               const PhrasePlace *place)
{
  const char *username;

  switch (place->kind)
    {
    case PHRASE_MONEY:
      g_strlcpy (stage->said, strchr (place->text, ' ') + 1, sizeof stage->said);
      return g_strndup (place->text, (gsize) (strchr (place->text, ' ') - place->text));
    case PHRASE_DAY:
      return resolve_day (place->text);
    case PHRASE_WHO:
      username = g_hash_table_lookup (stage->known, place->text);
      return username != NULL ? g_strdup (username) : g_ascii_strdown (place->text, -1);
    case PHRASE_ACCOUNT:
      return resolve_account (stage, place->text);
    case PHRASE_ENTRY:
      return resolve_entry (stage, place->text);
    case PHRASE_WORD:
    case PHRASE_TEXT:
    case PHRASE_NUMBER:
    default:
      return g_strdup (place->text);
    }
}

/**
 * stage_person_id:
 * @who: a first name
 *
 * Returns: (transfer full): the id that the book knows them by.
 */
char *
stage_person_id (Stage      *stage,
                 const char *who)
{
  g_autoptr (DaybookRepository) repository = daybook_repository_new (stage->store);
  g_autofree char *username = g_ascii_strdown (who, -1);
  char *id = daybook_repository_find_person (repository, username, NULL, NULL);

  return id != NULL ? id : g_strdup ("nobody");
}

/**
 * stage_account_number:
 * @place: a %PHRASE_ACCOUNT
 *
 * Returns: the account that is meant, as the program understands it; empty if none is.
 */
DaybookAccountNumber
stage_account_number (Stage             *stage,
                      const PhrasePlace *place)
{
  g_autofree char *who = resolve_account (stage, place->text);
  DaybookAccountNumber number = { 0 };

  if (!daybook_dispatcher_find_account (stage->dispatcher, who, &number, NULL))
    number = (DaybookAccountNumber) { 0 };

  return number;
}

/**
 * stage_load_account:
 *
 * Returns: (transfer full) (nullable): the account as its whole stream tells it, not as somebody
 *   remembers it.
 */
DaybookAccount *
stage_load_account (Stage                      *stage,
                    const DaybookAccountNumber *number)
{
  g_autoptr (DaybookRepository) repository = daybook_repository_new (stage->store);
  const DaybookAccount *account;
  guint64 version;

  account = daybook_account_states_get (daybook_repository_get_accounts (repository), number,
                                        &version, NULL);

  return account != NULL ? daybook_account_copy (account) : NULL;
}
