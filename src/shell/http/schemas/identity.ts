// Identity: which names mean one thing.
import { createRoute, z } from '@hono/zod-openapi'
import { Figure, Id, Moment, SourceRef, Words } from './figure.ts'
import { body, byId, json, PageQuery, page, problems, WriteHeaders } from './route.ts'

const tags = ['identity']

const MatchSide = z
  .object({
    id: Id,
    kind: z.string(),
    name: z.string(),
    synthetic: z.boolean(),
    said: z
      .array(z.object({ property: z.string(), label: Words, figure: Figure }))
      .openapi({ description: 'Names, codes, places and addresses, each with its claim.' }),
    sources: z.array(SourceRef.extend({ claims: z.int() })),
  })
  .openapi('MatchSide')

export const IdentityMatch = z
  .object({
    one: MatchSide,
    other: MatchSide,
    reasons: z.array(
      z.object({
        code: z.enum([
          'same-code',
          'other-code',
          'same-name',
          'short-name',
          'former-name',
          'same-core',
          'other-form',
          'other-place-in-name',
          'same-place',
          'other-place',
          'same-address',
          'spoof',
          'no-code',
        ]),
        points: z.int().openapi({ description: 'For the pair being one, or below zero against.' }),
        words: Words,
      }),
    ),
    proposed: z.boolean().openapi({ description: 'Their merge waits for another person.' }),
  })
  .openapi('IdentityMatch')

export const IdentityDecision = z
  .object({
    id: Id,
    kind: z.enum(['merge', 'distinct', 'split']),
    state: z.enum(['proposed', 'in-force', 'dropped']),
    from: z.object({ id: Id, name: z.string() }),
    into: z.object({ id: Id, name: z.string().nullable() }),
    reason: z.string(),
    claims: z.int().openapi({ description: 'How many claims a split names.' }),
    mine: z.boolean().openapi({ description: 'Made by whoever asks.' }),
    madeBy: z.string(),
    madeAt: Moment,
    confirmedBy: z.string().nullable(),
    recordedAt: Moment.nullable(),
    undone: z.object({ at: Moment, by: z.string(), reason: z.string() }).nullable(),
  })
  .openapi('IdentityDecision')

export const IdentityMatches = page(IdentityMatch).extend({
  total: z.int().openapi({ description: 'Pairs on all pages.' }),
})
export const IdentityDecisions = z.object({ items: z.array(IdentityDecision) })

export const IdentityDecided = z
  .object({
    id: Id,
    state: z.enum(['proposed', 'in-force', 'dropped']),
    thing: Id.openapi({ description: 'Under which statements stand, or will stand.' }),
  })
  .openapi('IdentityDecided')

const OfThing = z.object({ thing: Id.optional() })
const Reason = z.string().min(1).max(500)
const decided = { 200: json(IdentityDecided, 'What became of it'), ...problems }

export const listMatches = createRoute({
  method: 'get',
  path: '/api/identity/matches',
  tags,
  summary: 'Things that may be one, with the grounds for and against',
  request: { query: OfThing.extend(PageQuery.shape) },
  responses: { 200: json(IdentityMatches, 'Pairs, the likeliest first'), ...problems },
})

export const listDecisions = createRoute({
  method: 'get',
  path: '/api/identity/decisions',
  tags,
  summary: 'Decisions about identity, those that wait first',
  request: { query: OfThing },
  responses: {
    200: json(IdentityDecisions, 'Decisions'),
    ...problems,
  },
})

export const mergeThings = createRoute({
  method: 'post',
  path: '/api/identity/merge',
  tags,
  summary: 'Say that two things are one',
  request: {
    headers: WriteHeaders,
    body: body(z.object({ from: Id, into: Id, reason: Reason })),
  },
  responses: decided,
})

export const markDistinct = createRoute({
  method: 'post',
  path: '/api/identity/distinct',
  tags,
  summary: 'Say that two things are two',
  request: {
    headers: WriteHeaders,
    body: body(z.object({ one: Id, other: Id, reason: Reason })),
  },
  responses: decided,
})

export const splitThing = createRoute({
  method: 'post',
  path: '/api/identity/split',
  tags,
  summary: 'Give chosen claims of a thing a thing of their own',
  request: {
    headers: WriteHeaders,
    body: body(
      z.object({
        thing: Id,
        claims: z.array(Id).max(1000).optional(),
        sources: z.array(Id).max(200).optional(),
        reason: Reason,
      }),
    ),
  },
  responses: decided,
})

export const confirmIdentity = createRoute({
  method: 'post',
  path: '/api/identity/decisions/{id}/confirm',
  tags,
  summary: 'Confirm what another person proposed',
  request: { headers: WriteHeaders, params: byId(Id) },
  responses: decided,
})

export const undoIdentity = createRoute({
  method: 'post',
  path: '/api/identity/decisions/{id}/undo',
  tags,
  summary: 'Take a decision back, or drop a proposal',
  request: {
    headers: WriteHeaders,
    params: byId(Id),
    body: body(z.object({ reason: Reason })),
  },
  responses: decided,
})
