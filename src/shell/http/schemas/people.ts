// People, the organisations they belong to and the roles they hold there.
import { createRoute, z } from '@hono/zod-openapi'
import { Id, Named, Words } from './figure.ts'
import { body, byId, json, page, problems, WriteHeaders } from './route.ts'

const tags = ['people']

const Membership = z.object({ organisation: Id, role: z.string().min(1).max(100) })

export const PersonView = z
  .object({
    id: Id,
    login: z.string(),
    name: z.string(),
    active: z.boolean(),
    memberships: z.array(z.object({ organisation: Named, role: z.string() })),
  })
  .openapi('PersonView')

export const OrganisationView = z
  .object({
    id: Id,
    name: z.string(),
    kind: z.string(),
    home: z.string().nullable().openapi({ description: 'Division code of its seat.' }),
  })
  .openapi('OrganisationView')

export const RoleView = z
  .object({
    id: z.string(),
    name: Words,
    faces: z.array(z.enum(['cockpit', 'desk', 'firm'])),
    permissions: z.array(z.string()),
  })
  .openapi('RoleView')

export const listPeople = createRoute({
  method: 'get',
  path: '/api/people',
  tags,
  summary: 'People of this installation',
  responses: { 200: json(page(PersonView), 'People'), ...problems },
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
        password: Password,
        memberships: z.array(Membership).min(1).max(50),
      }),
    ),
  },
  responses: { 201: json(PersonView, 'The person'), ...problems },
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
        password: Password.optional(),
        active: z.boolean().optional(),
        memberships: z.array(Membership).min(1).max(50).optional(),
      }),
    ),
  },
  responses: { 200: json(PersonView, 'The person'), ...problems },
})

export const listOrganisations = createRoute({
  method: 'get',
  path: '/api/organisations',
  tags,
  summary: 'Organisations of this installation',
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
        kind: z.string().min(1).max(100),
        home: z.string().min(1).max(20).optional(),
      }),
    ),
  },
  responses: { 201: json(OrganisationView, 'The organisation'), ...problems },
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
