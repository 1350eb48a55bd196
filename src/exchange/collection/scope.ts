// What is known of the scope of a round before anything is asked.
import { formatQuantity, Problem, type Quantity, type Uuid } from '../../base/index.ts'
import {
  type ChainReading,
  readChains,
  readValues,
  type ValueFact,
} from '../../graph/chain/index.ts'
import { readIdentity } from '../../graph/evidence/index.ts'
import { claimsById, nameThings, type Reading } from '../../graph/figures/index.ts'
import { readVersion } from '../../graph/lists/index.ts'
import type { Actor } from '../../trust/access/index.ts'
import { type Label, maySee, readLabels } from '../../trust/access/index.ts'
import type { OrganisationView } from '../../trust/people/index.ts'
import {
  type AskedElsewhere,
  cellKey,
  isWithin,
  type ScopedThing,
  type StandingValue,
} from './plan.ts'
import { askedBefore, thingsOfChain } from './store.ts'

/** Things that one round may ask about. */
export const THINGS_MAX = 20_000

/** Where a round asks. */
export interface Scope {
  readonly chain: Uuid
  readonly kind: string
  /** Division code; null for everywhere. */
  readonly region: string | null
  /** Id of a list of the chain; null for all of the chain. */
  readonly list: string | null
}

/** The things in scope. Problems: `not-found` for the chain or the list, `too-large`. */
export async function thingsInScope(
  reading: ChainReading,
  actor: Actor,
  { chain, kind, region, list }: Scope,
): Promise<ScopedThing[]> {
  const { db } = reading
  const [head] = await readChains(db, reading, chain)
  if (head === undefined) throw new Problem('not-found', { what: chain })
  const all = await thingsOfChain(db, reading, { chain, kind, limit: THINGS_MAX + 1 })
  if (all.length > THINGS_MAX) throw new Problem('too-large', { limit: THINGS_MAX })
  const listed = list === null ? null : await thingsOfList(reading, actor, chain, list)
  const chosen = all.filter(
    ({ id, place }) => isWithin(place, region) && (listed === null || listed.has(id)),
  )
  const ids = chosen.map(({ id }) => id)
  const names = await nameThings(reading, ids)
  const codes = new Map(
    (await readValues(db, reading, ids, ['creditCode']))
      .toReversed()
      .map(({ subject, printed }) => [subject, printed]),
  )
  return chosen.map(({ id, scheme, code, place }) => ({
    ...{ id, place, name: names.get(id)?.name ?? code },
    code: scheme === 'credit-code' ? code : (codes.get(id) ?? code),
  }))
}

async function thingsOfList(
  reading: ChainReading,
  actor: Actor,
  chain: Uuid,
  list: string,
): Promise<Set<Uuid>> {
  const view = await readVersion(reading, actor, { chain, list })
  if (view === null) throw new Problem('not-found', { what: list })
  return new Set(view.rows.flatMap(({ thing, place }) => (place === null ? [] : [thing])))
}

/** The newest standing value of each cell, by `cellKey`. */
export async function standingValues(
  reading: Reading,
  things: readonly ScopedThing[],
  properties: readonly string[],
): Promise<Map<string, StandingValue>> {
  const ids = things.map(({ id }) => id)
  const values = await readValues(reading.db, reading, ids, properties)
  const newest = new Map<string, StandingValue>()
  for (const value of values) {
    const key = cellKey(value.subject, value.property)
    if (!newest.has(key)) newest.set(key, standingOf(value))
  }
  return newest
}

const standingOf = (value: ValueFact): StandingValue => ({
  claim: value.claim,
  printed: shownText(value),
  validFrom: value.valid_from,
  publishedOn: value.published_on,
})

/** A bare number says its unit by its column; outside of it the unit is written beside. */
function shownText({ printed, number, operator, low, high, unit }: ValueFact): string {
  if (number === null || !/^[\d.,+\s-]+$/u.test(printed)) return printed
  const quantity = { printed, operator: operator ?? '=', number, low, high, unit: unit ?? '' }
  return formatQuantity(quantity as Quantity, 'zh')
}

/**
 * What other rounds have of these properties, by `cellKey`. A thing that was merged since is asked
 * under the one that it went into.
 */
export async function askedElsewhere(
  { db, visibility }: Reading,
  properties: readonly string[],
): Promise<Map<string, AskedElsewhere>> {
  const { tenant } = visibility
  const history = await readIdentity(db, tenant)
  const found = new Map<string, AskedElsewhere>()
  for (const { thing, property, open, answeredOn } of await askedBefore(db, tenant, properties)) {
    const key = cellKey(history.rootOf(thing), property)
    const before = found.get(key)
    found.set(key, {
      open: open || before?.open === true,
      answeredOn: answeredOn ?? before?.answeredOn ?? null,
    })
  }
  return found
}

/** Tells which values an organisation may be shown on its sheet. */
export type ShownTo = (organisation: OrganisationView | null, claim: Uuid) => boolean

/**
 * What recipients may be shown. A firm is shown what is public and what names it, a department also
 * what is internal; a firm without an account here what is public alone.
 */
export async function shownTo(reading: Reading, claims: readonly Uuid[]): Promise<ShownTo> {
  const { db, visibility } = reading
  const records = await claimsById(db, visibility, claims)
  const ids = [...new Set(records.map(({ label }) => label))]
  const labels = new Map((await readLabels(db, visibility.tenant, ids)).map((one) => [one.id, one]))
  const byClaim = new Map(records.map(({ id, label }) => [id, labels.get(label)]))
  return (organisation, claim) => {
    const label = byClaim.get(claim)
    return label !== undefined && isShown(organisation, label)
  }
}

const isShown = (organisation: OrganisationView | null, label: Label): boolean =>
  maySee(
    {
      organisation: organisation?.id ?? '',
      permissions: new Set(organisation?.kind === 'government' ? ['read-internal'] : []),
    },
    label,
  )
