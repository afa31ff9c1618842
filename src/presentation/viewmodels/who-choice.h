/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "book-view-model.h"

G_BEGIN_DECLS

typedef struct _DaybookWhoChoice DaybookWhoChoice;

DaybookWhoChoice            *daybook_who_choice_new            (DaybookBookViewModel *book);
void                         daybook_who_choice_free           (DaybookWhoChoice     *self);
gboolean                     daybook_who_choice_look_up        (DaybookWhoChoice     *self,
                                                                const char           *who,
                                                                guint32               other,
                                                                gboolean              again);
const DaybookAccountFigures *daybook_who_choice_get_figures    (DaybookWhoChoice     *self);
char                        *daybook_who_choice_dup_title      (DaybookWhoChoice     *self);
const GError                *daybook_who_choice_get_problem    (DaybookWhoChoice     *self);
GListModel                  *daybook_who_choice_get_candidates (DaybookWhoChoice     *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookWhoChoice, daybook_who_choice_free)

G_END_DECLS
