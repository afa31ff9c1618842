/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "sqlite/sql.h"

G_BEGIN_DECLS

/* What stands between several names that are sorted as one: less than any letter. */
#define DAYBOOK_COLLATION_SEPARATOR "\uFFFE"

/**
 * DaybookCollation:
 *
 * How a language sorts words.
 */
typedef struct _DaybookCollation DaybookCollation;

void              daybook_collation_use        (const char        *locale);
DaybookCollation *daybook_collation_new        (void);
DaybookCollation *daybook_collation_new_of     (sqlite3           *db,
                                                GError           **error);
void              daybook_collation_free       (DaybookCollation  *self);
gboolean          daybook_collation_remember   (DaybookCollation  *self,
                                                sqlite3           *db,
                                                GError           **error);
gboolean          daybook_collation_is_that_of (sqlite3           *db);
void              daybook_collation_bind       (DaybookCollation  *self,
                                                sqlite3_stmt      *stmt,
                                                int                parameter,
                                                const char        *text);

extern const char daybook_collation_schema[];

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookCollation, daybook_collation_free)

G_END_DECLS
