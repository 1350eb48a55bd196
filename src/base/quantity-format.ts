import { type Decimal, decimal, decimalText } from './decimal.ts'
import type { Language } from './language.ts'
import { isPrintedRange, type Operator, parseQuantity, type Quantity } from './quantity.ts'
import { unitWords } from './unit.ts'

const SAID: Readonly<Record<Operator, Record<Language, string>>> = {
  '=': { zh: '', en: '' },
  '>': { zh: '超过 ', en: 'over ' },
  '>=': { zh: '不低于 ', en: 'at least ' },
  '<': { zh: '不足 ', en: 'under ' },
  '<=': { zh: '不超过 ', en: 'at most ' },
  '~': { zh: '约 ', en: 'about ' },
}

const SCALES: Readonly<Record<Language, readonly (readonly [string, string])[]>> = {
  zh: [
    ['1000000000000', '万亿'],
    ['100000000', '亿'],
    ['10000', '万'],
  ],
  en: [
    ['1000000000000', 'trillion'],
    ['1000000000', 'billion'],
    ['1000000', 'million'],
  ],
}

/** 1,234.5 万元, 35%, 约 14 种, 3–5 家; exact: a scale that would need rounding is not used. */
export function formatQuantity(quantity: Quantity, language: Language): string {
  const { operator, number, unit, low, high, printed } = quantity
  // A printed range keeps both ends; 约 keeps its one number, whatever interval was derived.
  if (operator === '~' && low !== null && high !== null && isPrintedRange(printed)) {
    return withUnit([low, high], unit, language)
  }
  return SAID[operator][language] + withUnit([number], unit, language)
}

/**
 * What a printed quantity says by itself: as it was printed where that names its unit, else in full.
 * In a table the unit stands above the column, and 12345 alone would leave out that it is 万元.
 */
export function quantityWords(quantity: Quantity, language: Language): string {
  const { printed, unit } = quantity
  if (unit === '' || (parseQuantity(printed)?.unit ?? unit) !== '') return printed
  return formatQuantity(quantity, language)
}

function withUnit(numbers: readonly string[], unit: string, language: Language): string {
  const scale = SCALES[language].find(([size]) => numbers.every((text) => fits(text, size)))
  const size = scale?.[0] ?? '1'
  const shown = numbers.map((text) => group(decimal(text).dividedBy(size))).join('–')
  const words = unitWords(unit)
  const scaleWord = scale?.[1] ?? ''
  if (words.close) return `${shown}${scaleWord}${words[language]}`
  const tail = language === 'zh' ? scaleWord + words.zh : `${scaleWord} ${words.en}`.trim()
  return `${shown} ${tail}`.trim()
}

/** At least one of the scale, and then at most two decimals. */
function fits(text: string, size: string): boolean {
  const scaled = decimal(text).dividedBy(size)
  return scaled.abs().greaterThanOrEqualTo('1') && scaled.decimalPlaces() <= 2
}

function group(value: Decimal): string {
  const [whole = '', fraction] = decimalText(value).split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return fraction === undefined ? grouped : `${grouped}.${fraction}`
}
