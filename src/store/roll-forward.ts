import { readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Problem } from '../base/index.ts'
import {
  checkBackup,
  loadRows,
  type Manifest,
  readManifest,
  setSequence,
  syncFolder,
  syncTree,
  tableFile,
} from './backup/index.ts'
import {
  type Disk,
  decodeChanges,
  passSequences,
  readJournal,
  replayChanges,
} from './journal/index.ts'
import { migrate } from './migrate.ts'
import { openEmbedded, type PartsOptions, pgliteDirectory } from './open-parts.ts'

/** What was done to come back after a power cut. */
export interface RolledForward {
  /** The backup it began with; null for the empty database in which the journal began. */
  readonly backup: string | null
  readonly records: number
}

/** Where the installation keeps its own backups. */
export const ownBackups = (directory: string): string => join(directory, 'backups')

/**
 * Makes the embedded database anew, from the newest backup that the journal follows, or from nothing
 * where the journal began with nothing, and from every record since. It is made beside the one that
 * is not trusted, put on the disk, and then takes its place; the other is kept under another name.
 * Broken off, it begins again. Problems: `journal-baseless`, `journal-damaged`, `backup-damaged`.
 */
export async function rollForward(
  options: PartsOptions & { readonly migrations?: string },
  disk: Disk,
  isWholeFrom: (record: number) => Promise<boolean>,
): Promise<RolledForward> {
  const { directory } = options
  const base = await newestBase(directory, isWholeFrom)
  const made = join(directory, 'pglite-in-the-making')
  await rm(made, { recursive: true, force: true })
  const { kysely, close } = openEmbedded(made, options)
  let records = 0
  try {
    let schema = base === null ? 0 : (base.manifest.migrations.at(-1)?.version ?? 0)
    if (base !== null) {
      await migrate(kysely, 'pglite', options.migrations, schema)
      await checkBackup(base.folder)
      for (const table of base.manifest.tables) {
        await loadRows(kysely, table, join(base.folder, tableFile(table.name)))
      }
      for (const sequence of base.manifest.sequences) await setSequence(kysely, sequence)
    }
    for await (const record of readJournal(disk, base?.manifest.journal ?? 0)) {
      if (record.schema !== schema) {
        schema = record.schema
        await migrate(kysely, 'pglite', options.migrations, schema)
      }
      await replayChanges(kysely, decodeChanges(record.payload))
      records += 1
    }
    if (schema > 0) await passSequences(kysely)
  } finally {
    await close()
  }
  await syncTree(made)
  await takePlace(directory, made)
  return { backup: base?.folder ?? null, records }
}

interface Base {
  readonly folder: string
  readonly manifest: Manifest
}

/** The newest backup behind which the journal has every record; null to begin with nothing. */
async function newestBase(
  directory: string,
  isWholeFrom: (record: number) => Promise<boolean>,
): Promise<Base | null> {
  const names = await readdir(ownBackups(directory)).catch(() => [])
  for (const name of names
    .filter((each) => !each.includes('.'))
    .sort()
    .reverse()) {
    const folder = join(ownBackups(directory), name)
    const manifest = await readManifest(folder).catch((error: unknown) => {
      if (error instanceof Problem) return null
      throw error
    })
    const after = manifest?.journal ?? null
    if (manifest !== null && after !== null && (await isWholeFrom(after)))
      return { folder, manifest }
  }
  if (await isWholeFrom(0)) return null
  throw new Problem('journal-baseless', { after: 0 })
}

/** The one that is not trusted is looked at by nobody; the newest of them is kept all the same. */
async function takePlace(directory: string, made: string): Promise<void> {
  const place = pgliteDirectory(directory)
  const aside = join(directory, 'pglite-not-trusted')
  await rm(aside, { recursive: true, force: true })
  await rename(place, aside).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error
  })
  await rename(made, place)
  await syncFolder(directory)
}
