/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A new book: a name and a currency. The command itself is the bookshelf's: it also knows the time
 * zone and makes the file. */

#include "new-book-form-view-model.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <string.h>

#include "books/book-records.h"
#include "choice.h"
#include "property.h"

enum
{
  FIELD_NAME,
};

static const DaybookFormField fields[] = {
  [FIELD_NAME] = { "name", "name" },
};

enum
{
  PROP_CURRENCIES = 1,
  PROP_CURRENCY,
  PROP_FILE_NAME,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* Most file systems end a name at 255 bytes; the ending has to fit as well. */
#define MAX_FILE_NAME 200

struct _DaybookNewBookFormViewModel
{
  DaybookFormViewModel parent_instance;

  GListModel *currencies;
  guint currency;
  char *file_name;
  DaybookCommand *command;
};

G_DEFINE_FINAL_TYPE (DaybookNewBookFormViewModel, daybook_new_book_form_view_model,
                     DAYBOOK_TYPE_FORM_VIEW_MODEL)

/* What is paid with here, by the user's locale; the euro where the locale does not say. */
static DaybookCurrency
guess_currency (void)
{
  DaybookCurrency currency = { "EUR" };
  char code[sizeof currency.code];

  g_strlcpy (code, localeconv ()->int_curr_symbol, sizeof code);
  daybook_currency_parse (code, &currency);

  return currency;
}

/* The name of the book, without what file systems do not allow or hide. */
static char *
make_file_name (const char *name)
{
  g_autoptr (GString) stem = g_string_new (NULL);

  for (const char *p = name; *p != '\0' && stem->len < MAX_FILE_NAME; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_iscntrl (c) || (c < 0x80 && strchr ("/\\:*?\"<>|", c) != NULL))
        g_string_append_c (stem, '-');
      else if (c != '.' || stem->len > 0)
        g_string_append_unichar (stem, c);
    }

  g_strstrip (stem->str);
  /* Translators: a name for a book's file where the book has no name yet. */
  return g_strconcat (*stem->str != '\0' ? stem->str : _("Book"), ".daybook", NULL);
}

static void
daybook_new_book_form_view_model_check (DaybookFormViewModel *form,
                                        gboolean              book_changed)
{
  DaybookNewBookFormViewModel *self = DAYBOOK_NEW_BOOK_FORM_VIEW_MODEL (form);
  const char *name;

  daybook_record_free (self->command);
  self->command = daybook_record_new (&daybook_start);
  daybook_form_view_model_fill (form, FIELD_NAME, self->command);

  name = ((const DaybookStart *) self->command)->name;
  if (name == NULL)
    daybook_form_view_model_set_incomplete (form);
  daybook_property_take_text (self, properties[PROP_FILE_NAME], &self->file_name,
                              make_file_name (name != NULL ? name : ""));
}

static void
daybook_new_book_form_view_model_get_property (GObject    *object,
                                               guint       id,
                                               GValue     *value,
                                               GParamSpec *pspec)
{
  DaybookNewBookFormViewModel *self = DAYBOOK_NEW_BOOK_FORM_VIEW_MODEL (object);

  switch (id)
    {
    case PROP_CURRENCIES:
      g_value_set_object (value, self->currencies);
      break;
    case PROP_CURRENCY:
      g_value_set_uint (value, self->currency);
      break;
    case PROP_FILE_NAME:
      g_value_set_string (value, self->file_name);
      break;
    default:
      G_OBJECT_CLASS (daybook_new_book_form_view_model_parent_class)->
        get_property (object, id, value, pspec);
    }
}

static void
daybook_new_book_form_view_model_set_property (GObject      *object,
                                               guint         id,
                                               const GValue *value,
                                               GParamSpec   *pspec)
{
  DaybookNewBookFormViewModel *self = DAYBOOK_NEW_BOOK_FORM_VIEW_MODEL (object);

  switch (id)
    {
    case PROP_CURRENCY:
      /* A drop-down that was emptied says that nothing is chosen. */
      if (g_value_get_uint (value) < g_list_model_get_n_items (self->currencies) &&
          daybook_property_set_uint (self, pspec, &self->currency, g_value_get_uint (value)))
        daybook_form_view_model_check (DAYBOOK_FORM_VIEW_MODEL (self));
      break;
    default:
      G_OBJECT_CLASS (daybook_new_book_form_view_model_parent_class)->
        set_property (object, id, value, pspec);
    }
}

static void
daybook_new_book_form_view_model_finalize (GObject *object)
{
  DaybookNewBookFormViewModel *self = DAYBOOK_NEW_BOOK_FORM_VIEW_MODEL (object);

  g_clear_object (&self->currencies);
  g_clear_pointer (&self->file_name, g_free);
  g_clear_pointer (&self->command, daybook_record_free);

  G_OBJECT_CLASS (daybook_new_book_form_view_model_parent_class)->finalize (object);
}

static const char *
daybook_new_book_form_view_model_get_help (DaybookFormViewModel *form)
{
  return "new-book";
}

static void
daybook_new_book_form_view_model_class_init (DaybookNewBookFormViewModelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  DaybookFormViewModelClass *form_class = DAYBOOK_FORM_VIEW_MODEL_CLASS (klass);

  object_class->get_property = daybook_new_book_form_view_model_get_property;
  object_class->set_property = daybook_new_book_form_view_model_set_property;
  object_class->finalize = daybook_new_book_form_view_model_finalize;
  form_class->check = daybook_new_book_form_view_model_check;
  form_class->get_help = daybook_new_book_form_view_model_get_help;

  properties[PROP_CURRENCIES] = DAYBOOK_LIST_PROPERTY ("currencies");
  properties[PROP_CURRENCY] = DAYBOOK_UINT_PROPERTY ("currency", DAYBOOK_WRITABLE);
  properties[PROP_FILE_NAME] = DAYBOOK_TEXT_PROPERTY ("file-name", DAYBOOK_READABLE);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  daybook_form_view_model_class_install (form_class, fields, G_N_ELEMENTS (fields));
}

static void
daybook_new_book_form_view_model_init (DaybookNewBookFormViewModel *self)
{
  self->file_name = g_strdup ("");
  self->currencies = daybook_currency_choices ();
  self->currency = daybook_choices_find (self->currencies, guess_currency ().code);
}

/**
 * daybook_new_book_form_view_model_new:
 *
 * Returns: (transfer full): a form.
 */
DaybookNewBookFormViewModel *
daybook_new_book_form_view_model_new (void)
{
  DaybookNewBookFormViewModel *self = g_object_new (DAYBOOK_TYPE_NEW_BOOK_FORM_VIEW_MODEL, NULL);
  DaybookFormViewModel *form = DAYBOOK_FORM_VIEW_MODEL (self);

  daybook_form_view_model_set_title (form, _("New Book"));
  daybook_form_view_model_check (form);

  return self;
}

/**
 * daybook_new_book_form_view_model_dup_name:
 *
 * Returns: (transfer full) (nullable): the book's name, as it will be kept.
 */
char *
daybook_new_book_form_view_model_dup_name (DaybookNewBookFormViewModel *self)
{
  return g_strdup (((const DaybookStart *) self->command)->name);
}

/**
 * daybook_new_book_form_view_model_get_currency:
 *
 * Returns: the home currency that is chosen.
 */
DaybookCurrency
daybook_new_book_form_view_model_get_currency (DaybookNewBookFormViewModel *self)
{
  g_autoptr (DaybookChoice) choice = g_list_model_get_item (self->currencies, self->currency);
  DaybookCurrency currency = { "" };

  g_assert (daybook_currency_parse (daybook_choice_get_id (choice), &currency));

  return currency;
}
