/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dispatcher.h"

G_BEGIN_DECLS

/**
 * DaybookOrder:
 * @command: what is asked for
 * @id: (nullable): the command's id
 * @actor: (nullable):
 * @correlation: (nullable):
 * @causation: (nullable):
 *
 * A command as data, and what may stand beside it.
 */
typedef struct
{
  DaybookCommand *command;
  char *id;
  char *actor;
  char *correlation;
  char *causation;
} DaybookOrder;

void     daybook_order_clear (DaybookOrder  *order);
gboolean daybook_order_parse (DaybookOrder  *order,
                              const char    *json,
                              gsize          length,
                              GError       **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DaybookOrder, daybook_order_clear)

G_END_DECLS
