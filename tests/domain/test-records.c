/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Commands and events as data, for every type there is. */

#include "accounts/account-commands.h"
#include "catalogue.h"
#include "record.h"
#include "refusal.h"

/* Fills every field with something that is not nothing. */
static gpointer
fill (const DaybookSchema *schema)
{
  gpointer record = daybook_record_new (schema);

  for (guint i = 0; i < schema->n_fields; i++)
    {
      const DaybookField *field = &schema->fields[i];
      g_autoptr (GError) error = NULL;
      const char *text = "7";

      if (field->kind == DAYBOOK_FIELD_ACCOUNT)
        text = "0000000195";
      else if (field->kind == DAYBOOK_FIELD_CURRENCY)
        text = "EUR";
      else if (field->kind == DAYBOOK_FIELD_DATE)
        text = "2026-11-23";
      else if (field->kind == DAYBOOK_FIELD_CHOICE)
        text = field->choices[0];
      daybook_record_set_text (record, field, text, &error);
      g_assert_no_error (error);
    }

  return record;
}

static void
check_schema (const DaybookSchema *schema)
{
  gpointer record = fill (schema);
  gpointer copy = daybook_record_copy (record);

  g_assert_true (daybook_record_equal (record, copy));

  for (guint i = 0; i < schema->n_fields; i++)
    {
      const DaybookField *field = &schema->fields[i];
      g_autoptr (GString) text = g_string_new (NULL);
      gpointer empty = daybook_record_new (schema);

      g_assert_true (daybook_schema_get_field (schema, field->name) == field);
      g_assert_true (daybook_record_has (record, field));
      g_assert_true (daybook_record_get_text (record, field, text));
      g_assert_false (daybook_record_equal (record, empty));
      g_assert_true (daybook_record_set_text (empty, field, text->str, NULL));
      daybook_record_free (empty);
      if (field->kind == DAYBOOK_FIELD_TEXT)
        g_assert_cmpint (field->max_length, >, 0);
    }

  daybook_record_free (copy);
  daybook_record_free (record);
}

static void
test_every_type_is_described (void)
{
  for (guint i = 0; daybook_event_types[i] != NULL; i++)
    {
      check_schema (daybook_event_types[i]);
      g_assert_true (daybook_find_event_type (daybook_event_types[i]->name) ==
                     daybook_event_types[i]);
      g_assert_cmpint (daybook_event_types[i]->version, >, 0);
    }
  for (guint i = 0; daybook_command_types[i] != NULL; i++)
    {
      check_schema (daybook_command_types[i]);
      g_assert_true (daybook_find_command_type (daybook_command_types[i]->name) ==
                     daybook_command_types[i]);
    }

  g_assert_null (daybook_find_event_type ("NothingHappened"));
  g_assert_null (daybook_find_command_type ("steal"));
}

static void
test_every_event_is_filed (void)
{
  for (guint i = 0; daybook_event_types[i] != NULL; i++)
    {
      DaybookEvent *event = fill (daybook_event_types[i]);
      DaybookFiling filings[DAYBOOK_MAX_FILINGS];
      guint n = daybook_event_get_filings (event, filings);

      g_assert_cmpint (n, >=, 1);
      for (guint j = 0; j < n; j++)
        {
          g_assert_cmpint (filings[j].kind, !=, DAYBOOK_STREAM_NONE);
          g_assert_cmpstr (filings[j].key, !=, "");
          g_assert_nonnull (filings[j].role);
          g_assert_cmpint (daybook_stream_kind_parse (daybook_stream_kind_name (filings[j].kind)),
                           ==, filings[j].kind);
        }
      daybook_record_free (event);
    }
}

static gpointer
from_texts (const DaybookSchema  *schema,
            GError              **error,
            const char           *name,
            ...)
{
  g_autoptr (GHashTable) texts = g_hash_table_new (g_str_hash, g_str_equal);
  va_list args;

  va_start (args, name);
  for (; name != NULL; name = va_arg (args, const char *))
    g_hash_table_insert (texts, (char *) name, (char *) va_arg (args, const char *));
  va_end (args);

  return daybook_record_new_from_texts (schema, texts, error);
}

static void
test_a_command_from_texts (void)
{
  DaybookDeposit *deposit = from_texts (&daybook_deposit, NULL, "to", "john", "amount", "100",
                                        "method", "bank", "on", "2026-11-23", "memo", " tea ",
                                        NULL);

  g_assert_nonnull (deposit);
  g_assert_cmpstr (deposit->to, ==, "john");
  g_assert_cmpint (deposit->amount.mantissa, ==, 100);
  g_assert_cmpint (deposit->method, ==, DAYBOOK_METHOD_BANK);
  g_assert_cmpint (deposit->on, ==, daybook_date_new (2026, 11, 23));
  g_assert_cmpstr (deposit->memo, ==, "tea");
  daybook_record_free (deposit);
}

static void
refuse_texts (DaybookRefusal  code,
              const char     *field,
              const char     *name,
              const char     *value)
{
  g_autoptr (GError) error = NULL;
  gpointer record = from_texts (&daybook_deposit, &error, name, value, "to",
                                g_str_equal (name, "to") ? value : "john",
                                g_str_equal (name, "amount") ? NULL : "amount", "1", NULL);

  g_assert_null (record);
  g_assert_error (error, DAYBOOK_REFUSAL, (int) code);
  g_assert_cmpstr (daybook_refusal_figures (error)->field, ==, field);
}

static void
test_wrong_texts_name_their_field (void)
{
  refuse_texts (DAYBOOK_REFUSAL_AMOUNT_NOT_A_NUMBER, "amount", "amount", "ten");
  refuse_texts (DAYBOOK_REFUSAL_FIELD_MISSING, "amount", "amount", "");
  refuse_texts (DAYBOOK_REFUSAL_FIELD_MISSING, "to", "to", "");
  refuse_texts (DAYBOOK_REFUSAL_DATE_NOT_A_DAY, "on", "on", "yesterday");
  refuse_texts (DAYBOOK_REFUSAL_CHOICE_UNKNOWN, "method", "method", "shells");
  refuse_texts (DAYBOOK_REFUSAL_TEXT_NOT_PLAIN, "memo", "memo", "two\nlines");
  refuse_texts (DAYBOOK_REFUSAL_TEXT_NOT_PLAIN, "memo", "memo", "two\u2028lines");
  refuse_texts (DAYBOOK_REFUSAL_TEXT_NOT_PLAIN, "memo", "memo", "two\u2029paragraphs");
  refuse_texts (DAYBOOK_REFUSAL_TEXT_NOT_PLAIN, "memo", "memo", "\xff");
  refuse_texts (DAYBOOK_REFUSAL_COMMAND_MALFORMED, NULL, "colour", "red");
}

static void
refuse_event_text (DaybookRefusal  code,
                   const char     *name,
                   const char     *value)
{
  const DaybookField *field = daybook_schema_get_field (&daybook_entry_reversed, name);
  gpointer reversed = daybook_record_new (&daybook_entry_reversed);
  gpointer before = daybook_record_copy (reversed);
  g_autoptr (GError) error = NULL;

  g_assert_false (daybook_record_set_text (reversed, field, value, &error));
  g_assert_error (error, DAYBOOK_REFUSAL, (int) code);
  g_assert_cmpstr (daybook_refusal_figures (error)->field, ==, name);
  g_assert_cmpstr (daybook_refusal_figures (error)->text, ==, value);
  g_assert_true (daybook_record_equal (reversed, before));
  daybook_record_free (reversed);
  daybook_record_free (before);
}

static void
test_wrong_texts_of_events_do_so_too (void)
{
  refuse_event_text (DAYBOOK_REFUSAL_ACCOUNT_NUMBER_INVALID, "from", "0000000196");
  refuse_event_text (DAYBOOK_REFUSAL_ACCOUNT_NUMBER_INVALID, "to", "00000001950");
  refuse_event_text (DAYBOOK_REFUSAL_CURRENCY_UNKNOWN, "currency", "XQX");
  refuse_event_text (DAYBOOK_REFUSAL_AMOUNT_NOT_A_NUMBER, "amount", "1.5");
  refuse_event_text (DAYBOOK_REFUSAL_ENTRY_NOT_A_NUMBER, "entry", "0");
  refuse_event_text (DAYBOOK_REFUSAL_DATE_NOT_A_DAY, "original_date", "2026-02-29");
}

static void
test_what_is_equal (void)
{
  gpointer ten = from_texts (&daybook_deposit, NULL, "to", "john", "amount", "10", NULL);
  gpointer longer = from_texts (&daybook_deposit, NULL, "to", "john", "amount", "1.0", NULL);
  gpointer out = from_texts (&daybook_withdraw, NULL, "from", "john", "amount", "10", NULL);
  gpointer copy = daybook_record_copy (ten);

  g_assert_true (daybook_record_equal (ten, copy));
  g_assert_false (daybook_record_equal (ten, longer));
  g_assert_false (daybook_record_equal (ten, out));
  daybook_record_free (ten);
  daybook_record_free (longer);
  daybook_record_free (out);
  daybook_record_free (copy);
}

static void
test_streams_are_of_kinds (void)
{
  for (DaybookStreamKind kind = DAYBOOK_STREAM_NONE + 1; kind < DAYBOOK_N_STREAM_KINDS; kind++)
    g_assert_cmpint (daybook_stream_kind_parse (daybook_stream_kind_name (kind)), ==, kind);

  g_assert_cmpint (daybook_stream_kind_parse ("nothing"), ==, DAYBOOK_STREAM_NONE);
}

/* Whoever types a zero where an amount may be left out has not left it out. */
static void
test_zero_is_an_amount (void)
{
  const DaybookField *overdraft = daybook_schema_get_field (&daybook_open, "overdraft");
  gpointer zero = from_texts (&daybook_open, NULL, "holder", "john", "overdraft", "0", NULL);
  gpointer nothing = from_texts (&daybook_open, NULL, "holder", "john", NULL);
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_false (daybook_record_has (nothing, overdraft));
  g_assert_true (daybook_record_has (zero, overdraft));
  g_assert_true (daybook_record_get_text (zero, overdraft, text));
  g_assert_cmpstr (text->str, ==, "0");
  g_assert_false (daybook_record_equal (zero, nothing));
  daybook_record_free (zero);
  daybook_record_free (nothing);
}

static void
test_texts_have_a_longest (void)
{
  const DaybookField *memo = daybook_schema_get_field (&daybook_deposit, "memo");
  g_autofree char *longest = g_strnfill (DAYBOOK_MAX_MEMO, 'x');
  g_autofree char *longer = g_strnfill (DAYBOOK_MAX_MEMO + 1, 'x');
  gpointer deposit = daybook_record_new (&daybook_deposit);
  g_autoptr (GError) error = NULL;

  g_assert_true (daybook_record_set_text (deposit, memo, longest, NULL));
  g_assert_false (daybook_record_set_text (deposit, memo, longer, &error));
  g_assert_error (error, DAYBOOK_REFUSAL, DAYBOOK_REFUSAL_TEXT_TOO_LONG);
  g_assert_cmpint (daybook_refusal_figures (error)->number, ==, DAYBOOK_MAX_MEMO);
  daybook_record_free (deposit);
}

static void
test_refusals_travel_with_their_figures (void)
{
  g_autoptr (GError) error = NULL, copy = NULL;
  g_autofree char *name = g_strdup ("john");

  g_assert_false (daybook_refuse (&error, DAYBOOK_REFUSAL_USERNAME_TAKEN, .text = name));
  name[0] = 'x';
  copy = g_error_copy (error);
  g_clear_error (&error);

  g_assert_cmpstr (daybook_refusal_figures (copy)->text, ==, "john");
  g_assert_cmpstr (copy->message, ==, "username-taken");
  for (guint i = 0; i < DAYBOOK_N_REFUSALS; i++)
    for (guint j = 0; j < i; j++)
      g_assert_cmpstr (daybook_refusal_name (i), !=, daybook_refusal_name (j));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/records/every-type-is-described", test_every_type_is_described);
  g_test_add_func ("/records/every-event-is-filed", test_every_event_is_filed);
  g_test_add_func ("/records/a-command-from-texts", test_a_command_from_texts);
  g_test_add_func ("/records/wrong-texts-name-their-field", test_wrong_texts_name_their_field);
  g_test_add_func ("/records/wrong-texts-of-events-do-so-too",
                   test_wrong_texts_of_events_do_so_too);
  g_test_add_func ("/records/what-is-equal", test_what_is_equal);
  g_test_add_func ("/records/streams-are-of-kinds", test_streams_are_of_kinds);
  g_test_add_func ("/records/zero-is-an-amount", test_zero_is_an_amount);
  g_test_add_func ("/records/texts-have-a-longest", test_texts_have_a_longest);
  g_test_add_func ("/records/refusals-travel-with-their-figures",
                   test_refusals_travel_with_their_figures);

  return g_test_run ();
}
