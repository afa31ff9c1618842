/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "welcome-page.h"

#include "closures.h"
#include "names.h"

struct _DaybookWelcomePage
{
  AdwBin parent_instance;

  DaybookShelfViewModel *shelf;

  GtkListBox *recent;
  GtkWidget *new_book;
};

G_DEFINE_FINAL_TYPE (DaybookWelcomePage, daybook_welcome_page, ADW_TYPE_BIN)

enum
{
  PROP_SHELF = 1,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

static GtkWidget *
new_recent_row (gpointer item,
                gpointer user_data)
{
  g_autofree char *name = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *path = NULL;
  GtkWidget *row;

  g_object_get (item, "name", &name, "folder", &folder, "path", &path, NULL);
  row = g_object_new (ADW_TYPE_ACTION_ROW,
                      "use-markup", FALSE,
                      "title", name,
                      "subtitle", folder,
                      "activatable", TRUE,
                      "action-name", "app.open-path",
                      NULL);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "^ay", path);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), daybook_new_arrow ());

  return row;
}

static void
set_shelf (DaybookWelcomePage    *self,
           DaybookShelfViewModel *shelf)
{
  g_autoptr (GListModel) recent = NULL;

  if (!g_set_object (&self->shelf, shelf))
    return;

  if (shelf != NULL)
    g_object_get (shelf, "recent", &recent, NULL);
  gtk_list_box_bind_model (self->recent, recent, new_recent_row, NULL, NULL);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHELF]);
}

static void
sample_clicked_cb (DaybookWelcomePage *self)
{
  daybook_shelf_view_model_sample (self->shelf, FALSE);
}

static void
daybook_welcome_page_get_property (GObject    *object,
                                   guint       id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_SHELF:
      g_value_set_object (value, DAYBOOK_WELCOME_PAGE (object)->shelf);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
daybook_welcome_page_set_property (GObject      *object,
                                   guint         id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  switch (id)
    {
    case PROP_SHELF:
      set_shelf (DAYBOOK_WELCOME_PAGE (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

/* A window that has just been opened begins with what can be done, not with the menu above it. */
static void
daybook_welcome_page_map (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  GTK_WIDGET_CLASS (daybook_welcome_page_parent_class)->map (widget);

  if (gtk_root_get_focus (root) == NULL)
    gtk_widget_grab_focus (DAYBOOK_WELCOME_PAGE (widget)->new_book);
}

static void
daybook_welcome_page_dispose (GObject *object)
{
  g_clear_object (&DAYBOOK_WELCOME_PAGE (object)->shelf);

  G_OBJECT_CLASS (daybook_welcome_page_parent_class)->dispose (object);
}

static void
daybook_welcome_page_class_init (DaybookWelcomePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = daybook_welcome_page_dispose;
  object_class->get_property = daybook_welcome_page_get_property;
  object_class->set_property = daybook_welcome_page_set_property;
  widget_class->map = daybook_welcome_page_map;

  properties[PROP_SHELF] =
    g_param_spec_object ("shelf", NULL, NULL, DAYBOOK_TYPE_SHELF_VIEW_MODEL,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/daybook/Daybook/ui/welcome-page.ui");
  gtk_widget_class_bind_template_child (widget_class, DaybookWelcomePage, recent);
  gtk_widget_class_bind_template_child (widget_class, DaybookWelcomePage, new_book);
  gtk_widget_class_bind_template_callback (widget_class, sample_clicked_cb);
  daybook_closures_bind (widget_class);
}

static void
daybook_welcome_page_init (DaybookWelcomePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
