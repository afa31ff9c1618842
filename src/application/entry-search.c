/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A search through the daybook, on a thread of its own.
 *
 * The thread opens a read model for itself, so it shares nothing with whoever asked but what it is
 * told to look for, and whether somebody still wants to know. The first news come as soon as there
 * is a screen full, then ten times a second: whoever is told must not be kept busy by it. Nobody is
 * told anything after they cancelled, whatever is still on its way: the main context asks once more
 * before it tells. */

#include "entry-search.h"

#define FIRST_NEWS 100
#define NEWS_INTERVAL_US (100 * 1000)

typedef struct
{
  DaybookReadModel *(*open_reader) (const char  *path,
                                    GError     **error);
  char *path;
  DaybookEntryFilter *filter;
  guint64 after_position;
  guint64 until_position;
  GCancellable *cancellable;
  DaybookSearchFunc func;
  gpointer user_data;

  GArray *found;
  guint64 looked_until;
  gint64 told_at;
  gboolean told;
} Search;

static void
search_free (gpointer data)
{
  Search *search = data;

  g_free (search->path);
  daybook_entry_filter_free (search->filter);
  g_object_unref (search->cancellable);
  g_array_unref (search->found);
  g_free (search);
}

/* News, on their way to the main context. */
typedef struct
{
  DaybookSearchNews news;
  GArray *positions;
  GError *error;
  GCancellable *cancellable;
  DaybookSearchFunc func;
  gpointer user_data;
} Letter;

static void
letter_free (gpointer data)
{
  Letter *letter = data;

  g_array_unref (letter->positions);
  g_clear_error (&letter->error);
  g_object_unref (letter->cancellable);
  g_free (letter);
}

static gboolean
deliver (gpointer data)
{
  Letter *letter = data;

  if (!g_cancellable_is_cancelled (letter->cancellable))
    letter->func (&letter->news, letter->user_data);

  return G_SOURCE_REMOVE;
}

static void
tell (Search       *search,
      gboolean      done,
      const GError *error)
{
  Letter *letter = g_new0 (Letter, 1);

  letter->positions = search->found;
  letter->error = error != NULL ? g_error_copy (error) : NULL;
  letter->cancellable = g_object_ref (search->cancellable);
  letter->func = search->func;
  letter->user_data = search->user_data;
  letter->news = (DaybookSearchNews) {
    .positions = (const guint64 *) letter->positions->data,
    .n_positions = letter->positions->len,
    .n_looked_at = search->until_position - search->looked_until,
    .n_entries = search->until_position - search->after_position,
    .done = done,
    .error = letter->error,
  };

  search->found = g_array_new (FALSE, FALSE, sizeof (guint64));
  search->told = TRUE;
  search->told_at = g_get_monotonic_time ();
  g_idle_add_full (G_PRIORITY_DEFAULT, deliver, letter, letter_free);
}

static gboolean
take_found (const guint64 *positions,
            guint          n_positions,
            guint64        position,
            gpointer       user_data)
{
  Search *search = user_data;
  gboolean enough;

  if (g_cancellable_is_cancelled (search->cancellable))
    return FALSE;

  if (n_positions > 0)
    g_array_append_vals (search->found, positions, n_positions);
  search->looked_until = position;

  enough = !search->told && search->found->len >= FIRST_NEWS;
  if (enough || g_get_monotonic_time () - search->told_at >= NEWS_INTERVAL_US)
    tell (search, FALSE, NULL);

  return TRUE;
}

static void
look (GTask        *task,
      gpointer      source,
      gpointer      task_data,
      GCancellable *cancellable)
{
  Search *search = task_data;
  g_autoptr (DaybookReadModel) read_model = NULL;
  g_autoptr (GError) error = NULL;

  if (g_cancellable_is_cancelled (search->cancellable))
    return;

  search->told_at = g_get_monotonic_time ();
  read_model = search->open_reader (search->path, &error);
  if (read_model != NULL)
    daybook_read_model_filter_entries (read_model, search->filter, search->after_position,
                                       search->until_position, take_found, search, &error);
  tell (search, TRUE, error);
}

/**
 * daybook_entry_search_start:
 * @search: copied
 * @cancellable: ends it; @func is not called any more then
 * @func: told what was found, in the main context; the last time when all was looked at
 *
 * Begins to look.
 */
void
daybook_entry_search_start (const DaybookEntrySearch *search,
                            GCancellable             *cancellable,
                            DaybookSearchFunc         func,
                            gpointer                  user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, NULL, NULL);
  Search *own = g_new0 (Search, 1);

  own->open_reader = search->open_reader;
  own->path = g_strdup (search->path);
  own->filter = daybook_entry_filter_copy (search->filter);
  own->after_position = search->after_position;
  own->until_position = search->until_position;
  own->looked_until = search->until_position;
  own->cancellable = g_object_ref (cancellable);
  own->func = func;
  own->user_data = user_data;
  own->found = g_array_new (FALSE, FALSE, sizeof (guint64));

  g_task_set_task_data (task, own, search_free);
  g_task_run_in_thread (task, look);
}
