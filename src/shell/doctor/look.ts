// Looks: through the open installation of the server, or from outside where none runs.
import { X509Certificate } from 'node:crypto'
import { constants } from 'node:fs'
import { access, readdir, readFile, stat, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { Problem } from '../../base/index.ts'
import { type Database, lookAtEmbedded, peek } from '../../store/index.ts'
import { SUITES } from '../../trust/log/index.ts'
import { witnessingOf } from '../../trust/witness/index.ts'
import { readWaitingWork } from '../backlogs.ts'
import { listBackups } from '../backups.ts'
import { type Config, isLoopback } from '../config.ts'
import type { Installation } from '../installation.ts'
import { isSampleAsked } from '../sample.ts'
import { canCompute } from '../signing-key.ts'
import { programVersion } from '../version.ts'
import type { Backlogs, Seen } from './model.ts'

/** What the server sees of itself; `tenant` is that of whoever asks. */
export async function lookThrough(installation: Installation, tenant: number): Promise<Seen> {
  const { config, store, queue, sample, now } = installation
  const outside = await lookAround(config, now())
  const journal = store.journal
  const { witnesses, forks } = await witnessingOf(store.read, tenant, now())
  const present = witnesses.filter(({ retiredAt }) => retiredAt === null)
  return {
    ...outside,
    isServed: true,
    database: await store.facts(),
    backlogs: await backlogsOf(store.read),
    kinds: queue.working().kinds.length,
    witnesses: {
      count: present.length,
      late: present.filter(({ state }) => state === 'late').map(({ name }) => name),
      forks: forks.length,
    },
    journal:
      journal === null || outside.journal === null
        ? null
        : {
            ...outside.journal,
            isStopped: journal.journal.isStopped,
            needsBackup: journal.needsBackup && outside.backup === null,
          },
    sample: sample ? 'installed' : (await isSampleAsked(config.directory)) ? 'absent' : 'none',
  }
}

/** What can be seen where no server runs: files, settings, and a served database. Changes nothing. */
export async function lookAlone(config: Config, now: Date): Promise<Seen> {
  const outside = await lookAround(config, now)
  if (config.databaseUrl === null) return outside
  try {
    return await peek(config.databaseUrl, async (db, database) => ({
      ...outside,
      database,
      backlogs: database.migrations.applied === 0 ? null : await backlogsOf(db),
    }))
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return { ...outside, database: { unreachable: String(error.details.reason ?? error.code) } }
  }
}

/** What shows without a database. */
async function lookAround(config: Config, now: Date): Promise<Seen> {
  const { directory, databaseUrl } = config
  const [backup] = await listBackups(directory)
  const sizeBytes = await journalBytes(join(directory, 'journal'))
  const isEmbedded = databaseUrl === null
  return {
    now,
    node: process.version,
    version: programVersion(),
    isServed: false,
    directory: await lookAtDirectory(directory),
    embedded: isEmbedded ? await lookAtEmbedded(directory) : null,
    database: null,
    backlogs: null,
    suite: {
      asked: config.logSuite,
      lacks: Object.values(SUITES).flatMap((suite) => (canCompute(suite) ? [] : [suite.name])),
    },
    kinds: null,
    witnesses: null,
    backup:
      backup === undefined
        ? null
        : { takenAt: backup.manifest.takenAt, sizeBytes: backup.sizeBytes },
    journal:
      isEmbedded && sizeBytes !== null ? { sizeBytes, isStopped: false, needsBackup: false } : null,
    exposure: await lookAtExposure(config),
    sample: null,
  }
}

async function lookAtDirectory(path: string): Promise<Seen['directory']> {
  const found = await stat(path).catch(() => null)
  if (found === null) {
    return { path, isThere: false, isWritable: false, isOpenToOthers: false, freeBytes: 0 }
  }
  const { bavail, bsize } = await statfs(path)
  const isWritable = await access(path, constants.W_OK).then(
    () => true,
    () => false,
  )
  const isOpenToOthers = (found.mode & 0o077) !== 0
  return { path, isThere: true, isWritable, isOpenToOthers, freeBytes: bavail * bsize }
}

/** Bytes of all segments; null where there is no journal. */
async function journalBytes(folder: string): Promise<number | null> {
  const names = await readdir(folder).catch(() => null)
  if (names === null) return null
  const sizes = names
    .filter((name) => name.endsWith('.journal'))
    .map((name) => stat(join(folder, name)).then(({ size }) => size))
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
}

async function lookAtExposure({ host, tls, behindProxy }: Config): Promise<Seen['exposure']> {
  if (tls !== null) {
    try {
      await access(tls.key, constants.R_OK)
      const { validTo } = new X509Certificate(await readFile(tls.certificate))
      return { host, kind: 'tls', certificateUntil: new Date(validTo).toISOString() }
    } catch {
      return { host, kind: 'certificate', certificateUntil: null }
    }
  }
  const kind = behindProxy ? 'proxy' : isLoopback(host) ? 'local' : 'open'
  return { host, kind, certificateUntil: null }
}

/** What waits in jobs and in the log, over all tenants. */
async function backlogsOf(db: Database): Promise<Backlogs> {
  const { jobs, logs } = await readWaitingWork(db)
  const sum = <Row>(rows: readonly Row[], of: (row: Row) => number): number =>
    rows.reduce((total, row) => total + of(row), 0)
  const signed = logs.flatMap(({ signedAt }) => signedAt ?? [])
  return {
    waiting: sum(jobs, ({ waiting }) => waiting),
    running: sum(jobs, ({ running }) => running),
    silent: sum(jobs, ({ silent }) => silent),
    waitingSince: earliest(jobs.map(({ waitingSince }) => waitingSince)),
    suites: [...new Set(logs.flatMap(({ suite }) => suite ?? []))],
    signed: sum(logs, (log) => log.signed),
    signedAt: signed.toSorted().at(-1) ?? null,
    unsigned: sum(logs, ({ waiting }) => waiting),
    unsignedSince: earliest(logs.map(({ waitingSince }) => waitingSince)),
  }
}

const earliest = (moments: readonly (string | null)[]): string | null =>
  moments.flatMap((at) => at ?? []).toSorted()[0] ?? null
