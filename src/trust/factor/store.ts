import { sql } from 'kysely'
import type { Uuid } from '../../base/index.ts'
import type { Database } from '../../store/index.ts'

export const FACTOR_KINDS = ['totp', 'certificate'] as const
export type FactorKind = (typeof FACTOR_KINDS)[number]

/** A second factor in force. */
export type FactorView = {
  readonly kind: FactorKind
  readonly since: string
  /** Of a certificate. */
  readonly subject: string | null
}

/** The second factors that a person has in force. */
export async function factorsOf(db: Database, tenant: number, person: Uuid): Promise<FactorView[]> {
  const { rows } = await sql<FactorView>`
    select kind, confirmed_at as since, subject from second_factor
    where tenant = ${tenant} and person = ${person} and confirmed_at is not null
    order by kind collate "C" desc
  `.execute(db)
  return rows
}

export interface KeptSecret {
  readonly secret: string
  readonly isConfirmed: boolean
  readonly lastStep: number
}

/** The sealed secret of somebody's one-time codes; null when none was begun. */
export async function readSecret(
  db: Database,
  tenant: number,
  person: Uuid,
): Promise<KeptSecret | null> {
  const { rows } = await sql<{ secret: string; isConfirmed: boolean; lastStep: bigint }>`
    select secret, confirmed_at is not null as "isConfirmed", last_step as "lastStep"
    from second_factor where tenant = ${tenant} and person = ${person} and kind = 'totp'
  `.execute(db)
  const [row] = rows
  return row ? { ...row, lastStep: Number(row.lastStep) } : null
}

/** Begins one-time codes, in the place of some that were begun and never confirmed; false when they are in force. */
export async function insertSecret(
  tx: Database,
  row: { tenant: number; person: Uuid; secret: string; now: Date },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into second_factor (tenant, person, kind, secret, last_step, created_at)
    values (${row.tenant}, ${row.person}, 'totp', ${row.secret}, 0, ${row.now.toISOString()})
    on conflict (tenant, person, kind) do update
      set secret = excluded.secret, last_step = 0, created_at = excluded.created_at
      where second_factor.confirmed_at is null
  `.execute(tx)
  return numAffectedRows === 1n
}

/**
 * Spends a time step; false when it or a later one was spent already. Of two who come with the same
 * code at one moment the row lets one through.
 */
export async function spendStep(
  tx: Database,
  row: { tenant: number; person: Uuid; step: number; confirmedAt: Date | null },
): Promise<boolean> {
  const { tenant, person, step, confirmedAt } = row
  const { numAffectedRows } = await sql`
    update second_factor set last_step = ${step},
      confirmed_at = coalesce(confirmed_at, ${confirmedAt?.toISOString() ?? null}::timestamptz)
    where tenant = ${tenant} and person = ${person} and kind = 'totp' and last_step < ${step}
      and (confirmed_at is null) = ${confirmedAt !== null}
  `.execute(tx)
  return numAffectedRows === 1n
}

/** Lets a certificate stand for a person; false when it stands for somebody already. */
export async function insertCertificate(
  tx: Database,
  row: { tenant: number; person: Uuid; subject: string; now: Date },
): Promise<boolean> {
  const at = row.now.toISOString()
  const { numAffectedRows } = await sql`
    insert into second_factor (tenant, person, kind, subject, confirmed_at, last_step, created_at)
    values (${row.tenant}, ${row.person}, 'certificate', ${row.subject}, ${at}, 0, ${at})
    on conflict do nothing
  `.execute(tx)
  return numAffectedRows === 1n
}

/** Takes second factors away, one kind or all, and with the codes those for recovery; how many. */
export async function deleteFactors(
  tx: Database,
  of: { tenant: number; person: Uuid; kind?: FactorKind },
): Promise<number> {
  const { tenant, person, kind = null } = of
  if (kind !== 'certificate') await deleteCodes(tx, tenant, person)
  const { numAffectedRows } = await sql`
    delete from second_factor where tenant = ${tenant} and person = ${person}
      and (${kind}::text is null or kind = ${kind})
  `.execute(tx)
  return Number(numAffectedRows ?? 0n)
}

/** Keeps these codes, and none of those before. */
export async function replaceCodes(
  tx: Database,
  of: { tenant: number; person: Uuid; hashes: readonly string[] },
): Promise<void> {
  const { tenant, person, hashes } = of
  await deleteCodes(tx, tenant, person)
  await sql`
    insert into recovery_code (tenant, person, code_hash)
    select ${tenant}, ${person}, code_hash from unnest(${hashes}::text[]) as c (code_hash)
  `.execute(tx)
}

/** Spends a recovery code; false when there is none such, or it was spent. */
export async function spendCode(
  tx: Database,
  of: { tenant: number; person: Uuid; hash: string; now: Date },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update recovery_code set used_at = ${of.now.toISOString()}
    where tenant = ${of.tenant} and person = ${of.person} and code_hash = ${of.hash}
      and used_at is null
  `.execute(tx)
  return numAffectedRows === 1n
}

/** How many recovery codes a person has left. */
export async function countCodes(db: Database, tenant: number, person: Uuid): Promise<number> {
  const { rows } = await sql<{ left: bigint }>`
    select count(*) as left from recovery_code
    where tenant = ${tenant} and person = ${person} and used_at is null
  `.execute(db)
  return Number(rows[0]?.left ?? 0n)
}

async function deleteCodes(tx: Database, tenant: number, person: Uuid): Promise<void> {
  await sql`delete from recovery_code where tenant = ${tenant} and person = ${person}`.execute(tx)
}
