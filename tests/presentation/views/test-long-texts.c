/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* In a language that needs two fifths more room than English, every page still fits into the
 * narrowest window, and no text is cut off that is not meant to be. */

#include <adwaita.h>
#include <string.h>

#include "account-page.h"
#include "accounts-page.h"
#include "daybook-page.h"
#include "entry-page.h"
#include "folder.h"
#include "import-dialog.h"
#include "money-dialog.h"
#include "new-book-dialog.h"
#include "open-account-dialog.h"
#include "overview-page.h"
#include "people-page.h"
#include "person-page.h"
#include "register-dialog.h"
#include "text-init.h"

#define NARROW 360

static void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* Returns how many of them are long. A text that is cut off with dots, or wraps, needs little. */
static guint
check_texts (GtkWidget *widget)
{
  guint n = 0;

  if (!gtk_widget_get_mapped (widget))
    return 0;

  if (GTK_IS_LABEL (widget) && *gtk_label_get_text (GTK_LABEL (widget)) != '\0')
    {
      int needed;

      gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &needed, NULL, NULL, NULL);
      g_assert_cmpint (gtk_widget_get_width (widget), >=, needed);
      n += strstr (gtk_label_get_text (GTK_LABEL (widget)), "⟦") != NULL ? 1 : 0;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += check_texts (child);

  return n;
}

static void
check_fits (GtkWindow *window,
            int        width)
{
  int needed;

  gtk_window_set_default_size (window, width, 640);
  gtk_window_present (window);
  for (guint i = 0; i < 3; i++)
    {
      settle ();
      g_usleep (20000);
    }
  gtk_widget_measure (GTK_WIDGET (window), GTK_ORIENTATION_HORIZONTAL, -1, &needed, NULL, NULL,
                      NULL);
  g_assert_cmpint (needed, <=, width);
  g_assert_cmpuint (check_texts (GTK_WIDGET (window)), >, 0);
  gtk_window_destroy (window);
  settle ();
}

static void
test_page (gconstpointer data)
{
  GType (*get_type) (void) = data;
  GtkWidget *narrow = adw_window_new ();
  GtkWidget *wide = adw_window_new ();

  adw_window_set_content (ADW_WINDOW (narrow), g_object_new (get_type (), "folded", TRUE, NULL));
  check_fits (GTK_WINDOW (narrow), NARROW);
  adw_window_set_content (ADW_WINDOW (wide), g_object_new (get_type (), NULL));
  check_fits (GTK_WINDOW (wide), 860);
}

static void
test_dialog (gconstpointer data)
{
  GType (*get_type) (void) = data;

  check_fits (g_object_new (get_type (), NULL), NARROW);
}

static const struct
{
  const char *path;
  GType (*get_type) (void);
  GTestDataFunc test;
} tests[] = {
  { "/long-texts/account-page", daybook_account_page_get_type, test_page },
  { "/long-texts/accounts-page", daybook_accounts_page_get_type, test_page },
  { "/long-texts/daybook-page", daybook_daybook_page_get_type, test_page },
  { "/long-texts/entry-page", daybook_entry_page_get_type, test_page },
  { "/long-texts/overview-page", daybook_overview_page_get_type, test_page },
  { "/long-texts/people-page", daybook_people_page_get_type, test_page },
  { "/long-texts/person-page", daybook_person_page_get_type, test_page },
  { "/long-texts/import-dialog", daybook_import_dialog_get_type, test_dialog },
  { "/long-texts/money-dialog", daybook_money_dialog_get_type, test_dialog },
  { "/long-texts/new-book-dialog", daybook_new_book_dialog_get_type, test_dialog },
  { "/long-texts/open-account-dialog", daybook_open_account_dialog_get_type, test_dialog },
  { "/long-texts/register-dialog", daybook_register_dialog_get_type, test_dialog },
};

/* Makes the language and begins to speak it. Returns whether this system can. */
static gboolean
use_long_language (const char *folder)
{
  g_autofree char *script = g_test_build_filename (G_TEST_DIST, "tests", "po", "pseudo.py", NULL);
  const char *root = g_test_get_dir (G_TEST_DIST);
  const char *command[] = { "python3", script, root, folder, NULL };
  g_autoptr (GError) error = NULL;
  int status;

  g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL,
                NULL, NULL, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);

  g_setenv ("DAYBOOK_LOCALEDIR", folder, TRUE);
  g_setenv ("LOCPATH", folder, TRUE);
  g_setenv ("LC_ALL", "en_US.UTF-8", TRUE);
  g_setenv ("LANGUAGE", "xx", TRUE);
  daybook_text_init (folder);

  return g_str_has_prefix (g_dgettext ("daybook", "Balance"), "⟦");
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *folder = g_dir_make_tmp ("daybook-long-XXXXXX", NULL);
  int result;

  g_test_init (&argc, &argv, NULL);
  if (!use_long_language (folder))
    {
      g_print ("1..0 # SKIP this system does not speak a language that was just made\n");
      remove_folder (folder);
      return 0;
    }

  adw_init ();
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add_data_func (tests[i].path, tests[i].get_type, tests[i].test);

  result = g_test_run ();
  remove_folder (folder);

  return result;
}
