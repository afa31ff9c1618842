/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "verbs.h"

G_BEGIN_DECLS

/**
 * DaybookVerb:
 * @arguments: what comes behind the verb, as the help shows it
 * @summary: what it does, to be translated
 * @records: whether it records the command of its name
 * @options: its own, besides the command's fields; the last one has no name
 *
 * Something that the command line can do.
 */
typedef struct
{
  const char *name;
  const char *arguments;
  guint min_arguments;
  guint max_arguments;
  DaybookExit (*run) (DaybookCall *call);
  const char *summary;
  gboolean records;
  const DaybookOption *options;
} DaybookVerb;

/**
 * DaybookVerbGroup:
 * @heading: what they have in common, to be translated
 * @verbs: the last one has no name
 *
 * Verbs that stand together in the help.
 */
typedef struct
{
  const char *heading;
  const DaybookVerb *verbs;
} DaybookVerbGroup;

/* The last one has no heading. */
extern const DaybookVerbGroup daybook_verb_groups[];

const DaybookVerb *daybook_verb_find            (const char        *name);
GArray            *daybook_verb_collect_options (const DaybookVerb *verb);

G_END_DECLS
