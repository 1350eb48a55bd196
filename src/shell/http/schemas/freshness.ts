// Freshness: how old each kind of fact is, which facts are stale, where sources give different figures.
import { createRoute, z } from '@hono/zod-openapi'
import { SETTLING_REASONS } from '../../../graph/freshness/index.ts'
import { Day, Figure, Id, SourceRef, ThingRef, Words } from './figure.ts'
import { body, Cursor, json, page, problems, WriteHeaders } from './route.ts'

const tags = ['freshness']

/** A kind of fact that ages, with the role that keeps it. */
const KeptKind = z.object({
  property: z.string(),
  words: Words,
  owner: z.string(),
  ownerWords: Words,
})

export const FreshnessOfKind = KeptKind.extend({
  maximumAgeMonths: z.int(),
  facts: z.int().openapi({ description: 'One for each thing that has the property.' }),
  stale: z.int(),
  undated: z
    .int()
    .openapi({ description: 'Facts that bear no date, so that their age is unknown.' }),
  oldest: Day.nullable().openapi({ description: 'From when the oldest stale fact counts.' }),
}).openapi('FreshnessOfKind')

export const StaleFact = KeptKind.extend({
  claim: Id,
  subject: ThingRef,
  figure: Figure,
  source: SourceRef,
  since: Day.openapi({ description: 'The day from which its age counts.' }),
  due: Day.openapi({ description: 'The last day on which it was fresh.' }),
}).openapi('StaleFact')

export const FigureDifference = z
  .object({
    subject: ThingRef,
    property: z.string(),
    words: Words,
    readings: z.array(
      z.object({
        claim: Id,
        figure: Figure,
        source: SourceRef.extend({ publisher: z.string(), publishedOn: z.string().nullable() }),
      }),
    ),
  })
  .openapi('FigureDifference')

export const readFreshness = createRoute({
  method: 'get',
  path: '/api/freshness',
  tags,
  summary: 'How fresh each kind of fact is, and which role keeps it',
  responses: {
    200: json(z.object({ day: Day, items: z.array(FreshnessOfKind), next: z.null() }), 'Kinds'),
    ...problems,
  },
})

export const listStaleFacts = createRoute({
  method: 'get',
  path: '/api/freshness/stale',
  tags,
  summary: 'Facts older than their kind may be, the oldest first',
  request: {
    query: z.object({
      owner: z.string().min(1).max(100).optional(),
      property: z.string().min(1).max(100).optional(),
      cursor: Cursor.optional(),
      limit: z.coerce.number().int().min(1).max(500).optional(),
    }),
  },
  responses: {
    200: json(page(StaleFact).extend({ total: z.int() }), 'Stale facts'),
    ...problems,
  },
})

export const listDifferences = createRoute({
  method: 'get',
  path: '/api/freshness/differences',
  tags,
  summary: 'Where sources give different figures for one thing and time, side by side',
  responses: {
    200: json(
      z.object({
        items: z.array(FigureDifference),
        more: z.boolean().openapi({ description: 'Whether there are more than are listed.' }),
        next: z.null(),
      }),
      'Differences',
    ),
    ...problems,
  },
})

export const settleDifference = createRoute({
  method: 'post',
  path: '/api/freshness/differences/settle',
  tags,
  summary: 'Keep one of the readings that differ, and withdraw the others by one decision',
  request: {
    headers: WriteHeaders,
    body: body(
      z.object({
        keep: Id.openapi({ description: 'The claim that is kept.' }),
        reason: z.enum(SETTLING_REASONS),
      }),
    ),
  },
  responses: {
    200: json(z.object({ decision: Id, withdrawn: z.array(Id) }), 'What was withdrawn'),
    ...problems,
  },
})

export const recheckFact = createRoute({
  method: 'post',
  path: '/api/freshness/recheck',
  tags,
  summary:
    'Say what was found on looking at a fact again: the same renews it, another is a difference',
  request: {
    headers: WriteHeaders,
    body: body(
      z.object({
        claim: Id,
        outcome: z.enum(['same', 'changed']),
        value: z.string().min(1).max(4000).optional(),
        year: z.int().min(1900).max(2200).optional().openapi({
          description: 'The year of the new value; without it, that of the fact.',
        }),
        note: z.string().min(1).max(2000).openapi({ description: 'How it was checked.' }),
      }),
    ),
  },
  responses: { 201: json(z.object({ id: Id }), 'The claim that was stated'), ...problems },
})
