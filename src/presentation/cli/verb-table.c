/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the command line can do.
 *
 * Verbs that record a command have no options of their own: theirs are the fields of the command's
 * schema, so that a new field is an option without anybody writing one. */

#include "verb-table.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "catalogue.h"

static const DaybookOption new_options[] = {
  { "name", N_("NAME"), N_("what the book is called"), TRUE },
  { "currency", N_("CODE"), N_("its home currency, such as EUR"), TRUE },
  { NULL }
};

static const DaybookOption of_options[] = {
  { "of", N_("WHO"), N_("only this account: a username, an account number or ref:REFERENCE") },
  { "json", NULL, N_("print one JSON object per line") },
  { NULL }
};

static const DaybookOption entries_options[] = {
  { "of", N_("WHO"), N_("only this account: a username, an account number or ref:REFERENCE") },
  { "from", N_("ENTRY"), N_("only from the entry of this number on") },
  { "id", N_("ID"), N_("only the entry of this id") },
  { "command", N_("ID"), N_("only what this command recorded") },
  { "correlation", N_("ID"), N_("only what belongs to this undertaking, such as an import") },
  { "causation", N_("ID"), N_("only what this command led to") },
  { "actor", N_("NAME"), N_("only what this person recorded") },
  { "recorded-from", N_("TIME"), N_("only what was recorded on this day or at this moment, such as "
                                    "2026-11-23 or 2026-11-23T14:05:00, or later") },
  { "recorded-until", N_("TIME"), N_("only what was recorded up to the end of this day, or before "
                                     "this moment") },
  { "stream", "KIND:KEY", N_("only what is filed under this stream, such as account:0000000195") },
  { "from-version", N_("NUMBER"), N_("of the stream, only from this version on") },
  { "json", NULL, N_("print one JSON object per line") },
  { NULL }
};

static const DaybookOption people_options[] = {
  { "json", NULL, N_("print one JSON object per line") },
  { NULL }
};

static const DaybookOption dispatch_options[] = {
  { "operator", N_("NAME"), N_("who is named in the entries; you, unless said otherwise") },
  { NULL }
};

static const DaybookOption sample_options[] = {
  { "entries", N_("NUMBER"), N_("how many entries the book shall have") },
  { NULL }
};

static const DaybookOption import_options[] = {
  { "profile", N_("FILE"), N_("how the files are to be read"), TRUE },
  { "keep-going", NULL, N_("record what can be recorded and report the rest") },
  { "operator", N_("NAME"), N_("who is named in the entries; you, unless said otherwise") },
  { NULL }
};

static const DaybookOption rebuild_options[] = {
  { "progress", NULL, N_("say how far it has come, also where no terminal is") },
  { NULL }
};

static const DaybookOption no_options[] = { { NULL } };

/* A verb that records the command of its name, and any other that takes a book alone. */
#define RECORDS(verb, summary) \
  { verb, "BOOK", 1, 1, daybook_verb_record, summary, TRUE, no_options }
#define DOES(verb, run, summary, options) \
  { verb, "BOOK", 1, 1, run, summary, FALSE, options }

static const DaybookVerb books_verbs[] = {
  DOES ("new", daybook_verb_new, N_("Start a book"), new_options),
  RECORDS ("rename-book", N_("Call the book something else")),
  DOES ("sample", daybook_verb_sample, N_("Make a book with invented people and entries"),
        sample_options),
  { "copy", "BOOK TARGET", 2, 2, daybook_verb_copy,
    N_("Copy a book, even while others record in it, and check the copy"), FALSE, no_options },
  { NULL }
};

static const DaybookVerb people_verbs[] = {
  RECORDS ("register", N_("Register a person")),
  RECORDS ("person-change", N_("Change a person's username or details")),
  { NULL }
};

static const DaybookVerb accounts_verbs[] = {
  RECORDS ("open", N_("Open an account and print its number")),
  RECORDS ("rename", N_("Say what an account is for")),
  RECORDS ("add-holder", N_("Make somebody a holder of an account too")),
  RECORDS ("remove-holder", N_("Make somebody a holder of an account no more")),
  RECORDS ("limits", N_("Change minimum balance, overdraft limit and limits on withdrawals")),
  RECORDS ("block", N_("Let no money out of an account, none into it, or neither")),
  RECORDS ("unblock", N_("Lift an account's blocks")),
  RECORDS ("close", N_("Close an account and pay out what is in it")),
  RECORDS ("reopen", N_("Open a closed account again")),
  { NULL }
};

static const DaybookVerb money_verbs[] = {
  RECORDS ("deposit", N_("Put money into an account")),
  RECORDS ("withdraw", N_("Take money out of an account")),
  RECORDS ("transfer", N_("Move money between two accounts")),
  { NULL }
};

static const DaybookVerb holds_verbs[] = {
  RECORDS ("hold", N_("Set money aside")),
  RECORDS ("release", N_("Make money that was set aside available again")),
  RECORDS ("capture", N_("Pay out money that was set aside")),
  { NULL }
};

static const DaybookVerb corrections_verbs[] = {
  RECORDS ("reverse", N_("Undo an entry by its opposite")),
  RECORDS ("correct", N_("Undo an entry and record what is right in its place")),
  { NULL }
};

static const DaybookVerb periods_verbs[] = {
  RECORDS ("close-period", N_("Lock all days up to one, and print totals and seal")),
  RECORDS ("reopen-period", N_("Unlock the latest period")),
  { NULL }
};

static const DaybookVerb reading_verbs[] = {
  DOES ("balance", daybook_verb_balance, N_("Show accounts and their balances"), of_options),
  DOES ("holds", daybook_verb_holds, N_("Show the money that is set aside"), of_options),
  DOES ("entries", daybook_verb_entries, N_("Show the entries of the book or of an account"),
        entries_options),
  DOES ("people", daybook_verb_people, N_("Show the people of the book"), people_options),
  { NULL }
};

static const DaybookVerb checking_verbs[] = {
  DOES ("verify", daybook_verb_verify, N_("Check that every entry is what was recorded"),
        no_options),
  DOES ("check", daybook_verb_check,
        N_("Check that what is owed is what there is, in every currency and on every date"),
        people_options),
  { "check-seal", "BOOK CODE", 2, 2, daybook_verb_check_seal,
    N_("Say which closing a seal belongs to, and whether the book is still what was sealed"), FALSE,
    no_options },
  DOES ("rebuild", daybook_verb_rebuild, N_("Work all figures out again from the entries"),
        rebuild_options),
  { NULL }
};

static const DaybookVerb exchange_verbs[] = {
  { "dispatch", "BOOK JSON|-", 2, 2, daybook_verb_dispatch,
    N_("Record a command given as data, or one from each line of the input"), FALSE,
    dispatch_options },
  { "import", "BOOK CSV…", 2, G_MAXUINT, daybook_verb_import,
    N_("Record what stands in other programs' files"), FALSE, import_options },
  { NULL }
};

/* In the order in which one would come to need them. */
const DaybookVerbGroup daybook_verb_groups[] = {
  { N_("Books:"), books_verbs },
  { N_("People:"), people_verbs },
  { N_("Accounts:"), accounts_verbs },
  { N_("Money:"), money_verbs },
  { N_("Holds:"), holds_verbs },
  { N_("Corrections:"), corrections_verbs },
  { N_("Periods:"), periods_verbs },
  { N_("Reading:"), reading_verbs },
  { N_("Checking:"), checking_verbs },
  { N_("Other programs:"), exchange_verbs },
  { NULL }
};

/* What a command's fields are called in the help. The first line that fits counts. */
static const struct
{
  const char *command;
  const char *field;
  const char *value;
  const char *help;
} field_helps[] = {
  { NULL, "person", N_("USERNAME"), N_("whose details: the username so far") },
  { "person-change", "username", N_("USERNAME"), N_("the username from now on") },
  { NULL, "username", N_("USERNAME"), N_("short and unique: a–z, 0–9, “.”, “-”, “_”") },
  { "open", "name", N_("PURPOSE"), N_("what the account is for") },
  { "rename", "name", N_("PURPOSE"), N_("what the account is for; - for nothing in particular") },
  { "rename-book", "name", N_("NAME"), N_("what the book is called from now on") },
  { NULL, "name", N_("NAME"), N_("full name") },
  { "person-change", "email", N_("EMAIL"), N_("email address; - for none") },
  { NULL, "email", N_("EMAIL"), N_("email address") },
  { "person-change", "phone", N_("PHONE"), N_("telephone number; - for none") },
  { NULL, "phone", N_("PHONE"), N_("telephone number") },
  { "person-change", "address", N_("ADDRESS"), N_("postal address, in one line; - for none") },
  { NULL, "address", N_("ADDRESS"), N_("postal address, in one line") },
  { "person-change", "note", N_("TEXT"), N_("what else is to be known of the person; - for "
                                            "nothing") },
  { NULL, "note", N_("TEXT"), N_("what else is to be known of the person") },
  { "add-holder", "holder", N_("USERNAME"), N_("who becomes a holder too") },
  { "remove-holder", "holder", N_("USERNAME"), N_("who is not to be a holder any more") },
  { NULL, "holder", N_("USERNAME"), N_("whose money it is") },
  { NULL, "authority", "any|all", N_("whether any one of the holders may dispose of the money "
                                     "alone, or only all together; as it was, unless said "
                                     "otherwise") },
  { NULL, "currency", N_("CODE"), N_("its currency; the book's, unless said otherwise") },
  { NULL, "minimum", N_("AMOUNT"), N_("what has to stay in the account; 0 for nothing") },
  { "limits", "overdraft", N_("AMOUNT"), N_("how far below zero the account may go; 0 for not at "
                                            "all") },
  { NULL, "overdraft", N_("AMOUNT"), N_("how far below zero the account may go") },
  { NULL, "per_withdrawal", N_("AMOUNT"), N_("the most that may be withdrawn at once; 0 for no "
                                             "limit") },
  { NULL, "per_day", N_("AMOUNT"), N_("the most that may be withdrawn on one day; 0 for no "
                                      "limit") },
  { "unblock", "side", "debits|credits|both", N_("money going out, money coming in, or both; "
                                                 "whatever is blocked, unless said otherwise") },
  { NULL, "side", "debits|credits|both", N_("money going out, money coming in, or both; both, "
                                            "unless said otherwise") },
  { NULL, "payout", "cash|bank", N_("by what way to pay out what is in the account") },
  { "reopen-period", "until", N_("DATE"), N_("the last day of the period; the latest one's, unless "
                                             "said otherwise") },
  { NULL, "until", N_("DATE"), N_("the last day of the period, such as 2026-12-31") },
  { NULL, "reference", N_("REFERENCE"), N_("the account's number in some other system") },
  { "close", "to", N_("WHO"), N_("into which account to transfer what is in it: a username, an "
                                 "account number or ref:REFERENCE") },
  { "correct", "to", N_("WHO"), N_("the right account for money to go into, if it was another") },
  { NULL, "to", N_("WHO"), N_("into which account: a username, an account number "
                              "or ref:REFERENCE") },
  { "correct", "from", N_("WHO"), N_("the right account for money to come out of, if it was "
                                     "another") },
  { NULL, "from", N_("WHO"), N_("out of which account: a username, an account number "
                                "or ref:REFERENCE") },
  { "hold", "account", N_("WHO"), N_("on which account: a username, an account number "
                                     "or ref:REFERENCE") },
  { NULL, "account", N_("WHO"), N_("which account: a username, an account number "
                                   "or ref:REFERENCE") },
  { "capture", "amount", N_("AMOUNT"), N_("how much of it, such as 12.50; all of it, unless said "
                                          "otherwise") },
  { "correct", "amount", N_("AMOUNT"), N_("the right amount, such as 12.50, if it was another") },
  { NULL, "amount", N_("AMOUNT"), N_("how much, such as 12.50") },
  { "correct", "method", "cash|bank", N_("the right way, if it was another") },
  { NULL, "method", "cash|bank", N_("by what way; cash, unless said otherwise") },
  { "open", "on", N_("DATE"), N_("the day it is opened, such as 2026-11-23; today, unless said "
                                 "otherwise") },
  { "close", "on", N_("DATE"), N_("the day it is closed, such as 2026-11-23; today, unless said "
                                  "otherwise") },
  { "reverse", "on", N_("DATE"), N_("the day it counts for; the entry's own, unless said "
                                    "otherwise") },
  { "correct", "on", N_("DATE"), N_("the right day for it to count for, if it was another") },
  { NULL, "on", N_("DATE"), N_("the day it counts for, such as 2026-11-23; today, unless said "
                               "otherwise") },
  { "correct", "memo", N_("TEXT"), N_("the right memo, if it was another; - for none") },
  { NULL, "memo", N_("TEXT"), N_("a memo: what to remember it by") },
  { "release", "entry", N_("ENTRY"), N_("the number of the entry that set the money aside") },
  { "capture", "entry", N_("ENTRY"), N_("the number of the entry that set the money aside") },
  { NULL, "entry", N_("ENTRY"), N_("the entry's number") },
  { NULL, "expires", N_("DATE"), N_("the day it ends by itself, such as 2026-12-31") },
  { NULL, "reason", N_("TEXT"), N_("why") },
};

static const DaybookOption record_options[] = {
  { "command-id", N_("ID"), N_("makes it safe to repeat: what was recorded under this id is not "
                               "recorded again") },
  { "operator", N_("NAME"), N_("who is named in the entry; you, unless said otherwise") },
};

/**
 * daybook_verb_find:
 *
 * Returns: (transfer none) (nullable): the verb of that name.
 */
const DaybookVerb *
daybook_verb_find (const char *name)
{
  for (const DaybookVerbGroup *group = daybook_verb_groups; group->heading != NULL; group++)
    for (const DaybookVerb *verb = group->verbs; verb->name != NULL; verb++)
      if (strcmp (verb->name, name) == 0)
        return verb;

  return NULL;
}

static void
add_field_option (GArray              *options,
                  const DaybookSchema *schema,
                  const DaybookField  *field)
{
  DaybookOption option = { daybook_option_name (field->name), N_("VALUE"), "",
                           !field->optional };

  for (guint i = 0; i < G_N_ELEMENTS (field_helps); i++)
    if (strcmp (field_helps[i].field, field->name) == 0 &&
        (field_helps[i].command == NULL || strcmp (field_helps[i].command, schema->name) == 0))
      {
        option.value = field_helps[i].value;
        option.help = field_helps[i].help;
        break;
      }

  g_array_append_val (options, option);
}

/**
 * daybook_verb_collect_options:
 *
 * Returns: (transfer full) (element-type DaybookOption): all options of a verb.
 */
GArray *
daybook_verb_collect_options (const DaybookVerb *verb)
{
  GArray *options = g_array_new (FALSE, FALSE, sizeof (DaybookOption));
  const DaybookSchema *schema = verb->records ? daybook_find_command_type (verb->name) : NULL;

  for (guint i = 0; schema != NULL && i < schema->n_fields; i++)
    add_field_option (options, schema, &schema->fields[i]);
  if (verb->records)
    g_array_append_vals (options, record_options, G_N_ELEMENTS (record_options));
  for (const DaybookOption *option = verb->options; option->name != NULL; option++)
    g_array_append_vals (options, option, 1);

  return options;
}
