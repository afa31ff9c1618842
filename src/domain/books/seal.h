/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Four groups of four characters, the hyphens between them, the terminating zero. */
#define DAYBOOK_SEAL_LENGTH 20

void     daybook_seal_make  (const guint8 *hash,
                             char          seal[DAYBOOK_SEAL_LENGTH]);
gboolean daybook_seal_parse (const char   *text,
                             char          seal[DAYBOOK_SEAL_LENGTH]);

G_END_DECLS
