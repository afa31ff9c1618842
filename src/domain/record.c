/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Records: commands and events as data.
 *
 * A record is a plain struct with a pointer to its schema in front. Whoever knows the type uses
 * the struct; whoever treats all types alike (codec, command line, store, catalogue) walks the
 * schema's fields. Texts are owned by the record. */

#include "record.h"

#include <string.h>

#include "refusal.h"

static gsize
field_size (DaybookFieldKind kind)
{
  switch (kind)
    {
    case DAYBOOK_FIELD_ACCOUNT:
      return sizeof (DaybookAccountNumber);
    case DAYBOOK_FIELD_CURRENCY:
      return sizeof (DaybookCurrency);
    case DAYBOOK_FIELD_AMOUNT:
    case DAYBOOK_FIELD_ENTRY:
    case DAYBOOK_FIELD_COUNT:
      return sizeof (gint64);
    case DAYBOOK_FIELD_DATE:
    case DAYBOOK_FIELD_CHOICE:
      return sizeof (guint32);
    case DAYBOOK_FIELD_TEXT:
    case DAYBOOK_FIELD_DECIMAL:
    default:
      g_assert_not_reached ();
    }
}

static gboolean
field_equal (DaybookFieldKind kind,
             gconstpointer    a,
             gconstpointer    b)
{
  const DaybookDecimal *x = a, *y = b;

  if (kind == DAYBOOK_FIELD_TEXT)
    return g_strcmp0 (*(char *const *) a, *(char *const *) b) == 0;
  if (kind == DAYBOOK_FIELD_DECIMAL)
    return x->mantissa == y->mantissa && x->decimals == y->decimals &&
           daybook_decimal_is_given (*x) == daybook_decimal_is_given (*y);

  return memcmp (a, b, field_size (kind)) == 0;
}

/**
 * daybook_record_new:
 *
 * Returns: (transfer full): a record of that type with nothing in it.
 */
gpointer
daybook_record_new (const DaybookSchema *schema)
{
  DaybookRecord *record = g_malloc0 (schema->size);

  record->schema = schema;

  return record;
}

/**
 * daybook_record_copy:
 *
 * Returns: (transfer full): a deep copy.
 */
gpointer
daybook_record_copy (gconstpointer record)
{
  const DaybookSchema *schema = daybook_record_get_schema (record);
  gpointer copy = g_memdup2 (record, schema->size);

  for (guint i = 0; i < schema->n_fields; i++)
    if (schema->fields[i].kind == DAYBOOK_FIELD_TEXT)
      {
        char **text = daybook_field_in (copy, &schema->fields[i]);

        *text = g_strdup (*text);
      }

  return copy;
}

/**
 * daybook_record_clear:
 *
 * Frees what the record owns and empties it, so that a struct on the stack can be used again.
 */
void
daybook_record_clear (gpointer record)
{
  const DaybookSchema *schema = daybook_record_get_schema (record);

  for (guint i = 0; i < schema->n_fields; i++)
    if (schema->fields[i].kind == DAYBOOK_FIELD_TEXT)
      g_free (*(char **) daybook_field_in (record, &schema->fields[i]));

  memset (record, 0, schema->size);
  ((DaybookRecord *) record)->schema = schema;
}

/**
 * daybook_record_free:
 * @record: (nullable) (transfer full): a record made by daybook_record_new() or its like
 */
void
daybook_record_free (gpointer record)
{
  if (record == NULL)
    return;

  daybook_record_clear (record);
  g_free (record);
}

/**
 * daybook_record_equal:
 *
 * Returns: whether both are of one type and every field holds the same.
 */
gboolean
daybook_record_equal (gconstpointer a,
                      gconstpointer b)
{
  const DaybookSchema *schema = daybook_record_get_schema (a);

  if (schema != daybook_record_get_schema (b))
    return FALSE;

  for (guint i = 0; i < schema->n_fields; i++)
    {
      const DaybookField *field = &schema->fields[i];

      if (!field_equal (field->kind, daybook_field_in (a, field), daybook_field_in (b, field)))
        return FALSE;
    }

  return TRUE;
}

/**
 * daybook_record_has:
 *
 * Returns: whether the field holds anything. An amount always does: zero is an amount.
 */
gboolean
daybook_record_has (gconstpointer       record,
                    const DaybookField *field)
{
  gconstpointer value = daybook_field_in (record, field);

  switch (field->kind)
    {
    case DAYBOOK_FIELD_TEXT:
      return *(char *const *) value != NULL;
    case DAYBOOK_FIELD_ACCOUNT:
      return daybook_account_number_is_set (value);
    case DAYBOOK_FIELD_CURRENCY:
      return *(const char *) value != '\0';
    case DAYBOOK_FIELD_DATE:
    case DAYBOOK_FIELD_CHOICE:
      return *(const guint32 *) value != 0;
    case DAYBOOK_FIELD_ENTRY:
      return *(const guint64 *) value != 0;
    case DAYBOOK_FIELD_DECIMAL:
      return !field->optional || daybook_decimal_is_given (*(const DaybookDecimal *) value);
    case DAYBOOK_FIELD_AMOUNT:
    case DAYBOOK_FIELD_COUNT:
    default:
      return TRUE;
    }
}

/* One line of text: whatever breaks a line or moves the cursor would let an entry look like two. */
static gboolean
is_plain (const char *text)
{
  if (!g_utf8_validate (text, -1, NULL))
    return FALSE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      GUnicodeType type = g_unichar_type (g_utf8_get_char (p));

      if (type == G_UNICODE_CONTROL || type == G_UNICODE_LINE_SEPARATOR ||
          type == G_UNICODE_PARAGRAPH_SEPARATOR)
        return FALSE;
    }

  return TRUE;
}

static gboolean
set_string (const DaybookField  *field,
            char               **value,
            const char          *text,
            GError             **error)
{
  if (!is_plain (text))
    return daybook_refuse (error, DAYBOOK_REFUSAL_TEXT_NOT_PLAIN, .field = field->name);
  if (g_utf8_strlen (text, -1) > field->max_length)
    return daybook_refuse (error, DAYBOOK_REFUSAL_TEXT_TOO_LONG,
                           .field = field->name, .number = field->max_length);

  g_free (*value);
  *value = g_strstrip (g_strdup (text));
  if (**value == '\0')
    g_clear_pointer (value, g_free);

  return TRUE;
}

static gboolean
set_decimal (const DaybookField  *field,
             DaybookDecimal      *value,
             const char          *text,
             GError             **error)
{
  g_autoptr (GError) refusal = NULL;

  if (daybook_decimal_parse (text, value, &refusal))
    return TRUE;

  return daybook_refuse (error, refusal->code, .field = field->name, .text = text);
}

static gboolean
set_choice (const DaybookField  *field,
            guint               *value,
            const char          *text,
            GError             **error)
{
  for (guint i = 0; field->choices[i] != NULL; i++)
    if (strcmp (field->choices[i], text) == 0)
      {
        *value = i + 1;
        return TRUE;
      }

  return daybook_refuse (error, DAYBOOK_REFUSAL_CHOICE_UNKNOWN,
                         .field = field->name, .text = text);
}

static gboolean
set_integer (const DaybookField  *field,
             gpointer             value,
             const char          *text,
             GError             **error)
{
  gboolean entry = field->kind == DAYBOOK_FIELD_ENTRY;
  gint64 least = entry ? 1 : field->kind == DAYBOOK_FIELD_COUNT ? 0 : G_MININT64;
  gint64 number;

  if (!g_ascii_string_to_signed (text, 10, least, G_MAXINT64, &number, NULL))
    return daybook_refuse (error,
                           entry ? DAYBOOK_REFUSAL_ENTRY_NOT_A_NUMBER
                                 : DAYBOOK_REFUSAL_AMOUNT_NOT_A_NUMBER,
                           .field = field->name, .text = text);

  *(gint64 *) value = number;
  return TRUE;
}

/**
 * daybook_record_set_text:
 * @text: the value in neutral notation: ISO 8601 days, `12.50`, the name of a choice
 *
 * Fills one field from text, as the command line and data files give it. An empty text in a text
 * field is the same as none.
 *
 * Returns: whether @text can be what the field holds; else a refusal in @error that names it.
 */
gboolean
daybook_record_set_text (gpointer             record,
                         const DaybookField  *field,
                         const char          *text,
                         GError             **error)
{
  gpointer value = daybook_field_in (record, field);

  switch (field->kind)
    {
    case DAYBOOK_FIELD_TEXT:
      return set_string (field, value, text, error);
    case DAYBOOK_FIELD_DECIMAL:
      return set_decimal (field, value, text, error);
    case DAYBOOK_FIELD_CHOICE:
      return set_choice (field, value, text, error);
    case DAYBOOK_FIELD_AMOUNT:
    case DAYBOOK_FIELD_ENTRY:
    case DAYBOOK_FIELD_COUNT:
      return set_integer (field, value, text, error);
    case DAYBOOK_FIELD_ACCOUNT:
      return daybook_account_number_parse (text, value) ||
             daybook_refuse (error, DAYBOOK_REFUSAL_ACCOUNT_NUMBER_INVALID,
                             .field = field->name, .text = text);
    case DAYBOOK_FIELD_CURRENCY:
      return daybook_currency_parse (text, value) ||
             daybook_refuse (error, DAYBOOK_REFUSAL_CURRENCY_UNKNOWN,
                             .field = field->name, .text = text);
    case DAYBOOK_FIELD_DATE:
      return daybook_date_parse (text, value) ||
             daybook_refuse (error, DAYBOOK_REFUSAL_DATE_NOT_A_DAY,
                             .field = field->name, .text = text);
    default:
      g_assert_not_reached ();
    }
}

/**
 * daybook_record_get_text:
 * @text: receives the value in neutral notation, appended
 *
 * Returns: whether the field holds anything.
 */
gboolean
daybook_record_get_text (gconstpointer       record,
                         const DaybookField *field,
                         GString            *text)
{
  gconstpointer value = daybook_field_in (record, field);
  char buffer[DAYBOOK_DECIMAL_LENGTH];

  if (!daybook_record_has (record, field))
    return FALSE;

  switch (field->kind)
    {
    case DAYBOOK_FIELD_TEXT:
      g_string_append (text, *(char *const *) value);
      break;
    case DAYBOOK_FIELD_ACCOUNT:
    case DAYBOOK_FIELD_CURRENCY:
      g_string_append (text, value);
      break;
    case DAYBOOK_FIELD_AMOUNT:
    case DAYBOOK_FIELD_ENTRY:
    case DAYBOOK_FIELD_COUNT:
      g_string_append_printf (text, "%" G_GINT64_FORMAT, *(const gint64 *) value);
      break;
    case DAYBOOK_FIELD_DECIMAL:
      daybook_decimal_format (*(const DaybookDecimal *) value, buffer);
      g_string_append (text, buffer);
      break;
    case DAYBOOK_FIELD_DATE:
      daybook_date_format (*(const DaybookDate *) value, buffer);
      g_string_append (text, buffer);
      break;
    case DAYBOOK_FIELD_CHOICE:
      g_string_append (text, field->choices[*(const guint *) value - 1]);
      break;
    default:
      g_assert_not_reached ();
    }

  return TRUE;
}

/**
 * daybook_schema_get_field:
 *
 * Returns: (transfer none) (nullable): the field of that name.
 */
const DaybookField *
daybook_schema_get_field (const DaybookSchema *schema,
                          const char          *name)
{
  for (guint i = 0; i < schema->n_fields; i++)
    if (strcmp (schema->fields[i].name, name) == 0)
      return &schema->fields[i];

  return NULL;
}

/**
 * daybook_record_new_from_texts:
 * @texts: (element-type utf8 utf8): names of fields and their values in neutral notation
 *
 * Returns: (transfer full): the record, or %NULL and a refusal in @error that names the field that
 *   is unknown, missing or wrong.
 */
gpointer
daybook_record_new_from_texts (const DaybookSchema  *schema,
                               GHashTable           *texts,
                               GError              **error)
{
  gpointer record;
  GHashTableIter iter;
  gpointer name;

  g_hash_table_iter_init (&iter, texts);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    if (daybook_schema_get_field (schema, name) == NULL)
      {
        daybook_refuse (error, DAYBOOK_REFUSAL_COMMAND_MALFORMED, .text = name);
        return NULL;
      }

  record = daybook_record_new (schema);
  for (guint i = 0; i < schema->n_fields; i++)
    {
      const DaybookField *field = &schema->fields[i];
      const char *text = g_hash_table_lookup (texts, field->name);
      gboolean ok;

      /* A text of blanks is none either. */
      ok = text == NULL || *text == '\0' || daybook_record_set_text (record, field, text, error);
      if (ok && !field->optional &&
          (text == NULL || *text == '\0' || !daybook_record_has (record, field)))
        ok = daybook_refuse (error, DAYBOOK_REFUSAL_FIELD_MISSING, .field = field->name);

      if (!ok)
        {
          daybook_record_free (record);
          return NULL;
        }
    }

  return record;
}
