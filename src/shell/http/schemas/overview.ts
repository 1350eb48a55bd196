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
    sources: Figure,
    claims: Figure,
    entities: Figure,
    held: Figure,
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
