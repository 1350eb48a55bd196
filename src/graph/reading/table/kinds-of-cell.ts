import { parseDate, plainText, splitUnit } from '../../../base/index.ts'

const NUMBER = /^[-−+]?[¥$€]?\d[\d,]*(\.\d+)?([eE][-+]?\d+)?[%‰]?$/
const YEAR = /^(19|20)\d\d年?$/
const CREDIT_CODE = /^[0-9A-HJ-NPQRTUWXY]{18}$/
const CODE_WITH_SUFFIX = /^\d{6}\.[A-Z]{2}$/

/** A cell that holds a value rather than names one. A bare year may be either, so it is not. */
export function isValueLike(cell: string): boolean {
  const text = plainText(cell)
  if (text === '' || YEAR.test(text)) return false
  if (NUMBER.test(text) || CREDIT_CODE.test(text) || CODE_WITH_SUFFIX.test(text)) return true
  return parseDate(text) !== null
}

/** A cell under a title that says nothing but the unit: 万元, （%）. */
export function isUnitCell(cell: string): boolean {
  const bare = plainText(cell).replace(/^\((.*)\)$/, '$1')
  return bare !== '' && !/^\d/.test(bare) && splitUnit(bare) !== null
}

/** The numbering of columns that statistical tables print below the header: 甲 乙 1 2 3. */
export function isColumnNumber(cell: string): boolean {
  return /^\(?(\d{1,2}|[甲乙丙丁戊])\)?$/.test(plainText(cell))
}

const TOTAL = /^(合计|总计|小计|共计|总和|total|subtotal|grandtotal|sum)[:：]?$/i

/** A row that sums others up: its first text says so. */
export function isTotalRow(cells: readonly string[]): boolean {
  const first = firstText(cells)
  return first.length <= 12 && TOTAL.test(plainText(first).replace(/\s/g, ''))
}

const NOTE =
  /^(注|备注|说明|资料来源|数据来源|来源|填表人|填报人|制表|审核人|单位负责人|note|source)[:：]/i

/** A remark below or between the rows: one text, which begins as remarks do. */
export function isNoteRow(cells: readonly string[]): boolean {
  const first = firstText(cells)
  // Most rows end here: a remark has its colon near the beginning.
  if (!/^.{1,6}[:：]/u.test(first)) return false
  return NOTE.test(plainText(first)) && cells.every((cell) => cell === '' || cell === first)
}

function firstText(cells: readonly string[]): string {
  for (const cell of cells) if (cell !== '') return cell
  return ''
}
