import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { AUDIENCES, openReview, parsePublicationPolicy, type ReviewedGround } from './index.ts'

const policy = parsePublicationPolicy(
  JSON.parse(readFileSync('packs/core/publication.json', 'utf8')),
)
const guarded = [
  { thing: 'abroad', reason: 'partner', name: 'ZETA CANARY GMBH' },
  { thing: 'abroad', reason: 'partner', name: 'ABB' },
  { thing: 'closed', reason: 'label', name: null },
] as const
const [outside, inside] = AUDIENCES.map((audience) => openReview(policy, audience, guarded))

const ground = (more: Partial<ReviewedGround> = {}): ReviewedGround => ({
  ...{ subject: { id: 'home', kind: 'firm' }, property: 'revenue', object: null, level: 'public' },
  ...more,
})

test.each([
  [{}, null, null],
  [{ level: 'internal' }, 'label', null],
  [{ level: 'restricted' }, 'label', 'label'],
  [{ level: 'sensitive' }, 'label', 'label'],
  [{ subject: { id: 'abroad', kind: 'firm' } }, 'partner', 'partner'],
  [{ object: { id: 'abroad', kind: 'firm' } }, 'partner', 'partner'],
  [{ object: { id: 'closed', kind: 'stage' } }, 'label', 'label'],
  [{ property: 'post' }, 'personal', null],
  [{ subject: { id: 'someone', kind: 'officeHolder' } }, 'personal', null],
] as const)('a ground %j: %s for the public, %s inside', (more, forPublic, forInside) => {
  expect(outside?.againstGround(ground(more))).toBe(forPublic)
  expect(inside?.againstGround(ground(more))).toBe(forInside)
})

test.each([
  ['甲公司向 Zeta Canary GmbH 采购', 'partner'],
  ['甲公司向ＺＥＴＡ　ＣＡＮＡＲＹ　ＧＭＢＨ采购', 'partner'],
  ['由ABB供货', 'partner'],
  ['cabbage 与 ABBEY', null],
  ['联系电话13812345678', 'personal'],
  ['证件 11010519491231002X', 'personal'],
  ['写信至 someone@example.com', 'personal'],
  ['统一社会信用代码 91310000MA1FL0000X，收入 138123456789 元', null],
])('%s: %s', (text, reason) => {
  expect(outside?.againstText(text)).toBe(reason)
  expect(inside?.againstText(text)).toBe(reason === 'personal' ? null : reason)
})

test('a policy of another shape, or with a pattern that is none, is refused', () => {
  expect(() => parsePublicationPolicy({ version: 1 })).toThrow(/pack-invalid/)
  const broken = { ...policy, personal: { ...policy.personal, patterns: ['('] } }
  expect(() => parsePublicationPolicy(broken)).toThrow(/pack-invalid/)
})
