/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What can be done is said by the view model; here it becomes actions, so that buttons and the menu
 * follow by themselves: a button that cannot work is insensitive, an item of the menu is not there.
 */

#include "account-page.h"

#include <glib/gi18n.h>
#include <string.h>

#include "bound-rows.h"
#include "names.h"
#include "platform/column-view.h"
#include "platform/list-tab.h"
#include "scroller.h"
#include "shrink.h"
#include "text-scale.h"

/* As many times as large as usual: two buttons beside each other are too much for a phone. */
#define LARGE_TEXT 1.4

struct _DaybookAccountPage
{
  DaybookPage parent_instance;

  DaybookAccountViewModel *account;
  GSignalGroup *account_signals;
  GSignalGroup *holds_signals;
  GSignalGroup *joint_holders_signals;

  GtkWidget *deposit;
  GtkWidget *more_button;
  AdwExpanderRow *holds;
  AdwExpanderRow *joint_holders;
  GtkColumnView *entries;
  GtkColumnViewColumn *in_column;
  GtkColumnViewColumn *out_column;
  GtkColumnViewColumn *balance_column;
  GtkColumnViewColumn *amount_column;
};

G_DEFINE_FINAL_TYPE (DaybookAccountPage, daybook_account_page, DAYBOOK_TYPE_PAGE)

enum
{
  PROP_ACCOUNT = 1,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

/* Each asks for the command of the same name. */
static const struct
{
  const char *action;
  const char *allowed;
} actions[] = {
  { "account.hold", "can-change" },
  { "account.limits", "can-change" },
  { "account.add-holder", "can-change" },
  { "account.rename", "can-change" },
  { "account.block", "can-block" },
  { "account.unblock", "can-unblock" },
  { "account.close", "can-close" },
  { "account.reopen", "can-reopen" },
};

static void
command_activated_cb (GtkWidget  *widget,
                      const char *action,
                      GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "book.ask", "(sts)", strchr (action, '.') + 1,
                              (guint64) 0, "");
}

static void
account_changed_cb (DaybookAccountPage *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      gboolean allowed = FALSE;

      if (self->account != NULL)
        g_object_get (self->account, actions[i].allowed, &allowed, NULL);
      gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i].action, allowed);
    }
}

/* @about tells buttons with the same label apart for whoever does not see beside what they are. */
static GtkWidget *
new_button (DaybookAccountPage *self,
            const char         *label,
            const char         *about,
            const char         *allowed)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, about,
                                  -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "book.ask");
  g_object_bind_property (self->account, allowed, button, "visible", G_BINDING_SYNC_CREATE);

  return button;
}

static GtkWidget *
new_label (const char        *text,
           const char *const *classes)
{
  return g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "wrap", TRUE,
                       "wrap-mode", PANGO_WRAP_WORD_CHAR, "css-classes", classes, NULL);
}

/* What for and since when, and how much. */
static GtkWidget *
new_hold_facts (DaybookHoldRow *hold,
                const char     *reason)
{
  static const char *const plain[] = { NULL };
  static const char *const dim[] = { "caption", "dim-label", NULL };
  static const char *const figure[] = { "numeric", NULL };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autofree char *amount = NULL;
  g_autofree char *days = NULL;
  GtkWidget *label;

  g_object_get (hold, "amount", &amount, "days", &days, NULL);
  gtk_box_append (GTK_BOX (words), new_label (reason, plain));
  gtk_box_append (GTK_BOX (words), new_label (days, dim));
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (box), words);
  label = new_label (amount, figure);
  gtk_label_set_wrap (GTK_LABEL (label), FALSE);
  gtk_box_append (GTK_BOX (box), label);

  return box;
}

static gboolean
stack_if_folded (GBinding     *binding,
                 const GValue *folded,
                 GValue       *orientation,
                 gpointer      user_data)
{
  g_value_set_enum (orientation, g_value_get_boolean (folded) ? GTK_ORIENTATION_VERTICAL
                                                              : GTK_ORIENTATION_HORIZONTAL);
  return TRUE;
}

/* Beside each other, or where there is no room, one above the other. */
static gboolean
stack_if_large (GBinding     *binding,
                const GValue *folded,
                GValue       *orientation,
                gpointer      page)
{
  gboolean stacks = g_value_get_boolean (folded) && daybook_text_scale (page) > LARGE_TEXT;

  g_value_set_enum (orientation, stacks ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  return TRUE;
}

static GtkWidget *
new_hold_row (gpointer item,
              gpointer user_data)
{
  DaybookAccountPage *self = user_data;
  DaybookHoldRow *hold = item;
  guint64 entry = daybook_hold_row_get_entry (hold);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *reason = NULL;
  GtkWidget *release, *pay_out, *row;

  g_object_get (hold, "reason", &reason, NULL);
  /* Translators: button that ends a hold: the money is available again. */
  release = new_button (self, _("_Release…"), reason, "can-change");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (release), "(sts)", "release", entry, "");
  gtk_box_append (GTK_BOX (buttons), release);
  /* Translators: button that ends a hold: the money is paid out. */
  pay_out = new_button (self, _("_Pay Out…"), reason, "can-withdraw");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (pay_out), "(sts)", "capture", entry, "");
  gtk_box_append (GTK_BOX (buttons), pay_out);

  gtk_widget_set_halign (buttons, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (box), new_hold_facts (hold, reason));
  gtk_box_append (GTK_BOX (box), buttons);
  gtk_widget_add_css_class (box, "hold");
  g_object_bind_property_full (self, "folded", box, "orientation", G_BINDING_SYNC_CREATE,
                               stack_if_folded, NULL, NULL, NULL);
  g_object_bind_property_full (self, "folded", buttons, "orientation", G_BINDING_SYNC_CREATE,
                               stack_if_large, NULL, self, NULL);

  row = g_object_new (ADW_TYPE_PREFERENCES_ROW, "use-markup", FALSE, "title", reason,
                      "activatable", FALSE, "child", box, NULL);
  daybook_name_by_text (row);

  return row;
}

static GtkWidget *
new_holder_row (gpointer item,
                gpointer user_data)
{
  DaybookAccountPage *self = user_data;
  DaybookPersonRow *person = item;
  const char *username = daybook_person_row_get_username (person);
  g_autofree char *name = NULL;
  GtkWidget *row, *remove;

  g_object_get (person, "name", &name, NULL);
  row = g_object_new (ADW_TYPE_ACTION_ROW,
                      "use-markup", FALSE,
                      "title", name,
                      "subtitle", username,
                      "activatable", TRUE,
                      "action-name", "book.show-person",
                      NULL);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "u", daybook_person_row_get_key (person));
  /* Translators: button beside the name of one of several holders of an account. */
  remove = new_button (self, _("Re_move…"), name, "can-change");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (remove), "(sts)", "remove-holder",
                                    (guint64) 0, username);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), remove);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), daybook_new_arrow ());

  return row;
}

/* What was released or removed may have had the keyboard's focus: on to what is left, then. */
static void
rows_changed_cb (DaybookAccountPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (root == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)) ||
      (focus != NULL && gtk_widget_get_mapped (focus)))
    return;

  if (!gtk_widget_child_focus (GTK_WIDGET (self->holds), GTK_DIR_TAB_FORWARD))
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
set_account (DaybookAccountPage      *self,
             DaybookAccountViewModel *account)
{
  g_autoptr (GListModel) holds = NULL;
  g_autoptr (GListModel) joint_holders = NULL;

  self->account = g_object_ref (account);
  g_object_get (account, "holds", &holds, "joint-holders", &joint_holders, NULL);
  daybook_bound_rows_attach (self->holds, holds, new_hold_row, self);
  daybook_bound_rows_attach (self->joint_holders, joint_holders, new_holder_row, self);
  g_signal_group_set_target (self->account_signals, account);
  g_signal_group_set_target (self->holds_signals, holds);
  g_signal_group_set_target (self->joint_holders_signals, joint_holders);
  account_changed_cb (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ACCOUNT]);
}

static void
entry_activated_cb (DaybookAccountPage *self,
                    guint               position,
                    GtkColumnView      *entries)
{
  g_autoptr (DaybookEntryRow) row =
    g_list_model_get_item (G_LIST_MODEL (gtk_column_view_get_model (entries)), position);

  if (row != NULL && daybook_entry_row_get_position (row) != 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "book.show-entry", "t",
                                daybook_entry_row_get_position (row));
}

/* Where a blocked or closed account leaves no button to begin with, the menu is there. */
static gboolean
daybook_account_page_grab_focus (GtkWidget *widget)
{
  DaybookAccountPage *self = DAYBOOK_ACCOUNT_PAGE (widget);

  return gtk_widget_grab_focus (self->deposit) ||
         gtk_widget_grab_focus (self->more_button) ||
         gtk_widget_grab_focus (GTK_WIDGET (self->entries));
}

static void
daybook_account_page_get_property (GObject    *object,
                                   guint       id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_ACCOUNT:
      g_value_set_object (value, DAYBOOK_ACCOUNT_PAGE (object)->account);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
daybook_account_page_finalize (GObject *object)
{
  DaybookAccountPage *self = DAYBOOK_ACCOUNT_PAGE (object);

  g_clear_object (&self->account_signals);
  g_clear_object (&self->holds_signals);
  g_clear_object (&self->joint_holders_signals);
  g_clear_object (&self->account);

  G_OBJECT_CLASS (daybook_account_page_parent_class)->finalize (object);
}

static void
daybook_account_page_class_init (DaybookAccountPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = daybook_account_page_finalize;
  object_class->get_property = daybook_account_page_get_property;
  widget_class->grab_focus = daybook_account_page_grab_focus;

  properties[PROP_ACCOUNT] =
    g_param_spec_object ("account", NULL, NULL, DAYBOOK_TYPE_ACCOUNT_VIEW_MODEL,
                         G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  g_type_ensure (DAYBOOK_TYPE_ENTRY_ROW);
  g_type_ensure (DAYBOOK_TYPE_SCROLLER);
  g_type_ensure (DAYBOOK_TYPE_SHRINK);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].action, NULL, command_activated_cb);
  daybook_page_bind_common (widget_class, "/org/daybook/Daybook/ui/account-page.ui");
  gtk_widget_class_bind_template_child (widget_class, DaybookAccountPage, deposit);
  gtk_widget_class_bind_template_child (widget_class, DaybookAccountPage, more_button);
  gtk_widget_class_bind_template_child (widget_class, DaybookAccountPage, holds);
  gtk_widget_class_bind_template_child (widget_class, DaybookAccountPage, joint_holders);
  gtk_widget_class_bind_template_child (widget_class, DaybookAccountPage, entries);
  gtk_widget_class_bind_template_child (widget_class, DaybookAccountPage, in_column);
  gtk_widget_class_bind_template_child (widget_class, DaybookAccountPage, out_column);
  gtk_widget_class_bind_template_child (widget_class, DaybookAccountPage, balance_column);
  gtk_widget_class_bind_template_child (widget_class, DaybookAccountPage, amount_column);
  gtk_widget_class_bind_template_callback (widget_class, entry_activated_cb);
}

static void
daybook_account_page_init (DaybookAccountPage *self)
{
  self->account_signals = g_signal_group_new (DAYBOOK_TYPE_ACCOUNT_VIEW_MODEL);
  g_signal_group_connect_swapped (self->account_signals, "notify",
                                  G_CALLBACK (account_changed_cb), self);
  self->holds_signals = g_signal_group_new (G_TYPE_LIST_MODEL);
  g_signal_group_connect_swapped (self->holds_signals, "items-changed",
                                  G_CALLBACK (rows_changed_cb), self);
  self->joint_holders_signals = g_signal_group_new (G_TYPE_LIST_MODEL);
  g_signal_group_connect_swapped (self->joint_holders_signals, "items-changed",
                                  G_CALLBACK (rows_changed_cb), self);

  gtk_widget_init_template (GTK_WIDGET (self));
  account_changed_cb (self);
  daybook_column_view_align_title (self->entries, self->in_column);
  daybook_column_view_align_title (self->entries, self->out_column);
  daybook_column_view_align_title (self->entries, self->balance_column);
  daybook_column_view_align_title (self->entries, self->amount_column);
  daybook_column_view_keep_top (self->entries);
  daybook_list_let_tab_leave (GTK_WIDGET (self->entries));
}

/**
 * daybook_account_page_new:
 *
 * Returns: a page of @account.
 */
GtkWidget *
daybook_account_page_new (DaybookAccountViewModel *account)
{
  DaybookAccountPage *self;

  g_return_val_if_fail (DAYBOOK_IS_ACCOUNT_VIEW_MODEL (account), NULL);

  self = g_object_new (DAYBOOK_TYPE_ACCOUNT_PAGE,
                       "book", daybook_account_view_model_get_book (account),
                       NULL);
  set_account (self, account);

  return GTK_WIDGET (self);
}

/**
 * daybook_account_page_get_account:
 *
 * Returns: (transfer none) (nullable): the account that is shown.
 */
DaybookAccountViewModel *
daybook_account_page_get_account (DaybookAccountPage *self)
{
  g_return_val_if_fail (DAYBOOK_IS_ACCOUNT_PAGE (self), NULL);

  return self->account;
}
