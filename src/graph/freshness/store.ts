import { sql } from 'kysely'
import type { Uuid } from '../../base/index.ts'
import type { Database } from '../../store/index.ts'
import type { Visibility } from '../../trust/access/index.ts'
import { type AsOf, begunBy, decisionsAsOf, stands } from '../evidence/index.ts'
import type { Reading } from './rules.ts'

const listOf = (properties: readonly string[]) =>
  sql.join(properties.length === 0 ? [sql`null`] : properties.map((each) => sql`${each}`))

/**
 * The newest standing reading of each of these properties of each thing. Of one period the reading
 * of the newest source counts: it renews an equal one and stands before a different one.
 */
export async function newestReadings(
  db: Database,
  visibility: Visibility,
  asOf: AsOf,
  properties: readonly string[],
): Promise<Reading[]> {
  const { rows } = await sql<Reading>`
    with ${decisionsAsOf(visibility.tenant, asOf)}
    select distinct on (v.subject, v.property) v.claim, v.subject, v.property,
      v.valid_from as "validFrom", s.published_on as "publishedOn"
    from value v join source s on s.tenant = v.tenant and s.id = v.source
    where v.property in (${listOf(properties)}) and ${stands('v', visibility)}
      and ${begunBy('v', asOf)}
    order by v.subject, v.property, v.valid_from desc nulls last,
      s.published_on desc nulls last, v.claim`.execute(db)
  return rows
}

/** One of several readings that differ. */
export interface DifferingReading {
  readonly claim: Uuid
  readonly subject: Uuid
  readonly property: string
}

/**
 * Standing readings of one property of one thing and one time that give different figures, for
 * these properties; readings of one difference follow each other, the newest source first.
 */
export async function differingReadings(
  db: Database,
  visibility: Visibility,
  asOf: AsOf,
  properties: readonly string[],
  limit: number,
): Promise<DifferingReading[]> {
  const { rows } = await sql<DifferingReading>`
    with ${decisionsAsOf(visibility.tenant, asOf)},
    standing as (
      select v.claim, v.subject, v.property, v.valid_from, v.valid_to, v.operator, v.number, v.unit,
        s.published_on
      from value v join source s on s.tenant = v.tenant and s.id = v.source
      where v.property in (${listOf(properties)}) and v.number is not null
        and ${stands('v', visibility)} and ${begunBy('v', asOf)}),
    differing as (
      select subject, property, valid_from, valid_to from standing
      group by subject, property, valid_from, valid_to
      having count(distinct (operator, number, unit)) > 1
      order by valid_from desc nulls last, property, subject limit ${limit})
    select s.claim, s.subject, s.property
    from standing s join differing d on d.subject = s.subject and d.property = s.property
      and d.valid_from is not distinct from s.valid_from
      and d.valid_to is not distinct from s.valid_to
    order by d.valid_from desc nulls last, d.property, d.subject, d.valid_to,
      s.published_on desc nulls last, s.claim`.execute(db)
  return rows
}

/**
 * Standing readings of the property, thing and time of one claim that give another figure than it;
 * none where the claim itself does not stand for this reader.
 */
export async function readingsAgainst(
  db: Database,
  visibility: Visibility,
  asOf: AsOf,
  claim: Uuid,
): Promise<Uuid[]> {
  const { rows } = await sql<{ claim: Uuid }>`
    with ${decisionsAsOf(visibility.tenant, asOf)},
    kept as (
      select v.* from value v where v.tenant = ${visibility.tenant} and v.claim = ${claim}
        and v.number is not null and ${stands('v', visibility)})
    select o.claim from kept k join value o on o.tenant = k.tenant and o.subject = k.subject
      and o.property = k.property and o.valid_from is not distinct from k.valid_from
      and o.valid_to is not distinct from k.valid_to
    where o.claim <> k.claim and o.number is not null and ${stands('o', visibility)}
      and (o.operator, o.number, o.unit) is distinct from (k.operator, k.number, k.unit)
    order by o.claim`.execute(db)
  return rows.map(({ claim: other }) => other)
}
