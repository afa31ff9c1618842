/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What it takes to record: one entry, a million, and the decision by itself. */

#include "bench.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "accounts/account-commands.h"
#include "import/csv-import-source.h"
#include "import/import-service.h"
#include "refusal.h"

/* SQLite's log as we set it up: it starts again after a thousand pages. */
#define LOG_SIZE (1000 * 4120)
#define N_WARM_UP 200
#define N_DEPOSITS 2000
#define N_ACCOUNTS 20

static gint64
size_of (const char *path)
{
  GStatBuf buf;

  return g_stat (path, &buf) == 0 ? buf.st_size : 0;
}

static DaybookReceipt *
execute (DaybookDispatcher *dispatcher,
         gconstpointer      command)
{
  static const DaybookEnvelope envelope = { .actor = "Ruth Okafor" };
  g_autoptr (GError) error = NULL;
  DaybookReceipt *receipt = daybook_dispatcher_execute (dispatcher, command, &envelope, &error);

  bench_check (error);
  return receipt;
}

/* From the command to what people see. */
static double
deposit_once (DaybookOpenBook *book,
              guint            i)
{
  DaybookAccountNumber number;
  DaybookDeposit deposit = { .command = { &daybook_deposit }, .to = number.digits,
                             .amount = { 1250 + i, 2 }, .memo = (char *) "monthly subscription" };
  g_autoptr (DaybookReceipt) receipt = NULL;
  g_autoptr (GError) error = NULL;
  double start;

  daybook_account_number_new (1 + i % N_ACCOUNTS, &number);
  start = bench_now ();
  receipt = execute (book->dispatcher, &deposit);
  daybook_projector_catch_up (book->projector, NULL, NULL, NULL, NULL, &error);
  bench_check (error);

  return bench_now () - start;
}

/* One deposit's share of two logs: the book's, which the disk is waited for, and the read model's,
 * which it is not. */
typedef struct
{
  int fds[2];
  gsize shares[2];
  gint64 offset;
} Raw;

static void
write_at (int     fd,
          gsize   length,
          gint64  offset)
{
  static guint8 zeros[LOG_SIZE];
  gsize done = 0;

  g_assert (length <= sizeof zeros);
  while (done < length)
    {
      gssize n = pwrite (fd, zeros + done, length - done, offset + (gint64) done);

      g_assert (n > 0);
      done += (gsize) n;
    }
}

static double
write_once (Raw *raw)
{
  double start = bench_now ();

  write_at (raw->fds[1], raw->shares[1], raw->offset);
  write_at (raw->fds[0], raw->shares[0], raw->offset);
  g_assert (fdatasync (raw->fds[0]) == 0);
  raw->offset += (gint64) MAX (raw->shares[0], raw->shares[1]);
  if (raw->offset > LOG_SIZE)
    raw->offset = 0;

  return bench_now () - start;
}

/* The logs are new: they have grown by nothing but these deposits. */
static void
find_shares (DaybookOpenBook *book,
             const char      *read_model,
             Raw             *raw)
{
  const guint n = 20;
  g_autofree char *book_log = g_strconcat (book->path, "-wal", NULL);
  g_autofree char *model_log = g_strconcat (read_model, "-wal", NULL);
  const char *logs[2] = { book_log, model_log };
  gint64 before[2];

  for (guint i = 0; i < N_ACCOUNTS; i++)
    deposit_once (book, i);
  for (guint i = 0; i < 2; i++)
    before[i] = size_of (logs[i]);
  for (guint i = 0; i < n; i++)
    deposit_once (book, i);
  for (guint i = 0; i < 2; i++)
    {
      raw->shares[i] = (gsize) ((size_of (logs[i]) - before[i]) / n);
      g_assert (raw->shares[i] > 0);
    }
}

static void
open_raw (Bench *bench,
          Raw   *raw)
{
  static const char *const names[2] = { "raw-log", "raw-model-log" };

  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *path = g_build_filename (bench->folder, names[i], NULL);

      raw->fds[i] = g_open (path, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
      g_assert (raw->fds[i] >= 0);
      write_at (raw->fds[i], LOG_SIZE, 0);
      g_assert (fsync (raw->fds[i]) == 0);
    }
}

static void
compare_shares (Bench      *bench,
                const Raw  *raw,
                GArray     *ours,
                GArray     *theirs,
                double      share,
                const char *name,
                double      bar)
{
  g_autofree char *work = g_strdup_printf ("one durable deposit, read model applied, %s", name);
  g_autofree char *reference = g_strdup_printf ("write of %.1f + %.1f kB, one fdatasync",
                                                raw->shares[0] / 1e3, raw->shares[1] / 1e3);

  bench_compare (bench, work, bench_times_get (ours, share), reference,
                 bench_times_get (theirs, share), bar);
}

void
bench_deposit (Bench *bench)
{
  g_autofree char *path = bench_sample_book (bench);
  g_autofree char *read_model = NULL;
  g_autoptr (GArray) ours = bench_times_new (), theirs = bench_times_new ();
  g_autoptr (DaybookOpenBook) book = NULL;
  guint n = (guint) MIN (N_DEPOSITS, bench->n_entries / 10);
  Raw raw = { 0 };

  /* Made and closed, then opened again: with new logs. */
  daybook_open_book_free (bench_open (bench, path));
  book = bench_open (bench, path);
  read_model = bench_find_read_model (bench, book->store);
  find_shares (book, read_model, &raw);
  open_raw (bench, &raw);

  for (guint i = 0; i < N_WARM_UP; i++)
    {
      deposit_once (book, i);
      write_once (&raw);
    }
  for (guint i = 0; i < n; i++)
    {
      bench_times_add (ours, deposit_once (book, i));
      bench_times_add (theirs, write_once (&raw));
    }

  compare_shares (bench, &raw, ours, theirs, 0.5, "p50", 2);
  compare_shares (bench, &raw, ours, theirs, 0.99, "p99", 4);
  for (guint i = 0; i < 2; i++)
    close (raw.fds[i]);
}

static const char profile_text[] =
  "[profile]\nid=bench\n"
  "[people]\ncolumns=person;name\nkey={person}\nusername=c{person}\nname={name}\n"
  "[accounts]\ncolumns=account;holder;opened\nkey={account}\nholder=c{holder}\n"
  "reference={account}\noverdraft=100000\non={opened}\n"
  "[entries]\ncolumns=no;account;day;way;amount;note\nkey={no}\naccount=ref:{account}\n"
  "direction={way:ways}\namount={amount}\non={day}\nmemo={note}\nmethod={way:methods}\n"
  "[table ways]\n+=in\n-=out\n"
  "[table methods]\n+=bank\n*=cash\n";

typedef struct
{
  char *profile;
  char *files[4];
} Csv;

static char *
write_file (Bench      *bench,
            const char *name,
            GString    *text)
{
  char *path = g_build_filename (bench->folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text->str, (gssize) text->len, &error);
  bench_check (error);
  g_string_free (text, TRUE);

  return path;
}

/* A thousand entries an account, a year and more of them, as a bank would export them. */
static void
write_csv (Bench *bench,
           Csv   *csv)
{
  guint n_accounts = (guint) MAX (bench->n_entries / 1000, 1);
  GString *people = g_string_new ("person,name\n");
  GString *accounts = g_string_new ("account,holder,opened\n");
  GString *entries = g_string_new ("no,account,day,way,amount,note\n");
  char day[DAYBOOK_DATE_LENGTH];

  for (guint i = 1; i <= n_accounts; i++)
    {
      g_string_append_printf (people, "%u,Client %u\n", i, i);
      g_string_append_printf (accounts, "%u,%u,2020-01-01\n", i, i);
    }
  for (guint64 i = 0; i < bench->n_entries; i++)
    {
      daybook_date_format (daybook_date_new (2020, 1, 1) + (guint) (i * 1000 / bench->n_entries),
                           day);
      g_string_append_printf (entries, "%" G_GUINT64_FORMAT ",%u,%s,%s,%u.%02u,%s\n", i,
                              (guint) (1 + i * 7919 % n_accounts), day, i % 3 == 2 ? "-" : "+",
                              (guint) (10 + i % 90), (guint) (i % 100),
                              i % 2 == 0 ? "monthly subscription" : "");
    }

  csv->profile = write_file (bench, "bench.profile", g_string_new (profile_text));
  csv->files[0] = write_file (bench, "people.csv", people);
  csv->files[1] = write_file (bench, "accounts.csv", accounts);
  csv->files[2] = write_file (bench, "entries.csv", entries);
}

static double
import (Bench      *bench,
        const char *path,
        const Csv  *csv)
{
  g_autoptr (DaybookOpenBook) book = NULL;
  g_autoptr (DaybookImportSource) source = NULL;
  g_autoptr (GError) error = NULL;
  DaybookImport how = { .actor = "Ruth Okafor", .correlation = "import 1" };
  DaybookImportResult result;
  double start;

  daybook_bookshelf_create (bench->shelf, path, "Import", (DaybookCurrency) { "EUR" }, &error);
  bench_check (error);
  book = daybook_bookshelf_open_facts (bench->shelf, path, FALSE, &error);
  bench_check (error);

  start = bench_now ();
  source = daybook_csv_import_source_open (csv->profile, (const char *const *) csv->files, NULL,
                                           &error);
  bench_check (error);
  daybook_import_record (&how, book->dispatcher, source, &result, &error);
  bench_check (error);
  g_assert (result.n_problems == 0 && result.n_recorded > bench->n_entries);

  return bench_now () - start;
}

void
bench_import (Bench *bench)
{
  g_autofree char *path = g_build_filename (bench->folder, "import.daybook", NULL);
  g_autofree char *copy = g_build_filename (bench->folder, "raw.sqlite", NULL);
  g_autofree char *work = g_strdup_printf ("import %" G_GUINT64_FORMAT " entries from CSV",
                                           bench->n_entries);
  Csv csv = { 0 };
  double seconds;

  write_csv (bench, &csv);
  seconds = import (bench, path, &csv);
  bench_compare (bench, work, seconds, "raw inserts of the same rows",
                 bench_raw_insert (path, copy), 2);

  for (guint i = 0; i < G_N_ELEMENTS (csv.files); i++)
    g_free (csv.files[i]);
  g_free (csv.profile);
}

/* A withdrawal of more than there is: decided like any other, and nothing is written. */
static double
decide (DaybookOpenBook *book,
        guint            account)
{
  DaybookAccountNumber number;
  DaybookWithdraw withdraw = { .command = { &daybook_withdraw }, .from = number.digits,
                               .amount = { 1000000000, 0 } };
  g_autoptr (DaybookReceipt) receipt = NULL;
  g_autoptr (GError) error = NULL;
  double start, seconds;

  daybook_account_number_new (account, &number);
  start = bench_now ();
  receipt = daybook_dispatcher_execute (book->dispatcher, &withdraw.command, NULL, &error);
  seconds = bench_now () - start;
  g_assert (g_error_matches (error, DAYBOOK_REFUSAL, DAYBOOK_REFUSAL_INSUFFICIENT_FUNDS));

  return seconds;
}

static DaybookOpenBook *
open_facts (Bench      *bench,
            const char *path)
{
  g_autoptr (GError) error = NULL;
  DaybookOpenBook *book = daybook_bookshelf_open_facts (bench->shelf, path, FALSE, &error);

  bench_check (error);
  return book;
}

static double
decide_first (Bench      *bench,
              const char *path,
              guint       account)
{
  g_autoptr (DaybookOpenBook) book = open_facts (bench, path);

  return decide (book, account);
}

static void
compare_decisions (Bench      *bench,
                   guint       account,
                   const char *when,
                   GArray     *times,
                   GArray     *shortest)
{
  g_autofree char *work = g_strdup_printf ("decide on an account with %" G_GUINT64_FORMAT
                                           " entries, %s", bench_depth (bench, account), when);

  bench_compare (bench, work, bench_times_get (times, 0.5), "with 1 entry",
                 bench_times_get (shortest, 0.5), 1.2);
}

void
bench_decide (Bench *bench)
{
  static const guint accounts[] = { BENCH_DEPTH_1, BENCH_DEPTH_1_000, BENCH_DEPTH_100_000 };
  g_autofree char *path = bench_deep_book (bench);
  g_autoptr (DaybookOpenBook) book = open_facts (bench, path);
  GArray *first[3], *again[3];

  for (guint i = 0; i < 3; i++)
    {
      first[i] = bench_times_new ();
      again[i] = bench_times_new ();
      decide (book, accounts[i]);
      decide_first (bench, path, accounts[i]);
    }
  for (guint round = 0; round < 1000; round++)
    for (guint i = 0; i < 3; i++)
      bench_times_add (again[i], decide (book, accounts[i]));
  for (guint round = 0; round < 11; round++)
    for (guint i = 0; i < 3; i++)
      bench_times_add (first[i], decide_first (bench, path, accounts[i]));

  for (guint i = 1; i < 3; i++)
    {
      compare_decisions (bench, accounts[i], "once more", again[i], again[0]);
      compare_decisions (bench, accounts[i], "for the first time", first[i], first[0]);
    }
  for (guint i = 0; i < 3; i++)
    {
      g_array_unref (first[i]);
      g_array_unref (again[i]);
    }
}
