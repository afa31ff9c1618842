/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

gboolean daybook_property_take_text   (gpointer     object,
                                       GParamSpec  *property,
                                       char       **text,
                                       char        *value);
gboolean daybook_property_set_text    (gpointer     object,
                                       GParamSpec  *property,
                                       char       **text,
                                       const char  *value);
gboolean daybook_property_set_boolean (gpointer     object,
                                       GParamSpec  *property,
                                       gboolean    *boolean,
                                       gboolean     value);
gboolean daybook_property_set_uint    (gpointer     object,
                                       GParamSpec  *property,
                                       guint       *number,
                                       guint        value);

/* Shorthands for class_init: what nearly all properties of view models are. */
#define DAYBOOK_READABLE (G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS)
#define DAYBOOK_WRITABLE (G_PARAM_WRITABLE | DAYBOOK_READABLE)

#define DAYBOOK_TEXT_PROPERTY(name, flags) g_param_spec_string ((name), NULL, NULL, "", (flags))
#define DAYBOOK_BOOLEAN_PROPERTY(name) \
  g_param_spec_boolean ((name), NULL, NULL, FALSE, DAYBOOK_READABLE)
#define DAYBOOK_UINT_PROPERTY(name, flags) \
  g_param_spec_uint ((name), NULL, NULL, 0, G_MAXUINT, 0, (flags))
#define DAYBOOK_POSITION_PROPERTY(name) \
  g_param_spec_uint64 ((name), NULL, NULL, 0, G_MAXUINT64, 0, DAYBOOK_READABLE)
#define DAYBOOK_LIST_PROPERTY(name) \
  g_param_spec_object ((name), NULL, NULL, G_TYPE_LIST_MODEL, DAYBOOK_READABLE)

G_END_DECLS
