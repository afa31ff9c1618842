/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "context.h"
#include "repository.h"

G_BEGIN_DECLS

/**
 * DaybookDecision:
 * @events: (element-type DaybookEvent): what is to be recorded
 * @expectations: (element-type DaybookExpectation): what it was decided on
 * @causation: (nullable): the command whose consequence this is
 * @correlation: (nullable): what that command belongs to
 */
typedef struct
{
  GPtrArray *events;
  GArray *expectations;
  char *causation;
  char *correlation;
} DaybookDecision;

void     daybook_decision_clear   (DaybookDecision    *decision);
const DaybookAccount *
         daybook_decision_load    (DaybookDecision            *decision,
                                   DaybookRepository          *repository,
                                   const DaybookAccountNumber *number,
                                   GError                    **error);
const DaybookAccount *
         daybook_decision_load_whom (DaybookDecision    *decision,
                                     DaybookRepository  *repository,
                                     const char         *who,
                                     const char         *field,
                                     GError            **error);
gboolean daybook_decision_find    (DaybookDecision       *decision,
                                   DaybookRepository     *repository,
                                   const char            *who,
                                   const char            *field,
                                   DaybookAccountNumber  *number,
                                   GError               **error);
gboolean daybook_decision_expect  (DaybookDecision    *decision,
                                   DaybookRepository  *repository,
                                   DaybookStreamKind   kind,
                                   const char         *key,
                                   guint64            *version,
                                   GError            **error);
DaybookEvent *
         daybook_decision_load_entry (DaybookDecision    *decision,
                                      DaybookRepository  *repository,
                                      guint64             position,
                                      guint64            *version,
                                      GError            **error);
gboolean daybook_decision_follows (DaybookDecision    *decision,
                                   DaybookRepository  *repository,
                                   guint64             position,
                                   GError            **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DaybookDecision, daybook_decision_clear)

/**
 * DaybookHandler:
 *
 * A use case: finds the states that a command concerns, asks the domain, and says on what versions
 * of which streams the answer rests.
 *
 * Returns: whether the command is accepted; else an error.
 */
typedef gboolean DaybookHandler (DaybookRepository      *repository,
                                 const DaybookCommand   *command,
                                 const DaybookContext   *context,
                                 DaybookDecision        *decision,
                                 GError                **error);

G_END_DECLS
