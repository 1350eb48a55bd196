import { Buffer, isAscii } from 'node:buffer'
import { Problem } from '../../../base/index.ts'

/** How the text of a file is written. `ascii` is undecided: every encoding here begins with it. */
export type Encoding = 'ascii' | 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030'

/** What is looked at from the first byte beyond ASCII on, before an encoding is settled. */
const SAMPLE_BYTES = 64 * 1024

const MARKS: readonly (readonly [Encoding, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
]

/**
 * Decodes a stream of bytes into text, strictly: a byte order mark decides, else UTF-8, else
 * GB18030 where it reads like Chinese. A file may be ASCII for megabytes before it shows what it
 * is, so nothing is settled until the first byte that tells. Throws `encoding-unknown`.
 */
export class TextStream {
  encoding: Encoding = 'ascii'
  readonly #source: AsyncIterable<Uint8Array>

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#source = source
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<string> {
    let decoder: TextDecoder | null = null
    let sample: Uint8Array[] = []
    let size = 0
    let isFirst = true
    for await (const chunk of this.#source) {
      if (decoder !== null) {
        yield decodeStrictly(decoder, chunk, true)
        continue
      }
      if (size === 0 && isAscii(chunk)) {
        isFirst = false
        yield Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength).toString('latin1')
        continue
      }
      sample.push(chunk)
      size += chunk.length
      if (size < SAMPLE_BYTES) continue
      decoder = this.#settle(sample, isFirst, false)
      yield decodeStrictly(decoder, Buffer.concat(sample), true)
      sample = []
    }
    if (decoder === null && size > 0) {
      decoder = this.#settle(sample, isFirst, true)
      yield decodeStrictly(decoder, Buffer.concat(sample), true)
    }
    // What is left is half a character: the file was cut.
    if (decoder !== null) yield decodeStrictly(decoder, new Uint8Array(0), false)
  }

  #settle(sample: readonly Uint8Array[], isFirst: boolean, isEnd: boolean): TextDecoder {
    const bytes = Buffer.concat(sample)
    const mark = isFirst
      ? MARKS.find(([, mark]) => mark.every((value, at) => bytes[at] === value))
      : undefined
    this.encoding = mark?.[0] ?? guess(bytes, isEnd)
    return new TextDecoder(this.encoding, { fatal: true })
  }
}

function guess(bytes: Uint8Array, isEnd: boolean): Encoding {
  if (decodes('utf-8', bytes, isEnd)) return 'utf-8'
  if (decodes('gb18030', bytes, isEnd) && isChinese(bytes)) return 'gb18030'
  throw new Problem('encoding-unknown')
}

function decodes(encoding: Encoding, bytes: Uint8Array, isEnd: boolean): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: !isEnd })
    return true
  } catch {
    return false
  }
}

function decodeStrictly(decoder: TextDecoder, bytes: Uint8Array, stream: boolean): string {
  try {
    return decoder.decode(bytes, { stream })
  } catch {
    throw new Problem('encoding-unknown')
  }
}

/** Share of usual characters below which bytes that happen to decode are no Chinese text. */
const USUAL_SHARE = 0.6

/**
 * Nearly every byte string is valid GB18030, so validity says little. In Chinese text most
 * characters are of the first level of GB 2312 (rows B0 to D7) or full-width signs (A1, A3); in
 * Big5 or Shift_JIS read as GB18030 they scatter over the rare rows.
 */
function isChinese(bytes: Uint8Array): boolean {
  let usual = 0
  let all = 0
  for (let at = 0; at < bytes.length - 1; at += 1) {
    const lead = bytes[at] as number
    if (lead < 0x80) continue
    const trail = bytes[at + 1] as number
    if (trail >= 0x30 && trail <= 0x39) {
      // Four bytes: minority scripts and the characters beyond the basic plane.
      at += 3
      continue
    }
    all += 1
    if (trail >= 0xa1 && ((lead >= 0xb0 && lead <= 0xd7) || lead === 0xa1 || lead === 0xa3)) {
      usual += 1
    }
    at += 1
  }
  return usual >= all * USUAL_SHARE
}
