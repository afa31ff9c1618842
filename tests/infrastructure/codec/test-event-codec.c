/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Events as text: every type, there and back; and whatever no encoder wrote is refused. A well-kept
 * JSON library is the oracle that what is written is JSON. */

#include "codec/event-codec.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "accounts/account-events.h"
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
      else if (daybook_field_is_integer (field))
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

static gboolean
can_read (const char *type,
          const char *json)
{
  DaybookEvent *event = daybook_event_decode (type, 1, json, strlen (json), NULL);
  gboolean fair = event != NULL;

  daybook_record_free (event);
  return fair;
}

/* How many there are may be none; which entry it is, may not be the one before the first. */
static void
test_counts_and_entries_begin_where_they_do (void)
{
  static const struct { const char *number; gboolean count; gboolean entry; } cases[] = {
    { "0", TRUE, FALSE }, { "1", TRUE, TRUE }, { "9223372036854775807", TRUE, TRUE },
    { "9223372036854775808", FALSE, FALSE }, { "-1", FALSE, FALSE }, { "-0", FALSE, FALSE },
    { "02", FALSE, FALSE }, { "\"2\"", FALSE, FALSE }, { "null", FALSE, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *count = g_strdup_printf ("{\"currency\":\"JPY\",\"decimals\":%s}",
                                                cases[i].number);
      g_autofree char *entry =
        g_strdup_printf ("{\"to\":\"0000000195\",\"amount\":1,\"currency\":\"EUR\","
                         "\"method\":\"cash\",\"corrects\":%s}", cases[i].number);

      g_assert_cmpint (can_read ("CurrencyAdded", count), ==, cases[i].count);
      g_assert_cmpint (can_read ("MoneyDeposited", entry), ==, cases[i].entry);
    }
}

/* A command may mean both sides of an account; what happens, happens to one. */
static void
test_an_event_knows_its_own_choices (void)
{
  static const struct { const char *side; gboolean fair; } cases[] = {
    { "debits", TRUE }, { "credits", TRUE }, { "both", FALSE }, { "none", FALSE }, { "", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *json =
        g_strdup_printf ("{\"account\":\"0000000195\",\"side\":\"%s\",\"reason\":\"r\"}",
                         cases[i].side);

      g_assert_cmpint (can_read ("AccountBlocked", json), ==, cases[i].fair);
    }
}

/* Each of the fields that may be left out, without the others, is where it belongs. */
static void
test_what_may_be_left_out_stays_in_order (void)
{
#define NAMED "{\"person\":\"p\",\"name\":\"n\""
  static const struct { const char *json; gboolean fair; } cases[] = {
    { NAMED "}", TRUE },
    { NAMED ",\"email\":\"e\"}", TRUE },
    { NAMED ",\"phone\":\"p\"}", TRUE },
    { NAMED ",\"address\":\"a\",\"note\":\"n\"}", TRUE },
    { NAMED ",\"note\":\"n\"}", TRUE },
    { NAMED ",\"note\":\"n\",\"address\":\"a\"}", FALSE },
    { NAMED ",\"phone\":\"p\",\"phone\":\"p\"}", FALSE },
    { NAMED ",\"phone\":null}", FALSE },
    { "{\"person\":\"p\",\"email\":\"e\"}", FALSE },
  };
#undef NAMED

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (can_read ("PersonalDetailsChanged", cases[i].json), ==, cases[i].fair);
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

/* A made-up type that has had three forms. The newest: a name in two parts, and a currency. */
typedef struct
{
  DaybookEvent event;
  char *given;
  char *family;
  gint64 fee;
  DaybookCurrency currency;
} Joined;

static const DaybookField joined_fields[] = {
  DAYBOOK_FIELD (Joined, given, DAYBOOK_FIELD_TEXT, .max_length = DAYBOOK_MAX_NAME),
  DAYBOOK_FIELD (Joined, family, DAYBOOK_FIELD_TEXT, .max_length = DAYBOOK_MAX_NAME,
                 .optional = TRUE),
  DAYBOOK_FIELD (Joined, fee, DAYBOOK_FIELD_AMOUNT),
  DAYBOOK_FIELD (Joined, currency, DAYBOOK_FIELD_CURRENCY),
};

static const DaybookSchema joined = DAYBOOK_SCHEMA (Joined, "MemberJoined", 3, joined_fields);

/* Before that, the whole name in one field, and everything in euros. */
typedef struct
{
  DaybookEvent event;
  char *name;
  gint64 fee;
} Joined2;

static const DaybookField joined_2_fields[] = {
  DAYBOOK_FIELD (Joined2, name, DAYBOOK_FIELD_TEXT, .max_length = DAYBOOK_MAX_NAME),
  DAYBOOK_FIELD (Joined2, fee, DAYBOOK_FIELD_AMOUNT),
};

static DaybookEvent *
split_name (const DaybookEvent *event)
{
  const Joined2 *old = (const Joined2 *) event;
  Joined *next = daybook_record_new (&joined);
  g_auto (GStrv) parts = g_strsplit (old->name, " ", 2);

  next->given = g_strdup (parts[0]);
  next->family = g_strdup (parts[1]);
  next->fee = old->fee;
  daybook_currency_parse ("EUR", &next->currency);

  return &next->event;
}

static const DaybookSchema joined_2 =
  DAYBOOK_SCHEMA (Joined2, "MemberJoined", 2, joined_2_fields,
                  .successor = &joined, .upcast = split_name);

/* And at first, the name was called something else. */
typedef struct
{
  DaybookEvent event;
  char *who;
  gint64 fee;
} Joined1;

static const DaybookField joined_1_fields[] = {
  DAYBOOK_FIELD (Joined1, who, DAYBOOK_FIELD_TEXT, .max_length = DAYBOOK_MAX_NAME),
  DAYBOOK_FIELD (Joined1, fee, DAYBOOK_FIELD_AMOUNT),
};

static DaybookEvent *
rename_who (const DaybookEvent *event)
{
  const Joined1 *old = (const Joined1 *) event;
  Joined2 *next = daybook_record_new (&joined_2);

  next->name = g_strdup (old->who);
  next->fee = old->fee;

  return &next->event;
}

static const DaybookSchema joined_1 =
  DAYBOOK_SCHEMA (Joined1, "MemberJoined", 1, joined_1_fields,
                  .successor = &joined_2, .upcast = rename_who);

static const DaybookCatalogue with_old_forms = {
  (const DaybookSchema *const[]) { &joined, NULL },
  (const DaybookSchema *const[]) { &joined_1, &joined_2, NULL },
};

static void
read_old (guint       version,
          const char *json,
          const char *expected)
{
  g_autoptr (GString) again = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  DaybookEvent *event;

  event = daybook_event_decode_in (&with_old_forms, "MemberJoined", version, json, strlen (json),
                                   &error);
  g_assert_no_error (error);
  g_assert_true (event->record.schema == &joined);
  daybook_event_encode (event, again);
  g_assert_cmpstr (again->str, ==, expected);

  /* Readers say afterwards what day it counts for. */
  g_assert_cmpint (event->value_date, ==, 0);
  daybook_record_free (event);
}

static void
test_old_forms_are_read_as_the_newest (void)
{
  g_autofree char *problem = NULL;

  daybook_catalogue_check (&with_old_forms, &problem);
  g_assert_cmpstr (problem, ==, NULL);

  read_old (1, "{\"who\":\"Anna de Vries\",\"fee\":500}",
            "{\"given\":\"Anna\",\"family\":\"de Vries\",\"fee\":500,\"currency\":\"EUR\"}");
  read_old (2, "{\"name\":\"Anna de Vries\",\"fee\":500}",
            "{\"given\":\"Anna\",\"family\":\"de Vries\",\"fee\":500,\"currency\":\"EUR\"}");
  read_old (2, "{\"name\":\"Madonna 🍎\\\"\",\"fee\":-9223372036854775808}",
            "{\"given\":\"Madonna\",\"family\":\"🍎\\\"\",\"fee\":-9223372036854775808,"
            "\"currency\":\"EUR\"}");
  read_old (1, "{\"who\":\"Madonna\",\"fee\":0}",
            "{\"given\":\"Madonna\",\"fee\":0,\"currency\":\"EUR\"}");
  read_old (3, "{\"given\":\"Anna\",\"fee\":500,\"currency\":\"JPY\"}",
            "{\"given\":\"Anna\",\"fee\":500,\"currency\":\"JPY\"}");
}

static void
refuse_old (guint       version,
            const char *json,
            int         code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (daybook_event_decode_in (&with_old_forms, "MemberJoined", version, json,
                                          strlen (json), &error));
  g_assert_error (error, DAYBOOK_STORE_ERROR, code);
}

/* A form is read by its own description, not by a later or an earlier one. */
static void
test_every_form_is_as_strict (void)
{
  refuse_old (1, "{\"name\":\"Anna\",\"fee\":500}", DAYBOOK_STORE_ERROR_DAMAGED);
  refuse_old (2, "{\"who\":\"Anna\",\"fee\":500}", DAYBOOK_STORE_ERROR_DAMAGED);
  refuse_old (3, "{\"name\":\"Anna\",\"fee\":500}", DAYBOOK_STORE_ERROR_DAMAGED);
  refuse_old (0, "{\"who\":\"Anna\",\"fee\":500}", DAYBOOK_STORE_ERROR_DAMAGED);
  refuse_old (4, "{\"who\":\"Anna\",\"fee\":500}", DAYBOOK_STORE_ERROR_NEWER);
}

/* What the oracle reads as 64 bits, we do too, and to the last one. */
static void
test_integers_are_exact (void)
{
  static const gint64 numbers[] = { G_MININT64, G_MININT64 + 1, G_MAXINT64, G_MAXINT64 - 1,
                                    (G_GINT64_CONSTANT (1) << 53) + 1,
                                    -(G_GINT64_CONSTANT (1) << 53) - 1, 0 };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      DaybookMoneyDeposited event = { .event.record.schema = &daybook_money_deposited,
                                      .amount = numbers[i], .method = DAYBOOK_METHOD_CASH };
      g_autoptr (GString) json = g_string_new (NULL);
      g_autoptr (JsonNode) root = NULL;
      g_autofree char *digits = g_strdup_printf ("\"amount\":%" G_GINT64_FORMAT ",", numbers[i]);
      DaybookMoneyDeposited *back;

      daybook_account_number_new (1, &event.to);
      daybook_currency_parse ("EUR", &event.currency);
      daybook_event_encode (&event.event, json);
      g_assert_nonnull (strstr (json->str, digits));

      root = json_from_string (json->str, NULL);
      g_assert_cmpint (json_object_get_int_member (json_node_get_object (root), "amount"), ==,
                       numbers[i]);
      back = (DaybookMoneyDeposited *) daybook_event_decode ("MoneyDeposited", 1, json->str,
                                                             json->len, NULL);
      g_assert_nonnull (back);
      g_assert_cmpint (back->amount, ==, numbers[i]);
      daybook_record_free (back);
    }
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
  g_test_add_func ("/codec/counts-and-entries-begin-where-they-do",
                   test_counts_and_entries_begin_where_they_do);
  g_test_add_func ("/codec/an-event-knows-its-own-choices", test_an_event_knows_its_own_choices);
  g_test_add_func ("/codec/what-may-be-left-out-stays-in-order",
                   test_what_may_be_left_out_stays_in_order);
  g_test_add_func ("/codec/what-is-newer-is-said-to-be-newer",
                   test_what_is_newer_is_said_to_be_newer);
  g_test_add_func ("/codec/old-forms-are-read-as-the-newest",
                   test_old_forms_are_read_as_the_newest);
  g_test_add_func ("/codec/every-form-is-as-strict", test_every_form_is_as_strict);
  g_test_add_func ("/codec/integers-are-exact", test_integers_are_exact);

  return g_test_run ();
}
