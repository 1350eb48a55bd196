// What a file is, by its bytes: the media type that is noted of a source, and how it is opened.
import { extname } from 'node:path'
import { formOf, SNIFF_BYTES, sniff } from '../../graph/reading/index.ts'

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const DOCUMENTS = new Set(['text/plain', 'text/html', 'application/pdf', DOCX])
const TABLES = new Set(['text/csv', 'text/tab-separated-values', XLSX, 'application/vnd.ms-excel'])

/** As what a source is best opened; null for what is neither. */
export function formOfMedia(mediaType: string): 'table' | 'document' | null {
  if (DOCUMENTS.has(mediaType)) return 'document'
  return TABLES.has(mediaType) ? 'table' : null
}

/** The media type of a file by its first bytes, whatever its name says. */
export async function mediaTypeOf(
  bytes: AsyncIterable<Uint8Array>,
  fileName: string,
): Promise<string> {
  const head = await headOf(bytes)
  const kind = sniff(head)
  if (kind === 'csv') return formOf(head, fileName) === 'table' ? textTable(fileName) : 'text/plain'
  return MEDIA_TYPES[kind] ?? 'application/octet-stream'
}

const textTable = (fileName: string): string =>
  extname(fileName).toLowerCase() === '.tsv' ? 'text/tab-separated-values' : 'text/csv'

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  docx: DOCX,
  html: 'text/html',
  pdf: 'application/pdf',
  xlsx: XLSX,
  'xls-old': 'application/vnd.ms-excel',
}

async function headOf(bytes: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of bytes) {
    chunks.push(chunk)
    size += chunk.length
    if (size >= SNIFF_BYTES) break
  }
  return Buffer.concat(chunks)
}
