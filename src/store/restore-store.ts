import { createReadStream } from 'node:fs'
import { rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { Problem } from '../base/index.ts'
import {
  beginRestore,
  blobFile,
  checkBackup,
  differences,
  digestTables,
  dropTables,
  endRestore,
  isDatabaseMarked,
  isFolderMarked,
  type LogState,
  loadRows,
  type Manifest,
  markDatabase,
  setSequence,
  syncTree,
  tableFile,
  unmarkDatabase,
} from './backup/index.ts'
import { folderDisk, Journal } from './journal/index.ts'
import { knownMigrations, migrate } from './migrate.ts'
import { openParts, type Parts, type PartsOptions, pgliteDirectory } from './open-parts.ts'
import type { Database } from './tables.ts'

/** What a restore is at. */
export type RestoreStage = 'check' | 'blobs' | 'rows' | 'compare' | 'upgrade'

/** What was restored and compared. */
export interface Restored {
  readonly manifest: Manifest
  /** The newest version of the schema, and that of the backup. */
  readonly schema: { readonly from: number; readonly to: number }
  readonly rows: number
}

/** Where a restore gets what it cannot know, and who hears how far it is. */
export interface RestoreEffects {
  /** The signed state of each tenant's log, computed anew from its entries. */
  logs(db: Database): Promise<LogState[]>
  tell(stage: RestoreStage, name: string): void
}

/**
 * Makes a store of a backup, where none is: every byte of it is checked before anything is written;
 * the installation is marked until the rows, read again, and the log's roots agree with the
 * manifest; an older schema is then brought up to date. Broken off, it may be begun again.
 * Problems: `backup-invalid`, `backup-damaged`, `backup-newer`, `store-edited`, `restore-not-empty`,
 * `restore-differs`, `store-locked`, `store-unreachable`.
 */
export async function restoreStore(
  options: PartsOptions & { readonly migrations?: string },
  backup: string,
  effects: RestoreEffects,
): Promise<Restored> {
  effects.tell('check', backup)
  const manifest = await checkBackup(backup)
  const known = await knownMigrations(options.migrations)
  refuseForeign(manifest, known)
  const parts = await openEmpty(options, backup)
  const from = manifest.migrations.at(-1)?.version ?? 0
  try {
    await fill(parts, backup, manifest, effects, () =>
      migrate(parts.kysely, parts.engine, options.migrations, from),
    )
    effects.tell('upgrade', '')
    await migrate(parts.kysely, parts.engine, options.migrations)
    await unmarkDatabase(parts.kysely)
  } finally {
    await parts.close()
  }
  if (parts.engine === 'pglite') await syncTree(pgliteDirectory(options.directory))
  await endRestore(options.directory)
  const to = known.at(-1)?.version ?? 0
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
  return { manifest, schema: { from, to }, rows }
}

/** A schema of which this program has another notion would take the rows for what they are not. */
function refuseForeign(
  { migrations }: Manifest,
  known: readonly { version: number; name: string; checksum: string }[],
): void {
  const newest = known.at(-1)?.version ?? 0
  const found = migrations.at(-1)?.version ?? 0
  if (found > newest) throw new Problem('backup-newer', { found, known: newest })
  for (const [at, { version, name, checksum }] of migrations.entries()) {
    const ours = known[at]
    if (ours?.version !== version || ours.checksum !== checksum) {
      throw new Problem('store-edited', { name })
    }
  }
}

/** Opens the place that is to be filled; what an earlier restore has left there is taken away. */
async function openEmpty(options: PartsOptions, backup: string): Promise<Parts> {
  const wasBegun = await isFolderMarked(options.directory)
  const parts = await openParts(options)
  try {
    const ready = parts.engine === 'pglite' ? clearFiles : clearTables
    const cleared = await ready(parts, options, wasBegun)
    await beginRestore(options.directory, backup)
    await markDatabase(cleared.kysely)
    return cleared
  } catch (error) {
    await parts.close()
    throw error
  }
}

/** The engine is begun by the first question only: where it has no files yet, none is asked. */
async function clearFiles(parts: Parts, options: PartsOptions, wasBegun: boolean): Promise<Parts> {
  const files = pgliteDirectory(options.directory)
  const isThere = (await stat(files).catch(() => null)) !== null
  if (isThere && !wasBegun) {
    await refuseFull(parts)
    await parts.close()
    await rm(files, { recursive: true, force: true })
    return clearFiles(await openParts(options), options, wasBegun)
  }
  // Rows that only the journal has are rows all the same.
  const journal = join(options.directory, 'journal')
  if (!wasBegun && (await holdsRecords(journal))) throw new Problem('restore-not-empty')
  await rm(journal, { recursive: true, force: true })
  await rm(files, { recursive: true, force: true })
  return parts
}

async function holdsRecords(folder: string): Promise<boolean> {
  if ((await stat(folder).catch(() => null)) === null) return false
  const journal = await Journal.open(await folderDisk(folder))
  await journal?.close()
  return (journal?.last ?? 0) > 0
}

async function clearTables(parts: Parts, options: PartsOptions, wasBegun: boolean): Promise<Parts> {
  if (!wasBegun || !(await isDatabaseMarked(parts.kysely))) await refuseFull(parts)
  await beginRestore(options.directory, '')
  await dropTables(parts.kysely)
  return parts
}

/** Problem: `restore-not-empty`. */
async function refuseFull(parts: Parts): Promise<void> {
  if (await isDatabaseMarked(parts.kysely)) return
  if (!(await isEmpty(parts))) throw new Problem('restore-not-empty')
}

/** No tables, or ours without a tenant in them. */
async function isEmpty({ kysely }: Parts): Promise<boolean> {
  const { rows } = await sql<{ tables: number; history: boolean }>`
    select count(*)::int4 as tables, to_regclass('public.schema_migration') is not null as history
    from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm')`.execute(
    kysely,
  )
  const [found] = rows
  if (found === undefined || found.tables === 0) return true
  if (!found.history) return false
  const begun = await sql<{ there: boolean }>`
    select to_regclass('public.tenant') is not null as there`.execute(kysely)
  if (begun.rows[0]?.there !== true) return true
  const tenants = await sql`select 1 from tenant limit 1`.execute(kysely)
  return tenants.rows.length === 0
}

async function fill(
  parts: Parts,
  backup: string,
  manifest: Manifest,
  effects: RestoreEffects,
  makeTables: () => Promise<void>,
): Promise<void> {
  const { kysely, blobs, pool } = parts
  for (const { sha256 } of manifest.blobs) {
    effects.tell('blobs', sha256)
    const stored = await blobs.put(
      createReadStream(join(backup, blobFile(sha256))),
      Number.MAX_SAFE_INTEGER,
    )
    if (stored.sha256 !== sha256) throw new Problem('backup-damaged', { file: sha256 })
  }
  await makeTables()
  for (const table of manifest.tables) {
    effects.tell('rows', table.name)
    await loadRows(kysely, table, join(backup, tableFile(table.name)))
  }
  for (const sequence of manifest.sequences) await setSequence(kysely, sequence)
  for (const { name } of manifest.tables) await sql`analyze ${sql.table(name)}`.execute(kysely)
  effects.tell('compare', '')
  const differing = await kysely
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute((tx) =>
      pool.inside(async () =>
        differences(manifest, await digestTables(tx), await effects.logs(tx)),
      ),
    )
  if (differing.length > 0) throw new Problem('restore-differs', { what: differing.join(', ') })
}
