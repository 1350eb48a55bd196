import { expect, test } from 'vitest'
import { filtersOf, validateAuditSearch } from './search.ts'

const PERSON = '00000000-0000-8000-8000-0000000000aa'

test('what an address says is taken where it can be asked for', () => {
  expect(
    validateAuditSearch({
      view: 'other',
      from: '2026-11-01',
      to: 'soon',
      person: 'me',
      kind: ' read ',
    }),
  ).toEqual({ from: '2026-11-01', kind: 'read' })
  expect(validateAuditSearch({ person: PERSON, result: 'refused' })).toEqual({
    ...{ person: PERSON, result: 'refused' },
  })
  expect(validateAuditSearch({ view: 'entries', result: 'refused' })).toEqual({ view: 'entries' })
})

test('each view asks by its own names', () => {
  expect(filtersOf({ kind: 'read', object: '/api/x' })).toEqual({ act: 'read', object: '/api/x' })
  expect(filtersOf({ view: 'entries', kind: 'desk.', object: '/api/x' })).toEqual({
    command: 'desk.',
  })
  expect(filtersOf({ view: 'entries', object: PERSON })).toEqual({ object: PERSON })
})
