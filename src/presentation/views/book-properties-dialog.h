/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "viewmodels.h"

G_BEGIN_DECLS

/**
 * DaybookBookPropertiesDialog:
 *
 * What there is to know of a book as a whole.
 */
#define DAYBOOK_TYPE_BOOK_PROPERTIES_DIALOG (daybook_book_properties_dialog_get_type ())
G_DECLARE_FINAL_TYPE (DaybookBookPropertiesDialog, daybook_book_properties_dialog, DAYBOOK,
                      BOOK_PROPERTIES_DIALOG, AdwWindow)

GtkWidget *daybook_book_properties_dialog_new (DaybookBookPropertiesViewModel *book);

G_END_DECLS
