import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Kysely, sql } from 'kysely'
import { Problem } from '../base/index.ts'
import type { StoreTables } from './tables.ts'

/** The newest version of the schema that this program knows, and what it takes each to be. */
export async function knownMigrations(
  folder: string = migrationFolder(),
): Promise<{ version: number; name: string; checksum: string }[]> {
  return readMigrations(folder)
}

interface Migration {
  version: number
  name: string
  text: string
  checksum: string
}

/** Any number, the same for all of our processes: PostgreSQL lets one of them migrate at a time. */
const MIGRATION_LOCK = 7310_0001

/**
 * Applies the migrations that are missing, in order, one transaction each. Refuses a database whose
 * history is not the beginning of ours: a newer one with `store-newer`, an edited one with
 * `store-edited`; going on would write rows that one of the two versions cannot read. `upTo` leaves
 * the schema as an older program had it, for the rows of an older backup.
 */
export async function migrate(
  db: Kysely<StoreTables>,
  engine: 'pglite' | 'postgres',
  folder: string = migrationFolder(),
  upTo = Number.POSITIVE_INFINITY,
): Promise<void> {
  const migrations = (await readMigrations(folder)).filter(({ version }) => version <= upTo)
  const work = async (session: Kysely<StoreTables>): Promise<void> => {
    await createHistory(session)
    await applyMissing(session, migrations)
  }
  if (engine === 'postgres') await oneAtATime(db, work)
  else await db.connection().execute(work)
}

/** Runs `work` on one connection of a PostgreSQL server while no other process of ours does the like. */
export async function oneAtATime(
  db: Kysely<StoreTables>,
  work: (session: Kysely<StoreTables>) => Promise<void>,
): Promise<void> {
  await db.connection().execute(async (session) => {
    // A change of a large table takes the time that it takes, as does the wait for another process.
    await sql`set statement_timeout = 0`.execute(session)
    await sql`select pg_advisory_lock(${MIGRATION_LOCK})`.execute(session)
    try {
      await work(session)
    } finally {
      await sql`reset statement_timeout`.execute(session)
      await sql`select pg_advisory_unlock(${MIGRATION_LOCK})`.execute(session)
    }
  })
}

/** A role that owns nothing may not even ask to create what is there already, so it looks first. */
async function createHistory(session: Kysely<StoreTables>): Promise<void> {
  try {
    const { rows } = await sql<{ there: boolean }>`
      select to_regclass('schema_migration') is not null as there`.execute(session)
    if (rows[0]?.there === true) return
    await sql`create table if not exists schema_migration (
      version int primary key, name text not null, checksum text not null,
      applied_at timestamptz not null)`.execute(session)
  } catch (error) {
    throw explain(error, 'schema_migration')
  }
}

async function applyMissing(
  session: Kysely<StoreTables>,
  migrations: readonly Migration[],
): Promise<void> {
  const applied = await session
    .selectFrom('schema_migration')
    .selectAll()
    .orderBy('version')
    .execute()
    .catch((error: unknown) => {
      throw explain(error, 'schema_migration')
    })
  checkHistory(applied, migrations)
  const missing = migrations.slice(applied.length)
  for (const migration of missing) await apply(session, migration)
}

/**
 * Turns the policies of all tables for the owner of the tables, too, or no longer for the owner.
 * A policy past which the owner walks is half a wall, so all are forced when a migration is through:
 * an owner who is no superuser is then refused as well when no tenant was said. Within a migration,
 * which may touch rows of all tenants, they are lifted. It is one transaction, so that no other
 * session ever meets the tables without them.
 */
const turnPolicies = (to: 'force' | 'no force'): string => `do $$
declare walled regclass;
begin
  for walled in
    select c.oid::regclass from pg_class c
    where c.relrowsecurity and c.relforcerowsecurity = ${to === 'no force'}
      and c.relnamespace = 'public'::regnamespace
  loop
    execute format('alter table %s ${to} row level security', walled);
  end loop;
end
$$`

function checkHistory(
  applied: readonly { version: number; name: string; checksum: string }[],
  migrations: readonly Migration[],
): void {
  const known = migrations.at(-1)?.version ?? 0
  const found = applied.at(-1)?.version ?? 0
  if (found > known) throw new Problem('store-newer', { found, known })
  for (const [position, row] of applied.entries()) {
    const ours = migrations[position]
    if (ours?.version !== row.version || ours.checksum !== row.checksum) {
      throw new Problem('store-edited', { name: row.name })
    }
  }
}

async function apply(session: Kysely<StoreTables>, migration: Migration): Promise<void> {
  try {
    await sql`begin`.execute(session)
    await sql.raw(turnPolicies('no force')).execute(session)
    await sql.raw(migration.text).execute(session)
    await sql.raw(turnPolicies('force')).execute(session)
    await session
      .insertInto('schema_migration')
      .values({
        version: migration.version,
        name: migration.name,
        checksum: migration.checksum,
        applied_at: new Date().toISOString(),
      })
      .execute()
    await sql`commit`.execute(session)
  } catch (error) {
    await sql`rollback`.execute(session)
    throw explain(error, migration.name)
  }
}

/** SQLSTATE insufficient_privilege: what an administrator of the database can mend. */
const NOT_ALLOWED = '42501'

function explain(error: unknown, name: string): unknown {
  const reason = error instanceof Error ? error.message : String(error)
  if (/\bextension\b/.test(reason)) {
    const problem = new Problem('store-extension', { name: 'pg_trgm', reason })
    return Object.assign(problem, { cause: error })
  }
  const explained = explainRefusal(error)
  if (explained instanceof Problem) return explained
  return new Error(`migration ${name} failed: ${reason}`, { cause: error })
}

/** A refusal for want of rights as the problem `store-permission`; anything else as it is. */
export function explainRefusal(error: unknown): unknown {
  if (!(error instanceof Error) || (error as { code?: unknown }).code !== NOT_ALLOWED) return error
  const problem = new Problem('store-permission', { reason: error.message })
  return Object.assign(problem, { cause: error })
}

async function readMigrations(folder: string): Promise<Migration[]> {
  const names = (await readdir(folder))
    .filter((name) => /^\d{4}_[a-z0-9_]+\.sql$/.test(name))
    .sort()
  return Promise.all(
    names.map(async (file) => {
      const text = await readFile(join(folder, file), 'utf8')
      return {
        version: Number(file.slice(0, 4)),
        name: file.slice(0, -'.sql'.length),
        text,
        checksum: createHash('sha256').update(text).digest('hex'),
      }
    }),
  )
}

/** Beside this file; a program that is bundled into one file finds them where they were copied. */
function migrationFolder(): string {
  const beside = fileURLToPath(new URL('./migrations', import.meta.url))
  const ofBundle = fileURLToPath(new URL('../store/migrations', import.meta.url))
  return existsSync(beside) ? beside : ofBundle
}
