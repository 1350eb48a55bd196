import { Problem, type Uuid } from '../../base/index.ts'
import type { Database, JobRun, Store } from '../../store/index.ts'
import type { Visibility } from '../../trust/access/index.ts'
import {
  type AsOf,
  type ClaimRow,
  hasClaims,
  insertClaims,
  insertProjections,
  insertThings,
  knownClaims,
} from '../evidence/index.ts'
import { insertParts } from '../sources/index.ts'
import { addCounts, classifyRows, edgeKey, type Held, valueKey } from './classify.ts'
import { type BatchRow, type Chunk, type Counts, NO_COUNTS, type RowRange } from './model.ts'
import {
  closeBatch,
  heldEdges,
  heldValues,
  insertRanges,
  knownThings,
  namesakes,
  readBatch,
  setBatchCounts,
} from './store.ts'

/** Kinds of which two with one name are worth a person's look; two products often share a name. */
const KINDS_WITH_NAMESAKES = ['firm', 'institute', 'governmentBody', 'fund', 'park']
const RANGES_PER_CHUNK_MAX = 10_000

/** What the coordinator of an import needs from outside. */
export interface ImportEffects {
  readonly store: Store
  readonly now: () => Date
  /** What the person who asked for the import may see: comparison must not reveal more. */
  readonly visibility: Visibility
  /**
   * Reads the source through the mapping in a thread with limits, and hands over chunk after
   * chunk, leaving out the first `skip`; waits until each is stored. Tells the number of rows.
   */
  readonly produce: (
    batch: BatchRow,
    skip: number,
    onChunk: (chunk: Chunk) => Promise<void>,
    signal: AbortSignal,
  ) => Promise<{ readonly rows: number }>
}

/**
 * Claims of a chunk that are stored. A claim is a statement of one source at one place, so where the
 * import began with none of its source's claims stored, those of that source need not be looked up
 * one by one: for a large table that is most of what is asked.
 */
async function claimsBefore(
  tx: Database,
  { visibility: { tenant } }: ImportEffects,
  chunk: Chunk,
  { asOf, unread }: { readonly asOf: AsOf; readonly unread: Uuid | null },
): Promise<Held['claims']> {
  const ids = chunk.claims.flatMap(({ id, source }) => (source === unread ? [] : [id]))
  return knownClaims(tx, tenant, asOf, ids)
}

async function heldBefore(
  tx: Database,
  effects: ImportEffects,
  chunk: Chunk,
  at: { readonly asOf: AsOf; readonly unread: Uuid | null },
): Promise<Held> {
  const { visibility } = effects
  const { tenant } = visibility
  const { asOf } = at
  const claims = await claimsBefore(tx, effects, chunk, at)
  const unheld = chunk.claims.filter(({ id }) => claims.get(id) !== true)
  const mentioned = unheld.flatMap(({ subject, object }) => [subject, ...(object ? [object] : [])])
  const known = await knownThings(tx, tenant, [...new Set(mentioned)])
  const subjects = unheld.filter(({ object }) => object === null).map(({ subject }) => subject)
  const values = await heldValues(
    tx,
    visibility,
    asOf,
    [...new Set(subjects)].filter((subject) => known.has(subject)),
  )
  const pairs = unheld.flatMap(({ subject, object }) =>
    object !== null && known.has(subject) && known.has(object) ? [{ subject, object }] : [],
  )
  const edges = await heldEdges(tx, visibility, asOf, pairs)
  const named = new Set(values.flatMap((each) => (each.property === 'name' ? each.subject : [])))
  return {
    claims,
    values: gather(values, (each) => valueKey(each.subject, each.property, each.valid_from)),
    edges: gather(edges, (each) => edgeKey(each.subject, each.property, each.object)),
    namesakes: await namesakesOf(tx, effects, chunk, unheld, named, asOf),
  }
}

function gather<Row extends { readonly printed: string | null }>(
  rows: readonly Row[],
  key: (row: Row) => string,
): Map<string, Row['printed'][]> {
  const groups = new Map<string, Row['printed'][]>()
  for (const row of rows) groups.set(key(row), [...(groups.get(key(row)) ?? []), row.printed])
  return groups
}

async function namesakesOf(
  tx: Database,
  effects: ImportEffects,
  chunk: Chunk,
  unheld: readonly ClaimRow[],
  named: ReadonlySet<Uuid>,
  asOf: AsOf,
): Promise<Held['namesakes']> {
  const kinds = new Map(chunk.claims.map(({ id }, at) => [id, chunk.kinds[at] ?? '']))
  const found = new Map<Uuid, { id: Uuid; name: string }>()
  for (const kind of KINDS_WITH_NAMESAKES) {
    const newlyNamed = unheld.filter(
      ({ id, subject, property }) =>
        property === 'name' && kinds.get(id) === kind && !named.has(subject),
    )
    const names = [...new Set(newlyNamed.map(({ printed }) => printed ?? ''))]
    const others = await namesakes(tx, effects.visibility, asOf, kind, names)
    for (const { subject, printed } of newlyNamed) {
      const other = others.find(({ id, name }) => name === printed && id !== subject)
      if (other !== undefined) found.set(subject, other)
    }
  }
  return found
}

/** What a chunk came to: its rows, and the counts of the batch with them. */
interface Stored {
  readonly ranges: readonly RowRange[]
  readonly counts: Counts
}

/** Stores one chunk. All of it or nothing; storing it again changes nothing. */
async function storeChunk(
  tx: Database,
  effects: ImportEffects,
  batch: BatchRow,
  chunk: Chunk,
  before: { readonly counts: Counts; readonly unread: Uuid | null },
): Promise<Stored> {
  const { tenant } = effects.visibility
  const instant = effects.now().toISOString()
  const asOf = { known: instant, valid: instant.slice(0, 10) }
  const held = await heldBefore(tx, effects, chunk, { asOf, unread: before.unread })
  const isFresh = (at: number): boolean => !held.claims.has(chunk.claims[at]?.id ?? '')
  await insertParts(tx, tenant, batch.source, chunk.parts)
  await insertThings(tx, chunk.things)
  await insertClaims(
    tx,
    chunk.claims.filter((_, at) => isFresh(at)),
  )
  const projections = chunk.projections.filter((_, at) => isFresh(at))
  await insertProjections(
    tx,
    projections.flatMap((each) => each ?? []),
  )
  const ranges = classifyRows(chunk, held)
  const unheld = chunk.claims.filter(({ id }) => held.claims.get(id) !== true)
  return { ranges, counts: addCounts(before.counts, ranges, unheld.length) }
}

/** Ends the transaction of a rehearsal without leaving a trace of what it would have stored. */
class Rehearsed extends Error {
  readonly stored: Stored

  constructor(stored: Stored) {
    super('rehearsed')
    this.stored = stored
  }
}

/** One import under way: its batch, and what it came to so far. */
class ImportRun {
  readonly #effects: ImportEffects
  readonly #run: JobRun
  readonly #batch: BatchRow
  /** The source, where none of its claims was stored when the import began. */
  readonly #unread: Uuid | null
  #counts: Counts

  constructor(
    effects: ImportEffects,
    run: JobRun,
    batch: BatchRow,
    before: { readonly counts: Counts; readonly unread: Uuid | null },
  ) {
    this.#effects = effects
    this.#run = run
    this.#batch = batch
    this.#counts = before.counts
    this.#unread = before.unread
  }

  get counts(): Counts {
    return this.#counts
  }

  /** Stores a chunk and its report in one transaction. */
  async keep(chunk: Chunk): Promise<void> {
    this.#counts = await this.#transaction(async (tx) => {
      const stored = await this.#store(tx, chunk)
      await this.#report(tx, chunk, stored)
      return stored.counts
    })
  }

  /** Stores a chunk, takes it back, and keeps the report alone: it is what a rehearsal is for. */
  async rehearse(chunk: Chunk): Promise<void> {
    const stored = await this.#transaction(async (tx): Promise<Stored> => {
      throw new Rehearsed(await this.#store(tx, chunk))
    }).catch((thrown: unknown) => {
      if (thrown instanceof Rehearsed) return thrown.stored
      throw thrown
    })
    await this.#transaction((tx) => this.#report(tx, chunk, stored))
    this.#counts = stored.counts
  }

  #store(tx: Database, chunk: Chunk): Promise<Stored> {
    const before = { counts: this.#counts, unread: this.#unread }
    return storeChunk(tx, this.#effects, this.#batch, chunk, before)
  }

  #transaction<Result>(work: (tx: Database) => Promise<Result>): Promise<Result> {
    return this.#effects.store.transaction(work, { tenant: this.#run.tenant })
  }

  async #report(tx: Database, { number }: Chunk, { ranges, counts }: Stored): Promise<void> {
    const { tenant, id } = this.#batch
    await insertRanges(tx, tenant, id, number * RANGES_PER_CHUNK_MAX, ranges)
    await setBatchCounts(tx, tenant, id, counts)
    const progress = { stage: 'store', done: counts.rows, total: null, checkpoint: number + 1 }
    await this.#run.progress(tx, progress)
  }
}

/**
 * Carries a batch from its source to staged facts that wait for their decision, chunk by chunk,
 * each in a short transaction with its checkpoint. After a kill another worker goes on behind the
 * last chunk that was stored. A rehearsal stores what became of the rows, and nothing else.
 *
 * Problems: those of reading and of mappings; `not-found` where the batch is gone.
 */
export async function runImport(
  effects: ImportEffects,
  run: JobRun,
  input: { readonly batch: Uuid; readonly dryRun: boolean },
): Promise<Counts> {
  const { tenant } = run
  const batch = await readBatch(effects.store.read, tenant, { id: input.batch })
  if (batch === null) throw new Problem('not-found', { what: input.batch })
  const done = Number(run.checkpoint ?? 0)
  const isUnread = done === 0 && !(await hasClaims(effects.store.read, tenant, batch.source))
  const work = new ImportRun(effects, run, batch, {
    counts: done === 0 ? NO_COUNTS : batch.counts,
    unread: isUnread ? batch.source : null,
  })
  const onChunk = (chunk: Chunk): Promise<void> =>
    input.dryRun ? work.rehearse(chunk) : work.keep(chunk)
  await effects.produce(batch, done, onChunk, run.signal)
  if (!input.dryRun) {
    await effects.store.transaction((tx) => closeBatch(tx, tenant, batch.id), { tenant })
  }
  return work.counts
}
