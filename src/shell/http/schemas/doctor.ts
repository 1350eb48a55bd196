// The checks of whoever looks after the installation.
import { createRoute, z } from '@hono/zod-openapi'
import { CHECK_IDS } from '../../doctor/model.ts'
import { Moment } from './figure.ts'
import { json, problems } from './route.ts'

const CheckState = z.enum(['good', 'look', 'broken']).openapi({
  description: '`look`: it works, and somebody should look here. `broken`: a promise is not kept.',
})

export const Checks = z
  .object({
    state: CheckState.openapi({ description: 'The worst of them.' }),
    now: Moment,
    checks: z.array(
      z.object({
        id: z.enum(CHECK_IDS),
        state: CheckState,
        what: z.string().openapi({ description: 'What was looked at.' }),
        why: z.string().openapi({ description: 'What was found.' }),
        next: z.string().nullable().openapi({ description: 'What to do; null for nothing.' }),
      }),
    ),
  })
  .openapi('Checks')

export const readChecks = createRoute({
  method: 'get',
  path: '/api/doctor',
  tags: ['health'],
  summary: 'What is good, what to look at and what is broken in this installation',
  responses: { 200: json(Checks, 'Every check that applies'), ...problems },
})
