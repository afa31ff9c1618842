/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Events as text: every type, there and back; and whatever no encoder wrote is refused. A well-kept
 * JSON library is the oracle that what is written is JSON. */

#include "codec/event-codec.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "accounts/hold-records.h"
#include "catalogue.h"
#include "store-error.h"
#include "surroundings.h"

static gpointer
fill (const DaybookSchema *schema,
      const char          *text,
      gint64               amount,
      gboolean             optional)
{
  gpointer record = daybook_record_new (schema);

  for (guint i = 0; i < schema->n_fields; i++)
    {
      const DaybookField *field = &schema->fields[i];
      gpointer value = daybook_field_in (record, field);

      if (field->optional && !optional)
        continue;
      if (field->kind == DAYBOOK_FIELD_TEXT)
        *(char **) value = g_strdup (text);
      else if (field->kind == DAYBOOK_FIELD_AMOUNT)
        *(gint64 *) value = amount;
      else if (field->kind == DAYBOOK_FIELD_ENTRY)
        *(guint64 *) value = G_MAXINT64;
      else if (field->kind == DAYBOOK_FIELD_CHOICE)
        *(guint *) value = 2;
      else if (field->kind == DAYBOOK_FIELD_ACCOUNT)
        daybook_account_number_new (99999999, value);
      else if (field->kind == DAYBOOK_FIELD_CURRENCY)
        daybook_currency_parse ("JPY", value);
      else if (field->kind == DAYBOOK_FIELD_DATE)
        *(DaybookDate *) value = day ("2026-11-23");
      else
        g_assert_not_reached ();
    }

  return record;
}

static void
ask_oracle (const DaybookSchema *schema,
            const char          *json,
            const char          *text,
            gint64               amount)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GError) error = NULL;
  JsonObject *object;

  json_parser_load_from_data (parser, json, -1, &error);
  g_assert_no_error (error);
  object = json_node_get_object (json_parser_get_root (parser));
  for (guint i = 0; i < schema->n_fields; i++)
    {
      const DaybookField *field = &schema->fields[i];

      if (!json_object_has_member (object, field->name))
        g_assert_true (field->optional);
      else if (field->kind == DAYBOOK_FIELD_TEXT)
        g_assert_cmpstr (json_object_get_string_member (object, field->name), ==, text);
      else if (field->kind == DAYBOOK_FIELD_AMOUNT)
        g_assert_cmpint (json_object_get_int_member (object, field->name), ==, amount);
    }
}

static void
test_every_type_there_and_back (void)
{
  static const char *const texts[] = { "x", "\"\\/\b\t\n\r\x1f", "für Anna 🍎", "\u2028" };
  static const gint64 amounts[] = { 0, 1, -1, G_MAXINT64, G_MININT64 };

  for (guint i = 0; daybook_event_types[i] != NULL; i++)
    for (guint j = 0; j < G_N_ELEMENTS (texts) * G_N_ELEMENTS (amounts) * 2; j++)
      {
        const DaybookSchema *schema = daybook_event_types[i];
        const char *text = texts[j % G_N_ELEMENTS (texts)];
        gint64 amount = amounts[j / 2 % G_N_ELEMENTS (amounts)];
        DaybookEvent *event = fill (schema, text, amount, j % 2), *back;
        g_autoptr (GString) json = g_string_new (NULL), again = g_string_new (NULL);
        g_autoptr (GError) error = NULL;

        daybook_event_encode (event, json);
        ask_oracle (schema, json->str, text, amount);
        back = daybook_event_decode (schema->name, schema->version, json->str, json->len, &error);
        g_assert_no_error (error);
        g_assert_true (daybook_record_equal (event, back));
        daybook_event_encode (back, again);
        g_assert_cmpstr (json->str, ==, again->str);
        daybook_record_free (event);
        daybook_record_free (back);
      }
}

static const char deposit[] = "{\"to\":\"0000000195\",\"amount\":100,\"currency\":\"EUR\","
                              "\"method\":\"cash\",\"memo\":\"tea\"}";

static void
test_an_event_has_one_text (void)
{
  DaybookMoneyDeposited *event;

  event = (DaybookMoneyDeposited *) daybook_event_decode ("MoneyDeposited", 1, deposit,
                                                          strlen (deposit), NULL);
  g_assert_nonnull (event);
  g_assert_cmpstr (event->to.digits, ==, "0000000195");
  g_assert_cmpint (event->amount, ==, 100);
  g_assert_cmpint (event->method, ==, DAYBOOK_METHOD_CASH);
  g_assert_cmpstr (event->memo, ==, "tea");
  daybook_record_free (event);
}

static void
test_what_no_encoder_wrote_is_damage (void)
{
  static const char *const wrong[] = {
    "", "{", "{}", "[]", "null", " {\"to\":\"0000000195\"}",
    "{\"to\":\"0000000195\",\"amount\":100,\"currency\":\"EUR\",\"method\":\"cash\"} ",
    "{\"to\":\"0000000195\",\"amount\":100,\"currency\":\"EUR\",\"method\":\"cash\",}",
    "{\"to\": \"0000000195\",\"amount\":100,\"currency\":\"EUR\",\"method\":\"cash\"}",
    "{\"amount\":100,\"to\":\"0000000195\",\"currency\":\"EUR\",\"method\":\"cash\"}",
    "{\"to\":\"0000000196\",\"amount\":100,\"currency\":\"EUR\",\"method\":\"cash\"}",
    "{\"to\":\"0000 0001 95\",\"amount\":100,\"currency\":\"EUR\",\"method\":\"cash\"}",
    "{\"to\":\"0000000195\",\"amount\":\"100\",\"currency\":\"EUR\",\"method\":\"cash\"}",
    "{\"to\":\"0000000195\",\"amount\":1e2,\"currency\":\"EUR\",\"method\":\"cash\"}",
    "{\"to\":\"0000000195\",\"amount\":0100,\"currency\":\"EUR\",\"method\":\"cash\"}",
    "{\"to\":\"0000000195\",\"amount\":-0,\"currency\":\"EUR\",\"method\":\"cash\"}",
    "{\"to\":\"0000000195\",\"amount\":9223372036854775808,\"currency\":\"EUR\","
    "\"method\":\"cash\"}",
    "{\"to\":\"0000000195\",\"amount\":100,\"currency\":\"eur\",\"method\":\"cash\"}",
    "{\"to\":\"0000000195\",\"amount\":100,\"currency\":\"EUR\",\"method\":\"gold\"}",
    "{\"to\":\"0000000195\",\"amount\":100,\"currency\":\"EUR\",\"method\":\"cash\","
    "\"colour\":\"red\"}",
    "{\"to\":\"0000000195\",\"amount\":100,\"currency\":\"EUR\",\"method\":\"cash\","
    "\"memo\":\"\\n\"}",
    "{\"to\":\"0000000195\",\"amount\":100,\"currency\":\"EUR\",\"method\":\"cash\","
    "\"memo\":\"\\u0041\"}",
    "{\"to\":\"0000000195\",\"amount\":100,\"currency\":\"EUR\",\"method\":\"cash\","
    "\"memo\":\"\\u0000\"}",
    "{\"to\":\"0000000195\",\"amount\":100,\"currency\":\"EUR\",\"method\":\"cash\","
    "\"memo\":\"\xff\"}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (daybook_event_decode ("MoneyDeposited", 1, wrong[i], strlen (wrong[i]),
                                           &error));
      g_assert_error (error, DAYBOOK_STORE_ERROR, DAYBOOK_STORE_ERROR_DAMAGED);
    }

  /* Cut off anywhere, it is damage too. */
  for (gsize length = 0; length < strlen (deposit); length++)
    g_assert_null (daybook_event_decode ("MoneyDeposited", 1, deposit, length, NULL));
}

static void
test_a_day_has_one_text (void)
{
  static const struct { const char *expires; gboolean fair; } cases[] = {
    { "\"2026-11-30\"", TRUE }, { "\"2026-11-31\"", FALSE }, { "\"2026-11-3\"", FALSE },
    { "\"20261130\"", FALSE }, { "\"\"", FALSE }, { "null", FALSE }, { "20261130", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *json =
        g_strdup_printf ("{\"hold\":\"h\",\"account\":\"0000000195\",\"amount\":1,"
                         "\"currency\":\"EUR\",\"reason\":\"r\",\"expires\":%s}",
                         cases[i].expires);
      DaybookEvent *event = daybook_event_decode ("HoldPlaced", 1, json, strlen (json), NULL);

      g_assert_cmpint (event != NULL, ==, cases[i].fair);
      if (event != NULL)
        g_assert_cmpint (((DaybookHoldPlaced *) event)->expires, ==, day ("2026-11-30"));
      daybook_record_free (event);
    }
}

static void
test_what_is_newer_is_said_to_be_newer (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (daybook_event_decode ("MoneyDeposited", 2, "{}", 2, &error));
  g_assert_error (error, DAYBOOK_STORE_ERROR, DAYBOOK_STORE_ERROR_NEWER);
  g_clear_error (&error);
  g_assert_null (daybook_event_decode ("GoldMelted", 1, "{}", 2, &error));
  g_assert_error (error, DAYBOOK_STORE_ERROR, DAYBOOK_STORE_ERROR_NEWER);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/codec/every-type-there-and-back", test_every_type_there_and_back);
  g_test_add_func ("/codec/an-event-has-one-text", test_an_event_has_one_text);
  g_test_add_func ("/codec/what-no-encoder-wrote-is-damage", test_what_no_encoder_wrote_is_damage);
  g_test_add_func ("/codec/a-day-has-one-text", test_a_day_has_one_text);
  g_test_add_func ("/codec/what-is-newer-is-said-to-be-newer",
                   test_what_is_newer_is_said_to_be_newer);

  return g_test_run ();
}
