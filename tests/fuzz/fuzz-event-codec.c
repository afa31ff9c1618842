/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The event decoder. An input is what a book keeps of an event: type and version, a line of their
 * own, and the data.
 *
 * One event has one text: what decodes as the current form must encode to the very same bytes, and
 * a general JSON library must read the same values from them, so what it refuses is refused here
 * as well. What decodes as an older form must, written in the current one, be the same event. */

#include <json-glib/json-glib.h>
#include <string.h>

#include "catalogue.h"
#include "codec/event-codec.h"
#include "fuzz.h"
#include "store-error.h"

static void
check_member (const DaybookEvent *event,
              const DaybookField *field,
              JsonObject         *object)
{
  JsonNode *node = json_object_get_member (object, field->name);
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_true (daybook_record_get_text (event, field, text) == (node != NULL));
  if (node == NULL)
    return;

  if (daybook_field_is_integer (field))
    {
      g_assert_true (json_node_get_value_type (node) == G_TYPE_INT64);
      g_assert_cmpint (json_node_get_int (node), ==, *(gint64 *) daybook_field_in (event, field));
      g_assert_true (field->kind == DAYBOOK_FIELD_AMOUNT ||
                     json_node_get_int (node) >= (field->kind == DAYBOOK_FIELD_ENTRY));
    }
  else
    {
      g_assert_cmpstr (json_node_get_string (node), ==, text->str);
    }
}

static void
ask_oracle (const DaybookEvent *event,
            const char         *json,
            gsize               length)
{
  const DaybookSchema *schema = event->record.schema;
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GError) error = NULL;
  JsonObject *object;
  guint n_members = 0;

  json_parser_load_from_data (parser, json, (gssize) length, &error);
  g_assert_no_error (error);
  g_assert_true (JSON_NODE_HOLDS_OBJECT (json_parser_get_root (parser)));
  object = json_node_get_object (json_parser_get_root (parser));

  for (guint i = 0; i < schema->n_fields; i++)
    {
      check_member (event, &schema->fields[i], object);
      n_members += daybook_record_has (event, &schema->fields[i]);
    }
  g_assert_cmpuint (json_object_get_size (object), ==, n_members);
}

static void
check_event (const DaybookEvent *event,
             gboolean            current,
             const char         *json,
             gsize               length)
{
  const DaybookSchema *schema = event->record.schema;
  g_autoptr (GString) again = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  DaybookFiling filings[DAYBOOK_MAX_FILINGS];
  DaybookEvent *back;

  daybook_event_encode (event, again);
  if (current)
    g_assert_cmpmem (again->str, again->len, json, length);
  ask_oracle (event, again->str, again->len);

  back = daybook_event_decode (schema->name, schema->version, again->str, again->len, &error);
  g_assert_no_error (error);
  g_assert_true (daybook_record_equal (event, back));
  daybook_record_free (back);

  for (guint i = 0; i < daybook_event_get_filings (event, filings); i++)
    g_assert_true (g_utf8_validate (filings[i].key, -1, NULL));
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autofree char *head = fuzz_cut (&data, &size, "\n");
  char *blank = strrchr (head, ' ');
  guint64 version = blank != NULL ? g_ascii_strtoull (blank + 1, NULL, 10) : 1;
  g_autofree char *type = g_strndup (head, blank != NULL ? (gsize) (blank - head) : strlen (head));
  const DaybookSchema *schema = daybook_find_event_type (type);
  g_autofree char *json = g_memdup2 (data, size);
  g_autoptr (GError) error = NULL;
  DaybookEvent *event = daybook_event_decode (type, (guint) version, json ? json : "", size,
                                              &error);

  if (event == NULL)
    {
      g_assert_true (g_error_matches (error, DAYBOOK_STORE_ERROR, DAYBOOK_STORE_ERROR_DAMAGED) ||
                     g_error_matches (error, DAYBOOK_STORE_ERROR, DAYBOOK_STORE_ERROR_NEWER));
      g_assert_true (((guint) version > (schema != NULL ? schema->version : 0)) ==
                     g_error_matches (error, DAYBOOK_STORE_ERROR, DAYBOOK_STORE_ERROR_NEWER));
      return 0;
    }

  g_assert_no_error (error);
  g_assert_nonnull (schema);
  check_event (event, (guint) version == schema->version, json, size);
  daybook_record_free (event);

  return 0;
}
