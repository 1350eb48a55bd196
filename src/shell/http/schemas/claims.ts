// Claims: what a source says. Stating one, withdrawing one, reading its span again.
import { createRoute, z } from '@hono/zod-openapi'
import { Day, Figure, Id, Moment, ThingRef, Words } from './figure.ts'
import { body, byId, json, problems, WriteHeaders } from './route.ts'

const tags = ['claims']

/** The place in a source where a claim is read. Rows count from 1, characters in code points. */
export const Locator = z
  .object({
    sheet: z.string().nullable(),
    page: z.int().nullable(),
    row: z.int().nullable(),
    cells: z.string().nullable(),
    start: z.int().nullable(),
    end: z.int().nullable(),
  })
  .openapi('Locator')

export const ClaimSource = z
  .object({
    id: Id,
    title: z.string(),
    publisher: z.string(),
    publishedOn: z.string().nullable(),
    label: z.string(),
    synthetic: z.boolean(),
  })
  .openapi('ClaimSource')

export const ClaimView = z
  .object({
    id: Id,
    subject: ThingRef,
    property: z.string(),
    propertyLabel: Words,
    object: ThingRef.nullable(),
    figure: Figure,
    quote: z.string(),
    locator: Locator,
    source: ClaimSource,
    method: z.string(),
    reader: z.string(),
    confidence: z.int().openapi({ description: '0 to 100.' }),
    validFrom: z.string().nullable(),
    validTo: z.string().nullable(),
    stage: z.enum(['draft', 'published', 'rejected', 'withdrawn']),
    recordedAt: Moment.nullable(),
    decidedBy: z.object({ name: z.string() }).nullable(),
    conflicts: z.array(
      z.object({ claim: Id, figure: Figure, source: z.object({ id: Id, title: z.string() }) }),
    ),
  })
  .openapi('ClaimView')

/** A claim as it is kept: what the source says and where, and what was decided of it. */
export const ClaimRecordView = z
  .object({
    id: Id,
    subject: Id,
    property: z.string(),
    object: Id.nullable(),
    printed: z.string().nullable(),
    number: z.string().nullable(),
    low: z.string().nullable(),
    high: z.string().nullable(),
    unit: z.string().nullable(),
    validFrom: z.string().nullable(),
    validTo: z.string().nullable(),
    locator: Locator,
    source: z.object({ id: Id, title: z.string(), publisher: z.string() }),
    method: z.string(),
    reader: z.string(),
    confidence: z.int().openapi({ description: '0 to 100.' }),
    stage: z.enum(['draft', 'published', 'rejected', 'withdrawn']),
    recordedAt: Moment.nullable(),
  })
  .openapi('ClaimRecordView')

/** A thing named by its key, or by its id when it is already known. */
const ThingInput = z
  .union([
    z.strictObject({ id: Id }),
    z.strictObject({
      kind: z.string().min(1).max(100),
      scheme: z.string().min(1).max(100),
      code: z.string().min(1).max(400),
    }),
  ])
  .openapi('ThingInput')

export const ClaimInput = z
  .object({
    subject: ThingInput,
    property: z.string().min(1).max(100),
    object: ThingInput.optional(),
    value: z.string().min(1).max(4000).optional(),
    validFrom: Day.optional(),
    validTo: Day.optional(),
    sourceNote: z.string().min(1).max(2000),
    label: z.enum(['public', 'internal']).default('internal'),
  })
  .openapi('ClaimInput')

export const readClaim = createRoute({
  method: 'get',
  path: '/api/claims/{id}',
  tags,
  summary: 'A claim as it is kept: what its source says, where, and what was decided of it',
  request: { params: byId(Id) },
  responses: { 200: json(ClaimRecordView, 'The claim'), ...problems },
})

export const stateClaim = createRoute({
  method: 'post',
  path: '/api/claims',
  tags,
  summary: 'State a claim on one’s own word, with a note of how it is known',
  request: { headers: WriteHeaders, body: body(ClaimInput) },
  responses: { 201: json(z.object({ id: Id }), 'The claim'), ...problems },
})

export const withdrawClaim = createRoute({
  method: 'post',
  path: '/api/claims/{id}/withdraw',
  tags,
  summary: 'Withdraw a published claim; it stays readable as of earlier days',
  request: {
    headers: WriteHeaders,
    params: byId(Id),
    body: body(z.object({ reason: z.string().min(1).max(2000) })),
  },
  responses: { 200: json(z.object({ id: Id }), 'Withdrawn'), ...problems },
})

export const checkClaim = createRoute({
  method: 'post',
  path: '/api/claims/{id}/check',
  tags,
  summary: 'Read the span again and compare it with the quote',
  request: { params: byId(Id) },
  responses: {
    200: json(
      z
        .object({
          result: z.enum(['matches', 'changed', 'missing']),
          found: z.string().nullable(),
          characters: z.int(),
          place: z
            .object({ page: z.int().nullable(), line: z.int(), letter: z.int() })
            .nullable()
            .openapi({ description: 'Counted from 1 in the original; null for cells.' }),
        })
        .openapi('ClaimCheck'),
      'What the source says now',
    ),
    ...problems,
  },
})

export const decideClaim = createRoute({
  method: 'post',
  path: '/api/claims/{id}/decision',
  tags,
  summary: 'Let a claim that waits for a person stand, or reject it',
  request: {
    headers: WriteHeaders,
    params: byId(Id),
    body: body(
      z.object({
        kind: z.enum(['publish', 'reject']),
        reason: z.string().min(1).max(2000).optional(),
      }),
    ),
  },
  responses: { 200: json(z.object({ id: Id, decision: Id }), 'The decision'), ...problems },
})
