// What a round asks: only what is missing or stale, and each cell once.
import { addMonths, type Uuid } from '../../base/index.ts'
import { isStale } from '../../graph/figures/index.ts'
import type { AskedCell, AskedWhy, Saved } from './model.ts'

/** A thing in the scope of a round. */
export interface ScopedThing {
  readonly id: Uuid
  readonly name: string
  /** Credit code where it has one, else its own key. */
  readonly code: string
  /** Division code of its place; null where no source says. */
  readonly place: string | null
}

/** The newest standing reading of one cell. */
export interface StandingValue {
  readonly claim: Uuid
  readonly printed: string
  readonly validFrom: string | null
  readonly publishedOn: string | null
}

/** What other rounds have of a cell. `answeredOn` is set while an answer waits for its decision. */
export interface AskedElsewhere {
  readonly open: boolean
  readonly answeredOn: string | null
}

/** A property with the age in months beyond which a value of it is stale; null: it does not age. */
export interface AskedProperty {
  readonly id: string
  readonly maximumAgeMonths: number | null
}

export interface PlanInput {
  readonly things: readonly ScopedThing[]
  readonly properties: readonly AskedProperty[]
  /** By `cellKey`. */
  readonly standing: ReadonlyMap<string, StandingValue>
  readonly elsewhere: ReadonlyMap<string, AskedElsewhere>
  /** ISO day. */
  readonly today: string
  /** Why cells are asked although another round has them; null: they are not asked. */
  readonly again: string | null
  /** The recipient who answers a cell; null where nobody does. */
  readonly recipientOf: (thing: ScopedThing, property: string) => number | null
}

/** Why a cell need not be asked. */
type SparedBy = keyof Saved

export interface Plan {
  readonly asked: readonly AskedCell[]
  /** What each cell that is not asked is spared by, by `cellKey`. */
  readonly spared: ReadonlyMap<string, SparedBy>
  readonly saved: Saved
  /** Cells that should be asked and have nobody to answer them. */
  readonly unassigned: readonly { readonly thing: Uuid; readonly property: string }[]
}

export const cellKey = (thing: Uuid, property: string): string => `${thing} ${property}`

/** Goes over every thing and property of the scope and asks what nobody knows and nobody asks. */
export function planCells(input: PlanInput): Plan {
  const asked: AskedCell[] = []
  const spared = new Map<string, SparedBy>()
  const unassigned: { thing: Uuid; property: string }[] = []
  const saved = { known: 0, elsewhere: 0, answered: 0 }
  for (const thing of input.things) {
    for (const property of input.properties) {
      const key = cellKey(thing.id, property.id)
      const why = whyAsked(input.standing.get(key), property, input.today)
      const other = why === null ? null : askedBy(input.elsewhere.get(key), property, input.today)
      const by = why === null ? 'known' : input.again === null ? other : null
      if (why === null || by !== null) {
        const reason = by ?? 'known'
        spared.set(key, reason)
        saved[reason] += 1
        continue
      }
      const cell = { thing: thing.id, property: property.id }
      const recipient = input.recipientOf(thing, property.id)
      if (recipient === null) unassigned.push(cell)
      else asked.push({ ...cell, recipient, why, again: other === null ? null : input.again })
    }
  }
  return { asked, spared, saved, unassigned }
}

/** Null where a value stands that is fresh. */
function whyAsked(
  standing: StandingValue | undefined,
  { maximumAgeMonths }: AskedProperty,
  today: string,
): AskedWhy | null {
  if (standing === undefined) return 'missing'
  return isStale(standing, maximumAgeMonths, today) ? 'stale' : null
}

/** What another round has of the cell; null where it may be asked. */
function askedBy(
  other: AskedElsewhere | undefined,
  { maximumAgeMonths }: AskedProperty,
  today: string,
): 'elsewhere' | 'answered' | null {
  if (other === undefined) return null
  if (other.answeredOn !== null) {
    const isFresh =
      maximumAgeMonths === null || addMonths(other.answeredOn, maximumAgeMonths) >= today
    if (isFresh) return 'answered'
  }
  return other.open ? 'elsewhere' : null
}

/** A department with what it answers for. */
export interface Department {
  readonly organisation: Uuid
  /** Null: all that is asked. */
  readonly properties: readonly string[] | null
  /** Division code; null: everywhere. */
  readonly region: string | null
}

/** Does a place lie in a division? `region` and `place` are six digits; zeros at the end are all within. */
export const isWithin = (place: string | null, region: string | null): boolean =>
  region === null || (place?.startsWith(region.replace(/(?:00){1,2}$/, '')) ?? false)

/** The ordinal (from 1) of the first department that answers for a cell; null where none does. */
export function departmentOf(
  departments: readonly Department[],
  { place }: Pick<ScopedThing, 'place'>,
  property: string,
): number | null {
  const at = departments.findIndex(
    ({ properties, region }) =>
      (properties === null || properties.includes(property)) && isWithin(place, region),
  )
  return at < 0 ? null : at + 1
}
