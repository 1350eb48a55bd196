import { parseDate, parseQuantity, plainText } from '../../../base/index.ts'
import {
  checkCreditCode,
  checkOrganisationCode,
  checkStockCode,
  choiceOf,
  type Property,
} from '../../kinds/index.ts'
import type { SheetRow } from '../workbook/index.ts'

/** As much of a value as tells what it is. */
const VALUE_CHARACTERS = 200

/** The values of one column in the sample, blanks left out. */
export function valuesOf(rows: readonly SheetRow[], index: number): string[] {
  return rows
    .map(({ cells }) => plainText((cells[index] ?? '').slice(0, VALUE_CHARACTERS)))
    .filter((value) => value !== '')
}

/** Share of the values of which something holds; 0 when there are none. */
export function shareOf(values: readonly string[], holds: (value: string) => boolean): number {
  return values.length === 0 ? 0 : values.filter(holds).length / values.length
}

/** Codes that prove themselves, by check digit or by the ranges that are given out. */
export const CODES: readonly { scheme: string; isOne: (text: string) => boolean }[] = [
  { scheme: 'credit-code', isOne: (text) => checkCreditCode(text).ok },
  { scheme: 'stock-code', isOne: (text) => checkStockCode(text).ok },
  { scheme: 'organisation-code', isOne: (text) => checkOrganisationCode(text).ok },
]

/** How names of a kind end. */
const ENDINGS: readonly (readonly [kind: string, ending: RegExp])[] = [
  [
    'firm',
    /(公司|集团|厂|合作社|有限合伙|co\.?,?\s?ltd\.?|inc\.?|corp\.?|corporation|gmbh|plc|llc|s\.a\.|n\.v\.)[)）]?$/i,
  ],
  ['institute', /(大学|学院|研究院|研究所|实验室|university|institute)[)）]?$/i],
  ['governmentBody', /(局|厅|委员会|发改委|人民政府|办公室|管委会)$/],
  ['fund', /基金([(（].*[)）])?$/],
  ['park', /(园区|开发区|高新区|产业园|科技园)$/],
]

/** The kind that the names of a column belong to by their endings, with its share. */
export function kindByEnding(values: readonly string[]): { kind: string; share: number } | null {
  const shares = ENDINGS.map(([kind, ending]) => ({
    kind,
    share: shareOf(values, (value) => ending.test(value)),
  }))
  const best = shares.sort((a, b) => b.share - a.share)[0]
  return best !== undefined && best.share >= 0.6 ? best : null
}

/** Whether the values of a column can be what a property holds. */
export function suits(values: readonly string[], property: Property, unit: string | null): boolean {
  if (values.length === 0) return true
  const options = unit === null ? {} : { unit }
  switch (property.value) {
    case 'quantity':
      return shareOf(values, (value) => parseQuantity(value, options) !== null) >= 0.6
    case 'date':
      return shareOf(values, (value) => parseDate(value) !== null) >= 0.6
    case 'choice':
      return shareOf(values, (value) => choiceOf(property, value) !== null) >= 0.6
    case 'code': {
      const code = CODES.find(({ scheme }) => scheme === property.scheme)
      return shareOf(values, code?.isOne ?? ((value) => /\d{2}/.test(value))) >= 0.3
    }
    case 'text':
      return true
  }
}

/** Every value a bare number from 0 to 1, and not all of them whole. */
export function areShares(values: readonly string[]): boolean {
  return (
    values.length > 0 &&
    values.every((value) => /^(0|1|0?\.\d+|0\.\d+|1\.0+)$/.test(value)) &&
    values.some((value) => value.includes('.'))
  )
}

export const isYear = (value: string): boolean => /^(19|20)\d{2}年?$/.test(value)

/** 1, 2, 3 … from the top: numbers that count the rows. */
export function countsRows(values: readonly string[]): boolean {
  return values.length > 1 && values.every((value, at) => Number(value) === at + Number(values[0]))
}

const SEPARATORS = ['、', '；', ';', '|', '，']

/** The sign that parts several values in a cell, when a third of the cells have it. */
export function separatorOf(values: readonly string[]): string | null {
  const shares = SEPARATORS.map((on) => ({
    on,
    share: shareOf(values, (value) => value.includes(on)),
  }))
  const best = shares.sort((a, b) => b.share - a.share)[0]
  return best !== undefined && best.share >= 0.3 ? best.on : null
}
