/** A piece of a line without a gap in it. */
export interface Segment {
  text: string
  readonly x: number
  end: number
  readonly y: number
  size: number
}

/** Lines that each column must have before it is one. */
const LINES_MIN = 4
/** Share of its lines that must fill a column: prose does, the cells of a table do not. */
const FULL_SHARE = 0.5
/** Share of its column that a full line takes. */
const FULL_WIDTH = 0.75
/** Share of all letters that must stand in the columns, not across them. */
const LETTERS_SHARE = 0.5
const STEPS = 60

/**
 * Where a page of columns divides, or null for a page that is read across. A gutter is crossed by
 * few lines, and both sides of it are filled by lines of prose.
 */
export function findGutter(segments: readonly Segment[]): number | null {
  if (segments.length < 2 * LINES_MIN) return null
  const left = Math.min(...segments.map(({ x }) => x))
  const right = Math.max(...segments.map(({ end }) => end))
  let best: { at: number; crossed: number; run: number } | null = null
  for (let step = STEPS * 0.25; step <= STEPS * 0.75; step += 1) {
    const at = left + ((right - left) * step) / STEPS
    const crossed = segments.filter(({ x, end }) => x < at && end > at).length
    if (best === null || crossed < best.crossed) best = { at, crossed, run: 1 }
    else if (
      crossed === best.crossed &&
      at - best.at < ((right - left) / STEPS) * (best.run + 0.5)
    ) {
      best.run += 1
    }
  }
  if (best === null) return null
  const gutter = best.at + ((right - left) / STEPS) * ((best.run - 1) / 2)
  return isGutter(segments, gutter) ? gutter : null
}

function isGutter(segments: readonly Segment[], gutter: number): boolean {
  const before = segments.filter(({ end }) => end <= gutter)
  const behind = segments.filter(({ x }) => x >= gutter)
  if (before.length < LINES_MIN || behind.length < LINES_MIN) return false
  const letters = lettersOf(before) + lettersOf(behind)
  if (letters < lettersOf(segments) * LETTERS_SHARE) return false
  return isFilled(before) && isFilled(behind)
}

const lettersOf = (segments: readonly Segment[]): number =>
  segments.reduce((sum, { text }) => sum + text.length, 0)

function isFilled(column: readonly Segment[]): boolean {
  const left = Math.min(...column.map(({ x }) => x))
  const right = Math.max(...column.map(({ end }) => end))
  const size = column[0]?.size ?? 1
  // A column narrower than eight letters is a column of a table.
  if (right - left < size * 8) return false
  const full = column.filter(({ x, end }) => end - x >= (right - left) * FULL_WIDTH)
  return full.length >= column.length * FULL_SHARE
}
