import { Problem, type Uuid, type Words } from '../../base/index.ts'
import { readIdentity } from '../evidence/index.ts'
import {
  type Figure,
  figureOfClaim,
  isStale,
  type NamedThing,
  nameThings,
  type Reading,
} from '../figures/index.ts'
import {
  readKey,
  readKeys,
  readNames,
  readThingEdges,
  readThingValues,
  type ThingFact,
  type ThingKey,
} from './store.ts'

/** A source as a statement names it. */
export interface FactSource {
  readonly id: Uuid
  readonly title: string
  readonly publisher: string
}

export interface ThingName {
  readonly name: string
  readonly property: string
  readonly validFrom: string | null
  readonly validTo: string | null
  readonly figure: Figure
  readonly source: FactSource
}

/** What sources say of one property: all that stands, side by side, the newest first. */
export interface ThingValue {
  readonly property: string
  readonly label: Words
  readonly figures: readonly {
    readonly figure: Figure
    readonly source: FactSource
    readonly validFrom: string | null
    readonly recordedOn: string
  }[]
  /** True where sources say different things of the same time. */
  readonly hasConflict: boolean
}

export interface ThingEdge {
  readonly property: string
  readonly label: Words
  readonly direction: 'out' | 'in'
  readonly thing: NamedThing
  readonly figure: Figure
  readonly source: FactSource
  /** How many relations of this property and direction there are in all. */
  readonly total: number
}

/** Everything that stands about one thing. */
export interface ThingPage {
  readonly id: Uuid
  readonly kind: string
  readonly name: string
  readonly names: readonly ThingName[]
  /** Its own key first, then those of all that decisions brought to it. */
  readonly keys: readonly ThingKey[]
  readonly values: readonly ThingValue[]
  readonly edges: readonly ThingEdge[]
  readonly synthetic: boolean
}

function figureOf(reading: Reading, fact: ThingFact, printed: string): Figure {
  const ages = { validFrom: fact.valid_from, publishedOn: fact.published_on }
  const limit = reading.lexicon.maximumAgeMonths(fact.property)
  const stale = isStale(ages, limit, reading.asOf.known.slice(0, 10))
  return figureOfClaim(fact.claim, { ...fact, printed }, { synthetic: fact.synthetic, stale })
}

function sourceOf({ source, source_title, publisher }: ThingFact): FactSource {
  return { id: source, title: source_title, publisher }
}

const NAME_PROPERTIES = ['name', 'shortName', 'englishName', 'formerName']

function valuesOf(reading: Reading, facts: readonly ThingFact[]): ThingValue[] {
  const groups = new Map<string, ThingFact[]>()
  for (const fact of facts) {
    groups.set(fact.property, [...(groups.get(fact.property) ?? []), fact])
  }
  return [...groups].map(([property, group]) => ({
    property,
    label: reading.lexicon.label(property),
    figures: group.map((fact) => ({
      figure: figureOf(reading, fact, fact.printed ?? ''),
      source: sourceOf(fact),
      validFrom: fact.valid_from,
      recordedOn: fact.recorded_at,
    })),
    hasConflict: hasConflict(group),
  }))
}

/** Do sources say different things of the same time? Equal words from two sources agree. */
export function hasConflict(facts: readonly Pick<ThingFact, 'valid_from' | 'printed'>[]): boolean {
  const said = new Map<string, string | null>()
  return facts.some(({ valid_from, printed }) => {
    const time = valid_from ?? ''
    const isOther = said.has(time) && said.get(time) !== printed
    said.set(time, printed)
    return isOther
  })
}

/**
 * The page of one thing; that of a thing which went into another is the page of the other.
 * Problem: `not-found` for what the actor may not see or nobody knows.
 */
export async function readThing(reading: Reading, asked: Uuid): Promise<ThingPage> {
  const { db } = reading
  const key = (await readKey(db, reading, asked)) ?? (await readMovedKey(reading, asked))
  if (key === null) throw new Problem('not-found', { what: asked })
  const { id } = key
  const keys = await readKeys(db, reading, id)
  const names = await readNames(db, reading, id)
  const values = await readThingValues(db, reading, id)
  const edges = await readThingEdges(db, reading, id)
  const others = edges.flatMap(({ other }) => other ?? [])
  const named = await nameThings(reading, [id, ...others])
  const called = [...names, ...values.filter(({ property }) => NAME_PROPERTIES.includes(property))]
  const all = [...names, ...values, ...edges]
  return {
    id,
    kind: key.kind,
    name:
      keys[0]?.joinedBy === null ? nameOf(named, id) : (names[0]?.printed ?? keys[0]?.code ?? ''),
    names: called.map((fact) => ({
      name: fact.printed ?? '',
      property: fact.property,
      validFrom: fact.valid_from,
      validTo: fact.valid_to,
      figure: figureOf(reading, fact, fact.printed ?? ''),
      source: sourceOf(fact),
    })),
    keys,
    values: valuesOf(
      reading,
      values.filter(({ property }) => !NAME_PROPERTIES.includes(property)),
    ),
    edges: edges.flatMap((fact) => {
      const thing = fact.other === null ? undefined : named.get(fact.other)
      if (thing === undefined || fact.direction === null) return []
      return [
        {
          property: fact.property,
          label: reading.lexicon.label(fact.property),
          direction: fact.direction,
          thing,
          figure: figureOf(reading, fact, fact.printed ?? thing.name),
          source: sourceOf(fact),
          total: fact.total,
        },
      ]
    }),
    synthetic: all.length > 0 && all.every((fact) => fact.synthetic),
  }
}

const nameOf = (named: ReadonlyMap<Uuid, NamedThing>, id: Uuid): string => named.get(id)?.name ?? ''

/** The key of the thing under which statements about `asked` stand, where that is another. */
async function readMovedKey(reading: Reading, asked: Uuid): ReturnType<typeof readKey> {
  const { db, visibility, asOf } = reading
  const root = (await readIdentity(db, visibility.tenant, asOf.known)).rootOf(asked)
  return root === asked ? null : readKey(db, reading, root)
}
