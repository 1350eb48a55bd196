import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Kysely, sql } from 'kysely'
import { Problem } from '../base/index.ts'
import type { StoreTables } from './tables.ts'

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
 * `store-edited`; going on would write rows that one of the two versions cannot read.
 */
export async function migrate(
  db: Kysely<StoreTables>,
  engine: 'pglite' | 'postgres',
  folder: string = migrationFolder(),
): Promise<void> {
  const migrations = await readMigrations(folder)
  await db.connection().execute(async (session) => {
    if (engine === 'postgres') {
      await sql`select pg_advisory_lock(${MIGRATION_LOCK})`.execute(session)
    }
    try {
      await createHistory(session)
      await applyMissing(session, migrations)
    } finally {
      if (engine === 'postgres') {
        await sql`select pg_advisory_unlock(${MIGRATION_LOCK})`.execute(session)
      }
    }
  })
}

async function createHistory(session: Kysely<StoreTables>): Promise<void> {
  try {
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
  checkHistory(applied, migrations)
  for (const migration of migrations.slice(applied.length)) await apply(session, migration)
}

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
    await sql.raw(migration.text).execute(session)
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
  const code = (error as { code?: unknown }).code
  if (/\bextension\b/.test(reason)) {
    const problem = new Problem('store-extension', { name: 'pg_trgm', reason })
    return Object.assign(problem, { cause: error })
  }
  if (code === NOT_ALLOWED) {
    return Object.assign(new Problem('store-permission', { reason }), { cause: error })
  }
  if (error instanceof Problem) return error
  return new Error(`migration ${name} failed: ${reason}`, { cause: error })
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
