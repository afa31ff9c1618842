/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Entries as sentences.
 *
 * Each is one whole sentence to a translator, with places that can change their order; nothing is
 * put together from halves, because other languages put them together differently. There are up to
 * three sentences for one thing: whose account it is may be unknown (then its number stands there),
 * and an account may have a name that tells it from its holder's others. Where a whole sentence
 * stands in another, it stands behind a colon.
 *
 * What an entry says of itself (memo, reason) follows behind a dot. */

#include "entry-sentences.h"

#include <glib/gi18n-lib.h>

#include "accounts/hold-records.h"
#include "accounts/status-records.h"
#include "accounts/terms-records.h"
#include "books/book-records.h"
#include "books/period-records.h"
#include "people/person-records.h"
#include "compose.h"

/* What an event of a type is told by. */
typedef struct
{
  const DaybookSchema *schema;
  char *(*say) (const DaybookEvent *event,
                DaybookReadModel   *names);
  char *(*brief) (const DaybookEvent         *event,
                  const DaybookAccountNumber *seen_from,
                  DaybookReadModel           *names);
} Telling;

static const Telling tellings[] = {
  { &daybook_money_deposited, daybook_say_deposited, daybook_brief_deposited },
  { &daybook_money_withdrawn, daybook_say_withdrawn, daybook_brief_withdrawn },
  { &daybook_money_transferred, daybook_say_transferred, daybook_brief_transferred },
  { &daybook_entry_reversed, daybook_say_reversed, daybook_brief_reversed },
  { &daybook_hold_placed, daybook_say_hold_placed, NULL },
  { &daybook_hold_released, daybook_say_hold_released, NULL },
  { &daybook_hold_captured, daybook_say_hold_captured, daybook_brief_hold_captured },
  { &daybook_hold_expired, daybook_say_hold_expired, NULL },
  { &daybook_account_opened, daybook_say_account_opened, daybook_brief_account_opened },
  { &daybook_account_renamed, daybook_say_account_renamed, NULL },
  { &daybook_holder_added, daybook_say_holder_added, NULL },
  { &daybook_holder_removed, daybook_say_holder_removed, NULL },
  { &daybook_limits_changed, daybook_say_limits_changed, NULL },
  { &daybook_account_blocked, daybook_say_account_blocked, NULL },
  { &daybook_account_unblocked, daybook_say_account_unblocked, NULL },
  { &daybook_account_closed, daybook_say_account_closed, NULL },
  { &daybook_account_reopened, daybook_say_account_reopened, NULL },
  { &daybook_person_registered, daybook_say_person_registered, NULL },
  { &daybook_personal_details_changed, daybook_say_details_changed, NULL },
  { &daybook_username_changed, daybook_say_username_changed, NULL },
  { &daybook_book_started, daybook_say_book_started, NULL },
  { &daybook_book_renamed, daybook_say_book_renamed, NULL },
  { &daybook_currency_added, daybook_say_currency_added, NULL },
  { &daybook_period_closed, daybook_say_period_closed, NULL },
  { &daybook_period_reopened, daybook_say_period_reopened, NULL },
};

static const Telling *
find_telling (const DaybookEvent *event)
{
  for (guint i = 0; i < G_N_ELEMENTS (tellings); i++)
    if (tellings[i].schema == event->record.schema)
      return &tellings[i];

  /* An event of a type that this program stores and has no sentence for. */
  g_assert_not_reached ();
}

/**
 * daybook_entry_sentence:
 * @event: what was recorded
 * @names: (nullable): knows whose accounts they are; without it they are called by number
 *
 * Returns: (transfer full): the entry as a sentence:
 *   `100.00 EUR deposited to John Smith's account`.
 */
char *
daybook_entry_sentence (const DaybookEvent *event,
                        DaybookReadModel   *names)
{
  return find_telling (event)->say (event, names);
}

/* What only leads to what comes after it need not be told as well: that says so itself. */
static gboolean
goes_without_saying (GPtrArray *events,
                     guint      i)
{
  const DaybookEvent *event = g_ptr_array_index (events, i);

  return i + 1 < events->len && (event->record.schema == &daybook_entry_reversed ||
                                 event->record.schema == &daybook_currency_added);
}

/* Takes both. */
static char *
and_then (char *told,
          char *sentence)
{
  g_autofree char *first = told;
  g_autofree char *second = sentence;

  if (first == NULL)
    return g_steal_pointer (&second);

  /* Translators: two sentences about what was done at once. */
  return daybook_compose (_("%1$s. %2$s"), first, second);
}

/**
 * daybook_recorded_sentence:
 * @events: (element-type DaybookEvent): what one command recorded
 * @names: (nullable): knows whose accounts they are
 *
 * Returns: (transfer full): all that matters of it, in as few sentences as it takes:
 *   `40.00 EUR withdrawn from John Smith's account. Account 0000 0001 95 (John Smith) closed`.
 */
char *
daybook_recorded_sentence (GPtrArray        *events,
                           DaybookReadModel *names)
{
  char *told = NULL;

  for (guint i = 0; i < events->len; i++)
    if (!goes_without_saying (events, i))
      told = and_then (told, daybook_entry_sentence (g_ptr_array_index (events, i), names));

  return told;
}

/**
 * daybook_entry_line:
 * @seen_from: the account on whose page it stands
 * @names: (nullable): knows whose accounts they are
 *
 * Returns: (transfer full): the entry in a few words, without its amount:
 *   `Transfer to Mary Jones · rent`.
 */
char *
daybook_entry_line (const DaybookEvent         *event,
                    const DaybookAccountNumber *seen_from,
                    DaybookReadModel           *names)
{
  const Telling *telling = find_telling (event);

  if (telling->brief == NULL)
    return telling->say (event, names);

  return telling->brief (event, seen_from, names);
}
