/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The books that are measured, each made when it is first needed.
 *
 * sample: what daybook-cli makes, with n entries in up to a thousand accounts
 * deep:   five accounts, the largest with n entries
 * wide:   n/10 accounts of as many people, with nothing in them */

#include "bench.h"

#include <glib/gstdio.h>
#include <string.h>

#include "accounts/account-commands.h"
#include "books/book-records.h"
#include "people/person-records.h"
#include "store/sqlite-store.h"
#include "surroundings.h"

#define BATCH 10000

/* What makes a book: it has a time of its own. */
typedef struct
{
  DaybookTestClock *clock;
  DaybookDispatcher *dispatcher;
  guint64 n_recorded;
} Scribe;

static char *
find_book (Bench      *bench,
           const char *name,
           gboolean   *there)
{
  char *path = g_build_filename (bench->folder, name, NULL);

  *there = g_file_test (path, G_FILE_TEST_EXISTS);
  return path;
}

static void
record (Scribe        *scribe,
        gconstpointer  command)
{
  static const DaybookEnvelope envelope = { .actor = "Ruth Okafor" };
  g_autoptr (DaybookReceipt) receipt = NULL;
  g_autoptr (GError) error = NULL;

  receipt = daybook_dispatcher_execute (scribe->dispatcher, command, &envelope, &error);
  bench_check (error);

  if (++scribe->n_recorded % BATCH == 0)
    {
      daybook_dispatcher_commit (scribe->dispatcher, &error);
      bench_check (error);
      daybook_dispatcher_begin (scribe->dispatcher, &error);
      bench_check (error);
    }
}

static void
start_book (Bench        *bench,
            Scribe       *scribe,
            const char   *path,
            const guint8  id[DAYBOOK_ID_SIZE])
{
  g_autoptr (DaybookEventStore) store = NULL;
  g_autoptr (GError) error = NULL;
  DaybookStart start = { { &daybook_start }, (char *) "Bench", { "EUR" }, (char *) "UTC" };

  daybook_sqlite_store_create (path, id, &error);
  bench_check (error);
  store = daybook_sqlite_store_open (path, FALSE, &error);
  bench_check (error);

  scribe->clock = daybook_test_clock_new ("2020-01-01T09:00:00Z");
  scribe->dispatcher = daybook_dispatcher_new (store, DAYBOOK_CLOCK (scribe->clock), bench->ids);
  daybook_dispatcher_begin (scribe->dispatcher, &error);
  bench_check (error);
  record (scribe, &start);
}

static void
end_book (Scribe *scribe)
{
  g_autoptr (GError) error = NULL;

  daybook_dispatcher_commit (scribe->dispatcher, &error);
  bench_check (error);
  g_clear_object (&scribe->dispatcher);
  g_clear_object (&scribe->clock);
}

/* Some day of eight years, @share of them gone. */
static void
set_day (Scribe *scribe,
         double  share)
{
  char date[DAYBOOK_DATE_LENGTH];
  g_autofree char *time = NULL;

  daybook_date_format (daybook_date_new (2020, 1, 1) + (guint) (share * 8 * 365), date);
  time = g_strdup_printf ("%sT09:00:00Z", date);
  daybook_test_clock_set (scribe->clock, time);
}

/**
 * bench_sample_book:
 *
 * Returns: (transfer full): the path of the sample book.
 */
char *
bench_sample_book (Bench *bench)
{
  g_autoptr (GError) error = NULL;
  gboolean there;
  char *path = find_book (bench, "sample.daybook", &there);

  if (!there)
    daybook_bookshelf_sample (bench->shelf, path, bench->n_entries, NULL, NULL, NULL, &error);
  bench_check (error);

  return path;
}

/**
 * bench_depth:
 * @account: of the deep book: 1 to %BENCH_N_DEPTHS
 *
 * Returns: how many entries it has.
 */
guint64
bench_depth (const Bench *bench,
             guint        account)
{
  const guint64 depths[BENCH_N_DEPTHS] = { 1, 10, bench->n_entries / 1000, bench->n_entries / 10,
                                           bench->n_entries };

  return depths[account - 1];
}

static void
deposit_often (Bench  *bench,
               Scribe *scribe)
{
  guint64 done[BENCH_N_DEPTHS] = { 0 };
  DaybookAccountNumber number;
  DaybookDeposit deposit = { .command = { &daybook_deposit }, .to = number.digits,
                             .amount = { 125, 2 }, .memo = (char *) "monthly subscription" };

  /* By turns, so that no account's entries stand side by side in the file. */
  for (guint64 i = 0; i < bench->n_entries; i++)
    {
      if (i % 100 == 0)
        set_day (scribe, (double) i / bench->n_entries);
      for (guint j = 0; j < BENCH_N_DEPTHS; j++)
        if (done[j] * bench->n_entries <= i * bench_depth (bench, j + 1) &&
            done[j] < bench_depth (bench, j + 1))
          {
            done[j]++;
            daybook_account_number_new (j + 1, &number);
            record (scribe, &deposit);
          }
    }
}

/**
 * bench_deep_book:
 *
 * Returns: (transfer full): the path of a book with accounts of many sizes.
 */
char *
bench_deep_book (Bench *bench)
{
  static const guint8 id[DAYBOOK_ID_SIZE] = "bench: deep book";
  DaybookRegister john = { { &daybook_register }, (char *) "john", (char *) "John Smith", NULL };
  DaybookOpen open = { .command = { &daybook_open }, .holder = (char *) "john" };
  Scribe scribe = { 0 };
  gboolean there;
  char *path = find_book (bench, "deep.daybook", &there);

  if (there)
    return path;

  start_book (bench, &scribe, path, id);
  record (&scribe, &john);
  for (guint i = 0; i < BENCH_N_DEPTHS; i++)
    record (&scribe, &open);
  deposit_often (bench, &scribe);
  end_book (&scribe);

  return path;
}

/**
 * bench_wide_book:
 *
 * Returns: (transfer full): the path of a book with many accounts.
 */
char *
bench_wide_book (Bench *bench)
{
  static const guint8 id[DAYBOOK_ID_SIZE] = "bench: wide book";
  static const char *const given[] = { "Amélie", "Bogdan", "Chidi", "Dorothea", "Elif", "Fatima",
                                       "Gareth", "Hana", "Ingrid", "José", "Kwame", "Łukasz",
                                       "Maria" };
  static const char *const family[] = { "Åkesson", "Bianchi", "Chen", "Dvořák", "Eze", "Fernández",
                                        "García Peña", "Heller", "Ionescu", "Jónsson", "Kovács" };
  Scribe scribe = { 0 };
  gboolean there;
  char *path = find_book (bench, "wide.daybook", &there);

  if (there)
    return path;

  start_book (bench, &scribe, path, id);
  for (guint i = 0; i < bench->n_entries / 10; i++)
    {
      const char *first = given[i % G_N_ELEMENTS (given)];
      const char *last = family[i / G_N_ELEMENTS (given) % G_N_ELEMENTS (family)];
      g_autofree char *username = g_strdup_printf ("user%u", i);
      g_autofree char *name = g_strdup_printf ("%s %s", first, last);
      g_autofree char *reference = i % 7 == 0 ? g_strdup_printf ("RS-%u", i) : NULL;
      DaybookRegister person = { { &daybook_register }, username, name, NULL };
      DaybookOpen open = { .command = { &daybook_open }, .holder = username,
                           .reference = reference };

      record (&scribe, &person);
      record (&scribe, &open);
    }
  end_book (&scribe);

  return path;
}

/**
 * bench_open:
 *
 * Returns: (transfer full): the book, its read model up to date.
 */
DaybookOpenBook *
bench_open (Bench      *bench,
            const char *path)
{
  g_autoptr (GError) error = NULL;
  DaybookOpenBook *book = daybook_bookshelf_open (bench->shelf, path, NULL, NULL, NULL, &error);

  bench_check (error);
  return book;
}

/**
 * bench_find_read_model:
 *
 * Returns: (transfer full): the path of the read model that belongs to a book.
 */
char *
bench_find_read_model (Bench             *bench,
                       DaybookEventStore *store)
{
  g_autofree char *folder = g_build_filename (bench->folder, "daybook", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  char id_text[DAYBOOK_ID_TEXT_LENGTH];
  guint8 id[DAYBOOK_ID_SIZE];
  const char *name;

  daybook_event_store_get_book_id (store, id);
  daybook_id_to_text (id, id_text);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, id_text) && g_str_has_suffix (name, ".sqlite"))
      {
        g_autofree char *link = g_build_filename (folder, name, NULL);
        g_autofree char *target = g_file_read_link (link, NULL);

        return g_build_filename (folder, target, NULL);
      }

  g_error ("The read model of %s is not in %s", id_text, folder);
}
