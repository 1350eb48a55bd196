import { sql } from 'kysely'
import type { Uuid } from '../../base/index.ts'
import type { Database } from '../../store/index.ts'
import type { UsedKey } from './key.ts'

interface KeyTable {
  tenant: number
  person: string
  key: string
  command: string
  body_hash: string
  /** JSON text of the answer; null only while its own transaction is under way. */
  answer: string | null
  entry: string | null
  at: string
}

type GateTables = {
  idempotency_key: KeyTable
}

/** A key is one person's: another person's same key must neither be refused nor answered with hers. */
export interface KeyOwner {
  readonly tenant: number
  readonly person: Uuid
  readonly key: string
}

export interface StoredAnswer extends UsedKey {
  readonly answer: string
  readonly entry: Uuid | null
}

/** How long a key is remembered, in milliseconds: 30 days, far beyond any client's retries. */
const KEY_LIFE_MS = 30 * 24 * 3_600_000

/** Old keys forgotten by one write; small, so that no write waits for housekeeping. */
const FORGET_MAX = 100

/**
 * Takes a key for this transaction, and answers null; or what the earlier holder stored. A rival with
 * the same key waits here until the first one commits (then gets its answer) or rolls back (then
 * takes the key): the row's unique key is the lock, on both engines.
 */
export async function takeKey(
  tx: Database,
  owner: KeyOwner,
  asked: UsedKey,
  at: Date,
): Promise<StoredAnswer | null> {
  const db = tx.withTables<GateTables>()
  const taken = await db
    .insertInto('idempotency_key')
    .values({
      tenant: owner.tenant,
      person: owner.person,
      key: owner.key,
      command: asked.command,
      body_hash: asked.bodyHash,
      answer: null,
      entry: null,
      at: at.toISOString(),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('key')
    .executeTakeFirst()
  if (taken) return null
  const used = await db
    .selectFrom('idempotency_key')
    .select(['command', 'body_hash', 'answer', 'entry'])
    .where('tenant', '=', owner.tenant)
    .where('person', '=', owner.person)
    .where('key', '=', owner.key)
    .executeTakeFirstOrThrow()
  return {
    command: used.command,
    bodyHash: used.body_hash,
    answer: used.answer ?? 'null',
    entry: used.entry,
  }
}

/** Stores the answer under the key that this transaction took. */
export async function settleKey(
  tx: Database,
  owner: KeyOwner,
  settled: { answer: string; entry: Uuid | null },
): Promise<void> {
  await tx
    .withTables<GateTables>()
    .updateTable('idempotency_key')
    .set(settled)
    .where('tenant', '=', owner.tenant)
    .where('person', '=', owner.person)
    .where('key', '=', owner.key)
    .execute()
}

/** Lets a few outlived keys go; rows that a rival is deleting are left to it. */
export async function forgetOldKeys(tx: Database, tenant: number, now: Date): Promise<void> {
  const before = new Date(now.getTime() - KEY_LIFE_MS).toISOString()
  await sql`
    delete from idempotency_key where (tenant, person, key) in (
      select tenant, person, key from idempotency_key
      where tenant = ${tenant} and at < ${before}
      limit ${FORGET_MAX} for update skip locked)
  `.execute(tx)
}

/** Makes deferred constraints speak before a rehearsal is rolled back, as a commit would. */
export async function checkConstraints(tx: Database): Promise<void> {
  await sql`set constraints all immediate`.execute(tx)
}
