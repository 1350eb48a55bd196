// One stage: what the drawer beside the map shows.
import { createRoute, z } from '@hono/zod-openapi'
import { StageTile, Verdict } from './chains.ts'
import { AsOf, Figure, Id, Named, SourceRef, ThingRef, Words } from './figure.ts'
import { byId, json, problems } from './route.ts'

const tags = ['stages']

const Neighbour = z.object({ id: Id, name: z.string(), verdict: Verdict })

export const StageView = z
  .object({
    tile: StageTile,
    chain: Named,
    ancestors: z.array(Named),
    facts: z.array(
      z.object({
        property: z.string(),
        label: Words,
        figure: Figure,
        source: SourceRef,
        validFrom: z.string().nullable(),
        recordedOn: z.string(),
        conflicts: z.int(),
      }),
    ),
    firms: z.object({
      items: z.array(
        z.object({
          id: Id,
          name: z.string(),
          shortName: z.string().nullable(),
          region: z.string().nullable(),
          figure: Figure,
          share: Figure.nullable(),
        }),
      ),
      total: z.int(),
    }),
    products: z.object({
      items: z.array(ThingRef.extend({ figure: Figure })),
      total: z.int(),
    }),
    upstream: z.array(Neighbour),
    downstream: z.array(Neighbour),
  })
  .openapi('StageView')

export const readStage = createRoute({
  method: 'get',
  path: '/api/stages/{id}',
  tags,
  summary: 'One stage with its facts, firms and neighbours',
  request: { params: byId(Id), query: AsOf.extend({ chain: Id.optional() }) },
  responses: { 200: json(StageView, 'The stage'), ...problems },
})
