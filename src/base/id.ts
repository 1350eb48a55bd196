import assert from 'node:assert'
import { sha256Hex } from './hash.ts'

/** Lower-case canonical text of a UUID: 8-4-4-4-12 hex digits. */
export type Uuid = string

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

export function isUuid(text: string): text is Uuid {
  return UUID.test(text)
}

/**
 * The UUIDv8 (RFC 9562, 5.8) of a list of parts: SHA-256 over each part's UTF-8 with its length in
 * bytes before it, cut to 122 bits. The length keeps ('a','bc') and ('ab','c') apart, which a
 * separator would not. Parts must be well-formed text: lone surrogates all encode alike.
 */
export function uuidOf(...parts: readonly string[]): Uuid {
  let text = ''
  for (const part of parts) text += `${Buffer.byteLength(part)}:${part}`
  return layOut(sha256Hex(text), '8')
}

/** A UUIDv4 made of 16 bytes of chance that the caller hands in. */
export function randomUuid(bytes16: Uint8Array): Uuid {
  assert(bytes16.length === 16, 'a random UUID takes 16 bytes')
  return layOut(Buffer.from(bytes16).toString('hex'), '4')
}

const VARIANT = '89ab89ab89ab89ab'

function layOut(hex: string, version: '4' | '8'): Uuid {
  const variant = VARIANT[Number.parseInt(hex.charAt(16), 16)]
  const time = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${version}${hex.slice(13, 16)}`
  return `${time}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
