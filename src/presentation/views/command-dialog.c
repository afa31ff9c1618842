/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "command-dialog.h"

#include <glib/gi18n.h>

#include "choice-row.h"
#include "field-row.h"

struct _DaybookCommandDialog
{
  DaybookFormDialog parent_instance;
};

G_DEFINE_FINAL_TYPE (DaybookCommandDialog, daybook_command_dialog, DAYBOOK_TYPE_FORM_DIALOG)

static void
daybook_command_dialog_class_init (DaybookCommandDialogClass *klass)
{
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

static GtkWidget *
make_fields (DaybookCommandFormViewModel *form)
{
  const DaybookFormPlan *plan = daybook_command_form_view_model_get_plan (form);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *group = adw_preferences_group_new ();

  if (plan->question != NULL)
    {
      static const char *const classes[] = { NULL };
      GtkWidget *label = make_sentence (classes);

      gtk_label_set_label (GTK_LABEL (label), _(plan->question));
      gtk_box_append (GTK_BOX (box), label);
    }

  for (guint i = 0; i < plan->n_rows; i++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                               make_row (DAYBOOK_FORM_VIEW_MODEL (form), &plan->rows[i]));
  gtk_box_append (GTK_BOX (box), group);
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
  g_return_val_if_fail (DAYBOOK_IS_COMMAND_FORM_VIEW_MODEL (form), NULL);

  return g_object_new (DAYBOOK_TYPE_COMMAND_DIALOG,
                       "form", form,
                       "subtitle", subtitle,
                       "verb", _(daybook_command_form_view_model_get_plan (form)->verb),
                       "fields", make_fields (form),
                       NULL);
}
