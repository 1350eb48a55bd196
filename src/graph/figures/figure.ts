import { addMonths, canonicalJson, sha256Hex, type Uuid } from '../../base/index.ts'
import type { Figure, Operator } from './model.ts'

/** What a fact row or a claim row holds of its value. */
export interface Printed {
  readonly printed: string | null
  readonly operator: string | null
  readonly number: string | null
  readonly low: string | null
  readonly high: string | null
  readonly unit: string | null
  readonly valid_from: string | null
  readonly valid_to: string | null
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/u

/** The year where a validity is a whole calendar year, else its first day. */
export function periodOf(from: string | null, to: string | null): string | null {
  if (from === null) return null
  const isYear = from.endsWith('-01-01') && to !== null && isYearEnd(from, to)
  return isYear ? from.slice(0, 4) : from
}

function isYearEnd(from: string, to: string): boolean {
  const year = Number(from.slice(0, 4))
  return to === `${year}-12-31` || to === `${year + 1}-01-01`
}

/** The figure of one claim: its printed text leads to its span. */
export function figureOfClaim(
  claim: Uuid,
  row: Printed,
  marks: { readonly synthetic: boolean; readonly stale: boolean },
): Figure {
  return {
    id: `c.${claim}`,
    text: row.printed ?? '',
    kind: 'read',
    ...marks,
    operator: (row.operator ?? '=') as Operator,
    number: row.number,
    low: row.low,
    high: row.high,
    unit: row.unit ?? '',
    period: periodOf(row.valid_from, row.valid_to),
  }
}

/** Names of parameters and values of a derivation that is computed again when opened. */
export type Parameters = Readonly<Record<string, string>>

/** The id of a derivation that can be computed again: the algorithm and all its parameters. */
export function recomputableId(algorithm: string, parameters: Parameters): string {
  return `q.${algorithm}.${Buffer.from(canonicalJson(parameters)).toString('base64url')}`
}

/** A computed count with the id of its derivation. */
export function countFigure(
  algorithm: string,
  parameters: Parameters,
  count: number,
  marks: { readonly synthetic: boolean; readonly stale: boolean; readonly unit: string },
): Figure {
  const number = String(count)
  return {
    id: recomputableId(algorithm, parameters),
    text: number,
    kind: 'computed',
    synthetic: marks.synthetic,
    stale: marks.stale,
    operator: '=',
    number,
    low: number,
    high: number,
    unit: marks.unit,
    period: null,
  }
}

/** What a figure id points at; null where it is no figure id. */
export type FigureId =
  | { readonly kind: 'claim'; readonly claim: Uuid }
  | { readonly kind: 'derivation'; readonly derivation: Uuid }
  | { readonly kind: 'query'; readonly algorithm: string; readonly parameters: Parameters }

/** Reads a figure id. Null for anything that this module did not write. */
export function parseFigureId(id: string): FigureId | null {
  const [form, first = '', second] = id.split('.')
  if (form === 'c' && UUID.test(first)) return { kind: 'claim', claim: first }
  if (form === 'd' && UUID.test(first)) return { kind: 'derivation', derivation: first }
  if (form !== 'q' || second === undefined || !/^[a-z-]+$/u.test(first)) return null
  const parameters = parseParameters(second)
  return parameters === null ? null : { kind: 'query', algorithm: first, parameters }
}

function parseParameters(text: string): Parameters | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return null
    const entries = Object.entries(value)
    return entries.every(([, each]) => typeof each === 'string')
      ? (Object.fromEntries(entries) as Parameters)
      : null
  } catch {
    return null
  }
}

/** The hash of a snapshot: the claims that it rests on, whatever their order. */
export function snapshotHash(claims: Iterable<Uuid>): string {
  return sha256Hex([...new Set(claims)].sort().join('\n'))
}

/**
 * Is a fact older than its kind of fact may be? Its age counts from what it speaks of, or else
 * from the day on which its source was published; a fact without either date is not called stale,
 * since its age is not known.
 */
export function isStale(
  ages: { readonly validFrom: string | null; readonly publishedOn: string | null },
  maximumAgeMonths: number | null,
  today: string,
): boolean {
  const since = ages.publishedOn ?? ages.validFrom
  if (maximumAgeMonths === null || since === null) return false
  return addMonths(since, maximumAgeMonths) < today
}
