/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Commands as data, as "dispatch" reads them from outside: any bytes are a command or a refusal.
 *
 * A command that was understood is written out again, by the same table of fields and by rules of
 * JSON that stand here once more, and has to be understood as the same command. */

#include <string.h>

#include "command-json.h"
#include "fuzz.h"
#include "refusal.h"

static void
append_quoted (GString    *json,
               const char *text)
{
  g_string_append_c (json, '"');
  for (; *text != '\0'; text++)
    if ((guchar) *text < 0x20 || *text == '"' || *text == '\\')
      g_string_append_printf (json, "\\u%04X", (guchar) *text);
    else
      g_string_append_c (json, *text);
  g_string_append_c (json, '"');
}

static void
append_member (GString    *json,
               const char *name,
               const char *text)
{
  if (text == NULL)
    return;

  if (json->str[json->len - 1] != '{')
    g_string_append (json, " , ");
  append_quoted (json, name);
  g_string_append_c (json, ':');
  append_quoted (json, text);
}

static GString *
write_order (const DaybookOrder *order)
{
  const DaybookSchema *schema = order->command->schema;
  GString *json = g_string_new ("{");

  append_member (json, "id", order->id);
  append_member (json, "actor", order->actor);
  append_member (json, "correlation", order->correlation);
  append_member (json, "causation", order->causation);
  if (json->len > 1)
    g_string_append_c (json, ',');

  append_quoted (json, schema->name);
  g_string_append (json, ":{");
  for (guint i = 0; i < schema->n_fields; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      if (daybook_record_get_text (order->command, &schema->fields[i], text))
        append_member (json, schema->fields[i].name, text->str);
    }
  g_string_append (json, "}}");

  return json;
}

static void
check_order (const DaybookOrder *order)
{
  g_autoptr (GString) json = write_order (order);
  g_auto (DaybookOrder) back = { 0 };
  g_autoptr (GError) error = NULL;

  daybook_order_parse (&back, json->str, json->len, &error);
  g_assert_no_error (error);
  g_assert_true (daybook_record_equal (order->command, back.command));
  g_assert_cmpstr (order->id, ==, back.id);
  g_assert_cmpstr (order->actor, ==, back.actor);
  g_assert_cmpstr (order->correlation, ==, back.correlation);
  g_assert_cmpstr (order->causation, ==, back.causation);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  /* Of exactly this size, so that a byte too many is seen to be read. */
  g_autofree char *json = g_memdup2 (data, size);
  g_auto (DaybookOrder) order = { 0 };
  g_autoptr (GError) error = NULL;

  if (daybook_order_parse (&order, json != NULL ? json : "", size, &error))
    {
      g_assert_no_error (error);
      check_order (&order);
    }
  else
    {
      g_assert_true (error != NULL && error->domain == DAYBOOK_REFUSAL);
    }

  return 0;
}
