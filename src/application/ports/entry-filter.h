/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ports/event-store.h"

G_BEGIN_DECLS

/**
 * DaybookEntryWord:
 * @text: as typed
 * @amount: what it is if it is a number; else not given
 *
 * A word to look for in an entry: in its texts, in the names and numbers of whom and what it
 * concerns, among its amounts, as its number or as that of an entry it is about.
 */
typedef struct
{
  char *text;
  DaybookDecimal amount;
} DaybookEntryWord;

/**
 * DaybookEntryFilter:
 * @types: (nullable): only events of one of these types; %NULL at the end, static
 * @who: (nullable): part of a name, username or number of a person or account that it concerns
 * @actor: (nullable): part of the name of who sat at the desk
 * @from: the first value date, %DAYBOOK_DATE_NONE for any
 * @until: the last value date, %DAYBOOK_DATE_NONE for any
 * @words: (element-type DaybookEntryWord): all must be found in it
 * @amount: an amount that may be found instead of the words; else not given
 *
 * What entries are looked for; all that is said must hold. Case and accents do not matter.
 */
typedef struct
{
  const DaybookSchema *const *types;
  char *who;
  char *actor;
  DaybookDate from;
  DaybookDate until;
  GArray *words;
  DaybookDecimal amount;
} DaybookEntryFilter;

DaybookEntryFilter *daybook_entry_filter_new      (void);
DaybookEntryFilter *daybook_entry_filter_copy     (const DaybookEntryFilter *self);
void                daybook_entry_filter_free     (DaybookEntryFilter       *self);
void                daybook_entry_filter_add_word (DaybookEntryFilter       *self,
                                                   const char               *text,
                                                   DaybookDecimal            amount);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookEntryFilter, daybook_entry_filter_free)

G_END_DECLS
