/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is asked about people and what happens to them, as tables. */

#include "people/person-records.h"

#define TEXT(type, member, max, ...) \
  DAYBOOK_FIELD (type, member, DAYBOOK_FIELD_TEXT, .max_length = (max), __VA_ARGS__)
#define PERSON(type) \
  TEXT (type, person, DAYBOOK_MAX_KEY, .stream = DAYBOOK_STREAM_PERSON, .role = "person", \
        .about = "the id that was generated for them; usernames change, this does not")
#define USERNAME(type, ...) \
  TEXT (type, username, DAYBOOK_MAX_KEY, .stream = DAYBOOK_STREAM_USERNAME, .role = "username", \
        __VA_ARGS__)
#define FULL_NAME(type) TEXT (type, name, DAYBOOK_MAX_NAME, .about = "the full name")

/* What may be known of a person besides the name. */
#define DETAILS(type, ...) \
  TEXT (type, email, DAYBOOK_MAX_EMAIL, .optional = TRUE, __VA_ARGS__), \
  TEXT (type, phone, DAYBOOK_MAX_KEY, .optional = TRUE, __VA_ARGS__), \
  TEXT (type, address, DAYBOOK_MAX_MEMO, .optional = TRUE, __VA_ARGS__), \
  TEXT (type, note, DAYBOOK_MAX_MEMO, .optional = TRUE, __VA_ARGS__)

static const DaybookField register_fields[] = {
  TEXT (DaybookRegister, username, DAYBOOK_MAX_KEY,
        .about = "short, theirs alone and for ever: `john`"),
  FULL_NAME (DaybookRegister),
  DETAILS (DaybookRegister),
};

static const DaybookField person_change_fields[] = {
  TEXT (DaybookPersonChange, person, DAYBOOK_MAX_KEY, .about = "a username"),
  TEXT (DaybookPersonChange, username, DAYBOOK_MAX_KEY, .optional = TRUE,
        .about = "the new username"),
  TEXT (DaybookPersonChange, name, DAYBOOK_MAX_NAME, .optional = TRUE,
        .about = "the full name from now on"),
  DETAILS (DaybookPersonChange, .about = "`-` for none"),
};

static const DaybookField person_registered_fields[] = {
  PERSON (DaybookPersonRegistered),
  USERNAME (DaybookPersonRegistered),
  FULL_NAME (DaybookPersonRegistered),
  DETAILS (DaybookPersonRegistered),
};

static const DaybookField personal_details_changed_fields[] = {
  PERSON (DaybookPersonalDetailsChanged),
  FULL_NAME (DaybookPersonalDetailsChanged),
  DETAILS (DaybookPersonalDetailsChanged),
};

static const DaybookField username_changed_fields[] = {
  PERSON (DaybookUsernameChanged),
  USERNAME (DaybookUsernameChanged, .about = "the new one"),
  TEXT (DaybookUsernameChanged, former, DAYBOOK_MAX_KEY,
        .about = "the one before; it stays theirs, nobody else gets it"),
};

const DaybookSchema daybook_register =
  DAYBOOK_SCHEMA (DaybookRegister, "register", 0, register_fields,
                  .summary = "Make somebody known to the book.");
const DaybookSchema daybook_person_change =
  DAYBOOK_SCHEMA (DaybookPersonChange, "person-change", 0, person_change_fields,
                  .summary = "Change what is known of a person. What is not given stays.");

const DaybookSchema daybook_person_registered =
  DAYBOOK_SCHEMA (DaybookPersonRegistered, "PersonRegistered", 1, person_registered_fields,
                  .summary = "Somebody was made known to the book.");
const DaybookSchema daybook_personal_details_changed =
  DAYBOOK_SCHEMA (DaybookPersonalDetailsChanged, "PersonalDetailsChanged", 1,
                  personal_details_changed_fields,
                  .summary = "Other details are known of a person: all that are known from now on, "
                             "not only those that are new.");
const DaybookSchema daybook_username_changed =
  DAYBOOK_SCHEMA (DaybookUsernameChanged, "UsernameChanged", 1, username_changed_fields,
                  .summary = "A person got another username.");
