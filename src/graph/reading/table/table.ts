import { Buffer } from 'node:buffer'
import { Problem } from '../../../base/index.ts'
import {
  openArchive,
  READ_LIMITS,
  type ReadLimits,
  SNIFF_BYTES,
  tableKind,
} from '../container/index.ts'
import { readWorkbook, type SheetRow } from '../workbook/index.ts'
import { detectDelimiter, readRecords } from './delimited.ts'
import { TextStream } from './encoding.ts'
import { detectHead, HEAD_SAMPLE_ROWS, type SheetHead, type StatedHeader } from './head.ts'

export interface TableInput {
  fileName: string
  /** The file, whole or as it comes; a text table is never held whole. */
  bytes?: Uint8Array
  stream?: AsyncIterable<Uint8Array>
  limits?: ReadLimits
  /** Where the header stands, when a mapping says so; else it is guessed. */
  header?: StatedHeader
  /** Says of each row of a workbook which of its cells hold a formula. */
  marksFormulas?: boolean
  /** Which sheets are wanted; all when left out. */
  wants?: (sheet: string) => boolean
}

/** What a reader of a table tells, in this order for each sheet that has any row. */
export type TableEvent =
  | { kind: 'sheet'; head: SheetHead; hidden: boolean; preface: SheetRow[] }
  | { kind: 'rows'; rows: SheetRow[] }
  | { kind: 'end'; sheet: string | null; rows: number; hiddenRows: number; lastRow: number }

const ROWS_AT_ONCE = 2_000

/**
 * Reads a workbook or a text table sheet by sheet: its head, then the rows below the head in
 * batches of at most 2,000. Throws the problems of a file that cannot be read as a table, and
 * `workbook-empty` when no sheet has a row of data.
 */
export async function* readTable(input: TableInput): AsyncGenerator<TableEvent> {
  const limits = input.limits ?? READ_LIMITS
  const { head, all } = await peek(input)
  const kind = tableKind(head, input.fileName)
  const events =
    kind === 'xlsx'
      ? readSheets(await collect(all, limits), input, limits)
      : readText(all, head, input, limits)
  let rows = 0
  for await (const event of events) {
    if (event.kind === 'rows') rows += event.rows.length
    yield event
  }
  if (rows === 0) throw new Problem('workbook-empty')
}

/** The beginning of the file, and the file with its beginning. */
async function peek(
  input: TableInput,
): Promise<{ head: Uint8Array; all: AsyncIterable<Uint8Array> }> {
  if (input.bytes !== undefined) return { head: input.bytes, all: chunksOf(input.bytes) }
  const source = (input.stream ?? chunksOf(new Uint8Array(0)))[Symbol.asyncIterator]()
  const chunks: Uint8Array[] = []
  for (let size = 0; size < SNIFF_BYTES; ) {
    const next = await source.next()
    if (next.done === true) break
    chunks.push(next.value)
    size += next.value.length
  }
  return { head: Buffer.concat(chunks), all: resume(chunks, source) }
}

async function* resume(
  chunks: readonly Uint8Array[],
  source: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  try {
    yield* chunks
    for (let next = await source.next(); next.done !== true; next = await source.next()) {
      yield next.value
    }
  } finally {
    await source.return?.()
  }
}

const CHUNK_BYTES = 64 * 1024

async function* chunksOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += CHUNK_BYTES) yield bytes.subarray(at, at + CHUNK_BYTES)
}

/** A zip has its directory at the end, so a workbook is held whole; packed it is small. */
async function collect(chunks: AsyncIterable<Uint8Array>, limits: ReadLimits): Promise<Uint8Array> {
  const kept: Uint8Array[] = []
  let size = 0
  for await (const chunk of chunks) {
    size += chunk.length
    if (size > limits.archiveBytes) {
      throw new Problem('too-large', { limit: `${limits.archiveBytes} B` })
    }
    kept.push(chunk)
  }
  return Buffer.concat(kept)
}

async function* readSheets(
  bytes: Uint8Array,
  input: TableInput,
  limits: ReadLimits,
): AsyncGenerator<TableEvent> {
  const archive = await openArchive(bytes, limits)
  const marksFormulas = input.marksFormulas === true
  for await (const sheet of readWorkbook(archive, limits, marksFormulas)) {
    if (input.wants?.(sheet.name) === false) continue
    const { name, merges, hidden } = sheet
    yield* readOne(flatten(sheet.rows()), hidden, (sample) =>
      detectHead(sample, { sheet: name, merges, widest: true, ...statedOf(input) }),
    )
  }
}

async function* readText(
  chunks: AsyncIterable<Uint8Array>,
  head: Uint8Array,
  input: TableInput,
  limits: ReadLimits,
): AsyncGenerator<TableEvent> {
  const text = new TextStream(chunks)
  const delimiter = detectDelimiter(await firstText(head))
  yield* readOne(numbered(readRecords(text, delimiter, limits)), false, (sample) => ({
    ...detectHead(sample, { sheet: null, widest: false, ...statedOf(input) }),
    encoding: text.encoding,
    delimiter,
  }))
}

const statedOf = ({ header }: TableInput): { stated?: StatedHeader } =>
  header === undefined ? {} : { stated: header }

/** Text of the sniffed beginning; its last line may be cut, which a guess survives. */
async function firstText(head: Uint8Array): Promise<string> {
  const sample = head.subarray(0, SNIFF_BYTES)
  const encoding = new TextStream(chunksOf(sample))
  let text = ''
  try {
    for await (const piece of encoding) text += piece
  } catch {
    // The beginning may end within a character; delimiters are ASCII and can be seen anyway.
    text = Buffer.from(sample.buffer, sample.byteOffset, sample.byteLength).toString('latin1')
  }
  return text
}

async function* flatten(batches: AsyncIterable<SheetRow[]>): AsyncGenerator<SheetRow> {
  for await (const batch of batches) yield* batch
}

async function* numbered(records: AsyncIterable<string[]>): AsyncGenerator<SheetRow> {
  let row = 0
  for await (const cells of records) {
    row += 1
    if (cells.some((cell) => cell.trim() !== '')) yield { row, cells }
  }
}

/** One sheet: its head out of the first rows, then everything below in batches. */
async function* readOne(
  rows: AsyncGenerator<SheetRow>,
  hidden: boolean,
  headOf: (sample: readonly SheetRow[]) => SheetHead,
): AsyncGenerator<TableEvent> {
  const sample = await take(rows, HEAD_SAMPLE_ROWS)
  if (sample.length === 0) return
  const head = headOf(sample)
  const width = head.columns.length
  const isText = head.delimiter !== undefined
  yield {
    kind: 'sheet',
    head,
    hidden,
    preface: sample.filter((row) => row.row < head.firstDataRow),
  }
  let batch: SheetRow[] = []
  const counts = { rows: 0, hiddenRows: 0, lastRow: head.firstDataRow - 1 }
  const add = (row: SheetRow): void => {
    markRagged(row, width, isText)
    counts.rows += 1
    if (row.hidden === true) counts.hiddenRows += 1
    counts.lastRow = row.row
    batch.push(row)
  }
  for (const row of sample) if (row.row >= head.firstDataRow) add(row)
  for await (const row of rows) {
    if (row.row < head.firstDataRow) continue
    add(row)
    if (batch.length < ROWS_AT_ONCE) continue
    yield { kind: 'rows', rows: batch }
    batch = []
  }
  if (batch.length > 0) yield { kind: 'rows', rows: batch }
  yield { kind: 'end', sheet: head.sheet, ...counts }
}

async function take(rows: AsyncGenerator<SheetRow>, count: number): Promise<SheetRow[]> {
  const taken: SheetRow[] = []
  while (taken.length < count) {
    const next = await rows.next()
    if (next.done === true) break
    taken.push(next.value)
  }
  return taken
}

/** In a text table a row of another length tells of shifted columns; a sheet leaves out its end. */
function markRagged(row: SheetRow, width: number, isText: boolean): void {
  const { cells } = row
  if (cells.length > width) {
    if (cells.some((cell, at) => at >= width && cell !== '')) row.ragged = 'long'
  } else if (isText && cells.length < width) {
    row.ragged = 'short'
  }
}
