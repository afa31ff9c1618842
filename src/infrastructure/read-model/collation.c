/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How words are sorted: as the user's language does, by ICU. Å is an A in German, and comes after Z
 * in Swedish.
 *
 * The read model keeps a key for each name, whose bytes sort as the name does, so that a list is
 * read from an index. Keys of different languages cannot be compared, nor can those of different
 * versions of ICU: the read model remembers whose they are, and is worked out again for others.
 * Many languages share one collation, which is what is remembered, not what the user called it.
 *
 * A program without a language (a script in the C locale) takes the order it finds. If it did not,
 * a window and a nightly job would work everything out again in turns. */

#include "read-model/collation.h"

#include <string.h>
#include <unicode/ucol.h>

#include "read-model/projection.h"

/* A name of a locale with keywords, and a version. */
#define MAX_NAME 128

/* Sort keys up to this length need no memory of their own. */
#define USUAL_KEY 256

struct _DaybookCollation
{
  UCollator *collator;
  char name[MAX_NAME];
};

/* Written before there are threads, read by any. */
static char wanted[MAX_NAME];

const char daybook_collation_schema[] =
  "CREATE TABLE collation (only INTEGER PRIMARY KEY CHECK (only = 1), name TEXT NOT NULL) STRICT;";

/**
 * daybook_collation_use:
 * @locale: (nullable): ICU's name of the locale whose order names are sorted in; %NULL for whatever
 *   order a read model has
 *
 * For all read models of this process that are opened from here on. Not while other threads run.
 */
void
daybook_collation_use (const char *locale)
{
  g_strlcpy (wanted, locale != NULL ? locale : "", sizeof wanted);
}

/* `sv 153.112.40.0`: the language whose rules they are, which may be fewer than were asked for, and
 * the version of those. */
static DaybookCollation *
open_collation (const char *locale)
{
  DaybookCollation *self = g_new0 (DaybookCollation, 1);
  UErrorCode status = U_ZERO_ERROR;
  UVersionInfo version;
  const char *actual;

  self->collator = ucol_open (locale, &status);
  actual = U_SUCCESS (status)
    ? ucol_getLocaleByType (self->collator, ULOC_ACTUAL_LOCALE, &status)
    : NULL;
  if (actual == NULL || U_FAILURE (status))
    {
      /* A system without ICU's data still sorts. */
      g_clear_pointer (&self->collator, ucol_close);
      g_strlcpy (self->name, "none", sizeof self->name);
      return self;
    }

  ucol_getVersion (self->collator, version);
  g_snprintf (self->name, sizeof self->name, "%s %u.%u.%u.%u", *actual != '\0' ? actual : "root",
              version[0], version[1], version[2], version[3]);
  return self;
}

/**
 * daybook_collation_new:
 *
 * Returns: (transfer full): the user's, for a read model that is worked out now.
 */
DaybookCollation *
daybook_collation_new (void)
{
  return open_collation (*wanted != '\0' ? wanted : "root");
}

static char *
read_name (sqlite3  *db,
           GError  **error)
{
  g_autoptr (sqlite3_stmt) stmt = daybook_sql_prepare (db, "SELECT name FROM collation", error);
  gboolean row;

  if (stmt == NULL || !daybook_sql_step (stmt, &row, error))
    return NULL;

  return g_strdup (row ? daybook_sql_text (stmt, 0) : "");
}

/* By the name of the locale in a collation's name. */
static DaybookCollation *
open_named (const char *name)
{
  g_autofree char *locale = g_strndup (name, strcspn (name, " "));

  return open_collation (locale);
}

/**
 * daybook_collation_new_of:
 * @db: of a read model
 *
 * Returns: (transfer full) (nullable): the one its keys are made with; %NULL on error.
 */
DaybookCollation *
daybook_collation_new_of (sqlite3  *db,
                          GError  **error)
{
  g_autofree char *name = read_name (db, error);

  return name != NULL ? open_named (name) : NULL;
}

/**
 * daybook_collation_free:
 * @self: (nullable) (transfer full): is no longer needed
 */
void
daybook_collation_free (DaybookCollation *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->collator, ucol_close);
  g_free (self);
}

/**
 * daybook_collation_remember:
 * @db: of a read model, without keys
 *
 * Returns: whether it is written down that its keys will be made with this one.
 */
gboolean
daybook_collation_remember (DaybookCollation  *self,
                            sqlite3           *db,
                            GError           **error)
{
  g_autoptr (sqlite3_stmt) stmt = daybook_sql_prepare (db, "INSERT INTO collation VALUES (1, ?)",
                                                       error);

  if (stmt == NULL)
    return FALSE;

  daybook_sql_bind_text (stmt, 1, self->name);
  return daybook_sql_run (stmt, error);
}

/**
 * daybook_collation_is_that_of:
 * @db: of a read model
 *
 * Returns: whether its keys are those that would be made now, and in the user's order.
 */
gboolean
daybook_collation_is_that_of (sqlite3 *db)
{
  g_autofree char *name = read_name (db, NULL);
  g_autoptr (DaybookCollation) now = NULL;

  if (name == NULL)
    return FALSE;

  now = *wanted != '\0' ? open_collation (wanted) : open_named (name);
  return strcmp (now->name, name) == 0;
}

/**
 * daybook_collation_bind:
 * @stmt: keeps a copy
 * @text: a name, or several with %DAYBOOK_COLLATION_SEPARATOR between them
 *
 * Gives a statement the key by which @text is sorted.
 */
void
daybook_collation_bind (DaybookCollation *self,
                        sqlite3_stmt     *stmt,
                        int               parameter,
                        const char       *text)
{
  g_autofree gunichar2 *wide = g_utf8_to_utf16 (text, -1, NULL, NULL, NULL);
  guint8 usual[USUAL_KEY];
  g_autofree guint8 *large = NULL;
  g_autofree char *folded = NULL;
  int32_t length;

  if (self->collator == NULL || wide == NULL)
    {
      folded = daybook_search_fold (text);
      sqlite3_bind_blob (stmt, parameter, folded, strlen (folded), SQLITE_TRANSIENT);
      return;
    }

  length = ucol_getSortKey (self->collator, (const UChar *) wide, -1, usual, sizeof usual);
  if (length > (int32_t) sizeof usual)
    {
      large = g_malloc (length);
      length = ucol_getSortKey (self->collator, (const UChar *) wide, -1, large, length);
    }

  /* Without the zero at its end. */
  g_assert (length > 0);
  sqlite3_bind_blob (stmt, parameter, large != NULL ? large : usual, length - 1,
                     SQLITE_TRANSIENT);
}
