/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "record.h"

G_BEGIN_DECLS

/**
 * DaybookRegister:
 *
 * Command: make somebody known to the book.
 */
typedef struct
{
  DaybookCommand command;
  char *username;
  char *name;
  char *email;
  char *phone;
  char *address;
  char *note;
} DaybookRegister;

/**
 * DaybookPersonChange:
 * @person: whom, by username
 * @username: (nullable): the new username, %NULL to keep it
 * @name: (nullable): the full name from now on, %NULL to keep it
 * @email: (nullable): %NULL to keep what there is, `-` for none; so the rest
 *
 * Command: change what is known of a person.
 */
typedef struct
{
  DaybookCommand command;
  char *person;
  char *username;
  char *name;
  char *email;
  char *phone;
  char *address;
  char *note;
} DaybookPersonChange;

/**
 * DaybookPersonRegistered:
 * @person: the id that was generated for them; usernames change, this does not
 *
 * Event: somebody was made known to the book. Personal details stand in events of their own, apart
 * from any money (rule 3).
 */
typedef struct
{
  DaybookEvent event;
  char *person;
  char *username;
  char *name;
  char *email;
  char *phone;
  char *address;
  char *note;
} DaybookPersonRegistered;

/**
 * DaybookPersonalDetailsChanged:
 *
 * Event: other details are known of a person. All that are known from now on, not only those that
 * are new: what is absent is not known any more.
 */
typedef struct
{
  DaybookEvent event;
  char *person;
  char *name;
  char *email;
  char *phone;
  char *address;
  char *note;
} DaybookPersonalDetailsChanged;

/**
 * DaybookUsernameChanged:
 * @username: the new one
 * @former: the one before; it stays theirs, nobody else gets it (rule 1)
 *
 * Event: a person has another username.
 */
typedef struct
{
  DaybookEvent event;
  char *person;
  char *username;
  char *former;
} DaybookUsernameChanged;

extern const DaybookSchema daybook_register;
extern const DaybookSchema daybook_person_change;
extern const DaybookSchema daybook_person_registered;
extern const DaybookSchema daybook_personal_details_changed;
extern const DaybookSchema daybook_username_changed;

/* RFC 5321, 4.5.3.1.3: a path of 256 octets, less its angle brackets. */
#define DAYBOOK_MAX_EMAIL 254

G_END_DECLS
