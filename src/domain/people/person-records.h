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
} DaybookRegister;

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
} DaybookPersonRegistered;

extern const DaybookSchema daybook_register;
extern const DaybookSchema daybook_person_registered;

/* RFC 5321, 4.5.3.1.3: a path of 256 octets, less its angle brackets. */
#define DAYBOOK_MAX_EMAIL 254

G_END_DECLS
