/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads a sentence against a pattern: `{amount:money} is deposited to {to:account}[ on {on:day}]`.
 *
 * What stands in square brackets may be left out. Since each kind of place knows where it ends,
 * nothing is ever tried a second time but a bracket. */

#include "phrase.h"

#include <string.h>

#define OPENING "\u201c"
#define CLOSING "\u201d"

static const char *const kinds[] = {
  [PHRASE_WORD] = "word", [PHRASE_TEXT] = "text", [PHRASE_NUMBER] = "number",
  [PHRASE_MONEY] = "money", [PHRASE_DAY] = "day", [PHRASE_WHO] = "who",
  [PHRASE_ACCOUNT] = "account", [PHRASE_ENTRY] = "entry",
};

/* Where each kind ends is said by a regular expression. */
#define MONTH "(January|February|March|April|May|June|July|August|September|October|" \
  "November|December)"
#define AMOUNT "[-0-9.,]+ [A-Z]{3}\\b"

static const char *const expressions[] = {
  [PHRASE_WORD] = "[^ ,()]+",
  [PHRASE_TEXT] = OPENING "[^" CLOSING "]*" CLOSING,
  [PHRASE_NUMBER] = "[0-9]+",
  [PHRASE_MONEY] = AMOUNT,
  [PHRASE_DAY] = "[0-9]{1,2} " MONTH "( [0-9]{4})?",
  [PHRASE_WHO] = "[A-Z][a-z]+",
  [PHRASE_ACCOUNT] = "(account [0-9]+( [0-9]+)*|the account of " OPENING "[^" CLOSING "]*" CLOSING
                     "|[A-Z][a-z]+'s ([A-Z]{3} )?account( " OPENING "[^" CLOSING "]*" CLOSING ")?)",
  [PHRASE_ENTRY] = "(entry [0-9]+|the (deposit|withdrawal|transfer|reversal|hold|release|capture|"
                   "opening|block|registration)( of " AMOUNT ")?)",
};

G_STATIC_ASSERT (G_N_ELEMENTS (kinds) == G_N_ELEMENTS (expressions));

static void
place_free (gpointer data)
{
  PhrasePlace *place = data;

  g_free (place->name);
  g_free (place->text);
  g_free (place);
}

/**
 * phrase_scan:
 * @text: (inout): is moved behind what was found
 *
 * Returns: (transfer full) (nullable): what @text begins with, if it is of that kind.
 */
char *
phrase_scan (PhraseKind   kind,
             const char **text)
{
  g_autoptr (GRegex) regex = g_regex_new (expressions[kind], 0, G_REGEX_MATCH_ANCHORED, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *found = NULL;

  g_assert_nonnull (regex);
  if (!g_regex_match (regex, *text, G_REGEX_MATCH_ANCHORED, &match))
    return NULL;

  found = g_match_info_fetch (match, 0);
  *text += strlen (found);
  if (kind == PHRASE_TEXT)
    return g_strndup (found + strlen (OPENING),
                      strlen (found) - strlen (OPENING) - strlen (CLOSING));

  return g_steal_pointer (&found);
}

static gboolean
match_place (const char **pattern,
             const char **sentence,
             GPtrArray   *places)
{
  const char *colon = strchr (*pattern, ':');
  const char *end = strchr (*pattern, '}');
  g_autofree char *kind = g_strndup (colon + 1, (gsize) (end - colon - 1));
  PhrasePlace *place;
  guint i = 0;
  char *text;

  while (i < G_N_ELEMENTS (kinds) && strcmp (kinds[i], kind) != 0)
    i++;
  g_assert_cmpuint (i, <, G_N_ELEMENTS (kinds));

  text = phrase_scan ((PhraseKind) i, sentence);
  if (text == NULL)
    return FALSE;

  place = g_new0 (PhrasePlace, 1);
  place->name = g_strndup (*pattern + 1, (gsize) (colon - *pattern - 1));
  place->kind = (PhraseKind) i;
  place->text = text;
  g_ptr_array_add (places, place);
  *pattern = end + 1;
  return TRUE;
}

/* Goes on to the end of the pattern or of the bracket. */
static gboolean
match (const char **pattern,
       const char **sentence,
       GPtrArray   *places)
{
  while (**pattern != '\0' && **pattern != ']')
    {
      if (**pattern == '[')
        {
          const char *inside = *pattern + 1;
          const char *before = *sentence;
          guint n_places = places->len;

          if (!match (&inside, sentence, places))
            {
              *sentence = before;
              g_ptr_array_set_size (places, (int) n_places);
            }
          *pattern = strchr (*pattern, ']') + 1;
        }
      else if (**pattern == '{')
        {
          if (!match_place (pattern, sentence, places))
            return FALSE;
        }
      else if (*(*pattern)++ != *(*sentence)++)
        {
          return FALSE;
        }
    }

  return TRUE;
}

/**
 * phrase_match:
 *
 * Returns: (transfer full) (nullable) (element-type PhrasePlace): what @sentence has in the places
 *   of @pattern; %NULL if it is not of that form.
 */
GPtrArray *
phrase_match (const char *pattern,
              const char *sentence)
{
  g_autoptr (GPtrArray) places = g_ptr_array_new_with_free_func (place_free);

  if (!match (&pattern, &sentence, places) || *sentence != '\0')
    return NULL;

  return g_steal_pointer (&places);
}

/**
 * phrase_find:
 *
 * Returns: (nullable): the place of that name, if the sentence has anything there.
 */
const PhrasePlace *
phrase_find (GPtrArray  *places,
             const char *name)
{
  for (guint i = 0; i < places->len; i++)
    {
      const PhrasePlace *place = g_ptr_array_index (places, i);

      if (strcmp (place->name, name) == 0)
        return place;
    }

  return NULL;
}
