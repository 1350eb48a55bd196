import { expect, test } from 'vitest'
import type { OrganisationKind } from '../access/index.ts'
import { ROLES } from './office.case.ts'
import { grantFault, isCreditCodeForm, isLogin, isName } from './rules.ts'

const kinds = new Map<string, OrganisationKind>([
  ['office', 'government'],
  ['firm', 'firm'],
  ['institute', 'institute'],
])

test.each([
  [[], 'none'],
  [[['office', 'office']], null],
  [
    [
      ['office', 'chief'],
      ['firm', 'leadFirm'],
    ],
    null,
  ],
  [[['institute', 'institute']], null],
  [[['office', 'emperor']], 'unknown-role'],
  [[['nowhere', 'chief']], 'unknown-organisation'],
  [[['firm', 'office']], 'unfit-organisation'],
  [[['firm', 'auditor']], 'unfit-organisation'],
  [[['institute', 'administrator']], 'unfit-organisation'],
  [[['office', 'memberFirm']], 'unfit-organisation'],
  [
    [
      ['office', 'chief'],
      ['firm', 'reviewer'],
    ],
    'unfit-organisation',
  ],
])('grants %j: %s', (pairs, expected) => {
  const grants = pairs.map(([organisation = '', role = '']) => ({ organisation, role }))
  expect(grantFault(grants, ROLES, kinds, false)).toBe(expected)
})

test.each([
  [['administrator', 'securityAdministrator'], 'two-seats'],
  [['auditor', 'administrator'], 'two-seats'],
  [['founder', 'auditor'], 'two-seats'],
  [['office', 'securityAdministrator'], null],
])('kept apart, %j: %s', (held, expected) => {
  const grants = held.map((role) => ({ organisation: 'office', role }))
  expect(grantFault(grants, ROLES, kinds, true)).toBe(expected)
  expect(grantFault(grants, ROLES, kinds, false)).toBeNull()
})

test.each([
  ['wang.wei', true],
  ['王伟', true],
  ['13800138000', true],
  ['a@example.org', true],
  ['a', false],
  ['.wei', false],
  ['wang wei', false],
  ['wang/wei', false],
  ['x'.repeat(65), false],
])('login %s: %s', (login, expected) => {
  expect(isLogin(login)).toBe(expected)
})

test.each([
  ['示例市经济和信息化局', true],
  ['𬭎'.repeat(100), true],
  ['𬭎'.repeat(101), false],
  ['', false],
])('name %s: %s', (name, expected) => {
  expect(isName(name)).toBe(expected)
})

test.each([
  ['91310000MA1FL0XX0X', true],
  ['91310000MA1FL0XX0', false],
  ['91310000ma1fl0xx0x', false],
  ['9131000OMA1FL0XX0X', false],
])('credit code %s has the form: %s', (code, expected) => {
  expect(isCreditCodeForm(code)).toBe(expected)
})
