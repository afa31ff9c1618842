/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "command-form-view-model.h"

G_BEGIN_DECLS

gboolean daybook_subject_fill (const DaybookSubject         *self,
                               DaybookCommandFormViewModel  *form,
                               GError                      **error);

G_END_DECLS
