/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "person-page.h"

#include <glib/gi18n.h>

#include "names.h"

struct _DaybookPersonPage
{
  DaybookPage parent_instance;

  DaybookPersonViewModel *person;

  AdwPreferencesGroup *facts;
  GtkWidget *open_account;
  GtkListBox *accounts;
};

G_DEFINE_FINAL_TYPE (DaybookPersonPage, daybook_person_page, DAYBOOK_TYPE_PAGE)

enum
{
  PROP_PERSON = 1,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

/* What is known of a person: a property, what it is called, what is said quietly beneath, and
 * whether it is written from left to right everywhere. */
static const struct
{
  const char *property;
  const char *title;
  const char *beneath;
  gboolean is_figures;
} facts[] = {
  /* Translators: of a person. */
  { "username", N_("Username"), "former" },
  /* Translators: of a person. */
  { "email", N_("Email") },
  /* Translators: of a person: the telephone number. */
  { "phone", N_("Phone"), NULL, TRUE },
  /* Translators: of a person: the postal address. */
  { "address", N_("Address") },
  /* Translators: of a person: what else is to be known. */
  { "note", N_("Note") },
  /* Translators: of a person: since when the book knows them. */
  { "registered", N_("Registered") },
};

static GtkWidget *
new_text (gboolean quiet)
{
  static const char *const classes[] = { "caption", "dim-label", NULL };

  return g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR,
                       "xalign", 0.0f, "css-classes", quiet ? classes : NULL, NULL);
}

static gboolean
is_filled (GBinding     *binding,
           const GValue *from,
           GValue       *to,
           gpointer      user_data)
{
  const char *text = g_value_get_string (from);

  g_value_set_boolean (to, text != NULL && *text != '\0');
  return TRUE;
}

/* Stays where it is, whichever way it is written. */
static void
write_figures (GtkWidget *label)
{
  if (gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL)
    gtk_label_set_xalign (GTK_LABEL (label), 1.0f);
  gtk_widget_set_direction (label, GTK_TEXT_DIR_LTR);
}

/* Text that follows a property of the person, and @widget, which is only seen if there is any. */
static GtkWidget *
new_text_of (DaybookPersonPage *self,
             const char        *property,
             gboolean           quiet,
             GtkWidget         *widget)
{
  GtkWidget *text = new_text (quiet);

  gtk_label_set_selectable (GTK_LABEL (text), !quiet);
  g_object_bind_property (self->person, property, text, "label", G_BINDING_SYNC_CREATE);
  g_object_bind_property_full (self->person, property, widget != NULL ? widget : text, "visible",
                               G_BINDING_SYNC_CREATE, is_filled, NULL, NULL, NULL);

  return text;
}

static void
show_facts (DaybookPersonPage *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      GtkWidget *row = g_object_new (ADW_TYPE_PREFERENCES_ROW, "activatable", FALSE,
                                     "focusable", FALSE, NULL);
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
      GtkWidget *title = new_text (TRUE);
      GtkWidget *text = new_text_of (self, facts[i].property, FALSE, row);

      if (facts[i].is_figures)
        write_figures (text);
      gtk_widget_add_css_class (box, "fact");
      gtk_label_set_label (GTK_LABEL (title), _(facts[i].title));
      /* Not labelled by it: GTK 4.18 would call the text by its title and not say it. */
      daybook_describe (GTK_ACCESSIBLE (text), _(facts[i].title));
      gtk_box_append (GTK_BOX (box), title);
      gtk_box_append (GTK_BOX (box), text);
      if (facts[i].beneath != NULL)
        gtk_box_append (GTK_BOX (box), new_text_of (self, facts[i].beneath, TRUE, NULL));
      gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
      adw_preferences_group_add (self->facts, row);
    }
}

static GtkWidget *
new_account_row (gpointer item,
                 gpointer user_data)
{
  DaybookAccountRow *account = item;
  g_autofree char *title = NULL;
  g_autofree char *caption = NULL;
  g_autofree char *balance = NULL;
  g_autofree char *status = NULL;
  GtkWidget *figure;
  GtkWidget *row;
  GtkWidget *word = new_text (TRUE);

  g_object_get (account, "title", &title, "caption", &caption, "balance", &balance,
                "status", &status, NULL);
  figure = gtk_label_new (balance);
  gtk_widget_add_css_class (figure, "numeric");
  write_figures (figure);
  gtk_label_set_text (GTK_LABEL (word), status);
  gtk_label_set_wrap (GTK_LABEL (word), FALSE);
  gtk_widget_set_visible (word, *status != '\0');
  row = g_object_new (ADW_TYPE_ACTION_ROW,
                      "use-markup", FALSE,
                      "title", title,
                      "subtitle", caption,
                      "activatable", TRUE,
                      "action-name", "book.show-account",
                      NULL);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "u",
                                    daybook_account_row_get_key (account));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), word);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), figure);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), daybook_new_arrow ());

  return row;
}

static void
set_person (DaybookPersonPage      *self,
            DaybookPersonViewModel *person)
{
  g_autoptr (GListModel) accounts = NULL;
  g_autofree char *name = NULL;

  self->person = g_object_ref (person);
  show_facts (self);
  g_object_get (person, "accounts", &accounts, "name", &name, NULL);
  daybook_name_lists (GTK_WIDGET (self->facts), name);
  gtk_list_box_bind_model (self->accounts, accounts, new_account_row, NULL, NULL);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PERSON]);
}

static gboolean
daybook_person_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (DAYBOOK_PERSON_PAGE (widget)->open_account);
}

static void
daybook_person_page_get_property (GObject    *object,
                                  guint       id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_PERSON:
      g_value_set_object (value, DAYBOOK_PERSON_PAGE (object)->person);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
daybook_person_page_finalize (GObject *object)
{
  g_clear_object (&DAYBOOK_PERSON_PAGE (object)->person);

  G_OBJECT_CLASS (daybook_person_page_parent_class)->finalize (object);
}

static void
daybook_person_page_class_init (DaybookPersonPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = daybook_person_page_finalize;
  object_class->get_property = daybook_person_page_get_property;
  widget_class->grab_focus = daybook_person_page_grab_focus;

  properties[PROP_PERSON] =
    g_param_spec_object ("person", NULL, NULL, DAYBOOK_TYPE_PERSON_VIEW_MODEL,
                         G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  daybook_page_bind_common (widget_class, "/org/daybook/Daybook/ui/person-page.ui");
  gtk_widget_class_bind_template_child (widget_class, DaybookPersonPage, facts);
  gtk_widget_class_bind_template_child (widget_class, DaybookPersonPage, open_account);
  gtk_widget_class_bind_template_child (widget_class, DaybookPersonPage, accounts);
}

static void
daybook_person_page_init (DaybookPersonPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * daybook_person_page_new:
 *
 * Returns: a page of @person.
 */
GtkWidget *
daybook_person_page_new (DaybookPersonViewModel *person)
{
  DaybookPersonPage *self;

  g_return_val_if_fail (DAYBOOK_IS_PERSON_VIEW_MODEL (person), NULL);

  self = g_object_new (DAYBOOK_TYPE_PERSON_PAGE,
                       "book", daybook_person_view_model_get_book (person),
                       NULL);
  set_person (self, person);

  return GTK_WIDGET (self);
}

/**
 * daybook_person_page_get_person:
 *
 * Returns: (transfer none) (nullable): the person that is shown.
 */
DaybookPersonViewModel *
daybook_person_page_get_person (DaybookPersonPage *self)
{
  g_return_val_if_fail (DAYBOOK_IS_PERSON_PAGE (self), NULL);

  return self->person;
}
