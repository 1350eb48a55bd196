import { type RawBuilder, sql } from 'kysely'
import type { Uuid } from '../../base/index.ts'
import { type Database, prepared } from '../../store/index.ts'
import type { Visibility } from '../../trust/access/index.ts'
import {
  type AsOf,
  begunBy,
  decisionsAsOf,
  holdsOn,
  stands,
  uuidList,
  waits,
} from '../evidence/index.ts'
import type { NamedThing } from '../figures/index.ts'
import type { ChainFacts, EdgeFact, MemberFact, StageName, ValueFact } from './model.ts'

const EDGE = sql`g.claim, g.subject, g.property, g.object, g.printed, g.operator, g.number, g.low,
  g.high, g.unit, g.valid_from, g.valid_to, g.source, s.class as source_class, s.published_on,
  s.synthetic`

/** Who asks, and as of when. */
export interface View {
  readonly visibility: Visibility
  readonly asOf: AsOf
}

async function edgesWhere(
  db: Database,
  { visibility, asOf }: View,
  where: RawBuilder<unknown>,
): Promise<EdgeFact[]> {
  const { rows } = await sql<EdgeFact>`
    with ${decisionsAsOf(visibility.tenant, asOf)}
    select ${EDGE} from edge g join source s on s.tenant = g.tenant and s.id = g.source
    where ${where} and ${stands('g', visibility)} and ${holdsOn('g', asOf)}
    order by g.claim`.execute(db)
  return rows
}

/** The chains that stand, with the claim that names each. */
export async function readChains(
  db: Database,
  { visibility, asOf }: View,
  id?: Uuid,
): Promise<(NamedThing & { claim: Uuid; synthetic: boolean })[]> {
  const { rows } = await sql<NamedThing & { claim: Uuid; synthetic: boolean }>`
    with ${decisionsAsOf(visibility.tenant, asOf)},
    named as (
      select distinct on (e.id) e.id, e.kind, e.name, e.claim, s.synthetic
      from entity e join source s on s.tenant = e.tenant and s.id = e.source
      where e.kind = 'chain' and ${id === undefined ? sql`true` : sql`e.id = ${id}`}
        and ${stands('e', visibility)} and ${holdsOn('e', asOf)}
      order by e.id, e.own desc, e.valid_from desc nulls last, e.name)
    select * from named order by name`.execute(db)
  return rows
}

/** The chains that a stage belongs to. */
export async function chainsOfStage(db: Database, view: View, stage: Uuid): Promise<Uuid[]> {
  const where = sql`g.subject = ${stage} and g.property = 'belongsToChain'`
  return (await edgesWhere(db, view, where)).map(({ object }) => object)
}

async function readStages(
  db: Database,
  { visibility, asOf }: View,
  chain: Uuid,
): Promise<StageName[]> {
  const { rows } = await sql<StageName>`
    with ${decisionsAsOf(visibility.tenant, asOf)},
    inside as materialized (
      select distinct g.subject as id from edge g
      join thing t on t.tenant = g.tenant and t.id = g.subject and t.kind = 'stage'
      where g.object = ${chain} and g.property = 'belongsToChain'
        and ${stands('g', visibility)} and ${holdsOn('g', asOf)})
    select distinct on (e.id) e.id, e.name, e.claim, s.synthetic
    from entity e
    join inside i on i.id = e.id
    join source s on s.tenant = e.tenant and s.id = e.source
    where e.kind = 'stage' and ${stands('e', visibility)} and ${holdsOn('e', asOf)}
    order by e.id, e.own desc, e.valid_from desc nulls last, e.name`.execute(db)
  return rows
}

/** Standing values of some things, the newest of each property first; of all properties or some. */
export async function readValues(
  db: Database,
  { visibility, asOf }: View,
  subjects: Iterable<Uuid>,
  properties?: readonly string[],
): Promise<ValueFact[]> {
  const wanted = properties === undefined ? sql`true` : sql`v.property = any(${[...properties]})`
  const { rows } = await sql<ValueFact>`
    with ${decisionsAsOf(visibility.tenant, asOf)}
    select v.claim, v.subject, v.property, v.printed, v.operator, v.number, v.low, v.high, v.unit,
      v.valid_from, v.valid_to, v.source, s.title as source_title, s.published_on, s.synthetic,
      d.recorded_at
    from value v
    join source s on s.tenant = v.tenant and s.id = v.source
    join decision d on d.tenant = v.tenant and d.id = v.decision
    where v.subject = any(${uuidList(subjects)}) and ${wanted} and ${stands('v', visibility)}
      and ${begunBy('v', asOf)}
    order by v.subject, v.property, v.valid_from desc nulls last, s.published_on desc nulls last,
      d.recorded_at desc, v.claim`.execute(db)
  return rows
}

/** What belongs to some stages, with where it is. */
export async function readMembers(
  db: Database,
  { visibility, asOf }: View,
  stages: Iterable<Uuid>,
): Promise<MemberFact[]> {
  const { rows } = await sql<Omit<MemberFact, 'place_claim' | 'place_code'>>`
    with ${decisionsAsOf(visibility.tenant, asOf)}
    select g.claim, g.object as stage, g.subject as member, t.kind, s.synthetic
    from edge g
    join thing t on t.tenant = g.tenant and t.id = g.subject
    join source s on s.tenant = g.tenant and s.id = g.source
    where g.object = any(${uuidList(stages)}) and g.property = 'belongsToStage'
      and t.kind <> 'stage' and ${stands('g', visibility)} and ${holdsOn('g', asOf)}
    order by g.object, g.subject, g.claim`.execute(db)
  const places = await placesOf(db, { visibility, asOf }, new Set(rows.map(({ member }) => member)))
  return rows.map((row) => {
    const place = places.get(row.member)
    return { ...row, place_claim: place?.claim ?? null, place_code: place?.code ?? null }
  })
}

/**
 * Where things are: of several places that sources name, the newest and most exact. Asked apart from
 * the members: joined to them, an engine that thinks either side small compares all with all.
 */
async function placesOf(
  db: Database,
  { visibility, asOf }: View,
  things: ReadonlySet<Uuid>,
): Promise<Map<Uuid, { claim: Uuid; code: string }>> {
  if (things.size === 0) return new Map()
  const { rows } = await sql<{ thing: Uuid; claim: Uuid; code: string }>`
    with ${decisionsAsOf(visibility.tenant, asOf)}
    select distinct on (l.subject) l.subject as thing, l.claim, p.code
    from edge l
    join thing p on p.tenant = l.tenant and p.id = l.object
    where l.subject = any(${uuidList(things)}) and l.property = 'locatedIn'
      and ${stands('l', visibility)} and ${holdsOn('l', asOf)}
    order by l.subject, l.valid_from desc nulls last, length(p.code) desc, l.claim`.execute(db)
  return new Map(rows.map(({ thing, claim, code }) => [thing, { claim, code }]))
}

/**
 * A word that is the same for two readings as of the same day only if they stand on the same
 * decisions, over facts and over identities, and on the same descriptions of sources: all three are
 * only ever added to, so their numbers tell them.
 */
export async function standOf(db: Database, tenant: number, { known }: AsOf): Promise<string> {
  const statement = sql<{ stand: string }>`
    select concat_ws(' ',
      (select count(*) || ' ' || count(*) filter (where recorded_at <= ${known}::timestamptz)
        from decision where tenant = ${tenant}),
      (select count(*) || ' ' || count(*) filter (where recorded_at <= ${known}::timestamptz)
        from identity_decision where tenant = ${tenant}),
      (select count(*) from log_pending where tenant = ${tenant} and command = 'describe-source'))
      as stand`
  const { rows } = await prepared(statement).execute(db)
  return rows[0]?.stand ?? ''
}

/** All facts of a chain, or null where there is no such chain for this actor. */
export async function readChainFacts(
  db: Database,
  view: View,
  chain: Uuid,
): Promise<ChainFacts | null> {
  const [head] = await readChains(db, view, chain)
  if (head === undefined) return null
  const stages = await readStages(db, view, chain)
  const ids = stages.map(({ id }) => id)
  const list = uuidList(ids)
  const among = sql`g.subject = any(${list}) and g.object = any(${list})
    and g.property in ('belongsToStage', 'supplies')`
  const edges = await edgesWhere(db, view, among)
  return {
    chain: head,
    stages,
    chainValues: await readValues(db, view, [chain]),
    parents: edges.filter(({ property }) => property === 'belongsToStage'),
    values: await readValues(db, view, ids),
    links: edges.filter(({ property }) => property === 'supplies'),
    members: await readMembers(db, view, ids),
  }
}

/** Days, in the calendar of China, on which something was published, oldest first. */
export async function recordedDays(db: Database, tenant: number): Promise<string[]> {
  const { rows } = await sql<{ day: string }>`
    select distinct to_char(recorded_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as day
    from decision where tenant = ${tenant} order by day`.execute(db)
  return rows.map(({ day }) => day)
}

/** First and last day from which facts of some things hold; null where no source says. */
export async function validSpan(
  db: Database,
  { visibility, asOf }: View,
  subjects: Iterable<Uuid>,
): Promise<{ from: string | null; to: string | null }> {
  const { rows } = await sql<{ from: string | null; to: string | null }>`
    with ${decisionsAsOf(visibility.tenant, asOf)}
    select min(v.valid_from) as "from", max(v.valid_from) as "to" from value v
    where v.subject = any(${uuidList(subjects)}) and ${stands('v', visibility)}`.execute(db)
  return rows[0] ?? { from: null, to: null }
}

/** What the overview counts. */
export interface Totals {
  readonly sources: number
  readonly claims: number
  readonly entities: number
  readonly firms: number
  readonly held: number
  /** Whether some of what is counted was invented. */
  readonly synthetic: boolean
}

const NOTHING: Totals = {
  sources: 0,
  claims: 0,
  entities: 0,
  firms: 0,
  held: 0,
  synthetic: false,
}

/** Counts over all that the actor may see and that stands. */
export async function readTotals(db: Database, { visibility, asOf }: View): Promise<Totals> {
  const labels =
    visibility.labels.length === 0
      ? sql`null`
      : sql.join(visibility.labels.map((label) => sql.lit(label)))
  const mine = sql`tenant = ${visibility.tenant} and label in (${labels})`
  const { rows } = await sql<Totals>`
    with ${decisionsAsOf(visibility.tenant, asOf)},
    named as (select e.id, min(e.kind) as kind from entity e
      where ${stands('e', visibility)} group by e.id)
    select
      (select count(*)::float8 from source where ${mine}) as sources,
      exists (select 1 from source where ${mine} and synthetic) as synthetic,
      (select count(*)::float8 from claim where ${mine} and not held
        and batch in (select id from shown)) as claims,
      (select count(*)::float8 from named) as entities,
      (select count(*)::float8 from named where kind = 'firm') as firms,
      (select count(*)::float8 from claim c where c.tenant = ${visibility.tenant}
        and c.label in (${labels}) and ${waits('c')}) as held`.execute(db)
  return rows[0] ?? NOTHING
}

/** The first of the claims that a total counts, for a reader who opens it. */
export async function firstClaims(
  db: Database,
  { visibility, asOf }: View,
  what: 'claims' | 'entities' | 'firms',
): Promise<Uuid[]> {
  const ofKind = what === 'firms' ? sql`e.kind = 'firm'` : sql`true`
  const { rows } = await sql<{ claim: Uuid }>`
    with ${decisionsAsOf(visibility.tenant, asOf)}
    select e.claim from entity e where ${ofKind} and ${stands('e', visibility)}
    order by e.claim limit 200`.execute(db)
  return rows.map(({ claim }) => claim)
}

/** The keys of things by their ids. */
export async function readThings(
  db: Database,
  tenant: number,
  ids: readonly Uuid[],
): Promise<Map<Uuid, { kind: string; scheme: string; code: string }>> {
  const { rows } = await sql<{ id: Uuid; kind: string; scheme: string; code: string }>`
    select id, kind, scheme, code from thing
    where tenant = ${tenant} and id = any(${uuidList(ids)})`.execute(db)
  return new Map(rows.map(({ id, ...thing }) => [id, thing]))
}
