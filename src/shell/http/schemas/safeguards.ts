// The measures that guard signing in, and the seats of administrators.
import { createRoute, z } from '@hono/zod-openapi'
import { Moment, Words } from './figure.ts'
import { body, json, problems, WriteHeaders } from './route.ts'

const tags = ['safeguards']

const Switches = z.object({
  secondFactor: z.boolean(),
  stepUp: z.boolean(),
  separated: z.boolean(),
})

export const SafeguardsView = Switches.extend({
  reason: z.string(),
  setBy: z.string().nullable(),
  setAt: Moment.nullable(),
  words: z.object({ secondFactor: Words, stepUp: Words, separated: Words }),
  seats: z
    .array(z.object({ role: z.string(), name: Words, held: z.boolean() }))
    .openapi({ description: 'Administrators, and whether somebody holds the seat.' }),
}).openapi('SafeguardsView')

export const readSafeguards = createRoute({
  method: 'get',
  path: '/api/safeguards',
  tags,
  summary: 'Which measures guard signing in here',
  responses: { 200: json(SafeguardsView, 'The measures'), ...problems },
})

export const setSafeguards = createRoute({
  method: 'put',
  path: '/api/safeguards',
  tags,
  summary: 'Set the measures from now on',
  request: {
    headers: WriteHeaders,
    body: body(Switches.extend({ reason: z.string().min(1).max(300) })),
  },
  responses: { 200: json(SafeguardsView, 'The measures'), ...problems },
})
