/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What came of a command, to the letter: `(insufficient-funds, amount 100.01, available 100.00)`,
 * `(MoneyDeposited, to John's account, amount 100.00, on 3 November)`. That is for the test; in the
 * document stands the sentence that people read. */

#include "steps.h"

#include <string.h>

#include "date-text.h"
#include "names.h"
#include "refusal.h"
#include "sentences.h"

/* What a field has to hold, whatever its kind: scanned from @text, in the notation of records. */
static char *
scan_value (Stage       *stage,
            const char **text)
{
  static const PhraseKind kinds[] = { PHRASE_TEXT, PHRASE_ACCOUNT, PHRASE_ENTRY, PHRASE_DAY,
                                      PHRASE_WHO, PHRASE_WORD };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *found = phrase_scan (kinds[i], text);
      const PhrasePlace place = { NULL, kinds[i], found };

      if (found == NULL)
        continue;
      if (kinds[i] == PHRASE_ACCOUNT)
        return g_strdup (stage_account_number (stage, &place).digits);
      if (kinds[i] == PHRASE_WHO)
        return stage_person_id (stage, found);
      return stage_resolve (stage, &place);
    }

  return NULL;
}

/* `100.00` in the notation of records: minor units. */
static char *
to_minor (const char      *value,
          DaybookCurrency  currency)
{
  DaybookDecimal decimal;
  gint64 minor;

  if (!daybook_decimal_parse (value, &decimal, NULL) ||
      !daybook_decimal_to_minor (decimal, currency, &minor, NULL))
    return g_strdup_printf ("%s, which is no amount", value);

  return g_strdup_printf ("%" G_GINT64_FORMAT, minor);
}

typedef char *(*Look) (Stage      *stage,
                       gpointer    thing,
                       const char *name,
                       char      **expected);

/* Compares `, name value` after `, name value`; `, no name` says that there is none. */
static char *
compare_facts (Stage       *stage,
               const char **facts,
               Look         look,
               gpointer     thing)
{
  while (g_str_has_prefix (*facts, ", "))
    {
      g_autofree char *name = NULL;
      g_autofree char *expected = NULL;
      g_autofree char *actual = NULL;
      gboolean none;

      *facts += strlen (", ");
      none = g_str_has_prefix (*facts, "no ");
      if (none)
        *facts += strlen ("no ");
      name = phrase_scan (PHRASE_WORD, facts);
      if (!none)
        {
          *facts += **facts == ' ' ? 1 : 0;
          expected = scan_value (stage, facts);
          if (expected == NULL)
            return g_strdup_printf ("“%s” cannot be understood", *facts);
        }

      actual = look (stage, thing, name, &expected);
      if (g_strcmp0 (actual, expected) != 0)
        return g_strdup_printf ("%s is %s, not %s", name, actual ? actual : "absent",
                                expected ? expected : "absent");
    }

  return *(*facts)++ == ')' ? NULL : g_strdup ("the facts do not end on a bracket");
}

static char *
day_text (DaybookDate date)
{
  char text[DAYBOOK_DATE_LENGTH];

  daybook_date_format (date, text);
  return g_strdup (text);
}

static char *
look_at_figures (Stage       *stage,
                 gpointer     thing,
                 const char  *name,
                 char       **expected)
{
  const DaybookFigures *figures = thing;
  gboolean available = strcmp (name, "available") == 0;

  if (available || strcmp (name, "amount") == 0)
    {
      g_autofree char *text = *expected;

      *expected = text != NULL ? to_minor (text, figures->currency) : NULL;
      return g_strdup_printf ("%" G_GINT64_FORMAT,
                              available ? figures->available : figures->amount);
    }
  if (strcmp (name, "day") == 0)
    return figures->date != DAYBOOK_DATE_NONE ? day_text (figures->date) : NULL;
  if (strcmp (name, "number") == 0)
    return g_strdup_printf ("%" G_GUINT64_FORMAT, figures->number);
  if (strcmp (name, "text") == 0)
    return g_strdup (figures->text);
  if (strcmp (name, "account") == 0)
    return g_strdup (figures->account);
  if (strcmp (name, "currency") == 0)
    return g_strdup (figures->currency.code);

  return g_strdup (strcmp (name, "field") == 0 ? figures->field : "no figure");
}

/**
 * facts_refused:
 * @facts: `(insufficient-funds, amount 100.01, available 100.00)`
 * @shown: (out) (transfer full): what people read
 *
 * Returns: (transfer full) (nullable): what is wrong.
 */
char *
facts_refused (Stage       *stage,
               const char  *facts,
               char       **shown)
{
  g_autofree char *code = NULL;
  g_autofree char *sentence = NULL;

  if (stage->refusal == NULL)
    return g_strdup ("it was not refused");

  facts++;
  code = phrase_scan (PHRASE_WORD, &facts);
  if (g_strcmp0 (code, daybook_refusal_name (stage->refusal->code)) != 0)
    return g_strdup_printf ("it was refused as %s", stage->refusal->message);

  if (stage->tells)
    {
      sentence = daybook_error_sentence (stage->refusal, NULL);
      *shown = g_strdup_printf ("it is refused: *%s*", sentence);
    }
  return compare_facts (stage, &facts, look_at_figures,
                        (gpointer) daybook_refusal_figures (stage->refusal));
}

static char *
look_at_event (Stage       *stage,
               gpointer     thing,
               const char  *name,
               char       **expected)
{
  const DaybookEvent *event = thing;
  const DaybookSchema *schema = event->record.schema;
  const DaybookField *field = daybook_schema_get_field (schema, name);
  const DaybookField *currency = daybook_schema_get_field (schema, "currency");
  g_autoptr (GString) actual = g_string_new (NULL);

  if (strcmp (name, "on") == 0)
    return day_text (event->value_date);
  if (field == NULL)
    return g_strdup ("no field of it");
  if (field->kind == DAYBOOK_FIELD_AMOUNT && *expected != NULL)
    {
      g_autofree char *text = *expected;

      *expected = to_minor (text, *(const DaybookCurrency *) daybook_field_in (event, currency));
    }

  return daybook_record_get_text (event, field, actual) ? g_strdup (actual->str) : NULL;
}

/* What the daybook says of it, and for which day it counts, if that is another than today. */
static char *
show_event (Stage              *stage,
            const DaybookEvent *event)
{
  g_autoptr (DaybookReadModel) names = spec_names_new (stage->store);
  g_autofree char *sentence = daybook_entry_sentence (event, names);
  g_autofree char *day = daybook_date_text (event->value_date);
  DaybookDate today;

  g_assert_true (daybook_dispatcher_get_today (stage->dispatcher, &today, NULL));

  return event->value_date == today ? g_strdup_printf ("*%s*", sentence)
                                    : g_strdup_printf ("*%s*, for %s", sentence, day);
}

/**
 * facts_recorded:
 * @facts: `(MoneyDeposited, amount 100.00)`, one for each entry that was recorded
 * @shown: (out) (transfer full): what people read
 *
 * Returns: (transfer full) (nullable): what is wrong.
 */
char *
facts_recorded (Stage       *stage,
                const char  *facts,
                char       **shown)
{
  g_autoptr (GString) text = g_string_new ("it is recorded: ");
  guint i;

  if (stage->receipt == NULL)
    return g_strdup ("nothing was recorded");

  for (i = 0; *facts == '(' && i < stage->receipt->events->len; i++)
    {
      DaybookEvent *event = g_ptr_array_index (stage->receipt->events, i);
      g_autofree char *type = NULL;
      g_autofree char *said = stage->tells ? show_event (stage, event) : NULL;
      char *wrong;

      facts++;
      type = phrase_scan (PHRASE_WORD, &facts);
      if (g_strcmp0 (type, event->record.schema->name) != 0)
        return g_strdup_printf ("it was recorded as %s", event->record.schema->name);

      wrong = compare_facts (stage, &facts, look_at_event, event);
      if (wrong != NULL)
        return wrong;

      g_string_append_printf (text, "%s%s", i > 0 ? "; and " : "", said ? said : "");
      facts += *facts == ' ' ? 1 : 0;
    }

  *shown = g_string_free (g_steal_pointer (&text), FALSE);
  return *facts == '\0' && i == stage->receipt->events->len
           ? NULL : g_strdup_printf ("%u entries were recorded", stage->receipt->events->len);
}
