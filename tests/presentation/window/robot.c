/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Somebody at the window: finds things by what they are and what they are called, as a screen
 * reader does, and works them by their actions, the keyboard and nothing else. It knows the program
 * from outside only: the real one, started in a home of its own, which must not warn.
 *
 * Nothing here waits for a time, only for something to be seen. What is not seen in time fails the
 * test and says what was looked for.
 *
 * Looks run from the last window to the first, since a form stands in front of its window. */

#include "robot-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>

#define ROW "table row|list item"

static GPid program;
static Thing *application;
static char *home;

/* What screen readers were told since somebody listens. */
static GPtrArray *told;

typedef gboolean (*Predicate) (Thing    *thing,
                               gpointer  data);

typedef struct
{
  const char *role;
  const char *name;
} Description;

static Thing *
walk (Thing     *thing,
      Predicate  predicate,
      gpointer   data,
      int        depth)
{
  int n_children;

  if (predicate (thing, data))
    return g_object_ref (thing);

  n_children = depth < MAX_DEPTH ? atspi_accessible_get_child_count (thing, NULL) : 0;
  for (int i = depth == 0 ? n_children - 1 : 0;
       i >= 0 && i < n_children;
       i += depth == 0 ? -1 : 1)
    {
      g_autoptr (Thing) child = atspi_accessible_get_child_at_index (thing, i, NULL);
      Thing *found = child != NULL ? walk (child, predicate, data, depth + 1) : NULL;

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* What GTK 4.8 calls "_Save Save" or "Save Save", and later toolkits "Save", is called "Save". */
static gboolean
is_called (const char *have,
           const char *want)
{
  const char *end;

  if (want == NULL || g_strcmp0 (have, want) == 0)
    return TRUE;
  if (have == NULL || !g_str_has_suffix (have, want))
    return FALSE;

  end = have + strlen (have) - strlen (want);
  return end - have > (gssize) strlen (want) && end[-1] == ' '
         && (*have == '_' || g_str_has_prefix (have, want) || memchr (have, '_', end - have));
}

gboolean
robot_has_role (Thing      *thing,
                const char *want)
{
  g_autofree char *have = atspi_accessible_get_role_name (thing, NULL);
  g_auto (GStrv) wanted = g_strsplit (want, "|", -1);

  return have != NULL && g_strv_contains ((const char *const *) wanted, have);
}

static gboolean
fits (Thing    *thing,
      gpointer  data)
{
  const Description *wanted = data;
  g_autofree char *name = NULL;

  if (!robot_has_role (thing, wanted->role))
    return FALSE;

  name = atspi_accessible_get_name (thing, NULL);
  return is_called (name, wanted->name);
}

/* A sentence, wherever it stands; `*` and `?` match as they do for file names. */
static gboolean
says (Thing    *thing,
      gpointer  data)
{
  g_autofree char *name = NULL;

  if (!robot_has_role (thing, "label|alert|notification|static|status bar"))
    return FALSE;

  name = atspi_accessible_get_name (thing, NULL);
  return name != NULL && g_pattern_match_simple (data, name);
}

static Thing *
look (Thing      *within,
      const char *role,
      const char *name)
{
  Description wanted = { role, name };

  return walk (within != NULL ? within : application, fits, &wanted, within != NULL ? 1 : 0);
}

gboolean
robot_has_state (Thing          *thing,
                 AtspiStateType  state)
{
  g_autoptr (GObject) states = G_OBJECT (atspi_accessible_get_state_set (thing));

  return atspi_state_set_contains (ATSPI_STATE_SET (states), state);
}

static gboolean
try_to_act (Thing      *thing,
            const char *action)
{
  int n_actions = atspi_action_get_n_actions (ATSPI_ACTION (thing), NULL);

  for (int i = 0; i < n_actions; i++)
    {
      g_autofree char *name = atspi_action_get_action_name (ATSPI_ACTION (thing), i, NULL);

      if (g_strcmp0 (name, action) == 0)
        {
          /* One that ends the program may get no answer. */
          atspi_action_do_action (ATSPI_ACTION (thing), i, NULL);
          return TRUE;
        }
    }

  return FALSE;
}

/* The button of a menu has another one inside that does it. */
static void
act (Thing      *thing,
     const char *action)
{
  g_autoptr (Thing) inside = NULL;

  if (try_to_act (thing, action))
    return;

  inside = atspi_accessible_get_child_at_index (thing, 0, NULL);
  if (inside == NULL || !try_to_act (inside, action))
    g_error ("nothing there can be asked to %s", action);
}

/* Returns: whether xdotool did it, or found it. */
static gboolean
xdotool (const char *verb,
         const char *option,
         const char *value,
         const char *what)
{
  const char *argv[] = { "xdotool", verb, option, value, what, NULL };
  g_autoptr (GError) error = NULL;
  g_autofree char *output = NULL;
  int status;

  if (!g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL,
                     NULL, NULL, &output, NULL, &status, &error))
    g_error ("xdotool: %s", error->message);

  return g_spawn_check_wait_status (status, NULL);
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *entry = g_build_filename (path, name, NULL);

      if (g_file_test (entry, G_FILE_TEST_IS_DIR) && !g_file_test (entry, G_FILE_TEST_IS_SYMLINK))
        remove_folder (entry);
      else
        g_unlink (entry);
    }
  g_rmdir (path);
}

/* Fails soon if the program is gone, instead of waiting for what will never be seen. */
void
robot_check_program (void)
{
  int status;

  if (program != 0 && waitpid (program, &status, WNOHANG) == program)
    g_error ("the program ended (status %d)", status);
}

Thing *
robot_get_application (void)
{
  return application;
}

static gboolean
is_program (Thing *thing)
{
  return (GPid) atspi_accessible_get_process_id (thing, NULL) == program
         && atspi_accessible_get_child_count (thing, NULL) > 0;
}

static Thing *
look_for_application (void)
{
  g_autoptr (Thing) desktop = atspi_get_desktop (0);
  int n_applications = atspi_accessible_get_child_count (desktop, NULL);

  for (int i = n_applications - 1; i >= 0; i--)
    {
      g_autoptr (Thing) candidate = atspi_accessible_get_child_at_index (desktop, i, NULL);

      if (candidate != NULL && is_program (candidate))
        return g_steal_pointer (&candidate);
    }

  return NULL;
}

/* The program must not have warned. One warning is GTK 4.8's own: it comes if somebody asks for the
 * children of something that is about to go away, as nobody but this robot does all the time. That
 * is why warnings are not simply fatal in the program. */
static void
check_said (void)
{
  g_autofree char *path = g_build_filename (home, "said", NULL);
  g_autofree char *said = NULL;
  g_auto (GStrv) lines = NULL;

  g_assert_true (g_file_get_contents (path, &said, NULL, NULL));
  lines = g_strsplit (said, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (strstr (lines[i], " **: ") != NULL
          && strstr (lines[i], "g_variant_is_object_path: assertion") == NULL)
        g_error ("the program warned: %s", lines[i]);
    }
}

/* Gets test and accessibility ready. Warnings of libatspi, which come while a program registers,
 * are not the program's. */
void
robot_init (int    *argc,
            char ***argv)
{
  g_test_init (argc, argv, NULL);
  g_log_set_always_fatal (G_LOG_FATAL_MASK);
  atspi_init ();
}

/* Empty, until whatever is done in it. */
static void
make_home (void)
{
  if (home == NULL)
    home = g_dir_make_tmp ("daybook-window-XXXXXX", NULL);
}

/* What a screen reader does when a window is closed between its two questions, how many there are
 * and which is the last. GTK 4.8 answers with any window it has, and falls over if that one waits
 * unseen to be shown some day: so the program must have none. */
static void
ask_past_the_last_window (void)
{
  int n_windows = atspi_accessible_get_child_count (application, NULL);
  g_autoptr (Thing) none = atspi_accessible_get_child_at_index (application, n_windows, NULL);

  robot_check_program ();
}

/* Starts the program, with a file or without. */
void
robot_start (const char *file)
{
  char *argv[] = { (char *) g_getenv ("DAYBOOK"), (char *) file, NULL };
  g_auto (GStrv) environment = g_get_environ ();
  g_autoptr (GError) error = NULL;
  g_autofree char *said = NULL;
  int said_fd;

  g_assert_nonnull (argv[0]);
  make_home ();
  environment = g_environ_setenv (environment, "HOME", home, TRUE);
  environment = g_environ_setenv (environment, "XDG_DATA_HOME", home, TRUE);
  environment = g_environ_setenv (environment, "XDG_CACHE_HOME", home, TRUE);

  environment = g_environ_unsetenv (environment, "G_DEBUG");
  said = g_build_filename (home, "said", NULL);
  said_fd = g_open (said, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  if (!g_spawn_async_with_fds (NULL, argv, environment, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL,
                               &program, -1, -1, said_fd, &error))
    g_error ("%s", error->message);
  g_close (said_fd, NULL);
  wait_until ((application = look_for_application ()) != NULL, "the program does not show itself");
  atspi_accessible_set_cache_mask (application, ATSPI_CACHE_NONE);
  g_object_unref (robot_window (NULL));
  ask_past_the_last_window ();
}

/* The command line, as somebody at another screen would use it: in the same home, on a book that
 * the window has open. Gives (transfer full) what it says. */
char *
robot_run_cli (const char *verb,
               ...)
{
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  g_auto (GStrv) environment = g_get_environ ();
  g_autoptr (GError) error = NULL;
  char *said = NULL;
  va_list arguments;
  int status;

  make_home ();
  environment = g_environ_setenv (environment, "HOME", home, TRUE);
  environment = g_environ_setenv (environment, "XDG_CACHE_HOME", home, TRUE);
  g_ptr_array_add (argv, (char *) g_getenv ("DAYBOOK_CLI"));
  va_start (arguments, verb);
  for (const char *word = verb; word != NULL; word = va_arg (arguments, const char *))
    g_ptr_array_add (argv, (char *) word);
  va_end (arguments);
  g_ptr_array_add (argv, NULL);

  if (!g_spawn_sync (NULL, (char **) argv->pdata, environment, G_SPAWN_DEFAULT, NULL, NULL, &said,
                     NULL, &status, &error))
    g_error ("%s", error->message);
  g_assert_cmpint (status, ==, 0);

  return said;
}

/* Closes the window, and expects the program to end well. */
void
robot_stop (void)
{
  g_autoptr (Thing) window = robot_window (NULL);
  int status;

  act (window, "window.close");
  while (waitpid (program, &status, 0) < 0 && errno == EINTR)
    ;
  g_assert_cmpint (status, ==, 0);
  check_said ();

  g_spawn_close_pid (program);
  program = 0;
  g_clear_object (&application);
  remove_folder (home);
  g_clear_pointer (&home, g_free);
}

/* The path of a file in the program's home. */
char *
robot_home (const char *name)
{
  make_home ();

  return g_build_filename (home, name, NULL);
}

/* Waits until there is such a thing. */
Thing *
robot_find (Thing      *within,
            const char *role,
            const char *name)
{
  Thing *found;

  wait_until ((found = look (within, role, name)) != NULL, "no [%s] is called “%s”", role, name);

  return found;
}

/* Waits until a text is there, which may be a pattern. */
void
robot_see (const char *text)
{
  g_autoptr (Thing) found = NULL;

  wait_until ((found = walk (application, says, (char *) text, 0)) != NULL,
              "nothing says “%s”", text);
}

/* Announcements, and what became of an alert. */
static void
told_cb (AtspiEvent *event,
         void       *user_data)
{
  if (G_VALUE_HOLDS_STRING (&event->any_data)
      && (g_str_has_prefix (event->type, "object:announcement")
          || robot_has_role (event->source, "alert|notification")))
    g_ptr_array_add (told, g_value_dup_string (&event->any_data));
  g_boxed_free (ATSPI_TYPE_EVENT, event);
}

/* From now on, whatever a screen reader would say by itself is heard. */
void
robot_listen (void)
{
  AtspiEventListener *listener = atspi_event_listener_new (told_cb, NULL, NULL);

  g_assert_null (told);
  told = g_ptr_array_new_with_free_func (g_free);
  g_assert_true (atspi_event_listener_register (listener, "object:announcement", NULL));
  g_assert_true (atspi_event_listener_register (listener, "object:property-change:accessible-name",
                                                NULL));
}

/* How often a text was heard so far, which may be a pattern. */
guint
robot_count_heard (const char *text)
{
  guint n = 0;

  while (g_main_context_iteration (NULL, FALSE))
    ;
  for (guint i = 0; i < told->len; i++)
    n += g_pattern_match_simple (text, g_ptr_array_index (told, i)) ? 1 : 0;

  return n;
}

/* Waits until a text is heard, which may be a pattern. */
void
robot_hear (const char *text)
{
  wait_until (robot_count_heard (text) > 0, "nobody is told “%s”", text);
}

/* Waits until there is no such thing. */
void
robot_wait_gone (const char *role,
                 const char *name)
{
  Thing *found;

  wait_until ((found = look (NULL, role, name)) == NULL || (g_object_unref (found), FALSE),
              "[%s] “%s” is still there", role, name);
}

/* Waits until a window is on the screen. */
Thing *
robot_window (const char *title)
{
  Thing *window = robot_find (NULL, ROBOT_WINDOW, title);

  wait_until (robot_has_state (window, ATSPI_STATE_SHOWING), "the window “%s” is not shown", title);

  return window;
}

/* Waits until a window is on the screen, or is not, without a look into it: what a file chooser is
 * made of differs, and is much. */
void
robot_wait_screen (const char *title,
                   gboolean    shown)
{
  g_autofree char *pattern = g_strdup_printf ("^%s$", title);

  wait_until (xdotool ("search", "--onlyvisible", "--name", pattern) == shown, "“%s” is %s",
              title, shown ? "not shown" : "still shown");
}

/* Presses a button, as soon as it can be pressed. */
void
robot_click (Thing      *within,
             const char *button)
{
  g_autoptr (Thing) thing = robot_find (within, ROBOT_BUTTON, button);

  wait_until (robot_has_state (thing, ATSPI_STATE_SENSITIVE), "“%s” cannot be pressed", button);
  act (thing, "click");
}

/* For as long as a menu takes to come or go: GTK 4.8 falls over if it is asked about one then. */
void
robot_rest (void)
{
  g_usleep (G_USEC_PER_SEC / 2);
}

/* Opens the menu of a button with that name, and chooses by the letter that is underlined, which
 * leads to a window. */
void
robot_choose (const char *menu,
              const char *letter,
              const char *title)
{
  g_autoptr (Thing) button = robot_find (NULL, ROBOT_BUTTON, menu);

  act (button, "click");
  robot_rest ();
  robot_press (letter);
  robot_wait_screen (title, TRUE);
  robot_rest ();
}

/* Puts a text in place of what stands in a field. */
void
robot_fill (Thing      *within,
            const char *field,
            const char *text)
{
  g_autoptr (Thing) thing = robot_find (within, ROBOT_FIELD, field);
  g_autofree char *written = NULL;

  g_assert_true (atspi_editable_text_set_text_contents (ATSPI_EDITABLE_TEXT (thing), text, NULL));
  written = robot_read (within, field);
  g_assert_cmpstr (written, ==, text);
}

/* What stands in a field. */
char *
robot_read (Thing      *within,
            const char *field)
{
  g_autoptr (Thing) thing = robot_find (within, ROBOT_FIELD, field);
  int length = atspi_text_get_character_count (ATSPI_TEXT (thing), NULL);

  /* Not -1 for the end: that is nothing in GTK 4.8. */
  return atspi_text_get_text (ATSPI_TEXT (thing), 0, length, NULL);
}

/* Presses keys: "ctrl+z". */
void
robot_press (const char *keys)
{
  g_assert_true (xdotool ("key", "--delay", "15", keys));
}

/* Types a text, key by key. */
void
robot_type (const char *text)
{
  g_assert_true (xdotool ("type", "--delay", "15", text));
}

/* Waits until a button can be pressed, or cannot. */
void
robot_expect_enabled (Thing      *within,
                      const char *button,
                      gboolean    enabled)
{
  g_autoptr (Thing) thing = robot_find (within, ROBOT_BUTTON, button);

  wait_until (robot_has_state (thing, ATSPI_STATE_SENSITIVE) == enabled, "“%s” is %s", button,
              enabled ? "off" : "on");
}

static gboolean
collect_label (Thing    *thing,
               gpointer  data)
{
  if (robot_has_role (thing, "label") && robot_has_state (thing, ATSPI_STATE_VISIBLE))
    g_ptr_array_add (data, atspi_accessible_get_name (thing, NULL));

  return FALSE;
}

static char *
read_first_row (const char *table)
{
  g_autoptr (Thing) found = look (NULL, ROBOT_TABLE, table);
  /* The header of a table is a row as well; those of the entries stand in a list of their own. */
  g_autoptr (Thing) rows = found != NULL ? look (found, "list|row group", NULL) : NULL;
  g_autoptr (Thing) row = found != NULL ? look (rows != NULL ? rows : found, ROW, NULL) : NULL;
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);

  if (row != NULL)
    walk (row, collect_label, labels, 1);
  g_ptr_array_add (labels, NULL);

  return g_strjoinv ("|", (char **) labels->pdata);
}

/* Waits until the first row of a table reads like that, its cells with bars between them. Cells in
 * which nothing stands are left out. */
void
robot_expect_first_row (const char *table,
                        const char *pattern)
{
  g_autofree char *row = NULL;

  wait_until ((g_free (row), row = read_first_row (table),
               g_pattern_match_simple (pattern, row)),
              "the first row of “%s” is “%s”, not “%s”", table, row, pattern);
}
