/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The form that asks for any command: once through every plan that there is, then what only some of
 * them do. */

#include <string.h>

#include "accounts/account-commands.h"
#include "accounts/hold-records.h"
#include "accounts/status-records.h"
#include "accounts/terms-records.h"
#include "books/period-records.h"
#include "catalogue.h"
#include "fixture.h"
#include "people/person-records.h"

#define JOHNS "0000000195"
#define MARYS "0000000292"

/* John Smith has account 1 with 100.00 (entry 6), 20.00 of which are held (entry 7). Mary Jones has
 * account 2 with nothing. */
static void
given_hold_for_keys (Fixture *fixture)
{
  given_textbook (fixture);
  given_hold (fixture, "john", "20");
}

static void
given_blocked (Fixture *fixture)
{
  given (fixture, &daybook_block, "account", JOHNS, "side", "both", "reason", "lost card", NULL);
}

static void
given_joint (Fixture *fixture)
{
  given (fixture, &daybook_add_holder, "account", JOHNS, "holder", "mary", NULL);
}

static void
given_closed_account (Fixture *fixture)
{
  given_closed (fixture, "mary");
}

static void
given_another_deposit (Fixture *fixture)
{
  given_deposit (fixture, "john", "50", "2026-11-20");
}

typedef struct
{
  const char *field;
  const char *text;
} Typed;

/**
 * Case:
 * @given: (nullable): what happened before
 * @begins: what the form begins with
 * @at_once: whether it can be confirmed as it is
 * @needed: (nullable): of @good, what cannot be left empty
 * @bad: something that cannot be, and
 * @refusal: what is said beside it
 * @good: what is typed, and
 * @available: what is said to be available then, cents; 0 if nothing is said
 * @asks: the command that is given then
 * @recorded: what is recorded
 */
typedef struct
{
  const char *command;
  void (*given) (Fixture *fixture);
  DaybookSubject subject;
  const char *begins;
  gboolean at_once;
  const char *needed;
  Typed bad;
  const char *refusal;
  Typed good[4];
  gint64 available;
  const char *asks;
  const char *recorded;
} Case;

static const Case cases[] = {
  { "hold", NULL, { .account = 1 }, "amount= reason= expires= on=23 Nov 2026",
    .needed = "reason", .bad = { "amount", "81" },

    .refusal = "80.00 EUR is available in account 0000\u00a00001\u00a095: 1.00 EUR short.",
    .good = { { "amount", "30" }, { "reason", "parcel" } },
    .available = 5000,
    .asks = "account=" JOHNS " amount=30 reason=parcel on=2026-11-23",
    .recorded = "30.00 EUR held on John Smith's account · parcel" },
  { "release", NULL, { .entry = 7 }, "reason= on=23 Nov 2026", .at_once = TRUE,
    .bad = { "on", "22 Nov 2026" },
    .refusal = "The hold only counts from 23 Nov 2026 on.",
    .good = { { "reason", "returned" } },
    .available = 10000,
    .asks = "entry=7 reason=returned on=2026-11-23",
    .recorded = "Hold of entry 7 released: 20.00 EUR available again on John Smith's account "
                "· returned" },
  { "capture", NULL, { .entry = 7 }, "amount=20.00 method=0 on=23 Nov 2026 memo=", .at_once = TRUE,
    .bad = { "amount", "21" },
    .refusal = "20.00 EUR is held: 1.00 EUR short.",
    .good = { { "amount", "15" }, { "method", "1" } },
    .available = 8500,
    .asks = "entry=7 amount=15 method=bank on=2026-11-23",
    .recorded = "Hold of entry 7 captured: 15.00 EUR withdrawn from John Smith's account, "
                "5.00 EUR released" },
  { "limits", NULL, { .account = 1 }, "minimum= overdraft= per_withdrawal= per_day=",
    .bad = { "minimum", "81" },
    .refusal = "With that minimum balance, account 0000\u00a00001\u00a095 would be 1.00 EUR "
               "short on 23 Nov 2026.",
    .good = { { "overdraft", "50" }, { "per-day", "500" } },
    .available = 13000,
    .asks = "account=" JOHNS " overdraft=50 per_day=500",
    .recorded = "Limits of account 0000\u00a00001\u00a095 (John Smith) changed: overdraft "
                "limit 50.00 EUR, withdrawals of at most 500.00 EUR per day" },
  { "block", NULL, { .account = 1 }, "side=0 reason=", .needed = "reason",
    .bad = { "reason", "lost\tcard" },
    .refusal = "Reason has to be one line of plain text.",
    .good = { { "side", "2" }, { "reason", "lost card" } },
    .asks = "account=" JOHNS " side=both reason=lost card",
    .recorded = "Account 0000\u00a00001\u00a095 (John Smith) blocked: no money may go out · "
                "lost card. "
                "Account 0000\u00a00001\u00a095 (John Smith) blocked: no money may come in · "
                "lost card" },
  { "unblock", given_blocked, { .account = 1 }, "reason=", .at_once = TRUE,
    .bad = { "reason", "found\tcard" },
    .refusal = "Reason has to be one line of plain text.",
    .good = { { "reason", "found" } },
    .asks = "account=" JOHNS " reason=found",
    .recorded = "Account 0000\u00a00001\u00a095 (John Smith) unblocked: money may go out "
                "again · found. "
                "Account 0000\u00a00001\u00a095 (John Smith) unblocked: money may come in "
                "again · found" },
  { "add-holder", NULL, { .account = 1 }, "holder= authority=0", .needed = "holder",
    .bad = { "holder", "nobody" },
    .refusal = "Nobody in this book has the username “nobody”.",
    .good = { { "holder", "mary" }, { "authority", "1" } },
    .asks = "account=" JOHNS " holder=mary authority=all",
    .recorded = "Mary Jones added as a holder of account 0000\u00a00001\u00a095 (John Smith, "
                "Mary Jones): only all holders together may dispose of the money" },
  { "remove-holder", given_joint, { .account = 1, .username = "mary" }, "reason=", .at_once = TRUE,
    .bad = { "reason", "moved\taway" },
    .refusal = "Reason has to be one line of plain text.",
    .good = { { "reason", "moved" } },
    .asks = "account=" JOHNS " holder=mary reason=moved",
    .recorded = "Mary Jones removed as a holder of account 0000\u00a00001\u00a095 (John "
                "Smith) · moved" },
  { "rename", NULL, { .account = 1 }, "name=",
    .bad = { "name", "a\tb" },
    .refusal = "Name has to be one line of plain text.",
    .good = { { "name", "Holiday" } },
    .asks = "account=" JOHNS " name=Holiday",
    .recorded = "Account 0000\u00a00001\u00a095 (John Smith) renamed to “Holiday”" },
  { "close", NULL, { .account = 2 }, "payout=0 reason=", .at_once = TRUE,
    .bad = { "reason", "moved\taway" },
    .refusal = "Reason has to be one line of plain text.",
    .good = { { "payout", "1" }, { "reason", "moved" } },
    .asks = "account=" MARYS " payout=bank reason=moved",
    .recorded = "Account 0000\u00a00002\u00a092 (Mary Jones) closed · moved" },
  { "reopen", given_closed_account, { .account = 2 }, "reason=", .needed = "reason",
    .bad = { "reason", "back\tagain" },
    .refusal = "Reason has to be one line of plain text.",
    .good = { { "reason", "back" } },
    .asks = "account=" MARYS " reason=back",
    .recorded = "Account 0000\u00a00002\u00a092 (Mary Jones) reopened · back" },
  { "person-change", NULL, { .person = 1 },
    "name=John Smith username=john email= phone= address= note=", .needed = "name",
    .bad = { "username", "mary" },
    .refusal = "The username “mary” is taken.",
    .good = { { "name", "John Smythe" }, { "phone", "555" } },
    .asks = "person=john name=John Smythe phone=555",
    .recorded = "Personal details of John Smythe changed" },
  { "rename-book", NULL, { 0 }, "name=Riverside Savings", .needed = "name",
    .bad = { "name", "a\tb" },
    .refusal = "Name has to be one line of plain text.",
    .good = { { "name", "Chess Club" } },
    .asks = "name=Chess Club",
    .recorded = "Book renamed to “Chess Club”" },
  { "reverse", given_another_deposit, { .entry = 8 }, "reason= on=", .needed = "reason",
    .bad = { "on", "24 Nov 2026" },
    .refusal = "That day is still to come: today is 23 Nov 2026.",
    .good = { { "reason", "mistyped" } },
    .available = 8000,
    .asks = "entry=8 reason=mistyped",
    .recorded = "Entry 8 reversed: 50.00 EUR taken back from John Smith's account · mistyped" },
  { "correct", NULL, { .entry = 6 },
    "amount=100.00 to=0000\u00a00001\u00a095 method=0 on=23 Nov 2026 memo= reason=",
    .needed = "reason",
    .bad = { "amount", "15" },
    .refusal = "With that correction, account 0000\u00a00001\u00a095 would be 5.00 EUR short "
               "on 23 Nov 2026.",
    .good = { { "amount", "70" }, { "reason", "mistyped" } },
    .available = 5000,
    .asks = "entry=6 reason=mistyped amount=70",
    .recorded = "In place of entry 6: 70.00 EUR deposited to John Smith's account" },
};

/* Says all that is not as it should be before it gives up. */
static void
expect (const char *what,
        const char *found,
        const char *expected)
{
  if (strcmp (found, expected) != 0)
    g_test_fail_printf ("%s: “%s” instead of “%s”", what, found, expected);
}

static void
expect_text (gpointer    form,
             const char *property,
             const char *expected)
{
  g_autofree char *found = text_of (form, property);

  expect (property, found, expected);
}

static DaybookCommandFormViewModel *
open_form (Fixture              *fixture,
           const char           *command,
           const DaybookSubject *subject)
{
  DaybookCommandFormViewModel *form =
    daybook_book_view_model_new_command_form (fixture->book, command, subject);

  g_assert_nonnull (form);
  settle (fixture);
  return form;
}

static gboolean
can_confirm (gpointer form)
{
  return flag_of (form, "can-confirm");
}

static char *
read_field (gpointer    form,
            const char *property)
{
  GParamSpec *pspec = g_object_class_find_property (G_OBJECT_GET_CLASS (form), property);
  guint chosen;

  if (pspec->value_type == G_TYPE_STRING)
    return text_of (form, property);

  g_object_get (form, property, &chosen, NULL);
  return g_strdup_printf ("%u", chosen);
}

/* Types or chooses something, and waits for what is said to it. */
static void
enter (Fixture    *fixture,
       gpointer    form,
       const char *property,
       const char *text)
{
  GParamSpec *pspec = g_object_class_find_property (G_OBJECT_GET_CLASS (form), property);

  if (pspec->value_type == G_TYPE_STRING)
    g_object_set (form, property, text, NULL);
  else
    g_object_set (form, property, (guint) strtoul (text, NULL, 10), NULL);
  settle (fixture);
}

/* What stands in the form's fields. */
static char *
list_fields (DaybookCommandFormViewModel *form)
{
  const DaybookFormPlan *plan = daybook_command_form_view_model_get_plan (form);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < plan->n_rows; i++)
    {
      g_autofree char *property = g_strdelimit (g_strdup (plan->rows[i].field), "_", '-');
      g_autofree char *value = read_field (form, property);

      if (daybook_command_form_view_model_asks (form, &plan->rows[i]))
        g_string_append_printf (text, "%s%s=%s", i > 0 ? " " : "", plan->rows[i].field, value);
    }

  return g_string_free (text, FALSE);
}

/* What is wrong with fields or with all of it. */
static char *
list_errors (DaybookCommandFormViewModel *form)
{
  const DaybookFormPlan *plan = daybook_command_form_view_model_get_plan (form);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i <= plan->n_rows; i++)
    {
      g_autofree char *property = NULL;
      g_autofree char *error = NULL;

      if (i < plan->n_rows && plan->rows[i].choices != NULL)
        continue;
      property = i < plan->n_rows ? g_strconcat (plan->rows[i].field, "-error", NULL)
                                  : g_strdup ("error");
      g_strdelimit (property, "_", '-');
      error = text_of (form, property);
      if (*error != '\0')
        g_string_append_printf (text, "%s: %s", property, error);
    }

  return g_string_free (text, FALSE);
}

/* The command that would be given. */
static char *
list_command (gpointer form)
{
  DaybookCommand *command = DAYBOOK_FORM_VIEW_MODEL_GET_CLASS (form)->dup_command (form);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < command->schema->n_fields; i++)
    {
      const DaybookField *field = &command->schema->fields[i];

      if (!daybook_record_has (command, field))
        continue;
      g_string_append_printf (text, "%s%s=", text->len > 0 ? " " : "", field->name);
      daybook_record_get_text (command, field, text);
    }

  daybook_record_free (command);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
expect_list (char       *found,
             const char *what,
             const char *expected)
{
  expect (what, found, expected);
  g_free (found);
}

static void
record (gpointer    form,
        const char *sentence)
{
  g_auto (Watch) done = { 0 };

  g_assert_true (can_confirm (form));
  watch_sentence (&done, form, "done");
  daybook_form_view_model_confirm (form);
  watch_wait (&done, 1);
  expect ("recorded", done.sentence, sentence);
  g_assert_false (can_confirm (form));
}

/* What is wrong is said beside its field, and goes when it is mended. */
static void
check_refusal (Fixture                     *fixture,
               const Case                  *c,
               DaybookCommandFormViewModel *form)
{
  g_autofree char *before = read_field (form, c->bad.field);
  g_autofree char *error = g_strdup_printf ("%s-error: %s", c->bad.field, c->refusal);

  enter (fixture, form, c->bad.field, c->bad.text);
  expect_list (list_errors (form), "refusal", error);
  expect_text (form, c->bad.field, c->bad.text);
  g_assert_false (can_confirm (form));
  enter (fixture, form, c->bad.field, before);
  expect_list (list_errors (form), "mended", "");
}

static void
check_needed (Fixture    *fixture,
              const Case *c,
              gpointer    form)
{
  g_autofree char *before = read_field (form, c->needed);

  enter (fixture, form, c->needed, "");
  expect_list (list_errors (form), "needed", "");
  g_assert_false (can_confirm (form));
  enter (fixture, form, c->needed, before);
  g_assert_true (can_confirm (form));
}

static void
check_effect (gpointer form,
              gint64   available)
{
  g_autofree char *money = euros (available);
  g_autofree char *effect = g_strdup_printf ("Available after: %s", money);

  expect_text (form, "effect", available != 0 ? effect : "");
}

static void
test_plan (Fixture       *fixture,
           gconstpointer  data)
{
  const Case *c = data;
  DaybookCommandFormViewModel *form;
  g_auto (Watch) notified = { 0 };

  given_hold_for_keys (fixture);
  if (c->given != NULL)
    c->given (fixture);
  form = open_form (fixture, c->command, &c->subject);
  assert_help (form, NULL);
  expect_list (list_fields (form), "begins", c->begins);
  expect_list (list_errors (form), "begins", "");
  g_assert_cmpint (can_confirm (form), ==, c->at_once);

  check_refusal (fixture, c, form);
  for (const Typed *good = c->good; good->field != NULL; good++)
    enter (fixture, form, good->field, good->text);
  expect_list (list_errors (form), "good", "");
  g_assert_true (can_confirm (form));
  if (c->needed != NULL)
    check_needed (fixture, c, form);
  check_effect (form, c->available);
  expect_list (list_command (form), "asks", c->asks);

  watch_property (&notified, form, c->good[0].field);
  enter (fixture, form, c->good[0].field, c->good[0].text);
  g_assert_cmpuint (notified.count, ==, 0);
  watch_end (&notified);

  record (form, c->recorded);
  settle (fixture);
  g_assert_finalize_object (form);
}

static void
test_every_plan_is_tried (void)
{
  for (guint i = 0; daybook_command_types[i] != NULL; i++)
    {
      const char *name = daybook_command_types[i]->name;
      gboolean tried = FALSE;

      for (guint j = 0; j < G_N_ELEMENTS (cases); j++)
        tried = tried || strcmp (cases[j].command, name) == 0;
      if (daybook_form_plan_find (name) != NULL && !tried)
        g_test_fail_printf ("nobody fills in the form of “%s”", name);
    }
  g_assert_null (daybook_form_plan_find ("no such command"));
}

/* What is emptied is taken away. */
static void
test_emptied (Fixture       *fixture,
              gconstpointer  data)
{
  DaybookSubject account = { .account = 1 }, person = { .person = 1 };
  DaybookCommandFormViewModel *form;

  given_textbook (fixture);
  given (fixture, &daybook_change_limits, "account", "john", "overdraft", "50", NULL);
  given (fixture, &daybook_person_change, "person", "john", "email", "john@example.org", NULL);
  given_name (fixture, "john", "Holiday");

  form = open_form (fixture, "limits", &account);
  assert_text (form, "overdraft", "50.00");
  enter (fixture, form, "overdraft", "");
  expect_list (list_command (form), "limits", "account=" JOHNS " overdraft=0");
  check_effect (form, 10000);
  record (form, "Limits of account 0000\u00a00001\u00a095 (John Smith, “Holiday”) changed: no "
                "minimum balance, no overdraft limit, no limits on withdrawals");
  g_assert_finalize_object (form);

  form = open_form (fixture, "person-change", &person);
  assert_text (form, "email", "john@example.org");
  enter (fixture, form, "email", "");
  expect_list (list_command (form), "person", "person=john email=-");
  record (form, "Personal details of John Smith changed");
  g_assert_finalize_object (form);

  form = open_form (fixture, "rename", &account);
  assert_text (form, "name", "Holiday");
  enter (fixture, form, "name", "");
  expect_list (list_command (form), "rename", "account=" JOHNS " name=-");
  record (form, "Account 0000\u00a00001\u00a095 (John Smith) has no name any more");
  g_assert_finalize_object (form);
}

/* What is no field's fault stands above all, and goes when it is so no more. */
static void
test_refused_as_a_whole (Fixture       *fixture,
                         gconstpointer  data)
{
  DaybookSubject john = { .account = 1 }, first = { .entry = 1 };
  DaybookCommandFormViewModel *form;

  given_hold_for_keys (fixture);
  form = open_form (fixture, "close", &john);
  assert_refused (form, "error", DAYBOOK_REFUSAL_ACCOUNT_HAS_HOLDS, .field = "account",
                  .account = JOHNS, .number = 1, .amount = 2000, .currency = { "EUR" });
  g_assert_false (can_confirm (form));

  given (fixture, &daybook_release, "entry", "7", NULL);
  settle (fixture);
  assert_text (form, "error", "");
  g_assert_true (can_confirm (form));
  g_assert_finalize_object (form);

  form = open_form (fixture, "reverse", &first);
  assert_refused (form, "error", DAYBOOK_REFUSAL_ENTRY_MOVED_NO_MONEY, .field = "entry",
                  .number = 1);
  g_assert_finalize_object (form);
}

static void
test_about_nobody (Fixture       *fixture,
                   gconstpointer  data)
{
  DaybookSubject nobody = { .person = 9 };
  g_autofree char *problem = NULL;

  given_textbook (fixture);
  g_assert_null (daybook_book_view_model_new_command_form (fixture->book, "person-change",
                                                           &nobody));
  settle (fixture);
  problem = text_of (fixture->book, "problem");
  g_assert_cmpstr (problem, !=, "");
}

static void
expect_recorded (DaybookCommandFormViewModel *form,
                 const char                  *field,
                 const char                  *expected)
{
  g_assert_cmpstr (daybook_command_form_view_model_get_recorded (form, field), ==, expected);
}

/* What was recorded is what a correction begins with, and only what is other is given. */
static void
test_what_was_recorded (Fixture       *fixture,
                        gconstpointer  data)
{
  DaybookSubject deposit = { .entry = 7 }, transfer = { .entry = 8 };
  DaybookCommandFormViewModel *form;

  given_textbook (fixture);
  given (fixture, &daybook_deposit, "to", "john", "amount", "12.50", "on", "2026-11-20",
         "method", "bank", "memo", "birthday", NULL);
  given (fixture, &daybook_transfer, "from", "john", "to", "mary", "amount", "5", NULL);

  form = open_form (fixture, "correct", &deposit);
  expect_list (list_fields (form), "deposit",
               "amount=12.50 to=0000\u00a00001\u00a095 method=1 on=20 Nov 2026 memo=birthday "
               "reason=");
  expect_recorded (form, "amount", "12.50");
  expect_recorded (form, "to", "John Smith · 0000\u00a00001\u00a095");
  expect_recorded (form, "from", NULL);
  expect_recorded (form, "method", "Bank");
  expect_recorded (form, "on", "20 Nov 2026");
  expect_recorded (form, "memo", "birthday");
  expect_recorded (form, "reason", NULL);
  assert_text (form, "hint", "");

  /* That nothing is other yet is nobody's fault, but nothing can be recorded so. */
  enter (fixture, form, "reason", "mistyped");
  expect_list (list_errors (form), "unchanged", "");
  g_assert_false (can_confirm (form));

  enter (fixture, form, "method", "0");
  expect_list (list_command (form), "method", "entry=7 reason=mistyped method=cash");
  g_assert_true (can_confirm (form));
  enter (fixture, form, "method", "1");
  g_assert_false (can_confirm (form));
  enter (fixture, form, "memo", "");
  expect_list (list_command (form), "memo", "entry=7 reason=mistyped memo=-");
  enter (fixture, form, "on", "19 Nov 2026");
  expect_list (list_command (form), "day", "entry=7 reason=mistyped on=2026-11-19 memo=-");
  enter (fixture, form, "amount", "");
  g_assert_false (can_confirm (form));
  enter (fixture, form, "amount", "12");
  record (form, "In place of entry 7: 12.00 EUR deposited to John Smith's account");
  g_assert_finalize_object (form);

  /* A transfer has no method. */
  form = open_form (fixture, "correct", &transfer);
  expect_list (list_fields (form), "transfer",
               "amount=5.00 from=0000\u00a00001\u00a095 to=0000\u00a00002\u00a092 "
               "on=23 Nov 2026 memo= reason=");
  expect_recorded (form, "method", NULL);
  g_assert_finalize_object (form);
}

/* It went into the wrong account: the right one is found as it is in a transfer. */
static void
test_another_account (Fixture       *fixture,
                      gconstpointer  data)
{
  DaybookSubject deposit = { .entry = 6 };
  DaybookCommandFormViewModel *form;

  given_textbook (fixture);
  form = open_form (fixture, "correct", &deposit);
  assert_text (form, "to-title", "");
  g_assert_cmpuint (length_of (form, "to-candidates"), ==, 0);
  enter (fixture, form, "reason", "mistaken");

  /* Not wrong, only not finished. */
  enter (fixture, form, "to", "mar");
  expect_list (list_errors (form), "unfinished", "");
  g_assert_cmpuint (length_of (form, "to-candidates"), ==, 1);
  assert_item (form, "to-candidates", 0, "title", "Mary Jones");
  g_assert_false (can_confirm (form));
  enter (fixture, form, "to", "");
  expect_list (list_errors (form), "none", "");
  g_assert_false (can_confirm (form));

  enter (fixture, form, "to", "zoe");
  assert_refused (form, "to-error", DAYBOOK_REFUSAL_PERSON_UNKNOWN, .field = "to", .text = "zoe");
  g_assert_cmpuint (length_of (form, "to-candidates"), ==, 0);

  enter (fixture, form, "to", "0000\u00a00002\u00a092");
  assert_text (form, "to-title", "Mary Jones · 0000\u00a00002\u00a092");
  g_assert_cmpuint (length_of (form, "to-candidates"), ==, 0);
  g_assert_true (can_confirm (form));
  record (form, "In place of entry 6: 100.00 EUR deposited to Mary Jones's account");
  g_assert_finalize_object (form);
}

/* It is said what would come of it before anybody has said why. */
static void
test_effect_comes_before_the_reason (Fixture       *fixture,
                                     gconstpointer  data)
{
  DaybookSubject deposit = { .entry = 6 };
  DaybookCommandFormViewModel *form;

  given_hold_for_keys (fixture);
  form = open_form (fixture, "correct", &deposit);
  enter (fixture, form, "amount", "60");
  check_effect (form, 4000);
  g_assert_false (can_confirm (form));
  enter (fixture, form, "amount", "15");
  check_effect (form, 0);
  assert_refused (form, "amount-error", DAYBOOK_REFUSAL_CORRECTION_LEAVES_SHORT, .field = "amount",
                  .account = JOHNS, .amount = 500, .currency = { "EUR" },
                  .date = day ("2026-11-23"));
  g_assert_finalize_object (form);
}

static void
test_closed_period (Fixture       *fixture,
                    gconstpointer  data)
{
  static const char hint[] = "The period of this entry is closed. What is recorded now counts for "
                             "today.";
  DaybookSubject deposit = { .entry = 7 };
  DaybookCommandFormViewModel *form;
  DaybookEntryViewModel *entry;

  given_textbook (fixture);
  given_deposit (fixture, "john", "50", "2026-10-20");
  given (fixture, &daybook_close_period, "until", "2026-10-31", NULL);

  form = open_form (fixture, "reverse", &deposit);
  assert_text (form, "hint", hint);
  assert_text (form, "on", "");
  g_assert_finalize_object (form);

  form = open_form (fixture, "correct", &deposit);
  assert_text (form, "hint", hint);
  expect_recorded (form, "on", "20 Oct 2026");
  assert_text (form, "on", "23 Nov 2026");
  enter (fixture, form, "reason", "mistyped");
  g_assert_false (can_confirm (form));
  enter (fixture, form, "amount", "5");
  expect_list (list_command (form), "closed", "entry=7 reason=mistyped amount=5");
  record (form, "In place of entry 7: 5.00 EUR deposited to John Smith's account");
  g_assert_finalize_object (form);

  settle (fixture);
  entry = daybook_book_view_model_open_entry (fixture->book, 10);
  assert_text (entry, "date", "23 Nov 2026");
  g_assert_finalize_object (entry);
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

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/command-form/plan/%s", cases[i].command);

      g_test_add (path, Fixture, &cases[i], fixture_set_up, test_plan, fixture_tear_down);
    }
  add ("/command-form/emptied", test_emptied);
  add ("/command-form/refused-as-a-whole", test_refused_as_a_whole);
  add ("/command-form/about-nobody", test_about_nobody);
  add ("/command-form/what-was-recorded", test_what_was_recorded);
  add ("/command-form/another-account", test_another_account);
  add ("/command-form/effect-comes-before-the-reason", test_effect_comes_before_the_reason);
  add ("/command-form/closed-period", test_closed_period);
  g_test_add_func ("/command-form/every-plan-is-tried", test_every_plan_is_tried);

  return fixture_run ();
}
