/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "date.h"

G_BEGIN_DECLS

/**
 * DaybookContext:
 * @today: the day it is where the book is kept
 * @closed_until: the last day of the latest closed period, %DAYBOOK_DATE_NONE if none is
 * @new_id: an id that nobody has yet, in its text form
 *
 * What the outside world knows and a decision needs. Handed in, so that deciding stays a pure
 * function: the same state, command and context always give the same events.
 */
typedef struct
{
  DaybookDate today;
  DaybookDate closed_until;
  const char *new_id;
} DaybookContext;

G_END_DECLS
