// Who is asking: sign-in, the person and role in force, sign-out.
import { createRoute, z } from '@hono/zod-openapi'
import { Id, Named, Words } from './figure.ts'
import { body, json, problems, WriteHeaders } from './route.ts'

const tags = ['session']

const RoleInOrganisation = z.object({ id: z.string(), name: Words, organisation: Named })

/** The signed-in person, the role in force and what it allows. */
export const Me = z
  .object({
    person: z.object({
      id: Id,
      name: z.string(),
      login: z.string(),
      passwordTemporary: z.boolean(),
    }),
    organisation: z.object({ id: Id, name: z.string(), home: z.string().nullable() }),
    role: z.string(),
    roles: z.array(RoleInOrganisation),
    faces: z.array(z.enum(['cockpit', 'desk', 'firm'])),
    permissions: z.array(z.string()),
    mustEnrol: z
      .boolean()
      .openapi({ description: 'Must first set up a second factor, and may do nothing else.' }),
    safeguards: z.object({
      secondFactor: z.boolean(),
      stepUp: z.boolean(),
      separated: z.boolean(),
    }),
    tenant: z.object({ id: z.int(), name: z.string() }),
    sample: z.boolean(),
    durability: z.enum(['D0', 'D1', 'D2']),
  })
  .openapi('Me')

export const signIn = createRoute({
  method: 'post',
  path: '/api/session',
  tags,
  summary: 'Sign in',
  request: {
    body: body(
      z.object({
        login: z.string().min(1).max(200),
        password: z.string().min(1).max(1000),
        code: z.string().min(1).max(100).optional().openapi({
          description: 'A one-time code or one for recovery, when the server asks for it.',
        }),
      }),
    ),
  },
  responses: { 200: json(Me, 'Signed in; the session cookie is set'), ...problems },
})

export const readSession = createRoute({
  method: 'get',
  path: '/api/session',
  tags,
  summary: 'Who am I',
  responses: { 200: json(Me, 'The person and the role in force'), ...problems },
})

export const signOut = createRoute({
  method: 'delete',
  path: '/api/session',
  tags,
  summary: 'Sign out',
  responses: { 204: { description: 'Signed out; the cookie is cleared' }, ...problems },
})

export const switchRole = createRoute({
  method: 'post',
  path: '/api/session/role',
  tags,
  summary: 'Act in another of one’s own roles',
  request: {
    body: body(z.object({ role: z.string().min(1).max(100), organisation: Id.optional() })),
  },
  responses: { 200: json(Me, 'The role now in force'), ...problems },
})

export const changePassword = createRoute({
  method: 'post',
  path: '/api/session/password',
  tags,
  summary: 'Change one’s own password; all other sessions end',
  request: {
    headers: WriteHeaders,
    body: body(
      z.object({ current: z.string().min(1).max(1000), next: z.string().min(1).max(1000) }),
    ),
  },
  responses: { 204: { description: 'Changed' }, ...problems },
})
