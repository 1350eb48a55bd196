// People, organisations and roles.
import { Problem } from '../../base/index.ts'
import { authorise } from '../../trust/access/index.ts'
import {
  changeOrganisation,
  changePerson,
  createOrganisation,
  createPerson,
  listOrganisations,
  listPeople,
  type OrganisationView,
  type PersonView,
  resetPassword,
  seatOwnOrganisation,
} from '../../trust/people/index.ts'
import { actorIn } from './frame/actor.ts'
import type { Api, HttpContext } from './frame/context.ts'
import { given } from './frame/given.ts'
import { writeContext } from './frame/write-context.ts'
import * as routes from './schemas/people.ts'

export function addPeople(api: Api): void {
  api.openapi(routes.listPeople, async (c) => {
    const { items, next } = await listPeople(
      c.var.installation.store,
      actorIn(c),
      given(c.req.valid('query')),
    )
    return c.json({ items: items.map(personDto), next }, 200)
  })

  api.openapi(routes.createPerson, async (c) => {
    const context = peopleContext(c)
    const { output, password } = await createPerson(context, given(c.req.valid('json')))
    return c.json({ person: personDto(output), password }, 201)
  })

  api.openapi(routes.changePerson, async (c) => {
    const context = peopleContext(c)
    const change = { person: c.req.valid('param').id, ...given(c.req.valid('json')) }
    return c.json(personDto((await changePerson(context, change)).output), 200)
  })

  api.openapi(routes.resetPassword, async (c) => {
    const context = peopleContext(c)
    const { output, password } = await resetPassword(context, c.req.valid('param').id)
    return c.json({ person: personDto(output), password }, 200)
  })

  addOrganisations(api)
}

function addOrganisations(api: Api): void {
  api.openapi(routes.listOrganisations, async (c) => {
    const { items, next } = await listOrganisations(
      c.var.installation.store,
      actorIn(c),
      given(c.req.valid('query')),
    )
    return c.json({ items: items.map(organisationDto), next }, 200)
  })

  api.openapi(routes.createOrganisation, async (c) => {
    const context = peopleContext(c)
    const { output } = await createOrganisation(context, given(c.req.valid('json')))
    return c.json(organisationDto(output), 201)
  })

  api.openapi(routes.changeOrganisation, async (c) => {
    const context = peopleContext(c)
    const change = { organisation: c.req.valid('param').id, ...given(c.req.valid('json')) }
    return c.json(organisationDto((await changeOrganisation(context, change)).output), 200)
  })

  api.openapi(routes.seatOrganisation, async (c) => {
    authorise(actorIn(c), 'set-desk')
    const { home } = c.req.valid('json')
    if ((c.var.installation.codes('division')?.find(home) ?? null) === null) {
      throw new Problem('not-found', { what: home })
    }
    return c.json(organisationDto((await seatOwnOrganisation(peopleContext(c), home)).output), 200)
  })

  api.openapi(routes.listRoles, (c) => {
    authorise(actorIn(c), 'own-account')
    const items = [...c.var.installation.roles.values()].map((role) => ({
      id: role.id,
      name: role.words,
      faces: [...role.faces],
      organisations: [...role.organisations],
      permissions: [...role.permissions],
    }))
    return c.json({ items, next: null }, 200)
  })
}

const peopleContext = (c: HttpContext) => ({
  ...writeContext(c),
  roles: c.var.installation.roles,
})

const personDto = (person: PersonView) => ({ ...person, memberships: [...person.memberships] })

const organisationDto = (organisation: OrganisationView) => ({ ...organisation })
