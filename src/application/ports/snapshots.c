/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Snapshots of states. They save time and nothing else: whoever uses one checks that it belongs to
 * the book, and does without if it is not there, cannot be read, or does not fit. So nothing here
 * can fail in a way that anybody needs to hear of. */

#include "ports/snapshots.h"

G_DEFINE_INTERFACE (DaybookSnapshots, daybook_snapshots, G_TYPE_OBJECT)

static void
daybook_snapshots_default_init (DaybookSnapshotsInterface *iface)
{
}

/**
 * daybook_snapshot_clear:
 *
 * Frees what the snapshot owns.
 */
void
daybook_snapshot_clear (DaybookSnapshot *snapshot)
{
  g_clear_pointer (&snapshot->state, g_variant_unref);
}

/**
 * daybook_snapshots_load:
 * @type: what the state must be of
 * @snapshot: (out): to be cleared with daybook_snapshot_clear()
 *
 * Returns: whether there is a snapshot of that stream.
 */
gboolean
daybook_snapshots_load (DaybookSnapshots    *self,
                        DaybookStreamKind    kind,
                        const char          *key,
                        const GVariantType  *type,
                        DaybookSnapshot     *snapshot)
{
  return DAYBOOK_SNAPSHOTS_GET_IFACE (self)->load (self, kind, key, type, snapshot);
}

/**
 * daybook_snapshots_save:
 *
 * Keeps @snapshot in place of what there is of that stream, if that is possible.
 */
void
daybook_snapshots_save (DaybookSnapshots       *self,
                        DaybookStreamKind       kind,
                        const char             *key,
                        const DaybookSnapshot  *snapshot)
{
  DAYBOOK_SNAPSHOTS_GET_IFACE (self)->save (self, kind, key, snapshot);
}
