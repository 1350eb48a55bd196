import { sql } from 'kysely'
import type { Uuid } from '../../base/index.ts'
import { type Database, prepared } from '../../store/index.ts'
import type { Label, RoleId } from '../access/index.ts'
import type { HeldRole, SessionHolder } from './actor.ts'
import type { Failures } from './attempt.ts'
import type { TokenPlace } from './token.ts'

interface SessionTable {
  tenant: number
  token_hash: string
  person: string
  organisation: string
  role: string
  address: string
  created_at: string
  used_at: string
  expires_at: string
  id: string
  device: string
  proved_at: string
}

interface AttemptTable {
  tenant: number
  id: string
  login_hash: string
  person: string | null
  address: string
  outcome: 'failed' | 'succeeded'
  at: string
}

interface PersonTable {
  tenant: number
  id: string
  login: string
  password_hash: string
  password_temporary: boolean
  password_changed_at: string
  disabled_at: string | null
}

type SessionTables = { session: SessionTable; sign_in_attempt: AttemptTable; person: PersonTable }

/** Who opens a session, in what, and from where. */
export interface NewSession {
  readonly id: Uuid
  readonly device: string
  readonly person: Uuid
  readonly organisation: Uuid
  readonly role: RoleId
  readonly address: string
  readonly createdAt: Date
  readonly expiresAt: Date
}

export async function insertSession(
  tx: Database,
  place: TokenPlace,
  session: NewSession,
): Promise<void> {
  const at = session.createdAt.toISOString()
  const db = tx.withTables<SessionTables>()
  await db
    .deleteFrom('session')
    .where('tenant', '=', place.tenant)
    .where('person', '=', session.person)
    .where('expires_at', '<', at)
    .execute()
  await db
    .insertInto('session')
    .values({
      tenant: place.tenant,
      token_hash: place.tokenHash,
      person: session.person,
      organisation: session.organisation,
      role: session.role,
      address: session.address,
      created_at: at,
      used_at: at,
      expires_at: session.expiresAt.toISOString(),
      id: session.id,
      device: session.device,
      proved_at: at,
    })
    .execute()
}

/** What one look at a session asks for. */
export interface SessionQuestion {
  readonly place: TokenPlace
  readonly now: Date
  readonly idleSince: Date
  /** Roles that see restricted material of every organisation: their labels come along. */
  readonly restrictedReaders: readonly RoleId[]
}

type HolderRow = Omit<SessionHolder, 'labels' | 'safeguards'> & {
  readonly labels: readonly Label[] | null
  readonly secondFactor: boolean
  readonly stepUp: boolean
}

const holderOf = ({ labels, secondFactor, stepUp, ...row }: HolderRow): SessionHolder => ({
  ...{ ...row, labels: labels ?? [], safeguards: { secondFactor, stepUp } },
})

/** How the person of a row is guarded; measures that nobody wrote down are in force. */
const guardOf = (row: 's' | 'm') => sql`
  coalesce(g.second_factor, true) as "secondFactor", coalesce(g.step_up, true) as "stepUp",
  exists (select 1 from second_factor f where f.tenant = p.tenant and f.person = p.id
    and f.confirmed_at is not null) as "hasFactor",
  array(select h.role from membership h
    where h.tenant = ${sql.ref(`${row}.tenant`)} and h.person = ${sql.ref(`${row}.person`)}) as held`

/**
 * Labels that the holder of a row with tenant, organisation and role might see; which of them are
 * seen is for the rule to decide. Others are left out, since a tenant has one for every firm.
 */
const labelsInQuestion = (row: 's' | 'm', restrictedReaders: readonly RoleId[]) => sql`
  (select json_agg(json_build_object('id', l.id, 'level', l.level, 'internal', l.internal,
      'organisations', l.organisations))
    from label l
    where l.tenant = ${sql.ref(`${row}.tenant`)}
      and (l.level in ('public', 'internal')
        or ${sql.ref(`${row}.organisation`)} = any(l.organisations)
        or (l.level = 'restricted'
          and ${sql.ref(`${row}.role`)} = any(${restrictedReaders}::text[]))))`

/**
 * The holder of a session that is in force: neither idle nor expired, person and organisation not
 * closed, role still granted. All in one statement, because every request begins with it.
 */
export async function readHolder(
  db: Database,
  question: SessionQuestion,
): Promise<SessionHolder | null> {
  const { place, now, idleSince, restrictedReaders } = question
  const statement = sql<HolderRow>`
    select s.tenant, s.person, p.name, p.language, s.organisation,
      o.name as "organisationName", o.home, s.role, s.used_at as "usedAt",
      s.proved_at as "provedAt", ${guardOf('s')},
      ${labelsInQuestion('s', restrictedReaders)} as labels
    from session s
    join person p on p.tenant = s.tenant and p.id = s.person and p.disabled_at is null
    join organisation o
      on o.tenant = s.tenant and o.id = s.organisation and o.disabled_at is null
    join membership m on m.tenant = s.tenant and m.person = s.person
      and m.organisation = s.organisation and m.role = s.role
    left join safeguard g on g.tenant = s.tenant
    where s.tenant = ${place.tenant} and s.token_hash = ${place.tokenHash}
      and s.expires_at > ${now.toISOString()} and s.used_at > ${idleSince.toISOString()}`
  const { rows } = await prepared(statement).execute(db)
  const [row] = rows
  return row ? holderOf(row) : null
}

/**
 * Who holds a role at present, without a session: for work that goes on when its page is closed.
 * Null once the person, the organisation or the role is gone.
 */
export async function readMember(
  db: Database,
  member: { readonly tenant: number; readonly person: Uuid } & HeldRole,
  restrictedReaders: readonly RoleId[],
): Promise<SessionHolder | null> {
  const { tenant, person, organisation, role } = member
  const { rows } = await sql<HolderRow>`
    select p.tenant, p.id as person, p.name, p.language, m.organisation,
      o.name as "organisationName", o.home, m.role, '' as "usedAt",
      null as "provedAt", ${guardOf('m')},
      ${labelsInQuestion('m', restrictedReaders)} as labels
    from person p
    join membership m on m.tenant = p.tenant and m.person = p.id
    join organisation o
      on o.tenant = m.tenant and o.id = m.organisation and o.disabled_at is null
    left join safeguard g on g.tenant = p.tenant
    where p.tenant = ${tenant} and p.id = ${person} and p.disabled_at is null
      and m.organisation = ${organisation} and m.role = ${role}
  `.execute(db)
  const [row] = rows
  return row ? holderOf(row) : null
}

export async function touchSession(tx: Database, place: TokenPlace, now: Date): Promise<void> {
  await tx
    .withTables<SessionTables>()
    .updateTable('session')
    .set({ used_at: now.toISOString() })
    .where('tenant', '=', place.tenant)
    .where('token_hash', '=', place.tokenHash)
    .execute()
}

/** Lets a person's session act in another role; false when there is no such session of theirs. */
export async function moveSession(
  tx: Database,
  place: TokenPlace,
  { person, organisation, role }: { person: Uuid; organisation: Uuid; role: RoleId },
): Promise<boolean> {
  const moved = await tx
    .withTables<SessionTables>()
    .updateTable('session')
    .set({ organisation, role })
    .where('tenant', '=', place.tenant)
    .where('token_hash', '=', place.tokenHash)
    .where('person', '=', person)
    .executeTakeFirst()
  return moved.numUpdatedRows > 0n
}

export async function deleteSession(tx: Database, place: TokenPlace): Promise<void> {
  await tx
    .withTables<SessionTables>()
    .deleteFrom('session')
    .where('tenant', '=', place.tenant)
    .where('token_hash', '=', place.tokenHash)
    .execute()
}

/** Ends all sessions of a person, but the one to keep; answers how many. */
export async function deleteSessionsOf(
  tx: Database,
  tenant: number,
  person: Uuid,
  keep: TokenPlace | null = null,
): Promise<number> {
  const { numDeletedRows } = await tx
    .withTables<SessionTables>()
    .deleteFrom('session')
    .where('tenant', '=', tenant)
    .where('person', '=', person)
    .where('token_hash', '<>', keep?.tokenHash ?? '')
    .executeTakeFirst()
  return Number(numDeletedRows)
}

/** One try to prove that one is the person of a login. */
export interface Attempt {
  readonly tenant: number
  readonly id: Uuid
  readonly loginHash: string
  readonly address: string
  readonly at: Date
}

/** Written down as failed before the password is looked at: a try that is cut off counts as well. */
export async function insertAttempt(tx: Database, attempt: Attempt): Promise<void> {
  await tx
    .withTables<SessionTables>()
    .insertInto('sign_in_attempt')
    .values({
      tenant: attempt.tenant,
      id: attempt.id,
      login_hash: attempt.loginHash,
      person: null,
      address: attempt.address,
      outcome: 'failed',
      at: attempt.at.toISOString(),
    })
    .execute()
}

export async function succeedAttempt(tx: Database, attempt: Attempt, person: Uuid): Promise<void> {
  await tx
    .withTables<SessionTables>()
    .updateTable('sign_in_attempt')
    .set({ outcome: 'succeeded', person })
    .where('tenant', '=', attempt.tenant)
    .where('id', '=', attempt.id)
    .execute()
}

/** A try that was not let through leaves nothing: a flood must not fill the disk. */
export async function deleteAttempt(tx: Database, attempt: Attempt): Promise<void> {
  await tx
    .withTables<SessionTables>()
    .deleteFrom('sign_in_attempt')
    .where('tenant', '=', attempt.tenant)
    .where('id', '=', attempt.id)
    .execute()
}

/**
 * Failures that count against an attempt: of its login since the last success, and of its address
 * (where a success of one's own login must not buy tries at another's).
 */
export async function countFailures(
  db: Database,
  attempt: Attempt,
  windowMs: number,
): Promise<Failures> {
  const since = new Date(attempt.at.getTime() - windowMs).toISOString()
  const { rows } = await sql<{
    login: bigint
    loginSince: string | null
    address: bigint
    addressSince: string | null
  }>`
    select l.login, l."loginSince", a.address, a."addressSince" from
      (select count(*) as login, min(at) as "loginSince" from sign_in_attempt
        where tenant = ${attempt.tenant} and login_hash = ${attempt.loginHash} and at > ${since}
          and outcome = 'failed' and at > coalesce((select max(at) from sign_in_attempt
            where tenant = ${attempt.tenant} and login_hash = ${attempt.loginHash}
              and at > ${since} and outcome = 'succeeded'), '-infinity')) l,
      (select count(*) as address, min(at) as "addressSince" from sign_in_attempt
        where tenant = ${attempt.tenant} and address = ${attempt.address} and at > ${since}
          and outcome = 'failed') a
  `.execute(db)
  const [row] = rows
  return {
    login: Number(row?.login ?? 0n),
    loginSince: row?.loginSince ?? null,
    address: Number(row?.address ?? 0n),
    addressSince: row?.addressSince ?? null,
  }
}

export interface Credentials {
  readonly id: Uuid
  readonly login: string
  readonly passwordHash: string
  readonly disabled: boolean
}

/** By folded login or by id; null when there is nobody. */
export async function readCredentials(
  db: Database,
  tenant: number,
  by: { login: string } | { id: Uuid },
): Promise<Credentials | null> {
  const of = db.withTables<SessionTables>().selectFrom('person').where('tenant', '=', tenant)
  const row = await ('login' in by ? of.where('login', '=', by.login) : of.where('id', '=', by.id))
    .select(['id', 'login', 'password_hash', 'disabled_at'])
    .executeTakeFirst()
  if (!row) return null
  const { id, login, password_hash: passwordHash, disabled_at: disabledAt } = row
  return { id, login, passwordHash, disabled: disabledAt !== null }
}

/** `temporary`: somebody else knows it, so its owner is asked to change it. */
export async function updatePassword(
  tx: Database,
  tenant: number,
  person: Uuid,
  set: { passwordHash: string; temporary: boolean; now: Date },
): Promise<void> {
  await tx
    .withTables<SessionTables>()
    .updateTable('person')
    .set({
      password_hash: set.passwordHash,
      password_temporary: set.temporary,
      password_changed_at: set.now.toISOString(),
    })
    .where('tenant', '=', tenant)
    .where('id', '=', person)
    .execute()
}

/** A role that a person may take up now: granted, in an organisation that is not closed. */
export interface OpenRole {
  readonly role: RoleId
  readonly organisation: Uuid
  readonly organisationName: string
}

export async function readOpenRoles(
  db: Database,
  tenant: number,
  person: Uuid,
): Promise<OpenRole[]> {
  const statement = sql<OpenRole>`
    select m.role, m.organisation, o.name as "organisationName"
    from membership m
    join organisation o
      on o.tenant = m.tenant and o.id = m.organisation and o.disabled_at is null
    where m.tenant = ${tenant} and m.person = ${person}
    order by o.name collate "C", m.organisation, m.role collate "C"`
  const { rows } = await prepared(statement).execute(db)
  return rows
}
