/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "ports/event-store.h"

G_BEGIN_DECLS

/**
 * DaybookTaskKind:
 * @work: does it, on a worker thread; returns whether it was done
 * @say_progress: (transfer full): a sentence: what is being done and how far it is; @total is 0
 *   while nobody knows
 * @say_end: (transfer full): a sentence: what came of it, or what went wrong; sets @well to %FALSE
 *   where it was done, and what it found is bad. Not asked of what was cancelled
 *
 * One kind of long work. The functions get the task's data; those that say something are called on
 * the thread that began the task.
 */
typedef struct
{
  gboolean (*work)         (gpointer              data,
                            DaybookProgressFunc   progress,
                            gpointer              progress_data,
                            GCancellable         *cancellable,
                            GError              **error);
  char    *(*say_progress) (gpointer              data,
                            guint64               done,
                            guint64               total);
  char    *(*say_end)      (gpointer              data,
                            const GError         *error,
                            gboolean             *well);
} DaybookTaskKind;

/**
 * DaybookTaskViewModel:
 *
 * Long work: what, how far, Cancel, and what came of it.
 *
 * Properties, all read-only:
 *
 * - `title` (text): what is done: "Verify Book"
 * - `sentence` (text): how far it is; once it has ended, what came of it
 * - `fraction` (gdouble): 0 to 1; below 0 while nobody knows
 * - `state` (text): `waiting`, `running`, `done`, `failed` or `cancelled`
 * - `can-cancel` (boolean): whether it can be asked to stop
 *
 * Signals:
 *
 * - `ended` (const GError *error): no longer running; @error is %NULL if it was done
 */
#define DAYBOOK_TYPE_TASK_VIEW_MODEL (daybook_task_view_model_get_type ())
G_DECLARE_FINAL_TYPE (DaybookTaskViewModel, daybook_task_view_model, DAYBOOK, TASK_VIEW_MODEL,
                      GObject)

DaybookTaskViewModel *daybook_task_view_model_new        (const char             *title,
                                                          const DaybookTaskKind  *kind,
                                                          gpointer                data,
                                                          GDestroyNotify          free_data);
void                  daybook_task_view_model_start      (DaybookTaskViewModel   *self);
void                  daybook_task_view_model_cancel     (DaybookTaskViewModel   *self);
gboolean              daybook_task_view_model_is_running (DaybookTaskViewModel   *self);
gpointer              daybook_task_view_model_get_data   (DaybookTaskViewModel   *self);

G_END_DECLS
