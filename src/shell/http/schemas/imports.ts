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

export const previewImport = createRoute({
  method: 'post',
  path: '/api/sources/{id}/preview',
  tags,
  summary: 'What a mapping would make of the first rows; writes nothing',
  request: {
    params: byId(Id),
    body: body(
      z.object({ mapping: MappingChoice.optional(), sheet: z.string().max(200).optional() }),
    ),
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
