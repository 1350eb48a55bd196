import { type SqlBool, sql } from 'kysely'
import type { Language, Uuid } from '../../base/index.ts'
import type { Database } from '../../store/index.ts'
import type { OrganisationKind, RoleId } from '../access/index.ts'
import type { Grant } from './rules.ts'

interface OrganisationTable {
  tenant: number
  id: string
  name: string
  kind: OrganisationKind
  home: string | null
  credit_code: string | null
  disabled_at: string | null
  created_at: string
}

interface PersonTable {
  tenant: number
  id: string
  login: string
  name: string
  language: Language
  password_hash: string
  password_temporary: boolean
  password_changed_at: string
  disabled_at: string | null
  created_at: string
}

interface MembershipTable {
  tenant: number
  person: string
  organisation: string
  role: string
  granted_by: string
  granted_at: string
  seat: string | null
}

type PeopleTables = {
  organisation: OrganisationTable
  person: PersonTable
  membership: MembershipTable
}

/** One person of the directory. */
export type PersonView = {
  readonly id: Uuid
  readonly login: string
  readonly name: string
  readonly language: Language
  readonly active: boolean
  readonly memberships: readonly {
    readonly organisation: { readonly id: Uuid; readonly name: string }
    readonly role: RoleId
  }[]
}

/** One organisation of the directory; `home` is the division code of its seat. */
export type OrganisationView = {
  readonly id: Uuid
  readonly name: string
  readonly kind: OrganisationKind
  readonly home: string | null
  readonly creditCode: string | null
  readonly active: boolean
}

/** A part of a list that is ordered by `after`'s key in code-point order. */
export interface Part {
  readonly after: string | null
  readonly limit: number
}

export async function readPeople(
  db: Database,
  tenant: number,
  of: { id: Uuid } | Part,
): Promise<PersonView[]> {
  const which =
    'id' in of
      ? sql`p.id = ${of.id}`
      : sql`(${of.after}::text is null or p.login > ${of.after} collate "C")`
  const { rows } = await sql<PersonView>`
    select p.id, p.login, p.name, p.language, p.disabled_at is null as active,
      coalesce((select json_agg(json_build_object(
          'organisation', json_build_object('id', o.id, 'name', o.name), 'role', m.role)
          order by o.name collate "C", m.role collate "C")
        from membership m
        join organisation o on o.tenant = m.tenant and o.id = m.organisation
        where m.tenant = p.tenant and m.person = p.id), '[]') as memberships
    from person p
    where p.tenant = ${tenant} and ${which}
    order by p.login collate "C"
    limit ${'id' in of ? 1 : of.limit}
  `.execute(db)
  return rows
}

export async function readOrganisations(
  db: Database,
  tenant: number,
  of: { ids: readonly Uuid[] } | Part,
): Promise<OrganisationView[]> {
  const base = db
    .withTables<PeopleTables>()
    .selectFrom('organisation')
    .select(['id', 'name', 'kind', 'home', 'credit_code as creditCode'])
    .select(sql<boolean>`disabled_at is null`.as('active'))
    .where('tenant', '=', tenant)
    .orderBy(sql`name collate "C"`)
  if ('ids' in of) return base.where('id', '=', sql<string>`any(${of.ids}::uuid[])`).execute()
  const part = of.after === null ? base : base.where(sql<SqlBool>`name > ${of.after} collate "C"`)
  return part.limit(of.limit).execute()
}

/** False when the login is taken. */
export async function insertPerson(
  tx: Database,
  person: Omit<PersonTable, 'disabled_at'>,
): Promise<boolean> {
  const row = await tx
    .withTables<PeopleTables>()
    .insertInto('person')
    .values({ ...person, disabled_at: null })
    .onConflict((conflict) => conflict.columns(['tenant', 'login']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

export async function updatePerson(
  tx: Database,
  tenant: number,
  id: Uuid,
  set: Partial<Pick<PersonTable, 'name' | 'language' | 'disabled_at'>>,
): Promise<void> {
  if (Object.keys(set).length === 0) return
  await tx
    .withTables<PeopleTables>()
    .updateTable('person')
    .set(set)
    .where('tenant', '=', tenant)
    .where('id', '=', id)
    .execute()
}

/** Makes whoever would change the roles of the same person at this moment wait. */
export async function lockPerson(tx: Database, tenant: number, person: Uuid): Promise<void> {
  await sql`select 1 from person where tenant = ${tenant} and id = ${person} for update`.execute(tx)
}

/**
 * Grants and takes away until the person holds exactly these; what stays keeps who granted it.
 * `seats`: roles whose seat is written down, so that the store itself lets nobody hold two.
 */
export async function replaceGrants(
  tx: Database,
  to: {
    tenant: number
    person: Uuid
    grants: readonly Grant[]
    seats: readonly RoleId[]
    by: Uuid
    now: Date
  },
): Promise<void> {
  const { tenant, person, grants } = to
  const organisations = grants.map((grant) => grant.organisation)
  const roles = grants.map((grant) => grant.role)
  await sql`
    delete from membership
    where tenant = ${tenant} and person = ${person} and (organisation, role) not in (
      select * from unnest(${organisations}::uuid[], ${roles}::text[]))
  `.execute(tx)
  await sql`
    insert into membership (tenant, person, organisation, role, granted_by, granted_at, seat)
    select ${tenant}, ${person}, organisation, role, ${to.by}, ${to.now.toISOString()},
      case when role = any(${to.seats}::text[]) then role end
    from unnest(${organisations}::uuid[], ${roles}::text[]) as granted (organisation, role)
    on conflict (tenant, person, organisation, role) do nothing
  `.execute(tx)
}

/** False when an organisation of this name exists. */
export async function insertOrganisation(
  tx: Database,
  organisation: Omit<OrganisationTable, 'disabled_at'>,
): Promise<boolean> {
  const row = await tx
    .withTables<PeopleTables>()
    .insertInto('organisation')
    .values({ ...organisation, disabled_at: null })
    .onConflict((conflict) => conflict.columns(['tenant', 'name']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** False when another organisation has the new name. */
export async function updateOrganisation(
  tx: Database,
  tenant: number,
  id: Uuid,
  set: Partial<Pick<OrganisationTable, 'name' | 'home' | 'credit_code' | 'disabled_at'>>,
): Promise<boolean> {
  if (Object.keys(set).length === 0) return true
  const db = tx.withTables<PeopleTables>()
  if (set.name !== undefined) {
    const namesake = await db
      .selectFrom('organisation')
      .select('id')
      .where('tenant', '=', tenant)
      .where('name', '=', set.name)
      .where('id', '<>', id)
      .executeTakeFirst()
    if (namesake) return false
  }
  await db
    .updateTable('organisation')
    .set(set)
    .where('tenant', '=', tenant)
    .where('id', '=', id)
    .execute()
  return true
}

/**
 * Makes those wait who would take the same permission from somebody else at this moment: two who
 * remove each other at once would otherwise each see the other still there.
 */
export async function lockHolders(
  tx: Database,
  tenant: number,
  roles: readonly RoleId[],
): Promise<void> {
  await sql`
    select 1 from membership where tenant = ${tenant} and role = any(${roles}::text[])
    order by person, organisation, role for update
  `.execute(tx)
}

/** How many people can act in one of these roles: neither they nor the organisation is closed. */
export async function countHolders(
  tx: Database,
  tenant: number,
  roles: readonly RoleId[],
): Promise<number> {
  const { rows } = await sql<{ holders: bigint }>`
    select count(distinct p.id) as holders
    from membership m
    join person p on p.tenant = m.tenant and p.id = m.person and p.disabled_at is null
    join organisation o
      on o.tenant = m.tenant and o.id = m.organisation and o.disabled_at is null
    where m.tenant = ${tenant} and m.role = any(${roles}::text[])
  `.execute(tx)
  return Number(rows[0]?.holders ?? 0n)
}

/** Which of these roles somebody can act in. */
export async function heldRoles(
  tx: Database,
  tenant: number,
  roles: readonly RoleId[],
): Promise<RoleId[]> {
  const { rows } = await sql<{ role: RoleId }>`
    select distinct m.role
    from membership m
    join person p on p.tenant = m.tenant and p.id = m.person and p.disabled_at is null
    join organisation o
      on o.tenant = m.tenant and o.id = m.organisation and o.disabled_at is null
    where m.tenant = ${tenant} and m.role = any(${roles}::text[])
  `.execute(tx)
  return rows.map(({ role }) => role)
}

/** Takes roles from everybody; answers how many were taken. */
export async function withdrawRoles(
  tx: Database,
  tenant: number,
  roles: readonly RoleId[],
): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from membership where tenant = ${tenant} and role = any(${roles}::text[])
  `.execute(tx)
  return Number(numAffectedRows ?? 0n)
}

/** Adds the tenant unless it is there, and holds its row until the end of the transaction. */
export async function takeTenant(
  tx: Database,
  tenant: { id: number; name: string; home: string | null; now: Date },
): Promise<void> {
  const { id, name, home, now } = tenant
  await tx
    .insertInto('tenant')
    .values({ id, name, home, created_at: now.toISOString() })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await tx.selectFrom('tenant').select('id').where('id', '=', id).forUpdate().execute()
}

export async function hasPeople(db: Database, tenant: number): Promise<boolean> {
  const row = await db
    .withTables<PeopleTables>()
    .selectFrom('person')
    .select('id')
    .where('tenant', '=', tenant)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** Logins of those who have not yet changed the password that somebody gave them. */
export async function givenPasswords(db: Database, tenant: number): Promise<string[]> {
  const { rows } = await sql<{ login: string }>`
    select login from person where tenant = ${tenant} and password_temporary`.execute(db)
  return rows.map(({ login }) => login)
}
