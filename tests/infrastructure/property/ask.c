/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Commands as they are typed, so that they can be made at random, kept, repeated and printed. */

#include "ask.h"

#include <string.h>

Ask *
ask_new (const char *verb)
{
  Ask *ask = g_new0 (Ask, 1);

  ask->verb = verb;
  return ask;
}

Ask *
ask_copy (const Ask *ask)
{
  Ask *copy = ask_new (ask->verb);

  copy->command_id = g_strdup (ask->command_id);
  for (guint i = 0; i < ask->n_fields; i++)
    ask_take (copy, ask->fields[i].name, g_strdup (ask->fields[i].value));
  return copy;
}

void
ask_free (Ask *ask)
{
  g_free (ask->command_id);
  for (guint i = 0; i < ask->n_fields; i++)
    g_free (ask->fields[i].value);
  g_free (ask);
}

/* A value of NULL leaves the field out. */
void
ask_take (Ask        *ask,
          const char *name,
          char       *value)
{
  if (value == NULL)
    return;

  g_assert (ask->n_fields < ASK_MAX_FIELDS);
  ask->fields[ask->n_fields].name = name;
  ask->fields[ask->n_fields++].value = value;
}

const char *
ask_get (const Ask  *ask,
         const char *name)
{
  for (guint i = 0; i < ask->n_fields; i++)
    if (strcmp (ask->fields[i].name, name) == 0)
      return ask->fields[i].value;

  return NULL;
}

static void
append_quoted (GString    *text,
               const char *value)
{
  g_string_append_c (text, '"');
  for (const char *p = value; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '"' || c == '\\')
        g_string_append_c (text, '\\');
      if (c < 0x20 || c >= 0x7f)
        g_string_append_printf (text, c < 0x10000 ? "\\u%04x" : "\\U%08x", c);
      else
        g_string_append_c (text, c);
    }
  g_string_append_c (text, '"');
}

/* Nearly JSON, on one line; long texts are cut where nobody would read them. */
char *
ask_to_text (const Ask *ask)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%s {", ask->verb);
  for (guint i = 0; i < ask->n_fields; i++)
    {
      const char *value = ask->fields[i].value;
      glong length = g_utf8_strlen (value, -1);
      g_autofree char *start = g_utf8_substring (value, 0, MIN (length, 40));

      g_string_append_printf (text, "%s\"%s\": ", i > 0 ? ", " : "", ask->fields[i].name);
      append_quoted (text, start);
      if (length > 40)
        g_string_append_printf (text, " (%ld characters)", length);
    }
  g_string_append_printf (text, "} id %s", ask->command_id ? ask->command_id : "-");

  return g_string_free (text, FALSE);
}
