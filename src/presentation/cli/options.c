/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Options as scripts give them: `--name value` or `--name=value`, in any order, each at most once.
 * What follows an option that takes a value is its value, whatever it looks like: amounts may begin
 * with a minus. */

#include "options.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "compose.h"

/**
 * daybook_options_clear:
 *
 * Frees what the options own.
 */
void
daybook_options_clear (DaybookOptions *options)
{
  g_clear_pointer (&options->values, g_hash_table_unref);
  g_clear_pointer (&options->arguments, g_ptr_array_unref);
}

/**
 * daybook_options_get:
 *
 * Returns: (transfer none) (nullable): the option's value; empty for one without a value.
 */
const char *
daybook_options_get (DaybookOptions *options,
                     const char     *name)
{
  return g_hash_table_lookup (options->values, name);
}

/**
 * daybook_option_name:
 * @field: the name of a command's field, as in JSON: `per_day`
 *
 * Returns: (transfer none): the option that it is given by, with hyphens between words: `per-day`.
 */
const char *
daybook_option_name (const char *field)
{
  g_autofree char *name = g_strdelimit (g_strdup (field), "_", '-');

  return g_intern_string (name);
}

static const DaybookOption *
find_option (GArray     *known,
             const char *name,
             gsize       length)
{
  for (guint i = 0; i < known->len; i++)
    {
      const DaybookOption *option = &g_array_index (known, DaybookOption, i);

      if (strlen (option->name) == length && strncmp (option->name, name, length) == 0)
        return option;
    }

  return NULL;
}

/* Reads one option, and from *@next its value where it stands apart. */
static gboolean
parse_option (DaybookOptions   *options,
              GArray           *known,
              const char       *arg,
              char           ***next,
              char            **complaint)
{
  const char *name = arg + strlen ("--");
  const char *equals = strchr (name, '=');
  gsize length = equals != NULL ? (gsize) (equals - name) : strlen (name);
  const DaybookOption *option = find_option (known, name, length);
  const char *value = equals != NULL ? equals + 1 : NULL;

  if (option == NULL)
    {
      *complaint = daybook_compose (_("There is no option %s here."), arg);
      return FALSE;
    }
  if (option->value == NULL && value != NULL)
    {
      *complaint = daybook_compose (_("The option --%s takes no value."), option->name);
      return FALSE;
    }
  if (g_hash_table_contains (options->values, option->name))
    {
      *complaint = daybook_compose (_("The option --%s is given twice."), option->name);
      return FALSE;
    }

  if (option->value == NULL)
    value = "";
  else if (value == NULL && **next != NULL)
    value = *(*next)++;

  if (value == NULL)
    {
      *complaint = daybook_compose (_("The option --%s needs a value."), option->name);
      return FALSE;
    }
  if (!g_utf8_validate (value, -1, NULL))
    {
      *complaint = daybook_compose (_("The value of --%s is not text."), option->name);
      return FALSE;
    }

  g_hash_table_insert (options->values, (char *) option->name, (char *) value);
  return TRUE;
}

static gboolean
check_required (DaybookOptions  *options,
                GArray          *known,
                char           **complaint)
{
  for (guint i = 0; i < known->len; i++)
    {
      const DaybookOption *option = &g_array_index (known, DaybookOption, i);

      if (option->required && daybook_options_get (options, option->name) == NULL)
        {
          *complaint = daybook_compose (_("The option --%s is missing."), option->name);
          return FALSE;
        }
    }

  return TRUE;
}

/**
 * daybook_options_parse:
 * @options: (out): what was given; borrows from @args and @known
 * @known: (element-type DaybookOption): what may be given
 * @args: the command line behind the verb, %NULL at the end
 * @complaint: (out) (transfer full): what is wrong, as a sentence
 *
 * Returns: whether the command line can be understood. Asking for help makes up for what is
 *   missing.
 */
gboolean
daybook_options_parse (DaybookOptions  *options,
                       GArray          *known,
                       char           **args,
                       char           **complaint)
{
  gboolean only_arguments = FALSE;

  options->values = g_hash_table_new (g_str_hash, g_str_equal);
  options->arguments = g_ptr_array_new ();
  options->help = FALSE;

  while (*args != NULL)
    {
      const char *arg = *args++;

      if (only_arguments || *arg != '-' || strcmp (arg, "-") == 0)
        {
          g_ptr_array_add (options->arguments, (char *) arg);
        }
      else if (strcmp (arg, "--") == 0)
        {
          only_arguments = TRUE;
        }
      else if (strcmp (arg, "--help") == 0 || strcmp (arg, "-h") == 0)
        {
          options->help = TRUE;
        }
      else if (!g_str_has_prefix (arg, "--"))
        {
          *complaint = daybook_compose (_("There is no option %s here."), arg);
          return FALSE;
        }
      else if (!parse_option (options, known, arg, &args, complaint))
        {
          return FALSE;
        }
    }

  return options->help || check_required (options, known, complaint);
}
