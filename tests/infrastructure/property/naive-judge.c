/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the naive ledger makes of a command: each rule of docs/domain.md as it reads, on arrays.
 *
 * The rules do not say which refusal comes first where a command breaks several. So a verdict is
 * the set of all that would be fair: accepted where it is empty, else one of them must be given. Of
 * the program itself this knows the names of the refusals, and no more. */

#include "naive-judge.h"

#include <string.h>

/* A refusal that would be fair. Where a rule is broken twice, either may be told. */
void
break_rule (Judge          *judge,
            DaybookRefusal  code,
            NaiveFigures    figures)
{
  NaiveFigures *known = &judge->verdict->figures[code];

  if (judge->verdict->broken[code] &&
      (known->date != figures.date || known->counts != figures.counts ||
       known->available != figures.available))
    figures = (NaiveFigures) { 0 };
  judge->verdict->broken[code] = TRUE;
  *known = figures;
}

/* One more entry that the command would record. */
NaiveEntry *
add_entry (Judge      *judge,
           NaiveKind   kind,
           const char *date)
{
  NaiveVerdict *verdict = judge->verdict;
  NaiveEntry *entry = &verdict->entries[verdict->n_entries++];

  g_assert (verdict->n_entries <= NAIVE_MAX_ENTRIES);
  *entry = (NaiveEntry) { .kind = kind, .date = date, .from = -1, .to = -1, .account = -1,
                          .person = -1 };
  return entry;
}

/* Rules 21 and 32. */
void
judge_date (Judge      *judge,
            const char *date)
{
  const char *lock = naive_ledger_get_lock (judge->ledger);

  if (strcmp (date, judge->today) > 0)
    BROKEN_WITH (judge, DATE_IN_FUTURE, .date = judge->today);
  if (lock != NULL && strcmp (date, lock) <= 0)
    BROKEN_WITH (judge, DATE_IN_CLOSED_PERIOD, .date = lock);
}

void
judge_account_date (Judge      *judge,
                    int         account,
                    const char *date)
{
  const char *first = naive_ledger_get_first_day (judge->ledger, account);

  judge_date (judge, date);
  if (strcmp (date, first) < 0)
    BROKEN_WITH (judge, DATE_BEFORE_OPENING, .date = first);
}

/* What was typed, in the one form that says the same: -0.10, 010 and eur are other ways to say it,
 * 0.1 is not, since the decimals are those that were typed; nor is a limit of zero the same as
 * none, since it takes one away. */
static char *
plain_value (const char *name,
             const char *value)
{
  static const char *const numbers[] = { "amount", "entry", "minimum", "overdraft", "per_day",
                                         "per_withdrawal", NULL };
  gboolean negative = *value == '-';

  if (strcmp (name, "currency") == 0)
    return g_ascii_strup (value, -1);
  if (!g_strv_contains (numbers, name))
    return g_strdup (stripped (value));

  value += negative;
  while (value[0] == '0' && g_ascii_isdigit (value[1]))
    value++;
  return g_strconcat (negative && strpbrk (value, "123456789") != NULL ? "-" : "", value, NULL);
}

static int
compare_texts (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static const char *
content_of (const Ask *ask)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *text = NULL;

  for (guint i = 0; i < ask->n_fields; i++)
    {
      g_autofree char *value = plain_value (ask->fields[i].name, ask->fields[i].value);

      if (value != NULL && *value != '\0')
        g_ptr_array_add (parts, g_strdup_printf ("%s=%s", ask->fields[i].name, value));
    }
  g_ptr_array_sort (parts, compare_texts);
  g_ptr_array_insert (parts, 0, g_strdup (ask->verb));
  g_ptr_array_add (parts, NULL);
  text = g_strjoinv ("\n", (char **) parts->pdata);

  return naive_intern (text);
}

static guint64
find_command (const NaiveLedger *self,
              const char        *command_id)
{
  for (guint64 i = 1; command_id != NULL && i <= self->entries->len; i++)
    if (g_strcmp0 (naive_entry (self, i)->command_id, command_id) == 0)
      return i;

  return 0;
}

/* Each verb, and the rules it is judged by. */
static const struct
{
  const char *verb;
  void (*judge) (Judge *judge);
} verbs[] = {
  { "start", judge_start },
  { "rename-book", judge_rename_book },
  { "register", judge_register },
  { "person-change", judge_person_change },
  { "open", judge_open },
  { "rename", judge_rename },
  { "add-holder", judge_add_holder },
  { "remove-holder", judge_remove_holder },
  { "limits", judge_limits },
  { "block", judge_block },
  { "unblock", judge_unblock },
  { "close", judge_close },
  { "reopen", judge_reopen },
  { "deposit", judge_deposit },
  { "withdraw", judge_withdraw },
  { "transfer", judge_transfer },
  { "reverse", judge_reverse },
  { "correct", judge_correct },
  { "hold", judge_hold },
  { "release", judge_release },
  { "capture", judge_capture },
  { "expire", judge_expire },
  { "close-period", judge_close_period },
  { "reopen-period", judge_reopen_period },
};

static void
sign_entries (const NaiveLedger *self,
              const Ask         *ask,
              NaiveVerdict      *verdict)
{
  for (guint i = 0; i < verdict->n_entries; i++)
    {
      NaiveEntry *entry = &verdict->entries[i];

      entry->first = self->entries->len + 1;
      entry->command_id = naive_intern (ask->command_id);
      entry->content = content_of (ask);
    }
}

/* What the rules say of @ask, asked on the day @today. */
void
naive_ledger_judge (const NaiveLedger *self,
                    const Ask         *ask,
                    const char        *today,
                    NaiveVerdict      *verdict)
{
  Judge judge = { self, ask, naive_intern (today), verdict, FALSE };
  guint64 known = find_command (self, ask->command_id);

  *verdict = (NaiveVerdict) { 0 };
  /* Before there is a book, there is nothing that the others could be judged by. */
  if (self->currency == NULL && strcmp (ask->verb, "start") != 0)
    BROKEN (&judge, BOOK_NOT_STARTED);
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    if (strcmp (verbs[i].verb, ask->verb) == 0)
      verbs[i].judge (&judge);
  sign_entries (self, ask, verdict);
  /* No command has that, and the generator makes up no other. */
  if (ask_get (ask, "colour") != NULL)
    MISTYPED (&judge, COMMAND_MALFORMED);

  if (known != 0 && !judge.mistyped)
    {
      memset (verdict->broken, 0, sizeof verdict->broken);
      if (naive_entry (self, known)->content == content_of (ask))
        verdict->repeats = known;
      else
        BROKEN (&judge, COMMAND_ID_REUSED);
    }

  for (guint i = 0; i < DAYBOOK_N_REFUSALS; i++)
    verdict->refused = verdict->refused || verdict->broken[i];
}
