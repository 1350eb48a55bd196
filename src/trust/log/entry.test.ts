import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { composeEntry, SALT_BYTES, SUITES, saltedHash } from './index.ts'

const happened = {
  tenant: 1,
  id: 'e',
  command: 'person.create',
  actor: 'p',
  organisation: 'o',
  role: 'office',
  at: new Date('2026-11-20T09:00:00.000Z'),
  input: { b: 1, a: '甲' },
  output: { id: 'q' },
  batchRoot: 'ab',
}
const salt = new Uint8Array(SALT_BYTES).fill(7)

describe('a pending entry', () => {
  test('holds all that happened in one spelling', () => {
    const entry = composeEntry(happened, salt)
    expect(entry.body).toBe(
      '{"actor":"p","at":"2026-11-20T09:00:00.000Z","batchRoot":"ab","command":"person.create",' +
        '"id":"e","input":{"a":"甲","b":1},"organisation":"o","output":{"id":"q"},' +
        '"role":"office","tenant":1}',
    )
    const swapped = { ...happened, input: { a: '甲', b: 1 } }
    expect(composeEntry(swapped, salt)).toEqual(entry)
    expect(() => composeEntry(happened, new Uint8Array(31))).toThrow(/salt/)
  })

  test.each([
    ['intl', 'sha256'],
    ['gm', 'sm3'],
  ] as const)('of %s, its hash is %s of salt then body, and moves with either', (name, digest) => {
    const suite = SUITES[name]
    const { body } = composeEntry(happened, salt)
    const made = Buffer.from(saltedHash(suite, salt, body))
    const bytes = Buffer.concat([salt, Buffer.from(body, 'utf8')])
    expect(made.equals(createHash(digest).update(bytes).digest())).toBe(true)
    expect(made.equals(saltedHash(suite, new Uint8Array(SALT_BYTES).fill(8), body))).toBe(false)
    expect(made.equals(saltedHash(suite, salt, `${body} `))).toBe(false)
    expect(() => saltedHash(suite, new Uint8Array(31), body)).toThrow(/salt/)
  })
})
