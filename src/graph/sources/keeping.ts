// How the text of a document is kept: asked for, stored stretch by stretch, and shown when whole.
import { codePoints, type JsonValue, Problem, sha256Hex, type Uuid } from '../../base/index.ts'
import { type Database, type Queue, readJob } from '../../store/index.ts'
import { type WriteContext, write } from '../../trust/gate/index.ts'
import type { DocumentText } from '../reading/index.ts'
import type { SourcePart, SourceRow } from './model.ts'
import {
  beginReading,
  deleteParts,
  endReading,
  holdsTable,
  insertParts,
  readingsOf,
  setText,
} from './store.ts'
import { documentParts } from './text-parts.ts'

/** The kind under which reading a document stands in the queue. */
export const READ_JOB = 'read-document'

/** What such a job is asked to do, and in which role it was asked. */
export interface ReadInput {
  readonly source: Uuid
  readonly organisation: Uuid
  readonly role: string
  /** Whether what the text says is read too, as soon as it is kept. */
  readonly statements: boolean
}

/**
 * Queues the reading of a document. While a job reads it, or where one has read it, that job is
 * answered; a reading that failed or was cancelled is begun again.
 *
 * Problems: `forbidden`, `key-reused`, `source-is-table` where it was imported as a table.
 */
export async function startReading(
  context: WriteContext,
  queue: Queue,
  source: SourceRow,
  statements = false,
): Promise<Uuid> {
  const { tenant, person, organisation, role } = context.actor
  const { output } = await write(
    context,
    {
      name: 'read-document',
      permission: 'bring-source',
      input: { source: source.id, statements },
      object: { label: source.label },
    },
    async (tx) => {
      if (await holdsTable(tx, tenant, source.id)) throw new Problem('source-is-table')
      const standing = await standingJob(tx, tenant, source.id)
      if (standing !== null) return { job: standing }
      const input: ReadInput = { source: source.id, organisation, role, statements }
      const request = { tenant, kind: READ_JOB, input: { ...input }, actor: person }
      const job = await queue.enqueue(tx, {
        ...{ ...request, title: source.title },
        about: { subject: source.id, label: source.label },
      })
      await beginReading(tx, tenant, source.id, job)
      return { job }
    },
  )
  return output.job
}

async function standingJob(tx: Database, tenant: number, source: Uuid): Promise<Uuid | null> {
  const [reading] = await readingsOf(tx, tenant, [source])
  if (reading === undefined) return null
  const { state } = await readJob(tx, tenant, reading.job)
  return state === 'failed' || state === 'cancelled' ? null : reading.job
}

/** Code points that one transaction stores. */
const STRETCH = 400_000

/** Called inside the transaction of each stretch: parts stored so far, and how many there are. */
export type OnStretch = (tx: Database, done: number, total: number) => Promise<void>

/**
 * Stores the text of a document, stretch by stretch, and then, through the gate, says that it is
 * whole; before that nobody is shown any of it. A source whose text is kept already is left as it
 * is, since claims stand on its places.
 *
 * Problems: `forbidden`, `key-reused`, and whatever `onStretch` throws.
 */
export async function keepDocument(
  context: WriteContext,
  source: SourceRow,
  document: DocumentText,
  onStretch: OnStretch,
): Promise<{ pages: number | null; characters: number }> {
  const { tenant } = context.actor
  const counted = countsOf(document)
  if (source.textVersion === null) {
    const parts = documentParts(document)
    await context.store.transaction((tx) => deleteParts(tx, tenant, source.id), { tenant })
    let done = 0
    for (const stretch of stretchesOf(parts)) {
      done += stretch.length
      await context.store.transaction(
        async (tx) => {
          await insertParts(tx, tenant, source.id, stretch)
          await onStretch(tx, done, parts.length)
        },
        { tenant },
      )
    }
  }
  await sayWhole(context, source, document, counted)
  return counted
}

async function sayWhole(
  context: WriteContext,
  source: SourceRow,
  document: DocumentText,
  counted: { readonly pages: number | null; readonly characters: number },
): Promise<void> {
  const { tenant } = context.actor
  const { version, cautions, text } = document
  const input: JsonValue = { source: source.id, version, text: sha256Hex(text), ...counted }
  const object = { label: source.label }
  const command = { name: 'keep-text', permission: 'bring-source', input, object } as const
  await write(context, command, async (tx) => {
    if (source.textVersion === null) await setText(tx, tenant, source.id, document)
    const readAt = context.now.toISOString()
    await endReading(tx, tenant, { source: source.id, ...counted, cautions, readAt })
    return { source: source.id }
  })
}

function countsOf({ pages, text }: DocumentText): { pages: number | null; characters: number } {
  const isPaged = pages.some(({ page }) => page !== null)
  return { pages: isPaged ? pages.length : null, characters: codePoints(text) }
}

function stretchesOf(parts: readonly SourcePart[]): SourcePart[][] {
  const stretches: SourcePart[][] = []
  let size = STRETCH
  for (const part of parts) {
    if (size >= STRETCH) {
      stretches.push([])
      size = 0
    }
    stretches.at(-1)?.push(part)
    size += Math.max(1, part.last - part.first)
  }
  return stretches
}
