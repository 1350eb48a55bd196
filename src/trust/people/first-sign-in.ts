import { type Language, randomUuid, type Uuid } from '../../base/index.ts'
import { type Database, inTenant, type Store } from '../../store/index.ts'
import {
  type OrganisationKind,
  type RoleId,
  type Roles,
  rolesWith,
  seedLabels,
} from '../access/index.ts'
import { appendPending, composeEntry, SALT_BYTES } from '../log/index.ts'
import { insertSafeguards, type SafeguardSwitches } from '../safeguard/index.ts'
import { foldLogin, hashPassword, makePassword } from '../session/index.ts'
import { checkedName, seatsOf } from './commands.ts'
import { type Grant, grantFault, isLogin } from './rules.ts'
import {
  countHolders,
  hasPeople,
  insertOrganisation,
  insertPerson,
  replaceGrants,
  takeTenant,
} from './store.ts'
import {
  alreadyBegun,
  invalidGrants,
  invalidLogin,
  lastManager,
  organisationTaken,
} from './words.ts'

/** An organisation of the beginning, and the roles that the first person holds in it. */
export interface FirstOrganisation {
  readonly name: string
  readonly kind: OrganisationKind
  readonly home?: string | null
  readonly roles: readonly RoleId[]
}

export interface FirstSignIn {
  /** 1 when left out: an installation with one tenant. */
  readonly tenant?: number
  readonly tenantName: string
  /** Division code of the jurisdiction. */
  readonly home: string | null
  /** The first is the office; a demonstration adds a firm and an institute, to show their roles. */
  readonly organisations: readonly FirstOrganisation[]
  readonly person: { readonly login: string; readonly name: string; readonly language?: Language }
  /** Measures in force from the beginning; an installation that is only tried may do without. */
  readonly safeguards: SafeguardSwitches
  readonly now: Date
  readonly random: (sizeBytes: number) => Uint8Array
}

export interface FirstAccount {
  readonly tenant: number
  readonly person: Uuid
  readonly organisations: readonly Uuid[]
  readonly login: string
  /** Told this once; only its hash is kept. */
  readonly password: string
}

/**
 * Begins a tenant: its labels, its first organisations, and a first person with a password made of
 * chance. It is the one write without an actor, since nobody exists yet; the entry in the log names
 * the person it made.
 * Problems: conflict (somebody exists already, or nobody could manage people), invalid-input.
 */
export async function firstSignIn(
  { store, roles }: { store: Store; roles: Roles },
  first: FirstSignIn,
): Promise<FirstAccount> {
  const { random } = first
  const tenant = first.tenant ?? 1
  const login = foldLogin(first.person.login)
  if (!isLogin(login)) throw invalidLogin()
  const organisations = first.organisations.map((organisation) => ({
    ...organisation,
    name: checkedName(organisation.name),
    id: randomUuid(random(16)),
  }))
  const grants = organisations.flatMap(({ id, roles: held }) =>
    held.map((role) => ({ organisation: id, role })),
  )
  const kinds = new Map(organisations.map(({ id, kind }) => [id, kind]))
  const fault = grantFault(grants, roles, kinds, first.safeguards.separated)
  if (fault !== null) throw invalidGrants(fault)
  const password = makePassword(random)
  const beginning: Beginning = {
    tenant,
    person: randomUuid(random(16)),
    login,
    name: checkedName(first.person.name),
    passwordHash: await hashPassword(password, random),
    organisations,
    grants,
  }
  await store.transaction((tx) => begin(tx, roles, first, beginning), { tenant })
  const ids = organisations.map(({ id }) => id)
  return { tenant, person: beginning.person, organisations: ids, login, password }
}

/** Whether nobody has an account yet. */
export async function isFirstStart(store: Store, tenant = 1): Promise<boolean> {
  return !(await inTenant(tenant, () => hasPeople(store.read, tenant)))
}

interface Beginning {
  readonly tenant: number
  readonly person: Uuid
  readonly login: string
  readonly name: string
  readonly passwordHash: string
  readonly organisations: readonly (FirstOrganisation & { readonly id: Uuid })[]
  readonly grants: readonly Grant[]
}

async function begin(
  tx: Database,
  roles: Roles,
  first: FirstSignIn,
  beginning: Beginning,
): Promise<void> {
  const { tenant, person, login, name, passwordHash, organisations, grants } = beginning
  const { now } = first
  const at = now.toISOString()
  await takeTenant(tx, { id: tenant, name: first.tenantName, home: first.home, now })
  if (await hasPeople(tx, tenant)) throw alreadyBegun()
  await seedLabels(tx, tenant)
  for (const { id, name: of, kind, home } of organisations) {
    const row = {
      tenant,
      id,
      name: of,
      kind,
      home: home ?? null,
      credit_code: null,
      created_at: at,
    }
    if (!(await insertOrganisation(tx, row))) throw organisationTaken()
  }
  await insertPerson(tx, {
    tenant,
    id: person,
    login,
    name,
    language: first.person.language ?? 'zh',
    password_hash: passwordHash,
    password_temporary: true,
    password_changed_at: at,
    created_at: at,
  })
  await insertSafeguards(tx, tenant, { ...first.safeguards, reason: '', setBy: null, now })
  const seats = first.safeguards.separated ? seatsOf(roles) : []
  await replaceGrants(tx, { tenant, person, grants, seats, by: person, now })
  for (const kept of ['manage-people', 'grant-roles'] as const) {
    if ((await countHolders(tx, tenant, rolesWith(roles, kept))) === 0) throw lastManager()
  }
  await logBeginning(tx, first, beginning)
}

async function logBeginning(
  tx: Database,
  { now, random, tenantName, home, safeguards }: FirstSignIn,
  { tenant, person, login, name, organisations, grants }: Beginning,
): Promise<void> {
  const [office] = grants
  const happened = {
    tenant,
    id: randomUuid(random(16)),
    command: 'tenant.begin',
    actor: person,
    organisation: office?.organisation ?? person,
    role: office?.role ?? '',
    at: now,
    input: {
      tenantName,
      home,
      safeguards: { ...safeguards },
      login,
      name,
      organisations: organisations.map(({ id, name: of, kind }) => ({ id, name: of, kind })),
      memberships: [...grants],
    },
    output: { person },
    batchRoot: null,
  }
  await appendPending(tx, composeEntry(happened, random(SALT_BYTES)))
}
