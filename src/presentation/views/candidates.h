/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "viewmodels.h"

G_BEGIN_DECLS

/**
 * DaybookCandidates:
 *
 * The accounts or people whom a text could mean, to pick one. Not there if there are none, or
 * while they are not wanted.
 *
 * Properties:
 *
 * - `model` (GListModel of DaybookAccountRow or DaybookPersonRow): of which the first few are shown
 * - `wanted` (boolean): whether somebody is at the field that they are for
 *
 * Signals:
 *
 * - `picked` (GObject *row)
 */
#define DAYBOOK_TYPE_CANDIDATES (daybook_candidates_get_type ())
G_DECLARE_FINAL_TYPE (DaybookCandidates, daybook_candidates, DAYBOOK, CANDIDATES, AdwBin)

G_END_DECLS
