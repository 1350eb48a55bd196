import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isUuid, randomUuid, uuidOf } from './index.ts'

test('the id of known parts never changes, since claims are named by it', () => {
  expect(uuidOf('1', 'firm', 'stock-code', '688981')).toMatchInlineSnapshot(
    `"20121231-0e52-811d-81ce-24e283ef11f6"`,
  )
  expect(uuidOf()).toMatchInlineSnapshot(`"e3b0c442-98fc-8c14-9afb-f4c8996fb924"`)
})

test('version 8 and the RFC variant; version 4 for chance', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string()),
      fc.uint8Array({ minLength: 16, maxLength: 16 }),
      (parts, bytes) => {
        expect(uuidOf(...parts)).toMatch(
          /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
        )
        expect(randomUuid(bytes)).toMatch(
          /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
        )
        expect(isUuid(uuidOf(...parts))).toBe(true)
      },
    ),
  )
})

test('where one part ends and the next begins is part of the id', () => {
  const piece = fc.constantFrom('', 'a', '1', ':', '1:', '中', '12')
  const list = fc.array(piece, { maxLength: 5 })
  fc.assert(
    fc.property(list, list, (left, right) => {
      const same = JSON.stringify(left) === JSON.stringify(right)
      expect(uuidOf(...left) === uuidOf(...right)).toBe(same)
    }),
    { numRuns: 3000 },
  )
})

test.each(['', 'x', 'AAAAAAAA-BBBB-8CCC-8DDD-EEEEEEEEEEEE', '0f8fad5bd9cb469fa16570867728950e'])(
  '%j is no canonical UUID',
  (text) => {
    expect(isUuid(text)).toBe(false)
  },
)
