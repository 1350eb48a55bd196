// The vocabulary and the code tables, as data.
import { createRoute, z } from '@hono/zod-openapi'
import { Words } from './figure.ts'
import { json, PageQuery, page, problems } from './route.ts'

export const VocabularyView = z
  .object({
    kinds: z.array(
      z.object({
        id: z.string(),
        words: Words,
        properties: z.array(z.string()),
        namesHold: z.enum(['table', 'chain', 'office']).openapi({
          description: 'How far a name without a code is one thing.',
        }),
      }),
    ),
    officeScheme: z.string(),
    edges: z.array(
      z.object({
        id: z.string(),
        words: Words,
        reverse: Words,
        from: z.array(z.string()),
        to: z.array(z.string()),
      }),
    ),
    properties: z.array(
      z.object({
        id: z.string(),
        words: Words,
        value: z.string(),
        unit: z.string().nullable(),
        scheme: z.string().nullable(),
        choices: z.array(z.object({ id: z.string(), words: Words })),
      }),
    ),
    schemes: z.array(z.object({ id: z.string(), words: Words })),
  })
  .openapi('VocabularyView')

export const readVocabulary = createRoute({
  method: 'get',
  path: '/api/vocabulary',
  tags: ['vocabulary'],
  summary: 'Kinds, links, properties and code schemes with their words',
  responses: { 200: json(VocabularyView, 'The vocabulary'), ...problems },
})

export const CodeRow = z
  .object({
    scheme: z.string(),
    edition: z.string(),
    code: z.string(),
    parent: z.string().nullable(),
    nameZh: z.string().nullable(),
    nameEn: z.string().nullable(),
    validFrom: z.string().nullable(),
    validTo: z.string().nullable(),
  })
  .openapi('CodeRow')

export const listCodes = createRoute({
  method: 'get',
  path: '/api/codes/{scheme}',
  tags: ['codes'],
  summary: 'Codes of one scheme, by parent or by name',
  request: {
    params: z.object({ scheme: z.string().min(1).max(100) }),
    query: PageQuery.extend({
      q: z.string().max(200).optional(),
      parent: z.string().max(40).optional(),
    }),
  },
  responses: { 200: json(page(CodeRow), 'Codes'), ...problems },
})
