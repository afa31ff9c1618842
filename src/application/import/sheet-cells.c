/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What stands in a cell of a sheet: an amount or a day, in the notation of its file.
 *
 * Unlike what a person types, a column is written in one way throughout, so it is known which mark
 * is the decimal mark and in which order the parts of a day stand. What else spreadsheets and banks
 * put around an amount is taken off it: a currency, groups, parentheses or a minus behind it for
 * what is below zero, a dash for cents that are none. */

#include "import/sheet-cells.h"

#include <string.h>

#include "notation.h"
#include "refusal.h"
#include "search-text.h"

/* What stands beside amounts besides codes and signs of currencies; as they are searched. */
static const char *const abbreviations[] = { "kr", "zł", "kc", "ft", "lei", "fr", "sfr", "din",
                                             "лв", "руб", "р", "грн", "km", "rm", "rp", "rs",
                                             NULL };

static gboolean
is_blank (gunichar c)
{
  char kind = daybook_notation_kind (c);

  return kind == ' ' || kind == '\0' || c == 0xFEFF;
}

/**
 * daybook_cell_strip:
 *
 * Returns: (transfer full): what stands in the cell, without blanks around it, of whatever width.
 */
char *
daybook_cell_strip (const char *text)
{
  const char *end = text + strlen (text);
  const char *before;

  while (*text != '\0' && is_blank (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  while ((before = g_utf8_find_prev_char (text, end)) != NULL &&
         is_blank (g_utf8_get_char (before)))
    end = before;

  return g_strndup (text, end - text);
}

/* What stands around the figures. */
typedef struct
{
  guint n_minus;
  guint n_plus;
  guint n_open;
  guint n_close;
  GString *letters;
} Around;

/* Whether the letters can only be a currency; which one, if they say so. */
static gboolean
read_currency (const char      *letters,
               DaybookCurrency *currency)
{
  g_autofree char *upper = g_ascii_strup (letters, -1);
  g_autofree char *folded = NULL;

  if (*letters == '\0' || daybook_currency_parse (upper, currency))
    return TRUE;
  if (strcmp (letters, "€") == 0)
    return daybook_currency_parse ("EUR", currency);

  for (const char *p = letters; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_type (g_utf8_get_char (p)) == G_UNICODE_CURRENCY_SYMBOL)
      return g_utf8_strlen (letters, -1) <= 3;

  folded = daybook_search_fold (letters);
  return g_strv_contains (abbreviations, folded);
}

/* Takes what stands between @text and @end. */
static gboolean
look_around (const char *text,
             const char *end,
             Around     *around)
{
  for (const char *p = text; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      char kind = daybook_notation_kind (c);

      if (kind == '-' || c == 0x2013)
        around->n_minus++;
      else if (kind == '+')
        around->n_plus++;
      else if (c == '(')
        around->n_open++;
      else if (c == ')')
        around->n_close++;
      else if (g_unichar_isalpha (c) || g_unichar_ismark (c) ||
               g_unichar_type (c) == G_UNICODE_CURRENCY_SYMBOL)
        g_string_append_unichar (around->letters, c);
      else if (!is_blank (c) && (kind != '.' || around->letters->len == 0))
        return FALSE;
    }

  return TRUE;
}

/* `12.-`, `12,—`: no cents. Returns what comes behind. */
static const char *
skip_dash (const char *end,
           char        decimal_mark)
{
  const char *p = end;
  gboolean dash = FALSE;

  if (*p != decimal_mark)
    return end;

  for (p++; *p != '\0'; p = g_utf8_next_char (p), dash = TRUE)
    {
      gunichar c = g_utf8_get_char (p);

      if (daybook_notation_kind (c) != '-' && c != 0x2013 && c != 0x2014)
        break;
    }

  return dash || *p == '\0' ? p : end;
}

/* The figures from @begin to @end, in neutral notation. */
static gboolean
copy_figures (const char *begin,
              const char *end,
              char        decimal_mark,
              GString    *neutral)
{
  g_autoptr (GString) number = g_string_new (NULL);
  char mark = '\0', group = '\0';

  for (const char *p = begin; p < end; p = g_utf8_next_char (p))
    {
      char c = daybook_notation_kind (g_utf8_get_char (p));

      if (c == '\0')
        continue;
      if (g_ascii_isdigit (c))
        {
          g_string_append_c (number, c);
          continue;
        }
      if (strchr (".,' DG", c) == NULL)
        return FALSE;

      if (c == decimal_mark || c == 'D')
        mark = c;
      else if (group == '\0' || group == c)
        group = c;
      else
        return FALSE;
      g_string_append_c (number, c);
    }

  return (mark == '\0' || strchr (number->str, mark) == strrchr (number->str, mark)) &&
         daybook_notation_copy_digits (number->str, mark, group, neutral);
}

static gboolean
to_neutral (const char      *text,
            char             decimal_mark,
            GString         *neutral,
            DaybookCurrency *currency)
{
  g_autoptr (GString) letters = g_string_new (NULL);
  Around around = { .letters = letters };
  const char *begin = text, *end = NULL;
  gboolean bracketed;

  while (*begin != '\0' && !g_unichar_isdigit (g_utf8_get_char (begin)))
    begin = g_utf8_next_char (begin);
  for (const char *p = begin; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isdigit (g_utf8_get_char (p)))
      end = g_utf8_next_char (p);
  if (end == NULL)
    return FALSE;
  if (begin > text && begin[-1] == decimal_mark &&
      (begin - 1 == text || !g_ascii_isalpha (begin[-2])))
    begin--;

  if (!look_around (text, begin, &around) ||
      !look_around (skip_dash (end, decimal_mark), text + strlen (text), &around) ||
      !read_currency (letters->str, currency))
    return FALSE;

  bracketed = around.n_open == 1 && around.n_close == 1;
  if (around.n_open != around.n_close || around.n_open > 1 ||
      around.n_minus + around.n_plus + bracketed > 1)
    return FALSE;
  if (around.n_minus == 1 || bracketed)
    g_string_append_c (neutral, '-');

  return copy_figures (begin, end, decimal_mark, neutral);
}

/**
 * daybook_cell_read_amount:
 * @decimal_mark: `.` or `,`
 * @amount: (out): the amount, below zero or not; untouched on failure
 * @currency: (out): that it says it is in; empty if it says none, or not clearly
 *
 * Returns: whether @text is an amount, written so; else a refusal in @error.
 */
gboolean
daybook_cell_read_amount (const char       *text,
                          char              decimal_mark,
                          DaybookDecimal   *amount,
                          DaybookCurrency  *currency,
                          GError          **error)
{
  g_autoptr (GString) neutral = g_string_new (NULL);
  g_autoptr (GError) refusal = NULL;

  *currency = (DaybookCurrency) { "" };
  if (!to_neutral (text, decimal_mark, neutral, currency))
    return daybook_refuse (error, DAYBOOK_REFUSAL_AMOUNT_NOT_A_NUMBER,
                           .field = "amount", .text = text);
  if (!daybook_decimal_parse (neutral->str, amount, &refusal))
    return daybook_refuse (error, refusal->code, .field = "amount", .text = text);

  return TRUE;
}

/**
 * daybook_cell_read_day:
 * @text: a day, perhaps with a time of day behind it, which does not count
 * @order: in which order its parts stand: `dMy`
 * @day: (out): undefined on failure
 *
 * Returns: whether @text is a day.
 */
gboolean
daybook_cell_read_day (const char  *text,
                       const char  *order,
                       DaybookDate *day)
{
  const char *colon = strchr (text, ':');
  g_autofree char *alone = NULL;
  gssize end;

  if (colon == NULL)
    return daybook_notation_read_day (text, order, day);

  /* Back over the hour and what stands before it. */
  for (end = colon - text; end > 0 && g_ascii_isdigit (text[end - 1]); end--)
    ;
  if (end == 0 || (text[end - 1] != ' ' && text[end - 1] != 'T'))
    return FALSE;

  alone = g_strndup (text, end - 1);
  return daybook_notation_read_day (alone, order, day);
}
