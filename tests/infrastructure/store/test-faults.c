/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The disk fails: a day at a desk (session.c) is counted once, change by change. Then it is played
 * again for every change: that one fails, as by a full disk or as by an error of the device, once
 * or from then on until somebody has seen to it. Each time the failure is said by its name, nothing
 * is half there, the book can be read all the while, and the same desk works on as soon as the disk
 * does. The read model is treated likewise.
 *
 * A part of the combinations is played each time, others the next; `-m thorough` plays all. */

#include <sqlite3.h>
#include <string.h>

#include "fault-vfs.h"
#include "reading.h"
#include "session.h"
#include "store-error.h"

static const FaultKind kinds[] = { FAULT_WRITE, FAULT_SYNC, FAULT_TRUNCATE, FAULT_DELETE };

static const struct
{
  int sqlite;
  DaybookStoreError code;
} codes[] = {
  { SQLITE_IOERR, DAYBOOK_STORE_ERROR_IO }, { SQLITE_FULL, DAYBOOK_STORE_ERROR_FULL },
};

/* What happens without faults. */
typedef struct
{
  guint n_changes[G_N_ELEMENTS (kinds)];
  guint64 n_entries;
  guint n_played;
  guint n_told;
  guint draw;
} Fixture;

static void
count_change (const FaultChange *change,
              gpointer           data)
{
  Fixture *f = data;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    f->n_changes[i] += kinds[i] == change->kind;
}

static void
set_up (Fixture       *f,
        gconstpointer  data)
{
  g_autoptr (Session) session = session_new ();
  g_autoptr (GError) error = NULL;

  f->draw = (guint) g_test_rand_int_range (0, 2);
  fault_vfs_watch (count_change, f);
  for (guint i = 0; i < session_n_steps; i++)
    {
      session_run (session, i, &error);
      g_assert_no_error (error);
    }
  fault_vfs_watch (NULL, NULL);

  g_assert_true (session_open (session, &error));
  daybook_event_store_get_head (session->store, &f->n_entries, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture       *f,
           gconstpointer  data)
{
}

static void
tell (const Fixture *f)
{
  g_test_message ("%u writes, %u syncs, %u truncations, %u deletions failed in %u days, of which"
                  " %u had a failure to tell", f->n_changes[0], f->n_changes[1], f->n_changes[2],
                  f->n_changes[3], f->n_played, f->n_told);
}

/* Of each change, a device's error and a full disk are tried; the one once and the other for long,
 * or the other way round. */
static gboolean
is_drawn (Fixture *f,
          guint    nth,
          guint    code,
          guint    once)
{
  return g_test_thorough () || (nth + code + once + f->draw) % 2 == 0;
}

/* From where to go on when @step has failed: its unit of work is gone as a whole. */
static guint
give_up (Session *session,
         guint    step)
{
  guint begin = step;

  if (session_acknowledged_by (step) == step && session_steps[step].kind != SESSION_COMMIT)
    return step;

  while (session_steps[begin].kind != SESSION_BEGIN)
    begin--;
  if (session_steps[step].kind != SESSION_COMMIT)
    daybook_dispatcher_rollback (session->dispatcher);
  return begin;
}

/* While the disk fails, what is in the book can be read, and is sound; a book that could not be
 * made is not there at all. */
static void
check_failing (Session *session,
               guint    step)
{
  if (session_steps[step].kind == SESSION_CREATE)
    g_assert_cmpuint (session_count_files (session), ==, 0);
  if (session->store != NULL)
    session_check_sound (session->store);
}

/* Runs the script to its end on a disk that fails. When it has, each step is tried once more while
 * it does, and again when it does not. */
static void
play (Fixture           *f,
      Session           *session,
      DaybookStoreError  expected)
{
  guint n_failures = 0;

  for (guint i = 0; i < session_n_steps; i++)
    {
      g_autoptr (GError) error = NULL;

      if (session_run (session, i, &error))
        continue;

      /* Nothing fails but for the fault. */
      if (fault_vfs_count_struck () == 0)
        g_assert_no_error (error);
      g_assert_error (error, DAYBOOK_STORE_ERROR, (int) expected);
      check_failing (session, i);
      i = give_up (session, i) - 1;
      if (++n_failures == 2)
        fault_vfs_disarm ();
      g_assert_cmpuint (n_failures, <=, 2);
    }

  f->n_told += n_failures > 0;
}

static void
fail_at (Fixture           *f,
         FaultKind          kind,
         guint              nth,
         int                sqlite,
         DaybookStoreError  expected,
         gboolean           once)
{
  g_autoptr (Session) session = session_new ();
  g_autoptr (GPtrArray) receipts = NULL;
  g_autoptr (GError) error = NULL;

  fault_vfs_arm_kinds (kind, (int) nth, sqlite, once);
  play (f, session, expected);
  g_assert_true (fault_vfs_disarm ());
  f->n_played++;

  session_open (session, &error);
  g_assert_no_error (error);
  session_check_sound (session->store);
  receipts = session_take_receipts (session);
  session_check_again (session, session_n_steps, receipts, f->n_entries);
}

static void
test_the_disk_fails_anywhere (Fixture       *f,
                              gconstpointer  data)
{
  for (guint kind = 0; kind < G_N_ELEMENTS (kinds); kind++)
    {
      g_assert_cmpuint (f->n_changes[kind], >, 0);

      for (guint nth = 0; nth < f->n_changes[kind]; nth++)
        for (guint code = 0; code < G_N_ELEMENTS (codes); code++)
          for (guint once = 0; once < 2; once++)
            if (is_drawn (f, nth, code, once))
              fail_at (f, kinds[kind], nth, codes[code].sqlite, codes[code].code, once);
    }

  tell (f);
}

static void
count_reading (Fixture  *f,
               char    **figures)
{
  g_autoptr (Reading) reading = reading_new ();
  g_autoptr (GError) error = NULL;

  fault_vfs_watch (count_change, f);
  for (guint i = 0; i < READING_N_STEPS; i++)
    {
      reading_run (reading, i, &error);
      g_assert_no_error (error);
    }
  fault_vfs_watch (NULL, NULL);

  *figures = reading_dup_figures (reading->path, reading->store);
}

/* Each step is tried again when the disk works again, at the same desk. */
static void
fail_reading_at (Fixture    *f,
                 guint       kind,
                 guint       nth,
                 guint       code,
                 gboolean    once,
                 const char *figures)
{
  g_autoptr (Reading) reading = reading_new ();
  g_autofree char *again = NULL;
  gboolean told = FALSE;

  fault_vfs_arm_kinds (kinds[kind], (int) nth, codes[code].sqlite, once);
  for (guint i = 0; i < READING_N_STEPS; i++)
    {
      g_autoptr (GError) error = NULL;

      if (reading_run (reading, i, &error))
        continue;

      if (fault_vfs_count_struck () == 0 || told)
        g_assert_no_error (error);
      g_assert_error (error, DAYBOOK_STORE_ERROR, (int) codes[code].code);
      fault_vfs_disarm ();
      told = TRUE;
      i--;
    }
  g_assert_true (fault_vfs_disarm ());

  again = reading_dup_figures (reading->path, reading->store);
  g_assert_cmpstr (again, ==, figures);
  f->n_played++;
  f->n_told += told;
}

static void
test_the_disk_fails_under_the_read_model (Fixture       *f,
                                          gconstpointer  data)
{
  g_autofree char *figures = NULL;

  memset (f->n_changes, 0, sizeof f->n_changes);
  count_reading (f, &figures);
  for (guint kind = 0; kind < G_N_ELEMENTS (kinds); kind++)
    for (guint nth = 0; nth < f->n_changes[kind]; nth++)
      for (guint code = 0; code < G_N_ELEMENTS (codes); code++)
        for (guint once = 0; once < 2; once++)
          if (is_drawn (f, nth, code, once))
            fail_reading_at (f, kind, nth, code, once, figures);

  tell (f);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  fault_vfs_register ();
  fault_vfs_skip_disk ();

  g_test_add ("/faults/the-disk-fails-anywhere", Fixture, NULL, set_up,
              test_the_disk_fails_anywhere, tear_down);
  g_test_add ("/faults/the-disk-fails-under-the-read-model", Fixture, NULL, set_up,
              test_the_disk_fails_under_the_read_model, tear_down);

  return g_test_run ();
}
