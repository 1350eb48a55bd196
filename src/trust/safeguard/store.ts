import { sql } from 'kysely'
import type { Uuid } from '../../base/index.ts'
import type { Database } from '../../store/index.ts'
import type { RoleId } from '../access/index.ts'
import { ALL_ON, type SafeguardSwitches } from './rules.ts'

/** The measures in force, with who set them; nobody did where they are as the installation began. */
export type SafeguardView = SafeguardSwitches & {
  readonly reason: string
  readonly setBy: string | null
  readonly setAt: string | null
}

/** Writes the measures of a tenant down, in the place of those before. */
export async function insertSafeguards(
  tx: Database,
  tenant: number,
  row: SafeguardSwitches & { reason: string; setBy: Uuid | null; now: Date },
): Promise<void> {
  await sql`
    insert into safeguard (tenant, second_factor, step_up, separated, reason, set_by, set_at)
    values (${tenant}, ${row.secondFactor}, ${row.stepUp}, ${row.separated}, ${row.reason},
      ${row.setBy}, ${row.now.toISOString()})
    on conflict (tenant) do update set second_factor = excluded.second_factor,
      step_up = excluded.step_up, separated = excluded.separated, reason = excluded.reason,
      set_by = excluded.set_by, set_at = excluded.set_at
  `.execute(tx)
}

/** The measures in force, for a screen. */
export async function readSafeguardView(db: Database, tenant: number): Promise<SafeguardView> {
  const { rows } = await sql<SafeguardView>`
    select g.second_factor as "secondFactor", g.step_up as "stepUp", g.separated, g.reason,
      p.name as "setBy", g.set_at as "setAt"
    from safeguard g left join person p on p.tenant = g.tenant and p.id = g.set_by
    where g.tenant = ${tenant}
  `.execute(db)
  return rows[0] ?? { ...ALL_ON, reason: '', setBy: null, setAt: null }
}

/**
 * The measures in force, for a rule. In a transaction their row is held until its end, so that
 * nobody changes them while a rule rests on them.
 */
export async function safeguardsNow(tx: Database, tenant: number): Promise<SafeguardSwitches> {
  const { rows } = await sql<SafeguardSwitches>`
    select second_factor as "secondFactor", step_up as "stepUp", separated
    from safeguard where tenant = ${tenant} for share
  `.execute(tx)
  return rows[0] ?? ALL_ON
}

/** Holds the row against everybody else until the end of the transaction. */
export async function lockSafeguards(tx: Database, tenant: number): Promise<void> {
  await sql`select 1 from safeguard where tenant = ${tenant} for update`.execute(tx)
}

/** How many people hold more than one of these roles. */
export async function countDoubled(
  db: Database,
  tenant: number,
  roles: readonly RoleId[],
): Promise<number> {
  const { rows } = await sql<{ doubled: bigint }>`
    select count(*) as doubled from (
      select person from membership where tenant = ${tenant} and role = any(${roles}::text[])
      group by person having count(*) > 1) d
  `.execute(db)
  return Number(rows[0]?.doubled ?? 0n)
}

/** Writes the seats down, or takes them away: by them the store itself lets nobody hold two. */
export async function markSeats(
  tx: Database,
  tenant: number,
  roles: readonly RoleId[],
  isKept: boolean,
): Promise<void> {
  await sql`
    update membership set seat = case when ${isKept} then role end
    where tenant = ${tenant} and role = any(${roles}::text[])
  `.execute(tx)
}
