import { expect, test } from 'vitest'
import { encodeCopyText, keepEncodedRows } from './copy-text.ts'

const TYPES = ['int4', 'uuid', 'text'] as const
const FIRST = '11111111-1111-8111-8111-111111111111'
const SECOND = '22222222-2222-8222-8222-222222222222'
const THIRD = '33333333-3333-8333-8333-333333333333'

test('kept rows are whole, whatever their cells hold', () => {
  const odd = 'a\tb\nc\\d\r𠮷'
  const rows = [
    [1, FIRST, odd],
    [1, SECOND, null],
    [1, THIRD, odd],
    [1, SECOND, odd],
  ]
  const kept = keepEncodedRows(encodeCopyText(TYPES, rows), 1, (id) => id !== SECOND)
  expect(Buffer.from(kept)).toEqual(encodeCopyText(TYPES, [rows[0] ?? [], rows[2] ?? []]))
})

test('of no rows, and of none that is kept, nothing is left', () => {
  const bytes = encodeCopyText(TYPES, [[1, FIRST, 'a']])
  expect(keepEncodedRows(encodeCopyText(TYPES, []), 1, () => true)).toHaveLength(0)
  expect(keepEncodedRows(bytes, 1, () => false)).toHaveLength(0)
})
