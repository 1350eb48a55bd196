/** A number format of Word; one that is not known here is printed in plain digits. */
export type Format = string

/** A number as a list prints it. */
export function formatNumber(number: number, format: Format): string {
  const printed = PRINTERS[format]?.(number)
  return printed ?? String(number)
}

const PRINTERS: Readonly<Record<string, (number: number) => string | undefined>> = {
  chineseCounting: chinese,
  chineseCountingThousand: chinese,
  japaneseCounting: chinese,
  taiwaneseCountingThousand: chinese,
  ideographDigital: (number) => [...String(number)].map((digit) => DIGITS[Number(digit)]).join(''),
  upperLetter: (number) => letters(number, 65),
  lowerLetter: (number) => letters(number, 97),
  upperRoman: roman,
  lowerRoman: (number) => roman(number)?.toLowerCase(),
  decimalZero: (number) => String(number).padStart(2, '0'),
  decimalEnclosedCircle: circled,
  decimalEnclosedCircleChinese: circled,
  decimalFullWidth: (number) =>
    [...String(number)].map((digit) => String.fromCodePoint(0xff10 + Number(digit))).join(''),
}

const DIGITS = '〇一二三四五六七八九'

/** Up to 9,999: 十, 十一, 二十, 一百零五. */
function chinese(number: number): string | undefined {
  if (number < 1 || number > 9_999) return undefined
  let text = ''
  let isGap = false
  const digits = [...String(number)].map(Number)
  digits.forEach((digit, at) => {
    const place = digits.length - 1 - at
    if (digit === 0) {
      isGap = text !== ''
      return
    }
    text += (isGap ? '零' : '') + DIGITS[digit] + ['', '十', '百', '千'][place]
    isGap = false
  })
  return number < 20 ? text.replace(/^一十/, '十') : text
}

/** a to z, then aa, bb: Word repeats the letter. */
function letters(number: number, first: number): string | undefined {
  if (number < 1 || number > 780) return undefined
  const letter = String.fromCharCode(first + ((number - 1) % 26))
  return letter.repeat(Math.ceil(number / 26))
}

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
]

function roman(number: number): string | undefined {
  if (number < 1 || number > 3_999) return undefined
  let rest = number
  let text = ''
  for (const [value, sign] of ROMAN) {
    for (; rest >= value; rest -= value) text += sign
  }
  return text
}

function circled(number: number): string | undefined {
  return number >= 1 && number <= 20 ? String.fromCodePoint(0x245f + number) : undefined
}
