/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* An account's page: its figures, what can be done with it, and its entries.
 *
 * What is set aside and who holds it jointly are short lists, read again as a whole when the
 * account changes. Only what differs is told, so that rows that are looked at stay. */

#include "account-view-model.h"

#include <glib/gi18n-lib.h>

#include "account-entries.h"
#include "account-row.h"
#include "account-texts.h"
#include "hold-row.h"
#include "money-text.h"
#include "number-text.h"
#include "person-row.h"
#include "property.h"
#include "sentences.h"
#include "who.h"

enum
{
  PROP_KEY = 1,
  PROP_TITLE,
  PROP_CAPTION,
  PROP_HOLDERS,
  PROP_BALANCE,
  PROP_AVAILABLE,
  PROP_ON_HOLD,
  PROP_TERMS,
  PROP_NOTICE,
  PROP_AUTHORITY,
  PROP_JOINT_HOLDERS,
  PROP_HOLDS,
  PROP_HOLDS_TITLE,
  PROP_ENTRIES,
  PROP_ENTRIES_STATE,
  /* From here on, booleans. */
  PROP_IS_JOINT,
  PROP_CAN_DEPOSIT,
  PROP_CAN_WITHDRAW,
  PROP_CAN_CHANGE,
  PROP_CAN_BLOCK,
  PROP_CAN_UNBLOCK,
  PROP_CAN_CLOSE,
  PROP_CAN_REOPEN,
  N_PROPS
};

#define FIRST_FLAG PROP_IS_JOINT

static GParamSpec *properties[N_PROPS];

struct _DaybookAccountViewModel
{
  GObject parent_instance;

  DaybookBookViewModel *book;
  guint key;
  DaybookAccountFigures *figures;
  char *texts[N_PROPS];
  gboolean flags[N_PROPS];
  GListStore *joint_holders;
  GListStore *holds;
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
set_flag (DaybookAccountViewModel *self,
          guint                    id,
          gboolean                 flag)
{
  daybook_property_set_boolean (self, properties[id], &self->flags[id], flag);
}

static DaybookReadModel *
get_read_model (DaybookAccountViewModel *self)
{
  return daybook_desk_get_read_model (daybook_book_view_model_get_desk (self->book));
}

/* What money can do, and what can be asked for; nothing that would be refused whatever is typed. */
static void
show_possibilities (DaybookAccountViewModel *self)
{
  const DaybookAccountFigures *figures = self->figures;
  gboolean can_record = daybook_book_view_model_get_can_record (self->book);
  gboolean can_change = can_record && figures->status == DAYBOOK_ACCOUNT_OPEN;
  gboolean out = figures->debits_blocked == NULL;
  gboolean in = figures->credits_blocked == NULL;

  set_flag (self, PROP_CAN_DEPOSIT, can_change && in);
  set_flag (self, PROP_CAN_WITHDRAW, can_change && out);
  set_flag (self, PROP_CAN_CHANGE, can_change);
  set_flag (self, PROP_CAN_BLOCK, can_change && (out || in));
  set_flag (self, PROP_CAN_UNBLOCK, can_change && (!out || !in));
  set_flag (self, PROP_CAN_CLOSE,
            can_change && out && in && figures->held == 0 && figures->balance >= 0);
  set_flag (self, PROP_CAN_REOPEN, can_record && !can_change);
}

static void
show_figures (DaybookAccountViewModel *self)
{
  const DaybookAccountFigures *figures = self->figures;
  DaybookCurrency currency = figures->currency;

  take_text (self, PROP_TITLE, daybook_account_title (figures));
  take_text (self, PROP_CAPTION, daybook_account_caption (figures));
  take_text (self, PROP_HOLDERS, g_strdup (figures->holders));
  take_text (self, PROP_BALANCE, daybook_money_text (figures->balance, currency));
  take_text (self, PROP_AVAILABLE, daybook_money_text (figures->available, currency));
  take_text (self, PROP_ON_HOLD,
             figures->held != 0 ? daybook_money_text (figures->held, currency) : NULL);
  take_text (self, PROP_TERMS, daybook_account_terms_text (figures));
  take_text (self, PROP_NOTICE, daybook_account_notice_text (figures));
  take_text (self, PROP_ENTRIES_STATE, g_strdup (figures->n_entries > 0 ? "list" : "empty"));
  show_possibilities (self);
}

static gboolean
read_holds (DaybookAccountViewModel  *self,
            GError                  **error)
{
  DaybookDesk *desk = daybook_book_view_model_get_desk (self->book);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GArray) holds = NULL;

  holds = daybook_read_model_get_holds (get_read_model (self), self->key, error);
  if (holds == NULL)
    return FALSE;

  for (guint i = 0; i < holds->len; i++)
    g_ptr_array_add (rows, daybook_hold_row_new (&g_array_index (holds, DaybookHoldFigures, i),
                                                 self->figures->currency,
                                                 daybook_desk_get_today (desk)));
  daybook_rows_take (self->holds, rows);
  take_text (self, PROP_HOLDS_TITLE,
             rows->len == 0
               ? NULL
               : daybook_count_sentence (g_dngettext (GETTEXT_PACKAGE, "%u amount set aside",
                                                      "%u amounts set aside", rows->len),
                                         rows->len));
  return TRUE;
}

static gboolean
read_joint_holders (DaybookAccountViewModel  *self,
                    GError                  **error)
{
  g_auto (GStrv) usernames = g_strsplit (self->figures->usernames, " ", -1);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  gboolean is_joint = g_strv_length (usernames) > 1;

  for (guint i = 0; is_joint && usernames[i] != NULL; i++)
    {
      g_autoptr (DaybookPersonDetails) details = NULL;

      details = daybook_who_find_person (get_read_model (self), usernames[i], error);
      if (details == NULL)
        return FALSE;
      g_ptr_array_add (rows, daybook_person_row_new (details));
    }

  daybook_rows_take (self->joint_holders, rows);
  take_text (self, PROP_AUTHORITY,
             is_joint ? daybook_account_authority_text (self->figures) : NULL);
  set_flag (self, PROP_IS_JOINT, is_joint);
  return TRUE;
}

/* Shows what is in @figures, and reads what is not. */
static void
take_figures (DaybookAccountViewModel *self,
              DaybookAccountFigures   *figures)
{
  g_autoptr (GError) error = NULL;

  daybook_account_figures_free (self->figures);
  self->figures = figures;
  show_figures (self);
  if (!read_holds (self, &error) || !read_joint_holders (self, &error))
    daybook_book_view_model_report (self->book, error);
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
  take_figures (self, g_steal_pointer (&figures));
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
    case PROP_JOINT_HOLDERS:
      g_value_set_object (value, self->joint_holders);
      break;
    case PROP_HOLDS:
      g_value_set_object (value, self->holds);
      break;
    case PROP_ENTRIES:
      g_value_set_object (value, daybook_account_entries_get_model (self->entries));
      break;
    default:
      g_assert (id < N_PROPS);
      if (id >= FIRST_FLAG)
        g_value_set_boolean (value, self->flags[id]);
      else
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
  g_clear_pointer (&self->figures, daybook_account_figures_free);
  g_clear_object (&self->joint_holders);
  g_clear_object (&self->holds);
  g_clear_object (&self->book);

  G_OBJECT_CLASS (daybook_account_view_model_parent_class)->finalize (object);
}

static void
daybook_account_view_model_class_init (DaybookAccountViewModelClass *klass)
{
  static const struct { guint id; const char *name; } texts[] = {
    { PROP_TITLE, "title" }, { PROP_CAPTION, "caption" }, { PROP_HOLDERS, "holders" },
    { PROP_BALANCE, "balance" }, { PROP_AVAILABLE, "available" },
    { PROP_ON_HOLD, "on-hold" }, { PROP_TERMS, "terms" }, { PROP_NOTICE, "notice" },
    { PROP_AUTHORITY, "authority" }, { PROP_HOLDS_TITLE, "holds-title" },
    { PROP_ENTRIES_STATE, "entries-state" },
  };
  static const char *const flags[N_PROPS] = {
    [PROP_IS_JOINT] = "is-joint", [PROP_CAN_DEPOSIT] = "can-deposit",
    [PROP_CAN_WITHDRAW] = "can-withdraw", [PROP_CAN_CHANGE] = "can-change",
    [PROP_CAN_BLOCK] = "can-block", [PROP_CAN_UNBLOCK] = "can-unblock",
    [PROP_CAN_CLOSE] = "can-close", [PROP_CAN_REOPEN] = "can-reopen",
  };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = daybook_account_view_model_get_property;
  object_class->finalize = daybook_account_view_model_finalize;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    properties[texts[i].id] = DAYBOOK_TEXT_PROPERTY (texts[i].name, DAYBOOK_READABLE);
  properties[PROP_KEY] = DAYBOOK_UINT_PROPERTY ("key", DAYBOOK_READABLE);
  for (guint i = FIRST_FLAG; i < N_PROPS; i++)
    properties[i] = DAYBOOK_BOOLEAN_PROPERTY (flags[i]);
  properties[PROP_JOINT_HOLDERS] = DAYBOOK_LIST_PROPERTY ("joint-holders");
  properties[PROP_HOLDS] = DAYBOOK_LIST_PROPERTY ("holds");
  properties[PROP_ENTRIES] = DAYBOOK_LIST_PROPERTY ("entries");
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
daybook_account_view_model_init (DaybookAccountViewModel *self)
{
  for (guint i = 0; i < N_PROPS; i++)
    self->texts[i] = g_strdup ("");
  self->joint_holders = g_list_store_new (DAYBOOK_TYPE_PERSON_ROW);
  self->holds = g_list_store_new (DAYBOOK_TYPE_HOLD_ROW);
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
  take_figures (self, g_steal_pointer (&figures));
  g_signal_connect_object (book, "notify::can-record", G_CALLBACK (show_possibilities), self,
                           G_CONNECT_SWAPPED);
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
