import { Buffer } from 'node:buffer'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Problem } from '../../../base/index.ts'
import { TextStream } from './encoding.ts'

/** GB18030 bytes of a text; Node decodes the encoding but cannot write it, so the table is turned round. */
const toGb18030 = ((): ((text: string) => Buffer) => {
  const decoder = new TextDecoder('gb18030')
  const table = new Map<string, number[]>()
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const character = decoder.decode(Uint8Array.of(lead, trail))
      if (trail !== 0x7f && [...character].length === 1) table.set(character, [lead, trail])
    }
  }
  // Beyond the basic plane the four-byte code is arithmetic (GB 18030-2022, 7.3).
  const far = (point: number): number[] => {
    const offset = point - 0x10000
    return [
      0x90 + Math.floor(offset / 12_600),
      0x30 + (Math.floor(offset / 1_260) % 10),
      0x81 + (Math.floor(offset / 10) % 126),
      0x30 + (offset % 10),
    ]
  }
  const bytesOf = (character: string): number[] => {
    const point = character.codePointAt(0) as number
    return point < 0x80 ? [point] : (table.get(character) ?? far(point))
  }
  return (text) => Buffer.from([...text].flatMap(bytesOf))
})()

async function* pieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

async function decoded(bytes: Uint8Array, size = 7): Promise<[encoding: string, text: string]> {
  const stream = new TextStream(pieces(bytes, size))
  let text = ''
  for await (const piece of stream) text += piece
  return [stream.encoding, text]
}

const TEXT = '企业名称,代码\n宁德时代新能源科技股份有限公司,300750\n𬭎铝业、〇度,"甲；乙"\n'

describe('an encoding is found by the bytes', () => {
  const cases: [what: string, bytes: Buffer, encoding: string, text: string][] = [
    ['ASCII', Buffer.from('code,name\n1,a\n'), 'ascii', 'code,name\n1,a\n'],
    ['UTF-8', Buffer.from(TEXT), 'utf-8', TEXT],
    ['UTF-8 with its mark', Buffer.from(`\ufeff${TEXT}`), 'utf-8', TEXT],
    ['UTF-16', Buffer.from(`\ufeff${TEXT}`, 'utf16le'), 'utf-16le', TEXT],
    ['UTF-16, the other order', Buffer.from(`\ufeff${TEXT}`, 'utf16le').swap16(), 'utf-16be', TEXT],
    ['GB18030', toGb18030(TEXT), 'gb18030', TEXT],
    [
      'GB18030 after a megabyte of ASCII',
      Buffer.concat([Buffer.from('a,b\n'.repeat(250_000)), toGb18030(TEXT)]),
      'gb18030',
      'a,b\n'.repeat(250_000) + TEXT,
    ],
  ]
  test.each(cases)('%s', async (_, bytes, encoding, text) => {
    expect(await decoded(bytes, bytes.length > 1_000 ? 9_999 : 7)).toEqual([encoding, text])
  })
})

describe('what is neither is refused', () => {
  const cases: [what: string, bytes: Buffer][] = [
    // 臺灣積體電路製造公司與聯華電子 in Big5
    ['Big5', Buffer.from('bb4fc657bfb6c5e9b971b8f4bb73b379a4bda571bb50c1a5b5d8b971a46c0a', 'hex')],
    ['Latin-1', Buffer.from('Société Générale,Zürich\n', 'latin1')],
    ['UTF-8 that was cut', Buffer.from('企业').subarray(0, 5)],
    [
      'UTF-8 that turns into something else',
      Buffer.concat([Buffer.from('企业'.repeat(40_000)), Buffer.from([0xff, 0x20])]),
    ],
  ]
  test.each(cases)('%s', async (_, bytes) => {
    await expect(decoded(bytes, 1_000)).rejects.toBeInstanceOf(Problem)
  })
})

test('however the bytes are cut into pieces, the text is the same', async () => {
  const character = fc.constantFrom(...'企业名称深圳市股份有限公司（集团）０１、，〇𬭎𠮷a,"\n')
  const text = fc.array(character, { minLength: 20, maxLength: 200 }).map((all) => all.join(''))
  const encoding = fc.constantFrom('utf-8', 'gb18030', 'utf-16le')
  await fc.assert(
    fc.asyncProperty(text, encoding, fc.integer({ min: 1, max: 9 }), async (written, how, size) => {
      const content = `公司名称${written}`
      const bytes =
        how === 'gb18030'
          ? toGb18030(content)
          : Buffer.from(how === 'utf-16le' ? `\ufeff${content}` : content, how as BufferEncoding)
      expect(await decoded(bytes, size)).toEqual([how, content])
    }),
    { numRuns: 200 },
  )
})
