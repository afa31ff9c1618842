/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "book-page.h"

#include <glib/gi18n.h>

#include "account-page.h"
#include "accounts-page.h"
#include "closures.h"
#include "command-dialog.h"
#include "daybook-page.h"
#include "entry-page.h"
#include "money-dialog.h"
#include "open-account-dialog.h"
#include "overview-page.h"
#include "people-page.h"
#include "person-page.h"
#include "platform/announce.h"
#include "platform/list-tab.h"
#include "platform/navigation.h"
#include "platform/split.h"
#include "recent-menu.h"
#include "register-dialog.h"
#include "shown.h"
#include "text-scale.h"

/* Long enough to see a mistake and reach for the button. */
#define TOAST_SECONDS 8

/* Application pixels that a toast needs for other things than its sentence, and for a button. */
#define AROUND_TOAST 120
#define BUTTON 80

/* How much wider the letters of a toast are than those of other text. */
#define BOLD 1.15

struct _DaybookBookPage
{
  AdwBin parent_instance;

  DaybookBookViewModel *book;
  GSignalGroup *book_signals;
  GSignalGroup *account_signals;
  AdwToast *toast;

  AdwToastOverlay *toasts;
  GtkLabel *spoken;
  DaybookSplit *split;
  DaybookNavigation *navigation;
  GtkListBox *sidebar;
  GtkStack *sections;
  GMenu *books;
};

G_DEFINE_FINAL_TYPE (DaybookBookPage, daybook_book_page, ADW_TYPE_BIN)

enum
{
  PROP_BOOK = 1,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

static DaybookAccountViewModel *
get_account (DaybookBookPage *self)
{
  GtkWidget *page = daybook_navigation_get_visible_page (self->navigation);

  return DAYBOOK_IS_ACCOUNT_PAGE (page)
           ? daybook_account_page_get_account (DAYBOOK_ACCOUNT_PAGE (page)) : NULL;
}

static DaybookPersonViewModel *
get_person (DaybookBookPage *self)
{
  GtkWidget *page = daybook_navigation_get_visible_page (self->navigation);

  return DAYBOOK_IS_PERSON_PAGE (page)
           ? daybook_person_page_get_person (DAYBOOK_PERSON_PAGE (page)) : NULL;
}

static DaybookEntryViewModel *
get_entry (DaybookBookPage *self)
{
  GtkWidget *page = daybook_navigation_get_visible_page (self->navigation);

  return DAYBOOK_IS_ENTRY_PAGE (page)
           ? daybook_entry_page_get_entry (DAYBOOK_ENTRY_PAGE (page)) : NULL;
}

static void
push (DaybookBookPage *self,
      GtkWidget       *page)
{
  g_object_bind_property (self->split, "folded", page, "folded", G_BINDING_SYNC_CREATE);
  daybook_split_set_show_content (self->split, TRUE);
  daybook_navigation_push (self->navigation, page);
}

static void
show_account (DaybookBookPage *self,
              guint            key)
{
  DaybookAccountViewModel *shown = get_account (self);
  g_autoptr (DaybookAccountViewModel) account = NULL;

  if (shown != NULL && daybook_account_view_model_get_key (shown) == key)
    return;

  account = daybook_book_view_model_open_account (self->book, key);
  if (account != NULL)
    push (self, daybook_account_page_new (account));
}

static void
show_person (DaybookBookPage *self,
             guint            key)
{
  g_autoptr (DaybookPersonViewModel) person =
    daybook_book_view_model_open_person (self->book, key);

  if (person != NULL)
    push (self, daybook_person_page_new (person));
}

static void
show_entry (DaybookBookPage *self,
            guint64          position)
{
  g_autoptr (DaybookEntryViewModel) entry =
    daybook_book_view_model_open_entry (self->book, position);

  if (entry != NULL)
    push (self, daybook_entry_page_new (entry));
}

/* A page is made, and its list read, when it is looked at for the first time. */
static GtkWidget *
get_section (DaybookBookPage *self,
             const char      *name)
{
  const struct { const char *name; GType type; } sections[] = {
    { "overview", DAYBOOK_TYPE_OVERVIEW_PAGE },
    { "accounts", DAYBOOK_TYPE_ACCOUNTS_PAGE },
    { "people", DAYBOOK_TYPE_PEOPLE_PAGE },
    { "daybook", DAYBOOK_TYPE_DAYBOOK_PAGE },
  };
  GtkWidget *page = gtk_stack_get_child_by_name (self->sections, name);

  for (guint i = 0; page == NULL && i < G_N_ELEMENTS (sections); i++)
    if (g_str_equal (sections[i].name, name))
      {
        page = g_object_new (sections[i].type, NULL);
        g_object_bind_property (self->split, "folded", page, "folded", G_BINDING_SYNC_CREATE);
        gtk_stack_add_named (self->sections, page, name);
      }

  return page;
}

static void
fill_section (DaybookBookPage *self)
{
  g_object_set (gtk_stack_get_visible_child (self->sections), "book", self->book, NULL);
}

static void
show_section (DaybookBookPage *self,
              const char      *name)
{
  GtkWidget *page = get_section (self, name);

  g_return_if_fail (page != NULL);

  gtk_stack_set_visible_child (self->sections, page);
  fill_section (self);
  daybook_navigation_pop_to_root (self->navigation);
  daybook_split_set_show_content (self->split, TRUE);
}

/* In front of the window, which waits for it. */
static void
show_dialog (DaybookBookPage *self,
             GtkWidget       *dialog)
{
  gtk_window_set_transient_for (GTK_WINDOW (dialog),
                                GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
show_money_dialog (DaybookBookPage  *self,
                   DaybookMoneyKind  kind)
{
  DaybookAccountViewModel *account = get_account (self);
  guint key = account != NULL ? daybook_account_view_model_get_key (account) : 0;
  g_autoptr (DaybookMoneyFormViewModel) form =
    daybook_book_view_model_new_money_form (self->book, kind, key);

  show_dialog (self, daybook_money_dialog_new (form));
}

/* What the command is about is the page that is looked at, and what was clicked there. */
static void
ask_activated_cb (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  DaybookBookPage *self = DAYBOOK_BOOK_PAGE (widget);
  DaybookAccountViewModel *account = get_account (self);
  DaybookPersonViewModel *person = get_person (self);
  g_autoptr (DaybookCommandFormViewModel) form = NULL;
  g_autofree char *subtitle = NULL;
  DaybookSubject subject = { 0 };
  const char *command;

  g_variant_get (parameter, "(&st&s)", &command, &subject.entry, &subject.username);
  if (account != NULL)
    {
      subject.account = daybook_account_view_model_get_key (account);
      g_object_get (account, "title", &subtitle, NULL);
    }
  if (person != NULL)
    {
      subject.person = daybook_person_view_model_get_key (person);
      g_object_get (person, "name", &subtitle, NULL);
    }
  if (get_entry (self) != NULL)
    g_object_get (get_entry (self), "title", &subtitle, NULL);
  if (g_str_equal (command, "rename-book"))
    {
      g_free (subtitle);
      g_object_get (self->book, "title", &subtitle, NULL);
    }
  if (*subject.username == '\0')
    subject.username = NULL;

  form = daybook_book_view_model_new_command_form (self->book, command, &subject);
  if (form != NULL)
    show_dialog (self, daybook_command_dialog_new (form, subtitle));
}

/* The toast's own title is cut off after one line. Where the window is narrow, that would leave out
 * what was done. A toast is as high as its title at its natural width, so that is made narrow. */
static GtkWidget *
make_title (const char *sentence,
            int         n_chars)
{
  static const char *const classes[] = { "heading", NULL };

  return g_object_new (GTK_TYPE_LABEL, "label", sentence, "wrap", TRUE, "wrap-mode",
                       PANGO_WRAP_WORD_CHAR, "max-width-chars", n_chars, "xalign",
                       0.0, "css-classes", classes, NULL);
}

/* How many letters of usual width a toast has room for. */
static int
count_chars (DaybookBookPage *self,
             gboolean         with_button)
{
  GtkWidget *widget = GTK_WIDGET (self->toasts);
  PangoContext *context = gtk_widget_get_pango_context (widget);
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  double around = AROUND_TOAST + (with_button ? BUTTON * daybook_text_scale (widget) : 0.0);
  double room = gtk_widget_get_width (widget) - around;
  int width = pango_font_metrics_get_approximate_char_width (metrics);

  pango_font_metrics_unref (metrics);
  return MAX (8, (int) (room * PANGO_SCALE / (width * BOLD)));
}

static void
toast_dismissed_cb (DaybookBookPage *self,
                    AdwToast        *toast)
{
  if (toast == self->toast)
    daybook_announce_nothing (self->spoken);
}

static void
show_toast (DaybookBookPage *self,
            const char      *sentence,
            guint64          undoable)
{
  AdwToast *toast = daybook_toast_new (sentence);
  int n_chars = count_chars (self, undoable != 0);

  if (g_utf8_strlen (sentence, -1) > n_chars)
    adw_toast_set_custom_title (toast, make_title (sentence, n_chars));
  adw_toast_set_timeout (toast, TOAST_SECONDS);
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  if (undoable != 0)
    {
      /* Translators: button that takes back what was just recorded. */
      adw_toast_set_button_label (toast, _("Undo"));
      adw_toast_set_action_name (toast, "book.undo-entry");
      adw_toast_set_action_target (toast, "t", undoable);
    }

  /* What is said of an earlier entry must not stand in the way of the latest. */
  if (self->toast != NULL)
    adw_toast_dismiss (self->toast);
  g_set_object (&self->toast, toast);
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (toast_dismissed_cb), self,
                           G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (self->toasts, toast);
  daybook_announce (self->spoken, toast, sentence);
}

static void
recorded_cb (DaybookBookPage *self,
             const char      *sentence,
             guint64          position)
{
  show_toast (self, sentence, position);
}

static void
refused_cb (DaybookBookPage *self,
            const char      *sentence)
{
  show_toast (self, sentence, 0);
}

static void
can_undo_changed_cb (DaybookBookPage *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "book.undo",
                                 self->book != NULL
                                 && daybook_book_view_model_get_can_undo (self->book));
}

static void
account_changed_cb (DaybookBookPage *self)
{
  static const struct { const char *action, *allowed; } actions[] = {
    { "book.deposit", "can-deposit" },
    { "book.withdraw", "can-withdraw" },
    { "book.transfer", "can-withdraw" },
  };
  DaybookAccountViewModel *account = get_account (self);
  gboolean can_record = self->book != NULL && daybook_book_view_model_get_can_record (self->book);

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      gboolean allowed = TRUE;

      if (account != NULL)
        g_object_get (account, actions[i].allowed, &allowed, NULL);
      gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i].action, allowed && can_record);
    }
}

static void
can_record_changed_cb (DaybookBookPage *self)
{
  gboolean can_record = self->book != NULL && daybook_book_view_model_get_can_record (self->book);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "book.register-person", can_record);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "book.open-account", can_record);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "book.ask", can_record);
  account_changed_cb (self);
}

static void
page_changed_cb (DaybookBookPage *self)
{
  g_signal_group_set_target (self->account_signals, get_account (self));
  account_changed_cb (self);
}

static void
person_registered_cb (DaybookBookPage      *self,
                      const char           *sentence,
                      guint64               position,
                      DaybookFormViewModel *form)
{
  show_person (self, daybook_form_view_model_get_result_key (form));
}

static void
account_opened_cb (DaybookBookPage      *self,
                   const char           *sentence,
                   guint64               position,
                   DaybookFormViewModel *form)
{
  show_account (self, daybook_form_view_model_get_result_key (form));
}

static void
section_selected_cb (DaybookBookPage *self,
                     GtkListBoxRow   *row)
{
  if (row != NULL)
    show_section (self, gtk_widget_get_name (GTK_WIDGET (row)));
}

static void
section_activated_cb (DaybookBookPage *self,
                      GtkListBoxRow   *row)
{
  show_section (self, gtk_widget_get_name (GTK_WIDGET (row)));
}

static void
show_activated_cb (GtkWidget  *widget,
                   const char *action,
                   GVariant   *parameter)
{
  DaybookBookPage *self = DAYBOOK_BOOK_PAGE (widget);
  const char *name = g_variant_get_string (parameter, NULL);
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->sidebar, i)) != NULL; i++)
    {
      if (g_str_equal (gtk_widget_get_name (GTK_WIDGET (row)), name))
        gtk_list_box_select_row (self->sidebar, row);
    }
  show_section (self, name);
  gtk_widget_grab_focus (gtk_stack_get_visible_child (self->sections));
}

static void
show_account_activated_cb (GtkWidget  *widget,
                           const char *action,
                           GVariant   *parameter)
{
  show_account (DAYBOOK_BOOK_PAGE (widget), g_variant_get_uint32 (parameter));
}

static void
show_person_activated_cb (GtkWidget  *widget,
                          const char *action,
                          GVariant   *parameter)
{
  show_person (DAYBOOK_BOOK_PAGE (widget), g_variant_get_uint32 (parameter));
}

static void
show_entry_activated_cb (GtkWidget  *widget,
                         const char *action,
                         GVariant   *parameter)
{
  show_entry (DAYBOOK_BOOK_PAGE (widget), g_variant_get_uint64 (parameter));
}

static void
show_sidebar_activated_cb (GtkWidget  *widget,
                           const char *action,
                           GVariant   *parameter)
{
  daybook_split_set_show_content (DAYBOOK_BOOK_PAGE (widget)->split, FALSE);
}

static void
back_activated_cb (GtkWidget  *widget,
                   const char *action,
                   GVariant   *parameter)
{
  daybook_navigation_pop (DAYBOOK_BOOK_PAGE (widget)->navigation);
}

static void
deposit_activated_cb (GtkWidget  *widget,
                      const char *action,
                      GVariant   *parameter)
{
  show_money_dialog (DAYBOOK_BOOK_PAGE (widget), DAYBOOK_MONEY_DEPOSIT);
}

static void
withdraw_activated_cb (GtkWidget  *widget,
                       const char *action,
                       GVariant   *parameter)
{
  show_money_dialog (DAYBOOK_BOOK_PAGE (widget), DAYBOOK_MONEY_WITHDRAW);
}

static void
transfer_activated_cb (GtkWidget  *widget,
                       const char *action,
                       GVariant   *parameter)
{
  show_money_dialog (DAYBOOK_BOOK_PAGE (widget), DAYBOOK_MONEY_TRANSFER);
}

static void
register_activated_cb (GtkWidget  *widget,
                       const char *action,
                       GVariant   *parameter)
{
  DaybookBookPage *self = DAYBOOK_BOOK_PAGE (widget);
  g_autoptr (DaybookRegisterFormViewModel) form =
    daybook_book_view_model_new_register_form (self->book);

  g_signal_connect_object (form, "done", G_CALLBACK (person_registered_cb), self,
                           G_CONNECT_SWAPPED);
  show_dialog (self, daybook_register_dialog_new (form));
}

static void
open_account_activated_cb (GtkWidget  *widget,
                           const char *action,
                           GVariant   *parameter)
{
  DaybookBookPage *self = DAYBOOK_BOOK_PAGE (widget);
  DaybookPersonViewModel *person = get_person (self);
  guint key = person != NULL ? daybook_person_view_model_get_key (person) : 0;
  g_autoptr (DaybookOpenAccountFormViewModel) form =
    daybook_book_view_model_new_open_account_form (self->book, key);

  g_signal_connect_object (form, "done", G_CALLBACK (account_opened_cb), self,
                           G_CONNECT_SWAPPED);
  show_dialog (self, daybook_open_account_dialog_new (form));
}

static void
undo_activated_cb (GtkWidget  *widget,
                   const char *action,
                   GVariant   *parameter)
{
  daybook_book_view_model_undo (DAYBOOK_BOOK_PAGE (widget)->book);
}

static void
undo_entry_activated_cb (GtkWidget  *widget,
                         const char *action,
                         GVariant   *parameter)
{
  daybook_book_view_model_undo_entry (DAYBOOK_BOOK_PAGE (widget)->book,
                                      g_variant_get_uint64 (parameter));
}

static void
set_book (DaybookBookPage      *self,
          DaybookBookViewModel *book)
{
  if (!g_set_object (&self->book, book))
    return;

  g_signal_group_set_target (self->book_signals, book);
  can_undo_changed_cb (self);
  can_record_changed_cb (self);
  fill_section (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BOOK]);
}

static void
daybook_book_page_get_property (GObject    *object,
                                guint       id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_BOOK:
      g_value_set_object (value, DAYBOOK_BOOK_PAGE (object)->book);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
daybook_book_page_set_property (GObject      *object,
                                guint         id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  switch (id)
    {
    case PROP_BOOK:
      set_book (DAYBOOK_BOOK_PAGE (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
daybook_book_page_dispose (GObject *object)
{
  DaybookBookPage *self = DAYBOOK_BOOK_PAGE (object);

  g_clear_object (&self->account_signals);
  g_clear_object (&self->book_signals);
  g_clear_object (&self->toast);
  g_clear_object (&self->book);

  G_OBJECT_CLASS (daybook_book_page_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "book.show", "s", show_activated_cb);
  gtk_widget_class_install_action (klass, "book.show-account", "u", show_account_activated_cb);
  gtk_widget_class_install_action (klass, "book.show-person", "u", show_person_activated_cb);
  gtk_widget_class_install_action (klass, "book.show-entry", "t", show_entry_activated_cb);
  gtk_widget_class_install_action (klass, "book.show-sidebar", NULL, show_sidebar_activated_cb);
  gtk_widget_class_install_action (klass, "book.back", NULL, back_activated_cb);
  gtk_widget_class_install_action (klass, "book.deposit", NULL, deposit_activated_cb);
  gtk_widget_class_install_action (klass, "book.withdraw", NULL, withdraw_activated_cb);
  gtk_widget_class_install_action (klass, "book.transfer", NULL, transfer_activated_cb);
  gtk_widget_class_install_action (klass, "book.register-person", NULL, register_activated_cb);
  gtk_widget_class_install_action (klass, "book.open-account", NULL, open_account_activated_cb);
  /* A command, the number of an entry or 0, a username or nothing. */
  gtk_widget_class_install_action (klass, "book.ask", "(sts)", ask_activated_cb);
  gtk_widget_class_install_action (klass, "book.undo", NULL, undo_activated_cb);
  gtk_widget_class_install_action (klass, "book.undo-entry", "t", undo_entry_activated_cb);
}

static void
daybook_book_page_class_init (DaybookBookPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = daybook_book_page_dispose;
  object_class->get_property = daybook_book_page_get_property;
  object_class->set_property = daybook_book_page_set_property;

  properties[PROP_BOOK] =
    g_param_spec_object ("book", NULL, NULL, DAYBOOK_TYPE_BOOK_VIEW_MODEL,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  g_type_ensure (DAYBOOK_TYPE_NAVIGATION);
  g_type_ensure (DAYBOOK_TYPE_SPLIT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/daybook/Daybook/ui/book-page.ui");
  gtk_widget_class_bind_template_child (widget_class, DaybookBookPage, toasts);
  gtk_widget_class_bind_template_child (widget_class, DaybookBookPage, spoken);
  gtk_widget_class_bind_template_child (widget_class, DaybookBookPage, split);
  gtk_widget_class_bind_template_child (widget_class, DaybookBookPage, navigation);
  gtk_widget_class_bind_template_child (widget_class, DaybookBookPage, sidebar);
  gtk_widget_class_bind_template_child (widget_class, DaybookBookPage, sections);
  gtk_widget_class_bind_template_child (widget_class, DaybookBookPage, books);
  gtk_widget_class_bind_template_callback (widget_class, page_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, section_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, section_activated_cb);
  daybook_closures_bind (widget_class);
  install_actions (widget_class);
}

static void
daybook_book_page_init (DaybookBookPage *self)
{
  self->book_signals = g_signal_group_new (DAYBOOK_TYPE_BOOK_VIEW_MODEL);
  g_signal_group_connect_swapped (self->book_signals, "recorded", G_CALLBACK (recorded_cb), self);
  g_signal_group_connect_swapped (self->book_signals, "refused", G_CALLBACK (refused_cb), self);
  g_signal_group_connect_swapped (self->book_signals, "notify::can-undo",
                                  G_CALLBACK (can_undo_changed_cb), self);
  g_signal_group_connect_swapped (self->book_signals, "notify::can-record",
                                  G_CALLBACK (can_record_changed_cb), self);
  self->account_signals = g_signal_group_new (DAYBOOK_TYPE_ACCOUNT_VIEW_MODEL);
  g_signal_group_connect_swapped (self->account_signals, "notify::can-deposit",
                                  G_CALLBACK (account_changed_cb), self);
  g_signal_group_connect_swapped (self->account_signals, "notify::can-withdraw",
                                  G_CALLBACK (account_changed_cb), self);

  gtk_widget_init_template (GTK_WIDGET (self));
  daybook_shown_follow (GTK_WIDGET (self->sections));
  gtk_list_box_select_row (self->sidebar, gtk_list_box_get_row_at_index (self->sidebar, 0));
  daybook_list_let_tab_leave (GTK_WIDGET (self->sidebar));
}

/**
 * daybook_book_page_set_recent:
 * @recent: (element-type DaybookRecentBook): the books opened last
 *
 * Lets the menu lead to the other books opened last.
 */
void
daybook_book_page_set_recent (DaybookBookPage *self,
                              GListModel      *recent)
{
  g_return_if_fail (DAYBOOK_IS_BOOK_PAGE (self));

  daybook_recent_menu_follow (self->books, recent, daybook_book_view_model_get_path (self->book));
}

/**
 * daybook_book_page_get_help:
 *
 * Returns: which page of the manual is about what is looked at.
 */
const char *
daybook_book_page_get_help (DaybookBookPage *self)
{
  static const struct { const char *section, *help; } sections[] = {
    { "accounts", "people-and-accounts" },
    { "people", "people-and-accounts" },
    { "daybook", "finding-entries" },
  };
  const char *shown;

  g_return_val_if_fail (DAYBOOK_IS_BOOK_PAGE (self), NULL);

  if (get_account (self) != NULL)
    return "available";
  if (get_person (self) != NULL)
    return "people-and-accounts";
  if (get_entry (self) != NULL)
    return "correcting";

  shown = gtk_stack_get_visible_child_name (self->sections);
  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    if (g_strcmp0 (shown, sections[i].section) == 0)
      return sections[i].help;

  return "index";
}
