// The job that reads what a stored text says, and keeps it as claims that wait for a person.
import { strict as assert } from 'node:assert'
import { z } from '@hono/zod-openapi'
import { type JsonValue, Problem, uuidOf } from '../../base/index.ts'
import type { Thing } from '../../graph/evidence/index.ts'
import { keepStatements, STATEMENTS_JOB } from '../../graph/intake/index.ts'
import { divisionOf } from '../../graph/kinds/index.ts'
import { readSource, readText } from '../../graph/sources/index.ts'
import { type JobRun, runThread, threadEntry } from '../../store/index.ts'
import { visible } from '../../trust/access/index.ts'
import type { Installation } from '../installation.ts'
import { actorOfJob } from './actor-of-job.ts'
import { readingLimits } from './reading-limits.ts'
import type { ReadingMessage, ReadingResult, ReadingTask, StatementsRead } from './reading-task.ts'

/** A thread that reads a hostile text is ended after so much work of its own, or so much memory. */
const READING_TIME_MS = 5 * 60_000

const Input = z.object({ source: z.string(), organisation: z.string(), role: z.string() })

/** Takes up texts until the queue stops. */
export async function workStatements(installation: Installation): Promise<void> {
  await installation.queue.work(STATEMENTS_JOB, (run) => statementsJob(installation, run))
}

async function statementsJob(installation: Installation, run: JobRun): Promise<JsonValue> {
  const input = Input.parse(run.input)
  const { store, now, random, vocabulary } = installation
  const actor = await actorOfJob(installation, run, input, 'bring-source')
  const source = await readSource(store.read, visible(actor), input.source)
  if (source === null) throw new Problem('not-found', { what: input.source })
  const text = await readText(store.read, source.tenant, source.id)
  if (text === null) throw new Problem('text-unread')
  const reading = await readThrough(installation, text, run.signal)
  const at = now()
  const kept = await keepStatements(
    {
      ...{ store, vocabulary, visibility: visible(actor) },
      place: (name) => placeOf(installation, name),
      contextOf: (part) => {
        const key = uuidOf(run.id, 'hold', String(part))
        return { store, actor, now: at, random, key, dryRun: false }
      },
      onPart: (tx, done, total) => {
        run.signal.throwIfAborted()
        return run.progress(tx, { stage: 'store', done, total, checkpoint: null })
      },
    },
    source,
    reading,
  )
  return { ...kept, statements: reading.statements.length, reader: reading.reader }
}

/** Problems: `reading-timeout`, `reading-memory`, `job-cancelled`. */
async function readThrough(
  { config: { limits } }: Installation,
  text: string,
  signal: AbortSignal,
): Promise<StatementsRead> {
  const result = await runThread<ReadingTask, ReadingResult, ReadingMessage>(
    threadEntry('reading.thread'),
    { kind: 'statements', from: { text }, kinds: [] },
    {
      ...readingLimits(limits, READING_TIME_MS),
      signal,
      onMessage: async () => {},
    },
  )
  assert(result.kind === 'statements')
  return result
}

/** What a text calls 全国 or 我国 is the country. */
const OWN_COUNTRY = /^(?:全国|我国)$/

function placeOf({ places }: Installation, name: string): Thing | null {
  const found = divisionOf(places, name.replace(OWN_COUNTRY, '中国'))
  return found === null ? null : { kind: 'division', scheme: found.scheme, code: found.code }
}
