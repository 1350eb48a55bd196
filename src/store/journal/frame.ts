import { strict as assert } from 'node:assert'
import { createHash } from 'node:crypto'

/**
 * How the journal stands in a file: a head, then records one after the other. Each check is a hash
 * over the check before it, the number and the bytes, so that a record counts only whole, only once
 * and only behind the very record that it was written behind.
 */
export interface JournalRecord {
  /** From 1, without gaps over all segments. */
  readonly sequence: number
  readonly payload: Uint8Array
}

/** What a segment says of itself at its beginning. */
export interface SegmentHead {
  /** The number before that of its first record. */
  readonly after: number
  /** Version of the schema in which its rows are written. */
  readonly schema: number
}

/** What was found in a segment, up to the first byte that does not belong there. */
export interface ScannedSegment {
  readonly head: SegmentHead
  readonly records: readonly JournalRecord[]
  /** Where the last whole record ends. */
  readonly end: number
  /** Where each record begins, and the check that stood before it. */
  readonly places: readonly { readonly start: number; readonly before: Uint8Array }[]
  /** The check that the next record builds on. */
  readonly check: Uint8Array
}

const MAGIC = Buffer.from('LIANSHU JOURNAL1')
const CHECK_BYTES = 16
const NUMBER_BYTES = 8
const LENGTH_BYTES = 4

/** Bytes of a head: the magic, two numbers and a check. */
export const HEAD_BYTES = MAGIC.length + 2 * NUMBER_BYTES + CHECK_BYTES

const RECORD_HEAD_BYTES = LENGTH_BYTES + NUMBER_BYTES + CHECK_BYTES

/** A longer length is no length: nothing of ours comes near it. */
export const PAYLOAD_BYTES_MAX = 512 * 1024 * 1024

export function encodeHead({ after, schema }: SegmentHead): Uint8Array {
  const head = Buffer.concat([MAGIC, numberBytes(after), numberBytes(schema)])
  return Buffer.concat([head, checkOf(head)])
}

/** Lays a record out behind the check of the one before; answers its bytes and its own check. */
export function encodeRecord(
  before: Uint8Array,
  { sequence, payload }: JournalRecord,
): { bytes: Uint8Array; check: Uint8Array } {
  assert(payload.length <= PAYLOAD_BYTES_MAX, 'a record of the journal is too long')
  const number = numberBytes(sequence)
  const check = checkOf(before, number, payload)
  const length = Buffer.alloc(LENGTH_BYTES)
  length.writeUInt32BE(payload.length)
  return { bytes: Buffer.concat([length, number, check, payload]), check }
}

/** Reads a segment; null where not even its head is whole. */
export function scanSegment(bytes: Uint8Array): ScannedSegment | null {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const head = headOf(file)
  if (head === null) return null
  let check: Uint8Array = file.subarray(HEAD_BYTES - CHECK_BYTES, HEAD_BYTES)
  let end = HEAD_BYTES
  const records: JournalRecord[] = []
  const places: { start: number; before: Uint8Array }[] = []
  for (;;) {
    const sequence = head.after + records.length + 1
    const found = recordAt(file, end, check, sequence)
    if (found === null) break
    records.push({ sequence, payload: found.payload })
    places.push({ start: end, before: check })
    check = found.check
    end += RECORD_HEAD_BYTES + found.payload.length
  }
  return { head, records, end, places, check: Uint8Array.from(check) }
}

function headOf(file: Buffer): SegmentHead | null {
  if (file.length < HEAD_BYTES || !file.subarray(0, MAGIC.length).equals(MAGIC)) return null
  const said = file.subarray(0, HEAD_BYTES - CHECK_BYTES)
  if (!checkOf(said).equals(file.subarray(HEAD_BYTES - CHECK_BYTES, HEAD_BYTES))) return null
  const after = Number(file.readBigUInt64BE(MAGIC.length))
  const schema = Number(file.readBigUInt64BE(MAGIC.length + NUMBER_BYTES))
  return { after, schema }
}

function recordAt(
  file: Buffer,
  at: number,
  before: Uint8Array,
  sequence: number,
): { payload: Uint8Array; check: Uint8Array } | null {
  const start = at + RECORD_HEAD_BYTES
  if (start > file.length) return null
  const length = file.readUInt32BE(at)
  if (length > PAYLOAD_BYTES_MAX || start + length > file.length) return null
  const number = file.subarray(at + LENGTH_BYTES, at + LENGTH_BYTES + NUMBER_BYTES)
  if (Number(number.readBigUInt64BE()) !== sequence) return null
  const check = file.subarray(start - CHECK_BYTES, start)
  const payload = file.subarray(start, start + length)
  return checkOf(before, number, payload).equals(check) ? { payload, check } : null
}

function checkOf(...parts: readonly Uint8Array[]): Buffer {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest().subarray(0, CHECK_BYTES)
}

function numberBytes(value: number): Buffer {
  const bytes = Buffer.alloc(NUMBER_BYTES)
  bytes.writeBigUInt64BE(BigInt(value))
  return bytes
}
