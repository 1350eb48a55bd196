/** A desk that brings tables: a whole installation on one engine, with the worker of its queue. */
import { setTimeout as wait } from 'node:timers/promises'
import type { Uuid } from '../../src/base/index.ts'
import type { AsOf } from '../../src/graph/evidence/index.ts'
import type { Reading } from '../../src/graph/figures/index.ts'
import {
  type BatchRow,
  listRanges,
  type Outcome,
  type RowRange,
  readBatch,
} from '../../src/graph/intake/index.ts'
import type { Mapping } from '../../src/graph/reading/index.ts'
import {
  bringBytes,
  bringSource,
  describeSource,
  readSource,
} from '../../src/graph/sources/index.ts'
import { beginImport } from '../../src/shell/begin-import.ts'
import { readConfig } from '../../src/shell/config.ts'
import { beginIfEmpty } from '../../src/shell/first-account.ts'
import { type Installation, openInstallation } from '../../src/shell/installation.ts'
import { openNotes } from '../../src/shell/notes.ts'
import { startWorker } from '../../src/shell/worker/work.ts'
import { type JobView, readJob, type Store } from '../../src/store/index.ts'
import { PUBLIC_LABEL, visible } from '../../src/trust/access/index.ts'
import type { WriteContext } from '../../src/trust/gate/index.ts'
import type { Place } from '../contracts/engines.ts'

export const TENANT = 1
/** Later than every clock of a test. */
export const AT_LAST: AsOf = { known: '2999-01-01T00:00:00.000Z', valid: '2026-11-20' }
const POLL_MS = 10

/** How an import ended, and what its batch says. */
export interface Imported {
  readonly job: JobView
  readonly batch: BatchRow
}

export interface ImportChoice {
  readonly publish?: boolean
  readonly dryRun?: boolean
}

export interface Desk {
  readonly installation: Installation
  readonly store: Store
  /** Sets the clock; every look at it then finds it one millisecond later. */
  setClock(time: string): void
  context(more?: Partial<WriteContext>): Promise<WriteContext>
  bring(fileName: string, content: string | Uint8Array): Promise<Uuid>
  bringText(fileName: string, text: string, label?: number): Promise<Uuid>
  /** Queues an import and hands back its job. */
  begin(source: Uuid, mapping: Mapping, choice?: ImportChoice): Promise<Uuid>
  /** Waits for the end of a job, whatever it is. */
  ended(job: Uuid): Promise<JobView>
  /** Imports and waits; publishes unless told otherwise. */
  import(source: Uuid, mapping: Mapping, choice?: ImportChoice): Promise<Imported>
  ranges(batch: Uuid, outcome?: Outcome): Promise<RowRange[]>
  close(): Promise<void>
}

/** A clock that never stands still, so that no two decisions share their time. */
function tickingClock(start: string): { now: () => Date; set: (time: string) => void } {
  let time = Date.parse(start)
  return {
    now: () => new Date(time++),
    set: (next) => {
      time = Date.parse(next)
    },
  }
}

/** Opens an installation on a place, with a first account and no sample. */
export async function openPlace(
  place: Place['options'],
  now?: () => Date,
  environment: Record<string, string> = {},
): Promise<Installation> {
  const { directory, databaseUrl } = place
  const settings = {
    LIANSHU_DIRECTORY: directory,
    LIANSHU_SAMPLE: 'off',
    LIANSHU_NOTES: 'silent',
    ...(databaseUrl !== undefined && { DATABASE_URL: databaseUrl }),
    ...environment,
  }
  const config = readConfig(settings, directory)
  const installation = await openInstallation({
    config,
    notes: openNotes(config.notes),
    localToken: 'known-to-nobody',
    ...(now !== undefined && { now }),
  })
  await beginIfEmpty(installation)
  return installation
}

const bytesOf = (content: string | Uint8Array): Uint8Array =>
  typeof content === 'string' ? new TextEncoder().encode(content) : content

/** Opens a desk; `workers` jobs may run at a time. */
export async function openDesk(place: Place['options'], workers = 1): Promise<Desk> {
  const clock = tickingClock('2026-11-20T01:00:00.000Z')
  const installation = await openPlace(place, clock.now)
  for (let count = 0; count < workers; count += 1) await startWorker(installation)
  return deskOf(installation, clock.set)
}

/** The desk of an open installation. */
export function deskOf(installation: Installation, setClock: Desk['setClock']): Desk {
  const { store } = installation
  const context: Desk['context'] = async (more = {}) => ({
    store,
    actor: await installation.operator(),
    now: installation.now(),
    random: installation.random,
    key: null,
    dryRun: false,
    ...more,
  })
  const begin: Desk['begin'] = async (id, mapping, choice = {}) => {
    const { publish = true, dryRun = false } = choice
    const asked = await context()
    const source = await readSource(store.read, visible(asked.actor), id)
    if (source === null) throw new Error(`no source ${id}`)
    const request = { source, mapping, title: null, publish, dryRun }
    return (await beginImport(installation, asked, request)).job
  }
  const ended: Desk['ended'] = async (id) => {
    for (;;) {
      const job = await readJob(store.read, TENANT, id)
      if (job.state !== 'waiting' && job.state !== 'running') return job
      await wait(POLL_MS)
    }
  }
  return {
    installation,
    store,
    setClock,
    context,
    bring: async (fileName, content) => {
      const stored = await store.blobs.putBytes(bytesOf(content))
      const file = { fileName, mediaType: 'application/octet-stream', ...stored }
      return (await bringSource(await context(), file, factsOf(fileName, PUBLIC_LABEL.id))).id
    },
    bringText: async (fileName, text, label = PUBLIC_LABEL.id) =>
      bringBytes(await context(), {
        fileName,
        bytes: bytesOf(text),
        facts: factsOf(fileName, label),
      }),
    begin,
    ended,
    import: async (source, mapping, choice) => {
      const id = await begin(source, mapping, choice)
      const job = await ended(id)
      const batch = await readBatch(store.read, TENANT, { job: id })
      if (batch === null) throw new Error(`no batch of job ${id}`)
      return { job, batch }
    },
    ranges: (batch, outcome) =>
      listRanges(store.read, TENANT, batch, {
        outcome: outcome ?? null,
        after: -1,
        limit: 10_000,
      }),
    close: () => installation.close(),
  }
}

/** A reading of everything that stands at last, by whoever works at the desk. */
export async function readingOf(desk: Desk, asOf: AsOf = AT_LAST): Promise<Reading> {
  const { actor } = await desk.context()
  const { lexicon } = desk.installation
  return { db: desk.store.read, visibility: visible(actor), asOf, lexicon }
}

/** Says that a source corrects another. */
export async function correct(desk: Desk, source: Uuid, supersedes: Uuid): Promise<void> {
  const context = await desk.context()
  const row = await readSource(desk.store.read, visible(context.actor), source)
  if (row === null) throw new Error('no source')
  await describeSource(context, source, { ...row, supersedes })
}

const factsOf = (title: string, label: number) => ({
  title,
  publisher: '示例市链长制办公室',
  publishedOn: '2026-11-20',
  class: 'typed-list' as const,
  label,
  origin: null,
  synthetic: true,
})
