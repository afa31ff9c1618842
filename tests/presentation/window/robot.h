/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <atspi/atspi.h>

G_BEGIN_DECLS

typedef AtspiAccessible Thing;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Thing, g_object_unref)

/* Returns: whether to be shown what is in it as well. */
typedef gboolean (*RobotVisit) (Thing    *thing,
                                gpointer  data);

/* What is told of a thing: its kind, its name and, where not NULL, what describes it, both of which
 * are patterns, and its states, in words, with a ! before what it must not be; NULL is
 * "sensitive". */
typedef struct
{
  const char *role;
  const char *name;
  const char *described;
  const char *states;
} RobotTold;

void   robot_init             (int         *argc,
                               char      ***argv);
void   robot_start            (const char  *file);
void   robot_stop             (void);
char  *robot_home             (const char  *name);
char  *robot_run_cli          (const char  *verb,
                               ...) G_GNUC_NULL_TERMINATED;

Thing *robot_find             (Thing       *within,
                               const char  *role,
                               const char  *name);
void   robot_see              (const char  *text);
void   robot_listen           (void);
void   robot_hear             (const char  *text);
guint  robot_count_heard      (const char  *text);
void   robot_wait_gone        (const char  *role,
                               const char  *name);
Thing *robot_window           (const char  *title);
void   robot_wait_screen      (const char  *title,
                               gboolean     shown);

void   robot_click            (Thing       *within,
                               const char  *button);
void   robot_choose           (const char  *menu,
                               const char  *letter,
                               const char  *title);
void   robot_fill             (Thing       *within,
                               const char  *field,
                               const char  *text);
char  *robot_read             (Thing       *within,
                               const char  *field);
void   robot_press            (const char  *keys);
void   robot_type             (const char  *text);

void   robot_activate         (const char  *title);
void   robot_rest             (void);

gboolean robot_has_role       (Thing       *thing,
                               const char  *want);
gboolean robot_has_state      (Thing       *thing,
                               AtspiStateType state);
gboolean robot_has_size       (Thing       *thing);
void   robot_visit            (RobotVisit   visit,
                               gpointer     data);
void   robot_expect           (const RobotTold *told,
                               const char  *where);
void   robot_expect_focus     (const char  *role,
                               const char  *name);
void   robot_expect_clean     (RobotVisit   visit,
                               const char  *where);
void   robot_expect_enabled   (Thing       *within,
                               const char  *button,
                               gboolean     enabled);
void   robot_expect_first_row (const char  *table,
                               const char  *pattern);

/* Roles, which later toolkits name otherwise. */
#define ROBOT_WINDOW "frame|dialog|window"
#define ROBOT_BUTTON "push button|button"
#define ROBOT_FIELD "text|entry"
#define ROBOT_TABLE "tree table|table|list"

G_END_DECLS
