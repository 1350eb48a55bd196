/** The local operator: whoever may read server.json acts with every permission of the role file. */
import { Problem } from '../base/index.ts'
import { inTenant, type Store } from '../store/index.ts'
import {
  type Actor,
  INTERNAL_LABEL,
  type Permission,
  PUBLIC_LABEL,
  type Roles,
  rolesWith,
} from '../trust/access/index.ts'
import { listPeople } from '../trust/people/index.ts'

/** The tenant whose installation this is: the command line and the start act in it. */
const OWN_TENANT = 1

/** Runs what the installation does of its own accord, in the scope of its tenant. */
export function inOwnTenant<T>(work: () => T): T {
  return inTenant(OWN_TENANT, work)
}

/** Marks in the log what was done from the command line of this machine. */
export const LOCAL_OPERATOR = 'localOperator'

/**
 * The actor of the command line. What it does is done in the name of the first person who manages
 * people, since the log must name somebody who can be asked. Problem: `not-found` before the
 * installation was begun.
 */
export function localOperator(store: Store, roles: Roles): Promise<Actor> {
  return inOwnTenant(() => findOperator(store, roles))
}

async function findOperator(store: Store, roles: Roles): Promise<Actor> {
  const managing = new Set(rolesWith(roles, 'manage-people'))
  const { items } = await listPeople(store, nobody(roles), { limit: 200 })
  for (const person of items.filter(({ active }) => active)) {
    const held = person.memberships.find(({ role }) => managing.has(role))
    if (held === undefined) continue
    const { organisation } = held
    return {
      ...nobody(roles),
      person: person.id,
      name: person.name,
      language: person.language,
      organisation: organisation.id,
      organisationName: organisation.name,
    }
  }
  throw new Problem('not-found')
}

/** The operator before it is known in whose name it acts. */
function nobody(roles: Roles): Actor {
  const permissions = new Set<Permission>(
    [...roles.values()].flatMap((role) => [...role.permissions]),
  )
  return {
    tenant: OWN_TENANT,
    person: NOBODY,
    organisation: NOBODY,
    role: LOCAL_OPERATOR,
    name: '',
    organisationName: '',
    permissions,
    labels: [PUBLIC_LABEL.id, INTERNAL_LABEL.id],
    language: 'zh',
    home: null,
  }
}

const NOBODY = '00000000-0000-0000-0000-000000000000'
