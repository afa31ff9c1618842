/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "choice-row.h"

#include "text-scale.h"

/* Application pixels: below this what was chosen stands beneath the title, not beside it; the
 * second, where there is a subtitle as well. */
#define NARROW 400
#define NARROW_WITH_SUBTITLE 680

struct _DaybookChoiceRow
{
  AdwComboRow parent_instance;

  DaybookFormViewModel *form;
  char *field;
  char *choices;
};

G_DEFINE_FINAL_TYPE (DaybookChoiceRow, daybook_choice_row, ADW_TYPE_COMBO_ROW)

enum
{
  PROP_FORM = 1,
  PROP_FIELD,
  PROP_CHOICES,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

/* A list that is not there yet has nothing that could be chosen: that is no choice. */
static gboolean
to_form (GBinding     *binding,
         const GValue *from,
         GValue       *to,
         gpointer      user_data)
{
  if (g_value_get_uint (from) == GTK_INVALID_LIST_POSITION)
    return FALSE;

  return g_value_transform (from, to);
}

static void
set_form (DaybookChoiceRow     *self,
          DaybookFormViewModel *form)
{
  if (!g_set_object (&self->form, form) || form == NULL)
    return;

  g_assert (self->field != NULL);
  if (adw_combo_row_get_model (ADW_COMBO_ROW (self)) == NULL)
    {
      g_autoptr (GListModel) choices = NULL;

      g_object_get (form, self->choices, &choices, NULL);
      adw_combo_row_set_model (ADW_COMBO_ROW (self), choices);
    }
  g_object_bind_property_full (form, self->field, self, "selected",
                               G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE,
                               NULL, to_form, NULL, NULL);
}

static char *
get_chosen (AdwComboRow *row)
{
  gpointer item = adw_combo_row_get_selected_item (row);
  GtkExpression *expression = adw_combo_row_get_expression (row);
  g_auto (GValue) value = G_VALUE_INIT;

  if (item != NULL && expression != NULL && gtk_expression_evaluate (expression, item, &value))
    return g_value_dup_string (&value);

  return GTK_IS_STRING_OBJECT (item) ? g_strdup (gtk_string_object_get_string (item)) : NULL;
}

/* What was chosen stands where the subtitle stood; that goes to the title. libadwaita 1.7 would
 * show it only after something else was chosen. */
static void
put_choice_below (DaybookChoiceRow *self)
{
  const char *title = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self));
  const char *subtitle = adw_action_row_get_subtitle (ADW_ACTION_ROW (self));
  g_autofree char *chosen = NULL;

  if (adw_combo_row_get_use_subtitle (ADW_COMBO_ROW (self)))
    return;

  if (subtitle != NULL && *subtitle != '\0')
    {
      g_autofree char *both = g_strconcat (title, "\n", subtitle, NULL);

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), both);
    }
  adw_combo_row_set_use_subtitle (ADW_COMBO_ROW (self), TRUE);
  chosen = get_chosen (ADW_COMBO_ROW (self));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), chosen);
}

static int
get_least_width (GtkWidget *row)
{
  const char *subtitle = adw_action_row_get_subtitle (ADW_ACTION_ROW (row));

  return subtitle != NULL && *subtitle != '\0' ? NARROW_WITH_SUBTITLE : NARROW;
}

/* Beside its title there may be no room for what was chosen; beneath, it wraps. */
static void
daybook_choice_row_map (GtkWidget *widget)
{
  if (daybook_text_lacks_room (widget, get_least_width (widget)))
    put_choice_below (DAYBOOK_CHOICE_ROW (widget));

  GTK_WIDGET_CLASS (daybook_choice_row_parent_class)->map (widget);
}

static void
daybook_choice_row_get_property (GObject    *object,
                                 guint       id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  DaybookChoiceRow *self = DAYBOOK_CHOICE_ROW (object);

  switch (id)
    {
    case PROP_FORM:
      g_value_set_object (value, self->form);
      break;
    case PROP_FIELD:
      g_value_set_string (value, self->field);
      break;
    case PROP_CHOICES:
      g_value_set_string (value, self->choices);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
daybook_choice_row_set_property (GObject      *object,
                                 guint         id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  DaybookChoiceRow *self = DAYBOOK_CHOICE_ROW (object);

  switch (id)
    {
    case PROP_FORM:
      set_form (self, g_value_get_object (value));
      break;
    case PROP_FIELD:
      self->field = g_value_dup_string (value);
      break;
    case PROP_CHOICES:
      self->choices = g_value_dup_string (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
daybook_choice_row_finalize (GObject *object)
{
  DaybookChoiceRow *self = DAYBOOK_CHOICE_ROW (object);

  g_clear_object (&self->form);
  g_clear_pointer (&self->field, g_free);
  g_clear_pointer (&self->choices, g_free);

  G_OBJECT_CLASS (daybook_choice_row_parent_class)->finalize (object);
}

static void
daybook_choice_row_class_init (DaybookChoiceRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = daybook_choice_row_finalize;
  object_class->get_property = daybook_choice_row_get_property;
  object_class->set_property = daybook_choice_row_set_property;
  GTK_WIDGET_CLASS (klass)->map = daybook_choice_row_map;

  properties[PROP_FORM] =
    g_param_spec_object ("form", NULL, NULL, DAYBOOK_TYPE_FORM_VIEW_MODEL,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_FIELD] =
    g_param_spec_string ("field", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_CHOICES] =
    g_param_spec_string ("choices", NULL, NULL, "currencies",
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
daybook_choice_row_init (DaybookChoiceRow *self)
{
}
