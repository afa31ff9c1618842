/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DaybookAccountNumber:
 * @digits: eight digits of sequence and two check digits, or empty for none
 */
typedef struct
{
  char digits[11];
} DaybookAccountNumber;

#define DAYBOOK_ACCOUNT_SEQUENCE_MAX 99999999u

/* "0001 2345 97" with no-break spaces, and its terminating zero. */
#define DAYBOOK_ACCOUNT_NUMBER_LENGTH 15

gboolean daybook_account_number_new         (guint64                     sequence,
                                             DaybookAccountNumber       *number);
gboolean daybook_account_number_parse       (const char                 *text,
                                             DaybookAccountNumber       *number);
guint32  daybook_account_number_get_sequence (const DaybookAccountNumber *number);
void     daybook_account_number_format      (const DaybookAccountNumber *number,
                                             char text[DAYBOOK_ACCOUNT_NUMBER_LENGTH]);
gboolean daybook_account_number_looks_like  (const char                 *text);
gboolean daybook_account_number_equal       (const DaybookAccountNumber *a,
                                             const DaybookAccountNumber *b);

static inline gboolean
daybook_account_number_is_set (const DaybookAccountNumber *number)
{
  return number->digits[0] != '\0';
}

G_END_DECLS
