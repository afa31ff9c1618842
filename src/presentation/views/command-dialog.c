/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "command-dialog.h"

#include <glib/gi18n.h>

#include "candidates.h"
#include "choice-row.h"
#include "field-row.h"
#include "names.h"
#include "text-scale.h"

/* Application pixels: two columns stand beside each other where there is room for them. */
#define NARROW 440
#define WIDE 680

struct _DaybookCommandDialog
{
  DaybookFormDialog parent_instance;

  GtkWidget *columns;
};

G_DEFINE_FINAL_TYPE (DaybookCommandDialog, daybook_command_dialog, DAYBOOK_TYPE_FORM_DIALOG)

/* Beside each other, or one above the other. */
static void
daybook_command_dialog_map (GtkWidget *widget)
{
  DaybookCommandDialog *self = DAYBOOK_COMMAND_DIALOG (widget);

  if (self->columns != NULL && daybook_text_lacks_room (widget, WIDE))
    {
      gtk_orientable_set_orientation (GTK_ORIENTABLE (self->columns), GTK_ORIENTATION_VERTICAL);
      gtk_box_set_homogeneous (GTK_BOX (self->columns), FALSE);
      self->columns = NULL;
    }

  GTK_WIDGET_CLASS (daybook_command_dialog_parent_class)->map (widget);
}

static void
daybook_command_dialog_class_init (DaybookCommandDialogClass *klass)
{
  GTK_WIDGET_CLASS (klass)->map = daybook_command_dialog_map;
}

static void
daybook_command_dialog_init (DaybookCommandDialog *self)
{
}

/* The property that a command's field is typed into: per_day is per-day. */
static char *
property_of (const char *field)
{
  return g_strdelimit (g_strdup (field), "_", '-');
}

static GtkWidget *
make_row (DaybookFormViewModel *form,
          const DaybookFormRow *row)
{
  g_autofree char *property = property_of (row->field);
  g_autoptr (GtkStringList) choices = NULL;

  if (row->choices == NULL)
    return g_object_new (DAYBOOK_TYPE_FIELD_ROW, "title", _(row->title), "field", property,
                         "form", form, NULL);

  choices = gtk_string_list_new (NULL);
  for (guint i = 0; row->choices[i] != NULL; i++)
    gtk_string_list_append (choices, _(row->choices[i]));

  return g_object_new (DAYBOOK_TYPE_CHOICE_ROW, "title", _(row->title), "field", property,
                       "model", choices, "form", form, NULL);
}

/* The field takes the account that was picked, and the keyboard back. */
static void
picked_cb (GtkWidget         *field,
           DaybookAccountRow *account)
{
  g_autofree char *number = NULL;

  g_object_get (account, "number", &number, NULL);
  gtk_widget_grab_focus (field);
  gtk_editable_set_text (GTK_EDITABLE (field), number);
}

/* Where an account is typed: what it is called, and below, those that the text could become. */
static void
add_candidates (AdwPreferencesGroup  *group,
                GtkWidget            *field,
                DaybookFormViewModel *form,
                const char           *command_field)
{
  g_autofree char *title = g_strconcat (command_field, "-title", NULL);
  g_autofree char *list = g_strconcat (command_field, "-candidates", NULL);
  g_autoptr (GListModel) candidates = NULL;
  GtkWidget *widget;

  if (g_object_class_find_property (G_OBJECT_GET_CLASS (form), list) == NULL)
    return;

  g_object_get (form, list, &candidates, NULL);
  widget = g_object_new (DAYBOOK_TYPE_CANDIDATES, "model", candidates, "wanted", TRUE,
                         "margin-top", 6, NULL);
  g_signal_connect_object (widget, "picked", G_CALLBACK (picked_cb), field, G_CONNECT_SWAPPED);
  g_object_bind_property (form, title, field, "note", G_BINDING_SYNC_CREATE);
  adw_preferences_group_add (group, widget);
}

static GtkWidget *
make_sentence (const char *const *classes)
{
  return g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "max-width-chars", 40,
                       "css-classes", classes, NULL);
}

/* What confirming would lead to. Its place is kept, so that nothing jumps while somebody types. */
static GtkWidget *
make_effect (DaybookFormViewModel *form)
{
  static const char *const classes[] = { "dim-label", "numeric", "effect", NULL };
  GtkWidget *label = make_sentence (classes);

  g_object_bind_property (form, "effect", label, "label", G_BINDING_SYNC_CREATE);
  return label;
}

/* What people should know before they begin. */
static GtkWidget *
make_hint (DaybookCommandFormViewModel *form)
{
  static const char *const classes[] = { NULL };
  GtkWidget *label = make_sentence (classes);
  g_autofree char *hint = NULL;

  g_object_get (form, "hint", &hint, NULL);
  gtk_label_set_label (GTK_LABEL (label), hint);
  gtk_widget_set_visible (label, *hint != '\0');
  return label;
}

/* What was recorded is read, not typed: the keyboard passes it by, so it is read out with the
 * field. */
static GtkWidget *
make_recorded_row (const DaybookFormRow *row,
                   const char           *recorded,
                   GtkWidget            *field)
{
  GtkWidget *widget = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title",
                                    _(row->recorded), "subtitle", recorded, "can-focus", FALSE,
                                    NULL);
  g_autofree char *beside = g_strjoin (" ", C_ ("correction", "Recorded"), recorded, NULL);

  if (DAYBOOK_IS_FIELD_ROW (field))
    g_object_set (field, "beside", beside, NULL);
  else
    daybook_describe (GTK_ACCESSIBLE (field), beside);

  return widget;
}

/* What was recorded, and what is right. */
static GtkWidget *
make_columns (GtkWidget *recorded,
              GtkWidget *right)
{
  GtkWidget *columns = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);

  /* Translators: above what an entry says now, beside what it should say. */
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (recorded), C_ ("correction", "Recorded"));
  /* Translators: above what an entry should say (what is correct), beside what it says now. */
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (right), C_ ("correction", "Right"));
  gtk_widget_set_hexpand (recorded, TRUE);
  gtk_widget_set_hexpand (right, TRUE);
  gtk_widget_set_can_focus (recorded, FALSE);
  gtk_box_set_homogeneous (GTK_BOX (columns), TRUE);
  gtk_box_append (GTK_BOX (columns), recorded);
  gtk_box_append (GTK_BOX (columns), right);

  return columns;
}

/* The rows of the plan. Those of which something was recorded stand beside that; gives the two
 * columns, if there are any. */
static GtkWidget *
add_rows (GtkBox                      *box,
          DaybookCommandFormViewModel *form)
{
  const DaybookFormPlan *plan = daybook_command_form_view_model_get_plan (form);
  GtkWidget *recorded = adw_preferences_group_new ();
  GtkWidget *right = adw_preferences_group_new ();
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *columns = NULL;

  g_object_ref_sink (recorded);
  g_object_ref_sink (right);
  for (guint i = 0; i < plan->n_rows; i++)
    {
      const DaybookFormRow *row = &plan->rows[i];
      const char *text = daybook_command_form_view_model_get_recorded (form, row->field);
      GtkWidget *field;

      if (!daybook_command_form_view_model_asks (form, row))
        continue;

      field = make_row (DAYBOOK_FORM_VIEW_MODEL (form), row);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (text != NULL ? right : group), field);
      if (text == NULL)
        continue;

      add_candidates (ADW_PREFERENCES_GROUP (right), field, DAYBOOK_FORM_VIEW_MODEL (form),
                      row->field);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (recorded),
                                 make_recorded_row (row, text, field));
      if (columns == NULL)
        columns = make_columns (recorded, right);
    }

  if (columns != NULL)
    gtk_box_append (box, columns);
  gtk_box_append (box, group);
  g_object_unref (recorded);
  g_object_unref (right);
  return columns;
}

static GtkWidget *
make_fields (DaybookCommandFormViewModel *form,
             GtkWidget                  **columns)
{
  const DaybookFormPlan *plan = daybook_command_form_view_model_get_plan (form);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  if (plan->question != NULL)
    {
      static const char *const classes[] = { NULL };
      GtkWidget *label = make_sentence (classes);

      gtk_label_set_label (GTK_LABEL (label), _(plan->question));
      gtk_box_append (GTK_BOX (box), label);
    }

  gtk_box_append (GTK_BOX (box), make_hint (form));
  *columns = add_rows (GTK_BOX (box), form);
  if (plan->shows_available)
    gtk_box_append (GTK_BOX (box), make_effect (DAYBOOK_FORM_VIEW_MODEL (form)));

  return box;
}

/**
 * daybook_command_dialog_new:
 * @subtitle: (nullable): whom or what the form is about
 *
 * Returns: a dialog that fills in @form.
 */
GtkWidget *
daybook_command_dialog_new (DaybookCommandFormViewModel *form,
                            const char                  *subtitle)
{
  DaybookCommandDialog *self;
  GtkWidget *columns;
  GtkWidget *fields;

  g_return_val_if_fail (DAYBOOK_IS_COMMAND_FORM_VIEW_MODEL (form), NULL);

  fields = make_fields (form, &columns);
  self = g_object_new (DAYBOOK_TYPE_COMMAND_DIALOG,
                       "form", form,
                       "subtitle", subtitle,
                       "verb", _(daybook_command_form_view_model_get_plan (form)->verb),
                       "width", columns != NULL ? WIDE : NARROW,
                       "fields", fields,
                       NULL);
  self->columns = columns;

  return GTK_WIDGET (self);
}
