import { Buffer } from 'node:buffer'
import { Problem } from '../../../base/index.ts'
import { KIND_WORDS } from './words.ts'

/** What a file is, by its bytes. `text` may be a table with delimiters; the reader finds out. */
export type FileKind =
  | 'xlsx'
  | 'xlsb'
  | 'xls-old'
  | 'encrypted'
  | 'docx'
  | 'pptx'
  | 'ods'
  | 'zip'
  | 'ole'
  | 'pdf'
  | 'html'
  | 'xml'
  | 'rtf'
  | 'gzip'
  | 'image'
  | 'csv'
  | 'binary'
  | 'empty'

/** How much of the beginning is enough; more does no harm, and the end of a zip helps. */
export const SNIFF_BYTES = 64 * 1024

const MAGIC: readonly (readonly [FileKind, readonly number[]])[] = [
  ['pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['rtf', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ['gzip', [0x1f, 0x8b]],
  ['image', [0x89, 0x50, 0x4e, 0x47]],
  ['image', [0xff, 0xd8, 0xff]],
  ['image', [0x47, 0x49, 0x46, 0x38]],
]

/** Names inside a zip, asked in this order: a workbook may hold a drawing, not the reverse. */
const ZIP_MARKS: readonly (readonly [FileKind, RegExp])[] = [
  ['xlsb', /xl\/workbook\.bin/],
  ['xlsx', /xl\/(workbook\.xml|worksheets\/|_rels\/|styles\.xml|sharedStrings\.xml|theme\/)/],
  ['docx', /word\/(document\.xml|_rels\/|styles\.xml)/],
  ['pptx', /ppt\/(presentation\.xml|slides\/|_rels\/)/],
  ['ods', /mimetypeapplication\/vnd\.oasis\.opendocument\.spreadsheet/],
]

/**
 * What the bytes are, never the name. `bytes` is the whole file or its beginning (`SNIFF_BYTES`).
 * Web pages and XML that an export called .xls are common, so they have kinds of their own.
 */
export function sniff(bytes: Uint8Array): FileKind {
  if (bytes.length === 0) return 'empty'
  if (starts(bytes, [0x50, 0x4b, 3, 4]) || starts(bytes, [0x50, 0x4b, 5, 6])) return zipKind(bytes)
  if (starts(bytes, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) return oleKind(bytes)
  const magic = MAGIC.find(([, signature]) => starts(bytes, signature))
  if (magic !== undefined) return magic[0]
  return isLatePdf(bytes) ? 'pdf' : textKind(bytes)
}

/** Some mail programs put lines before the first of a PDF; readers allow a kilobyte of them. */
function isLatePdf(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 4096))
  const latin = head.toString('latin1')
  const at = latin.search(/%PDF-\d\.\d\s/)
  return at >= 0 && at < 1024 && /\d+ \d+ obj/.test(latin.slice(at))
}

const starts = (bytes: Uint8Array, signature: readonly number[]): boolean =>
  signature.every((value, at) => bytes[at] === value)

/** By names of parts: the local headers at the beginning, the directory when the end is there. */
function zipKind(bytes: Uint8Array): FileKind {
  const latin = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  return ZIP_MARKS.find(([, mark]) => mark.test(latin))?.[0] ?? 'zip'
}

/** Compound files name their streams in UTF-16; an encrypted workbook is one stream in such a file. */
function oleKind(bytes: Uint8Array): FileKind {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const names = (name: string): boolean => buffer.includes(Buffer.from(name, 'utf16le'))
  if (names('EncryptedPackage') || names('EncryptionInfo')) return 'encrypted'
  return names('Workbook') || names('Book') ? 'xls-old' : 'ole'
}

const UTF16_MARKS: readonly (readonly number[])[] = [
  [0xff, 0xfe],
  [0xfe, 0xff],
]

/** The first tag of a page, behind comments that a program left; `<p` also begins `<pre`. */
const HTML_BEGINS =
  /^(<!--.*?-->\s*)*<(!doctype html|html|head|body|title|table|meta|style|div|p|article|section|main|h[1-6]|ul|ol)\b/s

function textKind(bytes: Uint8Array): FileKind {
  const wide = UTF16_MARKS.some((mark) => starts(bytes, mark))
  const head = bytes.subarray(0, SNIFF_BYTES)
  if (!wide && isBinary(head)) return 'binary'
  const text = new TextDecoder(
    wide && bytes[0] === 0xfe ? 'utf-16be' : wide ? 'utf-16le' : 'latin1',
  )
    .decode(head)
    .replace(/^(\ufeff|ï»¿)?\s*/, '')
    .slice(0, 1024)
    .toLowerCase()
  if (text === '') return bytes.length > SNIFF_BYTES ? 'csv' : 'empty'
  if (HTML_BEGINS.test(text)) return 'html'
  if (text.startsWith('<?xml')) return /<html|<!doctype html/.test(text) ? 'html' : 'xml'
  return 'csv'
}

/** A NUL never stands in a text of one-byte units, and other control characters hardly ever. */
function isBinary(head: Uint8Array): boolean {
  let controls = 0
  for (const byte of head) {
    if (byte === 0) return true
    if (byte < 0x20 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 12 && byte !== 27) {
      controls += 1
    }
  }
  return controls > head.length / 20
}

/** What an ending promises. Endings that are not here promise nothing. */
const PROMISED: Readonly<Record<string, FileKind>> = {
  xlsx: 'xlsx',
  xlsm: 'xlsx',
  xltx: 'xlsx',
  xlsb: 'xlsb',
  xls: 'xls-old',
  csv: 'csv',
  tsv: 'csv',
  tab: 'csv',
  txt: 'csv',
  docx: 'docx',
  pptx: 'pptx',
  ods: 'ods',
  pdf: 'pdf',
  html: 'html',
  htm: 'html',
  xml: 'xml',
  zip: 'zip',
  rtf: 'rtf',
}

/** The kind that a file's name promises, null when its ending promises nothing. */
export function promisedKind(fileName: string): FileKind | null {
  const ending = /\.([a-z0-9]+)$/i.exec(fileName)?.[1]?.toLowerCase()
  return ending === undefined ? null : (PROMISED[ending] ?? null)
}

/**
 * The kind of a file that is to be read as a table. Throws `workbook-empty`, `workbook-encrypted`
 * and `workbook-old`, `file-misnamed` where name and bytes disagree, `file-unsupported` for the
 * rest. A wrong name is refused rather than overlooked: what a person believes to have sent is part
 * of the evidence.
 */
export function tableKind(bytes: Uint8Array, fileName: string): 'xlsx' | 'csv' {
  const found = sniff(bytes)
  const promised = promisedKind(fileName)
  if (found === 'empty') throw new Problem('workbook-empty')
  if (found === 'encrypted') throw new Problem('workbook-encrypted')
  const words = { found: KIND_WORDS[found].zh, foundEn: KIND_WORDS[found].en, kind: found }
  if (promised !== null && promised !== found) {
    throw new Problem('file-misnamed', { name: fileName, ...words })
  }
  if (found === 'xls-old') throw new Problem('workbook-old')
  if (found !== 'xlsx' && found !== 'csv') throw new Problem('file-unsupported', words)
  return found
}
