/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "ports/event-store.h"
#include "record.h"

G_BEGIN_DECLS

/**
 * DaybookImportItem:
 * @file: name of the file it stands in
 * @line: where it begins there; 1 is the file's first line
 * @key: makes the command idempotent: the same row always has the same
 * @command: (nullable): what the row asks for
 * @fallback: (nullable): (element-type DaybookCommand): what to do first if the account that
 *   @command concerns is not there
 * @problem: (nullable): why the row asks for nothing that could be understood
 * @known_by_content: whether @key is made of all that the row says: whatever was recorded under it
 *   is this row, however it was understood then
 * @newcomer: (nullable): the name of who gets an account by @fallback
 *
 * One row of a data file. Lent to a #DaybookImportFunc for the length of the call.
 */
typedef struct
{
  const char *file;
  guint64 line;
  const char *key;
  const DaybookCommand *command;
  const GPtrArray *fallback;
  const GError *problem;
  gboolean known_by_content;
  const char *newcomer;
} DaybookImportItem;

/**
 * DaybookImportFunc:
 *
 * Returns: whether to go on; to stop because something is wrong, set @error.
 */
typedef gboolean (*DaybookImportFunc) (const DaybookImportItem  *item,
                                       gpointer                  user_data,
                                       GError                  **error);

#define DAYBOOK_TYPE_IMPORT_SOURCE (daybook_import_source_get_type ())
G_DECLARE_INTERFACE (DaybookImportSource, daybook_import_source, DAYBOOK, IMPORT_SOURCE, GObject)

struct _DaybookImportSourceInterface
{
  GTypeInterface parent;

  gboolean (*read) (DaybookImportSource  *self,
                    DaybookImportFunc     func,
                    gpointer              user_data,
                    DaybookProgressFunc   progress,
                    gpointer              progress_data,
                    GCancellable         *cancellable,
                    GError              **error);
};

gboolean daybook_import_source_read (DaybookImportSource  *self,
                                     DaybookImportFunc     func,
                                     gpointer              user_data,
                                     DaybookProgressFunc   progress,
                                     gpointer              progress_data,
                                     GCancellable         *cancellable,
                                     GError              **error);

/**
 * DaybookImportOpenFunc:
 * @profile: path of the file that says how the data files are to be read
 * @files: paths of the data files, %NULL at the end
 * @culprit: (out) (optional) (transfer full): path of the file that is wrong, on error
 *
 * Whoever wires the program up says how such files are read.
 *
 * Returns: (transfer full): their rows; %NULL on error.
 */
typedef DaybookImportSource *(*DaybookImportOpenFunc) (const char         *profile,
                                                       const char *const  *files,
                                                       char              **culprit,
                                                       GError            **error);

G_END_DECLS
