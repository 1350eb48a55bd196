// Where a figure comes from: a span of a source, or a derivation that leads to spans.
import { createRoute, z } from '@hono/zod-openapi'
import { ClaimView } from './claims.ts'
import { FigureId, Words } from './figure.ts'
import { byId, json, problems, WriteHeaders } from './route.ts'

export const FigureOrigin = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('span'), claim: ClaimView }),
    z.object({
      kind: z.literal('derivation'),
      derivation: z.object({
        id: z.string(),
        algorithm: Words,
        version: z.string(),
        parameters: z.record(z.string(), z.unknown()),
        snapshot: z.string(),
        output: z.string(),
        claims: z.array(ClaimView),
        total: z.int(),
      }),
    }),
  ])
  .openapi('FigureOrigin')

export const readFigure = createRoute({
  method: 'get',
  path: '/api/figures/{id}',
  tags: ['figures'],
  summary: 'Where a figure comes from',
  request: { params: byId(FigureId) },
  responses: { 200: json(FigureOrigin, 'The span or the derivation'), ...problems },
})

export const keepFigure = createRoute({
  method: 'post',
  path: '/api/figures/{id}/keep',
  tags: ['figures'],
  summary: 'Keep a computed figure as it stands, so that it can go on being cited',
  request: { headers: WriteHeaders, params: byId(FigureId) },
  responses: { 201: json(z.object({ id: z.string() }), 'The kept figure'), ...problems },
})
