import { type RawBuilder, sql } from 'kysely'
import type { JsonValue, Uuid } from '../../base/index.ts'
import { type Database, prepared } from '../../store/index.ts'
import type { Visibility } from '../../trust/access/index.ts'
import { type AsOf, decisionsAsOf, holdsOn, stands, uuidList } from '../evidence/index.ts'
import type { ClaimStage } from './model.ts'

/** A claim as stored, with its source and the decision that stands over it. */
export interface ClaimRecord {
  readonly id: Uuid
  readonly batch: Uuid
  readonly source: Uuid
  readonly sheet: string | null
  readonly page: number | null
  readonly row_number: number | null
  readonly cells: string | null
  readonly span_start: number | null
  readonly span_end: number | null
  readonly quote_hash: Uuid
  readonly method: string
  readonly reader: string
  readonly confidence: number
  readonly subject: Uuid
  readonly property: string
  readonly object: Uuid | null
  readonly printed: string | null
  readonly operator: string | null
  readonly number: string | null
  readonly low: string | null
  readonly high: string | null
  readonly unit: string | null
  readonly valid_from: string | null
  readonly valid_to: string | null
  readonly label: number
  readonly held: boolean
  readonly title: string
  readonly publisher: string
  readonly published_on: string | null
  readonly synthetic: boolean
  readonly stage: ClaimStage
  readonly recorded_at: string | null
  readonly decided_by: string | null
}

/** As one array: a text of its own for every set of labels could not be prepared. */
const labelsOf = ({ labels }: Visibility): RawBuilder<unknown> => sql`any(${labels}::int2[])`

/**
 * Claims with their stage. The decision over a claim is the newest that names it, or else that of
 * its batch, or else the newest over that decision (a withdrawn or restored batch). A held claim
 * whose decision was taken back by name waits again.
 */
function claimRecords(visibility: Visibility, where: RawBuilder<unknown>): RawBuilder<ClaimRecord> {
  return sql<ClaimRecord>`
    select c.*, s.title, s.publisher, s.published_on, s.synthetic,
      case
        when own.undoes and c.held then 'draft'
        when own.kind in ('publish', 'restore') then 'published'
        when own.kind = 'withdraw' then 'withdrawn'
        when own.kind = 'reject' then 'rejected'
        when c.held or whole.id is null then 'draft'
        when turned.kind = 'withdraw' then 'withdrawn'
        else 'published'
      end as stage,
      coalesce(own.recorded_at, turned.recorded_at, case when not c.held then whole.recorded_at end)
        as recorded_at,
      (select p.name from person p where p.tenant = c.tenant
        and p.id = coalesce(own.actor, turned.actor, case when not c.held then whole.actor end))
        as decided_by
    from claim c
    join source s on s.tenant = c.tenant and s.id = c.source
    left join decision whole on whole.tenant = c.tenant and whole.id = c.batch
    left join lateral (
      select d.kind, d.recorded_at, d.actor, exists (
          select 1 from decision_claim u
          where u.tenant = n.tenant and u.claim = n.claim and u.decision = d.target) as undoes
      from decision_claim n join decision d on d.tenant = n.tenant and d.id = n.decision
      where n.tenant = c.tenant and n.claim = c.id
      order by d.recorded_at desc, d.id desc limit 1) own on true
    left join lateral (
      select e.kind, e.recorded_at, e.actor from decision e
      where e.tenant = c.tenant and e.target = c.batch and not c.held
      order by e.recorded_at desc, e.id desc limit 1) turned on true
    where c.tenant = ${visibility.tenant} and c.label = ${labelsOf(visibility)} and ${where}`
}

/** The claims with these ids that the actor may see, in no order. */
export async function claimsById(
  db: Database,
  visibility: Visibility,
  ids: readonly Uuid[],
): Promise<ClaimRecord[]> {
  if (ids.length === 0) return []
  const [only] = ids
  // Of one claim a server knows without looking that one plan is the best for all.
  const records =
    ids.length === 1
      ? prepared(claimRecords(visibility, sql`c.id = ${only}::uuid`))
      : claimRecords(visibility, sql`c.id = any(${uuidList(ids)})`)
  return (await records.execute(db)).rows
}

/** Where in a source to look for claims. */
export interface ClaimPlace {
  readonly source: Uuid
  readonly sheet?: string | null
  readonly row?: number
  readonly firstRow?: number
  readonly lastRow?: number
  /** Spans that lie on any code point of this stretch of a text. */
  readonly stretch?: { readonly start: number; readonly end: number }
}

/** Claims of a source in the order of their places. */
export async function claimsOfSource(
  db: Database,
  visibility: Visibility,
  place: ClaimPlace,
  page: { readonly limit: number; readonly offset: number },
): Promise<ClaimRecord[]> {
  const conditions = [sql`c.source = ${place.source}`]
  if (place.sheet !== undefined) conditions.push(sql`c.sheet is not distinct from ${place.sheet}`)
  if (place.row !== undefined) conditions.push(sql`c.row_number = ${place.row}`)
  if (place.firstRow !== undefined) conditions.push(sql`c.row_number >= ${place.firstRow}`)
  if (place.lastRow !== undefined) conditions.push(sql`c.row_number <= ${place.lastRow}`)
  if (place.stretch !== undefined) {
    const { start, end } = place.stretch
    conditions.push(sql`c.span_start < ${end} and c.span_end > ${start}`)
  }
  const records = claimRecords(visibility, sql.join(conditions, sql` and `))
  const { rows } = await sql<ClaimRecord>`
    ${records}
    order by c.sheet nulls first, c.row_number nulls first, c.span_start nulls first, c.cells, c.id
    limit ${page.limit} offset ${page.offset}`.execute(db)
  return rows
}

/** How many claims rest on a source. */
export async function countClaims(
  db: Database,
  visibility: Visibility,
  source: Uuid,
): Promise<number> {
  const { rows } = await sql<{ claims: number }>`
    select count(*)::float8 as claims from claim c
    where c.tenant = ${visibility.tenant} and c.label = ${labelsOf(visibility)}
      and c.source = ${source}`.execute(db)
  return rows[0]?.claims ?? 0
}

/** Standing claims that say something else about the same property of the same thing. */
export async function conflictsOf(
  db: Database,
  visibility: Visibility,
  asOf: AsOf,
  claim: Uuid,
): Promise<Uuid[]> {
  const { rows } = await sql<{ claim: Uuid }>`
    with ${decisionsAsOf(visibility.tenant, asOf)},
    mine as (select * from value m where m.tenant = ${visibility.tenant} and m.claim = ${claim}
      order by ${stands('m', visibility)} desc limit 1)
    select distinct v.claim from mine m
    join value v on v.tenant = m.tenant and v.subject = m.subject and v.property = m.property
      and v.claim <> m.claim
    where ${stands('v', visibility)}
      and v.valid_from is not distinct from m.valid_from
      and (v.number is distinct from m.number or v.operator is distinct from m.operator
        or (v.number is null and v.printed <> m.printed))
    limit 20`.execute(db)
  return rows.map((row) => row.claim)
}

/** A thing by its names and its key; `name` is null where no standing claim names it. */
export interface KeyedThing {
  readonly id: Uuid
  readonly kind: string
  readonly scheme: string
  readonly code: string
  readonly name: string | null
}

/**
 * The newest standing name of each thing, with its key. A thing that went into another is called
 * as its own claims say, so that a quotation and its subject read alike.
 */
export async function readNamed(
  db: Database,
  visibility: Visibility,
  asOf: AsOf,
  ids: Iterable<Uuid>,
): Promise<KeyedThing[]> {
  const list = uuidList(new Set(ids))
  const { rows } = await sql<KeyedThing>`
    with ${decisionsAsOf(visibility.tenant, asOf)},
    named as (
      select distinct on (e.id) e.id, e.name from entity e
      where e.id = any(${list}) and ${stands('e', visibility)} and ${holdsOn('e', asOf)}
      order by e.id, e.own desc, e.valid_from desc nulls last, e.name),
    moved_names as (
      select distinct on (c.subject) c.subject as id, e.name
      from claim c join entity e on e.tenant = c.tenant and e.claim = c.id
      where c.tenant = ${visibility.tenant} and c.property = 'name' and c.subject = any(${list})
        and c.subject not in (select id from named)
        and ${stands('e', visibility)} and ${holdsOn('e', asOf)}
      order by c.subject, e.valid_from desc nulls last, e.name)
    select t.id, t.kind, t.scheme, t.code, coalesce(n.name, m.name) as name
    from thing t left join named n on n.id = t.id left join moved_names m on m.id = t.id
    where t.tenant = ${visibility.tenant} and t.id = any(${list})`.execute(db)
  return rows
}

/** A stored derivation. */
export interface DerivationRecord {
  readonly id: Uuid
  readonly algorithm: string
  readonly version: number
  readonly parameters: Record<string, string>
  readonly seed: string | null
  readonly snapshot: string
  readonly output: JsonValue
  readonly claims: readonly Uuid[]
  readonly label: number
}

/** Stores a derivation; the same computation over the same claims is one derivation. */
export async function insertDerivation(
  tx: Database,
  tenant: number,
  derivation: DerivationRecord,
  recorded: { readonly by: Uuid; readonly at: string },
): Promise<void> {
  await sql`
    insert into derivation (tenant, id, algorithm, version, parameters, seed, snapshot, output,
      claims, label, recorded_by, recorded_at)
    values (${tenant}, ${derivation.id}, ${derivation.algorithm}, ${derivation.version},
      ${JSON.stringify(derivation.parameters)}::jsonb, ${derivation.seed}, ${derivation.snapshot},
      ${JSON.stringify(derivation.output)}::jsonb, ${uuidList(derivation.claims)},
      ${derivation.label}, ${recorded.by}, ${recorded.at})
    on conflict do nothing`.execute(tx)
}

/** A stored derivation that the actor may see, or null. */
export async function readDerivation(
  db: Database,
  visibility: Visibility,
  id: Uuid,
): Promise<DerivationRecord | null> {
  const { rows } = await sql<Omit<DerivationRecord, 'claims'> & { claims: string }>`
    select id, algorithm, version, parameters, seed, snapshot, output,
      array_to_string(claims, ',') as claims, label
    from derivation
    where tenant = ${visibility.tenant} and id = ${id} and label = ${labelsOf(visibility)}`.execute(
    db,
  )
  const row = rows[0]
  return row === undefined
    ? null
    : { ...row, claims: row.claims === '' ? [] : row.claims.split(',') }
}

/** Those of some stored derivations that the reader may see. */
export async function seenDerivations(
  db: Database,
  visibility: Visibility,
  ids: readonly Uuid[],
): Promise<Set<Uuid>> {
  if (ids.length === 0) return new Set()
  const { rows } = await sql<{ id: Uuid }>`
    select id from derivation where tenant = ${visibility.tenant}
      and label = ${labelsOf(visibility)} and id = any(${uuidList(ids)})`.execute(db)
  return new Set(rows.map(({ id }) => id))
}

/** The labels of claims, whoever may see them: what is derived from them takes the strictest. */
export async function labelsOfClaims(
  db: Database,
  tenant: number,
  ids: readonly Uuid[],
): Promise<Map<Uuid, number>> {
  const { rows } = await sql<{ id: Uuid; label: number }>`
    select id, label from claim
    where tenant = ${tenant} and id = any(${uuidList(new Set(ids))})`.execute(db)
  return new Map(rows.map(({ id, label }) => [id, label]))
}
