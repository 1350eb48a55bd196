import type { Run } from './pdf-runs.ts'
import { superscript } from './superscript.ts'

/** A piece of a line without a wide gap in it. */
export interface Segment {
  text: string
  readonly x: number
  end: number
  readonly y: number
  size: number
}

/** A gap of this many letters divides cells or columns. */
const CELL_GAP = 1.5
/** A gap of this many letters is a blank. */
const BLANK_GAP = 0.2
/** Between Chinese characters a small gap is only how the line was spread. */
const CHINESE_BLANK_GAP = 0.7
/** Share of the size of letters by which two of one line may stand apart in height. */
const LINE_SLACK = 0.45
/** Raised letters are at most so large beside those of their line, and stand at least so high. */
const RAISED_SIZE = 0.8
const RAISED_HEIGHT = 0.2

/** What stands on one height, from left to right; rows from the top down. */
export function rowsOf<Piece extends Pick<Segment, 'x' | 'y' | 'size'>>(
  pieces: readonly Piece[],
): Piece[][] {
  const rows: { y: number; size: number; pieces: Piece[] }[] = []
  for (const piece of pieces.toSorted((one, other) => one.y - other.y || one.x - other.x)) {
    const row = rows.at(-1)
    const slack = Math.max(piece.size, row?.size ?? 0) * LINE_SLACK
    if (row !== undefined && piece.y - row.y <= slack) {
      row.pieces.push(piece)
      // Small letters above or below the line do not move it.
      if (piece.size > row.size) Object.assign(row, { y: piece.y, size: piece.size })
    } else {
      rows.push({ y: piece.y, size: piece.size, pieces: [piece] })
    }
  }
  return rows.map(({ pieces: all }) => all.toSorted((one, other) => one.x - other.x))
}

/** Runs of one line that touch, as one piece of text; raised digits become raised characters. */
export function segmentsOf(runs: readonly Run[]): Segment[] {
  return rowsOf(runs.map((run) => ({ ...run, end: run.x + run.width }))).flatMap((row) => {
    const segments: Segment[] = []
    for (const run of row) {
      const text = isRaised(run, row) ? superscript(run.text) : run.text
      const last = segments.at(-1)
      const size = Math.min(run.size, last?.size ?? run.size)
      const gap = last === undefined ? 0 : run.x - last.end
      if (last === undefined || gap > size * CELL_GAP) {
        segments.push({ ...run, text })
        continue
      }
      last.text += (needsBlank(last.text, text, gap / size) ? ' ' : '') + text
      last.end = Math.max(last.end, run.end)
      last.size = Math.max(last.size, run.size)
    }
    return segments
  })
}

/** Beside a larger neighbour to the left, that is: a small footnote of its own is not raised. */
function isRaised(run: Run, row: readonly Run[]): boolean {
  const before = row.findLast(({ x, size }) => x < run.x && size * RAISED_SIZE >= run.size)
  return before !== undefined && before.y - run.y >= before.size * RAISED_HEIGHT
}

function needsBlank(before: string, behind: string, gap: number): boolean {
  if (/\s$/.test(before) || /^\s/.test(behind)) return false
  const isChinese = WIDE.test(before.slice(-1)) && WIDE.test(behind.slice(0, 1))
  return gap > (isChinese ? CHINESE_BLANK_GAP : BLANK_GAP)
}

const WIDE = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\ud800-\udfff]/
