import { rowsOf, type Segment } from './pdf-rows.ts'

/** Rows of a page that are read together: across, or as two columns one after the other. */
export type Band =
  | { readonly kind: 'across'; readonly rows: readonly (readonly Segment[])[] }
  | { readonly kind: 'columns'; readonly left: Segment[]; readonly right: Segment[] }

/** Lines that each column must have before it is one. */
const LINES_MIN = 4
/** Share of its letters that stand in full lines: in prose most do, in the cells of a table few. */
const FULL_SHARE = 0.6
/** Share of its column that a full line takes. */
const FULL_WIDTH = 0.75
/** A column narrower than so many letters is a column of a table. */
const LETTERS_MIN = 10
/** Gap before what follows below the columns, in distances of lines. */
const TAIL_GAP = 1.15
/** Columns inside columns; more than this no page has. */
const DEPTH_MAX = 3
/** Places at which a gutter is looked for, over the width of the text. */
const STEPS = 60

/**
 * Cuts a page into bands. A heading or a table across the page ends a band; between two of them
 * stand columns where both sides of a gutter that no line crosses are filled by lines of prose. Of
 * all gutters the one counts that has the most letters in its columns.
 */
export function bandsOf(segments: readonly Segment[], depth = 0): Band[] {
  const rows = rowsOf(segments)
  const across: Band[] = [{ kind: 'across', rows }]
  if (depth >= DEPTH_MAX || segments.length < 2 * LINES_MIN) return across
  const left = Math.min(...segments.map(({ x }) => x))
  const right = Math.max(...segments.map(({ end }) => end))
  const step = (right - left) / STEPS
  let best = { bands: across, letters: 0 }
  for (let at = STEPS / 5; at <= (STEPS * 4) / 5; at += 1) {
    const bands = bandsAt(rows, left + at * step, depth)
    const letters = lettersInColumns(bands)
    if (letters > best.letters) best = { bands, letters }
  }
  return best.bands
}

function bandsAt(rows: readonly Segment[][], gutter: number, depth: number): Band[] {
  const bands: Band[] = []
  let open: Segment[][] = []
  let across: Segment[][] = []
  const closeOpen = (): void => {
    const { columns, tail } = cutTail(open, gutter)
    const band = columnsOf(columns, gutter, depth)
    if (band === null) across.push(...open)
    else {
      if (across.length > 0) bands.push({ kind: 'across', rows: across })
      bands.push(band)
      across = tail
    }
    open = []
  }
  for (const row of rows) {
    if (!row.some(({ x, end }) => x < gutter && end > gutter)) open.push(row)
    else {
      closeOpen()
      across.push(row)
    }
  }
  closeOpen()
  if (across.length > 0) bands.push({ kind: 'across', rows: across })
  return bands
}

/**
 * Parts from columns what follows below both, behind a gap wider than their lines stand apart: a
 * narrow table would else be read between the two.
 */
function cutTail(
  rows: readonly Segment[][],
  gutter: number,
): { columns: Segment[][]; tail: Segment[][] } {
  const heights = (isSide: (segment: Segment) => boolean): number[] =>
    rows.flatMap((row) => row.filter(isSide).map(({ y }) => y)).toSorted((a, b) => a - b)
  const sides = [heights(({ x }) => x < gutter), heights(({ x }) => x >= gutter)]
  const end = Math.min(...sides.map((side) => side.at(-1) ?? 0))
  const longer = sides.find((side) => (side.at(-1) ?? 0) > end) ?? []
  const gaps = longer.slice(1).map((y, at) => y - (longer[at] ?? y))
  const usual = gaps.filter((gap) => gap > 0).toSorted((a, b) => a - b)
  const pitch = usual[Math.floor(usual.length / 2)] ?? 0
  const from = longer.find((y, at) => y > end && (gaps[at - 1] ?? 0) > pitch * TAIL_GAP)
  const isTail = (row: readonly Segment[]): boolean =>
    from !== undefined && row.some(({ y }) => y >= from)
  return {
    columns: rows.filter((row) => !isTail(row)),
    tail: rows.filter(isTail),
  }
}

function columnsOf(rows: readonly Segment[][], gutter: number, depth: number): Band | null {
  const all = rows.flat()
  const left = all.filter(({ x }) => x < gutter)
  const right = all.filter(({ x }) => x >= gutter)
  const isRight = isColumn(left, depth) && isColumn(right, depth)
  return isRight ? { kind: 'columns', left, right } : null
}

const lettersInColumns = (bands: readonly Band[]): number =>
  bands.reduce(
    (sum, band) =>
      band.kind === 'across' ? sum : sum + lettersOf(band.left) + lettersOf(band.right),
    0,
  )

const lettersOf = (segments: readonly Segment[]): number =>
  segments.reduce((sum, { text }) => sum + text.length, 0)

/** Filled by lines of prose, or by columns that are. */
function isColumn(segments: readonly Segment[], depth: number): boolean {
  if (segments.length < LINES_MIN) return false
  const left = Math.min(...segments.map(({ x }) => x))
  const right = Math.max(...segments.map(({ end }) => end))
  if (right - left < (segments[0]?.size ?? 1) * LETTERS_MIN) return false
  const full = segments.filter(({ x, end }) => end - x >= (right - left) * FULL_WIDTH)
  if (lettersOf(full) >= lettersOf(segments) * FULL_SHARE) return true
  const inner = bandsOf(segments, depth + 1)
  return lettersInColumns(inner) >= lettersOf(segments) * FULL_SHARE
}
