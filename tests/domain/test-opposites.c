/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What undoes a command (rule 29): for every command there is, what its receipt says, and that all
 * is as it was once that was recorded too. */

#include "dispatcher.h"

#include <string.h>

#include "accounts/account-commands.h"
#include "catalogue.h"
#include "opposites.h"
#include "refusal.h"
#include "repository.h"
#include "store/memory-store.h"
#include "surroundings.h"

#define JOHN "0000000195"
#define MARY "0000000292"

typedef struct
{
  DaybookEventStore *store;
  DaybookTestClock *clock;
  DaybookIdSource *ids;
  DaybookDispatcher *dispatcher;
  DaybookReceipt *receipt;
  GError *error;
} Fixture;

/* Entries 1 to 7. */
static const char *const beginning[] = {
  "start|name=Riverside Savings|currency=EUR",
  "register|username=john|name=John Smith|phone=555",
  "register|username=mary|name=Mary Jones",
  "open|holder=john|on=2026-11-01",
  "open|holder=mary|on=2026-11-01",
  "deposit|to=john|amount=100|on=2026-11-20",
  "hold|account=john|amount=10|reason=rent|on=2026-11-20|expires=2026-11-22",
};

static void
set_up (Fixture       *f,
        gconstpointer  data)
{
  static const guint8 id[DAYBOOK_ID_SIZE] = "a book for tests";

  f->store = daybook_memory_store_new (id);
  f->clock = daybook_test_clock_new ("2026-11-23T12:00:00Z");
  f->ids = daybook_test_ids_new ();
  f->dispatcher = daybook_dispatcher_new (f->store, DAYBOOK_CLOCK (f->clock), f->ids);
}

static void
tear_down (Fixture       *f,
           gconstpointer  data)
{
  g_clear_pointer (&f->receipt, daybook_receipt_free);
  g_clear_error (&f->error);
  g_assert_finalize_object (f->dispatcher);
  g_assert_finalize_object (f->store);
  g_object_unref (f->clock);
  g_object_unref (f->ids);
}

static gboolean
execute (Fixture               *f,
         const DaybookCommand  *command,
         const DaybookEnvelope *envelope)
{
  g_clear_pointer (&f->receipt, daybook_receipt_free);
  g_clear_error (&f->error);
  f->receipt = daybook_dispatcher_execute (f->dispatcher, command, envelope, &f->error);

  return f->receipt != NULL;
}

/* `verb|field=text|…` */
static DaybookCommand *
parse (const char *line)
{
  g_autoptr (GHashTable) texts = g_hash_table_new (g_str_hash, g_str_equal);
  g_auto (GStrv) words = g_strsplit (line, "|", -1);
  g_autoptr (GError) error = NULL;
  DaybookCommand *command;

  for (guint i = 1; words[i] != NULL; i++)
    {
      char *value = strchr (words[i], '=');

      *value = '\0';
      g_hash_table_insert (texts, words[i], value + 1);
    }

  command = daybook_record_new_from_texts (daybook_find_command_type (words[0]), texts, &error);
  g_assert_no_error (error);
  return command;
}

static char *
to_line (const DaybookCommand *command)
{
  GString *line = g_string_new (command->schema->name);

  for (guint i = 0; i < command->schema->n_fields; i++)
    {
      g_autoptr (GString) value = g_string_new (NULL);

      if (daybook_record_get_text (command, &command->schema->fields[i], value))
        g_string_append_printf (line, "|%s=%s", command->schema->fields[i].name, value->str);
    }

  return g_string_free (line, FALSE);
}

static gboolean
ask (Fixture    *f,
     const char *line)
{
  DaybookEnvelope envelope = { .undoable = TRUE };
  DaybookCommand *command = parse (line);
  gboolean accepted = execute (f, command, &envelope);

  daybook_record_free (command);
  return accepted;
}

static void
given (Fixture    *f,
       const char *line)
{
  ask (f, line);
  g_assert_no_error (f->error);
}

static void
given_beginning (Fixture *f)
{
  for (guint i = 0; i < G_N_ELEMENTS (beginning); i++)
    given (f, beginning[i]);
}

/* What the last command is undone by, to be undone later. */
typedef struct
{
  DaybookCommand *command;
  GPtrArray *events;
} Undoing;

static Undoing
undoing_of (Fixture *f)
{
  return (Undoing) { daybook_record_copy (f->receipt->opposite),
                     g_ptr_array_ref (f->receipt->events) };
}

static gboolean
undo (Fixture *f,
      Undoing  undoing)
{
  DaybookEnvelope envelope = { .undoes = undoing.events };
  const DaybookField *reason = daybook_schema_get_field (undoing.command->schema, "reason");
  gboolean accepted;

  if (reason != NULL && !daybook_record_has (undoing.command, reason))
    daybook_record_set_text (undoing.command, reason, "Undone", NULL);
  accepted = execute (f, undoing.command, &envelope);
  g_assert_true (f->receipt == NULL || f->receipt->opposite == NULL);
  g_assert_true (f->receipt != NULL ||
                 f->error->domain == DAYBOOK_REFUSAL);
  daybook_record_free (undoing.command);
  g_ptr_array_unref (undoing.events);

  return accepted;
}

static int
compare_texts (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Since when a closed account was open, and who of one holder disposes of it, means nothing. */
static void
dump_account (GString              *text,
              const DaybookAccount *account)
{
  gint64 balance = 0;

  g_ptr_array_sort (account->holders, compare_texts);
  g_string_append_printf (text, "%s “%s” %d %s %s %" G_GINT64_FORMAT " %" G_GINT64_FORMAT
                          " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT
                          " %" G_GINT64_FORMAT, account->number.digits, account->name,
                          account->status, account->debits_blocked, account->credits_blocked,
                          account->balance, account->held, account->limits.minimum,
                          account->limits.overdraft, account->limits.per_withdrawal,
                          account->limits.per_day);
  if (account->holders->len > 1)
    g_string_append_printf (text, " %d", account->authority);
  for (guint i = 0; i < account->holders->len; i++)
    g_string_append_printf (text, " %s", (char *) account->holders->pdata[i]);
  for (guint i = 0; i < account->days->len; i++)
    {
      const DaybookDay *on = &g_array_index (account->days, DaybookDay, i);

      if (on->balance != balance || on->withdrawn != 0)
        g_string_append_printf (text, " %d:%" G_GINT64_FORMAT ":%" G_GINT64_FORMAT, on->date,
                                on->balance, on->withdrawn);
      balance = on->balance;
    }
  g_string_append_c (text, '\n');
}

static char *
dump (Fixture *f)
{
  g_autoptr (DaybookRepository) repository = daybook_repository_new (f->store);
  GString *text = g_string_new (NULL);
  const DaybookBook *book;
  guint64 version;

  book = daybook_repository_get_book (repository, &version, NULL);
  g_string_append_printf (text, "%s %d\n", book->name, daybook_book_get_closed_until (book));
  for (guint i = 1; i <= 2; i++)
    {
      g_autofree char *id = daybook_repository_find_person (repository, i == 1 ? "john" : "mary",
                                                            NULL, NULL);
      g_autoptr (DaybookPerson) person = daybook_repository_load_person (repository, id, NULL);
      DaybookAccountNumber number;

      daybook_account_number_new (i, &number);
      g_string_append_printf (text, "%s %s %s %s %s %s\n", person->username, person->name,
                              person->email, person->phone, person->address, person->note);
      dump_account (text, daybook_account_states_get (daybook_repository_get_accounts (repository),
                                                      &number, &version, NULL));
    }

  return g_string_free (text, FALSE);
}

/**
 * Case:
 * @given: (nullable): what came before, from entry 8 on
 * @command: what is done
 * @opposite: (nullable): what undoes it
 * @leaves: (nullable): part of what is otherwise afterwards; %NULL if all is as it was
 */
typedef struct
{
  const char *name;
  const char *given[3];
  const char *command;
  const char *opposite;
  const char *leaves;
} Case;

static const Case cases[] = {
  { "register", { NULL }, "register|username=ann|name=Ann", NULL },
  { "person-change", { NULL }, "person-change|person=john|name=J. Smith|phone=-|note=tall",
    "person-change|person=john|name=John Smith|phone=555|note=-" },
  { "username", { NULL }, "person-change|person=john|username=jo",
    "person-change|person=john|username=john" },
  { "details-and-username", { NULL }, "person-change|person=john|username=jo|email=j@b.example",
    "person-change|person=john|username=john|email=-" },
  { "dash-as-phone", { "register|username=ann|name=Ann|phone=-" },
    "person-change|person=ann|note=tall", NULL },
  { "dash-as-address", { "register|username=ann|name=Ann|address=-" },
    "person-change|person=ann|note=tall", NULL },
  { "dash-as-note", { "register|username=ann|name=Ann|note=-" },
    "person-change|person=ann|note=tall", NULL },
  { "dash-as-name", { "register|username=ann|name=-" },
    "person-change|person=ann|note=tall", NULL },
  { "correct-dash", { "deposit|to=john|amount=5|memo=-" }, "correct|entry=8|amount=6|reason=x",
    NULL },
  { "open", { NULL }, "open|holder=mary", "close|account=0000000389" },
  { "open-in-dollars", { NULL }, "open|holder=mary|currency=USD", "close|account=0000000389" },
  { "deposit", { NULL }, "deposit|to=john|amount=5|on=2026-11-19", "reverse|entry=8" },
  { "withdraw", { NULL }, "withdraw|from=john|amount=5", "reverse|entry=8" },
  { "transfer", { NULL }, "transfer|from=john|to=mary|amount=5", "reverse|entry=8" },
  { "reverse", { "deposit|to=john|amount=5" }, "reverse|entry=8|reason=x", NULL },
  { "correct-amount", { "deposit|to=john|amount=5" }, "correct|entry=8|amount=50|reason=x",
    "correct|entry=10|amount=5.00" },
  { "correct-account", { "deposit|to=john|amount=5" }, "correct|entry=8|to=mary|reason=x",
    "correct|entry=10|to=" JOHN },
  { "correct-accounts", { "transfer|from=john|to=mary|amount=5", "deposit|to=mary|amount=5" },
    "correct|entry=8|from=" MARY "|to=" JOHN "|reason=x",
    "correct|entry=11|from=" JOHN "|to=" MARY },
  { "correct-method", { "withdraw|from=john|amount=5|method=bank" },
    "correct|entry=8|method=cash|reason=x", "correct|entry=10|method=bank" },
  { "correct-day", { NULL }, "correct|entry=6|on=2026-11-19|reason=x",
    "correct|entry=9|on=2026-11-20" },
  { "correct-memo", { "deposit|to=john|amount=5|memo=gift" }, "correct|entry=8|memo=-|reason=x",
    "correct|entry=10|memo=gift" },
  { "correct-to-memo", { "deposit|to=john|amount=5" }, "correct|entry=8|memo=gift|reason=x",
    "correct|entry=10|memo=-" },
  { "correct-capture", { "capture|entry=7|amount=4" }, "correct|entry=8|amount=5|reason=x",
    "correct|entry=10|amount=4.00" },
  { "correct-closed",
    { "deposit|to=mary|amount=5|on=2026-11-10", "close-period|until=2026-11-15" },
    "correct|entry=8|amount=6|reason=x", NULL },
  { "hold", { NULL }, "hold|account=john|amount=5|reason=x", "release|entry=8" },
  { "release", { NULL }, "release|entry=7", NULL },
  { "capture", { NULL }, "capture|entry=7|amount=4", "reverse|entry=8", "the hold has ended" },
  { "expire", { NULL }, "expire|entry=7", NULL },
  { "add-holder", { NULL }, "add-holder|account=" JOHN "|holder=mary|authority=all",
    "remove-holder|account=" JOHN "|holder=mary" },
  { "add-third-holder", { "add-holder|account=" JOHN "|holder=mary",
                          "register|username=ann|name=Ann" },
    "add-holder|account=" JOHN "|holder=ann", "remove-holder|account=" JOHN "|holder=ann" },
  { "add-holder-and-rule", { "add-holder|account=" JOHN "|holder=mary",
                             "register|username=ann|name=Ann" },
    "add-holder|account=" JOHN "|holder=ann|authority=all", NULL },
  { "remove-holder", { "add-holder|account=" JOHN "|holder=mary|authority=all" },
    "remove-holder|account=" JOHN "|holder=john", "add-holder|account=" JOHN "|holder=john" },
  { "limits", { "limits|account=john|minimum=3|overdraft=4" },
    "limits|account=john|minimum=0|per_day=50",
    "limits|account=" JOHN "|minimum=3.00|per_day=0.00" },
  { "rename", { NULL }, "rename|account=john|name=Holiday", "rename|account=" JOHN "|name=-" },
  { "rename-again", { "rename|account=john|name=Holiday" }, "rename|account=john|name=-",
    "rename|account=" JOHN "|name=Holiday" },
  { "rename-dash", { "open|holder=mary|name=-" }, "rename|account=0000000389|name=x", NULL },
  { "block", { NULL }, "block|account=john|side=credits|reason=lost",
    "unblock|account=" JOHN "|side=credits" },
  { "block-both", { NULL }, "block|account=john|reason=lost",
    "unblock|account=" JOHN "|side=both" },
  { "unblock", { "block|account=john|side=credits|reason=lost" }, "unblock|account=john",
    "block|account=" JOHN "|side=credits|reason=lost" },
  { "unblock-both", { "block|account=john|reason=lost" }, "unblock|account=john|reason=found",
    "block|account=" JOHN "|side=both|reason=lost" },
  { "unblock-two-reasons", { "block|account=john|side=debits|reason=lost",
                             "block|account=john|side=credits|reason=found" },
    "unblock|account=john", NULL },
  { "close", { NULL }, "close|account=mary|reason=moved", "reopen|account=" MARY },
  { "close-and-pay-out", { "release|entry=7" }, "close|account=john|payout=cash", NULL },
  { "close-and-transfer", { "release|entry=7" }, "close|account=john|to=mary", NULL },
  { "reopen", { "close|account=mary" }, "reopen|account=" MARY "|reason=back",
    "close|account=" MARY },
  { "rename-book", { NULL }, "rename-book|name=Lakeside", "rename-book|name=Riverside Savings" },
  { "close-period", { NULL }, "close-period|until=2026-11-15", "reopen-period|until=2026-11-15" },
  { "reopen-period", { "close-period|until=2026-11-15" }, "reopen-period|reason=x", NULL },
};

static void
test_undone (Fixture       *f,
             gconstpointer  data)
{
  const Case *c = data;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *opposite = NULL;

  given_beginning (f);
  for (guint i = 0; i < G_N_ELEMENTS (c->given) && c->given[i] != NULL; i++)
    given (f, c->given[i]);
  before = dump (f);
  given (f, c->command);

  if (c->opposite == NULL)
    {
      g_assert_null (f->receipt->opposite);
      return;
    }

  opposite = to_line (f->receipt->opposite);
  g_assert_cmpstr (opposite, ==, c->opposite);
  undo (f, undoing_of (f));
  g_assert_no_error (f->error);
  after = dump (f);
  if (c->leaves == NULL)
    g_assert_cmpstr (after, ==, before);
  else
    g_assert_cmpstr (after, !=, before);
}

static void
test_every_command_has_a_case (void)
{
  for (const DaybookSchema *const *type = daybook_command_types; *type != NULL; type++)
    {
      gboolean found = g_str_equal ((*type)->name, "start");

      for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
        {
          DaybookCommand *command = parse (cases[i].command);

          found = found || command->schema == *type;
          daybook_record_free (command);
        }
      if (!found)
        g_error ("%s: nothing says what undoes it", (*type)->name);
    }
}

/* Imports ask for nothing and pay nothing. */
static void
test_only_if_asked_for (Fixture       *f,
                        gconstpointer  data)
{
  DaybookCommand *command = parse ("deposit|to=john|amount=5");

  given_beginning (f);
  g_assert_true (execute (f, command, NULL));
  g_assert_null (f->receipt->opposite);
  daybook_record_free (command);
}

/* The same command once more: what was before it, is not known any more. What can be undone without
 * that, still can. */
static void
test_repeated (Fixture       *f,
               gconstpointer  data)
{
  static const struct { const char *line; gboolean undoable; } commands[] = {
    { "deposit|to=john|amount=5", TRUE },
    { "correct|entry=8|amount=6|reason=x", FALSE },
    { "hold|account=john|amount=1|reason=x", TRUE },
    { "rename|account=john|name=Holiday", FALSE },
    { "limits|account=john|minimum=1", FALSE },
    { "add-holder|account=" JOHN "|holder=mary", FALSE },
    { "remove-holder|account=" JOHN "|holder=mary", FALSE },
    { "block|account=" JOHN "|reason=x", TRUE },
    { "unblock|account=" JOHN, FALSE },
    { "person-change|person=john|note=x", FALSE },
    { "rename-book|name=Lakeside", FALSE },
    { "close|account=" MARY, TRUE },
  };

  given_beginning (f);
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      const DaybookEnvelope envelope = { .command_id = commands[i].line, .undoable = TRUE };
      DaybookCommand *command = parse (commands[i].line);
      g_autofree char *opposite = NULL;

      g_assert_true (execute (f, command, &envelope));
      g_assert_false (f->receipt->repeated);
      opposite = to_line (f->receipt->opposite);
      g_assert_true (execute (f, command, &envelope));
      g_assert_true (f->receipt->repeated);
      g_assert_true ((f->receipt->opposite != NULL) == commands[i].undoable);
      if (commands[i].undoable)
        {
          g_autofree char *again = to_line (f->receipt->opposite);

          g_assert_cmpstr (again, ==, opposite);
        }
      daybook_record_free (command);
    }
}

/**
 * Late:
 * @done: what is to be undone
 * @since: what came after it
 * @refusal: what undoing it then says
 * @settled: whether it need not be tried again
 */
typedef struct
{
  const char *name;
  const char *done;
  const char *since[2];
  DaybookRefusal refusal;
  gboolean settled;
} Late;

static const Late late[] = {
  { "reversed", "deposit|to=john|amount=5", { "reverse|entry=8|reason=x" },
    DAYBOOK_REFUSAL_ENTRY_ALREADY_REVERSED, TRUE },
  { "money-gone", "deposit|to=mary|amount=5", { "withdraw|from=mary|amount=5" },
    DAYBOOK_REFUSAL_INSUFFICIENT_FUNDS, FALSE },
  { "account-blocked", "deposit|to=mary|amount=5", { "block|account=mary|reason=x" },
    DAYBOOK_REFUSAL_DEBITS_BLOCKED, FALSE },
  { "account-closed", "deposit|to=mary|amount=5", { "close|account=mary|payout=cash" },
    DAYBOOK_REFUSAL_ACCOUNT_NOT_OPEN, FALSE },
  { "hold-ended", "hold|account=john|amount=5|reason=x", { "release|entry=8" },
    DAYBOOK_REFUSAL_HOLD_ENDED, TRUE },
  { "closed-already", "open|holder=mary", { "close|account=0000000389" },
    DAYBOOK_REFUSAL_ACCOUNT_NOT_OPEN, TRUE },
  { "not-empty", "open|holder=mary", { "deposit|to=0000000389|amount=1" },
    DAYBOOK_REFUSAL_ACCOUNT_NOT_EMPTY, FALSE },
  { "open-already", "close|account=mary", { "reopen|account=" MARY "|reason=x" },
    DAYBOOK_REFUSAL_ACCOUNT_NOT_CLOSED, TRUE },
  { "unblocked", "block|account=john|reason=x", { "unblock|account=john" },
    DAYBOOK_REFUSAL_NOT_BLOCKED, TRUE },
  { "blocked-for-something-else", "block|account=john|side=debits|reason=x",
    { "unblock|account=john", "block|account=john|side=debits|reason=y" },
    DAYBOOK_REFUSAL_CHANGED_SINCE, TRUE },
  { "renamed", "rename|account=john|name=x", { "rename|account=john|name=y" },
    DAYBOOK_REFUSAL_CHANGED_SINCE, TRUE },
  { "renamed-back", "rename|account=john|name=x", { "rename|account=john|name=-" },
    DAYBOOK_REFUSAL_NOTHING_CHANGES, TRUE },
  { "book-renamed", "rename-book|name=x", { "rename-book|name=y" },
    DAYBOOK_REFUSAL_CHANGED_SINCE, TRUE },
  { "limit-changed", "limits|account=john|minimum=5", { "limits|account=john|minimum=6" },
    DAYBOOK_REFUSAL_CHANGED_SINCE, TRUE },
  { "overdraft-changed", "limits|account=john|overdraft=5", { "limits|account=john|overdraft=6" },
    DAYBOOK_REFUSAL_CHANGED_SINCE, TRUE },
  { "withdrawal-limit-changed", "limits|account=john|per_withdrawal=5",
    { "limits|account=john|per_withdrawal=6" }, DAYBOOK_REFUSAL_CHANGED_SINCE, TRUE },
  { "day-limit-changed", "limits|account=john|per_day=5", { "limits|account=john|per_day=6" },
    DAYBOOK_REFUSAL_CHANGED_SINCE, TRUE },
  { "name-changed", "person-change|person=john|name=J", { "person-change|person=john|name=K" },
    DAYBOOK_REFUSAL_CHANGED_SINCE, TRUE },
  { "email-changed", "person-change|person=john|email=a@b.example",
    { "person-change|person=john|email=c@b.example" }, DAYBOOK_REFUSAL_CHANGED_SINCE, TRUE },
  { "address-changed", "person-change|person=john|address=x",
    { "person-change|person=john|address=y" }, DAYBOOK_REFUSAL_CHANGED_SINCE, TRUE },
  { "note-changed", "person-change|person=john|note=x", { "person-change|person=john|note=y" },
    DAYBOOK_REFUSAL_CHANGED_SINCE, TRUE },
  { "blocked-in-again", "block|account=john|side=credits|reason=x",
    { "unblock|account=john", "block|account=john|side=credits|reason=y" },
    DAYBOOK_REFUSAL_CHANGED_SINCE, TRUE },
  { "other-period-closed", "close-period|until=2026-11-15",
    { "reopen-period|reason=x", "close-period|until=2026-11-14" },
    DAYBOOK_REFUSAL_PERIOD_NOT_LATEST, FALSE },
  { "detail-changed", "person-change|person=john|phone=556",
    { "person-change|person=john|phone=557" }, DAYBOOK_REFUSAL_CHANGED_SINCE, TRUE },
  { "username-changed", "person-change|person=john|username=jo",
    { "person-change|person=john|username=jack" }, DAYBOOK_REFUSAL_CHANGED_SINCE, TRUE },
  { "no-holder", "add-holder|account=" JOHN "|holder=mary",
    { "remove-holder|account=" JOHN "|holder=mary" }, DAYBOOK_REFUSAL_NOT_A_HOLDER, TRUE },
  { "last-holder", "add-holder|account=" JOHN "|holder=mary",
    { "remove-holder|account=" JOHN "|holder=john" }, DAYBOOK_REFUSAL_LAST_HOLDER, FALSE },
  { "period-reopened", "close-period|until=2026-11-15", { "reopen-period|reason=x" },
    DAYBOOK_REFUSAL_NO_PERIOD_CLOSED, TRUE },
  { "period-closed-again", "close-period|until=2026-11-15",
    { "reopen-period|reason=x", "close-period|until=2026-11-15" },
    DAYBOOK_REFUSAL_CHANGED_SINCE, TRUE },
  { "period-not-latest", "close-period|until=2026-11-15", { "close-period|until=2026-11-16" },
    DAYBOOK_REFUSAL_PERIOD_NOT_LATEST, FALSE },
};

static void
test_too_late (Fixture       *f,
               gconstpointer  data)
{
  const Late *l = data;
  DaybookCommand *opposite;
  Undoing undoing;

  given_beginning (f);
  given (f, l->done);
  undoing = undoing_of (f);
  opposite = daybook_record_copy (undoing.command);
  for (guint i = 0; i < G_N_ELEMENTS (l->since) && l->since[i] != NULL; i++)
    given (f, l->since[i]);

  g_assert_false (undo (f, undoing));
  g_assert_error (f->error, DAYBOOK_REFUSAL, (int) l->refusal);
  g_assert_cmpint (daybook_opposite_is_settled (opposite, f->error), ==, l->settled);
  daybook_record_free (opposite);
}

/* What was changed besides since then, is not touched. */
static void
test_gives_back_only_what_was_changed (Fixture       *f,
                                       gconstpointer  data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  Undoing limits, details;

  given_beginning (f);
  given (f, "limits|account=john|minimum=5");
  limits = undoing_of (f);
  given (f, "person-change|person=john|phone=556");
  details = undoing_of (f);
  given (f, "limits|account=john|per_day=50");
  given (f, "person-change|person=john|note=tall");

  g_assert_true (undo (f, limits));
  g_assert_true (undo (f, details));
  after = dump (f);
  given (f, "limits|account=john|per_day=51");
  given (f, "limits|account=john|per_day=50");
  before = dump (f);
  g_assert_cmpstr (after, ==, before);
  g_assert_nonnull (strstr (after, "john John Smith (null) 555 (null) tall"));
  g_assert_nonnull (strstr (after, " 1000 0 0 0 5000 "));
}

/* Renamed twice and undone twice: each undoing finds what the one before left. */
static void
test_one_after_the_other (Fixture       *f,
                          gconstpointer  data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  Undoing first, second;

  given_beginning (f);
  before = dump (f);
  given (f, "rename|account=john|name=x");
  first = undoing_of (f);
  given (f, "rename|account=john|name=y");
  second = undoing_of (f);

  g_assert_true (undo (f, second));
  g_assert_true (undo (f, first));
  after = dump (f);
  g_assert_cmpstr (after, ==, before);
}

static void
test_errors_are_not_settled (void)
{
  g_autoptr (GError) error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_FAILED, "no");
  DaybookReverse reverse = { { &daybook_reverse }, .entry = 1 };

  error->code = DAYBOOK_REFUSAL_ENTRY_ALREADY_REVERSED;
  g_assert_false (daybook_opposite_is_settled (&reverse.command, error));
}

static void
add (const char    *folder,
     const char    *name,
     gconstpointer  data,
     void           (*test) (Fixture *, gconstpointer))
{
  g_autofree char *path = g_strdup_printf ("/opposites/%s%s", folder, name);

  g_test_add (path, Fixture, data, set_up, test, tear_down);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    add ("rule-29-undone/", cases[i].name, &cases[i], test_undone);
  for (guint i = 0; i < G_N_ELEMENTS (late); i++)
    add ("rule-29-too-late/", late[i].name, &late[i], test_too_late);
  add ("", "gives-back-only-what-was-changed", NULL, test_gives_back_only_what_was_changed);
  add ("", "one-after-the-other", NULL, test_one_after_the_other);
  add ("", "only-if-asked-for", NULL, test_only_if_asked_for);
  add ("", "repeated", NULL, test_repeated);
  g_test_add_func ("/opposites/every-command-has-a-case", test_every_command_has_a_case);
  g_test_add_func ("/opposites/errors-are-not-settled", test_errors_are_not_settled);

  return g_test_run ();
}
