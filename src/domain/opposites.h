/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "accounts/account.h"
#include "books/book.h"
#include "people/person.h"

G_BEGIN_DECLS

/**
 * DaybookConcerned:
 * @book: (nullable): the book itself
 * @account: (nullable): the account; of a movement, one of its two
 * @person: (nullable): the person, or whoever became or ceased to be a holder
 * @entry: (nullable): what the entry records that is reversed or ended
 *
 * What a command's events are about, as it is at one moment; %NULL for what they are not about, or
 * what is not known.
 */
typedef struct
{
  const DaybookBook *book;
  const DaybookAccount *account;
  const DaybookPerson *person;
  const DaybookEvent *entry;
} DaybookConcerned;

DaybookCommand *daybook_opposite_new        (GPtrArray               *events,
                                             guint64                  first,
                                             const DaybookConcerned  *before);
gboolean        daybook_opposite_check      (const DaybookCommand    *opposite,
                                             GPtrArray               *events,
                                             const DaybookConcerned  *now,
                                             GError                 **error);
gboolean        daybook_opposite_is_settled (const DaybookCommand    *opposite,
                                             const GError            *refusal);

G_END_DECLS
