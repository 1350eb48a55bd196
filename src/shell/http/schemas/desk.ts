// The desk: whether a second person confirms what one person made.
import { createRoute, z } from '@hono/zod-openapi'
import { Moment, Words } from './figure.ts'
import { body, json, problems, WriteHeaders } from './route.ts'

const tags = ['desk']

const DeskMode = z.enum(['four-eyes', 'one-person'])

export const DeskView = z
  .object({
    mode: DeskMode,
    words: Words,
    reason: z.string().nullable(),
    setBy: z.string().nullable(),
    setAt: Moment.nullable(),
  })
  .openapi('DeskView')

export const readDesk = createRoute({
  method: 'get',
  path: '/api/desk',
  tags,
  summary: 'How the desk confirms, and who set it so',
  responses: { 200: json(DeskView, 'The desk'), ...problems },
})

export const setDesk = createRoute({
  method: 'put',
  path: '/api/desk',
  tags,
  summary: 'Set how the desk confirms from now on',
  request: {
    headers: WriteHeaders,
    body: body(z.object({ mode: DeskMode, reason: z.string().min(1).max(300) })),
  },
  responses: { 200: json(DeskView, 'The desk'), ...problems },
})
