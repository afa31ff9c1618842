/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Every type of event and of command there is, by name, and what an event is filed under.
 *
 * What was stored stays as it was stored. When a type of event gets a new form, the old one stays
 * in the catalogue with a pure function that makes the next form of it; whoever reads, reads step
 * by step up to the newest, and nobody else ever hears of old forms. */

#include "catalogue.h"

#include <string.h>

#include "accounts/account-commands.h"
#include "accounts/account-events.h"
#include "accounts/hold-records.h"
#include "accounts/status-records.h"
#include "accounts/terms-records.h"
#include "books/book-records.h"
#include "books/period-records.h"
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
  &daybook_personal_details_changed,
  &daybook_username_changed,
  &daybook_currency_added,
  &daybook_book_renamed,
  &daybook_account_renamed,
  &daybook_holder_added,
  &daybook_holder_removed,
  &daybook_limits_changed,
  &daybook_account_blocked,
  &daybook_account_unblocked,
  &daybook_account_closed,
  &daybook_account_reopened,
  &daybook_period_closed,
  &daybook_period_reopened,
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
  &daybook_correct,
  &daybook_person_change,
  &daybook_rename_book,
  &daybook_rename_account,
  &daybook_add_holder,
  &daybook_remove_holder,
  &daybook_change_limits,
  &daybook_block,
  &daybook_unblock,
  &daybook_close,
  &daybook_reopen,
  &daybook_close_period,
  &daybook_reopen_period,
  NULL
};

/* Every type is at its first version still. */
static const DaybookSchema *const old_forms[] = {
  NULL
};

const DaybookCatalogue daybook_catalogue = { daybook_event_types, old_forms };

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

/**
 * daybook_catalogue_find:
 *
 * Returns: (nullable): that form of the type of events of that name.
 */
const DaybookSchema *
daybook_catalogue_find (const DaybookCatalogue *catalogue,
                        const char             *name,
                        guint                   version)
{
  const DaybookSchema *newest = find (catalogue->types, name);

  if (newest == NULL || newest->version == version)
    return newest;

  for (const DaybookSchema *const *old = catalogue->old_forms; *old != NULL; old++)
    if ((*old)->version == version && strcmp ((*old)->name, name) == 0)
      return *old;

  return NULL;
}

/**
 * daybook_event_upcast:
 * @event: (transfer full): in whatever form it was stored
 *
 * Returns: (transfer full): the event in the newest form, with its value date.
 */
DaybookEvent *
daybook_event_upcast (DaybookEvent *event)
{
  const DaybookSchema *schema = event->record.schema;

  while (schema->upcast != NULL)
    {
      DaybookEvent *next = schema->upcast (event);

      schema = schema->successor;
      g_assert (next != NULL && next->record.schema == schema);
      next->value_date = event->value_date;
      daybook_record_free (event);
      event = next;
    }

  return event;
}

static gboolean G_GNUC_PRINTF (3, 4)
fail (char                **problem,
      const DaybookSchema  *schema,
      const char           *format,
      ...)
{
  g_autofree char *what = NULL;
  va_list args;

  va_start (args, format);
  what = g_strdup_vprintf (format, args);
  va_end (args);

  if (problem != NULL)
    *problem = g_strdup_printf ("%s version %u %s", schema->name, schema->version, what);
  return FALSE;
}

static gboolean
check_type (const DaybookCatalogue  *catalogue,
            const DaybookSchema     *type,
            char                   **problem)
{
  if (type->version == 0)
    return fail (problem, type, "is no version of an event: they count from 1");
  if (find (catalogue->types, type->name) != type)
    return fail (problem, type, "is not the only newest form of its name");
  if (type->successor != NULL || type->upcast != NULL)
    return fail (problem, type, "is the newest form, but says what comes after it");

  for (guint version = 1; version < type->version; version++)
    if (daybook_catalogue_find (catalogue, type->name, version) == NULL)
      return fail (problem, type, "has a gap before it: version %u is missing", version);

  return TRUE;
}

/* A chain whose versions go up by one at each step neither comes back on itself nor misses its
 * end, so this finds cycles too. */
static gboolean
check_old_form (const DaybookCatalogue  *catalogue,
                const DaybookSchema     *old,
                char                   **problem)
{
  const DaybookSchema *newest = find (catalogue->types, old->name);
  const DaybookSchema *next = old->successor;

  if (newest == NULL)
    return fail (problem, old, "is an old form of no type there is");
  if (old->version == 0 || old->version >= newest->version)
    return fail (problem, old, "is no older than the newest, version %u", newest->version);
  if (daybook_catalogue_find (catalogue, old->name, old->version) != old)
    return fail (problem, old, "is there twice");
  if (next == NULL || old->upcast == NULL)
    return fail (problem, old, "does not say what comes after it: successor or upcast is missing");
  if (strcmp (next->name, old->name) != 0)
    return fail (problem, old, "leads to another type, %s", next->name);
  if (next->version != old->version + 1)
    return fail (problem, old, "leads to version %u instead of the next", next->version);
  if (daybook_catalogue_find (catalogue, next->name, next->version) != next)
    return fail (problem, old, "leads to a form that is not in the catalogue");

  return TRUE;
}

/**
 * daybook_catalogue_check:
 * @problem: (out) (nullable) (transfer full): what is wrong, for the programmer who did it
 *
 * Returns: whether every type has its versions from 1 to the newest without a gap, each once, and
 *   each old form leads to the next.
 */
gboolean
daybook_catalogue_check (const DaybookCatalogue  *catalogue,
                         char                   **problem)
{
  for (const DaybookSchema *const *old = catalogue->old_forms; *old != NULL; old++)
    if (!check_old_form (catalogue, *old, problem))
      return FALSE;

  for (const DaybookSchema *const *type = catalogue->types; *type != NULL; type++)
    if (!check_type (catalogue, *type, problem))
      return FALSE;

  return TRUE;
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
