import { Buffer } from 'node:buffer'
import { crc32, deflateRawSync } from 'node:zlib'

/** One part of a zip, honest or not: what the directory says may differ from what is there. */
export interface ZipPart {
  name: string
  data: Uint8Array | string
  stored?: boolean
  /** Lies of the directory. */
  says?: { name?: string; size?: number; checksum?: number; mode?: number; flags?: number }
  /** Shares the bytes of the part with this name instead of having its own. */
  sameBytesAs?: string
}

/** Writes a zip container by hand, so that tests can write what no library would. */
export function makeZip(parts: readonly ZipPart[]): Buffer {
  const pieces: Buffer[] = []
  const directory: Buffer[] = []
  const offsets = new Map<string, number>()
  let offset = 0
  for (const part of parts) {
    const data = Buffer.from(part.data as string)
    const packed = part.stored === true ? data : deflateRawSync(data, { level: 9 })
    const name = Buffer.from(part.name)
    const saidName = Buffer.from(part.says?.name ?? part.name)
    const at = offsets.get(part.sameBytesAs ?? '') ?? offset
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE(part.says?.flags ?? 0x800, 2)
    fields.writeUInt16LE(part.stored === true ? 0 : 8, 4)
    fields.writeUInt32LE(part.says?.checksum ?? crc32(data), 10)
    fields.writeUInt32LE(packed.length, 14)
    fields.writeUInt32LE(part.says?.size ?? data.length, 18)
    fields.writeUInt16LE(saidName.length, 22)
    const local = Buffer.from(fields)
    local.writeUInt16LE(name.length, 22)
    if (part.sameBytesAs === undefined) {
      pieces.push(Buffer.from('PK\x03\x04'), local, name, packed)
      offsets.set(part.name, offset)
      offset += 30 + name.length + packed.length
    }
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(((part.says?.mode ?? 0) << 16) >>> 0, 6)
    tail.writeUInt32LE(at, 10)
    directory.push(Buffer.from('PK\x01\x02\x14\x03', 'latin1'), fields, tail, saidName)
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(listed.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...pieces, listed, end])
}
