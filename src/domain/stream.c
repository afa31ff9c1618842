/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The names under which stream kinds stand in a book file: part of the format, never changed. */

#include "stream.h"

#include <string.h>

static const char *const names[] = {
  [DAYBOOK_STREAM_NONE] = "",
  [DAYBOOK_STREAM_BOOK] = "book",
  [DAYBOOK_STREAM_REGISTER] = "register",
  [DAYBOOK_STREAM_PERSON] = "person",
  [DAYBOOK_STREAM_USERNAME] = "username",
  [DAYBOOK_STREAM_ACCOUNT] = "account",
  [DAYBOOK_STREAM_REFERENCE] = "reference",
  [DAYBOOK_STREAM_ENTRY] = "entry",
  [DAYBOOK_STREAM_TYPE] = "type",
};

G_STATIC_ASSERT (G_N_ELEMENTS (names) == DAYBOOK_N_STREAM_KINDS);

/**
 * daybook_stream_kind_name:
 *
 * Returns: the kind's name in a book file.
 */
const char *
daybook_stream_kind_name (DaybookStreamKind kind)
{
  g_assert (kind < DAYBOOK_N_STREAM_KINDS);

  return names[kind];
}

/**
 * daybook_stream_kind_parse:
 *
 * Returns: the kind of that name, or %DAYBOOK_STREAM_NONE.
 */
DaybookStreamKind
daybook_stream_kind_parse (const char *name)
{
  for (guint i = 1; i < G_N_ELEMENTS (names); i++)
    if (strcmp (names[i], name) == 0)
      return i;

  return DAYBOOK_STREAM_NONE;
}
