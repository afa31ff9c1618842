/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The sample book: a savings club of people who do not exist, over two years.
 *
 * Everything goes through the dispatcher, as if somebody had sat there and typed it: nothing in the
 * sample could not have been done by hand. Clock, ids and chance are our own and start from fixed
 * seeds, so that the same number of entries always gives the same entries.
 *
 * A day is made of what is due on it (salaries, subscriptions, rent, transfers to own savings)
 * and of what people happen to do (deposits, withdrawals, a mistake now and then). How many entries
 * a day has follows from how many the book shall have; what is due and does not fit is done on the
 * next day. The balances are kept here too, because a sample that asks for refusals would be slow
 * and a strange sight. */

#include "sample.h"

#include "accounts/account-commands.h"
#include "books/book-records.h"
#include "catalogue.h"
#include "dispatcher.h"
#include "people/person-records.h"
#include "store-error.h"

#define DEFAULT_ENTRIES 2500
#define ENTRIES_PER_ACCOUNT 41
#define MAX_ACCOUNTS 1000
#define N_DAYS 730
#define BATCH 10000
#define OPERATOR "Ruth Okafor"

/* 2024-11-01T09:00:00Z, in µs; a working day has eight hours. */
#define FIRST_MORNING (G_GINT64_CONSTANT (1730451600) * G_USEC_PER_SEC)
#define WORKING_DAY (8 * 60 * 60 * (gint64) G_USEC_PER_SEC)
#define DAY (24 * 60 * 60 * (gint64) G_USEC_PER_SEC)

/* A clock that stands where it is put, and ids that follow from it and from how many there were. */
#define DAYBOOK_TYPE_SAMPLE_SURROUNDINGS (daybook_sample_surroundings_get_type ())
G_DECLARE_FINAL_TYPE (DaybookSampleSurroundings, daybook_sample_surroundings, DAYBOOK,
                      SAMPLE_SURROUNDINGS, GObject)

struct _DaybookSampleSurroundings
{
  GObject parent_instance;

  gint64 now;
  guint64 n_ids;
};

static gint64
sample_get_now (DaybookClock *clock)
{
  return DAYBOOK_SAMPLE_SURROUNDINGS (clock)->now;
}

static void
sample_clock_init (DaybookClockInterface *iface)
{
  iface->get_now = sample_get_now;
}

/* RFC 9562, UUID version 7: 48 bits of milliseconds, then a counter in the place of chance. */
static void
sample_make_id (DaybookIdSource *source,
                guint8           id[DAYBOOK_ID_SIZE])
{
  DaybookSampleSurroundings *self = DAYBOOK_SAMPLE_SURROUNDINGS (source);
  guint64 ms = (guint64) (self->now / 1000);
  guint64 n = ++self->n_ids;

  for (int i = 5; i >= 0; i--, ms >>= 8)
    id[i] = ms & 0xff;
  id[6] = 0x70;
  id[7] = 0;
  for (int i = 15; i >= 8; i--, n >>= 8)
    id[i] = n & 0xff;
  id[8] = 0x80 | (id[8] & 0x3f);
}

static void
sample_ids_init (DaybookIdSourceInterface *iface)
{
  iface->make = sample_make_id;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (DaybookSampleSurroundings, daybook_sample_surroundings,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (DAYBOOK_TYPE_CLOCK, sample_clock_init)
                               G_IMPLEMENT_INTERFACE (DAYBOOK_TYPE_ID_SOURCE, sample_ids_init))

static void
daybook_sample_surroundings_class_init (DaybookSampleSurroundingsClass *klass)
{
}

static void
daybook_sample_surroundings_init (DaybookSampleSurroundings *self)
{
  self->now = FIRST_MORNING;
}

/* Forty people; a larger book has their relatives too. */
static const struct
{
  const char *given;
  const char *family;
  const char *username;
} names[] = {
  { "John", "Smith", "john" },           { "Mary", "Jones", "mary" },
  { "Amélie", "Dubois", "amelie" },      { "Jürgen", "Weiß", "juergen" },
  { "Siobhán", "O’Connor", "siobhan" },  { "Łukasz", "Wójcik", "lukasz" },
  { "Aiko", "Tanaka", "aiko" },          { "Chidi", "Eze", "chidi" },
  { "Fatima", "Al-Sayed", "fatima" },    { "José", "García Peña", "jose" },
  { "Ngozi", "Adeyemi", "ngozi" },       { "Priya", "Raman", "priya" },
  { "Sven", "Åkesson", "sven" },         { "Nguyễn", "Thị Lan", "lan" },
  { "Tomáš", "Dvořák", "tomas" },        { "Elif", "Yıldız", "elif" },
  { "Mateo", "Fernández", "mateo" },     { "Anaïs", "Lefèvre", "anais" },
  { "Olga", "Petrova", "olga" },         { "Wei", "Chen", "wei" },
  { "Kwame", "Mensah", "kwame" },        { "Ingrid", "Sørensen", "ingrid" },
  { "Gareth", "Llewellyn", "gareth" },   { "Zsófia", "Kovács", "zsofia" },
  { "Dimitris", "Papadakis", "dimitris" }, { "Leilani", "Kahananui", "leilani" },
  { "Hassan", "Rahimi", "hassan" },      { "Beatriz", "Gonçalves", "beatriz" },
  { "Ewan", "MacDonald", "ewan" },       { "Mirela", "Ionescu", "mirela" },
  { "Pieter", "van den Berg", "pieter" }, { "Aroha", "Ngata", "aroha" },
  { "Noah", "Levi", "noah" },            { "Camille", "Rousseau", "camille" },
  { "Samuel", "Tesfaye", "samuel" },     { "Hana", "Novotná", "hana" },
  { "Rosa", "Bianchi", "rosa" },         { "Arjun", "Desai", "arjun" },
  { "Mei-Ling", "Wong", "meiling" },     { "Ólafur", "Jónsson", "olafur" },
};

static const char *const purposes[] = { "Holiday fund", "Rainy day", "Bicycle", "Christmas club",
                                        "School trip", "New kitchen", "Driving lessons",
                                        "Wedding", "Allotment", "Piano" };
static const char *const reasons_in[] = { NULL, NULL, "birthday", "jumble sale", "babysitting",
                                          "overtime", "tax refund", "sold the old bicycle",
                                          "from the piggy bank", "for the trip" };
static const char *const reasons_out[] = { NULL, NULL, NULL, "groceries", "new shoes", "dentist",
                                           "train ticket", "present for Mum", "plumber",
                                           "school books", "haircut" };

/* What an account is there for decides what is due on it. */
typedef enum
{
  SAVINGS,
  WAGES,
  PURPOSE,
} Kind;

typedef struct
{
  DaybookAccountNumber number;
  Kind kind;
  guint person;
  guint due_day;
  gint64 regular;
  gint64 balance;
  gint64 overdraft;
  guint landlord;
} Account;

typedef struct
{
  guint account;
  gint64 amount;
  guint to;
  const char *memo;
} Due;

typedef struct
{
  DaybookDispatcher *dispatcher;
  DaybookSampleSurroundings *surroundings;
  guint64 chance;
  guint64 n_recorded;
  guint64 n_wanted;
  guint n_people;
  guint n_accounts;
  GArray *accounts;
  gint64 cash;
  GQueue due;
  gboolean in_batch;
  DaybookProgressFunc progress;
  gpointer user_data;
  GCancellable *cancellable;
} Sample;

/* Where money comes from and goes to that is not an account of the book. */
#define NOBODY G_MAXUINT
#define SHOPS (G_MAXUINT - 1)

/* SplitMix64 (Steele, Lea, Flood 2014): the same on every machine. */
static guint64
draw (Sample  *sample,
      guint64  below)
{
  guint64 z = (sample->chance += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15));

  z = (z ^ (z >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  z = (z ^ (z >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);

  return (z ^ (z >> 31)) % below;
}

static Account *
account_at (Sample *sample,
            guint   i)
{
  return &g_array_index (sample->accounts, Account, i);
}

static gboolean
start_batch (Sample  *sample,
             GError **error)
{
  if (sample->progress != NULL)
    sample->progress (sample->n_recorded, sample->n_wanted, sample->user_data);

  sample->in_batch = daybook_dispatcher_begin (sample->dispatcher, error);
  return sample->in_batch;
}

static gboolean
end_batch (Sample  *sample,
           GError **error)
{
  sample->in_batch = FALSE;
  return daybook_dispatcher_commit (sample->dispatcher, error);
}

/* Records, and keeps what was recorded so far every now and then. */
static DaybookReceipt *
record (Sample          *sample,
        DaybookCommand  *command,
        GError         **error)
{
  static const DaybookEnvelope envelope = { .actor = OPERATOR };
  g_autoptr (DaybookReceipt) receipt = NULL;

  if (g_cancellable_is_cancelled (sample->cancellable))
    {
      g_set_error_literal (error, DAYBOOK_STORE_ERROR, DAYBOOK_STORE_ERROR_CANCELLED, "cancelled");
      return NULL;
    }

  receipt = daybook_dispatcher_execute (sample->dispatcher, command, &envelope, error);
  if (receipt == NULL)
    return NULL;

  sample->n_recorded++;
  if (sample->n_recorded % BATCH == 0 &&
      (!end_batch (sample, error) || !start_batch (sample, error)))
    return NULL;

  return g_steal_pointer (&receipt);
}

static gboolean
start_book (Sample  *sample,
            GError **error)
{
  DaybookStart start = { .command = { &daybook_start }, .name = (char *) "Riverside Savings",
                         .currency = { "EUR" }, .time_zone = (char *) "UTC" };
  g_autoptr (DaybookReceipt) receipt = record (sample, &start.command, error);

  return receipt != NULL;
}

/* The first forty by their own names; after them, namesakes with other given names. */
static char *
make_username (guint person)
{
  guint round = person / G_N_ELEMENTS (names);

  if (round == 0)
    return g_strdup (names[person].username);

  return g_strdup_printf ("%s%u", names[person % G_N_ELEMENTS (names)].username, round + 1);
}

static gboolean
register_person (Sample  *sample,
                 guint    person,
                 GError **error)
{
  guint family = person % G_N_ELEMENTS (names);
  guint given = (family + 7 * (person / G_N_ELEMENTS (names))) % G_N_ELEMENTS (names);
  g_autofree char *username = make_username (person);
  g_autofree char *name = g_strdup_printf ("%s %s", names[given].given, names[family].family);
  g_autofree char *email = g_strdup_printf ("%s@example.org", username);
  DaybookRegister command = { .command = { &daybook_register }, .username = username,
                              .name = name, .email = person % 5 == 4 ? NULL : email };
  g_autoptr (DaybookReceipt) receipt = record (sample, &command.command, error);

  return receipt != NULL;
}

/* Everybody has an account; those that are left over are second ones, with a purpose. John, who
 * comes first, has but one, so that the textbook's `deposit {to: john}` works here too. */
static void
plan_account (Sample  *sample,
              guint    i,
              Account *account)
{
  account->person = i < sample->n_people ? i : 2 * sample->n_people - 1 - i;
  account->due_day = 1 + (guint) draw (sample, 28);
  account->landlord = NOBODY;

  if (i >= sample->n_people)
    {
      account->kind = PURPOSE;
      account->regular = 1000 + 500 * (gint64) draw (sample, 9);
    }
  else if (i % 3 == 1)
    {
      account->kind = WAGES;
      account->due_day = 25 + (guint) draw (sample, 4);
      account->regular = 145000 + 2500 * (gint64) draw (sample, 50);
      account->overdraft = i % 2 == 0 ? 30000 : 0;
      if (i > 10 && i % 2 == 1)
        account->landlord = i % 10;
    }
  else
    {
      account->kind = SAVINGS;
      account->regular = 2000 + 500 * (gint64) draw (sample, 20);
    }
}

static gboolean
open_account (Sample  *sample,
              GError **error)
{
  guint i = sample->accounts->len;
  Account account = { 0 };
  g_autofree char *holder = NULL;
  g_autofree char *reference = NULL;
  g_autoptr (DaybookReceipt) receipt = NULL;
  DaybookOpen open = { .command = { &daybook_open } };

  plan_account (sample, i, &account);
  holder = make_username (account.person);
  reference = i % 6 == 5 ? g_strdup_printf ("RS-%04u", 100 + i) : NULL;

  open.holder = holder;
  open.overdraft = (DaybookDecimal) { account.overdraft, account.overdraft != 0 ? 2 : 0 };
  open.reference = reference;
  if (account.kind == PURPOSE)
    open.name = (char *) purposes[i % G_N_ELEMENTS (purposes)];

  receipt = record (sample, &open.command, error);
  if (receipt == NULL)
    return FALSE;

  account.number = ((const DaybookAccountOpened *) daybook_receipt_get_outcome (receipt))->account;
  g_array_append_val (sample->accounts, account);
  return TRUE;
}

/* Amounts come from banks to the cent and from people in round figures. */
static DaybookReceipt *
deposit (Sample         *sample,
         guint           i,
         gint64          amount,
         DaybookMethod   method,
         const char     *memo,
         GError        **error)
{
  Account *account = account_at (sample, i);
  DaybookDeposit command = { .command = { &daybook_deposit }, .to = account->number.digits,
                             .amount = { amount, 2 }, .method = method, .memo = (char *) memo };
  DaybookReceipt *receipt = record (sample, &command.command, error);

  if (receipt != NULL)
    account->balance += amount;
  if (receipt != NULL && method == DAYBOOK_METHOD_CASH)
    sample->cash += amount;

  return receipt;
}

/* What is not in the till is paid by the bank. */
static DaybookReceipt *
withdraw (Sample         *sample,
          guint           i,
          gint64          amount,
          DaybookMethod   method,
          const char     *memo,
          GError        **error)
{
  Account *account = account_at (sample, i);
  DaybookWithdraw command = { .command = { &daybook_withdraw }, .from = account->number.digits,
                              .amount = { amount, 2 }, .method = method, .memo = (char *) memo };
  DaybookReceipt *receipt;

  if (method == DAYBOOK_METHOD_CASH && amount > sample->cash)
    command.method = DAYBOOK_METHOD_BANK;

  receipt = record (sample, &command.command, error);
  if (receipt != NULL)
    account->balance -= amount;
  if (receipt != NULL && command.method == DAYBOOK_METHOD_CASH)
    sample->cash -= amount;

  return receipt;
}

static DaybookReceipt *
transfer (Sample      *sample,
          guint        from,
          guint        to,
          gint64       amount,
          const char  *memo,
          GError     **error)
{
  DaybookTransfer command = { .command = { &daybook_transfer },
                              .from = account_at (sample, from)->number.digits,
                              .to = account_at (sample, to)->number.digits,
                              .amount = { amount, 2 }, .memo = (char *) memo };
  DaybookReceipt *receipt = record (sample, &command.command, error);

  if (receipt != NULL)
    {
      account_at (sample, from)->balance -= amount;
      account_at (sample, to)->balance += amount;
    }

  return receipt;
}

static gint64
available (const Account *account)
{
  return account->balance + account->overdraft;
}

static void
expect (Sample     *sample,
        guint       account,
        gint64      amount,
        guint       to,
        const char *memo)
{
  Due *due = g_new (Due, 1);

  *due = (Due) { account, amount, to, memo };
  g_queue_push_tail (&sample->due, due);
}

/* Most of what people earn they spend. */
static void
find_bills (Sample *sample,
            guint   i)
{
  const Account *account = account_at (sample, i);
  gint64 bills = account->regular / 100 * (90 + 3 * (gint64) (i % 5));
  gint64 rent = 42000 + 1500 * (gint64) (i % 12);

  if (account->landlord < sample->accounts->len)
    {
      expect (sample, i, rent, account->landlord, "rent");
      bills -= rent;
    }
  expect (sample, i, bills, SHOPS, "household");
}

/* What is due on a day of the month. */
static void
find_due (Sample *sample,
          guint   day_of_month)
{
  for (guint i = 0; i < sample->accounts->len; i++)
    {
      const Account *account = account_at (sample, i);

      if (account->kind == WAGES && day_of_month == 1)
        find_bills (sample, i);
      if (account->due_day != day_of_month)
        continue;
      if (account->kind == WAGES)
        expect (sample, i, account->regular, NOBODY, "salary");
      else if (account->kind == SAVINGS)
        expect (sample, i, account->regular, NOBODY, "monthly subscription");
      else
        expect (sample, account->person, account->regular, i, "put aside");
    }
}

/* Does what has been due longest. Returns whether it could be done at all: rent may be late. */
static gboolean
settle (Sample    *sample,
        gboolean  *done,
        GError   **error)
{
  g_autofree Due *due = g_queue_pop_head (&sample->due);
  g_autoptr (DaybookReceipt) receipt = NULL;

  *done = due->to == NOBODY || available (account_at (sample, due->account)) >= due->amount;
  if (!*done)
    return TRUE;

  if (due->to == NOBODY)
    receipt = deposit (sample, due->account, due->amount, DAYBOOK_METHOD_BANK, due->memo, error);
  else if (due->to == SHOPS)
    receipt = withdraw (sample, due->account, due->amount, DAYBOOK_METHOD_BANK, due->memo, error);
  else
    receipt = transfer (sample, due->account, due->to, due->amount, due->memo, error);

  return receipt != NULL;
}

/* Somebody counts the money twice, and puts it right: three entries. */
static gboolean
blunder (Sample  *sample,
         guint    i,
         GError **error)
{
  gint64 amount = 500 * (1 + (gint64) draw (sample, 20));
  g_autoptr (DaybookReceipt) right = NULL;
  g_autoptr (DaybookReceipt) wrong = NULL;
  g_autoptr (DaybookReceipt) mended = NULL;
  DaybookReverse reverse = { .command = { &daybook_reverse }, .reason = (char *) "entered twice" };

  right = deposit (sample, i, amount, DAYBOOK_METHOD_CASH, NULL, error);
  wrong = right != NULL ? deposit (sample, i, amount, DAYBOOK_METHOD_CASH, NULL, error) : NULL;
  if (wrong == NULL)
    return FALSE;

  reverse.entry = wrong->first;
  mended = record (sample, &reverse.command, error);
  account_at (sample, i)->balance -= amount;
  sample->cash -= amount;

  return mended != NULL;
}

/* Whatever people happen to do: take out more often than they bring, and less. */
static gboolean
happen (Sample  *sample,
        GError **error)
{
  guint i = (guint) draw (sample, sample->accounts->len);
  const Account *account = account_at (sample, i);
  g_autoptr (DaybookReceipt) receipt = NULL;
  guint64 what = draw (sample, 100);
  gint64 room = available (account) / 3 / 500;

  if (draw (sample, 150) == 0 && sample->n_wanted - sample->n_recorded >= 3)
    return blunder (sample, i, error);

  if (what < 62 && room >= 1)
    {
      gint64 amount = 500 * (1 + (gint64) draw (sample, (guint64) MIN (room, 40)));

      receipt = withdraw (sample, i, amount, DAYBOOK_METHOD_CASH,
                          reasons_out[draw (sample, G_N_ELEMENTS (reasons_out))], error);
    }
  else if (what < 70 && room >= 2 && account->kind == WAGES)
    {
      receipt = withdraw (sample, i, 1000 + (gint64) draw (sample, (guint64) MIN (room, 18) * 500),
                          DAYBOOK_METHOD_BANK, "electricity", error);
    }
  else
    {
      receipt = deposit (sample, i, 500 * (1 + (gint64) draw (sample, 16)), DAYBOOK_METHOD_CASH,
                         reasons_in[draw (sample, G_N_ELEMENTS (reasons_in))], error);
    }

  return receipt != NULL;
}

static guint
day_of_month (gint64 now)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (now / G_USEC_PER_SEC);

  return g_date_time_get_day_of_month (time);
}

/* One day: until the book has as many entries as it should have by then. */
static gboolean
live_through (Sample   *sample,
              guint64   first,
              guint64   target,
              gint64    morning,
              GError  **error)
{
  guint64 count = MAX (target - first, 1);

  sample->surroundings->now = MAX (sample->surroundings->now, morning);
  find_due (sample, day_of_month (morning));

  while (sample->n_recorded < target)
    {
      gboolean done = FALSE;

      sample->surroundings->now = MAX (sample->surroundings->now,
                                       morning + WORKING_DAY / (gint64) count *
                                                   (gint64) (sample->n_recorded - first));
      while (!done && !g_queue_is_empty (&sample->due))
        if (!settle (sample, &done, error))
          return FALSE;
      if (!done && !happen (sample, error))
        return FALSE;
    }

  return TRUE;
}

/* Who is there from the start: most; the others come in during the first year. */
static guint
accounts_by (const Sample *sample,
             guint         day)
{
  guint first = sample->n_accounts - sample->n_accounts / 4;

  return first + (guint) ((guint64) (sample->n_accounts - first) * MIN (day, 365) / 365);
}

/* On the last day the club puts its books in order: a little of all that is no movement. One entry
 * each; a small sample has none of it. */
static const struct
{
  const char *command;
  const char *fields[9];
} decisions[] = {
  { "deposit", { "to", "mary", "amount", "100", "memo", "deposit for the hall" } },
  { "hold", { "account", "mary", "amount", "100", "reason", "deposit for the hall" } },
  { "limits", { "account", "sven", "per_withdrawal", "200", "per_day", "500" } },
  { "block", { "account", "lukasz", "side", "debits", "reason", "card reported lost" } },
  { "add-holder", { "account", "tomas", "holder", "elif", "authority", "all" } },
  { "person-change", { "person", "olga", "phone", "+44 1632 960 123" } },
  { "close-period", { "until", "2025-12-31" } },
};

#define WORTH_DECISIONS 2000

static gboolean
decide (Sample  *sample,
        GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (decisions); i++)
    {
      g_autoptr (GHashTable) texts = g_hash_table_new (g_str_hash, g_str_equal);
      g_autoptr (DaybookReceipt) receipt = NULL;
      DaybookCommand *command;

      for (const char *const *field = decisions[i].fields; *field != NULL; field += 2)
        g_hash_table_insert (texts, (gpointer) field[0], (gpointer) field[1]);
      command = daybook_record_new_from_texts (daybook_find_command_type (decisions[i].command),
                                               texts, error);
      if (command != NULL)
        receipt = record (sample, command, error);
      daybook_record_free (command);
      if (receipt == NULL)
        return FALSE;
    }

  return TRUE;
}

static gboolean
record_all (Sample  *sample,
            GError **error)
{
  gboolean decides = sample->n_wanted >= WORTH_DECISIONS;
  guint64 setup = 1 + sample->n_people + sample->n_accounts;
  guint64 n_movements = sample->n_wanted - setup - (decides ? G_N_ELEMENTS (decisions) : 0);

  if (!start_book (sample, error))
    return FALSE;
  for (guint i = 0; i < sample->n_people; i++)
    {
      sample->surroundings->now += 20 * G_USEC_PER_SEC;
      if (!register_person (sample, i, error))
        return FALSE;
    }

  for (guint day = 0; day < N_DAYS; day++)
    {
      gint64 morning = FIRST_MORNING + DAY * day;
      guint64 first, target;

      sample->surroundings->now = MAX (sample->surroundings->now, morning);
      while (sample->accounts->len < accounts_by (sample, day))
        if (!open_account (sample, error))
          return FALSE;

      first = sample->n_recorded;
      target = 1 + sample->n_people + sample->accounts->len + n_movements * (day + 1) / N_DAYS;
      if (!live_through (sample, first, target, morning, error))
        return FALSE;
    }

  return !decides || decide (sample, error);
}

static void
plan_book (Sample  *sample,
           guint64  n_entries)
{
  sample->n_wanted = n_entries > 0 ? n_entries : DEFAULT_ENTRIES;
  sample->n_accounts = (guint) CLAMP (sample->n_wanted / ENTRIES_PER_ACCOUNT, 1, MAX_ACCOUNTS);
  sample->n_people = MAX (sample->n_accounts * 2 / 3, 1);

  /* Too small for even one of each. */
  if (sample->n_wanted < 2)
    sample->n_people = 0;
  if (sample->n_wanted < 3)
    sample->n_accounts = 0;
}

/**
 * daybook_sample_record:
 * @store: with nothing in it
 * @n_entries: how many entries the book shall have; 0 for the sample as people are shown it
 * @progress: (nullable) (scope call): told how many entries there are
 *
 * Records the sample book: "Riverside Savings", kept in EUR from November 2024 to October 2026.
 *
 * Returns: whether it is complete; else some of it may have been recorded.
 */
gboolean
daybook_sample_record (DaybookEventStore    *store,
                       guint64               n_entries,
                       DaybookProgressFunc   progress,
                       gpointer              user_data,
                       GCancellable         *cancellable,
                       GError              **error)
{
  g_autoptr (DaybookSampleSurroundings) surroundings =
    g_object_new (DAYBOOK_TYPE_SAMPLE_SURROUNDINGS, NULL);
  g_autoptr (DaybookDispatcher) dispatcher =
    daybook_dispatcher_new (store, DAYBOOK_CLOCK (surroundings), DAYBOOK_ID_SOURCE (surroundings));
  g_autoptr (GArray) accounts = g_array_new (FALSE, FALSE, sizeof (Account));
  Sample sample = { .dispatcher = dispatcher, .surroundings = surroundings, .accounts = accounts,
                    .chance = 1, .progress = progress, .user_data = user_data,
                    .cancellable = cancellable };
  gboolean ok;

  g_queue_init (&sample.due);
  plan_book (&sample, n_entries);

  if (!start_batch (&sample, error))
    return FALSE;

  ok = record_all (&sample, error);
  g_queue_clear_full (&sample.due, g_free);
  ok = ok && end_batch (&sample, error);
  if (sample.in_batch)
    daybook_dispatcher_rollback (dispatcher);

  if (ok && progress != NULL)
    progress (sample.n_recorded, sample.n_wanted, user_data);
  return ok;
}
