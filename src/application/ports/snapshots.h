/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ports/event-store.h"

G_BEGIN_DECLS

/**
 * DaybookSnapshot:
 * @folding: version of the code that folded it
 * @version: of the stream that it is the state of
 * @hash: of the entry at that version: in another book, or after a rollback, it is another
 * @state: what was folded
 *
 * A state as it was at some entry, kept so that not all entries need to be folded again.
 */
typedef struct
{
  guint folding;
  guint64 version;
  guint8 hash[DAYBOOK_HASH_SIZE];
  GVariant *state;
} DaybookSnapshot;

/* Entries between two snapshots of one stream. */
#define DAYBOOK_SNAPSHOT_EVERY 250

void daybook_snapshot_clear (DaybookSnapshot *snapshot);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DaybookSnapshot, daybook_snapshot_clear)

#define DAYBOOK_TYPE_SNAPSHOTS (daybook_snapshots_get_type ())
G_DECLARE_INTERFACE (DaybookSnapshots, daybook_snapshots, DAYBOOK, SNAPSHOTS, GObject)

struct _DaybookSnapshotsInterface
{
  GTypeInterface parent;

  gboolean (*load) (DaybookSnapshots       *self,
                    DaybookStreamKind       kind,
                    const char             *key,
                    const GVariantType     *type,
                    DaybookSnapshot        *snapshot);
  void     (*save) (DaybookSnapshots       *self,
                    DaybookStreamKind       kind,
                    const char             *key,
                    const DaybookSnapshot  *snapshot);
};

gboolean daybook_snapshots_load (DaybookSnapshots       *self,
                                 DaybookStreamKind       kind,
                                 const char             *key,
                                 const GVariantType     *type,
                                 DaybookSnapshot        *snapshot);
void     daybook_snapshots_save (DaybookSnapshots       *self,
                                 DaybookStreamKind       kind,
                                 const char             *key,
                                 const DaybookSnapshot  *snapshot);

G_END_DECLS
