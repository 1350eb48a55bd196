import { Problem, type Uuid, type Words } from '../../base/index.ts'
import { type Actor, authorise } from '../../trust/access/index.ts'
import type { WriteContext } from '../../trust/gate/index.ts'
import { type ChainReading, readChains } from '../chain/index.ts'
import {
  type ClaimView,
  claimsById,
  type Figure,
  parseFigureId,
  type Reading,
  seenDerivations,
  viewClaims,
} from '../figures/index.ts'
import { type DefinitionFile, type ListDefinition, parseDefinition } from './definition.ts'
import { judge } from './entry.ts'
import { candidateOf, openGround } from './ground.ts'
import { isInside, knownTo, type ListKnowledge, type ListOfChain } from './knowledge.ts'
import type {
  ListCondition,
  ListCounts,
  ListRow,
  ListStep,
  RowChange,
  StoredRow,
  StoredVersion,
  VersionKey,
} from './model.ts'
import { namedFor, nameOfRow } from './named.ts'
import { readRows, readSteps, readVersions, seenClaims } from './store.ts'
import { citedBy, compareRows, countChanges, countRows, outLast, seenRow } from './view.ts'

/** A version with its rows as they are kept, before anybody's eyes. Problem: `not-found`. */
export async function openVersion(
  { store, actor }: Pick<WriteContext, 'store' | 'actor'>,
  key: VersionKey,
): Promise<{ version: StoredVersion; rows: StoredRow[] }> {
  const versions = await readVersions(store.read, actor.tenant, key.chain, key.list)
  const version = versions.find(({ number }) => number === key.number)
  if (version === undefined) throw new Problem('not-found', { what: key.list })
  return { version, rows: await readRows(store.read, actor.tenant, key) }
}

/** Rows as the reader may see them; a row that may not be seen is not there. */
export async function seenRows(
  reading: Reading,
  rows: readonly StoredRow[],
  inside: boolean,
): Promise<ListRow[]> {
  const seen = { ...(await seenGrounds(reading, rows)), inside }
  return rows.flatMap((row) => seenRow(row, seen) ?? [])
}

async function seenGrounds({ db, visibility, asOf }: Reading, rows: readonly StoredRow[]) {
  const cited = citedBy(rows)
  const claims = await seenClaims(db, { visibility, asOf }, cited.claims)
  return { claims, derivations: await seenDerivations(db, visibility, cited.derivations) }
}

/** A list in the overview of a chain. */
export interface ListSummary {
  readonly file: DefinitionFile
  /** Whether its definition is at hand; without it a list can be read and not drawn up. */
  readonly atHand: boolean
  /** The newest version that the reader may see. */
  readonly newest: VersionHead | null
  /** The number of the newest signed one. */
  readonly signed: number | null
}

/** A version without its rows. */
export interface VersionHead extends Omit<StoredVersion, 'definition' | 'chain' | 'list'> {
  readonly rows: number
}

/** The head of a version, with the rows that this reader would find in it. */
async function headOf(
  reading: Reading,
  actor: Actor,
  version: StoredVersion,
): Promise<VersionHead> {
  const { definition: _, chain: _chain, list: _list, ...head } = version
  const rows = await seenRows(reading, await readRows(reading.db, actor.tenant, version), false)
  return { ...head, rows: rows.filter(({ place }) => place !== null).length }
}

/** Drafts are for those who work inside the government. */
const readable = (actor: Actor) => (version: StoredVersion) =>
  isInside(actor) || version.state === 'signed'

/** The lists of a chain in their order. Problem: `not-found` for the chain. */
export async function readLists(
  reading: ChainReading,
  actor: Actor,
  knowledge: ListKnowledge,
  chain: Uuid,
): Promise<ListSummary[]> {
  authorise(actor, 'read-chain')
  await chainHead(reading, chain)
  const versions = (await readVersions(reading.db, actor.tenant, chain)).filter(readable(actor))
  const files = new Map([...knowledge.lists].map(([id, { file }]) => [id, file]))
  for (const { list, definition } of versions) {
    if (!files.has(list)) files.set(list, definition as unknown as DefinitionFile)
  }
  const summaries: ListSummary[] = []
  for (const file of files.values()) {
    const own = versions.filter(({ list }) => list === file.id)
    const [first] = own
    const newest = first === undefined ? null : await headOf(reading, actor, first)
    const signed = own.find(({ state }) => state === 'signed')?.number ?? null
    summaries.push({ file, atHand: knowledge.lists.has(file.id), newest, signed })
  }
  return summaries
}

async function chainHead(reading: ChainReading, chain: Uuid) {
  const [head] = await readChains(reading.db, reading, chain)
  if (head === undefined) throw new Problem('not-found', { what: chain })
  return { id: head.id, name: head.name, synthetic: head.synthetic }
}

/** All versions of a list of a chain that the reader may see, the newest first. */
export async function readListVersions(
  reading: ChainReading,
  actor: Actor,
  { chain, list }: ListOfChain,
): Promise<(VersionHead & { steps: readonly ListStep[] })[]> {
  authorise(actor, 'read-chain')
  await chainHead(reading, chain)
  const versions = (await readVersions(reading.db, actor.tenant, chain, list)).filter(
    readable(actor),
  )
  const heads: (VersionHead & { steps: readonly ListStep[] })[] = []
  for (const version of versions) {
    const head = await headOf(reading, actor, version)
    heads.push({ ...head, steps: await stepsFor(reading, actor, version) })
  }
  return heads
}

async function stepsFor(reading: Reading, actor: Actor, key: VersionKey): Promise<ListStep[]> {
  const steps = await readSteps(reading.db, actor.tenant, key)
  return isInside(actor) ? steps : steps.map((step) => ({ ...step, note: null }))
}

/** A version of a list as a reader may see it. */
export interface VersionView {
  readonly chain: { readonly id: Uuid; readonly name: string; readonly synthetic: boolean }
  readonly file: DefinitionFile
  readonly version: VersionHead
  readonly steps: readonly ListStep[]
  /** Made or signed while the desk had one person; every export says so. */
  readonly onePerson: boolean
  readonly rows: readonly ListRow[]
  /** Labels of the claims behind it, for the audit of who read what. */
  readonly labels: readonly number[]
  readonly counts: ListCounts
  /** Rows that the file names for this chain and that are not among those the reader sees. */
  readonly waiting: readonly string[]
  /** The version that rows are compared with; null where there is none. */
  readonly compared: number | null
  readonly changes: Record<RowChange, number>
}

/** Which version is read, and which one it is compared with. */
export interface VersionChoice extends ListOfChain {
  /** The newest that the reader may see where it is left out. */
  readonly number?: number | undefined
  /** The signed version before it where it is left out. */
  readonly compare?: number | undefined
}

/**
 * A version with its rows, their cells, what each rests on, and how they differ from an earlier
 * version. Null where the list of the chain has no version that the reader may see.
 * Problem: `not-found` for the chain and for a version that is named and not there.
 */
export async function readVersion(
  reading: ChainReading,
  actor: Actor,
  { chain, list, number, compare }: VersionChoice,
): Promise<VersionView | null> {
  authorise(actor, 'read-chain')
  const head = await chainHead(reading, chain)
  const all = (await readVersions(reading.db, actor.tenant, chain, list)).filter(readable(actor))
  const version = number === undefined ? all[0] : all.find((each) => each.number === number)
  if (version === undefined) {
    if (number !== undefined) throw new Problem('not-found', { what: `${list} ${number}` })
    return null
  }
  const earlier = all.find((each) =>
    compare === undefined
      ? each.number < version.number && each.state === 'signed'
      : each.number === compare,
  )
  if (compare !== undefined && earlier === undefined) throw new Problem('not-found')
  const rowsOf = async (key: VersionKey): Promise<{ rows: ListRow[]; labels: number[] }> => {
    const stored = await readRows(reading.db, actor.tenant, key)
    const seen = { ...(await seenGrounds(reading, stored)), inside: isInside(actor) }
    const labels = [...seen.claims.values()].map(({ label }) => label)
    return { rows: stored.flatMap((row) => seenRow(row, seen) ?? []), labels }
  }
  const { rows: own, labels } = await rowsOf(version)
  const before = earlier === undefined ? null : await rowsOf(earlier)
  const rows = outLast(before === null ? own : compareRows(own, before.rows))
  const steps = await stepsFor(reading, actor, version)
  const { definition, chain: _chain, list: _list, ...rest } = version
  const file = definition as unknown as DefinitionFile
  const told = new Set(own.flatMap(({ content }) => content.pack?.named ?? []))
  const named = namedFor(file, head.name).map(nameOfRow)
  return {
    ...{ chain: head, file, steps, rows },
    version: { ...rest, rows: own.filter(({ place }) => place !== null).length },
    labels: [...new Set([...labels, ...(before?.labels ?? [])])],
    onePerson: steps.some(({ mode }) => mode === 'one-person'),
    counts: countRows(own),
    waiting: named.filter((name) => !told.has(name)),
    compared: earlier?.number ?? null,
    changes: countChanges(rows),
  }
}

/** A condition with the claims that it looked at. */
export interface WhyCondition extends ListCondition {
  readonly claims: readonly ClaimView[]
}

/** Why a thing is in a version, or why it is not. */
export interface Why {
  readonly thing: Uuid
  readonly name: Figure
  readonly row: ListRow | null
  readonly conditions: readonly WhyCondition[]
  /** In words, what would take it out. */
  readonly leaves: Words
  /** The claim that a person gave when the row was added or taken out. */
  readonly curatedBy: ClaimView | null
}

/**
 * Why a thing is in a version or is not: each condition of the rule with the claims behind it. Of a
 * thing outside the version the rule is decided again as of the days of the version.
 * Problem: `not-found`.
 */
export async function readWhy(
  reading: ChainReading,
  actor: Actor,
  knowledge: ListKnowledge,
  input: VersionKey & { readonly thing: Uuid },
): Promise<Why> {
  const view = await readVersion(reading, actor, input)
  if (view === null) throw new Problem('not-found')
  const { thing } = input
  const row = view.rows.find((each) => each.thing === thing && each.change !== 'removed')
  const taken = row ?? view.rows.find((each) => each.thing === thing)
  const kept = taken?.content ?? (await judgedAgain(reading, knowledge, view, thing))
  const conditions: WhyCondition[] = []
  for (const condition of kept.conditions) {
    conditions.push({ ...condition, claims: await claimsBehind(reading, condition.actual) })
  }
  const claim = taken?.curation?.claim
  const [curatedBy = null] = claim === undefined ? [] : await viewOf(reading, [claim])
  const { leaves } = view.file
  return { thing, name: kept.name, row: taken ?? null, conditions, leaves, curatedBy }
}

async function judgedAgain(
  reading: ChainReading,
  knowledge: ListKnowledge,
  { chain, file, version }: VersionView,
  thing: Uuid,
) {
  const { known, valid, home } = version
  const then: ChainReading = { ...reading, asOf: { known, valid }, home }
  const definition = definitionIn(knowledge, file)
  const ground = await openGround(then, knowledge.vocabulary, chain.id)
  const candidate = ground === null ? null : await candidateOf(ground, definition, thing)
  if (candidate === null) throw new Problem('not-found', { what: thing })
  return { name: candidate.name, conditions: judge(definition, candidate).conditions }
}

/** A definition that was kept with a version, its rules read again. */
function definitionIn({ vocabulary }: ListKnowledge, file: DefinitionFile): ListDefinition {
  return parseDefinition(file, knownTo(vocabulary))
}

async function claimsBehind(reading: Reading, figures: readonly Figure[]): Promise<ClaimView[]> {
  const claims = figures.flatMap(({ id }) => {
    const parsed = parseFigureId(id)
    return parsed?.kind === 'claim' ? [parsed.claim] : []
  })
  return viewOf(reading, [...new Set(claims)].slice(0, CLAIMS_MAX))
}

/** More sentences than these nobody reads to understand one row. */
const CLAIMS_MAX = 24

async function viewOf(reading: Reading, claims: readonly Uuid[]): Promise<ClaimView[]> {
  const { db, visibility } = reading
  return viewClaims(reading, await claimsById(db, visibility, claims))
}
