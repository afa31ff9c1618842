/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Use cases about an account's terms: its holders, its limits, its name. */

#include "accounts/terms-service.h"

#include "accounts/terms.h"

/* The id of the person that a command names as a holder. */
static char *
find_holder (DaybookRepository  *repository,
             const char         *username,
             GError            **error)
{
  if (username != NULL)
    return daybook_repository_find_person (repository, username, "holder", error);

  daybook_refuse (error, DAYBOOK_REFUSAL_FIELD_MISSING, .field = "holder");
  return NULL;
}

/**
 * daybook_terms_service_add_holder:
 *
 * A #DaybookHandler for #DaybookAddHolder.
 *
 * Returns: whether the command is accepted; else an error.
 */
gboolean
daybook_terms_service_add_holder (DaybookRepository     *repository,
                                  const DaybookCommand  *command,
                                  const DaybookContext  *context,
                                  DaybookDecision       *decision,
                                  GError               **error)
{
  const DaybookAddHolder *add = (const DaybookAddHolder *) command;
  const DaybookAccount *account = daybook_decision_load_whom (decision, repository,
                                                              add->account, "account", error);
  g_autofree char *person = NULL;

  if (account == NULL || (person = find_holder (repository, add->holder, error)) == NULL)
    return FALSE;

  return daybook_account_decide_add_holder (account, person, add, context, decision->events, error);
}

/**
 * daybook_terms_service_remove_holder:
 *
 * A #DaybookHandler for #DaybookRemoveHolder.
 *
 * Returns: whether the command is accepted; else an error.
 */
gboolean
daybook_terms_service_remove_holder (DaybookRepository     *repository,
                                     const DaybookCommand  *command,
                                     const DaybookContext  *context,
                                     DaybookDecision       *decision,
                                     GError               **error)
{
  const DaybookRemoveHolder *removal = (const DaybookRemoveHolder *) command;
  const DaybookAccount *account = daybook_decision_load_whom (decision, repository,
                                                              removal->account, "account", error);
  g_autofree char *person = NULL;

  if (account == NULL || (person = find_holder (repository, removal->holder, error)) == NULL)
    return FALSE;

  return daybook_account_decide_remove_holder (account, person, removal, context,
                                               decision->events, error);
}

/**
 * daybook_terms_service_limits:
 *
 * A #DaybookHandler for #DaybookChangeLimits.
 *
 * Returns: whether the command is accepted; else an error.
 */
gboolean
daybook_terms_service_limits (DaybookRepository     *repository,
                              const DaybookCommand  *command,
                              const DaybookContext  *context,
                              DaybookDecision       *decision,
                              GError               **error)
{
  const DaybookChangeLimits *limits = (const DaybookChangeLimits *) command;
  const DaybookAccount *account = daybook_decision_load_whom (decision, repository,
                                                              limits->account, "account", error);

  return account != NULL &&
         daybook_account_decide_limits (account, limits, context, decision->events, error);
}

/**
 * daybook_terms_service_rename:
 *
 * A #DaybookHandler for #DaybookRenameAccount.
 *
 * Returns: whether the command is accepted; else an error.
 */
gboolean
daybook_terms_service_rename (DaybookRepository     *repository,
                              const DaybookCommand  *command,
                              const DaybookContext  *context,
                              DaybookDecision       *decision,
                              GError               **error)
{
  const DaybookRenameAccount *renaming = (const DaybookRenameAccount *) command;
  const DaybookAccount *account = daybook_decision_load_whom (decision, repository,
                                                              renaming->account, "account", error);

  return account != NULL &&
         daybook_account_decide_rename (account, renaming, context, decision->events, error);
}
