/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Money: whole numbers of minor units in a currency, and nothing else.
 *
 * No binary floating point, no rounding, no conversion: what cannot be represented is refused
 * (rules 10 and 12). The neutral notation here (`-12.50`: ASCII digits, a full stop, no grouping)
 * is for programs; what people type and read is made in presentation. */

#include "money.h"

#include <stdlib.h>
#include <string.h>

#include "refusal.h"

/* ISO 4217, List One of 2024: currencies in use, without funds, metals and test codes. */
static const char *const codes[] = {
  "AED", "AFN", "ALL", "AMD", "ANG", "AOA", "ARS", "AUD", "AWG", "AZN", "BAM", "BBD", "BDT", "BGN",
  "BHD", "BIF", "BMD", "BND", "BOB", "BRL", "BSD", "BTN", "BWP", "BYN", "BZD", "CAD", "CDF", "CHF",
  "CLP", "CNY", "COP", "CRC", "CUP", "CVE", "CZK", "DJF", "DKK", "DOP", "DZD", "EGP", "ERN", "ETB",
  "EUR", "FJD", "FKP", "GBP", "GEL", "GHS", "GIP", "GMD", "GNF", "GTQ", "GYD", "HKD", "HNL", "HTG",
  "HUF", "IDR", "ILS", "INR", "IQD", "IRR", "ISK", "JMD", "JOD", "JPY", "KES", "KGS", "KHR", "KMF",
  "KPW", "KRW", "KWD", "KYD", "KZT", "LAK", "LBP", "LKR", "LRD", "LSL", "LYD", "MAD", "MDL", "MGA",
  "MKD", "MMK", "MNT", "MOP", "MRU", "MUR", "MVR", "MWK", "MXN", "MYR", "MZN", "NAD", "NGN", "NIO",
  "NOK", "NPR", "NZD", "OMR", "PAB", "PEN", "PGK", "PHP", "PKR", "PLN", "PYG", "QAR", "RON", "RSD",
  "RUB", "RWF", "SAR", "SBD", "SCR", "SDG", "SEK", "SGD", "SHP", "SLE", "SOS", "SRD", "SSP", "STN",
  "SVC", "SYP", "SZL", "THB", "TJS", "TMT", "TND", "TOP", "TRY", "TTD", "TWD", "TZS", "UAH", "UGX",
  "USD", "UYU", "UZS", "VED", "VES", "VND", "VUV", "WST", "XAF", "XCD", "XOF", "XPF", "YER", "ZAR",
  "ZMW", "ZWG", NULL
};

/* Minor units by ISO 4217, where they are not 2. */
static const char *const without_decimals[] = { "BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF",
                                                "KRW", "PYG", "RWF", "UGX", "VND", "VUV", "XAF",
                                                "XOF", "XPF", NULL };
static const char *const three_decimals[] = { "BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND",
                                              NULL };

static int
compare_codes (const void *key,
               const void *element)
{
  return strcmp (key, *(const char *const *) element);
}

/**
 * daybook_currency_codes:
 *
 * Returns: (transfer none): every code this program knows, sorted, %NULL at the end.
 */
const char *const *
daybook_currency_codes (void)
{
  return codes;
}

/**
 * daybook_currency_parse:
 * @text: an ISO 4217 code, in either case
 * @currency: (out): untouched on failure
 *
 * Returns: whether there is such a currency.
 */
gboolean
daybook_currency_parse (const char      *text,
                        DaybookCurrency *currency)
{
  char code[4] = "";

  g_return_val_if_fail (text != NULL && currency != NULL, FALSE);

  if (strlen (text) != 3)
    return FALSE;

  for (guint i = 0; i < 3; i++)
    code[i] = g_ascii_toupper (text[i]);

  if (bsearch (code, codes, G_N_ELEMENTS (codes) - 1, sizeof codes[0], compare_codes) == NULL)
    return FALSE;

  memcpy (currency->code, code, sizeof code);
  return TRUE;
}

/**
 * daybook_currency_decimals:
 *
 * Returns: how many decimals the currency's minor unit has: 0, 2 or 3 (ISO 4217).
 */
guint
daybook_currency_decimals (DaybookCurrency currency)
{
  if (g_strv_contains (without_decimals, currency.code))
    return 0;
  if (g_strv_contains (three_decimals, currency.code))
    return 3;
  return 2;
}

/**
 * daybook_currency_equal:
 *
 * Returns: whether both are the same currency.
 */
gboolean
daybook_currency_equal (DaybookCurrency a,
                        DaybookCurrency b)
{
  return memcmp (a.code, b.code, sizeof a.code) == 0;
}

/**
 * daybook_decimal_parse:
 * @text: neutral notation: an optional minus, ASCII digits, optionally a full stop and more digits
 * @decimal: (out): untouched on failure
 *
 * Returns: whether @text is a number that fits 64 bits; else a refusal in @error.
 */
gboolean
daybook_decimal_parse (const char      *text,
                       DaybookDecimal  *decimal,
                       GError         **error)
{
  const char *p = text;
  gboolean negative;
  gboolean overflow = FALSE;
  gint64 mantissa = 0;
  guint digits = 0;
  guint decimals = 0;
  gboolean behind_mark = FALSE;

  g_return_val_if_fail (text != NULL && decimal != NULL, FALSE);

  negative = *p == '-';
  if (negative)
    p++;

  for (; *p != '\0'; p++)
    {
      if (*p == '.' && !behind_mark && digits > 0)
        {
          behind_mark = TRUE;
          continue;
        }
      if (!g_ascii_isdigit (*p))
        return daybook_refuse (error, DAYBOOK_REFUSAL_AMOUNT_NOT_A_NUMBER, .text = text);

      digits++;
      decimals += behind_mark;
      overflow |= __builtin_mul_overflow (mantissa, 10, &mantissa) ||
                  __builtin_add_overflow (mantissa, (negative ? '0' - *p : *p - '0'), &mantissa);
    }

  if (digits == 0 || (behind_mark && decimals == 0))
    return daybook_refuse (error, DAYBOOK_REFUSAL_AMOUNT_NOT_A_NUMBER, .text = text);
  if (overflow || decimals > 18)
    return daybook_refuse (error, DAYBOOK_REFUSAL_AMOUNT_TOO_LARGE, .text = text);

  decimal->mantissa = mantissa;
  decimal->decimals = decimals;
  decimal->given = TRUE;
  return TRUE;
}

/**
 * daybook_decimal_add:
 * @sum: (out): with as many decimals as the one that has more; untouched on failure
 *
 * Returns: whether 64 bits hold the sum, exactly.
 */
gboolean
daybook_decimal_add (DaybookDecimal  a,
                     DaybookDecimal  b,
                     DaybookDecimal *sum)
{
  guint8 decimals = MAX (a.decimals, b.decimals);

  for (; a.decimals < decimals; a.decimals++)
    if (__builtin_mul_overflow (a.mantissa, 10, &a.mantissa))
      return FALSE;
  for (; b.decimals < decimals; b.decimals++)
    if (__builtin_mul_overflow (b.mantissa, 10, &b.mantissa))
      return FALSE;
  if (__builtin_add_overflow (a.mantissa, b.mantissa, &a.mantissa))
    return FALSE;

  *sum = (DaybookDecimal) { a.mantissa, decimals, TRUE };
  return TRUE;
}

/**
 * daybook_decimal_is_given:
 *
 * Returns: whether @decimal is an amount, if only zero, and not what nobody filled in.
 */
gboolean
daybook_decimal_is_given (DaybookDecimal decimal)
{
  return decimal.given || decimal.mantissa != 0 || decimal.decimals != 0;
}

/**
 * daybook_decimal_to_minor:
 * @minor: (out): minor units of @currency; untouched on failure
 *
 * More decimals than the currency has are refused, not rounded (rule 10), even if they are zeros.
 *
 * Returns: whether it is a whole number of minor units that fits 64 bits (rule 12).
 */
gboolean
daybook_decimal_to_minor (DaybookDecimal    decimal,
                          DaybookCurrency   currency,
                          gint64           *minor,
                          GError          **error)
{
  guint wanted = daybook_currency_decimals (currency);
  gint64 value = decimal.mantissa;

  if (decimal.decimals > wanted)
    return daybook_refuse (error, DAYBOOK_REFUSAL_AMOUNT_TOO_PRECISE,
                           .field = "amount", .currency = currency, .number = wanted);

  for (guint i = decimal.decimals; i < wanted; i++)
    if (__builtin_mul_overflow (value, 10, &value))
      return daybook_refuse (error, DAYBOOK_REFUSAL_AMOUNT_TOO_LARGE,
                             .field = "amount", .currency = currency);

  *minor = value;
  return TRUE;
}

/**
 * daybook_decimal_format:
 * @text: (out): receives the neutral notation
 */
void
daybook_decimal_format (DaybookDecimal decimal,
                        char           text[DAYBOOK_DECIMAL_LENGTH])
{
  char digits[DAYBOOK_DECIMAL_LENGTH];
  guint64 left = decimal.mantissa < 0 ? -(guint64) decimal.mantissa : (guint64) decimal.mantissa;
  guint n = 0;
  char *p = text;

  for (; left > 0 || n <= decimal.decimals; left /= 10)
    digits[n++] = '0' + left % 10;

  if (decimal.mantissa < 0)
    *p++ = '-';
  while (n > 0)
    {
      if (n == decimal.decimals)
        *p++ = '.';
      *p++ = digits[--n];
    }
  *p = '\0';
}

/**
 * daybook_minor_format:
 * @minor: minor units of @currency
 * @text: (out): receives the neutral notation, with all of the currency's decimals
 */
void
daybook_minor_format (gint64          minor,
                      DaybookCurrency currency,
                      char            text[DAYBOOK_DECIMAL_LENGTH])
{
  daybook_decimal_format ((DaybookDecimal) { minor, daybook_currency_decimals (currency) }, text);
}

/**
 * daybook_minor_add:
 * @sum: (out): untouched on failure
 *
 * Returns: whether the sum fits 64 bits (rule 12).
 */
gboolean
daybook_minor_add (gint64  a,
                   gint64  b,
                   gint64 *sum)
{
  gint64 result;

  if (__builtin_add_overflow (a, b, &result))
    return FALSE;

  *sum = result;
  return TRUE;
}

/**
 * daybook_minor_add_clamped:
 *
 * For figures that are only compared or shown (what is available), where a sum beyond 64 bits
 * means no more than "as much as anybody can ask for".
 *
 * Returns: the sum, or the nearest number that 64 bits hold.
 */
gint64
daybook_minor_add_clamped (gint64 a,
                           gint64 b)
{
  gint64 sum;

  if (daybook_minor_add (a, b, &sum))
    return sum;

  return b > 0 ? G_MAXINT64 : G_MININT64;
}
