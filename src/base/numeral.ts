import { type Decimal, decimal } from './decimal.ts'

const DIGITS = '〇一二三四五六七八九'
const SPELLINGS: Readonly<Record<string, string>> = {
  ...{ 零: '〇', '○': '〇', 两: '二', 壹: '一', 贰: '二', 叁: '三', 肆: '四', 伍: '五' },
  ...{ 陆: '六', 柒: '七', 捌: '八', 玖: '九', 拾: '十', 佰: '百', 仟: '千', 萬: '万', 億: '亿' },
}
const UNITS: Readonly<Record<string, string>> = { 十: '10', 百: '100', 千: '1000' }

/** Characters a Chinese numeral may consist of. */
export const CHINESE_NUMERAL = '〇零○一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟萬億点'

/** Longer than any numeral; a cell full of 万 must not cost a step and a stack frame for each. */
const NUMERAL_LIMIT = 60

const plainNumeral = (text: string): string =>
  [...text].map((character) => SPELLINGS[character] ?? character).join('')

/** 二〇二一年十二月三日 → 2021年12月3日: digit by digit, and 十 as a ten; other text stays. */
export function chineseDigits(text: string): string {
  return plainNumeral(text)
    .replace(/([一二三四五六七八九]?)十([一二三四五六七八九]?)/g, (_, tens: string, ones: string) =>
      String((tens ? DIGITS.indexOf(tens) : 1) * 10 + (ones ? DIGITS.indexOf(ones) : 0)),
    )
    .replace(/[〇一二三四五六七八九]/g, (digit) => String(DIGITS.indexOf(digit)))
}

/**
 * The number of a Chinese numeral: 三万五千, 一百零五, 两千, 一点五亿, 十四, 二〇二一; also mixed with
 * Arabic digits (3万5千, 1亿2000万). Colloquial tails count as spoken (三万五 = 35000). Null when it is
 * not a numeral: 数十 and 几百 stay vague on purpose.
 */
export function parseChineseNumeral(text: string): Decimal | null {
  if (text.length > NUMERAL_LIMIT) return null
  const plain = plainNumeral(text)
  if (/^[〇一二三四五六七八九]{2,}$/.test(plain))
    return decimal(String(Number(chineseDigits(plain))))
  for (const [sign, size] of [
    ['亿', '100000000'],
    ['万', '10000'],
  ] as const) {
    const cut = plain.lastIndexOf(sign)
    if (cut <= 0) continue
    const head = parseChineseNumeral(plain.slice(0, cut))
    const tail = parseTail(plain.slice(cut + 1), decimal(size))
    return head === null || tail === null ? null : head.times(size).plus(tail)
  }
  return parseBelowWan(plain)
}

/** What follows 万 or 亿: nothing, a smaller number, or one spoken digit of the next place. */
function parseTail(text: string, above: Decimal): Decimal | null {
  if (text === '') return decimal('0')
  const spoken = /^[一二三四五六七八九]$/.test(text)
  if (spoken) return above.dividedBy('10').times(DIGITS.indexOf(text))
  const tail = parseChineseNumeral(text)
  return tail === null || tail.greaterThanOrEqualTo(above) ? null : tail
}

/** 九千九百九十九 and below, with a fraction after 点 when it stands alone. */
function parseBelowWan(text: string): Decimal | null {
  const fraction = /^(.+)点([〇一二三四五六七八九]+)$/.exec(text)
  if (fraction !== null) {
    const whole = parseBelowWan(fraction[1] as string)
    if (whole === null) return null
    return decimal(`${whole.toFixed()}.${chineseDigits(fraction[2] as string)}`)
  }
  if (/^\d+(\.\d+)?$/.test(text)) return decimal(text.replace(/^0+(?=\d)/, ''))
  let rest = text
  let total = decimal('0')
  for (const unit of ['千', '百', '十']) {
    const cut = rest.indexOf(unit)
    if (cut < 0) continue
    const digit = digitBefore(rest.slice(0, cut), unit)
    if (digit === null) return null
    total = total.plus(digit.times(UNITS[unit] as string))
    rest = rest.slice(cut + 1)
    if (unit !== '十' && /^[一二三四五六七八九]$/.test(rest)) {
      return total.plus(
        decimal(UNITS[unit] as string)
          .dividedBy('10')
          .times(DIGITS.indexOf(rest)),
      )
    }
  }
  const last = rest === '' ? decimal('0') : digitBefore(rest, '')
  return text === '' || last === null ? null : total.plus(last)
}

/** One digit, perhaps after a 〇; before 十 it may be left out, as in 十四. */
function digitBefore(text: string, unit: string): Decimal | null {
  const plain = text.startsWith('〇') && text.length > 1 ? text.slice(1) : text
  if (plain === '' && unit === '十') return decimal('1')
  if (/^\d$/.test(plain)) return decimal(plain)
  const digit = plain.length === 1 ? DIGITS.indexOf(plain) : -1
  return digit < 0 ? null : decimal(String(digit))
}
