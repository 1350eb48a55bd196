import { expect, test } from 'vitest'
import type { OrganisationView, RoleView } from '../../api/index.ts'
import { byOrganisation, permissionsIn, rolesFor } from './grants.ts'
import { validatePeopleSearch } from './search.ts'

const role = (id: string, organisations: RoleView['organisations'], permissions: string[]) =>
  ({ id, organisations, permissions }) as RoleView
const office = role('office', ['government'], ['read', 'import'])
const firm = role('leadFirm', ['firm'], ['read'])
const membership = (organisation: string, held: string) => ({
  organisation: { id: organisation, name: organisation },
  role: held,
})

test('several roles in one organisation stand in one line', () => {
  const groups = byOrganisation([
    membership('a', 'office'),
    membership('b', 'leadFirm'),
    membership('a', 'chief'),
  ])
  expect(groups.map(({ name, roles }) => [name, roles])).toEqual([
    ['a', ['office', 'chief']],
    ['b', ['leadFirm']],
  ])
})

test('an organisation is offered the roles of its kind', () => {
  const chosen = { kind: 'firm' } as OrganisationView
  expect(rolesFor([office, firm], chosen)).toEqual([firm])
  expect(rolesFor([office, firm], undefined)).toEqual([office, firm])
})

test('what most roles may do stands first', () => {
  expect(permissionsIn([office, firm])).toEqual(['read', 'import'])
})

test.each([
  [{}, {}],
  [{ tab: 'people', edit: 'x' }, {}],
  [
    { tab: 'roles', edit: 'new' },
    { tab: 'roles', edit: 'new' },
  ],
])('%j is read as %j', (search, found) => {
  expect(validatePeopleSearch(search)).toEqual(found)
})
