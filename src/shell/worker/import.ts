// Imports: the job that carries a table from its bytes to staged facts, and publishes it if asked.
import { z } from '@hono/zod-openapi'
import { type JsonValue, Problem, uuidOf } from '../../base/index.ts'
import {
  type BatchRow,
  type Chunk,
  IMPORT_JOB,
  type ImportEffects,
  type ImportInput,
  publishImport,
  runImport,
} from '../../graph/intake/index.ts'
import { neededLookups, parseMapping } from '../../graph/reading/index.ts'
import { listTexts, readSource, readText, sourceByFileName } from '../../graph/sources/index.ts'
import { type JobRun, runThread, threadEntry } from '../../store/index.ts'
import { type Actor, strictestLabel, visible } from '../../trust/access/index.ts'
import type { Installation } from '../installation.ts'
import { actorOfJob } from './actor-of-job.ts'
import { readingLimits } from './reading-limits.ts'
import type { FileOnDisk, ImportTask, ReadingResult, ReadingTask } from './reading-task.ts'

/** Letters of a mapping's hash that tell its editions apart in the name of the reader. */
const HASH_LETTERS = 12

const Input = z.object({
  batch: z.string(),
  publish: z.boolean(),
  dryRun: z.boolean(),
  organisation: z.string(),
  role: z.string(),
})

/** Takes up imports until the queue stops. */
export async function workImports(installation: Installation): Promise<void> {
  await installation.queue.work(IMPORT_JOB, (run) => importJob(installation, run))
}

async function importJob(installation: Installation, run: JobRun): Promise<JsonValue> {
  const input: ImportInput = Input.parse(run.input)
  const { store, now } = installation
  const actor = await actorOfJob(installation, run, input, 'import-table')
  const effects: ImportEffects = {
    store,
    now,
    rules: installation.rules,
    visibility: visible(actor),
    produce: (batch, skip, onChunk, signal) =>
      readThrough(installation, actor, batch, { skip, onChunk, signal }),
  }
  const counts = await runImport(effects, run, input)
  await store.analyse(['claim', 'entity', 'edge', 'value', 'term', 'thing'])
  if (!input.publish || input.dryRun) return { counts: { ...counts }, published: false }
  const context = {
    store,
    actor,
    now: now(),
    random: installation.random,
    key: uuidOf(run.id, 'publish'),
    dryRun: false,
  }
  const published = await publishImport(context, installation.rules, { id: input.batch })
  return { counts: { ...counts }, published: true, root: published.root }
}

interface Reading {
  readonly skip: number
  readonly onChunk: (chunk: Chunk) => Promise<void>
  readonly signal: AbortSignal
}

async function readThrough(
  installation: Installation,
  actor: Actor,
  batch: BatchRow,
  reading: Reading,
): Promise<{ rows: number }> {
  const { store } = installation
  const source = await readSource(store.read, visible(actor), batch.source)
  if (source === null) throw new Problem('not-found', { what: batch.source })
  const file = { fileName: source.fileName, path: store.blobs.path(source.sha256) }
  const task: ImportTask = {
    kind: 'import',
    file,
    mapping: batch.mapping,
    tenant: batch.tenant,
    source: source.id,
    batch: batch.id,
    label: source.label,
    reader: `${batch.mappingId}@${batch.mappingHash.slice(0, HASH_LETTERS)}`,
    skip: reading.skip,
    sourceClass: source.class,
    documents: await quotedDocuments(installation, actor, batch, source.label),
    lookups: await lookupFiles(installation, actor, batch),
  }
  const result = await runThread<ReadingTask, ReadingResult, Chunk>(
    threadEntry('reading.thread'),
    task,
    {
      ...readingLimits(installation.config.limits),
      signal: reading.signal,
      onMessage: reading.onChunk,
    },
  )
  return { rows: result.kind === 'import' ? result.rows : 0 }
}

/** Files of this installation that the mapping looks values up in. Problem: `not-found`. */
export async function lookupFiles(
  { store }: Installation,
  actor: Actor,
  { mapping }: Pick<BatchRow, 'mapping'>,
): Promise<FileOnDisk[]> {
  const files: FileOnDisk[] = []
  for (const { from } of neededLookups(parseMapping(mapping))) {
    if (from === null) continue
    const source = await sourceByFileName(store.read, visible(actor), from.file)
    if (source === null) throw new Problem('not-found', { what: from.file })
    files.push({ fileName: from.file, path: store.blobs.path(source.sha256) })
  }
  return files
}

/** The newest text source of every name, when the mapping's rows quote documents. */
async function quotedDocuments(
  { store }: Installation,
  actor: Actor,
  { mapping, tenant }: BatchRow,
  labelOfTable: number,
): Promise<ImportTask['documents']> {
  if (parseMapping(mapping).evidence === undefined) return []
  const documents: ImportTask['documents'][number][] = []
  for (const source of await listTexts(store.read, visible(actor))) {
    const text = await readText(store.read, tenant, source.id)
    if (text === null) continue
    const labels = [labelOfTable, source.label]
    const label = await store.transaction((tx) => strictestLabel(tx, tenant, labels), { tenant })
    documents.push({ fileName: source.fileName, source: source.id, text, label })
  }
  return documents
}
