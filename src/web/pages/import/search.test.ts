import { expect, test } from 'vitest'
import { filesOf, validateImportSearch, withFile, withoutFile } from './search.ts'

test('the address keeps the files at hand and the one being mapped', () => {
  const one = withFile({}, 'a')
  const two = withFile(one, 'b')
  expect(two).toEqual({ files: 'a.b', source: 'a' })
  expect(withFile(two, 'b')).toEqual(two)
  expect(filesOf({ source: 'c' })).toEqual(['c'])
})

test('a file taken off the list leaves the next one open', () => {
  const search = { files: 'a.b', source: 'a', sheet: '表', mapping: 'm' }
  expect(withoutFile(search, 'a')).toEqual({ files: 'b', source: 'b' })
  expect(withoutFile(search, 'b')).toEqual({ files: 'a', source: 'a', sheet: '表', mapping: 'm' })
  expect(withoutFile({ files: 'a', source: 'a' }, 'a')).toEqual({})
})

test('what the address does not know is left out', () => {
  expect(validateImportSearch({ source: 'a', sheet: 3, other: 'x' })).toEqual({ source: 'a' })
})
