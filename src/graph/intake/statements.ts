// What a text says: asked for, read in a thread with limits, and kept as claims that wait.
import { Problem, type Uuid } from '../../base/index.ts'
import type { Database, Queue, Store } from '../../store/index.ts'
import type { Visibility } from '../../trust/access/index.ts'
import { type WriteContext, write } from '../../trust/gate/index.ts'
import { holdClaims, type Thing } from '../evidence/index.ts'
import type { Vocabulary } from '../kinds/index.ts'
import { keepGrounds } from '../proposals/index.ts'
import { draftsOf, type Statement, subjectsOf } from '../reading/index.ts'
import { listParts, type SourceRow } from '../sources/index.ts'
import { thingsNamed } from './store.ts'

/** The kind under which reading what a text says stands in the queue. */
export const STATEMENTS_JOB = 'read-statements'

/** What such a job is asked to do, and in which role it was asked. */
export interface StatementsInput {
  readonly source: Uuid
  readonly organisation: Uuid
  readonly role: string
}

/**
 * Queues the reading of what a text says. A text that was read before may be read again, and then
 * only what nobody proposed yet is added.
 *
 * Problems: `forbidden`, `text-unread` where the source has no stored text, `key-reused`.
 */
export async function startStatements(
  context: WriteContext,
  queue: Queue,
  source: SourceRow,
): Promise<Uuid> {
  const { tenant, person, organisation, role } = context.actor
  const { output } = await write(
    context,
    {
      name: 'read-statements',
      permission: 'bring-source',
      input: { source: source.id },
      object: { label: source.label },
    },
    async (tx) => {
      if (source.textVersion === null) throw new Problem('text-unread')
      const input: StatementsInput = { source: source.id, organisation, role }
      const request = { tenant, kind: STATEMENTS_JOB, input: { ...input }, actor: person }
      const about = { subject: source.id, label: source.label }
      return { job: await queue.enqueue(tx, { ...request, title: source.title, about }) }
    },
  )
  return output.job
}

/** Claims that one transaction stores. */
const CLAIMS_AT_ONCE = 400
/** Letters of a source's id that make it the list in which its names are kept. */
const DOCUMENT_LETTERS = 13

/** What keeping statements needs besides the gate. */
export interface StatementsEffects {
  readonly store: Store
  /** What the person who asked may see: a name must not tell of a thing that is hidden. */
  readonly visibility: Visibility
  readonly vocabulary: Vocabulary
  /** The division or country of a name. */
  readonly place: (name: string) => Thing | null
  /** The gate for the part with this number, its key the same each time that part is tried. */
  readonly contextOf: (part: number) => WriteContext
  /** Called inside the transaction of each part. */
  readonly onPart: (tx: Database, done: number, total: number) => Promise<void>
}

/**
 * Keeps what a reader found in a stored text as held claims, part by part, each through the gate.
 * Tells how many claims were proposed, and how many of them nobody had proposed before.
 *
 * Problems: `forbidden`, `key-reused`, and whatever `onPart` throws.
 */
export async function keepStatements(
  effects: StatementsEffects,
  source: SourceRow,
  reading: { readonly reader: string; readonly statements: readonly Statement[] },
): Promise<{ proposed: number; added: number }> {
  const { store, visibility, vocabulary } = effects
  const instant = effects.contextOf(0).now.toISOString()
  const asOf = { known: instant, valid: instant.slice(0, 10) }
  const known = await thingsNamed(store.read, visibility, asOf, [...subjectsOf(reading.statements)])
  const drafts = draftsOf(reading.statements, {
    document: source.id.slice(0, DOCUMENT_LETTERS),
    vocabulary,
    pages: await listParts(store.read, source.tenant, source.id),
    resolve: (name) => known.get(name) ?? effects.place(name),
  })
  let added = 0
  for (let at = 0; at < drafts.length; at += CLAIMS_AT_ONCE) {
    const part = drafts.slice(at, at + CLAIMS_AT_ONCE)
    const context = effects.contextOf(at / CLAIMS_AT_ONCE)
    added += await holdClaims(context, source, reading.reader, part, async (tx, fresh) => {
      await keepGrounds(tx, source.tenant, fresh)
      await effects.onPart(tx, at + part.length, drafts.length)
    })
  }
  return { proposed: drafts.length, added }
}
