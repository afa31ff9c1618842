/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The overview. Everything is read anew whenever anything was recorded, which is a few small
 * queries however large the book is; what needs attention may be more, where very much does, and is
 * looked for one kind after the other: at once for as long as nobody notices, so that it is there
 * in the first frame, and then while nothing else is to do. */

#include "overview-view-model.h"

#include <glib/gi18n-lib.h>

#include "account-row.h"
#include "choice.h"
#include "compose.h"
#include "date-text.h"
#include "held-series.h"
#include "money-text.h"
#include "number-text.h"
#include "overview-row.h"
#include "property.h"
#include "sentences.h"

#define CHART_MONTHS 12

/* A hold that ends within so many days is told. */
#define HOLD_DAYS 14

/* Of a frame, of which there are sixty in a second, this much is left for what is looked for. */
#define AT_ONCE_US 4000

/* Of each kind; whoever has more to look at needs a list, not an overview. */
#define MAX_ATTENTION 4

enum
{
  PROP_STATE = 1,
  PROP_HELD,
  PROP_CASH,
  PROP_BANK,
  PROP_MONEY_IN,
  PROP_MONEY_OUT,
  PROP_ACCOUNTS,
  PROP_PEOPLE,
  PROP_OTHERS_STATE,
  PROP_ATTENTION_STATE,
  PROP_MORE,
  PROP_CHART_STATE,
  N_TEXTS,
  PROP_SHOWN = N_TEXTS,
  PROP_OTHERS,
  PROP_ATTENTION,
  PROP_CURRENCIES,
  PROP_CURRENCY,
  PROP_SERIES,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* @pending: what was found so far by the search that @search_source goes on with
 * @next_kind: what it looks for next
 * @n_found: how many there are, listed or not */
struct _DaybookOverviewViewModel
{
  GObject parent_instance;

  DaybookBookViewModel *book;
  char *texts[N_TEXTS];
  gboolean shown;

  GListStore *others;
  GListStore *attention;
  GListStore *currencies;
  guint currency;
  DaybookHeldSeries *series;

  GPtrArray *pending;
  DaybookAttentionKind next_kind;
  guint n_found;
  guint search_source;
};

G_DEFINE_FINAL_TYPE (DaybookOverviewViewModel, daybook_overview_view_model, G_TYPE_OBJECT)

static void
set_text (DaybookOverviewViewModel *self,
          guint                     id,
          const char               *text)
{
  daybook_property_set_text (self, properties[id], &self->texts[id], text);
}

static void
take_text (DaybookOverviewViewModel *self,
           guint                     id,
           char                     *text)
{
  daybook_property_take_text (self, properties[id], &self->texts[id], text);
}

static DaybookReadModel *
get_read_model (DaybookOverviewViewModel *self)
{
  return daybook_desk_get_read_model (daybook_book_view_model_get_desk (self->book));
}

static DaybookDate
get_today (DaybookOverviewViewModel *self)
{
  return daybook_desk_get_today (daybook_book_view_model_get_desk (self->book));
}

static DaybookCurrency
get_home (DaybookOverviewViewModel *self)
{
  return daybook_desk_get_book (daybook_book_view_model_get_desk (self->book))->currency;
}

/* What is too large to be told is not told. */
static char *
amount_text (gint64          minor,
             DaybookCurrency currency,
             gboolean        too_large)
{
  if (too_large)
    /* Translators: instead of a sum that has more digits than fit. */
    return g_strdup (_("Too large"));

  return daybook_money_text (minor, currency);
}

/* What happened today; nothing, if nothing did. */
static gboolean
read_today (DaybookOverviewViewModel  *self,
            DaybookCurrency            currency,
            DaybookHeldDay            *day,
            GError                   **error)
{
  DaybookDate today = get_today (self);
  g_autoptr (GArray) days = NULL;

  days = daybook_read_model_get_held_series (get_read_model (self), currency, today, today, error);
  if (days == NULL)
    return FALSE;

  *day = g_array_index (days, DaybookHeldDay, 0);
  return TRUE;
}

static gboolean
show_home (DaybookOverviewViewModel     *self,
           const DaybookControlFigures  *figures,
           GError                      **error)
{
  DaybookCurrency home = get_home (self);
  gboolean too_large = figures->too_large;
  DaybookHeldDay today;

  if (!read_today (self, home, &today, error))
    return FALSE;

  take_text (self, PROP_HELD, amount_text (figures->accounts, home, too_large));
  take_text (self, PROP_CASH, amount_text (figures->cash, home, too_large));
  take_text (self, PROP_BANK, amount_text (figures->bank, home, too_large));
  take_text (self, PROP_MONEY_IN, amount_text (today.money_in, home, today.too_large));
  take_text (self, PROP_MONEY_OUT, amount_text (today.money_out, home, today.too_large));
  return TRUE;
}

static char *
other_caption (const DaybookControlFigures *figures,
               const DaybookHeldDay        *today)
{
  DaybookCurrency currency = figures->currency;
  g_autofree char *cash = amount_text (figures->cash, currency, figures->too_large);
  g_autofree char *bank = amount_text (figures->bank, currency, figures->too_large);
  g_autofree char *in = amount_text (today->money_in, currency, today->too_large);
  g_autofree char *out = amount_text (today->money_out, currency, today->too_large);

  if (today->money_in == 0 && today->money_out == 0)
    /* Translators: amounts: how much money there is as cash, how much at the bank. */
    return daybook_compose (_("%1$s in cash, %2$s in the bank"), cash, bank);

  /* Translators: amounts: as cash, at the bank; that came in and that went out today. */
  return daybook_compose (_("%1$s in cash, %2$s in the bank; today %3$s in, %4$s out"), cash, bank,
                          in, out);
}

static gboolean
add_other (DaybookOverviewViewModel     *self,
           const DaybookControlFigures  *figures,
           GPtrArray                    *rows,
           GError                      **error)
{
  DaybookHeldDay today;

  if (!read_today (self, figures->currency, &today, error))
    return FALSE;

  g_ptr_array_add (rows, daybook_overview_row_new (0, daybook_currency_text (figures->currency),
                                                   other_caption (figures, &today),
                                                   amount_text (figures->accounts,
                                                                figures->currency,
                                                                figures->too_large)));
  return TRUE;
}

static void
add_currency (GPtrArray       *choices,
              DaybookCurrency  currency)
{
  g_autofree char *title = daybook_currency_text (currency);

  g_ptr_array_add (choices, daybook_choice_new (currency.code, title));
}

/* A book only ever takes on more currencies: those that are there stay, and so does the choice,
 * unless one comes in front of it. */
static void
take_currencies (DaybookOverviewViewModel *self,
                 GPtrArray                *choices)
{
  GListModel *model = G_LIST_MODEL (self->currencies);
  guint n = g_list_model_get_n_items (model);
  g_autoptr (DaybookChoice) chosen = g_list_model_get_item (model, self->currency);

  if (n == choices->len)
    return;

  g_list_store_splice (self->currencies, 0, n, choices->pdata, choices->len);
  if (chosen != NULL)
    daybook_property_set_uint (self, properties[PROP_CURRENCY], &self->currency,
                               daybook_choices_find (model, daybook_choice_get_id (chosen)));
}

static gboolean
read_figures (DaybookOverviewViewModel  *self,
              GError                   **error)
{
  DaybookControlFigures home = { .currency = get_home (self) };
  g_autoptr (GPtrArray) others = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) choices = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GArray) control = NULL;

  control = daybook_read_model_get_control (get_read_model (self), DAYBOOK_DATE_NONE, error);
  if (control == NULL)
    return FALSE;

  add_currency (choices, home.currency);
  for (guint i = 0; i < control->len; i++)
    {
      const DaybookControlFigures *figures = &g_array_index (control, DaybookControlFigures, i);

      if (daybook_currency_equal (figures->currency, get_home (self)))
        {
          home = *figures;
          continue;
        }
      add_currency (choices, figures->currency);
      if (!add_other (self, figures, others, error))
        return FALSE;
    }
  if (!show_home (self, &home, error))
    return FALSE;

  daybook_rows_take (self->others, others);
  set_text (self, PROP_OTHERS_STATE, others->len > 0 ? "list" : "empty");
  take_currencies (self, choices);
  return TRUE;
}

static gboolean
read_totals (DaybookOverviewViewModel  *self,
             GError                   **error)
{
  DaybookTotals totals;

  if (!daybook_read_model_get_totals (get_read_model (self), &totals, error))
    return FALSE;

  take_text (self, PROP_ACCOUNTS, daybook_count_text (totals.n_accounts - totals.n_closed));
  take_text (self, PROP_PEOPLE, daybook_count_text (totals.n_people));
  set_text (self, PROP_STATE, totals.n_accounts > 0 ? "figures" : "empty");
  return TRUE;
}

static DaybookDate
get_first_day (DaybookDate today)
{
  GDate day;

  g_date_clear (&day, 1);
  g_date_set_julian (&day, today);
  g_date_subtract_months (&day, CHART_MONTHS);
  return g_date_get_julian (&day);
}

static gboolean
read_series (DaybookOverviewViewModel  *self,
             GError                   **error)
{
  DaybookDate today = get_today (self);
  g_autoptr (DaybookChoice) choice =
    g_list_model_get_item (G_LIST_MODEL (self->currencies), self->currency);
  g_autoptr (DaybookHeldSeries) series = NULL;
  g_autoptr (GArray) days = NULL;
  DaybookCurrency currency;

  g_assert (choice != NULL);
  g_assert (daybook_currency_parse (daybook_choice_get_id (choice), &currency));
  days = daybook_read_model_get_held_series (get_read_model (self), currency,
                                             get_first_day (today), today, error);
  if (days == NULL)
    return FALSE;

  series = daybook_held_series_new (days, currency, today);
  if (daybook_held_series_equal (series, self->series))
    return TRUE;

  g_set_object (&self->series, series);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SERIES]);
  set_text (self, PROP_CHART_STATE, series != NULL ? "chart" : "empty");
  return TRUE;
}

static char *
hold_text (const DaybookAttention *attention,
           DaybookCurrency         currency,
           DaybookDate             today)
{
  g_autofree char *amount = daybook_money_text (attention->amount, currency);
  g_autofree char *day = daybook_date_text_short (attention->expires, today);

  if (attention->expires == today)
    /* Translators: of an account; an amount. */
    return daybook_compose (_("Hold of %s ends today"), amount);
  if (attention->expires == today + 1)
    /* Translators: of an account; an amount. */
    return daybook_compose (_("Hold of %s ends tomorrow"), amount);

  /* Translators: of an account; an amount and a day. */
  return daybook_compose (_("Hold of %1$s ends on %2$s"), amount, day);
}

static char *
blocked_text (const DaybookAccountFigures *figures)
{
  const char *out = figures->debits_blocked, *in = figures->credits_blocked;

  if (in == NULL)
    /* Translators: of an account; the reason. */
    return daybook_compose (_("Blocked, no money may go out: %s"), out);
  if (out == NULL)
    /* Translators: of an account; the reason. */
    return daybook_compose (_("Blocked, no money may come in: %s"), in);
  if (g_str_equal (out, in))
    /* Translators: of an account; the reason. */
    return daybook_compose (_("Blocked, no money may go out or come in: %s"), out);

  /* Translators: of an account; the reasons for the one and for the other. */
  return daybook_compose (_("Blocked, no money may go out: %1$s; or come in: %2$s"), out, in);
}

static char *
attention_text (DaybookAttentionKind         kind,
                const DaybookAttention      *attention,
                const DaybookAccountFigures *figures,
                DaybookDate                  today)
{
  g_autofree char *amount = NULL;

  switch (kind)
    {
    case DAYBOOK_ATTENTION_OVERDRAWN:
      amount = daybook_money_text (-figures->balance, figures->currency);
      /* Translators: of an account; an amount. */
      return daybook_compose (_("Overdrawn by %s"), amount);
    case DAYBOOK_ATTENTION_HOLD_ENDING:
      return hold_text (attention, figures->currency, today);
    case DAYBOOK_ATTENTION_BLOCKED:
      return blocked_text (figures);
    case DAYBOOK_ATTENTION_BELOW_LIMITS:
    default:
      amount = daybook_money_text (-figures->available, figures->currency);
      /* Translators: of an account: what is available in it (its balance without what is held) is
       * by that amount below its minimum balance, or beyond its overdraft limit. */
      return daybook_compose (_("%s less than has to stay in it"), amount);
    }
}

static gboolean
find_kind (DaybookOverviewViewModel  *self,
           DaybookAttentionKind       kind,
           GError                   **error)
{
  DaybookReadModel *read_model = get_read_model (self);
  DaybookDate today = get_today (self);
  g_autoptr (GArray) found = NULL;
  guint n_all;

  found = daybook_read_model_find_attention (read_model, kind, today + HOLD_DAYS, MAX_ATTENTION,
                                             &n_all, error);
  if (found == NULL)
    return FALSE;

  self->n_found += n_all;
  for (guint i = 0; i < found->len; i++)
    {
      const DaybookAttention *attention = &g_array_index (found, DaybookAttention, i);
      g_autoptr (DaybookAccountFigures) figures = NULL;

      figures = daybook_read_model_get_account (read_model, attention->account, error);
      if (figures == NULL)
        return FALSE;
      g_ptr_array_add (self->pending,
                       daybook_overview_row_new (attention->account,
                                                 daybook_account_title (figures),
                                                 attention_text (kind, attention, figures, today),
                                                 daybook_money_text (figures->balance,
                                                                     figures->currency)));
    }
  return TRUE;
}

static void
show_attention (DaybookOverviewViewModel *self)
{
  guint n_more = self->n_found - self->pending->len;
  g_autofree char *more = NULL;

  /* Translators: below a list, how many more there are of what it lists. */
  more = daybook_count_sentence (g_dngettext (GETTEXT_PACKAGE, "And %u more", "And %u more",
                                              n_more), n_more);
  daybook_rows_take (self->attention, self->pending);
  set_text (self, PROP_ATTENTION_STATE, self->n_found > 0 ? "list" : "empty");
  set_text (self, PROP_MORE, n_more > 0 ? more : "");
}

static gboolean
search_on (gpointer user_data)
{
  DaybookOverviewViewModel *self = user_data;
  g_autoptr (GError) error = NULL;

  if (!find_kind (self, self->next_kind, &error))
    {
      self->search_source = 0;
      daybook_book_view_model_report (self->book, error);
      return G_SOURCE_REMOVE;
    }
  if (++self->next_kind < DAYBOOK_N_ATTENTION_KINDS)
    return G_SOURCE_CONTINUE;

  self->search_source = 0;
  show_attention (self);
  return G_SOURCE_REMOVE;
}

static void
start_search (DaybookOverviewViewModel *self)
{
  gint64 start = g_get_monotonic_time ();

  g_clear_handle_id (&self->search_source, g_source_remove);
  g_ptr_array_set_size (self->pending, 0);
  self->next_kind = 0;
  self->n_found = 0;
  while (search_on (self) == G_SOURCE_CONTINUE)
    if (g_get_monotonic_time () - start > AT_ONCE_US)
      {
        self->search_source = g_idle_add (search_on, self);
        break;
      }
}

static void
update (DaybookOverviewViewModel *self)
{
  g_autoptr (GError) error = NULL;

  if (!read_totals (self, &error) || !read_figures (self, &error) || !read_series (self, &error))
    daybook_book_view_model_report (self->book, error);
  else
    start_search (self);
}

static void
desk_changed_cb (DaybookOverviewViewModel *self)
{
  if (self->shown)
    update (self);
}

/* Whatever happened in the meantime; the day may be another one too. */
static void
set_shown (DaybookOverviewViewModel *self,
           gboolean                  shown)
{
  if (daybook_property_set_boolean (self, properties[PROP_SHOWN], &self->shown, shown) && shown)
    update (self);
}

static void
set_currency (DaybookOverviewViewModel *self,
              guint                     currency)
{
  g_autoptr (GError) error = NULL;

  if (currency >= g_list_model_get_n_items (G_LIST_MODEL (self->currencies)) ||
      !daybook_property_set_uint (self, properties[PROP_CURRENCY], &self->currency, currency))
    return;

  if (!read_series (self, &error))
    daybook_book_view_model_report (self->book, error);
}

static void
daybook_overview_view_model_get_property (GObject    *object,
                                          guint       id,
                                          GValue     *value,
                                          GParamSpec *pspec)
{
  DaybookOverviewViewModel *self = DAYBOOK_OVERVIEW_VIEW_MODEL (object);

  switch (id)
    {
    case PROP_SHOWN:
      g_value_set_boolean (value, self->shown);
      break;
    case PROP_OTHERS:
      g_value_set_object (value, self->others);
      break;
    case PROP_ATTENTION:
      g_value_set_object (value, self->attention);
      break;
    case PROP_CURRENCIES:
      g_value_set_object (value, self->currencies);
      break;
    case PROP_CURRENCY:
      g_value_set_uint (value, self->currency);
      break;
    case PROP_SERIES:
      g_value_set_object (value, self->series);
      break;
    default:
      g_assert (id < N_TEXTS);
      g_value_set_string (value, self->texts[id]);
    }
}

static void
daybook_overview_view_model_set_property (GObject      *object,
                                          guint         id,
                                          const GValue *value,
                                          GParamSpec   *pspec)
{
  DaybookOverviewViewModel *self = DAYBOOK_OVERVIEW_VIEW_MODEL (object);

  switch (id)
    {
    case PROP_SHOWN:
      set_shown (self, g_value_get_boolean (value));
      break;
    case PROP_CURRENCY:
      set_currency (self, g_value_get_uint (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
daybook_overview_view_model_dispose (GObject *object)
{
  g_clear_handle_id (&DAYBOOK_OVERVIEW_VIEW_MODEL (object)->search_source, g_source_remove);

  G_OBJECT_CLASS (daybook_overview_view_model_parent_class)->dispose (object);
}

static void
daybook_overview_view_model_finalize (GObject *object)
{
  DaybookOverviewViewModel *self = DAYBOOK_OVERVIEW_VIEW_MODEL (object);

  g_clear_pointer (&self->pending, g_ptr_array_unref);
  g_clear_object (&self->series);
  g_clear_object (&self->currencies);
  g_clear_object (&self->attention);
  g_clear_object (&self->others);
  for (guint i = 0; i < N_TEXTS; i++)
    g_clear_pointer (&self->texts[i], g_free);
  g_clear_object (&self->book);

  G_OBJECT_CLASS (daybook_overview_view_model_parent_class)->finalize (object);
}

static void
daybook_overview_view_model_class_init (DaybookOverviewViewModelClass *klass)
{
  static const char *const texts[N_TEXTS] = {
    [PROP_STATE] = "state", [PROP_HELD] = "held", [PROP_CASH] = "cash", [PROP_BANK] = "bank",
    [PROP_MONEY_IN] = "money-in", [PROP_MONEY_OUT] = "money-out", [PROP_ACCOUNTS] = "accounts",
    [PROP_PEOPLE] = "people", [PROP_OTHERS_STATE] = "others-state",
    [PROP_ATTENTION_STATE] = "attention-state", [PROP_MORE] = "more",
    [PROP_CHART_STATE] = "chart-state",
  };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = daybook_overview_view_model_get_property;
  object_class->set_property = daybook_overview_view_model_set_property;
  object_class->dispose = daybook_overview_view_model_dispose;
  object_class->finalize = daybook_overview_view_model_finalize;

  for (guint i = PROP_STATE; i < N_TEXTS; i++)
    properties[i] = DAYBOOK_TEXT_PROPERTY (texts[i], DAYBOOK_READABLE);
  properties[PROP_SHOWN] = g_param_spec_boolean ("shown", NULL, NULL, FALSE, DAYBOOK_WRITABLE);
  properties[PROP_OTHERS] = DAYBOOK_LIST_PROPERTY ("others");
  properties[PROP_ATTENTION] = DAYBOOK_LIST_PROPERTY ("attention");
  properties[PROP_CURRENCIES] = DAYBOOK_LIST_PROPERTY ("currencies");
  properties[PROP_CURRENCY] = DAYBOOK_UINT_PROPERTY ("currency", DAYBOOK_WRITABLE);
  properties[PROP_SERIES] = g_param_spec_object ("series", NULL, NULL, DAYBOOK_TYPE_HELD_SERIES,
                                                 DAYBOOK_READABLE);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
daybook_overview_view_model_init (DaybookOverviewViewModel *self)
{
  static const char *const at_first[N_TEXTS] = {
    [PROP_STATE] = "figures", [PROP_OTHERS_STATE] = "empty", [PROP_ATTENTION_STATE] = "reading",
    [PROP_CHART_STATE] = "empty",
  };

  for (guint i = 0; i < N_TEXTS; i++)
    self->texts[i] = g_strdup (at_first[i] != NULL ? at_first[i] : "");
  self->others = g_list_store_new (DAYBOOK_TYPE_OVERVIEW_ROW);
  self->attention = g_list_store_new (DAYBOOK_TYPE_OVERVIEW_ROW);
  self->currencies = g_list_store_new (DAYBOOK_TYPE_CHOICE);
  self->pending = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * daybook_overview_view_model_new:
 *
 * Returns: (transfer full): the overview of @book, of which nothing is read before it is shown.
 */
DaybookOverviewViewModel *
daybook_overview_view_model_new (DaybookBookViewModel *book)
{
  DaybookOverviewViewModel *self = g_object_new (DAYBOOK_TYPE_OVERVIEW_VIEW_MODEL, NULL);

  self->book = g_object_ref (book);
  g_signal_connect_object (daybook_book_view_model_get_desk (book), "changed",
                           G_CALLBACK (desk_changed_cb), self, G_CONNECT_SWAPPED);

  return self;
}
