/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "catalogue.h"

G_BEGIN_DECLS

/**
 * StoryEntry:
 * @number: in the story's daybook
 * @sentence: as people read it
 *
 * What a step recorded.
 */
typedef struct
{
  guint64 number;
  DaybookEvent *event;
  char *sentence;
} StoryEntry;

/**
 * StoryStep:
 * @json: what was asked, as `dispatch` takes it
 * @command: what it was
 * @entries: (element-type StoryEntry): what came of it
 */
typedef struct
{
  char *json;
  const DaybookSchema *command;
  GPtrArray *entries;
} StoryStep;

GPtrArray *story_run (const char  *path,
                      GError     **error);

G_END_DECLS
