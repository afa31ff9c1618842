/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A day at a desk, to be interrupted: a book is made, opened, written in by single commands and
 * by units of work, checkpointed, closed and opened again. Every command has its id, so that after
 * whatever went wrong the whole day can be asked for once more; then each command must be there
 * exactly once, and what had been acknowledged must be what it was. */

#include "session.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#include "accounts/account-commands.h"
#include "books/book-records.h"
#include "people/person-records.h"
#include "store/sqlite-store.h"
#include "surroundings.h"

#define JOHN ((char *) "0000000195")
#define SECOND ((char *) "0000000292")
#define MARY ((char *) "0000000389")
#define FOURTH ((char *) "0000000486")

static const DaybookStart start = { { &daybook_start }, (char *) "Club", { "EUR" }, NULL };
static const DaybookRegister john = { { &daybook_register }, (char *) "john",
                                      (char *) "John Smith", NULL };
static const DaybookRegister mary = { { &daybook_register }, (char *) "mary",
                                      (char *) "Mary Jönes", (char *) "mary@example.org" };
static const DaybookRegister anna = { { &daybook_register }, (char *) "anna",
                                      (char *) "Anna Lee", NULL };
static const DaybookOpen open_john = { .command = { &daybook_open }, .holder = (char *) "john" };
static const DaybookOpen open_mary = { .command = { &daybook_open }, .holder = (char *) "mary",
                                       .reference = (char *) "M-1", .name = (char *) "Holiday" };
static const DaybookOpen open_anna = { .command = { &daybook_open }, .holder = (char *) "anna" };
static const DaybookDeposit some = { .command = { &daybook_deposit }, .to = JOHN,
                                     .amount = { 100, 0 }, .memo = (char *) "für \"Anna\"" };
static const DaybookDeposit more = { .command = { &daybook_deposit }, .to = MARY,
                                     .amount = { 1230, 2 }, .method = DAYBOOK_METHOD_BANK };
static const DaybookDeposit fourth = { .command = { &daybook_deposit }, .to = FOURTH,
                                       .amount = { 1, 0 } };
static const DaybookWithdraw withdraw = { .command = { &daybook_withdraw }, .from = JOHN,
                                          .amount = { 5, 0 } };
static const DaybookTransfer transfer = { .command = { &daybook_transfer }, .from = JOHN,
                                          .to = SECOND, .amount = { 60, 0 } };
static const DaybookReverse reverse = { .command = { &daybook_reverse }, .entry = 8,
                                        .reason = (char *) "a slip" };
static const DaybookDeposit extra = { .command = { &daybook_deposit }, .to = SECOND,
                                      .amount = { 7, 0 } };

const SessionStep session_steps[] = {
  { SESSION_CREATE }, { SESSION_OPEN },
  { SESSION_COMMAND, "start", &start },
  { SESSION_COMMAND, "register-1", &john }, { SESSION_COMMAND, "open-1", &open_john },
  { SESSION_COMMAND, "open-2", &open_john }, { SESSION_COMMAND, "register-2", &mary },
  { SESSION_COMMAND, "open-3", &open_mary }, { SESSION_COMMAND, "deposit-1", &some },
  { SESSION_COMMAND, "deposit-2", &some }, { SESSION_COMMAND, "deposit-3", &more },
  { SESSION_COMMAND, "transfer-1", &transfer }, { SESSION_COMMAND, "withdraw-1", &withdraw },
  { SESSION_COMMAND, "reverse-1", &reverse },
  { SESSION_BEGIN },
  { SESSION_COMMAND, "unit-1", &some }, { SESSION_COMMAND, "unit-2", &more },
  { SESSION_COMMAND, "unit-3", &transfer }, { SESSION_COMMAND, "unit-4", &some },
  { SESSION_COMMIT },
  { SESSION_CHECKPOINT, "RESTART" },
  { SESSION_COMMAND, "deposit-4", &more },
  { SESSION_BEGIN },
  { SESSION_COMMAND, "dropped-1", &open_john }, { SESSION_COMMAND, "dropped-2", &fourth },
  { SESSION_ROLLBACK },
  { SESSION_COMMAND, "register-3", &anna }, { SESSION_COMMAND, "open-4", &open_anna },
  { SESSION_COMMAND, "transfer-2", &transfer },
  { SESSION_CHECKPOINT, "TRUNCATE" },
  { SESSION_COMMAND, "deposit-5", &some },
  { SESSION_CLOSE }, { SESSION_OPEN },
  { SESSION_COMMAND, "deposit-6", &some },
  { SESSION_BEGIN },
  { SESSION_COMMAND, "unit-5", &more }, { SESSION_COMMAND, "unit-6", &withdraw },
  { SESSION_COMMIT },
  { SESSION_COMMAND, "transfer-3", &transfer },
  { SESSION_CLOSE },
};
const guint session_n_steps = G_N_ELEMENTS (session_steps);

static void
free_receipt (gpointer receipt)
{
  if (receipt != NULL)
    daybook_receipt_free (receipt);
}

static GPtrArray *
make_receipts (void)
{
  GPtrArray *receipts = g_ptr_array_new_with_free_func (free_receipt);

  g_ptr_array_set_size (receipts, (int) session_n_steps);
  return receipts;
}

/* Gives (transfer full) what was answered so far; from now on answers are kept anew. */
GPtrArray *
session_take_receipts (Session *self)
{
  GPtrArray *receipts = self->receipts;

  self->receipts = make_receipts ();
  return receipts;
}

/* In a folder of its own that is empty. */
Session *
session_new (void)
{
  Session *self = g_new0 (Session, 1);

  self->folder = g_dir_make_tmp ("daybook-XXXXXX", NULL);
  self->path = g_build_filename (self->folder, "test.daybook", NULL);
  self->receipts = make_receipts ();

  return self;
}

void
session_close (Session *self)
{
  g_clear_object (&self->dispatcher);
  g_clear_object (&self->store);
}

guint
session_count_files (Session *self)
{
  g_autoptr (GDir) dir = g_dir_open (self->folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

void
session_empty_folder (Session *self)
{
  g_autoptr (GDir) dir = g_dir_open (self->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (self->folder, name, NULL);

      g_unlink (file);
    }
}

void
session_free (Session *self)
{
  session_close (self);
  session_empty_folder (self);
  g_rmdir (self->folder);
  g_ptr_array_unref (self->receipts);
  g_free (self->path);
  g_free (self->folder);
  g_free (self);
}

/* No id that an earlier opening can have given out, and the same ones in every run. */
static void
skip_ids (DaybookIdSource *ids,
          guint64          n_entries)
{
  guint8 id[DAYBOOK_ID_SIZE];

  for (guint64 i = 0; i < n_entries * 100; i++)
    daybook_id_source_make (ids, id);
}

gboolean
session_open (Session  *self,
              GError  **error)
{
  g_autoptr (DaybookTestClock) clock = daybook_test_clock_new ("2026-11-23T12:00:00Z");
  g_autoptr (DaybookIdSource) ids = daybook_test_ids_new ();
  guint64 head = 0;

  self->store = daybook_sqlite_store_open (self->path, FALSE, error);
  if (self->store == NULL)
    return FALSE;
  if (!daybook_event_store_get_head (self->store, &head, error))
    {
      g_clear_object (&self->store);
      return FALSE;
    }
  skip_ids (ids, head);

  self->dispatcher = daybook_dispatcher_new (self->store, DAYBOOK_CLOCK (clock), ids);
  return TRUE;
}

/* What Daybook leaves to SQLite's own judgement, at a time of the script's choice. */
static void
checkpoint (Session    *self,
            const char *how)
{
  g_autofree char *sql = g_strdup_printf ("PRAGMA wal_checkpoint (%s)", how);
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (self->path, &db), ==, SQLITE_OK);
  sqlite3_exec (db, "PRAGMA synchronous = FULL", NULL, NULL, NULL);
  sqlite3_exec (db, sql, NULL, NULL, NULL);
  sqlite3_close (db);
}

static gboolean
execute (Session  *self,
         guint     step,
         GError  **error)
{
  DaybookEnvelope envelope = { .command_id = session_steps[step].id, .actor = "tester" };
  DaybookReceipt *receipt = daybook_dispatcher_execute (self->dispatcher,
                                                        session_steps[step].command, &envelope,
                                                        error);

  free_receipt (self->receipts->pdata[step]);
  self->receipts->pdata[step] = receipt;
  return receipt != NULL;
}

/* Gives whether it succeeded. Of a step that did not, nothing is kept. */
gboolean
session_run (Session  *self,
             guint     step,
             GError  **error)
{
  static const guint8 id[DAYBOOK_ID_SIZE] = "a book for tests";

  switch (session_steps[step].kind)
    {
    case SESSION_CREATE:
      return daybook_sqlite_store_create (self->path, id, error);
    case SESSION_OPEN:
      return session_open (self, error);
    case SESSION_COMMAND:
      return execute (self, step, error);
    case SESSION_BEGIN:
      return daybook_dispatcher_begin (self->dispatcher, error);
    case SESSION_COMMIT:
      return daybook_dispatcher_commit (self->dispatcher, error);
    case SESSION_ROLLBACK:
      daybook_dispatcher_rollback (self->dispatcher);
      return TRUE;
    case SESSION_CHECKPOINT:
      checkpoint (self, session_steps[step].id);
      return TRUE;
    case SESSION_CLOSE:
      session_close (self);
      return TRUE;
    default:
      g_assert_not_reached ();
    }
}

/* Gives the step with whose success @step is promised to be kept: itself, or the end of its unit
 * of work. */
guint
session_acknowledged_by (guint step)
{
  gboolean in_unit = FALSE;

  for (guint i = 0; i < step; i++)
    {
      if (session_steps[i].kind == SESSION_BEGIN)
        in_unit = TRUE;
      else if (session_steps[i].kind == SESSION_COMMIT || session_steps[i].kind == SESSION_ROLLBACK)
        in_unit = FALSE;
    }
  if (!in_unit)
    return step;

  while (session_steps[step].kind != SESSION_COMMIT && session_steps[step].kind != SESSION_ROLLBACK)
    step++;
  return session_steps[step].kind == SESSION_COMMIT ? step : SESSION_NEVER;
}

static gboolean
take_hash (const DaybookEntry  *entry,
           guint64              version,
           gpointer             user_data,
           GError             **error)
{
  GArray *hashes = user_data;

  g_assert_cmpuint (entry->position, ==, hashes->len / DAYBOOK_HASH_SIZE + 1);
  g_array_append_vals (hashes, entry->hash, DAYBOOK_HASH_SIZE);
  return TRUE;
}

/* Gives (element-type guint8) the hashes of all entries, one after the other. As they are chained,
 * where one agrees, all that was recorded up to there does. */
GArray *
session_read_hashes (DaybookEventStore *store)
{
  GArray *hashes = g_array_new (FALSE, FALSE, 1);
  g_autoptr (GError) error = NULL;

  daybook_event_store_read_all (store, 0, take_hash, hashes, &error);
  g_assert_no_error (error);
  return hashes;
}

void
session_check_sound (DaybookEventStore *store)
{
  g_autoptr (GError) error = NULL;
  DaybookVerdict verdict;

  daybook_event_store_verify (store, &verdict, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (verdict.flaw, ==, DAYBOOK_FLAW_NONE);
}

static void
deposit_once_more (Session *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DaybookReceipt) receipt = daybook_dispatcher_execute (self->dispatcher,
                                                                   &extra.command, NULL, &error);

  g_assert_no_error (error);
  g_assert_false (receipt->repeated);
}

/* Asks for the whole day again, in an open book where the first @n_done steps had succeeded and
 * were answered with @receipts: what was promised is there and is what it was, the rest is
 * recorded now, and in the end there is exactly what the script says, @n_entries. */
void
session_check_again (Session         *self,
                     guint            n_done,
                     const GPtrArray *receipts,
                     guint64          n_entries)
{
  g_autoptr (GError) error = NULL;
  guint64 head;

  for (guint i = 0; i < session_n_steps; i++)
    {
      const DaybookReceipt *before = receipts->pdata[i];
      SessionKind kind = session_steps[i].kind;

      if (kind != SESSION_COMMAND && kind != SESSION_BEGIN && kind != SESSION_COMMIT &&
          kind != SESSION_ROLLBACK)
        continue;

      session_run (self, i, &error);
      g_assert_no_error (error);
      if (kind == SESSION_COMMAND && session_acknowledged_by (i) < n_done)
        {
          const DaybookReceipt *after = self->receipts->pdata[i];

          g_assert_true (after->repeated);
          g_assert_cmpuint (after->first, ==, before->first);
          g_assert_cmpuint (after->last, ==, before->last);
          g_assert_cmpint (after->recorded_at, ==, before->recorded_at);
        }
      else if (kind == SESSION_COMMAND && session_acknowledged_by (i) == SESSION_NEVER)
        g_assert_false (((DaybookReceipt *) self->receipts->pdata[i])->repeated);
    }

  deposit_once_more (self);
  session_check_sound (self->store);
  daybook_event_store_get_head (self->store, &head, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (head, ==, n_entries + 1);
}
