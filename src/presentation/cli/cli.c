/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The command line: `daybook-cli VERB BOOK …`.
 *
 * A table of verbs. Those that record a command have no options of their own: theirs are the
 * fields of the command's schema, so that a new field is an option without anybody writing one. */

#include "cli.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "catalogue.h"
#include "verbs.h"

#define PROGRAM "daybook-cli"

typedef struct
{
  const char *name;
  const char *arguments;
  guint min_arguments;
  guint max_arguments;
  DaybookExit (*run) (DaybookCall *call);
  const char *summary;
  gboolean records;
  const DaybookOption *options;
} Verb;

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

/* In the order in which one would come to need them. */
static const Verb verbs[] = {
  { "new", "BOOK", 1, 1, daybook_verb_new, N_("Start a book"), FALSE, new_options },
  { "register", "BOOK", 1, 1, daybook_verb_record, N_("Register a person"), TRUE, no_options },
  { "open", "BOOK", 1, 1, daybook_verb_record,
    N_("Open an account and print its number"), TRUE, no_options },
  { "deposit", "BOOK", 1, 1, daybook_verb_record,
    N_("Put money into an account"), TRUE, no_options },
  { "withdraw", "BOOK", 1, 1, daybook_verb_record,
    N_("Take money out of an account"), TRUE, no_options },
  { "transfer", "BOOK", 1, 1, daybook_verb_record,
    N_("Move money between two accounts"), TRUE, no_options },
  { "hold", "BOOK", 1, 1, daybook_verb_record, N_("Set money aside"), TRUE, no_options },
  { "release", "BOOK", 1, 1, daybook_verb_record,
    N_("Make money that was set aside available again"), TRUE, no_options },
  { "capture", "BOOK", 1, 1, daybook_verb_record,
    N_("Pay out money that was set aside"), TRUE, no_options },
  { "reverse", "BOOK", 1, 1, daybook_verb_record,
    N_("Undo an entry by its opposite"), TRUE, no_options },
  { "balance", "BOOK", 1, 1, daybook_verb_balance,
    N_("Show accounts and their balances"), FALSE, of_options },
  { "entries", "BOOK", 1, 1, daybook_verb_entries,
    N_("Show the entries of the book or of an account"), FALSE, entries_options },
  { "people", "BOOK", 1, 1, daybook_verb_people,
    N_("Show the people of the book"), FALSE, people_options },
  { "dispatch", "BOOK JSON|-", 2, 2, daybook_verb_dispatch,
    N_("Record a command given as data, or one from each line of the input"), FALSE,
    dispatch_options },
  { "import", "BOOK CSV…", 2, G_MAXUINT, daybook_verb_import,
    N_("Record what stands in other programs' files"), FALSE, import_options },
  { "sample", "BOOK", 1, 1, daybook_verb_sample,
    N_("Make a book with invented people and entries"), FALSE, sample_options },
  { "verify", "BOOK", 1, 1, daybook_verb_verify,
    N_("Check that every entry is what was recorded"), FALSE, no_options },
  { "check-seal", "BOOK CODE", 2, 2, daybook_verb_check_seal,
    N_("Say which closing a seal belongs to, and whether the book is still what was sealed"), FALSE,
    no_options },
  { "rebuild", "BOOK", 1, 1, daybook_verb_rebuild,
    N_("Work all figures out again from the entries"), FALSE, rebuild_options },
};

/* What a command's fields are called in the help. The first line that fits counts. */
static const struct
{
  const char *command;
  const char *field;
  const char *value;
  const char *help;
} field_helps[] = {
  { NULL, "username", N_("USERNAME"), N_("short and unique: a–z, 0–9, “.”, “-”, “_”") },
  { "open", "name", N_("NAME"), N_("what the account is for") },
  { NULL, "name", N_("NAME"), N_("full name") },
  { NULL, "email", N_("ADDRESS"), N_("email address") },
  { NULL, "holder", N_("USERNAME"), N_("whose money it is") },
  { NULL, "currency", N_("CODE"), N_("its currency; the book's, unless said otherwise") },
  { NULL, "overdraft", N_("AMOUNT"), N_("how far below zero the account may go") },
  { NULL, "reference", N_("REFERENCE"), N_("the account's number in some other system") },
  { NULL, "to", N_("WHO"), N_("into which account: a username, an account number "
                              "or ref:REFERENCE") },
  { NULL, "from", N_("WHO"), N_("out of which account: a username, an account number "
                                "or ref:REFERENCE") },
  { NULL, "account", N_("WHO"), N_("on which account: a username, an account number "
                                   "or ref:REFERENCE") },
  { "capture", "amount", N_("AMOUNT"), N_("how much of it, such as 12.50; all of it, unless said "
                                          "otherwise") },
  { NULL, "amount", N_("AMOUNT"), N_("how much, such as 12.50") },
  { NULL, "method", "cash|bank", N_("by what way; cash, unless said otherwise") },
  { "open", "on", N_("DATE"), N_("the day it is opened, such as 2026-11-23; today, unless said "
                                 "otherwise") },
  { "reverse", "on", N_("DATE"), N_("the day it counts for; the entry's own, unless said "
                                    "otherwise") },
  { NULL, "on", N_("DATE"), N_("the day it counts for, such as 2026-11-23; today, unless said "
                               "otherwise") },
  { NULL, "memo", N_("TEXT"), N_("a note to remember it by") },
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

static void
add_field_option (GArray              *options,
                  const DaybookSchema *schema,
                  const DaybookField  *field)
{
  DaybookOption option = { field->name, N_("VALUE"), "", !field->optional };

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

/* All options of a verb. */
static GArray *
collect_options (const Verb *verb)
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

static void
append_row (GString    *text,
            const char *head,
            guint       width,
            const char *help)
{
  g_string_append_printf (text, "\n  %s", head);
  for (glong n = g_utf8_strlen (head, -1); n < (glong) width; n++)
    g_string_append_c (text, ' ');
  g_string_append_printf (text, "  %s", help);
}

static char *
option_head (const DaybookOption *option)
{
  if (option->value == NULL)
    return g_strdup_printf ("--%s", option->name);

  return g_strdup_printf ("--%s %s", option->name, _(option->value));
}

static void
show_verb_help (const Verb *verb,
                GArray     *options)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint width = strlen ("-h, --help");

  g_string_append_printf (text, "%s\n  %s %s %s", _("Usage:"), PROGRAM, verb->name,
                          verb->arguments);
  for (guint i = 0; i < options->len; i++)
    {
      const DaybookOption *option = &g_array_index (options, DaybookOption, i);
      g_autofree char *head = option_head (option);

      g_string_append_printf (text, option->required ? " %s" : " [%s]", head);
      width = MAX (width, (guint) g_utf8_strlen (head, -1));
    }

  g_string_append_printf (text, "\n\n%s\n\n%s", _(verb->summary), _("Options:"));
  for (guint i = 0; i < options->len; i++)
    {
      const DaybookOption *option = &g_array_index (options, DaybookOption, i);
      g_autofree char *head = option_head (option);

      append_row (text, head, width, *option->help != '\0' ? _(option->help) : "");
    }
  append_row (text, "-h, --help", width, _("show this help"));

  daybook_output_say (text->str);
}

static void
show_help (void)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (text, "%s\n  %s VERB BOOK …\n\n%s\n\n%s", _("Usage:"), PROGRAM,
                          _("Keep other people's money straight, and prove it."), _("Verbs:"));
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    append_row (text, verbs[i].name, strlen ("-h, --help"), _(verbs[i].summary));

  g_string_append_printf (text, "\n\n%s", _("Options:"));
  append_row (text, "-h, --help", strlen ("-h, --help"), _("show this help, or that of a verb"));
  append_row (text, "--version", strlen ("-h, --help"), _("show which version this is"));
  g_string_append_printf (text, "\n\n%s",
                          _("Ends with 0 if it was done, 1 if a rule forbids it, 2 if it was asked "
                            "wrongly,\n3 if the book cannot be opened or is damaged."));

  daybook_output_say (text->str);
}

static const Verb *
find_verb (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    if (strcmp (verbs[i].name, name) == 0)
      return &verbs[i];

  return NULL;
}

static DaybookExit
complain (const char *sentence,
          const Verb *verb)
{
  g_autofree char *hint = NULL;

  if (verb != NULL)
    hint = g_strdup_printf (_("“%1$s %2$s --help” tells more."), PROGRAM, verb->name);
  else
    hint = g_strdup_printf (_("“%s --help” tells more."), PROGRAM);

  daybook_output_warn (sentence);
  daybook_output_warn (hint);

  return DAYBOOK_EXIT_USAGE;
}

static DaybookExit
run_verb (const DaybookCliParts  *parts,
          const Verb             *verb,
          char                  **args)
{
  g_autoptr (GArray) known = collect_options (verb);
  g_auto (DaybookOptions) options = { 0 };
  g_autofree char *complaint = NULL;
  DaybookCall call = { .parts = parts };
  const char *operator;

  if (!daybook_options_parse (&options, known, args, &complaint))
    return complain (complaint, verb);
  if (options.help)
    {
      show_verb_help (verb, known);
      return DAYBOOK_EXIT_DONE;
    }
  if (options.arguments->len < verb->min_arguments)
    return complain (_("Something is missing on the command line."), verb);
  if (options.arguments->len > verb->max_arguments)
    return complain (_("There is too much on the command line."), verb);

  operator = daybook_options_get (&options, "operator");
  call.options = options;
  call.path = g_ptr_array_index (options.arguments, 0);
  call.operator = operator != NULL ? operator : g_get_user_name ();
  if (verb->records)
    call.schema = daybook_find_command_type (verb->name);

  return verb->run (&call);
}

/**
 * daybook_cli_run:
 * @argv: (array zero-terminated=1): the command line
 *
 * Does what the command line asks for.
 *
 * Returns: the program's exit status: 0 done, 1 refused by a rule, 2 wrong usage, 3 the book cannot
 *   be opened or is damaged.
 */
int
daybook_cli_run (const DaybookCliParts  *parts,
                 int                     argc,
                 char                  **argv)
{
  const Verb *verb;
  DaybookExit exit;

  if (argc < 2)
    return complain (_("Say what is to be done."), NULL);

  verb = find_verb (argv[1]);
  if (verb != NULL)
    {
      exit = run_verb (parts, verb, argv + 2);
    }
  else if (strcmp (argv[1], "--help") == 0 || strcmp (argv[1], "-h") == 0)
    {
      show_help ();
      exit = DAYBOOK_EXIT_DONE;
    }
  else if (strcmp (argv[1], "--version") == 0)
    {
      daybook_output_say (PROGRAM " " VERSION);
      exit = DAYBOOK_EXIT_DONE;
    }
  else
    {
      g_autofree char *shown = g_utf8_make_valid (argv[1], -1);
      g_autofree char *complaint = g_strdup_printf (_("There is no verb “%s”."), shown);

      exit = complain (complaint, NULL);
    }

  if (daybook_output_finish () || exit != DAYBOOK_EXIT_DONE)
    return exit;

  daybook_output_warn (_("The output could not be written."));
  return DAYBOOK_EXIT_REFUSED;
}
