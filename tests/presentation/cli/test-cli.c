/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The command line: names, formats and exit statuses that other programs rely on. */

#include <glib/gstdio.h>
#include <string.h>

#include "program.h"

#define DONE 0
#define REFUSED 1
#define USAGE 2
#define BOOK 3

/* Of an account without limits and blocks, and of one with an overdraft limit. */
#define TERMS_WITH(overdraft) \
  "\"minimum\":\"0.00\",\"overdraft\":\"" overdraft "\",\"per_withdrawal\":\"0.00\"," \
  "\"per_day\":\"0.00\",\"debits_blocked\":null,\"credits_blocked\":null,"
#define TERMS TERMS_WITH ("0.00")
#define TERMS_50 TERMS_WITH ("50.00")

static void
test_textbook_example (Program       *p,
                       gconstpointer  data)
{
  program_run (p, DONE, "new", "club.daybook", "--name", "Riverside Savings", "--currency", "EUR",
               NULL);
  g_assert_cmpstr (p->out, ==, "Book “Riverside Savings” started in EUR\n");
  program_run (p, DONE, "register", "club.daybook", "--username", "john", "--name", "John Smith",
               "--email", "john@example.org", NULL);
  g_assert_cmpstr (p->out, ==, "John Smith registered as john\n");
  program_run (p, DONE, "open", "club.daybook", "--holder", "john", NULL);
  g_assert_cmpstr (p->out, ==, "0000000195\n");
  program_run (p, DONE, "deposit", "club.daybook", "--to", "john", "--amount", "100", NULL);
  g_assert_cmpstr (p->out, ==, "100.00 EUR deposited to John Smith's account\n");
  g_assert_cmpstr (p->err, ==, "");

  program_run (p, DONE, "balance", "club.daybook", "--json", NULL);
  g_assert_cmpstr (p->out, ==,
                   "{\"account\":\"0000000195\",\"reference\":null,\"holders\":[\"john\"],"
                   "\"currency\":\"EUR\",\"balance\":\"100.00\",\"held\":\"0.00\","
                   "\"available\":\"100.00\","
                   TERMS "\"status\":\"open\",\"entries\":1}\n");
  program_run (p, DONE, "balance", "club.daybook", NULL);
  g_assert_cmpstr (p->out, ==,
                   "Account       Reference  Holder      Balance  Available  Currency  Entries\n"
                   "0000\u00a00001\u00a095             John Smith   100.00     100.00  EUR"
                   "             1\n");
}

/* The read model holds no facts: without it, everything is as it was. */
static void
test_read_model_can_be_thrown_away (Program       *p,
                                    gconstpointer  data)
{
  g_autofree char *cache = program_path (p, "cache");
  g_autofree char *elsewhere = program_path (p, "elsewhere");
  g_autofree char *before = NULL;

  program_start_textbook (p);
  program_run (p, DONE, "deposit", "club.daybook", "--to", "john", "--amount", "100", NULL);
  program_run (p, DONE, "balance", "club.daybook", "--json", NULL);
  before = g_strdup (p->out);

  g_assert_cmpint (g_rename (cache, elsewhere), ==, 0);
  program_run (p, DONE, "balance", "club.daybook", "--json", NULL);
  g_assert_cmpstr (p->out, ==, before);
  program_run (p, DONE, "rebuild", "club.daybook", NULL);
  g_assert_cmpstr (p->err, ==, "");
  program_run (p, DONE, "rebuild", "club.daybook", "--progress", NULL);
  g_assert_nonnull (strstr (p->err, "100 %  4/4"));
  g_assert_cmpstr (p->out, ==, "All figures are worked out again, from 4 entries.\n");
  program_run (p, DONE, "balance", "club.daybook", "--json", NULL);
  g_assert_cmpstr (p->out, ==, before);
}

static void
test_withdraw_and_transfer (Program       *p,
                            gconstpointer  data)
{
  program_start_textbook (p);
  program_run (p, DONE, "register", "club.daybook", "--username=mary", "--name=Mary Jones", NULL);
  program_run (p, DONE, "open", "club.daybook", "--holder=mary", "--reference=A 7",
               "--overdraft=50", "--on=2020-02-29", NULL);
  program_run (p, DONE, "deposit", "club.daybook", "--to", "john", "--amount", "100", NULL);
  program_run (p, DONE, "withdraw", "club.daybook", "--from", "0000 0001\u00a095",
               "--amount", "10.50", "--method", "bank", "--memo", "dentist", NULL);
  g_assert_cmpstr (p->out, ==, "10.50 EUR withdrawn from John Smith's account · dentist\n");
  program_run (p, DONE, "transfer", "club.daybook", "--from", "john", "--to", "ref:A 7",
               "--amount", "60", NULL);
  g_assert_cmpstr (p->out, ==,
                   "60.00 EUR transferred from John Smith's account to Mary Jones's account\n");
  program_run (p, DONE, "withdraw", "club.daybook", "--from", "mary", "--amount", "100", NULL);

  program_run (p, DONE, "balance", "club.daybook", "--of", "mary", "--json", NULL);
  g_assert_cmpstr (p->out, ==,
                   "{\"account\":\"0000000292\",\"reference\":\"A 7\",\"holders\":[\"mary\"],"
                   "\"currency\":\"EUR\",\"balance\":\"-40.00\",\"held\":\"0.00\","
                   "\"available\":\"10.00\","
                   TERMS_50 "\"status\":\"open\",\"entries\":2}\n");

  program_run (p, REFUSED, "withdraw", "club.daybook", "--from", "mary", "--amount", "10.01", NULL);
  g_assert_cmpstr (p->out, ==, "");
  g_assert_cmpstr (p->err, ==,
                   "10.00 EUR is available in account 0000\u00a00002\u00a092: 0.01 EUR short.\n");
}

static void
test_reverse (Program       *p,
              gconstpointer  data)
{
  program_start_textbook (p);
  program_run (p, DONE, "deposit", "club.daybook", "--to", "john", "--amount", "100", NULL);
  program_run (p, DONE, "reverse", "club.daybook", "--entry", "4", "--reason", "wrong person",
               NULL);
  g_assert_cmpstr (p->out, ==, "Entry 4 reversed: 100.00 EUR taken back from John Smith's account"
                               " · wrong person\n");
  program_run (p, REFUSED, "reverse", "club.daybook", "--entry", "4", "--reason", "again", NULL);
  g_assert_cmpstr (p->err, ==, "Entry 4 has been reversed already.\n");
}

static void
test_hold (Program       *p,
           gconstpointer  data)
{
  program_start_textbook (p);
  program_run (p, DONE, "deposit", "club.daybook", "--to", "john", "--amount", "100", NULL);
  program_run (p, DONE, "hold", "club.daybook", "--account", "john", "--amount", "40",
               "--reason", "keys", "--expires", "2999-12-31", NULL);
  g_assert_cmpstr (p->out, ==, "40.00 EUR held on John Smith's account until 31 Dec 2999"
                               " · keys\n");
  program_run (p, DONE, "hold", "club.daybook", "--account", "0000000195", "--amount", "30",
               "--reason", "fine", NULL);
  g_assert_cmpstr (p->out, ==, "30.00 EUR held on John Smith's account · fine\n");
  program_run (p, DONE, "balance", "club.daybook", "--json", NULL);
  g_assert_nonnull (strstr (p->out, "\"balance\":\"100.00\",\"held\":\"70.00\","
                                    "\"available\":\"30.00\","
                   TERMS "\"status\":\"open\","
                                    "\"entries\":1}"));
  program_run (p, REFUSED, "withdraw", "club.daybook", "--from", "john", "--amount", "31", NULL);
  g_assert_cmpstr (p->err, ==,
                   "30.00 EUR is available in account 0000\u00a00001\u00a095: 1.00 EUR short.\n");

  program_run (p, DONE, "release", "club.daybook", "--entry", "6", NULL);
  g_assert_cmpstr (p->out, ==, "Hold of entry 6 released: 30.00 EUR available again"
                               " on John Smith's account\n");
  program_run (p, REFUSED, "release", "club.daybook", "--entry", "6", NULL);
  g_assert_cmpstr (p->err, ==, "The hold of entry 6 has ended already.\n");
  program_run (p, REFUSED, "capture", "club.daybook", "--entry", "5", "--amount", "40.01", NULL);
  g_assert_cmpstr (p->err, ==, "40.00 EUR is held: 0.01 EUR short.\n");
  program_run (p, REFUSED, "capture", "club.daybook", "--entry", "5", "--amount", "0", NULL);
  g_assert_cmpstr (p->err, ==, "The amount has to be more than zero.\n");
  program_run (p, DONE, "capture", "club.daybook", "--entry", "5", "--amount", "25",
               "--method", "bank", "--memo", "locksmith", NULL);
  g_assert_cmpstr (p->out, ==, "Hold of entry 5 captured: 25.00 EUR withdrawn from John Smith's"
                               " account, 15.00 EUR released · locksmith\n");

  program_run (p, DONE, "entries", "club.daybook", "--of", "john", NULL);
  g_assert_nonnull (strstr (p->out, "Hold of entry 5 captured, bank · locksmith"));
  program_run (p, DONE, "balance", "club.daybook", "--json", NULL);
  g_assert_nonnull (strstr (p->out, "\"balance\":\"75.00\",\"held\":\"0.00\","
                                    "\"available\":\"75.00\""));
  program_run (p, DONE, "verify", "club.daybook", NULL);
}

static void
test_entries (Program       *p,
              gconstpointer  data)
{
  g_auto (GStrv) lines = NULL;

  program_start_textbook (p);
  program_run (p, DONE, "deposit", "club.daybook", "--to", "john", "--amount", "100",
               "--memo", "say \"hi\"\\", "--operator", "Ruth", "--command-id", "abc", NULL);
  program_run (p, DONE, "withdraw", "club.daybook", "--from", "john", "--amount", "30", NULL);

  program_run (p, DONE, "entries", "club.daybook", "--json", NULL);
  lines = g_strsplit (p->out, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 6);
  g_assert_nonnull (strstr (lines[0], "\"type\":\"BookStarted\""));
  g_assert_nonnull (strstr (lines[2], "\"overdraft\":\"0.00\""));
  g_assert_true (g_str_has_prefix (lines[3], "{\"position\":4,\"id\":\""));
  g_assert_nonnull (strstr (lines[3], "\"actor\":\"Ruth\",\"command_id\":\"abc\","
                                      "\"correlation\":\"abc\",\"causation\":null,"
                                      "\"to\":\"0000000195\",\"amount\":\"100.00\","
                                      "\"currency\":\"EUR\",\"method\":\"cash\","
                                      "\"memo\":\"say \\\"hi\\\"\\\\\"}"));

  program_run (p, DONE, "entries", "club.daybook", "--of", "john", "--json", NULL);
  g_assert_nonnull (strstr (p->out, "\"row\":2,\"amount\":\"-30.00\",\"balance\":\"70.00\","
                                    "\"reversed_by\":null,\"from\":\"0000000195\""));
  program_run (p, DONE, "entries", "club.daybook", "--of", "john", NULL);
  g_assert_nonnull (strstr (p->out, "Withdrawal, cash"));
  g_assert_nonnull (strstr (p->out, "−30.00    70.00\n"));
}

static void
test_people (Program       *p,
             gconstpointer  data)
{
  program_start_textbook (p);
  program_run (p, DONE, "open", "club.daybook", "--holder", "john", "--name", "Holiday fund", NULL);
  program_run (p, DONE, "people", "club.daybook", "--json", NULL);
  g_assert_true (g_str_has_prefix (p->out, "{\"username\":\"john\",\"name\":\"John Smith\","
                                           "\"email\":\"john@example.org\",\"phone\":null,"
                                    "\"address\":null,\"note\":null,\"id\":\""));
  g_assert_true (g_str_has_suffix (p->out, ",\"accounts\":[\"0000000195\",\"0000000292\"]}\n"));
}

static void
test_same_command_id_records_once (Program       *p,
                                   gconstpointer  data)
{
  program_start_textbook (p);
  for (guint i = 0; i < 2; i++)
    {
      program_run (p, DONE, "deposit", "club.daybook", "--to", "john", "--amount", "100",
                   "--command-id", "receipt-17", NULL);
      g_assert_cmpstr (p->out, ==, "100.00 EUR deposited to John Smith's account\n");
    }
  program_run (p, REFUSED, "deposit", "club.daybook", "--to", "john", "--amount", "101",
               "--command-id", "receipt-17", NULL);
  g_assert_cmpstr (p->err, ==,
                   "The command id “receipt-17” belongs to entry 4, which says something else.\n");
  program_run (p, DONE, "balance", "club.daybook", "--of", "john", "--json", NULL);
  g_assert_nonnull (strstr (p->out, "\"balance\":\"100.00\""));
}

static void
test_username_with_several_accounts (Program       *p,
                                     gconstpointer  data)
{
  program_start_textbook (p);
  program_run (p, DONE, "open", "club.daybook", "--holder", "john", NULL);
  program_run (p, REFUSED, "deposit", "club.daybook", "--to", "john", "--amount", "1", NULL);
  g_assert_cmpstr (p->err, ==, "“john” has 2 accounts; say which one by its number: "
                               "0000\u00a00001\u00a095, 0000\u00a00002\u00a092.\n");
  program_run (p, REFUSED, "balance", "club.daybook", "--of", "john", NULL);
}

/* Everything a person can type wrong: one sentence, and nothing recorded. */
static const struct
{
  const char *verb;
  const char *option[3];
  const char *value[3];
  const char *sentence;
} bad_inputs[] = {
  { "deposit", { "--to", "--amount" }, { "john", "abc" }, "“abc” is not an amount.\n" },
  { "deposit", { "--to", "--amount" }, { "john", "1,50" }, "“1,50” is not an amount.\n" },
  { "deposit", { "--to", "--amount" }, { "john", "" }, "Amount is missing.\n" },
  { "deposit", { "--to", "--amount" }, { "john", "1.005" },
    "Amounts in EUR have at most 2 decimals.\n" },
  { "deposit", { "--to", "--amount" }, { "john", "0" },
    "The amount has to be more than zero.\n" },
  { "deposit", { "--to", "--amount" }, { "john", "-5" },
    "The amount has to be more than zero.\n" },
  { "deposit", { "--to", "--amount" }, { "john", "92233720368547758.08" },
    "That amount is larger than a book can hold.\n" },
  { "deposit", { "--to", "--amount" }, { "john", "9223372036854775807" },
    "That amount is larger than a book can hold.\n" },
  { "deposit", { "--to", "--amount" }, { "nobody", "1" },
    "Nobody in this book has the username “nobody”.\n" },
  { "deposit", { "--to", "--amount" }, { "mary", "1" }, "“mary” has no account yet.\n" },
  { "deposit", { "--to", "--amount" }, { "0000000196", "1" },
    "“0000000196” is not an account number: look at its digits again.\n" },
  { "deposit", { "--to", "--amount" }, { "0000000971", "1" },
    "There is no account 0000\u00a00009\u00a071 in this book.\n" },
  { "deposit", { "--to", "--amount" }, { "ref:7", "1" },
    "No account in this book has the reference “7”.\n" },
  { "deposit", { "--to", "--amount", "--on" }, { "john", "1", "2026-02-30" },
    "“2026-02-30” is not a day of the calendar.\n" },
  { "deposit", { "--to", "--amount", "--on" }, { "john", "1", "9999-01-01" }, NULL },
  { "deposit", { "--to", "--amount", "--on" }, { "john", "1", "1999-01-01" }, NULL },
  { "deposit", { "--to", "--amount", "--method" }, { "john", "1", "cheque" },
    "“cheque” is neither “cash” nor “bank”.\n" },
  { "deposit", { "--to", "--amount", "--memo" }, { "john", "1", "two\nlines" },
    "Memo has to be one line of plain text.\n" },
  { "withdraw", { "--from", "--amount" }, { "john", "0.01" },
    "0.00 EUR is available in account 0000\u00a00001\u00a095: 0.01 EUR short.\n" },
  { "transfer", { "--from", "--to", "--amount" }, { "john", "0000000195", "1" },
    "Money is transferred between two different accounts.\n" },
  { "register", { "--username", "--name" }, { "JOHN", "Another" },
    "The username “john” is taken.\n" },
  { "register", { "--username", "--name" }, { "j", "J" }, NULL },
  { "register", { "--username", "--name", "--email" }, { "jim", "Jim", "jim" },
    "“jim” is not an email address.\n" },
  { "open", { "--holder", "--overdraft" }, { "john", "-1" },
    "Overdraft limit cannot be below zero.\n" },
  { "open", { "--holder", "--currency" }, { "john", "EURO" },
    "“EURO” is not the code of a currency, such as EUR.\n" },
  { "hold", { "--account", "--amount", "--reason" }, { "john", "0.01", "keys" },
    "0.00 EUR is available in account 0000\u00a00001\u00a095: 0.01 EUR short.\n" },
  { "hold", { "--account", "--amount", "--reason" }, { "john", "1", "" },
    "Reason is missing.\n" },
  { "release", { "--entry" }, { "x" }, "“x” is not the number of an entry.\n" },
  { "release", { "--entry" }, { "99" }, "There is no entry 99 in this book.\n" },
  { "release", { "--entry" }, { "3" }, "Entry 3 is not a hold.\n" },
  { "capture", { "--entry", "--amount" }, { "3", "1" }, "Entry 3 is not a hold.\n" },
  { "reverse", { "--entry", "--reason" }, { "x", "y" }, "“x” is not the number of an entry.\n" },
  { "reverse", { "--entry", "--reason" }, { "99", "y" }, "There is no entry 99 in this book.\n" },
  { "reverse", { "--entry", "--reason" }, { "1", "y" },
    "Entry 1 moved no money, so there is nothing to reverse.\n" },
};

static void
test_bad_input (Program       *p,
                gconstpointer  data)
{
  program_start_textbook (p);
  program_run (p, DONE, "register", "club.daybook", "--username", "mary", "--name", "Mary Jones",
               NULL);
  for (guint i = 0; i < G_N_ELEMENTS (bad_inputs); i++)
    {
      const char *const *option = bad_inputs[i].option;
      const char *const *value = bad_inputs[i].value;

      program_run (p, REFUSED, bad_inputs[i].verb, "club.daybook", option[0], value[0], option[1],
                   value[1], option[2], value[2], NULL);
      g_assert_cmpstr (p->out, ==, "");
      if (bad_inputs[i].sentence != NULL)
        g_assert_cmpstr (p->err, ==, bad_inputs[i].sentence);
      g_assert_cmpuint (strcspn (p->err, "\n"), ==, strlen (p->err) - 1);
    }

  program_run (p, DONE, "verify", "club.daybook", NULL);
  g_assert_cmpstr (p->out, ==, "Entries checked: 4. All are as they were recorded.\n");
}

static void
test_balance_of_64_bits (Program       *p,
                         gconstpointer  data)
{
  program_start_textbook (p);
  program_run (p, DONE, "deposit", "club.daybook", "--to", "john",
               "--amount", "92233720368547758.07", NULL);
  program_run (p, REFUSED, "deposit", "club.daybook", "--to", "john", "--amount", "0.01", NULL);
  program_run (p, DONE, "balance", "club.daybook", "--json", NULL);
  g_assert_nonnull (strstr (p->out, "\"balance\":\"92233720368547758.07\""));
}

static void
test_wrong_usage (Program       *p,
                  gconstpointer  data)
{
  static const char *const calls[][9] = {
    { NULL },
    { "frobnicate", "club.daybook" },
    { "--frobnicate" },
    { "balance" },
    { "balance", "club.daybook", "another.daybook" },
    { "balance", "club.daybook", "--frobnicate" },
    { "balance", "club.daybook", "-j" },
    { "balance", "club.daybook", "--json=yes" },
    { "balance", "club.daybook", "--of" },
    { "balance", "club.daybook", "--json", "--json" },
    { "deposit", "club.daybook" },
    { "deposit", "club.daybook", "--to", "john" },
    { "deposit", "club.daybook", "--amount", "5" },
    { "deposit", "--to", "john", "--amount", "5" },
    { "deposit", "club.daybook", "--to", "john", "--amount", "5", "--entry", "4" },
    { "new", "other.daybook", "--name", "X" },
    { "new", "other.daybook", "--currency", "EUR" },
    { "hold", "club.daybook", "--account", "john", "--amount", "5" },
    { "release", "club.daybook" },
    { "limits", "club.daybook", "--account", "john", "--per_day", "5" },
    { "block", "club.daybook", "--account", "john" },
    { "reopen-period", "club.daybook" },
    { "check-seal", "club.daybook" },
    /* A hold expires by itself. */
    { "expire", "club.daybook", "--entry", "4" },
    { "dispatch", "club.daybook" },
    { "import", "club.daybook", "x.csv" },
    { "import", "club.daybook", "--profile", "x.profile" },
    { "sample", "club.daybook", "--name", "x" },
  };
  g_autofree char *other = program_path (p, "other.daybook");

  program_start_textbook (p);
  for (guint i = 0; i < G_N_ELEMENTS (calls); i++)
    {
      const char *const *c = calls[i];

      program_run (p, USAGE, c[0], c[1], c[2], c[3], c[4], c[5], c[6], c[7], NULL);
      g_assert_cmpstr (p->out, ==, "");
      g_assert_nonnull (strstr (p->err, "--help"));
    }
  g_assert_false (g_file_test (other, G_FILE_TEST_EXISTS));
}

static void
test_help (Program       *p,
           gconstpointer  data)
{
  static const char *const verbs[] = { "new", "register", "open", "deposit", "withdraw", "transfer",
                                       "hold", "release", "capture", "reverse", "correct",
                                       "rename-book", "person-change", "rename", "add-holder",
                                       "remove-holder", "limits", "block", "unblock", "close",
                                       "reopen", "close-period", "reopen-period", "balance",
                                       "entries", "people", "dispatch", "sample", "verify",
                                       "check-seal", "rebuild", "import", "copy" };
  static const char *const headings[] = { "Books", "People", "Accounts", "Money", "Holds",
                                          "Corrections", "Periods", "Reading", "Checking",
                                          "Other programs", "Options" };

  program_run (p, DONE, "--help", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    {
      g_autofree char *row = g_strdup_printf ("\n  %s ", verbs[i]);

      g_assert_nonnull (strstr (p->out, row));
    }
  for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
    {
      g_autofree char *heading = g_strdup_printf ("\n\n%s:\n  ", headings[i]);

      g_assert_nonnull (strstr (p->out, heading));
    }
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    {
      g_autofree char *usage = g_strdup_printf ("daybook-cli %s BOOK", verbs[i]);

      program_run (p, DONE, verbs[i], i % 2 ? "--help" : "-h", NULL);
      g_assert_nonnull (strstr (p->out, usage));
      g_assert_cmpstr (p->err, ==, "");
    }

  program_run (p, DONE, "deposit", "--help", NULL);
  g_assert_nonnull (strstr (p->out, "\n  --amount AMOUNT "));
  g_assert_nonnull (strstr (p->out, "--method cash|bank"));
  program_run (p, DONE, "capture", "--help", NULL);
  g_assert_nonnull (strstr (p->out, "how much of it, such as 12.50; all of it, unless said "));
  g_assert_nonnull (strstr (p->out, "the number of the entry that set the money aside"));
  program_run (p, DONE, "hold", "--help", NULL);
  g_assert_nonnull (strstr (p->out, "the day it ends by itself, such as 2026-12-31"));
  program_run (p, DONE, "limits", "--help", NULL);
  g_assert_nonnull (strstr (p->out, "\n  --per-withdrawal AMOUNT "));
  g_assert_null (strchr (p->out, '_'));
  program_run (p, DONE, "--version", NULL);
  g_assert_true (g_str_has_prefix (p->out, "daybook-cli "));
}

static void
test_new_leaves_files_alone (Program       *p,
                             gconstpointer  data)
{
  g_autofree char *path = program_path (p, "letter.txt");
  g_autofree char *contents = NULL;

  g_assert_true (g_file_set_contents (path, "Dear Sir", -1, NULL));
  program_run (p, REFUSED, "new", "letter.txt", "--name", "X", "--currency", "EUR", NULL);
  g_assert_cmpstr (p->err, ==, "“letter.txt” exists already and was left as it is.\n");
  program_run (p, REFUSED, "sample", "letter.txt", NULL);
  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, "Dear Sir");

  program_run (p, REFUSED, "new", "bad.daybook", "--name", "X", "--currency", "XXX", NULL);
  program_run (p, REFUSED, "new", "bad.daybook", "--name", "", "--currency", "EUR", NULL);
  program_run (p, BOOK, "new", "no/such/folder.daybook", "--name", "X", "--currency", "EUR", NULL);
  program_run (p, BOOK, "balance", "bad.daybook", NULL);
  g_assert_cmpstr (p->err, ==, "“bad.daybook” does not exist.\n");
}

static void
test_foreign_files_are_refused_by_name (Program       *p,
                                        gconstpointer  data)
{
  static const char *const verbs[] = { "balance", "entries", "people", "verify", "rebuild" };
  g_autofree char *path = program_path (p, "letter.txt");
  g_autofree char *empty = program_path (p, "empty.daybook");
  g_autofree char *contents = NULL;

  g_assert_true (g_file_set_contents (path, "Dear Sir", -1, NULL));
  g_assert_true (g_file_set_contents (empty, "", -1, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    {
      program_run (p, BOOK, verbs[i], "letter.txt", NULL);
      g_assert_cmpstr (p->err, ==, "“letter.txt” is not a book of Daybook.\n");
      program_run (p, BOOK, verbs[i], "empty.daybook", NULL);
      program_run (p, BOOK, verbs[i], ".", NULL);
    }
  program_run (p, BOOK, "deposit", "letter.txt", "--to", "john", "--amount", "1", NULL);
  program_run (p, BOOK, "dispatch", "letter.txt", "{}", NULL);
  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, "Dear Sir");
}

/* Writes @bytes over those at @offset of the book; at where @find stands if that is given. */
static void
patch (Program    *p,
       const char *find,
       gsize       offset,
       const char *bytes,
       gsize       length)
{
  g_autofree char *path = program_path (p, "club.daybook");
  g_autofree char *contents = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (path, &contents, &size, NULL));
  if (find != NULL)
    {
      for (offset = 0; memcmp (contents + offset, find, strlen (find)) != 0; offset++)
        g_assert_cmpuint (offset + strlen (find), <, size);
    }
  memcpy (contents + offset, bytes, length);
  g_assert_true (g_file_set_contents (path, contents, (gssize) size, NULL));
}

static void
test_newer_book (Program       *p,
                 gconstpointer  data)
{
  program_start_textbook (p);
  /* The format's number, where SQLite keeps user_version. */
  patch (p, NULL, 60, "\0\0\0\143", 4);
  program_run (p, BOOK, "balance", "club.daybook", NULL);
  g_assert_cmpstr (p->err, ==, "“club.daybook” was written by a newer Daybook than this one.\n");
}

/* How many entries are found. */
static guint
count_found (Program    *p,
             const char *option,
             const char *value)
{
  g_auto (GStrv) lines = NULL;

  program_run (p, DONE, "entries", "club.daybook", "--json", option, value, NULL);
  lines = g_strsplit (p->out, "\n", -1);

  /* After the last line's end there is an empty piece. */
  return *p->out != '\0' ? g_strv_length (lines) - 1 : 0;
}

/* The value of a field of the first line that was printed. */
static char *
first_value (Program    *p,
             const char *name)
{
  g_autofree char *lead = g_strdup_printf ("\"%s\":\"", name);
  const char *start = strstr (p->out, lead);

  g_assert_nonnull (start);
  start += strlen (lead);
  return g_strndup (start, strchr (start, '"') - start);
}

static void
test_entries_are_looked_up (Program       *p,
                            gconstpointer  data)
{
  g_autofree char *id = NULL, *command = NULL;

  program_start_textbook (p);
  program_run (p, DONE, "deposit", "club.daybook", "--to", "john", "--amount", "100",
               "--command-id", "first", "--operator", "Anna", NULL);
  program_run (p, DONE, "deposit", "club.daybook", "--to", "john", "--amount", "1", NULL);
  program_run (p, DONE, "reverse", "club.daybook", "--entry", "4", "--reason", "typo", NULL);

  g_assert_cmpint (count_found (p, "--from", "4"), ==, 3);
  g_assert_cmpint (count_found (p, "--command", "first"), ==, 1);
  id = first_value (p, "id");
  command = first_value (p, "command_id");
  g_assert_cmpstr (command, ==, "first");
  g_assert_cmpint (count_found (p, "--id", id), ==, 1);
  g_assert_cmpint (count_found (p, "--actor", "Anna"), ==, 1);
  /* The reversal is a consequence of what it undoes, and belongs to it. */
  g_assert_cmpint (count_found (p, "--causation", "first"), ==, 1);
  g_assert_cmpint (count_found (p, "--correlation", "first"), ==, 2);
  g_assert_cmpint (count_found (p, "--stream", "entry:4"), ==, 1);
  g_assert_cmpint (count_found (p, "--stream", "account:0000000195"), ==, 4);
  g_assert_cmpint (count_found (p, "--recorded-from", "1999-01-01"), ==, 6);
  g_assert_cmpint (count_found (p, "--recorded-until", "1999-01-01"), ==, 0);
  program_run (p, DONE, "entries", "club.daybook", "--json", "--stream", "account:0000000195",
               "--from-version", "3", "--actor", "Anna", NULL);
  g_assert_cmpstr (p->out, ==, "");

  program_run (p, REFUSED, "entries", "club.daybook", "--id", "x", NULL);
  g_assert_cmpstr (p->err, ==, "“x” is not the id of an entry.\n");
  program_run (p, REFUSED, "entries", "club.daybook", "--recorded-from", "noon", NULL);
  program_run (p, REFUSED, "entries", "club.daybook", "--stream", "account", NULL);
  program_run (p, REFUSED, "entries", "club.daybook", "--from", "0", NULL);
}

/* A hold that has come to its day is recorded as expired before anything else is. */
static void
test_what_has_expired_holds_nothing (Program       *p,
                                     gconstpointer  data)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *today = g_date_time_format (now, "%F");

  program_start_textbook (p);
  program_run (p, DONE, "deposit", "club.daybook", "--to", "john", "--amount", "100", NULL);
  program_run (p, DONE, "hold", "club.daybook", "--account", "john", "--amount", "60", "--reason",
               "rent", "--expires", today, NULL);
  program_run (p, DONE, "withdraw", "club.daybook", "--from", "john", "--amount", "70", NULL);
  g_assert_cmpint (count_found (p, "--actor", "Daybook"), ==, 1);
  g_assert_nonnull (strstr (p->out, "HoldExpired"));
}

static void
test_verify_names_the_entry (Program       *p,
                             gconstpointer  data)
{
  program_start_textbook (p);
  program_run (p, DONE, "deposit", "club.daybook", "--to", "john", "--amount", "100",
               "--memo", "birthday", NULL);
  program_run (p, DONE, "deposit", "club.daybook", "--to", "john", "--amount", "1", NULL);
  patch (p, "birthday", 0, "girthday", 8);
  program_run (p, BOOK, "verify", "club.daybook", NULL);
  g_assert_cmpstr (p->out, ==, "");
  g_assert_cmpstr (p->err, ==, "Entry 4 does not say what was recorded.\n");
}

static void
test_copy (Program       *p,
           gconstpointer  data)
{
  g_autofree char *entries = NULL;

  program_start_textbook (p);
  program_run (p, DONE, "copy", "club.daybook", "copy.daybook", NULL);
  g_assert_cmpstr (p->out, ==,
                   "The copy is made, and every entry in it is as it was recorded.\n");
  program_run (p, DONE, "entries", "club.daybook", "--json", NULL);
  entries = g_strdup (p->out);
  program_run (p, DONE, "entries", "copy.daybook", "--json", NULL);
  g_assert_cmpstr (p->out, ==, entries);

  program_run (p, REFUSED, "copy", "club.daybook", "copy.daybook", NULL);
  g_assert_cmpstr (p->err, ==, "“copy.daybook” exists already and was left as it is.\n");
  program_run (p, REFUSED, "copy", "club.daybook", "club.daybook", NULL);
  g_assert_cmpstr (p->err, ==, "“club.daybook” is the book itself. Choose another name or folder "
                               "for the copy.\n");
  program_run (p, BOOK, "copy", "club.daybook", "nowhere/copy.daybook", NULL);
  g_assert_cmpstr (p->err, ==, "“copy.daybook” is in a folder that does not exist.\n");
  program_run (p, BOOK, "copy", "nothing.daybook", "other.daybook", NULL);
  g_assert_cmpstr (p->err, ==, "“nothing.daybook” does not exist.\n");
  program_run (p, USAGE, "copy", "club.daybook", NULL);
}

/* What is wrong in a book would be wrong in its copy, which nobody would look at before it is
 * needed. */
static void
test_copy_of_what_is_damaged (Program       *p,
                              gconstpointer  data)
{
  g_autofree char *target = program_path (p, "copy.daybook");

  program_start_textbook (p);
  program_run (p, DONE, "deposit", "club.daybook", "--to", "john", "--amount", "100",
               "--memo", "birthday", NULL);
  patch (p, "birthday", 0, "girthday", 8);
  program_run (p, BOOK, "copy", "club.daybook", "copy.daybook", NULL);
  g_assert_cmpstr (p->err, ==, "“club.daybook” is damaged and was left as it is.\n");
  g_assert_false (g_file_test (target, G_FILE_TEST_EXISTS));
}

static void
test_sample_is_the_same_every_time (Program       *p,
                                    gconstpointer  data)
{
  g_autofree char *first = NULL;
  g_auto (GStrv) lines = NULL;

  program_run (p, DONE, "sample", "a.daybook", NULL);
  program_run (p, DONE, "sample", "b.daybook", NULL);
  program_run (p, DONE, "entries", "a.daybook", "--json", NULL);
  first = g_strdup (p->out);
  program_run (p, DONE, "entries", "b.daybook", "--json", NULL);
  g_assert_cmpstr (p->out, ==, first);

  program_run (p, DONE, "people", "a.daybook", "--json", NULL);
  lines = g_strsplit (p->out, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 40 + 1);
  g_clear_pointer (&lines, g_strfreev);
  program_run (p, DONE, "balance", "a.daybook", "--json", NULL);
  lines = g_strsplit (p->out, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 60 + 1);
  program_run (p, DONE, "verify", "a.daybook", NULL);
}

static void
test_sample_of_any_size (Program       *p,
                         gconstpointer  data)
{
  static const char *const sizes[] = { "1", "2", "3", "4", "50", "99", "12345" };
  static const char *const shown[] = { "1", "2", "3", "4", "50", "99", "12,345" };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autofree char *name = g_strdup_printf ("%s.daybook", sizes[i]);
      g_autofree char *expected = g_strdup_printf ("Entries checked: %s. All are as they were "
                                                   "recorded.\n", shown[i]);

      program_run (p, DONE, "sample", name, "--entries", sizes[i], NULL);
      program_run (p, DONE, "verify", name, NULL);
      g_assert_cmpstr (p->out, ==, expected);
    }

  program_run (p, REFUSED, "sample", "x.daybook", "--entries", "0", NULL);
  program_run (p, REFUSED, "sample", "x.daybook", "--entries", "many", NULL);
}

#define ADD(name, function) \
  g_test_add ("/cli/" name, Program, NULL, program_set_up, function, program_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  program_find (&argc, argv);

  ADD ("textbook-example", test_textbook_example);
  ADD ("read-model-can-be-thrown-away", test_read_model_can_be_thrown_away);
  ADD ("withdraw-and-transfer", test_withdraw_and_transfer);
  ADD ("reverse", test_reverse);
  ADD ("hold", test_hold);
  ADD ("entries", test_entries);
  ADD ("people", test_people);
  ADD ("same-command-id-records-once", test_same_command_id_records_once);
  ADD ("username-with-several-accounts", test_username_with_several_accounts);
  ADD ("bad-input", test_bad_input);
  ADD ("balance-of-64-bits", test_balance_of_64_bits);
  ADD ("wrong-usage", test_wrong_usage);
  ADD ("help", test_help);
  ADD ("new-leaves-files-alone", test_new_leaves_files_alone);
  ADD ("foreign-files-are-refused-by-name", test_foreign_files_are_refused_by_name);
  ADD ("newer-book", test_newer_book);
  ADD ("entries-are-looked-up", test_entries_are_looked_up);
  ADD ("what-has-expired-holds-nothing", test_what_has_expired_holds_nothing);
  ADD ("verify-names-the-entry", test_verify_names_the_entry);
  ADD ("copy", test_copy);
  ADD ("copy-of-what-is-damaged", test_copy_of_what_is_damaged);
  ADD ("sample-is-the-same-every-time", test_sample_is_the_same_every_time);
  ADD ("sample-of-any-size", test_sample_of_any_size);

  return g_test_run ();
}
