/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A command as data: `{"deposit": {"to": "john", "amount": "100"}}`, and beside the verb, if
 * wanted, `id`, `actor`, `correlation` and `causation`.
 *
 * A reader for exactly this much of JSON (RFC 8259), because a library's would take a number for
 * binary floating point before it could be looked at: here a number is its digits, so that `100.10`
 * means that, and what is no plain decimal (`1e2`) is refused. So is a member that comes twice: one
 * of the two would be believed. */

#include "command-json.h"

#include <string.h>

#include "catalogue.h"
#include "refusal.h"

/* More than any command needs, and less than would hurt. */
#define MAX_JSON (1024 * 1024)

typedef struct
{
  const char *p;
  const char *end;
} Reader;

/**
 * daybook_order_clear:
 *
 * Frees what the order owns.
 */
void
daybook_order_clear (DaybookOrder *order)
{
  g_clear_pointer (&order->command, daybook_record_free);
  g_clear_pointer (&order->id, g_free);
  g_clear_pointer (&order->actor, g_free);
  g_clear_pointer (&order->correlation, g_free);
  g_clear_pointer (&order->causation, g_free);
}

static gboolean
malformed (GError **error)
{
  return daybook_refuse (error, DAYBOOK_REFUSAL_COMMAND_MALFORMED);
}

static char
peek (Reader *reader)
{
  while (reader->p < reader->end && strchr (" \t\r\n", *reader->p) != NULL)
    reader->p++;

  return reader->p < reader->end ? *reader->p : '\0';
}

static gboolean
take (Reader *reader,
      char    c)
{
  if (peek (reader) != c)
    return FALSE;

  reader->p++;
  return TRUE;
}

/* Four hexadecimal digits; -1 if there are none. */
static int
take_hex (Reader *reader)
{
  int code = 0;

  if (reader->end - reader->p < 4)
    return -1;
  for (guint i = 0; i < 4; i++)
    {
      int digit = g_ascii_xdigit_value (*reader->p++);

      if (digit < 0)
        return -1;
      code = code * 16 + digit;
    }

  return code;
}

/* What follows `\u`: one character, which may take a second escape. */
static gboolean
take_unicode (Reader  *reader,
              GString *text)
{
  int code = take_hex (reader);

  if (code >= 0xd800 && code < 0xdc00)
    {
      int low;

      if (reader->end - reader->p < 6 || reader->p[0] != '\\' || reader->p[1] != 'u')
        return FALSE;
      reader->p += 2;
      low = take_hex (reader);
      if (low < 0xdc00 || low > 0xdfff)
        return FALSE;
      code = 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00);
    }
  else if (code >= 0xdc00 && code <= 0xdfff)
    {
      return FALSE;
    }

  /* A zero would end the text early. */
  if (code <= 0)
    return FALSE;

  g_string_append_unichar (text, (gunichar) code);
  return TRUE;
}

static gboolean
take_escape (Reader  *reader,
             GString *text)
{
  static const char letters[] = "\"\\/bfnrt";
  static const char meanings[] = "\"\\/\b\f\n\r\t";
  const char *letter;
  char c;

  if (reader->p == reader->end)
    return FALSE;

  c = *reader->p++;
  if (c == 'u')
    return take_unicode (reader, text);

  letter = c != '\0' ? strchr (letters, c) : NULL;
  if (letter == NULL)
    return FALSE;

  g_string_append_c (text, meanings[letter - letters]);
  return TRUE;
}

/* Returns the text of a JSON string; NULL if there is none. */
static char *
take_string (Reader *reader)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (!take (reader, '"'))
    return NULL;

  while (reader->p < reader->end)
    {
      guchar c = (guchar) *reader->p++;

      if (c == '"')
        return g_string_free (g_steal_pointer (&text), FALSE);
      if (c < 0x20)
        return NULL;
      if (c != '\\')
        g_string_append_c (text, (char) c);
      else if (!take_escape (reader, text))
        return NULL;
    }

  return NULL;
}

/* Returns the digits of a JSON number, if it is a plain decimal. */
static char *
take_number (Reader *reader)
{
  const char *start = reader->p;

  while (reader->p < reader->end && strchr ("+-.0123456789eE", *reader->p) != NULL)
    reader->p++;
  if (memchr (start, 'e', reader->p - start) != NULL ||
      memchr (start, 'E', reader->p - start) != NULL)
    return NULL;

  return g_strndup (start, reader->p - start);
}

/* The value of a field: a string, a number, or null for none. */
static gboolean
take_value (Reader  *reader,
            char   **value)
{
  char c = peek (reader);

  *value = NULL;
  if (c == '"')
    *value = take_string (reader);
  else if (c == '-' || g_ascii_isdigit (c))
    *value = take_number (reader);
  else if (reader->end - reader->p >= 4 && memcmp (reader->p, "null", 4) == 0)
    reader->p += 4;
  else
    return FALSE;

  return *value != NULL || c == 'n';
}

/* Members up to the closing brace. @take_member owns the name it is given, reads the colon and the
 * value, and says whether they are fair. */
static gboolean
take_object (Reader     *reader,
             gboolean  (*take_member) (Reader *reader, char *name, gpointer user_data),
             gpointer    user_data)
{
  if (!take (reader, '{'))
    return FALSE;
  if (take (reader, '}'))
    return TRUE;

  do
    {
      char *name = take_string (reader);

      if (name == NULL || !take_member (reader, name, user_data))
        return FALSE;
    }
  while (take (reader, ','));

  return take (reader, '}');
}

/* What an order consists of, before anything is made of it. */
typedef struct
{
  DaybookOrder *order;
  char *verb;
  GHashTable *texts;
  GPtrArray *names;
} Parts;

static void
parts_clear (Parts *parts)
{
  g_free (parts->verb);
  g_hash_table_unref (parts->texts);
  g_ptr_array_unref (parts->names);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Parts, parts_clear)

static gboolean
take_field (Reader   *reader,
            char     *name,
            gpointer  user_data)
{
  Parts *parts = user_data;
  char *value;

  g_ptr_array_add (parts->names, name);
  if (!take (reader, ':') || !take_value (reader, &value))
    return FALSE;
  if (value == NULL)
    return TRUE;

  return g_hash_table_insert (parts->texts, g_strdup (name), value);
}

static char **
find_beside (DaybookOrder *order,
             const char   *name)
{
  if (strcmp (name, "id") == 0)
    return &order->id;
  if (strcmp (name, "actor") == 0)
    return &order->actor;
  if (strcmp (name, "correlation") == 0)
    return &order->correlation;
  if (strcmp (name, "causation") == 0)
    return &order->causation;

  return NULL;
}

static gboolean
take_part (Reader   *reader,
           char     *name,
           gpointer  user_data)
{
  Parts *parts = user_data;
  char **beside = find_beside (parts->order, name);

  g_ptr_array_add (parts->names, name);
  if (!take (reader, ':'))
    return FALSE;
  if (beside != NULL)
    return *beside == NULL && take_value (reader, beside);
  if (parts->verb != NULL)
    return FALSE;

  parts->verb = g_strdup (name);
  return take_object (reader, take_field, parts);
}

/**
 * daybook_order_parse:
 * @order: (out): to be cleared in any case
 * @json: one JSON object
 * @length: its length in bytes
 *
 * Returns: whether @json is a command of a known kind; else a refusal in @error.
 */
gboolean
daybook_order_parse (DaybookOrder  *order,
                     const char    *json,
                     gsize          length,
                     GError       **error)
{
  g_auto (Parts) parts = {
    .order = order,
    .texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free),
    .names = g_ptr_array_new_with_free_func (g_free)
  };
  Reader reader = { json, json + length };
  const DaybookSchema *schema;

  *order = (DaybookOrder) { 0 };
  if (length > MAX_JSON || memchr (json, '\0', length) != NULL ||
      !g_utf8_validate (json, (gssize) length, NULL) ||
      !take_object (&reader, take_part, &parts) || peek (&reader) != '\0' || parts.verb == NULL)
    return malformed (error);

  schema = daybook_find_command_type (parts.verb);
  if (schema == NULL)
    return daybook_refuse (error, DAYBOOK_REFUSAL_COMMAND_UNKNOWN, .text = parts.verb);

  order->command = daybook_record_new_from_texts (schema, parts.texts, error);
  return order->command != NULL;
}
