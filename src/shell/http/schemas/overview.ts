// The first screen: how much is known, of what, how fresh.
import { createRoute, z } from '@hono/zod-openapi'
import { Figure, Id } from './figure.ts'
import { JobView } from './jobs.ts'
import { json, problems } from './route.ts'
import { SourceView } from './sources.ts'

const tags = ['overview']

/** One chain in a list: its name and counts, each a figure. */
export const ChainSummary = z
  .object({
    id: Id,
    name: z.string(),
    englishName: z.string().nullable(),
    stages: Figure,
    firms: Figure,
    links: Figure,
    claims: Figure,
    synthetic: z.boolean(),
    verdicts: z.object({
      strong: Figure,
      stable: Figure,
      weak: Figure,
      missing: Figure,
      unknown: Figure,
    }),
    newest: z.string().nullable(),
  })
  .openapi('ChainSummary')

export const Overview = z
  .object({
    chains: z.array(ChainSummary),
    sources: z.int().openapi({ description: 'A count of files; no claim stands behind it.' }),
    claims: Figure,
    entities: Figure,
    firms: Figure,
    held: z.int().openapi({ description: 'Claims that wait for a person.' }),
    jobs: z.array(JobView),
    latestSources: z.array(SourceView),
  })
  .openapi('Overview')

export const readOverview = createRoute({
  method: 'get',
  path: '/api/overview',
  tags,
  summary: 'What is known, in figures',
  responses: { 200: json(Overview, 'The overview'), ...problems },
})
