/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Import profiles: key files that say how another program's files are to be read.
 *
 *     [profile]            id, delimiter, date, first-year, decimal-mark, grouping, leave-out-zero
 *     [people]             columns, key, and the fields of the command register
 *     [accounts]           columns, key, and the fields of the command open
 *     [entries]            columns, key, account, direction, amount, method, on, memo
 *     [missing holder]     the fields of register ┐ for an entry whose account is not there,
 *     [missing account]    the fields of open     ┘ from the entry's own row
 *     [lookup NAME]        columns, key, value, where, is: a table made from a file
 *     [table NAME]         a table that stands in the profile; `*` is for all other values
 *
 * Values are templates: `c{client_id}` is a c and the value of that column, `{type:directions}` is
 * what the table makes of it, and `{code:words?}` is the same, but a value that the table lacks
 * stands for itself. A memo may be several templates, separated by semicolons; those whose columns
 * are empty are left out.
 *
 * What is wrong with a profile is found when it is loaded, and said by the word that is wrong. */

#include "import/import-profile.h"

#include <string.h>

#include "accounts/account-commands.h"
#include "import/import-error.h"
#include "people/person-records.h"

static const struct
{
  const char *name;
  DaybookImportKind kind;
  const DaybookSchema *schema;
  gboolean has_file;
} kinds[] = {
  { "people", DAYBOOK_IMPORT_PEOPLE, &daybook_register, TRUE },
  { "accounts", DAYBOOK_IMPORT_ACCOUNTS, &daybook_open, TRUE },
  { "entries", DAYBOOK_IMPORT_ENTRIES, &daybook_deposit, TRUE },
  { "missing holder", DAYBOOK_IMPORT_MISSING_HOLDER, &daybook_register, FALSE },
  { "missing account", DAYBOOK_IMPORT_MISSING_ACCOUNT, &daybook_open, FALSE },
};

static const char *const entry_keys[] = { "account", "direction", "amount", "method", "on", "memo",
                                          NULL };
static const char *const lookup_keys[] = { "key", "value", "where", "is", NULL };

static void
part_free (gpointer data)
{
  DaybookTemplatePart *part = data;

  g_free (part->literal);
  g_free (part->column);
  g_free (part->table);
  g_free (part);
}

static void
template_free (gpointer data)
{
  DaybookTemplate *template = data;

  g_free (template->name);
  g_ptr_array_unref (template->parts);
  g_free (template);
}

static void
section_free (gpointer data)
{
  DaybookImportSection *section = data;

  g_free (section->name);
  g_strfreev (section->columns);
  g_ptr_array_unref (section->templates);
  g_free (section);
}

/**
 * daybook_import_profile_free:
 * @self: (nullable) (transfer full):
 */
void
daybook_import_profile_free (DaybookImportProfile *self)
{
  if (self == NULL)
    return;

  g_free (self->id);
  g_free (self->date);
  g_ptr_array_unref (self->sections);
  g_hash_table_unref (self->tables);
  g_free (self);
}

static gboolean
fail (GError     **error,
      const char  *word)
{
  return daybook_import_fail (error, DAYBOOK_IMPORT_ERROR_PROFILE, .text = word);
}

/* A value without its escapes; NULL if there is none, or none that is right. A last backslash that
 * escapes nothing is looked for here: after another wrong escape, GLib (2.74) reports it on top,
 * and warns of that as the program's mistake. */
static char *
get_string (GKeyFile   *file,
            const char *group,
            const char *key)
{
  g_autofree char *raw = g_key_file_get_value (file, group, key, NULL);
  gsize n_backslashes = 0;

  if (raw == NULL)
    return NULL;
  for (gsize i = strlen (raw); i > 0 && raw[i - 1] == '\\'; i--)
    n_backslashes++;

  return n_backslashes % 2 == 0 ? g_key_file_get_string (file, group, key, NULL) : NULL;
}

/* `{column}`, `{column:table}` or `{column:table?}`, without the braces. */
static void
add_column (GPtrArray  *parts,
            const char *text,
            gsize       length)
{
  DaybookTemplatePart *part = g_new0 (DaybookTemplatePart, 1);
  g_autofree char *inside = g_strndup (text, length);
  char *colon = strchr (inside, ':');

  if (colon != NULL)
    {
      *colon++ = '\0';
      part->lenient = g_str_has_suffix (colon, "?");
      part->table = g_strndup (colon, strlen (colon) - part->lenient);
    }
  part->column = g_strdup (inside);
  g_ptr_array_add (parts, part);
}

static void
add_literal (GPtrArray  *parts,
             const char *text,
             gsize       length)
{
  DaybookTemplatePart *part;

  if (length == 0)
    return;

  part = g_new0 (DaybookTemplatePart, 1);
  part->literal = g_strndup (text, length);
  g_ptr_array_add (parts, part);
}

static GPtrArray *
parse_parts (const char  *text,
             GError     **error)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (part_free);
  const char *p = text;

  while (*p != '\0')
    {
      const char *open = strchr (p, '{');
      const char *close = open != NULL ? strchr (open, '}') : NULL;

      if (open == NULL)
        {
          add_literal (parts, p, strlen (p));
          break;
        }
      if (close == NULL || close == open + 1)
        {
          fail (error, text);
          return NULL;
        }

      add_literal (parts, p, open - p);
      add_column (parts, open + 1, close - open - 1);
      p = close + 1;
    }

  return g_steal_pointer (&parts);
}

/* Which field of the command a key fills. Those of an entry that are not the same for money in and
 * money out fill none. */
static gboolean
find_field (const DaybookImportSection  *section,
            const char                  *key,
            const DaybookField         **field,
            GError                     **error)
{
  *field = NULL;
  if (strcmp (key, "key") == 0)
    return TRUE;
  if (section->kind == DAYBOOK_IMPORT_LOOKUP)
    return g_strv_contains (lookup_keys, key) || fail (error, key);
  if (section->kind == DAYBOOK_IMPORT_ENTRIES && !g_strv_contains (entry_keys, key))
    return fail (error, key);

  *field = daybook_schema_get_field (section->schema, key);
  return *field != NULL || section->kind == DAYBOOK_IMPORT_ENTRIES || fail (error, key);
}

/* A memo is several templates, each under the key's name. */
static gboolean
add_templates (DaybookImportSection  *section,
               const char            *key,
               const char            *value,
               GError               **error)
{
  g_auto (GStrv) texts = NULL;
  const DaybookField *field;

  if (!find_field (section, key, &field, error))
    return FALSE;

  texts = g_strsplit (value, strcmp (key, "memo") == 0 ? ";" : "\n", -1);
  for (guint i = 0; texts[i] != NULL; i++)
    {
      GPtrArray *parts = parse_parts (g_strstrip (texts[i]), error);
      DaybookTemplate *template;

      if (parts == NULL)
        return FALSE;

      template = g_new0 (DaybookTemplate, 1);
      template->name = g_strdup (key);
      template->field = field;
      template->parts = parts;
      g_ptr_array_add (section->templates, template);
    }

  return TRUE;
}

/**
 * daybook_import_section_get:
 *
 * Returns: (transfer none) (nullable): the template of that name.
 */
const DaybookTemplate *
daybook_import_section_get (const DaybookImportSection *section,
                            const char                 *name)
{
  for (guint i = 0; i < section->templates->len; i++)
    {
      const DaybookTemplate *template = g_ptr_array_index (section->templates, i);

      if (strcmp (template->name, name) == 0)
        return template;
    }

  return NULL;
}

static DaybookImportSection *
new_section (const char *group)
{
  DaybookImportSection *section = g_new0 (DaybookImportSection, 1);

  section->templates = g_ptr_array_new_with_free_func (template_free);
  if (g_str_has_prefix (group, "lookup "))
    {
      section->kind = DAYBOOK_IMPORT_LOOKUP;
      section->name = g_strdup (group + strlen ("lookup "));
      return section;
    }

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (strcmp (kinds[i].name, group) == 0)
      {
        section->kind = kinds[i].kind;
        section->schema = kinds[i].schema;
        section->name = g_strdup (group);
        return section;
      }

  section_free (section);
  return NULL;
}

/* What a section cannot do without. */
static gboolean
check_section (const DaybookImportSection  *section,
               GError                     **error)
{
  static const char *const lookup[] = { "key", "value", NULL };
  static const char *const command[] = { "key", NULL };
  static const char *const entry[] = { "key", "account", "amount", "on", NULL };
  static const char *const missing[] = { NULL };
  const char *const *needed = command;

  if (section->kind == DAYBOOK_IMPORT_LOOKUP)
    needed = lookup;
  else if (section->kind == DAYBOOK_IMPORT_ENTRIES)
    needed = entry;
  else if (section->kind >= DAYBOOK_IMPORT_MISSING_HOLDER)
    needed = missing;

  for (; *needed != NULL; needed++)
    if (daybook_import_section_get (section, *needed) == NULL)
      return fail (error, section->name);

  if (section->kind < DAYBOOK_IMPORT_MISSING_HOLDER &&
      (section->columns == NULL || section->columns[0] == NULL))
    return fail (error, section->name);

  for (guint i = 0; section->schema != NULL && section->kind != DAYBOOK_IMPORT_ENTRIES &&
                    i < section->schema->n_fields; i++)
    if (!section->schema->fields[i].optional &&
        daybook_import_section_get (section, section->schema->fields[i].name) == NULL)
      return fail (error, section->schema->fields[i].name);

  return TRUE;
}

static gboolean
add_section (DaybookImportProfile  *self,
             GKeyFile              *file,
             const char            *group,
             GError               **error)
{
  DaybookImportSection *section = new_section (group);
  g_auto (GStrv) keys = g_key_file_get_keys (file, group, NULL, NULL);

  if (section == NULL)
    return fail (error, group);

  g_ptr_array_add (self->sections, section);
  for (guint i = 0; keys != NULL && keys[i] != NULL; i++)
    {
      g_autofree char *value = get_string (file, group, keys[i]);

      if (value == NULL)
        return fail (error, keys[i]);
      /* A key that comes twice is given twice, with the last value both times. */
      if (g_strv_contains ((const char *const *) keys + i + 1, keys[i]))
        return fail (error, keys[i]);
      if (strcmp (keys[i], "columns") == 0)
        section->columns = g_key_file_get_string_list (file, group, "columns", NULL, NULL);
      else if (!add_templates (section, keys[i], value, error))
        return FALSE;
    }

  return check_section (section, error);
}

static gboolean
add_table (DaybookImportProfile  *self,
           GKeyFile              *file,
           const char            *group,
           GError               **error)
{
  g_auto (GStrv) keys = g_key_file_get_keys (file, group, NULL, NULL);
  GHashTable *table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  g_hash_table_insert (self->tables, g_strdup (group + strlen ("table ")), table);
  for (guint i = 0; keys != NULL && keys[i] != NULL; i++)
    {
      char *value = get_string (file, group, keys[i]);

      if (value == NULL)
        return fail (error, keys[i]);
      g_hash_table_insert (table, g_strdup (keys[i]), value);
    }

  return TRUE;
}

/* A key of [profile] that is one character, if it is there. */
static gboolean
read_character (GKeyFile    *file,
                const char  *key,
                char        *character,
                GError     **error)
{
  g_autofree char *value = get_string (file, "profile", key);

  if (value == NULL)
    return TRUE;
  if (strlen (value) != 1)
    return fail (error, key);

  *character = *value;
  return TRUE;
}

/* Letters y, m, d and what stands between them. */
static gboolean
is_date_pattern (const char *pattern)
{
  static const char *const parts[] = { "yyyy", "yy", "mm", "dd" };
  guint seen[4] = { 0 };

  while (*pattern != '\0')
    {
      guint i = 0;

      while (i < G_N_ELEMENTS (parts) && !g_str_has_prefix (pattern, parts[i]))
        i++;
      if (i < G_N_ELEMENTS (parts))
        {
          seen[i]++;
          pattern += strlen (parts[i]);
        }
      else if (g_ascii_isalnum (*pattern))
        {
          return FALSE;
        }
      else
        {
          pattern++;
        }
    }

  return seen[0] + seen[1] == 1 && seen[2] == 1 && seen[3] == 1;
}

static gboolean
read_head (DaybookImportProfile  *self,
           GKeyFile              *file,
           GError               **error)
{
  static const char *const known[] = { "id", "delimiter", "date", "first-year", "decimal-mark",
                                       "grouping", "leave-out-zero", NULL };
  g_auto (GStrv) keys = g_key_file_get_keys (file, "profile", NULL, NULL);
  g_autoptr (GError) problem = NULL;

  for (guint i = 0; keys != NULL && keys[i] != NULL; i++)
    {
      g_autofree char *value = get_string (file, "profile", keys[i]);

      /* What cannot be read is wrong, not absent. */
      if (value == NULL || !g_strv_contains (known, keys[i]))
        return fail (error, keys[i]);
    }

  self->id = get_string (file, "profile", "id");
  if (self->id == NULL || *self->id == '\0' || strlen (self->id) > 32)
    return fail (error, "id");

  self->date = get_string (file, "profile", "date");
  if (self->date == NULL)
    self->date = g_strdup ("yyyy-mm-dd");
  if (!is_date_pattern (self->date))
    return fail (error, "date");

  if (g_key_file_has_key (file, "profile", "first-year", NULL))
    self->first_year = g_key_file_get_integer (file, "profile", "first-year", &problem);
  if (problem != NULL || self->first_year < 1 || self->first_year > 9900)
    return fail (error, "first-year");

  self->leave_out_zero = g_key_file_get_boolean (file, "profile", "leave-out-zero", NULL);
  return read_character (file, "delimiter", &self->delimiter, error) &&
         read_character (file, "decimal-mark", &self->decimal_mark, error) &&
         read_character (file, "grouping", &self->grouping, error);
}

/* Every table that a template looks into has to be there. */
static gboolean
check_tables (const DaybookImportProfile  *self,
              GError                     **error)
{
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->sections->len; i++)
    {
      const DaybookImportSection *section = g_ptr_array_index (self->sections, i);

      if (section->kind == DAYBOOK_IMPORT_LOOKUP)
        g_hash_table_add (names, section->name);
    }

  for (guint i = 0; i < self->sections->len; i++)
    {
      const DaybookImportSection *section = g_ptr_array_index (self->sections, i);

      for (guint j = 0; j < section->templates->len; j++)
        {
          const DaybookTemplate *template = g_ptr_array_index (section->templates, j);

          for (guint k = 0; k < template->parts->len; k++)
            {
              const DaybookTemplatePart *part = g_ptr_array_index (template->parts, k);

              if (part->table != NULL && !g_hash_table_contains (names, part->table) &&
                  !g_hash_table_contains (self->tables, part->table))
                return fail (error, part->table);
            }
        }
    }

  return TRUE;
}

/**
 * daybook_import_profile_parse:
 *
 * Returns: (transfer full): the profile; %NULL on error, %DAYBOOK_IMPORT_ERROR_PROFILE with the
 *   word that is wrong.
 */
DaybookImportProfile *
daybook_import_profile_parse (GKeyFile  *file,
                              GError   **error)
{
  g_autoptr (DaybookImportProfile) self = g_new0 (DaybookImportProfile, 1);
  g_auto (GStrv) groups = g_key_file_get_groups (file, NULL);

  self->delimiter = ',';
  self->decimal_mark = '.';
  self->first_year = 1970;
  self->sections = g_ptr_array_new_with_free_func (section_free);
  self->tables = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                        (GDestroyNotify) g_hash_table_unref);
  if (!read_head (self, file, error))
    return NULL;

  for (guint i = 0; groups[i] != NULL; i++)
    {
      gboolean ok = TRUE;

      if (g_str_has_prefix (groups[i], "table "))
        ok = add_table (self, file, groups[i], error);
      else if (strcmp (groups[i], "profile") != 0)
        ok = add_section (self, file, groups[i], error);
      if (!ok)
        return NULL;
    }

  if (!check_tables (self, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * daybook_import_profile_load:
 *
 * Returns: (transfer full): the profile in that file; %NULL on error.
 */
DaybookImportProfile *
daybook_import_profile_load (const char  *path,
                             GError     **error)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (GError) problem = NULL;

  if (g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, &problem))
    return daybook_import_profile_parse (file, error);

  if (problem->domain == G_KEY_FILE_ERROR)
    fail (error, "[profile]");
  else
    g_propagate_error (error, g_steal_pointer (&problem));
  return NULL;
}

/**
 * daybook_import_profile_get:
 *
 * Returns: (transfer none) (nullable): the first section of that kind.
 */
DaybookImportSection *
daybook_import_profile_get (const DaybookImportProfile *self,
                            DaybookImportKind           kind)
{
  for (guint i = 0; i < self->sections->len; i++)
    {
      DaybookImportSection *section = g_ptr_array_index (self->sections, i);

      if (section->kind == kind)
        return section;
    }

  return NULL;
}

/* Takes exactly @n digits. */
static gboolean
take_digits (const char **text,
             guint        n,
             int         *number)
{
  *number = 0;
  for (; n > 0; n--, (*text)++)
    {
      if (!g_ascii_isdigit (**text))
        return FALSE;
      *number = *number * 10 + (**text - '0');
    }

  return TRUE;
}

/**
 * daybook_import_profile_read_date:
 * @date: (out): the day; untouched on failure
 *
 * Returns: whether @text is a day as the profile's files write it.
 */
gboolean
daybook_import_profile_read_date (const DaybookImportProfile *self,
                                  const char                 *text,
                                  DaybookDate                *date)
{
  int year = 0, month = 0, day = 0;
  DaybookDate parsed;
  gboolean ok = TRUE;

  for (const char *p = self->date; *p != '\0' && ok;)
    {
      if (g_str_has_prefix (p, "yyyy"))
        {
          ok = take_digits (&text, 4, &year);
          p += 4;
        }
      else if (g_str_has_prefix (p, "yy"))
        {
          ok = take_digits (&text, 2, &year);
          /* The one year among the hundred that ends so. */
          year += self->first_year - self->first_year % 100;
          if (year < self->first_year)
            year += 100;
          p += 2;
        }
      else if (*p == 'm' || *p == 'd')
        {
          ok = take_digits (&text, 2, *p == 'm' ? &month : &day);
          p += 2;
        }
      else
        {
          ok = *text++ == *p++;
        }
    }

  parsed = ok && *text == '\0' ? daybook_date_new (year, month, day) : DAYBOOK_DATE_NONE;
  if (parsed == DAYBOOK_DATE_NONE)
    return FALSE;

  *date = parsed;
  return TRUE;
}

/**
 * daybook_import_profile_read_amount:
 * @text: an amount as the profile's files write it
 * @neutral: receives it in the domain's notation; what is no amount stays none
 */
void
daybook_import_profile_read_amount (const DaybookImportProfile *self,
                                    const char                 *text,
                                    GString                    *neutral)
{
  if (*text == '+')
    text++;

  for (; *text != '\0'; text++)
    {
      if (self->grouping != '\0' && *text == self->grouping)
        continue;
      if (*text == self->decimal_mark)
        g_string_append_c (neutral, '.');
      else if (*text == '.')
        g_string_append_c (neutral, '?');
      else
        g_string_append_c (neutral, *text);
    }
}
