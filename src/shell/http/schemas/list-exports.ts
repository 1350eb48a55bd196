// A version of a list on its way out: first what would be hidden, then the file.
import { createRoute, z } from '@hono/zod-openapi'
import { LIST_FORMATS } from '../../../graph/outgoing/index.ts'
import { AUDIENCES } from '../../../graph/publication/index.ts'
import { Id, Words } from './figure.ts'
import { byVersion } from './lists.ts'
import { body, json, problems, WriteHeaders } from './route.ts'

const tags = ['lists']

export const Audience = z.enum(AUDIENCES).openapi({ description: 'Who will read it.' })

export const HiddenReason = z.enum(['label', 'partner', 'personal'])

const HiddenLine = z
  .object({
    reason: HiddenReason,
    what: Words,
    why: Words.openapi({ description: 'The rule by which it was hidden.' }),
    rows: z.int(),
    cells: z.int(),
    quotes: z.int().openapi({ description: 'Quotations, titles and publishers of sources.' }),
    where: z
      .array(z.object({ name: z.string(), column: Words.nullable() }))
      .openapi({ description: 'The first of them; without a column the whole row.' }),
  })
  .openapi('HiddenLine')

export const ListReview = z
  .object({
    list: z.string(),
    chain: Id,
    number: z.int(),
    audience: Audience,
    audiences: z.array(z.object({ id: Audience, words: Words })),
    formats: z.array(z.enum(LIST_FORMATS)),
    rows: z.int().openapi({ description: 'Rows that would go out.' }),
    cells: z.int().openapi({ description: 'Cells of those rows that would say something.' }),
    grounds: z.int().openapi({ description: 'Lines of evidence that would go out with them.' }),
    hidden: z.array(HiddenLine),
    stamps: z.array(Words).openapi({ description: 'Sentences that every copy carries.' }),
    policy: z.int().openapi({ description: 'Version of the policy.' }),
  })
  .openapi('ListReview')

export const reviewListExport = createRoute({
  method: 'get',
  path: '/api/lists/{id}/versions/{number}/review',
  tags,
  summary:
    'What a copy of a version for these readers would hold, and what would be hidden and why',
  request: {
    params: byVersion,
    query: z.object({ chain: Id, audience: Audience.default('public') }),
  },
  responses: { 200: json(ListReview, 'Before anything leaves'), ...problems },
})

export const exportList = createRoute({
  method: 'post',
  path: '/api/lists/{id}/versions/{number}/export',
  tags,
  summary: 'A copy of a version, reviewed for its readers; that it left is logged with its hash',
  request: {
    headers: WriteHeaders,
    params: byVersion,
    body: body(z.object({ chain: Id, audience: Audience, format: z.enum(LIST_FORMATS) })),
  },
  responses: {
    200: {
      description: 'The file, in the language of the user',
      content: { 'application/octet-stream': { schema: z.string().openapi({ format: 'binary' }) } },
    },
    ...problems,
  },
})
