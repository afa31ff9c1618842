/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "accounts/account-number.h"
#include "date.h"
#include "money.h"
#include "stream.h"

G_BEGIN_DECLS

/**
 * DaybookFieldKind:
 * @DAYBOOK_FIELD_TEXT: `char *`, UTF-8 or %NULL
 * @DAYBOOK_FIELD_ACCOUNT: #DaybookAccountNumber
 * @DAYBOOK_FIELD_CURRENCY: #DaybookCurrency
 * @DAYBOOK_FIELD_AMOUNT: `gint64`, minor units
 * @DAYBOOK_FIELD_DECIMAL: #DaybookDecimal
 * @DAYBOOK_FIELD_DATE: #DaybookDate
 * @DAYBOOK_FIELD_CHOICE: `guint`, 0 for none, else 1 + index in the field's choices
 * @DAYBOOK_FIELD_ENTRY: `guint64`, the number of an entry
 * @DAYBOOK_FIELD_COUNT: `guint64`, how many of something; never absent
 *
 * What a field holds, and thereby its C type.
 */
typedef enum
{
  DAYBOOK_FIELD_TEXT,
  DAYBOOK_FIELD_ACCOUNT,
  DAYBOOK_FIELD_CURRENCY,
  DAYBOOK_FIELD_AMOUNT,
  DAYBOOK_FIELD_DECIMAL,
  DAYBOOK_FIELD_DATE,
  DAYBOOK_FIELD_CHOICE,
  DAYBOOK_FIELD_ENTRY,
  DAYBOOK_FIELD_COUNT,
} DaybookFieldKind;

/**
 * DaybookField:
 * @name: as in JSON and on the command line
 * @offset: where in the struct
 * @optional: whether it may be left out
 * @max_length: the most characters a text may have
 * @choices: (nullable): for a choice, its names; %NULL at the end
 * @stream: the stream that an event is filed under for this field's sake
 * @role: (nullable): what part that stream has in the event (`to`, `holder`)
 * @about: (nullable): a few words on what it says, where its name and kind do not say it
 */
typedef struct
{
  const char *name;
  DaybookFieldKind kind;
  gsize offset;
  gboolean optional;
  guint max_length;
  const char *const *choices;
  DaybookStreamKind stream;
  const char *role;
  const char *about;
} DaybookField;

typedef struct _DaybookSchema DaybookSchema;
typedef struct _DaybookEvent DaybookEvent;

/**
 * DaybookUpcast:
 * @old: an event in the form that the function belongs to; its fields only, not its value date
 *
 * What an old form of an event would be in the next one. Pure: the same event always becomes the
 * same, on every machine and in every year. Nothing can be refused any more, it has happened.
 *
 * Returns: (transfer full): the event in the form of the old one's successor.
 */
typedef DaybookEvent *(*DaybookUpcast) (const DaybookEvent *old);

/**
 * DaybookSchema:
 * @name: `MoneyDeposited`, `deposit`
 * @version: of an event's form; 0 for a command, which is never stored
 * @size: of the struct
 * @fields: in the order in which they are written
 * @register_kind: one more stream that every event of this type is filed under
 * @register_key: that stream's key
 * @successor: (nullable): of an old form of an event, the form that came after it
 * @upcast: (nullable): from this form to @successor's
 * @summary: what happened, or what is asked: one sentence of plain English, for the catalogue
 *
 * The one description of a type of command or event. Copying, comparing, reading, writing, filing,
 * the command line and the catalogue in docs/ all follow from it.
 */
struct _DaybookSchema
{
  const char *name;
  guint version;
  gsize size;
  const DaybookField *fields;
  guint n_fields;
  DaybookStreamKind register_kind;
  const char *register_key;
  const DaybookSchema *successor;
  DaybookUpcast upcast;
  const char *summary;
};

/**
 * DaybookRecord:
 *
 * A command or an event: a struct whose first member is this, followed by the schema's fields.
 * Zero is a fair state for all of them.
 */
typedef struct
{
  const DaybookSchema *schema;
} DaybookRecord;

/**
 * DaybookCommand:
 *
 * What a person asks for.
 */
typedef DaybookRecord DaybookCommand;

/**
 * DaybookEvent:
 * @record: its type and fields
 * @value_date: the day it counts for
 *
 * What happened.
 */
struct _DaybookEvent
{
  DaybookRecord record;
  DaybookDate value_date;
};

gpointer            daybook_record_new            (const DaybookSchema  *schema);
gpointer            daybook_record_copy           (gconstpointer         record);
void                daybook_record_free           (gpointer              record);
void                daybook_record_clear          (gpointer              record);
gboolean            daybook_record_equal          (gconstpointer         a,
                                                   gconstpointer         b);
gboolean            daybook_record_has            (gconstpointer         record,
                                                   const DaybookField   *field);
gboolean            daybook_record_set_text       (gpointer              record,
                                                   const DaybookField   *field,
                                                   const char           *text,
                                                   GError              **error);
gboolean            daybook_record_get_text       (gconstpointer         record,
                                                   const DaybookField   *field,
                                                   GString              *text);
gpointer            daybook_record_new_from_texts (const DaybookSchema  *schema,
                                                   GHashTable           *texts,
                                                   GError              **error);
const DaybookField *daybook_schema_get_field      (const DaybookSchema  *schema,
                                                   const char           *name);

static inline gpointer
daybook_field_in (gconstpointer       record,
                  const DaybookField *field)
{
  return (guint8 *) record + field->offset;
}

static inline const DaybookSchema *
daybook_record_get_schema (gconstpointer record)
{
  return ((const DaybookRecord *) record)->schema;
}

/* Whether the field is a 64-bit whole number. */
static inline gboolean
daybook_field_is_integer (const DaybookField *field)
{
  return field->kind == DAYBOOK_FIELD_AMOUNT || field->kind == DAYBOOK_FIELD_ENTRY ||
         field->kind == DAYBOOK_FIELD_COUNT;
}

/* In field tables: DAYBOOK_TEXT (DaybookDeposit, memo, .optional = TRUE) and its like. */
#define DAYBOOK_FIELD(type, member, field_kind, ...) \
  { .name = #member, .kind = (field_kind), .offset = G_STRUCT_OFFSET (type, member), __VA_ARGS__ }

#define DAYBOOK_SCHEMA(type, schema_name, schema_version, table, ...) \
  { .name = (schema_name), .version = (schema_version), .size = sizeof (type), \
    .fields = (table), .n_fields = G_N_ELEMENTS (table), __VA_ARGS__ }

/* The longest texts: what a person types in a line, and what fits a line. */
#define DAYBOOK_MAX_NAME 200
#define DAYBOOK_MAX_MEMO 500
#define DAYBOOK_MAX_KEY 64

G_END_DECLS
