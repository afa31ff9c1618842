/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "book-properties-dialog.h"

#include <glib/gi18n.h>

#include "names.h"
#include "outlive.h"
#include "platform/help.h"
#include "text-scale.h"

/* Application pixels, where there is room. */
#define WIDTH 460
#define HEIGHT 640

/**
 * Line:
 * @property: of the view model
 * @title: what it is
 * @wide: whether what it says needs a line of its own
 *
 * A line of the dialog, which is not there while its property is empty. One without a property
 * begins a group.
 */
typedef struct
{
  const char *property;
  const char *title;
  gboolean wide;
} Line;

static const Line lines[] = {
  { NULL },
  { "name", N_("Name") },
  { "currency", N_("Home Currency") },
  { "other-currencies", N_("Other Currencies") },
  { NULL },
  { "entries", N_("Entries") },
  { "people", N_("People") },
  { "accounts", N_("Accounts") },
  { "first-entry", N_("First Entry") },
  { "last-entry", N_("Last Entry") },
  { NULL },
  /* Translators: whether the book was verified. */
  { "checked", N_("Soundness"), TRUE },
  /* Translators: a day follows: the last that can no longer be changed. */
  { "closed-until", N_("Closed up to") },
  /* Translators: a code that people keep on paper follows. */
  { "seal", N_("Seal") },
  { NULL },
  { "path", N_("File"), TRUE },
  { "size", N_("Size") },
};

struct _DaybookBookPropertiesDialog
{
  AdwWindow parent_instance;

  GtkBox *groups;
};

G_DEFINE_FINAL_TYPE (DaybookBookPropertiesDialog, daybook_book_properties_dialog, ADW_TYPE_WINDOW)

static gboolean
is_filled (GBinding     *binding,
           const GValue *from,
           GValue       *to,
           gpointer      user_data)
{
  const char *text = g_value_get_string (from);

  g_value_set_boolean (to, text != NULL && *text != '\0');
  return TRUE;
}

static void
add_value (AdwActionRow                   *row,
           DaybookBookPropertiesViewModel *book,
           const char                     *property)
{
  static const char *const classes[] = { "dim-label", "numeric", NULL };
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "xalign", 1.0, "justify",
                                   GTK_JUSTIFY_RIGHT, "natural-wrap-mode", GTK_NATURAL_WRAP_NONE,
                                   "selectable", TRUE, "css-classes", classes,
                                   NULL);

  g_object_bind_property (book, property, label, "label", G_BINDING_SYNC_CREATE);
  adw_action_row_add_suffix (row, label);
}

static GtkWidget *
make_row (DaybookBookPropertiesViewModel *book,
          const Line                     *line)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "subtitle-lines", 0,
                                 "title", _(line->title), NULL);

  if (line->wide)
    g_object_bind_property (book, line->property, row, "subtitle", G_BINDING_SYNC_CREATE);
  else
    add_value (ADW_ACTION_ROW (row), book, line->property);
  g_object_bind_property_full (book, line->property, row, "visible", G_BINDING_SYNC_CREATE,
                               is_filled, NULL, NULL, NULL);
  return row;
}

static void
daybook_book_properties_dialog_map (GtkWidget *widget)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (widget));
  int width = (int) (WIDTH * daybook_text_scale (widget));
  int height = HEIGHT;

  if (parent != NULL)
    {
      width = MIN (width, gtk_widget_get_width (GTK_WIDGET (parent)));
      height = MIN (height, gtk_widget_get_height (GTK_WIDGET (parent)));
    }
  gtk_window_set_default_size (GTK_WINDOW (widget), width, height);

  GTK_WIDGET_CLASS (daybook_book_properties_dialog_parent_class)->map (widget);
}

static void
daybook_book_properties_dialog_class_init (DaybookBookPropertiesDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->map = daybook_book_properties_dialog_map;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/daybook/Daybook/ui/book-properties-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, DaybookBookPropertiesDialog, groups);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
daybook_book_properties_dialog_init (DaybookBookPropertiesDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  daybook_name_what_has_focus (GTK_WINDOW (self));
  daybook_outlive_last_event (GTK_WINDOW (self));
  daybook_help_answer_key (GTK_WINDOW (self), "book-properties");
}

/**
 * daybook_book_properties_dialog_new:
 *
 * Returns: a dialog that shows what @book says, for as long as it is there.
 */
GtkWidget *
daybook_book_properties_dialog_new (DaybookBookPropertiesViewModel *book)
{
  DaybookBookPropertiesDialog *self = g_object_new (DAYBOOK_TYPE_BOOK_PROPERTIES_DIALOG, NULL);
  GtkWidget *group = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    if (lines[i].property == NULL)
      {
        group = adw_preferences_group_new ();
        gtk_box_append (self->groups, group);
      }
    else
      {
        adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), make_row (book, &lines[i]));
      }

  daybook_name_lists (GTK_WIDGET (self), gtk_window_get_title (GTK_WINDOW (self)));
  g_object_set_data_full (G_OBJECT (self), "daybook-book", g_object_ref (book), g_object_unref);
  return GTK_WIDGET (self);
}
