import { describe, expect, test } from 'vitest'
import { compareAuthorisers } from '../../../test/campaigns/authoriser.ts'
import {
  type AccessObject,
  type Actor,
  askedDuring,
  authorise,
  type Decision,
  decide,
  type Permission,
  visible,
} from './index.ts'

const actorWith = (some: Partial<Actor> = {}): Actor => ({
  tenant: 1,
  person: 'p',
  organisation: 'own',
  role: 'any',
  name: '某人',
  organisationName: '某单位',
  permissions: new Set<Permission>(['read-source']),
  labels: [1, 3],
  language: 'zh',
  home: null,
  ...some,
})

describe('authorise', () => {
  const insider = actorWith({ permissions: new Set(['read-source', 'read-internal']) })
  test.each<[string, Actor, Permission, AccessObject | undefined, Decision]>([
    ['what is held, of nothing in particular', actorWith(), 'read-source', undefined, 'allowed'],
    ['what is not held', actorWith(), 'publish-batch', undefined, 'forbidden'],
    ['a seen thing', actorWith(), 'read-source', { label: 3 }, 'allowed'],
    ['a seen thing, to do what is not held', actorWith(), 'edit-chain', { label: 3 }, 'forbidden'],
    ['a hidden thing', actorWith(), 'read-source', { label: 2 }, 'hidden'],
    ['a hidden thing, to do what is not held', actorWith(), 'edit-chain', { label: 2 }, 'hidden'],
    ['a label that does not exist', actorWith(), 'read-source', { label: 99 }, 'hidden'],
    [
      'another tenant’s public thing',
      actorWith(),
      'read-source',
      { tenant: 2, label: 1 },
      'hidden',
    ],
    ['one’s own organisation’s', actorWith(), 'read-source', { organisation: 'own' }, 'allowed'],
    ['another organisation’s', actorWith(), 'read-source', { organisation: 'other' }, 'hidden'],
    ['another’s, seen from inside', insider, 'read-source', { organisation: 'other' }, 'allowed'],
    [
      'another’s hidden, from inside',
      insider,
      'read-source',
      { organisation: 'other', label: 2 },
      'hidden',
    ],
    [
      'anything, holding nothing',
      actorWith({ permissions: new Set() }),
      'read-source',
      {},
      'forbidden',
    ],
  ])('%s', (_, actor, permission, object, expected) => {
    expect(decide(actor, permission, object)).toBe(expected)
    const asking = (): void => authorise(actor, permission, object)
    if (expected === 'allowed') expect(asking).not.toThrow()
    else expect(asking).toThrow(expected === 'hidden' ? /^not-found/ : /^forbidden/)
  })

  test('decides as a second authoriser does that shares no code with it', () => {
    const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31)
    const compared = compareAuthorisers(seed, Number(process.env.AUTHORISER_CASES ?? 20_000))
    if (process.env.AUTHORISER_CASES !== undefined) console.log(JSON.stringify(compared))
    expect(compared).toMatchObject({ seed, differences: [] })
    expect(Object.keys(compared.verdicts).sort()).toEqual(['allowed', 'forbidden', 'hidden'])
  })

  test('names the missing permission in the words of either language', () => {
    expect(() => authorise(actorWith(), 'edit-chain')).toThrow(/编辑产业链.*Edit the stages/)
  })
})

describe('the audit of asking', () => {
  const quiet = async (): Promise<number> => 7
  test.each<[string, () => Promise<unknown>, boolean]>([
    ['a route that never asks', quiet, false],
    ['one that asks for a thing', async () => authorise(actorWith(), 'read-source'), true],
    ['one that asks for a set', async () => visible(actorWith()), true],
    [
      'one that is refused, and says so itself',
      async () => {
        try {
          authorise(actorWith(), 'edit-chain')
        } catch {
          return null
        }
      },
      true,
    ],
    [
      'one that asks later and deeper',
      async () => {
        await new Promise((resolve) => setTimeout(resolve, 1))
        await Promise.all([quiet(), (async () => visible(actorWith()))()])
      },
      true,
    ],
  ])('%s', async (_, route, expected) => {
    expect((await askedDuring(route)).asked).toBe(expected)
  })

  test('one request does not speak for another at the same time', async () => {
    const asking = askedDuring(async () => {
      await new Promise((resolve) => setTimeout(resolve, 2))
      visible(actorWith())
    })
    const silent = askedDuring(() => new Promise((resolve) => setTimeout(resolve, 5)))
    const results = await Promise.all([asking, silent])
    expect(results.map(({ asked }) => asked)).toEqual([true, false])
  })

  test('outside a request asking is allowed and noted nowhere', () => {
    expect(visible(actorWith())).toEqual({ tenant: 1, labels: [1, 3] })
  })
})
