/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ports/read-model.h"

G_BEGIN_DECLS

/**
 * DaybookKeptEntry:
 *
 * An entry of the daybook that outlives the call in which it was read.
 */
typedef struct
{
  guint64 position;
  gint64 recorded_at;
  char *actor;
  char *command_id;
  char *causation;
  DaybookEvent *event;
  guint8 hash[DAYBOOK_HASH_SIZE];
} DaybookKeptEntry;

DaybookKeptEntry *daybook_kept_entry_read     (DaybookReadModel       *read_model,
                                               guint64                 position,
                                               GError                **error);
void              daybook_kept_entry_free     (DaybookKeptEntry       *self);

/**
 * DaybookEntryRelations:
 * @entries: (element-type DaybookEntryLink): other entries, in order of their numbers
 * @concerned: (element-type DaybookEntryLink): accounts and people
 * @reversed_by: number of the entry that reversed it, 0 if none did
 * @replaced_by: number of the entry that stands in its place, 0 if none does
 *
 * What an entry has to do with.
 */
typedef struct
{
  GPtrArray *entries;
  GPtrArray *concerned;
  guint64 reversed_by;
  guint64 replaced_by;
} DaybookEntryRelations;

DaybookEntryRelations *daybook_entry_relations_find (DaybookReadModel       *read_model,
                                                     const DaybookKeptEntry *entry,
                                                     GError                **error);
void                   daybook_entry_relations_free (DaybookEntryRelations  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookKeptEntry, daybook_kept_entry_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookEntryRelations, daybook_entry_relations_free)

G_END_DECLS
