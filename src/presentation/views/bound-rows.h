/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void daybook_bound_rows_attach (AdwExpanderRow             *expander,
                                GListModel                 *model,
                                GtkListBoxCreateWidgetFunc  create,
                                gpointer                    user_data);

G_END_DECLS
