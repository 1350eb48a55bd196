import type { Uuid } from '../../base/index.ts'
import {
  type ClaimRecord,
  claimsById,
  type Figure,
  figureOfRecord,
  type NamedThing,
  nameThings,
  type Reading,
} from '../figures/index.ts'
import { ageDay, dueDay, type FreshnessOfKind, foldReadings, type KindOfFact } from './rules.ts'
import { differingReadings, newestReadings } from './store.ts'

export type { FreshnessOfKind, KindOfFact } from './rules.ts'

/** A source as a fact names it. */
interface Ground {
  readonly id: Uuid
  readonly title: string
}

/** A fact older than its kind may be. Days are ISO. */
export interface StaleFact {
  readonly claim: Uuid
  readonly label: number
  readonly subject: NamedThing
  readonly property: string
  readonly owner: string
  readonly figure: Figure
  readonly source: Ground
  /** The day from which its age counts. */
  readonly since: string
  /** The last day on which it was fresh. */
  readonly due: string
}

/** Readings of one property of one thing and one time that do not agree, the newest source first. */
export interface Difference {
  readonly subject: NamedThing
  readonly property: string
  readonly readings: readonly {
    readonly claim: Uuid
    readonly label: number
    readonly figure: Figure
    readonly source: Ground & { readonly publisher: string; readonly publishedOn: string | null }
  }[]
}

const propertiesOf = (kinds: readonly KindOfFact[]): string[] =>
  kinds.map(({ property }) => property)

/** How fresh each kind of fact is on a day (ISO), as far as the reader may see. */
export async function readFreshness(
  { db, visibility, asOf }: Reading,
  kinds: readonly KindOfFact[],
  today: string,
): Promise<FreshnessOfKind[]> {
  const readings = await newestReadings(db, visibility, asOf, propertiesOf(kinds))
  return foldReadings(kinds, readings, today).kinds
}

/** The stale facts of these kinds, the oldest first, and how many there are in all. */
export async function readStaleFacts(
  reading: Reading,
  kinds: readonly KindOfFact[],
  today: string,
  page: { readonly offset: number; readonly limit: number },
): Promise<{ facts: StaleFact[]; total: number }> {
  const { db, visibility, asOf } = reading
  const readings = await newestReadings(db, visibility, asOf, propertiesOf(kinds))
  const { stale } = foldReadings(kinds, readings, today)
  const shown = stale.slice(page.offset, page.offset + page.limit)
  const records = await recordsOf(
    reading,
    shown.map(({ claim }) => claim),
  )
  const named = await nameThings(
    reading,
    shown.map(({ subject }) => subject),
  )
  const facts = shown.flatMap((each) => {
    const record = records.get(each.claim)
    const subject = named.get(each.subject)
    const kind = kinds.find(({ property }) => property === each.property)
    const since = ageDay(each)
    if (!record || !subject || !kind || since === null) return []
    const due = dueDay(each, kind.maximumAgeMonths) ?? since
    const { claim, property } = each
    const { owner } = kind
    const figure = figureOfRecord(reading, record, null)
    return [{ ...factOf(record), claim, subject, property, owner, figure, since, due }]
  })
  return { facts, total: stale.length }
}

const factOf = ({ label, source, title }: ClaimRecord) => ({ label, source: { id: source, title } })

async function recordsOf(
  { db, visibility }: Reading,
  ids: readonly Uuid[],
): Promise<Map<Uuid, ClaimRecord>> {
  const records = await claimsById(db, visibility, ids)
  return new Map(records.map((record) => [record.id, record]))
}

/** Where sources give different figures for one thing and time; at most `limit` differences. */
export async function readDifferences(
  reading: Reading,
  properties: readonly string[],
  limit: number,
): Promise<Difference[]> {
  const { db, visibility, asOf } = reading
  const rows = await differingReadings(db, visibility, asOf, properties, limit)
  const records = await recordsOf(
    reading,
    rows.map(({ claim }) => claim),
  )
  const named = await nameThings(
    reading,
    rows.map(({ subject }) => subject),
  )
  const groups = new Map<string, ClaimRecord[]>()
  for (const { claim } of rows) {
    const record = records.get(claim)
    if (record === undefined) continue
    const key = [record.subject, record.property, record.valid_from, record.valid_to].join('|')
    groups.set(key, [...(groups.get(key) ?? []), record])
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group
    const subject = first === undefined ? undefined : named.get(first.subject)
    if (first === undefined || subject === undefined) return []
    const readings = group.map((record) => readingOf(reading, record))
    return [{ subject, property: first.property, readings }]
  })
}

function readingOf(reading: Reading, record: ClaimRecord): Difference['readings'][number] {
  const { id: claim, source: id, title, publisher, published_on: publishedOn, label } = record
  const figure = figureOfRecord(reading, record, null)
  return { claim, label, figure, source: { id, title, publisher, publishedOn } }
}
