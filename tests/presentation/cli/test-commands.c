/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is asked of people, accounts and periods, from the command line: what is said when it is
 * done and when a rule forbids it. */

#include <string.h>

#include "program.h"

#define DONE 0
#define REFUSED 1

#define JOHNS "0000\u00a00001\u00a095"
#define MARYS "0000\u00a00002\u00a092"

/* John and Mary with an account each, since long ago. What is recorded next is entry 6. */
static void
start (Program *p)
{
  program_run (p, DONE, "new", "club.daybook", "--name", "Riverside", "--currency", "EUR", NULL);
  program_run (p, DONE, "register", "club.daybook", "--username", "john", "--name", "John Smith",
               NULL);
  program_run (p, DONE, "register", "club.daybook", "--username", "mary", "--name", "Mary Jones",
               NULL);
  program_run (p, DONE, "open", "club.daybook", "--holder", "john", "--on", "2020-01-01", NULL);
  program_run (p, DONE, "open", "club.daybook", "--holder", "mary", "--on", "2020-01-01", NULL);
}

static void
deposit (Program    *p,
         const char *to,
         const char *amount,
         const char *on)
{
  program_run (p, DONE, "deposit", "club.daybook", "--to", to, "--amount", amount, "--on", on,
               NULL);
}

static void
assert_said (Program    *p,
             const char *sentences)
{
  g_assert_cmpstr (p->out, ==, sentences);
  g_assert_cmpstr (p->err, ==, "");
}

static void
assert_complained (Program    *p,
                   const char *sentence)
{
  g_assert_cmpstr (p->out, ==, "");
  g_assert_cmpstr (p->err, ==, sentence);
}

static void
assert_balance (Program    *p,
                const char *of,
                const char *balance,
                const char *available)
{
  g_autofree char *figures = g_strdup_printf ("\"balance\":\"%s\",\"held\":\"0.00\","
                                              "\"available\":\"%s\"", balance, available);

  program_run (p, DONE, "balance", "club.daybook", "--of", of, "--json", NULL);
  g_assert_nonnull (strstr (p->out, figures));
}

static void
test_correct (Program       *p,
              gconstpointer  data)
{
  start (p);
  deposit (p, "john", "100", "2020-02-01");
  program_run (p, DONE, "correct", "club.daybook", "--entry", "6", "--reason", "typo", "--amount",
               "10", "--method", "bank", "--memo", "birthday", NULL);
  assert_said (p, "Entry 6 reversed: 100.00 EUR taken back from John Smith's account · typo\n"
                  "In place of entry 6: 10.00 EUR deposited to John Smith's account · birthday\n");
  assert_balance (p, "john", "10.00", "10.00");
  program_run (p, DONE, "entries", "club.daybook", "--of", "john", NULL);
  g_assert_nonnull (strstr (p->out, "Deposit, bank, in place of entry 6 · birthday"));

  program_run (p, DONE, "correct", "club.daybook", "--entry", "8", "--reason", "not John", "--to",
               "mary", NULL);
  assert_said (p, "Entry 8 reversed: 10.00 EUR taken back from John Smith's account · not John\n"
                  "In place of entry 8: 10.00 EUR deposited to Mary Jones's account · birthday\n");
  assert_balance (p, "john", "0.00", "0.00");
  assert_balance (p, "mary", "10.00", "10.00");
  program_run (p, DONE, "entries", "club.daybook", "--json", "--from", "10", NULL);
  g_assert_nonnull (strstr (p->out, "\"type\":\"MoneyDeposited\",\"value_date\":\"2020-02-01\""));
  g_assert_nonnull (strstr (p->out, "\"memo\":\"birthday\",\"corrects\":8}"));
  program_run (p, DONE, "verify", "club.daybook", NULL);
}

static void
test_correct_refused (Program       *p,
                      gconstpointer  data)
{
  start (p);
  deposit (p, "john", "100", "2020-02-01");
  program_run (p, DONE, "withdraw", "club.daybook", "--from", "john", "--amount", "60", "--on",
               "2020-03-01", NULL);

  program_run (p, REFUSED, "correct", "club.daybook", "--entry", "6", "--reason", "typo", NULL);
  assert_complained (p, "That is how it is already: nothing would change.\n");
  program_run (p, REFUSED, "correct", "club.daybook", "--entry", "6", "--reason", "typo",
               "--from", "mary", NULL);
  assert_complained (p, "A deposit does not come out of any account of the book.\n");
  program_run (p, REFUSED, "correct", "club.daybook", "--entry", "7", "--reason", "typo",
               "--to", "mary", NULL);
  assert_complained (p, "A withdrawal does not go into any account of the book.\n");
  program_run (p, REFUSED, "correct", "club.daybook", "--entry", "6", "--reason", "typo",
               "--amount", "50", NULL);
  assert_complained (p, "With that correction, account " JOHNS " would be 10.00 EUR short on"
                        " 1 Mar 2020.\n");
  program_run (p, REFUSED, "correct", "club.daybook", "--entry", "1", "--reason", "typo", NULL);
  assert_complained (p, "Entry 1 moved no money, so there is nothing to reverse.\n");
  assert_balance (p, "john", "40.00", "40.00");
}

static void
test_people (Program       *p,
             gconstpointer  data)
{
  start (p);
  program_run (p, DONE, "person-change", "club.daybook", "--person", "john", "--username",
               "johnny", "--name", "John Q. Smith", "--phone", "+44 1632 960123", NULL);
  assert_said (p, "Personal details of John Q. Smith changed\n"
                  "Username of John Q. Smith changed from john to johnny\n");
  program_run (p, DONE, "entries", "club.daybook", "--json", "--from", "6", NULL);
  g_assert_nonnull (strstr (p->out, "\"name\":\"John Q. Smith\",\"phone\":\"+44 1632 960123\"}"));
  g_assert_nonnull (strstr (p->out, "\"username\":\"johnny\",\"former\":\"john\"}"));

  /* Both names are his for ever. */
  program_run (p, DONE, "deposit", "club.daybook", "--to", "johnny", "--amount", "1", NULL);
  program_run (p, DONE, "deposit", "club.daybook", "--to", "john", "--amount", "1", NULL);
  assert_said (p, "1.00 EUR deposited to John Q. Smith's account\n");
  program_run (p, REFUSED, "register", "club.daybook", "--username", "john", "--name", "J", NULL);
  assert_complained (p, "The username “john” is taken.\n");

  program_run (p, REFUSED, "person-change", "club.daybook", "--person", "mary", "--name",
               "Mary Jones", NULL);
  assert_complained (p, "That is how it is already: nothing would change.\n");
  program_run (p, REFUSED, "person-change", "club.daybook", "--person", "mary", "--username",
               "johnny", NULL);
  assert_complained (p, "The username “johnny” is taken.\n");
  program_run (p, REFUSED, "person-change", "club.daybook", "--person", "jim", "--note", "x", NULL);
  assert_complained (p, "Nobody in this book has the username “jim”.\n");
}

static void
test_details_at_once (Program       *p,
                      gconstpointer  data)
{
  start (p);
  program_run (p, DONE, "register", "club.daybook", "--username", "ann", "--name", "Ann Lee",
               "--phone", "112", "--address", "1 High Street", "--note", "deaf", NULL);
  program_run (p, DONE, "person-change", "club.daybook", "--person", "ann", "--note", "-", NULL);
  assert_said (p, "Personal details of Ann Lee changed\n");
  program_run (p, DONE, "entries", "club.daybook", "--json", "--from", "6", NULL);
  g_assert_nonnull (strstr (p->out, "\"phone\":\"112\",\"address\":\"1 High Street\","
                                    "\"note\":\"deaf\"}"));
  g_assert_nonnull (strstr (p->out, "\"phone\":\"112\",\"address\":\"1 High Street\"}"));
}

static void
test_rename (Program       *p,
             gconstpointer  data)
{
  start (p);
  program_run (p, DONE, "rename-book", "club.daybook", "--name", "Hillside", NULL);
  assert_said (p, "Book renamed to “Hillside”\n");
  program_run (p, REFUSED, "rename-book", "club.daybook", "--name", "Hillside", NULL);
  assert_complained (p, "That is how it is already: nothing would change.\n");

  program_run (p, DONE, "rename", "club.daybook", "--account", "john", "--name", "Rainy days",
               NULL);
  assert_said (p, "Account " JOHNS " (John Smith) renamed to “Rainy days”\n");
  program_run (p, REFUSED, "rename", "club.daybook", "--account", "john", "--name", "Rainy days",
               NULL);
  assert_complained (p, "That is how it is already: nothing would change.\n");
  program_run (p, DONE, "rename", "club.daybook", "--account", "john", "--name", "-", NULL);
  assert_said (p, "Account " JOHNS " (John Smith) has no name any more\n");
}

static void
test_holders (Program       *p,
              gconstpointer  data)
{
  start (p);
  program_run (p, DONE, "add-holder", "club.daybook", "--account", "0000000195", "--holder",
               "mary", "--authority", "all", NULL);
  assert_said (p, "Mary Jones added as a holder of account " JOHNS " (John Smith, Mary Jones):"
                  " only all holders together may dispose of the money\n");
  program_run (p, REFUSED, "add-holder", "club.daybook", "--account", "0000000195", "--holder",
               "mary", NULL);
  assert_complained (p, "“mary” is a holder of account " JOHNS " already.\n");
  program_run (p, REFUSED, "add-holder", "club.daybook", "--account", "0000000195", "--holder",
               "mary", "--authority", "some", NULL);
  assert_complained (p, "“some” is neither “any” nor “all”.\n");

  program_run (p, DONE, "remove-holder", "club.daybook", "--account", "0000000195", "--holder",
               "john", "--reason", "gone", NULL);
  assert_said (p, "John Smith removed as a holder of account " JOHNS " (Mary Jones) · gone\n");
  program_run (p, REFUSED, "remove-holder", "club.daybook", "--account", "0000000195", "--holder",
               "john", NULL);
  assert_complained (p, "“john” is not a holder of account " JOHNS ".\n");
  program_run (p, REFUSED, "remove-holder", "club.daybook", "--account", "0000000195", "--holder",
               "mary", NULL);
  assert_complained (p, "“mary” is the only holder of account " JOHNS ", and an account has at"
                        " least one.\n");
}

static void
test_limits (Program       *p,
             gconstpointer  data)
{
  start (p);
  deposit (p, "john", "100", "2020-02-01");
  program_run (p, DONE, "limits", "club.daybook", "--account", "john", "--minimum", "5",
               "--overdraft", "1", "--per-withdrawal", "20", "--per-day=30", NULL);
  assert_said (p, "Limits of account " JOHNS " (John Smith) changed: minimum balance 5.00 EUR,"
                  " overdraft limit 1.00 EUR, at most 20.00 EUR per withdrawal,"
                  " withdrawals of at most 30.00 EUR per day\n");
  program_run (p, DONE, "entries", "club.daybook", "--json", "--from", "7", NULL);
  g_assert_nonnull (strstr (p->out, "\"minimum\":\"5.00\",\"overdraft\":\"1.00\","
                                    "\"per_withdrawal\":\"20.00\",\"per_day\":\"30.00\","
                                    "\"currency\":\"EUR\"}"));

  program_run (p, REFUSED, "withdraw", "club.daybook", "--from", "john", "--amount", "21", NULL);
  assert_complained (p, "At most 20.00 EUR may be withdrawn from account " JOHNS " at once:"
                        " 1.00 EUR too much.\n");
  program_run (p, DONE, "withdraw", "club.daybook", "--from", "john", "--amount", "20", NULL);
  program_run (p, REFUSED, "withdraw", "club.daybook", "--from", "john", "--amount", "11", NULL);
  g_assert_true (g_str_has_prefix (p->err, "At most 10.00 EUR more may be withdrawn from account "
                                           JOHNS " on "));
  g_assert_true (g_str_has_suffix (p->err, ": 1.00 EUR too much.\n"));
  program_run (p, REFUSED, "limits", "club.daybook", "--account", "john", "--minimum", "82", NULL);
  g_assert_true (g_str_has_prefix (p->err, "With that minimum balance, account " JOHNS
                                           " would be 1.00 EUR short on "));
  program_run (p, REFUSED, "limits", "club.daybook", "--account", "john", "--per-day", "30", NULL);
  assert_complained (p, "That is how it is already: nothing would change.\n");
  program_run (p, REFUSED, "limits", "club.daybook", "--account", "john", "--per-day", "-1", NULL);
  assert_complained (p, "Limit per day cannot be below zero.\n");

  program_run (p, DONE, "limits", "club.daybook", "--account", "john", "--minimum", "0",
               "--overdraft", "0", "--per-withdrawal", "0", "--per-day", "0", NULL);
  assert_said (p, "Limits of account " JOHNS " (John Smith) changed: no minimum balance,"
                  " no overdraft limit, no limits on withdrawals\n");
  program_run (p, DONE, "withdraw", "club.daybook", "--from", "john", "--amount", "80", NULL);
}

static void
test_blocks (Program       *p,
             gconstpointer  data)
{
  start (p);
  deposit (p, "john", "100", "2020-02-01");
  program_run (p, DONE, "block", "club.daybook", "--account", "john", "--reason", "card lost",
               NULL);
  assert_said (p, "Account " JOHNS " (John Smith) blocked: no money may go out · card lost\n"
                  "Account " JOHNS " (John Smith) blocked: no money may come in · card lost\n");
  program_run (p, REFUSED, "block", "club.daybook", "--account", "john", "--side", "credits",
               "--reason", "x", NULL);
  assert_complained (p, "Account " JOHNS " is blocked already: no money may come in.\n");
  program_run (p, REFUSED, "withdraw", "club.daybook", "--from", "john", "--amount", "1", NULL);
  assert_complained (p, "Account " JOHNS " is blocked, no money may go out: “card lost”.\n");
  program_run (p, REFUSED, "transfer", "club.daybook", "--from", "mary", "--to", "john",
               "--amount", "1", NULL);
  g_assert_cmpstr (p->out, ==, "");

  program_run (p, DONE, "unblock", "club.daybook", "--account", "john", "--side", "credits", NULL);
  assert_said (p, "Account " JOHNS " (John Smith) unblocked: money may come in again\n");
  program_run (p, DONE, "deposit", "club.daybook", "--to", "john", "--amount", "1", NULL);
  program_run (p, REFUSED, "unblock", "club.daybook", "--account", "john", "--side", "credits",
               NULL);
  assert_complained (p, "Account " JOHNS " is not blocked for money coming in.\n");
  program_run (p, DONE, "unblock", "club.daybook", "--account", "john", "--reason", "found", NULL);
  assert_said (p, "Account " JOHNS " (John Smith) unblocked: money may go out again · found\n");
  program_run (p, REFUSED, "unblock", "club.daybook", "--account", "john", NULL);
  assert_complained (p, "Account " JOHNS " is not blocked.\n");
  program_run (p, REFUSED, "block", "club.daybook", "--account", "john", "--side", "up",
               "--reason", "x", NULL);
  assert_complained (p, "“up” is none of “debits”, “credits” and “both”.\n");
}

static void
test_closing (Program       *p,
              gconstpointer  data)
{
  start (p);
  deposit (p, "john", "100", "2020-02-01");
  program_run (p, REFUSED, "close", "club.daybook", "--account", "john", NULL);
  assert_complained (p, "There is 100.00 EUR in account " JOHNS ": say whether it is to be paid"
                        " out in cash, by bank or into another account.\n");
  program_run (p, REFUSED, "close", "club.daybook", "--account", "john", "--payout", "cash",
               "--to", "mary", NULL);
  assert_complained (p, "What is in the account is either paid out or transferred to another"
                        " account, not both.\n");
  program_run (p, REFUSED, "close", "club.daybook", "--account", "john", "--payout", "cash",
               "--on", "2020-01-31", NULL);
  assert_complained (p, "The last entry of account " JOHNS " counts for 1 Feb 2020: the account"
                        " cannot be closed before that day.\n");
  program_run (p, DONE, "hold", "club.daybook", "--account", "john", "--amount", "40",
               "--reason", "keys", NULL);
  program_run (p, REFUSED, "close", "club.daybook", "--account", "john", "--payout", "cash", NULL);
  assert_complained (p, "40.00 EUR is held on account " JOHNS ": the hold has to be released or"
                        " captured first.\n");
  program_run (p, DONE, "release", "club.daybook", "--entry", "7", NULL);

  program_run (p, DONE, "close", "club.daybook", "--account", "john", "--to", "mary", "--reason",
               "moved away", NULL);
  assert_said (p, "100.00 EUR transferred from John Smith's account to Mary Jones's account\n"
                  "Account " JOHNS " (John Smith) closed · moved away\n");
  program_run (p, DONE, "close", "club.daybook", "--account", "mary", "--payout", "bank", NULL);
  assert_said (p, "100.00 EUR withdrawn from Mary Jones's account\n"
                  "Account " MARYS " (Mary Jones) closed\n");
  program_run (p, REFUSED, "deposit", "club.daybook", "--to", "mary", "--amount", "1", NULL);
  assert_complained (p, "Account " MARYS " is closed.\n");

  program_run (p, DONE, "reopen", "club.daybook", "--account", "mary", "--reason", "back", NULL);
  assert_said (p, "Account " MARYS " (Mary Jones) reopened · back\n");
  program_run (p, REFUSED, "reopen", "club.daybook", "--account", "mary", "--reason", "back", NULL);
  assert_complained (p, "Account " MARYS " is open: there is nothing to reopen.\n");
  program_run (p, REFUSED, "deposit", "club.daybook", "--to", "mary", "--amount", "1", "--on",
               "2020-02-01", NULL);
  g_assert_true (g_str_has_prefix (p->err, "Account " MARYS " has only been open since "));
}

/* The seal that was printed last. */
static char *
take_seal (Program *p)
{
  g_autoptr (GRegex) regex = g_regex_new ("seal ((?:[0-9A-Z]{4}-){3}[0-9A-Z]{4}) ", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  g_assert_true (g_regex_match (regex, p->out, 0, &match));
  return g_match_info_fetch (match, 1);
}

static void
test_periods (Program       *p,
              gconstpointer  data)
{
  g_autofree char *seal = NULL;
  g_autofree char *said = NULL;

  start (p);
  deposit (p, "john", "100", "2020-02-01");
  program_run (p, DONE, "withdraw", "club.daybook", "--from", "john", "--amount", "30",
               "--method", "bank", "--on", "2020-02-02", NULL);
  program_run (p, REFUSED, "reopen-period", "club.daybook", "--reason", "audit", NULL);
  assert_complained (p, "No period of this book is closed.\n");
  program_run (p, REFUSED, "close-period", "club.daybook", "--until", "2999-12-31", NULL);
  g_assert_true (g_str_has_prefix (p->err, "A period ends on a day that is over: today is "));

  program_run (p, DONE, "close-period", "club.daybook", "--until", "2020-12-31", NULL);
  seal = take_seal (p);
  said = g_strdup_printf ("Period up to 31 Dec 2020 closed, seal %s · 70.00 EUR in all accounts:"
                          " 100.00 EUR in cash, −30.00 EUR in the bank.\n", seal);
  assert_said (p, said);
  program_run (p, DONE, "entries", "club.daybook", "--json", "--from", "8", NULL);
  g_assert_nonnull (strstr (p->out, "\"until\":\"2020-12-31\","
                                    "\"totals\":\"EUR 70.00 = 100.00 cash + -30.00 bank\","
                                    "\"sealed\":7,\"seal\":\""));
  program_run (p, REFUSED, "close-period", "club.daybook", "--until", "2020-12-31", NULL);
  assert_complained (p, "All days up to 31 Dec 2020 are closed already: a period ends on a later"
                        " day.\n");

  program_run (p, REFUSED, "deposit", "club.daybook", "--to", "john", "--amount", "1", "--on",
               "2020-12-31", NULL);
  assert_complained (p, "All days up to 31 Dec 2020 are closed: choose a later one.\n");
  program_run (p, DONE, "reverse", "club.daybook", "--entry", "7", "--reason", "typo", NULL);
  g_assert_true (g_str_has_prefix (p->out, "Entry 7 of 2 Feb 2020 reversed as of "));
  g_assert_true (g_str_has_suffix (p->out, ": 30.00 EUR put back into John Smith's account"
                                           " · typo\n"));

  program_run (p, REFUSED, "reopen-period", "club.daybook", "--until", "2019-12-31", "--reason",
               "audit", NULL);
  assert_complained (p, "Only the latest period can be reopened: the one up to 31 Dec 2020.\n");
  program_run (p, DONE, "reopen-period", "club.daybook", "--reason", "audit", NULL);
  assert_said (p, "Period up to 31 Dec 2020 reopened · audit\n");
  deposit (p, "john", "1", "2020-12-31");
  program_run (p, DONE, "verify", "club.daybook", NULL);
}

/* Scripts read the number, whatever else the account needed. */
static void
test_open_prints_the_number (Program       *p,
                             gconstpointer  data)
{
  start (p);
  program_run (p, DONE, "open", "club.daybook", "--holder", "john", "--currency", "JPY", NULL);
  assert_said (p, "0000000389\n");
  program_run (p, DONE, "entries", "club.daybook", NULL);
  g_assert_nonnull (strstr (p->out, "Currency JPY added to the book\n"));
  program_run (p, DONE, "entries", "club.daybook", "--json", "--from", "6", NULL);
  g_assert_nonnull (strstr (p->out, "\"currency\":\"JPY\",\"decimals\":0}"));
}

static void
test_as_data (Program       *p,
              gconstpointer  data)
{
  start (p);
  program_run (p, DONE, "dispatch", "club.daybook",
               "{\"limits\": {\"account\": \"john\", \"per_day\": \"5\"}}", NULL);
  program_run (p, REFUSED, "dispatch", "club.daybook",
               "{\"limits\": {\"account\": \"john\", \"per-day\": \"5\"}}", NULL);
  deposit (p, "john", "100", "2020-02-01");
  program_run (p, REFUSED, "dispatch", "club.daybook",
               "{\"withdraw\": {\"from\": \"john\", \"amount\": \"8\"}}", NULL);
  g_assert_nonnull (strstr (p->out, "\"code\":\"above-limit-per-day\""));
  g_assert_nonnull (strstr (p->out, "\"currency\":\"EUR\",\"amount\":\"8.00\","
                                    "\"available\":\"5.00\",\"date\":\""));
  program_run (p, DONE, "dispatch", "club.daybook",
               "{\"correct\": {\"entry\": 7, \"reason\": \"typo\", \"amount\": \"90\"}}", NULL);
  g_assert_true (g_str_has_prefix (p->out, "{\"ok\":true,\"position\":8,\"last\":9,"));
  program_run (p, DONE, "dispatch", "club.daybook",
               "{\"close-period\": {\"until\": \"2020-12-31\"}}", NULL);
  g_assert_nonnull (strstr (p->out, "\"repeated\":false,\"seal\":\""));
}

static void
test_german (Program       *p,
             gconstpointer  data)
{
  start (p);
  p->language = "de";
  deposit (p, "john", "100", "2020-02-01");
  assert_said (p, "100.00 EUR auf das Konto von John Smith eingezahlt\n");
  program_run (p, DONE, "correct", "club.daybook", "--entry", "6", "--reason", "vertippt",
               "--amount", "10", NULL);
  assert_said (p, "Eintrag 6 storniert: 100.00 EUR vom Konto von John Smith zurückgebucht"
                  " · vertippt\n"
                  "Anstelle von Eintrag 6: 10.00 EUR auf das Konto von John Smith eingezahlt\n");
  program_run (p, DONE, "block", "club.daybook", "--account", "john", "--side", "debits",
               "--reason", "Karte verloren", NULL);
  assert_said (p, "Konto " JOHNS " (John Smith) für Ausgänge gesperrt · Karte verloren\n");
  program_run (p, REFUSED, "withdraw", "club.daybook", "--from", "john", "--amount", "1", NULL);
  assert_complained (p, "Konto " JOHNS " ist für Ausgänge gesperrt: „Karte verloren“.\n");
  program_run (p, DONE, "--help", NULL);
  g_assert_nonnull (strstr (p->out, "\n\nPerioden:\n  close-period "));
}

static void
test_holds_are_shown (Program       *p,
                      gconstpointer  data)
{
  start (p);
  deposit (p, "john", "100", "2020-01-02");
  program_run (p, DONE, "hold", "club.daybook", "--account", "john", "--amount", "30", "--reason",
               "Rent", "--on", "2020-01-03", NULL);
  program_run (p, DONE, "holds", "club.daybook", "--json", NULL);
  assert_said (p, "{\"entry\":7,\"account\":\"0000000195\",\"currency\":\"EUR\","
                  "\"amount\":\"30.00\",\"value_date\":\"2020-01-03\",\"expires\":null,"
                  "\"reason\":\"Rent\"}\n");
  program_run (p, DONE, "holds", "club.daybook", "--of", "mary", "--json", NULL);
  assert_said (p, "");
  program_run (p, DONE, "release", "club.daybook", "--entry", "7", NULL);
  program_run (p, DONE, "holds", "club.daybook", "--json", NULL);
  assert_said (p, "");
}

static void
test_check (Program       *p,
            gconstpointer  data)
{
  start (p);
  program_run (p, DONE, "check", "club.daybook", NULL);
  assert_said (p, "No money has been moved in this book yet.\n");

  deposit (p, "john", "100", "2020-01-02");
  program_run (p, DONE, "deposit", "club.daybook", "--to", "mary", "--amount", "20", "--method",
               "bank", "--on", "2020-01-05", NULL);
  program_run (p, DONE, "transfer", "club.daybook", "--from", "john", "--to", "mary", "--amount",
               "5", "--on", "2020-01-05", NULL);
  program_run (p, DONE, "check", "club.daybook", NULL);
  assert_said (p, "120.00 EUR in all accounts: 100.00 EUR in cash, 20.00 EUR in the bank. "
                  "That is so at the end of each of 2 days with entries.\n");
  program_run (p, DONE, "check", "club.daybook", "--json", NULL);
  assert_said (p, "{\"currency\":\"EUR\",\"agrees\":true,\"accounts\":\"120.00\","
                  "\"cash\":\"100.00\",\"bank\":\"20.00\",\"days\":2}\n");
}

#define ADD(name, function) \
  g_test_add ("/commands/" name, Program, NULL, program_set_up, function, program_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  program_find (&argc, argv);

  ADD ("correct", test_correct);
  ADD ("correct-refused", test_correct_refused);
  ADD ("people", test_people);
  ADD ("details-at-once", test_details_at_once);
  ADD ("rename", test_rename);
  ADD ("holders", test_holders);
  ADD ("limits", test_limits);
  ADD ("blocks", test_blocks);
  ADD ("closing", test_closing);
  ADD ("periods", test_periods);
  ADD ("holds-are-shown", test_holds_are_shown);
  ADD ("check", test_check);
  ADD ("open-prints-the-number", test_open_prints_the_number);
  ADD ("as-data", test_as_data);
  ADD ("german", test_german);

  return g_test_run ();
}
