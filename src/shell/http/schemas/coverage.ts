// What was asked for, row by row, and where it is found here.
import { createRoute, z } from '@hono/zod-openapi'
import { Words } from './figure.ts'
import { json, problems } from './route.ts'

export const CoverageRow = z
  .object({
    id: z.string(),
    part: Words,
    name: Words,
    screen: z.string().nullable(),
    command: z.string().nullable(),
    pack: z.string().nullable(),
    test: z.string().nullable(),
    absentBecause: Words.nullable(),
  })
  .openapi('CoverageRow')

export const readCoverage = createRoute({
  method: 'get',
  path: '/api/coverage',
  tags: ['coverage'],
  summary: 'Each system and mechanism asked for, and where it is found here',
  responses: {
    200: json(z.object({ items: z.array(CoverageRow), next: z.null() }), 'The rows'),
    ...problems,
  },
})
