import { type JsonValue, Problem, randomUuid, type Uuid } from '../../base/index.ts'
import type { Database } from '../../store/index.ts'
import { visible } from '../../trust/access/index.ts'
import { deskModeNow, refuseSameEyes } from '../../trust/desk/index.ts'
import { type WriteContext, write } from '../../trust/gate/index.ts'
import {
  holdIdentity,
  type IdentityHistory,
  insertThings,
  moveFacts,
  OWN_BY_SPLIT,
  readIdentity,
  thingId,
} from '../evidence/index.ts'
import type { DecisionKind, DecisionRecord } from './model.ts'
import { asOfNow, kindOf, refuseMerge } from './refusals.ts'
import {
  distinctPairs,
  dropProposal,
  hasDecision,
  insertIdentityDecision,
  putInForce,
  readDecision,
  seenClaims,
  thingsOfClaims,
} from './store.ts'
import {
  askedAlready,
  changedSince,
  distinctAlready,
  mergedNow,
  nothingChosen,
  notWaiting,
  reasonMissing,
  tooMuchToMove,
  undoneAlready,
} from './words.ts'

/**
 * What one decision may move. Rows are moved where they stand, some 20,000 claims a second or two, in
 * which PGlite serves nobody else; no firm, park or product of a province comes near.
 */
const MOVED_MAX = 50_000

/** What became of a decision: a proposal waits for another person. */
export interface Decided {
  readonly [name: string]: string
  readonly id: Uuid
  readonly state: 'proposed' | 'in-force' | 'dropped'
  /** The thing under which statements stand, or will stand, by it. */
  readonly thing: Uuid
}

function reasonOf(reason: string): string {
  const plain = reason.trim()
  if (plain === '') throw reasonMissing()
  return plain
}

/** What every decision over names begins with: identity as it is, and the reason, if one is given. */
interface Opening {
  readonly history: IdentityHistory
  readonly reason: string
}

/**
 * One write over identity, which nobody else changes meanwhile.
 * Problems: those of `write`; `invalid-input` for an empty reason.
 */
async function decideAlone(
  context: WriteContext,
  name: string,
  input: { readonly [field: string]: JsonValue; readonly reason?: string },
  work: (tx: Database, opening: Opening) => Promise<Decided>,
): Promise<Decided> {
  const { tenant } = context.actor
  const reason = input.reason === undefined ? '' : reasonOf(input.reason)
  const command = { name, permission: 'decide-identity', input } as const
  const { output } = await write(context, command, async (tx) => {
    await holdIdentity(tx, tenant, 'alone')
    return work(tx, { history: await readIdentity(tx, tenant), reason })
  })
  return output
}

/**
 * Puts a decision in force and moves whatever changes its place by it.
 * Problem: `conflict` where that is more than one transaction may move.
 */
async function enforce(
  tx: Database,
  context: WriteContext,
  before: IdentityHistory,
  decision: { readonly id: Uuid; readonly confirmedBy: Uuid | null; readonly thing: Uuid },
): Promise<void> {
  const { tenant } = context.actor
  const { id, confirmedBy: by, thing } = decision
  await putInForce(tx, tenant, id, { by, at: context.now.toISOString() })
  const after = await readIdentity(tx, tenant)
  const moved = await moveFacts(tx, tenant, { before, after, thing, most: MOVED_MAX })
  if (moved === null) throw tooMuchToMove(MOVED_MAX)
}

function recordOf(
  context: WriteContext,
  kind: DecisionKind,
  given: Pick<DecisionRecord, 'from' | 'into' | 'target' | 'reason'>,
): DecisionRecord {
  return {
    id: randomUuid(context.random(16)),
    kind,
    state: 'proposed',
    ...given,
    madeBy: context.actor.person,
    madeAt: context.now.toISOString(),
    confirmedBy: null,
    recordedAt: null,
  }
}

/**
 * Says that two things are one: what is said of `from` stands under `into` from now on. At a desk
 * of four eyes it waits for another person.
 *
 * Problems: `forbidden`, `not-found`, `conflict` (other kinds, one already, proposed already),
 * `merge-two-codes`, `invalid-input` without a reason, `key-reused`.
 */
export async function decideMerge(
  context: WriteContext,
  input: { readonly from: Uuid; readonly into: Uuid; readonly reason: string },
): Promise<Decided> {
  const { tenant } = context.actor
  return decideAlone(context, 'merge-things', { ...input }, async (tx, { history, reason }) => {
    const from = history.rootOf(input.from)
    const into = history.rootOf(input.into)
    await refuseMerge(tx, context, { from, into })
    if (await hasDecision(tx, tenant, 'merge', 'proposed', [from, into])) throw askedAlready()
    if (await foundToBeTwo(tx, tenant, history, [from, into])) throw distinctAlready()
    const record = recordOf(context, 'merge', { from, into, target: null, reason })
    await insertIdentityDecision(tx, tenant, record)
    return settle(tx, context, history, record)
  })
}

/** Were two things, or things that went into them, found to be two? */
async function foundToBeTwo(
  tx: Database,
  tenant: number,
  history: IdentityHistory,
  [one, other]: readonly [Uuid, Uuid],
): Promise<boolean> {
  return (await distinctPairs(tx, tenant)).some((pair) => {
    const roots = [history.rootOf(pair.from), history.rootOf(pair.into)]
    return roots.includes(one) && roots.includes(other)
  })
}

/** In force at once at a desk of one person; otherwise it waits. */
async function settle(
  tx: Database,
  context: WriteContext,
  history: IdentityHistory,
  { id, into }: DecisionRecord,
): Promise<Decided> {
  const thing = into ?? ''
  const mode = await deskModeNow(tx, context.actor.tenant)
  if (mode === 'four-eyes') return { id, state: 'proposed', thing }
  await enforce(tx, context, history, { id, confirmedBy: null, thing })
  return { id, state: 'in-force', thing }
}

/**
 * Says that two things are two, so that nobody is asked again whether they are one.
 * Problems: `forbidden`, `not-found`, `conflict` where they are one now, `invalid-input`.
 */
export async function markDistinct(
  context: WriteContext,
  input: { readonly one: Uuid; readonly other: Uuid; readonly reason: string },
): Promise<Decided> {
  const { tenant } = context.actor
  const name = 'mark-things-distinct'
  return decideAlone(context, name, { ...input }, async (tx, { history, reason }) => {
    const from = history.rootOf(input.one)
    const into = history.rootOf(input.other)
    if (from === into) throw mergedNow()
    await kindOf(tx, context, from)
    await kindOf(tx, context, into)
    const record = recordOf(context, 'distinct', { from, into, target: null, reason })
    await insertIdentityDecision(tx, tenant, record)
    await putInForce(tx, tenant, record.id, { by: null, at: record.madeAt })
    return { id: record.id, state: 'in-force', thing: into }
  })
}

/**
 * Gives chosen claims of one thing a thing of their own: those named, and all from named sources.
 * Problems: as of a merge; `invalid-input` where no claim or every claim is chosen.
 */
export async function decideSplit(
  context: WriteContext,
  input: {
    readonly thing: Uuid
    readonly claims: readonly Uuid[]
    readonly sources: readonly Uuid[]
    readonly reason: string
  },
): Promise<Decided> {
  const { tenant } = context.actor
  const [claims, sources] = [new Set(input.claims), new Set(input.sources)]
  const logged = { ...input, claims: [...input.claims], sources: [...input.sources] }
  return decideAlone(context, 'split-thing', logged, async (tx, { history, reason }) => {
    const from = history.rootOf(input.thing)
    const kind = await kindOf(tx, context, from)
    const all = await seenClaims(tx, visible(context.actor), asOfNow(context), from)
    const chosen = all.filter(({ claim, source }) => claims.has(claim) || sources.has(source))
    if (chosen.length === 0 || chosen.length === all.length) throw nothingChosen()
    const id = randomUuid(context.random(16))
    const own = { kind, scheme: OWN_BY_SPLIT, code: id }
    const into = thingId(tenant, own)
    await insertThings(tx, [{ tenant, id: into, ...own }])
    const record = { ...recordOf(context, 'split', { from, into, target: null, reason }), id }
    const named = chosen.map(({ claim }) => claim)
    await insertIdentityDecision(tx, tenant, record, named)
    return settle(tx, context, history, record)
  })
}

/**
 * Confirms what another person proposed.
 * Problems: `forbidden`, `not-found`, `four-eyes` for its maker, `conflict` where it does not wait
 * or identity has changed since, `merge-two-codes`.
 */
export async function confirmDecision(context: WriteContext, id: Uuid): Promise<Decided> {
  const { tenant, person } = context.actor
  return decideAlone(context, 'confirm-identity', { id }, async (tx, { history }) => {
    const decision = await readDecision(tx, tenant, id)
    if (decision === null) throw new Problem('not-found', { what: id })
    const { kind, from, into } = decision
    if (decision.state !== 'proposed' || from === null || into === null) throw notWaiting()
    await kindOf(tx, context, from)
    refuseSameEyes(await deskModeNow(tx, tenant), [decision.madeBy], person)
    const isRoot = history.rootOf(from) === from && history.rootOf(into) === into
    if (!isRoot) throw changedSince()
    if (kind === 'merge') await refuseMerge(tx, context, { from, into })
    else await refuseMovedClaims(tx, tenant, history, { from, claims: decision.claims })
    await enforce(tx, context, history, { id, confirmedBy: person, thing: into })
    return { id, state: 'in-force', thing: into }
  })
}

async function refuseMovedClaims(
  tx: Database,
  tenant: number,
  history: IdentityHistory,
  { from, claims }: { readonly from: Uuid; readonly claims: readonly Uuid[] },
): Promise<void> {
  const spoken = await thingsOfClaims(tx, tenant, claims)
  const stays = spoken.every(({ claim, subject, object }) =>
    [subject, object].some((thing) => thing !== null && history.placeOf(claim, thing) === from),
  )
  if (!stays) throw changedSince()
}

/**
 * Takes a decision back: everything stands as if it had never been made, except for what was known
 * on the days in between. A proposal is dropped.
 * Problems: `forbidden`, `not-found`, `conflict` where it was undone, `invalid-input`.
 */
export async function undoDecision(
  context: WriteContext,
  input: { readonly id: Uuid; readonly reason: string },
): Promise<Decided> {
  const { tenant } = context.actor
  return decideAlone(context, 'undo-identity', { ...input }, async (tx, { history, reason }) => {
    const decision = await readDecision(tx, tenant, input.id)
    if (decision === null || decision.kind === 'undo') {
      throw new Problem('not-found', { what: input.id })
    }
    const { kind, state, from, into } = decision
    const thing = from ?? into ?? ''
    await kindOf(tx, context, history.rootOf(thing))
    if (decision.undone || state === 'dropped') throw undoneAlready()
    if (state === 'proposed') {
      await dropProposal(tx, tenant, input.id)
      return { id: input.id, state: 'dropped', thing }
    }
    const given = { from: null, into: null, target: input.id, reason }
    const record = recordOf(context, 'undo', given)
    await insertIdentityDecision(tx, tenant, record)
    if (kind === 'distinct') {
      await putInForce(tx, tenant, record.id, { by: null, at: record.madeAt })
    } else {
      await enforce(tx, context, history, { id: record.id, confirmedBy: null, thing })
    }
    return { id: record.id, state: 'in-force', thing }
  })
}
