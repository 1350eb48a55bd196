import { constants } from 'node:fs'
import { copyFile, mkdir, readdir, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { Problem } from '../../base/index.ts'
import type { Blobs } from '../blobs.ts'
import type { Database } from '../tables.ts'
import { appliedMigrations, copiedTables, sequenceStates } from './catalog.ts'
import { checkBackup } from './check-backup.ts'
import { syncFolder, syncTree, writeHashed, writeWhole } from './files.ts'
import {
  BACKUP_FORMAT,
  blobFile,
  type LogState,
  MANIFEST_FILE,
  type Manifest,
  type ManifestTable,
  manifestText,
  tableFile,
} from './manifest.ts'
import { readRows } from './read-rows.ts'

/** What a backup says of where it comes from. */
export interface BackupFacts {
  readonly program: string
  readonly takenAt: Date
  readonly engine: Manifest['engine']
  readonly durability: Manifest['durability']
  /** The signed state of each tenant's log, read in the same snapshot. */
  logs(db: Database): Promise<LogState[]>
}

/** A store as a backup sees it; `journal` is the last record whose rows the snapshot holds. */
export interface BackupSource {
  readonly blobs: Blobs
  snapshot<T>(work: (db: Database, journal: number | null) => Promise<T>): Promise<T>
}

/** Hears how many rows and files were copied so far; throwing ends the backup. */
export type TellBackup = (progress: { readonly rows: number; readonly blobs: number }) => void

/** Marks what is not a backup yet; a later one sweeps away what was left of it. */
const DRAFT_MARK = '.draft-'

/** So many files are copied at a time. */
const COPIES = 4

/**
 * Writes what `snapshot` sees and all blobs into a new folder: into a draft beside it, put on the
 * disk, read again and compared, and only then given its name. Blobs are looked at after the
 * snapshot was taken; since each is stored before the row that names it, none can be missing.
 * Problems: `backup-exists`, `backup-damaged` (the disk gave back other bytes than were written).
 */
export async function writeBackup(
  folder: string,
  source: BackupSource,
  facts: BackupFacts,
  tell: TellBackup,
): Promise<Manifest> {
  await refuseTaken(folder)
  await sweepDrafts(folder)
  const draft = `${folder}${DRAFT_MARK}${process.pid}`
  await mkdir(join(draft, 'tables'), { recursive: true, mode: 0o700 })
  try {
    let rows = 0
    const rowsRead = await source.snapshot(async (db, journal) => {
      const read = await writeTables(db, draft, facts, (more) => {
        rows += more
        tell({ rows, blobs: 0 })
      })
      return { ...read, journal }
    })
    const blobs = await copyBlobs(source.blobs, join(draft, 'blobs'), (count) =>
      tell({ rows, blobs: count }),
    )
    const { program, takenAt, engine, durability } = facts
    const manifest: Manifest = {
      format: BACKUP_FORMAT,
      ...{ program, takenAt: takenAt.toISOString(), engine, durability },
      ...{ ...rowsRead, blobs },
    }
    await writeWhole(join(draft, MANIFEST_FILE), manifestText(manifest))
    await syncTree(draft)
    await checkBackup(draft)
    await rename(draft, folder)
    await syncFolder(dirname(folder))
    return manifest
  } catch (error) {
    await rm(draft, { recursive: true, force: true })
    throw error
  }
}

/** An empty folder may be filled; anything else stays as it is. */
async function refuseTaken(folder: string): Promise<void> {
  await mkdir(dirname(folder), { recursive: true, mode: 0o700 })
  const there = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    if (error.code === 'ENOTDIR') return [folder]
    throw error
  })
  if (there.length > 0) throw new Problem('backup-exists', { folder })
}

/** Removes what a killed process has left of the same backup. */
async function sweepDrafts(folder: string): Promise<void> {
  const mark = `${basename(folder)}${DRAFT_MARK}`
  for (const name of await readdir(dirname(folder))) {
    if (!name.startsWith(mark)) continue
    await rm(join(dirname(folder), name), { recursive: true, force: true })
  }
}

type Read = Pick<Manifest, 'migrations' | 'logs' | 'tables' | 'sequences'>

async function writeTables(
  db: Database,
  draft: string,
  facts: BackupFacts,
  tell: (rows: number) => void,
): Promise<Read> {
  const tables: ManifestTable[] = []
  for (const table of await copiedTables(db)) {
    const told = async function* (): AsyncGenerator<{ bytes: Uint8Array; rows: number }> {
      for await (const page of readRows(db, table)) {
        yield page
        tell(page.rows)
      }
    }
    const written = await writeHashed(join(draft, tableFile(table.name)), told())
    tables.push({ name: table.name, columns: [...table.columns], ...written })
  }
  const migrations = await appliedMigrations(db)
  const sequences = await sequenceStates(db)
  return { migrations, logs: await facts.logs(db), tables, sequences: [...sequences] }
}

async function copyBlobs(
  blobs: Blobs,
  folder: string,
  tell: (count: number) => void,
): Promise<Manifest['blobs']> {
  const all = await blobs.list()
  await mkdir(folder, { recursive: true, mode: 0o700 })
  for (let at = 0; at < all.length; at += COPIES) {
    await Promise.all(
      all.slice(at, at + COPIES).map(async ({ sha256 }) => {
        const path = join(dirname(folder), blobFile(sha256))
        await mkdir(dirname(path), { recursive: true, mode: 0o700 })
        await copyFile(blobs.path(sha256), path, constants.COPYFILE_FICLONE)
      }),
    )
    tell(Math.min(at + COPIES, all.length))
  }
  return [...all]
}
