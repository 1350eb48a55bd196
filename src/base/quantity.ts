import { type Decimal, decimal, decimalText, isDecimalText } from './decimal.ts'
import { CHINESE_NUMERAL, parseChineseNumeral } from './numeral.ts'
import { plainText } from './text.ts'
import { splitUnit } from './unit.ts'

export type Operator = '=' | '>' | '>=' | '<' | '<=' | '~'

/** A printed number and what it says: kept as printed, computed with as an interval. */
export interface Quantity {
  printed: string
  operator: Operator
  /** Decimal text in the base unit: 1.2万元 is 12000. Of a range it is the middle. */
  number: string
  /** 元, USD, %, 百分点, 家, 吨, 片/月 …; '' for a bare number. */
  unit: string
  /** Ends of the interval, decimal text; null is open. `>` and `<` exclude the end they name. */
  low: string | null
  high: string | null
}

/** Half-width of 约 when the pack says nothing: five per cent of the number. */
export const DEFAULT_TOLERANCE = '0.05'

export interface QuantityOptions {
  /** Unit of the column, with its scale (万元). A scale or unit in the cell goes before it. */
  unit?: string
  /** Share of the number that 约, 近 and 左右 leave open, as decimal text. */
  tolerance?: string
}

/** A quantity is a few characters; what is longer is a text and is not searched for one. */
const PRINTED_LIMIT = 100

type Manner = Operator | 'near'

const BEFORE: readonly (readonly [RegExp, Manner])[] = [
  [/^(不低于|不少于|不小于|至少|最少|大于等于|at least|>=|≥|⩾)/, '>='],
  [/^(不超过|不高于|不多于|不大于|至多|最多|小于等于|at most|up to|<=|≤|⩽)/, '<='],
  [/^(超过|超|逾|突破|高于|大于|多于|more than|over|>)/, '>'],
  [/^(不足|不到|低于|少于|小于|未达|less than|under|<)/, '<'],
  [/^(接近|将近|近|nearly|almost)/, 'near'],
  [/^(大约|大概|约为|约|about|around|approximately|~|≈)/, '~'],
]

const AFTER: readonly (readonly [RegExp, Manner])[] = [
  [/(及以上|以上|\+)$/, '>='],
  [/(及以下|以下|以内|之内)$/, '<='],
  [/(左右|上下|前后)$/, '~'],
]

/** Words that say nothing about the number. */
const FILLER = /^(达到了?|达|共计|合计|总计|共有?|约合|计|为|仅)/

const DIGITS = String.raw`[-−]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?:[eE][+-]?\d+)?`
const NUMERAL = `负?[\\d.]*[${CHINESE_NUMERAL}]+[\\d${CHINESE_NUMERAL}]*`
const NUMBER = new RegExp(`^(?:${NUMERAL}|${DIGITS}|[-−]?\\.\\d+)`)
const ARABIC = new RegExp(`^${DIGITS}|^[-−]?\\.\\d+`)
const SEPARATOR = /^\s*(?:至|到|-|–|—|——|−|~|〜)\s*/
const MORE = /^(余|多)/
/** 2021年 is a point in time; 5年 is a duration. */
const YEAR = /^[12]\d{3}年$/
const CURRENCY_FIRST = /^(人民币|RMB|CNY|USD|US\$|HK\$|[¥$€£])\s*/

/**
 * Reads one printed quantity: 1.2万亿元, 约3000家, 30%以上, 3～5亿元, 近九成, 三万五千吨, -5.2%,
 * 2个百分点. Null when the text is anything else: a sentence, a code with leading zeros, a pair of
 * years, a vague 数十家, a unit nobody has named.
 */
export function parseQuantity(printed: string, options: QuantityOptions = {}): Quantity | null {
  if (printed.length > PRINTED_LIMIT) return null
  const stripped = stripManner(plainText(printed))
  if (stripped === null) return null
  const parts = readParts(stripped.text)
  if (parts === null || YEAR.test(stripped.text)) return null
  const scaled = applyUnits(parts, options.unit)
  if (scaled === null) return null
  const { first, second, unit } = scaled
  const kept = { printed, unit }
  if (second !== null) return rangeOf(kept, first, second)
  const manner = parts.more ? '>' : stripped.manner
  return { ...kept, ...intervalOf(first, manner, options.tolerance ?? DEFAULT_TOLERANCE) }
}

/** Whether a printed quantity names both its ends, as in 3–5家; an interval of 约 is derived. */
export function isPrintedRange(printed: string): boolean {
  const stripped = stripManner(plainText(printed))
  return stripped !== null && (readParts(stripped.text)?.second ?? null) !== null
}

function stripManner(text: string): { text: string; manner: Manner } | null {
  let rest = text.replace(FILLER, '').trim()
  let manner: Manner = '='
  for (const [pattern, meaning] of BEFORE) {
    if (!pattern.test(rest)) continue
    rest = rest.replace(pattern, '').trim()
    manner = meaning
    break
  }
  for (const [pattern, meaning] of AFTER) {
    if (!pattern.test(rest)) continue
    // 超过…以上 says one thing twice, 不足…左右 contradicts itself.
    if (manner !== '=' && manner[0] !== meaning[0] && manner !== '~' && manner !== 'near')
      return null
    rest = rest.replace(pattern, '').trim()
    manner = manner === '=' ? meaning : manner
    break
  }
  return rest === '' ? null : { text: rest, manner }
}

interface Parts {
  first: Decimal
  firstUnit: string
  second: Decimal | null
  unit: string
  currency: string
  more: boolean
}

function readParts(text: string): Parts | null {
  const currency = CURRENCY_FIRST.exec(text)?.[1] ?? ''
  const signed = text.slice(currency.length).trim()
  const percent = /^百分之(.+)$/.exec(signed)
  const body = percent === null ? signed : `${percent[1]}%`
  const left = readNumber(body)
  if (left === null) return null
  const range = readRange(left, body)
  if (range !== undefined) return range === null ? null : { ...range, currency }
  const more = MORE.test(left.rest) || /^[万亿]+[余多]/.test(left.rest)
  const unit = left.rest.replace(/^([万亿]*)[余多]/, '$1').trim()
  return { first: left.number, firstUnit: unit, second: null, unit, currency, more }
}

/** undefined: not a range; null: looks like one and is none. */
function readRange(
  left: { number: Decimal; rest: string },
  body: string,
): Omit<Parts, 'currency'> | null | undefined {
  const cut = /^([^\d\-–—−~〜至到]*)((?:——|[-–—−~〜至到])\s*.+)$/.exec(left.rest)
  if (cut === null) return undefined
  const right = readNumber((cut[2] as string).replace(SEPARATOR, ''))
  if (right === null || MORE.test(right.rest)) return null
  // 2019-2021 is a span of years, which a period says better.
  if (/^[12]\d{3}\D+[12]\d{3}年?$/.test(body)) return null
  const firstUnit = (cut[1] as string).trim()
  return {
    first: left.number,
    firstUnit: firstUnit === '' ? right.rest : firstUnit,
    second: right.number,
    unit: right.rest,
    more: false,
  }
}

function readNumber(text: string): { number: Decimal; rest: string } | null {
  const found = NUMBER.exec(text)?.[0]
  if (found === undefined) return null
  const arabic = ARABIC.exec(text)?.[0]
  // 5万家 is digits and a scale, 3万5千 is a numeral; the longer reading that parses wins.
  if (found !== arabic) {
    const numeral = readNumeral(found)
    const rest = text.slice(found.length).trim()
    if (numeral !== null && (arabic === undefined || /[\d]/.test(found.slice(arabic.length)))) {
      return tenths(numeral, rest)
    }
  }
  if (arabic === undefined) return null
  const number = arabicNumber(arabic)
  return number === null ? null : tenths(number, text.slice(arabic.length).trim())
}

const readNumeral = (text: string): Decimal | null =>
  text.startsWith('负')
    ? (parseChineseNumeral(text.slice(1))?.negated() ?? null)
    : parseChineseNumeral(text)

/** 九成 is ninety per cent. */
function tenths(number: Decimal, rest: string): { number: Decimal; rest: string } {
  return rest.startsWith('成')
    ? { number: number.times('10'), rest: `%${rest.slice(1)}` }
    : { number, rest }
}

function arabicNumber(text: string): Decimal | null {
  const plain = text
    .replaceAll(',', '')
    .replace('−', '-')
    .replace(/^(-?)\./, '$10.')
  const [mantissa = '', exponent] = plain.split(/[eE]/)
  if (!isDecimalText(mantissa)) return null
  if (exponent === undefined) return decimal(mantissa)
  const power = Number(exponent)
  return Math.abs(power) > 30 ? null : decimal(mantissa).times(decimal('10').pow(power))
}

function applyUnits(
  parts: Parts,
  columnUnit: string | undefined,
): { first: Decimal; second: Decimal | null; unit: string } | null {
  const column = columnUnit === undefined ? null : splitUnit(plainText(columnUnit))
  const free = column === null ? columnUnit : undefined
  const right = unitIn(parts.unit, column, free)
  const left = unitIn(parts.firstUnit, column, free)
  const money = parts.currency === '' ? null : splitUnit(parts.currency)
  if (right === null || left === null) return null
  if (left.unit !== right.unit && left.unit !== '') return null
  const unit = money !== null && right.unit === '' ? money.unit : right.unit
  if (money !== null && unit !== money.unit) return null
  const second = parts.second === null ? null : parts.second.times(right.size)
  return { first: parts.first.times(left.size), second, unit }
}

/** Scale and unit of one printed tail, completed from the column's; null when they contradict. */
function unitIn(
  printed: string,
  column: { size: string; unit: string } | null,
  free: string | undefined,
): { size: string; unit: string } | null {
  if (free !== undefined && (printed === '' || printed === free)) return { size: '1', unit: free }
  const own = splitUnit(printed)
  if (own === null || column === null) return own
  if (printed === '') return column
  if (own.unit === '') return { size: own.size, unit: column.unit }
  return column.unit === '' || column.unit === own.unit ? own : null
}

function rangeOf(
  kept: { printed: string; unit: string },
  first: Decimal,
  second: Decimal,
): Quantity | null {
  if (first.greaterThan(second)) return null
  const number = decimalText(first.plus(second).dividedBy('2'))
  return { ...kept, operator: '~', number, low: decimalText(first), high: decimalText(second) }
}

function intervalOf(
  value: Decimal,
  manner: Manner,
  tolerance: string,
): Pick<Quantity, 'operator' | 'number' | 'low' | 'high'> {
  const number = decimalText(value)
  const slack = value.abs().times(decimal(tolerance))
  const below = decimalText(value.minus(slack))
  switch (manner) {
    case '=':
      return { operator: '=', number, low: number, high: number }
    case '>':
    case '>=':
      return { operator: manner, number, low: number, high: null }
    case '<':
    case '<=':
      return { operator: manner, number, low: null, high: number }
    case 'near':
      return { operator: '~', number, low: below, high: number }
    case '~':
      return { operator: '~', number, low: below, high: decimalText(value.plus(slack)) }
  }
}
