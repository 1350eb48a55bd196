import type { Vocabulary } from '../../kinds/index.ts'
import type { SheetHead } from '../table/index.ts'
import type { SheetRow } from '../workbook/index.ts'
import { buildProposal, type Proposal, type ProposalOptions } from './build.ts'
import { withUnit } from './clues.ts'
import { type ColumnGuess, guess, type Role, roleWords } from './column.ts'
import { areShares, separatorOf, valuesOf } from './content.ts'
import { guessColumns } from './guess.ts'
import { readTitle } from './title.ts'

/** Rows that are looked at; more would not change a guess. */
export const SAMPLE_ROWS = 200

/** What a person says of one cell, and so of its column: "this is the firm's name". */
export interface Correction {
  /** 0-based. */
  column: number
  means: Role
  /** Unit of a quantity, as 万元. */
  unit?: string
}

/**
 * Proposes a mapping for a sheet from its titles and some of its rows; null when no column says
 * what the rows are about. What a person has said goes before every guess.
 */
export function proposeMapping(
  head: SheetHead,
  rows: readonly SheetRow[],
  vocabulary: Vocabulary,
  options: ProposalOptions & { corrections?: readonly Correction[] },
): Proposal | null {
  const sample = rows.slice(0, SAMPLE_ROWS)
  const guesses = guessColumns(head, sample, vocabulary)
  const settled = (options.corrections ?? []).reduce(
    (columns, correction) => correct(columns, correction, head, sample, vocabulary),
    guesses,
  )
  return buildProposal(head, settled, vocabulary, options)
}

function correct(
  guesses: ColumnGuess[],
  correction: Correction,
  head: SheetHead,
  rows: readonly SheetRow[],
  vocabulary: Vocabulary,
): ColumnGuess[] {
  const column = head.columns[correction.column]
  if (column === undefined) return guesses
  const { means } = correction
  const title = readTitle(column)
  const values = valuesOf(rows, column.index)
  const said = guess({ column, title }, means, 1, 'person', { what: roleWords(means, vocabulary) })
  return guesses.map((found) => {
    if (found.column.index !== column.index) return isRival(found, means) ? yieldTo(found) : found
    if (means.role === 'edge' || means.role === 'name')
      return { ...said, split: separatorOf(values) }
    const property =
      means.role === 'property' ? vocabulary.properties.get(means.property) : undefined
    if (property?.value !== 'quantity') return said
    const unit = correction.unit ?? title.unit ?? head.unit ?? property.unit
    const withIts = withUnit(
      said,
      property,
      { title, values },
      unit === undefined ? null : { unit, from: null },
    )
    return { ...withIts, times: property.unit === '%' && areShares(values) ? '100' : null }
  })
}

/** There is one name of the subject and one end of a link; the column that was guessed steps back. */
function isRival({ means, confidence }: ColumnGuess, said: Role): boolean {
  if (confidence === 1 && means.role !== 'key') return false
  if (said.role === 'name') return means.role === 'name' && means.kind === said.kind
  return (said.role === 'from' || said.role === 'to') && means.role === said.role
}

const yieldTo = (found: ColumnGuess): ColumnGuess => ({ ...found, means: { role: 'ignored' } })
