// Short readings in the reading thread, for a person who waits: a preview, a place read again.
import { strict as assert } from 'node:assert'
import type { Locator } from '../../graph/evidence/index.ts'
import { readSource } from '../../graph/sources/index.ts'
import { runThread, threadEntry } from '../../store/index.ts'
import { type Actor, visible } from '../../trust/access/index.ts'
import type { Installation } from '../installation.ts'
import type {
  FileOnDisk,
  PreviewTask,
  ReadingMessage,
  ReadingResult,
  ReadingTask,
  StatementsRead,
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

/** What a file says. Problems: `encoding-unknown`, `reading-timeout`, `reading-memory`. */
export async function readStatementsOf(
  file: FileOnDisk,
  kinds: readonly string[],
): Promise<StatementsRead> {
  const result = await readInThread({ kind: 'statements', from: { file }, kinds })
  assert(result.kind === 'statements')
  return result
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
  const result = await readInThread({ kind: 'place', file, locator })
  assert(result.kind === 'place')
  return result.found
}

function readInThread(task: ReadingTask): Promise<ReadingResult> {
  return runThread<ReadingTask, ReadingResult, ReadingMessage>(
    threadEntry('reading.thread'),
    task,
    { timeLimitMs: WAIT_MS, memoryLimitMb: MEMORY_MB, onMessage: async () => {} },
  )
}
