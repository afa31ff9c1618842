/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A book's accounts, or its people, as a list to look through.
 *
 * It is read again when other rows may be in it or in another order than before: whenever words
 * change, and where the order or the choice depends on figures, whenever those do. All else changes
 * rows, one by one. */

#include "list-view-model.h"

#include <glib/gi18n-lib.h>

#include "compose.h"
#include "found-list.h"
#include "number-text.h"
#include "property.h"

enum
{
  PROP_SEARCH = 1,
  PROP_SORT,
  PROP_ORDER,
  PROP_STATUS,
  PROP_TITLE,
  PROP_COUNT,
  PROP_STATE,
  PROP_REMARK,
  PROP_IS_NARROW,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* What can be chosen, by name. The first of each kind is what a list begins with. */
typedef struct
{
  const char *name;
  guint value;
} Option;

static const Option account_sorts[] = {
  { "number", DAYBOOK_BY_NUMBER }, { "name", DAYBOOK_BY_NAME }, { "balance", DAYBOOK_BY_BALANCE },
  { NULL }
};

static const Option people_sorts[] = {
  { "name", DAYBOOK_BY_NAME }, { "username", DAYBOOK_BY_USERNAME },
  { "accounts", DAYBOOK_BY_N_ACCOUNTS }, { NULL }
};

static const Option orders[] = { { "ascending", FALSE }, { "descending", TRUE }, { NULL } };

static const Option account_statuses[] = {
  { "open", DAYBOOK_STANDING_OPEN }, { "closed", DAYBOOK_STANDING_CLOSED },
  { "blocked", DAYBOOK_STANDING_BLOCKED }, { "all", DAYBOOK_STANDING_ANY }, { NULL }
};

static const Option people_statuses[] = { { "all", DAYBOOK_STANDING_ANY }, { NULL } };

struct _DaybookListViewModel
{
  GObject parent_instance;

  DaybookBookViewModel *book;
  DaybookFoundKind kind;
  DaybookFoundList *found;
  DaybookListing listing;
  guint total;
  char *texts[N_PROPS];
  gboolean is_narrow;
};

static void daybook_list_view_model_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (DaybookListViewModel, daybook_list_view_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      daybook_list_view_model_iface_init))

static const Option *
get_options (DaybookListViewModel *self,
             guint                 id)
{
  gboolean accounts = self->kind == DAYBOOK_FOUND_ACCOUNTS;

  if (id == PROP_SORT)
    return accounts ? account_sorts : people_sorts;
  if (id == PROP_STATUS)
    return accounts ? account_statuses : people_statuses;

  return orders;
}

static const char *
get_title (DaybookListViewModel *self)
{
  if (self->kind == DAYBOOK_FOUND_PEOPLE)
    return _("People");

  switch (self->listing.standing)
    {
    case DAYBOOK_STANDING_CLOSED:
      return _("Closed Accounts");
    case DAYBOOK_STANDING_BLOCKED:
      return _("Blocked Accounts");
    case DAYBOOK_STANDING_ANY:
      return _("All Accounts");
    case DAYBOOK_STANDING_OPEN:
    default:
      return _("Accounts");
    }
}

static char *
get_count (DaybookListViewModel *self)
{
  guint n_found = daybook_found_list_get_length (self->found);
  g_autofree char *found = daybook_count_text (n_found);
  g_autofree char *total = daybook_count_text (self->total);

  if (n_found >= self->total)
    return NULL;

  /* Translators: how many accounts or people are listed, of how many there are: “12 of 214”. */
  return daybook_compose (_("%1$s of %2$s"), found, total);
}

static const char *
get_state (DaybookListViewModel *self)
{
  if (self->total == 0)
    return "empty";

  return daybook_found_list_get_length (self->found) > 0 ? "list" : "none";
}

/* Why nothing is listed, or what to do about it. */
static const char *
get_remark (DaybookListViewModel *self)
{
  if (*self->texts[PROP_SEARCH] != '\0')
    return self->is_narrow ? _("Only accounts of another status match.")
                           : _("Try other words, or fewer.");

  switch (self->listing.standing)
    {
    case DAYBOOK_STANDING_OPEN:
      return _("All accounts are closed.");
    case DAYBOOK_STANDING_CLOSED:
      return _("No account is closed.");
    case DAYBOOK_STANDING_BLOCKED:
      return _("No account is blocked.");
    case DAYBOOK_STANDING_ANY:
    default:
      return "";
    }
}

static GArray *
read_keys (DaybookListViewModel *self,
           DaybookListing       *listing)
{
  DaybookDesk *desk = daybook_book_view_model_get_desk (self->book);
  DaybookReadModel *read_model = daybook_desk_get_read_model (desk);
  g_autoptr (GError) error = NULL;
  GArray *keys;

  listing->search = self->texts[PROP_SEARCH];
  keys = self->kind == DAYBOOK_FOUND_ACCOUNTS
           ? daybook_read_model_list_accounts (read_model, listing, &error)
           : daybook_read_model_list_people (read_model, listing, &error);
  if (keys == NULL)
    daybook_book_view_model_report (self->book, error);

  return keys;
}

/* Whether nothing is listed that would be, were it not for its status. */
static gboolean
get_is_narrow (DaybookListViewModel *self)
{
  DaybookListing all = { .standing = DAYBOOK_STANDING_ANY };
  g_autoptr (GArray) keys = NULL;

  if (self->total == 0 || daybook_found_list_get_length (self->found) > 0 ||
      self->listing.standing == DAYBOOK_STANDING_ANY)
    return FALSE;

  keys = read_keys (self, &all);
  return keys != NULL && keys->len > 0;
}

static void
set_text (DaybookListViewModel *self,
          guint                 id,
          const char           *text)
{
  daybook_property_set_text (self, properties[id], &self->texts[id], text);
}

static void
describe (DaybookListViewModel *self)
{
  set_text (self, PROP_TITLE, get_title (self));
  daybook_property_take_text (self, properties[PROP_COUNT], &self->texts[PROP_COUNT],
                              get_count (self));
  daybook_property_set_boolean (self, properties[PROP_IS_NARROW], &self->is_narrow,
                                get_is_narrow (self));
  set_text (self, PROP_REMARK, get_remark (self));
  set_text (self, PROP_STATE, get_state (self));
}

static void
find (DaybookListViewModel *self,
      gboolean              all_changed)
{
  GArray *keys = read_keys (self, &self->listing);

  if (keys != NULL)
    daybook_found_list_take (self->found, keys, all_changed);
}

static void
choose (DaybookListViewModel *self,
        guint                 id,
        const char           *name)
{
  const Option *option = get_options (self, id);

  while (option->name != NULL && g_strcmp0 (option->name, name) != 0)
    option++;
  if (option->name == NULL ||
      !daybook_property_set_text (self, properties[id], &self->texts[id], name))
    return;

  if (id == PROP_SORT)
    self->listing.sort = option->value;
  else if (id == PROP_STATUS)
    self->listing.standing = option->value;
  else
    self->listing.descending = option->value;
}

static void
daybook_list_view_model_get_property (GObject    *object,
                                      guint       id,
                                      GValue     *value,
                                      GParamSpec *pspec)
{
  DaybookListViewModel *self = DAYBOOK_LIST_VIEW_MODEL (object);

  g_assert (id < N_PROPS);
  if (id == PROP_IS_NARROW)
    g_value_set_boolean (value, self->is_narrow);
  else
    g_value_set_string (value, self->texts[id]);
}

static void
daybook_list_view_model_set_property (GObject      *object,
                                      guint         id,
                                      const GValue *value,
                                      GParamSpec   *pspec)
{
  DaybookListViewModel *self = DAYBOOK_LIST_VIEW_MODEL (object);
  const char *text = g_value_get_string (value);
  g_autofree char *before = NULL;

  if (id < PROP_SEARCH || id > PROP_STATUS)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }

  before = g_strdup (self->texts[id]);
  if (id == PROP_SEARCH)
    set_text (self, id, text);
  else
    choose (self, id, text);

  if (self->found == NULL || g_str_equal (before, self->texts[id]))
    return;

  find (self, FALSE);
  describe (self);
}

static GType
daybook_list_view_model_get_item_type (GListModel *list)
{
  return G_TYPE_OBJECT;
}

static guint
daybook_list_view_model_get_n_items (GListModel *list)
{
  DaybookListViewModel *self = DAYBOOK_LIST_VIEW_MODEL (list);

  return self->found != NULL
           ? g_list_model_get_n_items (daybook_found_list_get_model (self->found)) : 0;
}

static gpointer
daybook_list_view_model_get_item (GListModel *list,
                                  guint       position)
{
  DaybookListViewModel *self = DAYBOOK_LIST_VIEW_MODEL (list);

  return self->found != NULL
           ? g_list_model_get_item (daybook_found_list_get_model (self->found), position) : NULL;
}

static void
daybook_list_view_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = daybook_list_view_model_get_item_type;
  iface->get_n_items = daybook_list_view_model_get_n_items;
  iface->get_item = daybook_list_view_model_get_item;
}

static void
daybook_list_view_model_finalize (GObject *object)
{
  DaybookListViewModel *self = DAYBOOK_LIST_VIEW_MODEL (object);

  daybook_list_view_model_detach (self);
  for (guint i = 0; i < N_PROPS; i++)
    g_clear_pointer (&self->texts[i], g_free);

  G_OBJECT_CLASS (daybook_list_view_model_parent_class)->finalize (object);
}

static void
daybook_list_view_model_class_init (DaybookListViewModelClass *klass)
{
  static const struct { guint id; const char *name; } texts[] = {
    { PROP_SEARCH, "search" }, { PROP_SORT, "sort" }, { PROP_ORDER, "order" },
    { PROP_STATUS, "status" }, { PROP_TITLE, "title" }, { PROP_COUNT, "count" },
    { PROP_STATE, "state" }, { PROP_REMARK, "remark" },
  };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = daybook_list_view_model_get_property;
  object_class->set_property = daybook_list_view_model_set_property;
  object_class->finalize = daybook_list_view_model_finalize;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    properties[texts[i].id] =
      DAYBOOK_TEXT_PROPERTY (texts[i].name,
                             texts[i].id <= PROP_STATUS ? DAYBOOK_WRITABLE : DAYBOOK_READABLE);
  properties[PROP_IS_NARROW] = DAYBOOK_BOOLEAN_PROPERTY ("is-narrow");
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
daybook_list_view_model_init (DaybookListViewModel *self)
{
  for (guint i = 0; i < N_PROPS; i++)
    self->texts[i] = g_strdup ("");
}

/**
 * daybook_list_view_model_new:
 * @book: not held: must live until daybook_list_view_model_detach()
 * @kind: what is listed
 *
 * Returns: (transfer full): a list that nothing was read into yet.
 */
DaybookListViewModel *
daybook_list_view_model_new (DaybookBookViewModel *book,
                             DaybookFoundKind      kind)
{
  DaybookListViewModel *self = g_object_new (DAYBOOK_TYPE_LIST_VIEW_MODEL, NULL);

  self->book = book;
  self->kind = kind;
  self->found = daybook_found_list_new (book, kind);
  for (guint id = PROP_SORT; id <= PROP_STATUS; id++)
    choose (self, id, get_options (self, id)->name);
  g_signal_connect_object (daybook_found_list_get_model (self->found), "items-changed",
                           G_CALLBACK (g_list_model_items_changed), self, G_CONNECT_SWAPPED);

  return self;
}

/* Whether other figures than words decide what is listed, and where. */
static gboolean
depends_on (DaybookListViewModel *self,
            const DaybookChanges *changes)
{
  if (self->kind == DAYBOOK_FOUND_PEOPLE)
    return self->listing.sort == DAYBOOK_BY_N_ACCOUNTS && changes->people->len > 0;

  return changes->accounts->len > 0 && (self->listing.sort == DAYBOOK_BY_BALANCE ||
                                        self->listing.standing != DAYBOOK_STANDING_ANY);
}

/**
 * daybook_list_view_model_update:
 * @total: how many accounts or people there are
 * @changes: (nullable): what has changed; %NULL where nothing may be taken for unchanged
 *
 * For the book, which follows its desk.
 */
void
daybook_list_view_model_update (DaybookListViewModel *self,
                                guint                 total,
                                const DaybookChanges *changes)
{
  gboolean everything = changes == NULL || changes->everything;

  self->total = total;
  if (everything || changes->words || depends_on (self, changes))
    find (self, everything);
  if (!everything)
    daybook_found_list_refresh (self->found, self->kind == DAYBOOK_FOUND_ACCOUNTS
                                               ? changes->accounts : changes->people);
  describe (self);
}

/**
 * daybook_list_view_model_detach:
 *
 * For the book that goes away while somebody still shows the list: it is empty from now on.
 */
void
daybook_list_view_model_detach (DaybookListViewModel *self)
{
  g_clear_pointer (&self->found, daybook_found_list_free);
}
