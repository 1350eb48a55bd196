/** Restoring an installation from a backup, and what is said of it afterwards. */
import {
  checkBackup,
  digestOf,
  type Manifest,
  type RestoreStage,
  restoreStore,
} from '../store/index.ts'
import { recomputedStates } from '../trust/checkpoint/index.ts'
import type { Config } from './config.ts'

/** What a backup holds; `restored` when it was also compared with what was made of it. */
export interface ToldBackup {
  readonly restored: boolean
  readonly takenAt: string
  readonly digest: string
  readonly tables: number
  readonly rows: number
  readonly blobs: number
  readonly logs: readonly {
    readonly tenant: number
    readonly size: number
    readonly root: string
  }[]
  readonly schema: { readonly from: number; readonly to: number }
}

/** Reads every byte of a backup. Problems: `backup-invalid`, `backup-damaged`, `backup-newer`. */
export async function checkedBackup(folder: string): Promise<ToldBackup> {
  const manifest = await checkBackup(folder)
  const version = manifest.migrations.at(-1)?.version ?? 0
  return told(manifest, false, { from: version, to: version })
}

/**
 * Restores into the installation that the configuration names. The key that signs the log is in no
 * backup: the next start makes another, and says so in the log. Problems: those of `restoreStore`.
 */
export async function restoreInstallation(
  { directory, databaseUrl, ownerUrl }: Config,
  folder: string,
  tell: (stage: RestoreStage, name: string) => void,
): Promise<ToldBackup> {
  // Tables are made and filled by whoever owns the database.
  const address = ownerUrl ?? databaseUrl
  const options = { directory, ...(address !== null && { databaseUrl: address }) }
  const { manifest, schema } = await restoreStore(options, folder, { logs: recomputedStates, tell })
  return told(manifest, true, schema)
}

function told(manifest: Manifest, restored: boolean, schema: ToldBackup['schema']): ToldBackup {
  const { takenAt, tables, blobs, logs } = manifest
  return {
    ...{ restored, takenAt, digest: digestOf(manifest), schema },
    tables: tables.length,
    rows: tables.reduce((sum, table) => sum + table.rows, 0),
    blobs: blobs.length,
    logs: logs.map(({ tenant, size, root }) => ({ tenant, size, root })),
  }
}
