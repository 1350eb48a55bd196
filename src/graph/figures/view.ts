import type { Uuid, Words } from '../../base/index.ts'
import type { Database } from '../../store/index.ts'
import type { Visibility } from '../../trust/access/index.ts'
import type { AsOf, Locator } from '../evidence/index.ts'
import { readText, readWindow } from '../sources/index.ts'
import { figureOfClaim, isStale } from './figure.ts'
import type { ClaimView, Figure, NamedThing, SourceHead } from './model.ts'
import { quoteOfCells } from './quote.ts'
import { type ClaimRecord, claimsById, conflictsOf, readNamed } from './store.ts'

/** What packs say of properties and codes: words, and how long facts stay fresh. */
export interface Lexicon {
  /** The name of a code in its table, for places and classes that no source needs to name. */
  codeName(scheme: string, code: string): string | null
  label(property: string): Words
  maximumAgeMonths(property: string): number | null
}

/** Everything that reading for a screen needs: who asks, as of when, in whose words. */
export interface Reading {
  readonly db: Database
  readonly visibility: Visibility
  readonly asOf: AsOf
  readonly lexicon: Lexicon
}

/** Display names: the newest that stands, else that of the code table, else the key itself. */
export async function nameThings(
  reading: Reading,
  ids: Iterable<Uuid>,
): Promise<Map<Uuid, NamedThing>> {
  const { db, visibility, asOf, lexicon } = reading
  const things = await readNamed(db, visibility, asOf, ids)
  return new Map(
    things.map(({ id, kind, scheme, code, name }) => [
      id,
      { id, kind, name: name ?? lexicon.codeName(scheme, code) ?? code },
    ]),
  )
}

/** The place of a claim. */
export function locatorOf(claim: ClaimRecord): Locator {
  const { sheet, page, row_number: row, cells, span_start: start, span_end: end } = claim
  return { sheet, page, row, cells, start, end }
}

function sourceHeadOf(claim: ClaimRecord): SourceHead {
  const { source: id, title, publisher, published_on: publishedOn, label, synthetic } = claim
  return { id, title, publisher, publishedOn, label, synthetic }
}

/** The figure of a claim record, or of a relation the name of its object. */
export function figureOfRecord(
  reading: Reading,
  claim: ClaimRecord,
  object: NamedThing | null,
): Figure {
  const ages = { validFrom: claim.valid_from, publishedOn: claim.published_on }
  const limit = reading.lexicon.maximumAgeMonths(claim.property)
  const stale = isStale(ages, limit, reading.asOf.known.slice(0, 10))
  const printed = claim.printed ?? object?.name ?? ''
  return figureOfClaim(claim.id, { ...claim, printed }, { synthetic: claim.synthetic, stale })
}

const WINDOW_ROWS = 500

/** Reads quotes of claims, opening each stretch of a source once. */
class QuoteReader {
  readonly #reading: Reading
  readonly #texts = new Map<Uuid, string[]>()
  readonly #rows = new Map<string, readonly string[]>()

  constructor(reading: Reading) {
    this.#reading = reading
  }

  async read(claim: ClaimRecord): Promise<string | null> {
    if (claim.row_number !== null && claim.cells !== null) {
      const row = await this.#row(claim.source, claim.sheet, claim.row_number)
      return row === undefined ? null : quoteOfCells(claim.cells, row)
    }
    if (claim.span_start === null || claim.span_end === null) return null
    const text = await this.#text(claim.source)
    return text.slice(claim.span_start, claim.span_end).join('')
  }

  async #row(source: Uuid, sheet: string | null, row: number) {
    const keyOf = (number: number): string => JSON.stringify([source, sheet, number])
    if (!this.#rows.has(keyOf(row))) {
      const { db, visibility } = this.#reading
      const place = { sheet, first: row, last: row + WINDOW_ROWS }
      const window = await readWindow(db, visibility.tenant, source, place)
      for (const each of window.rows) this.#rows.set(keyOf(each.row), each.cells)
    }
    return this.#rows.get(keyOf(row))
  }

  async #text(source: Uuid): Promise<string[]> {
    const known = this.#texts.get(source)
    if (known !== undefined) return known
    const { db, visibility } = this.#reading
    const text = [...((await readText(db, visibility.tenant, source)) ?? '')]
    this.#texts.set(source, text)
    return text
  }
}

/** Claim records as screens show them, in the order given. */
export async function viewClaims(
  reading: Reading,
  records: readonly ClaimRecord[],
): Promise<ClaimView[]> {
  const ids = records.flatMap(({ subject, object }) => [subject, ...(object ? [object] : [])])
  const names = await nameThings(reading, ids)
  const quotes = new QuoteReader(reading)
  const views: ClaimView[] = []
  for (const record of records) {
    const object = record.object === null ? null : (names.get(record.object) ?? null)
    views.push({
      id: record.id,
      subject: names.get(record.subject) ?? { id: record.subject, kind: '', name: '' },
      property: record.property,
      propertyLabel: reading.lexicon.label(record.property),
      object,
      figure: figureOfRecord(reading, record, object),
      quote: await quotes.read(record),
      locator: locatorOf(record),
      source: sourceHeadOf(record),
      method: record.method,
      reader: record.reader,
      confidence: record.confidence,
      validFrom: record.valid_from,
      validTo: record.valid_to,
      stage: record.stage,
      recordedAt: record.recorded_at,
      decidedBy: record.decided_by === null ? null : { name: record.decided_by },
      conflicts: [],
    })
  }
  return views
}

/** One claim with what contradicts it; null where there is none that the actor may see. */
export async function viewClaim(reading: Reading, id: Uuid): Promise<ClaimView | null> {
  const { db, visibility, asOf } = reading
  const records = await claimsById(db, visibility, [id])
  const [view] = await viewClaims(reading, records)
  if (view === undefined) return null
  const others = await claimsById(db, visibility, await conflictsOf(db, visibility, asOf, id))
  const conflicts = others.map((other) => ({
    claim: other.id,
    figure: figureOfRecord(reading, other, null),
    source: sourceHeadOf(other),
  }))
  return { ...view, conflicts }
}
