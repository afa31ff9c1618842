/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Opposites: the command that undoes another (rule 29). What moved money is undone by a reversal;
 * what moved none, by the command that makes it as it was, where there is one.
 *
 * An opposite is one command or none: where one command would leave half of it done, such as the
 * payout of an account that is opened again, there is none. It gives back only what was changed. It
 * is an ordinary command with an entry of its own, refused by the same rules as any other; and it
 * gives no reason, unless a reason is what it gives back: why something is undone, is for whoever
 * undoes it to say. */

#include "opposites.h"

#include "accounts/account-commands.h"
#include "accounts/hold-records.h"
#include "people/person-records.h"

/* What was done. */
typedef struct
{
  GPtrArray *events;
  const DaybookEvent *outcome;
  guint64 first;
  const DaybookConcerned *before;
} Done;

static const DaybookEvent *
event_at (GPtrArray *events,
          guint      i)
{
  return g_ptr_array_index (events, i);
}

/* Events about one account call it that. */
static char *
dup_account (const Done *done)
{
  const DaybookField *field = daybook_schema_get_field (done->outcome->record.schema, "account");
  const DaybookAccountNumber *number = daybook_field_in (done->outcome, field);

  return g_strdup (number->digits);
}

/* In commands a dash takes a text away, so a text that is one cannot be asked for. */
static gboolean
can_ask_for (const char *text)
{
  return g_strcmp0 (text, "-") != 0;
}

/* What a command says so that a text becomes again what it was; nothing if it is so. */
static char *
back_to (const char *was,
         const char *is)
{
  if (g_strcmp0 (was, is) == 0)
    return NULL;

  return g_strdup (was != NULL ? was : "-");
}

static DaybookDecimal
decimal_of (gint64          minor,
            DaybookCurrency currency)
{
  return (DaybookDecimal) { minor, daybook_currency_decimals (currency), TRUE };
}

/* What stands in place of an entry is corrected to what the entry was. Where its reversal counts
 * for another day, nothing can count for the entry's own any more (rule 27). */
static DaybookCommand *
correct_back (const Done *done)
{
  const DaybookEvent *was = done->before->entry;
  const char *memo = was != NULL ? daybook_event_get_memo (was) : NULL;
  DaybookMovement before = { 0 }, after = { 0 };
  DaybookCorrect *correct;

  if (was == NULL || event_at (done->events, 0)->value_date != was->value_date ||
      !can_ask_for (memo))
    return NULL;

  daybook_event_get_movement (was, &before);
  daybook_event_get_movement (done->outcome, &after);
  correct = daybook_record_new (&daybook_correct);
  correct->entry = done->first + 1;
  if (before.amount != after.amount)
    correct->amount = decimal_of (before.amount, before.currency);
  if (!daybook_account_number_equal (&before.from, &after.from))
    correct->from = g_strdup (before.from.digits);
  if (!daybook_account_number_equal (&before.to, &after.to))
    correct->to = g_strdup (before.to.digits);
  if (before.method != after.method)
    correct->method = before.method;
  if (was->value_date != done->outcome->value_date)
    correct->on = was->value_date;
  correct->memo = back_to (memo, daybook_event_get_memo (done->outcome));

  return &correct->command;
}

static DaybookCommand *
undo_movement (const Done *done)
{
  DaybookReverse *reverse;

  if (event_at (done->events, 0)->record.schema == &daybook_entry_reversed)
    return correct_back (done);

  reverse = daybook_record_new (&daybook_reverse);
  reverse->entry = done->first;

  return &reverse->command;
}

static DaybookCommand *
undo_hold_placed (const Done *done)
{
  DaybookRelease *release = daybook_record_new (&daybook_release);

  release->entry = done->first;

  return &release->command;
}

/* Opened, or opened again: there is nothing in it yet. */
static DaybookCommand *
undo_opened (const Done *done)
{
  DaybookClose *close = daybook_record_new (&daybook_close);

  close->account = dup_account (done);

  return &close->command;
}

/* Money that was paid out would stay so. */
static DaybookCommand *
undo_closed (const Done *done)
{
  DaybookReopen *reopen;

  if (done->events->len > 1)
    return NULL;

  reopen = daybook_record_new (&daybook_reopen);
  reopen->account = dup_account (done);

  return &reopen->command;
}

static DaybookCommand *
undo_renamed (const Done *done)
{
  const DaybookAccount *before = done->before->account;
  DaybookRenameAccount *rename;

  if (before == NULL || !can_ask_for (before->name))
    return NULL;

  rename = daybook_record_new (&daybook_rename_account);
  rename->account = dup_account (done);
  rename->name = g_strdup (before->name != NULL ? before->name : "-");

  return &rename->command;
}

/* Who may dispose of the money of a single holder is no question; between several, removing one
 * does not bring back what the rule was. */
static DaybookCommand *
undo_holder_added (const Done *done)
{
  const DaybookHolderAdded *added = (const DaybookHolderAdded *) done->outcome;
  const DaybookAccount *before = done->before->account;
  DaybookRemoveHolder *remove;

  if (before == NULL || done->before->person == NULL ||
      (before->holders->len > 1 && before->authority != added->authority))
    return NULL;

  remove = daybook_record_new (&daybook_remove_holder);
  remove->account = dup_account (done);
  remove->holder = g_strdup (done->before->person->username);

  return &remove->command;
}

static DaybookCommand *
undo_holder_removed (const Done *done)
{
  DaybookAddHolder *add;

  if (done->before->person == NULL)
    return NULL;

  add = daybook_record_new (&daybook_add_holder);
  add->account = dup_account (done);
  add->holder = g_strdup (done->before->person->username);

  return &add->command;
}

static DaybookCommand *
undo_limits (const Done *done)
{
  const DaybookLimitsChanged *changed = (const DaybookLimitsChanged *) done->outcome;
  const DaybookAccount *before = done->before->account;
  DaybookChangeLimits *limits;

  if (before == NULL)
    return NULL;

  limits = daybook_record_new (&daybook_change_limits);
  limits->account = dup_account (done);
  if (before->limits.minimum != changed->minimum)
    limits->minimum = decimal_of (before->limits.minimum, before->currency);
  if (before->limits.overdraft != changed->overdraft)
    limits->overdraft = decimal_of (before->limits.overdraft, before->currency);
  if (before->limits.per_withdrawal != changed->per_withdrawal)
    limits->per_withdrawal = decimal_of (before->limits.per_withdrawal, before->currency);
  if (before->limits.per_day != changed->per_day)
    limits->per_day = decimal_of (before->limits.per_day, before->currency);

  return &limits->command;
}

/* The side that the events are about. Both kinds of events have the same form. */
static DaybookSide
side_of (const Done *done)
{
  return done->events->len > 1 ? DAYBOOK_SIDE_BOTH
                               : ((const DaybookAccountBlocked *) done->outcome)->side;
}

static DaybookCommand *
undo_blocked (const Done *done)
{
  DaybookUnblock *unblock = daybook_record_new (&daybook_unblock);

  unblock->account = dup_account (done);
  unblock->side = side_of (done);

  return &unblock->command;
}

/* One command blocks both sides for one reason only. */
static DaybookCommand *
undo_unblocked (const Done *done)
{
  const DaybookAccount *before = done->before->account;
  DaybookSide side = side_of (done);
  DaybookBlock *block;

  if (before == NULL ||
      (side == DAYBOOK_SIDE_BOTH &&
       g_strcmp0 (before->debits_blocked, before->credits_blocked) != 0))
    return NULL;

  block = daybook_record_new (&daybook_block);
  block->account = dup_account (done);
  block->side = side;
  block->reason = g_strdup (side == DAYBOOK_SIDE_CREDITS ? before->credits_blocked
                                                         : before->debits_blocked);

  return &block->command;
}

static const DaybookEvent *
find_event (GPtrArray           *events,
            const DaybookSchema *schema)
{
  for (guint i = 0; i < events->len; i++)
    if (event_at (events, i)->record.schema == schema)
      return event_at (events, i);

  return NULL;
}

static DaybookCommand *
undo_person_changed (const Done *done)
{
  const DaybookPersonalDetailsChanged *details =
    (gconstpointer) find_event (done->events, &daybook_personal_details_changed);
  const DaybookUsernameChanged *renamed =
    (gconstpointer) find_event (done->events, &daybook_username_changed);
  const DaybookPerson *before = done->before->person;
  DaybookPersonChange *change;

  if (before == NULL || !can_ask_for (before->name) || !can_ask_for (before->phone) ||
      !can_ask_for (before->address) || !can_ask_for (before->note))
    return NULL;

  change = daybook_record_new (&daybook_person_change);
  change->person = g_strdup (before->username);
  if (renamed != NULL)
    change->username = g_strdup (renamed->former);
  if (details != NULL)
    {
      change->name = back_to (before->name, details->name);
      change->email = back_to (before->email, details->email);
      change->phone = back_to (before->phone, details->phone);
      change->address = back_to (before->address, details->address);
      change->note = back_to (before->note, details->note);
    }

  return &change->command;
}

static DaybookCommand *
undo_book_renamed (const Done *done)
{
  DaybookRenameBook *rename;

  if (done->before->book == NULL)
    return NULL;

  rename = daybook_record_new (&daybook_rename_book);
  rename->name = g_strdup (done->before->book->name);

  return &rename->command;
}

static DaybookCommand *
undo_period_closed (const Done *done)
{
  DaybookReopenPeriod *reopen = daybook_record_new (&daybook_reopen_period);

  reopen->until = ((const DaybookPeriodClosed *) done->outcome)->until;

  return &reopen->command;
}

/* By what a command led to in the end. What is not listed has no opposite. */
static const struct
{
  const DaybookSchema *outcome;
  DaybookCommand *(*undo) (const Done *done);
} opposites[] = {
  { &daybook_money_deposited, undo_movement },
  { &daybook_money_withdrawn, undo_movement },
  { &daybook_money_transferred, undo_movement },
  { &daybook_hold_captured, undo_movement },
  { &daybook_hold_placed, undo_hold_placed },
  { &daybook_account_opened, undo_opened },
  { &daybook_account_reopened, undo_opened },
  { &daybook_account_closed, undo_closed },
  { &daybook_account_renamed, undo_renamed },
  { &daybook_holder_added, undo_holder_added },
  { &daybook_holder_removed, undo_holder_removed },
  { &daybook_limits_changed, undo_limits },
  { &daybook_account_blocked, undo_blocked },
  { &daybook_account_unblocked, undo_unblocked },
  { &daybook_personal_details_changed, undo_person_changed },
  { &daybook_username_changed, undo_person_changed },
  { &daybook_book_renamed, undo_book_renamed },
  { &daybook_period_closed, undo_period_closed },
};

/**
 * daybook_opposite_new:
 * @events: (element-type DaybookEvent): what one command recorded; at least one
 * @first: the number of the first entry
 * @before: what the events are about, as it was before them
 *
 * Rule 29.
 *
 * Returns: (transfer full) (nullable): the command that undoes it, without a reason of its own;
 *   %NULL if none does.
 */
DaybookCommand *
daybook_opposite_new (GPtrArray              *events,
                      guint64                 first,
                      const DaybookConcerned *before)
{
  Done done = { events, event_at (events, events->len - 1), first, before };

  for (guint i = 0; i < G_N_ELEMENTS (opposites); i++)
    if (opposites[i].outcome == done.outcome->record.schema)
      return opposites[i].undo (&done);

  return NULL;
}

static gboolean
limits_are_so (const DaybookChangeLimits  *back,
               const DaybookLimitsChanged *changed,
               const DaybookLimits        *now)
{
  return (!back->minimum.given || now->minimum == changed->minimum) &&
         (!back->overdraft.given || now->overdraft == changed->overdraft) &&
         (!back->per_withdrawal.given || now->per_withdrawal == changed->per_withdrawal) &&
         (!back->per_day.given || now->per_day == changed->per_day);
}

static gboolean
details_are_so (const DaybookPersonChange           *back,
                const DaybookPersonalDetailsChanged *changed,
                const DaybookPerson                 *now)
{
  return (back->name == NULL || g_strcmp0 (now->name, changed->name) == 0) &&
         (back->email == NULL || g_strcmp0 (now->email, changed->email) == 0) &&
         (back->phone == NULL || g_strcmp0 (now->phone, changed->phone) == 0) &&
         (back->address == NULL || g_strcmp0 (now->address, changed->address) == 0) &&
         (back->note == NULL || g_strcmp0 (now->note, changed->note) == 0);
}

static gboolean
block_is_so (const DaybookAccountBlocked *blocked,
             const DaybookAccount        *now)
{
  return g_strcmp0 (blocked->side == DAYBOOK_SIDE_DEBITS ? now->debits_blocked
                                                         : now->credits_blocked,
                    blocked->reason) == 0;
}

static gboolean
closing_is_so (const DaybookPeriodClosed *closed,
               const DaybookBook         *now)
{
  const DaybookClosing *latest = daybook_book_get_latest (now);

  return latest != NULL && latest->until == closed->until && latest->sealed == closed->sealed;
}

/* Whether what the opposite would give back is still as the event left it. Most commands that come
 * too late are refused as such; these would not be. */
static gboolean
is_so (const DaybookCommand   *opposite,
       const DaybookEvent     *event,
       const DaybookConcerned *now)
{
  const DaybookSchema *schema = event->record.schema;

  if (schema == &daybook_account_renamed)
    return g_strcmp0 (now->account->name, ((const DaybookAccountRenamed *) event)->name) == 0;
  if (schema == &daybook_limits_changed)
    return limits_are_so ((const DaybookChangeLimits *) opposite,
                          (const DaybookLimitsChanged *) event, &now->account->limits);
  if (schema == &daybook_account_blocked)
    return block_is_so ((const DaybookAccountBlocked *) event, now->account);
  if (schema == &daybook_personal_details_changed)
    return details_are_so ((const DaybookPersonChange *) opposite,
                           (const DaybookPersonalDetailsChanged *) event, now->person);
  if (schema == &daybook_username_changed)
    return g_strcmp0 (now->person->username,
                      ((const DaybookUsernameChanged *) event)->username) == 0;
  if (schema == &daybook_book_renamed)
    return g_strcmp0 (now->book->name, ((const DaybookBookRenamed *) event)->name) == 0;
  if (schema == &daybook_period_closed)
    return closing_is_so ((const DaybookPeriodClosed *) event, now->book);

  return TRUE;
}

/**
 * daybook_opposite_check:
 * @opposite: of daybook_opposite_new()
 * @events: (element-type DaybookEvent): what it is to undo
 * @now: what the events are about, as it is now
 *
 * Rule 29: what others changed since is theirs, and not taken back with what was before.
 *
 * Returns: whether it would undo those events and nothing else; else a refusal in @error.
 */
gboolean
daybook_opposite_check (const DaybookCommand    *opposite,
                        GPtrArray               *events,
                        const DaybookConcerned  *now,
                        GError                 **error)
{
  for (guint i = 0; i < events->len; i++)
    if (!is_so (opposite, event_at (events, i), now))
      return daybook_refuse (error, DAYBOOK_REFUSAL_CHANGED_SINCE);

  return TRUE;
}

/**
 * daybook_opposite_is_settled:
 * @opposite: of daybook_opposite_new()
 * @refusal: why it was refused
 *
 * Returns: whether there is nothing left that it could undo, so that it need not be tried again;
 *   %FALSE if it may be possible another time, such as when the money is back.
 */
gboolean
daybook_opposite_is_settled (const DaybookCommand *opposite,
                             const GError         *refusal)
{
  static const DaybookRefusal settled[] = {
    DAYBOOK_REFUSAL_ENTRY_ALREADY_REVERSED, DAYBOOK_REFUSAL_HOLD_ENDED,
    DAYBOOK_REFUSAL_NOTHING_CHANGES, DAYBOOK_REFUSAL_CHANGED_SINCE,
    DAYBOOK_REFUSAL_ALREADY_BLOCKED, DAYBOOK_REFUSAL_NOT_BLOCKED,
    DAYBOOK_REFUSAL_ALREADY_HOLDER, DAYBOOK_REFUSAL_NOT_A_HOLDER,
    DAYBOOK_REFUSAL_ACCOUNT_NOT_CLOSED, DAYBOOK_REFUSAL_NO_PERIOD_CLOSED,
  };

  if (refusal->domain != DAYBOOK_REFUSAL)
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (settled); i++)
    if ((int) settled[i] == refusal->code)
      return TRUE;

  /* Closed already; anything else that is refused for this may be possible once it is open. */
  return opposite->schema == &daybook_close && refusal->code == DAYBOOK_REFUSAL_ACCOUNT_NOT_OPEN;
}
