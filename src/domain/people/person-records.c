/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is asked about people and what happens to them, as tables. */

#include "people/person-records.h"

#define TEXT(type, member, max, ...) \
  DAYBOOK_FIELD (type, member, DAYBOOK_FIELD_TEXT, .max_length = (max), __VA_ARGS__)
#define PERSON(type) \
  TEXT (type, person, DAYBOOK_MAX_KEY, .stream = DAYBOOK_STREAM_PERSON, .role = "person")
#define USERNAME(type) \
  TEXT (type, username, DAYBOOK_MAX_KEY, .stream = DAYBOOK_STREAM_USERNAME, .role = "username")

/* What may be known of a person besides the name. */
#define DETAILS(type) \
  TEXT (type, email, DAYBOOK_MAX_EMAIL, .optional = TRUE), \
  TEXT (type, phone, DAYBOOK_MAX_KEY, .optional = TRUE), \
  TEXT (type, address, DAYBOOK_MAX_MEMO, .optional = TRUE), \
  TEXT (type, note, DAYBOOK_MAX_MEMO, .optional = TRUE)

static const DaybookField register_fields[] = {
  TEXT (DaybookRegister, username, DAYBOOK_MAX_KEY),
  TEXT (DaybookRegister, name, DAYBOOK_MAX_NAME),
  DETAILS (DaybookRegister),
};

static const DaybookField person_change_fields[] = {
  TEXT (DaybookPersonChange, person, DAYBOOK_MAX_KEY),
  TEXT (DaybookPersonChange, username, DAYBOOK_MAX_KEY, .optional = TRUE),
  TEXT (DaybookPersonChange, name, DAYBOOK_MAX_NAME, .optional = TRUE),
  DETAILS (DaybookPersonChange),
};

static const DaybookField person_registered_fields[] = {
  PERSON (DaybookPersonRegistered),
  USERNAME (DaybookPersonRegistered),
  TEXT (DaybookPersonRegistered, name, DAYBOOK_MAX_NAME),
  DETAILS (DaybookPersonRegistered),
};

static const DaybookField personal_details_changed_fields[] = {
  PERSON (DaybookPersonalDetailsChanged),
  TEXT (DaybookPersonalDetailsChanged, name, DAYBOOK_MAX_NAME),
  DETAILS (DaybookPersonalDetailsChanged),
};

static const DaybookField username_changed_fields[] = {
  PERSON (DaybookUsernameChanged),
  USERNAME (DaybookUsernameChanged),
  TEXT (DaybookUsernameChanged, former, DAYBOOK_MAX_KEY),
};

const DaybookSchema daybook_register =
  DAYBOOK_SCHEMA (DaybookRegister, "register", 0, register_fields);
const DaybookSchema daybook_person_change =
  DAYBOOK_SCHEMA (DaybookPersonChange, "person-change", 0, person_change_fields);

const DaybookSchema daybook_person_registered =
  DAYBOOK_SCHEMA (DaybookPersonRegistered, "PersonRegistered", 1, person_registered_fields);
const DaybookSchema daybook_personal_details_changed =
  DAYBOOK_SCHEMA (DaybookPersonalDetailsChanged, "PersonalDetailsChanged", 1,
                  personal_details_changed_fields);
const DaybookSchema daybook_username_changed =
  DAYBOOK_SCHEMA (DaybookUsernameChanged, "UsernameChanged", 1, username_changed_fields);
