/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The directory: what people and accounts become, how they are found then, and who is told. */

#include <string.h>

#include "facts.h"
#include "surroundings.h"

static void
given_accounts (Facts *f)
{
  happened (f, "2026-01-01", "BookStarted", "name", "Test", "currency", "EUR", "decimals", "2",
            "time_zone", "UTC", NULL);
  happened (f, "2026-01-01", "PersonRegistered", "person", "id-john", "username", "john", "name",
            "John Smith", "phone", "0171 555", "address", "1 High Street", "note", "deaf", NULL);
  happened (f, "2026-01-01", "PersonRegistered", "person", "id-mary", "username", "mary", "name",
            "Mary Jones", NULL);
  happened (f, "2026-01-01", "AccountOpened", "account", FIRST, "holder", "id-john", "currency",
            "EUR", "overdraft", "0", "name", "Holiday", NULL);
  happened (f, "2026-01-01", "AccountOpened", "account", SECOND, "holder", "id-mary", "currency",
            "EUR", "overdraft", "5000", NULL);
  facts_catch_up (f, NULL);
}

/* What @search finds: `accounts / people`. */
static void
check_found (Facts      *f,
             const char *search,
             const char *expected)
{
  g_autoptr (GArray) accounts = daybook_read_model_find_accounts (f->model, search, 0, NULL);
  g_autoptr (GArray) people = daybook_read_model_find_people (f->model, search, NULL);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < accounts->len; i++)
    g_string_append_printf (text, "%u ", g_array_index (accounts, guint32, i));
  g_string_append_c (text, '/');
  for (guint i = 0; i < people->len; i++)
    g_string_append_printf (text, " %u", g_array_index (people, guint32, i));
  g_assert_cmpstr (text->str, ==, expected);
}

static char *
list_keys (GArray *keys)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < keys->len; i++)
    g_string_append_printf (text, "%s%u", i > 0 ? " " : "", g_array_index (keys, guint32, i));
  return g_string_free (text, FALSE);
}

static int
add_words (void  *text,
           int    n,
           char **values,
           char **names)
{
  g_string_append_printf (text, "%s|", values[0]);
  return 0;
}

/* By what everybody and everything is found. */
static char *
dump_words (Facts *f)
{
  GString *text = g_string_new (NULL);
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (f->path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "SELECT search FROM people ORDER BY key;"
                                     "SELECT search FROM accounts ORDER BY key", add_words, text,
                                 NULL), ==, SQLITE_OK);
  sqlite3_close (db);

  return g_string_free (text, FALSE);
}

/* What has happened since the last time touches these accounts and people and no others. */
static void
check_touched (Facts      *f,
               const char *accounts,
               const char *people)
{
  g_autoptr (DaybookChanges) changes = daybook_changes_new ();
  g_autofree char *touched_accounts = NULL, *touched_people = NULL;
  g_autofree char *before = dump_words (f), *after = NULL;

  facts_catch_up (f, changes);
  touched_accounts = list_keys (changes->accounts);
  touched_people = list_keys (changes->people);
  g_assert_cmpstr (touched_accounts, ==, accounts);
  g_assert_cmpstr (touched_people, ==, people);
  g_assert_false (changes->everything);
  after = dump_words (f);
  g_assert_cmpint (changes->words, ==, strcmp (before, after) != 0);
}

static void
check_holders (Facts      *f,
               guint32     account,
               const char *holders,
               const char *usernames)
{
  g_autoptr (DaybookAccountFigures) figures = NULL;

  figures = daybook_read_model_get_account (f->model, account, NULL);
  g_assert_cmpstr (figures->holders, ==, holders);
  g_assert_cmpstr (figures->usernames, ==, usernames);
}

static void
test_details (Facts         *f,
              gconstpointer  data)
{
  g_autoptr (DaybookPersonDetails) before = NULL, after = NULL;

  given_accounts (f);
  before = daybook_read_model_get_person (f->model, 1, NULL);
  g_assert_cmpstr (before->phone, ==, "0171 555");
  g_assert_cmpstr (before->address, ==, "1 High Street");
  g_assert_cmpstr (before->note, ==, "deaf");
  check_found (f, "555", "/ 1");

  /* All that is known from now on: what is not said is not known any more. */
  happened (f, "2026-02-01", "PersonalDetailsChanged", "person", "id-john", "name", "Zoë Smythe",
            "email", "zoe@example.org", NULL);
  check_touched (f, "1", "1");
  after = daybook_read_model_get_person (f->model, 1, NULL);
  g_assert_cmpstr (after->name, ==, "Zoë Smythe");
  g_assert_cmpstr (after->email, ==, "zoe@example.org");
  g_assert_cmpstr (after->phone, ==, NULL);
  g_assert_cmpstr (after->address, ==, NULL);
  g_assert_cmpstr (after->note, ==, NULL);
  g_assert_cmpint (after->registered_on, ==, day ("2026-01-01"));

  check_holders (f, 1, "Zoë Smythe", "john");
  check_found (f, "smith", "/");
  check_found (f, "zoe smythe", "1 / 1");
  check_found (f, "555", "/");
  check_found (f, "example.org", "/ 1");
  check_found (f, "holiday", "1 /");
  /* Mary comes before Zoë now. */
  check_found (f, NULL, "1 2 / 2 1");
  facts_same_when_rebuilt (f);
}

static void
test_rule_1_a_former_username_still_finds (Facts         *f,
                                           gconstpointer  data)
{
  static const char *const names[] = { "john", "jack", "john", "johnny" };
  static const char *const former[] = { NULL, "john", "jack", "jack john" };

  given_accounts (f);
  for (guint i = 1; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (DaybookPersonDetails) details = NULL;

      happened (f, "2026-02-01", "UsernameChanged", "person", "id-john", "username", names[i],
                "former", names[i - 1], NULL);
      check_touched (f, "1", "1");
      details = daybook_read_model_get_person (f->model, 1, NULL);
      g_assert_cmpstr (details->username, ==, names[i]);
      g_assert_cmpstr (details->former, ==, former[i]);
      check_holders (f, 1, "John Smith", names[i]);
    }

  check_found (f, "jack", "1 / 1");
  check_found (f, "johnny", "1 / 1");
  check_found (f, "mary", "2 / 2");
  facts_same_when_rebuilt (f);
}

static void
test_joint_accounts (Facts         *f,
                     gconstpointer  data)
{
  g_autoptr (DaybookAccountFigures) joint = NULL;
  g_autoptr (DaybookPersonDetails) mary = NULL;

  given_accounts (f);
  happened (f, "2026-02-01", "HolderAdded", "account", FIRST, "holder", "id-mary", "authority",
            "all", NULL);
  check_touched (f, "1", "2");
  check_holders (f, 1, "John Smith, Mary Jones", "john mary");
  joint = daybook_read_model_get_account (f->model, 1, NULL);
  g_assert_cmpint (joint->authority, ==, DAYBOOK_AUTHORITY_ALL);
  mary = daybook_read_model_get_person (f->model, 2, NULL);
  g_assert_cmpint (mary->n_accounts, ==, 2);
  check_found (f, "mary", "1 2 / 2");

  /* What Mary is called stands in both accounts. */
  happened (f, "2026-02-01", "PersonalDetailsChanged", "person", "id-mary", "name", "Mary Miller",
            NULL);
  check_touched (f, "1 2", "2");
  check_found (f, "miller", "1 2 / 2");
  facts_same_when_rebuilt (f);
}

/* Holders stand in the order in which they became it; who comes back comes last. */
static void
test_order_of_holders (Facts         *f,
                       gconstpointer  data)
{
  given_accounts (f);
  happened (f, "2026-02-01", "HolderAdded", "account", FIRST, "holder", "id-mary", "authority",
            "any", NULL);
  happened (f, "2026-02-02", "HolderRemoved", "account", FIRST, "holder", "id-john", NULL);
  check_touched (f, "1", "1 2");
  check_holders (f, 1, "Mary Jones", "mary");
  check_found (f, "john", "/ 1");

  happened (f, "2026-02-03", "HolderAdded", "account", FIRST, "holder", "id-john", "authority",
            "any", NULL);
  check_touched (f, "1", "1");
  check_holders (f, 1, "Mary Jones, John Smith", "mary john");
  check_found (f, "john", "1 / 1");
  facts_same_when_rebuilt (f);
}

static void
test_names (Facts         *f,
            gconstpointer  data)
{
  g_autoptr (DaybookAccountFigures) named = NULL, nameless = NULL;

  given_accounts (f);
  happened (f, "2026-02-01", "AccountRenamed", "account", SECOND, "name", "Été", NULL);
  happened (f, "2026-02-01", "AccountRenamed", "account", FIRST, NULL);
  check_touched (f, "1 2", "");
  named = daybook_read_model_get_account (f->model, 2, NULL);
  nameless = daybook_read_model_get_account (f->model, 1, NULL);
  g_assert_cmpstr (named->name, ==, "Été");
  g_assert_cmpstr (nameless->name, ==, NULL);
  check_found (f, "ete mary", "2 /");
  check_found (f, "holiday", "/");
  facts_same_when_rebuilt (f);
}

static void
test_limits (Facts         *f,
             gconstpointer  data)
{
  g_autoptr (DaybookAccountFigures) before = NULL, after = NULL;

  given_accounts (f);
  happened (f, "2026-02-01", "MoneyDeposited", "to", SECOND, "amount", "10000", "currency", "EUR",
            "method", "cash", NULL);
  happened (f, "2026-02-01", "HoldPlaced", "hold", "h", "account", SECOND, "amount", "1000",
            "currency", "EUR", "reason", "keys", NULL);
  facts_catch_up (f, NULL);
  before = daybook_read_model_get_account (f->model, 2, NULL);
  g_assert_cmpint (before->available, ==, 10000 - 1000 + 5000);
  g_assert_cmpint (before->last_value_date, ==, day ("2026-02-01"));

  happened (f, "2026-02-02", "LimitsChanged", "account", SECOND, "minimum", "2500", "overdraft",
            "0", "per_withdrawal", "3000", "per_day", "4000", "currency", "EUR", NULL);
  check_touched (f, "2", "");
  after = daybook_read_model_get_account (f->model, 2, NULL);
  g_assert_cmpint (after->minimum, ==, 2500);
  g_assert_cmpint (after->overdraft, ==, 0);
  g_assert_cmpint (after->per_withdrawal, ==, 3000);
  g_assert_cmpint (after->per_day, ==, 4000);
  g_assert_cmpint (after->balance, ==, 10000);
  g_assert_cmpint (after->available, ==, 10000 - 1000 - 2500);
  facts_same_when_rebuilt (f);
}

static void
check_blocks (Facts      *f,
              const char *debits,
              const char *credits)
{
  g_autoptr (DaybookAccountFigures) figures = NULL;

  check_touched (f, "1", "");
  figures = daybook_read_model_get_account (f->model, 1, NULL);
  g_assert_cmpstr (figures->debits_blocked, ==, debits);
  g_assert_cmpstr (figures->credits_blocked, ==, credits);
}

static void
test_rule_7_sides_are_blocked_independently (Facts         *f,
                                             gconstpointer  data)
{
  given_accounts (f);
  happened (f, "2026-02-01", "AccountBlocked", "account", FIRST, "side", "debits", "reason",
            "court", NULL);
  check_blocks (f, "court", NULL);
  happened (f, "2026-02-01", "AccountBlocked", "account", FIRST, "side", "credits", "reason",
            "death", NULL);
  check_blocks (f, "court", "death");
  happened (f, "2026-02-01", "AccountUnblocked", "account", FIRST, "side", "debits", NULL);
  check_blocks (f, NULL, "death");
  facts_same_when_rebuilt (f);
  happened (f, "2026-02-01", "AccountUnblocked", "account", FIRST, "side", "credits", "reason",
            "heirs", NULL);
  check_blocks (f, NULL, NULL);
}

static void
check_status (Facts                *f,
              DaybookAccountStatus  status,
              DaybookDate           closed_on)
{
  g_autoptr (DaybookAccountFigures) figures = NULL;

  check_touched (f, "1", "");
  figures = daybook_read_model_get_account (f->model, 1, NULL);
  g_assert_cmpint (figures->status, ==, status);
  g_assert_cmpint (figures->closed_on, ==, closed_on);
  g_assert_cmpint (figures->opened_on, ==, day ("2026-01-01"));
}

static void
test_closed_and_reopened (Facts         *f,
                          gconstpointer  data)
{
  given_accounts (f);
  happened (f, "2026-02-01", "AccountClosed", "account", FIRST, NULL);
  check_status (f, DAYBOOK_ACCOUNT_CLOSED, day ("2026-02-01"));
  facts_same_when_rebuilt (f);
  happened (f, "2026-03-01", "AccountReopened", "account", FIRST, "reason", "mistake", NULL);
  check_status (f, DAYBOOK_ACCOUNT_OPEN, DAYBOOK_DATE_NONE);
}

static void
test_what_the_book_itself_is_called (Facts         *f,
                                     gconstpointer  data)
{
  g_autoptr (DaybookChanges) renamed = daybook_changes_new ();
  g_autoptr (DaybookChanges) moved = daybook_changes_new ();

  given_accounts (f);
  happened (f, "2026-02-01", "BookRenamed", "name", "Other", NULL);
  facts_catch_up (f, renamed);
  g_assert_true (renamed->book);
  g_assert_cmpint (renamed->accounts->len + renamed->people->len, ==, 0);

  happened (f, "2026-02-01", "MoneyDeposited", "to", FIRST, "amount", "1", "currency", "EUR",
            "method", "cash", NULL);
  facts_catch_up (f, moved);
  g_assert_false (moved->book);
}

/* What an entry says that stands in place of another. */
static void
test_a_replacement_marks_what_it_corrects (Facts         *f,
                                           gconstpointer  data)
{
  g_autoptr (GArray) lines = NULL;
  guint64 wrong, reversal, right;
  g_autofree char *number = NULL;

  given_accounts (f);
  wrong = happened (f, "2026-02-01", "MoneyDeposited", "to", FIRST, "amount", "100", "currency",
                    "EUR", "method", "cash", NULL);
  number = g_strdup_printf ("%" G_GUINT64_FORMAT, wrong);
  reversal = happened (f, "2026-02-01", "EntryReversed", "entry", number, "from", FIRST, "amount",
                       "100", "currency", "EUR", "method", "cash", "original_date", "2026-02-01",
                       "reason", "mistyped", NULL);
  right = happened (f, "2026-02-01", "MoneyDeposited", "to", FIRST, "amount", "10", "currency",
                    "EUR", "method", "cash", "corrects", number, NULL);
  check_touched (f, "1", "");

  lines = daybook_read_model_get_lines (f->model, 1, 1, 10, NULL);
  g_assert_cmpint (lines->len, ==, 3);
  g_assert_cmpint (g_array_index (lines, DaybookAccountLine, 0).reversed_by, ==, reversal);
  g_assert_cmpint (g_array_index (lines, DaybookAccountLine, 0).corrected_by, ==, right);
  g_assert_cmpint (g_array_index (lines, DaybookAccountLine, 1).corrected_by, ==, 0);
  g_assert_cmpint (g_array_index (lines, DaybookAccountLine, 2).corrected_by, ==, 0);
  facts_same_when_rebuilt (f);

  happened (f, "2026-02-01", "MoneyDeposited", "to", FIRST, "amount", "9", "currency", "EUR",
            "method", "cash", "corrects", number, NULL);
  facts_refused (f, "ledger: entry 9: ");
}

/* It stops at what does not follow from what was before, and changes nothing. */
static void
test_it_stops (Facts         *f,
               gconstpointer  data)
{
  static const struct { const char *type, *fields[8]; } cases[] = {
    { "PersonalDetailsChanged", { "person", "nobody", "name", "x" } },
    { "UsernameChanged", { "person", "nobody", "username", "x", "former", "y" } },
    { "HolderAdded", { "account", FIRST, "holder", "nobody", "authority", "any" } },
    { "HolderAdded", { "account", THIRD, "holder", "id-mary", "authority", "any" } },
    { "HolderAdded", { "account", FIRST, "holder", "id-john", "authority", "any" } },
    { "HolderRemoved", { "account", FIRST, "holder", "id-mary" } },
    { "AccountRenamed", { "account", THIRD, "name", "x" } },
    { "AccountClosed", { "account", THIRD } },
    { "AccountReopened", { "account", THIRD, "reason", "x" } },
    { "AccountBlocked", { "account", THIRD, "side", "debits", "reason", "x" } },
    { "AccountUnblocked", { "account", THIRD, "side", "credits" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *const *fields = cases[i].fields;

      given_accounts (f);
      happened (f, "2026-02-01", cases[i].type, fields[0], fields[1], fields[2], fields[3],
                fields[4], fields[5], NULL);
      facts_refused (f, "directory: entry 6: ");
      check_holders (f, 1, "John Smith", "john");
      check_found (f, NULL, "1 2 / 1 2");
      facts_tear_down (f, data);
      facts_set_up (f, data);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/directory/details", test_details);
  ADD ("/directory/rule-1/a-former-username-still-finds",
       test_rule_1_a_former_username_still_finds);
  ADD ("/directory/joint-accounts", test_joint_accounts);
  ADD ("/directory/order-of-holders", test_order_of_holders);
  ADD ("/directory/names", test_names);
  ADD ("/directory/limits", test_limits);
  ADD ("/directory/rule-7/sides-are-blocked-independently",
       test_rule_7_sides_are_blocked_independently);
  ADD ("/directory/closed-and-reopened", test_closed_and_reopened);
  ADD ("/directory/what-the-book-itself-is-called", test_what_the_book_itself_is_called);
  ADD ("/directory/a-replacement-marks-what-it-corrects",
       test_a_replacement_marks_what_it_corrects);
  ADD ("/directory/it-stops", test_it_stops);

  return g_test_run ();
}
