/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* An account that is typed, and those that the text could become. */

#include "who-choice.h"

#include "account-row.h"
#include "found-list.h"
#include "refusal.h"
#include "who.h"

struct _DaybookWhoChoice
{
  DaybookBookViewModel *book;
  char *looked_up;
  guint32 other;
  DaybookAccountFigures *figures;
  GError *problem;
  DaybookFoundList *candidates;
};

/**
 * daybook_who_choice_new:
 * @book: not held: must live as long as this
 *
 * Returns: (transfer full): nobody yet.
 */
DaybookWhoChoice *
daybook_who_choice_new (DaybookBookViewModel *book)
{
  DaybookWhoChoice *self = g_new0 (DaybookWhoChoice, 1);

  self->book = book;
  self->candidates = daybook_found_list_new (book, DAYBOOK_FOUND_ACCOUNTS);

  return self;
}

/**
 * daybook_who_choice_free:
 * @self: (nullable) (transfer full): its list is empty from now on
 */
void
daybook_who_choice_free (DaybookWhoChoice *self)
{
  if (self == NULL)
    return;

  daybook_found_list_free (self->candidates);
  daybook_account_figures_free (self->figures);
  g_clear_error (&self->problem);
  g_free (self->looked_up);
  g_free (self);
}

/* None once it is clear which is meant. */
static void
suggest (DaybookWhoChoice *self,
         DaybookReadModel *read_model)
{
  g_autoptr (GArray) keys = NULL;
  g_autoptr (GError) error = NULL;

  if (self->figures != NULL)
    keys = g_array_new (FALSE, FALSE, sizeof (guint32));
  else
    keys = daybook_who_suggest_accounts (read_model, self->looked_up, &error);
  if (keys == NULL)
    {
      daybook_book_view_model_report (self->book, error);
      return;
    }

  for (guint i = keys->len; self->other != 0 && i > 0; i--)
    if (g_array_index (keys, guint32, i - 1) == self->other)
      g_array_remove_index (keys, i - 1);

  daybook_found_list_take (self->candidates, g_steal_pointer (&keys), FALSE);
}

/**
 * daybook_who_choice_look_up:
 * @who: as typed
 * @other: key of an account that is not offered, because it is on the other side; 0 for none
 * @again: whether the same text may mean another account than the last time
 *
 * Returns: whether exactly one account is meant.
 */
gboolean
daybook_who_choice_look_up (DaybookWhoChoice *self,
                            const char       *who,
                            guint32           other,
                            gboolean          again)
{
  DaybookDesk *desk = daybook_book_view_model_get_desk (self->book);
  DaybookReadModel *read_model = daybook_desk_get_read_model (desk);

  if (!again && self->other == other && g_strcmp0 (self->looked_up, who) == 0)
    return self->figures != NULL;

  g_clear_pointer (&self->figures, daybook_account_figures_free);
  g_clear_error (&self->problem);
  g_free (self->looked_up);
  self->looked_up = g_strdup (who);
  self->other = other;
  if (*who != '\0')
    self->figures = daybook_who_find_account (read_model, who, &self->problem);
  suggest (self, read_model);

  return self->figures != NULL;
}

/**
 * daybook_who_choice_get_figures:
 *
 * Returns: (transfer none) (nullable): the account that is meant, until the next look-up.
 */
const DaybookAccountFigures *
daybook_who_choice_get_figures (DaybookWhoChoice *self)
{
  return self->figures;
}

/**
 * daybook_who_choice_dup_title:
 *
 * Returns: (transfer full) (nullable): what the account is called; %NULL if none is meant.
 */
char *
daybook_who_choice_dup_title (DaybookWhoChoice *self)
{
  g_autofree char *title = NULL;
  g_autofree char *caption = NULL;

  if (self->figures == NULL)
    return NULL;

  title = daybook_account_title (self->figures);
  caption = daybook_account_caption (self->figures);
  return g_strdup_printf ("%s · %s", title, caption);
}

/**
 * daybook_who_choice_get_problem:
 *
 * While there are accounts that the text could become, it is not wrong, only not finished. Several
 * accounts of one person have to be told apart, however many candidates there are.
 *
 * Returns: (nullable) (transfer none): what is wrong with what was typed.
 */
const GError *
daybook_who_choice_get_problem (DaybookWhoChoice *self)
{
  if (daybook_found_list_get_length (self->candidates) > 0 &&
      !g_error_matches (self->problem, DAYBOOK_REFUSAL, DAYBOOK_REFUSAL_SEVERAL_ACCOUNTS))
    return NULL;

  return self->problem;
}

/**
 * daybook_who_choice_get_candidates:
 *
 * Returns: (transfer none): DaybookAccountRows of which one may be meant.
 */
GListModel *
daybook_who_choice_get_candidates (DaybookWhoChoice *self)
{
  return daybook_found_list_get_model (self->candidates);
}
