/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The chain: each entry's hash covers everything that is stored of it and the hash before it.
 *
 *     hash = SHA-256 (tag, book id, previous hash, entry, commit, filings, their number)
 *
 * written as docs/format.md says: numbers as 8 bytes, little end first; texts with their length in
 * 4 bytes before them, an absent one as length 0xffffffff; ids and hashes as they are. What is not
 * hashed could be edited, so nothing is left out.
 *
 * The context is made once and used again; with the digest fetched each time, hashing a short
 * message costs twice as much. */

#include "store/chain.h"

#include <openssl/evp.h>
#include <string.h>

static const char tag[] = "daybook-entry-1";

#define ABSENT G_MAXUINT32

struct _DaybookChain
{
  guint8 book_id[DAYBOOK_ID_SIZE];
  EVP_MD *sha256;
  EVP_MD_CTX *context;
  GByteArray *message;
  guint64 n_filings;
};

/**
 * daybook_chain_new:
 *
 * Returns: (transfer full): a chain for the book of that id.
 */
DaybookChain *
daybook_chain_new (const guint8 book_id[DAYBOOK_ID_SIZE])
{
  DaybookChain *self = g_new0 (DaybookChain, 1);

  memcpy (self->book_id, book_id, DAYBOOK_ID_SIZE);
  self->sha256 = EVP_MD_fetch (NULL, "SHA256", NULL);
  self->context = EVP_MD_CTX_new ();
  self->message = g_byte_array_sized_new (1024);
  /* A machine without SHA-256 cannot keep a book. */
  g_assert (self->sha256 != NULL && self->context != NULL);

  return self;
}

/**
 * daybook_chain_free:
 * @self: (nullable) (transfer full):
 */
void
daybook_chain_free (DaybookChain *self)
{
  if (self == NULL)
    return;

  EVP_MD_CTX_free (self->context);
  EVP_MD_free (self->sha256);
  g_byte_array_unref (self->message);
  g_free (self);
}

static void
digest (DaybookChain *self,
        const void   *bytes,
        gsize         length,
        guint8        hash[DAYBOOK_HASH_SIZE])
{
  int ok = EVP_DigestInit_ex2 (self->context, self->sha256, NULL) &&
           EVP_DigestUpdate (self->context, bytes, length) &&
           EVP_DigestFinal_ex (self->context, hash, NULL);

  g_assert (ok);
}

/**
 * daybook_chain_hash_data:
 * @hash: (out): of the bytes of an event's data
 */
void
daybook_chain_hash_data (DaybookChain *self,
                         const char   *data,
                         gsize         length,
                         guint8        hash[DAYBOOK_HASH_SIZE])
{
  digest (self, data, length, hash);
}

static void
add_bytes (DaybookChain *self,
           const void   *bytes,
           gsize         length)
{
  g_byte_array_append (self->message, bytes, length);
}

static void
add_number (DaybookChain *self,
            guint64       number)
{
  guint64 little = GUINT64_TO_LE (number);

  add_bytes (self, &little, sizeof little);
}

static void
add_text (DaybookChain *self,
          const char   *text)
{
  gsize length = text != NULL ? strlen (text) : 0;
  guint32 little = GUINT32_TO_LE (text != NULL ? (guint32) length : ABSENT);

  add_bytes (self, &little, sizeof little);
  add_bytes (self, text, length);
}

/**
 * daybook_chain_begin:
 * @previous: hash of the entry before; zeros for the first
 */
void
daybook_chain_begin (DaybookChain      *self,
                     const guint8       previous[DAYBOOK_HASH_SIZE],
                     const DaybookLink *link)
{
  g_byte_array_set_size (self->message, 0);
  add_bytes (self, tag, sizeof tag);
  add_bytes (self, self->book_id, DAYBOOK_ID_SIZE);
  add_bytes (self, previous, DAYBOOK_HASH_SIZE);

  add_number (self, link->position);
  add_bytes (self, link->id, DAYBOOK_ID_SIZE);
  add_text (self, link->type);
  add_number (self, link->type_version);
  add_text (self, link->value_date);
  add_bytes (self, link->data_hash, DAYBOOK_HASH_SIZE);

  add_number (self, link->first);
  add_number (self, link->last);
  add_text (self, link->command_id);
  add_bytes (self, link->digest, DAYBOOK_HASH_SIZE);
  add_text (self, link->actor);
  add_text (self, link->correlation);
  add_text (self, link->causation);
  add_number (self, (guint64) link->recorded_at);

  self->n_filings = 0;
}

/**
 * daybook_chain_add_filing:
 * @kind: name of the stream's kind
 *
 * In the order in which the event's description names them.
 */
void
daybook_chain_add_filing (DaybookChain *self,
                          const char   *kind,
                          const char   *key,
                          guint64       version,
                          const char   *role)
{
  add_text (self, kind);
  add_text (self, key);
  add_number (self, version);
  add_text (self, role);
  self->n_filings++;
}

/**
 * daybook_chain_end:
 * @hash: (out): of the entry
 */
void
daybook_chain_end (DaybookChain *self,
                   guint8        hash[DAYBOOK_HASH_SIZE])
{
  add_number (self, self->n_filings);
  digest (self, self->message->data, self->message->len, hash);
}
