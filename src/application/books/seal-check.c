/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A seal on paper against the book: which closing it belongs to, and whether everything up to there
 * is still what was sealed.
 *
 * That the book names the seal proves nothing, since whoever rewrites a book can write that too.
 * The chain is therefore worked out from the first entry to the one that was sealed, and the seal
 * from its hash. */

#include "books/seal-check.h"

#include <string.h>

#include "books/seal.h"
#include "refusal.h"
#include "repository.h"

/**
 * daybook_seal_check_clear:
 *
 * Frees what the check owns.
 */
void
daybook_seal_check_clear (DaybookSealCheck *check)
{
  g_clear_pointer (&check->totals, g_free);
}

static gboolean
find_closing (DaybookSealCheck   *check,
              DaybookEventStore  *store,
              const char         *seal,
              GError            **error)
{
  g_autoptr (DaybookRepository) repository = daybook_repository_new (store);
  const DaybookBook *book;
  guint64 version;

  book = daybook_repository_get_book (repository, &version, error);
  if (book == NULL)
    return FALSE;

  for (guint i = 0; i < book->closings->len; i++)
    {
      const DaybookClosing *closing = &g_array_index (book->closings, DaybookClosing, i);

      if (strcmp (closing->seal, seal) == 0)
        {
          check->until = closing->until;
          check->totals = g_strdup (closing->totals);
          check->sealed = closing->sealed;
          check->reopened = closing->reopened;
          return TRUE;
        }
    }

  return daybook_refuse (error, DAYBOOK_REFUSAL_SEAL_UNKNOWN, .field = "code", .text = seal);
}

typedef struct
{
  guint64 sealed;
  char seal[DAYBOOK_SEAL_LENGTH];
} Sealing;

static gboolean
take_seal (const DaybookEntry  *entry,
           guint64              version,
           gpointer             user_data,
           GError             **error)
{
  Sealing *sealing = user_data;

  if (entry->position < sealing->sealed)
    return TRUE;

  daybook_seal_make (entry->hash, sealing->seal);
  return FALSE;
}

/**
 * daybook_seal_check_run:
 * @check: (out): what the seal says; to be cleared
 * @code: as somebody copied it from paper
 *
 * Returns: whether the seal is one of the book's; else an error, a refusal if it is none at all or
 *   not one of this book's.
 */
gboolean
daybook_seal_check_run (DaybookSealCheck     *check,
                        DaybookEventStore    *store,
                        const char           *code,
                        DaybookProgressFunc   progress,
                        gpointer              user_data,
                        GCancellable         *cancellable,
                        GError              **error)
{
  char seal[DAYBOOK_SEAL_LENGTH];
  Sealing sealing = { 0 };

  *check = (DaybookSealCheck) { 0 };
  if (!daybook_seal_parse (code, seal))
    return daybook_refuse (error, DAYBOOK_REFUSAL_SEAL_MALFORMED, .field = "code", .text = code);
  if (!find_closing (check, store, seal, error))
    return FALSE;

  sealing.sealed = check->sealed;
  if (!daybook_event_store_replay (store, take_seal, &sealing, &check->verdict, progress, user_data,
                                   cancellable, error))
    return FALSE;

  check->intact = strcmp (sealing.seal, seal) == 0;
  return TRUE;
}
