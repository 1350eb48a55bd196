// What leaves the house: first told, then made.
import { createRoute, z } from '@hono/zod-openapi'
import { GRAPH_FORMATS } from '../../../graph/outgoing/index.ts'
import { AUDIENCES } from '../../../graph/publication/index.ts'
import { Day, Id, Words } from './figure.ts'
import { body, json, problems, WriteHeaders } from './route.ts'

const tags = ['exports']

const Request = {
  chain: Id.nullable().openapi({ description: 'One chain, or null for the whole graph.' }),
  audience: z.enum(AUDIENCES).openapi({ description: 'Who will read it.' }),
  known: Day.optional(),
  valid: Day.optional(),
}

const Hidden = z.object({
  reason: z.enum(['label', 'partner', 'personal', 'quote']),
  what: Words,
  why: Words,
  count: z.int(),
})

export const ExportPreview = z
  .object({
    title: z.string(),
    facts: z.int(),
    things: z.int(),
    sources: z.int(),
    hidden: z.array(Hidden),
    stamps: z.array(Words),
  })
  .openapi('ExportPreview')

export const previewGraphExport = createRoute({
  method: 'post',
  path: '/api/exports/graph/preview',
  tags,
  summary:
    'What an export of the graph would hold, what it would hide, and what it would say of itself',
  request: { body: body(z.object(Request)) },
  responses: { 200: json(ExportPreview, 'Before anything leaves'), ...problems },
})

export const exportGraph = createRoute({
  method: 'post',
  path: '/api/exports/graph',
  tags,
  summary: 'Export the graph, reviewed for its readers; that it left is logged with its hash',
  request: {
    headers: WriteHeaders,
    body: body(z.object({ ...Request, format: z.enum(GRAPH_FORMATS) })),
  },
  responses: {
    200: {
      description: 'csv: a zip of five tables; jsonld: one document; ftm: one entity a line',
      content: { 'application/octet-stream': { schema: z.string().openapi({ format: 'binary' }) } },
    },
    ...problems,
  },
})
