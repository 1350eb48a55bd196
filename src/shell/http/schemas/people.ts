// People, the organisations they belong to and the roles they hold there.
import { createRoute, z } from '@hono/zod-openapi'
import { Id, Named, Words } from './figure.ts'
import { body, byId, json, PageQuery, page, problems, WriteHeaders } from './route.ts'

const tags = ['people']

const Membership = z.object({ organisation: Id, role: z.string().min(1).max(100) })

const OrganisationKind = z.enum(['government', 'firm', 'institute'])

export const PersonView = z
  .object({
    id: Id,
    login: z.string(),
    name: z.string(),
    language: z.enum(['zh', 'en']),
    active: z.boolean(),
    memberships: z.array(z.object({ organisation: Named, role: z.string() })),
  })
  .openapi('PersonView')

export const OrganisationView = z
  .object({
    id: Id,
    name: z.string(),
    kind: OrganisationKind,
    home: z.string().nullable().openapi({ description: 'Division code of its seat.' }),
    creditCode: z.string().nullable(),
    active: z.boolean(),
  })
  .openapi('OrganisationView')

export const RoleView = z
  .object({
    id: z.string(),
    name: Words,
    faces: z.array(z.enum(['cockpit', 'desk', 'firm'])),
    organisations: z.array(OrganisationKind),
    permissions: z.array(z.string()),
  })
  .openapi('RoleView')

export const PeopleList = page(PersonView)

/** A person after a write, and the password that was made for them, told this once. */
export const WrittenPerson = z
  .object({ person: PersonView, password: z.string().nullable() })
  .openapi('WrittenPerson')

export const listPeople = createRoute({
  method: 'get',
  path: '/api/people',
  tags,
  summary: 'People of this installation',
  request: { query: PageQuery },
  responses: { 200: json(PeopleList, 'People'), ...problems },
})

const Password = z.string().min(1).max(1000)

export const createPerson = createRoute({
  method: 'post',
  path: '/api/people',
  tags,
  summary: 'Add a person',
  request: {
    headers: WriteHeaders,
    body: body(
      z.object({
        login: z.string().min(1).max(200),
        name: z.string().min(1).max(200),
        language: z.enum(['zh', 'en']).optional(),
        password: Password.optional(),
        memberships: z.array(Membership).max(50).optional(),
      }),
    ),
  },
  responses: { 201: json(WrittenPerson, 'The person'), ...problems },
})

export const changePerson = createRoute({
  method: 'patch',
  path: '/api/people/{id}',
  tags,
  summary: 'Change name, password, roles, or close an account',
  request: {
    headers: WriteHeaders,
    params: byId(Id),
    body: body(
      z.object({
        name: z.string().min(1).max(200).optional(),
        language: z.enum(['zh', 'en']).optional(),
        password: Password.optional(),
        active: z.boolean().optional(),
        memberships: z.array(Membership).min(1).max(50).optional(),
      }),
    ),
  },
  responses: { 200: json(PersonView, 'The person'), ...problems },
})

export const resetPassword = createRoute({
  method: 'post',
  path: '/api/people/{id}/reset-password',
  tags,
  summary: 'Make a new password for a person; it is told this once',
  request: { headers: WriteHeaders, params: byId(Id) },
  responses: { 200: json(WrittenPerson, 'The person and the password'), ...problems },
})

export const listOrganisations = createRoute({
  method: 'get',
  path: '/api/organisations',
  tags,
  summary: 'Organisations of this installation',
  request: { query: PageQuery },
  responses: { 200: json(page(OrganisationView), 'Organisations'), ...problems },
})

export const createOrganisation = createRoute({
  method: 'post',
  path: '/api/organisations',
  tags,
  summary: 'Add an organisation',
  request: {
    headers: WriteHeaders,
    body: body(
      z.object({
        name: z.string().min(1).max(200),
        kind: OrganisationKind,
        home: z.string().min(1).max(20).optional(),
        creditCode: z.string().min(1).max(30).optional(),
      }),
    ),
  },
  responses: { 201: json(OrganisationView, 'The organisation'), ...problems },
})

export const changeOrganisation = createRoute({
  method: 'patch',
  path: '/api/organisations/{id}',
  tags,
  summary: 'Rename, move, close or open an organisation',
  request: {
    headers: WriteHeaders,
    params: byId(Id),
    body: body(
      z.object({
        name: z.string().min(1).max(200).optional(),
        home: z.string().min(1).max(20).nullable().optional(),
        creditCode: z.string().min(1).max(30).nullable().optional(),
        active: z.boolean().optional(),
      }),
    ),
  },
  responses: { 200: json(OrganisationView, 'The organisation'), ...problems },
})

export const listRoles = createRoute({
  method: 'get',
  path: '/api/roles',
  tags,
  summary: 'Roles and what they allow',
  responses: {
    200: json(z.object({ items: z.array(RoleView), next: z.null() }), 'Roles'),
    ...problems,
  },
})

export const seatOrganisation = createRoute({
  method: 'put',
  path: '/api/organisations/own/seat',
  tags,
  summary: 'Say where one’s own organisation has its seat',
  description: 'Near and far are judged from there, so an office says it of itself.',
  request: {
    headers: WriteHeaders,
    body: body(
      z.object({
        home: z
          .string()
          .regex(/^\d{6}$/)
          .openapi({ description: 'Division code.' }),
      }),
    ),
  },
  responses: { 200: json(OrganisationView, 'The organisation'), ...problems },
})
