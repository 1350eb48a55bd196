import { Problem, type Uuid } from '../../base/index.ts'
import { type Actor, authorise } from '../../trust/access/index.ts'
import type { WriteContext } from '../../trust/gate/index.ts'
import { type ChainReading, readChains } from '../chain/index.ts'
import type { Reading } from '../figures/index.ts'
import type { DefinitionFile } from './definition.ts'
import { isInside, type ListKnowledge, type ListOfChain } from './knowledge.ts'
import type {
  ListCounts,
  ListRow,
  ListStep,
  RowChange,
  StoredRow,
  StoredVersion,
  VersionKey,
} from './model.ts'
import { namedFor, nameOfRow } from './named.ts'
import { seenOutline, seenWithLabels } from './seen.ts'
import { readRows, readSteps, readVersions } from './version-store.ts'
import { compareRows, countChanges, countInside, countRows, outLast } from './view.ts'

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
  const outline = await seenOutline(reading, actor.tenant, version)
  return { ...head, rows: countInside(outline) }
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

/** A version of a list, but for its rows. */
export interface VersionFrame {
  readonly chain: { readonly id: Uuid; readonly name: string; readonly synthetic: boolean }
  readonly file: DefinitionFile
  readonly version: VersionHead
  readonly steps: readonly ListStep[]
  /** Made or signed while the desk had one person; every export says so. */
  readonly onePerson: boolean
  /** The version that rows are compared with; null where there is none. */
  readonly compared: number | null
}

/** A version of a list as a reader may see it. */
export interface VersionView extends VersionFrame {
  readonly rows: readonly ListRow[]
  /** Labels of the claims behind it, for the audit of who read what. */
  readonly labels: readonly number[]
  readonly counts: ListCounts
  /** Rows that the file names for this chain and that are not among those the reader sees. */
  readonly waiting: readonly string[]
  readonly changes: Record<RowChange, number>
}

/** Which version is read, and which one it is compared with. */
export interface VersionChoice extends ListOfChain {
  /** The newest that the reader may see where it is left out. */
  readonly number?: number | undefined
  /** The signed version before it where it is left out. */
  readonly compare?: number | undefined
}

/** The version that was chosen, and the one before it. */
export interface Chosen {
  readonly chain: VersionFrame['chain']
  readonly version: StoredVersion
  readonly earlier: StoredVersion | null
}

/**
 * Finds the version that is asked for. Null where the list of the chain has none that the reader
 * may see. Problem: `not-found` for the chain and for a version that is named and not there.
 */
export async function chooseVersion(
  reading: ChainReading,
  actor: Actor,
  { chain, list, number, compare }: VersionChoice,
): Promise<Chosen | null> {
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
  return { chain: head, version, earlier: earlier ?? null }
}

/** What is told of a version beside its rows, of which the reader sees so many. */
export async function frameOf(
  reading: ChainReading,
  actor: Actor,
  { chain, version, earlier }: Chosen,
  rows: number,
): Promise<VersionFrame> {
  const steps = await stepsFor(reading, actor, version)
  const { definition, chain: _chain, list: _list, ...rest } = version
  return {
    ...{ chain, steps, file: definition as unknown as DefinitionFile },
    version: { ...rest, rows },
    onePerson: steps.some(({ mode }) => mode === 'one-person'),
    compared: earlier?.number ?? null,
  }
}

/**
 * A version with all its rows, their cells, what each rests on, and how they differ from an earlier
 * version. Null where the list of the chain has no version that the reader may see.
 * Problem: `not-found` for the chain and for a version that is named and not there.
 */
export async function readVersion(
  reading: ChainReading,
  actor: Actor,
  choice: VersionChoice,
): Promise<VersionView | null> {
  const chosen = await chooseVersion(reading, actor, choice)
  return chosen === null ? null : wholeVersion(reading, actor, chosen)
}

/** All of a version that was chosen. */
export async function wholeVersion(
  reading: ChainReading,
  actor: Actor,
  chosen: Chosen,
): Promise<VersionView> {
  const rowsOf = async (key: VersionKey) => {
    const stored = await readRows(reading.db, actor.tenant, key)
    return seenWithLabels(reading, stored, isInside(actor))
  }
  const { rows: own, labels } = await rowsOf(chosen.version)
  const before = chosen.earlier === null ? null : await rowsOf(chosen.earlier)
  const rows = outLast(before === null ? own : compareRows(own, before.rows))
  const frame = await frameOf(reading, actor, chosen, countInside(own))
  const told = new Set(own.flatMap(({ content }) => content.pack?.named ?? []))
  const named = namedFor(frame.file, frame.chain.name).map(nameOfRow)
  return {
    ...{ ...frame, rows },
    labels: [...new Set([...labels, ...(before?.labels ?? [])])],
    counts: countRows(own),
    waiting: named.filter((name) => !told.has(name)),
    changes: countChanges(rows),
  }
}
