/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Thousands of random commands against a model that is too simple to be wrong: a list of what each
 * entry changed, added up from the first to the last for every question. Whatever the account
 * accepts, the model must accept, and the other way round; and on no day may less than nothing be
 * available or held. */

#include "accounts/holds.h"
#include "accounts/movements.h"
#include "accounts/status.h"

#include "refusal.h"
#include "surroundings.h"

#define N_DAYS 12
#define N_COMMANDS 4000
#define OVERDRAFT 50

typedef struct
{
  guint day;
  gint64 net;
  gint64 held;
} Change;

typedef struct
{
  DaybookEvent *placed;
  guint day;
  guint expires;
  gint64 amount;
  gboolean ended;
} Hold;

typedef struct
{
  GRand *chance;
  DaybookContext context;
  DaybookAccount *account;
  GPtrArray *events;
  GArray *changes;
  GArray *holds;
} Model;

/* Day 0 is the first on which an entry may count, day N_DAYS - 1 is today. */
static DaybookDate
date_of (guint n)
{
  return day ("2026-11-01") + n;
}

static void
hold_clear (gpointer data)
{
  daybook_record_free (((Hold *) data)->placed);
}

static gint64
sum (Model    *m,
     guint     up_to,
     gboolean  held)
{
  gint64 total = 0;

  for (guint i = 0; i < m->changes->len; i++)
    {
      const Change *change = &g_array_index (m->changes, Change, i);

      if (change->day <= up_to)
        total += held ? change->held : change->net;
    }

  return total;
}

static gint64
available (Model *m,
           guint  on)
{
  return sum (m, on, FALSE) - sum (m, on, TRUE) + OVERDRAFT;
}

/* Rules 14, 16, 17 and 23. */
static gboolean
is_covered (Model  *m,
            guint   from,
            gint64  amount)
{
  for (guint n = from; n < N_DAYS; n++)
    if (available (m, n) < amount)
      return FALSE;

  return TRUE;
}

/* What the account says must be what the model says; then it happens to both. */
static gboolean
settle (Model    *m,
        gboolean  accepted,
        gboolean  expected,
        Change    change)
{
  g_assert_cmpint (accepted, ==, expected);
  if (!accepted)
    return FALSE;

  g_assert_cmpint (m->events->len, ==, 1);
  g_assert_true (daybook_account_evolve (m->account, g_ptr_array_index (m->events, 0)));
  g_array_append_val (m->changes, change);
  return TRUE;
}

static void
do_deposit (Model *m,
            guint  on,
            gint64 amount)
{
  DaybookDeposit command = { .command.schema = &daybook_deposit, .amount = { amount, 2 },
                             .on = date_of (on) };

  settle (m, daybook_account_decide_deposit (m->account, &command, &m->context, m->events, NULL),
          TRUE, (Change) { on, amount, 0 });
}

static void
do_withdraw (Model *m,
             guint  on,
             gint64 amount)
{
  DaybookWithdraw command = { .command.schema = &daybook_withdraw, .amount = { amount, 2 },
                              .on = date_of (on) };

  settle (m, daybook_account_decide_withdraw (m->account, &command, &m->context, m->events, NULL),
          is_covered (m, on, amount), (Change) { on, -amount, 0 });
}

static void
do_hold (Model *m,
         guint  on,
         gint64 amount)
{
  g_autofree char *id = g_strdup_printf ("hold-%u", m->holds->len);
  guint expires = g_rand_int_range (m->chance, 0, 2 * N_DAYS);
  DaybookPlaceHold command = { .command.schema = &daybook_hold, .amount = { amount, 2 },
                               .reason = (char *) "keys", .on = date_of (on),
                               .expires = date_of (expires) };
  Hold hold = { .day = on, .expires = expires, .amount = amount };

  m->context.new_id = id;
  if (!settle (m, daybook_account_decide_hold (m->account, &command, &m->context, m->events, NULL),
               is_covered (m, on, amount) && expires >= on, (Change) { on, 0, amount }))
    return;

  hold.placed = daybook_record_copy (g_ptr_array_index (m->events, 0));
  g_array_append_val (m->holds, hold);
}

static void
do_release (Model *m,
            Hold  *hold,
            guint  on)
{
  DaybookRelease command = { .command.schema = &daybook_release, .entry = 1, .on = date_of (on) };
  gboolean accepted = daybook_account_decide_release (m->account, hold->placed, &command,
                                                      &m->context, m->events, NULL);

  hold->ended |= settle (m, accepted, !hold->ended && on >= hold->day,
                         (Change) { on, 0, -hold->amount });
}

static void
do_capture (Model *m,
            Hold  *hold,
            guint  on,
            gint64 amount)
{
  DaybookCapture command = { .command.schema = &daybook_capture, .entry = 1,
                             .amount = { amount, 2 }, .on = date_of (on) };
  gboolean accepted = daybook_account_decide_capture (m->account, hold->placed, &command,
                                                      &m->context, m->events, NULL);

  hold->ended |= settle (m, accepted, !hold->ended && on >= hold->day && amount <= hold->amount,
                         (Change) { on, -amount, -hold->amount });
}

static void
do_expire (Model *m,
           Hold  *hold)
{
  DaybookExpire command = { .command.schema = &daybook_expire, .entry = 1 };
  gboolean accepted = daybook_account_decide_expire (m->account, hold->placed, &command,
                                                     &m->context, m->events, NULL);

  hold->ended |= settle (m, accepted, !hold->ended && hold->expires < N_DAYS,
                         (Change) { hold->expires, 0, -hold->amount });
}

static void
do_something (Model *m)
{
  guint on = g_rand_int_range (m->chance, 0, N_DAYS);
  gint64 amount = g_rand_int_range (m->chance, 1, 100);
  Hold *hold = NULL;

  /* One of the last few, so that many have not ended. */
  if (m->holds->len > 0)
    hold = &g_array_index (m->holds, Hold, m->holds->len - 1 -
                           g_rand_int_range (m->chance, 0, MIN (m->holds->len, 8)));

  g_ptr_array_set_size (m->events, 0);
  switch (g_rand_int_range (m->chance, 0, 8))
    {
    case 0:
      do_deposit (m, on, amount);
      break;
    case 1:
    case 2:
      do_withdraw (m, on, amount);
      break;
    case 3:
    case 4:
      do_hold (m, on, amount);
      break;
    case 5:
      if (hold != NULL)
        do_release (m, hold, on);
      break;
    case 6:
      if (hold != NULL)
        do_capture (m, hold, on, amount);
      break;
    default:
      if (hold != NULL)
        do_expire (m, hold);
    }
}

static void
check (Model *m)
{
  gint64 held = 0;

  for (guint n = 0; n < N_DAYS; n++)
    {
      g_assert_cmpint (available (m, n), >=, 0);
      g_assert_cmpint (sum (m, n, TRUE), >=, 0);
    }
  for (guint i = 0; i < m->account->holds->len; i++)
    held += g_array_index (m->account->holds, DaybookHold, i).amount;

  g_assert_cmpint (m->account->held, ==, held);
  g_assert_cmpint (m->account->held, ==, sum (m, N_DAYS, TRUE));
  g_assert_cmpint (m->account->balance, ==, sum (m, N_DAYS, FALSE));
  g_assert_cmpint (daybook_account_get_available (m->account), ==, available (m, N_DAYS));
}

static void
test_random_commands (gconstpointer data)
{
  DaybookOpen open = { .command.schema = &daybook_open, .overdraft = { OVERDRAFT, 2 },
                       .on = date_of (0) };
  const DaybookBook euro = { .currency = { "EUR" } };
  g_autoptr (DaybookAccount) account = daybook_account_new ();
  g_autoptr (GPtrArray) events = g_ptr_array_new_with_free_func (daybook_record_free);
  g_autoptr (GArray) changes = g_array_new (FALSE, FALSE, sizeof (Change));
  g_autoptr (GArray) holds = g_array_new (FALSE, FALSE, sizeof (Hold));
  g_autoptr (GRand) chance = g_rand_new_with_seed (GPOINTER_TO_UINT (data));
  Model m = { chance, { .today = date_of (N_DAYS - 1), .new_id = "id" }, account, events, changes,
              holds };
  guint n_ended = 0;

  g_array_set_clear_func (holds, hold_clear);
  g_assert_true (daybook_account_decide_open (0, FALSE, "john", &euro, &open, &m.context, events,
                                              NULL));
  g_assert_true (daybook_account_evolve (account, g_ptr_array_index (events, 0)));
  for (guint i = 0; i < N_COMMANDS; i++)
    {
      do_something (&m);
      check (&m);
    }

  for (guint i = 0; i < holds->len; i++)
    n_ended += g_array_index (holds, Hold, i).ended;
  g_test_message ("%u entries, %u holds, %u of them ended", changes->len, holds->len, n_ended);
  g_assert_cmpint (n_ended, >, N_COMMANDS / 20);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint seed = 1; seed <= 5; seed++)
    {
      g_autofree char *path = g_strdup_printf ("/holds/random-commands/%u", seed);

      g_test_add_data_func (path, GUINT_TO_POINTER (seed), test_random_commands);
    }

  return g_test_run ();
}
