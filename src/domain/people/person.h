/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "context.h"
#include "people/person-records.h"

G_BEGIN_DECLS

/* Rule 1. */
#define DAYBOOK_USERNAME_MIN 2
#define DAYBOOK_USERNAME_MAX 32

char     *daybook_username_fold          (const char             *text);
gboolean  daybook_username_is_valid      (const char             *username);
gboolean  daybook_email_is_valid         (const char             *email);

/**
 * DaybookPerson:
 * @id: (nullable): %NULL until they were registered
 *
 * Somebody known to the book, as their own stream tells it.
 */
typedef struct
{
  char *id;
  char *username;
  char *name;
  char *email;
  char *phone;
  char *address;
  char *note;
} DaybookPerson;

DaybookPerson *daybook_person_new        (void);
void           daybook_person_free       (DaybookPerson       *person);
void           daybook_person_evolve     (DaybookPerson       *person,
                                          const DaybookEvent  *event);
gboolean  daybook_person_decide_register (gboolean                username_taken,
                                          const DaybookRegister  *command,
                                          const DaybookContext   *context,
                                          GPtrArray              *events,
                                          GError                **error);
gboolean  daybook_person_decide_change   (const DaybookPerson    *person,
                                          const char             *taken_by,
                                          const DaybookPersonChange *command,
                                          const DaybookContext   *context,
                                          GPtrArray              *events,
                                          GError                **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookPerson, daybook_person_free)

G_END_DECLS
