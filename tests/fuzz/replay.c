/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A fuzzer as an ordinary test, with no clang and no luck: every input that is kept (corpus/NAME,
 * regressions/NAME) is a case of its own, and one more case runs simple mutations of them, always
 * the same ones, as many as fit into two seconds.
 *
 * usage: PROGRAM NAME            as a test, TAP
 *        PROGRAM NAME FILE...    only these inputs, to look into a crash
 *
 * What was being run when the program crashed is left in crash-NAME, in the working directory. */

#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#include "fuzz.h"

#define N_MUTATIONS 2000
#define MAX_SECONDS 2
#define MAX_STEPS 6
#define SEED 20261123

/* What is being run, for the signal handler. */
static const guint8 *current;
static gsize current_size;
static char crash_file[64];

static GPtrArray *inputs;

static void
crashed_cb (int number)
{
  static const char told[] = "Bail out! The input that crashed is in ";
  int fd = open (crash_file, O_WRONLY | O_CREAT | O_TRUNC, 0644);

  if (fd >= 0 && write (fd, current, current_size) == (gssize) current_size &&
      write (STDOUT_FILENO, told, strlen (told)) > 0 &&
      write (STDOUT_FILENO, crash_file, strlen (crash_file)) > 0 &&
      write (STDOUT_FILENO, "\n", 1) > 0)
    close (fd);
  signal (number, SIG_DFL);
  raise (number);
}

static void
run (const guint8 *data,
     gsize         size)
{
  current = data;
  current_size = size;
  LLVMFuzzerTestOneInput (data, size);
}

static void
test_input (gconstpointer data)
{
  const GBytes *input = data;
  gsize size;
  const guint8 *bytes = g_bytes_get_data ((GBytes *) input, &size);

  run (bytes, size);
}

/* What programs trip over. */
static void
append_interesting (GByteArray *bytes,
                    GRand      *chance)
{
  static const char *const interesting[] = {
    "0", "-1", "\"", "\\", "\n", "\r\n", "{}", "[", "]", ":", ",", ";", "\\u0000", "\xff",
    "\xc2\xa0", "9223372036854775807", "-9223372036854775808", "9223372036854775808", "0000000195",
    "9999-12-31",
  };
  const char *text = interesting[g_rand_int_range (chance, 0, G_N_ELEMENTS (interesting))];

  g_byte_array_append (bytes, (const guint8 *) text, strlen (text));
}

/* Puts @what into @bytes at @at. */
static void
insert (GByteArray   *bytes,
        guint         at,
        const guint8 *what,
        guint         size)
{
  g_autofree guint8 *tail = g_memdup2 (bytes->data + at, bytes->len - at);
  guint tail_size = bytes->len - at;

  g_byte_array_set_size (bytes, at);
  g_byte_array_append (bytes, what, size);
  g_byte_array_append (bytes, tail, tail_size);
}

static void
mutate_once (GByteArray *bytes,
             GRand      *chance)
{
  guint at = bytes->len > 0 ? g_rand_int_range (chance, 0, bytes->len) : 0;
  guint few = 1u << g_rand_int_range (chance, 0, 7);
  guint n = MIN (bytes->len - at, few);
  g_autoptr (GByteArray) what = g_byte_array_new ();
  gsize other_size;
  const guint8 *other = g_bytes_get_data (g_ptr_array_index (inputs,
                                            g_rand_int_range (chance, 0, inputs->len)),
                                          &other_size);

  switch (bytes->len > 0 ? g_rand_int_range (chance, 0, 6) : 4)
    {
    case 0:
      bytes->data[at] ^= 1u << g_rand_int_range (chance, 0, 8);
      break;
    case 1:
      bytes->data[at] = (guint8) g_rand_int_range (chance, 0, 256);
      break;
    case 2:
      g_byte_array_remove_range (bytes, at, n);
      break;
    case 3:
      g_byte_array_append (what, bytes->data + at, n);
      insert (bytes, g_rand_int_range (chance, 0, bytes->len), what->data, n);
      break;
    case 4:
      append_interesting (what, chance);
      insert (bytes, at, what->data, what->len);
      break;
    default:
      n = g_rand_int_range (chance, 0, (gint32) other_size + 1);
      g_byte_array_set_size (bytes, at);
      g_byte_array_append (bytes, other + n, other_size - n);
      break;
    }
}

static void
test_mutations (void)
{
  g_autoptr (GRand) chance = g_rand_new_with_seed (SEED);
  gint64 end = g_get_monotonic_time () + MAX_SECONDS * G_USEC_PER_SEC;
  guint n = 0;

  for (; n < N_MUTATIONS && g_get_monotonic_time () < end; n++)
    {
      GBytes *input = g_ptr_array_index (inputs, n % inputs->len);
      g_autoptr (GByteArray) bytes = g_byte_array_new ();
      gsize size;
      const guint8 *data = g_bytes_get_data (input, &size);

      g_byte_array_append (bytes, data, size);
      for (int i = g_rand_int_range (chance, 1, MAX_STEPS); i > 0; i--)
        mutate_once (bytes, chance);
      run (bytes->data, bytes->len);
    }

  g_test_message ("%u mutations", n);
}

static GBytes *
read_input (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *contents;
  gsize size;

  g_file_get_contents (path, &contents, &size, &error);
  g_assert_no_error (error);

  return g_bytes_new_take (contents, size);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static void
add_inputs (const char *kind,
            const char *fuzzer)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "tests", "fuzz", kind, fuzzer,
                                                   NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);

  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *path = g_build_filename (folder, names->pdata[i], NULL);
      g_autofree char *test = g_strdup_printf ("/fuzz/%s/%s/%s", fuzzer, kind,
                                               (char *) names->pdata[i]);
      GBytes *input = read_input (path);

      g_ptr_array_add (inputs, input);
      g_test_add_data_func (test, input, test_input);
    }
}

static int
run_files (char **paths)
{
  for (; *paths != NULL; paths++)
    {
      g_autoptr (GBytes) input = read_input (*paths);

      g_print ("%s\n", *paths);
      test_input (input);
    }

  return 0;
}

int
main (int   argc,
      char *argv[])
{
  static const int signals[] = { SIGABRT, SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGTRAP };
  g_autofree char *mutations = NULL;
  int code;

  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, >=, 2);
  LLVMFuzzerInitialize (&argc, &argv);
  g_snprintf (crash_file, sizeof crash_file, "crash-%s", argv[1]);
  for (guint i = 0; i < G_N_ELEMENTS (signals); i++)
    signal (signals[i], crashed_cb);
  if (argc > 2)
    return run_files (argv + 2);

  inputs = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  add_inputs ("corpus", argv[1]);
  g_assert_cmpuint (inputs->len, >, 0);
  add_inputs ("regressions", argv[1]);
  mutations = g_strdup_printf ("/fuzz/%s/mutations", argv[1]);
  g_test_add_func (mutations, test_mutations);

  code = g_test_run ();
  g_ptr_array_unref (inputs);
  return code;
}
