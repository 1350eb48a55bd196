import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { composeEntry, SALT_BYTES, saltedHash } from './index.ts'

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
    expect(composeEntry(swapped, salt).bodyHash).toBe(entry.bodyHash)
  })

  test('its hash is SHA-256 of salt then body, and moves with either', () => {
    const { body, bodyHash } = composeEntry(happened, salt)
    const bytes = Buffer.concat([salt, Buffer.from(body, 'utf8')])
    expect(bodyHash).toBe(createHash('sha256').update(bytes).digest('hex'))
    expect(saltedHash(new Uint8Array(SALT_BYTES).fill(8), body)).not.toBe(bodyHash)
    expect(composeEntry({ ...happened, output: {} }, salt).bodyHash).not.toBe(bodyHash)
    expect(() => saltedHash(new Uint8Array(31), body)).toThrow(/salt/)
  })
})
