/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Rules 1 to 3: people. */

#include "people/person.h"

#include "refusal.h"
#include "surroundings.h"

static const DaybookContext context = { .today = 739000, .new_id = "id-1" };

/* Gives the refusal's code, or -1 and the event. */
static int
when_registered (const char               *username,
                 const char               *name,
                 const char               *email,
                 gboolean                  taken,
                 DaybookPersonRegistered **event,
                 const char              **field)
{
  DaybookRegister command = { .command.schema = &daybook_register, .username = (char *) username,
                              .name = (char *) name, .email = (char *) email };
  g_autoptr (GPtrArray) events = g_ptr_array_new_with_free_func (daybook_record_free);
  g_autoptr (GError) error = NULL;

  if (daybook_person_decide_register (taken, &command, &context, events, &error))
    {
      g_assert_cmpint (events->len, ==, 1);
      *event = daybook_record_copy (g_ptr_array_index (events, 0));
      return -1;
    }

  g_assert_cmpint (events->len, ==, 0);
  g_assert_true (error->domain == DAYBOOK_REFUSAL);
  *field = daybook_refusal_figures (error)->field;
  return error->code;
}

static void
then_refused (const char     *username,
              const char     *name,
              const char     *email,
              gboolean        taken,
              DaybookRefusal  code,
              const char     *field)
{
  DaybookPersonRegistered *event = NULL;
  const char *named = NULL;

  g_assert_cmpint (when_registered (username, name, email, taken, &event, &named), ==, code);
  g_assert_cmpstr (named, ==, field);
}

static void
then_registered (const char *username,
                 const char *kept_as)
{
  DaybookPersonRegistered *event = NULL;
  const char *field = NULL;

  g_assert_cmpint (when_registered (username, "John Smith", "john@example.org", FALSE, &event,
                                    &field), ==, -1);
  g_assert_cmpstr (event->username, ==, kept_as);
  g_assert_cmpstr (event->name, ==, "John Smith");
  g_assert_cmpstr (event->email, ==, "john@example.org");
  g_assert_cmpstr (event->person, ==, "id-1");
  g_assert_cmpint (event->event.value_date, ==, context.today);
  daybook_record_free (event);
}

static void
test_rule_1_username (void)
{
  static const char *const wrong[] = { "j", "1john", "-john", "jo hn", "jöhn", "john!", ".john",
                                       "abcdefghijklmnopqrstuvwxyz1234567" };

  then_registered ("john", "john");
  then_registered ("John", "john");
  then_registered ("jo", "jo");
  then_registered ("j.smith-2_x", "j.smith-2_x");
  then_registered ("abcdefghijklmnopqrstuvwxyz123456", "abcdefghijklmnopqrstuvwxyz123456");

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    then_refused (wrong[i], "John Smith", NULL, FALSE, DAYBOOK_REFUSAL_USERNAME_INVALID,
                  "username");
  then_refused (NULL, "John Smith", NULL, FALSE, DAYBOOK_REFUSAL_FIELD_MISSING, "username");
}

static void
test_rule_1_username_taken (void)
{
  then_refused ("john", "John Smith", NULL, TRUE, DAYBOOK_REFUSAL_USERNAME_TAKEN, "username");
}

static void
test_rule_2_name_and_email (void)
{
  static const char *const wrong[] = { "john", "@example.org", "john@", "a@b@c", "a b@c.org",
                                       "john@.org", "john@example.", "john@a..org", "a@b,c" };

  then_refused ("john", NULL, NULL, FALSE, DAYBOOK_REFUSAL_FIELD_MISSING, "name");
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    then_refused ("john", "John Smith", wrong[i], FALSE, DAYBOOK_REFUSAL_EMAIL_INVALID, "email");

  g_assert_true (daybook_email_is_valid ("john@localhost"));
  g_assert_true (daybook_email_is_valid ("j.o+h@mail.example.org"));
}

static void
test_rule_3_no_money_among_personal_details (void)
{
  for (guint i = 0; i < daybook_person_registered.n_fields; i++)
    {
      const DaybookField *field = &daybook_person_registered.fields[i];

      g_assert_true (field->kind == DAYBOOK_FIELD_TEXT);
      g_assert_true (field->stream != DAYBOOK_STREAM_ACCOUNT);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/people/rule-1/username", test_rule_1_username);
  g_test_add_func ("/people/rule-1/username-taken", test_rule_1_username_taken);
  g_test_add_func ("/people/rule-2/name-and-email", test_rule_2_name_and_email);
  g_test_add_func ("/people/rule-3/no-money-among-personal-details",
                   test_rule_3_no_money_among_personal_details);

  return g_test_run ();
}
