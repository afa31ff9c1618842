/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the tests of the view models have in common: a real book, no display. */

#include "fixture.h"

#include "accounts/account-commands.h"
#include "accounts/hold-records.h"
#include "accounts/status-records.h"
#include "accounts/terms-records.h"
#include "books/book-records.h"
#include "file-bookshelf.h"
#include "folder.h"
#include "money-text.h"
#include "people/person-records.h"
#include "sentences.h"
#include "store-error.h"

#define PATIENCE_S 20

static gboolean
give_up (gpointer user_data)
{
  g_error ("waited %d s in vain", PATIENCE_S);
  return G_SOURCE_REMOVE;
}

static guint
begin_waiting (void)
{
  return g_timeout_add_seconds (PATIENCE_S, give_up, NULL);
}

static char *home;

/* Not G_TEST_OPTION_ISOLATE_DIRS, which loses memory for each test. */
void
fixture_init (int    *argc,
              char ***argv)
{
  home = g_dir_make_tmp ("daybook-home-XXXXXX", NULL);
  g_assert_nonnull (home);
  g_setenv ("XDG_CACHE_HOME", home, TRUE);
  g_setenv ("XDG_DATA_HOME", home, TRUE);
  g_setenv ("XDG_RUNTIME_DIR", home, TRUE);
  g_test_init (argc, argv, NULL);
}

int
fixture_run (void)
{
  int status = g_test_run ();

  remove_folder (home);
  g_clear_pointer (&home, g_free);

  return status;
}

void
fixture_set_up (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (DaybookIdSource) ids = daybook_test_ids_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  DaybookOpenBook *open_book;
  DaybookCurrency currency;

  fixture->folder = g_dir_make_tmp ("daybook-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->clock = daybook_test_clock_new ("2026-11-23T10:00:00Z");
  fixture->bookshelf = daybook_file_bookshelf_new_with_clock (DAYBOOK_CLOCK (fixture->clock), ids);

  path = g_build_filename (fixture->folder, "riverside.daybook", NULL);
  g_assert_true (daybook_currency_parse ("EUR", &currency));
  daybook_bookshelf_create (fixture->bookshelf, path, "Riverside Savings", currency, &error);
  g_assert_no_error (error);
  open_book = daybook_bookshelf_open (fixture->bookshelf, path, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  fixture->desk = daybook_desk_new (open_book, &error);
  g_assert_no_error (error);
  fixture->book = daybook_book_view_model_new (fixture->desk);
}

void
fixture_tear_down (Fixture       *fixture,
                   gconstpointer  data)
{
  settle (fixture);
  g_assert_finalize_object (fixture->book);
  g_clear_object (&fixture->desk);
  g_clear_object (&fixture->bookshelf);
  g_clear_object (&fixture->clock);
  remove_folder (fixture->folder);
  g_clear_pointer (&fixture->folder, g_free);
}

static void
result_came_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

/* All that was asked of the desk before is done, and told. */
void
settle (Fixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  guint timeout = begin_waiting ();

  daybook_desk_catch_up_async (fixture->desk, NULL, result_came_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  /* Some books end with what only a newer program knows. */
  if (!daybook_desk_catch_up_finish (fixture->desk, result, &error))
    g_assert_error (error, DAYBOOK_STORE_ERROR, DAYBOOK_STORE_ERROR_NEWER);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_source_remove (timeout);
}

static guint64
execute (Fixture              *fixture,
         const DaybookCommand *command)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (DaybookReceipt) receipt = NULL;
  g_autoptr (GError) error = NULL;
  guint timeout = begin_waiting ();

  daybook_desk_execute_async (fixture->desk, command, NULL, NULL, result_came_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  receipt = daybook_desk_execute_finish (fixture->desk, result, &error);
  g_assert_no_error (error);
  g_source_remove (timeout);

  return receipt->first;
}

guint64
given_person (Fixture    *fixture,
              const char *username,
              const char *name)
{
  DaybookRegister command = { .command = { &daybook_register },
                              .username = (char *) username, .name = (char *) name };

  return execute (fixture, &command.command);
}

guint64
given_account (Fixture    *fixture,
               const char *holder,
               const char *overdraft,
               const char *reference)
{
  DaybookOpen command = { .command = { &daybook_open }, .holder = (char *) holder,
                          .reference = (char *) reference, .on = day ("2026-01-01") };

  if (overdraft != NULL)
    command.overdraft = decimal (overdraft);

  return execute (fixture, &command.command);
}

guint64
given_deposit (Fixture    *fixture,
               const char *to,
               const char *amount,
               const char *on)
{
  DaybookDeposit command = { .command = { &daybook_deposit }, .to = (char *) to,
                             .amount = decimal (amount) };

  if (on != NULL)
    command.on = day (on);

  return execute (fixture, &command.command);
}

guint64
given_hold (Fixture    *fixture,
            const char *account,
            const char *amount)
{
  DaybookPlaceHold command = { .command = { &daybook_hold }, .account = (char *) account,
                               .amount = decimal (amount), .reason = (char *) "keys" };

  return execute (fixture, &command.command);
}

guint64
given_username (Fixture    *fixture,
                const char *person,
                const char *username)
{
  DaybookPersonChange command = { .command = { &daybook_person_change },
                                  .person = (char *) person, .username = (char *) username };

  return execute (fixture, &command.command);
}

guint64
given_details (Fixture    *fixture,
               const char *person,
               const char *phone,
               const char *address,
               const char *note)
{
  DaybookPersonChange command = { .command = { &daybook_person_change },
                                  .person = (char *) person, .phone = (char *) phone,
                                  .address = (char *) address, .note = (char *) note };

  return execute (fixture, &command.command);
}

guint64
given_block (Fixture    *fixture,
             const char *account,
             const char *reason)
{
  DaybookBlock command = { .command = { &daybook_block }, .account = (char *) account,
                           .side = DAYBOOK_SIDE_DEBITS, .reason = (char *) reason };

  return execute (fixture, &command.command);
}

guint64
given_holder (Fixture    *fixture,
              const char *account,
              const char *holder)
{
  DaybookAddHolder command = { .command = { &daybook_add_holder }, .account = (char *) account,
                               .holder = (char *) holder };

  return execute (fixture, &command.command);
}

guint64
given_name (Fixture    *fixture,
            const char *account,
            const char *name)
{
  DaybookRenameAccount command = { .command = { &daybook_rename_account },
                                   .account = (char *) account, .name = (char *) name };

  return execute (fixture, &command.command);
}

guint64
given_book_name (Fixture    *fixture,
                 const char *name)
{
  DaybookRenameBook command = { .command = { &daybook_rename_book }, .name = (char *) name };

  return execute (fixture, &command.command);
}

guint64
given_closed (Fixture    *fixture,
              const char *account)
{
  DaybookClose command = { .command = { &daybook_close }, .account = (char *) account };

  return execute (fixture, &command.command);
}

/* Any other command. */
guint64
given_command (Fixture              *fixture,
               const DaybookCommand *command)
{
  return execute (fixture, command);
}

/* given (f, &daybook_withdraw, "from", "john", "amount", "12.50", NULL): any command */
guint64
given (Fixture             *fixture,
       const DaybookSchema *command,
       ...)
{
  DaybookCommand *record = daybook_record_new (command);
  g_autoptr (GError) error = NULL;
  const char *name;
  guint64 position;
  va_list args;

  va_start (args, command);
  while ((name = va_arg (args, const char *)) != NULL)
    {
      daybook_record_set_text (record, daybook_schema_get_field (command, name),
                               va_arg (args, const char *), &error);
      g_assert_no_error (error);
    }
  va_end (args);

  position = execute (fixture, record);
  daybook_record_free (record);
  return position;
}

/* John Smith, who has account 1 with 100.00, and Mary Jones, who has account 2 with nothing. */
void
given_textbook (Fixture *fixture)
{
  given_person (fixture, "john", "John Smith");
  given_person (fixture, "mary", "Mary Jones");
  given_account (fixture, "john", NULL, NULL);
  given_account (fixture, "mary", NULL, "M-7");
  given_deposit (fixture, "john", "100.00", NULL);
}

void
wait_until (gpointer    object,
            const char *property,
            gboolean    value)
{
  guint timeout = begin_waiting ();

  while (flag_of (object, property) != value)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (timeout);
}

char *
text_of (gpointer    object,
         const char *property)
{
  char *text;

  g_object_get (object, property, &text, NULL);

  return text;
}

gboolean
flag_of (gpointer    object,
         const char *property)
{
  gboolean flag;

  g_object_get (object, property, &flag, NULL);

  return flag;
}

char *
item_text (gpointer    object,
           const char *list,
           guint       position,
           const char *property)
{
  g_autoptr (GListModel) model = NULL;
  g_autoptr (GObject) item = NULL;

  g_object_get (object, list, &model, NULL);
  item = g_list_model_get_item (model, position);
  g_assert_nonnull (item);

  return text_of (item, property);
}

guint
length_of (gpointer    object,
           const char *list)
{
  g_autoptr (GListModel) model = NULL;

  g_object_get (object, list, &model, NULL);

  return g_list_model_get_n_items (model);
}

void
type (gpointer    form,
      const char *property,
      const char *text)
{
  g_object_set (form, property, text, NULL);
}

/* The lists live as long as their book. */
static DaybookListViewModel *
list_of (Fixture    *fixture,
         const char *property)
{
  DaybookListViewModel *list;

  g_object_get (fixture->book, property, &list, NULL);
  g_object_unref (list);

  return list;
}

DaybookListViewModel *
accounts_of (Fixture *fixture)
{
  return list_of (fixture, "accounts");
}

DaybookListViewModel *
people_of (Fixture *fixture)
{
  return list_of (fixture, "people");
}

char *
euros (gint64 cents)
{
  return daybook_money_text (cents, (DaybookCurrency) { "EUR" });
}

/* That the page exists, and that it is this one if one is @expected. */
void
assert_help (gpointer    form,
             const char *expected)
{
  const char *page = daybook_form_view_model_get_help (DAYBOOK_FORM_VIEW_MODEL (form));
  g_autofree char *name = g_strconcat (page, ".page", NULL);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "help", "C", name, NULL);

  if (expected != NULL)
    g_assert_cmpstr (page, ==, expected);
  if (!g_file_test (path, G_FILE_TEST_IS_REGULAR))
    g_error ("there is no page “%s” in the manual", page);
}

char *
sentence_for (DaybookRefusal        code,
              const DaybookFigures *figures)
{
  g_autoptr (GError) error = NULL;

  daybook_refuse_with (&error, code, figures);

  return daybook_error_sentence (error, NULL);
}

static void
property_notified_cb (Watch *watch)
{
  watch->count++;
}

static void
items_changed_cb (GListModel *list,
                  guint       position,
                  guint       removed,
                  guint       added,
                  Watch      *watch)
{
  watch->count++;
  watch->position = position;
  watch->removed = removed;
  watch->added = added;
}

static void
sentence_came_cb (Watch      *watch,
                  const char *sentence,
                  guint64     entry)
{
  watch->count++;
  watch->entry = entry;
  g_free (watch->sentence);
  watch->sentence = g_strdup (sentence);
}

static void
only_sentence_came_cb (Watch      *watch,
                       const char *sentence)
{
  sentence_came_cb (watch, sentence, 0);
}

void
watch_property (Watch      *watch,
                gpointer    object,
                const char *property)
{
  g_autofree char *signal = g_strdup_printf ("notify::%s", property);

  watch->object = g_object_ref (object);
  watch->handler = g_signal_connect_swapped (object, signal, G_CALLBACK (property_notified_cb),
                                             watch);
}

void
watch_list (Watch      *watch,
            gpointer    object,
            const char *list)
{
  g_object_get (object, list, &watch->object, NULL);
  watch->handler = g_signal_connect (watch->object, "items-changed", G_CALLBACK (items_changed_cb),
                                     watch);
}

void
watch_sentence (Watch      *watch,
                gpointer    object,
                const char *signal)
{
  GSignalQuery query;

  g_signal_query (g_signal_lookup (signal, G_OBJECT_TYPE (object)), &query);
  watch->object = g_object_ref (object);
  watch->handler = g_signal_connect_swapped (object, signal,
                                             query.n_params == 2
                                               ? G_CALLBACK (sentence_came_cb)
                                               : G_CALLBACK (only_sentence_came_cb),
                                             watch);
}

void
watch_end (Watch *watch)
{
  if (watch->object != NULL)
    g_signal_handler_disconnect (watch->object, watch->handler);
  g_clear_object (&watch->object);
  g_clear_pointer (&watch->sentence, g_free);
}

void
watch_wait (Watch *watch,
            guint  count)
{
  guint timeout = begin_waiting ();

  while (watch->count < count)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (timeout);
}
