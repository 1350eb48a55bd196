import assert from 'node:assert'
import { createHash, hash } from 'node:crypto'

/** What JSON can say. Money and shares travel as decimal text, never as a number. */
export type JsonValue =
  | string
  | number
  | boolean
  | null
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue }

/** SHA-256 as 64 lower-case hex digits; text is hashed as UTF-8. */
export function sha256Hex(data: string | Uint8Array): string {
  // crypto.hash is three times as fast as createHash on short text, and claims are short.
  return typeof data === 'string'
    ? hash('sha256', data, 'hex')
    : createHash('sha256').update(data).digest('hex')
}

/**
 * JSON with one spelling only (RFC 8785): no blanks, keys sorted by UTF-16 code unit.
 * Two processes that hash the same value therefore hash the same bytes.
 */
export function canonicalJson(value: JsonValue): string {
  if (typeof value === 'number') {
    assert(Number.isFinite(value), 'JSON has no spelling for NaN or infinity')
    return JSON.stringify(value)
  }
  if (value === null || typeof value !== 'object') {
    assert(
      value === null || typeof value === 'string' || typeof value === 'boolean',
      `JSON has no spelling for ${typeof value}`,
    )
    return JSON.stringify(value)
  }
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`
  const members = Object.keys(value)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonicalJson(value[key] as JsonValue)}`)
  return `{${members.join(',')}}`
}

function isList(value: object): value is readonly JsonValue[] {
  return Array.isArray(value)
}

/**
 * Orders text by code point, as PostgreSQL's collation "C" does, so that a list sorted here and
 * one sorted there agree. JavaScript's own `<` goes by code unit and puts 𠮷 before U+F900.
 */
export function stableCompare(left: string, right: string): -1 | 0 | 1 {
  const length = Math.min(left.length, right.length)
  for (let at = 0; at < length; at += 1) {
    const a = left.charCodeAt(at)
    const b = right.charCodeAt(at)
    if (a !== b) return rank(a) < rank(b) ? -1 : 1
  }
  return left.length === right.length ? 0 : left.length < right.length ? -1 : 1
}

/** Lifts surrogates above U+E000–U+FFFF, where their code points belong. */
function rank(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit
}
