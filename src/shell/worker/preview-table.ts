// What a mapping would make of the first rows of a table; runs in the reading thread.
import { createReadStream } from 'node:fs'
import {
  compileMapping,
  type FileKind,
  fitsMapping,
  type Mapping,
  parseMapping,
  proposeMapping,
  type RowReading,
  type SheetHead,
  type SheetRow,
  SNIFF_BYTES,
  sniff,
} from '../../graph/reading/index.ts'
import type { Knowledge } from '../vocabulary.ts'
import { eventsOf, lookupsOf } from './open-table.ts'
import type { FileOnDisk, PreviewTask, SheetPreview, TablePreview } from './reading-task.ts'

/** Rows of each sheet that are looked at; the counts of a preview are of these. */
const ROWS_MAX = 1_000
/** Rows that are handed back with what becomes of them. */
const ROWS_SHOWN = 50

/** Opens a file, finds the mapping that fits, and reads the first rows through it. */
export async function previewTable(task: PreviewTask, knowledge: Knowledge): Promise<TablePreview> {
  const { file } = task
  const asked = task.mapping === null ? null : parseMapping(task.mapping)
  const fileKind = await kindOf(file)
  const sheets = await sheetsOf(file, asked)
  const sheet = sheets.find(({ head }) => head.sheet === task.sheet) ?? sheets[0]
  if (sheet === undefined) {
    return { fileKind, sheets: [], fitting: [], proposal: null, sheet: 0, rows: null }
  }
  const fitting = task.candidates
    .map(parseMapping)
    .filter((mapping) => fitsMapping(mapping, { fileName: file.fileName, head: sheet.head }))
  const proposal = proposeMapping(sheet.head, sheet.sample, knowledge.vocabulary, {
    fileName: file.fileName,
    publisher: task.publisher,
    corrections: task.corrections,
  })
  const isCorrected = task.corrections.length > 0
  const first = isCorrected ? undefined : fitting[0]
  const chosen = asked ?? first ?? proposal?.mapping ?? null
  const rows = chosen === null ? null : await readRows(task, chosen, sheet, knowledge)
  return {
    fileKind,
    sheets: sheets.map((each) => ({ ...each, sample: each.sample.slice(0, ROWS_SHOWN) })),
    fitting: fitting.map(({ id }) => id),
    proposal,
    sheet: sheets.indexOf(sheet),
    rows,
  }
}

async function kindOf(file: FileOnDisk): Promise<FileKind> {
  for await (const bytes of createReadStream(file.path, {
    end: SNIFF_BYTES - 1,
    highWaterMark: SNIFF_BYTES,
  })) {
    return sniff(bytes as Uint8Array)
  }
  return 'empty'
}

/** Every sheet with its head and first rows. A text table is not read beyond them. */
async function sheetsOf(file: FileOnDisk, mapping: Mapping | null): Promise<SheetPreview[]> {
  const sheets: SheetPreview[] = []
  let head: SheetHead | null = null
  let sample: SheetRow[] = []
  for await (const event of eventsOf(file, mapping)) {
    if (event.kind === 'sheet') {
      head = event.head
      sample = []
    } else if (event.kind === 'rows') {
      sample.push(...event.rows.slice(0, ROWS_MAX - sample.length))
      const isText = head?.delimiter !== undefined
      if (isText && head !== null) return [{ head, rows: null, sample }]
    } else if (head !== null) {
      sheets.push({ head, rows: event.rows, sample })
    }
  }
  return sheets
}

async function readRows(
  task: PreviewTask,
  mapping: Mapping,
  { head, sample }: SheetPreview,
  knowledge: Knowledge,
): Promise<TablePreview['rows']> {
  const { fileName } = task.file
  const lookups = await lookupsOf(mapping, task.lookups, knowledge)
  const read = compileMapping(mapping, head, {
    fileName,
    lookups,
    vocabulary: knowledge.vocabulary,
  })
  const readings = sample.map((row) => ({ row: row.row, ...read(row) }))
  const of = (outcome: RowReading['outcome']): number =>
    readings.filter((reading) => reading.outcome === outcome).length
  return {
    mapping: mapping.id,
    shown: readings.slice(0, ROWS_SHOWN),
    counts: {
      ok: of('ok'),
      held: of('held'),
      refused: of('refused'),
      claims: readings.reduce((sum, { claims }) => sum + claims.length, 0),
    },
  }
}
