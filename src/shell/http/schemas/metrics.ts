// Figures of the running server, as Prometheus reads them.
import { createRoute, z } from '@hono/zod-openapi'
import { problems } from './route.ts'

export const readMetrics = createRoute({
  method: 'get',
  path: '/metrics',
  tags: ['health'],
  summary: 'Figures of the running server, for this machine or with the token of the configuration',
  responses: {
    200: {
      description: 'The text format of Prometheus',
      content: { 'text/plain': { schema: z.string() } },
    },
    ...problems,
  },
})
