/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "record.h"

G_BEGIN_DECLS

extern const DaybookSchema *const daybook_event_types[];
extern const DaybookSchema *const daybook_command_types[];

/**
 * DaybookCatalogue:
 * @types: the newest form of each type of event; %NULL at the end
 * @old_forms: every form that was ever released and has a successor; %NULL at the end
 *
 * All the forms that stored events can have.
 */
typedef struct
{
  const DaybookSchema *const *types;
  const DaybookSchema *const *old_forms;
} DaybookCatalogue;

extern const DaybookCatalogue daybook_catalogue;

gboolean             daybook_catalogue_check (const DaybookCatalogue  *catalogue,
                                              char                   **problem);
const DaybookSchema *daybook_catalogue_find  (const DaybookCatalogue  *catalogue,
                                              const char              *name,
                                              guint                    version);
DaybookEvent        *daybook_event_upcast    (DaybookEvent            *event);

const DaybookSchema *daybook_find_event_type   (const char *name);
const DaybookSchema *daybook_find_command_type (const char *name);

/**
 * DaybookFiling:
 * @kind: the kind of stream
 * @key: which one
 * @role: what part it has in the event
 */
typedef struct
{
  DaybookStreamKind kind;
  char key[2 * DAYBOOK_MAX_KEY * 4 + 1];
  const char *role;
} DaybookFiling;

/* More than any event has, the one under its type included. */
#define DAYBOOK_MAX_FILINGS 8

guint daybook_event_get_filings     (const DaybookEvent *event,
                                     DaybookFiling       filings[DAYBOOK_MAX_FILINGS]);
void  daybook_event_get_type_filing (const DaybookEvent *event,
                                     DaybookFiling      *filing);

G_END_DECLS
