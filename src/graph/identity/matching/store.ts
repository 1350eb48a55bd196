import { sql } from 'kysely'
import type { Uuid } from '../../../base/index.ts'
import type { Database } from '../../../store/index.ts'
import type { Visibility } from '../../../trust/access/index.ts'
import { type AsOf, decisionsAsOf, stands, uuidList } from '../../evidence/index.ts'
import { CODE_PROPERTIES, UNIQUE_SCHEMES } from '../codes.ts'
import { MERGEABLE_KINDS } from '../model.ts'
import type { Side } from './reasons.ts'

/** A name that more things carry than this tells nothing (an abbreviation, a heading). */
const NAMESAKES_MAX = 6
const PAIRS_MAX = 400

const literals = (values: readonly string[]) => sql.join(values.map((each) => sql.lit(each)))

/** Pairs that share a code or a folded name; with `thing`, only its own. */
export async function candidatePairs(
  db: Database,
  visibility: Visibility,
  asOf: AsOf,
  thing: Uuid | null,
): Promise<{ one: Uuid; other: Uuid }[]> {
  const { tenant } = visibility
  const mine = sql`(a.thing = ${thing} or b.thing = ${thing})`
  const { rows } = await sql<{ one: Uuid; other: Uuid }>`
    with ${decisionsAsOf(tenant, asOf)},
    coded as (
      select v.subject as thing, upper(v.printed) as code from value v
      where v.property in (${literals(Object.keys(CODE_PROPERTIES))}) and ${stands('v', visibility)}
      union
      select e.id, t.code from entity e
      join claim c on c.tenant = e.tenant and c.id = e.claim
      join thing t on t.tenant = c.tenant and t.id = c.subject
      where t.scheme in (${literals(UNIQUE_SCHEMES)}) and ${stands('e', visibility)}),
    called as (
      select distinct x.thing, x.kind, x.folded from term x
      where x.kind in (${literals(MERGEABLE_KINDS)}) and x.kind <> 'product'
        and ${stands('x', visibility)}
        and ${
          thing === null
            ? sql`true`
            : sql`x.folded in (select y.folded from term y where y.thing = ${thing}
                and ${stands('y', visibility)})`
        }),
    few as (select kind, folded from called group by kind, folded
      having count(*) between 2 and ${sql.lit(NAMESAKES_MAX)})
    (select a.thing as one, b.thing as other from coded a join coded b using (code)
      where a.thing < b.thing and ${thing === null ? sql`true` : mine}
      limit ${sql.lit(PAIRS_MAX)})
    union
    (select a.thing, b.thing from few f
      join called a on a.kind = f.kind and a.folded = f.folded
      join called b on b.kind = f.kind and b.folded = f.folded
      where a.thing < b.thing and ${thing === null ? sql`true` : mine}
      limit ${sql.lit(PAIRS_MAX)})`.execute(db)
  return rows
}

/** Pairs that were found to be two, and pairs whose merge waits; by their sorted ids. */
export async function markedPairs(
  db: Database,
  tenant: number,
): Promise<Map<string, 'distinct' | 'proposed'>> {
  const { rows } = await sql<{ from: Uuid; into: Uuid; kind: string }>`
    select d.from_thing as "from", d.into_thing as "into", d.kind from identity_decision d
    where d.tenant = ${tenant}
      and (d.kind = 'distinct' and d.state = 'in-force' or d.kind = 'merge' and d.state = 'proposed')
      and not exists (select from identity_decision u
        where u.tenant = d.tenant and u.target = d.id)`.execute(db)
  return new Map(
    rows.map(({ from, into, kind }) => [
      [from, into].sort().join(' '),
      kind === 'distinct' ? 'distinct' : 'proposed',
    ]),
  )
}

/** One side of a pair, with its sources. */
export interface KnownSide extends Side {
  readonly id: Uuid
  readonly kind: string
  readonly name: string
  readonly sources: readonly {
    readonly id: Uuid
    readonly title: string
    readonly claims: number
  }[]
  readonly synthetic: boolean
}

interface Said {
  id: Uuid
  /** Empty where the row does not name the thing. */
  kind: string
  property: string
  printed: string
  source: Uuid
  title: string
  synthetic: boolean
}

const SAID = [
  ...['shortName', 'formerName', 'englishName', 'address'],
  ...Object.keys(CODE_PROPERTIES),
]
const NAMES = ['name', 'shortName', 'formerName', 'englishName']

/** All that bears on the identity of these things, as far as the actor may see it. */
export async function readSides(
  db: Database,
  visibility: Visibility,
  asOf: AsOf,
  ids: Iterable<Uuid>,
): Promise<Map<Uuid, KnownSide>> {
  const list = uuidList(ids)
  const { tenant } = visibility
  const { rows } = await sql<Said>`
    with ${decisionsAsOf(tenant, asOf)},
    told as (
      select e.id, e.kind, 'name' as property, e.name as printed, e.source from entity e
      where e.id = any(${list}) and ${stands('e', visibility)}
      union all
      select e.id, e.kind, t.scheme, t.code, e.source from entity e
      join claim c on c.tenant = e.tenant and c.id = e.claim
      join thing t on t.tenant = c.tenant and t.id = c.subject
      where e.id = any(${list}) and t.scheme in (${literals(UNIQUE_SCHEMES)})
        and ${stands('e', visibility)}
      union all
      select v.subject, '', v.property, v.printed, v.source from value v
      where v.subject = any(${list}) and v.property in (${literals(SAID)})
        and ${stands('v', visibility)}
      union all
      select g.subject, '', g.property, t.code, g.source from edge g
      join thing t on t.tenant = g.tenant and t.id = g.object
      where g.subject = any(${list}) and g.property = 'locatedIn' and ${stands('g', visibility)})
    select t.*, s.title, s.synthetic from told t
    join source s on s.tenant = ${tenant} and s.id = t.source
    order by t.id, t.property, t.printed`.execute(db)
  const sides = [...groupBy(rows, ({ id }) => id)].map(([id, said]) => sideOf(id, said))
  return new Map(sides.filter(({ kind }) => kind !== '').map((side) => [side.id, side]))
}

function groupBy<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row])
  return groups
}

function sideOf(id: Uuid, said: readonly Said[]): KnownSide {
  const of = (property: string): string[] => [
    ...new Set(said.filter((each) => each.property === property).map(({ printed }) => printed)),
  ]
  const sources = [...groupBy(said, ({ source }) => source)].map(([source, rows]) => ({
    id: source,
    title: rows[0]?.title ?? '',
    claims: rows.length,
  }))
  const spoken = Object.entries(CODE_PROPERTIES).flatMap(([property, scheme]) =>
    of(property).map((code) => ({ scheme, code })),
  )
  const keyed = UNIQUE_SCHEMES.flatMap((scheme) => of(scheme).map((code) => ({ scheme, code })))
  const codes = new Map([...keyed, ...spoken].map((own) => [`${own.scheme} ${own.code}`, own]))
  return {
    id,
    kind: said.find(({ kind }) => kind !== '')?.kind ?? '',
    name: of('name')[0] ?? '',
    names: NAMES.flatMap((property) => of(property).map((name) => ({ property, name }))),
    codes: [...codes.values()],
    places: of('locatedIn'),
    addresses: of('address'),
    sources,
    synthetic: said.every(({ synthetic }) => synthetic),
  }
}
