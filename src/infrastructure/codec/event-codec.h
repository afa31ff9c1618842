/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "catalogue.h"

G_BEGIN_DECLS

void          daybook_event_encode    (const DaybookEvent      *event,
                                       GString                 *json);
DaybookEvent *daybook_event_decode    (const char              *type,
                                       guint                    version,
                                       const char              *json,
                                       gsize                    length,
                                       GError                 **error);
DaybookEvent *daybook_event_decode_in (const DaybookCatalogue  *catalogue,
                                       const char              *type,
                                       guint                    version,
                                       const char              *json,
                                       gsize                    length,
                                       GError                 **error);
gboolean      daybook_event_is_known  (const char              *type,
                                       guint                    version);

G_END_DECLS
