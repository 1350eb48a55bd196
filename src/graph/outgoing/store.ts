import { sql } from 'kysely'
import type { Uuid } from '../../base/index.ts'
import type { Database } from '../../store/index.ts'
import { LABEL_LEVELS, type LabelLevel, type Visibility } from '../../trust/access/index.ts'
import { uuidList } from '../evidence/index.ts'

/** The stricter level of each claim and its source, of those that the reader may see. */
export async function levelsOfClaims(
  db: Database,
  { tenant, labels }: Visibility,
  ids: readonly Uuid[],
): Promise<Map<Uuid, LabelLevel>> {
  const { rows } = await sql<{ id: Uuid; own: LabelLevel; its: LabelLevel }>`
    select c.id, own.level as own, its.level as its from claim c
    join source s on s.tenant = c.tenant and s.id = c.source
    join label own on own.tenant = c.tenant and own.id = c.label
    join label its on its.tenant = c.tenant and its.id = s.label
    where c.tenant = ${tenant} and c.label = any(${[...labels]}::int2[])
      and c.id = any(${uuidList(ids)})`.execute(db)
  return new Map(rows.map(({ id, own, its }) => [id, stricter(own, its)]))
}

function stricter(one: LabelLevel, other: LabelLevel): LabelLevel {
  return LABEL_LEVELS.indexOf(one) > LABEL_LEVELS.indexOf(other) ? one : other
}

/** A stored computation, as far as a copy tells it. */
export interface DerivationHead {
  readonly id: Uuid
  readonly algorithm: string
  readonly claims: number
  readonly level: LabelLevel
}

/** Those of some stored derivations that the reader may see. */
export async function derivationHeads(
  db: Database,
  { tenant, labels }: Visibility,
  ids: readonly Uuid[],
): Promise<DerivationHead[]> {
  const { rows } = await sql<DerivationHead>`
    select d.id, d.algorithm, coalesce(cardinality(d.claims), 0) as claims, l.level
    from derivation d join label l on l.tenant = d.tenant and l.id = d.label
    where d.tenant = ${tenant} and d.label = any(${[...labels]}::int2[])
      and d.id = any(${uuidList(ids)})`.execute(db)
  return rows
}
