/**
 * Where claims stand in a document: letters for places of a text, the text cut into pieces at the ends of its
 * spans, and the cells that a locator names. Pure; places in a text count in code points.
 */
import type { ClaimView, TextWindow } from '../../../api/index.ts'

export interface Piece {
  text: string
  /** Letters of the spans that cover this piece. */
  letters: string[]
  /** Letters of the spans that end with this piece. */
  ends: string[]
}

export interface Paragraph {
  /** Where it begins, in code points. */
  start: number
  pieces: Piece[]
  /** Letters of the spans that begin in it. */
  letters: string[]
}

interface Span {
  letter: string
  start: number
  end: number
}

/** 0 is A, 25 is Z, 26 is AA. */
export function letterOf(ordinal: number): string {
  const last = String.fromCharCode(65 + (ordinal % 26))
  return ordinal < 26 ? last : letterOf(Math.floor(ordinal / 26) - 1) + last
}

/** The letter of each claim: one for each place, in the order of the document. */
export function lettersOfText(spans: TextWindow['spans']): Map<string, string> {
  const places = distinctSpans(spans)
  return new Map(
    spans.map(({ claim, start, end }) => [
      claim,
      places.find((place) => place.start === start && place.end === end)?.letter ?? '',
    ]),
  )
}

/** The label of each claim of a sheet: its cells, as sheets are spoken of. */
export function cellsOfClaims(claims: readonly ClaimView[]): Map<string, string> {
  return new Map(claims.map(({ id, locator }) => [id, locator.cells ?? `${locator.row ?? ''}`]))
}

function distinctSpans(spans: TextWindow['spans']): Span[] {
  const places = new Map<string, { start: number; end: number }>()
  for (const { start, end } of spans) places.set(`${start}-${end}`, { start, end })
  return [...places.values()]
    .toSorted((a, b) => a.start - b.start || b.end - a.end)
    .map((place, ordinal) => ({ ...place, letter: letterOf(ordinal) }))
}

/** The text by paragraphs, each cut wherever a span begins or ends. */
export function paragraphsOf(text: string, claimSpans: TextWindow['spans']): Paragraph[] {
  const points = [...text]
  const spans = distinctSpans(claimSpans)
  const paragraphs: Paragraph[] = []
  let start = 0
  for (let at = 0; at <= points.length; at += 1) {
    if (at < points.length && points[at] !== '\n') continue
    paragraphs.push(paragraphOf(points, start, at, spans))
    start = at + 1
  }
  return paragraphs
}

function paragraphOf(
  points: readonly string[],
  start: number,
  end: number,
  spans: readonly Span[],
): Paragraph {
  const here = spans.filter((span) => span.start < end && span.end > start)
  const cuts = new Set([start, end])
  for (const span of here) {
    cuts.add(Math.max(start, span.start))
    cuts.add(Math.min(end, span.end))
  }
  const places = [...cuts].toSorted((a, b) => a - b)
  const pieces = places.slice(0, -1).map((from, index) => {
    const to = places[index + 1] ?? end
    const over = here.filter((span) => span.start <= from && span.end >= to)
    return {
      text: points.slice(from, to).join(''),
      letters: over.map(({ letter }) => letter),
      ends: over.filter((span) => span.end === to).map(({ letter }) => letter),
    }
  })
  const begun = here.filter((span) => span.start >= start)
  return { start, pieces, letters: begun.map(({ letter }) => letter) }
}

/** The columns, as letters, that `B12`, `B12:D12` or `B12,D12` names. */
export function columnsOf(cells: string | null): Set<string> {
  const columns = new Set<string>()
  for (const [, from = '', to = ''] of (cells ?? '').matchAll(/([A-Z]+)\d*(?::([A-Z]+)\d*)?/g)) {
    const last = to === '' ? numberOf(from) : numberOf(to)
    for (let at = numberOf(from); at <= last; at += 1) columns.add(letterOf(at - 1))
  }
  return columns
}

/** A is 1, Z is 26, AA is 27. */
function numberOf(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
}
