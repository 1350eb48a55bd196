import { sql } from 'kysely'
import { Problem, type Uuid, type Words } from '../../base/index.ts'
import { type Column, type Database, insertRows } from '../../store/index.ts'
import {
  type ClaimDraft,
  type ClaimRow,
  type HeldClaim,
  uuidList,
  waits,
} from '../evidence/index.ts'
import type { ReadDraft } from '../reading/index.ts'
import type { Caution, LastDecision, ProposalRow } from './model.ts'

const CAUTION_COLUMNS: readonly Column[] = [
  { name: 'tenant', type: 'int4' },
  { name: 'claim', type: 'uuid' },
  { name: 'code', type: 'text' },
  { name: 'detail', type: 'text' },
]
const SENTENCE_COLUMNS: readonly Column[] = [
  { name: 'tenant', type: 'int4' },
  { name: 'claim', type: 'uuid' },
  { name: 'first', type: 'int4' },
  { name: 'last', type: 'int4' },
]

/** Keeps the sentence in which each claim was read, and what its reader doubts of it. */
export async function keepGrounds(
  tx: Database,
  tenant: number,
  held: readonly HeldClaim<ReadDraft>[],
): Promise<void> {
  const sentences = held.map(({ claim, draft }) => {
    const { start, end } = draft.sentence
    return [tenant, claim, start, end]
  })
  const cautions = held.flatMap(({ claim, draft }) =>
    draft.doubts.map(({ code, detail }) => [tenant, claim, code, detail]),
  )
  const leaveHeld = { onConflict: 'nothing' } as const
  await insertRows(tx, 'claim_sentence', SENTENCE_COLUMNS, sentences, leaveHeld)
  await insertRows(tx, 'claim_caution', CAUTION_COLUMNS, cautions, leaveHeld)
}

/** Claims under a lock, in the order of their ids so that no two wait for each other for ever. */
export async function lockProposals(
  tx: Database,
  tenant: number,
  ids: readonly Uuid[],
): Promise<ProposalRow[]> {
  await sql`
    select id from claim where tenant = ${tenant} and id = any(${uuidList(ids)})
    order by id for update`.execute(tx)
  return readProposals(tx, tenant, ids)
}

/** What a decision over these claims looks at. */
export async function readProposals(
  db: Database,
  tenant: number,
  ids: readonly Uuid[],
): Promise<ProposalRow[]> {
  const { rows } = await sql<ProposalRow>`
    select c.id, c.label, ${waits('c')} as "isWaiting", s.class as "sourceClass",
      s.brought_by as "broughtBy",
      (select count(*)::int4 from claim_caution q
        where q.tenant = c.tenant and q.claim = c.id) as cautions,
      coalesce((select json_agg(distinct g.edited_by) from claim_edit g
        where g.tenant = c.tenant and g.claim = c.id), '[]'::json) as "editedBy"
    from claim c join source s on s.tenant = c.tenant and s.id = c.source
    where c.tenant = ${tenant} and c.id = any(${uuidList(ids)})`.execute(db)
  return rows
}

interface DraftRow extends ClaimRow {
  readonly subject_kind: string
  readonly subject_scheme: string
  readonly subject_code: string
  readonly object_kind: string | null
  readonly object_scheme: string | null
  readonly object_code: string | null
}

/** A stored claim as a draft again; its quote stays as the hash that is stored. */
export async function readDraft(
  db: Database,
  tenant: number,
  id: Uuid,
): Promise<{ row: ClaimRow; draft: ClaimDraft }> {
  const { rows } = await sql<DraftRow>`
    select c.*, s.kind as subject_kind, s.scheme as subject_scheme, s.code as subject_code,
      o.kind as object_kind, o.scheme as object_scheme, o.code as object_code
    from claim c join thing s on s.tenant = c.tenant and s.id = c.subject
    left join thing o on o.tenant = c.tenant and o.id = c.object
    where c.tenant = ${tenant} and c.id = ${id}`.execute(db)
  const row = rows[0]
  if (row === undefined) throw new Problem('not-found', { what: id })
  const { number, low, high, unit, printed, operator } = row
  const isMeasured = number !== null && unit !== null && printed !== null
  const quantity = isMeasured ? { operator, number, low, high, unit, printed } : null
  const { object_kind: kind, object_scheme: scheme, object_code: code } = row
  const draft: ClaimDraft = {
    subject: { kind: row.subject_kind, scheme: row.subject_scheme, code: row.subject_code },
    property: row.property,
    object: kind === null || scheme === null || code === null ? null : { kind, scheme, code },
    text: quantity === null ? printed : null,
    quantity: quantity as ClaimDraft['quantity'],
    validFrom: row.valid_from,
    validTo: row.valid_to,
    locator: {
      sheet: row.sheet,
      page: row.page,
      row: row.row_number,
      cells: row.cells,
      start: row.span_start,
      end: row.span_end,
    },
    quote: '',
  }
  return { row, draft }
}

/** Records what a person put in place of a reading, which was read in the same sentence. */
export async function insertEdit(
  tx: Database,
  tenant: number,
  edit: { claim: Uuid; replaces: Uuid; decision: Uuid; by: Uuid; at: string },
): Promise<void> {
  await sql`
    insert into claim_edit (tenant, claim, replaces, decision, edited_by, edited_at)
    values (${tenant}, ${edit.claim}, ${edit.replaces}, ${edit.decision}, ${edit.by}, ${edit.at})
    on conflict do nothing`.execute(tx)
  await sql`
    insert into claim_sentence (tenant, claim, first, last)
    select tenant, ${edit.claim}::uuid, first, last from claim_sentence
    where tenant = ${tenant} and claim = ${edit.replaces} on conflict do nothing`.execute(tx)
}

/** Who edited a claim last, and what it replaces; null for what a reader read. */
export async function editOf(
  db: Database,
  tenant: number,
  claim: Uuid,
): Promise<{ replaces: Uuid; by: string; person: Uuid } | null> {
  const { rows } = await sql<{ replaces: Uuid; by: string; person: Uuid }>`
    select g.replaces, p.name as by, g.edited_by as person from claim_edit g
    join person p on p.tenant = g.tenant and p.id = g.edited_by
    where g.tenant = ${tenant} and g.claim = ${claim}
    order by g.edited_at desc limit 1`.execute(db)
  return rows[0] ?? null
}

/** The corrections for which a rejection made room, and whether anybody decided over each since. */
export async function editsOf(
  tx: Database,
  tenant: number,
  decision: Uuid,
): Promise<{ claim: Uuid; isDecided: boolean }[]> {
  const { rows } = await sql<{ claim: Uuid; isDecided: boolean }>`
    select g.claim, exists (
        select from decision_claim n join decision d on d.tenant = n.tenant and d.id = n.decision
        where n.tenant = g.tenant and n.claim = g.claim and d.recorded_at > g.edited_at
      ) as "isDecided"
    from claim_edit g where g.tenant = ${tenant} and g.decision = ${decision}`.execute(tx)
  return rows
}

/** What the newest correction of each claim replaced, with the newest decision over that. */
export async function replacedBy(
  tx: Database,
  tenant: number,
  claims: readonly Uuid[],
): Promise<{ replaces: Uuid; last: Uuid; kind: string; reason: string | null }[]> {
  const { rows } = await sql<{ replaces: Uuid; last: Uuid; kind: string; reason: string | null }>`
    select e.replaces, l.id as last, l.kind, l.reason
    from (select distinct on (g.claim) g.claim, g.replaces from claim_edit g
      where g.tenant = ${tenant} and g.claim = any(${uuidList(claims)})
      order by g.claim, g.edited_at desc) e
    join lateral (select d.id, d.kind, d.reason from decision_claim n
      join decision d on d.tenant = n.tenant and d.id = n.decision
      where n.tenant = ${tenant} and n.claim = e.replaces
      order by d.recorded_at desc, d.id desc limit 1) l on true`.execute(tx)
  return rows
}

/** The newest correction of a claim, where it was rejected: who made it, and who rejected it and why. */
export async function returnedOf(
  db: Database,
  tenant: number,
  claim: Uuid,
): Promise<{ claim: Uuid; by: string; rejectedBy: string; reason: string } | null> {
  const { rows } = await sql<{ claim: Uuid; by: string; rejectedBy: string; reason: string }>`
    select g.claim, coalesce(e.name, '') as by, coalesce(p.name, '') as "rejectedBy", l.reason
    from claim_edit g
    left join person e on e.tenant = g.tenant and e.id = g.edited_by
    join lateral (select d.kind, d.reason, d.actor from decision_claim n
      join decision d on d.tenant = n.tenant and d.id = n.decision
      where n.tenant = g.tenant and n.claim = g.claim
      order by d.recorded_at desc, d.id desc limit 1) l on l.kind = 'reject' and l.reason <> 'undone'
    left join person p on p.tenant = g.tenant and p.id = l.actor
    where g.tenant = ${tenant} and g.replaces = ${claim}
    order by g.edited_at desc limit 1`.execute(db)
  return rows[0] ?? null
}

/** The rejection that is the newest decision over a claim, or null. */
export async function rejectionOver(
  tx: Database,
  tenant: number,
  claim: Uuid,
): Promise<Uuid | null> {
  const { rows } = await sql<{ id: Uuid; kind: string }>`
    select d.id, d.kind from decision_claim n
    join decision d on d.tenant = n.tenant and d.id = n.decision
    where n.tenant = ${tenant} and n.claim = ${claim}
    order by d.recorded_at desc, d.id desc limit 1`.execute(tx)
  return rows[0]?.kind === 'reject' ? rows[0].id : null
}

/** A decision with the claims it names, and whether it is the newest over each of them. */
export async function decisionOf(
  tx: Database,
  tenant: number,
  id: Uuid,
): Promise<{ policy: string; kind: string; claims: Uuid[]; isNewest: boolean } | null> {
  const { rows } = await sql<{ policy: string; kind: string; claim: Uuid; newest: boolean }>`
    select d.policy, d.kind, n.claim, d.target is null and not exists (
        select 1 from decision_claim m join decision e on e.tenant = m.tenant and e.id = m.decision
        where m.tenant = n.tenant and m.claim = n.claim
          and (e.recorded_at, e.id) > (d.recorded_at, d.id)) as newest
    from decision d join decision_claim n on n.tenant = d.tenant and n.decision = d.id
    where d.tenant = ${tenant} and d.id = ${id}`.execute(tx)
  const [first] = rows
  if (first === undefined) return null
  return {
    policy: first.policy,
    kind: first.kind,
    claims: rows.map(({ claim }) => claim),
    isNewest: rows.every(({ newest }) => newest),
  }
}

/** The newest decision of a person at the desk that nobody took back, or null. */
export async function lastDecisionOf(
  db: Database,
  tenant: number,
  person: Uuid,
): Promise<LastDecision | null> {
  // What an edit lets stand at once goes with the edit, and not by itself.
  const { rows } = await sql<LastDecision>`
    select d.id, d.claims,
      case when d.kind = 'publish' then 'accept' when d.reason = 'corrected' then 'edit'
        else 'reject' end as kind,
      (select n.claim from decision_claim n
        where n.tenant = d.tenant and n.decision = d.id order by n.claim limit 1) as claim
    from decision d
    where d.tenant = ${tenant} and d.actor = ${person} and d.policy like 'review@%'
      and d.kind in ('publish', 'reject') and d.reason is distinct from 'undone'
      and not exists (select from decision u where u.tenant = d.tenant and u.target = d.id)
      and not (d.kind = 'publish' and exists (
        select from claim_edit g
        where g.tenant = d.tenant and g.edited_by = d.actor and g.edited_at = d.recorded_at))
    order by d.recorded_at desc, d.id desc limit 1`.execute(db)
  return rows[0] ?? null
}

/** How many claims a person decided over at the desk from a moment on, without those taken back. */
export async function decidedSince(
  db: Database,
  tenant: number,
  person: Uuid,
  since: string,
): Promise<number> {
  const { rows } = await sql<{ claims: number }>`
    select coalesce(sum(d.claims), 0)::float8 as claims from decision d
    where d.tenant = ${tenant} and d.recorded_at >= ${since}::timestamptz and d.actor = ${person}
      and d.policy like 'review@%' and d.kind in ('publish', 'reject')
      and d.reason is distinct from 'undone'
      and not exists (select from decision u where u.tenant = d.tenant and u.target = d.id)
      and not (d.kind = 'publish' and exists (
        select from claim_edit g
        where g.tenant = d.tenant and g.edited_by = d.actor and g.edited_at = d.recorded_at))`.execute(
    db,
  )
  return rows[0]?.claims ?? 0
}

/** What made the reader doubt a claim. */
export async function cautionsOf(db: Database, tenant: number, claim: Uuid): Promise<Caution[]> {
  const { rows } = await sql<Caution>`
    select code, detail from claim_caution
    where tenant = ${tenant} and claim = ${claim} order by code, detail`.execute(db)
  return rows
}

/** Why a row of a table was held, where the claim comes from one. */
export async function heldReasons(db: Database, tenant: number, claim: Uuid): Promise<Words[]> {
  const { rows } = await sql<{ reasons: { words: Words }[] }>`
    select r.reasons from claim c
    join import_row r on r.tenant = c.tenant and r.batch = c.batch and r.outcome = 'held'
      and r.sheet is not distinct from c.sheet and c.row_number between r.first and r.last
    where c.tenant = ${tenant} and c.id = ${claim} and c.held limit 5`.execute(db)
  return rows.flatMap(({ reasons }) => reasons.map(({ words }) => words))
}

/** The sentence in which a claim was read, in code points; null where nobody noted it. */
export async function sentenceOf(
  db: Database,
  tenant: number,
  claim: Uuid,
): Promise<{ start: number; end: number } | null> {
  const { rows } = await sql<{ start: number; end: number }>`
    select first as start, last as "end" from claim_sentence
    where tenant = ${tenant} and claim = ${claim}`.execute(db)
  return rows[0] ?? null
}
