/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ports/read-model.h"

G_BEGIN_DECLS

#define DAYBOOK_TYPE_SQLITE_READ_MODEL (daybook_sqlite_read_model_get_type ())
G_DECLARE_FINAL_TYPE (DaybookSqliteReadModel, daybook_sqlite_read_model, DAYBOOK,
                      SQLITE_READ_MODEL, GObject)

DaybookReadModel *daybook_sqlite_read_model_new (const char         *path,
                                                 DaybookEventStore  *store,
                                                 GError            **error);

G_END_DECLS
