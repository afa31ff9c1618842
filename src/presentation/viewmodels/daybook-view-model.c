/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The daybook's page.
 *
 * As long as nothing is asked for, the list is the book's own, which knows its length without
 * looking. Else the desk looks through the daybook, newest first, and what it finds is a list of
 * entry numbers, newest first, that grows at its end; rows are made as they are looked at. Entries
 * recorded meanwhile are looked at by themselves and come in on top.
 *
 * What was found for other words stays on screen until there is news of what is wanted now. If it
 * is the book that changed so that all has to be looked at again (somebody has another name), it
 * stays until all of it was: nobody who reads should be thrown back to the beginning. */

#include "daybook-view-model.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "compose.h"
#include "date-text.h"
#include "daybook-row.h"
#include "entry-kinds.h"
#include "money-text.h"
#include "number-text.h"
#include "paged-model.h"
#include "property.h"
#include "refusal.h"
#include "sentences.h"

enum
{
  PROP_KIND = 1,
  PROP_WHO,
  PROP_OPERATOR,
  PROP_FROM,
  PROP_UNTIL,
  PROP_SEARCH,
  PROP_FROM_ERROR,
  PROP_UNTIL_ERROR,
  PROP_SUMMARY,
  PROP_PROGRESS,
  PROP_STATE,
  PROP_KINDS,
  PROP_FILTERED,
  PROP_ENTRIES,
  N_PROPS
};

#define FIRST_TEXT PROP_WHO
#define LAST_TYPED PROP_SEARCH
#define LAST_TEXT PROP_STATE

static GParamSpec *properties[N_PROPS];

struct _DaybookDaybookViewModel
{
  GObject parent_instance;

  DaybookBookViewModel *book;
  GListModel *kinds;
  guint kind;
  char *texts[N_PROPS];
  gboolean filtered;
  gboolean shows_found;

  DaybookEntryFilter *filter;
  DaybookPagedModel *found_entries;
  GArray *found;

  GCancellable *cancellable;
  guint64 seen;
  gboolean looking;
  gboolean replacing;
  gboolean quiet;
  GArray *next;
};

G_DEFINE_FINAL_TYPE (DaybookDaybookViewModel, daybook_daybook_view_model, G_TYPE_OBJECT)

static void
set_text (DaybookDaybookViewModel *self,
          guint                    id,
          const char              *text)
{
  daybook_property_set_text (self, properties[id], &self->texts[id], text);
}

static void
take_text (DaybookDaybookViewModel *self,
           guint                    id,
           char                    *text)
{
  daybook_property_take_text (self, properties[id], &self->texts[id], text);
}

static DaybookDesk *
get_desk (DaybookDaybookViewModel *self)
{
  return daybook_book_view_model_get_desk (self->book);
}

static DaybookReadModel *
get_read_model (DaybookDaybookViewModel *self)
{
  return daybook_desk_get_read_model (get_desk (self));
}

/* Rows, on their way from the daybook. */
typedef struct
{
  DaybookReadModel *read_model;
  DaybookDate today;
  GPtrArray *rows;
} Fetch;

static gboolean
take_entry (const DaybookEntry  *entry,
            guint64              version,
            gpointer             user_data,
            GError             **error)
{
  Fetch *fetch = user_data;

  g_ptr_array_add (fetch->rows, daybook_daybook_row_new (entry, fetch->today, fetch->read_model));

  return FALSE;
}

static GPtrArray *
fetch_found (guint    first,
             guint    count,
             gpointer user_data)
{
  DaybookDaybookViewModel *self = user_data;
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  Fetch fetch = { get_read_model (self), daybook_desk_get_today (get_desk (self)), rows };

  for (guint i = first; i < first + count; i++)
    {
      guint64 position = g_array_index (self->found, guint64, i);
      g_autoptr (GError) error = NULL;

      if (!daybook_read_model_read_entries (fetch.read_model, position - 1, take_entry, &fetch,
                                            &error))
        {
          daybook_book_view_model_report (self->book, error);
          break;
        }
    }

  return g_steal_pointer (&rows);
}

static char *
say_count (DaybookDaybookViewModel *self)
{
  guint n = self->found->len;
  g_autofree char *count = daybook_count_text (n);

  if (self->looking)
    /* Translators: how many were found; it still looks for more. */
    return daybook_compose (ngettext ("%s entry so far", "%s entries so far", n), count);

  return daybook_compose (ngettext ("%s entry", "%s entries", n), count);
}

static char *
say_days (const DaybookEntryFilter *filter,
          DaybookDate               today)
{
  g_autofree char *from = NULL, *until = NULL;

  if (filter->from != DAYBOOK_DATE_NONE)
    from = daybook_date_text_short (filter->from, today);
  if (filter->until != DAYBOOK_DATE_NONE)
    until = daybook_date_text_short (filter->until, today);

  if (from == NULL && until == NULL)
    return g_strdup ("");
  if (until == NULL)
    /* Translators: which days: this and all later ones. */
    return daybook_compose (C_("days", "since %s"), from);
  if (from == NULL)
    /* Translators: which days: this and all earlier ones. */
    return daybook_compose (C_("days", "until %s"), until);
  if (filter->from == filter->until)
    /* Translators: which days: only this one. */
    return daybook_compose (C_("days", "on %s"), from);

  /* Translators: which days: the first, the last. */
  return daybook_compose (C_("days", "%1$s to %2$s"), from, until);
}

/* As it was typed, without the blanks around it; empty for nothing. */
static char *
dup_typed (DaybookDaybookViewModel *self,
           guint                    id)
{
  return g_strstrip (g_strdup (self->texts[id]));
}

static void
add_fact (GString *facts,
          char    *fact)
{
  g_autofree char *owned = fact;

  if (*owned != '\0')
    g_string_append_printf (facts, "%s%s", facts->len > 0 ? " · " : "", owned);
}

/* How many there are, and of what: `37 entries · deposits · since 1 October`. How many is left out
 * as long as nobody knows. */
static void
show_summary (DaybookDaybookViewModel *self)
{
  const DaybookEntryFilter *filter = self->filter;
  g_autofree char *search = dup_typed (self, PROP_SEARCH);
  GString *facts = g_string_new (NULL);

  if (self->filtered)
    {
      add_fact (facts, self->replacing && !self->quiet ? g_strdup ("") : say_count (self));
      add_fact (facts, g_strdup (daybook_entry_kind_words (self->kind)));
      if (filter->who != NULL)
        /* Translators: entries that concern whom or what was typed. */
        add_fact (facts, daybook_compose (C_("filter", "concerning “%s”"), filter->who));
      if (filter->actor != NULL)
        /* Translators: entries that were recorded by somebody whose name was typed. */
        add_fact (facts, daybook_compose (C_("filter", "recorded by “%s”"), filter->actor));
      add_fact (facts, say_days (filter, daybook_desk_get_today (get_desk (self))));
      if (*search != '\0')
        /* Translators: entries in which the words occur that were typed. */
        add_fact (facts, daybook_compose (C_("filter", "with “%s”"), search));
    }

  take_text (self, PROP_SUMMARY, g_string_free (facts, FALSE));
}

/* Until there is news of what is wanted now, what is shown is what was shown before. */
static void
show_state (DaybookDaybookViewModel *self)
{
  if (!self->shows_found || self->found->len > 0)
    set_text (self, PROP_STATE, "list");
  else if (!self->replacing)
    set_text (self, PROP_STATE, self->looking ? "looking" : "none");

  if (!self->looking || self->replacing)
    set_text (self, PROP_PROGRESS, "");
  show_summary (self);
}

static void
show_progress (DaybookDaybookViewModel *self,
               const DaybookSearchNews *news)
{
  g_autofree char *looked_at = daybook_count_text (news->n_looked_at);
  g_autofree char *all = daybook_count_text (news->n_entries);

  /* Translators: how many entries were looked at, and of how many. */
  take_text (self, PROP_PROGRESS, daybook_compose (_("Looking through %2$s entries: %1$s so far…"),
                                                   looked_at, all));
}

/* Which list is shown: what was found, or all there is. */
static void
show_found (DaybookDaybookViewModel *self,
            gboolean                 shows_found)
{
  if (self->shows_found == shows_found)
    return;

  self->shows_found = shows_found;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ENTRIES]);
}

/* What was found takes the place of what was found before. Rows that are the same stay. */
static void
take_next (DaybookDaybookViewModel *self)
{
  guint n_before = self->found->len;
  guint shorter = MIN (n_before, self->next->len);
  guint same = 0;

  while (same < shorter && g_array_index (self->found, guint64, same) ==
                             g_array_index (self->next, guint64, same))
    same++;

  g_array_unref (self->found);
  self->found = g_steal_pointer (&self->next);
  self->next = g_array_new (FALSE, FALSE, sizeof (guint64));
  self->replacing = FALSE;
  daybook_paged_model_replace (self->found_entries, same, n_before - same,
                               self->found->len - same);
  show_found (self, TRUE);
}

static void
report (DaybookDaybookViewModel *self,
        const DaybookSearchNews *news)
{
  if (news->error != NULL)
    daybook_book_view_model_report (self->book, news->error);
}

static void
search_told_cb (const DaybookSearchNews *news,
                gpointer                 user_data)
{
  DaybookDaybookViewModel *self = user_data;
  GArray *found = self->replacing ? self->next : self->found;

  if (news->n_positions > 0)
    g_array_append_vals (found, news->positions, news->n_positions);
  self->looking = !news->done;
  report (self, news);

  if (!self->replacing)
    daybook_paged_model_refresh (self->found_entries, found->len,
                                 daybook_paged_model_get_length (self->found_entries));
  else if (news->done || !self->quiet)
    take_next (self);

  if (!news->done && !self->quiet)
    show_progress (self, news);
  if (news->done || !self->quiet)
    show_state (self);
}

/* Entries that were recorded meanwhile. What is recorded after them may have been looked at
 * earlier. */
static void
newer_told_cb (const DaybookSearchNews *news,
               gpointer                 user_data)
{
  DaybookDaybookViewModel *self = user_data;
  guint row = 0;

  report (self, news);
  if (news->n_positions == 0)
    return;

  while (row < self->found->len &&
         g_array_index (self->found, guint64, row) > news->positions[0])
    row++;
  g_array_insert_vals (self->found, row, news->positions, news->n_positions);
  daybook_paged_model_insert (self->found_entries, row, news->n_positions);
  show_state (self);
}

/* Looks at all there is. */
static void
look (DaybookDaybookViewModel *self,
      gboolean                 quiet)
{
  g_autoptr (GError) error = NULL;
  DaybookTotals totals;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->looking = FALSE;
  self->replacing = FALSE;
  if (!self->filtered)
    return;

  if (!daybook_read_model_get_totals (get_read_model (self), &totals, &error))
    {
      daybook_book_view_model_report (self->book, error);
      return;
    }

  self->cancellable = g_cancellable_new ();
  self->seen = totals.n_entries;
  self->looking = TRUE;
  self->replacing = TRUE;
  self->quiet = quiet;
  g_array_set_size (self->next, 0);
  daybook_desk_find_entries (get_desk (self), self->filter, 0, self->seen, self->cancellable,
                             search_told_cb, self);
}

static void
look_at_newer (DaybookDaybookViewModel *self)
{
  g_autoptr (GError) error = NULL;
  DaybookTotals totals;

  if (!daybook_read_model_get_totals (get_read_model (self), &totals, &error))
    {
      daybook_book_view_model_report (self->book, error);
      return;
    }

  if (totals.n_entries > self->seen)
    daybook_desk_find_entries (get_desk (self), self->filter, self->seen, totals.n_entries,
                               self->cancellable, newer_told_cb, self);
  self->seen = totals.n_entries;
}

/* A list in which nothing has been found yet cannot tell what is newer. */
static void
desk_changed_cb (DaybookDaybookViewModel *self,
                 const DaybookChanges    *changes)
{
  if (!self->filtered)
    return;

  if (changes->everything)
    daybook_paged_model_refresh (self->found_entries, self->found->len, 0);
  if (changes->everything || changes->words || self->replacing || self->cancellable == NULL)
    look (self, !self->replacing || self->quiet);
  else
    look_at_newer (self);
}

static DaybookDate
read_day (DaybookDaybookViewModel *self,
          guint                    id,
          guint                    error_id)
{
  g_autofree char *typed = dup_typed (self, id);
  DaybookDate date = DAYBOOK_DATE_NONE;
  g_autoptr (GError) problem = NULL;

  if (*typed == '\0' || daybook_date_text_parse (typed, &date))
    {
      set_text (self, error_id, "");
      return date;
    }

  daybook_refuse (&problem, DAYBOOK_REFUSAL_DATE_NOT_A_DAY, .field = "on", .text = typed);
  take_text (self, error_id, daybook_error_sentence (problem, NULL));
  return DAYBOOK_DATE_NONE;
}

static char *
dup_filled (DaybookDaybookViewModel *self,
            guint                    id)
{
  g_autofree char *typed = dup_typed (self, id);

  return *typed != '\0' ? g_steal_pointer (&typed) : NULL;
}

static DaybookDecimal
read_amount (const char *text)
{
  DaybookDecimal amount = { 0 };

  daybook_money_text_parse (text, &amount, NULL);
  return amount;
}

/* An amount may have blanks in it. */
static void
add_words (DaybookDaybookViewModel *self,
           DaybookEntryFilter      *filter)
{
  g_autofree char *typed = dup_typed (self, PROP_SEARCH);
  g_auto (GStrv) words = g_strsplit_set (typed, " \t\n", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      daybook_entry_filter_add_word (filter, words[i], read_amount (words[i]));
  if (filter->words->len > 1)
    filter->amount = read_amount (typed);
}

static DaybookEntryFilter *
make_filter (DaybookDaybookViewModel *self)
{
  DaybookEntryFilter *filter = daybook_entry_filter_new ();

  filter->types = daybook_entry_kind_types (self->kind);
  filter->who = dup_filled (self, PROP_WHO);
  filter->actor = dup_filled (self, PROP_OPERATOR);
  filter->from = read_day (self, PROP_FROM, PROP_FROM_ERROR);
  filter->until = read_day (self, PROP_UNTIL, PROP_UNTIL_ERROR);
  add_words (self, filter);
  if (filter->until != DAYBOOK_DATE_NONE && filter->until < filter->from)
    /* Translators: of the last of several days. */
    set_text (self, PROP_UNTIL_ERROR, _("This is before the first day."));

  return filter;
}

static gboolean
asks_for_something (const DaybookEntryFilter *filter)
{
  return filter->types != NULL || filter->who != NULL || filter->actor != NULL ||
         filter->from != DAYBOOK_DATE_NONE || filter->until != DAYBOOK_DATE_NONE ||
         filter->words->len > 0;
}

static void
apply (DaybookDaybookViewModel *self)
{
  g_object_freeze_notify (G_OBJECT (self));
  g_clear_pointer (&self->filter, daybook_entry_filter_free);
  self->filter = make_filter (self);
  daybook_property_set_boolean (self, properties[PROP_FILTERED], &self->filtered,
                                asks_for_something (self->filter));
  look (self, FALSE);
  if (!self->filtered)
    {
      g_array_set_size (self->found, 0);
      daybook_paged_model_refresh (self->found_entries, 0, 0);
      show_found (self, FALSE);
    }
  show_state (self);
  g_object_thaw_notify (G_OBJECT (self));
}

static gpointer
get_entries (DaybookDaybookViewModel *self)
{
  GListModel *all;

  if (self->shows_found)
    return g_object_ref (self->found_entries);

  g_object_get (self->book, "daybook", &all, NULL);
  return all;
}

static void
daybook_daybook_view_model_get_property (GObject    *object,
                                         guint       id,
                                         GValue     *value,
                                         GParamSpec *pspec)
{
  DaybookDaybookViewModel *self = DAYBOOK_DAYBOOK_VIEW_MODEL (object);

  switch (id)
    {
    case PROP_KIND:
      g_value_set_uint (value, self->kind);
      break;
    case PROP_KINDS:
      g_value_set_object (value, self->kinds);
      break;
    case PROP_FILTERED:
      g_value_set_boolean (value, self->filtered);
      break;
    case PROP_ENTRIES:
      g_value_take_object (value, get_entries (self));
      break;
    default:
      g_assert (id >= FIRST_TEXT && id <= LAST_TEXT);
      g_value_set_string (value, self->texts[id]);
    }
}

static void
daybook_daybook_view_model_set_property (GObject      *object,
                                         guint         id,
                                         const GValue *value,
                                         GParamSpec   *pspec)
{
  DaybookDaybookViewModel *self = DAYBOOK_DAYBOOK_VIEW_MODEL (object);
  gboolean changed;

  if (id == PROP_KIND)
    {
      guint kind = g_value_get_uint (value);

      g_return_if_fail (kind < g_list_model_get_n_items (self->kinds));
      changed = daybook_property_set_uint (self, properties[id], &self->kind, kind);
    }
  else
    {
      g_assert (id >= FIRST_TEXT && id <= LAST_TYPED);
      changed = daybook_property_set_text (self, properties[id], &self->texts[id],
                                           g_value_get_string (value));
    }

  if (changed)
    apply (self);
}

static void
daybook_daybook_view_model_dispose (GObject *object)
{
  DaybookDaybookViewModel *self = DAYBOOK_DAYBOOK_VIEW_MODEL (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  daybook_paged_model_detach (self->found_entries);

  G_OBJECT_CLASS (daybook_daybook_view_model_parent_class)->dispose (object);
}

static void
daybook_daybook_view_model_finalize (GObject *object)
{
  DaybookDaybookViewModel *self = DAYBOOK_DAYBOOK_VIEW_MODEL (object);

  g_clear_object (&self->found_entries);
  g_clear_pointer (&self->found, g_array_unref);
  g_clear_pointer (&self->next, g_array_unref);
  g_clear_pointer (&self->filter, daybook_entry_filter_free);
  g_clear_object (&self->kinds);
  for (guint i = 0; i < N_PROPS; i++)
    g_clear_pointer (&self->texts[i], g_free);
  g_clear_object (&self->book);

  G_OBJECT_CLASS (daybook_daybook_view_model_parent_class)->finalize (object);
}

static void
daybook_daybook_view_model_class_init (DaybookDaybookViewModelClass *klass)
{
  static const char *const texts[N_PROPS] = {
    [PROP_WHO] = "who", [PROP_OPERATOR] = "operator", [PROP_FROM] = "from",
    [PROP_UNTIL] = "until", [PROP_SEARCH] = "search", [PROP_FROM_ERROR] = "from-error",
    [PROP_UNTIL_ERROR] = "until-error", [PROP_SUMMARY] = "summary", [PROP_PROGRESS] = "progress",
    [PROP_STATE] = "state",
  };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = daybook_daybook_view_model_get_property;
  object_class->set_property = daybook_daybook_view_model_set_property;
  object_class->dispose = daybook_daybook_view_model_dispose;
  object_class->finalize = daybook_daybook_view_model_finalize;

  for (guint i = FIRST_TEXT; i <= LAST_TEXT; i++)
    properties[i] = DAYBOOK_TEXT_PROPERTY (texts[i], i <= LAST_TYPED ? DAYBOOK_WRITABLE
                                                                     : DAYBOOK_READABLE);
  properties[PROP_KIND] = DAYBOOK_UINT_PROPERTY ("kind", DAYBOOK_WRITABLE);
  properties[PROP_KINDS] = DAYBOOK_LIST_PROPERTY ("kinds");
  properties[PROP_FILTERED] = DAYBOOK_BOOLEAN_PROPERTY ("filtered");
  properties[PROP_ENTRIES] = DAYBOOK_LIST_PROPERTY ("entries");
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
daybook_daybook_view_model_init (DaybookDaybookViewModel *self)
{
  for (guint i = FIRST_TEXT; i <= LAST_TEXT; i++)
    self->texts[i] = g_strdup (i == PROP_STATE ? "list" : "");
  self->kinds = daybook_entry_kinds ();
  self->filter = daybook_entry_filter_new ();
  self->found = g_array_new (FALSE, FALSE, sizeof (guint64));
  self->next = g_array_new (FALSE, FALSE, sizeof (guint64));
  self->found_entries = daybook_paged_model_new (DAYBOOK_TYPE_DAYBOOK_ROW, DAYBOOK_OLDEST_FIRST,
                                                 fetch_found, self);
}

/**
 * daybook_daybook_view_model_new:
 *
 * Returns: (transfer full): the daybook's page, with all entries.
 */
DaybookDaybookViewModel *
daybook_daybook_view_model_new (DaybookBookViewModel *book)
{
  DaybookDaybookViewModel *self = g_object_new (DAYBOOK_TYPE_DAYBOOK_VIEW_MODEL, NULL);

  self->book = g_object_ref (book);
  g_signal_connect_object (get_desk (self), "changed", G_CALLBACK (desk_changed_cb), self,
                           G_CONNECT_SWAPPED);

  return self;
}

/**
 * daybook_daybook_view_model_clear:
 *
 * Asks for nothing any more: all entries are shown.
 */
void
daybook_daybook_view_model_clear (DaybookDaybookViewModel *self)
{
  g_object_freeze_notify (G_OBJECT (self));
  daybook_property_set_uint (self, properties[PROP_KIND], &self->kind, 0);
  for (guint i = FIRST_TEXT; i <= LAST_TYPED; i++)
    set_text (self, i, "");
  apply (self);
  g_object_thaw_notify (G_OBJECT (self));
}
