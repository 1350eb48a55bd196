// Is the server ready, what does it promise, what is its interface.
import { createRoute, z } from '@hono/zod-openapi'
import { json, problems } from './route.ts'

const tags = ['health']

export const Health = z
  .object({
    status: z.enum(['starting', 'ok', 'stopping']),
    durability: z.enum(['D0', 'D1', 'D2']).nullable(),
    version: z.string(),
    sample: z.boolean(),
  })
  .openapi('Health')

export const readHealth = createRoute({
  method: 'get',
  path: '/health',
  tags,
  summary: 'Ready or not, and how durable',
  responses: {
    200: json(Health, 'Ready to serve'),
    503: json(Health, 'Not ready yet, or about to stop'),
    ...problems,
  },
})

export const readDocument = createRoute({
  method: 'get',
  path: '/api/openapi.json',
  tags,
  summary: 'This document',
  responses: { 200: json(z.record(z.string(), z.unknown()), 'OpenAPI 3.1'), ...problems },
})
