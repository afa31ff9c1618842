/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "account-states.h"
#include "repository.h"

G_BEGIN_DECLS

/* @references: what each reference means, once it was looked up; it never means anything else. */
struct _DaybookRepository
{
  DaybookEventStore *store;
  DaybookBook *book;
  guint64 book_version;
  DaybookAccountStates *accounts;
  GHashTable *references;
};

G_END_DECLS
