/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The view models: everything a window shows and does, without a window.
 *
 *   DaybookShelfViewModel               the program: recent books; opens, makes, samples
 *     └ "opened" → DaybookBookViewModel an open book: sidebar, lists, undo, what is recorded
 *         ├ DaybookOverviewViewModel    the overview of it all
 *         ├ DaybookListViewModel        its accounts, its people: search, order, status
 *         ├ DaybookDaybookViewModel     the daybook's page: all entries, or those asked for
 *         ├ DaybookAccountViewModel     an account's page
 *         ├ DaybookPersonViewModel      a person's page
 *         ├ DaybookEntryViewModel       an entry's page
 *         ├ forms                       DaybookFormViewModel: what can be typed and confirmed
 *         │   ├ DaybookMoneyFormViewModel        deposit, withdraw, transfer
 *         │   ├ DaybookRegisterFormViewModel     register a person
 *         │   ├ DaybookOpenAccountFormViewModel  open an account
 *         │   ├ DaybookImportFormViewModel       import what stands in a spreadsheet
 *         │   └ DaybookCommandFormViewModel      any other command, as its plan says
 *         ├ DaybookBookPropertiesViewModel  what there is to know of it as a whole
 *         ├ DaybookBookSession          what its window knows beyond the book
 *         └ tasks                       DaybookTaskViewModel: verify, rebuild, copy
 *   DaybookNewBookFormViewModel         a form too, but of the shelf: there is no book yet
 *
 * How to bind to them:
 *
 * - Every property is ready to show: texts are in the user's language and notation, and empty
 *   rather than %NULL. Each notifies when, and only when, its value changes. A `…-state` is the
 *   name of the page that a GtkStack shows.
 * - Lists are GListModels of immutable rows (DaybookAccountRow, DaybookEntryRow, …); long ones are
 *   fetched around what is looked at. Give a list view a new selection model for a new list:
 *   setting the model of an old one looks through all of it.
 * - What is typed goes into writable text properties, whatever it is; what is wrong with it comes
 *   out of `NAME-error` beside it. Nothing that was typed is ever taken away.
 * - What takes time is a method that returns at once and a signal that tells the end.
 *
 * Who holds whom: pages and forms hold their book, never the other way round; a view that closes
 * lets go of its view model and that is all. */

#pragma once

#include "account-row.h"
#include "account-view-model.h"
#include "book-properties-view-model.h"
#include "book-session.h"
#include "book-tasks.h"
#include "book-view-model.h"
#include "choice.h"
#include "command-form-view-model.h"
#include "daybook-row.h"
#include "daybook-view-model.h"
#include "entry-link.h"
#include "entry-row.h"
#include "entry-view-model.h"
#include "form-view-model.h"
#include "held-series.h"
#include "hold-row.h"
#include "import-form-view-model.h"
#include "import-line.h"
#include "list-view-model.h"
#include "money-form-view-model.h"
#include "new-book-form-view-model.h"
#include "open-account-form-view-model.h"
#include "overview-row.h"
#include "overview-view-model.h"
#include "paged-model.h"
#include "person-row.h"
#include "person-view-model.h"
#include "recent-book.h"
#include "register-form-view-model.h"
#include "row.h"
#include "shelf-view-model.h"
#include "task-view-model.h"
