/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a view model does all day: compare, store, notify. */

#include "property.h"

/**
 * daybook_property_take_text:
 * @text: where the object keeps it
 * @value: (nullable) (transfer full): %NULL is the same as empty
 *
 * Returns: whether it changed, and was notified.
 */
gboolean
daybook_property_take_text (gpointer     object,
                            GParamSpec  *property,
                            char       **text,
                            char        *value)
{
  g_autofree char *owned = value != NULL ? value : g_strdup ("");

  if (g_strcmp0 (*text, owned) == 0)
    return FALSE;

  g_free (*text);
  *text = g_steal_pointer (&owned);
  g_object_notify_by_pspec (object, property);
  return TRUE;
}

/**
 * daybook_property_set_text:
 * @text: where the object keeps it
 * @value: (nullable): copied; %NULL is the same as empty
 *
 * Returns: whether it changed, and was notified.
 */
gboolean
daybook_property_set_text (gpointer     object,
                           GParamSpec  *property,
                           char       **text,
                           const char  *value)
{
  return daybook_property_take_text (object, property, text, g_strdup (value));
}

/**
 * daybook_property_set_boolean:
 * @boolean: where the object keeps it
 *
 * Returns: whether it changed, and was notified.
 */
gboolean
daybook_property_set_boolean (gpointer     object,
                              GParamSpec  *property,
                              gboolean    *boolean,
                              gboolean     value)
{
  if (*boolean == value)
    return FALSE;

  *boolean = value;
  g_object_notify_by_pspec (object, property);
  return TRUE;
}

/**
 * daybook_property_set_uint:
 * @number: where the object keeps it
 *
 * Returns: whether it changed, and was notified.
 */
gboolean
daybook_property_set_uint (gpointer     object,
                           GParamSpec  *property,
                           guint       *number,
                           guint        value)
{
  if (*number == value)
    return FALSE;

  *number = value;
  g_object_notify_by_pspec (object, property);
  return TRUE;
}
