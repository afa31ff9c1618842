/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "account-states.h"
#include "books/book.h"
#include "people/person.h"
#include "ports/event-store.h"

G_BEGIN_DECLS

/**
 * DaybookRepository:
 *
 * Finds what a decision needs: the states of book, people and accounts, folded from their streams.
 */
typedef struct _DaybookRepository DaybookRepository;

DaybookRepository    *daybook_repository_new          (DaybookEventStore     *store);
void                  daybook_repository_free         (DaybookRepository     *self);
DaybookEventStore    *daybook_repository_get_store    (DaybookRepository     *self);
DaybookAccountStates *daybook_repository_get_accounts (DaybookRepository     *self);
void                  daybook_repository_forget       (DaybookRepository     *self);
void                  daybook_repository_trim         (DaybookRepository     *self);

const DaybookBook    *daybook_repository_get_book     (DaybookRepository     *self,
                                                       guint64               *version,
                                                       GError               **error);
DaybookPerson        *daybook_repository_load_person  (DaybookRepository     *self,
                                                       const char            *id,
                                                       GError               **error);
DaybookEvent         *daybook_repository_get_event    (DaybookRepository     *self,
                                                       guint64                position,
                                                       GError               **error);

gboolean              daybook_repository_find_owner   (DaybookRepository     *self,
                                                       const char            *username,
                                                       char                 **person,
                                                       GError               **error);
char                 *daybook_repository_find_person  (DaybookRepository     *self,
                                                       const char            *username,
                                                       const char            *field,
                                                       GError               **error);
GArray               *daybook_repository_list_accounts (DaybookRepository    *self,
                                                        const char           *person,
                                                        GError              **error);
gboolean              daybook_repository_find_account (DaybookRepository     *self,
                                                       const char            *who,
                                                       const char            *field,
                                                       DaybookAccountNumber  *number,
                                                       GError               **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookRepository, daybook_repository_free)

G_END_DECLS
