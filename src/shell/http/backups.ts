// Backups over HTTP: the list of them, and the wish for one.
import { isAbsolute } from 'node:path'
import { Problem } from '../../base/index.ts'
import { listJobs, readJob } from '../../store/index.ts'
import { authorise } from '../../trust/access/index.ts'
import { BACKUP_OVERDUE_MS, backupsFolder, type KeptBackup, listBackups } from '../backups.ts'
import { LOCAL_OPERATOR } from '../operator.ts'
import { askForBackup, BACKUP_JOB } from '../worker/backup.ts'
import { actorIn } from './frame/actor.ts'
import type { Api } from './frame/context.ts'
import { writeContext } from './frame/write-context.ts'
import { jobDto } from './job-view.ts'
import * as routes from './schemas/backups.ts'

export function addBackups(api: Api): void {
  api.openapi(routes.listBackups, async (c) => {
    const actor = actorIn(c)
    authorise(actor, 'keep-backups')
    const { config, store, now } = c.var.installation
    const items = await listBackups(config.directory)
    const [job] = (await listJobs(store.read, actor.tenant, { kind: BACKUP_JOB, limit: 1 })).items
    const shown = job === undefined ? null : jobDto(job, c.var.language)
    const newest = items[0]?.manifest.takenAt
    const age =
      newest === undefined ? Number.POSITIVE_INFINITY : now().getTime() - Date.parse(newest)
    const isRunning = shown?.state === 'waiting' || shown?.state === 'running'
    const hasFailed = shown?.state === 'failed' && shown.createdAt > (newest ?? '')
    return c.json(
      {
        items: items.map(backupDto),
        folder: backupsFolder(config.directory),
        kept: config.backupsKept,
        durability: store.durability,
        engine: store.engine,
        journal: store.journal === null ? null : { sizeBytes: store.journal.journal.sizeBytes },
        running: isRunning ? shown : null,
        failed: hasFailed ? shown : null,
        now: now().toISOString(),
        overdue: age > BACKUP_OVERDUE_MS,
      },
      200,
    )
  })

  api.openapi(routes.takeBackup, async (c) => {
    const { queue, store } = c.var.installation
    const actor = actorIn(c)
    const { folder } = c.req.valid('json')
    const { tenant, role } = actor
    authorise(actor, 'keep-backups')
    // A browser must not choose where the server writes; who may read server.json could anyway.
    const isLocal = role === LOCAL_OPERATOR
    if (folder !== null && !(isLocal && isAbsolute(folder))) throw notHere()
    const job = await askForBackup(queue, writeContext(c), folder)
    return c.json({ job: jobDto(await readJob(store.read, tenant, job), c.var.language) }, 202)
  })
}

const notHere = (): Problem =>
  new Problem('invalid-input', {
    field: 'folder',
    reason: '只有本机的命令行可以指定目录',
    reasonEn: 'only the command line of this machine may name a folder',
  })

function backupDto({ name, folder, digest, rows, sizeBytes, manifest }: KeptBackup) {
  const { takenAt, program, durability, migrations, blobs, logs } = manifest
  return {
    ...{ name, folder, digest, rows, sizeBytes, takenAt, program, durability },
    blobs: blobs.length,
    schema: migrations.at(-1)?.version ?? 0,
    logs: logs.map(({ tenant, size, root }) => ({ tenant, size, root })),
  }
}
