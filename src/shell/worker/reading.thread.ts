// Reads files that nobody has vouched for, in a thread of its own with limits of time and memory.
import { createReadStream } from 'node:fs'
import { Problem } from '../../base/index.ts'
import type { Locator } from '../../graph/evidence/index.ts'
import { quoteOfCells } from '../../graph/figures/index.ts'
import { type Chunk, makeChunks } from '../../graph/intake/index.ts'
import { compileMapping, fitsMapping, parseMapping } from '../../graph/reading/index.ts'
import { unifyLineEnds } from '../../graph/sources/index.ts'
import { threadPort } from '../../store/index.ts'
import { readPack } from '../packs.ts'
import { loadKnowledge } from '../vocabulary.ts'
import { eventsOf, lookupsOf } from './open-table.ts'
import { previewTable } from './preview-table.ts'
import type {
  FileOnDisk,
  ImportTask,
  PlaceTask,
  ReadingMessage,
  ReadingResult,
  ReadingTask,
} from './reading-task.ts'

type Send = (chunk: Chunk) => Promise<void>

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
  // One chunk is read while the one before it is stored; more would only fill the memory.
  let storing = Promise.resolve()
  for await (const chunk of chunks) {
    rows += chunk.rows.length
    await storing
    if (chunk.number >= task.skip) storing = send(chunk)
  }
  await storing
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

async function read(task: ReadingTask, send: Send): Promise<ReadingResult> {
  if (task.kind === 'import') return importSource(task, send)
  if (task.kind === 'place') return { kind: 'place', found: await readPlace(task) }
  const knowledge = loadKnowledge(await readPack('core'))
  return { kind: 'preview', preview: await previewTable(task, knowledge) }
}

threadPort<ReadingTask, ReadingResult, ReadingMessage>(read)
