/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DaybookImportError:
 * @DAYBOOK_IMPORT_ERROR_PROFILE: the profile is not one, or not a consistent one
 * @DAYBOOK_IMPORT_ERROR_HEADER: a file's columns fit nothing that the profile describes
 * @DAYBOOK_IMPORT_ERROR_NOT_TEXT: bytes that are not UTF-8
 * @DAYBOOK_IMPORT_ERROR_QUOTES: a quoted field does not end, or goes on after its end
 * @DAYBOOK_IMPORT_ERROR_FIELDS: a row with more or fewer fields than the header
 * @DAYBOOK_IMPORT_ERROR_TOO_LONG: a row that cannot be one
 * @DAYBOOK_IMPORT_ERROR_DIRECTION: a row that says neither money in nor money out
 * @DAYBOOK_IMPORT_ERROR_NO_MATCH: a value that is not in the table it is looked up in
 * @DAYBOOK_IMPORT_ERROR_KEY: a row without the columns by which it is known
 * @DAYBOOK_IMPORT_ERROR_NOT_A_SHEET: a file that contains no text at all
 * @DAYBOOK_IMPORT_ERROR_NOBODY: a text that means no account and nobody
 * @DAYBOOK_IMPORT_ERROR_NAMESAKES: a name that several people have
 * @DAYBOOK_IMPORT_ERROR_BOTH_WAYS: a row that says both money in and money out
 * @DAYBOOK_IMPORT_ERROR_CURRENCY: an amount in another currency than the account's
 *
 * What can be wrong with a data file or a row of it, before there is a command. What is wrong with
 * the command is a #DaybookRefusal.
 */
typedef enum
{
  DAYBOOK_IMPORT_ERROR_PROFILE,
  DAYBOOK_IMPORT_ERROR_HEADER,
  DAYBOOK_IMPORT_ERROR_NOT_TEXT,
  DAYBOOK_IMPORT_ERROR_QUOTES,
  DAYBOOK_IMPORT_ERROR_FIELDS,
  DAYBOOK_IMPORT_ERROR_TOO_LONG,
  DAYBOOK_IMPORT_ERROR_DIRECTION,
  DAYBOOK_IMPORT_ERROR_NO_MATCH,
  DAYBOOK_IMPORT_ERROR_KEY,
  DAYBOOK_IMPORT_ERROR_NOT_A_SHEET,
  DAYBOOK_IMPORT_ERROR_NOBODY,
  DAYBOOK_IMPORT_ERROR_NAMESAKES,
  DAYBOOK_IMPORT_ERROR_BOTH_WAYS,
  DAYBOOK_IMPORT_ERROR_CURRENCY,
  DAYBOOK_N_IMPORT_ERRORS
} DaybookImportError;

/**
 * DaybookImportFigures:
 * @text: (nullable): what stands there
 * @table: (nullable): in what it was looked up
 * @expected: how many there should be
 * @found: how many there are
 *
 * What a person needs in order to mend the file.
 */
typedef struct
{
  const char *text;
  const char *table;
  guint expected;
  guint found;
} DaybookImportFigures;

#define DAYBOOK_IMPORT_ERROR (daybook_import_error_quark ())
GQuark daybook_import_error_quark (void);

gboolean                    daybook_import_fail_with     (GError                      **error,
                                                          DaybookImportError            code,
                                                          const DaybookImportFigures   *figures);
const DaybookImportFigures *daybook_import_error_figures (const GError                 *error);

/**
 * daybook_import_fail:
 * @...: the figures, as designated initialisers of #DaybookImportFigures
 *
 * Returns: %FALSE, always.
 */
#define daybook_import_fail(error, code, ...) \
  daybook_import_fail_with ((error), (code), &(DaybookImportFigures) { __VA_ARGS__ })

G_END_DECLS
