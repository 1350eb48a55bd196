// The graph on its way out: first what would be hidden, then the file.
import { createRoute, z } from '@hono/zod-openapi'
import { AsOf, Id, Words } from './figure.ts'
import { Audience, HiddenReason } from './list-exports.ts'
import { body, json, problems, WriteHeaders } from './route.ts'

const tags = ['chains']

export const GraphReview = z
  .object({
    title: z.string(),
    audience: Audience,
    facts: z.int(),
    things: z.int(),
    sources: z.int(),
    hidden: z.array(
      z.object({
        reason: HiddenReason,
        what: Words,
        why: Words,
        facts: z.int(),
        quotes: z.int(),
      }),
    ),
    stamps: z.array(Words),
  })
  .openapi('GraphReview')

export const reviewGraphExport = createRoute({
  method: 'get',
  path: '/api/graph/review',
  tags,
  summary:
    'What a copy of the graph for these readers would hold, and what would be hidden and why',
  request: {
    query: AsOf.extend({
      chain: Id.optional().openapi({ description: 'One chain; the whole graph without.' }),
      audience: Audience.default('public'),
    }),
  },
  responses: { 200: json(GraphReview, 'Before anything leaves'), ...problems },
})

export const exportGraph = createRoute({
  method: 'post',
  path: '/api/graph/export',
  tags,
  summary:
    'A copy of the graph as CSV, JSON-LD with PROV-O and FollowTheMoney, reviewed for its readers',
  request: {
    headers: WriteHeaders,
    body: body(
      AsOf.extend({
        chain: Id.nullable().openapi({ description: 'One chain, or null for the whole graph.' }),
        audience: Audience,
      }),
    ),
  },
  responses: {
    200: {
      description: 'A zip of tables, one JSON-LD document, and one entity a line',
      content: { 'application/zip': { schema: z.string().openapi({ format: 'binary' }) } },
    },
    ...problems,
  },
})
