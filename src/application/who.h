/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ports/read-model.h"

G_BEGIN_DECLS

DaybookAccountFigures *daybook_who_find_account     (DaybookReadModel *read_model,
                                                     const char       *who,
                                                     GError          **error);
DaybookPersonDetails  *daybook_who_find_person      (DaybookReadModel *read_model,
                                                     const char       *username,
                                                     GError          **error);
GArray                *daybook_who_suggest_accounts (DaybookReadModel *read_model,
                                                     const char       *who,
                                                     GError          **error);
GArray                *daybook_who_suggest_people   (DaybookReadModel *read_model,
                                                     const char       *who,
                                                     GError          **error);
gboolean               daybook_who_has_reference    (DaybookReadModel *read_model,
                                                     const char       *reference,
                                                     gboolean         *found,
                                                     GError          **error);

G_END_DECLS
