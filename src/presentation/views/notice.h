/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "viewmodels.h"

G_BEGIN_DECLS

void daybook_notice_watch (GtkApplicationWindow *window,
                           DaybookTaskViewModel *task);

G_END_DECLS
