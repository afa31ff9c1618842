/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Every template can be built, shown and taken down without a warning (they are fatal here), leaves
 * nothing behind, and names its buttons for those who do not see their icons. */

#include <adwaita.h>

#include "accounts-page.h"
#include "account-page.h"
#include "application.h"
#include "book-page.h"
#include "book-properties-dialog.h"
#include "bound-rows.h"
#include "candidates.h"
#include "choice-row.h"
#include "daybook-page.h"
#include "entry-page.h"
#include "field-row.h"
#include "file-bookshelf.h"
#include "import-dialog.h"
#include "money-dialog.h"
#include "new-book-dialog.h"
#include "open-account-dialog.h"
#include "overview-page.h"
#include "people-page.h"
#include "person-page.h"
#include "platform/preferences.h"
#include "recent-menu.h"
#include "register-dialog.h"
#include "task-dialog.h"
#include "welcome-page.h"
#include "window.h"

static void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static gboolean
has_icon_only (GtkWidget *widget)
{
  if (GTK_IS_MENU_BUTTON (widget))
    return gtk_menu_button_get_icon_name (GTK_MENU_BUTTON (widget)) != NULL;

  return GTK_IS_BUTTON (widget) && gtk_button_get_icon_name (GTK_BUTTON (widget)) != NULL;
}

/* What is hidden, or inside one of libadwaita's rows (its Apply), is not ours to name. */
static void
check_names (GtkWidget *widget)
{
  if (!gtk_widget_get_visible (widget) || ADW_IS_ENTRY_ROW (widget))
    return;

  if (has_icon_only (widget)
      && !gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget),
                                            GTK_ACCESSIBLE_PROPERTY_LABEL))
    g_error ("a button with only an icon has no name: tooltip “%s”",
             gtk_widget_get_tooltip_text (widget));

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    check_names (child);
}

static void
check_window (GtkWindow *window)
{
  gpointer left = window;

  g_object_add_weak_pointer (G_OBJECT (window), &left);
  gtk_window_present (window);
  settle ();
  check_names (GTK_WIDGET (window));
  gtk_window_destroy (window);
  settle ();
  g_assert_null (left);
}

static void
test_page (gconstpointer data)
{
  GType (*get_type) (void) = data;
  GtkWidget *page = g_object_new (get_type (), NULL);
  GtkWindow *window = GTK_WINDOW (adw_window_new ());
  gpointer left = page;

  g_object_add_weak_pointer (G_OBJECT (page), &left);
  adw_window_set_content (ADW_WINDOW (window), page);
  check_window (window);
  g_assert_null (left);
}

static void
test_folded_page (gconstpointer data)
{
  GType (*get_type) (void) = data;
  GtkWidget *page = g_object_new (get_type (), "folded", TRUE, NULL);
  GtkWindow *window = GTK_WINDOW (adw_window_new ());

  adw_window_set_content (ADW_WINDOW (window), page);
  check_window (window);
}

static void
test_dialog (gconstpointer data)
{
  GType (*get_type) (void) = data;

  check_window (g_object_new (get_type (), NULL));
}

static void
test_window (void)
{
  g_autoptr (DaybookBookshelf) bookshelf = daybook_file_bookshelf_new ();
  g_autoptr (GApplication) application = daybook_application_new (bookshelf);

  check_window (daybook_window_new (NULL, bookshelf, NULL));
  g_assert_finalize_object (g_steal_pointer (&application));
}

static void
test_preferences (void)
{
  g_autoptr (GSettings) settings = g_settings_new ("org.daybook.Daybook");

  check_window (daybook_preferences_new (settings));
}

/* The other books opened last, without a menu that would be empty. */
static void
test_recent_menu (void)
{
  g_autoptr (GMenu) section = g_menu_new ();
  g_autoptr (GListStore) recent = g_list_store_new (DAYBOOK_TYPE_RECENT_BOOK);
  g_autoptr (DaybookRecentBook) here = daybook_recent_book_new ("/home/mary/club.daybook");
  g_autoptr (DaybookRecentBook) there = daybook_recent_book_new ("/home/mary/old_club.daybook");
  g_autofree char *label = NULL;
  g_autoptr (GMenuModel) menu = NULL;

  g_menu_append (section, "New", "app.new-book");
  g_list_store_append (recent, here);
  daybook_recent_menu_follow (section, G_LIST_MODEL (recent), "/home/mary/club.daybook");
  g_assert_cmpint (g_menu_model_get_n_items (G_MENU_MODEL (section)), ==, 1);

  g_list_store_append (recent, there);
  g_assert_cmpint (g_menu_model_get_n_items (G_MENU_MODEL (section)), ==, 2);
  menu = g_menu_model_get_item_link (G_MENU_MODEL (section), 1, G_MENU_LINK_SUBMENU);
  g_assert_cmpint (g_menu_model_get_n_items (menu), ==, 1);
  g_menu_model_get_item_attribute (menu, 0, G_MENU_ATTRIBUTE_LABEL, "s", &label);
  g_assert_cmpstr (label, ==, "old__club");

  g_list_store_remove_all (recent);
  g_assert_cmpint (g_menu_model_get_n_items (G_MENU_MODEL (section)), ==, 1);
}

static void
test_field_follows_form (void)
{
  DaybookNewBookFormViewModel *form = daybook_new_book_form_view_model_new ();
  GtkWidget *row = g_object_ref_sink (g_object_new (DAYBOOK_TYPE_FIELD_ROW,
                                                    "field", "name",
                                                    "form", form,
                                                    NULL));
  g_autofree char *name = NULL;

  gtk_editable_set_text (GTK_EDITABLE (row), "Chess Club");
  g_object_get (form, "name", &name, NULL);
  g_assert_cmpstr (name, ==, "Chess Club");

  g_object_set (form, "name", "Rowing Club", NULL);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "Rowing Club");

  g_assert_finalize_object (row);
  g_assert_finalize_object (form);
}

static void
test_field_says_what_is_wrong (void)
{
  GtkWidget *row = g_object_ref_sink (g_object_new (DAYBOOK_TYPE_FIELD_ROW, "field", "name", NULL));
  GtkAccessible *text = GTK_ACCESSIBLE (gtk_editable_get_delegate (GTK_EDITABLE (row)));

  g_assert_false (gtk_widget_has_css_class (row, "error"));

  g_object_set (row, "error", "Taken.", NULL);
  g_assert_true (gtk_widget_has_css_class (row, "error"));
  gtk_test_accessible_assert_state (text, GTK_ACCESSIBLE_STATE_INVALID,
                                    GTK_ACCESSIBLE_INVALID_TRUE);
  gtk_test_accessible_assert_property (text, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "Taken.");

  g_object_set (row, "error", "", "note", "John Smith", NULL);
  g_assert_false (gtk_widget_has_css_class (row, "error"));
  gtk_test_accessible_assert_property (text, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "John Smith");

  g_assert_finalize_object (row);
}

static void
test_candidates_show_when_wanted (void)
{
  g_autoptr (GListStore) none = g_list_store_new (DAYBOOK_TYPE_PERSON_ROW);
  GtkWidget *candidates = g_object_ref_sink (g_object_new (DAYBOOK_TYPE_CANDIDATES,
                                                           "wanted", TRUE,
                                                           "model", none,
                                                           NULL));
  DaybookPersonDetails details = { .key = 1, .username = (char *) "john",
                                   .name = (char *) "John Smith" };
  g_autoptr (DaybookPersonRow) john = daybook_person_row_new (&details);

  g_assert_false (gtk_widget_get_visible (candidates));
  g_list_store_append (none, john);
  g_assert_true (gtk_widget_get_visible (candidates));
  g_object_set (candidates, "wanted", FALSE, NULL);
  g_assert_false (gtk_widget_get_visible (candidates));

  g_assert_finalize_object (candidates);
}

static GtkWidget *
new_string_row (gpointer item,
                gpointer user_data)
{
  return g_object_new (ADW_TYPE_ACTION_ROW, "title", gtk_string_object_get_string (item), NULL);
}

static void
collect_titles (GtkWidget *widget,
                GString   *titles)
{
  if (ADW_IS_ACTION_ROW (widget))
    g_string_append (titles, adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)));

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect_titles (child, titles);
}

static void
assert_titles (GtkWidget  *expander,
               const char *expected)
{
  g_autoptr (GString) titles = g_string_new (NULL);

  collect_titles (expander, titles);
  g_assert_cmpstr (titles->str, ==, expected);
}

static void
test_bound_rows_follow_list (void)
{
  static const char *const before[] = { "b", "c", "d", NULL };
  static const char *const first[] = { "a", NULL };
  static const char *const last[] = { "e", NULL };
  GtkWidget *expander = g_object_ref_sink (adw_expander_row_new ());
  g_autoptr (GtkStringList) list = gtk_string_list_new (before);
  g_autoptr (GtkStringList) other = gtk_string_list_new (first);

  daybook_bound_rows_attach (ADW_EXPANDER_ROW (expander), G_LIST_MODEL (list), new_string_row,
                             NULL);
  assert_titles (expander, "bcd");
  gtk_string_list_splice (list, 3, 0, last);
  assert_titles (expander, "bcde");
  gtk_string_list_splice (list, 0, 0, first);
  assert_titles (expander, "abcde");
  gtk_string_list_splice (list, 1, 2, NULL);
  assert_titles (expander, "ade");
  gtk_string_list_splice (list, 1, 1, before);
  assert_titles (expander, "abcde");

  daybook_bound_rows_attach (ADW_EXPANDER_ROW (expander), G_LIST_MODEL (other), new_string_row,
                             NULL);
  assert_titles (expander, "a");
  gtk_string_list_append (list, "z");
  assert_titles (expander, "a");
  daybook_bound_rows_attach (ADW_EXPANDER_ROW (expander), NULL, new_string_row, NULL);
  assert_titles (expander, "");

  g_assert_finalize_object (expander);
}

static void
add_pages (void)
{
  static const struct
  {
    const char *name;
    GType (*get_type) (void);
  } pages[] = {
    { "overview", daybook_overview_page_get_type },
    { "accounts", daybook_accounts_page_get_type },
    { "account", daybook_account_page_get_type },
    { "people", daybook_people_page_get_type },
    { "person", daybook_person_page_get_type },
    { "daybook", daybook_daybook_page_get_type },
    { "entry", daybook_entry_page_get_type },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autofree char *path = g_strdup_printf ("/views/page/%s", pages[i].name);
      g_autofree char *folded_path = g_strdup_printf ("/views/page/%s-folded", pages[i].name);

      g_test_add_data_func (path, pages[i].get_type, test_page);
      g_test_add_data_func (folded_path, pages[i].get_type, test_folded_page);
    }
  g_test_add_data_func ("/views/page/welcome", daybook_welcome_page_get_type, test_page);
  g_test_add_data_func ("/views/page/book", daybook_book_page_get_type, test_page);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  add_pages ();
  g_test_add_data_func ("/views/dialog/money", daybook_money_dialog_get_type, test_dialog);
  g_test_add_data_func ("/views/dialog/register", daybook_register_dialog_get_type, test_dialog);
  g_test_add_data_func ("/views/dialog/open-account", daybook_open_account_dialog_get_type,
                        test_dialog);
  g_test_add_data_func ("/views/dialog/new-book", daybook_new_book_dialog_get_type, test_dialog);
  g_test_add_data_func ("/views/dialog/import", daybook_import_dialog_get_type, test_dialog);
  g_test_add_data_func ("/views/dialog/task", daybook_task_dialog_get_type, test_dialog);
  g_test_add_data_func ("/views/dialog/book-properties", daybook_book_properties_dialog_get_type,
                        test_dialog);
  g_test_add_func ("/views/preferences", test_preferences);
  g_test_add_func ("/views/recent-menu", test_recent_menu);
  g_test_add_func ("/views/window", test_window);
  g_test_add_func ("/views/field-row/follows-form", test_field_follows_form);
  g_test_add_func ("/views/field-row/says-what-is-wrong", test_field_says_what_is_wrong);
  g_test_add_func ("/views/bound-rows/follow-list", test_bound_rows_follow_list);
  g_test_add_func ("/views/candidates/shown-when-wanted", test_candidates_show_when_wanted);

  return g_test_run ();
}
