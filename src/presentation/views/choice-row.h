/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "viewmodels.h"

G_BEGIN_DECLS

/**
 * DaybookChoiceRow:
 *
 * A field of a form to choose for.
 *
 * Properties:
 *
 * - `form` (DaybookFormViewModel)
 * - `field` (text): the form's property that is chosen, a place in the row's model
 * - `choices` (text): the form's property that is the row's model, if it has none yet
 */
#define DAYBOOK_TYPE_CHOICE_ROW (daybook_choice_row_get_type ())
G_DECLARE_FINAL_TYPE (DaybookChoiceRow, daybook_choice_row, DAYBOOK, CHOICE_ROW, AdwComboRow)

G_END_DECLS
