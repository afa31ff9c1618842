/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define ASK_MAX_FIELDS 9

/**
 * Ask:
 * @verb: the command's name
 * @command_id: (nullable): %NULL lets the dispatcher make one
 * @fields: what was typed, in the order in which it was
 *
 * A command as a front end gives it: a verb and texts, fair or not.
 */
typedef struct
{
  const char *verb;
  char *command_id;
  guint n_fields;
  struct
  {
    const char *name;
    char *value;
  } fields[ASK_MAX_FIELDS];
} Ask;

Ask        *ask_new     (const char  *verb);
Ask        *ask_copy    (const Ask   *ask);
void        ask_free    (Ask         *ask);
void        ask_take    (Ask         *ask,
                         const char  *name,
                         char        *value);
const char *ask_get     (const Ask   *ask,
                         const char  *name);
char       *ask_to_text (const Ask   *ask);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ask, ask_free)

G_END_DECLS
