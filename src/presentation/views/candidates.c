/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "candidates.h"

#include <glib/gi18n.h>

/* More than fit below a field are found by typing on. */
#define MAX_SHOWN 4

struct _DaybookCandidates
{
  AdwBin parent_instance;

  GtkListBox *list;
  GtkSliceListModel *shown;
  gboolean wanted;
};

G_DEFINE_FINAL_TYPE (DaybookCandidates, daybook_candidates, ADW_TYPE_BIN)

enum
{
  PROP_MODEL = 1,
  PROP_WANTED,
  N_PROPERTIES
};

enum
{
  PICKED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

static GtkWidget *
new_row (const char *title,
         const char *subtitle,
         const char *figure)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW,
                                 "use-markup", FALSE,
                                 "title", title,
                                 "subtitle", subtitle,
                                 "activatable", TRUE,
                                 NULL);
  GtkWidget *label = gtk_label_new (figure);

  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_add_css_class (label, "dim-label");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);

  return row;
}

static GtkWidget *
new_account_row (GObject *account)
{
  g_autofree char *title = NULL;
  g_autofree char *caption = NULL;
  g_autofree char *balance = NULL;

  g_object_get (account, "title", &title, "caption", &caption, "balance", &balance, NULL);

  return new_row (title, caption, balance);
}

static GtkWidget *
new_person_row (GObject *person)
{
  g_autofree char *name = NULL;
  g_autofree char *username = NULL;
  g_autofree char *accounts = NULL;

  g_object_get (person, "name", &name, "username", &username, "accounts", &accounts, NULL);

  return new_row (name, username, accounts);
}

static GtkWidget *
new_candidate_row (gpointer item,
                   gpointer user_data)
{
  return DAYBOOK_IS_PERSON_ROW (item) ? new_person_row (item) : new_account_row (item);
}

static void
update_visible (DaybookCandidates *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self),
                          self->wanted
                          && g_list_model_get_n_items (G_LIST_MODEL (self->shown)) > 0);
}

/* Not before: the other lists of a form are called what the form is. */
static void
list_mapped_cb (GtkWidget *list)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  /* Translators: name of a list, for screen readers. */
                                  _("Suggestions"), -1);
}

static void
row_activated_cb (DaybookCandidates *self,
                  GtkListBoxRow     *row)
{
  g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (self->shown),
                                                    gtk_list_box_row_get_index (row));

  if (item != NULL)
    g_signal_emit (self, signals[PICKED], 0, item);
}

static void
daybook_candidates_get_property (GObject    *object,
                                 guint       id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_MODEL:
      g_value_set_object (value,
                          gtk_slice_list_model_get_model (DAYBOOK_CANDIDATES (object)->shown));
      break;
    case PROP_WANTED:
      g_value_set_boolean (value, DAYBOOK_CANDIDATES (object)->wanted);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
daybook_candidates_set_property (GObject      *object,
                                 guint         id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  DaybookCandidates *self = DAYBOOK_CANDIDATES (object);

  switch (id)
    {
    case PROP_MODEL:
      gtk_slice_list_model_set_model (self->shown, g_value_get_object (value));
      break;
    case PROP_WANTED:
      self->wanted = g_value_get_boolean (value);
      update_visible (self);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
daybook_candidates_finalize (GObject *object)
{
  DaybookCandidates *self = DAYBOOK_CANDIDATES (object);

  g_signal_handlers_disconnect_by_data (self->shown, self);
  g_clear_object (&self->shown);

  G_OBJECT_CLASS (daybook_candidates_parent_class)->finalize (object);
}

static void
daybook_candidates_class_init (DaybookCandidatesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = daybook_candidates_finalize;
  object_class->get_property = daybook_candidates_get_property;
  object_class->set_property = daybook_candidates_set_property;

  properties[PROP_MODEL] =
    g_param_spec_object ("model", NULL, NULL, G_TYPE_LIST_MODEL,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_WANTED] =
    g_param_spec_boolean ("wanted", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  signals[PICKED] = g_signal_new ("picked", DAYBOOK_TYPE_CANDIDATES, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_OBJECT);
}

static void
daybook_candidates_init (DaybookCandidates *self)
{
  self->shown = gtk_slice_list_model_new (NULL, 0, MAX_SHOWN);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (self->shown), new_candidate_row, NULL, NULL);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->list));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);

  g_signal_connect (self->list, "map", G_CALLBACK (list_mapped_cb), NULL);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);
  g_signal_connect_swapped (self->shown, "items-changed", G_CALLBACK (update_visible), self);
}
