import { parseChineseNumeral, parseQuantity } from '../../../base/index.ts'
import { anyOf } from './choice.ts'
import type { FigureWords } from './lexicon.ts'
import type { Figure, Sentence } from './model.ts'

type Operators = Readonly<Record<string, Figure['operator']>>

/** Finds printed figures. */
export interface FigureRules {
  readonly figure: RegExp
  readonly before: Operators
  readonly after: Operators
  readonly index: RegExp
  /** Unit that is left out behind 万 and 亿, by the words around. */
  readonly bare: readonly (readonly [string, RegExp])[]
}

const NUMBER = String.raw`\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?`

export function figureRules(words: FigureWords): FigureRules {
  const before = anyOf(Object.keys(words.before))
  const units = `(?!${anyOf(words.notUnits)})${anyOf(words.units)}`
  const figure = new RegExp(
    `(${before})?(${NUMBER})(?:(?:%)?(?:至|到|-|—|–|~|～)(${NUMBER}))?(余|多)?(?:个(?=[万亿]))?(万亿|千亿|百亿|亿|千万|百万|万)?(余|多)?(${units})?(${anyOf(Object.keys(words.after))})?` +
      `|(${before})?(?:(十|百|千|数十|数百)(余|多)(${units})|([一二三四五六七八九])成|百分之([一二三四五六七八九十百零点]+)|翻([一两二三])番|(一|两|三)(?=(所|座)))`,
    'g',
  )
  return {
    ...{ figure, before: words.before, after: words.after },
    index: new RegExp(`${anyOf(words.indices)}[^，。；]{0,8}$|（$`),
    bare: Object.entries(words.bare).map(
      ([unit, around]) => [unit, new RegExp(anyOf(around))] as const,
    ),
  }
}

const FRACTION = /(\d{1,2})\/(\d{1,2})(?!\d|\/)/g

/** Printed figures of one sentence that carry a unit, or stand behind 指数 with a point. */
export function figuresIn(rules: FigureRules, sentence: Sentence): Figure[] {
  const found = [...sentence.text.matchAll(rules.figure)]
    .map((match) => figureOf(rules, match, sentence))
    .filter((figure) => figure !== null)
  for (const match of sentence.text.matchAll(FRACTION)) {
    const [printed, above, below] = match
    if (
      Number(below) <= Number(above) ||
      Number(above) === 0 ||
      sentence.text[match.index - 1] === '/'
    )
      continue
    const value = ((Number(above) / Number(below)) * 100).toFixed(2).replace(/\.?0+$/, '')
    const from = sentence.from + match.index
    const to = from + printed.length
    found.push({ from, to, value, unit: '%', operator: '', quantity: parseQuantity(`${value}%`) })
  }
  return found.sort((left, right) => left.from - right.from)
}

function figureOf(rules: FigureRules, match: RegExpMatchArray, sentence: Sentence): Figure | null {
  const [printed, before, number] = match
  const start = match.index as number
  const last = sentence.text[start - 1] ?? ''
  if (number === undefined) return spokenFigure(rules, match, sentence)
  // Parts of dates, numbers of documents, names such as 5G, and ordinals are no figures.
  if (before === undefined && /[第〔[A-Za-z\d.+—-]/.test(last)) return null
  const [, , , until, more1, scale = '', more2, unit = '', after] = match
  if (isDate(match, sentence.text)) return null
  if (scale === '' && unit === '' && !isIndex(rules, number, sentence.text, start)) return null
  const more = more1 ?? more2
  const operator = before === undefined ? '' : (rules.before[before] ?? '')
  const tail = after === undefined ? (more === undefined ? '' : '>') : (rules.after[after] ?? '')
  const from = sentence.from + start
  const spoken =
    scale === '' || unit !== '' ? unit : unitLeftOut(rules, sentence.text, start + printed.length)
  const plain = number.replaceAll(',', '')
  return {
    from,
    to: from + printed.length,
    value: until === undefined ? plain : `${plain}-${until}`,
    unit: `${scale}${spoken}`,
    operator:
      operator === '' || (operator === '~' && tail !== '')
        ? tail === ''
          ? operator
          : tail
        : operator,
    quantity: parseQuantity(spoken === unit ? printed : `${printed}${spoken}`),
  }
}

/** 5.2亿 of 产值 and 1万亿 of 投资 leave 元 out; behind 网民 or 人口 it is people. */
function unitLeftOut({ bare }: FigureRules, text: string, end: number): string {
  const around = text.slice(Math.max(0, end - 20), end + 6)
  return bare.find(([, words]) => words.test(around))?.[0] ?? ''
}

const isIndex = ({ index }: FigureRules, number: string, text: string, start: number): boolean =>
  number.includes('.') &&
  number.length >= 4 &&
  index.test(text.slice(Math.max(0, start - 20), start))

function isDate(match: RegExpMatchArray, text: string): boolean {
  const [printed, , number = '', until] = match
  const end = (match.index as number) + printed.length
  const unit = match[7]
  if (unit === '年' && /^(?:19|20)\d\d$/.test(until ?? number)) return true
  if (unit === '年') return /^(?:内|底|末|初|前|来)/.test(text.slice(end))
  if (unit === undefined && /^[月日号年期〕]/.test(text.slice(end))) return true
  return unit === undefined && until !== undefined && /^(?:19|20)\d\d$/.test(until)
}

function spokenFigure(
  rules: FigureRules,
  match: RegExpMatchArray,
  sentence: Sentence,
): Figure | null {
  const [printed] = match
  const [before, tens, more, unit, tenth, percent, double, few, fewUnit] = match.slice(9)
  const start = match.index as number
  const from = sentence.from + start
  const to = from + printed.length + (fewUnit?.length ?? 0)
  const operator = before === undefined ? '' : (rules.before[before] ?? '')
  const make = (value: string, unit: string, manner: Figure['operator'] = operator): Figure => ({
    ...{ from, to, value, unit, operator: manner },
    quantity: parseQuantity(`${value}${unit}`),
  })
  if (tens !== undefined && more !== undefined) {
    const value =
      parseChineseNumeral(tens.replace('数', '')) ?? { 十: '10', 百: '100', 千: '1000' }[tens]
    return value === undefined || tens.startsWith('数')
      ? null
      : make(String(value), unit as string, '>')
  }
  if (tenth !== undefined) return make(String(parseChineseNumeral(tenth)?.times(10)), '%')
  if (percent !== undefined) return make(String(parseChineseNumeral(percent) ?? ''), '%')
  if (double !== undefined)
    return make(String(2 ** ({ 一: 1, 两: 2, 二: 2, 三: 3 }[double] ?? 1)), '倍')
  if (few !== undefined && !/[第〇一二三四五六七八九十\d]/.test(sentence.text[start - 1] ?? ''))
    return make(String({ 一: 1, 两: 2, 三: 3 }[few] ?? ''), fewUnit as string)
  return null
}
