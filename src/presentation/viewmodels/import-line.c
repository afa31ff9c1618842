/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "import-line.h"

#include "property.h"

enum
{
  PROP_TITLE = 1,
  PROP_CAPTION,
  N_PROPS
};

struct _DaybookImportLine
{
  GObject parent_instance;

  char *texts[N_PROPS];
};

G_DEFINE_FINAL_TYPE (DaybookImportLine, daybook_import_line, G_TYPE_OBJECT)

static GParamSpec *properties[N_PROPS];

static void
daybook_import_line_get_property (GObject    *object,
                                  guint       id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  g_assert (id < N_PROPS);
  g_value_set_string (value, DAYBOOK_IMPORT_LINE (object)->texts[id]);
}

static void
daybook_import_line_finalize (GObject *object)
{
  DaybookImportLine *self = DAYBOOK_IMPORT_LINE (object);

  for (guint i = 0; i < N_PROPS; i++)
    g_clear_pointer (&self->texts[i], g_free);

  G_OBJECT_CLASS (daybook_import_line_parent_class)->finalize (object);
}

static void
daybook_import_line_class_init (DaybookImportLineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = daybook_import_line_get_property;
  object_class->finalize = daybook_import_line_finalize;

  properties[PROP_TITLE] = DAYBOOK_TEXT_PROPERTY ("title", DAYBOOK_READABLE);
  properties[PROP_CAPTION] = DAYBOOK_TEXT_PROPERTY ("caption", DAYBOOK_READABLE);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
daybook_import_line_init (DaybookImportLine *self)
{
}

/**
 * daybook_import_line_new:
 * @title: (transfer full):
 * @caption: (transfer full):
 *
 * Returns: (transfer full): a line.
 */
DaybookImportLine *
daybook_import_line_new (char *title,
                         char *caption)
{
  DaybookImportLine *self = g_object_new (DAYBOOK_TYPE_IMPORT_LINE, NULL);

  self->texts[PROP_TITLE] = title;
  self->texts[PROP_CAPTION] = caption;

  return self;
}
