/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is guessed about a sheet, and what its cells mean. */

#include <string.h>

#include "import/sheet-cells.h"
#include "import/sheet-plan.h"
#include "refusal.h"

static const DaybookSheetHabits english = { .order = "Mdy", .decimal_mark = '.' };

static const DaybookSheetHabits german = {
  .words = {
    [DAYBOOK_SHEET_DAY] = "Datum|Tag|Buchungstag",
    [DAYBOOK_SHEET_ACCOUNT] = "Name|Mitglied|Konto",
    [DAYBOOK_SHEET_AMOUNT] = "Betrag|Summe",
    [DAYBOOK_SHEET_MONEY_IN] = "Einnahme|Einzahlung|Haben",
    [DAYBOOK_SHEET_MONEY_OUT] = "Ausgabe|Auszahlung|Soll",
    [DAYBOOK_SHEET_NOTE] = "Notiz|Verwendungszweck",
  },
  .order = "dMy",
  .decimal_mark = ',',
};

typedef struct
{
  const char *what;
  const DaybookSheetHabits *habits;
  /* Rows end with a newline, cells are separated by a bar. */
  const char *sheet;
  /* Day, account, amount, in, out, note. */
  const char *columns;
  gboolean header;
  const char *order;
  char mark;
} Case;

static const Case cases[] = {
  { "english", &english,
    "Date|Name|Amount|Note\n2026-01-05|Ann Lee|12.50|fees\n2026-01-06|Bo|-3.00|stamps\n",
    "0 1 2 - - 3", TRUE, "yMd", '.' },
  { "german", &german,
    "Buchungstag|Mitglied|Verwendungszweck|Betrag (EUR)\n05.01.2026|Jürgen|Beitrag|1.250,00\n",
    "0 1 3 - - 2", TRUE, "dMy", ',' },
  { "german without words", &english,
    "Datum|Mitglied|Betrag|Zweck\n13.01.2026|Jürgen|12,50|Beitrag\n",
    "0 1 2 - - 3", TRUE, "dMy", ',' },
  { "american", &english,
    "Posting Date|Description|Member|Value\n1/13/2026|fees|Ann|$1,234.50\n2/1/26|x|Bo|($5.00)\n",
    "0 2 3 - - 1", TRUE, "Mdy", '.' },
  { "ambiguous days go by the country", &english,
    "Date|Name|Amount\n01/02/2026|Ann|5\n", "0 1 2 - - -", TRUE, "Mdy", '.' },
  { "ambiguous days go by another country", &german,
    "Date|Name|Amount\n01/02/2026|Ann|5\n", "0 1 2 - - -", TRUE, "dMy", ',' },
  { "days against the country", &english,
    "Date|Name|Amount\n01/02/2026|Ann|5\n25/02/2026|Bo|5\n", "0 1 2 - - -", TRUE, "dMy", '.' },
  { "amounts against the country", &german,
    "Date|Name|Amount\n01.02.2026|Ann|1.50\n", "0 1 2 - - -", TRUE, "dMy", '.' },
  { "thousands that could be decimals", &german,
    "Date|Name|Amount\n01.02.2026|Ann|1.500\n", "0 1 2 - - -", TRUE, "dMy", ',' },
  { "two columns", &english,
    "Day|Who|Money in|Money out|Balance\n2026-01-05|Ann|12.50||12.50\n2026-01-06|Ann||2.50|10.00\n",
    "0 1 - 2 3 -", TRUE, "yMd", '.' },
  { "two columns in german", &german,
    "Tag|Konto|Soll|Haben|Notiz\n5.1.2026|Ann||12,50|x\n6.1.2026|Ann|2,50||y\n",
    "0 1 - 3 2 4", TRUE, "dMy", ',' },
  { "only money in", &english,
    "Date|Member|Deposit\n2026-01-05|Ann|12.50\n", "0 1 - 2 - -", TRUE, "yMd", '.' },
  { "the balance is not the amount", &english,
    "Date|Name|Balance|Amount\n2026-01-05|Ann|100.00|12.50\n", "0 1 3 - - -", TRUE, "yMd", '.' },
  { "no header", &english,
    "2026-01-05|Ann Lee|12.50|fees\n2026-01-06|Bo Ek|-3.00|stamps\n",
    "0 1 2 - - 3", FALSE, "yMd", '.' },
  { "no header, references", &english,
    "1001|2026-01-05|12\n1002|2026-01-06|7\n", "1 0 2 - - -", FALSE, "yMd", '.' },
  { "no header, first day wrong", &english,
    "32.01.2026|Ann|12.50\n30.01.2026|Bo|1.00\n31.01.2026|Bo|1.00\n31.01.2026|Bo|2.00\n"
    "28.01.2026|Bo|3.00\n",
    "0 1 2 - - -", FALSE, "dMy", '.' },
  { "a word for a column that cannot be it", &english,
    "Date|Amount|Name|Sum\n2026-01-05|paid|Ann|3.50\n", "0 2 3 - - 1", TRUE, "yMd", '.' },
  { "nothing but wrong cells", &english,
    "Date|Name|Amount\n32.01.2026|Ann|five\n", "0 1 2 - - -", TRUE, "Mdy", '.' },
  { "headers alone", &english,
    "Date|Name|Amount|Note\n", "0 1 2 - - 3", TRUE, "Mdy", '.' },
  { "time of day", &english,
    "Date|Name|Amount\n2026-01-05 14:30:00|Ann|1.00\n2026-01-06T09:00|Ann|1.00\n",
    "0 1 2 - - -", TRUE, "yMd", '.' },
  { "nothing", &english, "hello\nworld\n", "- 0 - - - -", TRUE, "Mdy", '.' },
};

static GPtrArray *
split (const char *sheet)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_auto (GStrv) lines = g_strsplit (sheet, "\n", -1);

  for (guint i = 0; lines[i] != NULL && *lines[i] != '\0'; i++)
    g_ptr_array_add (rows, g_strsplit (lines[i], "|", -1));

  return rows;
}

static char *
describe_columns (const DaybookSheetPlan *plan)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < DAYBOOK_N_SHEET_ROLES; i++)
    {
      if (i > 0)
        g_string_append_c (text, ' ');
      if (plan->columns[i] < 0)
        g_string_append_c (text, '-');
      else
        g_string_append_printf (text, "%d", plan->columns[i]);
    }

  return g_string_free (text, FALSE);
}

static void
test_guess (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (GPtrArray) sample = split (c->sheet);
  g_autofree char *columns = NULL;
  DaybookSheetPlan plan;

  daybook_sheet_plan_guess (&plan, sample, c->habits);
  columns = describe_columns (&plan);
  g_assert_cmpstr (columns, ==, c->columns);
  g_assert_cmpint (plan.header, ==, c->header);
  g_assert_cmpstr (plan.order, ==, c->order);
  g_assert_cmpint (plan.decimal_mark, ==, c->mark);
  g_assert_cmpint (plan.two_columns, ==, plan.columns[DAYBOOK_SHEET_MONEY_IN] >= 0 ||
                                         plan.columns[DAYBOOK_SHEET_MONEY_OUT] >= 0);
  g_assert_cmpint (plan.method, ==, DAYBOOK_METHOD_CASH);
  g_assert_false (plan.opens_accounts);
}

static void
test_complete (void)
{
  DaybookSheetPlan plan = { .columns = { 0, 1, 2, -1, -1, -1 }, .order = "dMy" };
  DaybookSheetPlan other = plan;

  g_assert_true (daybook_sheet_plan_is_complete (&plan));
  g_assert_true (daybook_sheet_plan_equal (&plan, &other));

  for (guint i = 0; i < 3; i++)
    {
      other = plan;
      other.columns[i] = DAYBOOK_SHEET_NO_COLUMN;
      g_assert_false (daybook_sheet_plan_is_complete (&other));
      g_assert_false (daybook_sheet_plan_equal (&plan, &other));
    }

  plan.two_columns = TRUE;
  g_assert_false (daybook_sheet_plan_is_complete (&plan));
  plan.columns[DAYBOOK_SHEET_MONEY_OUT] = 3;
  g_assert_true (daybook_sheet_plan_is_complete (&plan));
}

static const struct
{
  const char *text;
  char mark;
  const char *amount;
  const char *currency;
} amounts[] = {
  { "12.50", '.', "12.50", "" },
  { "12,50", ',', "12.50", "" },
  { "12,50", '.', NULL, "" },
  { "12.50", ',', NULL, "" },
  { "1,234.50", '.', "1234.50", "" },
  { "1.234,50", ',', "1234.50", "" },
  { "1.234.567,5", ',', "1234567.5", "" },
  { "12,34,567.00", '.', "1234567.00", "" },
  { "1 234,50", ',', "1234.50", "" },
  { "1\u00A0234,50", ',', "1234.50", "" },
  { "1'234.50", '.', "1234.50", "" },
  { "1\u2019234.50", '.', "1234.50", "" },
  { "1234", '.', "1234", "" },
  { "+5", '.', "5", "" },
  { "-5.25", '.', "-5.25", "" },
  { "\u22125.25", '.', "-5.25", "" },
  { "5.25-", '.', "-5.25", "" },
  { "5.25 \u2212", '.', "-5.25", "" },
  { "(5.25)", '.', "-5.25", "" },
  { "($5.25)", '.', "-5.25", "" },
  { "$5.25", '.', "5.25", "" },
  { "-$5.25", '.', "-5.25", "" },
  { "$-5.25", '.', "-5.25", "" },
  { "5,25 €", ',', "5.25", "EUR" },
  { "EUR 5,25", ',', "5.25", "EUR" },
  { "5.25 chf", '.', "5.25", "CHF" },
  { "12.-", '.', "12", "" },
  { "CHF 12.\u2013", '.', "12", "CHF" },
  { "12,\u2014", ',', "12", "" },
  { "100 kr", ',', "100", "" },
  { "100 kr.", ',', "100", "" },
  { "Fr. 12.50", '.', "12.50", "" },
  { "Fr.12.50", '.', "12.50", "" },
  { "10 Kč", ',', "10", "" },
  { ".50", '.', "0.50", "" },
  { "\u0661\u0662\u066B\u0665", '.', "12.5", "" },
  { "--5", '.', NULL, "" },
  { "-(5)", '.', NULL, "" },
  { "(5", '.', NULL, "" },
  { "-5-", '.', NULL, "" },
  { "12 apples", '.', NULL, "" },
  { "1.2.3", '.', NULL, "" },
  { "1,23,45.0", '.', NULL, "" },
  { "1 234'567", '.', NULL, "" },
  { "5%", '.', NULL, "" },
  { "abc", '.', NULL, "" },
  { "-", '.', NULL, "" },
  { "99999999999999999999", '.', NULL, "" },
};

static void
test_amounts (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (amounts); i++)
    {
      DaybookDecimal amount = { .mantissa = 77 };
      DaybookCurrency currency;
      char neutral[DAYBOOK_DECIMAL_LENGTH] = "";
      g_autoptr (GError) error = NULL;
      gboolean ok = daybook_cell_read_amount (amounts[i].text, amounts[i].mark, &amount, &currency,
                                              &error);

      g_test_message ("%s", amounts[i].text);
      g_assert_cmpint (ok, ==, amounts[i].amount != NULL);
      if (!ok)
        {
          g_assert_cmpint (error->domain, ==, DAYBOOK_REFUSAL);
          g_assert_cmpstr (daybook_refusal_figures (error)->text, ==, amounts[i].text);
          g_assert_cmpint (amount.mantissa, ==, 77);
          continue;
        }
      daybook_decimal_format (amount, neutral);
      g_assert_cmpstr (neutral, ==, amounts[i].amount);
      g_assert_cmpstr (currency.code, ==, amounts[i].currency);
    }
}

static void
test_days (void)
{
  static const struct { const char *text, *order, *day; } days[] = {
    { "31.12.2026", "dMy", "2026-12-31" },
    { "1.2.26", "dMy", "2026-02-01" },
    { "1/2/2026", "Mdy", "2026-01-02" },
    { "2026-02-01", "dMy", "2026-02-01" },
    { "2026/2/1", "Mdy", "2026-02-01" },
    { "26-02-01", "yMd", "2026-02-01" },
    { "31.12.2026 14:05", "dMy", "2026-12-31" },
    { "2026-12-31T14:05:59.123", "dMy", "2026-12-31" },
    { "12/31/2026 2:05 PM", "Mdy", "2026-12-31" },
    { "32.01.2026", "dMy", NULL },
    { "29.02.2026", "dMy", NULL },
    { "12/31/2026", "dMy", NULL },
    { "14:05", "dMy", NULL },
    { ":", "dMy", NULL },
    { "31.12.", "dMy", NULL },
    { "today", "dMy", NULL },
    { "1234.50", "dMy", NULL },
    { "", "dMy", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      char text[DAYBOOK_DATE_LENGTH];
      DaybookDate day;
      gboolean ok = daybook_cell_read_day (days[i].text, days[i].order, &day);

      g_test_message ("%s", days[i].text);
      g_assert_cmpint (ok, ==, days[i].day != NULL);
      if (!ok)
        continue;
      daybook_date_format (day, text);
      g_assert_cmpstr (text, ==, days[i].day);
    }
}

static void
test_strip (void)
{
  static const struct { const char *text, *stripped; } cells[] = {
    { "", "" }, { "  ", "" }, { " a b ", "a b" }, { "\u00A0x\u202F", "x" }, { "\uFEFFé\t", "é" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      g_autofree char *stripped = daybook_cell_strip (cells[i].text);

      g_assert_cmpstr (stripped, ==, cells[i].stripped);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/sheet-plan/guess/%s", cases[i].what);

      g_strdelimit (path, " ,", '-');
      g_test_add_data_func (path, &cases[i], test_guess);
    }
  g_test_add_func ("/sheet-plan/complete", test_complete);
  g_test_add_func ("/sheet-cells/amounts", test_amounts);
  g_test_add_func ("/sheet-cells/days", test_days);
  g_test_add_func ("/sheet-cells/strip", test_strip);

  return g_test_run ();
}
