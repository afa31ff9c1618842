/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Sentences with names and figures in them, in whichever direction either is written.
 *
 * A Latin name in an Arabic sentence pulls the quotation marks, brackets and figures beside it to
 * the wrong side, and a Hebrew name does that to an English sentence. What is put into a sentence
 * is therefore isolated from it (Unicode's FSI … PDI), but only where it is written in the other
 * direction: all other sentences stay as they are, character by character. Figures with blanks or
 * signs in them (an account's number) would be turned round as well by a sentence that goes from
 * right to left: they are written from left to right everywhere. */

#include "compose.h"

#include <locale.h>
#include <stdarg.h>
#include <string.h>
#include <unicode/uchar.h>
#include <unicode/uloc.h>

#include "text-locale.h"

#define MAX_PLACES 9

#define LEFT_TO_RIGHT_MARK "\u200E"
#define RIGHT_TO_LEFT_MARK "\u200F"
#define LEFT_TO_RIGHT_ISOLATE "\u2066"
#define RIGHT_TO_LEFT_ISOLATE "\u2067"
#define FIRST_STRONG_ISOLATE "\u2068"
#define POP_ISOLATE "\u2069"

typedef enum
{
  NEUTRAL,
  LEFT_TO_RIGHT,
  RIGHT_TO_LEFT,
} Direction;

/* One place of a format: `%s`, `%2$s`, `%u`, `%1$u`. */
typedef struct
{
  const char *start;
  const char *end;
  guint argument;
  char conversion;
} Place;

static Direction
direction_of (gunichar c)
{
  switch (u_charDirection ((UChar32) c))
    {
    case U_LEFT_TO_RIGHT:
      return LEFT_TO_RIGHT;
    case U_RIGHT_TO_LEFT:
    case U_RIGHT_TO_LEFT_ARABIC:
      return RIGHT_TO_LEFT;
    default:
      return NEUTRAL;
    }
}

/* What of @text is not isolated already. */
typedef struct
{
  Direction first;
  gboolean has[RIGHT_TO_LEFT + 1];
  gboolean has_digit;
  gboolean has_other;
} Look;

static Look
look_at (const char *text)
{
  Look look = { NEUTRAL };
  guint depth = 0;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);
      Direction direction = direction_of (c);

      if (c >= 0x2066 && c <= 0x2068)
        depth++;
      else if (c == 0x2069 && depth > 0)
        depth--;
      else if (depth == 0)
        {
          look.has[direction] = TRUE;
          look.has_digit |= g_unichar_isdigit (c);
          look.has_other |= !g_unichar_isdigit (c);
          if (look.first == NEUTRAL)
            look.first = direction;
        }
    }

  return look;
}

/* As programs see it that do not know of isolates. */
static Direction
first_of_all (const char *text)
{
  Direction direction = NEUTRAL;

  for (; *text != '\0' && direction == NEUTRAL; text = g_utf8_next_char (text))
    direction = direction_of (g_utf8_get_char (text));

  return direction;
}

/* Copies what is before the next place to @literal. Returns FALSE at the end of the format. */
static gboolean
find_place (const char *format,
            guint       n_found,
            GString    *literal,
            Place      *place)
{
  const char *p;

  for (; *format != '\0'; format++)
    {
      if (*format == '%' && format[1] != '%')
        break;
      if (*format == '%')
        format++;
      g_string_append_c (literal, *format);
    }
  if (*format == '\0')
    return FALSE;

  p = format + 1;
  place->start = format;
  place->argument = n_found;
  if (g_ascii_isdigit (p[0]) && p[1] == '$')
    {
      place->argument = p[0] - '1';
      p += 2;
    }
  g_assert (place->argument < MAX_PLACES && (*p == 's' || *p == 'u'));
  place->conversion = *p;
  place->end = p + 1;
  return TRUE;
}

/* Which way the sentence goes: as its own words say, or where it has none, as its language does. */
static Direction
find_direction (const char *words)
{
  Direction direction = look_at (words).first;
  char locale[DAYBOOK_LOCALE_LENGTH];

  if (direction != NEUTRAL)
    return direction;

  daybook_text_locale (LC_MESSAGES, locale);
  return uloc_isRightToLeft (locale) ? RIGHT_TO_LEFT : LEFT_TO_RIGHT;
}

static void
put_in (GString    *sentence,
        const char *text,
        Direction   direction)
{
  Look look = look_at (text);
  const char *isolate = "";

  if (look.has[direction == LEFT_TO_RIGHT ? RIGHT_TO_LEFT : LEFT_TO_RIGHT])
    isolate = FIRST_STRONG_ISOLATE;
  else if (direction == RIGHT_TO_LEFT && look.first == NEUTRAL && look.has_digit && look.has_other)
    isolate = LEFT_TO_RIGHT_ISOLATE;

  g_string_append_printf (sentence, "%s%s%s", isolate, text, *isolate != '\0' ? POP_ISOLATE : "");
}

static char *
put_together (GString   *sentence,
              Direction  direction)
{
  Direction first = first_of_all (sentence->str);

  if (first != NEUTRAL && first != direction)
    g_string_prepend (sentence, direction == RIGHT_TO_LEFT ? RIGHT_TO_LEFT_MARK
                                                           : LEFT_TO_RIGHT_MARK);

  return g_string_free (sentence, FALSE);
}

/**
 * daybook_compose:
 * @format: a translated sentence with up to nine places for texts (`%s`, `%1$s`) and small numbers
 *   (`%u`, `%1$u`), and no others
 *
 * Like g_strdup_printf(), with the texts kept apart from the sentence where they are written in the
 * other direction. What has been composed can be put into another sentence.
 *
 * Returns: (transfer full): the sentence.
 */
char *
daybook_compose (const char *format,
                 ...)
{
  g_autoptr (GString) words = g_string_new (NULL);
  g_auto (GStrv) texts = g_new0 (char *, MAX_PLACES + 1);
  char conversions[MAX_PLACES] = "";
  const char *start = format;
  GString *sentence = g_string_new (NULL);
  guint n_arguments = 0;
  guint n = 0;
  Direction direction;
  Place place;
  va_list arguments;

  for (; find_place (start, n, words, &place); start = place.end, n++)
    {
      conversions[place.argument] = place.conversion;
      n_arguments = MAX (n_arguments, place.argument + 1);
    }
  direction = find_direction (words->str);

  va_start (arguments, format);
  /* A plural form may leave its number out. */
  for (guint i = 0; i < n_arguments; i++)
    texts[i] = conversions[i] == 's' ? g_strdup (va_arg (arguments, const char *))
                                     : g_strdup_printf ("%u", va_arg (arguments, guint));
  va_end (arguments);

  n = 0;
  for (start = format; find_place (start, n, sentence, &place); start = place.end, n++)
    put_in (sentence, texts[place.argument] != NULL ? texts[place.argument] : "", direction);

  return put_together (sentence, direction);
}

/**
 * daybook_compose_figures:
 * @figures: an amount or a number
 *
 * Figures by themselves where text is written from right to left. They are not: else a minus ends
 * up behind its figures, and the groups of an account's number change places. But money whose
 * locale has it from right to left says so by a mark, and then its currency stands at the left.
 *
 * Returns: (transfer full): @figures, kept apart from what is around them.
 */
char *
daybook_compose_figures (const char *figures)
{
  gboolean turned = strstr (figures, RIGHT_TO_LEFT_MARK) != NULL;

  return g_strconcat (turned ? RIGHT_TO_LEFT_ISOLATE : LEFT_TO_RIGHT_ISOLATE, figures,
                      POP_ISOLATE, NULL);
}
