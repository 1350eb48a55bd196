// The job that carries a document from its bytes to text that is kept page by page.
import { strict as assert } from 'node:assert'
import { z } from '@hono/zod-openapi'
import { type JsonValue, Problem, uuidOf } from '../../base/index.ts'
import { startStatements } from '../../graph/intake/index.ts'
import type { DocumentText } from '../../graph/reading/index.ts'
import { keepDocument, READ_JOB, readSource, type SourceRow } from '../../graph/sources/index.ts'
import { type JobRun, runThread, threadEntry } from '../../store/index.ts'
import { visible } from '../../trust/access/index.ts'
import type { WriteContext } from '../../trust/gate/index.ts'
import type { Installation } from '../installation.ts'
import { actorOfJob } from './actor-of-job.ts'
import { readingLimits } from './reading-limits.ts'
import type { PagesRead, ReadingMessage, ReadingResult, ReadingTask } from './reading-task.ts'

/** A thread that reads a hostile file is ended after so much work of its own, or so much memory. */
const READING_TIME_MS = 10 * 60_000

const Input = z.object({
  source: z.string(),
  organisation: z.string(),
  role: z.string(),
  statements: z.boolean().default(false),
})

/** Takes up documents until the queue stops. */
export async function workDocuments(installation: Installation): Promise<void> {
  await installation.queue.work(READ_JOB, (run) => documentJob(installation, run))
}

async function documentJob(installation: Installation, run: JobRun): Promise<JsonValue> {
  const input = Input.parse(run.input)
  const { store, now, random } = installation
  const actor = await actorOfJob(installation, run, input, 'bring-source')
  const source = await readSource(store.read, visible(actor), input.source)
  if (source === null) throw new Problem('not-found', { what: input.source })
  const document = await readThrough(installation, run, source)
  const key = uuidOf(run.id, 'keep')
  const context = { store, actor, now: now(), random, key, dryRun: false }
  const kept = await keepDocument(context, source, document, (tx, done, total) =>
    run.progress(tx, { stage: 'store', done, total, checkpoint: null }),
  )
  if (input.statements) await readOn(installation, { ...context, key: uuidOf(run.id, 'read-on') })
  return kept

  /** A job that is tried again after a kill finds its key taken, and queues nothing twice. */
  async function readOn({ queue }: Installation, onward: WriteContext): Promise<void> {
    const held = await readSource(store.read, visible(actor), input.source)
    if (held === null) throw new Problem('not-found', { what: input.source })
    await startStatements(onward, queue, held)
    queue.wake()
  }
}

/** Problems: those of `readDocument`, `reading-timeout`, `reading-memory`, `job-cancelled`. */
async function readThrough(
  { store, config }: Installation,
  run: JobRun,
  source: SourceRow,
): Promise<DocumentText> {
  const file = { fileName: source.fileName, path: store.blobs.path(source.sha256) }
  const tell = async (read: ReadingMessage): Promise<void> => {
    const { done, total } = read as PagesRead
    const progress = { stage: 'read', done, total, checkpoint: null }
    await store.transaction((tx) => run.progress(tx, progress), { tenant: run.tenant })
  }
  const result = await runThread<ReadingTask, ReadingResult, ReadingMessage>(
    threadEntry('reading.thread'),
    { kind: 'document', file },
    {
      ...readingLimits(config.limits, READING_TIME_MS),
      signal: run.signal,
      onMessage: tell,
    },
  )
  assert(result.kind === 'document')
  return result.document
}
