import { type JsonValue, Problem, type Uuid } from '../../base/index.ts'
import { authorise, visible } from '../../trust/access/index.ts'
import type { WriteContext } from '../../trust/gate/index.ts'
import type { AsOf } from '../evidence/index.ts'
import type { ComputedFigure } from '../figures/index.ts'
import { type Change, type ChangedVersion, changeVersion } from './change.ts'
import { type ListDefinition, parseDefinition } from './definition.ts'
import { draw, madeRow } from './draw.ts'
import { judge, newRow, numbered } from './entry.ts'
import { candidateOf, type ListGround, openGround } from './ground.ts'
import { knownTo, type ListKnowledge, type ListOfChain, readingOf } from './knowledge.ts'
import type { Curation, StoredRow, StoredVersion, VersionKey } from './model.ts'
import { openVersion } from './read.ts'
import { speaksOf } from './store.ts'
import { readCurations, readVersions } from './version-store.ts'
import {
  alreadyIn,
  alreadyOpen,
  foreignClaim,
  notAdded,
  notCurated,
  notDue,
  otherKind,
  reasonMissing,
} from './words.ts'

async function groundOf(
  context: WriteContext,
  knowledge: ListKnowledge,
  chain: Uuid,
  days: { readonly asOf: AsOf; readonly home: string },
): Promise<ListGround> {
  const reading = readingOf(context, knowledge, days)
  const ground = await openGround(reading, knowledge.vocabulary, chain)
  if (ground === null) throw new Problem('not-found', { what: chain })
  return ground
}

/** A list to be drawn up: as of when, and the days as they were asked for, null for today. */
export interface DrawInput extends ListOfChain {
  readonly asOf: AsOf
  readonly asked: { readonly known: string | null; readonly valid: string | null }
}

/**
 * Draws up a list of a chain: the next version, or the open draft anew. What persons added or took
 * out in the version before is carried over.
 * Problems: `forbidden`, `not-found` (the chain or the list), `list-step` while a version waits for
 * its signature, `too-large`, `key-reused`.
 */
export async function drawUp(
  context: WriteContext,
  knowledge: ListKnowledge,
  { chain, list, asOf, asked }: DrawInput,
): Promise<ChangedVersion> {
  const { actor, store } = context
  authorise(actor, 'manage-lists')
  const input = { chain, list, ...asked }
  const done = { act: 'draw', permission: 'manage-lists', input, note: null } as const
  return changeVersion(context, done, async () => {
    const definition = knowledge.lists.get(list)
    if (definition === undefined) throw new Problem('not-found', { what: list })
    const home = actor.home ?? ''
    const ground = await groundOf(context, knowledge, chain, { asOf, home })
    const [newest] = await readVersions(store.read, actor.tenant, chain, list)
    if (newest?.state === 'submitted') throw alreadyOpen(newest.number)
    const curations =
      newest === undefined
        ? new Map<Uuid, Curation>()
        : await readCurations(store.read, actor.tenant, newest)
    const drawn = await draw(knowledge, ground, definition, curations)
    const draft = newest?.state === 'draft' ? newest : null
    const after: StoredVersion = {
      ...{ chain, list, number: draft?.number ?? (newest?.number ?? 0) + 1, state: 'draft', home },
      revision: (draft?.revision ?? 0) + 1,
      definition: definition.file as unknown as JsonValue,
      ...{ known: asOf.known, valid: asOf.valid },
      ...{ candidates: drawn.candidates, undecided: drawn.undecided, seal: null },
    }
    const { rows, computed } = drawn
    return { before: draft, after, rows, rewrite: { computed, ...knowledge } }
  })
}

/** What a person does to a row by hand. `undo` takes back what was done before. */
export interface CurateInput {
  readonly thing: Uuid
  readonly act: 'add' | 'remove' | 'undo'
  readonly reason: string
  /** A standing claim that speaks of the thing; not needed to undo. */
  readonly claim: Uuid | null
}

/**
 * Adds a row to a draft or takes one out, for a reason and on the ground of a claim.
 * Problems: `forbidden`, `not-found`, `invalid-input` without a reason or with a claim that does not
 * speak of the thing, `list-step`, `key-reused`.
 */
export async function curate(
  context: WriteContext,
  knowledge: ListKnowledge,
  key: VersionKey,
  asked: CurateInput,
): Promise<ChangedVersion> {
  authorise(context.actor, 'manage-lists')
  const { chain, list, number } = key
  const { thing, act, claim } = asked
  const reason = asked.reason.trim()
  const input = { chain, list, number, thing, act, reason, claim }
  const done = { act: 'curate', permission: 'manage-lists', input, note: reason } as const
  return changeVersion(context, done, async () => {
    if (reason === '') throw reasonMissing()
    const { version, rows } = await openVersion(context, key)
    if (version.state !== 'draft') throw notDue(version.state)
    const definition = parseDefinition(version.definition, knownTo(knowledge.vocabulary))
    if (!definition.file.curated) throw notCurated()
    const changed = await byHand(context, knowledge, { version, definition, rows }, asked)
    const after = { ...version, revision: version.revision + 1 }
    const rewrite = { computed: changed.computed, ...knowledge }
    return { before: version, after, rows: numbered(changed.rows), rewrite } satisfies Change
  })
}

interface Opened {
  readonly version: StoredVersion
  readonly definition: ListDefinition
  readonly rows: readonly StoredRow[]
}

async function byHand(
  context: WriteContext,
  knowledge: ListKnowledge,
  opened: Opened,
  input: CurateInput,
): Promise<{ rows: StoredRow[]; computed: readonly ComputedFigure[] }> {
  const { rows } = opened
  const { thing, act } = input
  const row = rows.find((each) => each.thing === thing)
  const swap = (make: (row: StoredRow) => StoredRow[]): StoredRow[] =>
    rows.flatMap((each) => (each.thing === thing ? make(each) : [each]))
  if (act === 'undo') {
    if (row === undefined || row.curation === null) throw notAdded()
    return { rows: swap(withoutHand), computed: [] }
  }
  const isIn = row !== undefined && row.place !== null
  if (act === 'add' && isIn) throw alreadyIn()
  if (act === 'remove' && !isIn) throw otherKind()
  const curation: Curation = {
    ...{ act, reason: input.reason.trim(), claim: await groundFor(context, input) },
    ...{ by: context.actor.person, at: context.now.toISOString() },
  }
  if (row !== undefined) return { rows: swap((each) => [{ ...each, curation }]), computed: [] }
  const made = await handMade(context, knowledge, opened, thing)
  return { rows: [...rows, newRow(thing, made.content, curation)], computed: made.computed }
}

/** A row that a person added is gone without that; one that the rule brought stays. */
const withoutHand = (row: StoredRow): StoredRow[] =>
  row.content.entered === 'person' ? [] : [{ ...row, curation: null }]

async function groundFor(context: WriteContext, { claim, thing }: CurateInput): Promise<Uuid> {
  const { store, actor, now } = context
  const known = now.toISOString()
  const view = { visibility: visible(actor), asOf: { known, valid: known.slice(0, 10) } }
  if (claim === null || !(await speaksOf(store.read, view, claim, thing))) throw foreignClaim()
  return claim
}

async function handMade(
  context: WriteContext,
  knowledge: ListKnowledge,
  { version, definition }: Opened,
  thing: Uuid,
) {
  const { known, valid, home, chain } = version
  const ground = await groundOf(context, knowledge, chain, { asOf: { known, valid }, home })
  const candidate = await candidateOf(ground, definition, thing)
  if (candidate === null) throw otherKind()
  return madeRow(knowledge, definition, judge(definition, candidate), 'person')
}
