import { crc32 } from 'node:zlib'
import type { BundleFile } from './model.ts'

const UTF8_NAMES = 0x0800
const VERSION = 20
/** 1 January 1980, the first day that a zip can say. */
const FIRST_DAY = 0x21

/**
 * Files as a zip, stored as they are: a compressor of another version gives other bytes, and a bundle
 * has the same bytes wherever it is made. Every byte of it follows from the files, so that a
 * verifier can tell a byte that does not.
 */
export function bundleBytes(files: readonly BundleFile[]): Uint8Array<ArrayBuffer> {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, text } of files) {
    const content = Buffer.from(text, 'utf8')
    const path = Buffer.from(name, 'utf8')
    const head = Buffer.alloc(30)
    head.write('PK\u0003\u0004', 0, 'latin1')
    head.writeUInt16LE(VERSION, 4)
    head.writeUInt16LE(UTF8_NAMES, 6)
    head.writeUInt16LE(FIRST_DAY, 12)
    head.writeUInt32LE(crc32(content), 14)
    head.writeUInt32LE(content.length, 18)
    head.writeUInt32LE(content.length, 22)
    head.writeUInt16LE(path.length, 26)
    const entry = Buffer.alloc(46)
    entry.write('PK\u0001\u0002', 0, 'latin1')
    entry.writeUInt16LE(VERSION, 4)
    head.copy(entry, 6, 4, 30)
    entry.writeUInt32LE(offset, 42)
    parts.push(head, path, content)
    directory.push(entry, path)
    offset += head.length + path.length + content.length
  }
  const index = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\u0005\u0006', 0, 'latin1')
  end.writeUInt16LE(files.length, 8)
  end.writeUInt16LE(files.length, 10)
  end.writeUInt32LE(index.length, 12)
  end.writeUInt32LE(offset, 16)
  return new Uint8Array(Buffer.concat([...parts, index, end]))
}
