/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Lists of accounts and people: which of them, and in which order. */

#include "facts.h"
#include "surroundings.h"

#define FOURTH "0000000486"
#define FIFTH "0000000583"

static void
open_account (Facts      *f,
              const char *account,
              const char *holder,
              const char *currency)
{
  happened (f, "2026-01-01", "AccountOpened", "account", account, "holder", holder, "currency",
            currency, "overdraft", "0", NULL);
}

static void
deposit (Facts      *f,
         const char *account,
         const char *amount,
         const char *currency)
{
  happened (f, "2026-01-02", "MoneyDeposited", "to", account, "amount", amount, "currency",
            currency, "method", "cash", NULL);
}

/* Five accounts: one joint, one in another currency, one overdrawn, one without entries; one closed
 * and two blocked, each on one side. */
static void
given_book (Facts *f)
{
  static const char *const people[][2] = { { "john", "John Smith" }, { "anna", "Änna Ørsted" },
                                           { "zed", "abel Hunt" }, { "bob", "Mary Jones" } };

  happened (f, "2026-01-01", "BookStarted", "name", "Test", "currency", "EUR", "decimals", "2",
            "time_zone", "UTC", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    {
      g_autofree char *id = g_strconcat ("id-", people[i][0], NULL);

      happened (f, "2026-01-01", "PersonRegistered", "person", id, "username", people[i][0],
                "name", people[i][1], NULL);
    }

  open_account (f, FIRST, "id-john", "EUR");
  open_account (f, SECOND, "id-anna", "EUR");
  open_account (f, THIRD, "id-john", "CHF");
  open_account (f, FOURTH, "id-zed", "EUR");
  open_account (f, FIFTH, "id-john", "EUR");
  happened (f, "2026-01-01", "HolderAdded", "account", FIRST, "holder", "id-anna", "authority",
            "any", NULL);
  deposit (f, FIRST, "500", "EUR");
  deposit (f, SECOND, "900", "EUR");
  deposit (f, THIRD, "7", "CHF");
  happened (f, "2026-01-02", "MoneyWithdrawn", "from", FOURTH, "amount", "100", "currency", "EUR",
            "method", "cash", NULL);
  happened (f, "2026-01-03", "AccountBlocked", "account", FIRST, "side", "debits", "reason",
            "court", NULL);
  happened (f, "2026-01-03", "AccountBlocked", "account", SECOND, "side", "credits", "reason",
            "death", NULL);
  happened (f, "2026-01-03", "AccountBlocked", "account", FIFTH, "side", "credits", "reason",
            "death", NULL);
  happened (f, "2026-01-04", "AccountClosed", "account", FIFTH, NULL);
  facts_catch_up (f, NULL);
}

static GArray *
list (Facts         *f,
      gboolean       people,
      DaybookListing listing)
{
  g_autoptr (GError) error = NULL;
  GArray *keys = people ? daybook_read_model_list_people (f->model, &listing, &error)
                        : daybook_read_model_list_accounts (f->model, &listing, &error);

  g_assert_no_error (error);
  return keys;
}

static void
check (GArray     *keys,
       const char *expected)
{
  g_autoptr (GArray) owned = keys;
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < owned->len; i++)
    g_string_append_printf (text, "%s%u", i > 0 ? " " : "", g_array_index (owned, guint32, i));
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_accounts (Facts         *f,
               gconstpointer  data)
{
  static const struct { DaybookListing listing; const char *expected; } cases[] = {
    { { 0 }, "1 2 3 4 5" },
    { { .descending = TRUE }, "5 4 3 2 1" },
    { { .standing = DAYBOOK_STANDING_OPEN }, "1 2 3 4" },
    { { .standing = DAYBOOK_STANDING_CLOSED }, "5" },
    { { .standing = DAYBOOK_STANDING_BLOCKED }, "1 2" },
    /* Whose it is alone before whose it is with others; accents and case do not matter. */
    { { .sort = DAYBOOK_BY_NAME }, "4 2 3 5 1" },
    { { .sort = DAYBOOK_BY_NAME, .descending = TRUE }, "1 5 3 2 4" },
    /* What is overdrawn is least; francs are not compared with euros. */
    { { .sort = DAYBOOK_BY_BALANCE }, "4 5 1 2 3" },
    { { .sort = DAYBOOK_BY_BALANCE, .descending = TRUE }, "2 1 5 4 3" },
    { { .sort = DAYBOOK_BY_BALANCE, .holder = 1 }, "5 1 3" },
    { { .search = "smith", .sort = DAYBOOK_BY_BALANCE, .standing = DAYBOOK_STANDING_OPEN,
        .descending = TRUE }, "1 3" },
    { { .search = "anna smi" }, "1" },
    /* Of Abel Hunt's name it is a beginning, of John Smith's it is not. */
    { { .search = "h" }, "1 3 4 5" },
    { { .search = "h", .closest_first = TRUE }, "4 1 3 5" },
    { { .search = "joh H", .closest_first = TRUE }, "1 3 5" },
    { { .search = "nobody", .sort = DAYBOOK_BY_NAME }, "" },
    { { .search = "nobody", .sort = DAYBOOK_BY_BALANCE }, "" },
    { { .holder = 4, .sort = DAYBOOK_BY_NAME }, "" },
  };

  given_book (f);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    check (list (f, FALSE, cases[i].listing), cases[i].expected);
  facts_same_when_rebuilt (f);
}

static void
test_people (Facts         *f,
             gconstpointer  data)
{
  static const struct { DaybookListing listing; const char *expected; } cases[] = {
    { { 0 }, "1 2 3 4" },
    { { .descending = TRUE }, "4 3 2 1" },
    { { .sort = DAYBOOK_BY_NAME }, "3 2 1 4" },
    { { .sort = DAYBOOK_BY_NAME, .descending = TRUE }, "4 1 2 3" },
    { { .sort = DAYBOOK_BY_USERNAME }, "2 4 1 3" },
    { { .sort = DAYBOOK_BY_USERNAME, .descending = TRUE }, "3 1 4 2" },
    { { .sort = DAYBOOK_BY_N_ACCOUNTS }, "4 3 2 1" },
    { { .sort = DAYBOOK_BY_N_ACCOUNTS, .descending = TRUE }, "1 2 3 4" },
    { { .search = "ann", .sort = DAYBOOK_BY_N_ACCOUNTS }, "2" },
    { { .search = "n", .sort = DAYBOOK_BY_USERNAME }, "2 4 1 3" },
    { { .search = "h", .closest_first = TRUE }, "3 1" },
  };

  given_book (f);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    check (list (f, TRUE, cases[i].listing), cases[i].expected);

  /* As many accounts as somebody else: by name, whichever way round. */
  open_account (f, "0000000680", "id-bob", "EUR");
  facts_catch_up (f, NULL);
  check (list (f, TRUE, (DaybookListing) { .sort = DAYBOOK_BY_N_ACCOUNTS }), "3 4 2 1");
  check (list (f, TRUE, (DaybookListing) { .sort = DAYBOOK_BY_N_ACCOUNTS, .descending = TRUE }),
         "1 2 3 4");
}

/* Sorted by counting: far below zero before far above, and what is equal by number. */
static void
test_far_apart (Facts         *f,
                gconstpointer  data)
{
  given_book (f);
  deposit (f, THIRD, "90000000000000", "CHF");
  deposit (f, FIRST, "90000000000000", "EUR");
  happened (f, "2026-01-02", "MoneyWithdrawn", "from", SECOND, "amount", "90000000000000",
            "currency", "EUR", "method", "cash", NULL);
  deposit (f, FIFTH, "1", "EUR");
  deposit (f, FOURTH, "101", "EUR");
  facts_catch_up (f, NULL);

  check (list (f, FALSE, (DaybookListing) { .sort = DAYBOOK_BY_BALANCE }), "2 4 5 1 3");
  check (list (f, FALSE, (DaybookListing) { .sort = DAYBOOK_BY_BALANCE, .descending = TRUE }),
         "1 4 5 2 3");
}

static gboolean
contains (GArray  *keys,
          guint32  key)
{
  for (guint i = 0; i < keys->len; i++)
    if (g_array_index (keys, guint32, i) == key)
      return TRUE;

  return FALSE;
}

/* Each says by itself which accounts are listed, and all together those that all of them list. */
static void
check_together (Facts          *f,
                DaybookListing  listing)
{
  DaybookListing order = { .sort = listing.sort, .descending = listing.descending };
  g_autoptr (GArray) all = list (f, FALSE, order);
  g_autoptr (GArray) found = list (f, FALSE, (DaybookListing) { .search = listing.search });
  g_autoptr (GArray) held = list (f, FALSE, (DaybookListing) { .holder = listing.holder });
  g_autoptr (GArray) stand = list (f, FALSE, (DaybookListing) { .standing = listing.standing });
  g_autoptr (GString) expected = g_string_new (NULL);

  g_assert_cmpuint (all->len, ==, 5);
  for (guint i = 0; i < all->len; i++)
    {
      guint32 key = g_array_index (all, guint32, i);

      if (contains (found, key) && contains (held, key) && contains (stand, key))
        g_string_append_printf (expected, "%s%u", expected->len > 0 ? " " : "", key);
    }
  check (list (f, FALSE, listing), expected->str);
}

static void
test_everything_together (Facts         *f,
                          gconstpointer  data)
{
  static const char *const searches[] = { NULL, "", "smith", "smith anna", "0000", "x" };
  guint n = 0;

  given_book (f);
  for (guint i = 0; i < G_N_ELEMENTS (searches); i++)
    for (guint32 holder = 0; holder <= 4; holder++)
      for (guint standing = 0; standing <= DAYBOOK_STANDING_BLOCKED; standing++)
        for (guint sort = 0; sort <= DAYBOOK_BY_BALANCE; sort++, n++)
          {
            DaybookListing listing = { searches[i], holder, standing, sort, FALSE };

            check_together (f, listing);
            listing.descending = TRUE;
            check_together (f, listing);
          }
  g_assert_cmpuint (n, ==, 6 * 5 * 4 * 3);
}

/* An account stands where its figures and its holders' names put it today. */
static void
test_lists_follow (Facts         *f,
                   gconstpointer  data)
{
  given_book (f);
  check (list (f, FALSE, (DaybookListing) { .sort = DAYBOOK_BY_BALANCE }), "4 5 1 2 3");
  check (list (f, TRUE, (DaybookListing) { .sort = DAYBOOK_BY_NAME }), "3 2 1 4");
  deposit (f, FOURTH, "5000", "EUR");
  happened (f, "2026-01-05", "PersonalDetailsChanged", "person", "id-anna", "name", "Zoe", NULL);
  happened (f, "2026-01-05", "AccountReopened", "account", FIFTH, "reason", "mistake", NULL);
  happened (f, "2026-01-05", "AccountUnblocked", "account", FIRST, "side", "debits", NULL);
  facts_catch_up (f, NULL);

  check (list (f, FALSE, (DaybookListing) { .sort = DAYBOOK_BY_BALANCE }), "5 1 2 4 3");
  check (list (f, FALSE, (DaybookListing) { .sort = DAYBOOK_BY_NAME }), "4 3 5 1 2");
  check (list (f, FALSE, (DaybookListing) { .standing = DAYBOOK_STANDING_CLOSED }), "");
  check (list (f, FALSE, (DaybookListing) { .standing = DAYBOOK_STANDING_BLOCKED }), "2 5");
  check (list (f, TRUE, (DaybookListing) { .sort = DAYBOOK_BY_NAME }), "3 1 4 2");

  /* Of what is open now, in an order that is known already. */
  happened (f, "2026-01-06", "AccountClosed", "account", FIFTH, NULL);
  facts_catch_up (f, NULL);
  check (list (f, FALSE, (DaybookListing) { .sort = DAYBOOK_BY_NAME }), "4 3 5 1 2");
  check (list (f, FALSE, (DaybookListing) { .sort = DAYBOOK_BY_NAME,
                                            .standing = DAYBOOK_STANDING_OPEN }), "4 3 1 2");
  check (list (f, FALSE, (DaybookListing) { .sort = DAYBOOK_BY_NAME, .search = "smith" }),
         "3 5 1");
  facts_same_when_rebuilt (f);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/listing/accounts", test_accounts);
  ADD ("/listing/people", test_people);
  ADD ("/listing/everything-together", test_everything_together);
  ADD ("/listing/far-apart", test_far_apart);
  ADD ("/listing/lists-follow", test_lists_follow);

  return g_test_run ();
}
