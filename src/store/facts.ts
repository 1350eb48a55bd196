import { join } from 'node:path'
import { Kysely, PostgresDialect, sql } from 'kysely'
import { type Durability, readDurability } from './durability.ts'
import { guardPool, lookAtLock, openPostgres } from './engine/index.ts'
import { isTrusted, readWord, thisBoot } from './journal/index.ts'
import { knownMigrations } from './migrate.ts'
import type { Engine } from './open-parts.ts'
import { readWall, type Wall } from './prepare.ts'
import type { Database, StoreTables } from './tables.ts'

/** What a database says of itself, for whoever looks after it. */
export interface DatabaseFacts {
  readonly engine: Engine
  readonly version: string
  readonly versionNumber: number
  readonly durability: Durability
  readonly wall: Wall
  /** Of a server: settings that decide what a power cut costs. */
  readonly fsync: boolean
  readonly fullPageWrites: boolean
  readonly synchronousCommit: boolean
  /** Of a server: tables of tenants whose row security is not forced. */
  readonly unwalled: readonly string[]
  readonly migrations: {
    readonly applied: number
    readonly known: number
    readonly state: 'same' | 'behind' | 'newer' | 'edited'
  }
  /** How far its clock is ahead of this process's, in milliseconds. */
  readonly aheadMs: number
  readonly sizeBytes: number
}

interface FactsRow {
  readonly version: string
  readonly versionNumber: number
  readonly fsync: boolean
  readonly fullPageWrites: boolean
  readonly synchronousCommit: boolean
  readonly clockMs: number
  readonly sizeBytes: number
}

export async function readFacts(db: Database, engine: Engine): Promise<DatabaseFacts> {
  const begun = Date.now()
  const { rows } = await sql<FactsRow>`
    select current_setting('server_version') as version,
      current_setting('server_version_num')::int4 as "versionNumber",
      current_setting('fsync') = 'on' as fsync,
      current_setting('full_page_writes') = 'on' as "fullPageWrites",
      current_setting('synchronous_commit') <> 'off' as "synchronousCommit",
      (extract(epoch from clock_timestamp()) * 1000)::float8 as "clockMs",
      pg_database_size(current_database())::float8 as "sizeBytes"`.execute(db)
  const [row] = rows
  if (row === undefined) throw new Error('the database says nothing of its settings')
  const { clockMs, ...told } = row
  const isServed = engine === 'postgres'
  return {
    ...{ ...told, engine },
    durability: await readDurability(db, engine),
    wall: isServed ? await readWall(db) : 'embedded',
    unwalled: isServed ? await unwalledTables(db) : [],
    migrations: await compareMigrations(db),
    aheadMs: Math.round(clockMs - (begun + Date.now()) / 2),
  }
}

/** Tables with rows of tenants that row security does not guard against everybody. */
async function unwalledTables(db: Database): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select c.relname::text as name from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant' and not a.attisdropped
    where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace
      and not (c.relrowsecurity and c.relforcerowsecurity)
    order by c.relname`.execute(db)
  return rows.map(({ name }) => name)
}

async function compareMigrations(db: Database): Promise<DatabaseFacts['migrations']> {
  const ours = await knownMigrations()
  const known = ours.at(-1)?.version ?? 0
  const { rows: there } = await sql<{ there: boolean }>`
    select to_regclass('schema_migration') is not null as there`.execute(db)
  if (there[0]?.there !== true) return { applied: 0, known, state: 'behind' }
  const theirs = await db
    .selectFrom('schema_migration')
    .select(['version', 'checksum'])
    .orderBy('version')
    .execute()
  const applied = theirs.at(-1)?.version ?? 0
  if (applied > known) return { applied, known, state: 'newer' }
  const isEdited = theirs.some(({ checksum }, at) => ours[at]?.checksum !== checksum)
  const state = isEdited ? 'edited' : applied < known ? 'behind' : 'same'
  return { applied, known, state }
}

/** Looks into a served database without changing anything of it. Problem: `store-unreachable`. */
export async function peek<T>(
  databaseUrl: string,
  work: (db: Database, facts: DatabaseFacts) => Promise<T>,
): Promise<T> {
  const pool = guardPool(openPostgres(databaseUrl, { poolSize: 1, statementMs: PEEK_MS }), {
    tellsTenant: true,
  })
  const db = new Kysely<StoreTables>({ dialect: new PostgresDialect({ pool }) })
  try {
    return await work(db, await readFacts(db, 'postgres'))
  } finally {
    await pool.end()
  }
}

const PEEK_MS = 10_000

/** What the files of an embedded store tell without its engine. */
export interface EmbeddedFiles {
  readonly lock: { readonly pid: number; readonly isAlive: boolean } | null
  /** False after a power cut: the next start makes the engine anew from backup and journal. */
  readonly isTrusted: boolean
}

export async function lookAtEmbedded(directory: string): Promise<EmbeddedFiles> {
  const word = await readWord(join(directory, 'journal'))
  return {
    lock: await lookAtLock(join(directory, 'lock.json')),
    isTrusted: word === null || isTrusted(word, thisBoot()),
  }
}
