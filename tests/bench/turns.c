/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* turns BOOK NUMBER WORD: how long the window keeps its user waiting. BOOK is opened in the real
 * window, in this process, and used as a person would: pages, searches letter by letter, other
 * orders, scrolling, the account with the key NUMBER, a deposit into it, a search for WORD. For
 * each of these a line is printed: what it was; the longest that a turn of the UI thread read in
 * the book; the longest turn; the longest frame; all in milliseconds; how many turns there were,
 * and in how many of them more than a frame's time was spent reading.
 *
 * A turn is what the main loop does between two waits, and poll() is where it waits, so that is
 * what is replaced. While a turn lasts nothing is drawn and no key is heard. It has three parts:
 *
 * - What the toolkit takes for layout and drawing is told apart by the frame clock, from
 *   "before-paint" to "after-paint". Where there is no GPU, that alone may be longer than a frame.
 *   The longest turn is told without it.
 * - Widgets: a list builds some 200 rows of them in one turn, in any program. The last two lines
 *   are a list of texts in a window that has nothing else, shown and scrolled: what that costs.
 * - What is read in the book is what is ours, and what may grow with it. All of it is asked of the
 *   read model; the linker puts the functions at the end of this file in front of its own. */

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "application.h"
#include "file-bookshelf.h"
#include "paged-model.h"
#include "text-init.h"
#include "viewmodels.h"
#include "window.h"

/* What a turn may take for itself. */
#define FRAME_MS (1000.0 / 60)
/* So long nothing but this program's own ticks: a job is done. */
#define QUIET_MS 200
#define TICK_MS 20
/* A turn in which something happened. */
#define BUSY_MS 0.5
#define SCROLL_STEPS 50
/* Begins with the window's first frame: until then it is the start of a program. */
#define FIRST_JOB "open the book"
#define REFERENCE_ROWS 1000
#define REFERENCE_COLUMNS 4

/* Times in milliseconds.
 * @began, @drawing, @reading: of the turn
 * @depth: how many calls of the read model are within each other
 * @busy_at: when something happened last */
static struct
{
  const char *job;
  guint n_turns;
  guint n_long;
  double longest_reading;
  double longest_turn;
  double longest_frame;

  double began;
  double drawing;
  double reading;
  double frame_began;
  double busy_at;
  guint depth;
  GThread *thread;
} meter;

static double
now (void)
{
  struct timespec time;

  clock_gettime (CLOCK_MONOTONIC, &time);
  return (double) time.tv_sec * 1e3 + (double) time.tv_nsec / 1e6;
}

static void
end_turn (void)
{
  double end = now ();

  if (meter.job == NULL)
    return;

  if (end - meter.began > BUSY_MS)
    meter.busy_at = end;
  meter.n_turns++;
  if (meter.reading > FRAME_MS)
    meter.n_long++;
  meter.longest_reading = MAX (meter.longest_reading, meter.reading);
  meter.longest_turn = MAX (meter.longest_turn, end - meter.began - meter.drawing);
}

static void
begin_turn (void)
{
  meter.drawing = 0;
  meter.reading = 0;
  meter.began = now ();
}

static int
wait_between_turns (GPollFD *fds,
                    guint    n_fds,
                    int      timeout_ms)
{
  int result, code;

  end_turn ();
  result = g_poll (fds, n_fds, timeout_ms);
  code = errno;
  begin_turn ();
  errno = code;

  return result;
}

static void
begin_job (const char *job)
{
  meter.job = job;
  meter.n_turns = 0;
  meter.n_long = 0;
  meter.longest_reading = 0;
  meter.longest_turn = 0;
  meter.longest_frame = 0;
  begin_turn ();
}

static void
report_job (void)
{
  printf ("%s\t%.2f\t%.2f\t%.2f\t%u\t%u\n", meter.job, meter.longest_reading,
          meter.longest_turn, meter.longest_frame, meter.n_turns, meter.n_long);
  fflush (stdout);
}

static void
frame_began_cb (void)
{
  meter.frame_began = now ();
}

static void
frame_ended_cb (void)
{
  double frame = now () - meter.frame_began;

  if (meter.frame_began == 0)
    return;

  meter.frame_began = 0;
  if (meter.job == NULL)
    {
      begin_job (FIRST_JOB);
      return;
    }
  meter.drawing += frame;
  meter.longest_frame = MAX (meter.longest_frame, frame);
}

static void
realized_cb (GtkWidget *window)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);

  g_signal_connect (clock, "before-paint", G_CALLBACK (frame_began_cb), NULL);
  g_signal_connect (clock, "after-paint", G_CALLBACK (frame_ended_cb), NULL);
}

/* The user.
 * @window: what is looked at
 * @step: of the job that is at work
 * @done: whether there is no step left of it */
typedef struct
{
  guint number;
  const char *word;
  GtkWindow *window;
  guint job;
  guint step;
  gboolean done;
  double quiet_ms;
} User;

typedef gboolean (*Step) (User       *user,
                          const char *what);

/* What of this type is seen, the deepest; %NULL for none. */
static GtkWidget *
find_shown (GtkWidget *widget,
            GType      type)
{
  if (!gtk_widget_get_mapped (widget))
    return NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_shown (child, type);

      if (found != NULL)
        return found;
    }

  return g_type_is_a (G_OBJECT_TYPE (widget), type) ? widget : NULL;
}

static GtkWidget *
get_shown (User  *user,
           GType  type)
{
  GtkWidget *widget = find_shown (GTK_WIDGET (user->window), type);

  if (widget == NULL)
    g_error ("There is no %s to be seen", g_type_name (type));
  return widget;
}

/* Actions are those of what is looked at. */
static void
act (User       *user,
     const char *action,
     GVariant   *parameter)
{
  GtkWidget *widget = get_shown (user, GTK_TYPE_SCROLLABLE);

  if (!gtk_widget_activate_action_variant (widget, action, parameter))
    g_error ("There is no action %s", action);
}

static gboolean
wait_for_window (User       *user,
                 const char *what)
{
  return FALSE;
}

static gboolean
show_page (User       *user,
           const char *name)
{
  act (user, "book.show", g_variant_new_string (name));
  return FALSE;
}

static gboolean
sort (User       *user,
      const char *by)
{
  act (user, "list.sort", g_variant_new_string (by));
  return FALSE;
}

static gboolean
turn_round (User       *user,
            const char *order)
{
  act (user, "list.order", g_variant_new_string (order));
  return FALSE;
}

/* Letter by letter, as fast as each takes; then all is deleted. */
static gboolean
type_search (User       *user,
             const char *text)
{
  GtkEditable *search = GTK_EDITABLE (get_shown (user, GTK_TYPE_SEARCH_ENTRY));
  g_autofree char *typed = NULL;

  if (text == NULL)
    text = user->word;
  if (user->step > (guint) g_utf8_strlen (text, -1))
    {
      gtk_editable_set_text (search, "");
      return FALSE;
    }

  typed = g_utf8_substring (text, 0, user->step);
  gtk_editable_set_text (search, typed);
  return TRUE;
}

/* First as a wheel does, then here and there. */
static gboolean
scroll (User       *user,
        const char *what)
{
  GtkScrollable *rows = GTK_SCROLLABLE (get_shown (user, GTK_TYPE_LIST_BASE));
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (rows);
  double range = gtk_adjustment_get_upper (adjustment) -
                 gtk_adjustment_get_page_size (adjustment);

  if (user->step < SCROLL_STEPS)
    gtk_adjustment_set_value (adjustment, user->step * 150.0);
  else
    gtk_adjustment_set_value (adjustment, range * (user->step * 37 % 100) / 100.0);

  return user->step < 2 * SCROLL_STEPS;
}

static gboolean
show_account (User       *user,
              const char *what)
{
  act (user, "book.show-account", g_variant_new_uint32 (user->number));
  return FALSE;
}

static gboolean
show_entry (User       *user,
            const char *what)
{
  act (user, "book.show-entry", g_variant_new_uint64 (user->number));
  return FALSE;
}

/* Without its dialog: what that costs is not the book's doing. */
static gboolean
deposit (User       *user,
         const char *what)
{
  DaybookBookViewModel *book = daybook_window_get_book (DAYBOOK_WINDOW (user->window));
  g_autoptr (DaybookMoneyFormViewModel) form =
    daybook_book_view_model_new_money_form (book, DAYBOOK_MONEY_DEPOSIT, user->number);

  g_object_set (form, "amount", "12.50", NULL);
  daybook_form_view_model_confirm (DAYBOOK_FORM_VIEW_MODEL (form));
  return FALSE;
}

static void
bind_text_cb (GtkSignalListItemFactory *factory,
              GtkListItem              *item)
{
  const char *text = gtk_string_object_get_string (gtk_list_item_get_item (item));

  gtk_list_item_set_child (item, gtk_label_new (text));
}

static GtkWidget *
make_reference (void)
{
  g_autoptr (GtkStringList) texts = gtk_string_list_new (NULL);
  GtkWidget *view = gtk_column_view_new (NULL);

  for (guint i = 0; i < REFERENCE_ROWS; i++)
    gtk_string_list_take (texts, g_strdup_printf ("row number %u", i));
  for (guint i = 0; i < REFERENCE_COLUMNS; i++)
    {
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
      g_autoptr (GtkColumnViewColumn) column = NULL;

      g_signal_connect (factory, "bind", G_CALLBACK (bind_text_cb), NULL);
      column = gtk_column_view_column_new ("Text", factory);
      gtk_column_view_column_set_expand (column, TRUE);
      gtk_column_view_append_column (GTK_COLUMN_VIEW (view), column);
    }
  gtk_column_view_set_model (GTK_COLUMN_VIEW (view), GTK_SELECTION_MODEL (
                               gtk_no_selection_new (g_object_ref (G_LIST_MODEL (texts)))));
  return view;
}

/* In place of the program's window, of its size, and not counted for what it has been. */
static gboolean
show_reference (User       *user,
                const char *what)
{
  GtkWidget *window = gtk_application_window_new (gtk_window_get_application (user->window));
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *before = GTK_WIDGET (user->window);

  gtk_window_set_default_size (GTK_WINDOW (window), gtk_widget_get_width (before),
                               gtk_widget_get_height (before));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), make_reference ());
  gtk_window_set_child (GTK_WINDOW (window), scrolled);
  g_signal_connect (window, "realize", G_CALLBACK (realized_cb), NULL);
  gtk_window_present (GTK_WINDOW (window));
  gtk_window_destroy (user->window);
  user->window = GTK_WINDOW (window);
  return FALSE;
}

static const struct
{
  const char *name;
  Step step;
  const char *what;
} jobs[] = {
  { FIRST_JOB, wait_for_window },
  { "show the accounts", show_page, "accounts" },
  { "scroll through the accounts", scroll },
  { "search the accounts, letter by letter", type_search, "mary 1" },
  { "sort the accounts by holder", sort, "name" },
  { "search the accounts by holder, letter by letter", type_search, "mary 1" },
  { "sort the accounts by balance", sort, "balance" },
  { "search the accounts by balance, letter by letter", type_search, "mary 1" },
  { "turn the accounts round", turn_round, "descending" },
  { "show the people", show_page, "people" },
  { "scroll through the people", scroll },
  { "search the people, letter by letter", type_search, "mary 1" },
  { "sort the people by username", sort, "username" },
  { "sort the people by number of accounts", sort, "accounts" },
  { "show the daybook", show_page, "daybook" },
  { "scroll through the daybook", scroll },
  { "search the daybook, letter by letter", type_search, NULL },
  { "show an account", show_account },
  { "record a deposit", deposit },
  { "scroll through an account", scroll },
  { "show an entry", show_entry },
  { "show the overview again", show_page, "overview" },
  { "reference: show a list of texts", show_reference },
  { "reference: scroll through it", scroll },
};

static gboolean
is_open (const User *user)
{
  return user->job > 0 || daybook_window_get_book (DAYBOOK_WINDOW (user->window)) != NULL;
}

/* The next step, or the next job, as soon as there is nothing left to do for the last one. Whoever
 * scrolls does not wait. */
static gboolean
tick (gpointer data)
{
  User *user = data;
  gboolean waits = user->done || jobs[user->job].step != scroll;

  if (!is_open (user) || (waits && now () - meter.busy_at < user->quiet_ms))
    return G_SOURCE_CONTINUE;

  if (!user->done)
    {
      user->done = !jobs[user->job].step (user, jobs[user->job].what);
      user->step++;
      meter.busy_at = now ();
      return G_SOURCE_CONTINUE;
    }

  report_job ();
  if (++user->job == G_N_ELEMENTS (jobs))
    {
      gtk_window_destroy (user->window);
      return G_SOURCE_REMOVE;
    }
  begin_job (jobs[user->job].name);
  user->done = FALSE;
  user->step = 0;
  return G_SOURCE_CONTINUE;
}

static void
window_added_cb (User      *user,
                 GtkWindow *window)
{
  if (user->window != NULL)
    return;

  user->window = window;
  g_signal_connect (window, "realize", G_CALLBACK (realized_cb), NULL);
  g_timeout_add (TICK_MS, tick, user);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (DaybookBookshelf) bookshelf = NULL;
  g_autoptr (GApplication) application = NULL;
  User user = { 0 };

  meter.thread = g_thread_self ();

  if (argc != 4 && argc != 5)
    {
      fprintf (stderr, "usage: turns BOOK NUMBER WORD [QUIET_MS]\n");
      return 2;
    }
  user.number = (guint) strtoul (argv[2], NULL, 10);
  user.word = argv[3];
  user.quiet_ms = argc == 5 ? g_ascii_strtod (argv[4], NULL) : QUIET_MS;

  daybook_text_init (DAYBOOK_LOCALEDIR);
  bookshelf = daybook_file_bookshelf_new ();
  application = daybook_application_new (bookshelf);
  g_signal_connect_swapped (application, "window-added", G_CALLBACK (window_added_cb), &user);
  g_main_context_set_poll_func (NULL, wait_between_turns);

  return g_application_run (application, 2, argv);
}

/* What follows stands in front of the read model. */

static double
begin_reading (void)
{
  return g_thread_self () == meter.thread && meter.depth++ == 0 ? now () : 0;
}

static void
end_reading (double began)
{
  if (g_thread_self () != meter.thread)
    return;
  if (--meter.depth == 0)
    meter.reading += now () - began;
}

#define TIMED(type, name, parameters, arguments) \
  type __real_daybook_read_model_##name parameters; \
  type __wrap_daybook_read_model_##name parameters; \
  type \
  __wrap_daybook_read_model_##name parameters \
  { \
    double began = begin_reading (); \
    type result = __real_daybook_read_model_##name arguments; \
  \
    end_reading (began); \
    return result; \
  }

TIMED (gboolean, get_totals,
       (DaybookReadModel *self, DaybookTotals *totals, GError **error),
       (self, totals, error))
TIMED (GArray *, list_accounts,
       (DaybookReadModel *self, const DaybookListing *listing, GError **error),
       (self, listing, error))
TIMED (GArray *, find_accounts,
       (DaybookReadModel *self, const char *search, guint32 person, GError **error),
       (self, search, person, error))
TIMED (DaybookAccountFigures *, get_account,
       (DaybookReadModel *self, guint32 key, GError **error),
       (self, key, error))
TIMED (GArray *, list_people,
       (DaybookReadModel *self, const DaybookListing *listing, GError **error),
       (self, listing, error))
TIMED (GArray *, find_people,
       (DaybookReadModel *self, const char *search, GError **error),
       (self, search, error))
TIMED (DaybookPersonDetails *, get_person,
       (DaybookReadModel *self, guint32 key, GError **error),
       (self, key, error))
TIMED (DaybookPersonDetails *, find_person,
       (DaybookReadModel *self, const char *id, GError **error),
       (self, id, error))
TIMED (GArray *, get_lines,
       (DaybookReadModel *self, guint32 account, guint64 first_row, guint n_rows, GError **error),
       (self, account, first_row, n_rows, error))
TIMED (GArray *, get_holds,
       (DaybookReadModel *self, guint32 account, GError **error),
       (self, account, error))
TIMED (GArray *, get_expired_holds,
       (DaybookReadModel *self, DaybookDate day, GError **error),
       (self, day, error))
TIMED (GArray *, get_control,
       (DaybookReadModel *self, DaybookDate until, GError **error),
       (self, until, error))
TIMED (GArray *, get_held_series,
       (DaybookReadModel *self, DaybookCurrency currency, DaybookDate from, DaybookDate until,
        GError **error),
       (self, currency, from, until, error))
TIMED (GArray *, find_attention,
       (DaybookReadModel *self, DaybookAttentionKind kind, DaybookDate until, guint max,
        guint *n_all, GError **error),
       (self, kind, until, max, n_all, error))
TIMED (gboolean, read_entries,
       (DaybookReadModel *self, guint64 after_position, DaybookEntryFunc func,
        gpointer user_data, GError **error),
       (self, after_position, func, user_data, error))
TIMED (gboolean, find_entries,
       (DaybookReadModel *self, const DaybookEntryQuery *query, DaybookEntryFunc func,
        gpointer user_data, GError **error),
       (self, query, func, user_data, error))
TIMED (gboolean, read_stream,
       (DaybookReadModel *self, DaybookStreamKind kind, const char *key, DaybookEntryFunc func,
        gpointer user_data, GError **error),
       (self, kind, key, func, user_data, error))
