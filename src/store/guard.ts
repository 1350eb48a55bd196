import { mkdir, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { sql } from 'kysely'
import { syncFolder, syncTree } from './backup/index.ts'
import {
  type Disk,
  decodeChanges,
  folderDisk,
  installTriggers,
  isCommitted,
  isTrusted,
  Journal,
  keeperOf,
  leaveWord,
  readWord,
  thisBoot,
} from './journal/index.ts'
import { type Parts, type PartsOptions, pgliteDirectory } from './open-parts.ts'
import { type RolledForward, rollForward } from './roll-forward.ts'
import type { Database } from './tables.ts'

/**
 * After the number 0 a journal begins that has an empty database before it; where rows were there
 * already it begins after 1, so that it never passes for one that needs no backup.
 */
const AFTER_NOTHING = 0
const AFTER_ROWS = 1

/** Times of files may lie so much behind the clock. */
const CLOCK_STEP_MS = 1_000

/** Stands between the embedded engine and a power cut. */
export interface Guard {
  readonly journal: Journal
  /** Told once: what a start after a power cut had to do. */
  readonly rolledForward: RolledForward | null
  /** True until a backup is there on which the journal can build. */
  readonly needsBackup: boolean
  /** Puts the engine's files on the disk; call it when the engine has ended. */
  close(): Promise<void>
}

/** What is known before the engine is begun. */
export interface Foreseen {
  readonly disk: Disk
  readonly folder: string
  readonly journal: Journal | null
  /** The engine was left open in this run of the machine: its last record may lack its commit. */
  readonly wasKilled: boolean
  readonly rolledForward: RolledForward | null
}

/** Looks whether the engine's files can be trusted, and makes them anew where they cannot. */
export async function foresee(
  options: PartsOptions & { readonly migrations?: string },
): Promise<Foreseen> {
  const folder = join(options.directory, 'journal')
  if ((await mkdir(folder, { recursive: true, mode: 0o700 })) !== undefined) {
    await syncFolder(options.directory)
    await syncFolder(dirname(options.directory))
  }
  const disk = await folderDisk(folder)
  const journal = await Journal.open(disk)
  const left = await readWord(folder)
  const trusted = left === null || isTrusted(left, thisBoot())
  const isThere = (await stat(pgliteDirectory(options.directory)).catch(() => null)) !== null
  if (journal === null || (trusted && isThere)) {
    return { disk, folder, journal, wasKilled: left?.isOpen === true, rolledForward: null }
  }
  try {
    const rolledForward = await rollForward(options, disk, (record) => journal.reaches(record))
    return { disk, folder, journal, wasKilled: false, rolledForward }
  } catch (error) {
    await journal.close()
    throw error
  }
}

/** Begins to keep what the engine, which is open and up to date, is about to commit. */
export async function guard(
  parts: Parts,
  options: PartsOptions,
  { disk, folder, journal: found, wasKilled, rolledForward }: Foreseen,
): Promise<Guard> {
  const { kysely, pool } = parts
  const schema = await schemaVersion(kysely)
  const hasRows = await hasTenants(kysely)
  const journal =
    found ?? (await Journal.begin(disk, { after: hasRows ? AFTER_ROWS : AFTER_NOTHING, schema }))
  if (wasKilled) await dropUncommitted(kysely, journal)
  // Numbers of transactions begin anew with a database that was made anew.
  if (rolledForward !== null || journal.schema !== schema) await journal.rotate(schema)
  await installTriggers(kysely)
  await leaveWord(folder, true)
  // What an earlier process left unsynced is put on the disk as well, whenever it was written.
  const changedSince = found === null || wasKilled ? 0 : Date.now() - CLOCK_STEP_MS
  pool.keepWith(keeperOf(journal))
  return {
    journal,
    rolledForward,
    needsBackup: found === null && hasRows,
    async close() {
      await syncTree(pgliteDirectory(options.directory), changedSince)
      await journal.close()
      // After a fault nobody knows whether the last commit came through: the next start looks.
      if (!journal.isStopped) await leaveWord(folder, false)
    },
  }
}

/** A process killed between a record and its commit left one that never happened. */
async function dropUncommitted(db: Database, journal: Journal): Promise<void> {
  const last = await journal.newest()
  if (last === null) return
  const { transaction } = decodeChanges(last.payload)
  if (!(await isCommitted(db, transaction))) await journal.dropLast()
}

async function schemaVersion(db: Database): Promise<number> {
  const { rows } = await sql<{ version: number }>`
    select coalesce(max(version), 0)::int4 as version from schema_migration`.execute(db)
  return rows[0]?.version ?? 0
}

async function hasTenants(db: Database): Promise<boolean> {
  const { rows } = await sql`select 1 from tenant limit 1`.execute(db)
  return rows.length > 0
}
