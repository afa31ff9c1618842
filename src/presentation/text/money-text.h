/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "money.h"

G_BEGIN_DECLS

char     *daybook_money_text        (gint64            minor,
                                     DaybookCurrency   currency);
char     *daybook_money_text_plain  (gint64            minor,
                                     DaybookCurrency   currency);
char     *daybook_money_text_code   (gint64            minor,
                                     DaybookCurrency   currency);
gboolean  daybook_money_text_parse  (const char       *text,
                                     DaybookDecimal   *decimal,
                                     GError          **error);
gboolean  daybook_money_text_parse_sum (const char      *text,
                                        DaybookDecimal  *decimal,
                                        GError         **error);
char      daybook_money_text_mark   (void);
char     *daybook_currency_text     (DaybookCurrency   currency);

G_END_DECLS
