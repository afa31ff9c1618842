/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "record.h"

G_BEGIN_DECLS

/**
 * DaybookEmptied:
 * @DAYBOOK_EMPTIED_MISSING: nothing is given: the default, or something is missing
 * @DAYBOOK_EMPTIED_NONE: what there was is taken away, as `-` says in a command
 * @DAYBOOK_EMPTIED_ZERO: zero
 *
 * What a field means that somebody left empty.
 */
typedef enum
{
  DAYBOOK_EMPTIED_MISSING,
  DAYBOOK_EMPTIED_NONE,
  DAYBOOK_EMPTIED_ZERO,
} DaybookEmptied;

/**
 * DaybookFormRow:
 * @field: of the command
 * @title: what people call it, not translated yet
 * @choices: (nullable): for a choice, what people call its values, not translated yet; in the
 *   order of the command's, %NULL at the end
 * @emptied: what it means if it is empty
 * @begins_today: whether a day begins with today
 * @keeps: whether it begins with what there is, and is given only if it was changed
 * @recorded: (nullable): what people call what was recorded of it, not translated yet; it is asked
 *   for only where something was
 *
 * One field that people fill in.
 */
typedef struct
{
  const char *field;
  const char *title;
  const char *const *choices;
  DaybookEmptied emptied;
  gboolean begins_today;
  gboolean keeps;
  const char *recorded;
} DaybookFormRow;

/**
 * DaybookFormPlan:
 * @schema: the command
 * @title: what the form does, not translated yet
 * @verb: the label of its button, with its mnemonic, not translated yet
 * @question: (nullable): what people should know before they do it, not translated yet
 * @shows_available: whether the effect is what is available afterwards
 * @help: which page of the manual is about it
 * @rows: in the order in which they are filled in; what a command has and no row asks for is fixed
 *   when the form is opened
 *
 * A form that asks for a command, as data.
 */
typedef struct
{
  const DaybookSchema *schema;
  const char *title;
  const char *verb;
  const char *question;
  gboolean shows_available;
  const char *help;
  const DaybookFormRow *rows;
  guint n_rows;
} DaybookFormPlan;

const DaybookFormPlan *daybook_form_plan_find (const char *command);

G_END_DECLS
