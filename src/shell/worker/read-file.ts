// Short readings in the reading thread, for a person who waits: a preview, a place read again.
import { strict as assert } from 'node:assert'
import type { Locator } from '../../graph/evidence/index.ts'
import type { DocumentText } from '../../graph/reading/index.ts'
import { readSource } from '../../graph/sources/index.ts'
import { runThread, threadEntry } from '../../store/index.ts'
import { type Actor, visible } from '../../trust/access/index.ts'
import type { Installation } from '../installation.ts'
import type {
  PreviewTask,
  ReadingMessage,
  ReadingResult,
  ReadingTask,
  TablePreview,
} from './reading-task.ts'

const WAIT_MS = 60_000
const MEMORY_MB = 1_024

/** Problems: those of reading, `reading-timeout`, `reading-memory`. */
export async function previewFile(task: PreviewTask): Promise<TablePreview> {
  const result = await readInThread(task)
  assert(result.kind === 'preview')
  return result.preview
}

/**
 * The text of a document that lies in the blob store. Problems: those of `readDocument`,
 * `reading-timeout` after 60 s of work, `reading-memory` beyond 1 GB.
 */
export async function readDocumentFile(path: string, fileName: string): Promise<DocumentText> {
  const result = await readInThread({ kind: 'document', file: { path, fileName } })
  assert(result.kind === 'document')
  return result.document
}

/** The words at a place of a source as its bytes say them now; null where place or file is gone. */
export async function readPlace(
  { store }: Installation,
  actor: Actor,
  source: string,
  locator: Locator,
): Promise<string | null> {
  const found = await readSource(store.read, visible(actor), source)
  if (found === null || !(await store.blobs.has(found.sha256))) return null
  const file = { fileName: found.fileName, path: store.blobs.path(found.sha256) }
  const { textVersion } = found
  const result = await readInThread({ kind: 'place', file, locator, textVersion })
  assert(result.kind === 'place')
  return result.found
}

function readInThread(task: ReadingTask): Promise<ReadingResult> {
  return runThread<ReadingTask, ReadingResult, ReadingMessage>(
    threadEntry('shell/worker/reading.thread'),
    task,
    { timeLimitMs: WAIT_MS, memoryLimitMb: MEMORY_MB, onMessage: async () => {} },
  )
}
