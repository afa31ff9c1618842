/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Flows (process managers): what the program records by itself because of what happened before.
 *
 * A flow keeps nothing. What there is for it to do follows from the figures and the day, and each
 * step is a command whose id is made from the flow, the event and the step. If the program is
 * killed between finding a step and recording it, it is found again; if two desks find it, it is
 * recorded once. Figures that are worked out again set nothing going: only whoever has the book
 * open asks for steps, and sends them like any other command. */

#include "flows/flows.h"

#include "accounts/hold-records.h"

/**
 * DaybookFlow:
 * @name: part of the ids of its commands: never changed
 * @find_due: numbers of the entries that something follows from now
 * @respond: the command that follows from one
 */
typedef struct
{
  const char *name;
  GArray *(*find_due) (DaybookReadModel  *read_model,
                       DaybookDate        today,
                       GError           **error);
  DaybookCommand *(*respond) (guint64 entry);
} DaybookFlow;

/* Rule 20: a hold that has come to its expiry day is recorded as expired. */
static DaybookCommand *
expire_hold (guint64 entry)
{
  DaybookExpire *expire = daybook_record_new (&daybook_expire);

  expire->entry = entry;
  return &expire->command;
}

static const DaybookFlow flows[] = {
  { "hold-expiry", daybook_read_model_get_expired_holds, expire_hold },
};

static void
step_free (gpointer data)
{
  DaybookFlowStep *step = data;

  g_free (step->command_id);
  daybook_record_free (step->command);
  g_free (step);
}

static gboolean
take_id (const DaybookEntry  *entry,
         guint64              version,
         gpointer             user_data,
         GError             **error)
{
  daybook_id_to_text (entry->id, user_data);
  return FALSE;
}

static gboolean
add_step (GPtrArray         *steps,
          const DaybookFlow *flow,
          DaybookReadModel  *read_model,
          guint64            position,
          GError           **error)
{
  char id[DAYBOOK_ID_TEXT_LENGTH] = "";
  DaybookFlowStep *step;

  if (!daybook_read_model_read_entries (read_model, position - 1, take_id, id, error))
    return FALSE;

  step = g_new0 (DaybookFlowStep, 1);
  step->command_id = g_strdup_printf ("%s/%s/1", flow->name, id);
  step->command = flow->respond (position);
  g_ptr_array_add (steps, step);
  return TRUE;
}

/**
 * daybook_flows_find_steps:
 * @today: the day it is where the book is kept
 *
 * Returns: (transfer full) (element-type DaybookFlowStep): what is to be recorded now, in order of
 *   what it follows from; %NULL on error.
 */
GPtrArray *
daybook_flows_find_steps (DaybookReadModel  *read_model,
                          DaybookDate        today,
                          GError           **error)
{
  g_autoptr (GPtrArray) steps = g_ptr_array_new_with_free_func (step_free);

  for (guint i = 0; i < G_N_ELEMENTS (flows); i++)
    {
      g_autoptr (GArray) due = flows[i].find_due (read_model, today, error);

      if (due == NULL)
        return NULL;
      for (guint j = 0; j < due->len; j++)
        if (!add_step (steps, &flows[i], read_model, g_array_index (due, guint64, j), error))
          return NULL;
    }

  return g_steal_pointer (&steps);
}
