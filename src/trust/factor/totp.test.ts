import { describe, expect, test } from 'vitest'
import { chanceFrom } from '../people/office.case.ts'
import { makeRecoveryCodes, recoveryHash } from './recovery.ts'
import { boundTo, makeSealer } from './seal.ts'
import { base32, codeOf, matchedStep, stepAt, totpAddress } from './totp.ts'

const SECRET = new TextEncoder().encode('12345678901234567890')

describe('one-time codes', () => {
  // Appendix B of RFC 6238, the column of SHA-1.
  test.each([
    [59, '94287082'],
    [1_111_111_109, '07081804'],
    [1_111_111_111, '14050471'],
    [1_234_567_890, '89005924'],
    [2_000_000_000, '69279037'],
    [20_000_000_000, '65353130'],
  ])('at second %d it is %s', (second, code) => {
    expect(codeOf(SECRET, stepAt(new Date(second * 1000)), 8)).toBe(code)
  })

  // Appendix D of RFC 4226.
  test('of the first ten steps are those of the standard', () => {
    const codes = Array.from({ length: 10 }, (_, step) => codeOf(SECRET, step))
    expect(codes).toEqual([
      ...['755224', '287082', '359152', '969429', '338314'],
      ...['254676', '287922', '162583', '399871', '520489'],
    ])
  })

  test('fit a step before and after the present one, each once, and never an earlier', () => {
    const now = new Date(100 * 30_000)
    const steps = [97, 98, 99, 100, 101, 102]
    const fitting = (lastStep: number) =>
      steps.filter((step) => matchedStep(SECRET, codeOf(SECRET, step), { now, lastStep }) === step)
    expect(fitting(0)).toEqual([99, 100, 101])
    expect(fitting(99)).toEqual([100, 101])
    expect(fitting(101)).toEqual([])
    for (const odd of ['', '12345', '1234567', 'abcdef']) {
      expect(matchedStep(SECRET, odd, { now, lastStep: 0 })).toBeNull()
    }
  })

  // RFC 4648, section 10, without its padding.
  test.each([
    ['', ''],
    ['f', 'MY'],
    ['fo', 'MZXQ'],
    ['foo', 'MZXW6'],
    ['foob', 'MZXW6YQ'],
    ['fooba', 'MZXW6YTB'],
    ['foobar', 'MZXW6YTBOI'],
  ])('letters of %j are %j', (text, letters) => {
    expect(base32(new TextEncoder().encode(text))).toBe(letters)
  })

  test('are told to an application as an address without odd signs', () => {
    const address = totpAddress('MZXW6', '王 wei')
    expect(new URL(address).searchParams.get('secret')).toBe('MZXW6')
    expect(address).not.toMatch(/[^\x21-\x7e]/)
  })
})

test('codes for recovery differ, and are known however they are typed', () => {
  const codes = makeRecoveryCodes(chanceFrom('recovery'))
  expect(new Set(codes).size).toBe(10)
  for (const code of codes) expect(code).toMatch(/^[a-z2-7]{4}(-[a-z2-7]{4}){3}$/)
  const [first = ''] = codes
  const hash = recoveryHash(1, 'p', first)
  expect(recoveryHash(1, 'p', ` ${first.toUpperCase().replaceAll('-', ' ')} `)).toBe(hash)
  expect(recoveryHash(1, 'q', first)).not.toBe(hash)
  expect(recoveryHash(2, 'p', first)).not.toBe(hash)
})

test('a sealed secret opens for its person and its key alone, and not when a bit of it changed', () => {
  const random = chanceFrom('seal')
  const sealer = makeSealer(random(32))
  const sealed = sealer.seal(SECRET, boundTo(1, 'p'), random)
  expect(sealed).not.toContain(Buffer.from(SECRET).toString('base64').slice(0, 12))
  expect(sealer.open(sealed, boundTo(1, 'p'))).toEqual(SECRET)
  expect(sealer.open(sealed, boundTo(1, 'q'))).toBeNull()
  expect(makeSealer(random(32)).open(sealed, boundTo(1, 'p'))).toBeNull()
  const bytes = Buffer.from(sealed.slice(3), 'base64')
  for (let bit = 0; bit < bytes.length * 8; bit += 7) {
    const flipped = Buffer.from(bytes)
    flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit % 8))
    expect(sealer.open(`g1.${flipped.toString('base64')}`, boundTo(1, 'p'))).toBeNull()
  }
  for (const odd of ['', 'g1.', 'g1.AAAA', sealed.slice(3)]) {
    expect(sealer.open(odd, boundTo(1, 'p'))).toBeNull()
  }
})
