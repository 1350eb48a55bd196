import { parseChineseNumeral, parseQuantity } from '../../../base/index.ts'
import type { Figure, Sentence } from './model.ts'

const UNITS =
  '平方公里|平方千米|平方米|立方米|千瓦时|吨标准煤|百分点|个百分点|人民币|美元|美金|欧元|日元|港元|英镑|元|吨|公里|千米|公顷|亩|千瓦|兆瓦|吉瓦|倍|人次|人|户|家|个|种|项|件|台|套|辆|架|艘|条|座|只|片|颗|枚|张|次|所|处|类|款|例|篇|笔|支|批|名|位|年|天|小时|%|‰'
const NUMBER = String.raw`\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?`
const BEFORE =
  '不低于|不少于|至少|不超过|超过|突破|超|逾|不足|不到|低于|接近|将近|大约|约为|约|近|高于|仅为'
const FIGURE = new RegExp(
  `(${BEFORE})?(${NUMBER})(?:(?:%)?(?:至|到|-|—|–|~|～)(${NUMBER}))?(余|多)?(万亿|千亿|百亿|亿|千万|百万|万)?(余|多)?(${UNITS})?(以上|左右|以下)?` +
    `|(${BEFORE})?(?:(十|百|千|数十|数百)(余|多)(${UNITS})|([一二三四五六七八九])成|百分之([一二三四五六七八九十百零点]+)|翻([一两二三])番|(一|两|三)(?=(所|座)))`,
  'g',
)
const OPERATOR: Readonly<Record<string, Figure['operator']>> = {
  ...{
    不低于: '>=',
    不少于: '>=',
    至少: '>=',
    不超过: '<=',
    超过: '>',
    突破: '>',
    超: '>',
    逾: '>',
  },
  ...{
    不足: '<',
    不到: '<',
    低于: '<',
    接近: '~',
    将近: '~',
    大约: '~',
    约为: '~',
    约: '~',
    近: '~',
    高于: '>',
  },
  ...{ 以上: '>=', 左右: '~', 以下: '<=' },
}
const FRACTION = /(\d{1,2})\/(\d{1,2})(?!\d|\/)/g

/** Printed figures of one sentence that carry a unit, or stand behind 指数 and 为 with a point. */
export function figuresIn(sentence: Sentence): Figure[] {
  const found = [...sentence.text.matchAll(FIGURE)]
    .map((match) => figureOf(match, sentence))
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
  return found
}

function figureOf(match: RegExpMatchArray, sentence: Sentence): Figure | null {
  const [printed, before, number] = match
  const start = match.index as number
  const last = sentence.text[start - 1] ?? ''
  if (number === undefined) return spokenFigure(match, sentence)
  // Parts of dates, numbers of documents, names such as 5G, and ordinals are no figures.
  if (before === undefined && /[第〔[A-Za-z\d.+—-]/.test(last)) return null
  const [, , , until, more1, scale = '', more2, unit = '', after] = match
  if (isDate(match, sentence.text)) return null
  if (scale === '' && unit === '' && !isIndex(number, sentence.text, start)) return null
  const more = more1 ?? more2
  const operator = before === undefined ? '' : (OPERATOR[before] ?? '')
  const tail = after === undefined ? (more === undefined ? '' : '>') : (OPERATOR[after] ?? '')
  const from = sentence.from + start
  const spoken =
    scale === '' || unit !== '' ? unit : unitLeftOut(sentence.text, start + printed.length)
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

/** 3个亿, 5.2亿天价 and 1万亿 leave 元 out; behind 网民 or 人口 it is people. */
function unitLeftOut(text: string, end: number): string {
  const before = text.slice(Math.max(0, end - 16), end)
  if (/(?:网民|人口|用户)/.test(before)) return '人'
  return /(?:额|值|价|费|投资|收入|资金|卖|增加值)/.test(text.slice(Math.max(0, end - 24), end + 8))
    ? '元'
    : ''
}

const isIndex = (number: string, text: string, start: number): boolean =>
  number.includes('.') &&
  /(?:指数|系数|得分|评分)[^，。；]{0,8}$|（$/.test(text.slice(0, start)) &&
  number.length >= 4

function isDate(match: RegExpMatchArray, text: string): boolean {
  const [printed, , number = '', until] = match
  const end = (match.index as number) + printed.length
  const unit = match[7]
  if (unit === '年' && /^(?:19|20)\d\d$/.test(until ?? number)) return true
  if (unit === '年') return /^(?:内|底|末|初|前|来)/.test(text.slice(end))
  if (unit === undefined && /^[月日号年期〕]/.test(text.slice(end))) return true
  return unit === undefined && until !== undefined && /^(?:19|20)\d\d$/.test(until)
}

function spokenFigure(match: RegExpMatchArray, sentence: Sentence): Figure | null {
  const [printed] = match
  const [before, tens, more, unit, tenth, percent, double, few, fewUnit] = match.slice(9)
  const start = match.index as number
  const from = sentence.from + start
  const to = from + printed.length + (fewUnit?.length ?? 0)
  const operator = before === undefined ? '' : (OPERATOR[before] ?? '')
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
