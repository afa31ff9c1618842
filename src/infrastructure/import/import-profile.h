/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "record.h"

G_BEGIN_DECLS

/**
 * DaybookImportKind:
 * @DAYBOOK_IMPORT_LOOKUP: rows that others refer to
 * @DAYBOOK_IMPORT_PEOPLE: each row is a person
 * @DAYBOOK_IMPORT_ACCOUNTS: each row is an account
 * @DAYBOOK_IMPORT_ENTRIES: each row is money in or out
 * @DAYBOOK_IMPORT_MISSING_HOLDER: whom to register for an account that an entry lacks
 * @DAYBOOK_IMPORT_MISSING_ACCOUNT: the account to open for an entry that lacks one
 *
 * What a section of a profile describes; in the order in which the files are read.
 */
typedef enum
{
  DAYBOOK_IMPORT_LOOKUP,
  DAYBOOK_IMPORT_PEOPLE,
  DAYBOOK_IMPORT_ACCOUNTS,
  DAYBOOK_IMPORT_ENTRIES,
  DAYBOOK_IMPORT_MISSING_HOLDER,
  DAYBOOK_IMPORT_MISSING_ACCOUNT,
} DaybookImportKind;

/**
 * DaybookTemplatePart:
 * @literal: (nullable): text that stands for itself
 * @column: (nullable): the column whose value stands here
 * @table: (nullable): the table in which that value is looked up
 * @lenient: whether a value that is not in @table stands for itself
 */
typedef struct
{
  char *literal;
  char *column;
  char *table;
  gboolean lenient;
} DaybookTemplatePart;

/**
 * DaybookTemplate:
 * @name: the key it stands under in the profile
 * @field: (nullable): the command's field that it fills
 * @parts: (element-type DaybookTemplatePart): what it is made of
 *
 * How a value is made from a row: `c{client_id}`.
 */
typedef struct
{
  char *name;
  const DaybookField *field;
  GPtrArray *parts;
} DaybookTemplate;

/**
 * DaybookImportSection:
 * @name: of a lookup's table, else of the kind
 * @columns: by what the section's files are known: their header has all of these
 * @schema: (nullable): the command that a row becomes
 * @templates: (element-type DaybookTemplate): what is made from a row
 */
typedef struct
{
  DaybookImportKind kind;
  char *name;
  char **columns;
  const DaybookSchema *schema;
  GPtrArray *templates;
} DaybookImportSection;

/**
 * DaybookImportProfile:
 * @id: part of every command's id: rows of one profile are never taken for another's
 * @delimiter: what stands between fields
 * @date: how days are written: `yymmdd`, `dd.mm.yyyy`
 * @first_year: the first of the hundred years that `yy` can mean
 * @decimal_mark: what stands before the decimals of an amount
 * @grouping: what stands between its thousands; 0 for nothing
 * @leave_out_zero: whether a row that moves no money asks for nothing
 * @sections: (element-type DaybookImportSection): what the files contain
 * @tables: (element-type utf8 GHashTable): values by what stands in the files, by names of tables
 *
 * How another program's files are to be read.
 */
typedef struct
{
  char *id;
  char delimiter;
  char *date;
  int first_year;
  char decimal_mark;
  char grouping;
  gboolean leave_out_zero;
  GPtrArray *sections;
  GHashTable *tables;
} DaybookImportProfile;

DaybookImportProfile  *daybook_import_profile_load         (const char                  *path,
                                                            GError                     **error);
DaybookImportProfile  *daybook_import_profile_parse        (GKeyFile                    *file,
                                                            GError                     **error);
void                   daybook_import_profile_free         (DaybookImportProfile        *self);
DaybookImportSection  *daybook_import_profile_get          (const DaybookImportProfile  *self,
                                                            DaybookImportKind            kind);
gboolean               daybook_import_profile_read_date    (const DaybookImportProfile  *self,
                                                            const char                  *text,
                                                            DaybookDate                 *date);
void                   daybook_import_profile_read_amount  (const DaybookImportProfile  *self,
                                                            const char                  *text,
                                                            GString                     *neutral);
const DaybookTemplate *daybook_import_section_get          (const DaybookImportSection  *section,
                                                            const char                  *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookImportProfile, daybook_import_profile_free)

G_END_DECLS
