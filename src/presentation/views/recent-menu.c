/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "recent-menu.h"

#include <glib/gi18n.h>
#include <string.h>

/* What a section of a menu is to show. */
typedef struct
{
  GMenu *section;
  GListModel *recent;
  char *path;
  guint n_fixed;
} Follower;

static void
follower_free (gpointer data)
{
  Follower *self = data;

  g_signal_handlers_disconnect_by_data (self->recent, self);
  g_object_unref (self->recent);
  g_free (self->path);
  g_free (self);
}

/* An underscore would be a mnemonic. */
static char *
label_of (DaybookRecentBook *book)
{
  g_autofree char *name = NULL;
  g_auto (GStrv) parts = NULL;

  g_object_get (book, "name", &name, NULL);
  parts = g_strsplit (name, "_", -1);

  return g_strjoinv ("__", parts);
}

/* All but the book that is open here; no menu without an item. */
static void
recent_changed_cb (Follower *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();

  for (guint i = 0; i < g_list_model_get_n_items (self->recent); i++)
    {
      g_autoptr (DaybookRecentBook) book = g_list_model_get_item (self->recent, i);
      const char *path = daybook_recent_book_get_path (book);
      g_autofree char *label = label_of (book);
      g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

      if (strcmp (path, self->path) == 0)
        continue;

      g_menu_item_set_action_and_target_value (item, "app.open-path",
                                               g_variant_new_bytestring (path));
      g_menu_append_item (menu, item);
    }

  while ((guint) g_menu_model_get_n_items (G_MENU_MODEL (self->section)) > self->n_fixed)
    g_menu_remove (self->section, (int) self->n_fixed);
  if (g_menu_model_get_n_items (G_MENU_MODEL (menu)) > 0)
    /* Translators: menu item that leads to the books opened last. */
    g_menu_append_submenu (self->section, _("_Recent"), G_MENU_MODEL (menu));
}

/**
 * daybook_recent_menu_follow:
 * @recent: (element-type DaybookRecentBook):
 * @path: of the book that is open here
 *
 * Lets @section end with a menu of the other books opened last.
 */
void
daybook_recent_menu_follow (GMenu      *section,
                            GListModel *recent,
                            const char *path)
{
  Follower *self = g_new0 (Follower, 1);

  self->section = section;
  self->recent = g_object_ref (recent);
  self->path = g_canonicalize_filename (path, NULL);
  self->n_fixed = g_menu_model_get_n_items (G_MENU_MODEL (section));
  g_object_set_data_full (G_OBJECT (section), "daybook-recent", self, follower_free);
  g_signal_connect_swapped (recent, "items-changed", G_CALLBACK (recent_changed_cb), self);
  recent_changed_cb (self);
}
