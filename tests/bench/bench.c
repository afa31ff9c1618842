/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The table of docs/quality.md, "Speed and size", measured.
 *
 * A time by itself says more about the machine than about the program. So each row has a reference
 * that is measured in the same run, as close in time as can be, and what counts is the ratio. What
 * is small is measured often, by turns with its reference, and the median taken; what takes
 * seconds is measured three times.
 *
 * Books and everything else are made in a folder of their own where the run was started, because
 * what a disk takes to keep a promise depends on which disk it is. */

#include "bench.h"

#include <glib/gstdio.h>
#include <math.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "file-bookshelf.h"
#include "surroundings.h"

#define DEFAULT_ENTRIES 1000000
#define SMALLEST 1000

static const struct
{
  const char *name;
  void (*measure) (Bench *bench);
} groups[] = {
  { "codec", bench_codec },     { "verify", bench_verify },   { "replay", bench_replay },
  { "size", bench_size },       { "deposit", bench_deposit }, { "import", bench_import },
  { "decide", bench_decide },   { "jump", bench_jump },       { "account", bench_account },
  { "search", bench_search },   { "lists", bench_lists },   { "find", bench_find },
};

typedef struct
{
  char *work;
  char *measured;
  char *reference;
  char *ratio;
  char *bar;
  const char *met;
} Row;

double
bench_now (void)
{
  struct timespec now;

  clock_gettime (CLOCK_MONOTONIC, &now);
  return (double) now.tv_sec + (double) now.tv_nsec / 1e9;
}

GArray *
bench_times_new (void)
{
  return g_array_new (FALSE, FALSE, sizeof (double));
}

void
bench_times_add (GArray *times,
                 double  seconds)
{
  g_array_append_val (times, seconds);
}

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

/* The time that @share of all stay within: 0.5 for the median. */
double
bench_times_get (GArray *times,
                 double  share)
{
  g_assert (times->len > 0);
  g_array_sort (times, compare_times);

  return g_array_index (times, double, (guint) (share * (times->len - 1) + 0.5));
}

/* A measurement of something that did not work is none. */
void
bench_check (const GError *error)
{
  if (error != NULL)
    g_error ("%s", error->message);
}

char *
bench_seconds (double seconds)
{
  if (seconds < 1e-3)
    return g_strdup_printf ("%.3g µs", seconds * 1e6);
  if (seconds < 1)
    return g_strdup_printf ("%.3g ms", seconds * 1e3);

  return g_strdup_printf ("%.3g s", seconds);
}

static void
add_row (Bench      *bench,
         const char *work,
         const char *measured,
         const char *reference,
         double      ratio,
         char       *bar,
         gboolean    met)
{
  Row *row = g_new0 (Row, 1);

  g_assert (isfinite (ratio) && ratio >= 0);
  row->work = g_strdup (work);
  row->measured = g_strdup (measured);
  row->reference = g_strdup (reference);
  row->ratio = g_strdup_printf (ratio < 9.995 ? "%.2f" : "%.1f", ratio);
  row->bar = bar;
  row->met = bar == NULL ? "" : met ? "yes" : "**no**";
  g_ptr_array_add (bench->rows, row);
  fprintf (stderr, "%s: %s; %s; %s\n", work, measured, reference, row->ratio);
}

void
bench_compare_texts (Bench      *bench,
                     const char *work,
                     const char *measured,
                     const char *reference,
                     double      ratio,
                     double      bar)
{
  add_row (bench, work, measured, reference, ratio,
           bar > 0 ? g_strdup_printf ("≤ %g", bar) : NULL, ratio <= bar);
}

/* @bar: the greatest ratio; 0 where there is none */
void
bench_compare (Bench      *bench,
               const char *work,
               double      seconds,
               const char *reference,
               double      reference_seconds,
               double      bar)
{
  g_autofree char *measured = bench_seconds (seconds);
  g_autofree char *time = bench_seconds (reference_seconds);
  g_autofree char *text = g_strdup_printf ("%s: %s", reference, time);

  bench_compare_texts (bench, work, measured, text, seconds / reference_seconds, bar);
}

/* What has a limit of its own. */
void
bench_limit (Bench      *bench,
             const char *work,
             double      seconds,
             double      bar_seconds)
{
  g_autofree char *measured = bench_seconds (seconds);
  g_autofree char *limit = bench_seconds (bar_seconds);

  add_row (bench, work, measured, limit, seconds / bar_seconds, g_strdup ("≤ 1"),
           seconds <= bar_seconds);
}

static void
free_row (gpointer data)
{
  Row *row = data;

  g_free (row->work);
  g_free (row->measured);
  g_free (row->reference);
  g_free (row->ratio);
  g_free (row->bar);
  g_free (row);
}

static void
show (Bench *bench)
{
  /* Plain: the table is UTF-8, wherever it is printed. */
  printf ("| work | measured | reference in the same run | ratio | bar | met |\n"
          "|---|---|---|---|---|---|\n");
  for (guint i = 0; i < bench->rows->len; i++)
    {
      const Row *row = g_ptr_array_index (bench->rows, i);

      printf ("| %s | %s | %s | %s | %s | %s |\n", row->work, row->measured, row->reference,
              row->ratio, row->bar != NULL ? row->bar : "", row->met);
    }
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);

      if (g_file_test (file, G_FILE_TEST_IS_DIR))
        remove_folder (file);
      else
        g_unlink (file);
    }
  g_rmdir (path);
}

static gboolean
is_group (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    if (strcmp (groups[i].name, name) == 0)
      return TRUE;

  return FALSE;
}

static void
measure (Bench              *bench,
         const char *const  *names)
{
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    if (names == NULL || g_strv_contains (names, groups[i].name))
      {
        guint n_rows = bench->rows->len;

        groups[i].measure (bench);
        g_assert (bench->rows->len > n_rows);
      }
}

int
main (int   argc,
      char *argv[])
{
  gint64 n_entries = DEFAULT_ENTRIES;
  g_auto (GStrv) names = NULL;
  GOptionEntry options[] = {
    { "entries", 0, 0, G_OPTION_ARG_INT64, &n_entries, "How many a large book has", "N" },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_STRING_ARRAY, &names, NULL, "[NAME…]" },
    { 0 }
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *cache = NULL;
  Bench bench = { .folder = g_strdup ("bench-XXXXXX") };

  g_option_context_add_main_entries (context, options, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    {
      g_printerr ("%s\n", error->message);
      return 2;
    }
  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    if (!is_group (names[i]))
      {
        g_printerr ("Nothing is called %s.\n", names[i]);
        return 2;
      }

  if (g_mkdtemp (bench.folder) == NULL)
    g_error ("%s", g_strerror (errno));
  cache = g_canonicalize_filename (bench.folder, NULL);
  g_setenv ("XDG_CACHE_HOME", cache, TRUE);

  bench.n_entries = MAX (n_entries, SMALLEST);
  bench.rows = g_ptr_array_new_with_free_func (free_row);
  bench.clock = DAYBOOK_CLOCK (daybook_test_clock_new ("2030-01-01T12:00:00Z"));
  bench.ids = daybook_test_ids_new ();
  bench.shelf = daybook_file_bookshelf_new_with_clock (bench.clock, bench.ids);

  measure (&bench, (const char *const *) names);
  show (&bench);

  g_object_unref (bench.shelf);
  g_object_unref (bench.ids);
  g_object_unref (bench.clock);
  g_ptr_array_unref (bench.rows);
  remove_folder (bench.folder);
  g_free (bench.folder);
  return 0;
}
