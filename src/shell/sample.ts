/** The sample: packs whose texts and tables are brought by the same import that offices use. */
import { rm, stat, writeFile } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Problem } from '../base/index.ts'
import { startStatements } from '../graph/intake/index.ts'
import { parseMapping } from '../graph/reading/index.ts'
import {
  bringBytes,
  bringSource,
  readSource,
  type SourceFacts,
  type SourceRow,
  sourceByFileName,
} from '../graph/sources/index.ts'
import { readJob } from '../store/index.ts'
import { PUBLIC_LABEL, visible } from '../trust/access/index.ts'
import type { WriteContext } from '../trust/gate/index.ts'
import { beginImport } from './begin-import.ts'
import type { Installation } from './installation.ts'
import { keepPack } from './keep-pack.ts'
import { inOwnTenant } from './operator.ts'
import { packJson } from './packs.ts'
import {
  bytesOf,
  readSample,
  SAMPLE_FOLDERS,
  type SampleDocument,
  type SampleTable,
} from './sample-packs.ts'

const POLL_MS = 50
/** The text that is brought first; while it is there, so is the sample. */
const FIRST_TEXT = 'about-this-sample.txt'

/** Hears of every file as it is begun and as its rows come in. */
export type TellSample = (progress: {
  file: string
  number: number
  total: number
  rows: number | null
}) => void

/** Notes that the sample is to be loaded, so that a start that is broken off begins it again. */
export async function askForSample(directory: string): Promise<void> {
  await writeFile(pendingPath(directory), '')
}

/** Whether the sample was asked for and has not been loaded whole. */
export async function isSampleAsked(directory: string): Promise<boolean> {
  return (await stat(pendingPath(directory)).catch(() => null)) !== null
}

const pendingPath = (directory: string): string => join(directory, 'sample.pending')

/** Whether the sample stands in the store. */
export async function hasSample({ store, operator }: Installation): Promise<boolean> {
  const visibility = visible(await operator())
  const source = await inOwnTenant(() => sourceByFileName(store.read, visibility, FIRST_TEXT))
  return source?.class === 'sample'
}

/**
 * Brings the texts and tables of the sample and publishes them, file after file, and has the
 * digests among its texts read: what was read waits at the review desk. What is there already
 * stays as it is; `folders` narrows it to some of its packs. Problems: those of packs, of imports
 * and of reading.
 */
export function loadSample(
  installation: Installation,
  tell: TellSample,
  folders: readonly string[] = SAMPLE_FOLDERS,
): Promise<void> {
  return inOwnTenant(() => loadFolders(installation, tell, folders))
}

async function loadFolders(
  installation: Installation,
  tell: TellSample,
  folders: readonly string[],
): Promise<void> {
  const { packs, documents, tables } = await readSample(folders)
  for (const pack of packs) await keepPack(installation, pack)
  const digests = documents.filter(({ read }) => read)
  const total = documents.length + tables.length + digests.length
  let number = 0
  const begin = (file: string): Heard => {
    number += 1
    const place = { file, number, total }
    tell({ ...place, rows: null })
    return (rows) => tell({ ...place, rows })
  }
  for (const document of documents) {
    begin(document.file)
    await bringDocument(installation, document)
  }
  await oneBehindTheOther(tables, begin, (table) => beginTable(installation, table))
  // A name in a digest is that of a thing only once the tables have told of the thing.
  await oneBehindTheOther(digests, begin, (digest) => beginReading(installation, digest))
  await rm(pendingPath(installation.config.directory), { force: true })
}

/** Hears how many rows of a file have come in. */
type Heard = (rows: number) => void

/** Waits for what was begun, telling how far it is. */
type Waits = (heard: Heard) => Promise<void>

/**
 * Begins a file while the one before it is still under way, so that the worker never waits for the
 * next; a file is told when its turn has come.
 */
async function oneBehindTheOther<File extends { readonly file: string }>(
  files: readonly File[],
  begin: (file: string) => Heard,
  start: (file: File) => Promise<Waits>,
): Promise<void> {
  let before = async (): Promise<void> => {}
  for (const file of files) {
    const wait = await start(file)
    await before()
    before = () => wait(begin(file.file))
  }
  await before()
}

const contextOf = async (installation: Installation): Promise<WriteContext> => ({
  store: installation.store,
  actor: await installation.operator(),
  now: installation.now(),
  random: installation.random,
  key: null,
  dryRun: false,
})

async function bringDocument(
  installation: Installation,
  { pack, file, title, source }: SampleDocument,
): Promise<void> {
  const facts = { ...source, title: title.zh, label: PUBLIC_LABEL.id }
  const bytes = bytesOf(pack, file)
  await bringBytes(await contextOf(installation), { fileName: basename(file), bytes, facts })
}

/** Has a text that was brought read by machine. */
async function beginReading(installation: Installation, { file }: SampleDocument): Promise<Waits> {
  const { store, queue } = installation
  const context = await contextOf(installation)
  const source = await sourceByFileName(store.read, visible(context.actor), basename(file))
  const job = await startStatements(context, queue, found(source))
  queue.wake()
  return (heard) => untilDone(installation, context.actor.tenant, job, heard)
}

function found(source: SourceRow | null): SourceRow {
  if (source === null) throw new Problem('not-found')
  return source
}

/** Brings a table and queues its import. */
async function beginTable(installation: Installation, table: SampleTable): Promise<Waits> {
  const { store } = installation
  const { pack } = table
  const context = await contextOf(installation)
  const mapping = parseMapping(packJson(pack, table.mapping))
  const stored = await store.blobs.putBytes(bytesOf(pack, table.file))
  const fileName = basename(table.file)
  const mediaType = extname(fileName) === '.csv' ? 'text/csv' : 'application/octet-stream'
  const facts: SourceFacts = {
    title: mapping.title.zh,
    publisher: mapping.source.publisher,
    publishedOn: mapping.source.publishedOn ?? null,
    class: mapping.source.class,
    label: PUBLIC_LABEL.id,
    origin: mapping.source.origin ?? null,
    synthetic: mapping.source.synthetic,
  }
  const { id } = await bringSource(context, { fileName, mediaType, ...stored }, facts)
  const source = found(await readSource(store.read, visible(context.actor), id))
  const request = { source, mapping, title: null, publish: true, dryRun: false }
  const { job } = await beginImport(installation, context, request)
  return (heard) => untilDone(installation, context.actor.tenant, job, heard)
}

async function untilDone(
  { store }: Installation,
  tenant: number,
  id: string,
  heard: (rows: number) => void,
): Promise<void> {
  for (;;) {
    const job = await readJob(store.read, tenant, id)
    if (job.problem !== null) throw new Problem(job.problem.code, job.problem.details)
    if (job.state === 'done') return heard(job.done)
    heard(job.done)
    await wait(POLL_MS)
  }
}
