import { type RawBuilder, sql } from 'kysely'
import type { Uuid } from '../../base/index.ts'
import type { Database } from '../../store/index.ts'
import type { Visibility } from '../../trust/access/index.ts'
import { type AsOf, begunBy, decisionsAsOf, holdsOn, stands } from '../evidence/index.ts'

/** Who asks, and as of when. */
interface View {
  readonly visibility: Visibility
  readonly asOf: AsOf
}

/** The things of a chain: itself, its stages, and what belongs to them. */
function scopeOf(chain: Uuid, { visibility, asOf }: View): RawBuilder<unknown> {
  const holds = (alias: string) => sql`${stands(alias, visibility)} and ${holdsOn(alias, asOf)}`
  return sql`
    staged as (
      select g.subject as id from edge g
      where g.object = ${chain} and g.property = 'belongsToChain' and ${holds('g')}),
    scope as (
      select ${chain}::uuid as id union select id from staged union
      select m.subject as id from edge m
      where m.object in (select id from staged) and m.property = 'belongsToStage' and ${holds('m')})`
}

/**
 * The claims of all standing facts of a chain, or of the whole graph, in the order of their ids:
 * relations that touch its things, the values of those, and the names of whatever is named.
 */
export async function claimsGoingOut(
  db: Database,
  view: View,
  chain: Uuid | null,
  page: { readonly after: Uuid | null; readonly limit: number },
): Promise<Uuid[]> {
  const { visibility, asOf } = view
  const inside = (column: RawBuilder<unknown>): RawBuilder<unknown> =>
    chain === null ? sql`true` : sql`${column} in (select id from scope)`
  const { rows } = await sql<{ claim: Uuid }>`
    with ${decisionsAsOf(visibility.tenant, asOf)},
    ${chain === null ? sql`` : sql`${scopeOf(chain, view)},`}
    relation as materialized (
      select r.claim, r.subject, r.object from edge r
      where (${inside(sql`r.subject`)} or ${inside(sql`r.object`)})
        and ${stands('r', visibility)} and ${holdsOn('r', asOf)}),
    every as (
      select claim from relation
      union
      select v.claim from value v
      where ${inside(sql`v.subject`)} and ${stands('v', visibility)} and ${begunBy('v', asOf)}
      union
      select e.claim from entity e
      where (${inside(sql`e.id`)} or e.id in (select subject from relation)
          or e.id in (select object from relation))
        and ${stands('e', visibility)} and ${holdsOn('e', asOf)})
    select claim from every
    where ${page.after === null ? sql`true` : sql`claim > ${page.after}::uuid`}
    order by claim limit ${page.limit}`.execute(db)
  return rows.map(({ claim }) => claim)
}
