/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Lists of keys: what is found, and then in which order.
 *
 * The two are worked out apart. Finding reads the words of all rows, in the order of their table;
 * an order is either an index that is read from one end to the other, or figures that the keys are
 * sorted by. A query that did both at once would look up every row of a hundred thousand by itself,
 * or sort their words along with them. */

#include "read-model/listing.h"

#include <string.h>

/* The words that are searched for, as they stand in the read model. */
static char **
split_words (const char *search)
{
  g_autofree char *folded = daybook_search_fold (search != NULL ? search : "");

  return g_strsplit_set (folded, " \t\n", -1);
}

static gboolean
has_all (const char  *text,
         char       **words)
{
  for (; *words != NULL; words++)
    if (strstr (text, *words) == NULL)
      return FALSE;

  return TRUE;
}

/**
 * daybook_listing_find:
 * @rows: each a key and words
 * @search: (nullable): words, all of which must occur
 *
 * Returns: (transfer full) (element-type guint32) (nullable): keys, in the order of @rows.
 */
GArray *
daybook_listing_find (sqlite3_stmt  *rows,
                      const char    *search,
                      GError       **error)
{
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_auto (GStrv) words = split_words (search);

  for (;;)
    {
      gboolean row;
      guint32 key;

      if (!daybook_sql_step (rows, &row, error))
        return NULL;
      if (!row)
        return g_steal_pointer (&keys);

      key = sqlite3_column_int64 (rows, 0);
      if (*words == NULL || has_all (daybook_sql_text (rows, 1), words))
        g_array_append_val (keys, key);
    }
}

static guint32
get_highest (GArray *keys)
{
  guint32 highest = 0;

  for (guint i = 0; i < keys->len; i++)
    highest = MAX (highest, g_array_index (keys, guint32, i));

  return highest;
}

/**
 * daybook_listing_follow:
 * @sequence: keys, in the order that is wanted
 * @keys: (element-type guint32): those that are wanted
 *
 * Returns: (transfer full) (element-type guint32) (nullable): @keys, as they come in @sequence.
 */
GArray *
daybook_listing_follow (sqlite3_stmt  *sequence,
                        GArray        *keys,
                        GError       **error)
{
  g_autoptr (GArray) ordered = g_array_sized_new (FALSE, FALSE, sizeof (guint32), keys->len);
  guint32 highest = get_highest (keys);
  g_autofree guint8 *wanted = g_new0 (guint8, (gsize) highest + 1);

  for (guint i = 0; i < keys->len; i++)
    wanted[g_array_index (keys, guint32, i)] = TRUE;

  for (;;)
    {
      gboolean row;
      guint32 key;

      if (!daybook_sql_step (sequence, &row, error))
        return NULL;
      if (!row)
        return g_steal_pointer (&ordered);

      key = sqlite3_column_int64 (sequence, 0);
      if (key <= highest && wanted[key])
        g_array_append_val (ordered, key);
    }
}

/* @group: a currency's letters as a number, in whose order they sort; 0 for the first account's */
typedef struct
{
  guint32 key;
  guint32 group;
  gint64 figure;
} Place;

static int
compare_places (gconstpointer a,
                gconstpointer b,
                gpointer      descending)
{
  const Place *first = a, *second = b;
  int order = (first->figure > second->figure) - (first->figure < second->figure);

  if (first->group != second->group)
    return first->group < second->group ? -1 : 1;

  return descending ? -order : order;
}

/* @places: by key, up to @highest */
static gboolean
read_figures (Place         *places,
              guint32        highest,
              sqlite3_stmt  *figures,
              GError       **error)
{
  for (;;)
    {
      gboolean row;
      guint32 key;

      if (!daybook_sql_step (figures, &row, error))
        return FALSE;
      if (!row)
        return TRUE;

      key = sqlite3_column_int64 (figures, 0);
      if (key <= highest)
        places[key].figure += sqlite3_column_int64 (figures, 1);
    }
}

static guint32
get_group (const char *letters)
{
  guint32 group = 0;

  while (*letters != '\0')
    group = group << 8 | (guint8) *letters++;

  return group;
}

static gboolean
read_groups (Place         *places,
             guint32        highest,
             sqlite3_stmt  *groups,
             GError       **error)
{
  for (;;)
    {
      gboolean row;
      guint32 key;

      if (!daybook_sql_step (groups, &row, error))
        return FALSE;
      if (!row)
        return TRUE;

      key = sqlite3_column_int64 (groups, 0);
      if (key <= highest)
        places[key].group = get_group (daybook_sql_text (groups, 1));
    }
}

/**
 * daybook_listing_rank:
 * @keys: (element-type guint32): are sorted; what is equal stays as it is
 * @groups: (nullable): keys of those that come after all others, and a few letters to group them by
 * @figures: keys and what to sort them by; what comes for the same key is added up, from 0
 * @descending: the highest figure first; groups stay in their order
 *
 * Returns: whether all could be read.
 */
gboolean
daybook_listing_rank (GArray        *keys,
                      sqlite3_stmt  *groups,
                      sqlite3_stmt  *figures,
                      gboolean       descending,
                      GError       **error)
{
  guint32 highest = get_highest (keys);
  g_autofree Place *places = g_new0 (Place, (gsize) highest + 1);
  g_autoptr (GArray) sorted = g_array_sized_new (FALSE, FALSE, sizeof (Place), keys->len);

  if (!read_figures (places, highest, figures, error) ||
      (groups != NULL && !read_groups (places, highest, groups, error)))
    return FALSE;

  for (guint i = 0; i < keys->len; i++)
    {
      Place *place = &places[g_array_index (keys, guint32, i)];

      place->key = g_array_index (keys, guint32, i);
      g_array_append_val (sorted, *place);
    }
  g_array_sort_with_data (sorted, compare_places, GINT_TO_POINTER (descending));

  for (guint i = 0; i < keys->len; i++)
    g_array_index (keys, guint32, i) = g_array_index (sorted, Place, i).key;
  return TRUE;
}

/**
 * daybook_listing_turn:
 * @keys: (element-type guint32): are put the other way round
 */
void
daybook_listing_turn (GArray *keys)
{
  guint32 *key = (guint32 *) keys->data;

  for (guint i = 0, j = keys->len; i + 1 < j; i++)
    {
      guint32 other = key[--j];

      key[j] = key[i];
      key[i] = other;
    }
}
