import { sql } from 'kysely'
import type { Uuid } from '../../base/index.ts'
import type { Database } from '../../store/index.ts'
import type { KeptPlace, KeptSubtree, SuiteName } from '../log/index.ts'
import type { Head, LogKey, LogTree } from './model.ts'

/** An entry that is not in the tree yet. */
export interface WaitingEntry {
  readonly sequence: string
  readonly id: Uuid
  readonly body: string
  readonly salt: Uint8Array
}

/** Whether entries of a tenant wait. */
export async function hasWaiting(db: Database, tenant: number): Promise<boolean> {
  const { rows } = await sql<{ waits: boolean }>`
    select exists (select from log_pending where tenant = ${tenant} and leaf is null) as waits`.execute(
    db,
  )
  return rows[0]?.waits === true
}

/**
 * The next entries in the order in which they were made: so many at most, and no further one once
 * their bodies reach so many bytes. `more` says whether others may wait behind them.
 */
export async function waitingEntries(
  db: Database,
  tenant: number,
  { entries, bytes }: { readonly entries: number; readonly bytes: number },
): Promise<{ readonly waiting: WaitingEntry[]; readonly more: boolean }> {
  const { rows } = await sql<WaitingEntry & { readonly found: number }>`
    with next as (
      select sequence, id, body, salt, octet_length(body) as bytes from log_pending
      where tenant = ${tenant} and leaf is null order by sequence limit ${entries}
    ), measured as (
      select *, sum(bytes) over (order by sequence) - bytes as before,
        count(*) over ()::int4 as found from next
    )
    select sequence::text as sequence, id, body, salt, found from measured
    where before < ${bytes} order by measured.sequence`.execute(db)
  const found = rows[0]?.found ?? 0
  return { waiting: rows, more: found === entries || rows.length < found }
}

/** What a log holds and what of it waits to be taken into the signed tree. */
export interface LogBacklog {
  /** Null before its tree begins. */
  readonly suite: SuiteName | null
  readonly signed: number
  readonly signedAt: string | null
  readonly waiting: number
  /** When the oldest entry that waits was made. */
  readonly waitingSince: string | null
}

export async function readBacklogOfLog(db: Database, tenant: number): Promise<LogBacklog> {
  const { rows } = await sql<LogBacklog>`
    select coalesce(h.size, 0)::float8 as signed, h.signed_at as "signedAt", w.waiting, w."waitingSince",
      (select suite from log_tree where tenant = ${tenant}) as suite
    from (select count(*)::int4 as waiting, min(at) as "waitingSince" from log_pending
      where tenant = ${tenant} and leaf is null) w
    left join (select size, signed_at from log_checkpoint
      where tenant = ${tenant} order by size desc limit 1) h on true`.execute(db)
  return rows[0] ?? { suite: null, signed: 0, signedAt: null, waiting: 0, waitingSince: null }
}

export async function countWaiting(db: Database, tenant: number): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int4 as n from log_pending
    where tenant = ${tenant} and leaf is null`.execute(db)
  return rows[0]?.n ?? 0
}

/** The tenant's tree; begun with `begin` where there is none. */
export async function takeTree(tx: Database, tenant: number, begin: LogTree): Promise<LogTree> {
  await sql`
    insert into log_tree (tenant, origin, suite, began_at)
    values (${tenant}, ${begin.origin}, ${begin.suite}, ${begin.beganAt})
    on conflict do nothing`.execute(tx)
  const tree = await readTree(tx, tenant)
  return tree ?? begin
}

export async function readTree(db: Database, tenant: number): Promise<LogTree | null> {
  const { rows } = await sql<LogTree>`
    select origin, suite, began_at as "beganAt" from log_tree where tenant = ${tenant}`.execute(db)
  return rows[0] ?? null
}

export async function insertKey(tx: Database, tenant: number, key: LogKey): Promise<void> {
  await sql`
    insert into log_key (tenant, id, name, suite, public_key, made_at)
    values (${tenant}, ${key.id}, ${key.name}, ${key.suite}, ${Buffer.from(key.publicKey)},
      ${key.madeAt})
    on conflict do nothing`.execute(tx)
}

/** The keys that sign for a tenant's log, the first one first. */
export async function readKeys(db: Database, tenant: number): Promise<LogKey[]> {
  const { rows } = await sql<LogKey>`
    select id, name, suite, public_key as "publicKey", made_at as "madeAt" from log_key
    where tenant = ${tenant} order by made_at, id`.execute(db)
  return rows
}

const HEAD = sql`size::float8 as size, root, edge, key, note, signed_at as "signedAt"`

/** The newest signed state of a tree. */
export async function readHead(db: Database, tenant: number): Promise<Head | null> {
  const { rows } = await sql<Head>`
    select ${HEAD} from log_checkpoint where tenant = ${tenant} order by size desc limit 1`.execute(
    db,
  )
  return rows[0] ?? null
}

/** The signed state of just this size; null where none was signed. */
export async function headAt(db: Database, tenant: number, size: number): Promise<Head | null> {
  const { rows } = await sql<Head>`
    select ${HEAD} from log_checkpoint
    where tenant = ${tenant} and size = ${size}::int8`.execute(db)
  return rows[0] ?? null
}

/** The first signed state that has so many leaves. */
export async function readHeadFrom(
  db: Database,
  tenant: number,
  sizeLeast: number,
): Promise<Head | null> {
  const { rows } = await sql<Head>`
    select ${HEAD} from log_checkpoint
    where tenant = ${tenant} and size >= ${sizeLeast}::int8 order by size limit 1`.execute(db)
  return rows[0] ?? null
}

export async function insertHead(tx: Database, tenant: number, head: Head): Promise<void> {
  await sql`
    insert into log_checkpoint (tenant, size, root, edge, key, note, signed_at)
    values (${tenant}, ${head.size}::int8, ${Buffer.from(head.root)}, ${Buffer.from(head.edge)},
      ${head.key}, ${head.note}, ${head.signedAt})`.execute(tx)
}

/** A leaf with the entry that it stands for. */
export interface NewLeaf {
  readonly leaf: number
  readonly entry: WaitingEntry
  /** Over salt and body of the entry. */
  readonly bodyHash: Uint8Array
  readonly hash: Uint8Array
}

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')

/** Appends leaves, and marks their entries as taken up under their hashes: all of it, or the keys refuse it. */
export async function insertLeaves(
  tx: Database,
  tenant: number,
  leaves: readonly NewLeaf[],
): Promise<void> {
  const numbers = leaves.map(({ leaf }) => String(leaf))
  await sql`
    insert into log_leaf (tenant, leaf, entry, hash)
    select ${tenant}, u.leaf, u.entry, decode(u.hash, 'hex')
    from unnest(${numbers}::int8[], ${leaves.map(({ entry }) => entry.id)}::uuid[],
      ${leaves.map(({ hash }) => hex(hash))}::text[]) as u(leaf, entry, hash)`.execute(tx)
  await sql`
    update log_pending p set leaf = u.leaf, body_hash = u.body_hash
    from unnest(${leaves.map(({ entry }) => entry.sequence)}::int8[], ${numbers}::int8[],
      ${leaves.map(({ bodyHash }) => hex(bodyHash))}::text[]) as u(sequence, leaf, body_hash)
    where p.tenant = ${tenant} and p.sequence = u.sequence`.execute(tx)
}

export async function insertSubtrees(
  tx: Database,
  tenant: number,
  subtrees: readonly KeptSubtree[],
): Promise<void> {
  for (const { height, ordinal, hash } of subtrees) {
    await sql`
      insert into log_subtree (tenant, height, ordinal, hash)
      values (${tenant}, ${height}, ${ordinal}::int8, ${Buffer.from(hash)})`.execute(tx)
  }
}

/** Kept hashes by their places, in one question a height. */
export async function readKept(
  db: Database,
  tenant: number,
  places: readonly KeptPlace[],
): Promise<Map<string, Uint8Array>> {
  const found = new Map<string, Uint8Array>()
  for (const height of new Set(places.map((place) => place.height))) {
    const ordinals = places.flatMap((place) => (place.height === height ? [place.ordinal] : []))
    const wanted = sql`${[...new Set(ordinals)].map(String)}::int8[]`
    const { rows } = await sql<{ ordinal: number; hash: Uint8Array }>`
      ${
        height === 0
          ? sql`select leaf::float8 as ordinal, hash from log_leaf
              where tenant = ${tenant} and leaf = any(${wanted})`
          : sql`select ordinal::float8 as ordinal, hash from log_subtree
              where tenant = ${tenant} and height = ${height} and ordinal = any(${wanted})`
      }`.execute(db)
    for (const { ordinal, hash } of rows) found.set(`${height}/${ordinal}`, hash)
  }
  return found
}

/** The leaf of an entry, or null while it is not in the tree. */
export async function leafOf(db: Database, tenant: number, entry: Uuid): Promise<number | null> {
  const { rows } = await sql<{ leaf: number }>`
    select leaf::float8 as leaf from log_leaf
    where tenant = ${tenant} and entry = ${entry}`.execute(db)
  return rows[0]?.leaf ?? null
}

/** An entry whole, with its place in the tree. */
export interface KeptEntry {
  readonly id: Uuid
  readonly command: string
  readonly body: string
  readonly salt: Uint8Array
  /** Null while it waits. */
  readonly leaf: number | null
}

const ENTRY = sql`id, command, body, salt, leaf::float8 as leaf`

/** Entries of one command by one person at one moment. */
export async function entriesAt(
  db: Database,
  tenant: number,
  at: { readonly command: string; readonly actor: Uuid; readonly at: string },
): Promise<KeptEntry[]> {
  const { rows } = await sql<KeptEntry>`
    select ${ENTRY} from log_pending where tenant = ${tenant} and command = ${at.command}
      and at = ${at.at} and actor = ${at.actor} order by sequence`.execute(db)
  return rows
}

export async function entryById(db: Database, tenant: number, id: Uuid): Promise<KeptEntry | null> {
  const { rows } = await sql<KeptEntry>`
    select ${ENTRY} from log_pending where tenant = ${tenant} and id = ${id}`.execute(db)
  return rows[0] ?? null
}

/** Tenants that have a log. */
export async function treeTenants(db: Database): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`select id from tenant order by id`.execute(db)
  return rows.map(({ id }) => id)
}

/** Reads on as this tenant, which the fence around its rows asks for; within a transaction. */
export async function setReader(tx: Database, tenant: number): Promise<void> {
  await sql`set local app.tenant = ${sql.lit(String(tenant))}`.execute(tx)
}

/** Hashes of the bodies of entries in the order of their leaves. */
export async function hashesFrom(
  db: Database,
  tenant: number,
  leaf: number,
  limit: number,
): Promise<string[]> {
  const { rows } = await sql<{ hash: string }>`
    select p.body_hash as hash from log_leaf l
    join log_pending p on p.tenant = l.tenant and p.id = l.entry
    where l.tenant = ${tenant} and l.leaf >= ${leaf}::int8 order by l.leaf limit ${limit}`.execute(
    db,
  )
  return rows.map(({ hash }) => hash)
}
