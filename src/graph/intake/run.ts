import { Problem, type Uuid } from '../../base/index.ts'
import {
  type Database,
  type InsertOptions,
  isKeyTaken,
  type JobRun,
  type Store,
} from '../../store/index.ts'
import type { Visibility } from '../../trust/access/index.ts'
import {
  type AsOf,
  type EvidenceRules,
  hasClaims,
  holdIdentity,
  IdentityHistory,
  identityNumber,
  insertEncodedClaims,
  insertThings,
  keepClaims,
  knownClaims,
  projectAnew,
  readIdentity,
} from '../evidence/index.ts'
import { insertParts } from '../sources/index.ts'
import { addCounts, classifyRows, edgeKey, type Held, valueKey } from './classify.ts'
import {
  type BatchRow,
  type Chunk,
  type ClaimMark,
  type Counts,
  NO_COUNTS,
  type RowRange,
} from './model.ts'
import { touchedClaims, underRoots } from './roots.ts'
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
  readonly rules: EvidenceRules
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

/** What a chunk meets: what is held of it, and those of its things that were spoken of before. */
interface Before {
  readonly held: Held
  readonly known: ReadonlySet<Uuid>
}

async function heldBefore(
  tx: Database,
  effects: ImportEffects,
  chunk: Chunk,
  at: { readonly asOf: AsOf; readonly unread: Uuid | null },
): Promise<Before> {
  const { visibility } = effects
  const { tenant } = visibility
  const { asOf } = at
  const claims = await claimsBefore(tx, effects, chunk, at)
  const unheld = chunk.claims.filter(({ id }) => claims.get(id) !== true)
  const mentioned = unheld.flatMap(({ subject, object }) => [subject, ...(object ? [object] : [])])
  const told = chunk.things.map(({ id }) => id)
  const known = await knownThings(tx, tenant, [...new Set([...mentioned, ...told])])
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
  const held = {
    claims,
    values: gather(values, (each) => valueKey(each.subject, each.property, each.valid_from)),
    edges: gather(edges, (each) => edgeKey(each.subject, each.property, each.object)),
    namesakes: await namesakesOf(tx, effects, chunk, unheld, named, asOf),
  }
  return { held, known }
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
  unheld: readonly ClaimMark[],
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

/** How a run stands when it stores a chunk. */
interface Footing {
  readonly counts: Counts
  /** The source, where none of its claims was stored when the import began. */
  readonly unread: Uuid | null
  readonly options: InsertOptions
  /** Which ids stand under which; held as it is while the chunk is stored. */
  readonly identity: IdentityHistory
}

/** Stores one chunk. All of it or nothing; storing it again changes nothing. */
async function storeChunk(
  tx: Database,
  effects: ImportEffects,
  batch: BatchRow,
  chunk: Chunk,
  { counts, unread, options, identity }: Footing,
): Promise<Stored> {
  const { tenant } = effects.visibility
  const instant = effects.now().toISOString()
  const asOf = { known: instant, valid: instant.slice(0, 10) }
  const compared = underRoots(chunk, identity)
  const { held, known } = await heldBefore(tx, effects, compared, { asOf, unread })
  await insertParts(tx, tenant, batch.source, chunk.parts, options)
  const things = chunk.things.filter(({ id }) => !known.has(id))
  await insertThings(tx, things, options)
  const isFresh = (id: Uuid): boolean => !held.claims.has(id)
  const fresh = held.claims.size === 0 ? chunk.encoded : keepClaims(chunk.encoded, isFresh)
  await insertEncodedClaims(tx, fresh, options)
  const touched = touchedClaims(chunk, identity)
  await projectAnew(tx, tenant, effects.rules, touched.filter(isFresh))
  const ranges = classifyRows(compared, held)
  const unheld = chunk.claims.filter(({ id }) => held.claims.get(id) !== true)
  return { ranges, counts: addCounts(counts, ranges, unheld.length) }
}

/** Rows that are stored already are looked for one by one, and left as they are. */
const CAREFUL: InsertOptions = { onConflict: 'nothing' }

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
  #footing: Footing

  constructor(effects: ImportEffects, run: JobRun, batch: BatchRow, footing: Footing) {
    this.#effects = effects
    this.#run = run
    this.#batch = batch
    this.#footing = footing
  }

  get counts(): Counts {
    return this.#footing.counts
  }

  /** Stores a chunk and its report in one transaction. */
  async keep(chunk: Chunk): Promise<void> {
    const keep = (): Promise<Counts> =>
      this.#transaction(async (tx) => {
        const stored = await this.#store(tx, chunk)
        await this.#report(tx, chunk, stored)
        return stored.counts
      })
    this.#stand(await this.#carefullyIfMet(keep))
  }

  /** Stores a chunk, takes it back, and keeps the report alone: it is what a rehearsal is for. */
  async rehearse(chunk: Chunk): Promise<void> {
    const rehearse = (): Promise<Stored> =>
      this.#transaction(async (tx): Promise<Stored> => {
        throw new Rehearsed(await this.#store(tx, chunk))
      }).catch((thrown: unknown) => {
        if (thrown instanceof Rehearsed) return thrown.stored
        throw thrown
      })
    const stored = await this.#carefullyIfMet(rehearse)
    await this.#transaction((tx) => this.#report(tx, chunk, stored))
    this.#stand(stored.counts)
  }

  /**
   * Takes all of a chunk for new at first, since most tables are; a table that meets rows which
   * another reading of its source left, or an import beside it, goes on carefully to its end.
   */
  async #carefullyIfMet<Result>(work: () => Promise<Result>): Promise<Result> {
    try {
      return await work()
    } catch (error) {
      if (!isKeyTaken(error) || this.#footing.options === CAREFUL) throw error
      this.#footing = { ...this.#footing, unread: null, options: CAREFUL }
      return work()
    }
  }

  #stand(counts: Counts): void {
    this.#footing = { ...this.#footing, counts }
  }

  async #store(tx: Database, chunk: Chunk): Promise<Stored> {
    const { tenant } = this.#run
    const { identity } = this.#footing
    await holdIdentity(tx, tenant, 'shared')
    if ((await identityNumber(tx, tenant)) !== identity.number) {
      this.#footing = { ...this.#footing, identity: await readIdentity(tx, tenant) }
    }
    return storeChunk(tx, this.#effects, this.#batch, chunk, this.#footing)
  }

  #transaction<Result>(work: (tx: Database) => Promise<Result>): Promise<Result> {
    return this.#effects.store.transaction(work, { tenant: this.#run.tenant })
  }

  async #report(tx: Database, { number }: Chunk, { ranges, counts }: Stored): Promise<void> {
    const { tenant, id } = this.#batch
    const { options } = this.#footing
    await insertRanges(tx, tenant, id, number * RANGES_PER_CHUNK_MAX, ranges, options)
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
    options: isUnread ? {} : CAREFUL,
    identity: new IdentityHistory([]),
  })
  const onChunk = (chunk: Chunk): Promise<void> =>
    input.dryRun ? work.rehearse(chunk) : work.keep(chunk)
  await effects.produce(batch, done, onChunk, run.signal)
  if (!input.dryRun) {
    await effects.store.transaction((tx) => closeBatch(tx, tenant, batch.id), { tenant })
  }
  return work.counts
}
