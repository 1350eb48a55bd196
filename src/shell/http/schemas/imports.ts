// Mappings and imports: from a file to rows to claims.
import { createRoute, z } from '@hono/zod-openapi'
import { Id, Words } from './figure.ts'
import { RowReason, StartedJob } from './jobs.ts'
import { body, byId, json, problems, WriteHeaders } from './route.ts'

const tags = ['imports']

/** A mapping as data. The reader of tables knows every rule of it; here only its head is looked at. */
export const MappingDocument = z
  .looseObject({
    id: z.string().min(1).max(100),
    version: z.int().min(1),
    title: Words,
  })
  .openapi('MappingDocument')

const MappingChoice = z.union([z.string().min(1).max(100), MappingDocument])

const Head = z
  .object({
    sheet: z.string().nullable(),
    columns: z.array(z.object({ index: z.int(), letters: z.string(), title: z.string() })),
    headerRows: z.int(),
    firstDataRow: z.int(),
    encoding: z.string().nullable(),
  })
  .openapi('SheetHead')

/** What a column may be taken for; `role` says which of the other fields are there. */
const Role = z
  .discriminatedUnion('role', [
    z.object({ role: z.literal('key'), kind: z.string(), scheme: z.string() }),
    z.object({ role: z.literal('name'), kind: z.string() }),
    z.object({ role: z.literal('property'), property: z.string() }),
    z.object({ role: z.literal('edge'), edge: z.string(), kind: z.string() }),
    z.object({ role: z.literal('from'), kind: z.string() }),
    z.object({ role: z.literal('to'), kind: z.string() }),
    z.object({ role: z.literal('year') }),
    z.object({ role: z.literal('ignored') }),
  ])
  .openapi('ColumnRole')

/** A column, what it is taken for, how surely (0 to 1) and why. */
const ColumnGuess = z
  .object({
    index: z.int(),
    means: Role,
    words: Words,
    confidence: z.number(),
    reason: Words,
    remarks: z.array(Words),
    unit: z.string().nullable(),
  })
  .openapi('ColumnGuess')

export const ImportPreview = z
  .object({
    takenFor: Words,
    sheets: z.array(
      z.object({ name: z.string().nullable(), rows: z.int().nullable(), head: Head }),
    ),
    head: Head,
    sample: z.array(z.object({ row: z.int(), cells: z.array(z.string()) })),
    mapping: z
      .string()
      .nullable()
      .openapi({ description: 'Id of the mapping through which the rows were read.' }),
    proposals: z.array(z.object({ mapping: MappingDocument, reason: Words, saved: z.boolean() })),
    columns: z
      .array(ColumnGuess)
      .openapi({ description: 'On what the proposal that is not saved rests, column by column.' }),
    rows: z.array(
      z.object({
        row: z.int(),
        outcome: z.enum(['ok', 'held', 'refused']),
        reasons: z.array(RowReason),
        claims: z.array(
          z.object({
            subject: z.string(),
            property: z.string(),
            object: z.string().nullable(),
            text: z.string().nullable(),
            held: z.boolean(),
          }),
        ),
      }),
    ),
    counts: z.object({ ok: z.int(), held: z.int(), refused: z.int(), claims: z.int() }),
  })
  .openapi('ImportPreview')

export const PreviewInput = z.object({
  mapping: MappingChoice.optional(),
  sheet: z.string().max(200).optional(),
  corrections: z
    .array(
      z.object({
        column: z.int().min(0).max(16_383),
        means: Role,
        unit: z.string().min(1).max(100).optional(),
      }),
    )
    .max(300)
    .optional()
    .openapi({ description: 'What a person says of single columns; the proposal follows it.' }),
})

export const previewImport = createRoute({
  method: 'post',
  path: '/api/sources/{id}/preview',
  tags,
  summary: 'What a mapping would make of the first rows; writes nothing',
  request: {
    params: byId(Id),
    body: body(PreviewInput),
  },
  responses: { 200: json(ImportPreview, 'The preview'), ...problems },
})

export const MappingView = z
  .object({
    id: z.string(),
    version: z.int(),
    title: Words,
    mapping: MappingDocument,
    origin: z.enum(['pack', 'office']),
  })
  .openapi('MappingView')

export const listMappings = createRoute({
  method: 'get',
  path: '/api/mappings',
  tags,
  summary: 'Mappings that are remembered',
  responses: {
    200: json(z.object({ items: z.array(MappingView), next: z.null() }), 'Mappings'),
    ...problems,
  },
})

export const saveMapping = createRoute({
  method: 'put',
  path: '/api/mappings/{id}',
  tags,
  summary: 'Keep a mapping; each change is a new version',
  request: {
    headers: WriteHeaders,
    params: byId(z.string().min(1).max(100)),
    body: body(MappingDocument),
  },
  responses: { 200: json(MappingView, 'The mapping as kept'), ...problems },
})

export const startImport = createRoute({
  method: 'post',
  path: '/api/imports',
  tags,
  summary: 'Import a source through a mapping, as a job',
  request: {
    headers: WriteHeaders,
    body: body(
      z.object({
        source: Id,
        mapping: MappingChoice,
        publish: z.boolean().default(false),
        dryRun: z.boolean().default(false),
      }),
    ),
  },
  responses: { 202: json(StartedJob, 'The job that does it'), ...problems },
})
