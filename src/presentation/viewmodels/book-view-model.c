/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* An open book: its lists, its counts, and what can be undone.
 *
 * Follows the desk. A batch of entries names the accounts and people that it changed, and only
 * their rows are refreshed; a search is made again only if what it looks at may have changed.
 *
 * What this window recorded and can undo (rule 29) is kept as a pile; it leaves it once it is
 * undone, by whomever, or has been changed again. What is refused for another reason stays: the
 * money may come back. */

#include "book-view-model.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "account-view-model.h"
#include "command-subject.h"
#include "compose.h"
#include "daybook-row.h"
#include "entry-view-model.h"
#include "import-form-view-model.h"
#include "list-view-model.h"
#include "money-form-view-model.h"
#include "number-text.h"
#include "open-account-form-view-model.h"
#include "opposites.h"
#include "paged-model.h"
#include "person-view-model.h"
#include "property.h"
#include "refusal.h"
#include "register-form-view-model.h"
#include "sentences.h"
#include "store-error.h"
#include "undo-pile.h"

G_DEFINE_ENUM_TYPE (DaybookMoneyKind, daybook_money_kind,
                    G_DEFINE_ENUM_VALUE (DAYBOOK_MONEY_DEPOSIT, "deposit"),
                    G_DEFINE_ENUM_VALUE (DAYBOOK_MONEY_WITHDRAW, "withdraw"),
                    G_DEFINE_ENUM_VALUE (DAYBOOK_MONEY_TRANSFER, "transfer"))

enum
{
  PROP_TITLE = 1,
  PROP_PATH,
  PROP_ACCOUNTS_COUNT,
  PROP_PEOPLE_COUNT,
  PROP_ENTRIES_COUNT,
  PROP_ACCOUNTS,
  PROP_PEOPLE,
  PROP_DAYBOOK,
  PROP_PROBLEM,
  PROP_CAN_UNDO,
  PROP_CAN_RECORD,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum
{
  RECORDED,
  REFUSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

struct _DaybookBookViewModel
{
  GObject parent_instance;

  DaybookDesk *desk;
  DaybookTotals totals;
  char *texts[N_PROPS];

  DaybookListViewModel *accounts;
  DaybookListViewModel *people;
  DaybookPagedModel *daybook;

  DaybookUndoPile *undoable;
  gboolean undoing;
  gboolean can_undo;
  gboolean can_record;

  char *reported;
  guint report_source;
};

G_DEFINE_FINAL_TYPE (DaybookBookViewModel, daybook_book_view_model, G_TYPE_OBJECT)

static void
set_text (DaybookBookViewModel *self,
          guint                 id,
          const char           *text)
{
  daybook_property_set_text (self, properties[id], &self->texts[id], text);
}

static DaybookReadModel *
get_read_model (DaybookBookViewModel *self)
{
  return daybook_desk_get_read_model (self->desk);
}

typedef struct
{
  DaybookBookViewModel *book;
  GPtrArray *rows;
  DaybookDate today;
  guint count;
} DaybookPage;

static gboolean
take_entry (const DaybookEntry  *entry,
            guint64              version,
            gpointer             user_data,
            GError             **error)
{
  DaybookPage *page = user_data;

  g_ptr_array_add (page->rows, daybook_daybook_row_new (entry, page->today,
                                                        get_read_model (page->book)));

  return page->rows->len < page->count;
}

static GPtrArray *
fetch_daybook (guint    first,
               guint    count,
               gpointer user_data)
{
  DaybookBookViewModel *self = user_data;
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  DaybookPage page = { self, rows, daybook_desk_get_today (self->desk), count };
  g_autoptr (GError) error = NULL;

  if (!daybook_read_model_read_entries (get_read_model (self), first, take_entry, &page, &error))
    daybook_book_view_model_report (self, error);

  return g_steal_pointer (&rows);
}

static void
set_count (DaybookBookViewModel *self,
           guint                 id,
           guint64               count)
{
  daybook_property_take_text (self, properties[id], &self->texts[id], daybook_count_text (count));
}

static void
update (DaybookBookViewModel *self,
        const DaybookChanges *changes)
{
  gboolean everything = changes == NULL || changes->everything;
  g_autoptr (GError) error = NULL;
  guint n_entries;

  if (!daybook_read_model_get_totals (get_read_model (self), &self->totals, &error))
    {
      daybook_book_view_model_report (self, error);
      return;
    }

  set_count (self, PROP_ACCOUNTS_COUNT, self->totals.n_accounts);
  set_count (self, PROP_PEOPLE_COUNT, self->totals.n_people);
  set_count (self, PROP_ENTRIES_COUNT, self->totals.n_entries);

  if (everything || changes->book)
    set_text (self, PROP_TITLE, daybook_desk_get_book (self->desk)->name);

  daybook_list_view_model_update (self->people, self->totals.n_people, changes);
  daybook_list_view_model_update (self->accounts, self->totals.n_accounts, changes);

  n_entries = MIN (self->totals.n_entries, G_MAXUINT - 1);
  daybook_paged_model_refresh (self->daybook, n_entries,
                               everything ? 0 : daybook_paged_model_get_length (self->daybook));
}

static gboolean
show_reported (gpointer user_data)
{
  DaybookBookViewModel *self = user_data;
  g_autofree char *reported = g_steal_pointer (&self->reported);

  self->report_source = 0;
  set_text (self, PROP_PROBLEM, reported);

  return G_SOURCE_REMOVE;
}

static void
show_undoable (DaybookBookViewModel *self)
{
  daybook_property_set_boolean (self, properties[PROP_CAN_UNDO], &self->can_undo,
                                daybook_undo_pile_get_top (self->undoable) != 0 &&
                                  !self->undoing && self->can_record);
}

/* Empty as long as all is well. */
static void
show_problem (DaybookBookViewModel *self,
              const char           *problem)
{
  g_autofree char *sentence = NULL;

  if (self->can_record)
    {
      set_text (self, PROP_PROBLEM, problem);
      return;
    }

  /* Translators: the number of an entry. */
  sentence = daybook_compose (_("A newer Daybook has written to this book. Here it can be read up "
                                "to entry %s, and nothing can be recorded."),
                              self->texts[PROP_ENTRIES_COUNT]);
  set_text (self, PROP_PROBLEM, sentence);
}

static void
set_can_record (DaybookBookViewModel *self,
                gboolean              can_record)
{
  daybook_property_set_boolean (self, properties[PROP_CAN_RECORD], &self->can_record, can_record);
  show_undoable (self);
  show_problem (self, "");
}

static void
desk_changed_cb (DaybookBookViewModel *self,
                 const DaybookChanges *changes)
{
  update (self, changes);
  show_problem (self, "");
}

static void
desk_stopped_cb (DaybookBookViewModel *self,
                 const GError         *error)
{
  g_autofree char *sentence = NULL;

  /* What comes before the entry that stopped it may be there. */
  update (self, NULL);
  if (g_error_matches (error, DAYBOOK_STORE_ERROR, DAYBOOK_STORE_ERROR_NEWER))
    {
      set_can_record (self, FALSE);
      return;
    }

  sentence = daybook_error_sentence (error, daybook_desk_get_path (self->desk));
  show_problem (self, sentence);
}

static void
form_done_cb (DaybookBookViewModel *self,
              const char           *sentence,
              guint64               position,
              DaybookFormViewModel *form)
{
  const DaybookReceipt *receipt = daybook_form_view_model_get_receipt (form);
  guint64 undoable = receipt != NULL ? daybook_undo_pile_push (self->undoable, receipt) : 0;

  show_undoable (self);
  g_signal_emit (self, signals[RECORDED], 0, sentence, undoable);
}

/* An undoing on its way. */
typedef struct
{
  DaybookBookViewModel *book;
  guint64 position;
  DaybookCommand *command;
} Undoing;

static void
undoing_free (Undoing *undoing)
{
  g_object_unref (undoing->book);
  daybook_record_free (undoing->command);
  g_free (undoing);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Undoing, undoing_free)

static void
command_undone_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (Undoing) undoing = user_data;
  DaybookBookViewModel *self = undoing->book;
  g_autoptr (DaybookReceipt) receipt = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;

  receipt = daybook_desk_execute_finish (self->desk, result, &error);
  if (receipt != NULL || daybook_opposite_is_settled (undoing->command, error))
    daybook_undo_pile_remove (self->undoable, undoing->position);

  self->undoing = FALSE;
  show_undoable (self);

  if (receipt != NULL)
    {
      sentence = daybook_recorded_sentence (receipt->events, get_read_model (self));
      g_signal_emit (self, signals[RECORDED], 0, sentence, (guint64) 0);
    }
  else
    {
      sentence = daybook_error_sentence (error, daybook_desk_get_path (self->desk));
      g_signal_emit (self, signals[REFUSED], 0, sentence);
    }
}

static void
daybook_book_view_model_get_property (GObject    *object,
                                      guint       id,
                                      GValue     *value,
                                      GParamSpec *pspec)
{
  DaybookBookViewModel *self = DAYBOOK_BOOK_VIEW_MODEL (object);

  switch (id)
    {
    case PROP_ACCOUNTS:
      g_value_set_object (value, self->accounts);
      break;
    case PROP_PEOPLE:
      g_value_set_object (value, self->people);
      break;
    case PROP_DAYBOOK:
      g_value_set_object (value, self->daybook);
      break;
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, self->can_undo);
      break;
    case PROP_CAN_RECORD:
      g_value_set_boolean (value, self->can_record);
      break;
    default:
      g_assert (id < N_PROPS);
      g_value_set_string (value, self->texts[id]);
    }
}

static void
daybook_book_view_model_dispose (GObject *object)
{
  DaybookBookViewModel *self = DAYBOOK_BOOK_VIEW_MODEL (object);

  g_clear_handle_id (&self->report_source, g_source_remove);
  if (self->daybook != NULL)
    daybook_paged_model_detach (self->daybook);
  daybook_list_view_model_detach (self->accounts);
  daybook_list_view_model_detach (self->people);

  G_OBJECT_CLASS (daybook_book_view_model_parent_class)->dispose (object);
}

static void
daybook_book_view_model_finalize (GObject *object)
{
  DaybookBookViewModel *self = DAYBOOK_BOOK_VIEW_MODEL (object);

  g_clear_object (&self->accounts);
  g_clear_object (&self->people);
  g_clear_object (&self->daybook);
  g_clear_pointer (&self->undoable, daybook_undo_pile_free);
  g_clear_pointer (&self->reported, g_free);
  for (guint i = 0; i < N_PROPS; i++)
    g_clear_pointer (&self->texts[i], g_free);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (daybook_book_view_model_parent_class)->finalize (object);
}

static void
daybook_book_view_model_class_init (DaybookBookViewModelClass *klass)
{
  static const struct { guint id; const char *name; } texts[] = {
    { PROP_TITLE, "title" }, { PROP_PATH, "path" },
    { PROP_ACCOUNTS_COUNT, "accounts-count" }, { PROP_PEOPLE_COUNT, "people-count" },
    { PROP_ENTRIES_COUNT, "entries-count" }, { PROP_PROBLEM, "problem" },
  };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = daybook_book_view_model_get_property;
  object_class->dispose = daybook_book_view_model_dispose;
  object_class->finalize = daybook_book_view_model_finalize;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    properties[texts[i].id] = DAYBOOK_TEXT_PROPERTY (texts[i].name, DAYBOOK_READABLE);
  properties[PROP_ACCOUNTS] = DAYBOOK_LIST_PROPERTY ("accounts");
  properties[PROP_PEOPLE] = DAYBOOK_LIST_PROPERTY ("people");
  properties[PROP_DAYBOOK] = DAYBOOK_LIST_PROPERTY ("daybook");
  properties[PROP_CAN_UNDO] = DAYBOOK_BOOLEAN_PROPERTY ("can-undo");
  properties[PROP_CAN_RECORD] = DAYBOOK_BOOLEAN_PROPERTY ("can-record");
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[RECORDED] = g_signal_new ("recorded", DAYBOOK_TYPE_BOOK_VIEW_MODEL, G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING,
                                    G_TYPE_UINT64);
  signals[REFUSED] = g_signal_new ("refused", DAYBOOK_TYPE_BOOK_VIEW_MODEL, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
daybook_book_view_model_init (DaybookBookViewModel *self)
{
  for (guint i = 0; i < N_PROPS; i++)
    self->texts[i] = g_strdup ("");
  self->undoable = daybook_undo_pile_new ();
  self->accounts = daybook_list_view_model_new (self, DAYBOOK_FOUND_ACCOUNTS);
  self->people = daybook_list_view_model_new (self, DAYBOOK_FOUND_PEOPLE);
  self->daybook = daybook_paged_model_new (DAYBOOK_TYPE_DAYBOOK_ROW, DAYBOOK_NEWEST_FIRST,
                                           fetch_daybook, self);
}

/**
 * daybook_book_view_model_new:
 * @desk: where the book is open
 *
 * Returns: (transfer full): the book, as a window shows it.
 */
DaybookBookViewModel *
daybook_book_view_model_new (DaybookDesk *desk)
{
  DaybookBookViewModel *self = g_object_new (DAYBOOK_TYPE_BOOK_VIEW_MODEL, NULL);

  self->desk = g_object_ref (desk);
  set_text (self, PROP_PATH, daybook_desk_get_path (desk));
  update (self, NULL);
  set_can_record (self, !daybook_desk_is_newer (desk));
  g_signal_connect_object (desk, "changed", G_CALLBACK (desk_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "stopped", G_CALLBACK (desk_stopped_cb), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * daybook_book_view_model_open_account:
 *
 * Returns: (transfer full) (nullable): the account's page.
 */
DaybookAccountViewModel *
daybook_book_view_model_open_account (DaybookBookViewModel *self,
                                      guint                 key)
{
  return daybook_account_view_model_new (self, key);
}

/**
 * daybook_book_view_model_open_person:
 *
 * Returns: (transfer full) (nullable): the person's page.
 */
DaybookPersonViewModel *
daybook_book_view_model_open_person (DaybookBookViewModel *self,
                                     guint                 key)
{
  return daybook_person_view_model_new (self, key);
}

/**
 * daybook_book_view_model_open_entry:
 *
 * Returns: (transfer full) (nullable): the entry's page.
 */
DaybookEntryViewModel *
daybook_book_view_model_open_entry (DaybookBookViewModel *self,
                                    guint64               position)
{
  return daybook_entry_view_model_new (self, position);
}

static gpointer
follow (DaybookBookViewModel *self,
        gpointer              form)
{
  g_signal_connect_object (form, "done", G_CALLBACK (form_done_cb), self, G_CONNECT_SWAPPED);

  return form;
}

/**
 * daybook_book_view_model_new_money_form:
 * @account: key of the account it is opened for: where the money goes, or where it comes from in a
 *   withdrawal or transfer; 0 to ask
 *
 * Returns: (transfer full): a form.
 */
DaybookMoneyFormViewModel *
daybook_book_view_model_new_money_form (DaybookBookViewModel *self,
                                        DaybookMoneyKind      kind,
                                        guint                 account)
{
  return follow (self, daybook_money_form_view_model_new (self, kind, account));
}

/**
 * daybook_book_view_model_new_register_form:
 *
 * Returns: (transfer full): a form.
 */
DaybookRegisterFormViewModel *
daybook_book_view_model_new_register_form (DaybookBookViewModel *self)
{
  return follow (self, daybook_register_form_view_model_new (self));
}

/**
 * daybook_book_view_model_new_open_account_form:
 * @person: key of the person whose money it will be; 0 to ask
 *
 * Returns: (transfer full): a form.
 */
DaybookOpenAccountFormViewModel *
daybook_book_view_model_new_open_account_form (DaybookBookViewModel *self,
                                               guint                 person)
{
  return follow (self, daybook_open_account_form_view_model_new (self, person));
}

/**
 * daybook_book_view_model_new_command_form:
 * @command: the name of a command that there is a plan for
 * @subject: what it is about
 *
 * Returns: (transfer full) (nullable): a form; %NULL if what it is about cannot be read.
 */
DaybookCommandFormViewModel *
daybook_book_view_model_new_command_form (DaybookBookViewModel *self,
                                          const char           *command,
                                          const DaybookSubject *subject)
{
  g_autoptr (DaybookCommandFormViewModel) form = NULL;
  g_autoptr (GError) error = NULL;

  form = daybook_command_form_view_model_new (self, command);
  if (!daybook_subject_fill (subject, form, &error))
    {
      daybook_book_view_model_report (self, error);
      return NULL;
    }

  return follow (self, g_steal_pointer (&form));
}

/**
 * daybook_book_view_model_new_import_form:
 * @look: what stands in the file
 *
 * Returns: (transfer full): a form.
 */
DaybookImportFormViewModel *
daybook_book_view_model_new_import_form (DaybookBookViewModel   *self,
                                         DaybookBookshelf       *bookshelf,
                                         const DaybookSheetLook *look)
{
  return follow (self, daybook_import_form_view_model_new (self, bookshelf, look));
}

/**
 * daybook_book_view_model_refuse:
 * @path: (nullable): of the file that is concerned
 *
 * Says with `refused` why something is not done.
 */
void
daybook_book_view_model_refuse (DaybookBookViewModel *self,
                                const GError         *error,
                                const char           *path)
{
  g_autofree char *sentence = daybook_error_sentence (error, path);

  g_signal_emit (self, signals[REFUSED], 0, sentence);
}

/**
 * daybook_book_view_model_undo:
 *
 * Undoes what this window recorded last and can be undone. Ends with `recorded` or `refused`.
 */
void
daybook_book_view_model_undo (DaybookBookViewModel *self)
{
  daybook_book_view_model_undo_entry (self, daybook_undo_pile_get_top (self->undoable));
}

/**
 * daybook_book_view_model_undo_entry:
 * @position: of the signal `recorded`
 *
 * Undoes that, and nothing that was recorded since. Ends with `recorded` or `refused`. If it was
 * undone already, or while something else is being undone, nothing happens.
 */
void
daybook_book_view_model_undo_entry (DaybookBookViewModel *self,
                                    guint64               position)
{
  g_autoptr (GPtrArray) events = NULL;
  DaybookCommand *command;
  Undoing *undoing;

  if (self->undoing)
    return;

  /* Translators: the reason, kept in the book, of what is recorded when somebody chose Undo. */
  command = daybook_undo_pile_dup_command (self->undoable, position, _("Undone"), &events);
  if (command == NULL)
    return;

  self->undoing = TRUE;
  show_undoable (self);

  undoing = g_new0 (Undoing, 1);
  undoing->book = g_object_ref (self);
  undoing->position = position;
  undoing->command = command;
  daybook_desk_undo_async (self->desk, command, events, command_undone_cb, undoing);
}

/**
 * daybook_book_view_model_get_can_undo:
 *
 * Returns: whether daybook_book_view_model_undo() has something to undo.
 */
gboolean
daybook_book_view_model_get_can_undo (DaybookBookViewModel *self)
{
  return self->can_undo;
}

/**
 * daybook_book_view_model_get_can_record:
 *
 * Returns: whether anything can be recorded.
 */
gboolean
daybook_book_view_model_get_can_record (DaybookBookViewModel *self)
{
  return self->can_record;
}

/**
 * daybook_book_view_model_set_operator:
 * @name: who sits at the desk; empty for whoever is logged in
 */
void
daybook_book_view_model_set_operator (DaybookBookViewModel *self,
                                      const char           *name)
{
  daybook_desk_set_actor (self->desk, *name != '\0' ? name : g_get_real_name ());
}

/**
 * daybook_book_view_model_get_path:
 *
 * Returns: (transfer none): of the book's file.
 */
const char *
daybook_book_view_model_get_path (DaybookBookViewModel *self)
{
  return self->texts[PROP_PATH];
}

/**
 * daybook_book_view_model_get_desk:
 *
 * Returns: (transfer none): where the book is open.
 */
DaybookDesk *
daybook_book_view_model_get_desk (DaybookBookViewModel *self)
{
  return self->desk;
}

/**
 * daybook_book_view_model_report:
 *
 * Says that figures could not be read. Lists are read while a window is being drawn, so `problem`
 * is set a moment later.
 */
void
daybook_book_view_model_report (DaybookBookViewModel *self,
                                const GError         *error)
{
  g_free (self->reported);
  self->reported = daybook_error_sentence (error, daybook_desk_get_path (self->desk));
  if (self->report_source == 0)
    self->report_source = g_idle_add (show_reported, self);
}
