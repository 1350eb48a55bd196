import { type RawBuilder, sql } from 'kysely'
import type { Uuid } from '../../base/index.ts'
import type { Database } from '../../store/index.ts'
import type { Visibility } from '../../trust/access/index.ts'
import {
  type AsOf,
  begunBy,
  decisionsAsOf,
  holdsOn,
  OWN_BY_SPLIT,
  stands,
} from '../evidence/index.ts'

/** Who asks, and as of when. */
export interface View {
  readonly visibility: Visibility
  readonly asOf: AsOf
}

/** A standing statement about a thing: a name, a value, or a relation in either direction. */
export interface ThingFact {
  readonly claim: Uuid
  readonly property: string
  /** The other end of a relation; null for names and values. */
  readonly other: Uuid | null
  readonly direction: 'out' | 'in' | null
  readonly printed: string | null
  readonly operator: string | null
  readonly number: string | null
  readonly low: string | null
  readonly high: string | null
  readonly unit: string | null
  readonly valid_from: string | null
  readonly valid_to: string | null
  readonly source: Uuid
  readonly source_title: string
  readonly publisher: string
  readonly published_on: string | null
  readonly synthetic: boolean
  readonly recorded_at: string
}

const MEASURE = sql`f.printed, f.operator, f.number, f.low, f.high, f.unit`
const NO_MEASURE = sql`f.name as printed, null as operator, null::numeric as number,
  null::numeric as low, null::numeric as high, null as unit`
const FROM_SOURCE = sql`f.valid_from, f.valid_to, f.source, s.title as source_title, s.publisher,
  s.published_on, s.synthetic, d.recorded_at`
const WITH_SOURCE = sql`join source s on s.tenant = f.tenant and s.id = f.source
  join decision d on d.tenant = f.tenant and d.id = f.decision`

async function facts(
  db: Database,
  { visibility, asOf }: View,
  select: RawBuilder<unknown>,
): Promise<ThingFact[]> {
  const { rows } = await sql<ThingFact>`
    with ${decisionsAsOf(visibility.tenant, asOf)} ${select}`.execute(db)
  return rows
}

/** All names of a thing, former ones included, the newest first. */
export async function readNames(db: Database, view: View, id: Uuid): Promise<ThingFact[]> {
  return facts(
    db,
    view,
    sql`select f.claim, 'name' as property, null::uuid as other, null as direction, ${NO_MEASURE},
      ${FROM_SOURCE}
    from entity f ${WITH_SOURCE}
    where f.id = ${id} and ${stands('f', view.visibility)}
    order by f.valid_from desc nulls last, d.recorded_at desc, f.claim limit 200`,
  )
}

/** All values of a thing, the newest of each property first; names and figures in words also after they ended. */
export async function readThingValues(db: Database, view: View, id: Uuid): Promise<ThingFact[]> {
  return facts(
    db,
    view,
    sql`select f.claim, f.property, null::uuid as other, null as direction, ${MEASURE},
      ${FROM_SOURCE}
    from value f ${WITH_SOURCE}
    where f.subject = ${id} and ${stands('f', view.visibility)}
      and (${begunBy('f', view.asOf)} or f.property in (
          'formerName', 'shortName', 'englishName', 'statedFigure'))
    order by f.property, f.valid_from desc nulls last, s.published_on desc nulls last,
      d.recorded_at desc, f.claim limit 500`,
  )
}

/** How many relations of one property and direction are read at most. */
export const EDGES_MAX = 200

/** Relations of a thing in both directions, the largest quantities first, and how many there are. */
export async function readThingEdges(
  db: Database,
  view: View,
  id: Uuid,
): Promise<(ThingFact & { total: number })[]> {
  const branch = (direction: 'out' | 'in'): RawBuilder<unknown> => {
    const [mine, other] =
      direction === 'out' ? [sql`f.subject`, sql`f.object`] : [sql`f.object`, sql`f.subject`]
    return sql`
      select f.claim, f.property, ${other} as other, ${sql.lit(direction)} as direction,
        ${MEASURE}, ${FROM_SOURCE},
        count(*) over (partition by f.property)::float8 as total,
        row_number() over (partition by f.property
          order by f.number desc nulls last, f.claim) as place
      from edge f ${WITH_SOURCE}
      where ${mine} = ${id} and ${stands('f', view.visibility)} and ${holdsOn('f', view.asOf)}`
  }
  const rows = await facts(
    db,
    view,
    sql`select * from (${branch('out')} union all ${branch('in')}) as each
      where place <= ${sql.lit(EDGES_MAX)} order by direction desc, property, place`,
  )
  return rows as (ThingFact & { total: number })[]
}

/** The key of a thing, or null where nothing that this actor may see speaks of it. */
export async function readKey(
  db: Database,
  { visibility, asOf }: View,
  id: Uuid,
): Promise<{ id: Uuid; kind: string; scheme: string; code: string } | null> {
  const { rows } = await sql<{ id: Uuid; kind: string; scheme: string; code: string }>`
    with ${decisionsAsOf(visibility.tenant, asOf)}
    select t.id, t.kind, t.scheme, t.code from thing t
    where t.tenant = ${visibility.tenant} and t.id = ${id} and (
      exists (select from entity e where e.id = t.id and ${stands('e', visibility)})
      or exists (select from value v where v.subject = t.id and ${stands('v', visibility)})
      or exists (select from edge g where g.subject = t.id and ${stands('g', visibility)})
      or exists (select from edge o where o.object = t.id and ${stands('o', visibility)}))`.execute(
    db,
  )
  return rows[0] ?? null
}

/** A key under which sources speak of a thing. */
export interface ThingKey {
  readonly scheme: string
  readonly code: string
  /** The identity decision that brought it to this thing; null for its own key. */
  readonly joinedBy: Uuid | null
}

const KEYS_MAX = 100

/**
 * The keys under which the statements of which a thing's page is made speak of it, its own first.
 * The thing that took another in may rest on statements that the actor may not see: then its own
 * key is not among them.
 */
export async function readKeys(
  db: Database,
  { visibility, asOf }: View,
  id: Uuid,
): Promise<ThingKey[]> {
  const { tenant } = visibility
  const said = (table: string, column: string): RawBuilder<unknown> => sql`
      select c.${sql.ref(column === 'object' ? 'object' : 'subject')} as thing, f.joined
      from ${sql.table(table)} f join claim c on c.tenant = f.tenant and c.id = f.claim
      where f.${sql.ref(column)} = ${id} and ${stands('f', visibility)}`
  const { rows } = await sql<ThingKey>`
    with ${decisionsAsOf(tenant, asOf)},
    said as (${said('entity', 'id')} union ${said('value', 'subject')}
      union ${said('edge', 'subject')} union ${said('edge', 'object')}),
    keyed as (select distinct on (thing) thing, joined from said order by thing, joined desc)
    select t.scheme, t.code, case when t.id <> ${id} then d.id end as "joinedBy"
    from keyed k
    join thing t on t.tenant = ${tenant} and t.id = k.thing
    left join identity_decision d on d.tenant = t.tenant and d.number = k.joined
    where t.scheme <> ${sql.lit(OWN_BY_SPLIT)}
    order by t.id <> ${id}, t.scheme, t.code limit ${sql.lit(KEYS_MAX)}`.execute(db)
  return rows
}

/** One line of the list of things of a kind. */
export interface ListedThing {
  readonly id: Uuid
  readonly name: string
  readonly claim: Uuid
  readonly synthetic: boolean
}

/** Things of one kind by name; `after` is the name and id of the last one seen. */
export async function listThings(
  db: Database,
  { visibility, asOf }: View,
  page: {
    readonly kind: string
    readonly after: { readonly name: string; readonly id: Uuid } | null
    readonly limit: number
  },
): Promise<ListedThing[]> {
  const { kind, after, limit } = page
  const { rows } = await sql<ListedThing>`
    with ${decisionsAsOf(visibility.tenant, asOf)}
    select e.id, e.name, e.claim, s.synthetic
    from entity e join source s on s.tenant = e.tenant and s.id = e.source
    where e.tenant = ${visibility.tenant} and e.kind = ${kind}
      and ${after === null ? sql`true` : sql`(e.name, e.id) > (${after.name}, ${after.id}::uuid)`}
      and ${stands('e', visibility)} and ${holdsOn('e', asOf)}
      and not exists (
        select from entity n where n.tenant = e.tenant and n.id = e.id and n.claim <> e.claim
          and ${stands('n', visibility)} and ${holdsOn('n', asOf)}
          and (n.own > e.own or n.own = e.own
            and (coalesce(n.valid_from, '0001-01-01') > coalesce(e.valid_from, '0001-01-01')
              or (n.valid_from is not distinct from e.valid_from
                and (n.name, n.claim) < (e.name, e.claim)))))
    order by e.name, e.id limit ${limit}`.execute(db)
  return rows
}
