/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What cannot have happened. `evolve` takes whatever follows from what was decided and refuses the
 * rest: a book in which it stands is damaged. A history is a line for each event, amounts in minor
 * units; the last is the one that cannot follow. */

#include "accounts/account-snapshot.h"

#include "books/book.h"
#include "catalogue.h"
#include "surroundings.h"

#define OPENED "AccountOpened 2026-01-01 account=0000000195 holder=john currency=EUR overdraft=0\n"
#define DEPOSITED "MoneyDeposited 2026-02-01 to=0000000195 amount=500 currency=EUR method=cash\n"
#define WITHDRAWN "MoneyWithdrawn 2026-02-02 from=0000000195 amount=300 currency=EUR method=cash\n"
#define HELD "HoldPlaced 2026-02-01 hold=h account=0000000195 amount=200 currency=EUR reason=keys\n"
#define ADDED "HolderAdded 2026-02-01 account=0000000195 holder=mary authority=any\n"
#define CLOSED "AccountClosed 2026-03-01 account=0000000195\n"
#define BLOCKED "AccountBlocked 2026-03-01 account=0000000195 side=debits reason=lost\n"
#define STARTED "BookStarted 2026-01-01 name=Savings currency=EUR decimals=2 time_zone=UTC\n"
#define PERIOD "PeriodClosed 2026-05-01 until=2026-03-31 sealed=7 seal=x\n"
#define MOST "9223372036854775807"

typedef struct
{
  const char *name;
  const char *history;
} Case;

static const Case accounts[] = {
  { "money-before-the-opening", DEPOSITED },
  { "opened-twice", OPENED OPENED },
  { "opened-with-less-than-no-overdraft",
    "AccountOpened 2026-01-01 account=0000000195 holder=john currency=EUR overdraft=-1" },
  { "what-is-about-a-book", OPENED "BookRenamed 2026-02-01 name=x" },
  { "what-is-about-another-account", OPENED "AccountBlocked 2026-02-01 account=0000000292 "
                                            "side=debits reason=x" },
  { "money-of-another-account",
    OPENED "MoneyDeposited 2026-02-01 to=0000000292 amount=5 currency=EUR method=cash" },
  { "a-transfer-to-itself", OPENED DEPOSITED
    "MoneyTransferred 2026-02-01 from=0000000195 to=0000000195 amount=5 currency=EUR" },
  { "no-amount", OPENED "MoneyDeposited 2026-02-01 to=0000000195 amount=0 currency=EUR "
                        "method=cash" },
  { "less-than-no-amount", OPENED "MoneyDeposited 2026-02-01 to=0000000195 amount=-5 currency=EUR "
                                  "method=cash" },
  { "more-than-64-bits", OPENED DEPOSITED
    "MoneyDeposited 2026-02-01 to=0000000195 amount=" MOST " currency=EUR method=cash" },
  { "put-back-on-a-day-before-all", OPENED
    "EntryReversed 2026-02-02 entry=3 to=0000000195 amount=5 currency=EUR method=cash "
    "original_date=2025-12-31 reason=x" },
  { "put-back-on-a-day-without-entries", OPENED DEPOSITED
    "EntryReversed 2026-02-02 entry=3 to=0000000195 amount=5 currency=EUR method=cash "
    "original_date=2026-01-15 reason=x" },
  { "put-back-more-than-was-withdrawn", OPENED DEPOSITED WITHDRAWN
    "EntryReversed 2026-02-02 entry=3 to=0000000195 amount=301 currency=EUR method=cash "
    "original_date=2026-02-02 reason=x" },
  { "a-reversal-of-no-amount", OPENED
    "EntryReversed 2026-02-02 entry=3 from=0000000195 amount=0 currency=EUR method=cash "
    "original_date=2026-02-02 reason=x" },
  { "a-hold-of-nothing", OPENED
    "HoldPlaced 2026-02-01 hold=h account=0000000195 amount=0 currency=EUR reason=keys" },
  { "a-hold-of-the-same-id", OPENED HELD HELD },
  { "more-held-than-64-bits", OPENED HELD
    "HoldPlaced 2026-02-01 hold=i account=0000000195 amount=" MOST " currency=EUR reason=keys" },
  { "released-without-a-hold", OPENED
    "HoldReleased 2026-02-02 entry=3 hold=h account=0000000195 amount=200 currency=EUR" },
  { "released-less-than-was-held", OPENED HELD
    "HoldReleased 2026-02-02 entry=3 hold=h account=0000000195 amount=199 currency=EUR" },
  { "expired-another-hold", OPENED HELD
    "HoldExpired 2026-02-02 entry=3 hold=i account=0000000195 amount=200 currency=EUR" },
  { "captured-nothing", OPENED HELD
    "HoldCaptured 2026-02-02 entry=3 hold=h account=0000000195 amount=0 released=200 "
    "currency=EUR method=cash" },
  { "captured-more-than-was-held", OPENED HELD
    "HoldCaptured 2026-02-02 entry=3 hold=h account=0000000195 amount=201 released=-1 "
    "currency=EUR method=cash" },
  { "captured-more-than-64-bits", OPENED HELD
    "HoldCaptured 2026-02-02 entry=3 hold=h account=0000000195 amount=" MOST " released=1 "
    "currency=EUR method=cash" },
  { "captured-below-64-bits", OPENED
    "HoldPlaced 2026-02-01 hold=h account=0000000195 amount=" MOST " currency=EUR reason=keys\n"
    "MoneyWithdrawn 2026-02-01 from=0000000195 amount=9 currency=EUR method=cash\n"
    "HoldCaptured 2026-02-02 entry=3 hold=h account=0000000195 amount=" MOST " released=0 "
    "currency=EUR method=cash" },
  { "blocked-twice", OPENED BLOCKED BLOCKED },
  { "unblocked-without-a-block", OPENED BLOCKED
    "AccountUnblocked 2026-03-01 account=0000000195 side=credits" },
  { "the-same-holder-twice", OPENED ADDED ADDED },
  { "no-holder-any-more", OPENED "HolderRemoved 2026-02-01 account=0000000195 holder=john" },
  { "somebody-else-is-no-holder-any-more", OPENED ADDED
    "HolderRemoved 2026-02-01 account=0000000195 holder=peter" },
  { "less-than-no-minimum", OPENED "LimitsChanged 2026-02-01 account=0000000195 minimum=-1 "
                                   "overdraft=0 per_withdrawal=0 per_day=0 currency=EUR" },
  { "less-than-no-overdraft", OPENED "LimitsChanged 2026-02-01 account=0000000195 minimum=0 "
                                     "overdraft=-1 per_withdrawal=0 per_day=0 currency=EUR" },
  { "less-than-nothing-per-withdrawal",
    OPENED "LimitsChanged 2026-02-01 account=0000000195 minimum=0 overdraft=0 per_withdrawal=-1 "
           "per_day=0 currency=EUR" },
  { "less-than-nothing-per-day",
    OPENED "LimitsChanged 2026-02-01 account=0000000195 minimum=0 overdraft=0 per_withdrawal=0 "
           "per_day=-1 currency=EUR" },
  { "closed-with-money", OPENED DEPOSITED CLOSED },
  { "closed-with-a-hold", OPENED HELD CLOSED },
  { "closed-twice", OPENED CLOSED CLOSED },
  { "money-after-the-closing", OPENED CLOSED DEPOSITED },
  { "reopened-before-the-closing",
    OPENED "AccountReopened 2026-04-01 account=0000000195 reason=x" },
};

static const Case books[] = {
  { "renamed-before-the-start", "BookRenamed 2026-01-01 name=x" },
  { "started-twice", STARTED STARTED },
  { "what-is-about-an-account", STARTED DEPOSITED },
  { "the-home-currency-again", STARTED "CurrencyAdded 2026-01-01 currency=EUR decimals=2" },
  { "a-currency-twice", STARTED "CurrencyAdded 2026-01-01 currency=JPY decimals=0\n"
                                "CurrencyAdded 2026-01-01 currency=JPY decimals=0" },
  { "a-period-twice", STARTED PERIOD PERIOD },
  { "a-period-before-the-last", STARTED PERIOD
    "PeriodClosed 2026-05-01 until=2026-03-30 sealed=8 seal=x" },
  { "a-period-reopened-that-is-not-closed", STARTED
    "PeriodReopened 2026-05-02 until=2026-03-31 reason=x" },
  { "a-period-reopened-that-is-not-the-latest", STARTED PERIOD
    "PeriodClosed 2026-05-01 until=2026-04-30 sealed=8 seal=x\n"
    "PeriodReopened 2026-05-02 until=2026-03-31 reason=x" },
};

/* TYPE DAY FIELD=VALUE… */
static DaybookEvent *
event_of (const char *line)
{
  g_auto (GStrv) words = g_strsplit (line, " ", -1);
  const DaybookSchema *schema = daybook_find_event_type (words[0]);
  DaybookEvent *event = daybook_record_new (schema);
  g_autoptr (GError) error = NULL;

  event->value_date = day (words[1]);
  for (guint i = 2; words[i] != NULL; i++)
    {
      g_auto (GStrv) pair = g_strsplit (words[i], "=", 2);

      daybook_record_set_text (event, daybook_schema_get_field (schema, pair[0]), pair[1], &error);
      g_assert_no_error (error);
    }

  return event;
}

static GPtrArray *
events_of (const char *history)
{
  GPtrArray *events = g_ptr_array_new_with_free_func (daybook_record_free);
  g_auto (GStrv) lines = g_strsplit (history, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '\0')
      g_ptr_array_add (events, event_of (lines[i]));

  return events;
}

static char *
state_of (const DaybookAccount *account)
{
  g_autoptr (GVariant) state = g_variant_ref_sink (daybook_account_save (account));

  return g_variant_print (state, TRUE);
}

static void
test_account (gconstpointer data)
{
  g_autoptr (GPtrArray) events = events_of (data);
  g_autoptr (DaybookAccount) account = daybook_account_new ();
  const DaybookEvent *last = g_ptr_array_index (events, events->len - 1);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  for (guint i = 0; i < events->len - 1; i++)
    g_assert_true (daybook_account_evolve (account, g_ptr_array_index (events, i)));

  before = state_of (account);
  g_assert_false (daybook_account_evolve (account, last));

  /* A reversal takes two steps, of which the first may have been possible. */
  after = state_of (account);
  if (last->record.schema != &daybook_entry_reversed)
    g_assert_cmpstr (before, ==, after);
}

static void
test_book (gconstpointer data)
{
  g_autoptr (GPtrArray) events = events_of (data);
  g_autoptr (DaybookBook) book = daybook_book_new ();

  for (guint i = 0; i < events->len - 1; i++)
    g_assert_true (daybook_book_evolve (book, g_ptr_array_index (events, i)));

  g_assert_false (daybook_book_evolve (book, g_ptr_array_index (events, events->len - 1)));
}

/* All that an account can be, kept and taken up again, is the same. */
static void
test_kept_and_taken_up_again (void)
{
  g_autoptr (GPtrArray) events =
    events_of (OPENED DEPOSITED WITHDRAWN HELD ADDED BLOCKED
               "AccountBlocked 2026-03-01 account=0000000195 side=credits reason=died\n"
               "AccountRenamed 2026-03-01 account=0000000195 name=Holiday\n"
               "LimitsChanged 2026-03-02 account=0000000195 minimum=1 overdraft=2 "
               "per_withdrawal=3 per_day=4 currency=EUR\n"
               "HoldPlaced 2026-03-03 hold=i account=0000000195 amount=7 currency=EUR reason=x "
               "expires=2026-04-01");
  g_autoptr (DaybookAccount) account = daybook_account_new ();
  g_autoptr (DaybookAccount) again = NULL;
  g_autoptr (GVariant) state = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  for (guint i = 0; i < events->len; i++)
    g_assert_true (daybook_account_evolve (account, g_ptr_array_index (events, i)));

  before = state_of (account);
  state = g_variant_ref_sink (daybook_account_save (account));
  again = daybook_account_restore (state);
  g_assert_nonnull (again);
  after = state_of (again);
  g_assert_cmpstr (before, ==, after);
}

static void
test_not_an_account (void)
{
  static const char *const none[] = {
    "('00000001950', nothing, 'EUR', 1, 1, 1, [], 1, (0, 0, 0, 0), nothing, nothing, 0, 0, [], [])",
    "('0000000195', nothing, 'EURO', 1, 1, 1, [], 1, (0, 0, 0, 0), nothing, nothing, 0, 0, [], [])",
  };
  g_autoptr (GVariant) other = g_variant_ref_sink (g_variant_new_string ("an account"));

  g_assert_null (daybook_account_restore (other));
  for (guint i = 0; i < G_N_ELEMENTS (none); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GVariant) state = NULL;

      state = g_variant_parse (DAYBOOK_ACCOUNT_STATE_TYPE, none[i], NULL, NULL, &error);
      g_assert_no_error (error);
      g_assert_null (daybook_account_restore (state));
    }
}

static void
add_cases (const char    *folder,
           const Case    *cases,
           guint          n_cases,
           GTestDataFunc  func)
{
  for (guint i = 0; i < n_cases; i++)
    {
      g_autofree char *path = g_strdup_printf ("/histories/%s/%s", folder, cases[i].name);

      g_test_add_data_func (path, cases[i].history, func);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add_cases ("account", accounts, G_N_ELEMENTS (accounts), test_account);
  add_cases ("book", books, G_N_ELEMENTS (books), test_book);
  g_test_add_func ("/histories/kept-and-taken-up-again", test_kept_and_taken_up_again);
  g_test_add_func ("/histories/not-an-account", test_not_an_account);

  return g_test_run ();
}
