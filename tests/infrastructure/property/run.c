/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* One command: asked in every world, compared with what the naive ledger says of it. */

#include <string.h>

#include "accounts/hold-records.h"
#include "people/person-records.h"
#include "run.h"

#define HISTORY 20

/* Each so many commands, one is first tried at a desk that has just been set up. */
#define FRESH_EVERY 5

static const char *const actors[N_DESKS] = { "anne", "ben" };

/* A command of somebody else, that comes between a decision and its append. */
typedef struct
{
  World *world;
  guint desk;
  const Ask *ask;
  Outcome outcome;
  gboolean ran;
} Rival;

void
run_fail (Run        *run,
          const char *format,
          ...)
{
  g_autoptr (GString) text = g_string_new (NULL);
  va_list args;

  va_start (args, format);
  g_string_append_vprintf (text, format, args);
  va_end (args);

  g_string_append_printf (text, "\nseed %u, step %u; repeat with --seed %u --steps %u\n"
                          "the last commands:\n", run->seed, run->step, run->seed, run->step + 1);
  for (GList *l = run->history->head; l != NULL; l = l->next)
    g_string_append_printf (text, "  %s\n", (char *) l->data);

  g_assertion_message (G_LOG_DOMAIN, __FILE__, __LINE__, G_STRFUNC, text->str);
  g_assert_not_reached ();
}

/* By the stored events alone. */
Sum *
run_balance (Run        *run,
             const char *number)
{
  int account = naive_ledger_find_account (run->ledger, number, NULL);

  MUST (run, account >= 0, "an entry moves money of account %s, which there is not", number);
  if (run->balances->len <= (guint) account)
    g_array_set_size (run->balances, account + 1);
  return &g_array_index (run->balances, Sum, account);
}

/* @line: (transfer full): what happened */
void
run_remember (Run  *run,
              char *line)
{
  g_queue_push_tail (run->history, line);
  if (g_queue_get_length (run->history) > HISTORY)
    g_free (g_queue_pop_head (run->history));
}

/* The day it is where the book is kept. */
char *
run_dup_today (Run *run)
{
  const char *name = run->ledger->time_zone != NULL ? run->ledger->time_zone : "UTC";
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (name);
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (run->now / G_USEC_PER_SEC);
  g_autoptr (GDateTime) there = g_date_time_to_timezone (utc, zone);

  return g_date_time_format (there, "%Y-%m-%d");
}

static void
judge (Run          *run,
       const Ask    *ask,
       NaiveVerdict *verdict)
{
  g_autofree char *today = run_dup_today (run);

  naive_ledger_judge (run->ledger, ask, today, verdict);
}

static char *
name_refusals (const NaiveVerdict *verdict)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < DAYBOOK_N_REFUSALS; i++)
    if (verdict->broken[i])
      g_string_append_printf (text, " %s", daybook_refusal_name (i));
  return g_string_free (text, FALSE);
}

static void
compare_refusal (Run                *run,
                 const char         *where,
                 const Ask          *ask,
                 const NaiveVerdict *verdict,
                 const GError       *error)
{
  g_autofree char *text = ask_to_text (ask);
  g_autofree char *fair = name_refusals (verdict);
  const DaybookFigures *figures;
  const NaiveFigures *expected;

  MUST (run, error->domain == DAYBOOK_REFUSAL, "%s: %s failed: %s", where, text, error->message);
  MUST (run, verdict->refused, "%s: %s refused as %s, though the rules allow it", where, text,
        daybook_refusal_name (error->code));
  MUST (run, verdict->broken[error->code], "%s: %s refused as %s, not as one of%s",
        where, text, daybook_refusal_name (error->code), fair);

  expected = &verdict->figures[error->code];
  figures = daybook_refusal_figures (error);
  MUST (run, !expected->counts ||
             figures->available == CLAMP (expected->available, G_MININT64, G_MAXINT64),
        "%s: %s refused as %s with %" G_GINT64_FORMAT " available", where, text,
        daybook_refusal_name (error->code), figures->available);
  if (expected->date != NULL)
    {
      char date[DAYBOOK_DATE_LENGTH];

      daybook_date_format (figures->date, date);
      MUST (run, strcmp (date, expected->date) == 0,
            "%s: %s refused as %s for the sake of %s, not %s", where, text,
            daybook_refusal_name (error->code), date, expected->date);
    }
}

static guint64
last_of_command (const NaiveLedger *ledger,
                 guint64            first)
{
  guint64 last = first;

  while (last < ledger->entries->len && naive_entry (ledger, last + 1)->first == first)
    last++;
  return last;
}

static void
compare_outcome (Run                *run,
                 const char         *where,
                 const Ask          *ask,
                 const NaiveVerdict *verdict,
                 const Outcome      *outcome)
{
  const NaiveLedger *ledger = run->ledger;
  guint64 n = ledger->entries->len;
  guint64 number = verdict->repeats != 0 ? verdict->repeats : n + 1;
  guint64 last = verdict->repeats != 0 ? last_of_command (ledger, number)
                                       : n + verdict->n_entries;
  gint64 recorded_at = n == 0 ? run->now : MAX (run->now, naive_entry (ledger, n)->recorded_at);
  g_autofree char *text = ask_to_text (ask);
  g_autofree char *fair = name_refusals (verdict);

  if (outcome->receipt == NULL)
    {
      compare_refusal (run, where, ask, verdict, outcome->error);
      return;
    }

  if (verdict->repeats != 0)
    recorded_at = naive_entry (ledger, verdict->repeats)->recorded_at;
  MUST (run, !verdict->refused, "%s: %s accepted, though it breaks%s", where, text, fair);
  MUST (run, outcome->receipt->repeated == (verdict->repeats != 0),
        "%s: %s is taken for %s", where, text, outcome->receipt->repeated ? "a repeat" : "new");
  MUST (run, outcome->receipt->first == number && outcome->receipt->last == last,
        "%s: %s gives entries %" G_GUINT64_FORMAT " to %" G_GUINT64_FORMAT ", not %"
        G_GUINT64_FORMAT " to %" G_GUINT64_FORMAT, where, text, outcome->receipt->first,
        outcome->receipt->last, number, last);
  MUST (run, outcome->receipt->recorded_at == recorded_at, "%s: %s recorded at another time",
        where, text);
}

/* The id that was made for a person or a hold; nobody has had it before. */
static const char *
made_id (Run                *run,
         const DaybookEvent *event)
{
  const char *id = NULL;

  if (event->record.schema == &daybook_person_registered)
    id = naive_intern (((const DaybookPersonRegistered *) event)->person);
  if (event->record.schema == &daybook_hold_placed)
    id = naive_intern (((const DaybookHoldPlaced *) event)->hold);

  for (guint64 i = 1; id != NULL && i <= run->ledger->entries->len; i++)
    MUST (run, naive_entry (run->ledger, i)->ends != 0 || naive_entry (run->ledger, i)->id != id,
          "entry %" G_GUINT64_FORMAT " has the same id", i);
  return id;
}

/* The ledger takes over what was accepted, and the id that a person or a hold was given. */
static void
record (Run                *run,
        const NaiveVerdict *verdict,
        const Outcome      *outcome)
{
  if (verdict->refused)
    run->refused[outcome->error->code]++;
  if (verdict->repeats != 0)
    run->n_repeats++;
  if (verdict->refused || verdict->repeats != 0)
    return;

  for (guint i = 0; i < verdict->n_entries; i++)
    {
      NaiveEntry entry = verdict->entries[i];

      run->accepted[entry.kind]++;
      if (entry.kind == NAIVE_REGISTERED || entry.kind == NAIVE_HELD)
        entry.id = made_id (run, daybook_receipt_get_outcome (outcome->receipt));
      naive_ledger_record (run->ledger, &entry, run->now);
    }
}

/* A desk that was set up a moment ago, and has read everything anew, says the same; and so does one
 * that begins with a snapshot. They undo and drop what they did, so that it can be done in
 * earnest. */
static void
try_afresh (Run                *run,
            World              *world,
            const Ask          *ask,
            const NaiveVerdict *verdict)
{
  for (int with_snapshots = 0; with_snapshots < 2; with_snapshots++)
    {
      g_autofree Desk *desk = world_extra_desk (world, with_snapshots);
      g_auto (Outcome) outcome = { 0 };

      g_assert_true (daybook_dispatcher_begin (desk->dispatcher, NULL));
      desk_ask (desk, actors[0], ask, &outcome);
      check_undo (run, desk, ask, &outcome);
      compare_outcome (run, with_snapshots ? "snapshot and tail" : "replayed", ask, verdict,
                       &outcome);
      desk_clear (desk);
    }
}

static void
interfere (gpointer user_data)
{
  Rival *rival = user_data;

  rival->ran = TRUE;
  desk_ask (&rival->world->desks[rival->desk], actors[rival->desk], rival->ask, &rival->outcome);
}

/* The same command once more, from wherever else there is. */
static void
ask_again (Run           *run,
           World         *world,
           guint          desk,
           const Ask     *ask,
           const Outcome *before)
{
  guint other = run->in_unit ? desk : 1 - desk;
  g_auto (Outcome) again = { 0 };

  if (ask->command_id == NULL)
    return;

  desk_ask (&world->desks[other], actors[other], ask, &again);
  MUST (run, again.receipt != NULL, "%s: asked again, it failed: %s", world->name,
        again.error->message);
  MUST (run, again.receipt->repeated && again.receipt->first == before->receipt->first &&
             again.receipt->last == before->receipt->last &&
             again.receipt->recorded_at == before->receipt->recorded_at &&
             strcmp (again.events, before->events) == 0 &&
             strcmp (again.receipt->command_id, before->receipt->command_id) == 0,
        "%s: asked again, the receipt is another", world->name);
}

static void
describe (Run           *run,
          guint          desk,
          const Ask     *ask,
          const Outcome *outcome,
          const char    *how)
{
  g_autofree char *text = ask_to_text (ask);
  g_autofree char *what = outcome->receipt != NULL
    ? g_strdup_printf ("%s %" G_GUINT64_FORMAT, outcome->receipt->repeated ? "again" : "entry",
                       outcome->receipt->first)
    : g_strdup (outcome->error->domain == DAYBOOK_REFUSAL
                  ? daybook_refusal_name (outcome->error->code) : outcome->error->message);

  run_remember (run, g_strdup_printf ("%u %s %" G_GINT64_FORMAT "%s %s -> %s", run->step,
                                      actors[desk], run->now, how, text, what));
}

/* Every world gave the same answer. */
static void
compare_worlds (Run           *run,
                const Outcome *a,
                const Outcome *b)
{
  MUST (run, g_strcmp0 (a->events, b->events) == 0, "%s recorded in one store, %s in the other",
        a->events, b->events);
  MUST (run, a->error == NULL || g_error_matches (b->error, a->error->domain, a->error->code),
        "the stores fail differently: %s, %s", a->error->message, b->error->message);
}

/**
 * Asks in every world at once.
 * @desk: which desk asks
 * @rival: (nullable): what the other desk asks between this command's decision and its append
 */
void
run_perform (Run       *run,
             guint      desk,
             const Ask *ask,
             const Ask *rival)
{
  NaiveVerdict verdict, rival_verdict;
  Rival rivals[N_WORLDS] = { 0 };
  g_auto (Outcome) first = { 0 }, second = { 0 };
  Outcome *const outcomes[N_WORLDS] = { &first, &second };
  g_autofree char *text = ask_to_text (ask);
  gboolean interfered;

  judge (run, ask, &verdict);
  interfered = rival != NULL && !verdict.refused && verdict.repeats == 0;
  for (guint i = 0; i < N_WORLDS; i++)
    {
      Desk *there = &run->worlds[i]->desks[desk];

      if (!run->in_unit && rival == NULL && run->step % FRESH_EVERY == 0)
        try_afresh (run, run->worlds[i], ask, &verdict);

      rivals[i] = (Rival) { .world = run->worlds[i], .desk = 1 - desk, .ask = rival };
      desk_set_hook (there, rival != NULL ? interfere : NULL, &rivals[i]);
      desk_ask (there, actors[desk], ask, outcomes[i]);
      desk_set_hook (there, NULL, NULL);
      MUST (run, rivals[i].ran == interfered,
            "%s is decided otherwise, or asks for other ids than this test knows", text);
      run->n_races += interfered && desk_get_n_asked (there) > 1 + verdict.n_entries;
    }

  if (interfered)
    {
      describe (run, 1 - desk, rival, &rivals[0].outcome, " (between)");
      judge (run, rival, &rival_verdict);
      for (guint i = 0; i < N_WORLDS; i++)
        compare_outcome (run, run->worlds[i]->name, rival, &rival_verdict, &rivals[i].outcome);
      compare_worlds (run, &rivals[0].outcome, &rivals[1].outcome);
      record (run, &rival_verdict, &rivals[0].outcome);
      judge (run, ask, &verdict);
    }

  describe (run, desk, ask, &first, "");
  for (guint i = 0; i < N_WORLDS; i++)
    {
      compare_outcome (run, run->worlds[i]->name, ask, &verdict, outcomes[i]);
      outcome_clear (&rivals[i].outcome);
    }
  compare_worlds (run, &first, &second);
  record (run, &verdict, &first);
  if (!verdict.refused)
    for (guint i = 0; i < N_WORLDS; i++)
      ask_again (run, run->worlds[i], desk, ask, outcomes[i]);

  if (ask->command_id != NULL)
    g_ptr_array_add (run->asked, ask_copy (ask));
}
