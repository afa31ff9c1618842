/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ports/read-model.h"

G_BEGIN_DECLS

/**
 * DaybookSheetNames:
 *
 * Whose account a sheet means, by what stands in it.
 */
typedef struct _DaybookSheetNames DaybookSheetNames;

/**
 * DaybookSheetName:
 * @to: (nullable): what a command calls the account; %NULL if there is none
 * @currency: of the account
 * @problem: (nullable): why there is none: a refusal, or %DAYBOOK_IMPORT_ERROR
 * @newcomer: (nullable): the name of who has no account yet
 * @is_known: whether the newcomer is a person of the book
 *
 * What a text in a sheet means.
 */
typedef struct
{
  char *to;
  DaybookCurrency currency;
  GError *problem;
  char *newcomer;
  gboolean is_known;
} DaybookSheetName;

DaybookSheetNames      *daybook_sheet_names_new  (DaybookReadModel   *read_model,
                                                  DaybookCurrency     home,
                                                  gboolean            opens_accounts);
void                    daybook_sheet_names_free (DaybookSheetNames  *self);
const DaybookSheetName *daybook_sheet_names_find (DaybookSheetNames  *self,
                                                  const char         *text,
                                                  GError            **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookSheetNames, daybook_sheet_names_free)

G_END_DECLS
