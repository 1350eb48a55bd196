/** The backups of an installation: where they stand, taking one, and how many are kept. */
import { readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Problem } from '../base/index.ts'
import {
  digestOf,
  type Manifest,
  readManifest,
  type TellBackup,
  writeBackup,
} from '../store/index.ts'
import { signedStates } from '../trust/checkpoint/index.ts'
import type { Installation } from './installation.ts'
import { programVersion } from './version.ts'

/** What is told of a backup that stands whole under its name. */
export interface KeptBackup {
  readonly name: string
  readonly folder: string
  readonly digest: string
  readonly manifest: Manifest
  readonly rows: number
  readonly sizeBytes: number
}

/** An office whose newest backup is older than this is warned. */
export const BACKUP_OVERDUE_MS = 24 * 3_600_000

export const backupsFolder = (directory: string): string => join(directory, 'backups')

/** `20261130T184500Z`: names in their order are backups in theirs. */
export function backupName(at: Date): string {
  return at.toISOString().replace(/[-:]|\.\d+/g, '')
}

const NAME = /^\d{8}T\d{6}Z$/

/** Takes a backup into a folder. Problems: `backup-exists`, `backup-damaged`. */
export async function takeBackup(
  { store, now }: Pick<Installation, 'store' | 'now'>,
  folder: string,
  tell: TellBackup,
): Promise<KeptBackup> {
  const { engine, durability } = store
  const facts = {
    ...{ program: programVersion(), takenAt: now(), engine, durability },
    logs: signedStates,
  }
  return keptBackup(folder, await writeBackup(folder, store, facts, tell))
}

/**
 * Takes a backup into the installation's own folder; the journal goes on behind it and forgets what it
 * holds. Problems: those of `takeBackup`.
 */
export async function takeOwnBackup(
  installation: Pick<Installation, 'store' | 'now'>,
  folder: string,
  tell: TellBackup,
): Promise<KeptBackup> {
  const taken = await takeBackup(installation, folder, tell)
  const { journal } = taken.manifest
  if (journal !== null) await installation.store.journal?.journal.forget(journal)
  return taken
}

/** A journal that was begun over rows that were there already can build on nothing but a backup. */
export async function baseJournal({
  store,
  config,
  now,
}: Pick<Installation, 'store' | 'config' | 'now'>): Promise<void> {
  if (store.journal?.needsBackup !== true) return
  const folder = join(backupsFolder(config.directory), backupName(now()))
  await takeOwnBackup({ store, now }, folder, () => {})
}

/** The backups of the installation's own folder, the newest first; what is no backup is left out. */
export async function listBackups(directory: string): Promise<KeptBackup[]> {
  const folder = backupsFolder(directory)
  const names = (await readdir(folder).catch(() => [])).filter((name) => NAME.test(name))
  const found: KeptBackup[] = []
  for (const name of names.sort().reverse()) {
    const manifest = await readManifest(join(folder, name)).catch((error: unknown) => {
      if (error instanceof Problem) return null
      throw error
    })
    if (manifest !== null) found.push(keptBackup(join(folder, name), manifest))
  }
  return found
}

/** Removes the oldest beyond the number that is kept; each loses its name before its files. */
export async function pruneBackups(directory: string, kept: number): Promise<readonly string[]> {
  const old = (await listBackups(directory)).slice(kept)
  for (const { folder } of old) {
    const going = `${folder}.draft-old`
    await rename(folder, going)
    await rm(going, { recursive: true, force: true })
  }
  return old.map(({ name }) => name)
}

/** Takes away what killed processes have left of backups in the installation's own folder. */
export async function sweepBackups(directory: string): Promise<void> {
  const folder = backupsFolder(directory)
  for (const name of await readdir(folder).catch(() => [])) {
    if (/\.draft-/.test(name)) await rm(join(folder, name), { recursive: true, force: true })
  }
}

export async function isThere(folder: string): Promise<boolean> {
  return (await stat(folder).catch(() => null)) !== null
}

export function keptBackup(folder: string, manifest: Manifest): KeptBackup {
  const { tables, blobs } = manifest
  const rows = tables.reduce((sum, table) => sum + table.rows, 0)
  const sizeBytes = [...tables, ...blobs].reduce((sum, each) => sum + each.sizeBytes, 0)
  const name = folder.split('/').at(-1) ?? folder
  return { name, folder, digest: digestOf(manifest), manifest, rows, sizeBytes }
}
