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
#include "outlive.h"
#include "platform/help.h"
#include "scroller.h"
#include "text-scale.h"

/* Application pixels, where there is room. */
#define WIDTH 440

/* Application pixels between what stands in the header, and beside it. */
#define AROUND_HEADER 48

typedef struct
{
  DaybookFormViewModel *form;
  GSignalGroup *form_signals;
  char *subtitle;
  char *verb;
  int width;

  DaybookFrame *frame;
  AdwHeaderBar *header;
  GtkWidget *title;
  GtkWidget *cancel;
  GtkWidget *help;
  GtkWidget *confirm;
  GtkWidget *scroller;
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

static int
width_of (GtkWidget *widget)
{
  int width;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  return width;
}

/* Below the fields. */
static void
move_button (DaybookFormDialogPrivate *priv,
             GtkWidget                *button)
{
  g_object_ref (button);
  adw_header_bar_remove (priv->header, button);
  gtk_box_append (priv->body, button);
  g_object_unref (button);
}

static GtkWidget *
make_line (const char       *text,
           const char *const *classes)
{
  return g_object_new (GTK_TYPE_LABEL, "label", text, "wrap", TRUE, "wrap-mode",
                       PANGO_WRAP_WORD_CHAR, "justify", GTK_JUSTIFY_CENTER, "visible",
                       text != NULL && *text != '\0', "css-classes", classes, NULL);
}

/* Above the fields. */
static void
move_title (DaybookFormDialog        *self,
            DaybookFormDialogPrivate *priv)
{
  static const char *const title[] = { "title-4", NULL };
  static const char *const subtitle[] = { "dim-label", NULL };
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  gtk_box_append (GTK_BOX (lines), make_line (gtk_window_get_title (GTK_WINDOW (self)), title));
  gtk_box_append (GTK_BOX (lines), make_line (priv->subtitle, subtitle));
  gtk_box_prepend (priv->body, lines);
  adw_header_bar_set_title_widget (priv->header, adw_window_title_new (NULL, NULL));
}

/* Nothing in the header is cut off: what there is no room for stands above the fields or below,
 * what can be spared most easily first. */
static void
arrange (DaybookFormDialog        *self,
         DaybookFormDialogPrivate *priv,
         int                       room)
{
  int needed = AROUND_HEADER + width_of (priv->cancel) + width_of (priv->help)
               + width_of (priv->title) + width_of (priv->confirm);
  gboolean moves_help = needed > room;
  gboolean moves_title = (needed -= width_of (priv->help)) > room;
  gboolean moves_confirm = (needed -= width_of (priv->title)) > room;

  if (moves_title)
    move_title (self, priv);
  if (moves_confirm)
    move_button (priv, priv->confirm);
  if (moves_help)
    {
      move_button (priv, priv->help);
      gtk_widget_add_css_class (priv->help, "flat");
      gtk_widget_set_halign (priv->help, GTK_ALIGN_START);
    }
}

/* No larger than the window it belongs to. What was asked for is typed at once: the first field has
 * the keyboard, not Cancel. */
static void
daybook_form_dialog_map (GtkWidget *widget)
{
  DaybookFormDialog *self = DAYBOOK_FORM_DIALOG (widget);
  DaybookFormDialogPrivate *priv = daybook_form_dialog_get_instance_private (self);
  GtkWidget *parent = GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (widget)));
  int room = (int) (priv->width * daybook_text_scale (widget));

  /* A new book has a window of its own, which has no size before there is a book in it. */
  if (parent != NULL && gtk_widget_get_height (parent) > 0)
    {
      int header;

      room = MIN (room, gtk_widget_get_width (parent));
      gtk_widget_measure (GTK_WIDGET (priv->header), GTK_ORIENTATION_VERTICAL, -1, NULL, &header,
                          NULL, NULL);
      g_object_set (priv->scroller, "maximum-height", gtk_widget_get_height (parent) - header,
                    NULL);
    }
  if (gtk_widget_is_ancestor (priv->help, GTK_WIDGET (priv->header)))
    arrange (self, priv, room);
  g_object_set (priv->frame, "natural-width", priv->width, "maximum-width", room, NULL);

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
  g_type_ensure (DAYBOOK_TYPE_SCROLLER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/daybook/Daybook/ui/form-dialog.ui");
  gtk_widget_class_bind_template_child_private (widget_class, DaybookFormDialog, frame);
  gtk_widget_class_bind_template_child_private (widget_class, DaybookFormDialog, header);
  gtk_widget_class_bind_template_child_private (widget_class, DaybookFormDialog, title);
  gtk_widget_class_bind_template_child_private (widget_class, DaybookFormDialog, cancel);
  gtk_widget_class_bind_template_child_private (widget_class, DaybookFormDialog, help);
  gtk_widget_class_bind_template_child_private (widget_class, DaybookFormDialog, confirm);
  gtk_widget_class_bind_template_child_private (widget_class, DaybookFormDialog, scroller);
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
  daybook_outlive_last_event (GTK_WINDOW (self));
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
