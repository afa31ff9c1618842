/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* An account's page: its figures and its entries. */

#include "account-view-model.h"

#include "account-entries.h"
#include "account-row.h"
#include "money-text.h"
#include "property.h"
#include "sentences.h"

enum
{
  PROP_KEY = 1,
  PROP_NUMBER,
  PROP_TITLE,
  PROP_CAPTION,
  PROP_HOLDERS,
  PROP_REFERENCE,
  PROP_BALANCE,
  PROP_AVAILABLE,
  PROP_ON_HOLD,
  PROP_OVERDRAFT,
  PROP_STATUS,
  PROP_IS_OPEN,
  PROP_IS_OVERDRAWN,
  PROP_ENTRIES,
  PROP_ENTRIES_STATE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

struct _DaybookAccountViewModel
{
  GObject parent_instance;

  DaybookBookViewModel *book;
  guint key;
  char *texts[N_PROPS];
  gboolean is_open;
  gboolean is_overdrawn;
  DaybookAccountEntries *entries;
};

G_DEFINE_FINAL_TYPE (DaybookAccountViewModel, daybook_account_view_model, G_TYPE_OBJECT)

static void
take_text (DaybookAccountViewModel *self,
           guint                    id,
           char                    *text)
{
  daybook_property_take_text (self, properties[id], &self->texts[id], text);
}

static void
show_figures (DaybookAccountViewModel     *self,
              const DaybookAccountFigures *figures)
{
  DaybookCurrency currency = figures->currency;

  take_text (self, PROP_NUMBER, daybook_account_number_text (&figures->number));
  take_text (self, PROP_TITLE, daybook_account_title (figures));
  take_text (self, PROP_CAPTION, daybook_account_caption (figures));
  take_text (self, PROP_HOLDERS, g_strdup (figures->holders));
  take_text (self, PROP_REFERENCE, g_strdup (figures->reference));
  take_text (self, PROP_BALANCE, daybook_money_text (figures->balance, currency));
  take_text (self, PROP_AVAILABLE, daybook_money_text (figures->available, currency));
  take_text (self, PROP_ON_HOLD, daybook_money_text (figures->held, currency));
  take_text (self, PROP_OVERDRAFT,
             figures->overdraft != 0 ? daybook_money_text (figures->overdraft, currency) : NULL);
  take_text (self, PROP_STATUS, daybook_account_status_text (figures));
  take_text (self, PROP_ENTRIES_STATE, g_strdup (figures->n_entries > 0 ? "list" : "empty"));
  daybook_property_set_boolean (self, properties[PROP_IS_OPEN], &self->is_open,
                                figures->status == DAYBOOK_ACCOUNT_OPEN);
  daybook_property_set_boolean (self, properties[PROP_IS_OVERDRAWN], &self->is_overdrawn,
                                figures->balance < 0);
}

static void
desk_changed_cb (DaybookAccountViewModel *self,
                 const DaybookChanges    *changes,
                 DaybookDesk             *desk)
{
  g_autoptr (DaybookAccountFigures) figures = NULL;
  g_autoptr (GError) error = NULL;

  if (!daybook_changes_has_account (changes, self->key))
    {
      daybook_account_entries_skip (self->entries, changes);
      return;
    }

  figures = daybook_read_model_get_account (daybook_desk_get_read_model (desk), self->key, &error);
  if (figures == NULL)
    {
      daybook_book_view_model_report (self->book, error);
      return;
    }

  daybook_account_entries_refresh (self->entries, figures, changes);
  show_figures (self, figures);
}

static void
daybook_account_view_model_get_property (GObject    *object,
                                         guint       id,
                                         GValue     *value,
                                         GParamSpec *pspec)
{
  DaybookAccountViewModel *self = DAYBOOK_ACCOUNT_VIEW_MODEL (object);

  switch (id)
    {
    case PROP_KEY:
      g_value_set_uint (value, self->key);
      break;
    case PROP_IS_OPEN:
      g_value_set_boolean (value, self->is_open);
      break;
    case PROP_IS_OVERDRAWN:
      g_value_set_boolean (value, self->is_overdrawn);
      break;
    case PROP_ENTRIES:
      g_value_set_object (value, daybook_account_entries_get_model (self->entries));
      break;
    default:
      g_assert (id < N_PROPS);
      g_value_set_string (value, self->texts[id]);
    }
}

static void
daybook_account_view_model_finalize (GObject *object)
{
  DaybookAccountViewModel *self = DAYBOOK_ACCOUNT_VIEW_MODEL (object);

  g_clear_pointer (&self->entries, daybook_account_entries_free);
  for (guint i = 0; i < N_PROPS; i++)
    g_clear_pointer (&self->texts[i], g_free);
  g_clear_object (&self->book);

  G_OBJECT_CLASS (daybook_account_view_model_parent_class)->finalize (object);
}

static void
daybook_account_view_model_class_init (DaybookAccountViewModelClass *klass)
{
  static const struct { guint id; const char *name; } texts[] = {
    { PROP_NUMBER, "number" }, { PROP_TITLE, "title" }, { PROP_CAPTION, "caption" },
    { PROP_HOLDERS, "holders" }, { PROP_REFERENCE, "reference" }, { PROP_BALANCE, "balance" },
    { PROP_AVAILABLE, "available" }, { PROP_ON_HOLD, "on-hold" },
    { PROP_OVERDRAFT, "overdraft" }, { PROP_STATUS, "status" },
    { PROP_ENTRIES_STATE, "entries-state" },
  };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = daybook_account_view_model_get_property;
  object_class->finalize = daybook_account_view_model_finalize;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    properties[texts[i].id] = DAYBOOK_TEXT_PROPERTY (texts[i].name, DAYBOOK_READABLE);
  properties[PROP_KEY] = DAYBOOK_UINT_PROPERTY ("key", DAYBOOK_READABLE);
  properties[PROP_IS_OPEN] = DAYBOOK_BOOLEAN_PROPERTY ("is-open");
  properties[PROP_IS_OVERDRAWN] = DAYBOOK_BOOLEAN_PROPERTY ("is-overdrawn");
  properties[PROP_ENTRIES] = DAYBOOK_LIST_PROPERTY ("entries");
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
daybook_account_view_model_init (DaybookAccountViewModel *self)
{
  for (guint i = 0; i < N_PROPS; i++)
    self->texts[i] = g_strdup ("");
}

/**
 * daybook_account_view_model_new:
 * @key: the account's place in its register
 *
 * Returns: (transfer full) (nullable): the account's page; %NULL if it cannot be read.
 */
DaybookAccountViewModel *
daybook_account_view_model_new (DaybookBookViewModel *book,
                                guint                 key)
{
  DaybookDesk *desk = daybook_book_view_model_get_desk (book);
  DaybookReadModel *read_model = daybook_desk_get_read_model (desk);
  g_autoptr (DaybookAccountFigures) figures = NULL;
  g_autoptr (GError) error = NULL;
  DaybookAccountViewModel *self;
  DaybookTotals totals;

  /* Totals first: the figures may know more, never less. */
  if (daybook_read_model_get_totals (read_model, &totals, &error))
    figures = daybook_read_model_get_account (read_model, key, &error);
  if (figures == NULL)
    {
      daybook_book_view_model_report (book, error);
      return NULL;
    }

  self = g_object_new (DAYBOOK_TYPE_ACCOUNT_VIEW_MODEL, NULL);
  self->book = g_object_ref (book);
  self->key = key;
  self->entries = daybook_account_entries_new (book, figures, totals.n_entries);
  show_figures (self, figures);
  g_signal_connect_object (desk, "changed", G_CALLBACK (desk_changed_cb), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * daybook_account_view_model_get_key:
 *
 * Returns: the account's place in its register.
 */
guint
daybook_account_view_model_get_key (DaybookAccountViewModel *self)
{
  return self->key;
}

/**
 * daybook_account_view_model_get_book:
 *
 * Returns: (transfer none): the book it belongs to.
 */
DaybookBookViewModel *
daybook_account_view_model_get_book (DaybookAccountViewModel *self)
{
  return self->book;
}
