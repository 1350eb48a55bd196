import { type RawBuilder, sql } from 'kysely'
import { inParts, type Uuid } from '../../base/index.ts'
import { type Database, INSERT_ROWS_MAX, insertRows } from '../../store/index.ts'
import type { Visibility } from '../../trust/access/index.ts'
import { type AsOf, decisionsAsOf, stands, uuidList } from '../evidence/index.ts'
import { CODE_PROPERTIES, UNIQUE_SCHEMES } from './codes.ts'
import type { DecisionRecord, OwnCode } from './model.ts'

const RECORD = sql`d.id, d.kind, d.state, d.from_thing as "from", d.into_thing as "into", d.target,
  d.reason, d.made_by as "madeBy", d.made_at as "madeAt", d.confirmed_by as "confirmedBy",
  d.recorded_at as "recordedAt"`

/**
 * Appends a decision. One that comes into force takes the next number; its time is never before
 * that of the one before, so that what was known on a day is a beginning of the sequence.
 */
export async function insertIdentityDecision(
  tx: Database,
  tenant: number,
  decision: DecisionRecord,
  claims: readonly Uuid[] = [],
): Promise<void> {
  const { id, kind, from, into, target, reason, madeBy, madeAt } = decision
  await sql`
    insert into identity_decision
      (tenant, id, kind, state, from_thing, into_thing, target, reason, made_by, made_at)
    values (${tenant}, ${id}, ${kind}, 'proposed', ${from}, ${into}, ${target}, ${reason},
      ${madeBy}, ${madeAt})`.execute(tx)
  const columns = [
    { name: 'tenant', type: 'int4' },
    { name: 'decision', type: 'uuid' },
    { name: 'claim', type: 'uuid' },
  ] as const
  for (const part of inParts(claims, INSERT_ROWS_MAX)) {
    const named = part.map((claim) => [tenant, id, claim])
    await insertRows(tx, 'identity_claim', columns, named)
  }
}

/** Lets a decision come into force; whoever holds identity alone may call it. */
export async function putInForce(
  tx: Database,
  tenant: number,
  id: Uuid,
  confirmed: { readonly by: Uuid | null; readonly at: string },
): Promise<void> {
  await sql`
    update identity_decision d set state = 'in-force', confirmed_by = ${confirmed.by},
      number = coalesce((select max(n.number) from identity_decision n
        where n.tenant = ${tenant}), 0) + 1,
      recorded_at = greatest(${confirmed.at}::timestamptz, (select max(n.recorded_at)
        from identity_decision n where n.tenant = ${tenant}))
    where d.tenant = ${tenant} and d.id = ${id}`.execute(tx)
}

/** Drops a proposal. */
export async function dropProposal(tx: Database, tenant: number, id: Uuid): Promise<void> {
  await sql`
    update identity_decision set state = 'dropped'
    where tenant = ${tenant} and id = ${id} and state = 'proposed'`.execute(tx)
}

/** One decision, with whether another has undone it; null where there is none. */
export async function readDecision(
  db: Database,
  tenant: number,
  id: Uuid,
): Promise<(DecisionRecord & { undone: boolean; claims: Uuid[] }) | null> {
  const { rows } = await sql<DecisionRecord & { undone: boolean; claims: Uuid[] }>`
    select ${RECORD},
      exists (select from identity_decision u where u.tenant = d.tenant and u.target = d.id)
        as undone,
      coalesce((select json_agg(c.claim) from identity_claim c
        where c.tenant = d.tenant and c.decision = d.id), '[]'::json) as claims
    from identity_decision d where d.tenant = ${tenant} and d.id = ${id}`.execute(db)
  return rows[0] ?? null
}

/** A decision as a list shows it: with the names of people, and whether it was undone. */
export interface ListedDecision extends DecisionRecord {
  readonly madeByName: string
  readonly confirmedByName: string | null
  /** When, by whom and why it was taken back; null where it was not. */
  readonly undone: { readonly at: string; readonly by: string; readonly reason: string } | null
  readonly claims: number
}

/** The newest decisions, proposals first; only those over any of `things` where they are given. */
export async function readDecisions(
  db: Database,
  tenant: number,
  things: readonly Uuid[] | null,
  limit: number,
): Promise<ListedDecision[]> {
  const { rows } = await sql<ListedDecision>`
    select ${RECORD}, coalesce(m.name, '') as "madeByName", k.name as "confirmedByName",
      (select json_build_object('at', u.made_at, 'by', coalesce(p.name, ''), 'reason', u.reason)
        from identity_decision u left join person p on p.tenant = u.tenant and p.id = u.made_by
        where u.tenant = d.tenant and u.target = d.id) as undone,
      (select count(*)::float8 from identity_claim c
        where c.tenant = d.tenant and c.decision = d.id) as claims
    from identity_decision d
    left join person m on m.tenant = d.tenant and m.id = d.made_by
    left join person k on k.tenant = d.tenant and k.id = d.confirmed_by
    where d.tenant = ${tenant} and d.kind <> 'undo' and ${
      things === null
        ? sql`true`
        : sql`(d.from_thing = any(${uuidList(things)}) or d.into_thing = any(${uuidList(things)}))`
    }
    order by (d.state = 'proposed') desc, d.made_at desc, d.number desc nulls last, d.id
    limit ${limit}`.execute(db)
  return rows
}

/** Whether a decision of this kind and state over two things stands, in either order. */
export async function hasDecision(
  db: Database,
  tenant: number,
  kind: 'merge' | 'distinct',
  state: 'proposed' | 'in-force',
  pair: readonly [Uuid, Uuid],
): Promise<boolean> {
  const list = uuidList(pair)
  const { rows } = await sql`
    select 1 from identity_decision d
    where d.tenant = ${tenant} and d.kind = ${kind} and d.state = ${state}
      and d.from_thing = any(${list}) and d.into_thing = any(${list})
      and not exists (select from identity_decision u
        where u.tenant = d.tenant and u.target = d.id)`.execute(db)
  return rows.length > 0
}

/** The kind of a thing that the actor sees something of, or null. */
export async function seenKind(
  db: Database,
  visibility: Visibility,
  asOf: AsOf,
  id: Uuid,
): Promise<string | null> {
  const { rows } = await sql<{ kind: string }>`
    with ${decisionsAsOf(visibility.tenant, asOf)}
    select t.kind from thing t
    where t.tenant = ${visibility.tenant} and t.id = ${id} and (
      exists (select from entity e where e.id = t.id and ${stands('e', visibility)})
      or exists (select from value v where v.subject = t.id and ${stands('v', visibility)})
      or exists (select from edge g where g.subject = t.id and ${stands('g', visibility)})
      or exists (select from edge o where o.object = t.id and ${stands('o', visibility)}))`.execute(
    db,
  )
  return rows[0]?.kind ?? null
}

const list = (values: readonly string[]): RawBuilder<unknown> =>
  sql.join(values.map((each) => sql.lit(each)))

const CODED = list(Object.keys(CODE_PROPERTIES))

interface CodeRow {
  readonly scheme: string | null
  readonly property: string
  readonly code: string
}

const ownCodes = (rows: readonly CodeRow[]): OwnCode[] =>
  rows.map(({ scheme, property, code }) => ({
    scheme: scheme ?? CODE_PROPERTIES[property] ?? '',
    code,
  }))

/** A thing with all that went into it. */
interface Members {
  readonly root: Uuid
  readonly members: readonly Uuid[]
}

/** All codes of a thing: the keys of all that stands under it, and those that sources say. */
export async function codesOf(
  db: Database,
  tenant: number,
  asOf: AsOf,
  { root, members }: Members,
): Promise<OwnCode[]> {
  const { rows } = await sql<CodeRow>`
    with ${decisionsAsOf(tenant, asOf)}
    select t.scheme, '' as property, t.code from thing t
    where t.tenant = ${tenant} and t.id = any(${uuidList(members)})
      and t.scheme in (${list(UNIQUE_SCHEMES)})
    union
    select null, v.property, v.printed from value v
    where v.tenant = ${tenant} and v.subject = ${root} and v.property in (${CODED})
      and v.parted is null and v.decision in (select id from shown)
      and (v.ended is null or v.ended not in (select id from gone))
    order by 1, 2, 3`.execute(db)
  return ownCodes(rows)
}

/** Those of the codes that rest on a statement which the actor may see. */
export async function seenCodesOf(
  db: Database,
  visibility: Visibility,
  asOf: AsOf,
  { root, members }: Members,
): Promise<OwnCode[]> {
  const { tenant } = visibility
  const { rows } = await sql<CodeRow>`
    with ${decisionsAsOf(tenant, asOf)}
    select t.scheme, '' as property, t.code from thing t
    where t.tenant = ${tenant} and t.id = any(${uuidList(members)})
      and t.scheme in (${list(UNIQUE_SCHEMES)})
      and exists (select from claim c join entity e on e.tenant = c.tenant and e.claim = c.id
        where c.tenant = t.tenant and c.subject = t.id and ${stands('e', visibility)})
    union
    select null, v.property, v.printed from value v
    where v.subject = ${root} and v.property in (${CODED}) and ${stands('v', visibility)}
    order by 1, 2, 3`.execute(db)
  return ownCodes(rows)
}

/** Of which things claims speak, by the ids that they name. */
export async function thingsOfClaims(
  db: Database,
  tenant: number,
  claims: readonly Uuid[],
): Promise<{ claim: Uuid; subject: Uuid; object: Uuid | null }[]> {
  const { rows } = await sql<{ claim: Uuid; subject: Uuid; object: Uuid | null }>`
    select id as claim, subject, object from claim
    where tenant = ${tenant} and id = any(${uuidList(claims)})`.execute(db)
  return rows
}

/** Pairs that were found to be two, and are still held so. */
export async function distinctPairs(
  db: Database,
  tenant: number,
): Promise<{ from: Uuid; into: Uuid }[]> {
  const { rows } = await sql<{ from: Uuid; into: Uuid }>`
    select d.from_thing as "from", d.into_thing as "into" from identity_decision d
    where d.tenant = ${tenant} and d.kind = 'distinct' and d.state = 'in-force'
      and not exists (select from identity_decision u
        where u.tenant = d.tenant and u.target = d.id)`.execute(db)
  return rows
}

/** The claims that now stand under a thing and that the actor may see, with their sources. */
export async function seenClaims(
  db: Database,
  visibility: Visibility,
  asOf: AsOf,
  thing: Uuid,
): Promise<{ claim: Uuid; source: Uuid }[]> {
  const { rows } = await sql<{ claim: Uuid; source: Uuid }>`
    with ${decisionsAsOf(visibility.tenant, asOf)}
    select e.claim, e.source from entity e where e.id = ${thing} and ${stands('e', visibility)}
    union select v.claim, v.source from value v
      where v.subject = ${thing} and ${stands('v', visibility)}
    union select g.claim, g.source from edge g
      where (g.subject = ${thing} or g.object = ${thing}) and ${stands('g', visibility)}`.execute(
    db,
  )
  return rows
}

/**
 * The names of things as the actor sees them. A thing that went into another is called as its own
 * claims say, and one that a split made as the claims that it was given.
 */
export async function namesOf(
  db: Database,
  visibility: Visibility,
  asOf: AsOf,
  ids: Iterable<Uuid>,
): Promise<Map<Uuid, string>> {
  const wanted = uuidList(new Set(ids))
  const { rows } = await sql<{ id: Uuid; name: string }>`
    with ${decisionsAsOf(visibility.tenant, asOf)},
    named as (
      select e.id, e.name, e.valid_from, case when e.own then 0 else 2 end as step from entity e
      where e.id = any(${wanted}) and ${stands('e', visibility)}
      union all
      select c.subject, e.name, e.valid_from, 1 from claim c
      join entity e on e.tenant = c.tenant and e.claim = c.id
      where c.tenant = ${visibility.tenant} and c.subject = any(${wanted})
        and c.property = 'name' and ${stands('e', visibility)})
    select distinct on (id) id, name from named
    order by id, step, valid_from desc nulls last, name`.execute(db)
  return new Map(rows.map(({ id, name }) => [id, name]))
}
