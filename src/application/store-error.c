/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The error domain of everything that keeps facts or figures. */

#include "store-error.h"

G_DEFINE_QUARK (daybook-store-error-quark, daybook_store_error)
