import { Problem } from '../../../base/index.ts'
import { type FileKind, KIND_WORDS, promisedKind, sniff } from '../container/index.ts'
import type { DocumentKind } from './model.ts'
import { DAMAGE } from './words.ts'

const KINDS: Readonly<Partial<Record<FileKind, DocumentKind>>> = {
  csv: 'txt',
  html: 'html',
  docx: 'docx',
  pdf: 'pdf',
}

/**
 * What the bytes are read as, whatever the name says. Problems: `document-empty`,
 * `document-encrypted`, `document-unsupported`; `document-damaged` where nothing but the beginning of a
 * signature is left, which would else be read as a word of text.
 */
export function documentKind(bytes: Uint8Array, fileName: string): DocumentKind {
  const found = sniff(bytes)
  if (found === 'empty') throw new Problem('document-empty')
  if (found === 'encrypted') throw new Problem('document-encrypted')
  if (SIGNATURES.some((signature) => signature.startsWith(beginningOf(bytes)))) {
    throw new Problem('document-damaged', { reason: DAMAGE.begun.zh, reasonEn: DAMAGE.begun.en })
  }
  const kind = KINDS[found]
  if (kind !== undefined) return kind
  const words = { found: KIND_WORDS[found].zh, foundEn: KIND_WORDS[found].en }
  throw new Problem('document-unsupported', { name: fileName, ...words })
}

/** How containers begin. */
const SIGNATURES = ['PK\x03\x04', '%PDF-']

const beginningOf = (bytes: Uint8Array): string =>
  bytes.length > 1 ? String.fromCharCode(...bytes.subarray(0, 6)) : '\0'

/** Lines that are looked at to tell a table from prose. */
const LINES = 40
/** Share of lines that must break into as many cells as the first for a text to be a table. */
const TABLE_SHARE = 0.8

/**
 * As what a file is best opened: as a table or as a document. `bytes` is its beginning. A text file
 * is a table when its lines break into the same number of cells; where that says nothing its name
 * decides, and null stands for what is neither.
 */
export function formOf(bytes: Uint8Array, fileName: string): 'table' | 'document' | null {
  const found = sniff(bytes)
  if (found === 'csv') {
    if (promisedKind(fileName) === 'csv' && !/\.txt$/i.test(fileName)) return 'table'
    return isTabular(bytes) ? 'table' : 'document'
  }
  if (KINDS[found] !== undefined) return 'document'
  return ['xlsx', 'xls-old'].includes(found) ? 'table' : null
}

/** By the bytes of the delimiters, which are ASCII in every encoding but UTF-16. */
function isTabular(bytes: Uint8Array): boolean {
  const isWide = bytes[0] === 0xff || bytes[0] === 0xfe
  const text = new TextDecoder(isWide ? 'utf-16le' : 'latin1').decode(bytes.subarray(0, 16_384))
  const lines = text
    .split(/\r\n?|\n/)
    .slice(0, LINES)
    .filter((line) => line.trim() !== '')
  if (lines.length < 2) return false
  return ['\t', ',', ';', '|'].some((delimiter) => {
    const counts = lines.map((line) => line.split(delimiter).length)
    const [first = 1] = counts
    const alike = counts.filter((count) => count === first).length
    return first > 1 && alike >= lines.length * TABLE_SHARE
  })
}
