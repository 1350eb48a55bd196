// Reads files that nobody has vouched for, in a thread of its own with limits of time and memory.
import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { codePoints, Problem, sliceCodePoints } from '../../base/index.ts'
import { type Locator, mayPublishBatch } from '../../graph/evidence/index.ts'
import { type PlaceFound, quoteOfCells } from '../../graph/figures/index.ts'
import { makeChunks } from '../../graph/intake/index.ts'
import {
  compileMapping,
  type DocumentInput,
  type DocumentText,
  type GridSheet,
  type Mapping,
  missingColumns,
  parseMapping,
  placeIn,
  type RowReader,
  readDocument,
  readGrid,
  readStatements,
  type SheetHead,
  speaksOfSheet,
  strippedOffsets,
} from '../../graph/reading/index.ts'
import { TEXT_VERSION } from '../../graph/sources/index.ts'
import { threadPort } from '../../store/index.ts'
import { readPack } from '../packs.ts'
import { loadKnowledge } from '../vocabulary.ts'
import { eventsOf, lookupsOf } from './open-table.ts'
import { previewTable } from './preview-table.ts'
import type {
  DocumentTask,
  FileOnDisk,
  ImportTask,
  PlaceTask,
  ReadingMessage,
  ReadingResult,
  ReadingTask,
  StatementsTask,
} from './reading-task.ts'

type Send = (message: ReadingMessage) => Promise<void>

async function importSource(task: ImportTask, send: Send): Promise<ReadingResult> {
  const knowledge = loadKnowledge(await readPack('core'))
  const mapping = parseMapping(task.mapping)
  const { fileName } = task.file
  const lookups = await lookupsOf(mapping, task.lookups, knowledge)
  const { tenant, source, batch, label, reader, sourceClass } = task
  const options = { fileName, lookups, vocabulary: knowledge.vocabulary }
  const missing: string[] = []
  const readerOf = (head: SheetHead): RowReader | null => {
    missing.push(...columnsMissed(mapping, head))
    return isMeant(mapping, head) ? compileMapping(mapping, head, options) : null
  }
  const chunks = makeChunks(eventsOf(task.file, mapping), {
    context: { tenant, source, batch, label, method: 'imported', reader },
    searched: knowledge.rules.searched,
    documents: new Map(task.documents.map((each) => [each.fileName, each])),
    isHeld: !mayPublishBatch(knowledge.rules.policy, sourceClass),
    readerOf,
  })
  let rows = 0
  // One chunk is read while the one before it is stored; more would only fill the memory.
  let storing = Promise.resolve()
  for await (const chunk of chunks) {
    rows += chunk.rows.length
    await storing
    if (chunk.number < task.skip) continue
    storing = send(chunk)
    // It is heard when it is awaited; until then nobody may take it for an error that nobody hears.
    storing.catch(() => {})
  }
  await storing
  if (rows === 0) throw noSheet(mapping, missing)
  return { kind: 'import', rows }
}

/** A sheet that the mapping is for. The name of the file does not count: a person chose the file. */
const isMeant = (mapping: Mapping, head: SheetHead): boolean =>
  speaksOfSheet(mapping, head) && missingColumns(mapping, head).length === 0

/** What a sheet lacks that the mapping is for by its name. */
const columnsMissed = (mapping: Mapping, head: SheetHead): string[] =>
  speaksOfSheet(mapping, head) ? missingColumns(mapping, head) : []

/** No sheet of the file is one that the mapping is for. */
function noSheet({ match }: Mapping, missing: readonly string[]): Problem {
  const names = [...new Set(missing)].join(' / ')
  return new Problem('column-missing', { column: names === '' ? (match.sheet ?? '') : names })
}

/** What stands at a place, or null where the file has no such place any more. */
async function readPlace(task: PlaceTask): Promise<PlaceFound | null> {
  const { file, locator, textVersion, pages } = task
  if (locator.row !== null && locator.cells !== null) {
    const words = await readCells(file, locator)
    return words === null ? null : { words, place: null }
  }
  if (locator.start === null || locator.end === null) return null
  const document = await readWhole(file, {
    ...(textVersion === TEXT_VERSION && { kind: 'txt' }),
    ...(pages !== null && { pages }),
  })
  const start = locator.start - (pages?.start ?? 0)
  const end = locator.end - (pages?.start ?? 0)
  if (start < 0 || end > codePoints(document.text)) return null
  return { words: sliceCodePoints(document.text, start, end), place: placeIn(document, start) }
}

/** Bytes that were kept as plain text are never taken for anything else. */
async function readWhole(
  { path, fileName }: FileOnDisk,
  options: Omit<DocumentInput, 'fileName' | 'bytes'>,
): Promise<DocumentText> {
  return readDocument({ fileName, bytes: await readFile(path), ...options })
}

const TELL_EVERY_MS = 400

/** Reads a document and tells now and then how far it is. */
async function readTold({ file }: DocumentTask, send: Send): Promise<ReadingResult> {
  let told = performance.now()
  const onPage = async (done: number, total: number): Promise<void> => {
    if (performance.now() - told < TELL_EVERY_MS) return
    told = performance.now()
    await send({ done, total })
  }
  return { kind: 'document', document: await readWhole(file, { onPage }) }
}

async function readCells(file: FileOnDisk, locator: Locator): Promise<string | null> {
  let isSheet = false
  for await (const event of eventsOf(file, null)) {
    if (event.kind === 'sheet') isSheet = event.head.sheet === locator.sheet
    if (!isSheet || event.kind === 'end') continue
    const rows = event.kind === 'sheet' ? event.preface : event.rows
    const row = rows.find((each) => each.row === locator.row)
    if (row !== undefined) return quoteOfCells(locator.cells ?? '', row.cells)
  }
  return null
}

/** A file without a word says nothing, which is no fault of it. */
async function textOf(file: FileOnDisk): Promise<string> {
  try {
    return (await readWhole(file, {})).text
  } catch (error) {
    if (error instanceof Problem && error.code === 'document-empty') return ''
    throw error
  }
}

async function statementsIn({ from, kinds }: StatementsTask): Promise<ReadingResult> {
  const stored = 'text' in from ? from.text : await textOf(from.file)
  const rules = loadKnowledge(await readPack('core')).readingRules()
  const stripped = strippedOffsets(stored)
  const statements = readStatements(rules, stored, kinds).map((statement) => ({
    ...statement,
    strippedStart: stripped[statement.start] as number,
    strippedEnd: stripped[statement.end] as number,
  }))
  return { kind: 'statements', reader: rules.edition, statements }
}

/** Rows of a workbook that is judged row by row while a person waits. */
const GRID_ROWS_MAX = 20_000

const gridOf = ({ fileName, path }: FileOnDisk): Promise<GridSheet[]> =>
  readGrid({ fileName, stream: createReadStream(path) }, GRID_ROWS_MAX)

async function read(task: ReadingTask, send: Send): Promise<ReadingResult> {
  if (task.kind === 'import') return importSource(task, send)
  if (task.kind === 'statements') return statementsIn(task)
  if (task.kind === 'place') return { kind: 'place', found: await readPlace(task) }
  if (task.kind === 'document') return readTold(task, send)
  if (task.kind === 'grid') return { kind: 'grid', sheets: await gridOf(task.file) }
  const knowledge = loadKnowledge(await readPack('core'))
  return { kind: 'preview', preview: await previewTable(task, knowledge) }
}

threadPort<ReadingTask, ReadingResult, ReadingMessage>(read)
