/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ports/bookshelf.h"
#include "refusal.h"
#include "surroundings.h"
#include "viewmodels.h"

G_BEGIN_DECLS

/**
 * Fixture:
 *
 * A book of files in a folder of its own, open at a desk, on Monday 2026-11-23, in euros. Nobody is
 * registered.
 */
typedef struct
{
  char *folder;
  DaybookTestClock *clock;
  DaybookBookshelf *bookshelf;
  DaybookDesk *desk;
  DaybookBookViewModel *book;
} Fixture;

/* Around main: a home of its own, that is gone afterwards. */
void  fixture_init        (int            *argc,
                           char         ***argv);
int   fixture_run         (void);

void  fixture_set_up      (Fixture        *fixture,
                           gconstpointer   data);
void  fixture_tear_down   (Fixture        *fixture,
                           gconstpointer   data);

/* What happened before: recorded, and known to the read model. Each returns an entry's number. */
guint64 given_person      (Fixture        *fixture,
                           const char     *username,
                           const char     *name);
guint64 given_account     (Fixture        *fixture,
                           const char     *holder,
                           const char     *overdraft,
                           const char     *reference);
guint64 given_deposit     (Fixture        *fixture,
                           const char     *to,
                           const char     *amount,
                           const char     *on);
guint64 given_hold        (Fixture        *fixture,
                           const char     *account,
                           const char     *amount);
guint64 given_username    (Fixture        *fixture,
                           const char     *person,
                           const char     *username);
guint64 given_details     (Fixture        *fixture,
                           const char     *person,
                           const char     *phone,
                           const char     *address,
                           const char     *note);
guint64 given_block       (Fixture        *fixture,
                           const char     *account,
                           const char     *reason);
guint64 given_holder      (Fixture        *fixture,
                           const char     *account,
                           const char     *holder);
guint64 given_name        (Fixture        *fixture,
                           const char     *account,
                           const char     *name);
guint64 given_book_name   (Fixture        *fixture,
                           const char     *name);
guint64 given_closed      (Fixture        *fixture,
                           const char     *account);
guint64 given_command     (Fixture        *fixture,
                           const DaybookCommand *command);
guint64 given             (Fixture        *fixture,
                           const DaybookSchema *command,
                           ...) G_GNUC_NULL_TERMINATED;
void    given_textbook    (Fixture        *fixture);

/* Waiting. */
void  settle              (Fixture        *fixture);
void  wait_until          (gpointer        object,
                           const char     *property,
                           gboolean        value);

/* Looking. */
char *text_of             (gpointer        object,
                           const char     *property);
gboolean flag_of          (gpointer        object,
                           const char     *property);
char *item_text           (gpointer        object,
                           const char     *list,
                           guint           position,
                           const char     *property);
guint length_of           (gpointer        object,
                           const char     *list);
void  type                (gpointer        form,
                           const char     *property,
                           const char     *text);
char *euros               (gint64          cents);
void  assert_help         (gpointer        form,
                           const char     *expected);
char *sentence_for        (DaybookRefusal        code,
                           const DaybookFigures *figures);

DaybookListViewModel *accounts_of (Fixture     *fixture);
DaybookListViewModel *people_of   (Fixture     *fixture);

/* Comparing a property that is a text. */
#define assert_text(object, property, expected) \
  G_STMT_START { \
    g_autofree char *assert_found = text_of ((object), (property)); \
    g_assert_cmpstr (assert_found, ==, (expected)); \
  } G_STMT_END

#define assert_item(object, list, position, property, expected) \
  G_STMT_START { \
    g_autofree char *assert_found = item_text ((object), (list), (position), (property)); \
    g_assert_cmpstr (assert_found, ==, (expected)); \
  } G_STMT_END

#define assert_euros(object, property, cents) \
  G_STMT_START { \
    g_autofree char *assert_expected = euros (cents); \
    assert_text ((object), (property), assert_expected); \
  } G_STMT_END

/* That the sentence of a refusal with these figures stands in that property. */
#define assert_refused(object, property, code, ...) \
  G_STMT_START { \
    g_autofree char *assert_expected = sentence_for ((code), &(DaybookFigures) { __VA_ARGS__ }); \
    assert_text ((object), (property), assert_expected); \
  } G_STMT_END

/**
 * Watch:
 *
 * Counts what an object says: notifications of one property, items-changed of a list, a signal with
 * a sentence.
 */
typedef struct
{
  gpointer object;
  gulong handler;
  guint count;
  guint position;
  guint removed;
  guint added;
  char *sentence;
  guint64 entry;
} Watch;

void watch_property       (Watch          *watch,
                           gpointer        object,
                           const char     *property);
void watch_list           (Watch          *watch,
                           gpointer        object,
                           const char     *list);
void watch_sentence       (Watch          *watch,
                           gpointer        object,
                           const char     *signal);
void watch_end            (Watch          *watch);
void watch_wait           (Watch          *watch,
                           guint           count);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Watch, watch_end)

G_END_DECLS
