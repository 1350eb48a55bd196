import { type RawBuilder, sql } from 'kysely'
import { inParts, stableCompare, type Uuid } from '../../base/index.ts'
import {
  type Database,
  holdTenantLock,
  INSERT_ROWS_MAX,
  type InsertOptions,
  insertEncodedRows,
  insertRows,
} from '../../store/index.ts'
import type { Visibility } from '../../trust/access/index.ts'
import {
  CLAIM_TABLES,
  type ClaimTable,
  cellsOf,
  NAMED_CLAIM_COLUMNS,
  PLACED_COLUMNS,
  THING_COLUMNS,
} from './columns.ts'
import { type EncodedClaims, encodeClaims } from './encoded.ts'
import { type IdentityDecision, IdentityHistory } from './identity.ts'
import type { AsOf, ClaimRow, Projection, ThingRow } from './model.ts'
import { placeProjections } from './placing.ts'
import { sayingOf } from './saying.ts'

const LEAVE_HELD: InsertOptions = { onConflict: 'nothing' }

/**
 * Stores what claims speak of; things already known stay as they are. They go in by their ids: two
 * imports that name the same new things in opposite order would wait for each other for ever.
 */
export async function insertThings(
  tx: Database,
  rows: readonly ThingRow[],
  options: InsertOptions = LEAVE_HELD,
): Promise<void> {
  const ordered = rows.toSorted((one, other) => stableCompare(one.id, other.id))
  const cells = ordered.map((row) => cellsOf(THING_COLUMNS, row))
  await insertRows(tx, 'thing', THING_COLUMNS, cells, options)
}

/**
 * Stores claims with their facts and terms. A row that stands already is left alone, unless the
 * options say that there is none. Callers leave out claims that `knownClaims` names.
 */
export async function insertEncodedClaims(
  tx: Database,
  claims: EncodedClaims,
  options: InsertOptions = LEAVE_HELD,
): Promise<void> {
  for (const [table, columns] of Object.entries(CLAIM_TABLES)) {
    await insertEncodedRows(tx, { table, columns }, claims[table as ClaimTable], options)
  }
}

/** Stores claims. Callers leave out those that `knownClaims` names. */
export function insertClaims(tx: Database, rows: readonly ClaimRow[]): Promise<void> {
  return insertEncodedClaims(tx, encodeClaims(rows, []))
}

/** The tables that claims are projected into. */
const FACT_TABLES = ['entity', 'edge', 'value', 'term'] as const

/**
 * Stores projected facts and terms under the ids that identity decisions give them; an equal row
 * that stands already is left alone.
 */
export async function insertProjections(
  tx: Database,
  tenant: number,
  projected: readonly Projection[],
): Promise<void> {
  if (projected.length === 0) return
  await holdIdentity(tx, tenant, 'shared')
  const placed = placeProjections(projected, await readIdentity(tx, tenant))
  for (const table of FACT_TABLES) {
    const columns = [...CLAIM_TABLES[table], ...PLACED_COLUMNS[table]]
    const rows = placed.flatMap((projection) => projection[table] ?? [])
    for (const part of inParts(rows, INSERT_ROWS_MAX)) {
      const cells = part.map((row) => cellsOf(columns, row))
      await insertRows(tx, table, columns, cells, LEAVE_HELD)
    }
  }
}

/** Names the advisory lock of identity among those of this database. */
const IDENTITY_LOCK = 7310

/**
 * Holds identity as it is until the transaction ends. Whoever projects facts shares it; whoever
 * decides identity has it alone, and so meets every fact of the things that it moves.
 */
export async function holdIdentity(
  tx: Database,
  tenant: number,
  how: 'shared' | 'alone',
): Promise<void> {
  await holdTenantLock(tx, IDENTITY_LOCK, tenant, how)
}

/** The number of the newest identity decision that moved facts; 0 where there is none. */
export async function identityNumber(db: Database, tenant: number): Promise<number> {
  const { rows } = await sql<{ number: number }>`
    select coalesce(max(d.number), 0) as number from identity_decision d
    where d.tenant = ${tenant} and d.kind <> 'distinct'`.execute(db)
  return rows[0]?.number ?? 0
}

/** The identity decisions in force, oldest first; those recorded by `known` where it is given. */
export async function readIdentity(
  db: Database,
  tenant: number,
  known: string | null = null,
): Promise<IdentityHistory> {
  const { rows } = await sql<Omit<IdentityDecision, 'claims'> & { claims: Uuid[] }>`
    select d.id, d.number, d.kind, d.from_thing as "from", d.into_thing as "into", d.target,
      coalesce((select json_agg(c.claim) from identity_claim c
        where d.kind = 'split' and c.tenant = d.tenant and c.decision = d.id), '[]'::json) as claims
    from identity_decision d
    where d.tenant = ${tenant} and d.state = 'in-force' and d.kind <> 'distinct'
      and ${known === null ? sql`true` : sql`d.recorded_at <= ${known}::timestamptz`}
    order by d.number`.execute(db)
  return new IdentityHistory(rows.map((row) => ({ ...row, claims: new Set(row.claims) })))
}

/** A list of ids as one parameter that both engines read alike. */
export function uuidList(ids: Iterable<Uuid>): RawBuilder<unknown> {
  return sql`${`{${[...ids].join(',')}}`}::uuid[]`
}

/** Those of `ids` that are stored as claims, each with whether its batch stands. */
export async function knownClaims(
  db: Database,
  tenant: number,
  asOf: AsOf,
  ids: readonly Uuid[],
): Promise<Map<Uuid, boolean>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ id: Uuid; stands: boolean }>`
    with ${decisionsAsOf(tenant, asOf)}
    select c.id, c.batch in (select id from shown) as stands from claim c
    where c.tenant = ${tenant} and c.id = any(${uuidList(ids)})`.execute(db)
  return new Map(rows.map(({ id, stands }) => [id, stands]))
}

/** What was read by machine of these subjects in a source, as `sayingOf` tells it. */
export async function claimsReadOf(
  db: Database,
  tenant: number,
  source: Uuid,
  rows: readonly Pick<ClaimRow, 'subject'>[],
): Promise<Set<string>> {
  const subjects = new Set(rows.map(({ subject }) => subject))
  if (subjects.size === 0) return new Set()
  const { rows: found } = await sql<Parameters<typeof sayingOf>[0]>`
    select subject, property, printed, span_start, span_end from claim
    where tenant = ${tenant} and source = ${source} and method = 'read'
      and subject = any(${uuidList(subjects)})`.execute(db)
  return new Set(found.map(sayingOf))
}

/** Whether a source has claims already. */
export async function hasClaims(db: Database, tenant: number, source: Uuid): Promise<boolean> {
  const { rows } = await sql`
    select 1 from claim where tenant = ${tenant} and source = ${source} limit 1`.execute(db)
  return rows.length > 0
}

/**
 * Three common table expressions: `shown` and `gone`, the decisions that let facts stand at
 * `known`, and those that ended facts by then; `identified`, the number of the last identity decision
 * of then. A withdrawn batch comes back by `restore`, which also names the single claims that come
 * back with it.
 */
export function decisionsAsOf(tenant: number, asOf: AsOf): RawBuilder<unknown> {
  const byThen = sql`recorded_at <= ${asOf.known}::timestamptz`
  return sql`
    shown as materialized (
      select d.id from decision d
      where d.tenant = ${tenant} and d.kind in ('publish', 'restore') and d.${byThen}
        and coalesce((
          select e.kind <> 'withdraw' from decision e
          where e.tenant = ${tenant} and e.target = d.id and e.${byThen}
          order by e.recorded_at desc, e.id desc limit 1), true)),
    gone as materialized (
      select g.id from decision g
      where g.tenant = ${tenant} and g.kind in ('withdraw', 'reject') and g.${byThen}),
    identified as materialized (
      select coalesce(max(i.number), 0) as number from identity_decision i
      where i.tenant = ${tenant} and i.${byThen})`
}

/** True for rows of a fact or term table that this actor may see and that stand at `known`. */
export function stands(alias: string, visibility: Visibility): RawBuilder<boolean> {
  const row = sql.ref(alias)
  const labels =
    visibility.labels.length === 0 ? [sql`null`] : visibility.labels.map((label) => sql.lit(label))
  return sql<boolean>`(${row}.tenant = ${visibility.tenant}
    and ${row}.label in (${sql.join(labels)})
    and ${row}.decision in (select id from shown)
    and (${row}.ended is null or ${row}.ended not in (select id from gone))
    and ${row}.joined <= (select number from identified)
    and (${row}.parted is null or ${row}.parted > (select number from identified)))`
}

/**
 * True for rows of `claim` that wait for a person: held ones over which nobody decided, or whose
 * newest decision takes back one that named them.
 */
export function waits(alias: string): RawBuilder<boolean> {
  const row = sql.ref(alias)
  return sql<boolean>`(${row}.held and coalesce((
    select d.kind = 'withdraw' and exists (select 1 from decision_claim u
      where u.tenant = n.tenant and u.claim = n.claim and u.decision = d.target)
    from decision_claim n join decision d on d.tenant = n.tenant and d.id = n.decision
    where n.tenant = ${row}.tenant and n.claim = ${row}.id
    order by d.recorded_at desc, d.id desc limit 1), true))`
}

/** True for rows of a fact table that hold on the day `valid`. */
export function holdsOn(alias: string, asOf: AsOf): RawBuilder<boolean> {
  const row = sql.ref(alias)
  return sql<boolean>`((${row}.valid_from is null or ${row}.valid_from <= ${asOf.valid}::date)
    and (${row}.valid_to is null or ${row}.valid_to > ${asOf.valid}::date))`
}

/**
 * True for measured values that had begun by the day `valid`. A figure for the year 2022 stays the
 * newest known figure in 2024, so the end of its period does not hide it.
 */
export function begunBy(alias: string, asOf: AsOf): RawBuilder<boolean> {
  const row = sql.ref(alias)
  return sql<boolean>`((${row}.valid_from is null or ${row}.valid_from <= ${asOf.valid}::date)
    and (${row}.number is not null or ${row}.valid_to is null
      or ${row}.valid_to > ${asOf.valid}::date))`
}

/** One row of `decision`: append-only, and its time is the recorded time of what it decides. */
export interface DecisionRow {
  readonly tenant: number
  readonly id: Uuid
  readonly kind: 'publish' | 'reject' | 'withdraw' | 'restore'
  /** The decision that is withdrawn or restored; null where claims are named one by one. */
  readonly target: Uuid | null
  readonly source: Uuid | null
  readonly actor: Uuid
  readonly recordedAt: string
  readonly reason: string | null
  /** Which publishing policy it followed, so that an export can say so. */
  readonly policy: string
  readonly claims: number
  /** Merkle root over the claims of a batch, hexadecimal; null for single decisions. */
  readonly root: string | null
}

/**
 * Appends a decision, with the claims that it names one by one (none for a whole batch). Tells
 * whether it is new: of two that publish one batch at the same moment, one is late.
 */
export async function insertDecision(
  tx: Database,
  decision: DecisionRow,
  claims: readonly Uuid[] = [],
): Promise<boolean> {
  const { tenant, id } = decision
  const { rows } = await sql<{ id: Uuid }>`
    insert into decision
      (tenant, id, kind, target, source, actor, recorded_at, reason, policy, claims, root)
    values (${tenant}, ${id}, ${decision.kind}, ${decision.target}, ${decision.source},
      ${decision.actor}, ${decision.recordedAt}, ${decision.reason}, ${decision.policy},
      ${decision.claims}, ${decision.root})
    on conflict do nothing returning id`.execute(tx)
  for (const part of inParts(claims, INSERT_ROWS_MAX)) {
    const named = part.map((claim) => [tenant, id, claim])
    await insertRows(tx, 'decision_claim', NAMED_CLAIM_COLUMNS, named)
  }
  return rows.length === 1
}

/** The claims that a decision names one by one. */
export async function claimsNamedBy(db: Database, tenant: number, decision: Uuid): Promise<Uuid[]> {
  const { rows } = await sql<{ claim: Uuid }>`
    select claim from decision_claim
    where tenant = ${tenant} and decision = ${decision}`.execute(db)
  return rows.map(({ claim }) => claim)
}

/** The claims of a batch that any decision names one by one. */
export async function claimsNamedOf(db: Database, tenant: number, batch: Uuid): Promise<Uuid[]> {
  const { rows } = await sql<{ claim: Uuid }>`
    select distinct n.claim from decision_claim n
    join claim c on c.tenant = n.tenant and c.id = n.claim
    where n.tenant = ${tenant} and c.batch = ${batch}`.execute(db)
  return rows.map(({ claim }) => claim)
}

/** Marks the standing facts of these claims as ended by a decision. */
export async function endFacts(
  tx: Database,
  tenant: number,
  claims: readonly Uuid[],
  decision: Uuid,
): Promise<void> {
  await holdIdentity(tx, tenant, 'shared')
  for (const table of FACT_TABLES) {
    await sql`
      update ${sql.table(table)} set ended = ${decision}
      where tenant = ${tenant} and claim = any(${uuidList(claims)}) and ended is null`.execute(tx)
  }
}

/** A stored claim with the kind of its subject and the single decisions that name it, oldest first. */
export interface DecidedClaim {
  readonly claim: ClaimRow
  readonly kind: string
  readonly decisions: readonly { readonly id: Uuid; readonly kind: DecisionRow['kind'] }[]
}

/** Claims by id order, for rebuilding the projection; `after` is the last id of the page before. */
export async function claimPage(
  db: Database,
  tenant: number,
  page: { readonly after: Uuid | null; readonly limit: number; readonly ids?: readonly Uuid[] },
): Promise<DecidedClaim[]> {
  const { rows } = await sql<ClaimRow & { kind: string; decisions: DecidedClaim['decisions'] }>`
    select c.*, t.kind, coalesce((
        select json_agg(json_build_object('id', d.id, 'kind', d.kind) order by d.recorded_at, d.id)
        from decision_claim n join decision d on d.tenant = n.tenant and d.id = n.decision
        where n.tenant = c.tenant and n.claim = c.id), '[]'::json) as decisions
    from claim c join thing t on t.tenant = c.tenant and t.id = c.subject
    where c.tenant = ${tenant}
      and ${page.after === null ? sql`true` : sql`c.id > ${page.after}`}
      and ${page.ids === undefined ? sql`true` : sql`c.id = any(${uuidList(page.ids)})`}
    order by c.id limit ${page.limit}`.execute(db)
  return rows.map(({ kind, decisions, ...claim }) => ({ claim, kind, decisions }))
}

/** Removes every projected row of these claims, so that they can be projected anew. */
export async function removeFacts(
  tx: Database,
  tenant: number,
  claims: readonly Uuid[],
): Promise<void> {
  await holdIdentity(tx, tenant, 'shared')
  for (const table of FACT_TABLES) {
    await sql`
      delete from ${sql.table(table)}
      where tenant = ${tenant} and claim = any(${uuidList(claims)})`.execute(tx)
  }
}

/** The claims of a batch in id order, for the Merkle root of its decision. */
export async function batchClaims(
  db: Database,
  tenant: number,
  batch: Uuid,
  page: { readonly after: Uuid | null; readonly limit: number },
): Promise<{ id: Uuid; quote: Uuid }[]> {
  const { rows } = await sql<{ id: Uuid; quote: Uuid }>`
    select id, quote_hash as quote from claim
    where tenant = ${tenant} and batch = ${batch} and not held
      and ${page.after === null ? sql`true` : sql`id > ${page.after}`}
    order by id limit ${page.limit}`.execute(db)
  return rows
}

/** Whether a decision with this id is recorded. */
export async function isDecided(db: Database, tenant: number, id: Uuid): Promise<boolean> {
  const { rows } = await sql`
    select 1 from decision where tenant = ${tenant} and id = ${id}`.execute(db)
  return rows.length > 0
}

/** The newest decision over another decision: a `withdraw`, a `restore`, or null for none. */
export async function latestOver(
  db: Database,
  tenant: number,
  target: Uuid,
): Promise<{ id: Uuid; kind: DecisionRow['kind'] } | null> {
  const { rows } = await sql<{ id: Uuid; kind: DecisionRow['kind'] }>`
    select id, kind from decision where tenant = ${tenant} and target = ${target}
    order by recorded_at desc, id desc limit 1`.execute(db)
  return rows[0] ?? null
}
