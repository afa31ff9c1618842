/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "opposites.h"
#include "repository.h"

G_BEGIN_DECLS

/**
 * DaybookKnown:
 * @concerned: what events are about, as it is in the book. What it does not own itself below is the
 *   repository's, and good until that is asked again.
 */
typedef struct
{
  DaybookConcerned concerned;
  DaybookPerson *person;
  DaybookEvent *entry;
} DaybookKnown;

gboolean daybook_known_find  (DaybookKnown       *self,
                              GPtrArray          *events,
                              DaybookRepository  *repository,
                              GError            **error);
void     daybook_known_clear (DaybookKnown       *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DaybookKnown, daybook_known_clear)

G_END_DECLS
