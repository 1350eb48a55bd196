import { type RawBuilder, sql } from 'kysely'
import { inParts, type Uuid } from '../../base/index.ts'
import type { Database } from '../../store/index.ts'
import type { Visibility } from '../../trust/access/index.ts'
import { type AsOf, decisionsAsOf, holdsOn, stands, uuidList } from '../evidence/index.ts'

/** Who asks, and as of when. */
export interface View {
  readonly visibility: Visibility
  readonly asOf: AsOf
}

/** A relation that ties a thing to the chain, a stage, a place or an office. */
export interface Tie {
  readonly claim: Uuid
  readonly subject: Uuid
  readonly kind: string
  readonly property: string
  readonly object: Uuid
  /** Key of the object: of a place its division or country code. */
  readonly code: string
  readonly source: Uuid
  readonly published_on: string | null
  readonly synthetic: boolean
}

const TIE = sql`g.claim, g.subject, t.kind, g.property, g.object, o.code, g.source,
  s.published_on, s.synthetic`
const WITH = sql`from edge g
  join thing t on t.tenant = g.tenant and t.id = g.subject
  join thing o on o.tenant = g.tenant and o.id = g.object
  join source s on s.tenant = g.tenant and s.id = g.source`
const BINDING = sql`('belongsToChain', 'belongsToStage', 'leads')`

async function ties(db: Database, view: View, body: RawBuilder<unknown>): Promise<Tie[]> {
  const { rows } = await sql<Tie>`
    with ${decisionsAsOf(view.visibility.tenant, view.asOf)} ${body}`.execute(db)
  return rows
}

const standing = (view: View): RawBuilder<boolean> =>
  sql`${stands('g', view.visibility)} and ${holdsOn('g', view.asOf)}`

/** One page of the things of some kinds that belong to the chain or its stages, by id. */
export async function readMemberIds(
  db: Database,
  view: View,
  {
    bases,
    kinds,
    after,
    limit,
  }: {
    readonly bases: readonly Uuid[]
    readonly kinds: readonly string[]
    readonly after: Uuid | null
    readonly limit: number
  },
): Promise<Uuid[]> {
  const { rows } = await sql<{ id: Uuid }>`
    with ${decisionsAsOf(view.visibility.tenant, view.asOf)}
    select distinct g.subject as id
    from edge g join thing t on t.tenant = g.tenant and t.id = g.subject
    where g.object = any(${uuidList(bases)}) and g.property in ${BINDING}
      and t.kind = any(${[...kinds]}::text[])
      and ${after === null ? sql`true` : sql`g.subject > ${after}`} and ${standing(view)}
    order by id limit ${limit}`.execute(db)
  return rows.map(({ id }) => id)
}

/** How some things hang on the chain or its stages. */
export function readTies(
  db: Database,
  view: View,
  subjects: readonly Uuid[],
  bases: readonly Uuid[],
): Promise<Tie[]> {
  return ties(
    db,
    view,
    sql`select ${TIE} ${WITH}
    where g.subject = any(${uuidList(subjects)}) and g.object = any(${uuidList(bases)})
      and g.property in ${BINDING} and ${standing(view)}
    order by g.subject, g.property, g.claim`,
  )
}

/** Where things are, one place each: the newest, and of those the nearest to the ground. */
export function readPlaces(db: Database, view: View, subjects: readonly Uuid[]): Promise<Tie[]> {
  return ties(
    db,
    view,
    sql`select distinct on (g.subject) ${TIE} ${WITH}
    where g.subject = any(${uuidList(subjects)}) and g.property = 'locatedIn' and ${standing(view)}
    order by g.subject, g.valid_from desc nulls last, length(o.code) desc, g.claim`,
  )
}

/** Who governs things: one office each, the newest that is said. */
export function readOffices(db: Database, view: View, objects: readonly Uuid[]): Promise<Tie[]> {
  return ties(
    db,
    view,
    sql`select distinct on (g.object) ${TIE} ${WITH}
    where g.object = any(${uuidList(objects)}) and g.property = 'governs'
      and t.kind = 'governmentBody' and ${standing(view)}
    order by g.object, g.valid_from desc nulls last, g.claim`,
  )
}

/** A place with the firms of the chain that stand there. */
export interface PlaceOfFirms {
  readonly place: Uuid
  readonly code: string
  readonly firms: number
  readonly claims: readonly Uuid[]
  readonly sources: number
  readonly synthetic: boolean
}

/** The places of the firms that belong to the chain or its stages, each firm at one place. */
export async function readPlacesOfFirms(
  db: Database,
  view: View,
  bases: readonly Uuid[],
  place?: Uuid,
): Promise<PlaceOfFirms[]> {
  const only = place === undefined ? sql`true` : sql`p.object = ${place}`
  const { rows } = await sql<Omit<PlaceOfFirms, 'claims'> & { claims: string }>`
    with ${decisionsAsOf(view.visibility.tenant, view.asOf)},
    firm as (
      select distinct g.subject as id
      from edge g join thing t on t.tenant = g.tenant and t.id = g.subject
      where g.object = any(${uuidList(bases)}) and g.property in ${BINDING}
        and t.kind = 'firm' and ${standing(view)}),
    placed as (
      select distinct on (l.subject) l.subject, l.object, l.claim, l.source, o.code
      from edge l join thing o on o.tenant = l.tenant and o.id = l.object
      where l.subject in (select id from firm) and l.property = 'locatedIn'
        and ${stands('l', view.visibility)} and ${holdsOn('l', view.asOf)}
      order by l.subject, l.valid_from desc nulls last, length(o.code) desc, l.claim)
    select p.object as place, p.code, count(*)::int4 as firms,
      string_agg(p.claim::text, ',' order by p.claim) as claims,
      count(distinct p.source)::int4 as sources, bool_or(s.synthetic) as synthetic
    from placed p join source s on s.tenant = ${view.visibility.tenant} and s.id = p.source
    where ${only}
    group by p.object, p.code order by p.code`.execute(db)
  return rows.map((row) => ({ ...row, claims: row.claims.split(',') }))
}

/** The claim that names a thing. */
export interface NameClaim {
  readonly claim: Uuid
  readonly kind: string
  readonly name: string
  readonly synthetic: boolean
}

/** The claims that name things: its own name before those that came with a merge, then the newest. */
export async function readNameClaims(
  db: Database,
  { visibility, asOf }: View,
  ids: readonly Uuid[],
): Promise<Map<Uuid, NameClaim>> {
  const { rows } = await sql<NameClaim & { id: Uuid }>`
    with ${decisionsAsOf(visibility.tenant, asOf)}
    select distinct on (e.id) e.id, e.kind, e.claim, e.name, s.synthetic
    from entity e join source s on s.tenant = e.tenant and s.id = e.source
    where e.id = any(${uuidList(ids)}) and ${stands('e', visibility)} and ${holdsOn('e', asOf)}
    order by e.id, e.own desc, e.valid_from desc nulls last, e.name`.execute(db)
  return new Map(rows.map(({ id, ...name }) => [id, name]))
}

/** Things of a kind that bear a name on the day of the view. */
export async function readThingsNamed(
  db: Database,
  { visibility, asOf }: View,
  names: readonly { readonly kind: string; readonly name: string }[],
): Promise<{ id: Uuid; kind: string; name: string }[]> {
  const { rows } = await sql<{ id: Uuid; kind: string; name: string }>`
    with ${decisionsAsOf(visibility.tenant, asOf)}
    select distinct e.id, e.kind, e.name
    from json_to_recordset(${JSON.stringify(names)}::json) as n(kind text, name text)
    join entity e on e.kind = n.kind and e.name = n.name
    where ${stands('e', visibility)} and ${holdsOn('e', asOf)}
    order by e.id`.execute(db)
  return rows
}

/** A ground of a row that a reader may see. */
export interface SeenClaim {
  readonly label: number
  readonly source: Uuid
  /** When its source was published, or else the day from which it holds. */
  readonly dated_on: string | null
  /** Whether it is still a fact on the day of the view. */
  readonly stands: boolean
}

const labelled = (visibility: Visibility): RawBuilder<unknown> =>
  sql.join(visibility.labels.length === 0 ? [sql`null`] : visibility.labels.map((l) => sql.lit(l)))

/** More at a time would keep the embedded engine from other readers for too long. */
const SEEN_PER_QUERY = 2_000

/** Those of some claims that the reader may see, with whether they stand. */
export async function seenClaims(
  db: Database,
  view: View,
  ids: readonly Uuid[],
): Promise<Map<Uuid, SeenClaim>> {
  const seen = new Map<Uuid, SeenClaim>()
  for (const some of inParts(ids, SEEN_PER_QUERY)) {
    for (const { id, ...claim } of await seenAmong(db, view, some)) seen.set(id, claim)
  }
  return seen
}

async function seenAmong(
  db: Database,
  { visibility, asOf }: View,
  ids: readonly Uuid[],
): Promise<(SeenClaim & { id: Uuid })[]> {
  const isFact = (table: string) => sql`exists (select from ${sql.table(table)} f
    where f.claim = c.id and ${stands('f', visibility)})`
  const { rows } = await sql<SeenClaim & { id: Uuid }>`
    with ${decisionsAsOf(visibility.tenant, asOf)}
    select c.id, c.label, c.source, coalesce(s.published_on, c.valid_from) as dated_on,
      ${isFact('value')} or ${isFact('edge')} or ${isFact('entity')} as stands
    from claim c join source s on s.tenant = c.tenant and s.id = c.source
    where c.tenant = ${visibility.tenant} and c.label in (${labelled(visibility)})
      and c.id = any(${uuidList(ids)})`.execute(db)
  return rows
}

/** Those of some claims that the reader may not see; mostly none, so that little is carried. */
export async function hiddenClaims(
  db: Database,
  visibility: Visibility,
  ids: readonly Uuid[],
): Promise<Set<Uuid>> {
  const { rows } = await sql<{ id: Uuid }>`
    select n.id from unnest(${uuidList(ids)}) as n(id)
    where not exists (select from claim c where c.tenant = ${visibility.tenant} and c.id = n.id
      and c.label in (${labelled(visibility)}))`.execute(db)
  return new Set(rows.map(({ id }) => id))
}

/** Whether a standing claim that the reader may see speaks of a thing. */
export async function speaksOf(
  db: Database,
  view: View,
  claim: Uuid,
  thing: Uuid,
): Promise<boolean> {
  const { rows } = await sql`
    select from claim c where c.tenant = ${view.visibility.tenant} and c.id = ${claim}
      and (c.subject = ${thing} or c.object = ${thing})`.execute(db)
  return rows.length === 1 && (await seenClaims(db, view, [claim])).get(claim)?.stands === true
}
