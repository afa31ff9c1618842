/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What it takes to read: everything from the first entry on, and what a person looks at. */

#include "bench.h"

#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "accounts/account-events.h"
#include "codec/event-codec.h"
#include "store/sqlite-store.h"

#define N_OFTEN 3

static gint64
size_of (const char *path)
{
  GStatBuf buf;

  return g_stat (path, &buf) == 0 ? buf.st_size : 0;
}

/* Whole readings take seconds in which a machine can change its mind, so they are done by turns
 * with the one that they are compared with. */
typedef void (*Reading) (gpointer what);

static void
compare_with_raw (Bench      *bench,
                  const char *work,
                  const char *path,
                  Reading     reading,
                  gpointer    what,
                  double      bar)
{
  g_autoptr (GArray) ours = bench_times_new (), raw = bench_times_new ();

  for (guint i = 0; i < N_OFTEN; i++)
    {
      double start;

      bench_times_add (raw, bench_raw_read (path));
      start = bench_now ();
      reading (what);
      bench_times_add (ours, bench_now () - start);
    }

  bench_compare (bench, work, bench_times_get (ours, 0.5), "reading the same rows raw",
                 bench_times_get (raw, 0.5), bar);
}

static void
verify (gpointer store)
{
  g_autoptr (GError) error = NULL;
  DaybookVerdict verdict;

  daybook_event_store_verify (store, &verdict, NULL, NULL, NULL, &error);
  bench_check (error);
  g_assert (verdict.flaw == DAYBOOK_FLAW_NONE && verdict.n_entries > 0);
}

static DaybookEventStore *
open_store (const char *path)
{
  g_autoptr (GError) error = NULL;
  DaybookEventStore *store = daybook_sqlite_store_open (path, TRUE, &error);

  bench_check (error);
  return store;
}

static gboolean
do_nothing (const DaybookEntry  *entry,
            guint64              version,
            gpointer             user_data,
            GError             **error)
{
  return TRUE;
}

/* The chain alone: whoever takes the entries does not ask for the file's structure. */
static void
check_chain (gpointer store)
{
  DaybookVerdict verdict;
  g_autoptr (GError) error = NULL;

  daybook_event_store_replay (store, do_nothing, NULL, &verdict, NULL, NULL, NULL, &error);
  bench_check (error);
  g_assert (verdict.flaw == DAYBOOK_FLAW_NONE && verdict.n_entries > 0);
}

void
bench_verify (Bench *bench)
{
  g_autofree char *path = bench_sample_book (bench);
  g_autoptr (DaybookEventStore) store = open_store (path);

  compare_with_raw (bench, "verify the chain", path, check_chain, store, 2);
  compare_with_raw (bench, "verify the chain, and the file's structure (SQLite's integrity_check)",
                    path, verify, store, 0);
}

static void
add_to (GHashTable                 *balances,
        const DaybookAccountNumber *number,
        gint64                      amount)
{
  gint64 *balance;

  if (!daybook_account_number_is_set (number))
    return;

  balance = g_hash_table_lookup (balances, number->digits);
  if (balance == NULL)
    {
      balance = g_new0 (gint64, 1);
      g_hash_table_insert (balances, g_strdup (number->digits), balance);
    }
  *balance += amount;
}

static gboolean
fold (const DaybookEntry  *entry,
      guint64              version,
      gpointer             user_data,
      GError             **error)
{
  DaybookMovement movement;

  if (daybook_event_get_movement (entry->event, &movement))
    {
      add_to (user_data, &movement.from, -movement.amount);
      add_to (user_data, &movement.to, movement.amount);
    }
  return TRUE;
}

static void
check_chain_and_fold (gpointer store)
{
  g_autoptr (GHashTable) balances = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  DaybookVerdict verdict;
  g_autoptr (GError) error = NULL;

  daybook_event_store_replay (store, fold, balances, &verdict, NULL, NULL, NULL, &error);
  bench_check (error);
}

static void
rebuild (gpointer projector)
{
  g_autoptr (GError) error = NULL;

  daybook_projector_rebuild (projector, NULL, NULL, NULL, &error);
  bench_check (error);
}

void
bench_replay (Bench *bench)
{
  g_autofree char *path = bench_sample_book (bench);
  g_autoptr (DaybookOpenBook) book = bench_open (bench, path);

  compare_with_raw (bench, "replay: chain verified, all projections rebuilt", path, rebuild,
                    book->projector, 6);
  compare_with_raw (bench, "read, parse, hash and fold alone", path, check_chain_and_fold,
                    book->store, 2);
}

static double
get_lines (DaybookOpenBook *book,
           guint            account,
           guint64          first,
           guint            n)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) lines = NULL;
  double start = bench_now (), seconds;

  lines = daybook_read_model_get_lines (book->read_model, account, first, n, &error);
  seconds = bench_now () - start;
  bench_check (error);
  g_assert (lines->len == n);

  return seconds;
}

void
bench_jump (Bench *bench)
{
  const guint accounts[] = { BENCH_DEPTH_1_000, BENCH_DEPTH_1_000_000 };
  g_autofree char *path = bench_deep_book (bench);
  g_autoptr (DaybookOpenBook) book = bench_open (bench, path);
  g_autoptr (GArray) few = bench_times_new (), many = bench_times_new ();
  GArray *times[] = { few, many };
  g_autoptr (GRand) chance = g_rand_new_with_seed (1);
  guint page = (guint) MIN (BENCH_PAGE, bench_depth (bench, BENCH_DEPTH_1_000));
  g_autofree char *work = NULL;
  g_autofree char *reference = NULL;

  for (guint round = 0; round < 2000; round++)
    for (guint i = 0; i < 2; i++)
      {
        guint64 last = bench_depth (bench, accounts[i]) - page + 1;
        guint64 row = 1 + (guint64) (g_rand_double (chance) * (double) last);

        bench_times_add (times[i], get_lines (book, accounts[i], MIN (row, last), page));
      }

  work = g_strdup_printf ("jump to a random place in %" G_GUINT64_FORMAT " rows, p50",
                          bench_depth (bench, BENCH_DEPTH_1_000_000));
  reference = g_strdup_printf ("in %" G_GUINT64_FORMAT " rows",
                               bench_depth (bench, BENCH_DEPTH_1_000));
  bench_compare (bench, work, bench_times_get (many, 0.5), reference, bench_times_get (few, 0.5),
                 1.2);
  bench_limit (bench, "the same, p95, against one frame", bench_times_get (many, 0.95),
               1.0 / 60);
}

static gboolean
take_entry (const DaybookEntry  *entry,
            guint64              version,
            gpointer             user_data,
            GError             **error)
{
  return FALSE;
}

/* Figures, and the newest rows with what each entry says. */
static double
show_account (DaybookOpenBook *book,
              guint            account,
              guint            n_rows)
{
  g_autoptr (DaybookAccountFigures) figures = NULL;
  g_autoptr (GArray) lines = NULL;
  g_autoptr (GError) error = NULL;
  double start = bench_now ();

  figures = daybook_read_model_get_account (book->read_model, account, &error);
  bench_check (error);
  lines = daybook_read_model_get_lines (book->read_model, account,
                                        figures->n_entries - n_rows + 1, n_rows, &error);
  bench_check (error);
  g_assert (lines->len == n_rows);
  for (guint i = 0; i < lines->len; i++)
    {
      guint64 position = g_array_index (lines, DaybookAccountLine, i).position;

      daybook_read_model_read_entries (book->read_model, position - 1, take_entry, NULL, &error);
      bench_check (error);
    }

  return bench_now () - start;
}

void
bench_account (Bench *bench)
{
  g_autofree char *path = bench_deep_book (bench);
  g_autoptr (DaybookOpenBook) book = bench_open (bench, path);
  g_autoptr (GArray) small = bench_times_new (), large = bench_times_new ();
  g_autofree char *work = NULL;

  for (guint i = 0; i < 500; i++)
    {
      bench_times_add (small, show_account (book, BENCH_DEPTH_10, 10));
      bench_times_add (large, show_account (book, BENCH_DEPTH_100_000, 10));
    }

  work = g_strdup_printf ("figures and ten rows of an account with %" G_GUINT64_FORMAT " entries",
                          bench_depth (bench, BENCH_DEPTH_100_000));
  bench_compare (bench, work, bench_times_get (large, 0.5), "with 10 entries",
                 bench_times_get (small, 0.5), 1.2);
}

void
bench_search (Bench *bench)
{
  static const char *const typed[] = { "maria", "garcía pe", "user77", "kov", "rs-7", "0000 1",
                                       "heller ing" };
  g_autofree char *path = bench_wide_book (bench);
  g_autoptr (DaybookOpenBook) book = bench_open (bench, path);
  g_autoptr (GArray) times = bench_times_new ();
  g_autofree char *slowest = NULL;
  g_autofree char *work = NULL;

  for (guint round = 0; round < N_OFTEN; round++)
    for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
      for (const char *end = g_utf8_next_char (typed[i]);; end = g_utf8_next_char (end))
        {
          g_autofree char *search = g_strndup (typed[i], end - typed[i]);
          g_autoptr (GArray) found = NULL;
          g_autoptr (GError) error = NULL;
          double start = bench_now ();

          found = daybook_read_model_find_accounts (book->read_model, search, 0, &error);
          bench_times_add (times, bench_now () - start);
          bench_check (error);
          g_assert (found != NULL);
          if (*end == '\0')
            break;
        }

  slowest = bench_seconds (bench_times_get (times, 1));
  work = g_strdup_printf ("search as you type over %" G_GUINT64_FORMAT " accounts, median (slowest:"
                          " %s)", bench->n_entries / 10, slowest);
  bench_limit (bench, work, bench_times_get (times, 0.5), 0.016);
}

/* A list in every order, as it is read when it is chosen, and for every letter that is typed. */
void
bench_lists (Bench *bench)
{
  static const struct { DaybookSort sort; const char *name; gboolean people; } orders[] = {
    { DAYBOOK_BY_NUMBER, "accounts by number" },
    { DAYBOOK_BY_NAME, "accounts by holder" },
    { DAYBOOK_BY_BALANCE, "accounts by balance" },
    { DAYBOOK_BY_NAME, "people by name", TRUE },
    { DAYBOOK_BY_USERNAME, "people by username", TRUE },
    { DAYBOOK_BY_N_ACCOUNTS, "people by number of accounts", TRUE },
  };
  g_autofree char *path = bench_wide_book (bench);
  g_autoptr (DaybookOpenBook) book = bench_open (bench, path);

  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      DaybookListing listing = { .sort = orders[i].sort,
                                 .standing = orders[i].people ? 0 : DAYBOOK_STANDING_OPEN };
      g_autoptr (GArray) times = bench_times_new ();
      g_autofree char *work = NULL;

      for (guint round = 0; round < N_OFTEN; round++)
        {
          g_autoptr (GArray) found = NULL;
          g_autoptr (GError) error = NULL;
          double start = bench_now ();

          found = orders[i].people
                    ? daybook_read_model_list_people (book->read_model, &listing, &error)
                    : daybook_read_model_list_accounts (book->read_model, &listing, &error);
          bench_times_add (times, bench_now () - start);
          bench_check (error);
          g_assert (found->len > 0);
          listing.descending = !listing.descending;
        }

      work = g_strdup_printf ("list of %s, of %" G_GUINT64_FORMAT " accounts, median",
                              orders[i].name, bench->n_entries / 10);
      bench_limit (bench, work, bench_times_get (times, 0.5), 0.016);
    }
}

#define SCREEN_FULL 100

/* How long it took until a screen was full, and how much was found. */
typedef struct
{
  double start;
  double screen_full;
  guint64 n_found;
} Finding;

static gboolean
take_found (const guint64 *positions,
            guint          n_positions,
            guint64        position,
            gpointer       user_data)
{
  Finding *finding = user_data;

  finding->n_found += n_positions;
  if (finding->screen_full == 0 && finding->n_found >= SCREEN_FULL)
    finding->screen_full = bench_now () - finding->start;

  return TRUE;
}

static gboolean
pass_entry (const DaybookEntry  *entry,
            guint64              version,
            gpointer             user_data,
            GError             **error)
{
  return TRUE;
}

void
bench_find (Bench *bench)
{
  g_autofree char *path = bench_sample_book (bench);
  g_autoptr (DaybookOpenBook) book = bench_open (bench, path);
  g_autoptr (DaybookEntryFilter) filter = daybook_entry_filter_new ();
  g_autofree char *work = NULL;
  g_autoptr (GError) error = NULL;
  Finding finding = { bench_now () };
  double all, start;

  daybook_entry_filter_add_word (filter, "household", (DaybookDecimal) { 0 });
  daybook_read_model_filter_entries (book->read_model, filter, 0, bench->n_entries, take_found,
                                     &finding, &error);
  bench_check (error);
  all = bench_now () - finding.start;

  start = bench_now ();
  daybook_read_model_read_entries (book->read_model, 0, pass_entry, NULL, &error);
  bench_check (error);

  work = g_strdup_printf ("find a word in %" G_GUINT64_FORMAT " entries of the daybook",
                          bench->n_entries);
  bench_compare (bench, work, all, "reading them all", bench_now () - start, 2);
  if (finding.screen_full > 0)
    bench_limit (bench, "the same, until a screen is full", finding.screen_full, 0.1);
}

static gboolean
add_length (const DaybookEntry  *entry,
            guint64              version,
            gpointer             user_data,
            GError             **error)
{
  g_autoptr (GString) data = g_string_new (NULL);
  guint64 *sums = user_data;

  daybook_event_encode (entry->event, data);
  sums[0]++;
  sums[1] += data->len + DAYBOOK_HASH_SIZE;
  return TRUE;
}

void
bench_size (Bench *bench)
{
  g_autofree char *path = bench_sample_book (bench);
  DaybookOpenBook *book = bench_open (bench, path);
  g_autofree char *read_model = bench_find_read_model (bench, book->store);
  g_autofree char *measured = NULL;
  g_autofree char *reference = NULL;
  g_autoptr (GError) error = NULL;
  guint64 sums[2] = { 0 };
  double book_size, model_size, own;

  daybook_event_store_read_all (book->store, 0, add_length, sums, &error);
  bench_check (error);

  /* Closing brings the logs into the files. */
  daybook_open_book_free (book);
  book_size = (double) size_of (path) / sums[0];
  model_size = (double) size_of (read_model) / sums[0];
  own = (double) sums[1] / sums[0];
  measured = g_strdup_printf ("%.0f bytes (book %.0f, read model %.0f)", book_size + model_size,
                              book_size, model_size);
  reference = g_strdup_printf ("its JSON and a hash: %.0f bytes", own);
  bench_compare_texts (bench, "bytes per entry on disk", measured, reference,
                       (book_size + model_size) / own, 4);
}

typedef struct
{
  const DaybookSchema *schema;
  char *json;
  gsize length;
} Text;

static gboolean
take_text (const DaybookEntry  *entry,
           guint64              version,
           gpointer             user_data,
           GError             **error)
{
  g_autoptr (GString) data = g_string_new (NULL);
  Text text = { .schema = entry->event->record.schema };

  daybook_event_encode (entry->event, data);
  text.length = data->len;
  text.json = g_string_free (g_steal_pointer (&data), FALSE);
  g_array_append_val (user_data, text);

  return ((GArray *) user_data)->len < 200000;
}

static void
clear_text (gpointer data)
{
  g_free (((Text *) data)->json);
}

static double
decode_ours (GArray *texts)
{
  double start = bench_now ();

  for (guint i = 0; i < texts->len; i++)
    {
      const Text *text = &g_array_index (texts, Text, i);
      DaybookEvent *event = daybook_event_decode (text->schema->name, text->schema->version,
                                                  text->json, text->length, NULL);

      g_assert (event != NULL);
      daybook_record_free (event);
    }

  return (bench_now () - start) / texts->len;
}

/* Into the same record, as one would with that library. */
static DaybookEvent *
decode_json (JsonParser *parser,
             const Text *text)
{
  DaybookEvent *event = daybook_record_new (text->schema);
  JsonObject *object;

  if (!json_parser_load_from_data (parser, text->json, (gssize) text->length, NULL))
    g_error ("%s", text->json);

  object = json_node_get_object (json_parser_get_root (parser));
  for (guint i = 0; i < text->schema->n_fields; i++)
    {
      const DaybookField *field = &text->schema->fields[i];
      gpointer value = daybook_field_in (event, field);

      if (!json_object_has_member (object, field->name))
        continue;
      if (daybook_field_is_integer (field))
        *(gint64 *) value = json_object_get_int_member (object, field->name);
      else if (field->kind == DAYBOOK_FIELD_TEXT)
        *(char **) value = g_strdup (json_object_get_string_member (object, field->name));
      else
        daybook_record_set_text (event, field, json_object_get_string_member (object, field->name),
                                 NULL);
    }

  return event;
}

static double
decode_theirs (GArray *texts)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  double start = bench_now ();

  for (guint i = 0; i < texts->len; i++)
    daybook_record_free (decode_json (parser, &g_array_index (texts, Text, i)));

  return (bench_now () - start) / texts->len;
}

void
bench_codec (Bench *bench)
{
  g_autofree char *path = bench_sample_book (bench);
  g_autoptr (DaybookEventStore) store = open_store (path);
  g_autoptr (GArray) texts = g_array_new (FALSE, FALSE, sizeof (Text));
  g_autoptr (GArray) ours = bench_times_new (), theirs = bench_times_new ();
  g_autoptr (GError) error = NULL;

  g_array_set_clear_func (texts, clear_text);
  daybook_event_store_read_all (store, 0, take_text, texts, &error);
  bench_check (error);
  for (guint i = 0; i < N_OFTEN; i++)
    {
      bench_times_add (ours, decode_ours (texts));
      bench_times_add (theirs, decode_theirs (texts));
    }

  bench_compare (bench, "decode one event", bench_times_get (ours, 0.5), "with json-glib",
                 bench_times_get (theirs, 0.5), 0);
}
