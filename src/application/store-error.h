/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DaybookStoreError:
 * @DAYBOOK_STORE_ERROR_CONFLICT: a stream is not at the version that was expected: decide again
 * @DAYBOOK_STORE_ERROR_NOT_FOUND: no file, or no such entry
 * @DAYBOOK_STORE_ERROR_EXISTS: there is a file of that name already
 * @DAYBOOK_STORE_ERROR_NOT_A_BOOK: the file is something else
 * @DAYBOOK_STORE_ERROR_DAMAGED: the file was a book, and is not sound
 * @DAYBOOK_STORE_ERROR_NEWER: the book was written by a newer Daybook
 * @DAYBOOK_STORE_ERROR_READ_ONLY: the file or its folder cannot be written
 * @DAYBOOK_STORE_ERROR_FULL: no space is left
 * @DAYBOOK_STORE_ERROR_BUSY: another program holds the book and does not let go
 * @DAYBOOK_STORE_ERROR_IO: the disk or the network drive failed
 * @DAYBOOK_STORE_ERROR_CANCELLED: the person stopped it
 * @DAYBOOK_STORE_ERROR_DETACHED: the file that is open is no longer what stands in its place: it
 *   was moved, exchanged or cleaned up by somebody; to be opened again
 * @DAYBOOK_STORE_ERROR_ITSELF: a book was to be copied onto itself
 * @DAYBOOK_STORE_ERROR_ALONE: a sandbox may see the file but not its folder, where its journal
 *   would have to stand
 * @DAYBOOK_STORE_ERROR_NO_LOCKS: files cannot be locked where it is
 *
 * What can go wrong with a book file or its read model. Messages are for logs; presentation makes
 * the sentence from the code and the file's name.
 */
typedef enum
{
  DAYBOOK_STORE_ERROR_CONFLICT,
  DAYBOOK_STORE_ERROR_NOT_FOUND,
  DAYBOOK_STORE_ERROR_EXISTS,
  DAYBOOK_STORE_ERROR_NOT_A_BOOK,
  DAYBOOK_STORE_ERROR_DAMAGED,
  DAYBOOK_STORE_ERROR_NEWER,
  DAYBOOK_STORE_ERROR_READ_ONLY,
  DAYBOOK_STORE_ERROR_FULL,
  DAYBOOK_STORE_ERROR_BUSY,
  DAYBOOK_STORE_ERROR_IO,
  DAYBOOK_STORE_ERROR_CANCELLED,
  DAYBOOK_STORE_ERROR_DETACHED,
  DAYBOOK_STORE_ERROR_ITSELF,
  DAYBOOK_STORE_ERROR_ALONE,
  DAYBOOK_STORE_ERROR_NO_LOCKS,
} DaybookStoreError;

#define DAYBOOK_STORE_ERROR (daybook_store_error_quark ())
GQuark daybook_store_error_quark (void);

G_END_DECLS
