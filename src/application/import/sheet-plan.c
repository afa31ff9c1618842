/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Guesses how a sheet is to be read, for a person to look at and to change.
 *
 * The header's words go first: somebody wrote them to say what the columns are. A column is not
 * taken for what its cells cannot be. What no word tells is found by what the cells look like. */

#include "import/sheet-plan.h"

#include <string.h>

#include "import/sheet-cells.h"
#include "search-text.h"

const char *const daybook_sheet_orders[] = { "dMy", "Mdy", "yMd", NULL };

#define N_ORDERS 3

/* Besides the roles, a column can be a balance, which is not read. */
#define BALANCE DAYBOOK_N_SHEET_ROLES
#define N_GUESSED (DAYBOOK_N_SHEET_ROLES + 1)

static const char *const english[N_GUESSED] = {
  [DAYBOOK_SHEET_DAY] = "date|day|value date|booking date|posting date|transaction date",
  [DAYBOOK_SHEET_ACCOUNT] = "name|full name|member|person|account holder|holder|payer|whose|who|"
                            "customer|client|username|account|account number|reference",
  [DAYBOOK_SHEET_AMOUNT] = "amount|sum|value",
  [DAYBOOK_SHEET_MONEY_IN] = "money in|paid in|in|deposit|deposits|credit|income|receipts",
  [DAYBOOK_SHEET_MONEY_OUT] = "money out|paid out|out|withdrawal|withdrawals|debit|expense|"
                              "expenses|payments",
  [DAYBOOK_SHEET_NOTE] = "note|notes|memo|description|purpose|reason|comment|comments|remark|"
                         "details|text",
  [BALANCE] = "balance|total|running balance",
};

/* Roles whose columns are found first. */
static const int by_words[] = { DAYBOOK_SHEET_DAY, BALANCE, DAYBOOK_SHEET_MONEY_IN,
                                DAYBOOK_SHEET_MONEY_OUT, DAYBOOK_SHEET_AMOUNT,
                                DAYBOOK_SHEET_ACCOUNT, DAYBOOK_SHEET_NOTE };

/* What the cells of a column look like. */
typedef struct
{
  char *header;
  gboolean taken;
  guint n_filled;
  guint n_days;
  guint n_amounts;
  guint n_fractions;
  guint n_words;
} Column;

static void
column_clear (gpointer data)
{
  g_free (((Column *) data)->header);
}

/**
 * daybook_sheet_plan_is_complete:
 *
 * Returns: whether it says all that is needed.
 */
gboolean
daybook_sheet_plan_is_complete (const DaybookSheetPlan *self)
{
  const int *columns = self->columns;
  gboolean amount = columns[DAYBOOK_SHEET_AMOUNT] >= 0;

  if (self->two_columns)
    amount = columns[DAYBOOK_SHEET_MONEY_IN] >= 0 || columns[DAYBOOK_SHEET_MONEY_OUT] >= 0;

  return columns[DAYBOOK_SHEET_DAY] >= 0 && columns[DAYBOOK_SHEET_ACCOUNT] >= 0 && amount;
}

/**
 * daybook_sheet_plan_equal:
 *
 * Returns: whether they read every sheet in the same way.
 */
gboolean
daybook_sheet_plan_equal (const DaybookSheetPlan *a,
                          const DaybookSheetPlan *b)
{
  return memcmp (a->columns, b->columns, sizeof a->columns) == 0 &&
         a->two_columns == b->two_columns && a->header == b->header &&
         strcmp (a->order, b->order) == 0 && a->decimal_mark == b->decimal_mark &&
         a->method == b->method && a->opens_accounts == b->opens_accounts;
}

static gboolean
is_day (const char *cell,
        const char *order)
{
  DaybookDate day;

  return daybook_cell_read_day (cell, order, &day);
}

static gboolean
is_any_day (const char *cell)
{
  return is_day (cell, "dMy") || is_day (cell, "Mdy") || is_day (cell, "yMd");
}

static gboolean
read_amount (const char     *cell,
             char            decimal_mark,
             DaybookDecimal *amount)
{
  DaybookCurrency currency;

  return daybook_cell_read_amount (cell, decimal_mark, amount, &currency, NULL);
}

static void
look_at_cell (Column     *column,
              const char *text)
{
  g_autofree char *cell = daybook_cell_strip (text);
  DaybookDecimal amount = { 0 };
  gboolean is_amount;

  if (*cell == '\0')
    return;

  column->n_filled++;
  is_amount = read_amount (cell, '.', &amount) || read_amount (cell, ',', &amount);
  if (is_any_day (cell))
    column->n_days++;
  else if (is_amount)
    column->n_amounts++;
  if (is_amount && amount.decimals > 0)
    column->n_fractions++;
  for (const char *p = cell; *p != '\0' && !is_amount; p = g_utf8_next_char (p))
    if (g_unichar_isalpha (g_utf8_get_char (p)))
      {
        column->n_words++;
        break;
      }
}

/* The first row is a header unless there is a day or an amount on it. */
static gboolean
is_header (const char *const *row)
{
  for (; *row != NULL; row++)
    {
      Column column = { 0 };

      look_at_cell (&column, *row);
      if (column.n_days > 0 || column.n_amounts > 0)
        return FALSE;
    }

  return TRUE;
}

/* The words of @text as they are searched, with one blank between them. */
static char *
fold_words (const char *text)
{
  g_autofree char *folded = daybook_search_fold (text);
  g_autoptr (GString) words = g_string_new (NULL);

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isalnum (c))
        g_string_append_unichar (words, c);
      else if (words->len > 0 && words->str[words->len - 1] != ' ')
        g_string_append_c (words, ' ');
    }

  return g_strchomp (g_string_free (g_steal_pointer (&words), FALSE));
}

static GArray *
look_at_columns (GPtrArray *sample,
                 gboolean   header)
{
  GArray *columns = g_array_new (FALSE, TRUE, sizeof (Column));

  g_array_set_clear_func (columns, column_clear);
  for (guint i = 0; i < sample->len; i++)
    {
      const char *const *row = g_ptr_array_index (sample, i);

      for (guint j = 0; row[j] != NULL; j++)
        {
          if (j >= columns->len)
            g_array_set_size (columns, j + 1);
          if (i > 0 || !header)
            look_at_cell (&g_array_index (columns, Column, j), row[j]);
          else
            g_array_index (columns, Column, j).header = fold_words (row[j]);
        }
    }

  return columns;
}

/* How well a header fits one of @words: better for the usual ones. A header that contains a word
 * besides others fits less than any that is one; 0 if it does not fit. */
static guint
fit (const char *header,
     const char *words)
{
  g_auto (GStrv) list = g_strsplit (words != NULL ? words : "", "|", -1);
  g_autofree char *spaced = g_strdup_printf (" %s ", header);
  guint best = 0;

  for (guint i = 0; list[i] != NULL && *header != '\0'; i++)
    {
      g_autofree char *folded = fold_words (list[i]);
      g_autofree char *within = g_strdup_printf (" %s ", folded);

      if (*folded == '\0')
        continue;
      if (strcmp (header, folded) == 0)
        best = MAX (best, 200 - MIN (i, 99));
      else if (strstr (spaced, within) != NULL)
        best = MAX (best, 100 - MIN (i, 99));
    }

  return best;
}

/* Whether most of a column's cells, or none at all, are what the role takes. */
static gboolean
can_be (const Column *column,
        int           role)
{
  switch (role)
    {
    case DAYBOOK_SHEET_DAY:
      return 2 * column->n_days >= column->n_filled;
    case DAYBOOK_SHEET_AMOUNT:
    case DAYBOOK_SHEET_MONEY_IN:
    case DAYBOOK_SHEET_MONEY_OUT:
    case BALANCE:
      return 2 * column->n_amounts >= column->n_filled;
    default:
      return TRUE;
    }
}

/* Where nothing else is one, a column that is called so is, whatever stands in it: what is wrong
 * with that is said row by row. */
static gboolean
is_needed (int role)
{
  return role == DAYBOOK_SHEET_DAY || role == DAYBOOK_SHEET_AMOUNT;
}

static int
find_by_words (GArray                   *columns,
               int                       role,
               const DaybookSheetHabits *habits)
{
  int found = DAYBOOK_SHEET_NO_COLUMN;
  guint best = 0;

  for (guint i = 0; i < columns->len; i++)
    {
      const Column *column = &g_array_index (columns, Column, i);
      guint score;

      if (column->header == NULL || column->taken)
        continue;

      score = fit (column->header, english[role]);
      if (role < DAYBOOK_N_SHEET_ROLES)
        score = MAX (score, fit (column->header, habits->words[role]));
      if (!can_be (column, role))
        score = is_needed (role) ? MIN (score, 1) : 0;
      if (score > best)
        {
          best = score;
          found = (int) i;
        }
    }

  return found;
}

/* How much a column looks like what the role takes; 0 if it does not. */
static guint
resemble (const Column *column,
          int           role,
          guint         place)
{
  if (column->taken || column->n_filled == 0)
    return 0;

  switch (role)
    {
    case DAYBOOK_SHEET_DAY:
      return 5 * column->n_days >= 4 * column->n_filled ? 1 : 0;
    case DAYBOOK_SHEET_AMOUNT:
      if (5 * column->n_amounts < 4 * column->n_filled)
        return 0;
      /* Without cents it may be a number of something: the last one is rather the amount. */
      return column->n_fractions > 0 ? 100000 : 1 + place;
    case DAYBOOK_SHEET_ACCOUNT:
      return 2 * column->n_words >= column->n_filled ? 2 : 1;
    default:
      return 2 * column->n_words >= column->n_filled ? 1 : 0;
    }
}

static int
find_by_looks (GArray *columns,
               int     role)
{
  int found = DAYBOOK_SHEET_NO_COLUMN;
  guint best = 0;

  for (guint i = 0; i < columns->len; i++)
    {
      guint score = resemble (&g_array_index (columns, Column, i), role, i);

      if (score > best)
        {
          best = score;
          found = (int) i;
        }
    }

  return found;
}

static void
take (GArray *columns,
      int     column)
{
  if (column >= 0)
    g_array_index (columns, Column, column).taken = TRUE;
}

static void
guess_columns (DaybookSheetPlan         *self,
               GArray                   *columns,
               const DaybookSheetHabits *habits)
{
  int *found = self->columns;
  int guessed[N_GUESSED];

  for (guint i = 0; i < G_N_ELEMENTS (by_words); i++)
    take (columns, guessed[by_words[i]] = find_by_words (columns, by_words[i], habits));
  memcpy (found, guessed, sizeof self->columns);

  self->two_columns = (found[DAYBOOK_SHEET_MONEY_IN] >= 0 && found[DAYBOOK_SHEET_MONEY_OUT] >= 0) ||
                      (found[DAYBOOK_SHEET_AMOUNT] < 0 &&
                       (found[DAYBOOK_SHEET_MONEY_IN] >= 0 || found[DAYBOOK_SHEET_MONEY_OUT] >= 0));

  for (int role = 0; role < DAYBOOK_N_SHEET_ROLES; role++)
    {
      gboolean wanted = found[role] < 0;

      if (role == DAYBOOK_SHEET_AMOUNT)
        wanted = wanted && !self->two_columns;
      if (role == DAYBOOK_SHEET_MONEY_IN || role == DAYBOOK_SHEET_MONEY_OUT)
        wanted = FALSE;
      /* The account is found last: whatever is left may be one. */
      if (wanted && role != DAYBOOK_SHEET_ACCOUNT && role != DAYBOOK_SHEET_NOTE)
        take (columns, found[role] = find_by_looks (columns, role));
    }
  if (found[DAYBOOK_SHEET_ACCOUNT] < 0)
    take (columns, found[DAYBOOK_SHEET_ACCOUNT] = find_by_looks (columns, DAYBOOK_SHEET_ACCOUNT));
  if (found[DAYBOOK_SHEET_NOTE] < 0)
    take (columns, found[DAYBOOK_SHEET_NOTE] = find_by_looks (columns, DAYBOOK_SHEET_NOTE));
}

/* Calls for each filled cell below the header that stands in the column. */
static void
count_cells (GPtrArray *sample,
             gboolean   header,
             int        column,
             void     (*count) (const char *cell,
                                guint      *counts),
             guint     *counts)
{
  for (guint i = header ? 1 : 0; column >= 0 && i < sample->len; i++)
    {
      const char *const *row = g_ptr_array_index (sample, i);
      g_autofree char *cell = NULL;

      if (g_strv_length ((char **) row) <= (guint) column)
        continue;
      cell = daybook_cell_strip (row[column]);
      if (*cell != '\0')
        count (cell, counts);
    }
}

static void
count_orders (const char *cell,
              guint      *counts)
{
  /* Its year stands in front: in any order. */
  counts[N_ORDERS] += strspn (cell, "0123456789") == 4 && is_day (cell, "yMd");
  for (guint i = 0; i < N_ORDERS; i++)
    counts[i] += is_day (cell, daybook_sheet_orders[i]);
}

/* That of the three that reads most days; of several the usual one. */
static void
guess_order (DaybookSheetPlan         *self,
             GPtrArray                *sample,
             const DaybookSheetHabits *habits)
{
  guint counts[N_ORDERS + 1] = { 0 };
  guint best = 0, most = 0;

  count_cells (sample, self->header, self->columns[DAYBOOK_SHEET_DAY], count_orders, counts);
  for (guint i = 0; i < N_ORDERS; i++)
    most = MAX (most, counts[i]);
  for (guint i = N_ORDERS; i > 0; i--)
    if (counts[i - 1] == most)
      best = i - 1;
  for (guint i = 0; i < N_ORDERS; i++)
    if (counts[i] == most && strcmp (daybook_sheet_orders[i], habits->order) == 0)
      best = i;
  if (most > 0 && counts[N_ORDERS] == most)
    best = N_ORDERS - 1;

  self->order = daybook_sheet_orders[best];
}

static void
count_marks (const char *cell,
             guint      *counts)
{
  DaybookDecimal amount;
  gboolean point = read_amount (cell, '.', &amount);
  gboolean comma = read_amount (cell, ',', &amount);

  if (point != comma)
    counts[comma]++;
}

static void
guess_decimal_mark (DaybookSheetPlan         *self,
                    GPtrArray                *sample,
                    const DaybookSheetHabits *habits)
{
  guint counts[2] = { 0 };

  for (int role = DAYBOOK_SHEET_AMOUNT; role <= DAYBOOK_SHEET_MONEY_OUT; role++)
    count_cells (sample, self->header, self->columns[role], count_marks, counts);

  self->decimal_mark = habits->decimal_mark;
  if (counts[0] != counts[1])
    self->decimal_mark = counts[1] > counts[0] ? ',' : '.';
}

/**
 * daybook_sheet_plan_guess:
 * @self: (out): what the sheet seems to be; with cash, and without opening accounts
 * @sample: (element-type GStrv): the cells of the sheet's first rows
 * @habits: decides where the sheet leaves it open
 */
void
daybook_sheet_plan_guess (DaybookSheetPlan         *self,
                          GPtrArray                *sample,
                          const DaybookSheetHabits *habits)
{
  g_autoptr (GArray) columns = NULL;

  *self = (DaybookSheetPlan) { .method = DAYBOOK_METHOD_CASH };
  self->header = sample->len > 0 && is_header (g_ptr_array_index (sample, 0));
  columns = look_at_columns (sample, self->header);

  guess_columns (self, columns, habits);
  guess_order (self, sample, habits);
  guess_decimal_mark (self, sample, habits);
}
