/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "viewmodels.h"

G_BEGIN_DECLS

void daybook_recent_menu_follow (GMenu      *section,
                                 GListModel *recent,
                                 const char *path);

G_END_DECLS
