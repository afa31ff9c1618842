/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How whoever sits at this desk likes to work: the settings, each with a row. What
 * AdwPreferencesDialog will show once the floor is libadwaita 1.5; until then, an
 * AdwPreferencesWindow. */

#include "platform/preferences.h"

#include <glib/gi18n.h>

#include "compose.h"
#include "names.h"
#include "platform/entry-row.h"
#include "platform/help.h"
#include "shown.h"

/* Small enough for any window; what does not fit scrolls. */
#define WIDTH 360
#define HEIGHT 520

/* The nicks of an enumeration, in the order of its choices. */
static const char *const schemes[] = { "system", "light", "dark", NULL };
static const char *const methods[] = { "cash", "bank", NULL };

static gboolean
to_place (GValue   *value,
          GVariant *variant,
          gpointer  nicks)
{
  const char *const *list = nicks;
  const char *nick = g_variant_get_string (variant, NULL);

  for (guint i = 0; list[i] != NULL; i++)
    if (g_str_equal (list[i], nick))
      {
        g_value_set_uint (value, i);
        return TRUE;
      }

  return FALSE;
}

static GVariant *
from_place (const GValue       *value,
            const GVariantType *type,
            gpointer            nicks)
{
  const char *const *list = nicks;
  guint place = g_value_get_uint (value);

  return place < g_strv_length ((char **) list) ? g_variant_new_string (list[place]) : NULL;
}

static GtkWidget *
make_choice (GSettings          *settings,
             const char         *key,
             const char         *title,
             const char *const  *nicks,
             const char *const  *choices)
{
  g_autoptr (GtkStringList) model = gtk_string_list_new (NULL);
  GtkWidget *row;

  for (guint i = 0; choices[i] != NULL; i++)
    gtk_string_list_append (model, _(choices[i]));

  /* Large text has no room for what was chosen beside the title. In libadwaita 1.7 that has to be
   * said before there is anything to choose from. */
  row = g_object_new (ADW_TYPE_COMBO_ROW, "title", title, "use-subtitle", TRUE, "model", model,
                      NULL);
  g_settings_bind_with_mapping (settings, key, row, "selected", G_SETTINGS_BIND_DEFAULT, to_place,
                                from_place, (gpointer) nicks, NULL);
  return row;
}

static GtkWidget *
make_switch (GSettings  *settings,
             const char *key,
             const char *title,
             const char *subtitle)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "title", title, "subtitle", subtitle, NULL);
  GtkWidget *button = g_object_new (GTK_TYPE_SWITCH, "valign", GTK_ALIGN_CENTER, NULL);

  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
  daybook_describe (GTK_ACCESSIBLE (button), subtitle);
  g_settings_bind (settings, key, button, "active", G_SETTINGS_BIND_DEFAULT);
  return row;
}

static GtkWidget *
make_recording (GSettings *settings)
{
  static const char *const choices[] = { N_("Cash"), N_("Bank"), NULL };
  g_autofree char *description =
    /* Translators: the name of whoever is logged in. */
    daybook_compose (_("The operator is named in each entry that is recorded here; %s, if none is "
                       "given."), g_get_real_name ());
  GtkWidget *group = g_object_new (ADW_TYPE_PREFERENCES_GROUP,
                                   /* Translators: title of a group of preferences. */
                                   "title", _("Recording"), NULL);
  /* Translators: who sits at the desk and is named in each entry. */
  GtkWidget *operator = g_object_new (ADW_TYPE_ENTRY_ROW, "title", _("Operator"), NULL);
  g_autofree char *escaped = g_markup_escape_text (description, -1);

  daybook_entry_row_tell_focus (ADW_ENTRY_ROW (operator));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), escaped);
  g_settings_bind (settings, "operator-name", operator, "text", G_SETTINGS_BIND_DEFAULT);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), operator);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                             make_choice (settings, "default-method",
                                          /* Translators: whether forms begin with cash or bank. */
                                          _("Money Is Mostly Moved By"), methods, choices));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                             make_switch (settings, "confirm-before-recording",
                                          _("Ask Once More"),
                                          _("Forms ask for a second press before they record")));
  return group;
}

static GtkWidget *
make_appearance (GSettings *settings)
{
  /* Translators: kinds of colours: those of the desktop, light ones, dark ones. */
  static const char *const choices[] = { N_("As the System"), N_("Light"), N_("Dark"), NULL };
  GtkWidget *group = g_object_new (ADW_TYPE_PREFERENCES_GROUP,
                                   /* Translators: title of a group of preferences. */
                                   "title", _("Appearance"), NULL);

  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                             make_choice (settings, "color-scheme", _("Colors"), schemes,
                                          choices));
  return group;
}

/**
 * daybook_preferences_new:
 *
 * Returns: a window in which the settings are changed; what is changed counts at once.
 */
GtkWindow *
daybook_preferences_new (GSettings *settings)
{
  GtkWidget *window = g_object_new (ADW_TYPE_PREFERENCES_WINDOW,
                                    "title", _("Preferences"),
                                    "search-enabled", FALSE,
                                    "default-width", WIDTH,
                                    "default-height", HEIGHT,
                                    "modal", TRUE,
                                    "destroy-with-parent", TRUE,
                                    NULL);
  GtkWidget *page = adw_preferences_page_new ();

  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page),
                            ADW_PREFERENCES_GROUP (make_recording (settings)));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page),
                            ADW_PREFERENCES_GROUP (make_appearance (settings)));
  adw_preferences_window_add (ADW_PREFERENCES_WINDOW (window), ADW_PREFERENCES_PAGE (page));
  daybook_shown_follow (window);
  daybook_name_what_has_focus (GTK_WINDOW (window));
  daybook_help_answer_key (GTK_WINDOW (window), "preferences");

  return GTK_WINDOW (window);
}

/**
 * daybook_preferences_apply:
 *
 * Puts all windows into the colours that were chosen.
 */
void
daybook_preferences_apply (GSettings *settings)
{
  static const AdwColorScheme colors[] = { ADW_COLOR_SCHEME_DEFAULT, ADW_COLOR_SCHEME_FORCE_LIGHT,
                                           ADW_COLOR_SCHEME_FORCE_DARK };
  int scheme = g_settings_get_enum (settings, "color-scheme");

  if (scheme >= 0 && scheme < (int) G_N_ELEMENTS (colors))
    adw_style_manager_set_color_scheme (adw_style_manager_get_default (), colors[scheme]);
}
