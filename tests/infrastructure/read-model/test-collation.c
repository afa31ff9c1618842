/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Names in the order of the user's language. What is expected are the rules of CLDR's collations:
 * in its root, which English and German use, accents and then case only decide between words that
 * are otherwise the same; Swedish has å, ä and ö after z, Spanish ñ between n and o, Danish puts
 * capitals first, Russian Cyrillic before Latin letters. */

#include "facts.h"
#include "read-model/collation.h"
#include "read-model/generations.h"
#include "read-model/sqlite-projector.h"

#include <unicode/ucol.h>

/* Separated by commas; each has an account of their own. */
static void
given_people (Facts      *f,
              const char *names)
{
  g_auto (GStrv) each = g_strsplit (names, ", ", -1);

  happened (f, "2026-01-01", "BookStarted", "name", "Test", "currency", "EUR", "decimals", "2",
            "time_zone", "UTC", NULL);
  for (guint i = 0; each[i] != NULL; i++)
    {
      g_autofree char *id = g_strdup_printf ("id-%u", i);
      g_autofree char *username = g_strdup_printf ("user%u", i);
      DaybookAccountNumber account;

      daybook_account_number_new (i + 1, &account);
      happened (f, "2026-01-01", "PersonRegistered", "person", id, "username", username, "name",
                each[i], NULL);
      happened (f, "2026-01-01", "AccountOpened", "account", account.digits, "holder", id,
                "currency", "EUR", "overdraft", "0", NULL);
    }
}

/* As a program does that is started under another locale. */
static void
open_under (Facts      *f,
            const char *locale)
{
  daybook_collation_use (locale);
  g_assert_finalize_object (f->projector);
  f->projector = daybook_sqlite_projector_new (f->path, f->store);
  facts_catch_up (f, NULL);
  g_assert_true (daybook_read_model_refresh (f->model, NULL));
}

static char *
list_people (Facts    *f,
             gboolean  descending)
{
  DaybookListing listing = { .sort = DAYBOOK_BY_NAME, .descending = descending };
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) keys = daybook_read_model_list_people (f->model, &listing, &error);
  g_autoptr (GArray) accounts = daybook_read_model_list_accounts (f->model, &listing, NULL);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < keys->len; i++)
    {
      guint32 key = g_array_index (keys, guint32, i);
      g_autoptr (DaybookPersonDetails) details = NULL;

      details = daybook_read_model_get_person (f->model, key, &error);
      g_assert_no_error (error);
      g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", details->name);
      /* Accounts are sorted as their holders are. */
      g_assert_cmpuint (g_array_index (accounts, guint32, i), ==, key);
    }

  return g_string_free (text, FALSE);
}

static void
check_order (Facts      *f,
             const char *expected)
{
  g_autofree char *order = list_people (f, FALSE);

  g_assert_cmpstr (order, ==, expected);
}

static void
test_each_language_has_its_order (Facts         *f,
                                  gconstpointer  data)
{
  static const struct { const char *locale; const char *expected; } cases[] = {
    { "de_DE", "Åberg, Ahlgren, Ärla, Nunez, Nuñez, Nuno, Öberg, Olsson, Zorn, Иванов" },
    { "sv_SE", "Ahlgren, Nunez, Nuñez, Nuno, Olsson, Zorn, Åberg, Ärla, Öberg, Иванов" },
    { "es_ES", "Åberg, Ahlgren, Ärla, Nunez, Nuno, Nuñez, Öberg, Olsson, Zorn, Иванов" },
    { "ru_RU", "Иванов, Åberg, Ahlgren, Ärla, Nunez, Nuñez, Nuno, Öberg, Olsson, Zorn" },
    { "en_IN", "Åberg, Ahlgren, Ärla, Nunez, Nuñez, Nuno, Öberg, Olsson, Zorn, Иванов" },
  };

  given_people (f, "Nuno, Zorn, Åberg, Nuñez, Иванов, Olsson, Ahlgren, Öberg, Nunez, Ärla");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].locale);
      open_under (f, cases[i].locale);
      check_order (f, cases[i].expected);
      facts_same_when_rebuilt (f);
    }
}

static void
test_accents_and_case_decide_last (Facts         *f,
                                   gconstpointer  data)
{
  given_people (f, "Résumé, resumes, Resume, résumé, resume");
  open_under (f, "en_US");
  check_order (f, "resume, Resume, résumé, Résumé, resumes");
  open_under (f, "da_DK");
  check_order (f, "Resume, resume, Résumé, résumé, resumes");
}

static void
test_same_names_stay_in_order (Facts         *f,
                               gconstpointer  data)
{
  static const guint32 forwards[] = { 2, 3, 4, 1 }, backwards[] = { 1, 4, 3, 2 };
  DaybookListing listing = { .sort = DAYBOOK_BY_NAME };
  g_autoptr (GArray) keys = NULL, turned = NULL;

  given_people (f, "Zoe, Ann, Ann, Ann");
  open_under (f, "sv_SE");
  keys = daybook_read_model_list_people (f->model, &listing, NULL);
  listing.descending = TRUE;
  turned = daybook_read_model_list_people (f->model, &listing, NULL);
  for (guint i = 0; i < 4; i++)
    {
      g_assert_cmpuint (g_array_index (keys, guint32, i), ==, forwards[i]);
      g_assert_cmpuint (g_array_index (turned, guint32, i), ==, backwards[i]);
    }
}

/* Whoever is alone comes before whoever is with others, whatever their names go on with. */
static void
test_joint_holders (Facts         *f,
                    gconstpointer  data)
{
  DaybookListing listing = { .sort = DAYBOOK_BY_NAME };
  g_autoptr (GArray) keys = NULL;

  given_people (f, "Ann Zorn, Ann, Ann-Zoe, Bea");
  happened (f, "2026-01-01", "HolderAdded", "account", SECOND, "holder", "id-0", "authority",
            "any", NULL);
  open_under (f, "th_TH");
  keys = daybook_read_model_list_accounts (f->model, &listing, NULL);
  g_assert_cmpuint (g_array_index (keys, guint32, 0), ==, 2);
  g_assert_cmpuint (g_array_index (keys, guint32, 3), ==, 4);
}

static void
test_new_names_find_their_place (Facts         *f,
                                 gconstpointer  data)
{
  given_people (f, "Åberg, Zorn");
  open_under (f, "sv_SE");
  happened (f, "2026-01-02", "PersonalDetailsChanged", "person", "id-0", "name", "Aberg", NULL);
  happened (f, "2026-01-02", "PersonalDetailsChanged", "person", "id-1", "name", "Ängla", NULL);
  happened (f, "2026-01-02", "PersonRegistered", "person", "id-x", "username", "x", "name", "Zorn",
            NULL);
  happened (f, "2026-01-02", "AccountOpened", "account", THIRD, "holder", "id-x", "currency",
            "EUR", "overdraft", "0", NULL);
  facts_catch_up (f, NULL);
  check_order (f, "Aberg, Zorn, Ängla");
}

/* Languages that sort alike share what is worked out; a program without a language takes what there
 * is; and keys of another version are not to be mixed with those of today. */
static void
test_worked_out_only_if_the_order_changes (Facts         *f,
                                           gconstpointer  data)
{
  g_autofree char *german = NULL, *english = NULL, *swedish = NULL, *plain = NULL, *newer = NULL;

  given_people (f, "Åberg, Zorn");
  open_under (f, "de_DE");
  german = daybook_generation_get_current (f->path);
  open_under (f, "en_GB");
  english = daybook_generation_get_current (f->path);
  g_assert_cmpstr (german, ==, english);

  open_under (f, "sv_SE");
  swedish = daybook_generation_get_current (f->path);
  g_assert_cmpstr (swedish, !=, english);
  open_under (f, NULL);
  plain = daybook_generation_get_current (f->path);
  g_assert_cmpstr (plain, ==, swedish);
  check_order (f, "Zorn, Åberg");

  facts_tamper (f, "UPDATE collation SET name = 'sv 1.2.3.4'");
  open_under (f, NULL);
  newer = daybook_generation_get_current (f->path);
  g_assert_cmpstr (newer, !=, plain);
  open_under (f, "sv_SE");
  check_order (f, "Zorn, Åberg");
}

/* What is remembered of a collation leads to the same again, whatever language it is of. */
static void
test_every_language_is_remembered (void)
{
  int32_t n = ucol_countAvailable ();

  g_assert_cmpint (n, >, 100);
  for (int32_t i = 0; i < n; i++)
    {
      g_autoptr (DaybookCollation) collation = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (sqlite3) db = NULL;

      daybook_collation_use (ucol_getAvailable (i));
      g_assert_cmpint (sqlite3_open (":memory:", &db), ==, SQLITE_OK);
      daybook_sql_exec (db, daybook_collation_schema, &error);
      g_assert_no_error (error);
      collation = daybook_collation_new ();
      daybook_collation_remember (collation, db, &error);
      g_assert_no_error (error);
      g_assert_true (daybook_collation_is_that_of (db));
      daybook_collation_use (NULL);
      g_test_message ("%s", ucol_getAvailable (i));
      g_assert_true (daybook_collation_is_that_of (db));
    }
}

/* Keys longer than usual: a joint account's is made of many names. */
static void
test_long_names (Facts         *f,
                 gconstpointer  data)
{
  g_autoptr (GString) name = g_string_new (NULL);
  g_autofree char *names = NULL, *expected = NULL;

  for (guint i = 0; i < 180; i++)
    g_string_append_unichar (name, 0x4E00 + i * 61);
  names = g_strdup_printf ("%sb, %sa, %s", name->str, name->str, name->str);
  expected = g_strdup_printf ("%s, %sa, %sb", name->str, name->str, name->str);
  given_people (f, names);
  open_under (f, "ja_JP");
  check_order (f, expected);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/collation/each-language-has-its-order", test_each_language_has_its_order);
  ADD ("/collation/accents-and-case-decide-last", test_accents_and_case_decide_last);
  ADD ("/collation/same-names-stay-in-order", test_same_names_stay_in_order);
  ADD ("/collation/joint-holders", test_joint_holders);
  ADD ("/collation/new-names-find-their-place", test_new_names_find_their_place);
  ADD ("/collation/worked-out-only-if-the-order-changes",
       test_worked_out_only_if_the_order_changes);
  ADD ("/collation/long-names", test_long_names);
  g_test_add_func ("/collation/every-language-is-remembered", test_every_language_is_remembered);

  return g_test_run ();
}
