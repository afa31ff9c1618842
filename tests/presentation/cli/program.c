/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Runs the built program in a folder of its own, with a cache of its own. */

#define _GNU_SOURCE /* nftw */

#include "program.h"

#include <ftw.h>
#include <stdarg.h>
#include <stdio.h>

static char *executable;

/* The program's path is the test's only argument. */
void
program_find (int   *argc,
              char **argv)
{
  g_assert_cmpint (*argc, ==, 2);
  executable = g_canonicalize_filename (argv[1], NULL);
}

void
program_set_up (Program       *program,
                gconstpointer  data)
{
  program->folder = g_dir_make_tmp ("daybook-XXXXXX", NULL);
  g_assert_nonnull (program->folder);
}

static int
remove_one (const char        *path,
            const struct stat *info,
            int                kind,
            struct FTW        *place)
{
  return remove (path);
}

void
program_tear_down (Program       *program,
                   gconstpointer  data)
{
  nftw (program->folder, remove_one, 16, FTW_DEPTH | FTW_PHYS);
  g_free (program->folder);
  g_free (program->out);
  g_free (program->err);
}

char *
program_path (Program    *program,
              const char *name)
{
  return g_build_filename (program->folder, name, NULL);
}

/* In the locale C.UTF-8, glibc 2.39 and later speak English whatever the language, so a locale is
 * made that is not that one; figures and days are written as they are there. */
static void
speak (Program             *program,
       GSubprocessLauncher *launcher)
{
  g_autofree char *locales = program_path (program, "locales");
  g_autofree char *locale = g_build_filename (locales, "en_US.UTF-8", NULL);
  const char *argv[] = { "localedef", "-i", "en_US", "-f", "UTF-8", locale, NULL };
  g_autoptr (GError) error = NULL;

  if (g_mkdir_with_parents (locales, 0700) == 0 && !g_file_test (locale, G_FILE_TEST_IS_DIR))
    {
      g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL,
                    &error);
      g_assert_no_error (error);
      g_assert_true (g_file_test (locale, G_FILE_TEST_IS_DIR));
    }
  g_subprocess_launcher_setenv (launcher, "LOCPATH", locales, TRUE);
  g_subprocess_launcher_setenv (launcher, "LC_ALL", "en_US.UTF-8", TRUE);
  g_subprocess_launcher_setenv (launcher, "LANGUAGE", program->language, TRUE);
}

GSubprocess *
program_spawn (Program           *program,
               const char *const *args)
{
  g_autoptr (GSubprocessLauncher) launcher = NULL;
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  g_autofree char *cache = program_path (program, "cache");
  g_autoptr (GError) error = NULL;
  GSubprocess *process;

  g_ptr_array_add (argv, executable);
  for (; *args != NULL; args++)
    g_ptr_array_add (argv, (char *) *args);
  g_ptr_array_add (argv, NULL);

  launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDIN_PIPE |
                                        G_SUBPROCESS_FLAGS_STDOUT_PIPE |
                                        G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_subprocess_launcher_set_cwd (launcher, program->folder);
  g_subprocess_launcher_setenv (launcher, "XDG_CACHE_HOME", cache, TRUE);
  if (program->language != NULL)
    speak (program, launcher);
  process = g_subprocess_launcher_spawnv (launcher, (const char *const *) argv->pdata, &error);
  g_assert_no_error (error);

  return process;
}

static void
run (Program     *program,
     int          status,
     const char  *input,
     va_list      args)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *line = NULL;
  const char *word;

  while ((word = va_arg (args, const char *)) != NULL)
    g_ptr_array_add (words, (char *) word);
  g_ptr_array_add (words, NULL);
  line = g_strjoinv (" ", (char **) words->pdata);

  process = program_spawn (program, (const char *const *) words->pdata);
  g_clear_pointer (&program->out, g_free);
  g_clear_pointer (&program->err, g_free);
  g_subprocess_communicate_utf8 (process, input, NULL, &program->out, &program->err, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (process));
  if (g_subprocess_get_exit_status (process) != status)
    g_error ("%s\nended with %d instead of %d:\n%s%s", line,
             g_subprocess_get_exit_status (process), status, program->out, program->err);
}

/* Runs it with the words that follow, and asserts how it ends. */
void
program_run (Program *program,
             int      status,
             ...)
{
  va_list args;

  va_start (args, status);
  run (program, status, NULL, args);
  va_end (args);
}

/* The same, with something on its standard input. */
void
program_feed (Program    *program,
              int         status,
              const char *input,
              ...)
{
  va_list args;

  va_start (args, input);
  run (program, status, input, args);
  va_end (args);
}

/* club.daybook, with John and his account 0000000195. */
void
program_start_textbook (Program *program)
{
  program_run (program, 0, "new", "club.daybook", "--name", "Riverside Savings",
               "--currency", "EUR", NULL);
  program_run (program, 0, "register", "club.daybook", "--username", "john",
               "--name", "John Smith", "--email", "john@example.org", NULL);
  program_run (program, 0, "open", "club.daybook", "--holder", "john", NULL);
  g_assert_cmpstr (program->out, ==, "0000000195\n");
}
