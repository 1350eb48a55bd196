import { decimal, decimalText, type Language, quantityWords, unitWords } from '../../base/index.ts'
import type { Figure } from '../figures/index.ts'

/** A unit as a head of a column says it: 亿元. Numbers are divided by `size`. */
export interface ShownUnit {
  readonly words: string
  readonly size: string
}

/** Money is told in these, the largest first in which every number stays short. */
const MONEY_SCALES: Readonly<Record<Language, readonly (readonly [size: string, word: string])[]>> =
  {
    zh: [
      ['100000000', '亿'],
      ['10000', '万'],
    ],
    en: [
      ['1000000000', 'billion '],
      ['1000000', 'million '],
    ],
  }

/** Units that are told in those. */
const MONEY = new Set(['元', 'USD', 'EUR', 'JPY', 'HKD', 'GBP', 'KRW', 'TWD'])

const DECIMALS_MAX = 2
/** Beyond this many digits a spreadsheet rounds, and a number is better told as text. */
const DIGITS_MAX = 15

/** A figure that is one exact number, so that it can be added up; bounds and ranges cannot. */
export function isExact({ number, low, high, operator }: Figure): boolean {
  if (number === null || operator !== '=') return false
  const isItself = (bound: string | null) => bound === null || decimal(bound).equals(number)
  return isItself(low) && isItself(high) && decimal(number).precision(true) <= DIGITS_MAX
}

/** The unit in which some exact figures of one unit are told together. */
export function shownUnit(figures: readonly Figure[], language: Language): ShownUnit {
  const unit = figures[0]?.unit ?? ''
  const plain = { words: unit === '' ? '' : unitWords(unit)[language], size: '1' }
  if (!MONEY.has(unit)) return plain
  const scale = MONEY_SCALES[language].find(([size]) =>
    figures.every(({ number }) => staysShort(number ?? '0', size)),
  )
  return scale === undefined ? plain : { words: `${scale[1]}${plain.words}`, size: scale[0] }
}

function staysShort(number: string, size: string): boolean {
  const scaled = decimal(number).dividedBy(size)
  return scaled.decimalPlaces() <= DECIMALS_MAX && (scaled.isZero() || scaled.abs().gte('0.1'))
}

/** The number of a figure in a unit, as decimal text. */
export const inUnit = ({ number }: Figure, { size }: ShownUnit): string =>
  decimalText(decimal(number ?? '0').dividedBy(size))

/** What a figure says by itself: a computed number carries its unit beside it, a printed one within. */
export function figureText(figure: Figure, language: Language): string {
  const { kind, text, number, unit } = figure
  if (kind === 'read' && number !== null) {
    return quantityWords({ ...figure, number, printed: text }, language)
  }
  return kind === 'computed' && unit !== '' ? `${text} ${unitWords(unit)[language]}` : text
}
