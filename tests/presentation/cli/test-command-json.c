/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Commands as data: what is taken, what is not, and that no bytes whatever do harm. */

#include <string.h>

#include "accounts/account-commands.h"
#include "command-json.h"
#include "refusal.h"

static const char good[] = "{\"deposit\": {\"to\": \"jo\\u0068n\", \"amount\": \"100.5\", "
                           "\"memo\": \"a\\\"b\\\\c\\/d \\ud83d\\ude00\"}, \"id\": \"x\", "
                           "\"actor\": \"Ruth\", \"correlation\": \"y\", \"causation\": \"z\"}";

static void
test_everything_that_can_be_said (void)
{
  g_auto (DaybookOrder) order = { 0 };
  g_autoptr (GError) error = NULL;
  const DaybookDeposit *deposit;

  daybook_order_parse (&order, good, strlen (good), &error);
  g_assert_no_error (error);
  g_assert_true (order.command->schema == &daybook_deposit);
  deposit = (const DaybookDeposit *) order.command;
  g_assert_cmpstr (deposit->to, ==, "john");
  g_assert_cmpint (deposit->amount.mantissa, ==, 1005);
  g_assert_cmpint (deposit->amount.decimals, ==, 1);
  g_assert_cmpstr (deposit->memo, ==, "a\"b\\c/d 😀");
  g_assert_cmpstr (order.id, ==, "x");
  g_assert_cmpstr (order.actor, ==, "Ruth");
  g_assert_cmpstr (order.correlation, ==, "y");
  g_assert_cmpstr (order.causation, ==, "z");
}

static void
test_whole_numbers_are_exact (void)
{
  static const struct
  {
    const char *number;
    gint64 mantissa;
    guint decimals;
  } cases[] = {
    { "100", 100, 0 }, { "0", 0, 0 }, { "-3", -3, 0 },
    { "999999999999999999", 999999999999999999, 0 },
    { "-999999999999999999", -999999999999999999, 0 },
    { "9007199254740993", 9007199254740993, 0 },
    { "\"0.10\"", 10, 2 },
    { "\"9223372036854775807\"", G_MAXINT64, 0 },
    { "\"0.1000000000000001\"", 1000000000000001, 16 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *json = g_strdup_printf ("{\"deposit\":{\"to\":\"a\",\"amount\":%s}}",
                                               cases[i].number);
      g_auto (DaybookOrder) order = { 0 };
      g_autoptr (GError) error = NULL;

      daybook_order_parse (&order, json, strlen (json), &error);
      g_assert_no_error (error);
      g_assert_cmpint (((DaybookDeposit *) order.command)->amount.mantissa, ==,
                       cases[i].mantissa);
      g_assert_cmpint (((DaybookDeposit *) order.command)->amount.decimals, ==,
                       cases[i].decimals);
    }
}

/* A refusal that says how amounts are written, and which field it is about if that is known. */
static void
assert_value_refused (const char *json,
                      const char *field)
{
  g_auto (DaybookOrder) order = { 0 };
  g_autoptr (GError) error = NULL;

  g_test_message ("%s", json);
  g_assert_false (daybook_order_parse (&order, json, strlen (json), &error));
  g_assert_error (error, DAYBOOK_REFUSAL, (int) DAYBOOK_REFUSAL_COMMAND_MALFORMED);
  g_assert_cmpstr (daybook_refusal_figures (error)->field, ==, field);
  g_assert_cmpuint (daybook_refusal_figures (error)->number, ==, 18);
  g_assert_null (order.command);
}

static void
test_other_values_are_refused (void)
{
  static const char *const values[] = {
    "12.30", "12.0", "-0.5", "1e2", "1E+2", "1e-400", "1e999", "1234567890123456789.5",
    "1234567890123456789e1", "true", "false", "null", "[]", "[1]", "{}", "{\"amount\":1}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autofree char *field = g_strdup_printf ("{\"deposit\":{\"to\":\"a\",\"amount\":%s}}",
                                                values[i]);
      g_autofree char *beside = g_strdup_printf ("{\"id\":%s,\"deposit\":"
                                                 "{\"to\":\"a\",\"amount\":1}}", values[i]);

      assert_value_refused (field, "amount");
      assert_value_refused (beside, "id");
    }
}

/* json-glib would make -1 of most of these, and 1 of one: never are they taken for anything. */
static void
test_long_numbers_are_refused_not_rounded (void)
{
  static const char *const numbers[] = {
    "1000000000000000000", "9223372036854775808", "18446744073709551615", "18446744073709551617",
    "99999999999999999999999", "-9223372036854775809", "-18446744073709551615",
  };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autofree char *last = g_strdup_printf ("{\"deposit\":{\"to\":\"a\",\"amount\":%s}}",
                                               numbers[i]);
      g_autofree char *first = g_strdup_printf ("{\"deposit\":{\"amount\":%s,\"to\":\"a\"}}",
                                                numbers[i]);

      assert_value_refused (last, NULL);
      assert_value_refused (first, NULL);
    }
}

static const char *const malformed[] = {
  "",
  "  ",
  "null",
  "[]",
  "1",
  "{}",
  "{\"id\":\"x\"}",
  "{\"deposit\":\"john\"}",
  "{\"deposit\":{}",
  "{\"deposit\":{},}",
  /* What follows or precedes. */
  "{\"deposit\":{}} {}",
  "{\"deposit\":{\"to\":\"a\",\"amount\":1}} {\"deposit\":{\"to\":\"a\",\"amount\":1}}",
  "{\"deposit\":{\"to\":\"a\",\"amount\":1}} x",
  "{\"deposit\":{\"to\":\"a\",\"amount\":1}}}",
  "{\"deposit\":{\"to\":\"a\",\"amount\":1}} null",
  "1 {\"deposit\":{\"to\":\"a\",\"amount\":1}}",
  "{} {\"deposit\":{\"to\":\"a\",\"amount\":1}}",
  "\xef\xbb\xbf{\"deposit\":{\"to\":\"a\",\"amount\":1}}",
  "{\"deposit\":{\"to\":\"a\",\"amount\":1}} // a",
  "/* a */{\"deposit\":{\"to\":\"a\",\"amount\":1}}",
  "var x = {\"deposit\":{\"to\":\"a\",\"amount\":1}};",
  /* What comes twice. */
  "{\"deposit\":{\"to\":\"a\",\"amount\":1},\"withdraw\":{}}",
  "{\"deposit\":{\"to\":\"a\",\"to\":\"b\",\"amount\":1}}",
  "{\"deposit\":{\"to\":\"a\",\"t\\u006f\":\"a\",\"amount\":1}}",
  "{\"deposit\":{\"to\":\"a\",\"amount\":1},\"id\":\"x\",\"id\":\"y\"}",
  "{\"deposit\":{\"to\":\"a\",\"amount\":1},\"deposit\":{\"to\":\"a\",\"amount\":1}}",
  /* No text, or not the one that it looks like. */
  "{\"deposit\":{\"to\":\"a\\u0000\",\"amount\":1}}",
  "{\"deposit\":{\"to\":\"\\ud83d\",\"amount\":1}}",
  "{\"deposit\":{\"to\":\"\\ud83dx\",\"amount\":1}}",
  "{\"deposit\":{\"to\":\"\\ude00\\ud83d\",\"amount\":1}}",
  "{\"deposit\":{\"to\":\"\\u12\",\"amount\":1}}",
  "{\"deposit\":{\"to\":\"\\u12G4\",\"amount\":1}}",
  "{\"deposit\":{\"to\":\"\\x\",\"amount\":1}}",
  "{\"deposit\":{\"to\":\"\\101\",\"amount\":1}}",
  "{\"deposit\":{\"to\":\"a\nb\",\"amount\":1}}",
  "{\"deposit\":{\"to\":\"\xff\",\"amount\":1}}",
  "{\"deposit\":{\"to\":\"\xed\xa0\x80\",\"amount\":1}}",
  "{\"deposit\":{\"to\":'a',\"amount\":1}}",
  /* No number in JSON. */
  "{\"deposit\":{\"to\":\"a\",\"amount\":0100}}",
  "{\"deposit\":{\"to\":\"a\",\"amount\":0x10}}",
  "{\"deposit\":{\"to\":\"a\",\"amount\":0b1}}",
  "{\"deposit\":{\"to\":\"a\",\"amount\":$ff}}",
  "{\"deposit\":{\"to\":\"a\",\"amount\":00}}",
  "{\"deposit\":{\"to\":\"a\",\"amount\":+1}}",
  "{\"deposit\":{\"to\":\"a\",\"amount\":- 1}}",
  "{\"deposit\":{\"to\":\"a\",\"amount\":--1}}",
  "{\"deposit\":{\"to\":\"a\",\"amount\":.5}}",
  "{\"deposit\":{\"to\":\"a\",\"amount\":1.}}",
  "{\"deposit\":{\"to\":\"a\",\"amount\":1x}}",
  "{\"deposit\":{\"to\":\"a\",\"amount\":NaN}}",
  "{\"deposit\":{\"to\":\"a\",\"amount\":TRUE}}",
  "{\"deposit\":{\"to\":\"a\",\"amount\":}}",
  /* Separators. */
  "{\"deposit\":{\"to\" \"a\",\"amount\":1}}",
  "{\"deposit\":{\"to\":\"a\" \"amount\":1}}",
  "{\"deposit\":{\"to\":\"a\",\"amount\":1,}}",
  "{\"deposit\":{\"to\":\"a\",,\"amount\":1}}",
  "{deposit:{}}",
  "{\"deposit\":{\"to\":\"a\",\"amount\":1,\"colour\":\"x\"}}",
};

static void
test_refuses_what_is_malformed (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (malformed); i++)
    {
      g_auto (DaybookOrder) order = { 0 };
      g_autoptr (GError) error = NULL;

      g_test_message ("case %u", i);
      g_assert_false (daybook_order_parse (&order, malformed[i], strlen (malformed[i]), &error));
      g_assert_error (error, DAYBOOK_REFUSAL, (int) DAYBOOK_REFUSAL_COMMAND_MALFORMED);
      g_assert_null (order.command);
    }
}

static void
test_refuses_what_is_no_command (void)
{
  static const struct
  {
    const char *json;
    DaybookRefusal code;
  } cases[] = {
    { "{\"fly\":{}}", DAYBOOK_REFUSAL_COMMAND_UNKNOWN },
    { "{\"deposit\":{\"to\":\"a\"}}", DAYBOOK_REFUSAL_FIELD_MISSING },
    { "{\"deposit\":{\"to\":\"a\",\"amount\":\"x\"}}", DAYBOOK_REFUSAL_AMOUNT_NOT_A_NUMBER },
    { "{\"deposit\":{\"to\":\"a\",\"amount\":\"99999999999999999999\"}}",
      DAYBOOK_REFUSAL_AMOUNT_TOO_LARGE },
    { "{\"deposit\":{\"to\":\"a\\nb\",\"amount\":\"1\"}}", DAYBOOK_REFUSAL_TEXT_NOT_PLAIN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (DaybookOrder) order = { 0 };
      g_autoptr (GError) error = NULL;

      g_test_message ("case %u", i);
      g_assert_false (daybook_order_parse (&order, cases[i].json, strlen (cases[i].json), &error));
      g_assert_error (error, DAYBOOK_REFUSAL, (int) cases[i].code);
      g_assert_null (order.command);
    }
}

static void
assert_malformed (const char *json,
                  gsize       length)
{
  g_auto (DaybookOrder) order = { 0 };
  g_autoptr (GError) error = NULL;

  g_assert_false (daybook_order_parse (&order, json, length, &error));
  g_assert_error (error, DAYBOOK_REFUSAL, (int) DAYBOOK_REFUSAL_COMMAND_MALFORMED);
}

static void
test_there_is_a_limit_on_everything (void)
{
  static const char start[] = "{\"deposit\":{\"to\":\"a\",\"amount\":";
  const gsize limit = 64 * 1024;
  g_autofree char *json = g_malloc (limit + 1);
  g_auto (DaybookOrder) order = { 0 };

  memset (json, ' ', limit + 1);
  memcpy (json, good, strlen (good));
  g_assert_true (daybook_order_parse (&order, json, limit, NULL));
  assert_malformed (json, limit + 1);
  json[limit - 1] = '\0';
  assert_malformed (json, limit);
  assert_malformed (json, G_MAXSIZE);

  memset (json, '[', limit);
  assert_malformed (json, limit);
  memcpy (json, start, strlen (start));
  assert_malformed (json, limit);
  memset (json + limit / 2, ']', limit / 2);
  assert_malformed (json, limit);
  for (gsize i = 0; i + 5 <= limit; i += 5)
    memcpy (json + i, "{\"a\":", 5);
  assert_malformed (json, limit - 1);
}

static void
test_brackets_in_texts_are_text (void)
{
  static const char json[] = "{\"deposit\":{\"to\":\"a\",\"amount\":1,"
                             "\"memo\":\"\\\"[[[[[[[[[[{{{{{{{{{{ 123456789012345678901 0x1\"}}";
  g_auto (DaybookOrder) order = { 0 };

  g_assert_true (daybook_order_parse (&order, json, strlen (json), NULL));
  g_assert_cmpstr (((DaybookDeposit *) order.command)->memo, ==,
                   "\"[[[[[[[[[[{{{{{{{{{{ 123456789012345678901 0x1");
}

/* Every good command cut short, and with every byte exchanged. */
static void
test_no_bytes_do_harm (void)
{
  static const char others[] = "\"\\{}[]:,u0e-. \n\xc3";
  gsize length = strlen (good);

  for (gsize i = 0; i < length; i++)
    {
      g_auto (DaybookOrder) cut = { 0 };
      g_autofree char *copy = g_memdup2 (good, length);

      g_assert_false (daybook_order_parse (&cut, good, i, NULL));
      for (guint j = 0; j < sizeof others; j++)
        {
          g_auto (DaybookOrder) changed = { 0 };

          copy[i] = others[j];
          daybook_order_parse (&changed, copy, length, NULL);
        }
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/command-json/everything-that-can-be-said", test_everything_that_can_be_said);
  g_test_add_func ("/command-json/whole-numbers-are-exact", test_whole_numbers_are_exact);
  g_test_add_func ("/command-json/other-values-are-refused", test_other_values_are_refused);
  g_test_add_func ("/command-json/long-numbers-are-refused-not-rounded",
                   test_long_numbers_are_refused_not_rounded);
  g_test_add_func ("/command-json/refuses-what-is-malformed", test_refuses_what_is_malformed);
  g_test_add_func ("/command-json/refuses-what-is-no-command", test_refuses_what_is_no_command);
  g_test_add_func ("/command-json/there-is-a-limit-on-everything",
                   test_there_is_a_limit_on_everything);
  g_test_add_func ("/command-json/brackets-in-texts-are-text", test_brackets_in_texts_are_text);
  g_test_add_func ("/command-json/no-bytes-do-harm", test_no_bytes_do_harm);

  return g_test_run ();
}
