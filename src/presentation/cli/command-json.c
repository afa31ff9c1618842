/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A command as data: `{"deposit": {"to": "john", "amount": "100"}}`, and beside the verb, if
 * wanted, `id`, `actor`, `correlation` and `causation`. Values are strings or whole numbers: any
 * other number would have been binary floating point before it could be looked at.
 *
 * json-glib reads it. But it reads more than JSON, and some of it as something else: in its 1.6,
 * 0100 is 64, 18446744073709551617 is -1, a text ends at \u0000, and of two members of one name,
 * or of two objects, the last is believed. So what it is given is one object, made of the tokens of
 * RFC 8259 only, and it is asked how many members it came across. */

#include "command-json.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "catalogue.h"
#include "refusal.h"

/* More than any command needs, and less than would hurt. */
#define MAX_BYTES (64 * 1024)
/* The most digits of which every number fits into a gint64. */
#define MAX_DIGITS 18

#define SPACE "[ \\t\\r\\n]"
/* Whole characters only, and none that ends a text early. */
#define CODE "u(?!0000|[dD][89a-fA-F])[[:xdigit:]]{4}" \
  "|u[dD][89abAB][[:xdigit:]]{2}\\\\u[dD][c-fC-F][[:xdigit:]]{2}"
#define STRING "\"(?:[^\"\\\\\\x00-\\x1f]++|\\\\(?:[\"\\\\/bfnrt]|" CODE "))*+\""
#define LONG_INTEGER "(-?[1-9][0-9]{18,}+)(?![.\\w])"
#define NUMBER "-?(?:0|[1-9][0-9]*+)(?:\\.[0-9]++)?+(?:[eE][-+]?[0-9]++)?+(?![.\\w])"
#define TOKEN "[]\\[{}:,]|true|false|null|" STRING "|" LONG_INTEGER "|" NUMBER
/* No more than 16 levels, counted generously: that many brackets open. */
#define TOO_DEEP "(?:(?:" STRING "|[^\"\\[{])*+[\\[{]){17}"
/* One object and nothing after it; (?1) is the first parentheses again, inside of themselves. */
#define ONE_OBJECT "(?=\\{)([\\[{](?:" STRING "|[^]\\[{}\"]++|(?1))*+[]}])" SPACE "*+\\z"

static const char text_pattern[] =
  "\\A(?!" TOO_DEEP ")" SPACE "*+(?=" ONE_OBJECT ")(?:" SPACE "++|" TOKEN ")*+\\z";

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

static gboolean
refuse_value (const char  *field,
              GError     **error)
{
  return daybook_refuse (error, DAYBOOK_REFUSAL_COMMAND_MALFORMED, .field = field,
                         .number = MAX_DIGITS);
}

static gboolean
check_text (const char  *json,
            gsize        length,
            GError     **error)
{
  static GRegex *regex = NULL;
  g_autoptr (GMatchInfo) match = NULL;
  int start;

  if (g_once_init_enter (&regex))
    g_once_init_leave (&regex, g_regex_new (text_pattern, G_REGEX_OPTIMIZE, 0, NULL));

  if (length > MAX_BYTES || !g_utf8_validate (json, (gssize) length, NULL) ||
      !g_regex_match_full (regex, json, (gssize) length, 0, 0, &match, NULL))
    return malformed (error);

  /* The second parentheses took part if there is a long integer. */
  if (g_match_info_fetch_pos (match, 2, &start, NULL) && start >= 0)
    return refuse_value (NULL, error);

  return TRUE;
}

/* Gives a string, or the digits of a whole number, as text. */
static gboolean
take_value (JsonNode    *node,
            const char  *field,
            char       **text,
            GError     **error)
{
  GType type = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_value_type (node) : G_TYPE_INVALID;

  if (type == G_TYPE_STRING)
    *text = json_node_dup_string (node);
  else if (type == G_TYPE_INT64)
    *text = g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node));
  else
    return refuse_value (field, error);

  return TRUE;
}

/* Takes what stands beside the verb, and gives the verb: the one member more. */
static gboolean
take_members (DaybookOrder  *order,
              JsonObject    *object,
              const char   **verb,
              GError       **error)
{
  static const char *const names[] = { "id", "actor", "correlation", "causation" };
  char **const texts[] = { &order->id, &order->actor, &order->correlation, &order->causation };
  guint n_beside = 0;
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    {
      guint i = 0;

      while (i < G_N_ELEMENTS (names) && strcmp (names[i], name) != 0)
        i++;
      if (i == G_N_ELEMENTS (names))
        *verb = name;
      else if (take_value (node, names[i], texts[i], error))
        n_beside++;
      else
        return FALSE;
    }

  return json_object_get_size (object) == n_beside + 1 || malformed (error);
}

static gboolean
take_fields (GHashTable           *texts,
             JsonObject           *fields,
             const DaybookSchema  *schema,
             GError              **error)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  json_object_iter_init_ordered (&iter, fields);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    {
      const DaybookField *field = daybook_schema_get_field (schema, name);
      char *text = NULL;

      if (!take_value (node, field != NULL ? field->name : NULL, &text, error))
        return FALSE;
      g_hash_table_insert (texts, g_strdup (name), text);
    }

  return TRUE;
}

static JsonObject *
object_of (JsonNode *node)
{
  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

static void
member_read_cb (guint *n_members)
{
  (*n_members)++;
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
  g_autoptr (GHashTable) texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  guint n_members = 0;
  JsonObject *object, *fields;
  const DaybookSchema *schema;
  const char *verb = NULL;

  *order = (DaybookOrder) { 0 };
  if (!check_text (json, length, error))
    return FALSE;

  g_signal_connect_swapped (parser, "object-member", G_CALLBACK (member_read_cb), &n_members);
  if (!json_parser_load_from_data (parser, json, (gssize) length, NULL))
    return malformed (error);

  object = object_of (json_parser_get_root (parser));
  if (object == NULL)
    return malformed (error);
  if (!take_members (order, object, &verb, error))
    return FALSE;

  fields = object_of (json_object_get_member (object, verb));
  if (fields == NULL)
    return malformed (error);

  schema = daybook_find_command_type (verb);
  if (schema == NULL)
    return daybook_refuse (error, DAYBOOK_REFUSAL_COMMAND_UNKNOWN, .text = verb);
  if (!take_fields (texts, fields, schema, error))
    return FALSE;

  /* Nothing came twice. */
  if (n_members != json_object_get_size (object) + json_object_get_size (fields))
    return malformed (error);

  order->command = daybook_record_new_from_texts (schema, texts, error);
  return order->command != NULL;
}
