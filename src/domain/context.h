/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "date.h"
#include "refusal.h"

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

static inline DaybookDate
day_or_today (DaybookDate           date,
              const DaybookContext *context)
{
  return date != DAYBOOK_DATE_NONE ? date : context->today;
}

/* Rule 21, as far as it is the same for everything; @field is of the command. */
static inline gboolean
check_day (DaybookDate           date,
           const char           *field,
           const DaybookContext *context,
           GError              **error)
{
  if (date > context->today)
    return daybook_refuse (error, DAYBOOK_REFUSAL_DATE_IN_FUTURE,
                           .field = field, .date = context->today);

  return date > context->closed_until ||
         daybook_refuse (error, DAYBOOK_REFUSAL_DATE_IN_CLOSED_PERIOD,
                         .field = field, .date = context->closed_until);
}

G_END_DECLS
