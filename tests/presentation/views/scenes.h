/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * SceneFunc:
 * @top: a window or what opened from one, with everything in it that belongs there
 * @scene: what it is called, for messages
 */
typedef void (*SceneFunc) (GtkWidget  *top,
                           const char *scene,
                           gpointer    data);

void scenes_init  (int      *argc,
                   char   ***argv);
void scenes_visit (int       width,
                   int       height,
                   SceneFunc func,
                   gpointer  data);
void scenes_walk  (GtkWidget *widget,
                   void     (*func) (GtkWidget *widget, gpointer data),
                   gpointer  data);

G_END_DECLS
