import { crc32, deflateRawSync } from 'node:zlib'

const UTF8_NAMES = 0x0800
const METHODS = { stored: 0, deflated: 8 } as const
const VERSION = 20
/** 1 January 1980, the first day that a zip can say: the same content gives the same bytes. */
const FIRST_DAY = 0x21

/**
 * A zip of files in the order given, texts as UTF-8, without directories, dates or comments: every
 * byte follows from the files. A compressor of another version gives other bytes, so what must have
 * the same wherever it is made is stored as it is.
 */
export function zipOf(
  files: readonly (readonly [name: string, content: string | Uint8Array])[],
  method: keyof typeof METHODS = 'deflated',
): Uint8Array<ArrayBuffer> {
  const bodies: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [name, content] of files) {
    const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : Buffer.from(content)
    const packed = method === 'stored' ? bytes : deflateRawSync(bytes)
    const path = Buffer.from(name, 'utf8')
    const shared = Buffer.alloc(26)
    shared.writeUInt16LE(VERSION, 0)
    shared.writeUInt16LE(UTF8_NAMES, 2)
    shared.writeUInt16LE(METHODS[method], 4)
    shared.writeUInt16LE(FIRST_DAY, 8)
    shared.writeUInt32LE(crc32(bytes), 10)
    shared.writeUInt32LE(packed.length, 14)
    shared.writeUInt32LE(bytes.length, 18)
    shared.writeUInt16LE(path.length, 22)
    bodies.push(Buffer.from('PK\u0003\u0004', 'latin1'), shared, path, packed)
    directory.push(entryOf(shared, path, offset))
    offset += 4 + shared.length + path.length + packed.length
  }
  const index = Buffer.concat(directory)
  return new Uint8Array(
    Buffer.concat([...bodies, index, endOf(files.length, index.length, offset)]),
  )
}

function entryOf(shared: Buffer, path: Buffer, offset: number): Buffer {
  const made = Buffer.alloc(2)
  made.writeUInt16LE(VERSION, 0)
  const rest = Buffer.alloc(14)
  rest.writeUInt32LE(offset, 10)
  return Buffer.concat([Buffer.from('PK\u0001\u0002', 'latin1'), made, shared, rest, path])
}

function endOf(files: number, sizeBytes: number, offset: number): Buffer {
  const end = Buffer.alloc(18)
  end.writeUInt16LE(files, 4)
  end.writeUInt16LE(files, 6)
  end.writeUInt32LE(sizeBytes, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([Buffer.from('PK\u0005\u0006', 'latin1'), end])
}
