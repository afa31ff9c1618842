/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Undo (rule 29): what the forms of a window recorded, one thing after the other, and nothing that
 * others did. */

#include "fixture.h"

#include <string.h>


/* What is said while something is undone. */
typedef struct
{
  Watch recorded;
  Watch refused;
  Watch can_undo;
} Undo;

static void
undo_begin (Undo    *undo,
            Fixture *fixture)
{
  watch_sentence (&undo->recorded, fixture->book, "recorded");
  watch_sentence (&undo->refused, fixture->book, "refused");
  watch_property (&undo->can_undo, fixture->book, "can-undo");
}

static void
undo_end (Undo *undo)
{
  watch_end (&undo->recorded);
  watch_end (&undo->refused);
  watch_end (&undo->can_undo);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Undo, undo_end)

static DaybookCommandFormViewModel *
new_form (Fixture    *fixture,
          const char *command,
          guint64     entry)
{
  DaybookSubject subject = { .account = 1, .person = 1, .entry = entry };

  return daybook_book_view_model_new_command_form (fixture->book, command, &subject);
}

/* Records what was typed. Takes the form, and gives by what it can be undone. */
static guint64
record (Fixture                     *fixture,
        DaybookCommandFormViewModel *form)
{
  g_auto (Watch) recorded = { 0 };

  watch_sentence (&recorded, fixture->book, "recorded");
  wait_until (form, "can-confirm", TRUE);
  daybook_form_view_model_confirm (DAYBOOK_FORM_VIEW_MODEL (form));
  watch_wait (&recorded, 1);
  g_assert_cmpuint (recorded.entry == 0, ==,
                    daybook_form_view_model_get_receipt (DAYBOOK_FORM_VIEW_MODEL (form))->opposite
                      == NULL);
  g_object_unref (form);

  return recorded.entry;
}

static guint64
rename_account (Fixture    *fixture,
                const char *name)
{
  DaybookCommandFormViewModel *form = new_form (fixture, "rename", 0);

  type (form, "name", name);
  return record (fixture, form);
}

static guint64
deposit (Fixture    *fixture,
         const char *amount)
{
  g_autoptr (DaybookMoneyFormViewModel) form =
    daybook_book_view_model_new_money_form (fixture->book, DAYBOOK_MONEY_DEPOSIT, 1);
  g_auto (Watch) recorded = { 0 };

  watch_sentence (&recorded, fixture->book, "recorded");
  type (form, "amount", amount);
  daybook_form_view_model_confirm (DAYBOOK_FORM_VIEW_MODEL (form));
  watch_wait (&recorded, 1);

  return recorded.entry;
}

/* What each undoing leads to, the last first, whatever it was. */
static void
test_the_last_first (Fixture       *fixture,
                     gconstpointer  data)
{
  DaybookCommandFormViewModel *limits;
  DaybookAccountViewModel *account;
  g_auto (Undo) undo = { 0 };

  given_textbook (fixture);
  rename_account (fixture, "Holiday");
  deposit (fixture, "20");
  limits = new_form (fixture, "limits", 0);
  type (limits, "minimum", "5");
  record (fixture, limits);
  account = daybook_book_view_model_open_account (fixture->book, 1);
  assert_euros (account, "available", 11500);

  undo_begin (&undo, fixture);
  daybook_book_view_model_undo (fixture->book);
  watch_wait (&undo.recorded, 1);
  assert_euros (account, "available", 12000);
  assert_euros (account, "balance", 12000);
  g_assert_cmpuint (undo.recorded.entry, ==, 0);

  daybook_book_view_model_undo (fixture->book);
  watch_wait (&undo.recorded, 2);
  assert_euros (account, "balance", 10000);
  g_assert_true (flag_of (fixture->book, "can-undo"));

  daybook_book_view_model_undo (fixture->book);
  watch_wait (&undo.recorded, 3);
  assert_item (fixture->book, "accounts", 0, "title", "John Smith");
  g_assert_false (flag_of (fixture->book, "can-undo"));

  /* Off and on again for each but the last. */
  g_assert_cmpuint (undo.can_undo.count, ==, 5);
  g_assert_cmpuint (undo.refused.count, ==, 0);
  g_assert_finalize_object (account);
}

/* The button of a toast: just what it tells of. */
static void
test_one_of_several (Fixture       *fixture,
                     gconstpointer  data)
{
  g_auto (Undo) undo = { 0 };
  guint64 renamed;

  given_textbook (fixture);
  renamed = rename_account (fixture, "Holiday");
  deposit (fixture, "20");
  undo_begin (&undo, fixture);

  daybook_book_view_model_undo_entry (fixture->book, renamed);
  watch_wait (&undo.recorded, 1);
  assert_item (fixture->book, "accounts", 0, "title", "John Smith");

  /* It is gone; what came after it is still there. */
  daybook_book_view_model_undo_entry (fixture->book, renamed);
  settle (fixture);
  g_assert_cmpuint (undo.recorded.count, ==, 1);
  daybook_book_view_model_undo (fixture->book);
  watch_wait (&undo.recorded, 2);
  g_assert_nonnull (strstr (undo.recorded.sentence, "reversed"));
  g_assert_false (flag_of (fixture->book, "can-undo"));
  g_assert_cmpuint (undo.refused.count, ==, 0);
}

/* While one thing is being undone, nothing else is. */
static void
test_one_at_a_time (Fixture       *fixture,
                    gconstpointer  data)
{
  g_auto (Undo) undo = { 0 };

  given_textbook (fixture);
  rename_account (fixture, "Holiday");
  rename_account (fixture, "Summer");
  undo_begin (&undo, fixture);

  daybook_book_view_model_undo (fixture->book);
  g_assert_false (flag_of (fixture->book, "can-undo"));
  daybook_book_view_model_undo (fixture->book);
  watch_wait (&undo.recorded, 1);
  settle (fixture);
  g_assert_cmpuint (undo.recorded.count, ==, 1);
  assert_item (fixture->book, "accounts", 0, "title", "Holiday");
  g_assert_true (flag_of (fixture->book, "can-undo"));
}

/* Somebody else has changed it meanwhile: that stays; what was before it can still be undone. */
static void
test_what_others_did_stays (Fixture       *fixture,
                            gconstpointer  data)
{
  g_autofree char *expected =
    sentence_for (DAYBOOK_REFUSAL_CHANGED_SINCE, &(DaybookFigures) { 0 });
  g_auto (Undo) undo = { 0 };

  given_textbook (fixture);
  deposit (fixture, "20");
  rename_account (fixture, "Holiday");
  given_name (fixture, "john", "Summer");
  undo_begin (&undo, fixture);

  daybook_book_view_model_undo (fixture->book);
  watch_wait (&undo.refused, 1);
  g_assert_cmpstr (undo.refused.sentence, ==, expected);
  assert_item (fixture->book, "accounts", 0, "title", "Summer");
  g_assert_true (flag_of (fixture->book, "can-undo"));

  daybook_book_view_model_undo (fixture->book);
  watch_wait (&undo.recorded, 1);
  g_assert_nonnull (strstr (undo.recorded.sentence, "reversed"));
  g_assert_false (flag_of (fixture->book, "can-undo"));
}

/* Refused for now: it stays until it can be. */
static void
test_refused_for_now (Fixture       *fixture,
                      gconstpointer  data)
{
  DaybookOpenAccountFormViewModel *form;
  g_auto (Undo) undo = { 0 };
  g_auto (Watch) opened = { 0 };

  given_textbook (fixture);
  form = daybook_book_view_model_new_open_account_form (fixture->book, 2);
  watch_sentence (&opened, fixture->book, "recorded");
  wait_until (form, "can-confirm", TRUE);
  daybook_form_view_model_confirm (DAYBOOK_FORM_VIEW_MODEL (form));
  watch_wait (&opened, 1);
  g_object_unref (form);
  given_deposit (fixture, "0000000389", "1.00", NULL);
  undo_begin (&undo, fixture);

  daybook_book_view_model_undo (fixture->book);
  watch_wait (&undo.refused, 1);
  g_assert_nonnull (strstr (undo.refused.sentence, "1.00"));
  g_assert_true (flag_of (fixture->book, "can-undo"));
  g_assert_cmpuint (undo.can_undo.count, ==, 2);
}

/* What undoes a command is told, but is nothing to undo. */
static void
test_undoing_is_not_undone (Fixture       *fixture,
                            gconstpointer  data)
{
  g_auto (Undo) undo = { 0 };

  given_textbook (fixture);
  rename_account (fixture, "Holiday");
  undo_begin (&undo, fixture);
  daybook_book_view_model_undo (fixture->book);
  watch_wait (&undo.recorded, 1);
  g_assert_cmpuint (undo.recorded.entry, ==, 0);
  g_assert_false (flag_of (fixture->book, "can-undo"));

  daybook_book_view_model_undo (fixture->book);
  settle (fixture);
  g_assert_cmpuint (undo.recorded.count, ==, 1);
}

/* An account that is closed with its money paid out: both are told, and neither is undone, since
 * opening it again would leave the money where it is. */
static void
test_paid_out (Fixture       *fixture,
               gconstpointer  data)
{
  g_auto (Watch) recorded = { 0 };

  given_textbook (fixture);
  watch_sentence (&recorded, fixture->book, "recorded");
  g_assert_cmpuint (record (fixture, new_form (fixture, "close", 0)), ==, 0);
  g_assert_cmpstr (recorded.sentence, ==,
                   "100.00 EUR withdrawn from John Smith's account. "
                   "Account 0000\u00a00001\u00a095 (John Smith) closed");
  g_assert_false (flag_of (fixture->book, "can-undo"));
}

/* A correction is told by what is right now, and corrected back. */
static void
test_corrected (Fixture       *fixture,
                gconstpointer  data)
{
  DaybookCommandFormViewModel *form;
  DaybookAccountViewModel *account;
  g_auto (Watch) recorded = { 0 };
  guint64 entry;

  given_textbook (fixture);
  entry = given_deposit (fixture, "john", "20.00", NULL);
  form = new_form (fixture, "correct", entry);
  type (form, "amount", "2");
  type (form, "reason", "typo");
  watch_sentence (&recorded, fixture->book, "recorded");
  record (fixture, form);
  g_assert_nonnull (strstr (recorded.sentence, "In place of entry"));
  g_assert_null (strstr (recorded.sentence, "reversed"));
  account = daybook_book_view_model_open_account (fixture->book, 1);
  assert_euros (account, "balance", 10200);

  daybook_book_view_model_undo (fixture->book);
  watch_wait (&recorded, 2);
  assert_euros (account, "balance", 12000);
  g_assert_finalize_object (account);
}

static void
add (const char *name,
     void      (*test) (Fixture *, gconstpointer))
{
  g_autofree char *path = g_strdup_printf ("/undo/%s", name);

  g_test_add (path, Fixture, NULL, fixture_set_up, test, fixture_tear_down);
}

int
main (int    argc,
      char **argv)
{
  fixture_init (&argc, &argv);

  add ("the-last-first", test_the_last_first);
  add ("one-of-several", test_one_of_several);
  add ("one-at-a-time", test_one_at_a_time);
  add ("what-others-did-stays", test_what_others_did_stays);
  add ("refused-for-now", test_refused_for_now);
  add ("undoing-is-not-undone", test_undoing_is_not_undone);
  add ("paid-out", test_paid_out);
  add ("corrected", test_corrected);

  return fixture_run ();
}
