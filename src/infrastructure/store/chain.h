/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "catalogue.h"
#include "ports/event-store.h"

G_BEGIN_DECLS

/**
 * DaybookChain:
 *
 * Computes the hashes that link the entries of one book.
 */
typedef struct _DaybookChain DaybookChain;

/**
 * DaybookLink:
 * @position: and the following: the entry's columns
 * @first: and the following: the columns of the commit it belongs to
 *
 * Everything that is stored of an entry, other than its filings.
 */
typedef struct
{
  guint64 position;
  const guint8 *id;
  const char *type;
  guint64 type_version;
  const char *value_date;
  const guint8 *data_hash;
  guint64 first;
  guint64 last;
  const char *command_id;
  const guint8 *digest;
  const char *actor;
  const char *correlation;
  const char *causation;
  gint64 recorded_at;
} DaybookLink;

DaybookChain *daybook_chain_new        (const guint8        book_id[DAYBOOK_ID_SIZE]);
void          daybook_chain_free       (DaybookChain       *self);
void          daybook_chain_hash_data  (DaybookChain       *self,
                                        const char         *data,
                                        gsize               length,
                                        guint8              hash[DAYBOOK_HASH_SIZE]);
void          daybook_chain_begin      (DaybookChain       *self,
                                        const guint8        previous[DAYBOOK_HASH_SIZE],
                                        const DaybookLink  *link);
void          daybook_chain_add_filing (DaybookChain       *self,
                                        const char         *kind,
                                        const char         *key,
                                        guint64             version,
                                        const char         *role);
void          daybook_chain_end        (DaybookChain       *self,
                                        guint8              hash[DAYBOOK_HASH_SIZE]);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookChain, daybook_chain_free)

G_END_DECLS
