import { findGutter, type Segment } from './pdf-columns.ts'
import type { Run } from './pdf-runs.ts'

/** A gap of this many letters divides cells or columns. */
const CELL_GAP = 1.5
/** A gap of this many letters is a blank. */
const BLANK_GAP = 0.2
/** Share of the size of letters by which two of one line may stand apart in height. */
const LINE_SLACK = 0.45

/**
 * The lines of a page in the order a person reads them: columns one after the other, the cells of a
 * row on one line with tabs between. Text that is turned follows behind, one direction at a time.
 */
export function linesOfPage(runs: readonly Run[]): string[] {
  const turns = new Map<number, Run[]>()
  for (const run of runs) {
    const alike = turns.get(run.turn)
    if (alike === undefined) turns.set(run.turn, [run])
    else alike.push(run)
  }
  const weight = (all: readonly Run[]): number =>
    all.reduce((sum, { text }) => sum + text.length, 0)
  return [...turns.values()]
    .toSorted((one, other) => weight(other) - weight(one))
    .flatMap((all) => linesOf(segmentsOf(all), 0))
}

/** Columns inside columns; more than this no page has. */
const DEPTH_MAX = 4

function linesOf(segments: readonly Segment[], depth: number): string[] {
  const gutter = depth < DEPTH_MAX ? findGutter(segments) : null
  if (gutter === null) return rowsOf(segments).map(lineOf)
  const lines: string[] = []
  let left: Segment[] = []
  let right: Segment[] = []
  const flush = (): void => {
    lines.push(...linesOf(left, depth + 1), ...linesOf(right, depth + 1))
    left = []
    right = []
  }
  for (const row of rowsOf(segments)) {
    if (row.some(({ x, end }) => x < gutter && end > gutter)) {
      flush()
      lines.push(lineOf(row))
      continue
    }
    for (const segment of row) (segment.x < gutter ? left : right).push(segment)
  }
  flush()
  return lines
}

/** Runs of one line that touch, as one piece of text. */
function segmentsOf(runs: readonly Run[]): Segment[] {
  return rowsOf(runs.map((run) => ({ ...run, end: run.x + run.width }))).flatMap((row) => {
    const segments: Segment[] = []
    for (const run of row) {
      const last = segments.at(-1)
      const size = Math.min(run.size, last?.size ?? run.size)
      const gap = last === undefined ? 0 : run.x - last.end
      if (last === undefined || gap > size * CELL_GAP) {
        segments.push({ ...run })
        continue
      }
      last.text += (needsBlank(last.text, run.text, gap / size) ? ' ' : '') + run.text
      last.end = Math.max(last.end, run.end)
      last.size = Math.max(last.size, run.size)
    }
    return segments
  })
}

/** Between Chinese characters a small gap is only how the line was spread. */
function needsBlank(before: string, behind: string, gap: number): boolean {
  if (/\s$/.test(before) || /^\s/.test(behind)) return false
  const isChinese = WIDE.test(before.slice(-1)) && WIDE.test(behind.slice(0, 1))
  return gap > (isChinese ? 0.7 : BLANK_GAP)
}

const WIDE = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\ud800-\udfff]/

/** What stands on one height, from left to right; rows from the top down. */
function rowsOf<Piece extends { readonly x: number; readonly y: number; readonly size: number }>(
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

const lineOf = (row: readonly Segment[]): string =>
  row.map(({ text }) => text.trim().replace(/[\t\n\r]+/g, ' ')).join('\t')
