/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What somebody at the window who cannot see it is told: of everything in it what it is, what it is
 * called and how it is, and where the keyboard is. Each question is a message to the program, so no
 * more is asked than has to be. */

#include "robot-private.h"

/* More than any scene tells. */
#define MAX_TOLD 16

/* Gives a window the keyboard, as a desktop does once what stood in front of it is gone. */
void
robot_activate (const char *title)
{
  g_autofree char *pattern = g_strdup_printf ("^%s$", title);
  const char *argv[] = { "xdotool", "search", "--onlyvisible", "--name", pattern, "windowfocus",
                         NULL };

  robot_wait_screen (title, TRUE);
  if (!g_spawn_sync (NULL, (char **) argv, NULL,
                     G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL, NULL, NULL, NULL, NULL,
                     NULL, NULL))
    g_error ("“%s” does not take the keyboard", title);
}

/* More children than that are rows of a list. */
#define CROWD 20

/* What has no size is not on the screen: in GTK 4.8, rows that wait to be scrolled to. */
gboolean
robot_has_size (Thing *thing)
{
  AtspiRect *place = atspi_component_get_extents (ATSPI_COMPONENT (thing),
                                                  ATSPI_COORD_TYPE_WINDOW, NULL);
  gboolean has = place == NULL || (place->width != 0 && place->height != 0);

  g_clear_pointer (&place, g_free);

  return has;
}

static void
visit_within (Thing      *thing,
              RobotVisit  visit,
              gpointer    data,
              int         depth)
{
  gboolean seen_some = FALSE;
  int n_children;

  if (!visit (thing, data) || depth > MAX_DEPTH)
    return;

  n_children = atspi_accessible_get_child_count (thing, NULL);
  for (int i = 0; i < n_children; i++)
    {
      g_autoptr (Thing) child = atspi_accessible_get_child_at_index (thing, i, NULL);
      gboolean waits = child != NULL && n_children > CROWD && !robot_has_size (child);

      if (waits && seen_some)
        break;
      if (child == NULL || waits)
        continue;

      seen_some = TRUE;
      visit_within (child, visit, data, depth + 1);
    }
}

/* Shows VISIT all that is in the window that has the keyboard, except for what is in something of
 * which VISIT gives FALSE. */
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
        visit_within (window, visit, data, 0);
    }
}

/* In GTK 4.8 "invalid" is the state that is none; later toolkits have the one that is meant. */
static gboolean
has_states (Thing      *thing,
            const char *states)
{
  static const struct { const char *name; AtspiStateType state, other; } known[] = {
    { "checked", ATSPI_STATE_CHECKED, ATSPI_STATE_PRESSED },
    { "focused", ATSPI_STATE_FOCUSED, ATSPI_STATE_FOCUSED },
    { "invalid", ATSPI_STATE_INVALID_ENTRY, ATSPI_STATE_INVALID },
    { "sensitive", ATSPI_STATE_SENSITIVE, ATSPI_STATE_SENSITIVE },
  };
  g_auto (GStrv) wanted = g_strsplit (states, " ", -1);

  for (guint i = 0; wanted[i] != NULL; i++)
    {
      gboolean not = *wanted[i] == '!';
      guint k = 0;

      while (k < G_N_ELEMENTS (known) && !g_str_equal (known[k].name, wanted[i] + not))
        k++;
      g_assert_cmpuint (k, <, G_N_ELEMENTS (known));
      if ((robot_has_state (thing, known[k].state) || robot_has_state (thing, known[k].other))
          == not)
        return FALSE;
    }

  return TRUE;
}

/* Also after what GTK 4.8 puts before the name of a button. */
static gboolean
is_called_like (const char *name,
                const char *pattern)
{
  g_autofree char *labelled = g_strconcat ("*_* ", pattern, NULL);

  return g_pattern_match_simple (pattern, name) || g_pattern_match_simple (labelled, name);
}

static gboolean
is_told (Thing           *thing,
         const RobotTold *told,
         const char      *name)
{
  g_autofree char *description = NULL;

  if (!is_called_like (name, told->name))
    return FALSE;

  if (told->described != NULL)
    description = atspi_accessible_get_description (thing, NULL);

  return (told->described == NULL
          || (description != NULL && g_pattern_match_simple (told->described, description)))
         && has_states (thing, told->states != NULL ? told->states : "sensitive")
         && robot_has_size (thing);
}

typedef struct
{
  const RobotTold *told;
  gboolean found[MAX_TOLD];
  GString *instead;
} Listening;

static gboolean
hear (Thing    *thing,
      gpointer  data)
{
  Listening *listening = data;
  g_autofree char *name = NULL;

  for (guint i = 0; listening->told[i].role != NULL; i++)
    {
      if (listening->found[i] || !robot_has_role (thing, listening->told[i].role))
        continue;

      if (name == NULL && (name = atspi_accessible_get_name (thing, NULL)) == NULL)
        return FALSE;
      listening->found[i] = is_told (thing, &listening->told[i], name);
      if (!listening->found[i])
        {
          g_autofree char *description = atspi_accessible_get_description (thing, NULL);

          g_string_append_printf (listening->instead, "  [%s] “%s” “%s”%s\n",
                                  listening->told[i].role, name, description,
                                  robot_has_state (thing, ATSPI_STATE_FOCUSED) ? " focused" : "");
        }
    }

  return TRUE;
}

/* Returns: (nullable): the first that is not told. */
static const RobotTold *
find_untold (Listening *listening)
{
  g_string_truncate (listening->instead, 0);
  robot_visit (hear, listening);

  for (guint i = 0; listening->told[i].role != NULL; i++)
    if (!listening->found[i])
      return &listening->told[i];

  return NULL;
}

/* Waits until all of that has been told, in the window that has the keyboard. */
void
robot_expect (const RobotTold *told,
              const char      *where)
{
  g_autoptr (GString) instead = g_string_new (NULL);
  Listening listening = { told, { FALSE }, instead };
  const RobotTold *untold;

  wait_until ((untold = find_untold (&listening)) == NULL,
              "%s: no [%s] “%s” “%s” {%s}, but:\n%s", where, untold->role, untold->name,
              untold->described, untold->states, instead->str);
}

typedef struct
{
  GString *found;
  guint n;
  gboolean is_there;
  const char *role;
  const char *name;
} Focus;

static gboolean
note_focus (Thing    *thing,
            gpointer  data)
{
  Focus *focus = data;
  g_autofree char *role = NULL;
  g_autofree char *name = NULL;

  if (!robot_has_state (thing, ATSPI_STATE_FOCUSED))
    return TRUE;

  role = atspi_accessible_get_role_name (thing, NULL);
  name = atspi_accessible_get_name (thing, NULL);
  g_string_append_printf (focus->found, "[%s] “%s” ", role, name);
  focus->n++;
  focus->is_there = name != NULL && robot_has_role (thing, focus->role)
                    && is_called_like (name, focus->name) && robot_has_size (thing);

  return TRUE;
}

static gboolean
is_focused (Focus *focus)
{
  focus->n = 0;
  g_string_truncate (focus->found, 0);
  robot_visit (note_focus, focus);

  return focus->n == 1 && focus->is_there;
}

/* Waits until the keyboard is there, and nowhere else. */
void
robot_expect_focus (const char *role,
                    const char *name)
{
  g_autoptr (GString) found = g_string_new (NULL);
  Focus focus = { found, 0, FALSE, role, name };

  wait_until (is_focused (&focus), "the keyboard is at %s, not at [%s] “%s”",
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
