/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Something to choose: what it is called in data, and what it is called on screen. */

#include "choice.h"

#include <string.h>

#include "money-text.h"
#include "word-order.h"

struct _DaybookChoice
{
  DaybookRow parent_instance;

  char *id;
  char *title;
};

static const DaybookRowField fields[] = {
  DAYBOOK_ROW_TEXT (DaybookChoice, id),
  DAYBOOK_ROW_TEXT (DaybookChoice, title),
};

DAYBOOK_DEFINE_ROW (DaybookChoice, daybook_choice, fields)

/**
 * daybook_choice_new:
 *
 * Returns: (transfer full): a choice.
 */
DaybookChoice *
daybook_choice_new (const char *id,
                    const char *title)
{
  DaybookChoice *self = g_object_new (DAYBOOK_TYPE_CHOICE, NULL);

  self->id = g_strdup (id);
  self->title = g_strdup (title);

  return self;
}

/**
 * daybook_choice_get_id:
 *
 * Returns: (transfer none): what it is called in data.
 */
const char *
daybook_choice_get_id (DaybookChoice *self)
{
  return self->id;
}

/**
 * daybook_choice_get_title:
 *
 * Returns: (transfer none): what it is called on screen.
 */
const char *
daybook_choice_get_title (DaybookChoice *self)
{
  return self->title;
}

static int
compare_titles (gconstpointer a,
                gconstpointer b,
                gpointer      user_data)
{
  return daybook_word_order_compare (daybook_choice_get_title ((DaybookChoice *) a),
                                     daybook_choice_get_title ((DaybookChoice *) b));
}

/**
 * daybook_currency_choices:
 *
 * Returns: (transfer full): every currency there is, in the order of their names.
 */
GListModel *
daybook_currency_choices (void)
{
  GListStore *store = g_list_store_new (DAYBOOK_TYPE_CHOICE);
  const char *const *codes = daybook_currency_codes ();

  for (guint i = 0; codes[i] != NULL; i++)
    {
      g_autoptr (DaybookChoice) choice = NULL;
      g_autofree char *title = NULL;
      DaybookCurrency currency;

      g_assert (daybook_currency_parse (codes[i], &currency));
      title = daybook_currency_text (currency);
      choice = daybook_choice_new (codes[i], title);
      g_list_store_append (store, choice);
    }

  g_list_store_sort (store, compare_titles, NULL);
  return G_LIST_MODEL (store);
}

/**
 * daybook_choices_find:
 *
 * Returns: the place of the choice with that id; the first if there is none.
 */
guint
daybook_choices_find (GListModel *choices,
                      const char *id)
{
  for (guint i = 0; i < g_list_model_get_n_items (choices); i++)
    {
      g_autoptr (DaybookChoice) choice = g_list_model_get_item (choices, i);

      if (strcmp (daybook_choice_get_id (choice), id) == 0)
        return i;
    }

  return 0;
}
