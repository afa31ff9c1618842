/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What can be wrong with a data file; carries its figures, as a refusal does. */

#include "import/import-error.h"

typedef struct
{
  DaybookImportFigures figures;
  char *text;
  char *table;
} DaybookImportErrorPrivate;

static void
daybook_import_error_private_init (DaybookImportErrorPrivate *priv)
{
}

static void
daybook_import_error_private_copy (const DaybookImportErrorPrivate *src,
                                   DaybookImportErrorPrivate       *dest)
{
  dest->figures = src->figures;
  dest->figures.text = dest->text = g_strdup (src->text);
  dest->figures.table = dest->table = g_strdup (src->table);
}

static void
daybook_import_error_private_clear (DaybookImportErrorPrivate *priv)
{
  g_clear_pointer (&priv->text, g_free);
  g_clear_pointer (&priv->table, g_free);
}

G_DEFINE_EXTENDED_ERROR (DaybookImportError, daybook_import_error)

/**
 * daybook_import_fail_with:
 * @error: (out) (optional):
 * @figures: copied
 *
 * What daybook_import_fail() calls.
 *
 * Returns: %FALSE, always.
 */
gboolean
daybook_import_fail_with (GError                     **error,
                          DaybookImportError           code,
                          const DaybookImportFigures  *figures)
{
  DaybookImportErrorPrivate *priv;

  if (error == NULL)
    return FALSE;

  g_set_error (error, DAYBOOK_IMPORT_ERROR, code, "import error %d, “%s”", code,
               figures->text != NULL ? figures->text : "");
  priv = daybook_import_error_get_private (*error);
  priv->figures = *figures;
  /* Whatever the bytes were, what is shown of them is text. */
  priv->text = figures->text != NULL ? g_utf8_make_valid (figures->text, -1) : NULL;
  priv->figures.text = priv->text;
  priv->figures.table = priv->table = g_strdup (figures->table);

  return FALSE;
}

/**
 * daybook_import_error_figures:
 * @error: an error of the domain %DAYBOOK_IMPORT_ERROR
 *
 * Returns: (transfer none): the figures, alive as long as @error.
 */
const DaybookImportFigures *
daybook_import_error_figures (const GError *error)
{
  g_return_val_if_fail (error != NULL && error->domain == DAYBOOK_IMPORT_ERROR, NULL);

  return &daybook_import_error_get_private (error)->figures;
}
