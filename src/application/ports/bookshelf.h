/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "import/sheet.h"
#include "open-book.h"

G_BEGIN_DECLS

#define DAYBOOK_TYPE_BOOKSHELF (daybook_bookshelf_get_type ())
G_DECLARE_INTERFACE (DaybookBookshelf, daybook_bookshelf, DAYBOOK, BOOKSHELF, GObject)

struct _DaybookBookshelfInterface
{
  GTypeInterface parent;

  DaybookOpenBook *(*open) (DaybookBookshelf     *self,
                          const char           *path,
                          DaybookProgressFunc   progress,
                          gpointer              user_data,
                          GCancellable         *cancellable,
                          GError              **error);
  DaybookOpenBook *(*open_facts) (DaybookBookshelf  *self,
                                const char        *path,
                                gboolean           read_only,
                                GError           **error);
  gboolean     (*rebuild) (DaybookBookshelf     *self,
                           const char           *path,
                           guint64              *n_entries,
                           DaybookProgressFunc   progress,
                           gpointer              user_data,
                           GCancellable         *cancellable,
                           GError              **error);
  gboolean     (*save_copy) (DaybookBookshelf     *self,
                             const char           *path,
                             const char           *target,
                             DaybookProgressFunc   progress,
                             gpointer              user_data,
                             GCancellable         *cancellable,
                             GError              **error);
  gboolean     (*create) (DaybookBookshelf     *self,
                          const char           *path,
                          const char           *name,
                          DaybookCurrency       currency,
                          GError              **error);
  gboolean     (*sample) (DaybookBookshelf     *self,
                          const char           *path,
                          guint64               n_entries,
                          DaybookProgressFunc   progress,
                          gpointer              user_data,
                          GCancellable         *cancellable,
                          GError              **error);
  DaybookSheet *(*open_sheet) (DaybookBookshelf  *self,
                               const char        *path,
                               GError           **error);
};

DaybookOpenBook *daybook_bookshelf_open (DaybookBookshelf     *self,
                                       const char           *path,
                                       DaybookProgressFunc   progress,
                                       gpointer              user_data,
                                       GCancellable         *cancellable,
                                       GError              **error);
DaybookOpenBook *daybook_bookshelf_open_facts (DaybookBookshelf  *self,
                                             const char        *path,
                                             gboolean           read_only,
                                             GError           **error);
gboolean     daybook_bookshelf_rebuild (DaybookBookshelf     *self,
                                        const char           *path,
                                        guint64              *n_entries,
                                        DaybookProgressFunc   progress,
                                        gpointer              user_data,
                                        GCancellable         *cancellable,
                                        GError              **error);
gboolean     daybook_bookshelf_save_copy (DaybookBookshelf     *self,
                                          const char           *path,
                                          const char           *target,
                                          DaybookProgressFunc   progress,
                                          gpointer              user_data,
                                          GCancellable         *cancellable,
                                          GError              **error);
gboolean     daybook_bookshelf_create (DaybookBookshelf     *self,
                                       const char           *path,
                                       const char           *name,
                                       DaybookCurrency       currency,
                                       GError              **error);
gboolean     daybook_bookshelf_sample (DaybookBookshelf     *self,
                                       const char           *path,
                                       guint64               n_entries,
                                       DaybookProgressFunc   progress,
                                       gpointer              user_data,
                                       GCancellable         *cancellable,
                                       GError              **error);
DaybookSheet *daybook_bookshelf_open_sheet (DaybookBookshelf  *self,
                                            const char        *path,
                                            GError           **error);

G_END_DECLS
