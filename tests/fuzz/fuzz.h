/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>
#include <stdint.h>

G_BEGIN_DECLS

/* What libFuzzer and replay.c call: once, and for each input. */
int     LLVMFuzzerInitialize   (int            *argc,
                                char         ***argv);
int     LLVMFuzzerTestOneInput (const uint8_t  *data,
                                size_t          size);

char   *fuzz_path              (const char     *name);
guint   fuzz_count_files       (void);
void    fuzz_empty_folder      (void);
char   *fuzz_cut               (const uint8_t **data,
                                size_t         *size,
                                const char     *mark);

G_END_DECLS
