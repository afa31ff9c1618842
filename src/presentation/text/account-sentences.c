/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Sentences about accounts themselves: opening and closing, holders, limits, blocks.
 *
 * It is the account that something happens to here, so it is called by its number, with its holder
 * in brackets behind it. */

#include "entry-sentences.h"

#include <glib/gi18n-lib.h>

#include "accounts/status-records.h"
#include "accounts/terms-records.h"
#include "compose.h"
#include "entry-words.h"
#include "money-text.h"

/* What comes behind the word account. */
static char *
account_text (const DaybookAccountNumber *number,
              DaybookReadModel           *names)
{
  g_auto (DaybookLabel) label = { 0 };

  daybook_label_init (&label, number, names);

  return daybook_label_text (&label);
}

/**
 * daybook_say_account_opened:
 *
 * Returns: (transfer full): a #DaybookAccountOpened as a sentence.
 */
char *
daybook_say_account_opened (const DaybookEvent *event,
                            DaybookReadModel   *names)
{
  const DaybookAccountOpened *opened = (const DaybookAccountOpened *) event;
  g_autofree char *number = daybook_account_number_text (&opened->account);
  g_autofree char *holder = daybook_person_name (opened->holder, names);

  /* For whom, and as what, is what it was then: holders and names change. */
  if (holder == NULL)
    /* Translators: an account number. */
    return daybook_compose (_("Account %1$s opened"), number);
  if (opened->name != NULL)
    /* Translators: an account number, what the account is for, a person. */
    return daybook_compose (_("Account %1$s “%2$s” opened for %3$s"), number, opened->name,
                            holder);

  /* Translators: an account number, a person. */
  return daybook_compose (_("Account %1$s opened for %2$s"), number, holder);
}

/**
 * daybook_brief_account_opened:
 *
 * Returns: (transfer full): a #DaybookAccountOpened in a few words.
 */
char *
daybook_brief_account_opened (const DaybookEvent         *event,
                              const DaybookAccountNumber *seen_from,
                              DaybookReadModel           *names)
{
  return g_strdup (_("Account opened"));
}

/**
 * daybook_say_account_renamed:
 *
 * Returns: (transfer full): a #DaybookAccountRenamed as a sentence.
 */
char *
daybook_say_account_renamed (const DaybookEvent *event,
                             DaybookReadModel   *names)
{
  const DaybookAccountRenamed *renamed = (const DaybookAccountRenamed *) event;
  g_autofree char *account = NULL;
  g_auto (DaybookLabel) label = { 0 };

  /* The name that it has by now is another matter. */
  daybook_label_init (&label, &renamed->account, names);
  g_clear_pointer (&label.name, g_free);
  account = daybook_label_text (&label);
  if (renamed->name == NULL)
    /* Translators: an account, such as “0000 0001 95 (John Smith)”. */
    return daybook_compose (_("Account %s has no name any more"), account);

  /* Translators: an account, such as “0000 0001 95 (John Smith)”; what it is for. */
  return daybook_compose (_("Account %1$s renamed to “%2$s”"), account, renamed->name);
}

static char *
say_holder_added (const char       *holder,
                  const char       *account,
                  DaybookAuthority  authority)
{
  gboolean together = authority == DAYBOOK_AUTHORITY_ALL;

  if (holder == NULL && together)
    /* Translators: an account, such as “0000 0001 95 (John Smith)”. */
    return daybook_compose (_("Holder added to account %s: only all holders together may dispose "
                              "of the money"), account);
  if (holder == NULL)
    /* Translators: an account, such as “0000 0001 95 (John Smith)”. */
    return daybook_compose (_("Holder added to account %s: each holder may dispose of the money "
                              "alone"), account);
  if (together)
    /* Translators: a person; an account, such as “0000 0001 95 (John Smith)”. */
    return daybook_compose (_("%1$s added as a holder of account %2$s: only all holders together "
                              "may dispose of the money"), holder, account);

  /* Translators: a person; an account, such as “0000 0001 95 (John Smith)”. */
  return daybook_compose (_("%1$s added as a holder of account %2$s: each holder may dispose of "
                            "the money alone"), holder, account);
}

/**
 * daybook_say_holder_added:
 *
 * Returns: (transfer full): a #DaybookHolderAdded as a sentence.
 */
char *
daybook_say_holder_added (const DaybookEvent *event,
                          DaybookReadModel   *names)
{
  const DaybookHolderAdded *added = (const DaybookHolderAdded *) event;
  g_autofree char *account = account_text (&added->account, names);
  g_autofree char *holder = daybook_person_name (added->holder, names);

  return say_holder_added (holder, account, added->authority);
}

/**
 * daybook_say_holder_removed:
 *
 * Returns: (transfer full): a #DaybookHolderRemoved as a sentence.
 */
char *
daybook_say_holder_removed (const DaybookEvent *event,
                            DaybookReadModel   *names)
{
  const DaybookHolderRemoved *removed = (const DaybookHolderRemoved *) event;
  g_autofree char *account = account_text (&removed->account, names);
  g_autofree char *holder = daybook_person_name (removed->holder, names);
  char *sentence;

  if (holder != NULL)
    /* Translators: a person; an account, such as “0000 0001 95 (John Smith)”. */
    sentence = daybook_compose (_("%1$s removed as a holder of account %2$s"), holder, account);
  else
    /* Translators: an account, such as “0000 0001 95 (John Smith)”. */
    sentence = daybook_compose (_("Holder removed from account %s"), account);

  return daybook_with_remark (sentence, removed->reason);
}

/* Takes both and gives the list with one more item. */
static char *
with_item (char *list,
           char *item)
{
  g_autofree char *items = list;
  g_autofree char *last = item;

  if (items == NULL)
    return g_steal_pointer (&last);

  /* Translators: one or more of the limits of an account, and one more. */
  return daybook_compose (C_ ("limits", "%1$s, %2$s"), items, last);
}

static char *
list_limits (const DaybookLimitsChanged *limits)
{
  g_autofree char *minimum = daybook_money_text_code (limits->minimum, limits->currency);
  g_autofree char *overdraft = daybook_money_text_code (limits->overdraft, limits->currency);
  g_autofree char *once = daybook_money_text_code (limits->per_withdrawal, limits->currency);
  g_autofree char *daily = daybook_money_text_code (limits->per_day, limits->currency);
  char *list = NULL;

  if (limits->minimum != 0)
    /* Translators: one of the limits of an account, in a list; an amount. */
    list = with_item (list, daybook_compose (_("minimum balance %s"), minimum));
  if (limits->overdraft != 0)
    /* Translators: one of the limits of an account, in a list; an amount. */
    list = with_item (list, daybook_compose (_("overdraft limit %s"), overdraft));
  if (limits->per_withdrawal != 0)
    /* Translators: one of the limits of an account, in a list; an amount. */
    list = with_item (list, daybook_compose (_("at most %s per withdrawal"), once));
  if (limits->per_day != 0)
    /* Translators: one of the limits of an account, in a list; an amount. */
    list = with_item (list, daybook_compose (_("withdrawals of at most %s per day"), daily));

  return list;
}

/**
 * daybook_say_limits_changed:
 *
 * Returns: (transfer full): a #DaybookLimitsChanged as a sentence.
 */
char *
daybook_say_limits_changed (const DaybookEvent *event,
                            DaybookReadModel   *names)
{
  const DaybookLimitsChanged *limits = (const DaybookLimitsChanged *) event;
  g_autofree char *account = account_text (&limits->account, names);
  g_autofree char *list = list_limits (limits);

  if (list == NULL)
    /* Translators: an account, such as “0000 0001 95 (John Smith)”. */
    return daybook_compose (_("Limits of account %s changed: no minimum balance, no overdraft "
                              "limit, no limits on withdrawals"), account);

  /* Translators: an account, such as “0000 0001 95 (John Smith)”; all its limits from now on:
   * “minimum balance 5.00 EUR, at most 50.00 EUR per withdrawal”. */
  return daybook_compose (_("Limits of account %1$s changed: %2$s"), account, list);
}

/**
 * daybook_say_account_blocked:
 *
 * Returns: (transfer full): a #DaybookAccountBlocked as a sentence.
 */
char *
daybook_say_account_blocked (const DaybookEvent *event,
                             DaybookReadModel   *names)
{
  const DaybookAccountBlocked *blocked = (const DaybookAccountBlocked *) event;
  g_autofree char *account = account_text (&blocked->account, names);
  char *sentence;

  if (blocked->side == DAYBOOK_SIDE_CREDITS)
    /* Translators: an account, such as “0000 0001 95 (John Smith)”. */
    sentence = daybook_compose (_("Account %s blocked: no money may come in"), account);
  else
    /* Translators: an account, such as “0000 0001 95 (John Smith)”. */
    sentence = daybook_compose (_("Account %s blocked: no money may go out"), account);

  return daybook_with_remark (sentence, blocked->reason);
}

/**
 * daybook_say_account_unblocked:
 *
 * Returns: (transfer full): a #DaybookAccountUnblocked as a sentence.
 */
char *
daybook_say_account_unblocked (const DaybookEvent *event,
                               DaybookReadModel   *names)
{
  const DaybookAccountUnblocked *unblocked = (const DaybookAccountUnblocked *) event;
  g_autofree char *account = account_text (&unblocked->account, names);
  char *sentence;

  if (unblocked->side == DAYBOOK_SIDE_CREDITS)
    /* Translators: an account, such as “0000 0001 95 (John Smith)”. */
    sentence = daybook_compose (_("Account %s unblocked: money may come in again"), account);
  else
    /* Translators: an account, such as “0000 0001 95 (John Smith)”. */
    sentence = daybook_compose (_("Account %s unblocked: money may go out again"), account);

  return daybook_with_remark (sentence, unblocked->reason);
}

/**
 * daybook_say_account_closed:
 *
 * Returns: (transfer full): a #DaybookAccountClosed as a sentence.
 */
char *
daybook_say_account_closed (const DaybookEvent *event,
                            DaybookReadModel   *names)
{
  const DaybookAccountClosed *closed = (const DaybookAccountClosed *) event;
  g_autofree char *account = account_text (&closed->account, names);

  /* Translators: an account, such as “0000 0001 95 (John Smith)”. */
  return daybook_with_remark (daybook_compose (_("Account %s closed"), account), closed->reason);
}

/**
 * daybook_say_account_reopened:
 *
 * Returns: (transfer full): a #DaybookAccountReopened as a sentence.
 */
char *
daybook_say_account_reopened (const DaybookEvent *event,
                              DaybookReadModel   *names)
{
  const DaybookAccountReopened *reopened = (const DaybookAccountReopened *) event;
  g_autofree char *account = account_text (&reopened->account, names);

  /* Translators: an account, such as “0000 0001 95 (John Smith)”. */
  return daybook_with_remark (daybook_compose (_("Account %s reopened"), account),
                              reopened->reason);
}
