import { addMonths, stableCompare, type Uuid } from '../../base/index.ts'
import { isStale } from '../figures/index.ts'

/** The newest standing reading of one property of one thing. Days are ISO. */
export interface Reading {
  readonly claim: Uuid
  readonly subject: Uuid
  readonly property: string
  readonly validFrom: string | null
  readonly publishedOn: string | null
}

/** A kind of fact that ages: the role that keeps it fresh, and how long it stays so. */
export interface KindOfFact {
  readonly property: string
  /** Id of a role. */
  readonly owner: string
  readonly maximumAgeMonths: number
}

/** The kinds of facts that age, out of all properties, in their order. */
export function kindsKept(
  properties: Iterable<{
    readonly id: string
    readonly owner: string
    readonly maximumAgeMonths?: number | undefined
  }>,
): KindOfFact[] {
  return [...properties].flatMap(({ id, owner, maximumAgeMonths }) =>
    maximumAgeMonths === undefined ? [] : [{ property: id, owner, maximumAgeMonths }],
  )
}

/** The day from which the age of a reading counts: that of its source, else of what it speaks of. */
export function ageDay({ publishedOn, validFrom }: Pick<Reading, 'publishedOn' | 'validFrom'>) {
  return publishedOn ?? validFrom
}

/** The last day on which a reading is fresh; null where its age is not known. */
export function dueDay(
  reading: Pick<Reading, 'publishedOn' | 'validFrom'>,
  maximumAgeMonths: number,
): string | null {
  const since = ageDay(reading)
  return since === null ? null : addMonths(since, maximumAgeMonths)
}

/** How fresh the facts of one kind are. */
export interface FreshnessOfKind extends KindOfFact {
  /** Facts held: one for each thing that has the property. */
  readonly facts: number
  readonly stale: number
  /** Facts that bear no date at all, so that nobody can say how old they are. */
  readonly undated: number
  /** ISO day from which the age of the oldest stale fact counts; null where none is stale. */
  readonly oldest: string | null
}

/** Counts readings by kind, and picks the stale ones, the oldest first. */
export function foldReadings(
  kinds: readonly KindOfFact[],
  readings: readonly Reading[],
  today: string,
): { kinds: FreshnessOfKind[]; stale: Reading[] } {
  const limits = new Map(kinds.map((kind) => [kind.property, kind.maximumAgeMonths]))
  const stale = readings
    .filter((reading) => isStale(reading, limits.get(reading.property) ?? null, today))
    .toSorted(
      (one, other) =>
        stableCompare(ageDay(one) ?? '', ageDay(other) ?? '') ||
        stableCompare(one.property, other.property) ||
        stableCompare(one.claim, other.claim),
    )
  const counted = kinds.map((kind) => {
    const own = readings.filter(({ property }) => property === kind.property)
    const old = stale.filter(({ property }) => property === kind.property)
    const [oldest] = old
    return {
      ...kind,
      facts: own.length,
      stale: old.length,
      undated: own.filter((reading) => ageDay(reading) === null).length,
      oldest: oldest === undefined ? null : ageDay(oldest),
    }
  })
  return { kinds: counted, stale }
}
