import { fillWords, isSuspicious, Problem } from '../../../base/index.ts'
import {
  isSplit,
  type MappingColumn,
  type MappingField,
  titleKey,
  type Verdict,
} from '../mapping/index.ts'
import { lettersOf, type SheetHead } from '../table/index.ts'
import type { Fault } from './model.ts'
import { compileSteps, type FieldSteps, fault } from './steps.ts'
import { SUSPICIONS } from './words.ts'

/** A field of a mapping with its place in one sheet. */
export interface CompiledField {
  name: string
  /** 0-based; -1 for a constant, or for an optional column that the file lacks. */
  column: number
  /** Reads the number of the row instead of a cell. */
  isRowNumber: boolean
  title: string
  isRequired: boolean
  otherwise: Verdict
  steps: FieldSteps
}

/** Throws `column-missing`, unless the field may do without its column. */
export function compileField(
  name: string,
  field: MappingField,
  head: SheetHead,
  lookup: Parameters<typeof compileSteps>[1],
): CompiledField {
  const isRowNumber = typeof field.column === 'object' && 'row' in field.column
  const column = field.column === undefined || isRowNumber ? -1 : findColumn(field.column, head)
  if (column === null && field.optional !== true) {
    throw new Problem('column-missing', { column: titleOf(field.column ?? name) })
  }
  const at = column ?? -1
  const isRequired = field.required === true && !isSplit(field)
  return {
    name,
    column: at,
    isRowNumber,
    title: head.columns[at]?.title || (at < 0 ? name : lettersOf(at)),
    isRequired,
    otherwise: field.else ?? (field.required === true ? 'refuse' : 'hold'),
    steps: compileSteps(field, lookup),
  }
}

/** 0-based column, by place, by its whole title, or by the last part of a joined one. */
function findColumn(column: MappingColumn, head: SheetHead): number | null {
  if (typeof column === 'object' && 'index' in column) {
    return column.index < head.columns.length ? column.index : null
  }
  if (typeof column === 'object' && 'row' in column) return null
  for (const title of [column].flat()) {
    const key = titleKey(title)
    const whole = head.columns.find((each) => titleKey(each.title) === key)
    if (whole !== undefined) return whole.index
    const last = head.columns.filter((each) => titleKey(each.title).endsWith(`/${key}`))
    if (last.length === 1) return last[0]?.index ?? null
  }
  return null
}

function titleOf(column: MappingColumn | string): string {
  if (typeof column === 'string') return column
  if (Array.isArray(column)) return column.join(' / ')
  return 'index' in column ? lettersOf(column.index) : ''
}

const CELL_ERROR = /^#(N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!|SPILL!|CALC!)$/
const DITTO = /^(同上|″|〃|")$/

/** What may be wrong with any cell, whatever is made of it. */
export function faultOfCell(cell: string, column: string): Fault | null {
  // U+FFFD stands where some program before us could not read a character.
  const suspicion = cell.includes('\ufffd') ? 'damaged' : isSuspicious(cell)
  if (suspicion !== null) {
    const found = SUSPICIONS[suspicion]
    const words = fault('text-suspicious').words
    return {
      code: 'text-suspicious',
      verdict: 'hold',
      words: {
        zh: fillWords(words, { column, found: found.zh }).zh,
        en: fillWords(words, { column, found: found.en }).en,
      },
    }
  }
  if (cell.length > 8) return null
  if (CELL_ERROR.test(cell)) return { ...fault('cell-error', { text: cell }), verdict: 'hold-cell' }
  return DITTO.test(cell) ? { ...fault('ditto', { text: cell }), verdict: 'hold' } : null
}
