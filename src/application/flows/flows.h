/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ports/read-model.h"

G_BEGIN_DECLS

/**
 * DaybookFlowStep:
 * @command_id: made from the flow, the event and the step: the same however often it is found
 * @command: what is to be recorded
 *
 * What a flow wants done.
 */
typedef struct
{
  char *command_id;
  DaybookCommand *command;
} DaybookFlowStep;

/* Who is named in what the program records by itself. */
#define DAYBOOK_FLOW_ACTOR "Daybook"

GPtrArray *daybook_flows_find_steps (DaybookReadModel  *read_model,
                                     DaybookDate        today,
                                     GError           **error);

G_END_DECLS
