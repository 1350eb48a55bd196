// Any thing of the graph, and the list of firms.
import { createRoute, z } from '@hono/zod-openapi'
import { AsOf, Figure, Id, SourceRef, ThingRef, Words } from './figure.ts'
import { byId, json, PageQuery, page, problems } from './route.ts'

const tags = ['things']

export const ThingView = z
  .object({
    id: Id,
    kind: z.string(),
    name: z.string(),
    names: z.array(
      z.object({
        name: z.string(),
        property: z.string(),
        validFrom: z.string().nullable(),
        validTo: z.string().nullable(),
        figure: Figure,
        source: SourceRef,
      }),
    ),
    keys: z.array(
      z.object({
        scheme: z.string(),
        code: z.string(),
        joinedBy: Id.nullable().openapi({
          description: 'The identity decision that brought this key here.',
        }),
      }),
    ),
    values: z.array(
      z.object({
        property: z.string(),
        label: Words,
        readings: z.array(
          z.object({
            figure: Figure,
            source: SourceRef,
            validFrom: z.string().nullable(),
            recordedOn: z.string(),
          }),
        ),
        hasConflict: z.boolean().openapi({
          description: 'Sources say different things of the same time.',
        }),
      }),
    ),
    edges: z.array(
      z.object({
        property: z.string(),
        label: Words,
        direction: z.enum(['out', 'in']),
        total: z.int(),
        items: z.array(
          z.object({
            thing: ThingRef,
            figure: Figure,
            source: SourceRef,
          }),
        ),
      }),
    ),
    chains: z
      .array(z.object({ id: Id, name: z.string(), stages: z.array(Id) }))
      .openapi({ description: 'Each with those stages of the thing that it holds.' }),
    synthetic: z.boolean(),
  })
  .openapi('ThingView')

export const readThing = createRoute({
  method: 'get',
  path: '/api/things/{id}',
  tags,
  summary: 'One thing with its names, values and links',
  request: { params: byId(Id), query: AsOf },
  responses: { 200: json(ThingView, 'The thing'), ...problems },
})

export const FirmRow = z
  .object({
    id: Id,
    name: z.string(),
    alias: z
      .string()
      .nullable()
      .openapi({ description: 'The name that fitted a search, where it is another.' }),
    detail: z.string().nullable().openapi({ description: 'Where it is, or what it belongs to.' }),
    synthetic: z.boolean(),
    figure: Figure,
  })
  .openapi('FirmRow')

export const listFirms = createRoute({
  method: 'get',
  path: '/api/firms',
  tags,
  summary: 'Firms, by name or initials',
  request: { query: PageQuery.extend({ q: z.string().max(200).optional() }) },
  responses: { 200: json(page(FirmRow), 'Firms'), ...problems },
})
