// Consents: the word of a firm or institute that the office may keep its private data.
import { createRoute, z } from '@hono/zod-openapi'
import { Day, Id, Moment, Named } from './figure.ts'
import { body, byId, json, problems, WriteHeaders } from './route.ts'

const tags = ['consents']

export const ConsentView = z
  .object({
    id: Id,
    organisation: Named,
    covers: z.string(),
    document: z.string(),
    givenOn: Day,
    endsOn: Day.nullable(),
    withdrawn: z.boolean(),
    recordedAt: Moment,
    withdrawnAt: Moment.nullable(),
  })
  .openapi('ConsentView')

export const listConsents = createRoute({
  method: 'get',
  path: '/api/consents',
  tags,
  summary: 'Consents, newest first',
  responses: {
    200: json(z.object({ items: z.array(ConsentView), next: z.null() }), 'Consents'),
    ...problems,
  },
})

export const recordConsent = createRoute({
  method: 'post',
  path: '/api/consents',
  tags,
  summary: 'Record that an organisation consented to our keeping its private data',
  request: {
    headers: WriteHeaders,
    body: body(
      z.object({
        organisation: Id,
        covers: z.string().min(1).max(100).openapi({ description: 'In the words of the letter.' }),
        document: z.string().min(1).max(100).openapi({ description: 'Where the letter is found.' }),
        givenOn: Day,
        endsOn: Day.nullable().default(null),
      }),
    ),
  },
  responses: { 201: json(ConsentView, 'The consent'), ...problems },
})

export const withdrawConsent = createRoute({
  method: 'post',
  path: '/api/consents/{id}/withdraw',
  tags,
  summary: 'Record that a consent was withdrawn; from now on nothing comes in under it',
  request: { headers: WriteHeaders, params: byId(Id) },
  responses: { 200: json(ConsentView, 'The consent'), ...problems },
})
