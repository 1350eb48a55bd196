import { rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { Problem } from '../../base/index.ts'
import type { Database } from '../tables.ts'
import { RESTORE_MARK } from './catalog.ts'
import { syncFolder, writeWhole } from './files.ts'

/**
 * Marks that a restore has begun and not ended: a file in the folder of the installation and a
 * table in its database, so that neither is served by itself while the other is incomplete.
 */
const FILE = 'restore-under-way.json'

export async function beginRestore(directory: string, backup: string): Promise<void> {
  await writeWhole(join(directory, FILE), `${JSON.stringify({ backup })}\n`)
}

export async function markDatabase(db: Database): Promise<void> {
  await sql`create table if not exists ${sql.table(RESTORE_MARK)} (begun int primary key)`.execute(
    db,
  )
}

export async function unmarkDatabase(db: Database): Promise<void> {
  await sql`drop table if exists ${sql.table(RESTORE_MARK)}`.execute(db)
}

export async function endRestore(directory: string): Promise<void> {
  await rm(join(directory, FILE), { force: true })
  await syncFolder(directory)
}

export async function isFolderMarked(directory: string): Promise<boolean> {
  return (await stat(join(directory, FILE)).catch(() => null)) !== null
}

export async function isDatabaseMarked(db: Database): Promise<boolean> {
  const { rows } = await sql<{ there: boolean }>`
    select to_regclass(${`public.${RESTORE_MARK}`}) is not null as there`.execute(db)
  return rows[0]?.there === true
}

/** Problem: `restore-unfinished`. */
export async function refuseUnfinished(directory: string, db: Database): Promise<void> {
  if ((await isFolderMarked(directory)) || (await isDatabaseMarked(db))) {
    throw new Problem('restore-unfinished')
  }
}
