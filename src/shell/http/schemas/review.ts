// The review desk: claims that wait for a person, what speaks for and against each, the decisions.
import { createRoute, z } from '@hono/zod-openapi'
import { DOUBT_CODES } from '../../../graph/reading/index.ts'
import { ClaimSource, ClaimView } from './claims.ts'
import { Figure, Id, ThingRef, Words } from './figure.ts'
import { body, byId, Cursor, json, problems, WriteHeaders } from './route.ts'

const tags = ['review']

export const ReviewGroup = z
  .enum(['quarantine', 'contradiction', 'second-eyes', 'alike', 'single'])
  .openapi('ReviewGroup')

export const RejectReason = z
  .enum(['wrong-value', 'wrong-subject', 'wrong-period', 'wrong-unit', 'duplicate', 'insufficient'])
  .openapi('RejectReason')

/** One claim in few words. */
export const ReviewClaim = z
  .object({
    id: Id,
    subject: ThingRef,
    property: z.string(),
    propertyLabel: Words,
    figure: Figure,
    stage: z.enum(['draft', 'published', 'rejected', 'withdrawn']),
  })
  .openapi('ReviewClaim')

export const ReviewItem = z
  .object({
    group: ReviewGroup,
    claims: z.array(Id).openapi({ description: 'At most 500, as many as one decision takes.' }),
    count: z.int(),
    shown: z.array(ReviewClaim).openapi({ description: 'The first claims of the line.' }),
    source: ClaimSource,
  })
  .openapi('ReviewItem')

export const ReviewQueue = z
  .object({
    counts: z.array(z.object({ group: ReviewGroup, claims: z.int(), lines: z.int() })),
    items: z.array(ReviewItem),
    next: z.string().nullable(),
    decidedToday: z.int().openapi({ description: 'Claims that the reader decided over today.' }),
    last: z
      .object({
        id: Id,
        kind: z.enum(['accept', 'reject', 'edit']),
        claims: z.int(),
        shown: ReviewClaim.nullable(),
      })
      .nullable()
      .openapi({ description: 'The reader’s newest decision, which can be taken back.' }),
  })
  .openapi('ReviewQueue')

export const ReviewCase = z
  .object({
    claim: ClaimView,
    group: ReviewGroup.nullable().openapi({ description: 'Null once it waits no more.' }),
    passage: z
      .object({
        before: z.string(),
        opening: z.string(),
        span: z.string(),
        closing: z.string(),
        after: z.string(),
      })
      .nullable()
      .openapi({ description: 'The span in its sentence; null for a cell of a table.' }),
    row: z.array(z.object({ title: z.string(), text: z.string() })).nullable(),
    recognised: z.enum(['quoted', 'context']).openapi({
      description: 'Whether the words quoted name the subject, or what stands around them.',
    }),
    cautions: z
      .array(z.object({ code: z.enum(DOUBT_CODES), detail: z.string() }))
      .openapi({ description: 'What the reader of the text was unsure of.' }),
    reasons: z.array(Words).openapi({ description: 'Why the row of a table was held.' }),
    held: z.array(ReviewClaim),
    rivals: z.array(ClaimView),
    alike: z.object({ claims: z.array(Id), count: z.int(), shown: z.array(ReviewClaim) }),
    effect: z.enum(['new', 'renews', 'differs']),
    isOwnWork: z
      .boolean()
      .openapi({ description: 'True where another person than the reader has to accept it.' }),
    edited: z
      .object({
        by: z.string(),
        mine: z.boolean(),
        replaces: Id,
        before: ReviewClaim.nullable().openapi({ description: 'What was read in its place.' }),
      })
      .nullable(),
    returned: z
      .object({ by: z.string(), after: ReviewClaim, rejectedBy: z.string(), reason: z.string() })
      .nullable()
      .openapi({ description: 'A correction of this claim that another person rejected.' }),
  })
  .openapi('ReviewCase')

export const readReview = createRoute({
  method: 'get',
  path: '/api/review',
  tags,
  summary: 'Claims that wait for a person, by group',
  request: {
    query: z.object({
      group: ReviewGroup.optional(),
      source: Id.optional(),
      q: z.string().max(200).optional(),
      cursor: Cursor.optional(),
    }),
  },
  responses: { 200: json(ReviewQueue, 'The queue'), ...problems },
})

export const readReviewCase = createRoute({
  method: 'get',
  path: '/api/review/{id}',
  tags,
  summary: 'One claim with its sentence, what is held, and what contradicts it',
  request: { params: byId(Id) },
  responses: { 200: json(ReviewCase, 'The claim as the desk looks at it'), ...problems },
})

export const decideReview = createRoute({
  method: 'post',
  path: '/api/review/decisions',
  tags,
  summary: 'Accept or reject claims that wait, as one decision',
  request: {
    headers: WriteHeaders,
    body: body(
      z.object({
        kind: z.enum(['accept', 'reject']),
        claims: z.array(Id).min(1).max(500),
        reason: RejectReason.optional(),
      }),
    ),
  },
  responses: {
    200: json(z.object({ decision: Id, claims: z.int() }), 'The decision'),
    ...problems,
  },
})

export const editReview = createRoute({
  method: 'post',
  path: '/api/review/{id}/edit',
  tags,
  summary: 'Put a reading of one’s own in place of a claim that waits',
  request: {
    headers: WriteHeaders,
    params: byId(Id),
    body: body(
      z.strictObject({
        subject: Id.optional().openapi({ description: 'A thing that is known already.' }),
        property: z.string().min(1).max(100).optional(),
        object: Id.optional().openapi({ description: 'The other end of a relation.' }),
        value: z.string().min(1).max(4000).optional(),
        period: z
          .string()
          .max(60)
          .optional()
          .openapi({ description: 'As printed: 2020, 2021-05, 2021—2025年; empty for unknown.' }),
      }),
    ),
  },
  responses: {
    200: json(
      z.object({ decision: Id, claim: Id, waits: z.boolean() }).openapi('Edited'),
      'The rejection of the reading, and the claim in its place',
    ),
    ...problems,
  },
})

export const undoReview = createRoute({
  method: 'post',
  path: '/api/review/decisions/{id}/undo',
  tags,
  summary: 'Take back exactly one decision of the desk; its claims wait again',
  request: { headers: WriteHeaders, params: byId(Id) },
  responses: {
    200: json(z.object({ decision: Id, claims: z.array(Id) }), 'The claims that wait again'),
    ...problems,
  },
})
