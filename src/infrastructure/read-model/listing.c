/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Lists of keys: what is found, and then in which order.
 *
 * The two are worked out apart. Finding reads the words of all rows, in the order of their table;
 * if no words are looked for, nothing is read at all, because keys count from 1 without a gap. An
 * order is that of all rows there are: either an index that is read from one end to the other, or
 * figures that the keys are sorted by. Whoever keeps it can list in it whatever else is found. A
 * query that did both at once would look up every row of a hundred thousand by itself, or sort
 * their words along with them. */

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

/* Whether @word is the beginning of one of the words of @text. */
static gboolean
begins_one (const char *text,
            const char *word)
{
  for (const char *p = strstr (text, word); p != NULL; p = strstr (p + 1, word))
    if (p == text || g_ascii_isspace (p[-1]) || g_ascii_ispunct (p[-1]))
      return TRUE;

  return FALSE;
}

static gboolean
all_begin_one (const char  *text,
               char       **words)
{
  for (; *words != NULL; words++)
    if (**words != '\0' && !begins_one (text, *words))
      return FALSE;

  return TRUE;
}

/**
 * daybook_listing_find:
 * @rows: each a key and words
 * @search: (nullable): words, all of which must occur
 * @closest_first: whether rows whose words begin with those of @search come before all others
 *
 * Returns: (transfer full) (element-type guint32) (nullable): keys, in the order of @rows.
 */
GArray *
daybook_listing_find (sqlite3_stmt  *rows,
                      const char    *search,
                      gboolean       closest_first,
                      GError       **error)
{
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) others = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_auto (GStrv) words = split_words (search);

  for (;;)
    {
      const char *text;
      gboolean row;
      guint32 key;

      if (!daybook_sql_step (rows, &row, error))
        return NULL;
      if (!row)
        break;

      key = sqlite3_column_int64 (rows, 0);
      text = *words != NULL ? daybook_sql_text (rows, 1) : "";
      if (has_all (text, words))
        g_array_append_val (!closest_first || all_begin_one (text, words) ? keys : others, key);
    }

  g_array_append_vals (keys, others->data, others->len);
  return g_steal_pointer (&keys);
}

/**
 * daybook_listing_read:
 * @rows: each a key
 *
 * Returns: (transfer full) (element-type guint32) (nullable): keys, in the order of @rows.
 */
GArray *
daybook_listing_read (sqlite3_stmt  *rows,
                      GError       **error)
{
  return daybook_listing_find (rows, NULL, FALSE, error);
}

/**
 * daybook_listing_all:
 * @n_rows: how many there are
 * @except: (nullable): keys of those that are not wanted
 *
 * Returns: (transfer full) (element-type guint32) (nullable): keys, from 1 to @n_rows.
 */
GArray *
daybook_listing_all (guint32        n_rows,
                     sqlite3_stmt  *except,
                     GError       **error)
{
  g_autoptr (GArray) unwanted = except != NULL ? daybook_listing_read (except, error) : NULL;
  g_autofree guint8 *is_unwanted = g_new0 (guint8, (gsize) n_rows + 1);
  GArray *keys;

  if (except != NULL && unwanted == NULL)
    return NULL;

  for (guint i = 0; unwanted != NULL && i < unwanted->len; i++)
    if (g_array_index (unwanted, guint32, i) <= n_rows)
      is_unwanted[g_array_index (unwanted, guint32, i)] = TRUE;

  keys = g_array_sized_new (FALSE, FALSE, sizeof (guint32), n_rows);
  for (guint32 key = 1; key <= n_rows; key++)
    if (!is_unwanted[key])
      g_array_append_val (keys, key);

  return keys;
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
 * @order: (element-type guint32): keys, in the order that is wanted
 * @keys: (element-type guint32): those that are wanted
 *
 * Returns: (transfer full) (element-type guint32): @keys, as they come in @order.
 */
GArray *
daybook_listing_follow (GArray *order,
                        GArray *keys)
{
  GArray *ordered = g_array_sized_new (FALSE, FALSE, sizeof (guint32), keys->len);
  guint32 highest = get_highest (keys);
  g_autofree guint8 *wanted = g_new0 (guint8, (gsize) highest + 1);

  for (guint i = 0; i < keys->len; i++)
    wanted[g_array_index (keys, guint32, i)] = TRUE;

  for (guint i = 0; i < order->len; i++)
    {
      guint32 key = g_array_index (order, guint32, i);

      if (key <= highest && wanted[key])
        g_array_append_val (ordered, key);
    }

  return ordered;
}

/* @group: a currency's letters as a number, in whose order they sort; 0 for the first account's */
typedef struct
{
  guint32 key;
  guint32 group;
  guint64 figure;
} Place;

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
        places[key].figure += (guint64) sqlite3_column_int64 (figures, 1);
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

/* The least significant first: four of the figure, two of the group. */
#define N_DIGITS 6
#define DIGIT_BITS 16
#define N_DIGIT_VALUES (1u << DIGIT_BITS)

static guint
get_digit (const Place *place,
           guint        digit)
{
  guint64 of = digit < 4 ? place->figure : place->group;

  return of >> (digit % 4 * DIGIT_BITS) & (N_DIGIT_VALUES - 1);
}

/* Counts how often each value occurs; then it is known where each begins. What is equal stays as
 * it is. Returns whether there was anything to do. */
static gboolean
sort_by_digit (const Place *from,
               Place       *to,
               guint        n,
               guint        digit,
               guint       *starts)
{
  guint start = 0;

  memset (starts, 0, N_DIGIT_VALUES * sizeof *starts);
  for (guint i = 0; i < n; i++)
    starts[get_digit (&from[i], digit)]++;
  if (n == 0 || starts[get_digit (&from[0], digit)] == n)
    return FALSE;

  for (guint value = 0; value < N_DIGIT_VALUES; value++)
    {
      guint count = starts[value];

      starts[value] = start;
      start += count;
    }
  for (guint i = 0; i < n; i++)
    to[starts[get_digit (&from[i], digit)]++] = from[i];

  return TRUE;
}

/* By counting: a hundred thousand places are compared two million times, but counted only thrice,
 * because most digits of most figures are the same. Returns where: in @places or @spare. */
static Place *
sort_places (Place *places,
             Place *spare,
             guint  n)
{
  g_autofree guint *starts = g_new (guint, N_DIGIT_VALUES);

  for (guint digit = 0; digit < N_DIGITS; digit++)
    if (sort_by_digit (places, spare, n, digit, starts))
      {
        Place *sorted = spare;

        spare = places;
        places = sorted;
      }

  return places;
}

/**
 * daybook_listing_rank:
 * @keys: (element-type guint32): are sorted; what is equal stays as it is
 * @groups: (nullable): keys of those that come after all others, and letters to group them by
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
  g_autofree Place *by_key = g_new0 (Place, (gsize) highest + 1);
  g_autofree Place *places = g_new (Place, keys->len);
  g_autofree Place *spare = g_new (Place, keys->len);
  const Place *sorted;

  if (!read_figures (by_key, highest, figures, error) ||
      (groups != NULL && !read_groups (by_key, highest, groups, error)))
    return FALSE;

  for (guint i = 0; i < keys->len; i++)
    {
      guint32 key = g_array_index (keys, guint32, i);
      /* What is below zero comes first, as numbers without a sign do not. */
      guint64 figure = by_key[key].figure ^ G_GUINT64_CONSTANT (0x8000000000000000);

      places[i] = (Place) { key, by_key[key].group, descending ? ~figure : figure };
    }

  sorted = sort_places (places, spare, keys->len);
  for (guint i = 0; i < keys->len; i++)
    g_array_index (keys, guint32, i) = sorted[i].key;
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
