/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

AdwToast *daybook_toast_new        (const char *sentence);

void      daybook_announce         (GtkLabel   *place,
                                    AdwToast   *toast,
                                    const char *sentence);
void      daybook_announce_nothing (GtkLabel   *place);

G_END_DECLS
