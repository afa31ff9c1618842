/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "record.h"

G_BEGIN_DECLS

extern const DaybookSchema *const daybook_event_types[];
extern const DaybookSchema *const daybook_command_types[];

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
