import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decimalText } from './decimal.ts'
import { chineseDigits, parseChineseNumeral } from './numeral.ts'

test.each([
  ['十', '10'],
  ['十四', '14'],
  ['二十', '20'],
  ['一百', '100'],
  ['一百零五', '105'],
  ['一百一十', '110'],
  ['一百五', '150'],
  ['两千', '2000'],
  ['两千零三十', '2030'],
  ['三万五', '35000'],
  ['三万五千', '35000'],
  ['三万零五', '30005'],
  ['十二万', '120000'],
  ['一亿零三百万', '103000000'],
  ['二万三千亿', '2300000000000'],
  ['一万亿', '1000000000000'],
  ['一点五', '1.5'],
  ['一点五亿', '150000000'],
  ['〇', '0'],
  ['二〇二一', '2021'],
  ['叁仟伍佰', '3500'],
  ['3万5千', '35000'],
  ['数十', null],
  ['百', null],
  ['万', null],
  ['十百', null],
  ['三千三千', null],
  ['一万二亿', '1200000000000'],
  ['', null],
])('%s is %s', (text, expected) => {
  const found = parseChineseNumeral(text)
  expect(found === null ? null : decimalText(found)).toBe(expected)
})

/** The schoolbook spelling of a whole number. */
function spell(number: number): string {
  if (number >= 100000000) return spellAbove(number, 100000000, '亿')
  if (number >= 10000) return spellAbove(number, 10000, '万')
  const places: readonly (readonly [number, string])[] = [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ]
  let rest = number
  let text = ''
  let gap = false
  for (const [size, sign] of places) {
    const digit = Math.floor(rest / size)
    rest %= size
    if (digit === 0) gap = text !== ''
    else {
      text += (gap ? '零' : '') + '零一二三四五六七八九'.charAt(digit) + sign
      gap = false
    }
  }
  return text
}

function spellAbove(number: number, size: number, sign: string): string {
  const rest = number % size
  const gap = rest > 0 && rest < size / 10 ? '零' : ''
  return spell(Math.floor(number / size)) + sign + gap + (rest > 0 ? spell(rest) : '')
}

test('every spelled number is read back', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 999_999_999_999 }), (number) => {
      const found = parseChineseNumeral(spell(number))
      expect(found === null ? spell(number) : decimalText(found)).toBe(String(number))
    }),
    { numRuns: 2000 },
  )
})

test('digits of a Chinese date', () => {
  expect(chineseDigits('二〇二一年十二月三十一日')).toBe('2021年12月31日')
  expect(chineseDigits('二零二零年十月二十日')).toBe('2020年10月20日')
})
