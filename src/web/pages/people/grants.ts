/** Roles held in organisations, as the list and the form of a person need them. Pure. */
import type { OrganisationView, PersonView, RoleView } from '../../api/index.ts'

export interface Grant {
  organisation: string
  role: string
}

/** A person's roles by organisation, both in the order in which they are given. */
export function byOrganisation(memberships: PersonView['memberships']) {
  const groups = new Map<string, { id: string; name: string; roles: string[] }>()
  for (const { organisation, role } of memberships) {
    const group = groups.get(organisation.id) ?? { ...organisation, roles: [] }
    group.roles.push(role)
    groups.set(organisation.id, group)
  }
  return [...groups.values()]
}

export function grantsOf(person: PersonView): Grant[] {
  return person.memberships.map(({ organisation, role }) => ({
    organisation: organisation.id,
    role,
  }))
}

/** The roles that may be held in an organisation of this kind; all while none is chosen. */
export function rolesFor(
  roles: readonly RoleView[],
  organisation: OrganisationView | undefined,
): RoleView[] {
  return roles.filter(({ organisations }) => {
    return organisation === undefined || organisations.includes(organisation.kind)
  })
}

/** Every permission that some role holds, those that most roles hold first. */
export function permissionsIn(roles: readonly RoleView[]): string[] {
  const holders = new Map<string, number>()
  for (const permission of roles.flatMap(({ permissions }) => permissions)) {
    holders.set(permission, (holders.get(permission) ?? 0) + 1)
  }
  return [...holders].sort((one, other) => other[1] - one[1]).map(([permission]) => permission)
}
