// Mappings and imports: from a file to rows to claims.
import type { z } from '@hono/zod-openapi'
import { type JsonValue, Problem, type Words } from '../../base/index.ts'
import { saveMapping } from '../../graph/intake/index.ts'
import type { Vocabulary } from '../../graph/kinds/index.ts'
import {
  type ColumnGuess,
  FILE_KIND_WORDS,
  type Mapping,
  parseMapping,
  type RowReading,
  roleWords,
  type SheetHead,
} from '../../graph/reading/index.ts'
import type { SourceRow } from '../../graph/sources/index.ts'
import { readJob } from '../../store/index.ts'
import { authorise } from '../../trust/access/index.ts'
import { beginImport } from '../begin-import.ts'
import { chosenMapping, type KnownMapping, knownMappings } from '../mappings.ts'
import { lookupFiles } from '../worker/import.ts'
import { previewFile } from '../worker/read-file.ts'
import type { TablePreview } from '../worker/reading-task.ts'
import { actorIn } from './frame/actor.ts'
import type { Api, HttpContext } from './frame/context.ts'
import { given } from './frame/given.ts'
import { writeContext } from './frame/write-context.ts'
import { jobDto } from './job-view.ts'
import * as routes from './schemas/imports.ts'
import { shownSource } from './sources.ts'

type Preview = z.infer<typeof routes.ImportPreview>

export function addImports(api: Api): void {
  api.openapi(routes.listMappings, async (c) => {
    const actor = actorIn(c)
    authorise(actor, 'import-table')
    const known = await knownMappings(c.var.installation, actor.tenant)
    return c.json({ items: known.map(mappingDto), next: null }, 200)
  })

  api.openapi(routes.saveMapping, async (c) => {
    authorise(actorIn(c), 'manage-mappings')
    const mapping = parseMapping(c.req.valid('json'))
    if (mapping.id !== c.req.valid('param').id) throw otherId()
    const version = await saveMapping(writeContext(c), mapping)
    return c.json(mappingDto({ mapping, version, origin: 'office' }), 200)
  })

  api.openapi(routes.previewImport, async (c) => {
    authorise(actorIn(c), 'import-table')
    const source = await shownSource(c, c.req.valid('param').id)
    return c.json(await previewOf(c, source, c.req.valid('json')), 200)
  })

  api.openapi(routes.startImport, async (c) => {
    const actor = actorIn(c)
    authorise(actor, 'import-table')
    const { source: id, mapping: choice, publish, dryRun } = c.req.valid('json')
    const { installation } = c.var
    const source = await shownSource(c, id)
    const mapping = await chosenMapping(installation, actor.tenant, choice)
    const request = { source, mapping, title: null, publish, dryRun }
    const { job } = await beginImport(installation, writeContext(c), request)
    const view = await readJob(installation.store.read, actor.tenant, job)
    return c.json({ job: jobDto(view, c.var.language) }, 202)
  })
}

function otherId(): Problem {
  const reason = '与地址中的编号不同'
  return new Problem('invalid-input', {
    field: 'id',
    reason,
    reasonEn: 'not the id of the address',
  })
}

type Document = z.infer<typeof routes.MappingDocument>

/** A mapping as plain JSON: the interface looks at its head alone. */
const documentOf = (mapping: Mapping): Document => mapping as unknown as Document

const mappingDto = ({ mapping, version, origin }: KnownMapping) => ({
  id: mapping.id,
  version,
  title: mapping.title,
  mapping: documentOf(mapping),
  origin,
})

async function previewOf(
  c: HttpContext,
  source: SourceRow,
  asked: z.infer<typeof routes.PreviewInput>,
): Promise<Preview> {
  const { installation } = c.var
  const actor = actorIn(c)
  const known = (await knownMappings(installation, actor.tenant)).map(({ mapping }) => mapping)
  const mapping =
    asked.mapping === undefined
      ? null
      : await chosenMapping(installation, actor.tenant, asked.mapping)
  const lookups = []
  for (const each of mapping === null ? known : [mapping]) {
    const files = lookupFiles(installation, actor, { mapping: each as unknown as JsonValue })
    lookups.push(...(mapping === null ? await files.catch(ignoreMissing) : await files))
  }
  const preview = await previewFile(installation.config.limits, {
    kind: 'preview',
    file: {
      fileName: source.fileName,
      path: installation.store.blobs.path(source.sha256),
    },
    sheet: asked.sheet ?? null,
    mapping,
    candidates: known,
    lookups,
    corrections: (asked.corrections ?? []).map(given),
    publisher: actor.organisationName,
  })
  return previewDto(preview, known, installation.vocabulary)
}

/** A kept mapping whose look-up file was never brought simply cannot be tried here. */
function ignoreMissing(error: unknown): never[] {
  if (error instanceof Problem && error.code === 'not-found') return []
  throw error
}

const FITS = {
  zh: '文件名与表头同已有映射相符',
  en: 'The file and its header fit a mapping that is kept',
}

function previewDto(
  preview: TablePreview,
  known: readonly Mapping[],
  vocabulary: Vocabulary,
): Preview {
  const chosen = preview.sheets[preview.sheet]
  if (chosen === undefined) throw new Problem('workbook-empty')
  const fitting = preview.fitting.flatMap((id) => known.find((mapping) => mapping.id === id) ?? [])
  return {
    takenFor: FILE_KIND_WORDS[preview.fileKind],
    sheets: preview.sheets.map(({ head, rows }) => ({
      name: head.sheet,
      rows,
      head: headDto(head),
    })),
    head: headDto(chosen.head),
    sample: chosen.sample.map(({ row, cells }) => ({ row, cells: [...cells] })),
    mapping: preview.rows?.mapping ?? null,
    proposals: [
      ...fitting.map((mapping) => proposed(mapping, FITS, true)),
      ...(preview.proposal === null
        ? []
        : [proposed(preview.proposal.mapping, preview.proposal.reason, false)]),
    ],
    columns: (preview.proposal?.columns ?? []).map((guess) => columnDto(guess, vocabulary)),
    rows: (preview.rows?.shown ?? []).map(rowDto),
    counts: preview.rows?.counts ?? { ok: 0, held: 0, refused: 0, claims: 0 },
  }
}

const proposed = (mapping: Mapping, reason: Words, saved: boolean) => ({
  mapping: documentOf(mapping),
  reason,
  saved,
})

const columnDto = (guess: ColumnGuess, vocabulary: Vocabulary) => ({
  index: guess.column.index,
  means: guess.means,
  words: roleWords(guess.means, vocabulary),
  confidence: guess.confidence,
  reason: guess.reason,
  remarks: [...guess.remarks],
  unit: guess.unit,
})

const headDto = ({ sheet, columns, headerRows, firstDataRow, encoding }: SheetHead) => ({
  sheet,
  columns: columns.map(({ index, letters, title }) => ({ index, letters, title })),
  headerRows,
  firstDataRow,
  encoding: encoding ?? null,
})

const rowDto = ({ row, outcome, reasons, claims }: { row: number } & RowReading) => ({
  row,
  outcome,
  reasons: reasons.map((reason) => ({ ...reason })),
  claims: claims.map(({ subject, property, object, text, quantity, held }) => ({
    subject: subject.code,
    property,
    object: object?.code ?? null,
    text: text ?? quantity?.printed ?? null,
    held,
  })),
})
