/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DaybookOption:
 * @name: without the dashes
 * @value: (nullable): what its value is called in the help; %NULL for an option without one
 * @help: what it is for, to be translated
 * @required: whether there is no doing without it
 */
typedef struct
{
  const char *name;
  const char *value;
  const char *help;
  gboolean required;
} DaybookOption;

/**
 * DaybookOptions:
 * @values: (element-type utf8 utf8): values by names of options
 * @arguments: (element-type filename): what is no option, in order
 * @help: whether help was asked for
 */
typedef struct
{
  GHashTable *values;
  GPtrArray *arguments;
  gboolean help;
} DaybookOptions;

void        daybook_options_clear (DaybookOptions  *options);
gboolean    daybook_options_parse (DaybookOptions  *options,
                                   GArray          *known,
                                   char           **args,
                                   char           **complaint);
const char *daybook_options_get   (DaybookOptions  *options,
                                   const char      *name);
const char *daybook_option_name   (const char      *field);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DaybookOptions, daybook_options_clear)

G_END_DECLS
