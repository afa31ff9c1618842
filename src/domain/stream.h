/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DaybookStreamKind:
 * @DAYBOOK_STREAM_NONE: not filed
 * @DAYBOOK_STREAM_BOOK: the book itself; one stream, key `book`
 * @DAYBOOK_STREAM_REGISTER: what is handed out in sequence; its version is the last number given
 * @DAYBOOK_STREAM_PERSON: a person, by id
 * @DAYBOOK_STREAM_USERNAME: a username, in lower case: taken once its stream is not empty (rule 1)
 * @DAYBOOK_STREAM_ACCOUNT: an account, by number
 * @DAYBOOK_STREAM_REFERENCE: an account's number in some other system
 * @DAYBOOK_STREAM_ENTRY: an entry, by number: what later entries say of it (a reversal, rule 25)
 * @DAYBOOK_STREAM_TYPE: a type of events at one version of its form: the first entry of that form
 *   is filed under it, so that a book tells what one must know to read it
 *
 * Under what an event is filed. Whatever must be unique or must not change while somebody decides
 * is a stream: the version of a stream is the whole concurrency control.
 */
typedef enum
{
  DAYBOOK_STREAM_NONE,
  DAYBOOK_STREAM_BOOK,
  DAYBOOK_STREAM_REGISTER,
  DAYBOOK_STREAM_PERSON,
  DAYBOOK_STREAM_USERNAME,
  DAYBOOK_STREAM_ACCOUNT,
  DAYBOOK_STREAM_REFERENCE,
  DAYBOOK_STREAM_ENTRY,
  DAYBOOK_STREAM_TYPE,
  DAYBOOK_N_STREAM_KINDS
} DaybookStreamKind;

const char        *daybook_stream_kind_name  (DaybookStreamKind  kind);
DaybookStreamKind  daybook_stream_kind_parse (const char        *name);

G_END_DECLS
