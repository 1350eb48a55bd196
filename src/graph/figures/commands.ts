import {
  canonicalJson,
  type JsonValue,
  Problem,
  type Uuid,
  uuidOf,
  type Words,
} from '../../base/index.ts'
import { PUBLIC_LABEL, strictestLabel, visible } from '../../trust/access/index.ts'
import { type WriteContext, write } from '../../trust/gate/index.ts'
import { type Locator, quoteHash } from '../evidence/index.ts'
import type { DocumentPlace } from '../reading/index.ts'
import { type Parameters, parseFigureId, snapshotHash } from './figure.ts'
import type { DerivationView, Ground } from './model.ts'
import { claimsById, type DerivationRecord, insertDerivation, readDerivation } from './store.ts'
import { locatorOf, type Reading, viewClaim, viewClaims } from './view.ts'

const CLAIMS_SHOWN_MAX = 200

/** A computation that can be done again: its words, its version, and what it rests on. */
export interface Algorithm {
  readonly words: Words
  readonly version: number
  /** Computes again. Null for parameters that name nothing the actor may see. */
  compute(reading: Reading, parameters: Parameters): Promise<Computation | null>
}

/** What a computation gave, and the claims that went in. */
export interface Computation {
  readonly output: string
  readonly claims: readonly Uuid[]
  /** How many claims went in, where `claims` holds only the first of very many. */
  readonly total?: number
}

/** All computations whose figures appear on screens, by name. */
export type Algorithms = Readonly<Record<string, Algorithm>>

/**
 * Opens a figure: the claim with its span, or the derivation with the claims that went into it.
 *
 * Problem: `not-found` for ids that name nothing, and for what the actor may not see.
 */
export async function resolveFigure(
  reading: Reading,
  algorithms: Algorithms,
  id: string,
): Promise<Ground> {
  const figure = parseFigureId(id)
  if (figure?.kind === 'claim') {
    const claim = await viewClaim(reading, figure.claim)
    if (claim !== null) return { kind: 'span', claim }
  }
  if (figure?.kind === 'derivation') {
    const stored = await readDerivation(reading.db, reading.visibility, figure.derivation)
    if (stored !== null) return storedGround(reading, algorithms, id, stored)
  }
  if (figure?.kind === 'query') {
    const derivation = await computedGround(reading, algorithms, id, figure)
    if (derivation !== null) return { kind: 'derivation', derivation }
  }
  throw new Problem('not-found', { what: id })
}

async function claimsShown(reading: Reading, claims: readonly Uuid[]) {
  const { db, visibility } = reading
  const records = await claimsById(db, visibility, claims.slice(0, CLAIMS_SHOWN_MAX))
  return viewClaims(reading, records)
}

async function computedGround(
  reading: Reading,
  algorithms: Algorithms,
  id: string,
  query: { readonly algorithm: string; readonly parameters: Parameters },
): Promise<DerivationView | null> {
  const algorithm = Object.hasOwn(algorithms, query.algorithm)
    ? algorithms[query.algorithm]
    : undefined
  const computed = await algorithm?.compute(reading, query.parameters)
  if (algorithm === undefined || computed === null || computed === undefined) return null
  return {
    id,
    algorithm: algorithm.words,
    version: algorithm.version,
    parameters: query.parameters,
    snapshot: snapshotHash(computed.claims),
    output: computed.output,
    claims: await claimsShown(reading, computed.claims),
    total: computed.total ?? computed.claims.length,
  }
}

async function storedGround(
  reading: Reading,
  algorithms: Algorithms,
  id: string,
  stored: DerivationRecord,
): Promise<Ground> {
  const { algorithm, version, parameters, snapshot, output } = stored
  const words = algorithms[algorithm]?.words ?? { zh: algorithm, en: algorithm }
  const derivation = {
    id,
    algorithm: words,
    version,
    parameters,
    snapshot,
    output: typeof output === 'string' ? output : canonicalJson(output),
    claims: await claimsShown(reading, stored.claims),
    total: stored.claims.length,
  }
  return { kind: 'derivation', derivation }
}

/** A computed value that is to be kept. */
export interface Computed {
  readonly algorithm: string
  readonly version: number
  readonly parameters: Record<string, string>
  readonly seed: string | null
  readonly output: JsonValue
  readonly claims: readonly Uuid[]
}

/**
 * Keeps a computed value with all that is needed to compute it again, under the strictest label of
 * what went in. The same computation over the same snapshot is one derivation, so keeping it twice
 * changes nothing.
 *
 * Problems: `forbidden`, `not-found` where a claim is not there for the actor, `key-reused`.
 */
export async function recordDerivation(context: WriteContext, computed: Computed): Promise<Uuid> {
  const { tenant, person } = context.actor
  const { algorithm, version, parameters, seed, output, claims } = computed
  const snapshot = snapshotHash(claims)
  const named = canonicalJson({ algorithm, version, parameters, seed })
  const id = uuidOf(String(tenant), 'derivation', named, snapshot)
  await write(
    context,
    {
      name: 'record-derivation',
      permission: 'state-claim',
      input: { id, algorithm, version, parameters, seed, snapshot, output },
    },
    async (tx) => {
      const records = await claimsById(tx, visible(context.actor), claims)
      if (records.length !== new Set(claims).size) throw new Problem('not-found')
      const labels = records.map((record) => record.label)
      const label = labels.length === 0 ? PUBLIC_LABEL.id : await strictestLabel(tx, tenant, labels)
      const recorded = { by: person, at: context.now.toISOString() }
      await insertDerivation(tx, tenant, { ...computed, id, snapshot, label }, recorded)
      return { id }
    },
  )
  return id
}

/**
 * Keeps a figure that a screen computed, as it stands on the days it was computed for, so that a
 * letter or a list can go on citing it. Gives the id of the kept figure.
 *
 * Problems: `not-found` for what is no computed figure or not to be seen, and those of keeping.
 */
export async function keepFigure(
  context: WriteContext,
  reading: Reading,
  algorithms: Algorithms,
  id: string,
): Promise<string> {
  const figure = parseFigureId(id)
  const algorithm =
    figure?.kind === 'query' && Object.hasOwn(algorithms, figure.algorithm)
      ? algorithms[figure.algorithm]
      : undefined
  if (figure?.kind !== 'query' || algorithm === undefined) throw new Problem('not-found')
  const computed = await algorithm.compute(reading, figure.parameters)
  if (computed === null) throw new Problem('not-found')
  const kept = await recordDerivation(context, {
    algorithm: figure.algorithm,
    version: algorithm.version,
    parameters: { ...figure.parameters },
    seed: null,
    output: computed.output,
    claims: [...new Set(computed.claims)],
  })
  return `d.${kept}`
}

/** What stands at a place of a source now. */
export interface PlaceFound {
  readonly words: string
  /** Page, line and letter, each from 1, as counted in the original; null for cells. */
  readonly place: DocumentPlace | null
}

/** What reading a span again found. */
export interface CheckResult {
  readonly result: 'matches' | 'changed' | 'missing'
  readonly found: string | null
  readonly characters: number
  readonly place: DocumentPlace | null
}

/**
 * Reads the place of a claim again, in the original bytes and not in what was kept of them, and
 * compares it with the hash of the quote. `readPlace` opens the file behind a locator and gives
 * what stands there, or null where the place or the file is gone.
 *
 * Problem: `not-found`.
 */
export async function checkClaim(
  context: Pick<WriteContext, 'actor' | 'store'>,
  id: Uuid,
  readPlace: (source: Uuid, locator: Locator) => Promise<PlaceFound | null>,
): Promise<CheckResult> {
  const [claim] = await claimsById(context.store.read, visible(context.actor), [id])
  if (claim === undefined) throw new Problem('not-found', { what: id })
  const found = await readPlace(claim.source, locatorOf(claim))
  if (found === null) return { result: 'missing', found: null, characters: 0, place: null }
  const { words, place } = found
  const result = quoteHash(words) === claim.quote_hash ? 'matches' : 'changed'
  return { result, found: words, characters: [...words].length, place }
}
