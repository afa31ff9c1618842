/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DaybookTable:
 *
 * Columns of text, printed once it is known how wide they are.
 */
typedef struct _DaybookTable DaybookTable;

DaybookTable *daybook_table_new   (const char   *alignment,
                                   ...) G_GNUC_NULL_TERMINATED;
void          daybook_table_add   (DaybookTable *self,
                                   char         *cell);
void          daybook_table_print (DaybookTable *self);
void          daybook_table_free  (DaybookTable *self);
guint         daybook_table_width (const char   *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookTable, daybook_table_free)

G_END_DECLS
