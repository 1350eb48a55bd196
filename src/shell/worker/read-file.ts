// Short readings in the reading thread, for a person who waits: a preview, a place read again.
import { strict as assert } from 'node:assert'
import type { Locator } from '../../graph/evidence/index.ts'
import type { PlaceFound } from '../../graph/figures/index.ts'
import type { GridSheet } from '../../graph/reading/index.ts'
import { listParts, readSource, type SourceRow } from '../../graph/sources/index.ts'
import { type Database, runThread, threadEntry } from '../../store/index.ts'
import { type Actor, visible } from '../../trust/access/index.ts'
import type { Limits } from '../config.ts'
import type { Installation } from '../installation.ts'
import { readingLimits } from './reading-limits.ts'
import type {
  FileOnDisk,
  PlaceTask,
  PreviewTask,
  ReadingMessage,
  ReadingResult,
  ReadingTask,
  StatementsRead,
  TablePreview,
} from './reading-task.ts'

const WAIT_MS = 60_000

/** Problems: those of reading, `reading-timeout`, `reading-memory`. */
export async function previewFile(limits: Limits, task: PreviewTask): Promise<TablePreview> {
  const result = await readInThread(limits, task)
  assert(result.kind === 'preview')
  return result.preview
}

/** Every row of a workbook. Problems: those of reading, `too-large`. */
export async function readGridOf(limits: Limits, file: FileOnDisk): Promise<readonly GridSheet[]> {
  const result = await readInThread(limits, { kind: 'grid', file })
  assert(result.kind === 'grid')
  return result.sheets
}

/** What a file says. Problems: `encoding-unknown`, `reading-timeout`, `reading-memory`. */
export async function readStatementsOf(
  limits: Limits,
  file: FileOnDisk,
  kinds: readonly string[],
): Promise<StatementsRead> {
  const result = await readInThread(limits, { kind: 'statements', from: { file }, kinds })
  assert(result.kind === 'statements')
  return result
}

/** What stands at a place of a source as its bytes say now; null where place or file is gone. */
export async function readPlace(
  { store, config }: Installation,
  actor: Actor,
  source: string,
  locator: Locator,
): Promise<PlaceFound | null> {
  const found = await readSource(store.read, visible(actor), source)
  if (found === null || !(await store.blobs.has(found.sha256))) return null
  const file = { fileName: found.fileName, path: store.blobs.path(found.sha256) }
  const { textVersion } = found
  const pages = textVersion === null ? null : await pagesOf(store.read, found, locator)
  const task: PlaceTask = { kind: 'place', file, locator, textVersion, pages }
  const result = await readInThread(config.limits, task)
  assert(result.kind === 'place')
  return result.found
}

/** One page of a long document is read again in a moment, the whole of it is not. */
async function pagesOf(
  db: Database,
  { tenant, id }: SourceRow,
  { start, end }: Locator,
): Promise<PlaceTask['pages']> {
  if (start === null || end === null) return null
  const parts = await listParts(db, tenant, id)
  const here = parts.filter(({ page, first, last }) => page !== null && first < end && last > start)
  const from = here[0]?.page ?? null
  const to = here.at(-1)?.page ?? null
  if (from === null || to === null) return null
  const first = parts.find(({ page }) => page === from)
  return { from, to, start: first?.first ?? 0 }
}

function readInThread(limits: Limits, task: ReadingTask): Promise<ReadingResult> {
  return runThread<ReadingTask, ReadingResult, ReadingMessage>(
    threadEntry('reading.thread'),
    task,
    { ...readingLimits(limits, WAIT_MS), onMessage: async () => {} },
  )
}
