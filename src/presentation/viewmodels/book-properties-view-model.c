/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "book-properties-view-model.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "book-session.h"
#include "date-text.h"
#include "number-text.h"
#include "property.h"

enum
{
  PROP_NAME = 1,
  PROP_CURRENCY,
  PROP_OTHER_CURRENCIES,
  PROP_ENTRIES,
  PROP_PEOPLE,
  PROP_ACCOUNTS,
  PROP_FIRST_ENTRY,
  PROP_LAST_ENTRY,
  PROP_PATH,
  PROP_SIZE,
  PROP_CHECKED,
  PROP_CLOSED_UNTIL,
  PROP_SEAL,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

struct _DaybookBookPropertiesViewModel
{
  GObject parent_instance;

  DaybookBookViewModel *book;
  char *texts[N_PROPS];
};

G_DEFINE_FINAL_TYPE (DaybookBookPropertiesViewModel, daybook_book_properties_view_model,
                     G_TYPE_OBJECT)

static void
take_text (DaybookBookPropertiesViewModel *self,
           guint                           id,
           char                           *text)
{
  daybook_property_take_text (self, properties[id], &self->texts[id], text);
}

static char *
list_currencies (const DaybookBook *book)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; book->currencies != NULL && i < book->currencies->len; i++)
    g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "",
                            g_array_index (book->currencies, DaybookCurrency, i).code);

  return g_string_free (g_steal_pointer (&list), FALSE);
}

static gboolean
take_time (const DaybookEntry  *entry,
           guint64              version,
           gpointer             user_data,
           GError             **error)
{
  *(char **) user_data = daybook_time_text (entry->recorded_at);

  return FALSE;
}

/* Of the first entry after @position. */
static char *
find_time (DaybookReadModel  *read_model,
           guint64            position,
           GError           **error)
{
  char *time = NULL;

  daybook_read_model_read_entries (read_model, position, take_time, &time, error);
  return time;
}

/* With what was recorded lately and stands in the log beside it. */
static char *
measure (const char *path)
{
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  GStatBuf status;
  guint64 size;

  if (g_stat (path, &status) != 0)
    return NULL;

  size = status.st_size;
  if (g_stat (log, &status) == 0)
    size += status.st_size;

  return g_format_size (size);
}

static void
show_closing (DaybookBookPropertiesViewModel *self,
              const DaybookClosing           *closing)
{
  take_text (self, PROP_CLOSED_UNTIL, closing != NULL ? daybook_date_text (closing->until) : NULL);
  take_text (self, PROP_SEAL, closing != NULL ? g_strdup (closing->seal) : NULL);
}

static void
show_checked (DaybookBookPropertiesViewModel *self)
{
  g_autofree char *checked = NULL;

  g_object_get (daybook_book_session_of (self->book), "checked", &checked, NULL);
  take_text (self, PROP_CHECKED,
             *checked != '\0' ? g_steal_pointer (&checked)
                              : g_strdup (_("Not verified since the book was opened")));
}

static void
show_entries (DaybookBookPropertiesViewModel *self,
              DaybookReadModel               *read_model)
{
  g_autoptr (GError) error = NULL;
  DaybookTotals totals;

  if (!daybook_read_model_get_totals (read_model, &totals, &error))
    {
      daybook_book_view_model_report (self->book, error);
      return;
    }

  take_text (self, PROP_ENTRIES, daybook_count_text (totals.n_entries));
  take_text (self, PROP_PEOPLE, daybook_count_text (totals.n_people));
  take_text (self, PROP_ACCOUNTS, daybook_count_text (totals.n_accounts));
  if (totals.n_entries == 0)
    return;

  take_text (self, PROP_FIRST_ENTRY, find_time (read_model, 0, &error));
  if (error == NULL)
    take_text (self, PROP_LAST_ENTRY, find_time (read_model, totals.n_entries - 1, &error));
  if (error != NULL)
    daybook_book_view_model_report (self->book, error);
}

static void
update (DaybookBookPropertiesViewModel *self)
{
  DaybookDesk *desk = daybook_book_view_model_get_desk (self->book);
  const DaybookBook *book = daybook_desk_get_book (desk);

  take_text (self, PROP_NAME, g_strdup (book->name));
  take_text (self, PROP_CURRENCY, g_strdup (book->currency.code));
  take_text (self, PROP_OTHER_CURRENCIES, list_currencies (book));
  take_text (self, PROP_PATH, g_filename_display_name (daybook_desk_get_path (desk)));
  take_text (self, PROP_SIZE, measure (daybook_desk_get_path (desk)));
  show_entries (self, daybook_desk_get_read_model (desk));
  show_closing (self, daybook_book_get_latest (book));
  show_checked (self);
}

static void
daybook_book_properties_view_model_get_property (GObject    *object,
                                                 guint       id,
                                                 GValue     *value,
                                                 GParamSpec *pspec)
{
  g_assert (id < N_PROPS);
  g_value_set_string (value, DAYBOOK_BOOK_PROPERTIES_VIEW_MODEL (object)->texts[id]);
}

static void
daybook_book_properties_view_model_finalize (GObject *object)
{
  DaybookBookPropertiesViewModel *self = DAYBOOK_BOOK_PROPERTIES_VIEW_MODEL (object);

  for (guint i = 0; i < N_PROPS; i++)
    g_clear_pointer (&self->texts[i], g_free);
  g_clear_object (&self->book);

  G_OBJECT_CLASS (daybook_book_properties_view_model_parent_class)->finalize (object);
}

static void
daybook_book_properties_view_model_class_init (DaybookBookPropertiesViewModelClass *klass)
{
  static const char *const names[N_PROPS] = {
    [PROP_NAME] = "name", [PROP_CURRENCY] = "currency",
    [PROP_OTHER_CURRENCIES] = "other-currencies", [PROP_ENTRIES] = "entries",
    [PROP_PEOPLE] = "people", [PROP_ACCOUNTS] = "accounts", [PROP_FIRST_ENTRY] = "first-entry",
    [PROP_LAST_ENTRY] = "last-entry", [PROP_PATH] = "path", [PROP_SIZE] = "size",
    [PROP_CHECKED] = "checked", [PROP_CLOSED_UNTIL] = "closed-until", [PROP_SEAL] = "seal",
  };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = daybook_book_properties_view_model_get_property;
  object_class->finalize = daybook_book_properties_view_model_finalize;

  for (guint i = 1; i < N_PROPS; i++)
    properties[i] = DAYBOOK_TEXT_PROPERTY (names[i], DAYBOOK_READABLE);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
daybook_book_properties_view_model_init (DaybookBookPropertiesViewModel *self)
{
  for (guint i = 0; i < N_PROPS; i++)
    self->texts[i] = g_strdup ("");
}

/**
 * daybook_book_properties_view_model_new:
 *
 * Returns: (transfer full): what there is to know of @book as a whole.
 */
DaybookBookPropertiesViewModel *
daybook_book_properties_view_model_new (DaybookBookViewModel *book)
{
  DaybookBookPropertiesViewModel *self =
    g_object_new (DAYBOOK_TYPE_BOOK_PROPERTIES_VIEW_MODEL, NULL);

  self->book = g_object_ref (book);
  update (self);
  g_signal_connect_object (daybook_book_view_model_get_desk (book), "changed",
                           G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (daybook_book_session_of (book), "notify::checked",
                           G_CALLBACK (show_checked), self, G_CONNECT_SWAPPED);

  return self;
}
