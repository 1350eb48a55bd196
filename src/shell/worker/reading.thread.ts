// Reads files that nobody has vouched for, in a thread of its own with limits of time and memory.
import { createReadStream } from 'node:fs'
import { Problem } from '../../base/index.ts'
import type { Locator } from '../../graph/evidence/index.ts'
import { quoteOfCells } from '../../graph/figures/index.ts'
import { type Chunk, makeChunks } from '../../graph/intake/index.ts'
import { divisionOf } from '../../graph/kinds/index.ts'
import {
  compileMapping,
  fitsMapping,
  LookupCollector,
  type Lookups,
  type Mapping,
  neededLookups,
  parseMapping,
  readTable,
} from '../../graph/reading/index.ts'
import { unifyLineEnds } from '../../graph/sources/index.ts'
import { threadPort } from '../../store/index.ts'
import { readPack } from '../packs.ts'
import { type Knowledge, loadKnowledge } from '../vocabulary.ts'
import type {
  FileOnDisk,
  ImportTask,
  PlaceTask,
  ReadingMessage,
  ReadingResult,
  ReadingTask,
} from './reading-task.ts'

type Send = (chunk: Chunk) => Promise<void>

function eventsOf(file: FileOnDisk, mapping: Mapping | null) {
  const header = mapping?.header
  return readTable({
    fileName: file.fileName,
    stream: createReadStream(file.path),
    ...(header !== undefined && { header }),
  })
}

/** Tables by name: rows of other files, and the places of the core pack. */
async function lookupsOf(
  mapping: Mapping,
  files: readonly FileOnDisk[],
  knowledge: Knowledge,
): Promise<Lookups> {
  const tables: Record<string, Lookups[string]> = {
    division: (name) => divisionOf(knowledge.places, name)?.code,
  }
  for (const { name, from } of neededLookups(mapping)) {
    if (from === null) continue
    const file = files.find(({ fileName }) => fileName === from.file)
    if (file === undefined) throw new Problem('not-found', { what: from.file })
    let collector: LookupCollector | null = null
    for await (const event of eventsOf(file, null)) {
      if (event.kind === 'sheet') collector = new LookupCollector(from, event.head)
      if (event.kind === 'rows') for (const row of event.rows) collector?.add(row)
    }
    if (collector !== null) tables[name] = collector.entries
  }
  return tables
}

async function importSource(task: ImportTask, send: Send): Promise<ReadingResult> {
  const knowledge = loadKnowledge(await readPack('core'))
  const mapping = parseMapping(task.mapping)
  const { fileName } = task.file
  const lookups = await lookupsOf(mapping, task.lookups, knowledge)
  const { tenant, source, batch, label, reader } = task
  const options = { fileName, lookups, vocabulary: knowledge.vocabulary }
  const chunks = makeChunks(eventsOf(task.file, mapping), {
    context: { tenant, source, batch, label, method: 'imported', reader },
    searched: knowledge.rules.searched,
    documents: new Map(task.documents.map((each) => [each.fileName, each])),
    readerOf: (head) =>
      fitsMapping(mapping, { fileName, head }) ? compileMapping(mapping, head, options) : null,
  })
  let rows = 0
  for await (const chunk of chunks) {
    rows += chunk.rows.length
    if (chunk.number >= task.skip) await send(chunk)
  }
  if (rows === 0)
    throw new Problem('column-missing', { column: (mapping.match.columns ?? []).join(' / ') })
  return { kind: 'import', rows }
}

/** The words at a place, or null where the file has no such place any more. */
async function readPlace({ file, locator }: PlaceTask): Promise<string | null> {
  if (locator.row !== null && locator.cells !== null) return readCells(file, locator)
  if (locator.start === null || locator.end === null) return null
  let text = ''
  const decoder = new TextDecoder('utf-8')
  for await (const bytes of createReadStream(file.path)) {
    text += decoder.decode(bytes as Uint8Array, { stream: true })
  }
  const characters = [...unifyLineEnds(text + decoder.decode())]
  if (locator.end > characters.length) return null
  return characters.slice(locator.start, locator.end).join('')
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

threadPort<ReadingTask, ReadingResult, ReadingMessage>(async (task, send) =>
  task.kind === 'import'
    ? importSource(task, send)
    : { kind: 'place', found: await readPlace(task) },
)
