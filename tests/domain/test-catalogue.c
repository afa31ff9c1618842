/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Old forms of events: what a catalogue must be, shown by catalogues that are not. */

#include "catalogue.h"

/* A made-up type with three versions, from the newest down to the first. */
typedef struct
{
  DaybookEvent event;
  gint64 weight;
} Weighed;

static const DaybookField fields[] = {
  DAYBOOK_FIELD (Weighed, weight, DAYBOOK_FIELD_AMOUNT),
};

static const DaybookSchema newest = DAYBOOK_SCHEMA (Weighed, "GoldWeighed", 3, fields);
static const DaybookSchema other = DAYBOOK_SCHEMA (Weighed, "GoldMelted", 1, fields);

/* The dust is weighed too. */
static DaybookEvent *
upcast_2 (const DaybookEvent *old)
{
  Weighed *next = daybook_record_new (&newest);

  next->weight = ((const Weighed *) old)->weight + 1;
  return &next->event;
}

static const DaybookSchema second = DAYBOOK_SCHEMA (Weighed, "GoldWeighed", 2, fields,
                                                    .successor = &newest, .upcast = upcast_2);

/* In milligrams instead of grams. */
static DaybookEvent *
upcast_1 (const DaybookEvent *old)
{
  Weighed *next = daybook_record_new (&second);

  next->weight = ((const Weighed *) old)->weight * 1000;
  return &next->event;
}

static const DaybookSchema first = DAYBOOK_SCHEMA (Weighed, "GoldWeighed", 1, fields,
                                                   .successor = &second, .upcast = upcast_1);

static void
test_the_program_s_own_is_well (void)
{
  g_autofree char *problem = NULL;

  daybook_catalogue_check (&daybook_catalogue, &problem);
  g_assert_cmpstr (problem, ==, NULL);
  g_assert_true (daybook_catalogue.types == daybook_event_types);
  for (guint i = 0; daybook_event_types[i] != NULL; i++)
    g_assert_true (daybook_catalogue_find (&daybook_catalogue, daybook_event_types[i]->name,
                                           daybook_event_types[i]->version) ==
                   daybook_event_types[i]);
}

static void
check_words (const DaybookSchema *schema,
             GHashTable          *summaries)
{
  if (schema->summary == NULL || !g_ascii_isupper (*schema->summary) ||
      !g_str_has_suffix (schema->summary, ".") ||
      !g_hash_table_add (summaries, (gpointer) schema->summary))
    {
      g_test_message ("%s has no sentence of its own that sums it up: see .summary in its table",
                      schema->name);
      g_test_fail ();
    }

  for (guint i = 0; i < schema->n_fields; i++)
    {
      const char *about = schema->fields[i].about;

      if (about != NULL && (g_ascii_isupper (*about) || g_str_has_suffix (about, ".")))
        {
          g_test_message ("%s, %s: a few words, no sentence: %s", schema->name,
                          schema->fields[i].name, about);
          g_test_fail ();
        }
    }
}

static void
test_every_type_is_summed_up (void)
{
  g_autoptr (GHashTable) summaries = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; daybook_event_types[i] != NULL; i++)
    check_words (daybook_event_types[i], summaries);
  for (guint i = 0; daybook_command_types[i] != NULL; i++)
    check_words (daybook_command_types[i], summaries);
}

/* Up to three newest and four old forms. */
typedef struct
{
  const DaybookSchema *types[4];
  const DaybookSchema *old_forms[5];
} Forms;

static void
check (const Forms *forms,
       const char  *expected)
{
  DaybookCatalogue catalogue = { forms->types, forms->old_forms };
  g_autofree char *problem = NULL;

  g_assert_true (daybook_catalogue_check (&catalogue, NULL) == (expected == NULL));
  daybook_catalogue_check (&catalogue, &problem);
  g_assert_cmpstr (problem, ==, expected);
}

static void
test_a_sound_one_finds_every_form (void)
{
  Forms forms = { { &other, &newest }, { &second, &first } };
  DaybookCatalogue catalogue = { forms.types, forms.old_forms };

  check (&forms, NULL);
  g_assert_true (daybook_catalogue_find (&catalogue, "GoldWeighed", 1) == &first);
  g_assert_true (daybook_catalogue_find (&catalogue, "GoldWeighed", 2) == &second);
  g_assert_true (daybook_catalogue_find (&catalogue, "GoldWeighed", 3) == &newest);
  g_assert_true (daybook_catalogue_find (&catalogue, "GoldMelted", 1) == &other);
  g_assert_null (daybook_catalogue_find (&catalogue, "GoldWeighed", 0));
  g_assert_null (daybook_catalogue_find (&catalogue, "GoldWeighed", 4));
  g_assert_null (daybook_catalogue_find (&catalogue, "GoldMelted", 2));
  g_assert_null (daybook_catalogue_find (&catalogue, "GoldLost", 1));
}

static void
test_an_event_climbs_to_the_newest_form (void)
{
  for (guint version = 1; version <= 3; version++)
    {
      static const DaybookSchema *const forms[] = { &first, &second, &newest };
      static const gint64 expected[] = { 7001, 8, 7 };
      Weighed *event = daybook_record_new (forms[version - 1]);

      event->weight = 7;
      event->event.value_date = daybook_date_new (2026, 11, 23);
      event = (Weighed *) daybook_event_upcast (&event->event);
      g_assert_true (event->event.record.schema == &newest);
      g_assert_cmpint (event->weight, ==, expected[version - 1]);
      g_assert_cmpint (event->event.value_date, ==, daybook_date_new (2026, 11, 23));
      daybook_record_free (event);
    }
}

static void
test_a_gap_is_found (void)
{
  DaybookSchema only = newest;

  only.version = 2;
  check (&(Forms) { { &only }, { NULL } },
         "GoldWeighed version 2 has a gap before it: version 1 is missing");
  check (&(Forms) { { &newest }, { &second } },
         "GoldWeighed version 3 has a gap before it: version 1 is missing");
  check (&(Forms) { { &newest }, { NULL } },
         "GoldWeighed version 3 has a gap before it: version 1 is missing");
  check (&(Forms) { { &newest }, { &first } },
         "GoldWeighed version 1 leads to a form that is not in the catalogue");
}

static void
test_a_cycle_is_found (void)
{
  static DaybookSchema one, two;

  one = first;
  two = second;
  one.successor = &two;
  two.successor = &one;
  check (&(Forms) { { &newest }, { &one, &two } },
         "GoldWeighed version 2 leads to version 1 instead of the next");

  one.successor = &one;
  check (&(Forms) { { &newest }, { &one, &second } },
         "GoldWeighed version 1 leads to version 1 instead of the next");
}

static void
test_a_form_that_is_there_twice_is_found (void)
{
  DaybookSchema copy = second, again = newest;

  check (&(Forms) { { &newest }, { &first, &second, &copy } },
         "GoldWeighed version 2 is there twice");
  check (&(Forms) { { &newest, &again }, { &first, &second } },
         "GoldWeighed version 3 is not the only newest form of its name");
  check (&(Forms) { { &newest }, { &first, &second, &newest } },
         "GoldWeighed version 3 is no older than the newest, version 3");
}

static void
test_a_missing_way_up_is_found (void)
{
  DaybookSchema no_upcast = second, no_successor = second;
  DaybookSchema more = newest;

  no_upcast.upcast = NULL;
  check (&(Forms) { { &newest }, { &no_upcast } }, "GoldWeighed version 2 does not say what "
         "comes after it: successor or upcast is missing");
  no_successor.successor = NULL;
  check (&(Forms) { { &newest }, { &no_successor } }, "GoldWeighed version 2 does not say what "
         "comes after it: successor or upcast is missing");

  /* And from the newest there is none. */
  more.upcast = upcast_2;
  check (&(Forms) { { &more }, { NULL } },
         "GoldWeighed version 3 is the newest form, but says what comes after it");
}

static void
test_a_wrong_name_or_number_is_found (void)
{
  DaybookSchema orphan = first, astray = second, leap = first, none = other, zero = first;

  orphan.name = "GoldLost";
  check (&(Forms) { { &newest }, { &second, &orphan } },
         "GoldLost version 1 is an old form of no type there is");
  astray.successor = &other;
  check (&(Forms) { { &newest, &other }, { &astray } },
         "GoldWeighed version 2 leads to another type, GoldMelted");
  leap.successor = &newest;
  check (&(Forms) { { &newest }, { &leap, &second } },
         "GoldWeighed version 1 leads to version 3 instead of the next");
  none.version = 0;
  check (&(Forms) { { &none }, { NULL } },
         "GoldMelted version 0 is no version of an event: they count from 1");
  zero.version = 0;
  check (&(Forms) { { &newest }, { &first, &second, &zero } },
         "GoldWeighed version 0 is no older than the newest, version 3");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/catalogue/the-program-s-own-is-well", test_the_program_s_own_is_well);
  g_test_add_func ("/catalogue/every-type-is-summed-up", test_every_type_is_summed_up);
  g_test_add_func ("/catalogue/a-sound-one-finds-every-form", test_a_sound_one_finds_every_form);
  g_test_add_func ("/catalogue/an-event-climbs-to-the-newest-form",
                   test_an_event_climbs_to_the_newest_form);
  g_test_add_func ("/catalogue/a-gap-is-found", test_a_gap_is_found);
  g_test_add_func ("/catalogue/a-cycle-is-found", test_a_cycle_is_found);
  g_test_add_func ("/catalogue/a-form-that-is-there-twice-is-found",
                   test_a_form_that_is_there_twice_is_found);
  g_test_add_func ("/catalogue/a-missing-way-up-is-found", test_a_missing_way_up_is_found);
  g_test_add_func ("/catalogue/a-wrong-name-or-number-is-found",
                   test_a_wrong_name_or_number_is_found);

  return g_test_run ();
}
