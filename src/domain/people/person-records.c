/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is asked about people and what happens to them, as tables. */

#include "people/person-records.h"

static const DaybookField register_fields[] = {
  DAYBOOK_FIELD (DaybookRegister, username, DAYBOOK_FIELD_TEXT, .max_length = DAYBOOK_MAX_KEY),
  DAYBOOK_FIELD (DaybookRegister, name, DAYBOOK_FIELD_TEXT, .max_length = DAYBOOK_MAX_NAME),
  DAYBOOK_FIELD (DaybookRegister, email, DAYBOOK_FIELD_TEXT,
                 .max_length = DAYBOOK_MAX_EMAIL, .optional = TRUE),
};

static const DaybookField person_registered_fields[] = {
  DAYBOOK_FIELD (DaybookPersonRegistered, person, DAYBOOK_FIELD_TEXT,
                 .max_length = DAYBOOK_MAX_KEY, .stream = DAYBOOK_STREAM_PERSON, .role = "person"),
  DAYBOOK_FIELD (DaybookPersonRegistered, username, DAYBOOK_FIELD_TEXT,
                 .max_length = DAYBOOK_MAX_KEY, .stream = DAYBOOK_STREAM_USERNAME,
                 .role = "username"),
  DAYBOOK_FIELD (DaybookPersonRegistered, name, DAYBOOK_FIELD_TEXT,
                 .max_length = DAYBOOK_MAX_NAME),
  DAYBOOK_FIELD (DaybookPersonRegistered, email, DAYBOOK_FIELD_TEXT,
                 .max_length = DAYBOOK_MAX_EMAIL, .optional = TRUE),
};

const DaybookSchema daybook_register =
  DAYBOOK_SCHEMA (DaybookRegister, "register", 0, register_fields);

const DaybookSchema daybook_person_registered =
  DAYBOOK_SCHEMA (DaybookPersonRegistered, "PersonRegistered", 1, person_registered_fields);
