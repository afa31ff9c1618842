/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What gtk_list_box_bind_model() is for a list box, for a row that folds out.
 *
 * A row can only be added at the end. So what follows a change stays where only something was taken
 * away, and is made anew where something came in before it. */

#include "bound-rows.h"

#include "names.h"

#define KEY "daybook-bound-rows"

typedef struct
{
  AdwExpanderRow *expander;
  GListModel *model;
  gulong handler;
  GtkListBoxCreateWidgetFunc create;
  gpointer user_data;
  GPtrArray *rows;
} BoundRows;

static void
items_changed_cb (GListModel *model,
                  guint       position,
                  guint       removed,
                  guint       added,
                  BoundRows  *self)
{
  guint end = added == 0 ? position + removed : self->rows->len;

  for (guint i = position; i < end; i++)
    adw_expander_row_remove (self->expander, g_ptr_array_index (self->rows, i));
  if (end > position)
    g_ptr_array_remove_range (self->rows, position, end - position);

  for (guint i = self->rows->len; added > 0 && i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (model, i);
      GtkWidget *row = self->create (item, self->user_data);

      g_ptr_array_add (self->rows, row);
      adw_expander_row_add_row (self->expander, row);
    }
}

static void
bound_rows_free (BoundRows *self)
{
  g_signal_handler_disconnect (self->model, self->handler);
  g_object_unref (self->model);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

/* What folds out, and the lists that it is made of, are called what the row says. */
static void
title_changed_cb (AdwExpanderRow *expander)
{
  const char *title = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (expander));

  gtk_accessible_update_property (GTK_ACCESSIBLE (expander), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
  daybook_name_lists (GTK_WIDGET (expander), title);
}

static void
detach (AdwExpanderRow *expander)
{
  BoundRows *self = g_object_get_data (G_OBJECT (expander), KEY);

  if (self == NULL)
    return;

  for (guint i = 0; i < self->rows->len; i++)
    adw_expander_row_remove (expander, g_ptr_array_index (self->rows, i));
  g_object_set_data (G_OBJECT (expander), KEY, NULL);
}

/**
 * daybook_bound_rows_attach:
 * @model: (nullable):
 * @create: makes a row of an item of @model; the row is floating
 * @user_data: must live as long as @expander
 *
 * From now on, what folds out of @expander is what is in @model.
 */
void
daybook_bound_rows_attach (AdwExpanderRow             *expander,
                           GListModel                 *model,
                           GtkListBoxCreateWidgetFunc  create,
                           gpointer                    user_data)
{
  BoundRows *self;

  detach (expander);
  if (model == NULL)
    return;

  g_signal_handlers_disconnect_by_func (expander, title_changed_cb, NULL);
  g_signal_connect (expander, "notify::title", G_CALLBACK (title_changed_cb), NULL);
  title_changed_cb (expander);

  self = g_new0 (BoundRows, 1);
  self->expander = expander;
  self->model = g_object_ref (model);
  self->create = create;
  self->user_data = user_data;
  self->rows = g_ptr_array_new ();
  self->handler = g_signal_connect (model, "items-changed", G_CALLBACK (items_changed_cb), self);
  g_object_set_data_full (G_OBJECT (expander), KEY, self, (GDestroyNotify) bound_rows_free);
  items_changed_cb (model, 0, 0, g_list_model_get_n_items (model), self);
}
