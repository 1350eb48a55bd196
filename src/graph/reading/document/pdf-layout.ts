import { bandsOf } from './pdf-columns.ts'
import { type Segment, segmentsOf } from './pdf-rows.ts'
import type { Run } from './pdf-runs.ts'

/**
 * The lines of a page in the order a person reads them: columns one after the other, the cells of a
 * row on one line with tabs between. Text that is turned follows behind, one direction at a time.
 */
export function linesOfPage(runs: readonly Run[]): string[] {
  const turns = new Map<number, Run[]>()
  for (const run of runs) turns.set(run.turn, [...(turns.get(run.turn) ?? []), run])
  const weight = (all: readonly Run[]): number =>
    all.reduce((sum, { text }) => sum + text.length, 0)
  return [...turns.values()]
    .toSorted((one, other) => weight(other) - weight(one))
    .flatMap((all) => linesOf(segmentsOf(all), 0))
    .filter((line) => line !== '')
}

function linesOf(segments: readonly Segment[], depth: number): string[] {
  return bandsOf(segments, depth).flatMap((band) =>
    band.kind === 'across'
      ? band.rows.map(lineOf)
      : [...linesOf(band.left, depth + 1), ...linesOf(band.right, depth + 1)],
  )
}

const lineOf = (row: readonly Segment[]): string =>
  row.map(({ text }) => text.trim().replace(/[\t\n\r]+/g, ' ')).join('\t')
