/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ports/read-model.h"

G_BEGIN_DECLS

char *daybook_account_terms_text     (const DaybookAccountFigures *figures);
char *daybook_account_notice_text    (const DaybookAccountFigures *figures);
char *daybook_account_authority_text (const DaybookAccountFigures *figures);

G_END_DECLS
