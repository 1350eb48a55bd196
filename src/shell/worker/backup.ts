// The job that takes a backup, and lets the oldest go.
import { basename, join } from 'node:path'
import { z } from '@hono/zod-openapi'
import type { JsonValue, Uuid, Words } from '../../base/index.ts'
import { type JobRun, type Queue, readManifest } from '../../store/index.ts'
import { type WriteContext, write } from '../../trust/gate/index.ts'
import {
  backupName,
  backupsFolder,
  isThere,
  type KeptBackup,
  keptBackup,
  pruneBackups,
  sweepBackups,
  takeBackup,
  takeOwnBackup,
} from '../backups.ts'
import type { Installation } from '../installation.ts'
import { actorOfJob } from './actor-of-job.ts'

/** The kind under which backups stand in the queue. */
export const BACKUP_JOB = 'take-backup'

const Input = z.object({
  /** Where it is to stand; null for the installation's own folder of backups. */
  folder: z.string().nullable(),
  organisation: z.string(),
  role: z.string(),
})

const Checkpoint = z.object({ folder: z.string() })

const TITLE: Words = { zh: '备份', en: 'Backup' }

/**
 * Queues a backup; answers its job. `folder`: where it is to stand, null for the installation's own.
 * Problems: those of `write`, `proof-needed` among them.
 */
export async function askForBackup(
  queue: Queue,
  context: WriteContext,
  folder: string | null,
): Promise<Uuid> {
  const { tenant, person, organisation, role, language } = context.actor
  const named = { name: 'backup.take', permission: 'keep-backups' } as const
  const command = { ...named, input: { folder }, weighty: true }
  const { output } = await write(context, command, async (tx) => ({
    job: await queue.enqueue(tx, {
      ...{ tenant, kind: BACKUP_JOB, actor: person, title: TITLE[language] },
      input: { folder, organisation, role },
    }),
  }))
  queue.wake()
  return output.job
}

/** Takes up backups, one at a time. */
export async function workBackups(installation: Installation): Promise<void> {
  await installation.queue.work(BACKUP_JOB, (run) => backupJob(installation, run))
}

async function backupJob(installation: Installation, run: JobRun): Promise<JsonValue> {
  const { config, store, now } = installation
  const input = Input.parse(run.input)
  await actorOfJob(installation, run, input, 'keep-backups')
  const begun = Checkpoint.safeParse(run.checkpoint).data
  const own = join(backupsFolder(config.directory), backupName(now()))
  const folder = begun?.folder ?? input.folder ?? own
  const tell = teller(installation, run, folder)
  // A worker that was killed after the last step has left it whole under its name.
  if (begun !== undefined && (await isThere(folder))) {
    return resultOf(keptBackup(folder, await readManifest(folder)))
  }
  if (input.folder === null) await sweepBackups(config.directory)
  await store.transaction((tx) => run.progress(tx, progressOf(folder, 0)), { tenant: run.tenant })
  const take = input.folder === null ? takeOwnBackup : takeBackup
  const taken = await take(installation, folder, tell.progress)
  await tell.ended()
  if (input.folder === null) await pruneBackups(config.directory, config.backupsKept)
  return resultOf(taken)
}

const progressOf = (folder: string, done: number) => ({
  ...{ stage: 'backup', done, total: null, checkpoint: { folder } },
})

/** Notes how many rows were copied, one note after the other; the newest goes before the rest. */
function teller({ store }: Installation, run: JobRun, folder: string) {
  let telling: Promise<void> | null = null
  let fault: unknown = null
  return {
    progress({ rows }: { readonly rows: number }): void {
      run.signal.throwIfAborted()
      if (fault !== null) throw fault
      telling ??= store
        .transaction((tx) => run.progress(tx, progressOf(folder, rows)), { tenant: run.tenant })
        .catch((error: unknown) => {
          fault = error
        })
        .finally(() => {
          telling = null
        })
    },
    async ended(): Promise<void> {
      await telling
      if (fault !== null) throw fault
    },
  }
}

/** Whoever sees jobs sees this, and where things lie on the machine is not for them. */
function resultOf({ folder, digest, rows, sizeBytes, manifest }: KeptBackup): JsonValue {
  const logs = manifest.logs.map(({ tenant, size, root }) => ({ tenant, size, root }))
  const { blobs, takenAt } = manifest
  return { name: basename(folder), digest, rows, sizeBytes, blobs: blobs.length, takenAt, logs }
}
