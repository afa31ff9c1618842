/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* An account's page: figures, and entries that stay where they are. */

#include <string.h>

#include "accounts/account-commands.h"
#include "accounts/hold-records.h"
#include "accounts/status-records.h"
#include "accounts/terms-records.h"
#include "date-text.h"
#include "fixture.h"
#include "money-text.h"

static char *
plain (gint64 cents)
{
  return daybook_money_text_plain (cents, (DaybookCurrency) { "EUR" });
}

#define assert_plain(account, position, property, cents) \
  G_STMT_START { \
    g_autofree char *assert_amount = plain (cents); \
    assert_item ((account), "entries", (position), (property), assert_amount); \
  } G_STMT_END

static void
assert_position (DaybookAccountViewModel *account,
                 guint                    row,
                 guint64                  position)
{
  g_autoptr (GListModel) entries = NULL;
  g_autoptr (DaybookEntryRow) entry = NULL;

  g_object_get (account, "entries", &entries, NULL);
  entry = g_list_model_get_item (entries, row);
  g_assert_cmpuint (daybook_entry_row_get_position (entry), ==, position);
}

static guint64
transfer (Fixture    *fixture,
          const char *amount)
{
  g_autoptr (DaybookMoneyFormViewModel) form =
    daybook_book_view_model_new_money_form (fixture->book, DAYBOOK_MONEY_TRANSFER, 1);
  g_auto (Watch) done = { 0 };

  watch_sentence (&done, form, "done");
  type (form, "to", "mary");
  type (form, "amount", amount);
  daybook_form_view_model_confirm (DAYBOOK_FORM_VIEW_MODEL (form));
  watch_wait (&done, 1);

  return done.entry;
}

static void
undo (Fixture *fixture,
      guint64  entry)
{
  g_auto (Watch) recorded = { 0 };

  watch_sentence (&recorded, fixture->book, "recorded");
  daybook_book_view_model_undo_entry (fixture->book, entry);
  watch_wait (&recorded, 1);
}

static void
test_figures (Fixture       *fixture,
              gconstpointer  data)
{
  DaybookAccountViewModel *john, *mary;
  g_autofree char *fifty = euros (5000);
  g_autofree char *terms = NULL;

  given_person (fixture, "john", "John Smith");
  given_person (fixture, "mary", "Mary Jones");
  given_account (fixture, "john", "50.00", "1787");
  given_account (fixture, "mary", NULL, NULL);
  given_deposit (fixture, "john", "100.00", NULL);

  john = daybook_book_view_model_open_account (fixture->book, 1);
  assert_text (john, "title", "John Smith");
  assert_text (john, "caption", "0000\u00a00001\u00a095");
  assert_text (john, "holders", "John Smith");
  terms = g_strdup_printf ("Overdraft limit %s · Number in another system: 1787", fifty);
  assert_text (john, "terms", terms);
  assert_euros (john, "balance", 10000);
  assert_euros (john, "available", 15000);
  assert_text (john, "on-hold", "");
  assert_text (john, "notice", "");
  assert_text (john, "authority", "");
  assert_text (john, "holds-title", "");
  assert_text (john, "entries-state", "list");
  g_assert_false (flag_of (john, "is-joint"));
  g_assert_cmpuint (length_of (john, "holds"), ==, 0);
  g_assert_cmpuint (length_of (john, "joint-holders"), ==, 0);

  mary = daybook_book_view_model_open_account (fixture->book, 2);
  assert_text (mary, "terms", "");
  assert_text (mary, "entries-state", "empty");
  g_assert_cmpuint (length_of (mary, "entries"), ==, 0);
  g_assert_finalize_object (john);
  g_assert_finalize_object (mary);
}

/* What is set aside shows in the figures; the entries are what moved money. */
static void
test_on_hold (Fixture       *fixture,
              gconstpointer  data)
{
  DaybookAccountViewModel *john;
  g_auto (Watch) rows = { 0 };

  given_textbook (fixture);
  john = daybook_book_view_model_open_account (fixture->book, 1);
  watch_list (&rows, john, "entries");
  given_hold (fixture, "john", "40");
  settle (fixture);
  assert_euros (john, "balance", 10000);
  assert_euros (john, "on-hold", 4000);
  assert_euros (john, "available", 6000);
  g_assert_cmpuint (length_of (john, "entries"), ==, 1);
  g_assert_cmpuint (rows.count, ==, 0);
  watch_end (&rows);
  g_assert_finalize_object (john);
}

static void
test_overdrawn (Fixture       *fixture,
                gconstpointer  data)
{
  DaybookAccountViewModel *john;

  given_person (fixture, "john", "John Smith");
  given_person (fixture, "mary", "Mary Jones");
  given_account (fixture, "john", "50.00", NULL);
  given_account (fixture, "mary", NULL, NULL);
  john = daybook_book_view_model_open_account (fixture->book, 1);
  transfer (fixture, "20");
  assert_euros (john, "balance", -2000);
  assert_euros (john, "available", 3000);
  g_assert_finalize_object (john);
}

static void
test_entries (Fixture       *fixture,
              gconstpointer  data)
{
  DaybookAccountViewModel *john;
  g_autofree char *line = NULL;

  given_textbook (fixture);
  transfer (fixture, "40");
  john = daybook_book_view_model_open_account (fixture->book, 1);

  g_assert_cmpuint (length_of (john, "entries"), ==, 2);
  assert_position (john, 0, 7);
  assert_item (john, "entries", 0, "money-in", "");
  assert_plain (john, 0, "money-out", 4000);
  assert_plain (john, 0, "balance", 6000);
  line = item_text (john, "entries", 0, "description");
  g_assert_nonnull (strstr (line, "Mary Jones"));
  assert_item (john, "entries", 0, "remark", "");

  assert_position (john, 1, 6);
  assert_plain (john, 1, "money-in", 10000);
  assert_item (john, "entries", 1, "money-out", "");
  assert_plain (john, 1, "balance", 10000);
  g_assert_finalize_object (john);
}

/* An empty row, as a list gives it that cannot read, says nothing and breaks nothing. */
static void
test_empty_rows (void)
{
  static const char *const texts[] = { "date", "description", "money-in", "money-out", "balance",
                                       "remark" };
  g_autoptr (DaybookEntryRow) row = g_object_new (DAYBOOK_TYPE_ENTRY_ROW, NULL);
  g_autoptr (DaybookAccountRow) account = g_object_new (DAYBOOK_TYPE_ACCOUNT_ROW, NULL);
  g_autoptr (DaybookPersonRow) person = g_object_new (DAYBOOK_TYPE_PERSON_ROW, NULL);
  g_autoptr (DaybookDaybookRow) entry = g_object_new (DAYBOOK_TYPE_DAYBOOK_ROW, NULL);
  g_autoptr (DaybookHoldRow) hold = g_object_new (DAYBOOK_TYPE_HOLD_ROW, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    assert_text (row, texts[i], "");
  g_assert_cmpuint (daybook_entry_row_get_position (row), ==, 0);
  assert_text (account, "title", "");
  g_assert_cmpuint (daybook_account_row_get_key (account), ==, 0);
  assert_text (person, "name", "");
  g_assert_cmpuint (daybook_person_row_get_key (person), ==, 0);
  g_assert_cmpstr (daybook_person_row_get_username (person), ==, "");
  assert_text (entry, "sentence", "");
  assert_text (hold, "reason", "");
  g_assert_cmpuint (daybook_hold_row_get_entry (hold), ==, 0);
}

static void
test_deposit_is_added (Fixture       *fixture,
                       gconstpointer  data)
{
  DaybookAccountViewModel *john;
  g_autoptr (GListModel) entries = NULL;
  g_autoptr (GObject) before = NULL;
  g_autoptr (GObject) after = NULL;
  g_auto (Watch) list = { 0 };
  g_auto (Watch) balance = { 0 };
  g_auto (Watch) title = { 0 };

  given_textbook (fixture);
  john = daybook_book_view_model_open_account (fixture->book, 1);
  g_object_get (john, "entries", &entries, NULL);
  before = g_list_model_get_item (entries, 0);
  watch_list (&list, john, "entries");
  watch_property (&balance, john, "balance");
  watch_property (&title, john, "title");

  given_deposit (fixture, "john", "5.00", NULL);
  assert_euros (john, "balance", 10500);
  g_assert_cmpuint (balance.count, ==, 1);
  g_assert_cmpuint (title.count, ==, 0);
  g_assert_cmpuint (list.count, ==, 1);
  g_assert_cmpuint (list.position, ==, 0);
  g_assert_cmpuint (list.removed, ==, 0);
  g_assert_cmpuint (list.added, ==, 1);
  after = g_list_model_get_item (entries, 1);
  g_assert_true (before == after);

  watch_end (&balance);
  watch_end (&title);
  g_assert_finalize_object (john);
}

/* Somebody else's deposit is none of this account's business. */
static void
test_others_do_not_matter (Fixture       *fixture,
                           gconstpointer  data)
{
  DaybookAccountViewModel *mary;
  g_auto (Watch) list = { 0 };
  g_auto (Watch) balance = { 0 };

  given_textbook (fixture);
  mary = daybook_book_view_model_open_account (fixture->book, 2);
  watch_list (&list, mary, "entries");
  watch_property (&balance, mary, "balance");
  given_deposit (fixture, "john", "5.00", NULL);
  given_person (fixture, "ann", "Ann Lee");
  g_assert_cmpuint (list.count, ==, 0);
  g_assert_cmpuint (balance.count, ==, 0);

  watch_end (&balance);
  g_assert_finalize_object (mary);
}

/* Also not when there is much of it: the account's own next entry is still only one more row. */
static void
test_many_of_others (Fixture       *fixture,
                     gconstpointer  data)
{
  DaybookAccountViewModel *mary;
  g_auto (Watch) list = { 0 };

  given_textbook (fixture);
  given_deposit (fixture, "mary", "1.00", NULL);
  mary = daybook_book_view_model_open_account (fixture->book, 2);
  for (guint i = 0; i < 300; i++)
    given_deposit (fixture, "john", "1.00", NULL);

  watch_list (&list, mary, "entries");
  given_deposit (fixture, "mary", "1.00", NULL);
  g_assert_cmpuint (list.count, ==, 1);
  g_assert_cmpuint (list.removed, ==, 0);
  g_assert_cmpuint (list.added, ==, 1);
  g_assert_finalize_object (mary);
}

/* A backdated entry comes in between; every row after it has another balance, those before stay. */
static void
test_backdated (Fixture       *fixture,
                gconstpointer  data)
{
  DaybookAccountViewModel *john;
  g_autoptr (GListModel) entries = NULL;
  g_autoptr (GObject) before = NULL;
  g_autoptr (GObject) after = NULL;
  g_auto (Watch) list = { 0 };

  given_textbook (fixture);
  given_deposit (fixture, "john", "1.00", "2026-02-01");
  given_deposit (fixture, "john", "2.00", "2026-04-01");
  john = daybook_book_view_model_open_account (fixture->book, 1);
  g_object_get (john, "entries", &entries, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (entries), ==, 3);
  assert_plain (john, 0, "balance", 10300);
  before = g_list_model_get_item (entries, 2);
  watch_list (&list, john, "entries");

  given_deposit (fixture, "john", "4.00", "2026-03-01");
  g_assert_cmpuint (list.count, ==, 1);
  g_assert_cmpuint (list.position, ==, 0);
  g_assert_cmpuint (list.removed, ==, 2);
  g_assert_cmpuint (list.added, ==, 3);
  assert_plain (john, 0, "balance", 10700);
  assert_plain (john, 1, "balance", 700);
  assert_plain (john, 2, "balance", 500);
  assert_plain (john, 3, "balance", 100);
  after = g_list_model_get_item (entries, 3);
  g_assert_true (before == after);
  g_assert_finalize_object (john);
}

/* A reversal says so, and so does what it reverses. */
static void
test_reversed (Fixture       *fixture,
               gconstpointer  data)
{
  DaybookAccountViewModel *john, *mary;
  g_autofree char *remark = NULL;
  g_autofree char *line = NULL;
  g_auto (Watch) list = { 0 };
  g_autoptr (GListModel) entries = NULL;
  g_autoptr (DaybookEntryRow) reversal = NULL;
  g_autoptr (DaybookEntryRow) original = NULL;
  guint64 entry;

  given_textbook (fixture);
  entry = transfer (fixture, "40");
  given_deposit (fixture, "john", "1.00", NULL);
  john = daybook_book_view_model_open_account (fixture->book, 1);
  mary = daybook_book_view_model_open_account (fixture->book, 2);
  assert_item (john, "entries", 1, "remark", "");
  watch_list (&list, john, "entries");

  undo (fixture, entry);
  assert_euros (john, "balance", 10100);
  assert_euros (mary, "balance", 0);
  g_assert_cmpuint (list.count, ==, 1);
  g_assert_cmpuint (list.position, ==, 0);
  g_assert_cmpuint (list.removed, ==, 2);
  g_assert_cmpuint (list.added, ==, 3);

  g_object_get (john, "entries", &entries, NULL);
  reversal = g_list_model_get_item (entries, 0);
  original = g_list_model_get_item (entries, 2);
  assert_text (reversal, "remark", "");
  g_assert_cmpuint (daybook_entry_row_get_position (original), ==, entry);
  remark = text_of (original, "remark");
  g_assert_nonnull (strstr (remark, "9"));
  line = text_of (reversal, "description");
  g_assert_cmpstr (line, !=, "");

  g_assert_finalize_object (john);
  g_assert_finalize_object (mary);
}

/* All limits that are set, and no others. */
static void
test_terms (Fixture       *fixture,
            gconstpointer  data)
{
  DaybookChangeLimits limits = { .command = { &daybook_change_limits },
                                 .account = (char *) "john", .minimum = decimal ("10"),
                                 .per_withdrawal = decimal ("20"), .per_day = decimal ("30") };
  DaybookChangeLimits others = { .command = { &daybook_change_limits },
                                 .account = (char *) "john", .minimum = decimal ("0"),
                                 .overdraft = decimal ("40"), .per_day = decimal ("0") };
  DaybookAccountViewModel *john;
  g_autofree char *ten = euros (1000);
  g_autofree char *twenty = euros (2000);
  g_autofree char *thirty = euros (3000);
  g_autofree char *forty = euros (4000);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_auto (Watch) terms = { 0 };

  given_textbook (fixture);
  john = daybook_book_view_model_open_account (fixture->book, 1);
  watch_property (&terms, john, "terms");
  assert_text (john, "terms", "");

  given_command (fixture, &limits.command);
  before = g_strdup_printf ("Minimum balance %s · At most %s per withdrawal · At most %s per day",
                            ten, twenty, thirty);
  assert_text (john, "terms", before);
  given_command (fixture, &others.command);
  after = g_strdup_printf ("Overdraft limit %s · At most %s per withdrawal", forty, twenty);
  assert_text (john, "terms", after);
  g_assert_cmpuint (terms.count, ==, 2);

  given_deposit (fixture, "john", "1.00", NULL);
  g_assert_cmpuint (terms.count, ==, 2);
  watch_end (&terms);
  g_assert_finalize_object (john);
}

/* What is set aside follows the book, and what did not change stays as it is. */
static void
test_holds (Fixture       *fixture,
            gconstpointer  data)
{
  DaybookPlaceHold until = { .command = { &daybook_hold }, .account = (char *) "john",
                             .amount = decimal ("15"), .reason = (char *) "bus trip",
                             .expires = day ("2027-02-01") };
  DaybookRelease release = { .command = { &daybook_release } };
  g_autofree char *since = daybook_date_text_short (day ("2026-11-23"), day ("2026-11-23"));
  g_autofree char *days = g_strdup_printf ("Since %s", since);
  g_autofree char *to = daybook_date_text_short (day ("2027-02-01"), day ("2026-11-23"));
  g_autofree char *from_to = g_strdup_printf ("Since %s, ends on %s", since, to);
  g_autofree char *forty = euros (4000);
  DaybookAccountViewModel *john;
  g_autoptr (GListModel) holds = NULL;
  g_autoptr (DaybookHoldRow) first = NULL;
  g_autoptr (DaybookHoldRow) again = NULL;
  g_auto (Watch) list = { 0 };
  guint64 keys;

  given_textbook (fixture);
  keys = given_hold (fixture, "john", "40");
  john = daybook_book_view_model_open_account (fixture->book, 1);
  g_object_get (john, "holds", &holds, NULL);
  first = g_list_model_get_item (holds, 0);
  g_assert_cmpuint (daybook_hold_row_get_entry (first), ==, keys);
  assert_text (first, "amount", forty);
  assert_text (first, "reason", "keys");
  assert_text (first, "days", days);
  assert_text (john, "holds-title", "1 amount set aside");

  watch_list (&list, john, "holds");
  given_command (fixture, &until.command);
  g_assert_cmpuint (list.count, ==, 1);
  g_assert_cmpuint (list.position, ==, 1);
  g_assert_cmpuint (list.removed, ==, 0);
  g_assert_cmpuint (list.added, ==, 1);
  again = g_list_model_get_item (holds, 0);
  g_assert_true (again == first);
  assert_text (john, "holds-title", "2 amounts set aside");
  assert_euros (john, "on-hold", 5500);

  given_deposit (fixture, "john", "1.00", NULL);
  g_assert_cmpuint (list.count, ==, 1);

  release.entry = keys;
  given_command (fixture, &release.command);
  g_assert_cmpuint (list.count, ==, 2);
  g_assert_cmpuint (list.position, ==, 0);
  g_assert_cmpuint (list.removed, ==, 1);
  g_assert_cmpuint (list.added, ==, 0);
  assert_item (john, "holds", 0, "reason", "bus trip");
  assert_item (john, "holds", 0, "days", from_to);

  release.entry = keys + 1;
  given_command (fixture, &release.command);
  g_assert_cmpuint (length_of (john, "holds"), ==, 0);
  assert_text (john, "holds-title", "");
  assert_text (john, "on-hold", "");
  g_assert_finalize_object (john);
}

static void
test_joint (Fixture       *fixture,
            gconstpointer  data)
{
  DaybookAddHolder add = { .command = { &daybook_add_holder }, .account = (char *) "0000000195",
                           .holder = (char *) "mary", .authority = DAYBOOK_AUTHORITY_ALL };
  DaybookRemoveHolder remove = { .command = { &daybook_remove_holder },
                                 .account = (char *) "0000000195", .holder = (char *) "john" };
  DaybookAccountViewModel *john;
  g_auto (Watch) list = { 0 };

  given_textbook (fixture);
  john = daybook_book_view_model_open_account (fixture->book, 1);
  watch_list (&list, john, "joint-holders");
  given_command (fixture, &add.command);
  g_assert_true (flag_of (john, "is-joint"));
  assert_text (john, "holders", "John Smith, Mary Jones");
  assert_text (john, "authority", "They may withdraw only together");
  g_assert_cmpuint (length_of (john, "joint-holders"), ==, 2);
  assert_item (john, "joint-holders", 0, "name", "John Smith");
  assert_item (john, "joint-holders", 1, "username", "mary");
  g_assert_cmpuint (list.count, ==, 1);

  /* Somebody who takes another username is somebody else to ask for. */
  given_deposit (fixture, "0000000195", "1.00", NULL);
  g_assert_cmpuint (list.count, ==, 1);
  given_username (fixture, "mary", "maria");
  g_assert_cmpuint (list.count, ==, 2);
  assert_item (john, "joint-holders", 1, "username", "maria");

  given_command (fixture, &remove.command);
  g_assert_false (flag_of (john, "is-joint"));
  assert_text (john, "authority", "");
  assert_text (john, "title", "Mary Jones");
  g_assert_cmpuint (length_of (john, "joint-holders"), ==, 0);
  g_assert_finalize_object (john);
}

typedef struct
{
  gboolean deposit, withdraw, change, block, unblock, close, reopen;
} Possible;

static void
assert_possible (DaybookAccountViewModel *account,
                 Possible                 expected)
{
  g_assert_cmpint (flag_of (account, "can-deposit"), ==, expected.deposit);
  g_assert_cmpint (flag_of (account, "can-withdraw"), ==, expected.withdraw);
  g_assert_cmpint (flag_of (account, "can-change"), ==, expected.change);
  g_assert_cmpint (flag_of (account, "can-block"), ==, expected.block);
  g_assert_cmpint (flag_of (account, "can-unblock"), ==, expected.unblock);
  g_assert_cmpint (flag_of (account, "can-close"), ==, expected.close);
  g_assert_cmpint (flag_of (account, "can-reopen"), ==, expected.reopen);
}

static void
block (Fixture     *fixture,
       DaybookSide  side,
       const char  *reason)
{
  DaybookBlock command = { .command = { &daybook_block }, .account = (char *) "john",
                           .side = side, .reason = (char *) reason };

  given_command (fixture, &command.command);
}

static void
unblock (Fixture     *fixture,
         DaybookSide  side)
{
  DaybookUnblock command = { .command = { &daybook_unblock }, .account = (char *) "john",
                             .side = side };

  given_command (fixture, &command.command);
}

static void
test_blocked (Fixture       *fixture,
              gconstpointer  data)
{
  DaybookAccountViewModel *john;

  given_textbook (fixture);
  john = daybook_book_view_model_open_account (fixture->book, 1);
  assert_possible (john, (Possible) { .deposit = TRUE, .withdraw = TRUE, .change = TRUE,
                                      .block = TRUE, .close = TRUE });

  block (fixture, DAYBOOK_SIDE_DEBITS, "lost passbook");
  assert_text (john, "notice", "Blocked: no money goes out of this account. "
                               "Reason: lost passbook");
  assert_possible (john, (Possible) { .deposit = TRUE, .change = TRUE, .block = TRUE,
                                      .unblock = TRUE });
  block (fixture, DAYBOOK_SIDE_CREDITS, "audit");
  assert_text (john, "notice", "Blocked: no money goes out of this account or comes into it. "
                               "Reason for money out: lost passbook. Reason for money in: audit");
  assert_possible (john, (Possible) { .change = TRUE, .unblock = TRUE });
  unblock (fixture, DAYBOOK_SIDE_DEBITS);
  assert_text (john, "notice", "Blocked: no money comes into this account. Reason: audit");
  assert_possible (john, (Possible) { .withdraw = TRUE, .change = TRUE, .block = TRUE,
                                      .unblock = TRUE });
  unblock (fixture, DAYBOOK_SIDE_NONE);
  assert_text (john, "notice", "");
  block (fixture, DAYBOOK_SIDE_BOTH, "audit");
  assert_text (john, "notice", "Blocked: no money goes out of this account or comes into it. "
                               "Reason: audit");
  g_assert_finalize_object (john);
}

static void
test_closed (Fixture       *fixture,
             gconstpointer  data)
{
  DaybookClose close = { .command = { &daybook_close }, .account = (char *) "john",
                         .payout = DAYBOOK_METHOD_CASH };
  DaybookReopen reopen = { .command = { &daybook_reopen }, .account = (char *) "0000000195",
                           .reason = (char *) "came back" };
  g_autofree char *today = daybook_date_text (day ("2026-11-23"));
  g_autofree char *notice = g_strdup_printf ("This account was closed on %s. No money goes out of "
                                             "it or comes into it.", today);
  DaybookAccountViewModel *john;

  given_textbook (fixture);
  john = daybook_book_view_model_open_account (fixture->book, 1);
  given_command (fixture, &close.command);
  assert_text (john, "notice", notice);
  assert_possible (john, (Possible) { .reopen = TRUE });

  given_command (fixture, &reopen.command);
  assert_text (john, "notice", "");
  assert_possible (john, (Possible) { .deposit = TRUE, .withdraw = TRUE, .change = TRUE,
                                      .block = TRUE, .close = TRUE });

  /* What is set aside is in the way, and what is owed. */
  given_deposit (fixture, "john", "40.00", NULL);
  given_hold (fixture, "john", "40");
  g_assert_false (flag_of (john, "can-close"));
  g_assert_finalize_object (john);
}

static void
test_corrected (Fixture       *fixture,
                gconstpointer  data)
{
  DaybookCorrect correct = { .command = { &daybook_correct }, .amount = decimal ("10"),
                             .reason = (char *) "typing error" };
  DaybookAccountViewModel *john;

  given_textbook (fixture);
  correct.entry = given_deposit (fixture, "john", "100.00", NULL);
  john = daybook_book_view_model_open_account (fixture->book, 1);
  assert_item (john, "entries", 0, "remark", "");
  given_command (fixture, &correct.command);

  assert_euros (john, "balance", 11000);
  g_assert_cmpuint (length_of (john, "entries"), ==, 4);
  assert_item (john, "entries", 0, "remark", "");
  assert_item (john, "entries", 1, "remark", "");
  assert_item (john, "entries", 2, "remark", "Corrected by entry 9");
  assert_item (john, "entries", 3, "remark", "");
  g_assert_finalize_object (john);
}

/* More rows than are kept, each where it belongs, also after one more. */
static void
test_many_entries (Fixture       *fixture,
                   gconstpointer  data)
{
  DaybookAccountViewModel *john;
  guint n = 200;

  given_person (fixture, "john", "John Smith");
  given_account (fixture, "john", NULL, NULL);
  john = daybook_book_view_model_open_account (fixture->book, 1);
  for (guint i = 0; i < n; i++)
    given_deposit (fixture, "john", "1.00", NULL);

  g_assert_cmpuint (length_of (john, "entries"), ==, n);
  for (guint i = 0; i < n; i++)
    assert_plain (john, i, "balance", 100 * (n - i));
  given_deposit (fixture, "john", "1.00", NULL);
  for (guint i = 0; i <= n; i += 50)
    assert_plain (john, i, "balance", 100 * (n + 1 - i));
  g_assert_finalize_object (john);
}

/* At every moment that somebody is told of a change: no entry stands there twice, and each balance
 * follows from the one below it. All deposits are of 1.00. */
static void
entries_changed_cb (GListModel *entries,
                    guint       position,
                    guint       removed,
                    guint       added,
                    guint      *n_changes)
{
  guint n = g_list_model_get_n_items (entries);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  (*n_changes)++;
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (DaybookEntryRow) row = g_list_model_get_item (entries, i);
      g_autofree char *balance = text_of (row, "balance");
      g_autofree char *expected = plain (100 * (n - i));
      guint64 entry = daybook_entry_row_get_position (row);

      g_assert_true (g_hash_table_add (seen, GUINT_TO_POINTER (entry)));
      g_assert_cmpstr (balance, ==, expected);
    }
}

static void
ask_for_deposit (Fixture    *fixture,
                 const char *on)
{
  DaybookDeposit command = { .command = { &daybook_deposit }, .to = (char *) "john",
                             .amount = decimal ("1.00"), .on = day (on) };

  daybook_desk_execute_async (fixture->desk, &command.command, NULL, NULL, NULL, NULL);
}

/* The figures may be further than the news that has come so far. */
static void
test_news_come_late (Fixture       *fixture,
                     gconstpointer  data)
{
  DaybookReadModel *read_model = daybook_desk_get_read_model (fixture->desk);
  DaybookAccountViewModel *john;
  g_autoptr (GListModel) entries = NULL;
  guint n_changes = 0;
  guint64 n_entries;
  gulong handler;

  given_person (fixture, "john", "John Smith");
  given_account (fixture, "john", NULL, NULL);
  given_deposit (fixture, "john", "1.00", "2026-02-01");
  given_deposit (fixture, "john", "1.00", "2026-04-01");
  john = daybook_book_view_model_open_account (fixture->book, 1);
  g_object_get (john, "entries", &entries, NULL);
  entries_changed_cb (entries, 0, 0, 0, &n_changes);
  handler = g_signal_connect (entries, "items-changed", G_CALLBACK (entries_changed_cb),
                              &n_changes);

  /* Both are there before the first of them is told. */
  ask_for_deposit (fixture, "2026-05-01");
  ask_for_deposit (fixture, "2026-03-01");
  do
    {
      g_autoptr (DaybookAccountFigures) figures = NULL;

      figures = daybook_read_model_get_account (read_model, 1, NULL);
      n_entries = figures->n_entries;
      g_usleep (1000);
    }
  while (n_entries < 4);

  settle (fixture);
  g_assert_cmpuint (n_changes, >=, 2);
  g_assert_cmpuint (length_of (john, "entries"), ==, 4);
  g_signal_handler_disconnect (entries, handler);
  g_assert_finalize_object (john);
}

static void
add (const char *path,
     void      (*test) (Fixture       *fixture,
                        gconstpointer  data))
{
  g_test_add (path, Fixture, NULL, fixture_set_up, test, fixture_tear_down);
}

int
main (int   argc,
      char *argv[])
{
  fixture_init (&argc, &argv);

  add ("/account/figures", test_figures);
  add ("/account/on-hold", test_on_hold);
  add ("/account/overdrawn", test_overdrawn);
  add ("/account/entries", test_entries);
  g_test_add_func ("/account/empty-rows", test_empty_rows);
  add ("/account/deposit-is-added", test_deposit_is_added);
  add ("/account/others-do-not-matter", test_others_do_not_matter);
  add ("/account/many-of-others", test_many_of_others);
  add ("/account/backdated", test_backdated);
  add ("/account/reversed", test_reversed);
  add ("/account/corrected", test_corrected);
  add ("/account/terms", test_terms);
  add ("/account/holds", test_holds);
  add ("/account/joint", test_joint);
  add ("/account/blocked", test_blocked);
  add ("/account/closed", test_closed);
  add ("/account/many-entries", test_many_entries);
  add ("/account/news-come-late", test_news_come_late);

  return fixture_run ();
}
