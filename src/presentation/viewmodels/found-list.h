/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "list-view-model.h"
#include "paged-model.h"

G_BEGIN_DECLS

typedef struct _DaybookFoundList DaybookFoundList;

DaybookFoundList *daybook_found_list_new       (DaybookBookViewModel *book,
                                                DaybookFoundKind      kind);
void              daybook_found_list_free      (DaybookFoundList     *self);
GListModel       *daybook_found_list_get_model (DaybookFoundList     *self);
guint             daybook_found_list_get_length (DaybookFoundList    *self);
void              daybook_found_list_take      (DaybookFoundList     *self,
                                                GArray               *keys,
                                                gboolean              all_changed);
void              daybook_found_list_refresh   (DaybookFoundList     *self,
                                                GArray               *keys);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookFoundList, daybook_found_list_free)

G_END_DECLS
