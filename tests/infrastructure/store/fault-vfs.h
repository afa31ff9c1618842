/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

void     fault_vfs_register (void);
void     fault_vfs_arm      (int nth,
                             int code);
gboolean fault_vfs_disarm   (void);

G_END_DECLS
