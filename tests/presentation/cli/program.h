/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * Program:
 * @folder: where it runs, of its own and empty at first
 * @language: (nullable): what it speaks; %NULL for English
 * @out: what the last call printed on standard output
 * @err: what it printed on standard error
 *
 * The program under test and what it said last.
 */
typedef struct
{
  char *folder;
  const char *language;
  char *out;
  char *err;
} Program;

void         program_find     (int            *argc,
                               char          **argv);
void         program_set_up   (Program        *program,
                               gconstpointer   data);
void         program_tear_down (Program       *program,
                                gconstpointer  data);
GSubprocess *program_spawn    (Program        *program,
                               const char *const *args);
void         program_run      (Program        *program,
                               int             status,
                               ...) G_GNUC_NULL_TERMINATED;
void         program_feed     (Program        *program,
                               int             status,
                               const char     *input,
                               ...) G_GNUC_NULL_TERMINATED;
char        *program_path     (Program        *program,
                               const char     *name);
void         program_start_textbook (Program  *program);

G_END_DECLS
