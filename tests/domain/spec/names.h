/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ports/event-store.h"
#include "ports/read-model.h"

G_BEGIN_DECLS

#define SPEC_TYPE_NAMES (spec_names_get_type ())
G_DECLARE_FINAL_TYPE (SpecNames, spec_names, SPEC, NAMES, GObject)

DaybookReadModel *spec_names_new (DaybookEventStore *store);

G_END_DECLS
