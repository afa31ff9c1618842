/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "viewmodels.h"

G_BEGIN_DECLS

/**
 * DaybookFieldRow:
 *
 * A field of a form to type in, with what is wrong with it beneath.
 *
 * Properties:
 *
 * - `form` (DaybookFormViewModel)
 * - `field` (text): the form's property that is typed; `FIELD-error` is the one shown beneath
 * - `note` (text): shown beneath as long as nothing is wrong
 * - `beside` (text): what stands beside the field, for those who do not see it
 */
#define DAYBOOK_TYPE_FIELD_ROW (daybook_field_row_get_type ())
G_DECLARE_FINAL_TYPE (DaybookFieldRow, daybook_field_row, DAYBOOK, FIELD_ROW, AdwEntryRow)

G_END_DECLS
