/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* `dispatch`: commands as data, and receipts that can be relied on. */

#include <string.h>

#include "program.h"

static char *
field_of (const char *line,
          const char *key)
{
  g_autofree char *start = g_strdup_printf ("\"%s\":", key);
  const char *value = strstr (line, start);

  g_assert_nonnull (value);
  value += strlen (start);

  return g_strndup (value, strcspn (value, ",}"));
}

static void
assert_field (const char *line,
              const char *key,
              const char *expected)
{
  g_autofree char *value = field_of (line, key);

  g_assert_cmpstr (value, ==, expected);
}

static void
test_one_command (Program       *p,
                  gconstpointer  data)
{
  program_start_textbook (p);
  program_run (p, 0, "dispatch", "club.daybook",
               "{\"deposit\": {\"to\": \"john\", \"amount\": \"100\"}}", NULL);
  assert_field (p->out, "ok", "true");
  assert_field (p->out, "position", "4");
  assert_field (p->out, "last", "4");
  assert_field (p->out, "repeated", "false");
  g_assert_cmpstr (p->err, ==, "");

  program_run (p, 1, "dispatch", "club.daybook",
               "{\"withdraw\": {\"from\": \"john\", \"amount\": \"160\"}}", NULL);
  assert_field (p->out, "ok", "false");
  assert_field (p->out, "code", "\"insufficient-funds\"");
  assert_field (p->out, "amount", "\"160.00\"");
  assert_field (p->out, "available", "\"100.00\"");
  assert_field (p->out, "currency", "\"EUR\"");
  g_assert_cmpstr (p->err, ==,
                   "100.00 EUR is available in account 0000\u00a00001\u00a095: 60.00 EUR short.\n");
}

static void
test_lines (Program       *p,
            gconstpointer  data)
{
  static const char input[] =
    "{\"register\": {\"username\": \"mary\", \"name\": \"Mary\\u0020J\\u00f6nes\"}}\n"
    "{\"open\": {\"holder\": \"mary\"}, \"id\": \"open-1\", \"actor\": \"Ruth\"}\n"
    "\n"
    "{\"deposit\": {\"to\": \"mary\", \"amount\": \"12.30\"}}\r\n"
    "this is no JSON\n"
    "{\"fly\": {}}\n"
    "{\"deposit\": {\"to\": \"mary\", \"amount\": \"1\", \"wings\": \"2\"}}\n"
    "{\"open\": {\"holder\": \"mary\"}, \"id\": \"open-1\"}\n"
    "{\"withdraw\": {\"from\": \"mary\", \"amount\": 12}}\n"
    "{\"withdraw\": {\"from\": \"mary\", \"amount\": 0.30}}";
  g_auto (GStrv) lines = NULL;

  program_start_textbook (p);
  program_feed (p, 1, input, "dispatch", "club.daybook", "-", NULL);
  lines = g_strsplit (p->out, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 9 + 1);
  assert_field (lines[0], "position", "4");
  g_assert_nonnull (strstr (lines[0], "\"person\":\""));
  assert_field (lines[1], "account", "\"0000000292\"");
  assert_field (lines[1], "command_id", "\"open-1\"");
  assert_field (lines[2], "position", "6");
  assert_field (lines[3], "code", "\"command-malformed\"");
  assert_field (lines[4], "code", "\"command-unknown\"");
  assert_field (lines[5], "code", "\"command-malformed\"");
  assert_field (lines[6], "repeated", "true");
  assert_field (lines[6], "account", "\"0000000292\"");
  assert_field (lines[7], "position", "7");
  assert_field (lines[8], "code", "\"command-malformed\"");
  assert_field (lines[8], "field", "\"amount\"");
  g_assert_nonnull (strstr (lines[8], "are to be written as text: \\\"12.30\\\"."));
  g_assert_cmpstr (p->err, ==, "");

  program_run (p, 0, "people", "club.daybook", "--json", NULL);
  g_assert_nonnull (strstr (p->out, "\"name\":\"Mary Jönes\""));
}

static void
test_holds (Program       *p,
            gconstpointer  data)
{
  static const char input[] =
    "{\"open\": {\"holder\": \"john\", \"reference\": \"A\", \"overdraft\": 70,"
    " \"on\": \"2020-01-01\"}}\n"
    "{\"hold\": {\"account\": \"ref:A\", \"amount\": 40, \"reason\": \"keys\","
    " \"on\": \"2020-01-05\", \"expires\": \"2020-01-10\"}}\n"
    "{\"hold\": {\"account\": \"ref:A\", \"amount\": 30, \"reason\": \"fine\"}}\n"
    "{\"expire\": {\"entry\": 6}}\n"
    "{\"expire\": {\"entry\": 5}}\n"
    "{\"capture\": {\"entry\": 6, \"amount\": \"30.01\"}}\n"
    "{\"capture\": {\"entry\": 6}}\n"
    "{\"release\": {\"entry\": 6}}\n";
  g_auto (GStrv) lines = NULL;

  program_start_textbook (p);
  program_feed (p, 1, input, "dispatch", "club.daybook", "-", NULL);
  lines = g_strsplit (p->out, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 8 + 1);
  assert_field (lines[1], "position", "5");
  assert_field (lines[2], "position", "6");
  assert_field (lines[3], "code", "\"hold-has-no-expiry\"");
  assert_field (lines[4], "position", "7");
  assert_field (lines[5], "code", "\"hold-too-small\"");
  assert_field (lines[5], "amount", "\"30.01\"");
  assert_field (lines[5], "available", "\"30.00\"");
  assert_field (lines[6], "position", "8");
  assert_field (lines[7], "code", "\"hold-ended\"");
  assert_field (lines[7], "number", "6");

  program_run (p, 0, "entries", "club.daybook", "--json", NULL);
  g_assert_nonnull (strstr (p->out, "\"type\":\"HoldExpired\","
                                    "\"value_date\":\"2020-01-10\""));
  g_assert_nonnull (strstr (p->out, "\"amount\":\"30.00\",\"released\":\"0.00\","
                                    "\"currency\":\"EUR\",\"method\":\"cash\""));
}

static void
test_nothing_to_do (Program       *p,
                    gconstpointer  data)
{
  program_start_textbook (p);
  program_feed (p, 0, "", "dispatch", "club.daybook", "-", NULL);
  g_assert_cmpstr (p->out, ==, "");
}

/* Each receipt comes before the next command is sent, and is as good as the book itself: the
 * program is killed right after it. */
static void
test_receipts_are_durable_when_printed (Program       *p,
                                        gconstpointer  data)
{
  static const char command[] = "{\"deposit\": {\"to\": \"john\", \"amount\": \"1\"}}\n";
  static const char *const args[] = { "dispatch", "club.daybook", "-", NULL };

  program_start_textbook (p);
  for (guint i = 0; i < 5; i++)
    {
      g_autoptr (GSubprocess) process = program_spawn (p, args);
      g_autoptr (GDataInputStream) receipts =
        g_data_input_stream_new (g_subprocess_get_stdout_pipe (process));
      GOutputStream *commands = g_subprocess_get_stdin_pipe (process);

      for (guint j = 0; j < 3; j++)
        {
          g_autofree char *expected = g_strdup_printf ("%u", 4 + i * 3 + j);
          g_autofree char *line = NULL;
          g_autoptr (GError) error = NULL;

          g_output_stream_write_all (commands, command, strlen (command), NULL, NULL, &error);
          g_assert_no_error (error);
          line = g_data_input_stream_read_line (receipts, NULL, NULL, &error);
          g_assert_no_error (error);
          assert_field (line, "position", expected);
        }
      g_subprocess_force_exit (process);
      g_subprocess_wait (process, NULL, NULL);
    }

  program_run (p, 0, "balance", "club.daybook", "--json", NULL);
  g_assert_nonnull (strstr (p->out, "\"balance\":\"15.00\""));
  program_run (p, 0, "verify", "club.daybook", NULL);
}

#define ADD(name, function) \
  g_test_add ("/dispatch/" name, Program, NULL, program_set_up, function, program_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  program_find (&argc, argv);

  ADD ("one-command", test_one_command);
  ADD ("lines", test_lines);
  ADD ("holds", test_holds);
  ADD ("nothing-to-do", test_nothing_to_do);
  ADD ("receipts-are-durable-when-printed", test_receipts_are_durable_when_printed);

  return g_test_run ();
}
