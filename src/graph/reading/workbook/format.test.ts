import { describe, expect, test } from 'vitest'
import { type CellFormat, classifyFormat } from './format.ts'
import { plainNumber, printNumber, shiftPoint } from './printed.ts'

const shown = (code: string, stored: string, from1904 = false): string =>
  printNumber(stored, classifyFormat(code), from1904)

describe('a number is printed whole, in the form of its format', () => {
  const cases: [code: string, stored: string, printed: string][] = [
    ['General', '0.1', '0.1'],
    ['General', '0.30000000000000004', '0.3'],
    ['General', '0.56999999999999995', '0.57'],
    ['General', '1234567.8900000001', '1234567.89'],
    ['General', '1E-7', '0.0000001'],
    ['General', '1.5E+20', '150000000000000000000'],
    ['General', '123456789012345678', '123456789012346000'],
    ['General', '-0.5', '-0.5'],
    ['General', '1.50', '1.5'],
    ['0%', '0.57', '57%'],
    ['0%', '0.56830000000000003', '56.83%'],
    ['0.00%', '1', '100%'],
    ['0.0%', '-0.052', '-5.2%'],
    ['0.00', '57', '57'],
    ['#,##0.00', '1234.5', '1234.5'],
    ['#,##0.00_ ;[Red]\\-#,##0.00\\ ', '1234.5', '1234.5'],
    ['000000', '301', '000301'],
    ['000000', '-3', '-3'],
    ['0.0"万元"', '35.2', '35.2万元'],
    ['0"家"', '12', '12家'],
    ['"¥"#,##0.00', '12.5', '¥12.5'],
    ['[$¥-804]#,##0', '12', '¥12'],
    ['0"%"', '57', '57%'],
    ['0!.0,"万"', '35000', '35000'],
    ['#,##0,', '35000', '35000'],
    ['[>=100000000]0!.00,,"亿";0', '350000000', '350000000'],
    ['_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * "-"??_ ;_ @_ ', '8', '8'],
    ['@', '301', '301'],
    ['0.00E+00', '12345', '12345'],
    ['[DBNum2][$-804]General', '12', '12'],
  ]
  test.each(cases)('%s of %s', (code, stored, printed) => {
    expect(shown(code, stored)).toBe(printed)
  })
})

describe('a serial day becomes as much of an ISO text as the format shows', () => {
  const cases: [code: string, stored: string, printed: string][] = [
    ['yyyy-mm-dd', '44495', '2021-10-26'],
    ['yyyy"年"m"月"d"日"', '44495', '2021-10-26'],
    ['[$-804]yyyy"年"m"月"d"日";@', '44495', '2021-10-26'],
    ['m/d/yy', '44495', '2021-10-26'],
    ['e/m/d', '44495', '2021-10-26'],
    ['yyyy"年"m"月"', '44470', '2021-10'],
    ['yyyy"年"m"月"', '44495', '2021-10-26'],
    ['yyyy', '44197', '2021'],
    ['m"月"d"日"', '44495', '2021-10-26'],
    ['yyyy-mm-dd hh:mm', '44495.354166666664', '2021-10-26 08:30:00'],
    ['yyyy-mm-dd hh:mm', '44495', '2021-10-26'],
    ['h:mm:ss', '0.354166666666667', '08:30:00'],
    ['mm:ss', '0.0010416666', '00:01:30'],
    ['[h]:mm', '1.5', '36:00:00'],
    ['yyyy-mm-dd', '1', '1900-01-01'],
    ['yyyy-mm-dd', '59', '1900-02-28'],
    ['yyyy-mm-dd', '60', '1900-02-29'],
    ['yyyy-mm-dd', '61', '1900-03-01'],
    ['yyyy-mm-dd', '44495.99999999', '2021-10-27'],
    ['yyyy-mm-dd', '-5', '-5'],
    ['yyyy-mm-dd', '20211026', '20211026'],
  ]
  test.each(cases)('%s of %s', (code, stored, printed) => {
    expect(shown(code, stored)).toBe(printed)
  })

  test('old Macintosh workbooks count from 1904', () => {
    expect(shown('yyyy-mm-dd', '43033', true)).toBe('2021-10-26')
    expect(shown('yyyy-mm-dd', '0', true)).toBe('1904-01-01')
  })
})

test('digits without an exponent, and the point moved', () => {
  expect(plainNumber('abc')).toBe('abc')
  expect(plainNumber('1E+400')).toBe('1E+400')
  expect(shiftPoint('0.001', 2)).toBe('0.1')
  expect(shiftPoint('12', -3)).toBe('0.012')
  expect(shiftPoint('-0', 2)).toBe('0')
  expect(classifyFormat('General')).toEqual({ kind: 'plain' } satisfies CellFormat)
})
