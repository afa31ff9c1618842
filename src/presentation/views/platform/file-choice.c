/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Asks where a book is or where it shall be. What GtkFileDialog will do once the floor is GTK 4.10;
 * until then, a GtkFileChooserNative. */

#include "platform/file-choice.h"

#include <glib/gi18n.h>

/* What is asked, and who wants to know; an object that is gone wants nothing. */
typedef struct
{
  GWeakRef object;
  DaybookFileChosen chosen;
  char *name; /* of the file, if only its folder is asked for */
} Question;

static void
question_free (gpointer  data,
               GClosure *closure)
{
  Question *question = data;

  g_weak_ref_clear (&question->object);
  g_free (question->name);
  g_free (question);
}

static void
answered_cb (GtkNativeDialog *dialog,
             int              response,
             gpointer         user_data)
{
  Question *question = user_data;
  g_autoptr (GtkNativeDialog) owned = dialog;
  g_autoptr (GObject) object = g_weak_ref_get (&question->object);
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  const char *path = file != NULL ? g_file_peek_path (file) : NULL;
  g_autofree char *full = path != NULL ? g_build_filename (path, question->name, NULL) : NULL;

  gtk_native_dialog_hide (dialog);
  if (response == GTK_RESPONSE_ACCEPT && object != NULL && full != NULL)
    question->chosen (object, full);
}

/* There only a whole folder is good enough for a book: see the infrastructure's document-vfs.c. */
static gboolean
is_sandboxed (void)
{
  return g_file_test ("/.flatpak-info", G_FILE_TEST_EXISTS);
}

static void
add_filter (GtkFileChooserNative *native,
            const char           *name,
            const char *const    *suffixes)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  for (; *suffixes != NULL; suffixes++)
    gtk_file_filter_add_suffix (filter, *suffixes);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (native), filter);
}

static void
add_book_filter (GtkFileChooserNative *native)
{
  static const char *const suffixes[] = { "daybook", NULL };

  /* Translators: in a list of kinds of files. */
  add_filter (native, _("Daybook Books"), suffixes);
}

/* The dialog owns itself until it is answered. */
static void
ask (GtkFileChooserNative *native,
     const char           *name,
     GObject              *object,
     DaybookFileChosen     chosen)
{
  Question *question = g_new0 (Question, 1);

  g_weak_ref_init (&question->object, object);
  question->chosen = chosen;
  question->name = g_strdup (name);

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (native), TRUE);
  g_signal_connect_data (native, "response", G_CALLBACK (answered_cb), question, question_free, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (native));
}

/**
 * daybook_choose_book:
 * @parent: (nullable): the window that waits for it
 * @object: what @chosen is called with, unless it is gone by then
 *
 * Asks for the file of a book that is to be opened.
 */
void
daybook_choose_book (GtkWindow         *parent,
                     GObject           *object,
                     DaybookFileChosen  chosen)
{
  /* Translators: title of a file chooser and its button. */
  GtkFileChooserNative *native =
    gtk_file_chooser_native_new (_("Open a Book"), parent, GTK_FILE_CHOOSER_ACTION_OPEN,
                                 _("_Open"), NULL);

  add_book_filter (native);
  ask (native, NULL, object, chosen);
}

/**
 * daybook_choose_sheet:
 * @parent: (nullable): the window that waits for it
 * @object: what @chosen is called with, unless it is gone by then
 *
 * Asks for a file that rows are to be taken from.
 */
void
daybook_choose_sheet (GtkWindow         *parent,
                      GObject           *object,
                      DaybookFileChosen  chosen)
{
  static const char *const suffixes[] = { "csv", "txt", "tsv", NULL };
  /* Translators: title of a file chooser and its button. */
  GtkFileChooserNative *native =
    gtk_file_chooser_native_new (_("Import a Spreadsheet"), parent, GTK_FILE_CHOOSER_ACTION_OPEN,
                                 _("_Open"), NULL);

  /* Translators: in a list of kinds of files. */
  add_filter (native, _("Spreadsheets Saved as CSV"), suffixes);
  ask (native, NULL, object, chosen);
}

/**
 * daybook_choose_folder:
 * @parent: (nullable): the window that waits for it
 * @name: of a book's file in it
 * @object: what @chosen is called with, unless it is gone by then
 *
 * Asks for the folder that the book is in, to be allowed to see it. @chosen is told the file.
 */
void
daybook_choose_folder (GtkWindow         *parent,
                       const char        *name,
                       GObject           *object,
                       DaybookFileChosen  chosen)
{
  g_autofree char *shown = g_filename_display_name (name);
  /* Translators: title of a file chooser: the folder that the file “%s” is in. */
  g_autofree char *title = g_strdup_printf (_("The Folder of “%s”"), shown);

  ask (gtk_file_chooser_native_new (title, parent, GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER,
                                    /* Translators: button of a file chooser. */
                                    _("_Choose"), NULL),
       name, object, chosen);
}

static void
ask_where (const char        *title,
           const char        *button,
           GtkWindow         *parent,
           const char        *name,
           GObject           *object,
           DaybookFileChosen  chosen)
{
  GtkFileChooserAction action = is_sandboxed () ? GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER
                                                : GTK_FILE_CHOOSER_ACTION_SAVE;
  GtkFileChooserNative *native = gtk_file_chooser_native_new (title, parent, action, button, NULL);
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);
  g_autoptr (GFile) folder = g_file_new_for_path (documents != NULL ? documents
                                                                    : g_get_home_dir ());

  if (g_file_query_exists (folder, NULL))
    gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (native), folder, NULL);
  if (action == GTK_FILE_CHOOSER_ACTION_SAVE)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (native), name);
  if (action == GTK_FILE_CHOOSER_ACTION_SAVE)
    add_book_filter (native);
  ask (native, action == GTK_FILE_CHOOSER_ACTION_SAVE ? NULL : name, object, chosen);
}

/**
 * daybook_choose_new_book:
 * @parent: (nullable): the window that waits for it
 * @name: a file name to suggest
 * @object: what @chosen is called with, unless it is gone by then
 *
 * Asks where the file of a new book shall be.
 */
void
daybook_choose_new_book (GtkWindow         *parent,
                         const char        *name,
                         GObject           *object,
                         DaybookFileChosen  chosen)
{
  /* Translators: title of a file chooser and its button. */
  ask_where (_("Keep the Book In"), _("_Create"), parent, name, object, chosen);
}

/**
 * daybook_choose_copy:
 * @parent: (nullable): the window that waits for it
 * @name: a file name to suggest
 * @object: what @chosen is called with, unless it is gone by then
 *
 * Asks where the copy of a book shall be.
 */
void
daybook_choose_copy (GtkWindow         *parent,
                     const char        *name,
                     GObject           *object,
                     DaybookFileChosen  chosen)
{
  /* Translators: title of a file chooser and its button. */
  ask_where (_("Save a Copy As"), _("_Save"), parent, name, object, chosen);
}
