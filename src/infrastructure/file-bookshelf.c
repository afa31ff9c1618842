/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The bookshelf of files: wires a book file, its read model in the user's cache folder and the
 * machine's clock together. */

#include "file-bookshelf.h"

#include <errno.h>
#include <glib/gstdio.h>

#include "books/book-records.h"
#include "catalogue.h"
#include "import/csv-sheet.h"
#include "read-model/sqlite-projector.h"
#include "read-model/sqlite-read-model.h"
#include "sample.h"
#include "snapshots/sqlite-snapshots.h"
#include "sqlite/sql.h"
#include "store-error.h"
#include "store/sqlite-store.h"
#include "system/system-clock.h"

struct _DaybookFileBookshelf
{
  GObject parent_instance;

  DaybookClock *clock;
  DaybookIdSource *ids;
};

static void daybook_file_bookshelf_iface_init (DaybookBookshelfInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (DaybookFileBookshelf, daybook_file_bookshelf, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (DAYBOOK_TYPE_BOOKSHELF,
                                                      daybook_file_bookshelf_iface_init))

/* The sample's id is fixed like all the rest of it: "daybook sample 1". */
static const guint8 sample_id[DAYBOOK_ID_SIZE] = "daybook sample 1";

/* By the book's id and its place: a copy beside the original is another book to read. */
static char *
find_cache (const char         *path,
            DaybookEventStore  *store,
            const char         *extension,
            GError            **error)
{
  g_autofree char *folder = g_build_filename (g_get_user_cache_dir (), "daybook", NULL);
  g_autofree char *canonical = g_canonicalize_filename (path, NULL);
  g_autofree char *place = g_compute_checksum_for_string (G_CHECKSUM_SHA256, canonical, -1);
  g_autofree char *name = NULL;
  guint8 id[DAYBOOK_ID_SIZE];
  char id_text[DAYBOOK_ID_TEXT_LENGTH];

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      g_set_error (error, DAYBOOK_STORE_ERROR, DAYBOOK_STORE_ERROR_READ_ONLY, "%s: %s", folder,
                   g_strerror (errno));
      return NULL;
    }

  daybook_event_store_get_book_id (store, id);
  daybook_id_to_text (id, id_text);
  name = g_strdup_printf ("%s-%.8s.%s", id_text, place, extension);

  return g_build_filename (folder, name, NULL);
}

/* Without a cache folder there are none, and long histories take longer. */
static void
set_snapshots (DaybookOpenBook *book)
{
  g_autofree char *path = find_cache (book->path, book->store, "states", NULL);
  g_autoptr (DaybookSnapshots) snapshots = NULL;

  if (path == NULL)
    return;

  snapshots = daybook_sqlite_snapshots_new (path);
  daybook_dispatcher_set_snapshots (book->dispatcher, snapshots, DAYBOOK_SNAPSHOT_EVERY);
}

/* Whatever thread asks: nothing is shared with what else is open. */
static DaybookReadModel *
open_reader (const char  *path,
             GError     **error)
{
  g_autoptr (DaybookEventStore) store = daybook_sqlite_store_open (path, TRUE, error);
  g_autofree char *read_model = store != NULL ? find_cache (path, store, "sqlite", error) : NULL;

  return read_model != NULL ? daybook_sqlite_read_model_new (read_model, store, error) : NULL;
}

static gboolean
wire_facts (DaybookFileBookshelf  *self,
            DaybookOpenBook       *book,
            gboolean               read_only,
            GError               **error)
{
  book->clock = g_object_ref (self->clock);
  book->ids = g_object_ref (self->ids);
  book->store = daybook_sqlite_store_open (book->path, read_only, error);
  if (book->store == NULL)
    return FALSE;

  book->dispatcher = daybook_dispatcher_new (book->store, book->clock, book->ids);
  book->open_reader = open_reader;
  set_snapshots (book);
  return TRUE;
}

static gboolean
catch_up (DaybookOpenBook      *book,
          DaybookProgressFunc   progress,
          gpointer              user_data,
          GCancellable         *cancellable,
          GError              **error)
{
  g_autoptr (GError) problem = NULL;

  if (daybook_projector_catch_up (book->projector, NULL, progress, user_data, cancellable,
                                  &problem))
    return TRUE;

  book->newer = g_error_matches (problem, DAYBOOK_STORE_ERROR, DAYBOOK_STORE_ERROR_NEWER);
  if (!book->newer)
    g_propagate_error (error, g_steal_pointer (&problem));
  return book->newer;
}

static gboolean
wire (DaybookFileBookshelf  *self,
      DaybookOpenBook       *book,
      DaybookProgressFunc    progress,
      gpointer               user_data,
      GCancellable          *cancellable,
      GError               **error)
{
  g_autofree char *read_model = NULL;

  if (!wire_facts (self, book, FALSE, error))
    return FALSE;

  read_model = find_cache (book->path, book->store, "sqlite", error);
  if (read_model == NULL)
    return FALSE;

  book->projector = daybook_sqlite_projector_new (read_model, book->store);
  if (!catch_up (book, progress, user_data, cancellable, error))
    return FALSE;

  book->read_model = open_reader (book->path, error);
  return book->read_model != NULL;
}

static DaybookOpenBook *
daybook_file_bookshelf_open (DaybookBookshelf     *shelf,
                             const char           *path,
                             DaybookProgressFunc   progress,
                             gpointer              user_data,
                             GCancellable         *cancellable,
                             GError              **error)
{
  g_autoptr (DaybookOpenBook) book = g_new0 (DaybookOpenBook, 1);

  book->path = g_strdup (path);
  if (!wire (DAYBOOK_FILE_BOOKSHELF (shelf), book, progress, user_data, cancellable, error))
    return NULL;

  return g_steal_pointer (&book);
}

static DaybookOpenBook *
daybook_file_bookshelf_open_facts (DaybookBookshelf  *shelf,
                                   const char        *path,
                                   gboolean           read_only,
                                   GError           **error)
{
  g_autoptr (DaybookOpenBook) book = g_new0 (DaybookOpenBook, 1);

  book->path = g_strdup (path);
  if (!wire_facts (DAYBOOK_FILE_BOOKSHELF (shelf), book, read_only, error))
    return NULL;

  return g_steal_pointer (&book);
}

static gboolean
daybook_file_bookshelf_rebuild (DaybookBookshelf     *shelf,
                                const char           *path,
                                guint64              *n_entries,
                                DaybookProgressFunc   progress,
                                gpointer              user_data,
                                GCancellable         *cancellable,
                                GError              **error)
{
  g_autoptr (DaybookEventStore) store = daybook_sqlite_store_open (path, TRUE, error);
  g_autofree char *read_model = store != NULL ? find_cache (path, store, "sqlite", error) : NULL;
  g_autoptr (DaybookProjector) projector = NULL;

  if (read_model == NULL)
    return FALSE;

  projector = daybook_sqlite_projector_new (read_model, store);
  return daybook_projector_rebuild (projector, progress, user_data, cancellable, error) &&
         daybook_event_store_get_head (store, n_entries, error);
}

static gboolean
daybook_file_bookshelf_save_copy (DaybookBookshelf     *shelf,
                                  const char           *path,
                                  const char           *target,
                                  DaybookProgressFunc   progress,
                                  gpointer              user_data,
                                  GCancellable         *cancellable,
                                  GError              **error)
{
  return daybook_sqlite_store_copy (path, target, progress, user_data, cancellable, error);
}

static char *
find_time_zone (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  const char *name = g_time_zone_get_identifier (zone);
  g_autoptr (GTimeZone) again = g_time_zone_new_identifier (name);

  return g_strdup (again != NULL ? name : "UTC");
}

static gboolean
start_book (DaybookFileBookshelf  *self,
            const char            *path,
            const char            *name,
            DaybookCurrency        currency,
            GError               **error)
{
  g_autoptr (DaybookEventStore) store = daybook_sqlite_store_open (path, FALSE, error);
  g_autoptr (DaybookDispatcher) dispatcher = NULL;
  g_autoptr (DaybookReceipt) receipt = NULL;
  g_autofree char *zone = find_time_zone ();
  DaybookEnvelope envelope = { .actor = g_get_real_name () };
  DaybookStart start = { .command.schema = &daybook_start, .currency = currency,
                         .time_zone = zone };

  if (store == NULL)
    return FALSE;

  if (!daybook_record_set_text (&start, daybook_schema_get_field (&daybook_start, "name"), name,
                                error))
    return FALSE;

  dispatcher = daybook_dispatcher_new (store, self->clock, self->ids);
  receipt = daybook_dispatcher_execute (dispatcher, &start.command, &envelope, error);
  g_free (start.name);

  return receipt != NULL;
}

static gboolean
daybook_file_bookshelf_create (DaybookBookshelf  *shelf,
                               const char        *path,
                               const char        *name,
                               DaybookCurrency    currency,
                               GError           **error)
{
  DaybookFileBookshelf *self = DAYBOOK_FILE_BOOKSHELF (shelf);
  guint8 id[DAYBOOK_ID_SIZE];

  daybook_id_source_make (self->ids, id);
  if (!daybook_sqlite_store_create (path, id, error))
    return FALSE;
  if (start_book (self, path, name, currency, error))
    return TRUE;

  daybook_sql_unlink (path);
  return FALSE;
}

static gboolean
record_sample (const char           *path,
               guint64               n_entries,
               DaybookProgressFunc   progress,
               gpointer              user_data,
               GCancellable         *cancellable,
               GError              **error)
{
  g_autoptr (DaybookEventStore) store = daybook_sqlite_store_open (path, FALSE, error);

  return store != NULL &&
         daybook_sample_record (store, n_entries, progress, user_data, cancellable, error);
}

static gboolean
daybook_file_bookshelf_sample (DaybookBookshelf     *shelf,
                               const char           *path,
                               guint64               n_entries,
                               DaybookProgressFunc   progress,
                               gpointer              user_data,
                               GCancellable         *cancellable,
                               GError              **error)
{
  if (!daybook_sqlite_store_create (path, sample_id, error))
    return FALSE;
  if (record_sample (path, n_entries, progress, user_data, cancellable, error))
    return TRUE;

  daybook_sql_unlink (path);
  return FALSE;
}

static DaybookSheet *
daybook_file_bookshelf_open_sheet (DaybookBookshelf  *shelf,
                                   const char        *path,
                                   GError           **error)
{
  return daybook_csv_sheet_open (path, error);
}

static void
daybook_file_bookshelf_iface_init (DaybookBookshelfInterface *iface)
{
  iface->open = daybook_file_bookshelf_open;
  iface->open_facts = daybook_file_bookshelf_open_facts;
  iface->rebuild = daybook_file_bookshelf_rebuild;
  iface->save_copy = daybook_file_bookshelf_save_copy;
  iface->create = daybook_file_bookshelf_create;
  iface->sample = daybook_file_bookshelf_sample;
  iface->open_sheet = daybook_file_bookshelf_open_sheet;
}

static void
daybook_file_bookshelf_finalize (GObject *object)
{
  DaybookFileBookshelf *self = DAYBOOK_FILE_BOOKSHELF (object);

  g_clear_object (&self->clock);
  g_clear_object (&self->ids);

  G_OBJECT_CLASS (daybook_file_bookshelf_parent_class)->finalize (object);
}

/* Here every program passes before it opens its first book. A catalogue that is wrong would read
 * money wrongly. */
static void
daybook_file_bookshelf_class_init (DaybookFileBookshelfClass *klass)
{
  g_autofree char *problem = NULL;

  if (!daybook_catalogue_check (&daybook_catalogue, &problem))
    g_error ("The catalogue of events is wrong: %s", problem);

  G_OBJECT_CLASS (klass)->finalize = daybook_file_bookshelf_finalize;
}

static void
daybook_file_bookshelf_init (DaybookFileBookshelf *self)
{
}

/**
 * daybook_file_bookshelf_new_with_clock:
 *
 * Returns: (transfer full): a bookshelf whose books live in a time and with ids of the caller's.
 */
DaybookBookshelf *
daybook_file_bookshelf_new_with_clock (DaybookClock    *clock,
                                       DaybookIdSource *ids)
{
  DaybookFileBookshelf *self = g_object_new (DAYBOOK_TYPE_FILE_BOOKSHELF, NULL);

  self->clock = g_object_ref (clock);
  self->ids = g_object_ref (ids);

  return DAYBOOK_BOOKSHELF (self);
}

/**
 * daybook_file_bookshelf_new:
 *
 * Returns: (transfer full): a bookshelf of files, with the machine's clock.
 */
DaybookBookshelf *
daybook_file_bookshelf_new (void)
{
  g_autoptr (DaybookClock) clock = daybook_system_clock_new ();
  g_autoptr (DaybookIdSource) ids = daybook_uuid_source_new ();

  return daybook_file_bookshelf_new_with_clock (clock, ids);
}
