import { Buffer } from 'node:buffer'
import { crc32 } from 'node:zlib'
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'
import { fillText, Problem } from '../../../base/index.ts'
import { DoctypeWatch } from './doctype.ts'
import { RATIO_FREE_BYTES, type ReadLimits } from './limits.ts'
import { DAMAGE, MEASURES, UNSAFE } from './words.ts'

/** A zip container that has passed the guard: its parts may be read, again and again. */
export interface Archive {
  names: readonly string[]
  has(name: string): boolean
  /** Inflated bytes of one part, in chunks. Unknown names are our own mistake. */
  part(name: string): AsyncIterable<Uint8Array>
}

/**
 * Opens a zip container after every part has been inflated once and counted: the sizes that the
 * directory states are a hint from the sender and are never believed. Refuses too much (bytes,
 * parts, ratio), parts that share bytes, names that leave the folder, links, archives in the
 * archive, and a document type declaration in any part. Throws `archive-bomb`, `doctype-refused`,
 * `workbook-encrypted`, `workbook-damaged`.
 */
export async function openArchive(bytes: Uint8Array, limits: ReadLimits): Promise<Archive> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const zip = await fromBufferPromise(buffer, { strictFileNames: true }).catch(damaged)
  const entries = await listEntries(zip, limits)
  refuseOverlap(entries)
  let total = 0
  for (const entry of entries.values()) {
    await checkLocalHeader(zip, entry)
    total += await countPart(zip, entry, limits, total)
  }
  return {
    names: [...entries.keys()],
    has: (name) => entries.has(name),
    part: (name) => streamPart(zip, entries.get(name) as Entry),
  }
}

async function listEntries(zip: ZipFile, limits: ReadLimits): Promise<Map<string, Entry>> {
  if (zip.entryCount > limits.archiveEntries) {
    throw bomb('entries', limits.archiveEntries)
  }
  const entries = new Map<string, Entry>()
  try {
    for await (const entry of zip.eachEntry()) {
      refuseEntry(entry)
      if (entries.has(entry.fileName)) throw unsafe('duplicate', entry.fileName)
      entries.set(entry.fileName, entry)
    }
  } catch (error) {
    return damaged(error)
  }
  return entries
}

/** Bits 16 and up of the attributes are a Unix mode; 0xA000 there is a symbolic link. */
function refuseEntry(entry: Entry): void {
  if (entry.isEncrypted()) throw new Problem('workbook-encrypted')
  const mode = entry.externalFileAttributes >>> 16
  if ((mode & 0xf000) === 0xa000) throw unsafe('link', entry.fileName)
}

/** A bomb of overlapping parts inflates the same bytes many times over. */
function refuseOverlap(entries: ReadonlyMap<string, Entry>): void {
  const ordered = [...entries.values()].sort(
    (a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader,
  )
  let end = 0
  for (const entry of ordered) {
    const start = entry.relativeOffsetOfLocalHeader
    if (start < end) throw unsafe('overlap', entry.fileName)
    end = start + LOCAL_HEADER_BYTES + entry.fileNameLength + entry.compressedSize
  }
}

const LOCAL_HEADER_BYTES = 30

/** A directory that names a part otherwise than the part names itself shows two faces. */
async function checkLocalHeader(zip: ZipFile, entry: Entry): Promise<void> {
  const local = await zip.readLocalFileHeaderPromise(entry).catch(damaged)
  if (!local.fileName.equals(entry.fileNameRaw)) {
    throw unsafe('two-names', entry.fileName)
  }
}

async function countPart(
  zip: ZipFile,
  entry: Entry,
  limits: ReadLimits,
  before: number,
): Promise<number> {
  const watch = new DoctypeWatch()
  let size = 0
  let checksum = 0
  for await (const chunk of streamPart(zip, entry)) {
    if (size === 0 && isArchive(chunk)) throw unsafe('nested', entry.fileName)
    size += chunk.length
    refuseSize(entry, size, before, limits)
    checksum = crc32(chunk, checksum)
    if (watch.sees(chunk)) throw new Problem('doctype-refused', { part: entry.fileName })
  }
  if (checksum !== entry.crc32) {
    throw new Problem('workbook-damaged', {
      reason: fillText(DAMAGE.checksum.zh, { part: entry.fileName }),
      reasonEn: fillText(DAMAGE.checksum.en, { part: entry.fileName }),
    })
  }
  return size
}

function refuseSize(entry: Entry, size: number, before: number, limits: ReadLimits): void {
  if (before + size > limits.archiveBytes) {
    throw bomb('bytes', limits.archiveBytes, entry.fileName)
  }
  const ratio = size / Math.max(1, entry.compressedSize)
  if (size > RATIO_FREE_BYTES && ratio > limits.archiveRatio) {
    throw bomb('ratio', limits.archiveRatio, entry.fileName)
  }
}

const isArchive = (chunk: Uint8Array): boolean =>
  chunk[0] === 0x50 && chunk[1] === 0x4b && (chunk[2] === 3 || chunk[2] === 5)

async function* streamPart(zip: ZipFile, entry: Entry): AsyncGenerator<Uint8Array> {
  const stream = await zip.openReadStreamPromise(entry).catch(damaged)
  try {
    for await (const chunk of stream) yield chunk as Uint8Array
  } catch (error) {
    if (error instanceof Error && error.message.startsWith('too many bytes')) {
      throw bomb('declared', entry.uncompressedSize, entry.fileName)
    }
    damaged(error)
  }
}

/** yauzl says in English what is wrong with a container; names that lead out are told apart. */
function damaged(error: unknown): never {
  if (error instanceof Problem) throw error
  const reason = error instanceof Error ? error.message : String(error)
  if (/^(invalid relative path|absolute path|invalid characters in fileName)/.test(reason)) {
    throw unsafe('path', reason.replace(/^[^:]*:\s*/, ''))
  }
  if (/encrypt/.test(reason)) throw new Problem('workbook-encrypted')
  throw new Problem('workbook-damaged', { reason: DAMAGE.container.zh, reasonEn: reason })
}

function bomb(measure: keyof typeof MEASURES, limit: number, part = ''): Problem {
  const words = MEASURES[measure]
  return new Problem('archive-bomb', { measure: words.zh, measureEn: words.en, limit, part })
}

function unsafe(reason: keyof typeof UNSAFE, part: string): Problem {
  return new Problem('archive-unsafe', {
    reason: UNSAFE[reason].zh,
    reasonEn: UNSAFE[reason].en,
    part,
  })
}
