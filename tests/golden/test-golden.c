/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What was written once is read for ever: the corpus of events and the golden books beside this
 * file. A change of code that turns this red would make somebody's book unreadable, or worse, read
 * differently; the files are right then and the code is wrong. */

#include <gio/gio.h>
#include <string.h>

#include "accounts/account-commands.h"
#include "books/period-records.h"
#include "books/seal.h"
#include "codec/event-codec.h"
#include "file-bookshelf.h"
#include "store/sqlite-store.h"
#include "surroundings.h"

static char *
find_golden (const char *name)
{
  return g_test_build_filename (G_TEST_DIST, "tests", "golden", name, NULL);
}

/* The lines of a file that say something, each cut at its tabs. */
static GPtrArray *
read_lines (const char *path)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_autofree char *contents = NULL;
  g_auto (GStrv) texts = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &contents, NULL, &error);
  g_assert_no_error (error);
  texts = g_strsplit (contents, "\n", -1);
  for (guint i = 0; texts[i] != NULL; i++)
    if (*texts[i] != '#' && *texts[i] != '\0')
      g_ptr_array_add (lines, g_strsplit (texts[i], "\t", -1));

  return lines;
}

static GPtrArray *
read_corpus (void)
{
  g_autofree char *path = find_golden ("events.tsv");
  GPtrArray *lines = read_lines (path);

  for (guint i = 0; i < lines->len; i++)
    g_assert_cmpint (g_strv_length (lines->pdata[i]), >=, 4);
  g_assert_cmpint (lines->len, >, 0);

  return lines;
}

static guint
version_of (const char *text)
{
  guint64 version;

  g_assert_true (g_ascii_string_to_unsigned (text, 10, 1, G_MAXUINT, &version, NULL));
  return (guint) version;
}

static DaybookEvent *
decode (const char *type,
        const char *version,
        const char *data)
{
  g_autoptr (GError) error = NULL;
  DaybookEvent *event;

  event = daybook_event_decode (type, version_of (version), data, strlen (data), &error);
  if (event == NULL)
    g_test_message ("%s: %s", error->message, data);
  g_assert_no_error (error);

  return event;
}

static void
check_newest (const DaybookEvent *event,
              const char         *version,
              const char         *data)
{
  g_autoptr (GString) again = g_string_new (NULL);

  if (version_of (version) != event->record.schema->version)
    return;

  daybook_event_encode (event, again);
  g_assert_cmpstr (again->str, ==, data);
}

static void
test_every_line_is_read_as_ever (void)
{
  g_autoptr (GPtrArray) lines = read_corpus ();

  for (guint i = 0; i < lines->len; i++)
    {
      char **line = lines->pdata[i];
      DaybookEvent *event = decode (line[0], line[1], line[3]);
      const DaybookSchema *schema = event->record.schema;
      char **expected = &line[4];
      DaybookDate date;

      g_assert_true (schema == daybook_find_event_type (line[0]));
      g_assert_true (daybook_date_parse (line[2], &date));
      for (guint j = 0; j < schema->n_fields; j++)
        {
          g_autoptr (GString) text = g_string_new (NULL);
          g_autofree char *value = NULL;

          g_string_append_printf (text, "%s=", schema->fields[j].name);
          if (!daybook_record_get_text (event, &schema->fields[j], text))
            continue;
          g_assert_nonnull (*expected);
          value = g_strcompress (*expected++);
          g_assert_cmpstr (text->str, ==, value);
        }
      g_assert_cmpstr (*expected, ==, NULL);
      check_newest (event, line[1], line[3]);
      daybook_record_free (event);
    }
}

static gboolean
has_optional_fields (const DaybookEvent *event,
                     gboolean            all)
{
  const DaybookSchema *schema = event->record.schema;

  for (guint i = 0; i < schema->n_fields; i++)
    if (schema->fields[i].optional && daybook_record_has (event, &schema->fields[i]) != all)
      return FALSE;

  return TRUE;
}

/* One line where all that may be left out is, one where nothing is; of old forms, any line. */
static gboolean
has_line (GPtrArray           *lines,
          const DaybookSchema *schema,
          gboolean             all)
{
  gboolean newest = daybook_find_event_type (schema->name) == schema;

  for (guint i = 0; i < lines->len; i++)
    {
      char **line = lines->pdata[i];
      DaybookEvent *event;
      gboolean found;

      if (strcmp (line[0], schema->name) != 0 || version_of (line[1]) != schema->version)
        continue;

      event = decode (line[0], line[1], line[3]);
      found = !newest || has_optional_fields (event, all);
      daybook_record_free (event);
      if (found)
        return TRUE;
    }

  return FALSE;
}

static void
test_every_form_has_lines (void)
{
  g_autoptr (GPtrArray) lines = read_corpus ();
  const DaybookSchema *const *const forms[] = { daybook_catalogue.types,
                                                daybook_catalogue.old_forms };

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    for (const DaybookSchema *const *form = forms[i]; *form != NULL; form++)
      for (int all = FALSE; all <= TRUE; all++)
        if (!has_line (lines, *form, all))
          {
            g_test_message ("tests/golden/events.tsv has no line for %s version %u with %s. "
                            "Add one, as its head says: what the encoder writes, and what it is "
                            "to be read as.", (*form)->name, (*form)->version,
                            all ? "every optional field" : "no optional field");
            g_test_fail ();
          }
}

/* Where copies of books and their read models are. */
static char *folder;

typedef struct
{
  char *path;
  GPtrArray *expected;
  guint n_entries;
  guint n_read;
  char seal[DAYBOOK_SEAL_LENGTH];
} Book;

static void
set_up (Book          *book,
        gconstpointer  name)
{
  g_autofree char *original = find_golden (name);
  g_autofree char *stem = g_strndup (original, strlen (original) - strlen (".daybook"));
  g_autofree char *description = g_strconcat (stem, ".tsv", NULL);
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  book->path = g_build_filename (folder, name, NULL);
  g_file_get_contents (original, &contents, &length, &error);
  g_assert_no_error (error);
  g_file_set_contents (book->path, contents, length, &error);
  g_assert_no_error (error);

  book->expected = read_lines (description);
  for (guint i = 0; i < book->expected->len; i++)
    book->n_entries += g_str_equal (*(char **) book->expected->pdata[i], "entry");
  g_assert_cmpint (book->n_entries, >, 0);
}

static void
tear_down (Book          *book,
           gconstpointer  name)
{
  g_ptr_array_unref (book->expected);
  g_free (book->path);
}

static DaybookOpenBook *
open_book (Book *book)
{
  g_autoptr (DaybookTestClock) clock = daybook_test_clock_new ("2030-01-01T12:00:00Z");
  g_autoptr (DaybookIdSource) ids = daybook_test_ids_new ();
  g_autoptr (DaybookBookshelf) shelf = daybook_file_bookshelf_new_with_clock (DAYBOOK_CLOCK (clock),
                                                                              ids);
  g_autoptr (GError) error = NULL;
  DaybookOpenBook *open = daybook_bookshelf_open (shelf, book->path, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return open;
}

static void
verify (DaybookOpenBook *open,
        guint64          n_entries)
{
  g_autoptr (GError) error = NULL;
  DaybookVerdict verdict;

  daybook_event_store_verify (open->store, &verdict, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (verdict.flaw, ==, DAYBOOK_FLAW_NONE);
  g_assert_cmpint (verdict.n_entries, ==, n_entries);
}

/* The seal that a closing has is that of the entry before it: somebody has it on paper. */
static void
check_seal (const DaybookEntry *entry,
            Book               *book)
{
  const DaybookPeriodClosed *closed = (const DaybookPeriodClosed *) entry->event;

  if (entry->event->record.schema == &daybook_period_closed)
    {
      g_assert_cmpint (closed->sealed, ==, entry->position - 1);
      g_assert_cmpstr (closed->seal, ==, book->seal);
    }
  daybook_seal_make (entry->hash, book->seal);
}

static gboolean
check_entry (const DaybookEntry  *entry,
             guint64              version,
             gpointer             user_data,
             GError             **error)
{
  Book *book = user_data;
  char **line = book->expected->pdata[entry->position - 1];
  g_autofree char *position = g_strdup_printf ("%" G_GUINT64_FORMAT, entry->position);
  g_autofree char *recorded_at = g_strdup_printf ("%" G_GINT64_FORMAT, entry->recorded_at);
  g_autoptr (GString) hash = g_string_new (NULL);
  char date[DAYBOOK_DATE_LENGTH];
  DaybookEvent *event;

  g_assert_cmpint (entry->position, <=, book->n_entries);
  g_assert_cmpint (g_strv_length (line), ==, 10);
  g_assert_cmpstr (position, ==, line[1]);
  daybook_date_format (entry->event->value_date, date);
  g_assert_cmpstr (date, ==, line[4]);
  g_assert_cmpstr (recorded_at, ==, line[5]);
  g_assert_cmpstr (entry->actor, ==, line[6]);
  g_assert_cmpstr (entry->command_id, ==, line[7]);

  event = decode (line[2], line[3], line[8]);
  g_assert_true (daybook_record_equal (event, entry->event));
  check_newest (entry->event, line[3], line[8]);
  daybook_record_free (event);

  for (guint i = 0; i < DAYBOOK_HASH_SIZE; i++)
    g_string_append_printf (hash, "%02x", entry->hash[i]);
  g_assert_cmpstr (hash->str, ==, line[9]);
  check_seal (entry, book);
  book->n_read++;

  return TRUE;
}

static void
check_account (DaybookReadModel *read_model,
               guint32           key,
               char            **line)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DaybookAccountFigures) figures = daybook_read_model_get_account (read_model, key,
                                                                             &error);
  g_autofree char *balance = NULL;
  g_autofree char *available = NULL;

  g_assert_no_error (error);
  balance = g_strdup_printf ("%" G_GINT64_FORMAT, figures->balance);
  available = g_strdup_printf ("%" G_GINT64_FORMAT, figures->available);
  g_assert_cmpstr (figures->number.digits, ==, line[1]);
  g_assert_cmpstr (balance, ==, line[2]);
  g_assert_cmpstr (available, ==, line[3]);
}

static void
check_deposit (DaybookOpenBook *open,
               const char      *account,
               guint64          n_entries)
{
  DaybookDeposit deposit = { .command = { &daybook_deposit }, .to = (char *) account,
                             .amount = { 1, 0 } };
  g_autoptr (DaybookReceipt) receipt = NULL;
  g_autoptr (GError) error = NULL;

  receipt = daybook_dispatcher_execute (open->dispatcher, &deposit.command, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (receipt->first, ==, n_entries + 1);
  g_assert_true (daybook_projector_catch_up (open->projector, NULL, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  verify (open, n_entries + 1);
}

static void
test_book_is_read_as_ever (Book          *book,
                           gconstpointer  name)
{
  g_autoptr (DaybookOpenBook) open = open_book (book);
  g_autoptr (GError) error = NULL;
  char **account = NULL;

  verify (open, book->n_entries);
  daybook_event_store_read_all (open->store, 0, check_entry, book, &error);
  g_assert_no_error (error);
  g_assert_cmpint (book->n_read, ==, book->n_entries);

  for (guint i = book->n_entries; i < book->expected->len; i++)
    {
      account = book->expected->pdata[i];
      g_assert_cmpstr (account[0], ==, "account");
      check_account (open->read_model, i - book->n_entries + 1, account);
    }

  g_assert_nonnull (account);
  check_deposit (open, account[1], book->n_entries);
}

/* GLib keeps the names of tests, but not what they are given. */
static GPtrArray *
add_books (void)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *golden = find_golden (NULL);
  g_autoptr (GDir) dir = g_dir_open (golden, 0, NULL);
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, "format-") && g_str_has_suffix (name, ".daybook"))
      {
        g_autofree char *path = g_strdup_printf ("/golden/%s-is-read-as-ever", name);
        char *copy = g_strdup (name);

        g_ptr_array_add (names, copy);
        g_test_add_vtable (path, sizeof (Book), copy, (GTestFixtureFunc) set_up,
                           (GTestFixtureFunc) test_book_is_read_as_ever,
                           (GTestFixtureFunc) tear_down);
      }

  return names;
}

static void
remove_all (GFile *file)
{
  g_autoptr (GFileEnumerator) children = g_file_enumerate_children (
    file, "standard::name", G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, NULL, NULL);
  GFile *child;

  while (children != NULL && g_file_enumerator_iterate (children, NULL, &child, NULL, NULL) &&
         child != NULL)
    remove_all (child);
  g_file_delete (file, NULL, NULL);
}

static void
test_every_format_has_a_book (void)
{
  for (guint format = 1; format <= DAYBOOK_FORMAT; format++)
    {
      g_autofree char *name = g_strdup_printf ("format-%u.daybook", format);
      g_autofree char *path = find_golden (name);

      if (!g_file_test (path, G_FILE_TEST_IS_REGULAR))
        {
          g_test_message ("tests/golden has no %s; tests/golden/make-book makes it", name);
          g_test_fail ();
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GPtrArray) names = NULL;
  g_autoptr (GFile) file = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  folder = g_dir_make_tmp ("daybook-XXXXXX", NULL);
  g_assert_nonnull (folder);
  file = g_file_new_for_path (folder);
  g_setenv ("XDG_CACHE_HOME", folder, TRUE);

  g_test_add_func ("/golden/every-line-is-read-as-ever", test_every_line_is_read_as_ever);
  g_test_add_func ("/golden/every-form-has-lines", test_every_form_has_lines);
  g_test_add_func ("/golden/every-format-has-a-book", test_every_format_has_a_book);
  names = add_books ();
  status = g_test_run ();

  remove_all (file);
  g_free (folder);
  return status;
}
