/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What somebody at the window who cannot see it is told: of everything on the screen what it is,
 * what it is called and how it is, and where the keyboard is. */

#include "robot-private.h"

/* What has no size is not on the screen: in GTK 4.8, rows that wait to be used again. */
static gboolean
has_size (Thing *thing)
{
  AtspiRect *place = atspi_component_get_extents (ATSPI_COMPONENT (thing),
                                                  ATSPI_COORD_TYPE_WINDOW, NULL);
  gboolean has = place == NULL || (place->width != 0 && place->height != 0);

  g_clear_pointer (&place, g_free);

  return has;
}

static void
visit_shown (Thing      *thing,
             RobotVisit  visit,
             gpointer    data,
             int         depth)
{
  g_autofree char *role = NULL;
  g_autofree char *name = NULL;
  int n_children;

  if (depth > MAX_DEPTH || !has_size (thing))
    return;

  role = atspi_accessible_get_role_name (thing, NULL);
  name = atspi_accessible_get_name (thing, NULL);
  if (role != NULL && name != NULL)
    visit (thing, role, name, data);

  /* What is inside a choice is the toolkit's. */
  n_children = g_strcmp0 (role, "combo box") != 0
                 ? atspi_accessible_get_child_count (thing, NULL) : 0;
  for (int i = 0; i < n_children; i++)
    {
      g_autoptr (Thing) child = atspi_accessible_get_child_at_index (thing, i, NULL);

      if (child != NULL)
        visit_shown (child, visit, data, depth + 1);
    }
}

/* Shows VISIT all that is on the screen in the window that has the keyboard. */
void
robot_visit (RobotVisit visit,
             gpointer   data)
{
  int n_windows = atspi_accessible_get_child_count (robot_get_application (), NULL);

  for (int i = 0; i < n_windows; i++)
    {
      g_autoptr (Thing) window =
        atspi_accessible_get_child_at_index (robot_get_application (), i, NULL);

      if (window != NULL && robot_has_state (window, ATSPI_STATE_ACTIVE))
        visit_shown (window, visit, data, 0);
    }
}

typedef struct
{
  const char *role;
  const char *name;
  const char *described;
  const char *states;
  guint n_found;
  GString *instead;
} Expected;

/* In GTK 4.8 "invalid" is the state that is none; later toolkits have the one that is meant. */
static gboolean
has_states (Thing      *thing,
            const char *states)
{
  static const struct { const char *name; AtspiStateType state, old; } known[] = {
    { "checked", ATSPI_STATE_CHECKED, ATSPI_STATE_PRESSED },
    { "focused", ATSPI_STATE_FOCUSED, ATSPI_STATE_FOCUSED },
    { "invalid", ATSPI_STATE_INVALID_ENTRY, ATSPI_STATE_INVALID },
    { "selected", ATSPI_STATE_SELECTED, ATSPI_STATE_SELECTED },
    { "sensitive", ATSPI_STATE_SENSITIVE, ATSPI_STATE_SENSITIVE },
  };
  g_auto (GStrv) wanted = g_strsplit (states, " ", -1);

  for (guint i = 0; wanted[i] != NULL; i++)
    {
      const char *name = wanted[i] + (*wanted[i] == '!');
      guint k = 0;

      while (k < G_N_ELEMENTS (known) && !g_str_equal (known[k].name, name))
        k++;
      g_assert_cmpuint (k, <, G_N_ELEMENTS (known));
      if ((robot_has_state (thing, known[k].state) || robot_has_state (thing, known[k].old))
          == (*wanted[i] == '!'))
        return FALSE;
    }

  return TRUE;
}

/* A name is a pattern as well, also after what GTK 4.8 puts before that of a button. */
static void
compare (Thing      *thing,
         const char *role,
         const char *name,
         gpointer    data)
{
  Expected *expected = data;
  g_autofree char *labelled = g_strconcat ("*_* ", expected->name, NULL);
  g_autofree char *description = NULL;

  if (!robot_has_role (thing, expected->role))
    return;

  if (g_pattern_match_simple (expected->name, name) || g_pattern_match_simple (labelled, name))
    {
      description = atspi_accessible_get_description (thing, NULL);
      if (description != NULL && g_pattern_match_simple (expected->described, description)
          && has_states (thing, expected->states))
        expected->n_found++;
    }
  g_string_append_printf (expected->instead, "  [%s] “%s” “%s”\n", role, name,
                          description != NULL ? description : "");
}

static gboolean
sees (Expected *expected)
{
  expected->n_found = 0;
  g_string_truncate (expected->instead, 0);
  robot_visit (compare, expected);

  return expected->n_found > 0;
}

/* Waits until there is such a thing on the screen, in the window that has the keyboard. Its name
 * and what it is described by are patterns; its states are words, with a ! before what it must not
 * be. */
void
robot_expect (const char *role,
              const char *name,
              const char *described,
              const char *states)
{
  g_autoptr (GString) instead = g_string_new (NULL);
  Expected expected = { role, name, described != NULL ? described : "*",
                        states != NULL ? states : "sensitive", 0, instead };

  wait_until (sees (&expected), "no [%s] “%s” “%s” {%s}, but:\n%s", role, name,
              expected.described, expected.states, instead->str);
}

typedef struct
{
  GString *found;
  guint n;
} Focus;

static void
note_focus (Thing      *thing,
            const char *role,
            const char *name,
            gpointer    data)
{
  Focus *focus = data;

  if (!robot_has_state (thing, ATSPI_STATE_FOCUSED))
    return;

  focus->n++;
  g_string_append_printf (focus->found, "[%s] “%s” ", role, name);
}

static gboolean
is_focused (Focus      *focus,
            const char *role,
            const char *name)
{
  g_autoptr (GString) instead = g_string_new (NULL);
  Expected expected = { role, name, "*", "focused", 0, instead };

  focus->n = 0;
  g_string_truncate (focus->found, 0);
  robot_visit (note_focus, focus);

  return focus->n == 1 && sees (&expected);
}

/* Waits until the keyboard is there, and nowhere else. */
void
robot_expect_focus (const char *role,
                    const char *name)
{
  g_autoptr (GString) found = g_string_new (NULL);
  Focus focus = { found, 0 };

  wait_until (is_focused (&focus, role, name), "the keyboard is at %s, not at [%s] “%s”",
              found->len > 0 ? found->str : "nothing", role, name);
}

static gboolean
is_clean (RobotVisit  visit,
          GString    *complaints)
{
  g_string_truncate (complaints, 0);
  robot_visit (visit, complaints);

  return complaints->len == 0;
}

/* Waits until VISIT, which is given a #GString to write complaints into, has none. */
void
robot_expect_clean (RobotVisit  visit,
                    const char *where)
{
  g_autoptr (GString) complaints = g_string_new (NULL);

  wait_until (is_clean (visit, complaints), "%s:\n%s", where, complaints->str);
}
