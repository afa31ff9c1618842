/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the tests of the classic defects have in common: a small book, and what it says. */

#include "fixture.h"

#include <glib/gstdio.h>
#include <sqlite3.h>

#include "repository.h"

void
set_up (Fixture       *f,
        gconstpointer  in_memory)
{
  f->folder = g_dir_make_tmp ("daybook-XXXXXX", NULL);
  f->clock = daybook_test_clock_new ("2026-11-23T12:00:00Z");
  f->world = world_new ("world", f->folder, in_memory != NULL, f->clock);
}

void
tear_down (Fixture       *f,
           gconstpointer  in_memory)
{
  world_free (f->world);
  g_assert_cmpint (g_rmdir (f->folder), ==, 0);
  g_free (f->folder);
  g_object_unref (f->clock);
}

/* make_ask ("deposit", "to", JOHN, "amount", "100", NULL) */
Ask *
make_ask (const char *verb,
          ...)
{
  Ask *ask = ask_new (verb);
  va_list args;
  const char *name;

  va_start (args, verb);
  while ((name = va_arg (args, const char *)) != NULL)
    ask_take (ask, name, g_strdup (va_arg (args, const char *)));
  va_end (args);

  return ask;
}

/* Asks at @desk and takes @ask over; gives the number of the entry. */
guint64
recorded (Fixture *f,
          guint    desk,
          Ask     *ask)
{
  g_autoptr (Ask) owned = ask;
  g_auto (Outcome) outcome = { 0 };

  desk_ask (&f->world->desks[desk], "anne", ask, &outcome);
  g_assert_no_error (outcome.error);
  return outcome.receipt->first;
}

/* John and Mary have an account each, with 100.00 in John's. */
void
given_accounts (Fixture *f)
{
  recorded (f, 0, make_ask ("start", "name", "Test", "currency", "EUR", NULL));
  recorded (f, 0, make_ask ("register", "username", "john", "name", "John Smith", NULL));
  recorded (f, 0, make_ask ("register", "username", "mary", "name", "Mary Jones", NULL));
  recorded (f, 0, make_ask ("open", "holder", "john", NULL));
  recorded (f, 0, make_ask ("open", "holder", "mary", NULL));
  recorded (f, 0, make_ask ("deposit", "to", JOHN, "amount", "100", NULL));
}

guint64
head (Fixture *f)
{
  guint64 position;

  g_assert_true (daybook_event_store_get_head (f->world->desks[1].store, &position, NULL));
  return position;
}

guint64
version (Fixture           *f,
         DaybookStreamKind  kind,
         const char        *key)
{
  guint64 result;

  g_assert_true (daybook_event_store_get_version (f->world->desks[1].store, kind, key, &result,
                                                  NULL));
  return result;
}

/* What decides: an account's balance, folded from nothing. */
gint64
balance (Fixture    *f,
         const char *number)
{
  g_autoptr (DaybookRepository) repository = daybook_repository_new (f->world->desks[1].store);
  DaybookAccountNumber key = { 0 };
  g_autoptr (GError) error = NULL;
  const DaybookAccount *account;
  guint64 unused;

  g_strlcpy (key.digits, number, sizeof key.digits);
  account = daybook_account_states_get (daybook_repository_get_accounts (repository), &key, &unused,
                                        &error);
  g_assert_no_error (error);
  return account->balance;
}

/* What people read: an account's balance in the read model. */
gint64
shown_balance (Fixture *f,
               guint32  account)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DaybookAccountFigures) figures = daybook_read_model_get_account (f->world->model,
                                                                              account, &error);

  g_assert_no_error (error);
  return figures->balance;
}

void
check_same_from_nothing (Fixture *f)
{
  g_autofree char *live = world_dump_live (f->world);
  g_autofree char *rebuilt = world_dump_rebuilt (f->world);

  g_assert_cmpstr (live, ==, rebuilt);
}

/* Runs SQL as somebody would who has the file and the sqlite3 program. */
void
tamper (const char *path,
        const char *sql)
{
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
}

void
add_in_memory (const char *name,
               TestFunc    func)
{
  g_autofree char *path = g_strdup_printf ("/defects/memory/%s", name);

  g_test_add (path, Fixture, "in memory", set_up, func, tear_down);
}

void
add_in_file (const char *name,
             TestFunc    func)
{
  g_autofree char *path = g_strdup_printf ("/defects/sqlite/%s", name);

  g_test_add (path, Fixture, NULL, set_up, func, tear_down);
}

void
add (const char *name,
     TestFunc    func)
{
  add_in_memory (name, func);
  add_in_file (name, func);
}
