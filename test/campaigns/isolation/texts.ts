/** All texts of an answer: of an archive those of its entries, archives within archives included. */
import { inflateRawSync } from 'node:zlib'

const LOCAL = 0x04034b50
const CENTRAL = 0x02014b50

export function textsOf(bytes: Uint8Array): string {
  const buffer = Buffer.from(bytes)
  if (buffer.length < 4 || buffer.readUInt32LE(0) !== LOCAL) return buffer.toString('utf8')
  const texts: string[] = []
  const mark = Buffer.from([0x50, 0x4b, 0x01, 0x02])
  for (let at = buffer.indexOf(mark); at >= 0; at = buffer.indexOf(mark, at + 4)) {
    if (buffer.readUInt32LE(at) !== CENTRAL || at + 46 > buffer.length) continue
    const method = buffer.readUInt16LE(at + 10)
    const size = buffer.readUInt32LE(at + 20)
    const nameLength = buffer.readUInt16LE(at + 28)
    const local = buffer.readUInt32LE(at + 42)
    texts.push(buffer.toString('utf8', at + 46, at + 46 + nameLength))
    const begin = local + 30 + buffer.readUInt16LE(local + 26) + buffer.readUInt16LE(local + 28)
    const packed = buffer.subarray(begin, begin + size)
    texts.push(textsOf(method === 8 ? inflateRawSync(packed) : packed))
  }
  return texts.join('\n')
}
