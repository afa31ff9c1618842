/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * Step:
 * @word: Given, When, Then or And
 * @sentence: what follows it
 * @line: of the file
 */
typedef struct
{
  char *word;
  char *sentence;
  guint line;
} Step;

/**
 * Scenario:
 * @rule: the number of the rule that it is about
 * @steps: (element-type Step): what to do and to see
 */
typedef struct
{
  guint rule;
  char *title;
  GPtrArray *steps;
} Scenario;

/**
 * Rule:
 * @scenarios: (element-type Scenario): at least one
 */
typedef struct
{
  guint number;
  char *title;
  GPtrArray *scenarios;
} Rule;

/**
 * Chapter:
 * @path: of the file that it was read from
 * @rules: (element-type Rule): in the order of the file
 */
typedef struct
{
  char *path;
  char *title;
  GPtrArray *rules;
} Chapter;

Chapter *chapter_read (const char *path);
void     chapter_free (Chapter    *chapter);

G_END_DECLS
