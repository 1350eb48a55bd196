import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sm2 } from 'sm-crypto-v2'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { GM, SUITES, type Suite } from '../trust/log/index.ts'
import { problemOf } from '../trust/people/office.case.ts'
import { suiteNamed } from '../verifier/index.ts'
import { openLogKey } from './log-key.ts'
import { canCompute, newPrivateKey, signingKeyFrom } from './signing-key.ts'

const hex = (text: string): Buffer => Buffer.from(text.replaceAll(/\s/g, ''), 'hex')
const VERIFIER = suiteNamed('gm')
if (VERIFIER === null) throw new Error('the verifier knows no gm')

/** What the server finds of an SM2 signature, and what the verifier finds by code of its own. */
const judged = (message: Uint8Array, signature: Uint8Array, key: Uint8Array): boolean[] => [
  GM.isSigned(message, signature, key),
  VERIFIER.isSignature(message, signature, key),
]
const BOTH = [true, true]
const NEITHER = [false, false]

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lianshu-key-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the standards', () => {
  test.each([
    ['abc', '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0'],
    ['abcd'.repeat(16), 'debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732'],
  ])('GB/T 32905: SM3 of %s', (text, digest) => {
    expect(Buffer.from(GM.hash(Buffer.from(text))).toString('hex')).toBe(digest)
    expect(VERIFIER.hash(text).toString('hex')).toBe(digest)
  })

  test('GB/T 32918.5 appendix A: the signature of the example is right, and no other is', () => {
    const message = Buffer.from('message digest')
    const key = hex(`04 09F9DF311E5421A150DD7D161E4BC5C672179FAD1833FC076BB08FF356F35020
      CCEA490CE26775A52DC6EA718CC1AA600AED05FBF35E084A6632F6072DA9AD13`)
    const signature = hex(`F5A03B0648D2C4630EEAC513E1BB81A15944DA3827D5B74143AC7EACEEE720B3
      B1B6AA29DF212FD8763182BC0D421CA1BB9038FD1F7F42D4840B69C485BBC1AA`)
    expect(judged(message, signature, key)).toEqual(BOTH)
    const turned = (bytes: Buffer, at: number): Buffer => {
      const copy = Buffer.from(bytes)
      copy[at] = (copy[at] ?? 0) ^ 1
      return copy
    }
    const order = hex('FFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFF7203DF6B21C6052B53BBF40939D54123')
    const [r, s] = [signature.subarray(0, 32), signature.subarray(32)]
    for (const [text, signed, by] of [
      [Buffer.from('message digests'), signature, key],
      [message, turned(signature, 3), key],
      [message, turned(signature, 40), key],
      // A point that is not on the curve, one spelled otherwise, and numbers out of range.
      [message, signature, turned(key, 64)],
      [message, signature, key.subarray(1)],
      [message, Buffer.concat([r, Buffer.alloc(32)]), key],
      [message, Buffer.concat([Buffer.alloc(32), s]), key],
      [message, Buffer.concat([r, order]), key],
      [message, Buffer.concat([r, Buffer.from(order.map((b, at) => b - (r[at] ?? 0)))]), key],
      [message, signature.subarray(1), key],
      [message, Buffer.alloc(0), key],
    ] as const) {
      expect(judged(text, signed, by)).toEqual(NEITHER)
    }
  })
})

describe('two ways of checking SM2', () => {
  test('agree on whatever is signed, and on whatever is not', () => {
    // The key 1 is the base point itself, which adds up otherwise than two different points.
    const secrets = [
      Buffer.alloc(32, 0).fill(1, 31),
      ...Array.from({ length: 12 }, () => randomBytes(32)),
    ]
    for (const [at, bytes] of secrets.entries()) {
      const secret = bytes.toString('hex')
      const key = Buffer.from(sm2.getPublicKeyFromPrivateKey(secret), 'hex')
      const message = randomBytes(at * 7)
      const signature = Buffer.from(sm2.doSignature(message, secret, { hash: true }), 'hex')
      expect(judged(message, signature, key)).toEqual(BOTH)
      signature[at * 5] = (signature[at * 5] ?? 0) ^ (1 << (at % 8))
      expect(judged(message, signature, key)).toEqual(NEITHER)
    }
  })
})

describe('a private key', () => {
  test.each(Object.values(SUITES))('of $name signs as its file says, and is read back', (suite) => {
    const pem = newPrivateKey(suite)
    const key = signingKeyFrom(pem)
    expect(key.suite).toBe(suite)
    expect(signingKeyFrom(pem).publicKey).toEqual(key.publicKey)
    const message = randomBytes(100)
    const signature = key.sign(message)
    expect(signature).toHaveLength(64)
    expect(suite.isSigned(message, signature, key.publicKey)).toBe(true)
    const own = suiteNamed(suite.name)
    expect(own?.isSignature(message, signature, key.publicKey)).toBe(true)
    const other = signingKeyFrom(newPrivateKey(suite))
    expect(suite.isSigned(message, signature, other.publicKey)).toBe(false)
  })

  test('stays of its suite, and one that this Node cannot compute is refused', async () => {
    const made = await openLogKey(folder, GM)
    expect((await openLogKey(folder, GM)).publicKey).toEqual(made.publicKey)
    expect(await problemOf(openLogKey(folder, SUITES.intl))).toBe('log-key-suite')
    const unheard: Suite = { ...GM, digest: 'sm3-that-was-left-out' }
    expect(canCompute(unheard)).toBe(false)
    expect(await problemOf(openLogKey(folder, unheard))).toBe('log-suite-missing')
    expect(() => newPrivateKey(unheard)).toThrow('log-suite-missing')
  })
})

/** The two numbers of a signature as OpenSSL writes them, and back. */
function derOf(signature: Uint8Array): Buffer {
  const numbers = [signature.subarray(0, 32), signature.subarray(32)].map((bytes) => {
    const digits = Buffer.from(bytes)
      .toString('hex')
      .replace(/^(00)+/, '')
    const value = Buffer.from(/^[89a-f]/.test(digits) ? `00${digits}` : digits, 'hex')
    return Buffer.concat([Buffer.of(2, value.length), value])
  })
  const body = Buffer.concat(numbers)
  return Buffer.concat([Buffer.of(0x30, body.length), body])
}

function rawOf(der: Buffer): Buffer {
  const length = der[3] ?? 0
  const numbers = [der.subarray(4, 4 + length), der.subarray(6 + length)]
  const padded = numbers.map((each) => each.toString('hex').padStart(64, '0').slice(-64))
  return Buffer.from(padded.join(''), 'hex')
}

const openssl = (words: readonly string[]): string =>
  execFileSync('openssl', [...words], { cwd: folder, encoding: 'utf8', stdio: 'pipe' })

function hasSm2(): boolean {
  try {
    return /SM2/.test(execFileSync('openssl', ['ecparam', '-list_curves'], { encoding: 'utf8' }))
  } catch {
    return false
  }
}

describe.skipIf(!hasSm2())('OpenSSL, with the user id 1234567812345678', () => {
  const WAY = ['-rawin', '-digest', 'sm3', '-pkeyopt', 'distid:1234567812345678']

  test('finds our signature right, by our key file', () => {
    const pem = newPrivateKey(GM)
    const message = Buffer.from('lianshu/a\n7\n一棵树\n')
    writeFileSync(join(folder, 'ours.pem'), pem)
    writeFileSync(join(folder, 'ours.txt'), message)
    writeFileSync(join(folder, 'ours.sig'), derOf(signingKeyFrom(pem).sign(message)))
    const asked = ['-inkey', 'ours.pem', '-in', 'ours.txt', '-sigfile', 'ours.sig', ...WAY]
    expect(openssl(['pkeyutl', '-verify', ...asked])).toMatch(/Success/)
    writeFileSync(join(folder, 'ours.txt'), 'another text')
    expect(() => openssl(['pkeyutl', '-verify', ...asked])).toThrow()
  })

  test('signs what we find right, by a key of its own', () => {
    openssl(['genpkey', '-algorithm', 'SM2', '-out', 'theirs.pem'])
    writeFileSync(join(folder, 'theirs.txt'), 'theirs')
    const asked = ['-inkey', 'theirs.pem', '-in', 'theirs.txt', '-out', 'theirs.sig']
    openssl(['pkeyutl', '-sign', ...asked, ...WAY])
    const { suite, publicKey } = signingKeyFrom(readFileSync(join(folder, 'theirs.pem'), 'utf8'))
    expect(suite).toBe(GM)
    const signature = rawOf(readFileSync(join(folder, 'theirs.sig')))
    expect(judged(Buffer.from('theirs'), signature, publicKey)).toEqual(BOTH)
    expect(judged(Buffer.from('ours'), signature, publicKey)).toEqual(NEITHER)
  })
})
