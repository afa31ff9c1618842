/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DaybookPlace:
 * @DAYBOOK_PLACE_ORDINARY: a file system of the machine's own
 * @DAYBOOK_PLACE_PORTAL: in a folder that the document portal lets a sandbox see
 * @DAYBOOK_PLACE_ALONE: a file that the document portal lets a sandbox see without its folder
 */
typedef enum
{
  DAYBOOK_PLACE_ORDINARY,
  DAYBOOK_PLACE_PORTAL,
  DAYBOOK_PLACE_ALONE,
} DaybookPlace;

DaybookPlace daybook_place_of     (const char *path);
const char  *daybook_document_vfs (void);

G_END_DECLS
