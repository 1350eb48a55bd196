import { propertiesOf, type Vocabulary } from '../../kinds/index.ts'
import type { SheetHead } from '../table/index.ts'
import type { SheetRow } from '../workbook/index.ts'
import { cluesOf } from './clues.ts'
import { type ColumnGuess, type Evidence, guess } from './column.ts'
import { valuesOf } from './content.ts'
import { fold, readTitle } from './title.ts'

/** Guesses what each column of a sheet means, by its title and by what stands in it. */
export function guessColumns(
  head: SheetHead,
  rows: readonly SheetRow[],
  vocabulary: Vocabulary,
): ColumnGuess[] {
  const guesses = head.columns.map((column) => {
    const evidence = { column, title: readTitle(column), values: valuesOf(rows, column.index) }
    return guessColumn(evidence, head, vocabulary)
  })
  return settleNames(guesses, head, rows, vocabulary)
}

function guessColumn(evidence: Evidence, head: SheetHead, vocabulary: Vocabulary): ColumnGuess {
  const candidates = cluesOf(evidence, head, vocabulary).sort((a, b) => b.confidence - a.confidence)
  return candidates[0] ?? guess(evidence, { role: 'ignored' }, 0, 'unknown')
}

/** A column that is only called 名称 names what the table is about. */
function settleNames(
  guesses: ColumnGuess[],
  head: SheetHead,
  rows: readonly SheetRow[],
  vocabulary: Vocabulary,
): ColumnGuess[] {
  const isGeneric = ({ means }: ColumnGuess): boolean =>
    means.role === 'property' && means.property === 'name'
  const at = guesses.findIndex(isGeneric)
  const named = guesses.findIndex(({ means }) => means.role === 'name')
  const isKeyed = guesses.some(({ means }) => means.role === 'key')
  // Left of every other name it is what the row is about; the others hang on it.
  if (at < 0 || (named >= 0 && (isKeyed || named < at))) return guesses
  const kind = kindOfTable(guesses, head, vocabulary)
  const what = vocabulary.kinds.get(kind)?.words ?? { zh: kind, en: kind }
  return guesses.map((found, index) => {
    if (index !== at) return found
    const evidence = {
      column: found.column,
      title: readTitle(found.column),
      values: valuesOf(rows, index),
    }
    return guess(evidence, { role: 'name', kind }, 0.6, 'genericName', { what })
  })
}

/** By a key, by the title above the table, else by what most of its properties belong to. */
function kindOfTable(
  guesses: readonly ColumnGuess[],
  head: SheetHead,
  vocabulary: Vocabulary,
): string {
  const key = guesses.find(({ means }) => means.role === 'key')
  if (key?.means.role === 'key') return key.means.kind
  const above = fold(`${head.title}${head.sheet ?? ''}`)
  const spoken = ['stage', 'product', 'firm', 'technology', 'park', 'policy', 'chain'].find((id) =>
    (vocabulary.kinds.get(id)?.columns ?? []).some(
      (word) => word.length > 1 && above.includes(fold(word)),
    ),
  )
  if (spoken !== undefined) return spoken
  const held = guesses.flatMap(({ means }) => (means.role === 'property' ? [means.property] : []))
  const scores = [...vocabulary.kinds.keys()].map((id) => {
    const own = propertiesOf(vocabulary, id).map((property) => property.id)
    return { id, count: held.filter((property) => own.includes(property)).length }
  })
  const best = scores.sort((a, b) => b.count - a.count)[0]
  return best !== undefined && best.count > 1 ? best.id : 'product'
}
