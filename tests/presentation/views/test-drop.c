/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A file that is dropped onto a window is opened, whatever the window shows. */

#include <adwaita.h>

#include "application.h"
#include "file-bookshelf.h"
#include "folder.h"
#include "window.h"

static GtkDropTarget *
find_target (GtkWidget *window)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (window);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller)
          && gdk_content_formats_contain_gtype (
               gtk_drop_target_get_formats (GTK_DROP_TARGET (controller)), GDK_TYPE_FILE_LIST))
        return GTK_DROP_TARGET (controller);
    }

  return NULL;
}

static gboolean
drop (GtkWidget *window,
      GFile     *file)
{
  g_auto (GValue) value = G_VALUE_INIT;
  GSList files = { file, NULL };
  gboolean taken = FALSE;

  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_set_boxed (&value, &files);
  g_signal_emit_by_name (find_target (window), "drop", &value, 10.0, 10.0, &taken);

  return taken;
}

static guint
count_open (GtkApplication *application)
{
  guint n = 0;

  for (GList *l = gtk_application_get_windows (application); l != NULL; l = l->next)
    n += DAYBOOK_IS_WINDOW (l->data) && daybook_window_get_book (l->data) != NULL;

  return n;
}

static void
wait_for_books (GtkApplication *application,
                guint           n)
{
  while (count_open (application) < n)
    g_main_context_iteration (NULL, TRUE);
}

static char *
make_book (DaybookBookshelf *bookshelf,
           const char       *folder,
           const char       *name)
{
  char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;

  daybook_bookshelf_create (bookshelf, path, "Chess Club", (DaybookCurrency) { "EUR" }, &error);
  g_assert_no_error (error);

  return path;
}

static void
test_drop (void)
{
  g_autoptr (DaybookBookshelf) bookshelf = daybook_file_bookshelf_new ();
  g_autoptr (GApplication) application = daybook_application_new (bookshelf);
  g_autofree char *folder = g_dir_make_tmp ("daybook-drop-XXXXXX", NULL);
  g_autofree char *first = make_book (bookshelf, folder, "first.daybook");
  g_autofree char *second = make_book (bookshelf, folder, "second.daybook");
  g_autoptr (GFile) first_file = g_file_new_for_path (first);
  g_autoptr (GFile) second_file = g_file_new_for_path (second);
  g_autoptr (GFile) nowhere = g_file_new_for_uri ("recent:///book");
  g_autoptr (GError) error = NULL;
  GtkWindow *window;

  g_application_register (application, NULL, &error);
  g_assert_no_error (error);
  g_application_activate (application);
  window = gtk_application_get_active_window (GTK_APPLICATION (application));

  /* What has no place on this machine is not taken. */
  g_assert_false (drop (GTK_WIDGET (window), nowhere));

  g_assert_true (drop (GTK_WIDGET (window), first_file));
  wait_for_books (GTK_APPLICATION (application), 1);
  g_assert_nonnull (daybook_window_get_book (DAYBOOK_WINDOW (window)));

  /* The book that is open stays; the other one gets a window of its own. */
  g_assert_true (drop (GTK_WIDGET (window), second_file));
  wait_for_books (GTK_APPLICATION (application), 2);
  g_assert_cmpstr (daybook_book_view_model_get_path (
                     daybook_window_get_book (DAYBOOK_WINDOW (window))), ==, first);

  while (gtk_application_get_windows (GTK_APPLICATION (application)) != NULL)
    gtk_window_destroy (gtk_application_get_windows (GTK_APPLICATION (application))->data);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  remove_folder (folder);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/drop/file", test_drop);

  return g_test_run ();
}
