/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What needs attention: accounts that somebody should look at.
 *
 * Each question is answered from an index that contains the few rows in question and nothing else,
 * however many accounts there are. Less than what has to stay in an account can only be in one of
 * which something has to stay, or of which something is on hold; all others are not looked at. An
 * account that never had any money is waiting for it, not in need of attention. */

#include "read-model/projection.h"

#define AVAILABLE \
  "b.balance - a.minimum + a.overdraft - (SELECT coalesce (sum (amount), 0) FROM holds" \
  " WHERE account = a.key AND ended_by IS NULL)"

const char daybook_attention_below_limits_sql[] =
  "SELECT a.key FROM accounts a INDEXED BY accounts_with_minimum"
  " JOIN balances b ON b.account = a.key"
  " WHERE a.minimum > 0 AND a.status = 1 AND b.balance >= 0"
  " AND " AVAILABLE " < 0"
  " UNION ALL "
  "SELECT a.key FROM (SELECT DISTINCT account FROM holds WHERE ended_by IS NULL) h"
  " CROSS JOIN accounts a ON a.key = h.account JOIN balances b ON b.account = a.key"
  " WHERE a.minimum = 0 AND a.status = 1 AND b.balance >= 0 AND " AVAILABLE " < 0"
  " ORDER BY 1";

const char daybook_attention_overdrawn_sql[] =
  "SELECT account FROM balances INDEXED BY balances_overdrawn WHERE balance < 0"
  " ORDER BY balance, account";

const char daybook_attention_holds_ending_sql[] =
  "SELECT account, amount, expires FROM holds"
  " WHERE expires <= ? AND ended_by IS NULL AND expires IS NOT NULL ORDER BY expires, entry";

const char daybook_attention_blocked_sql[] =
  "SELECT key FROM accounts INDEXED BY accounts_blocked"
  " WHERE (debits_blocked IS NOT NULL OR credits_blocked IS NOT NULL) AND status = 1"
  " ORDER BY key";

/**
 * daybook_attention_rows:
 * @stmt: one of the statements above, with what it needs bound
 * @max: how many are wanted at most
 * @rows: (element-type DaybookAttention): receives them
 * @n_all: (out): how many there are
 *
 * Returns: whether they could be read.
 */
gboolean
daybook_attention_rows (sqlite3_stmt  *stmt,
                        guint          max,
                        GArray        *rows,
                        guint         *n_all,
                        GError       **error)
{
  guint n = 0;

  for (;;)
    {
      DaybookAttention attention = { 0 };
      gboolean row;

      if (!daybook_sql_step (stmt, &row, error))
        return FALSE;
      if (!row)
        break;
      if (n++ >= max)
        continue;

      attention.account = sqlite3_column_int64 (stmt, 0);
      if (sqlite3_column_count (stmt) > 1)
        {
          attention.amount = sqlite3_column_int64 (stmt, 1);
          attention.expires = sqlite3_column_int64 (stmt, 2);
        }
      g_array_append_val (rows, attention);
    }

  *n_all = n;
  return TRUE;
}
