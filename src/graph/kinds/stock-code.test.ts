import { expect, test } from 'vitest'
import { checkStockCode, listingOf } from './index.ts'

test.each([
  ['688981', '688981', 'SSE', 'star'],
  ['600373.SH', '600373', 'SSE', 'main'],
  ['sh600373', '600373', 'SSE', 'main'],
  ['000009.SZ', '000009', 'SZSE', 'main'],
  ['３００８１８', '300818', 'SZSE', 'chiNext'],
  ['835185.BJ', '835185', 'BSE', 'bse'],
  ['920029', '920029', 'BSE', 'bse'],
  ['900901', '900901', 'SSE', null],
  ['00981.HK', '00981.HK', 'HKEX', null],
  ['0700.hk', '00700.HK', 'HKEX', null],
  ['HK00981', '00981.HK', 'HKEX', null],
])('%s is %s of %s, %s', (text, code, exchange, board) => {
  expect(checkStockCode(text)).toEqual({ ok: true, code })
  expect(listingOf(code)).toEqual({ exchange, board })
})

test.each([
  ['', 'code-empty'],
  ['9', 'code-form'],
  ['123456', 'code-form'],
  ['600373.SZ', 'code-exchange'],
  ['SZ600373', 'code-exchange'],
  ['600373.XX', 'code-exchange'],
  ['ASML', 'code-form'],
])('%j is refused: %s', (text, reason) => {
  expect(checkStockCode(text)).toMatchObject({ ok: false, reason })
})
