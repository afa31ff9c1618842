/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Random commands, on a store in memory and on a book file at once, compared after each with a
 * ledger that somebody else wrote from the rules alone: what is accepted and what is refused, every
 * entry, every balance, every line, and that everything worked out from the events is the same
 * when it is worked out from nothing.
 *
 *     test-property [--seed N] [--steps N]
 *
 * Without a seed, some fixed ones are run and one that is drawn. A failure names its seed, its step
 * and the last commands. Everything random hangs on the seed alone. */

#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

#include "accounts/account-events.h"
#include "catalogue.h"
#include "refusal.h"
#include "run.h"
#include "store-error.h"

#define DEFAULT_STEPS 600
#define THOROUGH_EVERY 60

/* Together they reach every refusal, and among them are those that found what few others do. */
static const guint32 fixed_seeds[] = { 9, 11, 19, 28, 30, 31, 34 };

static gint option_steps = DEFAULT_STEPS;
static gint64 option_seed = -1;

/* Over all runs, to show that the generator reaches what it is there for. */
static guint seen_refused[DAYBOOK_N_REFUSALS];
static guint seen_accepted[NAIVE_N_KINDS];
static guint seen_undone;
static guint seen_races;
static guint seen_repeats;

static void
set_clock (Run   *run,
           gint64 now)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (now / G_USEC_PER_SEC);
  g_autofree char *seconds = g_date_time_format (time, "%Y-%m-%dT%H:%M:%S");
  g_autofree char *text = g_strdup_printf ("%s.%06dZ", seconds, (int) (now % G_USEC_PER_SEC));

  run->now = now;
  daybook_test_clock_set (run->clock, text);
}

/* In memory where there is such a place: nothing here is about what a disk keeps, and waiting for
 * one would take most of the time. */
static char *
make_folder (void)
{
  g_autofree char *folder = g_strdup ("/dev/shm/daybook-XXXXXX");

  return g_mkdtemp (folder) != NULL ? g_steal_pointer (&folder)
                                    : g_dir_make_tmp ("daybook-XXXXXX", NULL);
}

static Run *
run_new (guint32 seed)
{
  Run *run = g_new0 (Run, 1);

  run->seed = seed;
  run->folder = make_folder ();
  run->clock = daybook_test_clock_new ("2026-11-23T12:00:00Z");
  run->ledger = naive_ledger_new ();
  run->generator.rand = g_rand_new_with_seed (seed);
  run->generator.large = generate_below (&run->generator, 2) == 0;
  run->history = g_queue_new ();
  run->asked = g_ptr_array_new_with_free_func ((GDestroyNotify) ask_free);
  run->streams = naive_ledger_get_streams (run->ledger);
  run->balances = g_array_new (FALSE, TRUE, sizeof (Sum));
  run->worlds[0] = world_new ("memory", run->folder, TRUE, run->clock);
  run->worlds[1] = world_new ("sqlite", run->folder, FALSE, run->clock);
  set_clock (run, G_GINT64_CONSTANT (1795435200) * G_USEC_PER_SEC);

  return run;
}

static void
run_free (Run *run)
{
  for (guint i = 0; i < N_WORLDS; i++)
    world_free (run->worlds[i]);
  g_assert_cmpint (g_rmdir (run->folder), ==, 0);
  g_free (run->folder);
  g_object_unref (run->clock);
  naive_ledger_free (run->ledger);
  g_rand_free (run->generator.rand);
  g_queue_free_full (run->history, g_free);
  g_ptr_array_unref (run->asked);
  g_hash_table_unref (run->streams);
  g_array_unref (run->balances);
  g_free (run);
}

static guint
below (Run   *run,
       guint  limit)
{
  return generate_below (&run->generator, limit);
}

static void
look (Run *run)
{
  g_autofree char *today = run_dup_today (run);

  run->generator.ledger = run->ledger;
  run->generator.today = naive_intern (today);
}

static Ask *
next_ask (Run *run)
{
  look (run);
  return generate_ask (&run->generator);
}

static void
step_one_command (Run *run)
{
  g_autoptr (Ask) ask = next_ask (run);

  run_perform (run, below (run, N_DESKS), ask, NULL);
}

/* Something that was asked before, accepted or refused, today or long ago. */
static void
step_asked_before (Run *run)
{
  g_autoptr (Ask) ask = NULL;

  if (run->asked->len == 0)
    return;
  ask = ask_copy (run->asked->pdata[below (run, run->asked->len)]);
  run_perform (run, below (run, N_DESKS), ask, NULL);
}

/* The command of some entry, NULL if it is not known. */
static const Ask *
some_recorded (Run *run)
{
  guint n = run->ledger->entries->len;
  const char *id = n > 0 ? naive_entry (run->ledger, 1 + below (run, n))->command_id : NULL;

  for (guint i = run->asked->len; id != NULL && i > 0; i--)
    if (g_strcmp0 (((Ask *) run->asked->pdata[i - 1])->command_id, id) == 0)
      return run->asked->pdata[i - 1];

  return NULL;
}

/* Something new under an id that is known, or the old thing with one word changed. */
static void
step_id_reused (Run *run)
{
  const Ask *old = some_recorded (run);
  g_autoptr (Ask) ask = NULL;

  if (old == NULL)
    return;

  if (below (run, 4) == 0)
    {
      ask = next_ask (run);
      g_free (ask->command_id);
      ask->command_id = g_strdup (old->command_id);
    }
  else
    {
      guint field = below (run, old->n_fields);

      ask = ask_copy (old);
      g_free (ask->fields[field].value);
      ask->fields[field].value = g_strdup (below (run, 2) == 0 ? "another" : "1");
    }
  run_perform (run, below (run, N_DESKS), ask, NULL);
}

/* Two desks at once: something else comes first, or the same again, or the very same command. */
static void
step_race (Run *run)
{
  g_autoptr (Ask) ask = next_ask (run);
  guint how = below (run, 6);
  g_autoptr (Ask) rival = how < 3 ? next_ask (run) : ask_copy (ask);

  if (how > 3)
    {
      g_free (rival->command_id);
      rival->command_id = g_strdup_printf ("c-%u", ++run->generator.n_ids);
    }
  run_perform (run, below (run, N_DESKS), ask, rival);
}

/* A closing counts what there is: so long as nothing else comes in. */
static void
step_race_closing (Run *run)
{
  g_autoptr (Ask) ask = NULL, rival = NULL;

  look (run);
  ask = generate_ask_to (&run->generator, "close-period");
  rival = generate_ask_to (&run->generator, "deposit");
  run_perform (run, below (run, N_DESKS), ask, rival);
}

/* Some commands, kept or dropped as a whole. What was dropped never happened, and can be asked once
 * more, in another order. */
static void
step_unit_of_work (Run *run)
{
  g_autoptr (NaiveLedger) before = naive_ledger_copy (run->ledger);
  g_autoptr (GPtrArray) asks = g_ptr_array_new_with_free_func ((GDestroyNotify) ask_free);
  gboolean keep = below (run, 2) == 0;
  guint n = 1 + below (run, 6);

  for (guint i = 0; i < N_WORLDS; i++)
    g_assert_true (daybook_dispatcher_begin (run->worlds[i]->desks[0].dispatcher, NULL));
  run->in_unit = TRUE;
  for (guint i = 0; i < n; i++)
    {
      g_ptr_array_add (asks, next_ask (run));
      run_perform (run, 0, asks->pdata[i], NULL);
    }
  run->in_unit = FALSE;
  run_remember (run, g_strdup (keep ? "(kept)" : "(dropped)"));

  for (guint i = 0; i < N_WORLDS; i++)
    if (keep)
      g_assert_true (daybook_dispatcher_commit (run->worlds[i]->desks[0].dispatcher, NULL));
    else
      daybook_dispatcher_rollback (run->worlds[i]->desks[0].dispatcher);
  if (!keep)
    {
      naive_ledger_free (run->ledger);
      run->ledger = g_steal_pointer (&before);
      for (guint i = n; i > 0; i--)
        run_perform (run, below (run, N_DESKS), asks->pdata[i - 1], NULL);
    }
}

/* What was seen of one stream, at a version that it does not have. */
static void
expect_wrongly (Run        *run,
                const char *account,
                GArray     *expectations)
{
  const struct { DaybookStreamKind kind; const char *key; } streams[] = {
    { DAYBOOK_STREAM_ACCOUNT, account },
    { DAYBOOK_STREAM_REGISTER, "accounts" },
    { DAYBOOK_STREAM_BOOK, "book" },
    { DAYBOOK_STREAM_USERNAME, naive_person (run->ledger, 0)->username },
  };
  guint i = below (run, G_N_ELEMENTS (streams));
  g_autofree char *name = g_strdup_printf ("%s %s", daybook_stream_kind_name (streams[i].kind),
                                           streams[i].key);
  guint version = GPOINTER_TO_UINT (g_hash_table_lookup (run->streams, name));

  daybook_expectations_add (expectations, streams[i].kind, streams[i].key,
                            below (run, 2) == 0 ? version + 1 : below (run, version));
}

/* A fair event, appended by somebody who saw a stream at another version, or under a command id
 * that is taken: nothing of it stays. */
static void
step_stale_append (Run *run)
{
  g_autoptr (GPtrArray) events = g_ptr_array_new_with_free_func (daybook_record_free);
  g_autoptr (GArray) expectations = daybook_expectations_new ();
  const char *taken = NULL, *account;
  guint8 id[DAYBOOK_ID_SIZE] = { 0 };
  DaybookAppend append = { .command_id = "stale", .actor = "", .events = events, .ids = id,
                           .expectations = expectations };
  DaybookMoneyDeposited *deposited;

  if (run->ledger->accounts->len == 0)
    return;

  account = naive_account (run->ledger, below (run, run->ledger->accounts->len))->number;
  deposited = daybook_record_new (&daybook_money_deposited);
  g_ptr_array_add (events, deposited);
  deposited->event.value_date = day ("2026-11-23");
  g_strlcpy (deposited->to.digits, account, sizeof deposited->to.digits);
  deposited->amount = 1;
  deposited->method = DAYBOOK_METHOD_CASH;
  g_strlcpy (deposited->currency.code, "EUR", sizeof deposited->currency.code);

  if (below (run, 5) == 0)
    taken = naive_entry (run->ledger, run->ledger->entries->len)->command_id;
  if (taken != NULL)
    append.command_id = taken;
  else
    expect_wrongly (run, account, expectations);

  for (guint i = 0; i < N_WORLDS; i++)
    {
      g_autoptr (GError) error = NULL;
      DaybookCommitted committed;

      MUST (run, !daybook_event_store_append (run->worlds[i]->desks[i].store, &append, &committed,
                                              &error),
            "%s: a stale append went through", run->worlds[i]->name);
      g_assert_error (error, DAYBOOK_STORE_ERROR, DAYBOOK_STORE_ERROR_CONFLICT);
    }
}

/* Mostly onwards, over midnight too; now and then somebody sets it back. */
static void
step_clock (Run *run)
{
  const gint64 hour = G_GINT64_CONSTANT (3600) * G_USEC_PER_SEC;
  gint64 now = run->now;

  switch (below (run, 6))
    {
    case 0:
      now += below (run, 3);
      break;
    case 1:
      now += below (run, 72) * hour;
      break;
    case 2:
      now -= below (run, 48) * hour;
      break;
    case 3:
      /* The last microsecond of a day in UTC, or the first of the next. */
      now += 24 * hour - now % (24 * hour) - below (run, 2);
      break;
    default:
      now += below (run, 1000) * G_USEC_PER_SEC;
    }

  set_clock (run, now);
}

/* What may happen, and how often. */
static const struct
{
  guint weight;
  void (*perform) (Run *run);
} steps[] = {
  { 60, step_one_command },
  { 8, step_asked_before },
  { 5, step_id_reused },
  { 15, step_race },
  { 2, step_race_closing },
  { 5, step_unit_of_work },
  { 5, step_stale_append },
  { 12, step_clock },
};

static void
take_step (Run *run)
{
  guint total = 0;
  guint n;

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    total += steps[i].weight;

  n = below (run, total);
  for (guint i = 0;; n -= steps[i++].weight)
    if (n < steps[i].weight)
      {
        steps[i].perform (run);
        break;
      }

  check_step (run);
  if (run->step % THOROUGH_EVERY == THOROUGH_EVERY - 1)
    check_thorough (run);
}

static void
test_random_commands (gconstpointer data)
{
  Run *run = run_new (GPOINTER_TO_UINT (data));

  g_test_message ("seed %u, %d steps; repeat with --seed %u --steps %d", run->seed, option_steps,
                  run->seed, option_steps);
  for (; run->step < (guint) option_steps; run->step++)
    take_step (run);
  check_thorough (run);

  g_test_message ("%u entries, %u accounts, %u people, %u races, %u repeats",
                  run->ledger->entries->len, run->ledger->accounts->len, run->ledger->people->len,
                  run->n_races, run->n_repeats);
  for (guint i = 0; i < G_N_ELEMENTS (run->refused); i++)
    seen_refused[i] += run->refused[i];
  for (guint i = 0; i < G_N_ELEMENTS (run->accepted); i++)
    seen_accepted[i] += run->accepted[i];
  seen_undone += run->n_undone;
  seen_races += run->n_races;
  seen_repeats += run->n_repeats;
  run_free (run);
}

/* A generator that never gets anywhere proves nothing: over the fixed seeds, every kind of entry
 * and every refusal that such commands can lead to have occurred. */
static void
test_everything_occurred (void)
{
  static const DaybookRefusal never[] = {
    /* A hundred million accounts. */
    DAYBOOK_REFUSAL_ACCOUNTS_EXHAUSTED,
    /* What is found before there is a command. */
    DAYBOOK_REFUSAL_COMMAND_UNKNOWN,
    /* What the other rules prevent, or the book is damaged. */
    DAYBOOK_REFUSAL_TOTALS_DIFFER,
    /* What only undoing leads to. */
    DAYBOOK_REFUSAL_CHANGED_SINCE,
    /* What is read from paper, not recorded. */
    DAYBOOK_REFUSAL_SEAL_MALFORMED, DAYBOOK_REFUSAL_SEAL_UNKNOWN,
  };

  g_test_message ("undone: %u", seen_undone);
  for (guint i = 0; i < NAIVE_N_KINDS; i++)
    g_test_message ("kind %u: %u", i, seen_accepted[i]);
  for (guint i = 0; i < DAYBOOK_N_REFUSALS; i++)
    g_test_message ("%s: %u", daybook_refusal_name (i), seen_refused[i]);

  for (guint i = 0; i < NAIVE_N_KINDS; i++)
    g_assert_cmpint (seen_accepted[i], >, 0);
  for (guint i = 0; i < DAYBOOK_N_REFUSALS; i++)
    {
      gboolean expected = TRUE;

      for (guint j = 0; j < G_N_ELEMENTS (never); j++)
        expected = expected && never[j] != i;
      g_assert_true (seen_refused[i] > 0 || !expected);
    }
  g_assert_cmpint (seen_undone, >, 0);
  g_assert_cmpint (seen_races, >, 0);
  g_assert_cmpint (seen_repeats, >, 0);
}

static void
add_seed (guint32 seed)
{
  g_autofree char *path = g_strdup_printf ("/property/seed-%u", seed);

  g_test_add_data_func (path, GUINT_TO_POINTER (seed), test_random_commands);
}

int
main (int   argc,
      char *argv[])
{
  const GOptionEntry options[] = {
    { "seed", 0, 0, G_OPTION_ARG_INT64, &option_seed, "Run this seed only", "N" },
    { "steps", 0, 0, G_OPTION_ARG_INT, &option_steps, "Steps of each run", "N" },
    { NULL }
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;

  /* Before GLib takes --seed for its own. */
  g_option_context_set_ignore_unknown_options (context, TRUE);
  g_option_context_add_main_entries (context, options, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    g_error ("%s", error->message);
  g_test_init (&argc, &argv, NULL);

  if (option_seed >= 0)
    {
      add_seed (option_seed);
      return g_test_run ();
    }

  for (guint i = 0; i < G_N_ELEMENTS (fixed_seeds); i++)
    add_seed (fixed_seeds[i]);
  g_test_add_func ("/property/everything-occurred", test_everything_occurred);
  add_seed (g_random_int ());

  return g_test_run ();
}
