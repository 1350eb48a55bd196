/** Ways in which a file comes to harm on its way, each drawn by chance. */
import type { Chance } from '../chance.ts'
import type { Original } from './originals.ts'

export const WAYS = ['flip', 'truncate', 'splice', 'repeat', 'header', 'zeros'] as const
export type Way = (typeof WAYS)[number]

/** One file, spoiled; of `other` a stretch is taken where something foreign gets in. */
export function spoil({ bytes }: Original, other: Original, way: Way, chance: Chance): Buffer {
  const copy = Buffer.from(bytes)
  const at = chance.below(copy.length)
  if (way === 'flip') {
    for (let left = 1 + chance.below(4); left > 0; left -= 1) {
      const place = chance.below(copy.length)
      copy[place] = (copy[place] ?? 0) ^ (1 << chance.below(8))
    }
    return copy
  }
  if (way === 'truncate') return copy.subarray(0, at)
  if (way === 'zeros') return copy.fill(0, at, Math.min(copy.length, at + 1 + chance.below(200)))
  if (way === 'splice') {
    const from = chance.below(other.bytes.length)
    const piece = other.bytes.subarray(from, from + 1 + chance.below(400))
    return Buffer.concat([copy.subarray(0, at), piece, copy.subarray(at)])
  }
  if (way === 'repeat') return repeated(copy, at, chance)
  return headerEdited(copy, chance)
}

/** A part of a container that stands twice in its directory; elsewhere a stretch that does. */
function repeated(copy: Buffer, at: number, chance: Chance): Buffer {
  const places = placesOf(copy, 'PK\x01\x02')
  const end = copy.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  const from = places.length > 0 ? chance.one(places) : at
  const following = places.find((place) => place > from) ?? (end > from ? end : from + 300)
  const entry = copy.subarray(from, following)
  if (places.length === 0 || end < 0)
    return Buffer.concat([copy.subarray(0, following), entry, copy.subarray(following)])
  const tail = Buffer.from(copy.subarray(end))
  tail.writeUInt16LE(tail.readUInt16LE(8) + 1, 8)
  tail.writeUInt16LE(tail.readUInt16LE(10) + 1, 10)
  tail.writeUInt32LE(tail.readUInt32LE(12) + entry.length, 12)
  return Buffer.concat([copy.subarray(0, end), entry, tail])
}

/** A number or a letter of a header: sizes, places, checksums, names, versions. */
function headerEdited(copy: Buffer, chance: Chance): Buffer {
  const marks = [
    'PK\x03\x04',
    'PK\x01\x02',
    'PK\x05\x06',
    ' obj',
    'xref',
    'trailer',
    '%PDF',
    '<meta',
  ]
  const places = marks.flatMap((mark) => placesOf(copy, mark))
  const from = places.length > 0 ? chance.one(places) : 0
  const place = Math.min(copy.length - 1, from + chance.below(46))
  copy[place] = chance.one([0, 1, 0x7f, 0xff, chance.below(256)])
  return copy
}

function placesOf(bytes: Buffer, mark: string): number[] {
  const places: number[] = []
  const sought = Buffer.from(mark, 'latin1')
  for (let at = bytes.indexOf(sought); at >= 0; at = bytes.indexOf(sought, at + 1)) places.push(at)
  return places
}
