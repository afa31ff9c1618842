/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Every type of event and of command there is, by name, and what an event is filed under. */

#include "catalogue.h"

#include <string.h>

#include "accounts/account-commands.h"
#include "accounts/account-events.h"
#include "accounts/hold-records.h"
#include "books/book-records.h"
#include "people/person-records.h"

const DaybookSchema *const daybook_event_types[] = {
  &daybook_book_started,
  &daybook_person_registered,
  &daybook_account_opened,
  &daybook_money_deposited,
  &daybook_money_withdrawn,
  &daybook_money_transferred,
  &daybook_entry_reversed,
  &daybook_hold_placed,
  &daybook_hold_released,
  &daybook_hold_captured,
  &daybook_hold_expired,
  NULL
};

const DaybookSchema *const daybook_command_types[] = {
  &daybook_start,
  &daybook_register,
  &daybook_open,
  &daybook_deposit,
  &daybook_withdraw,
  &daybook_transfer,
  &daybook_reverse,
  &daybook_hold,
  &daybook_release,
  &daybook_capture,
  &daybook_expire,
  NULL
};

static const DaybookSchema *
find (const DaybookSchema *const *types,
      const char                 *name)
{
  for (; *types != NULL; types++)
    if (strcmp ((*types)->name, name) == 0)
      return *types;

  return NULL;
}

/**
 * daybook_find_event_type:
 *
 * Returns: (nullable): the type of events of that name.
 */
const DaybookSchema *
daybook_find_event_type (const char *name)
{
  return find (daybook_event_types, name);
}

/**
 * daybook_find_command_type:
 *
 * Returns: (nullable): the type of commands of that name.
 */
const DaybookSchema *
daybook_find_command_type (const char *name)
{
  return find (daybook_command_types, name);
}

static void
file_under (DaybookFiling     *filing,
            DaybookStreamKind  kind,
            const char        *role)
{
  filing->kind = kind;
  filing->role = role;
}

/**
 * daybook_event_get_filings:
 * @filings: (out): receives the streams
 *
 * One event is filed under every stream it concerns; which ones stands in its fields' descriptions.
 *
 * Returns: how many there are; at least one.
 */
guint
daybook_event_get_filings (const DaybookEvent *event,
                           DaybookFiling       filings[DAYBOOK_MAX_FILINGS])
{
  const DaybookSchema *schema = event->record.schema;
  guint n = 0;

  if (schema->register_kind != DAYBOOK_STREAM_NONE)
    {
      g_strlcpy (filings[n].key, schema->register_key, sizeof filings[n].key);
      file_under (&filings[n++], schema->register_kind, "register");
    }

  for (guint i = 0; i < schema->n_fields; i++)
    {
      const DaybookField *field = &schema->fields[i];
      const void *value = daybook_field_in (event, field);

      if (field->stream == DAYBOOK_STREAM_NONE || !daybook_record_has (event, field))
        continue;

      g_assert (n < DAYBOOK_MAX_FILINGS);
      if (field->kind == DAYBOOK_FIELD_TEXT)
        g_strlcpy (filings[n].key, *(char *const *) value, sizeof filings[n].key);
      else if (field->kind == DAYBOOK_FIELD_ACCOUNT)
        g_strlcpy (filings[n].key, value, sizeof filings[n].key);
      else if (field->kind == DAYBOOK_FIELD_ENTRY)
        g_snprintf (filings[n].key, sizeof filings[n].key, "%" G_GUINT64_FORMAT,
                    *(const guint64 *) value);
      else
        g_assert_not_reached ();
      file_under (&filings[n++], field->stream, field->role);
    }

  g_assert (n > 0 && n < DAYBOOK_MAX_FILINGS);
  return n;
}

/**
 * daybook_event_get_type_filing:
 * @filing: (out): the stream of the event's type, at the version of its form
 *
 * The first entry of each form is filed there besides. What a book's entries are can so be told
 * without reading them all.
 */
void
daybook_event_get_type_filing (const DaybookEvent *event,
                               DaybookFiling      *filing)
{
  const DaybookSchema *schema = event->record.schema;

  g_snprintf (filing->key, sizeof filing->key, "%s %u", schema->name, schema->version);
  file_under (filing, DAYBOOK_STREAM_TYPE, "first");
}
