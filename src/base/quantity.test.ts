import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatQuantity, parseQuantity, quantityWords } from './index.ts'

// printed | operator | number | unit | low | high   (· = open end, = = as the number)
const CASES = `
14种            | =  | 14              | 种   | =       | =
14 种           | =  | 14              | 种   | =       | =
2.5万亿元       | =  | 2500000000000   | 元   | =       | =
1,234.5万元     | =  | 12345000        | 元   | =       | =
１，２３４．５万元 | =  | 12345000      | 元   | =       | =
约1.2亿美元     | ~  | 120000000       | USD  | 114000000 | 126000000
大约 300 家     | ~  | 300             | 家   | 285     | 315
近九成          | ~  | 90              | %    | 85.5    | 90
近30%           | ~  | 30              | %    | 28.5    | 30
30%左右         | ~  | 30              | %    | 28.5    | 31.5
超过3000家      | >  | 3000            | 家   | 3000    | ·
超3000亿元      | >  | 300000000000    | 元   | 300000000000 | ·
突破万亿元      | null
100家以上       | >= | 100             | 家   | 100     | ·
100亿元以上     | >= | 10000000000     | 元   | 10000000000 | ·
不低于70%       | >= | 70              | %    | 70      | ·
不足5%          | <  | 5               | %    | ·       | 5
不到一成        | <  | 10              | %    | ·       | 10
不超过20人      | <= | 20              | 人   | ·       | 20
28纳米以下      | <= | 28              | 纳米 | ·       | 28
300余家         | >  | 300             | 家   | 300     | ·
10多万吨        | >  | 100000          | 吨   | 100000  | ·
3万余人         | >  | 30000           | 人   | 30000   | ·
500+            | >= | 500             |      | 500     | ·
≥95%            | >= | 95              | %    | 95      | ·
<0.1%           | <  | 0.1             | %    | ·       | 0.1
3-5家           | ~  | 4               | 家   | 3       | 5
3～5亿元        | ~  | 400000000       | 元   | 300000000 | 500000000
30%-40%         | ~  | 35              | %    | 30      | 40
30-40%          | ~  | 35              | %    | 30      | 40
3亿元至5亿元    | ~  | 400000000       | 元   | 300000000 | 500000000
5000万—1亿元    | ~  | 75000000        | 元   | 50000000 | 100000000
-5%至-3%        | ~  | -4              | %    | -5      | -3
三万五千        | =  | 35000           |      | =       | =
三万五千吨      | =  | 35000           | 吨   | =       | =
一点五亿元      | =  | 150000000       | 元   | =       | =
两千三百家      | =  | 2300            | 家   | =       | =
十四种          | =  | 14              | 种   | =       | =
3万5千元        | =  | 35000           | 元   | =       | =
1亿2000万元     | =  | 120000000       | 元   | =       | =
百分之三十五    | =  | 35              | %    | =       | =
百分之3.5       | =  | 3.5             | %    | =       | =
六成            | =  | 60              | %    | =       | =
2个百分点       | =  | 2               | 百分点 | =     | =
-5.2%           | =  | -5.2            | %    | =       | =
－5.2％         | =  | -5.2            | %    | =       | =
负三十万元      | =  | -300000         | 元   | =       | =
约-10%          | ~  | -10             | %    | -10.5   | -9.5
1.2E+05         | =  | 120000          |      | =       | =
0               | =  | 0               |      | =       | =
-0.0            | =  | 0               |      | =       | =
.5%             | =  | 0.5             | %    | =       | =
5千瓦           | =  | 5               | 千瓦 | =       | =
5万千瓦         | =  | 50000           | 千瓦 | =       | =
10万片/月       | =  | 100000          | 片/月 | =      | =
1.5万元/吨      | =  | 15000           | 元/吨 | =      | =
¥100            | =  | 100             | 元   | =       | =
US$1.2 billion  | =  | 1200000000      | USD  | =       | =
人民币3亿元     | =  | 300000000       | 元   | =       | =
达到100亿元     | =  | 10000000000     | 元   | =       | =
5年             | =  | 5               | 年   | =       | =
2021年          | null
2019-2021       | null
2019—2021年     | null
2021-10-26      | null
3月             | null
000009          | null
0755-88888888   | null
数十家          | null
几百家          | null
5-3家           | null
超过100家以下   | null
30个人才政策    | null
1,23            | null
1.2.3           | null
—               | null
                | null
$100元          | null
NaN             | null
`

const rows = CASES.trim()
  .split('\n')
  .map((line) => line.split('|').map((cell) => cell.trim()))

test.each(rows)('%s', (printed = '', operator, number, unit = '', low = '', high = '') => {
  const end = (cell: string) => (cell === '·' ? null : cell === '=' ? number : cell)
  expect(parseQuantity(printed)).toEqual(
    operator === 'null'
      ? null
      : { printed, operator, number, unit, low: end(low), high: end(high) },
  )
})

// cell | unit of the column | number | unit
const COLUMN_CASES = `
123        | 万元   | 1230000     | 元
1.2亿元    | 万元   | 120000000   | 元
1.2亿      | 元     | 120000000   | 元
0.35       | %      | 0.35        | %
35%        | %      | 35          | %
35%        | 元     | null
3家        | 元     | null
12         | 架次   | 12          | 架次
1,234.50   | 亿美元 | 123450000000 | USD
约5        | 家     | 5           | 家
`

test.each(
  COLUMN_CASES.trim()
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim())),
)('%s in a column of %s', (printed = '', column = '', number = '', unit = '') => {
  const found = parseQuantity(printed, { unit: column })
  expect(found === null ? ['null'] : [found.number, found.unit]).toEqual(
    number === 'null' ? ['null'] : [number, unit],
  )
})

test('the tolerance of 约 is handed in', () => {
  expect(parseQuantity('约200', { tolerance: '0.1' })).toMatchObject({ low: '180', high: '220' })
  expect(parseQuantity('近200', { tolerance: '0.1' })).toMatchObject({ low: '180', high: '200' })
})

// printed | zh | en
const SHOWN = `
1234.5万元   | 1,234.5 万元    | 12,345,000 CNY
12345元      | 12,345 元       | 12,345 CNY
2.5万亿元    | 2.5 万亿元      | 2.5 trillion CNY
123456789元  | 123,456,789 元  | 123,456,789 CNY
35%          | 35%             | 35%
超过3000家   | 超过 3,000 家   | over 3,000 firms
100家以上    | 不低于 100 家   | at least 100 firms
不足5%       | 不足 5%         | under 5%
约14种       | 约 14 种        | about 14 kinds
3-5家        | 3–5 家          | 3–5 firms
3～5亿元     | 3–5 亿元        | 300–500 million CNY
2个百分点    | 2 个百分点      | 2 percentage points
-1234567     | -1,234,567      | -1,234,567
10万片/月    | 10 万片/月      | 100,000 wafers/month
0.000125     | 0.000125        | 0.000125
`

test.each(
  SHOWN.trim()
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim())),
)('%s is shown as %s', (printed = '', zh, en) => {
  const quantity = parseQuantity(printed)
  expect(quantity).not.toBeNull()
  if (quantity === null) return
  expect([formatQuantity(quantity, 'zh'), formatQuantity(quantity, 'en')]).toEqual([zh, en])
})

const amount = fc
  .tuple(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), fc.nat({ max: 9999 }))
  .map(
    ([whole, fraction]) => `${whole}${fraction === 0 ? '' : `.${`${fraction}`.padStart(4, '0')}`}`,
  )

test('what is formatted is read again as the same number', () => {
  fc.assert(
    fc.property(amount, fc.constantFrom('元', '%', '家', 'USD', '吨', ''), (text, unit) => {
      const quantity = parseQuantity(text, { unit })
      expect(quantity).not.toBeNull()
      if (quantity === null) return
      const again = parseQuantity(formatQuantity(quantity, 'zh'))
      expect([again?.number, again?.unit]).toEqual([quantity.number, unit])
    }),
  )
})

test('an interval holds its number, and any text gives a quantity or null', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'grapheme' }),
        fc
          .array(fc.constantFrom(...'约近超不足0159.,-~至万亿元%家成余多三十点百分之以上'))
          .map((a) => a.join('')),
      ),
      (text) => {
        const quantity = parseQuantity(text)
        if (quantity === null) return
        expect(quantity.printed).toBe(text)
        if (quantity.low !== null)
          expect(Number(quantity.low)).toBeLessThanOrEqual(Number(quantity.number))
        if (quantity.high !== null)
          expect(Number(quantity.high)).toBeGreaterThanOrEqual(Number(quantity.number))
      },
    ),
    { numRuns: 3000 },
  )
})

test('a cell of any length is answered at once', () => {
  for (const piece of ['万', '1', '一', '1,', '百分之', '约', '-', '1-', '1万亿']) {
    expect(parseQuantity(piece.repeat(50_000))).toBeNull()
  }
})

describe('a quantity told by itself', () => {
  const told = (printed: string, unit?: string, language: 'zh' | 'en' = 'zh') => {
    const quantity = parseQuantity(printed, unit === undefined ? {} : { unit })
    return quantity === null ? null : quantityWords(quantity, language)
  }

  test('stays as printed where that names its unit, and has one added where the column named it', () => {
    expect(told('120亿元')).toBe('120亿元')
    expect(told('约35％')).toBe('约35％')
    expect(told('１２３４.５', '万元')).toBe('1,234.5 万元')
    expect(told('约２万', '万元')).toBe('约 2 万元')
    expect(told('8', '%')).toBe('8%')
    expect(told('320', '家', 'en')).toBe('320 firms')
    expect(told('14')).toBe('14')
  })
})
