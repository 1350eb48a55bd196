import { sql } from 'kysely'
import type { Language, Uuid } from '../../base/index.ts'
import { type Database, prepared } from '../../store/index.ts'
import type { TokenPlace } from './token.ts'

/** A session in force, as a list shows it. */
export type SessionView = {
  readonly id: Uuid
  /** Browser and system; empty when not known. */
  readonly device: string
  readonly address: string
  readonly role: string
  readonly organisation: string
  readonly since: string
  readonly usedAt: string
  readonly expiresAt: string
  /** The very one that asks. */
  readonly current: boolean
}

/** The sessions of a person that are in force, the last used first. */
export async function readSessions(
  db: Database,
  of: { tenant: number; person: Uuid; now: Date; idleSince: Date; current: TokenPlace | null },
): Promise<SessionView[]> {
  const { tenant, person, now, idleSince, current } = of
  const { rows } = await sql<SessionView>`
    select s.id, s.device, s.address, s.role, o.name as organisation, s.created_at as since,
      s.used_at as "usedAt", s.expires_at as "expiresAt",
      s.token_hash = ${current?.tokenHash ?? ''} as current
    from session s
    join organisation o on o.tenant = s.tenant and o.id = s.organisation
    where s.tenant = ${tenant} and s.person = ${person}
      and s.expires_at > ${now.toISOString()} and s.used_at > ${idleSince.toISOString()}
    order by s.used_at desc, s.id
  `.execute(db)
  return rows
}

/** Ends one session of a person; false when it has ended or is another's. */
export async function deleteSessionById(
  tx: Database,
  of: { tenant: number; person: Uuid; id: Uuid },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    delete from session where tenant = ${of.tenant} and person = ${of.person} and id = ${of.id}
  `.execute(tx)
  return numAffectedRows === 1n
}

/** Marks a session as proved anew; false when it has ended. */
export async function proveSession(
  tx: Database,
  place: TokenPlace,
  { person, now }: { person: Uuid; now: Date },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update session set proved_at = ${now.toISOString()}
    where tenant = ${place.tenant} and token_hash = ${place.tokenHash} and person = ${person}
  `.execute(tx)
  return numAffectedRows === 1n
}

/** Forgets the failures of a login, so that it may be tried again at once; how many there were. */
export async function forgetFailures(
  tx: Database,
  tenant: number,
  loginHash: string,
): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from sign_in_attempt
    where tenant = ${tenant} and login_hash = ${loginHash} and outcome = 'failed'
  `.execute(tx)
  return Number(numAffectedRows ?? 0n)
}

export interface AccountRow {
  readonly login: string
  readonly language: Language
  readonly passwordTemporary: boolean
  readonly tenantName: string
}

/** What a person’s own page says beside the actor. */
export async function readAccount(
  db: Database,
  tenant: number,
  person: Uuid,
): Promise<AccountRow | null> {
  const statement = sql<AccountRow>`
    select p.login, p.language, p.password_temporary as "passwordTemporary", t.name as "tenantName"
    from person p join tenant t on t.id = p.tenant
    where p.tenant = ${tenant} and p.id = ${person}`
  const { rows } = await prepared(statement).execute(db)
  return rows[0] ?? null
}
