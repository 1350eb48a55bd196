import { Problem, type Uuid } from '../../base/index.ts'
import type { Database, JobRun, Store } from '../../store/index.ts'
import type { Visibility } from '../../trust/access/index.ts'
import {
  type AsOf,
  type ClaimRow,
  insertClaims,
  insertProjections,
  insertThings,
  knownClaims,
} from '../evidence/index.ts'
import { insertParts } from '../sources/index.ts'
import { addCounts, classifyRows, edgeKey, type Held, valueKey } from './classify.ts'
import { type BatchRow, type Chunk, type Counts, NO_COUNTS } from './model.ts'
import {
  heldEdges,
  heldValues,
  insertRanges,
  knownThings,
  namesakes,
  readBatch,
  setBatchCounts,
  setBatchState,
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

async function heldBefore(
  tx: Database,
  effects: ImportEffects,
  chunk: Chunk,
  asOf: AsOf,
): Promise<Held> {
  const { visibility } = effects
  const { tenant } = visibility
  const ids = chunk.claims.map(({ id }) => id)
  const claims = await knownClaims(tx, tenant, ids)
  const fresh = chunk.claims.filter(({ id }) => !claims.has(id))
  const mentioned = fresh.flatMap(({ subject, object }) => [subject, ...(object ? [object] : [])])
  const known = await knownThings(tx, tenant, [...new Set(mentioned)])
  const subjects = fresh.filter(({ object }) => object === null).map(({ subject }) => subject)
  const values = await heldValues(
    tx,
    visibility,
    asOf,
    [...new Set(subjects)].filter((subject) => known.has(subject)),
  )
  const pairs = fresh.flatMap(({ subject, object }) =>
    object !== null && known.has(subject) && known.has(object) ? [{ subject, object }] : [],
  )
  const edges = await heldEdges(tx, visibility, asOf, pairs)
  return {
    claims,
    values: gather(values, (each) => valueKey(each.subject, each.property, each.valid_from)),
    edges: gather(edges, (each) => edgeKey(each.subject, each.property, each.object)),
    namesakes: await namesakesOf(tx, effects, chunk, fresh, known, asOf),
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
  fresh: readonly ClaimRow[],
  known: ReadonlySet<Uuid>,
  asOf: AsOf,
): Promise<Held['namesakes']> {
  const kinds = new Map(chunk.claims.map(({ id }, at) => [id, chunk.kinds[at] ?? '']))
  const found = new Map<Uuid, { id: Uuid; name: string }>()
  for (const kind of KINDS_WITH_NAMESAKES) {
    const named = fresh.filter(
      ({ id, subject, property }) =>
        property === 'name' && kinds.get(id) === kind && !known.has(subject),
    )
    const names = [...new Set(named.map(({ printed }) => printed ?? ''))]
    const others = await namesakes(tx, effects.visibility, asOf, kind, names)
    for (const { subject, printed } of named) {
      const other = others.find(({ id, name }) => name === printed && id !== subject)
      if (other !== undefined) found.set(subject, other)
    }
  }
  return found
}

/** Stores one chunk. All of it or nothing; storing it again changes nothing. */
async function storeChunk(
  tx: Database,
  effects: ImportEffects,
  batch: BatchRow,
  chunk: Chunk,
  counts: Counts,
): Promise<Counts> {
  const { tenant } = effects.visibility
  const instant = effects.now().toISOString()
  const asOf = { known: instant, valid: instant.slice(0, 10) }
  const held = await heldBefore(tx, effects, chunk, asOf)
  const isFresh = (at: number): boolean => !held.claims.has(chunk.claims[at]?.id ?? '')
  await insertParts(tx, tenant, batch.source, chunk.parts)
  await insertThings(tx, chunk.things)
  const fresh = chunk.claims.filter((_, at) => isFresh(at))
  await insertClaims(tx, fresh)
  const projections = chunk.projections.filter((_, at) => isFresh(at))
  await insertProjections(
    tx,
    projections.flatMap((each) => each ?? []),
  )
  const ranges = classifyRows(chunk, held)
  await insertRanges(tx, tenant, batch.id, chunk.number * RANGES_PER_CHUNK_MAX, ranges)
  const sum = addCounts(counts, ranges, fresh.length)
  await setBatchCounts(tx, tenant, batch.id, sum)
  return sum
}

/** Ends the transaction of a rehearsal without leaving a trace. */
class Rehearsed extends Error {}

/**
 * Carries a batch from its source to staged facts that wait for their decision, chunk by chunk,
 * each in a short transaction with its checkpoint. After a kill another worker goes on behind the
 * last chunk that was stored. A rehearsal counts and stores nothing.
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
  const done = input.dryRun ? 0 : Number(run.checkpoint ?? 0)
  let counts: Counts = done === 0 ? NO_COUNTS : batch.counts
  const onChunk = async (chunk: Chunk): Promise<void> => {
    const work = async (tx: Database): Promise<Counts> => {
      const sum = await storeChunk(tx, effects, batch, chunk, counts)
      if (input.dryRun) {
        counts = sum
        throw new Rehearsed('rehearsed')
      }
      const checkpoint = chunk.number + 1
      await run.progress(tx, { stage: 'store', done: sum.rows, total: null, checkpoint })
      return sum
    }
    try {
      counts = await effects.store.transaction(work, { tenant })
    } catch (thrown) {
      if (!(thrown instanceof Rehearsed)) throw thrown
    }
  }
  await effects.produce(batch, done, onChunk, run.signal)
  if (!input.dryRun && batch.state !== 'published') {
    await effects.store.transaction((tx) => setBatchState(tx, tenant, batch.id, 'ready'), {
      tenant,
    })
  }
  return counts
}
