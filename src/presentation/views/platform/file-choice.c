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
} Question;

static void
question_free (gpointer  data,
               GClosure *closure)
{
  Question *question = data;

  g_weak_ref_clear (&question->object);
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

  gtk_native_dialog_hide (dialog);
  if (response == GTK_RESPONSE_ACCEPT && object != NULL && file != NULL
      && g_file_peek_path (file) != NULL)
    question->chosen (object, g_file_peek_path (file));
}

static GtkFileFilter *
new_filter (void)
{
  GtkFileFilter *filter = gtk_file_filter_new ();

  /* Translators: in a list of kinds of files. */
  gtk_file_filter_set_name (filter, _("Daybook Books"));
  gtk_file_filter_add_suffix (filter, "daybook");

  return filter;
}

/* The dialog owns itself until it is answered. */
static void
ask (GtkFileChooserNative *native,
     GObject              *object,
     DaybookFileChosen     chosen)
{
  Question *question = g_new0 (Question, 1);
  g_autoptr (GtkFileFilter) books = new_filter ();

  g_weak_ref_init (&question->object, object);
  question->chosen = chosen;

  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (native), books);
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
  ask (gtk_file_chooser_native_new (_("Open a Book"), parent, GTK_FILE_CHOOSER_ACTION_OPEN,
                                    _("_Open"), NULL),
       object, chosen);
}

static void
ask_where (GtkFileChooserNative *native,
           const char           *name,
           GObject              *object,
           DaybookFileChosen     chosen)
{
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);
  g_autoptr (GFile) folder = g_file_new_for_path (documents != NULL ? documents
                                                                    : g_get_home_dir ());

  if (g_file_query_exists (folder, NULL))
    gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (native), folder, NULL);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (native), name);
  ask (native, object, chosen);
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
  ask_where (gtk_file_chooser_native_new (_("Keep the Book In"), parent,
                                          GTK_FILE_CHOOSER_ACTION_SAVE, _("_Create"), NULL),
             name, object, chosen);
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
  ask_where (gtk_file_chooser_native_new (_("Save a Copy As"), parent,
                                          GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"), NULL),
             name, object, chosen);
}
