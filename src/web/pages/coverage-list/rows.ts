/** Which rows of the coverage table are shown, and how many of each part are there. Pure. */
import { foldQuery } from '../../../base/index.ts'
import type { CoverageRow, Words } from '../../api/index.ts'
import type { CoverageSearch, CoverageState } from './search.ts'

/** A row with a reason for its absence is absent, even where some of it is found. */
export function stateOf({ absentBecause }: CoverageRow): CoverageState {
  return absentBecause === null ? 'present' : 'absent'
}

export function chosenRows(
  rows: readonly CoverageRow[],
  { state, part, q = '' }: CoverageSearch,
): CoverageRow[] {
  const wanted = foldQuery(q)
  return rows.filter(
    (row) =>
      (state === undefined || stateOf(row) === state) &&
      (part === undefined || row.part.zh === part) &&
      (wanted === '' || textOf(row).includes(wanted)),
  )
}

function textOf({ id, name }: CoverageRow): string {
  return [id, name.zh, name.en].map(foldQuery).join('\n')
}

export interface PartCount {
  part: Words
  present: number
  total: number
}

/** The parts in the order of the rows. */
export function partsOf(rows: readonly CoverageRow[]): PartCount[] {
  const parts = new Map<string, PartCount>()
  for (const row of rows) {
    const count = parts.get(row.part.zh) ?? { part: row.part, present: 0, total: 0 }
    count.total += 1
    count.present += stateOf(row) === 'present' ? 1 : 0
    parts.set(row.part.zh, count)
  }
  return [...parts.values()]
}

/** Where a screen is found: its address, or the list that leads there where it names one thing. */
export function screenHref(screen: string | null): string | null {
  const [, href] = /^(\/[\w-]*)(\/\$?[\w-]+)*$/.exec(screen ?? '') ?? []
  return href ?? null
}
