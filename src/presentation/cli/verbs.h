/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cli.h"
#include "options.h"
#include "output.h"
#include "record.h"

G_BEGIN_DECLS

/**
 * DaybookCall:
 * @options: what was given on the command line
 * @path: the book's
 * @operator: who is named in the entries
 * @schema: (nullable): the command that the verb records
 *
 * One call of the program.
 */
typedef struct
{
  const DaybookCliParts *parts;
  DaybookOptions options;
  const char *path;
  const char *operator;
  const DaybookSchema *schema;
} DaybookCall;

DaybookExit daybook_verb_new      (DaybookCall *call);
DaybookExit daybook_verb_record   (DaybookCall *call);
DaybookExit daybook_verb_balance  (DaybookCall *call);
DaybookExit daybook_verb_entries  (DaybookCall *call);
DaybookExit daybook_verb_people   (DaybookCall *call);
DaybookExit daybook_verb_dispatch (DaybookCall *call);
DaybookExit daybook_verb_sample   (DaybookCall *call);
DaybookExit daybook_verb_verify   (DaybookCall *call);
DaybookExit daybook_verb_copy     (DaybookCall *call);
DaybookExit daybook_verb_holds    (DaybookCall *call);
DaybookExit daybook_verb_check    (DaybookCall *call);
DaybookExit daybook_verb_check_seal (DaybookCall *call);
DaybookExit daybook_verb_rebuild  (DaybookCall *call);
DaybookExit daybook_verb_import   (DaybookCall *call);

G_END_DECLS
