/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* One JSON object on one line (RFC 8259), written into a string that is used again. Amounts are
 * decimal strings: whoever reads them as binary floating point has to decide to. */

#include "json-line.h"

#include "output.h"

static void
append_quoted (GString    *line,
               const char *text)
{
  g_string_append_c (line, '"');
  for (; *text != '\0'; text++)
    {
      guchar c = (guchar) *text;

      if (c == '"' || c == '\\')
        g_string_append_printf (line, "\\%c", c);
      else if (c < 0x20)
        g_string_append_printf (line, "\\u%04x", c);
      else
        g_string_append_c (line, (char) c);
    }
  g_string_append_c (line, '"');
}

static void
append_key (GString    *line,
            const char *key)
{
  if (line->str[line->len - 1] != '{')
    g_string_append_c (line, ',');
  append_quoted (line, key);
  g_string_append_c (line, ':');
}

/**
 * daybook_json_begin:
 *
 * Empties the line and begins an object.
 */
void
daybook_json_begin (GString *line)
{
  g_string_assign (line, "{");
}

/**
 * daybook_json_end:
 *
 * Ends the object and prints the line.
 */
void
daybook_json_end (GString *line)
{
  g_string_append_c (line, '}');
  daybook_output_line (line->str, line->len);
}

/**
 * daybook_json_begin_object:
 *
 * Begins an object inside the object.
 */
void
daybook_json_begin_object (GString    *line,
                           const char *key)
{
  append_key (line, key);
  g_string_append_c (line, '{');
}

/**
 * daybook_json_end_object:
 *
 * Ends the object inside the object.
 */
void
daybook_json_end_object (GString *line)
{
  g_string_append_c (line, '}');
}

/**
 * daybook_json_add_text:
 * @text: (nullable): %NULL becomes `null`
 */
void
daybook_json_add_text (GString    *line,
                       const char *key,
                       const char *text)
{
  g_autofree char *valid = NULL;

  append_key (line, key);
  if (text == NULL)
    {
      g_string_append (line, "null");
      return;
    }

  if (!g_utf8_validate (text, -1, NULL))
    valid = g_utf8_make_valid (text, -1);
  append_quoted (line, valid != NULL ? valid : text);
}

/**
 * daybook_json_add_number:
 *
 * A whole number that counts something; never an amount.
 */
void
daybook_json_add_number (GString    *line,
                         const char *key,
                         guint64     number)
{
  append_key (line, key);
  g_string_append_printf (line, "%" G_GUINT64_FORMAT, number);
}

/**
 * daybook_json_add_boolean:
 */
void
daybook_json_add_boolean (GString    *line,
                          const char *key,
                          gboolean    truth)
{
  append_key (line, key);
  g_string_append (line, truth ? "true" : "false");
}

/**
 * daybook_json_add_amount:
 * @minor: minor units of @currency
 */
void
daybook_json_add_amount (GString         *line,
                         const char      *key,
                         gint64           minor,
                         DaybookCurrency  currency)
{
  char text[DAYBOOK_DECIMAL_LENGTH];

  daybook_minor_format (minor, currency, text);
  daybook_json_add_text (line, key, text);
}

/**
 * daybook_json_add_texts:
 * @texts: (array zero-terminated=1): an array of texts
 */
void
daybook_json_add_texts (GString     *line,
                        const char  *key,
                        char       **texts)
{
  append_key (line, key);
  g_string_append_c (line, '[');
  for (; *texts != NULL; texts++)
    {
      if (line->str[line->len - 1] != '[')
        g_string_append_c (line, ',');
      append_quoted (line, *texts);
    }
  g_string_append_c (line, ']');
}
