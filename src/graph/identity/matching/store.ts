import { type RawBuilder, sql } from 'kysely'
import type { Uuid } from '../../../base/index.ts'
import type { Database } from '../../../store/index.ts'
import type { Visibility } from '../../../trust/access/index.ts'
import { type AsOf, decisionsAsOf, stands, uuidList } from '../../evidence/index.ts'
import { CODE_PROPERTIES, UNIQUE_SCHEMES } from '../codes.ts'
import { MERGEABLE_KINDS } from '../model.ts'
import { COMPANY_FORMS, stemOfName } from './name-parts.ts'
import type { Side } from './reasons.ts'

/** A name that more things carry than this tells nothing (an abbreviation, a heading). */
const NAMESAKES_MAX = 6
const PAIRS_MAX = 400

/** Firms by the hundred may begin alike; so many are looked at when matches of one are sought. */
const ALIKE_MAX = 200

const literals = (values: readonly string[]) => sql.join(values.map((each) => sql.lit(each)))

/** The words in which every legal form ends: names without them are not looked at further. */
const FORM_ENDS = COMPANY_FORMS.filter(
  (form) => !COMPANY_FORMS.some((other) => other !== form && form.endsWith(other)),
)

/** A folded name without the legal form at its end, so that 某某 and 某某有限公司 meet. */
function stemOf(alias: string): RawBuilder<string> {
  const folded = sql.ref(`${alias}.folded`)
  const ends = FORM_ENDS.map((end) => sql`${folded} like ${sql.lit(`%${end}`)}`)
  const form = sql.lit(`(.)(${COMPANY_FORMS.join('|')})$`)
  return sql<string>`(case when ${sql.join(ends, sql` or `)}
    then regexp_replace(${folded}, ${form}, '\\1') else ${folded} end)`
}

/** Who looks, and as of when. */
interface Seen {
  readonly visibility: Visibility
  readonly asOf: AsOf
}

interface Pair {
  readonly one: Uuid
  readonly other: Uuid
}

/**
 * Things of which two or more go by one code, by the slot that it fills: a credit code is also the
 * organisation code inside it, so that a firm under either meets itself. Few codes are shared, and
 * only of those is asked whether what names the thing stands.
 */
function codedThings(visibility: Visibility): RawBuilder<unknown> {
  const { tenant } = visibility
  return sql`
    told as (
      select v.subject as thing, v.property as scheme, upper(v.printed) as code, false as keyed
      from value v
      where v.property in (${literals(Object.keys(CODE_PROPERTIES))}) and ${stands('v', visibility)}
      union all
      select t.id, t.scheme, upper(t.code), true from thing t
      where t.tenant = ${tenant} and t.scheme in (${literals(UNIQUE_SCHEMES)})),
    slotted as materialized (
      select thing, keyed, case when scheme in ('creditCode', 'credit-code') and length(code) = 18
        then substr(code, 9, 9) else replace(code, '-', '') end as code from told),
    twice as materialized (
      select code from slotted group by code having count(distinct thing) > 1),
    coded as (
      select s.thing, s.code from slotted s join twice using (code) where not s.keyed
      union
      select e.id, s.code from slotted s join twice using (code)
      join claim c on c.tenant = ${tenant} and c.subject = s.thing and c.property = 'name'
      join entity e on e.tenant = c.tenant and e.claim = c.id
      where s.keyed and ${stands('e', visibility)})`
}

/** Pairs that share a code or, but for the legal form, a name; among all things, or of one. */
export async function candidatePairs(
  db: Database,
  seen: Seen,
  thing: Uuid | null,
): Promise<Pair[]> {
  return thing === null ? allPairs(db, seen) : pairsOf(db, seen, thing)
}

/**
 * All names are read twice: first by a number drawn from each, in little room, for those that more
 * things than one were ever called by; and then those alone are looked at.
 */
async function allPairs(db: Database, { visibility, asOf }: Seen): Promise<Pair[]> {
  const { tenant } = visibility
  const mergeable = sql`x.tenant = ${tenant} and x.kind in (${literals(MERGEABLE_KINDS)})`
  const hash = sql`hashtextextended(${stemOf('x')}, 0)`
  const drawn = sql`uuid_hash_extended(x.thing, 0)`
  const { rows } = await sql<Pair>`
    with ${decisionsAsOf(tenant, asOf)}, ${codedThings(visibility)},
    shared as materialized (select ${hash} as hash from term x where ${mergeable}
      group by 1 having min(${drawn}) <> max(${drawn})),
    near as materialized (select x.* from term x
      where ${mergeable} and ${hash} in (select hash from shared)),
    called as materialized (select distinct x.thing, x.kind, ${stemOf('x')} as stem from near x
      where ${stands('x', visibility)}),
    few as (select kind, stem from called group by kind, stem
      having count(*) between 2 and ${sql.lit(NAMESAKES_MAX)}
      order by kind, stem limit ${sql.lit(PAIRS_MAX)})
    (select a.thing as one, b.thing as other from coded a join coded b using (code)
      where a.thing < b.thing order by code limit ${sql.lit(PAIRS_MAX)})
    union
    (select a.thing, b.thing from few f
      join called a on a.kind = f.kind and a.stem = f.stem
      join called b on b.kind = f.kind and b.stem = f.stem
      where a.thing < b.thing limit ${sql.lit(PAIRS_MAX)})`.execute(db)
  return rows
}

/** By the indexes of names and codes alone, so that a page of one thing need not read all. */
async function pairsOf(db: Database, seen: Seen, thing: Uuid): Promise<Pair[]> {
  const { visibility, asOf } = seen
  const { tenant } = visibility
  const [own] = (await readSides(db, visibility, asOf, [thing])).values()
  if (own === undefined) return []
  const stems = own.names.map(({ name }) => stemOfName(name)).filter((stem) => stem.length > 1)
  const codes = own.codes.flatMap(({ code }) => [code, code.toUpperCase(), innerCode(code)])
  const alike = stems.map(
    (stem) => sql`(select x.thing from term x
      where x.tenant = ${tenant} and x.folded like ${`${escapeLike(stem)}%`}
        and ${stemOf('x')} = ${stem} and x.kind = ${own.kind} and ${stands('x', visibility)}
      limit ${sql.lit(ALIKE_MAX)})`,
  )
  const ofCodes = sql`(select v.subject as thing from value v
      where v.property in (${literals(Object.keys(CODE_PROPERTIES))})
        and upper(v.printed) = any(${textList(codes)}) and ${stands('v', visibility)})
    union (select e.id from thing t
      join claim c on c.tenant = t.tenant and c.subject = t.id and c.property = 'name'
      join entity e on e.tenant = c.tenant and e.claim = c.id
      where t.tenant = ${tenant} and t.scheme in (${literals(UNIQUE_SCHEMES)})
        and t.code = any(${textList(codes)}) and ${stands('e', visibility)})`
  const { rows } = await sql<{ thing: Uuid }>`
    with ${decisionsAsOf(tenant, asOf)}
    ${sql.join([ofCodes, ...alike], sql` union `)}`.execute(db)
  return rows.flatMap(({ thing: other }) => (other === thing ? [] : [{ one: thing, other }]))
}

const textList = (values: readonly string[]): RawBuilder<unknown> =>
  values.length === 0 ? sql`array[]::text[]` : sql`array[${sql.join(values)}]::text[]`

const innerCode = (code: string): string => (code.length === 18 ? code.slice(8, 17) : code)

const escapeLike = (text: string): string => text.replace(/[\\%_]/gu, (each) => `\\${each}`)

/** Pairs whose merge waits for another person. */
export async function proposedPairs(
  db: Database,
  tenant: number,
): Promise<{ from: Uuid; into: Uuid }[]> {
  const { rows } = await sql<{ from: Uuid; into: Uuid }>`
    select d.from_thing as "from", d.into_thing as "into" from identity_decision d
    where d.tenant = ${tenant} and d.kind = 'merge' and d.state = 'proposed'`.execute(db)
  return rows
}

/** One side of a pair, with its sources. */
export interface KnownSide extends Side {
  readonly id: Uuid
  readonly kind: string
  readonly name: string
  /** All of it as sources say it, each with a claim; a place by its code. */
  readonly said: readonly {
    readonly property: string
    readonly printed: string
    readonly claim: Uuid
    readonly synthetic: boolean
  }[]
  readonly sources: readonly {
    readonly id: Uuid
    readonly title: string
    readonly claims: number
  }[]
  readonly synthetic: boolean
}

interface Said {
  id: Uuid
  claim: Uuid
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
    told as materialized (
      select e.id, e.claim, e.kind, 'name' as property, e.name as printed, e.source from entity e
      where e.id = any(${list}) and ${stands('e', visibility)}
      union all
      select e.id, e.claim, e.kind, t.scheme, t.code, e.source from entity e
      join claim c on c.tenant = e.tenant and c.id = e.claim
      join thing t on t.tenant = c.tenant and t.id = c.subject
      where e.id = any(${list}) and t.scheme in (${literals(UNIQUE_SCHEMES)})
        and ${stands('e', visibility)}
      union all
      select v.subject, v.claim, '', v.property, v.printed, v.source from value v
      where v.subject = any(${list}) and v.property in (${literals(SAID)})
        and ${stands('v', visibility)}
      union all
      select g.subject, g.claim, '', g.property, t.code, g.source from edge g
      join thing t on t.tenant = g.tenant and t.id = g.object
      where g.subject = any(${list}) and g.property = 'locatedIn' and ${stands('g', visibility)})
    select t.*, s.title, s.synthetic from told t
    join source s on s.tenant = ${tenant} and s.id = t.source
    order by t.id, t.property, t.printed, t.claim`.execute(db)
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
    said: firstOfEach(said),
    sources,
    synthetic: said.every(({ synthetic }) => synthetic),
  }
}

/** What several sources say alike stands once, by the first of them. */
function firstOfEach(said: readonly Said[]): KnownSide['said'] {
  const first = new Map<string, KnownSide['said'][number]>()
  for (const { property, printed, claim, synthetic } of said) {
    const key = `${property} ${printed}`
    if (!first.has(key)) first.set(key, { property, printed, claim, synthetic })
  }
  return [...first.values()]
}
