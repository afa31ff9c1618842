/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a later program might write: an entry of a type that this one does not know. */

#include "newer.h"

#include <string.h>

#include "surroundings.h"

typedef struct
{
  DaybookEvent event;
  DaybookAccountNumber account;
} InterestPaid;

static const DaybookField interest_paid_fields[] = {
  DAYBOOK_FIELD (InterestPaid, account, DAYBOOK_FIELD_ACCOUNT, .stream = DAYBOOK_STREAM_ACCOUNT,
                 .role = "account"),
};
static const DaybookSchema interest_paid =
  DAYBOOK_SCHEMA (InterestPaid, "InterestPaid", 1, interest_paid_fields);

/* Files it under the first account. */
void
append_what_is_newer (DaybookEventStore *store,
                      const char        *command_id)
{
  g_autoptr (GPtrArray) events = g_ptr_array_new_with_free_func (daybook_record_free);
  g_autoptr (GArray) expectations = daybook_expectations_new ();
  g_autoptr (GError) error = NULL;
  guint8 id[DAYBOOK_ID_SIZE];
  InterestPaid *paid = daybook_record_new (&interest_paid);
  DaybookCommitted committed;
  DaybookAppend append = { .command_id = command_id, .actor = "tester", .events = events,
                           .ids = id, .expectations = expectations };

  memset (id, 0xee, sizeof id);
  paid->event.value_date = day ("2026-11-23");
  daybook_account_number_new (1, &paid->account);
  g_ptr_array_add (events, paid);
  daybook_event_store_append (store, &append, &committed, &error);
  g_assert_no_error (error);
}
