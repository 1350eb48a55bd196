import { crc32 } from 'node:zlib'

/** A file of the container. */
export interface Part {
  readonly name: string
  readonly bytes: Buffer
}

/** What was found of a container, and whether every byte of it is as the format writes it. */
export interface Container {
  readonly parts: readonly Part[]
  readonly isExact: boolean
}

const HEAD_BYTES = 30
const FIRST = 'manifest.json'

/** Whether some bytes begin as a bundle does. */
export function looksLikeBundle(bytes: Buffer): boolean {
  const isZip = bytes.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004', 'latin1'))
  return isZip && bytes.subarray(HEAD_BYTES, HEAD_BYTES + FIRST.length).toString() === FIRST
}

/**
 * Reads the files of a bundle one after the other, as far as they go. A bundle is stored without
 * compression and has nothing that could be otherwise, so it is written again from its files and
 * compared: a byte that no file holds is seen as well.
 */
export function readContainer(bytes: Buffer): Container {
  const parts: Part[] = []
  let at = 0
  while (at + HEAD_BYTES <= bytes.length && bytes.readUInt32LE(at) === 0x04034b50) {
    const size = bytes.readUInt32LE(at + 18)
    const name = bytes.readUInt16LE(at + 26)
    const begin = at + HEAD_BYTES + name
    if (begin + size > bytes.length) break
    parts.push({
      name: bytes.subarray(at + HEAD_BYTES, begin).toString('utf8'),
      bytes: bytes.subarray(begin, begin + size),
    })
    at = begin + size
  }
  return { parts, isExact: writeContainer(parts).equals(bytes) }
}

/** Little-endian numbers of two and four bytes. */
function pack(...fields: readonly (readonly [value: number, bytes: 2 | 4])[]): Buffer {
  return Buffer.concat(
    fields.map(([value, bytes]) => {
      const field = Buffer.alloc(bytes)
      field.writeUIntLE(value, 0, bytes)
      return field
    }),
  )
}

/** The container of these files, byte for byte. */
function writeContainer(parts: readonly Part[]): Buffer {
  const body: Buffer[] = []
  const index: Buffer[] = []
  let offset = 0
  for (const { name, bytes } of parts) {
    const path = Buffer.from(name)
    // Version 2.0, names in UTF-8, stored, the first day that a zip knows, no extra field.
    const described = Buffer.concat([
      pack([20, 2], [0x0800, 2], [0, 2], [0, 2], [0x21, 2], [crc32(bytes), 4]),
      pack([bytes.length, 4], [bytes.length, 4], [path.length, 2], [0, 2]),
    ])
    body.push(pack([0x04034b50, 4]), described, path, bytes)
    const rest = pack([0, 2], [0, 2], [0, 2], [0, 4], [offset, 4])
    index.push(pack([0x02014b50, 4], [20, 2]), described, rest, path)
    offset += HEAD_BYTES + path.length + bytes.length
  }
  const directory = Buffer.concat(index)
  const end = pack([0x06054b50, 4], [0, 2], [0, 2], [parts.length, 2], [parts.length, 2])
  return Buffer.concat([...body, directory, end, pack([directory.length, 4], [offset, 4], [0, 2])])
}
