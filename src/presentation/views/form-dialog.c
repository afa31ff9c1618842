/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "form-dialog.h"

#include <glib/gi18n.h>

#include "candidates.h"
#include "choice-row.h"
#include "closures.h"
#include "field-row.h"
#include "frame.h"
#include "names.h"
#include "platform/help.h"

/* Application pixels, where there is room. */
#define WIDTH 440

/* Below this the header has no room for a title beside three buttons. */
#define NARROW 400

typedef struct
{
  DaybookFormViewModel *form;
  GSignalGroup *form_signals;
  char *subtitle;
  char *verb;
  int width;

  DaybookFrame *frame;
  AdwHeaderBar *header;
  GtkWidget *help;
  GtkBox *body;
  AdwBin *place;
} DaybookFormDialogPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (DaybookFormDialog, daybook_form_dialog, ADW_TYPE_WINDOW)

enum
{
  PROP_FORM = 1,
  PROP_SUBTITLE,
  PROP_VERB,
  PROP_WIDTH,
  PROP_FIELDS,
  N_PROPERTIES
};

enum
{
  CONFIRMED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

static void
set_form (DaybookFormDialog    *self,
          DaybookFormViewModel *form)
{
  DaybookFormDialogPrivate *priv = daybook_form_dialog_get_instance_private (self);

  if (!g_set_object (&priv->form, form))
    return;

  g_signal_group_set_target (priv->form_signals, form);
  g_object_bind_property (form, "title", self, "title", G_BINDING_SYNC_CREATE);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FORM]);
}

static void
set_text (DaybookFormDialog  *self,
          char              **place,
          const char         *text,
          GParamSpec         *pspec)
{
  if (g_strcmp0 (*place, text) == 0)
    return;

  g_free (*place);
  *place = g_strdup (text);
  g_object_notify_by_pspec (G_OBJECT (self), pspec);
}

/* Who was asked once more says so. */
static char *
choose_verb (GObject    *object,
             const char *question,
             const char *verb,
             const char *title)
{
  if (question != NULL && *question != '\0')
    /* Translators: button of a form that asks once more. */
    return g_strdup (_("Con_firm"));

  return g_strdup (verb != NULL && *verb != '\0' ? verb : title);
}

static void
confirm_clicked_cb (DaybookFormDialog *self)
{
  g_signal_emit (self, signals[CONFIRMED], 0);
}

/* A window in front of another has none of the application's keys. */
static void
help_activated_cb (GtkWidget  *widget,
                   const char *action,
                   GVariant   *parameter)
{
  DaybookFormViewModel *form = daybook_form_dialog_get_form (DAYBOOK_FORM_DIALOG (widget));

  daybook_help_show (GTK_WINDOW (widget), daybook_form_view_model_get_help (form));
}

static void
daybook_form_dialog_confirmed (DaybookFormDialog *self)
{
  daybook_form_view_model_confirm (daybook_form_dialog_get_form (self));
}

/* Below the fields. */
static void
move_help (DaybookFormDialogPrivate *priv)
{
  if (gtk_widget_get_parent (priv->help) == GTK_WIDGET (priv->body))
    return;

  g_object_ref (priv->help);
  adw_header_bar_remove (priv->header, priv->help);
  gtk_widget_add_css_class (priv->help, "flat");
  gtk_widget_set_halign (priv->help, GTK_ALIGN_START);
  gtk_box_append (priv->body, priv->help);
  g_object_unref (priv->help);
}

/* No wider than the window it belongs to. What was asked for is typed at once: the first field has
 * the keyboard, not Cancel. */
static void
daybook_form_dialog_map (GtkWidget *widget)
{
  DaybookFormDialogPrivate *priv =
    daybook_form_dialog_get_instance_private (DAYBOOK_FORM_DIALOG (widget));
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (widget));
  int room = parent != NULL ? gtk_widget_get_width (GTK_WIDGET (parent)) : 0;

  if (room > 0 && room < NARROW)
    move_help (priv);
  g_object_set (priv->frame, "natural-width", room > 0 ? MIN (room, priv->width) : priv->width,
                NULL);

  daybook_name_lists (GTK_WIDGET (priv->place), gtk_window_get_title (GTK_WINDOW (widget)));
  GTK_WIDGET_CLASS (daybook_form_dialog_parent_class)->map (widget);

  gtk_widget_child_focus (GTK_WIDGET (priv->place), GTK_DIR_TAB_FORWARD);
}

static void
daybook_form_dialog_get_property (GObject    *object,
                                  guint       id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  DaybookFormDialogPrivate *priv =
    daybook_form_dialog_get_instance_private (DAYBOOK_FORM_DIALOG (object));

  switch (id)
    {
    case PROP_FORM:
      g_value_set_object (value, priv->form);
      break;
    case PROP_SUBTITLE:
      g_value_set_string (value, priv->subtitle);
      break;
    case PROP_VERB:
      g_value_set_string (value, priv->verb);
      break;
    case PROP_WIDTH:
      g_value_set_int (value, priv->width);
      break;
    case PROP_FIELDS:
      g_value_set_object (value, adw_bin_get_child (priv->place));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
daybook_form_dialog_set_property (GObject      *object,
                                  guint         id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  DaybookFormDialog *self = DAYBOOK_FORM_DIALOG (object);
  DaybookFormDialogPrivate *priv = daybook_form_dialog_get_instance_private (self);

  switch (id)
    {
    case PROP_FORM:
      set_form (self, g_value_get_object (value));
      break;
    case PROP_SUBTITLE:
      set_text (self, &priv->subtitle, g_value_get_string (value), pspec);
      break;
    case PROP_VERB:
      set_text (self, &priv->verb, g_value_get_string (value), pspec);
      break;
    case PROP_WIDTH:
      priv->width = g_value_get_int (value);
      break;
    case PROP_FIELDS:
      adw_bin_set_child (priv->place, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
daybook_form_dialog_finalize (GObject *object)
{
  DaybookFormDialogPrivate *priv =
    daybook_form_dialog_get_instance_private (DAYBOOK_FORM_DIALOG (object));

  g_clear_object (&priv->form_signals);
  g_clear_object (&priv->form);
  g_clear_pointer (&priv->subtitle, g_free);
  g_clear_pointer (&priv->verb, g_free);

  G_OBJECT_CLASS (daybook_form_dialog_parent_class)->finalize (object);
}

static void
daybook_form_dialog_class_init (DaybookFormDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = daybook_form_dialog_finalize;
  object_class->get_property = daybook_form_dialog_get_property;
  object_class->set_property = daybook_form_dialog_set_property;
  widget_class->map = daybook_form_dialog_map;
  klass->confirmed = daybook_form_dialog_confirmed;

  properties[PROP_FORM] =
    g_param_spec_object ("form", NULL, NULL, DAYBOOK_TYPE_FORM_VIEW_MODEL,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_SUBTITLE] =
    g_param_spec_string ("subtitle", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_VERB] =
    g_param_spec_string ("verb", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_WIDTH] =
    g_param_spec_int ("width", NULL, NULL, 0, G_MAXINT, WIDTH,
                      G_PARAM_READWRITE | G_PARAM_CONSTRUCT | G_PARAM_STATIC_STRINGS);
  properties[PROP_FIELDS] =
    g_param_spec_object ("fields", NULL, NULL, GTK_TYPE_WIDGET,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  signals[CONFIRMED] = g_signal_new ("confirmed", DAYBOOK_TYPE_FORM_DIALOG, G_SIGNAL_RUN_LAST,
                                     G_STRUCT_OFFSET (DaybookFormDialogClass, confirmed), NULL,
                                     NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (DAYBOOK_TYPE_FRAME);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/daybook/Daybook/ui/form-dialog.ui");
  gtk_widget_class_bind_template_child_private (widget_class, DaybookFormDialog, frame);
  gtk_widget_class_bind_template_child_private (widget_class, DaybookFormDialog, header);
  gtk_widget_class_bind_template_child_private (widget_class, DaybookFormDialog, help);
  gtk_widget_class_bind_template_child_private (widget_class, DaybookFormDialog, body);
  gtk_widget_class_bind_template_child_private (widget_class, DaybookFormDialog, place);
  gtk_widget_class_bind_template_callback (widget_class, choose_verb);
  gtk_widget_class_bind_template_callback (widget_class, confirm_clicked_cb);
  daybook_closures_bind (widget_class);
  gtk_widget_class_install_action (widget_class, "form.help", NULL, help_activated_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F1, 0, "form.help", NULL);
}

static void
daybook_form_dialog_init (DaybookFormDialog *self)
{
  DaybookFormDialogPrivate *priv = daybook_form_dialog_get_instance_private (self);

  priv->form_signals = g_signal_group_new (DAYBOOK_TYPE_FORM_VIEW_MODEL);
  g_signal_group_connect_swapped (priv->form_signals, "done", G_CALLBACK (gtk_window_destroy),
                                  self);
  gtk_widget_init_template (GTK_WIDGET (self));
  daybook_name_what_has_focus (GTK_WINDOW (self));
}

/**
 * daybook_form_dialog_get_form:
 *
 * Returns: (transfer none) (nullable): the form that is filled in.
 */
DaybookFormViewModel *
daybook_form_dialog_get_form (DaybookFormDialog *self)
{
  DaybookFormDialogPrivate *priv = daybook_form_dialog_get_instance_private (self);

  g_return_val_if_fail (DAYBOOK_IS_FORM_DIALOG (self), NULL);

  return priv->form;
}

/**
 * daybook_form_dialog_bind_fields:
 * @klass: of a kind of form
 * @resource: the template with its fields
 *
 * Sets the template and binds what all forms' templates use.
 */
void
daybook_form_dialog_bind_fields (GtkWidgetClass *klass,
                                 const char     *resource)
{
  g_type_ensure (DAYBOOK_TYPE_FIELD_ROW);
  g_type_ensure (DAYBOOK_TYPE_CHOICE_ROW);
  g_type_ensure (DAYBOOK_TYPE_CANDIDATES);
  gtk_widget_class_set_template_from_resource (klass, resource);
  daybook_closures_bind (klass);
}
