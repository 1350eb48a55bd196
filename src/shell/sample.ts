/** The sample: packs whose texts and tables are brought by the same import that offices use. */
import { rm, stat, writeFile } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { z } from '@hono/zod-openapi'
import { Problem } from '../base/index.ts'
import { parseMapping } from '../graph/reading/index.ts'
import {
  bringBytes,
  bringSource,
  readSource,
  type SourceFacts,
  sourceByFileName,
} from '../graph/sources/index.ts'
import { readJob } from '../store/index.ts'
import { PUBLIC_LABEL, visible } from '../trust/access/index.ts'
import type { WriteContext } from '../trust/gate/index.ts'
import { beginImport } from './begin-import.ts'
import type { Installation } from './installation.ts'
import { keepPack } from './keep-pack.ts'
import { type PackFiles, packJson, readPack } from './packs.ts'

const FOLDERS = [
  'sample-integrated-circuit',
  'sample-in-vitro-diagnostics',
  'sample-chain-chief-templates',
]
const POLL_MS = 50
/** The text that is brought first; while it is there, so is the sample. */
const FIRST_TEXT = 'about-this-sample.txt'

const Words = z.object({ zh: z.string(), en: z.string() })

const Bundle = z.object({
  documents: z.array(
    z.object({
      file: z.string(),
      title: Words,
      source: z.object({
        class: z.literal('sample'),
        publisher: z.string(),
        publishedOn: z.string().nullable().default(null),
        label: z.literal('public'),
        synthetic: z.boolean(),
        origin: z.string(),
      }),
    }),
  ),
  tables: z.array(z.object({ file: z.string(), mapping: z.string() })),
})

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
  const source = await sourceByFileName(store.read, visibility, FIRST_TEXT)
  return source?.class === 'sample'
}

/**
 * Brings the texts and tables of the sample and publishes them, file after file. What is there
 * already stays as it is. Problems: those of packs and of imports.
 */
export async function loadSample(installation: Installation, tell: TellSample): Promise<void> {
  const parts: SamplePart[] = []
  for (const folder of FOLDERS) {
    const pack = await readPack(folder)
    parts.push({ pack, bundle: parseBundle(pack) })
  }
  const counts = parts.map(({ bundle }) => bundle.documents.length + bundle.tables.length)
  const total = counts.reduce((sum, count) => sum + count, 0)
  let number = 0
  const begin = (file: string): ((rows: number | null) => void) => {
    number += 1
    const place = { file, number, total }
    tell({ ...place, rows: null })
    return (rows) => tell({ ...place, rows })
  }
  for (const part of parts) await loadPart(installation, part, begin)
  await rm(pendingPath(installation.config.directory), { force: true })
}

interface SamplePart {
  readonly pack: PackFiles
  readonly bundle: z.infer<typeof Bundle>
}

/** Brings one pack; `begin` hears of each file and answers who hears of its rows. */
async function loadPart(
  installation: Installation,
  { pack, bundle }: SamplePart,
  begin: (file: string) => (rows: number | null) => void,
): Promise<void> {
  await keepPack(installation, pack)
  const context = async (): Promise<WriteContext> => ({
    store: installation.store,
    actor: await installation.operator(),
    now: installation.now(),
    random: installation.random,
    key: null,
    dryRun: false,
  })
  for (const { file, title, source } of bundle.documents) {
    begin(file)
    const facts = { ...source, title: title.zh, label: PUBLIC_LABEL.id }
    const bytes = bytesOf(pack, file)
    await bringBytes(await context(), { fileName: basename(file), bytes, facts })
  }
  for (const table of bundle.tables) {
    await importTable(installation, await context(), pack, table, begin(table.file))
  }
}

function parseBundle(pack: PackFiles): z.infer<typeof Bundle> {
  const parsed = Bundle.safeParse(packJson(pack, 'bundle.json'))
  if (parsed.success) return parsed.data
  const reason = parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`)
  throw new Problem('pack-invalid', {
    pack: pack.folder,
    file: 'bundle.json',
    reason: reason.join('; '),
  })
}

function bytesOf(pack: PackFiles, file: string): Uint8Array {
  const bytes = pack.files.get(file)
  if (bytes !== undefined) return bytes
  const reason = '缺少这个文件'
  throw new Problem('pack-invalid', { pack: pack.folder, file, reason, reasonEn: 'it is missing' })
}

async function importTable(
  installation: Installation,
  context: WriteContext,
  pack: PackFiles,
  table: { file: string; mapping: string },
  heard: (rows: number) => void,
): Promise<void> {
  const { store } = installation
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
  const source = await readSource(store.read, visible(context.actor), id)
  if (source === null) throw new Problem('not-found')
  const request = { source, mapping, title: null, publish: true, dryRun: false }
  const { job } = await beginImport(installation, context, request)
  await untilDone(installation, context.actor.tenant, job, heard)
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
