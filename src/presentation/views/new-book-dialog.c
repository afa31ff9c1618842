/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "new-book-dialog.h"

#include "platform/file-choice.h"

struct _DaybookNewBookDialog
{
  DaybookFormDialog parent_instance;

  DaybookShelfViewModel *shelf;
};

G_DEFINE_FINAL_TYPE (DaybookNewBookDialog, daybook_new_book_dialog, DAYBOOK_TYPE_FORM_DIALOG)

static void
place_chosen_cb (GObject    *object,
                 const char *path)
{
  DaybookNewBookDialog *self = DAYBOOK_NEW_BOOK_DIALOG (object);
  DaybookFormViewModel *form = daybook_form_dialog_get_form (DAYBOOK_FORM_DIALOG (self));

  daybook_shelf_view_model_create (self->shelf, path, DAYBOOK_NEW_BOOK_FORM_VIEW_MODEL (form));
}

/* The form knows everything but where the file goes. */
static void
daybook_new_book_dialog_confirmed (DaybookFormDialog *dialog)
{
  g_autofree char *name = NULL;

  g_object_get (daybook_form_dialog_get_form (dialog), "file-name", &name, NULL);
  daybook_choose_new_book (GTK_WINDOW (dialog), name, G_OBJECT (dialog), place_chosen_cb);
}

static void
daybook_new_book_dialog_finalize (GObject *object)
{
  g_clear_object (&DAYBOOK_NEW_BOOK_DIALOG (object)->shelf);

  G_OBJECT_CLASS (daybook_new_book_dialog_parent_class)->finalize (object);
}

static void
daybook_new_book_dialog_class_init (DaybookNewBookDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = daybook_new_book_dialog_finalize;
  DAYBOOK_FORM_DIALOG_CLASS (klass)->confirmed = daybook_new_book_dialog_confirmed;

  g_type_ensure (DAYBOOK_TYPE_CHOICE);
  daybook_form_dialog_bind_fields (GTK_WIDGET_CLASS (klass),
                                   "/org/daybook/Daybook/ui/new-book-dialog.ui");
}

static void
daybook_new_book_dialog_init (DaybookNewBookDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * daybook_new_book_dialog_new:
 * @shelf: where the book is to be opened, which also closes the dialog
 *
 * Returns: a dialog that asks for a new book.
 */
GtkWidget *
daybook_new_book_dialog_new (DaybookShelfViewModel *shelf)
{
  g_autoptr (DaybookNewBookFormViewModel) form = NULL;
  DaybookNewBookDialog *self;

  g_return_val_if_fail (DAYBOOK_IS_SHELF_VIEW_MODEL (shelf), NULL);

  form = daybook_shelf_view_model_new_book_form (shelf);
  self = g_object_new (DAYBOOK_TYPE_NEW_BOOK_DIALOG, "form", form, NULL);
  self->shelf = g_object_ref (shelf);
  g_signal_connect_object (shelf, "opened", G_CALLBACK (gtk_window_destroy), self,
                           G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
