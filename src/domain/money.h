/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DaybookCurrency:
 * @code: ISO 4217 alphabetic code, or empty for none
 */
typedef struct
{
  char code[4];
} DaybookCurrency;

/**
 * DaybookDecimal:
 * @mantissa: all digits, as one whole number
 * @decimals: how many of them stand behind the decimal mark
 * @given: whether it was read from a text; tells zero from nothing where an amount may be left out
 *
 * An amount as it was typed, before it is known in which currency: `12.50` is 1250 with 2 decimals.
 * Only an account knows how many decimals its money has, so only there does it become minor units.
 */
typedef struct
{
  gint64 mantissa;
  guint8 decimals;
  gboolean given;
} DaybookDecimal;

/* A sign, 19 digits, a mark, a leading zero for each decimal, the terminating zero. */
#define DAYBOOK_DECIMAL_LENGTH 48

gboolean daybook_currency_parse    (const char       *text,
                                    DaybookCurrency  *currency);
guint    daybook_currency_decimals (DaybookCurrency   currency);
gboolean daybook_currency_equal    (DaybookCurrency   a,
                                    DaybookCurrency   b);
const char *const *daybook_currency_codes (void);

gboolean daybook_decimal_parse     (const char       *text,
                                    DaybookDecimal   *decimal,
                                    GError          **error);
gboolean daybook_decimal_to_minor  (DaybookDecimal    decimal,
                                    DaybookCurrency   currency,
                                    gint64           *minor,
                                    GError          **error);
void     daybook_decimal_format    (DaybookDecimal    decimal,
                                    char              text[DAYBOOK_DECIMAL_LENGTH]);
gboolean daybook_decimal_add       (DaybookDecimal    a,
                                    DaybookDecimal    b,
                                    DaybookDecimal   *sum);
gboolean daybook_decimal_is_given  (DaybookDecimal    decimal);
void     daybook_minor_format      (gint64            minor,
                                    DaybookCurrency   currency,
                                    char              text[DAYBOOK_DECIMAL_LENGTH]);

gboolean daybook_minor_add         (gint64            a,
                                    gint64            b,
                                    gint64           *sum);
gint64   daybook_minor_add_clamped (gint64            a,
                                    gint64            b);

G_END_DECLS
