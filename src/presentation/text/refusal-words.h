/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "refusal.h"

G_BEGIN_DECLS

const char *daybook_figures_label    (const DaybookFigures *figures);
const char *daybook_figures_text     (const DaybookFigures *figures);
char       *daybook_figures_amount   (const DaybookFigures *figures,
                                      gint64                minor);
char       *daybook_figures_excess   (const DaybookFigures *figures);
char       *daybook_figures_day      (const DaybookFigures *figures);
char       *daybook_figures_number   (const DaybookFigures *figures);
char       *daybook_figures_accounts (const DaybookFigures *figures);

G_END_DECLS
