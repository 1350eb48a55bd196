import type { Uuid } from '../../base/index.ts'
import { type ClaimRecord, snapshotHash } from '../figures/index.ts'
import type { ListStep } from '../lists/index.ts'
import type { FigureGround } from '../outgoing/index.ts'
import type { PublicationReview } from '../publication/index.ts'
import type { ToldClaim, ToldDerivation, ToldSource } from './model.ts'
import type { KeptDerivation } from './store.ts'

/** A claim with what the review looks at. */
export interface ClaimToTell {
  readonly record: ClaimRecord
  readonly ground: FigureGround
}

/** A claim may be told where its labels, its things, its property and its words are open. */
export function mayTell({ record, ground }: ClaimToTell, review: PublicationReview): boolean {
  if (ground.claim === null || review.againstGround(ground.claim) !== null) return false
  return review.againstText(record.printed ?? '') === null
}

/** A claim as it is told; words of its source that name what is guarded go, and their hash too. */
export function tellClaim({ record, ground }: ClaimToTell, review: PublicationReview): ToldClaim {
  const { id, batch, source, quote_hash } = record
  const quote = ground.quote
  const isHidden = quote !== null && review.againstText(quote) !== null
  const { reader, method, subject, property, object, printed, operator } = record
  const { number, low, high, unit, sheet, page, cells, held } = record
  return {
    ...{ id, batch, source },
    quoteHash: isHidden ? null : quote_hash,
    quote: isHidden ? null : quote,
    said: {
      ...{ reader, method, subject, property, object, printed, operator },
      ...{ number, low, high, unit, held },
      validFrom: record.valid_from,
      validTo: record.valid_to,
      locator: {
        ...{ sheet, page, row: record.row_number, cells },
        ...{ start: record.span_start, end: record.span_end },
      },
    },
  }
}

/** A source of told claims; where it may not be named, its file may not be known by its hash either. */
export function tellSource(
  { record }: ClaimToTell,
  sha256: string,
  review: PublicationReview,
): ToldSource {
  const { source: id, title, publisher, published_on: publishedOn, synthetic } = record
  const pass = (text: string): string | null => (review.againstText(text) === null ? text : null)
  const [named, issuer] = [pass(title), pass(publisher)]
  const isKnown = named !== null && issuer !== null
  return {
    id,
    title: named,
    publisher: issuer,
    publishedOn,
    synthetic,
    sha256: isKnown ? sha256 : null,
  }
}

/** A computation with those of its claims that are told, and how many more there were. */
export function tellDerivation(kept: KeptDerivation, told: ReadonlySet<Uuid>): ToldDerivation {
  const { claims, ...derivation } = kept
  const all = claims === '' ? [] : [...new Set(claims.split(','))].sort()
  const open = all.filter((id) => told.has(id))
  // The hash over all claims would let a hidden one be guessed; it goes where one is hidden.
  const isWhole = open.length === all.length && snapshotHash(all) === derivation.snapshot
  return {
    ...derivation,
    snapshot: isWhole ? derivation.snapshot : '',
    ...{ claims: open, hidden: all.length - open.length },
  }
}

/** The steps that made a version a signed one: who sent it for signature, and who signed. */
export function signingSteps(
  steps: readonly ListStep[],
): (ListStep & { act: 'submit' | 'sign' })[] {
  return (['submit', 'sign'] as const).flatMap((act) => {
    const step = steps.findLast((each) => each.act === act)
    return step === undefined ? [] : [{ ...step, act }]
  })
}
