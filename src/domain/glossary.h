/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DaybookWord:
 * @word: as in a dictionary: `holder`
 * @forms: (nullable): what else it is looked up by, separated by `, `: `holders`
 * @meaning: a sentence or two of plain English
 *
 * A word that screen, help, code and events share.
 */
typedef struct
{
  const char *word;
  const char *forms;
  const char *meaning;
} DaybookWord;

/* In alphabetical order; the last has no word. */
extern const DaybookWord daybook_glossary[];

const DaybookWord *daybook_glossary_find (const char *text);

G_END_DECLS
