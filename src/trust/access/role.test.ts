import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { JsonValue } from '../../base/index.ts'
import {
  FACE_WORDS,
  LABEL_LEVELS,
  LEVEL_WORDS,
  loadRoles,
  ORGANISATION_KIND_WORDS,
  PERMISSION_WORDS,
  PERMISSIONS,
  rolesWith,
} from './index.ts'

const file = JSON.parse(readFileSync('packs/core/roles.json', 'utf8')) as {
  roles: { id: string; permissions: string[] }[]
}
const roles = loadRoles(file)

/** One column a role, one line a permission: what is not marked is denied. */
const MATRIX = `
                      office chief taskForce reviewer dataSteward leadFirm memberFirm institute auditor administrator securityAdministrator founder
  read-chain            x      x       x        x          x         x         x          x        x          x                 x              x
  read-source           x      x       x        x          x         x         x          x        x          x                 x              x
  read-internal         x      x       x        x          x         .         .          .        x          .                 .              .
  read-restricted       .      .       .        .          x         .         .          .        x          .                 .              .
  read-sensitive        x      x       .        .          .         .         .          .        .          .                 .              .
  bring-source          x      .       x        .          x         .         .          .        .          .                 .              .
  import-table          x      .       x        .          x         .         .          .        .          .                 .              .
  state-claim           x      .       x        .          .         .         .          .        .          .                 .              .
  edit-chain            x      .       x        .          .         .         .          .        .          .                 .              .
  decide-claim          x      .       .        x          .         .         .          .        .          .                 .              .
  publish-batch         x      .       .        x          .         .         .          .        .          .                 .              .
  decide-identity       x      .       .        x          x         .         .          .        .          .                 .              .
  manage-lists          x      .       x        .          .         .         .          .        .          .                 .              .
  sign-list             x      x       x        x          .         .         .          .        .          .                 .              .
  export-data           x      x       x        x          x         .         .          .        x          .                 .              .
  collect-data          x      .       x        .          x         .         .          .        .          .                 .              .
  answer-collection     .      .       x        .          .         x         x          x        .          .                 .              .
  set-desk              x      .       .        .          .         .         .          .        .          .                 .              .
  manage-mappings       x      .       .        .          x         .         .          .        .          .                 .              .
  manage-consents       x      .       .        .          x         .         .          .        .          .                 .              .
  read-jobs             x      .       x        x          x         .         .          .        x          .                 .              .
  read-people           x      .       x        .          .         .         .          .        x          x                 x              x
  manage-people         .      .       .        .          .         .         .          .        .          x                 .              x
  grant-roles           .      .       .        .          .         .         .          .        .          .                 x              x
  guard-sign-in         .      .       .        .          .         .         .          .        .          .                 x              x
  manage-organisations  .      .       .        .          .         .         .          .        .          x                 .              x
  read-audit            .      .       .        .          .         .         .          .        x          .                 .              .
  manage-log            .      .       .        .          .         .         .          .        .          x                 .              .
  keep-backups          .      .       .        .          .         .         .          .        .          x                 .              .
  switch-role           x      x       x        x          x         x         x          x        x          x                 x              x
  own-account           x      x       x        x          x         x         x          x        x          x                 x              x
`

const [ids = [], ...lines] = MATRIX.trim()
  .split('\n')
  .map((line) => line.trim().split(/\s+/))

describe('the roles that ship', () => {
  test('the matrix names every role and every permission', () => {
    expect(ids).toEqual([...roles.keys()])
    expect(lines.map(([permission]) => permission)).toEqual([...PERMISSIONS])
  })

  test.each(lines)('%s is held by exactly those who need it', (permission, ...marks) => {
    const held = ids.filter((_, column) => marks[column] === 'x')
    expect(rolesWith(roles, permission as never)).toEqual(held)
  })

  test('three seats of administrators are apart, and none may do what another may', () => {
    const seats = [...roles.values()].filter(({ apart, founds }) => apart && !founds)
    expect(seats.map(({ id }) => id)).toEqual(['auditor', 'administrator', 'securityAdministrator'])
    expect(seats.every(({ secondFactor }) => secondFactor)).toBe(true)
    const shared = new Set(['read-chain', 'read-source', 'read-people', 'read-jobs'])
    const powers = seats.flatMap(({ permissions }) =>
      permissions.filter((each) => !['switch-role', 'own-account'].includes(each)),
    )
    const twice = powers.filter((power, at) => powers.indexOf(power) !== at)
    expect(twice.filter((power) => !shared.has(power))).toEqual([])
  })

  test('whoever manages people neither decides nor looks on, and whoever audits changes nothing', () => {
    const apart = [
      ['manage-people', 'decide-claim'],
      ['manage-people', 'publish-batch'],
      ['manage-people', 'read-restricted'],
      ['manage-people', 'read-audit'],
      ['grant-roles', 'read-audit'],
      ['grant-roles', 'decide-claim'],
      ['read-audit', 'state-claim'],
      ['read-audit', 'publish-batch'],
    ] as const
    for (const role of roles.values()) {
      for (const [one, other] of apart) {
        expect([
          role.id,
          role.permissions.includes(one) && role.permissions.includes(other),
        ]).toEqual([role.id, false])
      }
    }
  })

  test('no firm or institute holds a role that sees what is internal', () => {
    for (const role of roles.values()) {
      const isOutside = role.organisations.some((kind) => kind !== 'government')
      expect([role.id, isOutside && role.permissions.includes('read-internal')]).toEqual([
        role.id,
        false,
      ])
    }
  })
})

describe('a role file', () => {
  const [first] = file.roles
  const faulty: [string, JsonValue][] = [
    ['no object', null],
    ['no roles', { roles: [] }],
    ['an unknown member', { ...file, more: 1 }],
    ['an unknown permission', { roles: [{ ...first, permissions: ['do-anything'] }] }],
    ['an unknown face', { roles: [{ ...first, faces: ['moon'] }] }],
    ['a role without English words', { roles: [{ ...first, words: { zh: '甲' } }] }],
    ['a role twice', { roles: [...file.roles, first ?? null] }],
    [
      'two seats that share a power',
      {
        roles: file.roles.map((one) =>
          one.id === 'auditor'
            ? { ...one, permissions: [...one.permissions, 'keep-backups'] }
            : one,
        ),
      },
    ],
    [
      'nobody who could manage people',
      { roles: file.roles.filter((one) => !one.permissions.includes('manage-people')) },
    ],
  ]
  test.each(faulty)('is refused for %s', (_, wrong) => {
    expect(() => loadRoles(wrong)).toThrow(/pack-invalid/)
  })
})

test('everything that is named has words in both languages', () => {
  const words = [PERMISSION_WORDS, LEVEL_WORDS, FACE_WORDS, ORGANISATION_KIND_WORDS]
  for (const { zh, en } of words.flatMap((table) => Object.values(table))) {
    expect(zh).toMatch(/\p{Script=Han}/u)
    expect(en).toMatch(/^[A-Z]/)
  }
  expect(Object.keys(PERMISSION_WORDS)).toEqual([...PERMISSIONS])
  expect(Object.keys(LEVEL_WORDS)).toEqual([...LABEL_LEVELS])
})
