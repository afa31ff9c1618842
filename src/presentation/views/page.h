/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "viewmodels.h"

G_BEGIN_DECLS

/**
 * DaybookPage:
 *
 * What the pages of an open book have in common.
 *
 * Properties:
 *
 * - `book` (DaybookBookViewModel)
 * - `folded` (boolean): whether the page has the window to itself, the sidebar being folded away
 */
#define DAYBOOK_TYPE_PAGE (daybook_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (DaybookPage, daybook_page, DAYBOOK, PAGE, AdwBin)

struct _DaybookPageClass
{
  AdwBinClass parent_class;
};

DaybookBookViewModel *daybook_page_get_book    (DaybookPage    *self);
void                  daybook_page_bind_common (GtkWidgetClass *klass,
                                                const char     *resource);

G_END_DECLS
