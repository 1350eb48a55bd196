// Sessions that are in force, of oneself and of others, and the fresh proof of who one is.
import { createRoute, z } from '@hono/zod-openapi'
import { FactorView } from './factors.ts'
import { Id, Moment } from './figure.ts'
import { body, byId, json, problems, WriteHeaders } from './route.ts'

const tags = ['session']

export const SessionView = z
  .object({
    id: Id,
    device: z.string().openapi({ description: 'Browser and system; empty when not known.' }),
    address: z.string(),
    role: z.string(),
    organisation: z.string(),
    since: Moment,
    usedAt: Moment,
    expiresAt: Moment,
    current: z.boolean().openapi({ description: 'The session that asks.' }),
  })
  .openapi('SessionView')

/** How long sessions last here, in minutes. */
const Limits = z.object({ idle: z.int(), longest: z.int(), proof: z.int() })

export const OwnSessions = z
  .object({ items: z.array(SessionView), limitMinutes: Limits })
  .openapi('OwnSessions')

export const SignInState = z
  .object({
    sessions: z.array(SessionView),
    lockedSeconds: z.int().openapi({ description: '0 when the login is not locked.' }),
    factors: z.array(FactorView),
  })
  .openapi('SignInState')

const Ended = z.object({ ended: z.int() })

export const listSessions = createRoute({
  method: 'get',
  path: '/api/sessions',
  tags,
  summary: 'One’s own sessions',
  responses: { 200: json(OwnSessions, 'Sessions in force'), ...problems },
})

export const endSession = createRoute({
  method: 'delete',
  path: '/api/sessions/{id}',
  tags,
  summary: 'End one of one’s own sessions',
  request: { headers: WriteHeaders, params: byId(Id) },
  responses: { 204: { description: 'Ended' }, ...problems },
})

export const endOtherSessions = createRoute({
  method: 'post',
  path: '/api/sessions/end-others',
  tags,
  summary: 'End all of one’s own sessions but this one',
  request: { headers: WriteHeaders },
  responses: { 200: json(Ended, 'How many'), ...problems },
})

export const proveAgain = createRoute({
  method: 'post',
  path: '/api/session/proof',
  tags,
  summary: 'Prove anew who one is',
  request: {
    body: body(
      z
        .object({
          password: z.string().min(1).max(1000).optional(),
          code: z.string().min(1).max(100).optional().openapi({
            description: 'From whoever has a second factor; the password does not count then.',
          }),
        })
        .refine(({ password, code }) => password !== undefined || code !== undefined, {
          message: 'password or code',
          path: ['password'],
        }),
    ),
  },
  responses: { 204: { description: 'Proved' }, ...problems },
})

export const readSignIn = createRoute({
  method: 'get',
  path: '/api/people/{id}/sign-in',
  tags: ['people'],
  summary: 'Sessions, lock and second factors of a person',
  request: { params: byId(Id) },
  responses: { 200: json(SignInState, 'How the person signs in'), ...problems },
})

export const endSessionsOf = createRoute({
  method: 'post',
  path: '/api/people/{id}/end-sessions',
  tags: ['people'],
  summary: 'End one session of a person, or all',
  request: {
    headers: WriteHeaders,
    params: byId(Id),
    body: body(z.object({ session: Id.nullable() })),
  },
  responses: { 200: json(Ended, 'How many'), ...problems },
})

export const unlockPerson = createRoute({
  method: 'post',
  path: '/api/people/{id}/unlock',
  tags: ['people'],
  summary: 'Let a person whose login is locked try again at once',
  request: { headers: WriteHeaders, params: byId(Id) },
  responses: {
    200: json(z.object({ forgotten: z.int() }), 'How many wrong tries were forgotten'),
    ...problems,
  },
})

export const resetFactors = createRoute({
  method: 'post',
  path: '/api/people/{id}/reset-factors',
  tags: ['people'],
  summary: 'Take the second factors of a person away who lost them',
  request: { headers: WriteHeaders, params: byId(Id) },
  responses: { 200: json(z.object({ removed: z.int() }), 'How many'), ...problems },
})
