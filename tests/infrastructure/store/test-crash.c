/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The power fails: a day at a desk is recorded once, change by change. Then, for every change, the
 * disk is made what it might be if the power had failed there (crash-log.c), and the book is opened
 * as on the next morning. Whatever was acknowledged is there, what is there is whole and in the
 * order in which it was asked for, and work goes on.
 *
 * A sample of states is drawn each time; `-m thorough` draws thirty times as many or more. `--seed`
 * with what the program prints first draws the same again. */

#include <sqlite3.h>
#include <string.h>

#include "crash-log.h"
#include "fault-vfs.h"
#include "reading.h"
#include "session.h"
#include "store-error.h"

/* States for each change, and for each sync. */
#define PER_CHANGE (g_test_thorough () ? 60 : 2)
#define PER_SYNC (g_test_thorough () ? 240 : 4)

/* @done_at: by step, how many changes had been made when it had succeeded */
typedef struct
{
  Session *session;
  CrashLog *log;
  guint *done_at;
  GArray *hashes;
  guint n_created;
  guint n_uncreated;
} Fixture;

static void
set_up (Fixture       *f,
        gconstpointer  data)
{
  g_autoptr (Session) again = NULL;
  g_autoptr (GError) error = NULL;

  f->session = session_new ();
  f->done_at = g_new (guint, session_n_steps);
  f->log = crash_log_start ("test.daybook");
  for (guint i = 0; i < session_n_steps; i++)
    {
      session_run (f->session, i, &error);
      g_assert_no_error (error);
      f->done_at[i] = crash_log_get_length (f->log);
    }
  crash_log_stop (f->log);

  g_assert_true (session_open (f->session, &error));
  session_check_sound (f->session->store);
  f->hashes = session_read_hashes (f->session->store);
  session_close (f->session);
}

static void
tear_down (Fixture       *f,
           gconstpointer  data)
{
  g_array_unref (f->hashes);
  g_free (f->done_at);
  crash_log_free (f->log);
  session_free (f->session);
}

/* The number of the last entry that step promises; 0 if it promises none. */
static guint64
last_entry (Fixture *f,
            guint    step)
{
  guint64 last = 0;

  for (guint i = 0; i < session_n_steps; i++)
    if (session_steps[i].kind == SESSION_COMMAND && session_acknowledged_by (i) == step)
      last = ((DaybookReceipt *) f->session->receipts->pdata[i])->last;
  return last;
}

/* What is there is a beginning of what was recorded: all that was acknowledged when the power
 * failed, and at most the one command or unit of work that was under way. */
static void
check_beginning (Fixture           *f,
                 DaybookEventStore *store,
                 guint              n_done)
{
  g_autoptr (GArray) hashes = session_read_hashes (store);
  guint64 n = hashes->len / DAYBOOK_HASH_SIZE;
  guint64 acknowledged = 0;

  for (guint i = 0; i < n_done; i++)
    acknowledged = MAX (acknowledged, last_entry (f, i));

  g_assert_cmpuint (hashes->len, <=, f->hashes->len);
  g_assert_true (hashes->len == 0 ||
                 memcmp (hashes->data, f->hashes->data, hashes->len) == 0);
  if (n_done == session_n_steps || n != last_entry (f, n_done))
    g_assert_cmpuint (n, ==, acknowledged);
}

static void
check_state (Fixture *f,
             guint    length)
{
  g_autoptr (Session) morning = session_new ();
  g_autoptr (GError) error = NULL;
  guint n_done = 0;

  while (n_done < session_n_steps && f->done_at[n_done] <= length)
    n_done++;

  crash_log_materialise (f->log, length, morning->folder);
  if (!session_open (morning, &error))
    {
      g_assert_cmpuint (n_done, ==, 0);
      g_assert_true (g_error_matches (error, DAYBOOK_STORE_ERROR, DAYBOOK_STORE_ERROR_NOT_FOUND) ||
                     g_error_matches (error, DAYBOOK_STORE_ERROR, DAYBOOK_STORE_ERROR_NOT_A_BOOK) ||
                     g_error_matches (error, DAYBOOK_STORE_ERROR, DAYBOOK_STORE_ERROR_DAMAGED));
      f->n_uncreated++;
      return;
    }

  session_check_sound (morning->store);
  check_beginning (f, morning->store, n_done);
  session_check_again (morning, n_done, f->session->receipts,
                       f->hashes->len / DAYBOOK_HASH_SIZE);
  f->n_created++;
}

static void
test_the_power_fails_anywhere (Fixture       *f,
                               gconstpointer  data)
{
  guint length = crash_log_get_length (f->log);
  guint n_syncs = 0;

  for (guint i = 0; i <= length; i++)
    {
      gboolean before_sync = i < length && crash_log_is_sync (f->log, i);

      n_syncs += before_sync;
      for (int j = 0; j < (before_sync ? PER_SYNC : PER_CHANGE); j++)
        check_state (f, i);
    }

  g_test_message ("%u changes, %u of them syncs: %u states, %u of them before there was a book",
                  length, n_syncs, f->n_created + f->n_uncreated, f->n_uncreated);
  g_assert_cmpuint (n_syncs, >, 30);
  g_assert_cmpuint (f->n_uncreated, >, 0);
}

/* The read model is promised nothing but that it is right when it is opened next. */
static void
test_the_power_fails_under_the_read_model (void)
{
  g_autoptr (Reading) reading = reading_new ();
  g_autoptr (CrashLog) log = crash_log_start ("test.figures");
  g_autofree char *figures = NULL;
  g_autoptr (GError) error = NULL;
  guint n_states = 0;

  for (guint i = 0; i < READING_N_STEPS; i++)
    {
      reading_run (reading, i, &error);
      g_assert_no_error (error);
    }
  crash_log_stop (log);
  figures = reading_dup_figures (reading->path, reading->store);

  for (guint i = 0; i <= crash_log_get_length (log); i++)
    for (int j = 0; j < PER_CHANGE; j++, n_states++)
      {
        g_autoptr (Reading) next = reading_new ();
        g_autofree char *again = NULL;

        crash_log_materialise (log, i, next->folder);
        again = reading_dup_figures (next->path, reading->store);
        g_assert_cmpstr (again, ==, figures);
      }

  g_test_message ("%u changes, %u states", crash_log_get_length (log), n_states);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  fault_vfs_register ();
  fault_vfs_skip_disk ();

  g_test_add ("/crash/the-power-fails-anywhere", Fixture, NULL, set_up,
              test_the_power_fails_anywhere, tear_down);

  g_test_add_func ("/crash/the-power-fails-under-the-read-model",
                   test_the_power_fails_under_the_read_model);

  return g_test_run ();
}
