/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What events are about, as it is in the book: before they are recorded, to know how they can be
 * undone, and again when they are. */

#include "known.h"

#include "catalogue.h"

/**
 * daybook_known_clear:
 */
void
daybook_known_clear (DaybookKnown *self)
{
  g_clear_pointer (&self->person, daybook_person_free);
  g_clear_pointer (&self->entry, daybook_record_free);
}

static gboolean
find_account (DaybookKnown       *self,
              const char         *digits,
              DaybookRepository  *repository,
              GError            **error)
{
  DaybookAccountNumber number = { 0 };
  guint64 version;

  g_strlcpy (number.digits, digits, sizeof number.digits);
  self->concerned.account =
    daybook_account_states_get (daybook_repository_get_accounts (repository), &number, &version,
                                error);
  return self->concerned.account != NULL;
}

static gboolean
find_person (DaybookKnown       *self,
             const char         *id,
             DaybookRepository  *repository,
             GError            **error)
{
  g_clear_pointer (&self->person, daybook_person_free);
  self->concerned.person = self->person = daybook_repository_load_person (repository, id, error);

  return self->person != NULL;
}

static gboolean
find_entry (DaybookKnown       *self,
            const char         *number,
            DaybookRepository  *repository,
            GError            **error)
{
  guint64 position = g_ascii_strtoull (number, NULL, 10);

  g_clear_pointer (&self->entry, daybook_record_free);
  self->concerned.entry = self->entry =
    daybook_repository_get_event (repository, position, error);

  return self->entry != NULL;
}

static gboolean
find_book (DaybookKnown       *self,
           DaybookRepository  *repository,
           GError            **error)
{
  guint64 version;

  self->concerned.book = daybook_repository_get_book (repository, &version, error);
  return self->concerned.book != NULL;
}

static gboolean
find (DaybookKnown         *self,
      const DaybookFiling  *filing,
      DaybookRepository    *repository,
      GError              **error)
{
  switch (filing->kind)
    {
    case DAYBOOK_STREAM_ACCOUNT:
      return find_account (self, filing->key, repository, error);
    case DAYBOOK_STREAM_PERSON:
      return find_person (self, filing->key, repository, error);
    case DAYBOOK_STREAM_ENTRY:
      return find_entry (self, filing->key, repository, error);
    case DAYBOOK_STREAM_BOOK:
      return find_book (self, repository, error);
    default:
      return TRUE;
    }
}

/**
 * daybook_known_find:
 * @events: (element-type DaybookEvent): recorded, or about to be
 *
 * Finds what the events are about. An account that they open is not there yet.
 *
 * Returns: whether the book could be read.
 */
gboolean
daybook_known_find (DaybookKnown       *self,
                    GPtrArray          *events,
                    DaybookRepository  *repository,
                    GError            **error)
{
  for (guint i = 0; i < events->len; i++)
    {
      const DaybookEvent *event = g_ptr_array_index (events, i);
      DaybookFiling filings[DAYBOOK_MAX_FILINGS];
      guint n = daybook_event_get_filings (event, filings);

      if (event->record.schema == &daybook_account_opened)
        continue;

      for (guint j = 0; j < n; j++)
        if (!find (self, &filings[j], repository, error))
          return FALSE;
    }

  return TRUE;
}
