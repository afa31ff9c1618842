/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

GtkWindow *daybook_preferences_new   (GSettings *settings);
void       daybook_preferences_apply (GSettings *settings);

G_END_DECLS
