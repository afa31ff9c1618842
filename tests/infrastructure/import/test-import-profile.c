/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Profiles: what they mean, and that a wrong one is named by the word that is wrong. */

#include "import/import-error.h"
#include "import/import-profile.h"

#define ENTRIES \
  "[entries]\ncolumns=id;amount\nkey={id}\naccount={id}\namount={amount}\non={id}\n"

static DaybookImportProfile *
parse (const char  *text,
       GError     **error)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();

  g_assert_true (g_key_file_load_from_data (file, text, (gsize) -1, G_KEY_FILE_NONE, NULL));

  return daybook_import_profile_parse (file, error);
}

static void
test_the_projects_own_profile (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "profiles", "berka.profile",
                                                 NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (DaybookImportProfile) profile = daybook_import_profile_load (path, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (profile->id, ==, "berka");
  g_assert_cmpint (profile->delimiter, ==, ';');
  g_assert_nonnull (daybook_import_profile_get (profile, DAYBOOK_IMPORT_ENTRIES));
}

static void
test_templates (void)
{
  g_autoptr (DaybookImportProfile) profile =
    parse ("[profile]\nid=x\n[people]\ncolumns=a;b\nkey={a}\nusername=c{a}-{b:t?}\nname={b:t}\n"
           "[table t]\nx=y\n", NULL);
  const DaybookImportSection *people;
  const DaybookTemplate *username;
  const DaybookTemplatePart *parts[4];

  g_assert_nonnull (profile);
  people = daybook_import_profile_get (profile, DAYBOOK_IMPORT_PEOPLE);
  username = daybook_import_section_get (people, "username");
  g_assert_cmpstr (username->field->name, ==, "username");
  g_assert_cmpuint (username->parts->len, ==, 4);
  for (guint i = 0; i < 4; i++)
    parts[i] = g_ptr_array_index (username->parts, i);
  g_assert_cmpstr (parts[0]->literal, ==, "c");
  g_assert_cmpstr (parts[1]->column, ==, "a");
  g_assert_null (parts[1]->table);
  g_assert_cmpstr (parts[2]->literal, ==, "-");
  g_assert_cmpstr (parts[3]->column, ==, "b");
  g_assert_cmpstr (parts[3]->table, ==, "t");
  g_assert_true (parts[3]->lenient);
}

static void
assert_date (const char *pattern,
             const char *text,
             const char *expected)
{
  g_autofree char *file = g_strdup_printf ("[profile]\nid=x\ndate=%s\nfirst-year=1950\n" ENTRIES,
                                           pattern);
  g_autoptr (DaybookImportProfile) profile = parse (file, NULL);
  char written[DAYBOOK_DATE_LENGTH];
  DaybookDate date = 1;

  g_assert_nonnull (profile);
  if (expected == NULL)
    {
      g_assert_false (daybook_import_profile_read_date (profile, text, &date));
      g_assert_cmpuint (date, ==, 1);
      return;
    }

  g_assert_true (daybook_import_profile_read_date (profile, text, &date));
  daybook_date_format (date, written);
  g_assert_cmpstr (written, ==, expected);
}

static void
test_dates (void)
{
  assert_date ("yymmdd", "930103", "1993-01-03");
  assert_date ("yymmdd", "500101", "1950-01-01");
  assert_date ("yymmdd", "490101", "2049-01-01");
  assert_date ("yyyymmdd", "19930103", "1993-01-03");
  assert_date ("dd.mm.yyyy", "03.01.1993", "1993-01-03");
  assert_date ("mm/dd/yy", "01/03/93", "1993-01-03");
  assert_date ("yymmdd", "930230", NULL);
  assert_date ("yymmdd", "9301033", NULL);
  assert_date ("yymmdd", "93010", NULL);
  assert_date ("yymmdd", "", NULL);
  assert_date ("dd.mm.yyyy", "3.1.1993", NULL);
}

static void
assert_amount (const char *marks,
               const char *text,
               const char *expected)
{
  g_autofree char *file = g_strdup_printf ("[profile]\nid=x\n%s\n" ENTRIES, marks);
  g_autoptr (DaybookImportProfile) profile = parse (file, NULL);
  g_autoptr (GString) neutral = g_string_new (NULL);

  g_assert_nonnull (profile);
  daybook_import_profile_read_amount (profile, text, neutral);
  g_assert_cmpstr (neutral->str, ==, expected);
}

static void
test_amounts (void)
{
  assert_amount ("decimal-mark=.", "1234.50", "1234.50");
  assert_amount ("decimal-mark=,\ngrouping=.", "1.234,50", "1234.50");
  assert_amount ("decimal-mark=.", "+5", "5");
  assert_amount ("decimal-mark=.", "-5", "-5");
  /* A mark that the profile does not know makes it no number. */
  assert_amount ("decimal-mark=,", "1.234", "1?234");
  assert_amount ("decimal-mark=.", "1,234", "1,234");
}

static void
test_wrong_profiles_are_named (void)
{
  static const struct
  {
    const char *text;
    const char *word;
  } cases[] = {
    { "[entries]\n", "id" },
    { "[profile]\nid=\n", "id" },
    { "[profile]\nid=x\ncolour=red\n", "colour" },
    { "[profile]\nid=x\ndate=mmdd\n", "date" },
    { "[profile]\nid=x\ndate=yymmddx\n", "date" },
    { "[profile]\nid=x\nfirst-year=soon\n", "first-year" },
    { "[profile]\nid=x\ndelimiter=ab\n", "delimiter" },
    { "[profile]\nid=x\n[persons]\n", "persons" },
    { "[profile]\nid=x\n[people]\ncolumns=a\nusername={a}\nname={a}\n", "people" },
    { "[profile]\nid=x\n[people]\nkey={a}\nusername={a}\nname={a}\n", "people" },
    { "[profile]\nid=x\n[people]\ncolumns=a\nkey={a}\nusername={a}\n", "name" },
    { "[profile]\nid=x\n[people]\ncolumns=a\nkey={a}\nusername={a}\nname={a}\nage={a}\n", "age" },
    { "[profile]\nid=x\n[people]\ncolumns=a\nkey={a}\nusername={a\nname={a}\n", "{a" },
    { "[profile]\nid=x\n[people]\ncolumns=a\nkey={a}\nusername={a}\nname={a:t}\n", "t" },
    { "[profile]\nid=x\n[lookup t]\ncolumns=a\nkey={a}\n", "t" },
    { "[profile]\nid=x\n[entries]\ncolumns=a\nkey={a}\n", "entries" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (DaybookImportProfile) profile = parse (cases[i].text, &error);

      g_assert_null (profile);
      g_assert_error (error, DAYBOOK_IMPORT_ERROR, DAYBOOK_IMPORT_ERROR_PROFILE);
      g_assert_cmpstr (daybook_import_error_figures (error)->text, ==, cases[i].word);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/import-profile/the-projects-own-profile", test_the_projects_own_profile);
  g_test_add_func ("/import-profile/templates", test_templates);
  g_test_add_func ("/import-profile/dates", test_dates);
  g_test_add_func ("/import-profile/amounts", test_amounts);
  g_test_add_func ("/import-profile/wrong-profiles-are-named", test_wrong_profiles_are_named);

  return g_test_run ();
}
