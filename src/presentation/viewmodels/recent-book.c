/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A book that was opened before, as its file's name tells it: to say more, one had to open it. */

#include "recent-book.h"

#include <string.h>

/* What the document portal, from 1.19 on, tells of its files. */
#define ORIGIN "xattr::document-portal.host-path"

struct _DaybookRecentBook
{
  DaybookRow parent_instance;

  char *name;
  char *folder;
  char *path;
};

static const DaybookRowField fields[] = {
  DAYBOOK_ROW_TEXT (DaybookRecentBook, name),
  DAYBOOK_ROW_TEXT (DaybookRecentBook, folder),
  DAYBOOK_ROW_TEXT (DaybookRecentBook, path),
};

DAYBOOK_DEFINE_ROW (DaybookRecentBook, daybook_recent_book, fields)

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

  self->name = g_steal_pointer (&name);
  self->folder = dup_shown_folder (path);
  self->path = g_strdup (path);

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
  return self->path;
}
