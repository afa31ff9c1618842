/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PhraseKind:
 * @PHRASE_WORD: anything without a blank
 * @PHRASE_TEXT: “anything”
 * @PHRASE_NUMBER: `12`
 * @PHRASE_MONEY: `100.00 EUR`
 * @PHRASE_DAY: `3 November` (of 2026) or `3 November 2025`
 * @PHRASE_WHO: `John`
 * @PHRASE_ACCOUNT: `John's account`, `John's JPY account`, `John's account “Holiday”`,
 *   `account 0000 0001 95`, `the account of “jon”`
 * @PHRASE_ENTRY: `entry 7`, `the deposit`, `the deposit of 40.00 EUR`
 *
 * What can stand in a place of a pattern. Each says by itself where it ends.
 */
typedef enum
{
  PHRASE_WORD,
  PHRASE_TEXT,
  PHRASE_NUMBER,
  PHRASE_MONEY,
  PHRASE_DAY,
  PHRASE_WHO,
  PHRASE_ACCOUNT,
  PHRASE_ENTRY,
} PhraseKind;

/**
 * PhrasePlace:
 * @name: of the place in the pattern
 * @text: what stands there; a text without its quotation marks
 *
 * A place of a pattern, and what a sentence has in it.
 */
typedef struct
{
  char *name;
  PhraseKind kind;
  char *text;
} PhrasePlace;

GPtrArray         *phrase_match (const char   *pattern,
                                 const char   *sentence);
const PhrasePlace *phrase_find  (GPtrArray    *places,
                                 const char   *name);
char              *phrase_scan  (PhraseKind    kind,
                                 const char  **text);

G_END_DECLS
