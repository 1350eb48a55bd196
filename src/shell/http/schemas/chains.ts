// Chains and the chain map.
import { createRoute, z } from '@hono/zod-openapi'
import { AsOf, Day, Figure, Id, Words } from './figure.ts'
import { ChainSummary } from './overview.ts'
import { body, byId, json, PageQuery, page, problems, WriteHeaders } from './route.ts'

const tags = ['chains']

export const Verdict = z.enum(['strong', 'stable', 'weak', 'missing', 'unknown']).openapi('Verdict')
export const Position = z.enum(['upstream', 'midstream', 'downstream']).openapi('Position')
export const Mark = z.enum(['chokePoint', 'breakPoint', 'blockage']).openapi('Mark')

/** One stage as a tile of the map. */
export const StageTile = z
  .object({
    id: Id,
    name: z.string(),
    englishName: z.string().nullable(),
    parent: Id.nullable(),
    position: Position.nullable(),
    column: z.string().nullable(),
    order: z.number(),
    verdict: z.object({ word: Verdict, figure: Figure.nullable() }),
    marks: z.array(z.object({ mark: Mark, figure: Figure })),
    makers: z.object({
      local: Figure.nullable(),
      province: Figure.nullable(),
      country: Figure.nullable(),
      abroad: Figure.nullable(),
      unplaced: Figure.nullable(),
    }),
    facts: z.array(z.object({ property: z.string(), label: Words, figure: Figure })),
    firms: Figure,
    sources: z.int(),
    newest: z.string().nullable(),
    stale: z.boolean(),
    synthetic: z.boolean(),
  })
  .openapi('StageTile')

/** One supply link between two stages. */
export const Ribbon = z
  .object({
    id: Id,
    from: Id,
    to: Id,
    sources: z.int(),
    figure: Figure,
    synthetic: z.boolean(),
    value: Figure.nullable(),
  })
  .openapi('Ribbon')

export const ChainMap = z
  .object({
    chain: z.object({
      id: Id,
      name: z.string(),
      englishName: z.string().nullable(),
      scope: z.string().nullable(),
      headline: z.array(z.object({ label: Words, figure: Figure })),
    }),
    known: z.string(),
    valid: z.string(),
    firstRecorded: z.string().nullable(),
    recordedDays: z.array(Day),
    validSpan: z.object({ from: z.string().nullable(), to: z.string().nullable() }),
    stages: z.array(StageTile),
    links: z.array(Ribbon),
    snapshot: z.string().openapi({ description: 'Hash of what the map was drawn from.' }),
  })
  .openapi('ChainMap')

export const listChains = createRoute({
  method: 'get',
  path: '/api/chains',
  tags,
  summary: 'The chains of this installation',
  request: { query: PageQuery },
  responses: { 200: json(page(ChainSummary), 'Chains'), ...problems },
})

const Typed = {
  sourceNote: z.string().min(1).max(2000).openapi({
    description: 'How this is known, in a sentence; it becomes the typed source of the claims.',
  }),
  label: z.enum(['public', 'internal']).default('internal'),
}

export const createChain = createRoute({
  method: 'post',
  path: '/api/chains',
  tags,
  summary: 'Add a chain',
  request: {
    headers: WriteHeaders,
    body: body(
      z.object({
        name: z.string().min(1).max(200),
        englishName: z.string().min(1).max(200).optional(),
        scope: z.string().min(1).max(2000).optional(),
        ...Typed,
      }),
    ),
  },
  responses: { 201: json(z.object({ id: Id }), 'The new chain'), ...problems },
})

export const readChainMap = createRoute({
  method: 'get',
  path: '/api/chains/{id}/map',
  tags,
  summary: 'The chain map, as known and as it was',
  request: { params: byId(Id), query: AsOf },
  responses: {
    200: json(ChainMap, 'The map'),
    304: { description: 'Unchanged since the given ETag' },
    ...problems,
  },
})

export const createStage = createRoute({
  method: 'post',
  path: '/api/chains/{id}/stages',
  tags,
  summary: 'Add a stage',
  request: {
    headers: WriteHeaders,
    params: byId(Id),
    body: body(
      z.object({
        name: z.string().min(1).max(200),
        englishName: z.string().min(1).max(200).optional(),
        parent: Id.optional(),
        position: Position,
        column: z.string().min(1).max(100).optional(),
        order: z.int().min(0).max(100_000).optional(),
        ...Typed,
      }),
    ),
  },
  responses: { 201: json(z.object({ id: Id }), 'The new stage'), ...problems },
})

export const createLink = createRoute({
  method: 'post',
  path: '/api/chains/{id}/links',
  tags,
  summary: 'Add a supply link between two stages',
  request: {
    headers: WriteHeaders,
    params: byId(Id),
    body: body(z.object({ from: Id, to: Id, ...Typed })),
  },
  responses: { 201: json(z.object({ id: Id }), 'The new link'), ...problems },
})
