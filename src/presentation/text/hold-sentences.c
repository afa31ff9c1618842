/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Sentences about money that is set aside. */

#include "entry-sentences.h"

#include <glib/gi18n-lib.h>

#include "accounts/hold-records.h"
#include "compose.h"
#include "date-text.h"
#include "entry-words.h"
#include "money-text.h"

static char *
say_held_until (const char         *amount,
                const DaybookLabel *of,
                const char         *day)
{
  if (of->holder == NULL)
    /* Translators: an amount, an account number, a day. */
    return daybook_compose (_("%1$s held on account %2$s until %3$s"), amount, of->number, day);
  if (of->name != NULL)
    /* Translators: an amount, a person, what the account is for, a day. */
    return daybook_compose (_("%1$s held on %2$s's account “%3$s” until %4$s"), amount, of->holder,
                            of->name, day);

  /* Translators: an amount, a person, a day. */
  return daybook_compose (_("%1$s held on %2$s's account until %3$s"), amount, of->holder, day);
}

static char *
say_held (const char         *amount,
          const DaybookLabel *of)
{
  if (of->holder == NULL)
    /* Translators: an amount, an account number. */
    return daybook_compose (_("%1$s held on account %2$s"), amount, of->number);
  if (of->name != NULL)
    /* Translators: an amount, a person, what the account is for. */
    return daybook_compose (_("%1$s held on %2$s's account “%3$s”"), amount, of->holder, of->name);

  /* Translators: an amount, a person. */
  return daybook_compose (_("%1$s held on %2$s's account"), amount, of->holder);
}

/**
 * daybook_say_hold_placed:
 *
 * Returns: (transfer full): a #DaybookHoldPlaced as a sentence.
 */
char *
daybook_say_hold_placed (const DaybookEvent *event,
                         DaybookReadModel   *names)
{
  const DaybookHoldPlaced *placed = (const DaybookHoldPlaced *) event;
  g_autofree char *amount = daybook_money_text_code (placed->amount, placed->currency);
  g_autofree char *day = NULL;
  g_auto (DaybookLabel) of = { 0 };

  daybook_label_init (&of, &placed->account, names);
  if (placed->expires == DAYBOOK_DATE_NONE)
    return daybook_with_remark (say_held (amount, &of), placed->reason);

  day = daybook_date_text (placed->expires);
  return daybook_with_remark (say_held_until (amount, &of, day), placed->reason);
}

static char *
say_released (const char         *entry,
              const char         *amount,
              const DaybookLabel *of)
{
  if (of->holder == NULL)
    /* Translators: an entry's number, an amount, an account number. */
    return daybook_compose (_("Hold of entry %1$s released: "
                              "%2$s available again on account %3$s"),
                            entry, amount, of->number);
  if (of->name != NULL)
    /* Translators: an entry's number, an amount, a person, what the account is for. */
    return daybook_compose (_("Hold of entry %1$s released: "
                              "%2$s available again on %3$s's account “%4$s”"),
                            entry, amount, of->holder, of->name);

  /* Translators: an entry's number, an amount, a person. */
  return daybook_compose (_("Hold of entry %1$s released: "
                            "%2$s available again on %3$s's account"),
                          entry, amount, of->holder);
}

static char *
say_expired (const char         *entry,
             const char         *amount,
             const DaybookLabel *of)
{
  if (of->holder == NULL)
    /* Translators: an entry's number, an amount, an account number. */
    return daybook_compose (_("Hold of entry %1$s expired: "
                              "%2$s available again on account %3$s"),
                            entry, amount, of->number);
  if (of->name != NULL)
    /* Translators: an entry's number, an amount, a person, what the account is for. */
    return daybook_compose (_("Hold of entry %1$s expired: "
                              "%2$s available again on %3$s's account “%4$s”"),
                            entry, amount, of->holder, of->name);

  /* Translators: an entry's number, an amount, a person. */
  return daybook_compose (_("Hold of entry %1$s expired: "
                            "%2$s available again on %3$s's account"),
                          entry, amount, of->holder);
}

static char *
say_captured_whole (const char         *entry,
                    const char         *amount,
                    const DaybookLabel *from)
{
  if (from->holder == NULL)
    /* Translators: an entry's number, an amount, an account number. */
    return daybook_compose (_("Hold of entry %1$s captured: "
                              "%2$s withdrawn from account %3$s"),
                            entry, amount, from->number);
  if (from->name != NULL)
    /* Translators: an entry's number, an amount, a person, what the account is for. */
    return daybook_compose (_("Hold of entry %1$s captured: "
                              "%2$s withdrawn from %3$s's account “%4$s”"),
                            entry, amount, from->holder, from->name);

  /* Translators: an entry's number, an amount, a person. */
  return daybook_compose (_("Hold of entry %1$s captured: "
                            "%2$s withdrawn from %3$s's account"),
                          entry, amount, from->holder);
}

static char *
say_captured (const DaybookHoldCaptured *captured,
              const char                *amount,
              const DaybookLabel        *from)
{
  g_autofree char *rest = daybook_money_text_code (captured->released, captured->currency);
  g_autofree char *entry = daybook_entry_number_text (captured->entry);

  if (captured->released == 0)
    return say_captured_whole (entry, amount, from);
  if (from->holder == NULL)
    /* Translators: an entry's number, an amount, an account number, an amount. */
    return daybook_compose (_("Hold of entry %1$s captured: "
                              "%2$s withdrawn from account %3$s, %4$s released"),
                            entry, amount, from->number, rest);
  if (from->name != NULL)
    /* Translators: an entry's number, an amount, a person, what the account is for, an amount. */
    return daybook_compose (_("Hold of entry %1$s captured: "
                              "%2$s withdrawn from %3$s's account “%4$s”, %5$s released"),
                            entry, amount, from->holder, from->name, rest);

  /* Translators: an entry's number, an amount, a person, an amount. */
  return daybook_compose (_("Hold of entry %1$s captured: "
                            "%2$s withdrawn from %3$s's account, %4$s released"),
                          entry, amount, from->holder, rest);
}

/**
 * daybook_say_hold_released:
 *
 * Returns: (transfer full): a #DaybookHoldReleased as a sentence.
 */
char *
daybook_say_hold_released (const DaybookEvent *event,
                           DaybookReadModel   *names)
{
  const DaybookHoldReleased *released = (const DaybookHoldReleased *) event;
  g_autofree char *amount = daybook_money_text_code (released->amount, released->currency);
  g_autofree char *entry = daybook_entry_number_text (released->entry);
  g_auto (DaybookLabel) of = { 0 };

  daybook_label_init (&of, &released->account, names);

  return daybook_with_remark (say_released (entry, amount, &of), released->reason);
}

/**
 * daybook_say_hold_captured:
 *
 * Returns: (transfer full): a #DaybookHoldCaptured as a sentence.
 */
char *
daybook_say_hold_captured (const DaybookEvent *event,
                           DaybookReadModel   *names)
{
  const DaybookHoldCaptured *captured = (const DaybookHoldCaptured *) event;
  g_autofree char *amount = daybook_money_text_code (captured->amount, captured->currency);
  g_auto (DaybookLabel) from = { 0 };

  daybook_label_init (&from, &captured->account, names);

  return daybook_with_remark (say_captured (captured, amount, &from), captured->memo);
}

/**
 * daybook_say_hold_expired:
 *
 * Returns: (transfer full): a #DaybookHoldExpired as a sentence.
 */
char *
daybook_say_hold_expired (const DaybookEvent *event,
                          DaybookReadModel   *names)
{
  const DaybookHoldExpired *expired = (const DaybookHoldExpired *) event;
  g_autofree char *amount = daybook_money_text_code (expired->amount, expired->currency);
  g_autofree char *entry = daybook_entry_number_text (expired->entry);
  g_auto (DaybookLabel) of = { 0 };

  daybook_label_init (&of, &expired->account, names);

  return say_expired (entry, amount, &of);
}

/**
 * daybook_brief_hold_captured:
 *
 * Returns: (transfer full): a #DaybookHoldCaptured in a few words.
 */
char *
daybook_brief_hold_captured (const DaybookEvent         *event,
                             const DaybookAccountNumber *seen_from,
                             DaybookReadModel           *names)
{
  const DaybookHoldCaptured *captured = (const DaybookHoldCaptured *) event;
  g_autofree char *entry = daybook_entry_number_text (captured->entry);
  char *line;

  if (captured->method == DAYBOOK_METHOD_BANK)
    /* Translators: an entry's number. */
    line = daybook_compose (_("Hold of entry %s captured, bank"), entry);
  else
    /* Translators: an entry's number. */
    line = daybook_compose (_("Hold of entry %s captured, cash"), entry);

  return daybook_with_remark (line, captured->memo);
}
