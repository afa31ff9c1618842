/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A book that was opened before, as its file's name tells it: to say more, one had to open it. */

#include "recent-book.h"

#include <string.h>

#include "property.h"

/* What the document portal, from 1.19 on, tells of its files. */
#define ORIGIN "xattr::document-portal.host-path"

enum
{
  PROP_NAME = 1,
  PROP_FOLDER,
  PROP_PATH,
  N_PROPS
};

struct _DaybookRecentBook
{
  GObject parent_instance;

  char *texts[N_PROPS];
};

G_DEFINE_FINAL_TYPE (DaybookRecentBook, daybook_recent_book, G_TYPE_OBJECT)

static GParamSpec *properties[N_PROPS];

static void
daybook_recent_book_get_property (GObject    *object,
                                  guint       id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  DaybookRecentBook *self = DAYBOOK_RECENT_BOOK (object);

  g_assert (id < N_PROPS);
  g_value_set_string (value, self->texts[id] != NULL ? self->texts[id] : "");
}

static void
daybook_recent_book_finalize (GObject *object)
{
  DaybookRecentBook *self = DAYBOOK_RECENT_BOOK (object);

  for (guint i = 0; i < N_PROPS; i++)
    g_clear_pointer (&self->texts[i], g_free);

  G_OBJECT_CLASS (daybook_recent_book_parent_class)->finalize (object);
}

static void
daybook_recent_book_class_init (DaybookRecentBookClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = daybook_recent_book_get_property;
  object_class->finalize = daybook_recent_book_finalize;

  properties[PROP_NAME] = DAYBOOK_TEXT_PROPERTY ("name", DAYBOOK_READABLE);
  properties[PROP_FOLDER] = DAYBOOK_TEXT_PROPERTY ("folder", DAYBOOK_READABLE);
  properties[PROP_PATH] = DAYBOOK_TEXT_PROPERTY ("path", DAYBOOK_READABLE);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
daybook_recent_book_init (DaybookRecentBook *self)
{
}

/**
 * daybook_recent_book_find_origin:
 * @path: of a book file
 *
 * Returns: (transfer full) (nullable): where the file is outside, if this is a sandbox that sees it
 *   through the document portal, and the portal says so.
 */
char *
daybook_recent_book_find_origin (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInfo) info =
    g_file_query_info (file, ORIGIN, G_FILE_QUERY_INFO_NONE, NULL, NULL);
  const char *origin = info != NULL ? g_file_info_get_attribute_string (info, ORIGIN) : NULL;

  return origin != NULL && *origin != '\0' ? g_strcompress (origin) : NULL;
}

static char *
dup_shown_folder (const char *path)
{
  g_autofree char *origin = daybook_recent_book_find_origin (path);
  g_autofree char *folder = g_path_get_dirname (origin != NULL ? origin : path);
  g_autofree char *shown = NULL;
  const char *home = g_get_home_dir ();
  gsize length = strlen (home);

  if (g_str_has_prefix (folder, home) && (folder[length] == '/' || folder[length] == '\0'))
    shown = g_strconcat ("~", folder + length, NULL);

  return g_filename_display_name (shown != NULL ? shown : folder);
}

/**
 * daybook_recent_book_new:
 * @path: of a book file
 *
 * Returns: (transfer full): what to call it.
 */
DaybookRecentBook *
daybook_recent_book_new (const char *path)
{
  DaybookRecentBook *self = g_object_new (DAYBOOK_TYPE_RECENT_BOOK, NULL);
  g_autofree char *name = g_filename_display_basename (path);

  if (g_str_has_suffix (name, ".daybook"))
    name[strlen (name) - strlen (".daybook")] = '\0';

  self->texts[PROP_NAME] = g_steal_pointer (&name);
  self->texts[PROP_FOLDER] = dup_shown_folder (path);
  self->texts[PROP_PATH] = g_strdup (path);

  return self;
}

/**
 * daybook_recent_book_get_path:
 *
 * Returns: (transfer none): of the file.
 */
const char *
daybook_recent_book_get_path (DaybookRecentBook *self)
{
  return self->texts[PROP_PATH];
}
