import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chanceFrom, ROLES } from '../people/office.case.ts'
import { actorOf, chooseRole, type SessionHolder } from './actor.ts'
import { ATTEMPT_LIMITS, addressBlock, foldLogin, loginHashOf, waitSeconds } from './attempt.ts'
import { deviceOf } from './device.ts'
import { hashPassword, isPassword, makePassword, passwordFault } from './password.ts'
import { makeToken, placeOf } from './token.ts'

const random = chanceFrom('session rules')

const HOLDER = {
  tenant: 1,
  person: 'p',
  name: '某人',
  language: 'zh',
  organisation: 'o',
  organisationName: '某单位',
  home: null,
  role: 'gone',
  usedAt: '',
  labels: [],
  provedAt: '2026-11-20T09:00:00.000Z',
  held: ['gone', 'chief'],
  hasFactor: false,
  safeguards: { secondFactor: true, stepUp: false },
} as const satisfies SessionHolder

describe('passwords', () => {
  test.each([
    ['九月-Autumn-2026', null],
    ['correct Horse 7', null],
    [`Aa1-${'x'.repeat(96)}`, null],
    ['Short-7', 'too-short'],
    [`Aa1-${'x'.repeat(200)}`, 'too-long'],
    ['onlysmallletters', 'too-plain'],
    ['smalland1234567', 'too-plain'],
    ['Wang-2026-wang', 'holds-login'],
    ['WANG.wei-20261120', 'holds-login'],
    ['Hidden\u200b-mark-7', 'suspicious'],
  ])('%s: %s', (password, expected) => {
    expect(passwordFault(password, 'wang')).toBe(expected)
  })

  test('one that is made is good, and another each time', () => {
    const made = new Set(Array.from({ length: 500 }, () => makePassword(random)))
    expect(made.size).toBe(500)
    for (const password of made) {
      expect(password).toMatch(/^[a-zA-Z2-9]{4}(-[a-zA-Z2-9]{4}){3}$/)
      expect(password).not.toMatch(/[0O1lI]/)
      expect(passwordFault(password, 'demo')).toBeNull()
    }
  })

  test('fits its own hash alone, however it was composed', async () => {
    const hash = await hashPassword('Caf\u00e9-au-lait-7', random)
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$/)
    expect(await isPassword('Cafe\u0301-au-lait-7', hash)).toBe(true)
    expect(await isPassword('Cafe-au-lait-7', hash)).toBe(false)
    expect(await isPassword('', hash)).toBe(false)
    expect(await isPassword('Caf\u00e9-au-lait-7', null)).toBe(false)
  })

  test('is hashed beside the event loop, which goes on turning', async () => {
    let turns = 0
    const turning = setInterval(() => {
      turns += 1
    }, 2)
    await Promise.all(Array.from({ length: 6 }, () => isPassword('anything', null)))
    clearInterval(turning)
    expect(turns).toBeGreaterThan(3)
  })
})

describe('tokens', () => {
  test('lead back to their tenant and hash, and to no other', () => {
    const one = makeToken(12, random)
    expect(one.token).toMatch(/^12\.[\w-]{43}$/)
    expect(placeOf(one.token)).toEqual(one.place)
    expect(placeOf(makeToken(12, random).token)).not.toEqual(one.place)
    expect(one.place.tokenHash).not.toContain(one.token)
  })

  test('what is not one is nobody’s', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(placeOf(text)).toBeNull()
      }),
    )
    expect(placeOf(`-1.${'A'.repeat(43)}`)).toBeNull()
    expect(placeOf(`9999999999.${'A'.repeat(43)}`)).toBeNull()
  })
})

describe('attempts', () => {
  const now = new Date('2026-11-20T09:15:00.000Z')
  const since = '2026-11-20T09:05:00.000Z'
  test.each([
    [0, 0, 0],
    [5, 40, 0],
    [6, 1, 300],
    [1, 41, 300],
    [600, 600, 300],
  ])('%d of a login and %d of an address: wait %d s', (login, address, expected) => {
    const failures = { login, loginSince: since, address, addressSince: since }
    expect(waitSeconds(failures, now, ATTEMPT_LIMITS)).toBe(expected)
  })

  test.each([
    ['127.0.0.1', '127.0.0.1'],
    ['::ffff:10.1.2.3', '10.1.2.3'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:0DB8:0001:0002::9', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
  ])('%s is counted as %s', (address, expected) => {
    expect(addressBlock(address)).toBe(expected)
  })

  test('a login is one however it is typed', () => {
    expect([' Wang.Wei ', 'ＷＡＮＧ．ｗｅｉ', 'wang.wei'].map(foldLogin)).toEqual([
      'wang.wei',
      'wang.wei',
      'wang.wei',
    ])
    expect(loginHashOf('WANG')).toBe(loginHashOf('wang'))
    expect(loginHashOf('wang')).not.toContain('wang')
  })
})

describe('the role one takes up', () => {
  const held = [
    { role: 'administrator', organisation: 'office' },
    { role: 'chief', organisation: 'county' },
    { role: 'chief', organisation: 'office' },
    { role: 'gone', organisation: 'office' },
  ]
  test.each([
    ['no wish: the first of the role file', {}, 'chief', 'county'],
    ['a role', { role: 'administrator' }, 'administrator', 'office'],
    ['a role, staying where one is', { role: 'chief', present: 'office' }, 'chief', 'office'],
    [
      'a role elsewhere',
      { role: 'chief', organisation: 'county', present: 'office' },
      'chief',
      'county',
    ],
  ])('%s', (_, wish, role, organisation) => {
    expect(chooseRole(held, ROLES, wish)).toEqual({ role, organisation })
  })

  test.each([
    [{ role: 'auditor' }],
    [{ role: 'administrator', organisation: 'county' }],
    [{ role: 'gone' }],
  ])('not held: %j', (wish) => {
    expect(chooseRole(held, ROLES, wish)).toBeNull()
  })

  test('a role that left the role file makes nobody an actor', () => {
    expect(actorOf(HOLDER, ROLES)).toBeNull()
    expect(actorOf({ ...HOLDER, role: 'chief' }, ROLES)?.role).toBe('chief')
  })

  test('an administrator without a second factor has nothing but the own account', () => {
    const base = { ...HOLDER, role: 'chief', held: ['chief', 'auditor'] }
    const lacking = actorOf(base, ROLES)
    expect(lacking).toMatchObject({ mustEnrol: true, labels: [] })
    expect([...(lacking?.permissions ?? [])]).toEqual(['own-account'])
    const fitting = [
      { ...base, hasFactor: true },
      { ...base, safeguards: { ...base.safeguards, secondFactor: false } },
      { ...base, held: ['chief'] },
    ]
    for (const holder of fitting) expect(actorOf(holder, ROLES)?.mustEnrol).toBeUndefined()
  })

  test('a proof is fresh for its minutes, and asked of nobody where the measure is off', () => {
    const base = { ...HOLDER, role: 'chief', held: ['chief'] }
    expect(actorOf(base, ROLES)?.provenUntil).toBeUndefined()
    const asked = { ...base, safeguards: { secondFactor: true, stepUp: true } }
    expect(actorOf(asked, ROLES)?.provenUntil).toBe('2026-11-20T09:05:00.000Z')
    expect(actorOf({ ...asked, provedAt: null }, ROLES)?.provenUntil).toBeUndefined()
  })
})

test.each([
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:128.0) Gecko/20100101 Firefox/128.0',
    'Firefox 128 · Windows',
  ],
  [
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/86.0 Safari/537.36',
    'Chrome 86 · Linux',
  ],
  [
    'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0 Safari/537.36 Edg/131.0',
    'Edge 131 · Windows',
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1',
    'Safari 18 · iOS',
  ],
  ['<script>alert(1)</script>', ''],
  ['', ''],
])('a browser that says %s is told as %s', (agent, expected) => {
  expect(deviceOf(agent)).toBe(expected)
})
