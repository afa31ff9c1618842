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
test_numbers_are_their_digits (void)
{
  static const struct
  {
    const char *number;
    gint64 mantissa;
    guint decimals;
  } cases[] = {
    { "100", 100, 0 }, { "0.10", 10, 2 }, { "-3", -3, 0 },
    { "9223372036854775807", G_MAXINT64, 0 }, { "0.1000000000000001", 1000000000000001, 16 },
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

static void
test_null_is_nothing (void)
{
  static const char json[] = "{\"deposit\":{\"to\":\"a\",\"amount\":1,\"memo\":null},\"id\":null}";
  g_auto (DaybookOrder) order = { 0 };

  g_assert_true (daybook_order_parse (&order, json, strlen (json), NULL));
  g_assert_null (((DaybookDeposit *) order.command)->memo);
  g_assert_null (order.id);
}

static void
test_refuses_what_is_no_command (void)
{
  static const struct
  {
    const char *json;
    DaybookRefusal code;
  } cases[] = {
    { "", DAYBOOK_REFUSAL_COMMAND_MALFORMED },
    { "null", DAYBOOK_REFUSAL_COMMAND_MALFORMED },
    { "[]", DAYBOOK_REFUSAL_COMMAND_MALFORMED },
    { "{}", DAYBOOK_REFUSAL_COMMAND_MALFORMED },
    { "{\"id\":\"x\"}", DAYBOOK_REFUSAL_COMMAND_MALFORMED },
    { "{\"deposit\":\"john\"}", DAYBOOK_REFUSAL_COMMAND_MALFORMED },
    { "{\"deposit\":{}} {}", DAYBOOK_REFUSAL_COMMAND_MALFORMED },
    { "{\"deposit\":{},}", DAYBOOK_REFUSAL_COMMAND_MALFORMED },
    { "{\"deposit\":{\"to\":\"a\",\"amount\":[1]}}", DAYBOOK_REFUSAL_COMMAND_MALFORMED },
    { "{\"deposit\":{\"to\":\"a\",\"amount\":true}}", DAYBOOK_REFUSAL_COMMAND_MALFORMED },
    { "{\"deposit\":{\"to\":\"a\",\"amount\":1e2}}", DAYBOOK_REFUSAL_COMMAND_MALFORMED },
    { "{\"deposit\":{\"to\":\"a\",\"amount\":\"1\"},\"withdraw\":{}}",
      DAYBOOK_REFUSAL_COMMAND_MALFORMED },
    { "{\"deposit\":{\"to\":\"a\",\"to\":\"b\",\"amount\":\"1\"}}",
      DAYBOOK_REFUSAL_COMMAND_MALFORMED },
    { "{\"deposit\":{\"to\":\"a\\u0000\",\"amount\":\"1\"}}", DAYBOOK_REFUSAL_COMMAND_MALFORMED },
    { "{\"deposit\":{\"to\":\"\\ud83d\",\"amount\":\"1\"}}", DAYBOOK_REFUSAL_COMMAND_MALFORMED },
    { "{\"deposit\":{\"to\":\"\xff\",\"amount\":\"1\"}}", DAYBOOK_REFUSAL_COMMAND_MALFORMED },
    { "{\"deposit\":{\"to\":\"a\",\"amount\":\"1\"},\"id\":\"x\",\"id\":\"y\"}",
      DAYBOOK_REFUSAL_COMMAND_MALFORMED },
    { "{\"deposit\":{\"to\":\"a\",\"amount\":\"1\",\"colour\":\"x\"}}",
      DAYBOOK_REFUSAL_COMMAND_MALFORMED },
    { "{\"fly\":{}}", DAYBOOK_REFUSAL_COMMAND_UNKNOWN },
    { "{\"deposit\":{\"to\":\"a\"}}", DAYBOOK_REFUSAL_FIELD_MISSING },
    { "{\"deposit\":{\"to\":\"a\",\"amount\":\"x\"}}", DAYBOOK_REFUSAL_AMOUNT_NOT_A_NUMBER },
    { "{\"deposit\":{\"to\":\"a\",\"amount\":99999999999999999999}}",
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
  g_test_add_func ("/command-json/numbers-are-their-digits", test_numbers_are_their_digits);
  g_test_add_func ("/command-json/null-is-nothing", test_null_is_nothing);
  g_test_add_func ("/command-json/refuses-what-is-no-command", test_refuses_what_is_no_command);
  g_test_add_func ("/command-json/no-bytes-do-harm", test_no_bytes_do_harm);

  return g_test_run ();
}
