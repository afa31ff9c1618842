/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Events as text: one flat JSON object, fields in the order of the type's description, no blanks,
 * what is absent left out. Written once and never again, so one event has one text.
 *
 * That makes the decoder small and strict: it accepts exactly what the encoder writes, walks the
 * same field table, and costs a fraction of a general parser. Anything else is damage. Any JSON
 * library reads the same text (the tests use one as the oracle).
 *
 * A text is read by the description of the form it was written in, however old that is, and handed
 * on in the newest. */

#include "codec/event-codec.h"

#include <string.h>

#include "catalogue.h"
#include "store-error.h"

static void
append_string (GString    *json,
               const char *text)
{
  g_string_append_c (json, '"');
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"' || *p == '\\')
        g_string_append_c (json, '\\');
      if ((guchar) *p < 0x20)
        g_string_append_printf (json, "\\u%04x", *p);
      else
        g_string_append_c (json, *p);
    }
  g_string_append_c (json, '"');
}

/**
 * daybook_event_encode:
 * @json: receives the event's fields, appended
 *
 * The value date is not among them: like the type, it has a column of its own.
 */
void
daybook_event_encode (const DaybookEvent *event,
                      GString            *json)
{
  const DaybookSchema *schema = event->record.schema;
  char before = '{';

  for (guint i = 0; i < schema->n_fields; i++)
    {
      const DaybookField *field = &schema->fields[i];

      if (!daybook_record_has (event, field))
        continue;

      g_string_append_c (json, before);
      before = ',';
      append_string (json, field->name);
      g_string_append_c (json, ':');

      if (field->kind == DAYBOOK_FIELD_TEXT)
        {
          append_string (json, *(char *const *) daybook_field_in (event, field));
          continue;
        }
      /* No other kind's text contains anything to escape. */
      if (!daybook_field_is_integer (field))
        g_string_append_c (json, '"');
      daybook_record_get_text (event, field, json);
      if (!daybook_field_is_integer (field))
        g_string_append_c (json, '"');
    }

  if (before == '{')
    g_string_append_c (json, '{');
  g_string_append_c (json, '}');
}

typedef struct
{
  const char *p;
  const char *end;
} Cursor;

static gboolean
skip (Cursor     *cursor,
      const char *text,
      gsize       length)
{
  if ((gsize) (cursor->end - cursor->p) < length || memcmp (cursor->p, text, length) != 0)
    return FALSE;

  cursor->p += length;
  return TRUE;
}

/* A name and its colon; moves on only if it is this name. */
static gboolean
skip_name (Cursor     *cursor,
           const char *name)
{
  Cursor try = *cursor;

  if (!skip (&try, "\"", 1) || !skip (&try, name, strlen (name)) || !skip (&try, "\":", 2))
    return FALSE;

  *cursor = try;
  return TRUE;
}

static gboolean
decode_number (Cursor *cursor,
               gint64 *number)
{
  gboolean negative = skip (cursor, "-", 1);
  const char *first = cursor->p;
  gint64 value = 0;

  for (; cursor->p < cursor->end && g_ascii_isdigit (*cursor->p); cursor->p++)
    if (__builtin_mul_overflow (value, 10, &value) ||
        __builtin_add_overflow (value, negative ? '0' - *cursor->p : *cursor->p - '0', &value))
      return FALSE;

  /* The encoder writes neither "-0" nor leading zeros. */
  if (cursor->p == first || (*first == '0' && (cursor->p - first > 1 || negative)))
    return FALSE;

  *number = value;
  return TRUE;
}

/* Of the escapes only those that the encoder writes. */
static gboolean
decode_escape (Cursor  *cursor,
               GString *text)
{
  static const char digits[] = "0123456789abcdef";
  const char *low;

  if (skip (cursor, "\\\"", 2))
    {
      g_string_append_c (text, '"');
      return TRUE;
    }
  if (skip (cursor, "\\\\", 2))
    {
      g_string_append_c (text, '\\');
      return TRUE;
    }
  if (!skip (cursor, "\\u00", 4) || cursor->end - cursor->p < 2 ||
      (cursor->p[0] != '0' && cursor->p[0] != '1') ||
      (low = memchr (digits, cursor->p[1], 16)) == NULL ||
      (cursor->p[0] == '0' && low == digits))
    return FALSE;

  g_string_append_c (text, (char) ((cursor->p[0] - '0') * 16 + (low - digits)));
  cursor->p += 2;
  return TRUE;
}

static char *
decode_string (Cursor *cursor)
{
  g_autoptr (GString) text = NULL;
  const char *first;

  if (!skip (cursor, "\"", 1))
    return NULL;

  first = cursor->p;
  while (cursor->p < cursor->end && *cursor->p != '"')
    {
      if ((guchar) *cursor->p < 0x20)
        return NULL;
      if (*cursor->p != '\\')
        {
          if (text != NULL)
            g_string_append_c (text, *cursor->p);
          cursor->p++;
          continue;
        }
      if (text == NULL)
        text = g_string_new_len (first, cursor->p - first);
      if (!decode_escape (cursor, text))
        return NULL;
    }

  if (cursor->p == cursor->end)
    return NULL;
  if (text == NULL)
    text = g_string_new_len (first, cursor->p - first);
  cursor->p++;

  return g_utf8_validate (text->str, text->len, NULL)
           ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

/* What a short value without escapes says, without allocating: a number, a code, a day. */
static gboolean
decode_short (Cursor *cursor,
              char    buffer[DAYBOOK_DECIMAL_LENGTH])
{
  const char *first = cursor->p + 1;
  const char *quote;
  gsize length;

  if (cursor->p >= cursor->end || *cursor->p != '"')
    return FALSE;

  quote = memchr (first, '"', cursor->end - first);
  length = quote != NULL ? quote - first : 0;
  /* A zero would end the text for whoever reads it, and hide what stands behind. */
  if (length == 0 || length >= DAYBOOK_DECIMAL_LENGTH || memchr (first, '\0', length) != NULL)
    return FALSE;

  memcpy (buffer, first, length);
  buffer[length] = '\0';
  cursor->p = quote + 1;
  return TRUE;
}

/* The least that a whole number can be there. */
static gint64
least_of (const DaybookField *field)
{
  switch (field->kind)
    {
    case DAYBOOK_FIELD_ENTRY:
      return 1;
    case DAYBOOK_FIELD_COUNT:
      return 0;
    default:
      return G_MININT64;
    }
}

static gboolean
decode_value (Cursor             *cursor,
              const DaybookField *field,
              gpointer            record)
{
  char buffer[DAYBOOK_DECIMAL_LENGTH];

  /* Entries are counted from 1; 0 is how a record says that there is none. */
  if (daybook_field_is_integer (field))
    return decode_number (cursor, daybook_field_in (record, field)) &&
           *(gint64 *) daybook_field_in (record, field) >= least_of (field);

  if (field->kind == DAYBOOK_FIELD_TEXT)
    {
      char **value = daybook_field_in (record, field);

      *value = decode_string (cursor);
      return *value != NULL;
    }

  if (!decode_short (cursor, buffer) || !daybook_record_set_text (record, field, buffer, NULL))
    return FALSE;

  /* These two are read more leniently than they are written. */
  return (field->kind != DAYBOOK_FIELD_CURRENCY && field->kind != DAYBOOK_FIELD_ACCOUNT) ||
         strcmp (daybook_field_in (record, field), buffer) == 0;
}

static gboolean
decode_fields (Cursor              *cursor,
               const DaybookSchema *schema,
               gpointer             record)
{
  const char *before = "{";

  for (guint i = 0; i < schema->n_fields; i++)
    {
      const DaybookField *field = &schema->fields[i];
      Cursor start = *cursor;

      if (skip (cursor, before, 1) && skip_name (cursor, field->name))
        {
          if (!decode_value (cursor, field, record))
            return FALSE;
          before = ",";
        }
      else if (field->optional)
        *cursor = start;
      else
        return FALSE;
    }

  if (*before == '{' && !skip (cursor, "{", 1))
    return FALSE;

  return skip (cursor, "}", 1) && cursor->p == cursor->end;
}

/**
 * daybook_event_is_known:
 *
 * Returns: whether this program can read events of @type at that @version of its form.
 */
gboolean
daybook_event_is_known (const char *type,
                        guint       version)
{
  return daybook_catalogue_find (&daybook_catalogue, type, version) != NULL;
}

/**
 * daybook_event_decode_in:
 * @catalogue: the forms there are
 *
 * What daybook_event_decode() does, with a catalogue of one's own.
 *
 * Returns: (transfer full): the event, or %NULL on error.
 */
DaybookEvent *
daybook_event_decode_in (const DaybookCatalogue  *catalogue,
                         const char              *type,
                         guint                    version,
                         const char              *json,
                         gsize                    length,
                         GError                 **error)
{
  const DaybookSchema *schema = daybook_catalogue_find (catalogue, type, version);
  Cursor cursor = { json, json + length };
  gpointer event;

  /* A column of a damaged book may say 0; whatever else is not known has come later. */
  if (schema == NULL && version > 0)
    {
      g_set_error (error, DAYBOOK_STORE_ERROR, DAYBOOK_STORE_ERROR_NEWER,
                   "event type %s version %u is not known", type, version);
      return NULL;
    }

  event = schema != NULL ? daybook_record_new (schema) : NULL;
  if (event != NULL && decode_fields (&cursor, schema, event))
    return daybook_event_upcast (event);

  daybook_record_free (event);
  g_set_error (error, DAYBOOK_STORE_ERROR, DAYBOOK_STORE_ERROR_DAMAGED,
               "an event of type %s cannot be read", type);
  return NULL;
}

/**
 * daybook_event_decode:
 * @type: name of a type of events
 * @version: of the type's form, as it was stored
 * @json: what daybook_event_encode() wrote
 * @length: of @json, in bytes
 *
 * Returns: (transfer full): the event in its type's newest form, without its value date; %NULL on
 *   error: %DAYBOOK_STORE_ERROR_NEWER for a type or a version that this program does not know,
 *   %DAYBOOK_STORE_ERROR_DAMAGED for a text that no encoder wrote.
 */
DaybookEvent *
daybook_event_decode (const char  *type,
                      guint        version,
                      const char  *json,
                      gsize        length,
                      GError     **error)
{
  return daybook_event_decode_in (&daybook_catalogue, type, version, json, length, error);
}
