/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The row is an AdwEntryRow whose content got a line put under it, so that the sentence stands in
 * the same frame as what it is about; a screen reader says it with the field. */

#include "field-row.h"

#include "names.h"
#include "platform/entry-row.h"
#include "text-scale.h"

/* Application pixels: below this there is no room for the pencil beside the title. */
#define NARROW 400

struct _DaybookFieldRow
{
  AdwEntryRow parent_instance;

  DaybookFormViewModel *form;
  char *field;
  char *error;
  char *note;
  char *beside;
  GtkLabel *remark;
};

G_DEFINE_FINAL_TYPE (DaybookFieldRow, daybook_field_row, ADW_TYPE_ENTRY_ROW)

enum
{
  PROP_FORM = 1,
  PROP_FIELD,
  PROP_ERROR,
  PROP_NOTE,
  PROP_BESIDE,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

static gboolean
is_filled (const char *text)
{
  return text != NULL && *text != '\0';
}

/* The row, and the text in it, which has the keyboard. */
static void
tell (GtkAccessible *accessible,
      gboolean       wrong,
      const char    *description)
{
  if (wrong)
    gtk_accessible_update_state (accessible, GTK_ACCESSIBLE_STATE_INVALID,
                                 GTK_ACCESSIBLE_INVALID_TRUE, -1);
  else
    gtk_accessible_reset_state (accessible, GTK_ACCESSIBLE_STATE_INVALID);
  daybook_describe (accessible, description);
}

/* What is wrong comes before what is worth knowing. */
static void
update_remark (DaybookFieldRow *self)
{
  GtkWidget *remark = GTK_WIDGET (self->remark);
  gboolean wrong = is_filled (self->error);
  const char *shown = wrong ? self->error : self->note != NULL ? self->note : "";
  g_autofree char *description =
    is_filled (shown) && self->beside != NULL ? g_strjoin (" ", shown, self->beside, NULL)
                                              : g_strdup (self->beside != NULL ? self->beside
                                                                               : shown);

  gtk_label_set_label (self->remark, shown);
  gtk_widget_set_visible (remark, is_filled (shown));

  if (wrong)
    {
      gtk_widget_add_css_class (GTK_WIDGET (self), "error");
      gtk_widget_remove_css_class (remark, "dim-label");
    }
  else
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self), "error");
      gtk_widget_add_css_class (remark, "dim-label");
    }
  tell (GTK_ACCESSIBLE (self), wrong, description);
  tell (GTK_ACCESSIBLE (gtk_editable_get_delegate (GTK_EDITABLE (self))), wrong, description);
}

static void
set_remark (DaybookFieldRow  *self,
            char            **remark,
            const char       *text)
{
  if (g_strcmp0 (*remark, text) == 0)
    return;

  g_free (*remark);
  *remark = g_strdup (text);
  update_remark (self);
}

static void
set_form (DaybookFieldRow      *self,
          DaybookFormViewModel *form)
{
  g_autofree char *error = NULL;

  if (!g_set_object (&self->form, form) || form == NULL)
    return;

  g_assert (self->field != NULL);
  error = g_strconcat (self->field, "-error", NULL);
  g_object_bind_property (form, self->field, self, "text",
                          G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  g_object_bind_property (form, error, self, "error", G_BINDING_SYNC_CREATE);
}

static void
daybook_field_row_get_property (GObject    *object,
                                guint       id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  DaybookFieldRow *self = DAYBOOK_FIELD_ROW (object);

  switch (id)
    {
    case PROP_FORM:
      g_value_set_object (value, self->form);
      break;
    case PROP_FIELD:
      g_value_set_string (value, self->field);
      break;
    case PROP_ERROR:
      g_value_set_string (value, self->error);
      break;
    case PROP_NOTE:
      g_value_set_string (value, self->note);
      break;
    case PROP_BESIDE:
      g_value_set_string (value, self->beside);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
daybook_field_row_set_property (GObject      *object,
                                guint         id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  DaybookFieldRow *self = DAYBOOK_FIELD_ROW (object);

  switch (id)
    {
    case PROP_FORM:
      set_form (self, g_value_get_object (value));
      break;
    case PROP_FIELD:
      self->field = g_value_dup_string (value);
      break;
    case PROP_ERROR:
      set_remark (self, &self->error, g_value_get_string (value));
      break;
    case PROP_NOTE:
      set_remark (self, &self->note, g_value_get_string (value));
      break;
    case PROP_BESIDE:
      set_remark (self, &self->beside, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
daybook_field_row_finalize (GObject *object)
{
  DaybookFieldRow *self = DAYBOOK_FIELD_ROW (object);

  g_clear_object (&self->form);
  g_clear_pointer (&self->field, g_free);
  g_clear_pointer (&self->error, g_free);
  g_clear_pointer (&self->note, g_free);
  g_clear_pointer (&self->beside, g_free);

  G_OBJECT_CLASS (daybook_field_row_parent_class)->finalize (object);
}

/* libadwaita 1.7 does not count the place of the pencil, and of the button that could stand there,
 * when it asks how many lines the title needs. */
static void
hide_pencil (GtkWidget *widget)
{
  if (GTK_IS_IMAGE (widget) || GTK_IS_BUTTON (widget))
    gtk_widget_set_visible (widget, FALSE);

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    hide_pencil (child);
}

static void
daybook_field_row_map (GtkWidget *widget)
{
  if (daybook_text_lacks_room (widget, NARROW))
    hide_pencil (widget);

  GTK_WIDGET_CLASS (daybook_field_row_parent_class)->map (widget);
}

static void
daybook_field_row_class_init (DaybookFieldRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = daybook_field_row_finalize;
  object_class->get_property = daybook_field_row_get_property;
  object_class->set_property = daybook_field_row_set_property;
  GTK_WIDGET_CLASS (klass)->map = daybook_field_row_map;

  properties[PROP_FORM] =
    g_param_spec_object ("form", NULL, NULL, DAYBOOK_TYPE_FORM_VIEW_MODEL,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_FIELD] =
    g_param_spec_string ("field", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_ERROR] =
    g_param_spec_string ("error", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_NOTE] =
    g_param_spec_string ("note", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_BESIDE] =
    g_param_spec_string ("beside", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

/* A title that is too long wraps instead of being cut off. */
static void
let_titles_wrap (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget)
      && (gtk_widget_has_css_class (widget, "title")
          || gtk_widget_has_css_class (widget, "subtitle")))
    g_object_set (widget, "ellipsize", PANGO_ELLIPSIZE_NONE, "wrap", TRUE, "wrap-mode",
                  PANGO_WRAP_WORD_CHAR, "natural-wrap-mode", GTK_NATURAL_WRAP_NONE, NULL);

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    let_titles_wrap (child);
}

static void
daybook_field_row_init (DaybookFieldRow *self)
{
  g_autoptr (GtkWidget) entry =
    g_object_ref (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (self)));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  let_titles_wrap (entry);
  gtk_widget_add_css_class (GTK_WIDGET (self), "field");
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (self), TRUE);
  daybook_entry_row_tell_focus (ADW_ENTRY_ROW (self));

  self->remark = g_object_new (GTK_TYPE_LABEL,
                               "xalign", 0.0,
                               "wrap", TRUE,
                               "wrap-mode", PANGO_WRAP_WORD_CHAR,
                               "max-width-chars", 40,
                               "visible", FALSE,
                               NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->remark), "remark");
  gtk_widget_add_css_class (GTK_WIDGET (self->remark), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->remark), "numeric");
  gtk_widget_add_css_class (GTK_WIDGET (self->remark), "dim-label");

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  gtk_box_append (GTK_BOX (box), entry);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->remark));
}
