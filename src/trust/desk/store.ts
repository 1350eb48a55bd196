import { sql } from 'kysely'
import type { Uuid } from '../../base/index.ts'
import type { Database } from '../../store/index.ts'
import { type DeskMode, FIRST_MODE } from './rules.ts'

/** The mode in force, with who set it; nobody did where the installation is as it began. */
export interface DeskView {
  readonly mode: DeskMode
  readonly reason: string | null
  readonly setBy: string | null
  readonly setAt: string | null
}

/** Appends a mode; it is in force from now on. */
export async function insertMode(
  tx: Database,
  tenant: number,
  row: { id: Uuid; mode: DeskMode; reason: string; setBy: Uuid; setAt: string },
): Promise<void> {
  await sql`
    insert into desk_mode (tenant, id, mode, reason, set_by, set_at)
    values (${tenant}, ${row.id}, ${row.mode}, ${row.reason}, ${row.setBy}, ${row.setAt})
  `.execute(tx)
}

/** The mode in force, for a screen. */
export async function readMode(db: Database, tenant: number): Promise<DeskView> {
  const { rows } = await sql<DeskView>`
    select m.mode, m.reason, p.name as "setBy", m.set_at as "setAt"
    from desk_mode m left join person p on p.tenant = m.tenant and p.id = m.set_by
    where m.tenant = ${tenant}
    order by m.set_at desc, m.id desc limit 1
  `.execute(db)
  return rows[0] ?? { mode: FIRST_MODE, reason: null, setBy: null, setAt: null }
}

/** The mode in force, for a rule; read in the transaction that rests on it. */
export async function deskModeNow(db: Database, tenant: number): Promise<DeskMode> {
  return (await readMode(db, tenant)).mode
}
