// One field that finds firms, stages, documents by characters, pinyin or initials.
import { createRoute, z } from '@hono/zod-openapi'
import { Verdict } from './chains.ts'
import { json, problems } from './route.ts'

export const SearchAnswer = z
  .object({
    groups: z.array(
      z.object({
        kind: z.string(),
        items: z.array(
          z.object({
            id: z.string().openapi({ description: 'Of a thing or a source; of a list its name.' }),
            kind: z.string(),
            name: z.string(),
            alias: z
              .string()
              .nullable()
              .openapi({ description: 'The name that fitted, where it is not the display name.' }),
            detail: z.string().nullable(),
            verdict: Verdict.nullable(),
            href: z.string(),
          }),
        ),
      }),
    ),
    ms: z.number(),
  })
  .openapi('SearchAnswer')

export const find = createRoute({
  method: 'get',
  path: '/api/search',
  tags: ['search'],
  summary: 'Find by characters, pinyin or initials',
  request: {
    query: z.object({
      q: z.string().min(1).max(200),
      limit: z.coerce.number().int().min(1).max(100).default(20),
    }),
  },
  responses: { 200: json(SearchAnswer, 'Hits by kind'), ...problems },
})
