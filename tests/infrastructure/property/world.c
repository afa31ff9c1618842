/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The real thing, wired up as an open book is: stores, dispatchers, projector, read model.
 *
 * Both kinds of store get the same ids at the same clock, so that what they hold can be compared to
 * the byte. The ids are also where a test slips in between a decision and its append: an accepted
 * command asks for the ids of its entries just there. */

#include "world.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#include "catalogue.h"
#include "codec/event-codec.h"
#include "read-model/sqlite-projector.h"
#include "read-model/sqlite-read-model.h"
#include "snapshots/sqlite-snapshots.h"
#include "store/memory-store.h"
#include "store/sqlite-store.h"

#define TEST_TYPE_HOOKED_IDS (test_hooked_ids_get_type ())
G_DECLARE_FINAL_TYPE (TestHookedIds, test_hooked_ids, TEST, HOOKED_IDS, GObject)

struct _TestHookedIds
{
  GObject parent_instance;

  guint8 desk;
  guint64 last;
  guint n_asked;
  WorldHook hook;
  gpointer user_data;
};

/* The first id that a try asks for may be for whatever is registered; the next is an entry's. */
#define ASKED_WHEN_DECIDED 2

static void
test_hooked_ids_make (DaybookIdSource *ids,
                      guint8           id[DAYBOOK_ID_SIZE])
{
  TestHookedIds *self = TEST_HOOKED_IDS (ids);
  guint64 number;

  if (++self->n_asked == ASKED_WHEN_DECIDED && self->hook != NULL)
    self->hook (self->user_data);

  number = GUINT64_TO_BE (++self->last);
  memset (id, 0, DAYBOOK_ID_SIZE);
  id[0] = self->desk;
  memcpy (id + DAYBOOK_ID_SIZE - sizeof number, &number, sizeof number);
}

static void
test_hooked_ids_iface_init (DaybookIdSourceInterface *iface)
{
  iface->make = test_hooked_ids_make;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (TestHookedIds, test_hooked_ids, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (DAYBOOK_TYPE_ID_SOURCE,
                                                      test_hooked_ids_iface_init))

static void
test_hooked_ids_class_init (TestHookedIdsClass *klass)
{
}

static void
test_hooked_ids_init (TestHookedIds *self)
{
}

static void
desk_use_snapshots (Desk       *desk,
                    const char *path)
{
  g_autoptr (DaybookSnapshots) snapshots = daybook_sqlite_snapshots_new (path);

  daybook_dispatcher_set_snapshots (desk->dispatcher, snapshots, 1);
}

static void
desk_init (Desk              *desk,
           DaybookEventStore *store,
           DaybookTestClock  *clock,
           guint8             number)
{
  desk->store = store;
  desk->ids = g_object_new (TEST_TYPE_HOOKED_IDS, NULL);
  TEST_HOOKED_IDS (desk->ids)->desk = number;
  desk->dispatcher = daybook_dispatcher_new (store, DAYBOOK_CLOCK (clock), desk->ids);
}

void
desk_clear (Desk *desk)
{
  g_clear_object (&desk->dispatcher);
  g_clear_object (&desk->ids);
  g_clear_object (&desk->store);
}

/* @hook: (nullable): runs once, the next time that this desk has decided. */
void
desk_set_hook (Desk      *desk,
               WorldHook  hook,
               gpointer   user_data)
{
  TestHookedIds *ids = TEST_HOOKED_IDS (desk->ids);

  ids->hook = hook;
  ids->user_data = user_data;
}

/* How many ids the last command asked for: more than it needs if it was decided more than once. */
guint
desk_get_n_asked (Desk *desk)
{
  return TEST_HOOKED_IDS (desk->ids)->n_asked;
}

static DaybookEventStore *
open_store (World *world)
{
  g_autoptr (GError) error = NULL;
  DaybookEventStore *store = daybook_sqlite_store_open (world->path, FALSE, &error);

  g_assert_no_error (error);
  return store;
}

/* @changes: (nullable) */
void
world_catch_up (World          *world,
                DaybookChanges *changes)
{
  g_autoptr (GError) error = NULL;

  daybook_projector_catch_up (world->projector, changes, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

/* Caught up with whatever there is. */
void
world_open_live (World *world)
{
  g_autoptr (GError) error = NULL;

  world->projector = daybook_sqlite_projector_new (world->live, world->desks[0].store);
  g_assert_no_error (error);
  world_catch_up (world, NULL);
  world->model = daybook_sqlite_read_model_new (world->live, world->desks[0].store, &error);
  g_assert_no_error (error);
}

void
world_close_live (World *world)
{
  if (world->projector == NULL)
    return;

  g_assert_finalize_object (g_steal_pointer (&world->model));
  g_assert_finalize_object (g_steal_pointer (&world->projector));
}

World *
world_new (const char       *name,
           const char       *folder,
           gboolean          in_memory,
           DaybookTestClock *clock)
{
  static const guint8 book_id[DAYBOOK_ID_SIZE] = "a book for tests";
  World *world = g_new0 (World, 1);
  g_autofree char *live = g_strdup_printf ("%s-live.sqlite", name);
  g_autoptr (DaybookEventStore) memory = in_memory ? daybook_memory_store_new (book_id) : NULL;
  g_autoptr (GError) error = NULL;

  world->name = name;
  world->folder = folder;
  world->clock = clock;
  world->live = g_build_filename (folder, live, NULL);
  world->snapshots = g_strconcat (world->live, ".states", NULL);
  if (!in_memory)
    {
      world->path = g_build_filename (folder, "book.daybook", NULL);
      daybook_sqlite_store_create (world->path, book_id, &error);
      g_assert_no_error (error);
    }

  for (guint i = 0; i < N_DESKS; i++)
    {
      desk_init (&world->desks[i], in_memory ? g_object_ref (memory) : open_store (world), clock,
                 i);
      desk_use_snapshots (&world->desks[i], world->snapshots);
    }

  world_open_live (world);
  return world;
}

static void
remove_database (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *base = g_path_get_basename (path);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  /* The file, or the link to it, its journals, and all generations. */
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, base))
      {
        g_autofree char *file = g_build_filename (folder, name, NULL);

        g_unlink (file);
      }
}

void
world_free (World *world)
{
  world_close_live (world);
  for (guint i = 0; i < N_DESKS; i++)
    desk_clear (&world->desks[i]);

  remove_database (world->live);
  if (world->path != NULL)
    remove_database (world->path);
  g_free (world->live);
  g_free (world->snapshots);
  g_free (world->path);
  g_free (world);
}

/* A desk that has only now been set up, and knows nothing but what the book says; or, with
 * snapshots, what others folded, and what was recorded since. */
Desk *
world_extra_desk (World    *world,
                  gboolean  with_snapshots)
{
  Desk *desk = g_new0 (Desk, 1);

  desk_init (desk, world->path != NULL ? open_store (world) : g_object_ref (world->desks[0].store),
             world->clock, 99);
  if (with_snapshots)
    desk_use_snapshots (desk, world->snapshots);
  return desk;
}

static int
add_row (void  *text,
         int    n,
         char **values,
         char **names)
{
  /* One row, one line. */
  for (int i = 0; i < n; i++)
    g_string_append_printf (text, "%s|", g_strdelimit (values[i], "\n", ' '));
  g_string_append_c (text, '\n');
  return 0;
}

static int
add_name (void  *list,
          int    n,
          char **values,
          char **names)
{
  g_ptr_array_add (list, g_strdup (values[0]));
  return 0;
}

/* Every row of every table, blobs in hexadecimal. */
char *
world_dump (const char *path)
{
  g_autoptr (GPtrArray) tables = g_ptr_array_new_with_free_func (g_free);
  GString *text = g_string_new (NULL);
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READWRITE, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "SELECT name FROM sqlite_schema WHERE type = 'table'"
                                 " AND name NOT LIKE 'sqlite_%' ORDER BY name",
                                 add_name, tables, NULL), ==, SQLITE_OK);
  for (guint i = 0; i < tables->len; i++)
    {
      const char *table = tables->pdata[i];
      g_autoptr (GPtrArray) columns = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (GString) sql = g_string_new ("SELECT ");
      g_autofree char *list = g_strdup_printf ("SELECT name FROM pragma_table_info ('%s')", table);

      g_assert_cmpint (sqlite3_exec (db, list, add_name, columns, NULL), ==, SQLITE_OK);
      for (guint j = 0; j < columns->len; j++)
        g_string_append_printf (sql, "%squote (%s)", j > 0 ? ", " : "",
                                (char *) columns->pdata[j]);
      g_string_append_printf (sql, " FROM %s ORDER BY %s%s%s", table, (char *) columns->pdata[0],
                              columns->len > 1 ? ", " : "",
                              columns->len > 1 ? (char *) columns->pdata[1] : "");
      g_string_append_printf (text, "%s\n", table);
      g_assert_cmpint (sqlite3_exec (db, sql->str, add_row, text, NULL), ==, SQLITE_OK);
    }
  sqlite3_close (db);

  return g_string_free (text, FALSE);
}

char *
world_dump_live (World *world)
{
  return world_dump (world->live);
}

/* What a read model says that was worked out from nothing. */
char *
world_dump_rebuilt (World *world)
{
  g_autofree char *path = g_build_filename (world->folder, "rebuilt.sqlite", NULL);
  DaybookProjector *projector;
  g_autoptr (GError) error = NULL;
  char *text;

  projector = daybook_sqlite_projector_new (path, world->desks[0].store);
  g_assert_no_error (error);
  daybook_projector_catch_up (projector, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_finalize_object (projector);
  text = world_dump (path);
  remove_database (path);

  return text;
}

/* An event's type, version, value date and data: what a store keeps of it. */
char *
event_to_text (const DaybookEvent *event)
{
  GString *text = g_string_new (NULL);
  char date[DAYBOOK_DATE_LENGTH];

  daybook_date_format (event->value_date, date);
  g_string_append_printf (text, "%s/%u %s ", event->record.schema->name,
                          event->record.schema->version, date);
  daybook_event_encode (event, text);
  return g_string_free (text, FALSE);
}

static char *
events_to_text (GPtrArray *events)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < events->len; i++)
    {
      g_autofree char *event = event_to_text (events->pdata[i]);

      g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", event);
    }
  return g_string_free (text, FALSE);
}

/* Asks as a front end does: texts first become a command, then the command is dispatched. */
void
desk_ask (Desk       *desk,
          const char *actor,
          const Ask  *ask,
          Outcome    *outcome)
{
  g_autoptr (GHashTable) texts = g_hash_table_new (g_str_hash, g_str_equal);
  DaybookEnvelope envelope = { .command_id = ask->command_id, .actor = actor,
                               .undoable = TRUE };
  gpointer command;

  for (guint i = 0; i < ask->n_fields; i++)
    g_hash_table_insert (texts, (char *) ask->fields[i].name, ask->fields[i].value);

  TEST_HOOKED_IDS (desk->ids)->n_asked = ask->command_id == NULL ? G_MAXUINT : 0;
  *outcome = (Outcome) { 0 };
  command = daybook_record_new_from_texts (daybook_find_command_type (ask->verb), texts,
                                           &outcome->error);
  if (command == NULL)
    return;

  outcome->receipt = daybook_dispatcher_execute (desk->dispatcher, command, &envelope,
                                                 &outcome->error);
  g_assert ((outcome->receipt == NULL) == (outcome->error != NULL));
  if (outcome->receipt != NULL)
    outcome->events = events_to_text (outcome->receipt->events);
  daybook_record_free (command);
}

void
outcome_clear (Outcome *outcome)
{
  g_clear_pointer (&outcome->receipt, daybook_receipt_free);
  g_clear_pointer (&outcome->events, g_free);
  g_clear_error (&outcome->error);
}
