import { type RawBuilder, sql } from 'kysely'
import { Problem, type Uuid } from '../../base/index.ts'
import type { Database } from '../../store/index.ts'
import type { Visibility } from '../../trust/access/index.ts'
import {
  type AsOf,
  type ClaimDraft,
  type ClaimRow,
  decisionsAsOf,
  stands,
  uuidList,
} from '../evidence/index.ts'
import type { ProposalRow, QueueItem } from './model.ts'
import { REVIEW_GROUPS } from './rules.ts'

/** Claims of one line that are handed out; also as many as one decision takes. */
const LINE_CLAIMS_MAX = 500

function labelsOf({ labels }: Visibility): RawBuilder<unknown> {
  return sql.join(labels.length === 0 ? [sql`null`] : labels.map((label) => sql.lit(label)))
}

/** True for a held claim that nobody decided, or whose newest decision was taken back by name. */
const PENDING = sql<boolean>`(c.held and coalesce((
  select d.kind = 'withdraw' and exists (select 1 from decision_claim u
    where u.tenant = n.tenant and u.claim = n.claim and u.decision = d.target)
  from decision_claim n join decision d on d.tenant = n.tenant and d.id = n.decision
  where n.tenant = c.tenant and n.claim = c.id
  order by d.recorded_at desc, d.id desc limit 1), true))`

/** True where two rows of claims or facts speak of one thing at one time and differ. */
const differs = (one: string, other: string): RawBuilder<boolean> => {
  const [a, b] = [sql.ref(one), sql.ref(other)]
  return sql<boolean>`(${b}.subject = ${a}.subject and ${b}.property = ${a}.property
    and ${b}.valid_from is not distinct from ${a}.valid_from
    and (${b}.number is distinct from ${a}.number or ${b}.operator is distinct from ${a}.operator
      or ${b}.unit is distinct from ${a}.unit
      or (${a}.number is null and ${b}.printed is distinct from ${a}.printed)))`
}

export interface QueueFilter {
  readonly visibility: Visibility
  readonly asOf: AsOf
  /** Properties of which a thing has one value at a time: others contradict nothing. */
  readonly singular: readonly string[]
  readonly source: Uuid | null
}

/** Texts as one parameter. */
const textList = (texts: readonly string[]): RawBuilder<unknown> =>
  sql`(select value from json_array_elements_text(${JSON.stringify(texts)}::json))`

/**
 * The queue as common table expressions: `pending` claims, and `lines`, each claim with the rank of
 * its group and the key of the line on which it stands.
 */
function queue({ visibility, asOf, singular, source }: QueueFilter): RawBuilder<unknown> {
  const { tenant } = visibility
  return sql`
    with ${decisionsAsOf(tenant, asOf)},
    pending as materialized (
      select c.* from claim c
      where c.tenant = ${tenant} and c.label in (${labelsOf(visibility)})
        and ${source === null ? sql`true` : sql`c.source = ${source}`} and ${PENDING}),
    marked as (
      select p.id, p.source, p.sheet, p.row_number, p.span_start, p.cells, p.property, p.subject,
        p.printed, s.title, s.brought_at,
        concat_ws('|', p.source, p.property, p.sheet,
          case when p.row_number is null then coalesce(w.first, p.span_start) end) as stretch,
        case
          when exists (select 1 from claim_caution q
            where q.tenant = p.tenant and q.claim = p.id) then 0
          when p.property in ${textList(singular)} and p.object is null and (
            exists (select 1 from value v where ${stands('v', visibility)} and ${differs('p', 'v')})
            or exists (select 1 from pending o
              where o.id <> p.id and o.object is null and ${differs('p', 'o')})) then 1
          when p.object is not null and p.number is not null and exists (
            select 1 from edge e where ${stands('e', visibility)} and e.object = p.object
              and e.number is not null and ${differs('p', 'e')}) then 1
          when exists (select 1 from claim_edit g
            where g.tenant = p.tenant and g.claim = p.id) then 2
        end as alone
      from pending p
      join source s on s.tenant = p.tenant and s.id = p.source
      left join claim_sentence w on w.tenant = p.tenant and w.claim = p.id),
    lines as (
      select m.*, coalesce(m.alone, case when m.alike > 1 then 3 else 4 end) as rank,
        case when m.alone is null and m.alike > 1 then m.stretch else m.id::text end as line
      from (select marked.*, count(*) over (
          partition by stretch, (alone is null)) as alike from marked) m)`
}

interface LineRow {
  rank: number
  ids: string
  count: number
}

const itemOf = ({ rank, ids, count }: LineRow): QueueItem => ({
  group: REVIEW_GROUPS[rank] ?? 'single',
  claims: ids.split(','),
  count,
})

const IDS_IN_ORDER = sql`string_agg(l.id::text, ',' order by l.sheet nulls first,
  l.row_number nulls first, l.span_start nulls first, l.cells, l.id)`

/** Lines of the queue in the order in which they are worked. */
export async function queuePage(
  db: Database,
  filter: QueueFilter,
  page: {
    readonly group: QueueItem['group'] | null
    readonly words: string
    readonly offset: number
    readonly limit: number
  },
): Promise<QueueItem[]> {
  const { tenant } = filter.visibility
  const rank = page.group === null ? -1 : REVIEW_GROUPS.indexOf(page.group)
  const like = `%${page.words.replaceAll(/[\\%_]/gu, String.raw`\$&`)}%`
  const speaksOf = sql`(l.printed ilike ${like} or l.title ilike ${like}
    or exists (select 1 from thing t
      where t.tenant = ${tenant} and t.id = l.subject and t.code ilike ${like})
    or exists (select 1 from pending n
      where n.subject = l.subject and n.property = 'name' and n.printed ilike ${like})
    or exists (select 1 from entity y
      where y.id = l.subject and ${stands('y', filter.visibility)} and y.name ilike ${like}))`
  const { rows } = await sql<LineRow>`
    ${queue(filter)}
    select l.rank, count(*)::int4 as count, ${IDS_IN_ORDER} as ids from lines l
    where ${rank < 0 ? sql`true` : sql`l.rank = ${rank}`}
      and ${page.words === '' ? sql`true` : speaksOf}
    group by l.rank, l.line
    order by l.rank, min(l.brought_at) desc, min(l.source::text), min(l.sheet) nulls first,
      min(l.row_number) nulls first, min(l.span_start) nulls first, min(l.id::text)
    limit ${page.limit} offset ${page.offset}`.execute(db)
  return rows.map((row) => {
    const item = itemOf(row)
    return { ...item, claims: item.claims.slice(0, LINE_CLAIMS_MAX) }
  })
}

/** How many claims wait in each group, and on how many lines. */
export async function queueCounts(
  db: Database,
  filter: QueueFilter,
): Promise<{ group: QueueItem['group']; claims: number; lines: number }[]> {
  const { rows } = await sql<{ rank: number; claims: number; lines: number }>`
    ${queue(filter)}
    select rank, count(*)::int4 as claims, count(distinct line)::int4 as lines from lines
    group by rank`.execute(db)
  return REVIEW_GROUPS.map((group, at) => {
    const row = rows.find(({ rank }) => rank === at)
    return { group, claims: row?.claims ?? 0, lines: row?.lines ?? 0 }
  })
}

/** The line on which a claim stands, itself included; null where it does not wait. */
export async function alikeTo(
  db: Database,
  filter: QueueFilter,
  claim: Uuid,
): Promise<QueueItem | null> {
  const { rows } = await sql<LineRow>`
    ${queue(filter)}
    select l.rank, count(*)::int4 as count, ${IDS_IN_ORDER} as ids from lines l
    where l.line = (select line from lines where id = ${claim}) group by l.rank`.execute(db)
  const row = rows[0]
  return row === undefined ? null : itemOf(row)
}

/** Claims, standing or waiting, that say something else of the same thing at the same time. */
export async function rivalsOf(db: Database, filter: QueueFilter, claim: Uuid): Promise<Uuid[]> {
  const { visibility, asOf, singular } = filter
  const { rows } = await sql<{ id: Uuid }>`
    with ${decisionsAsOf(visibility.tenant, asOf)},
    p as (select * from claim where tenant = ${visibility.tenant} and id = ${claim})
    select v.claim as id from p join value v on ${differs('p', 'v')}
      where ${stands('v', visibility)} and p.property in ${textList(singular)}
    union select e.claim from p join edge e on e.object = p.object and ${differs('p', 'e')}
      where ${stands('e', visibility)} and p.number is not null and e.number is not null
    union select c.id from p join claim c on ${differs('p', 'c')}
      where c.tenant = p.tenant and c.id <> p.id and c.label in (${labelsOf(visibility)})
        and c.object is null and p.object is null and p.property in ${textList(singular)}
        and ${PENDING}
    limit 20`.execute(db)
  return rows.map(({ id }) => id)
}

/** Claims with the same property that stand or wait: of the same thing, or in the same source. */
export async function heldBeside(
  db: Database,
  { visibility, asOf }: QueueFilter,
  claim: Uuid,
): Promise<Uuid[]> {
  const { tenant } = visibility
  const { rows } = await sql<{ id: Uuid }>`
    with ${decisionsAsOf(tenant, asOf)},
    p as (select * from claim where tenant = ${tenant} and id = ${claim}),
    standing as (
      select claim from value v where ${stands('v', visibility)}
        and v.property = (select property from p)
      union select claim from edge e where ${stands('e', visibility)}
        and e.property = (select property from p)
      union select claim from entity n where ${stands('n', visibility)}
        and n.id = (select subject from p) and (select property from p) = 'name')
    select c.id from p join claim c on c.tenant = p.tenant and c.property = p.property
      and (c.subject = p.subject or (c.source = p.source
        and c.valid_from is not distinct from p.valid_from and c.object is not distinct from p.object))
    where c.id <> p.id and c.label in (${labelsOf(visibility)})
      and (c.id in (select claim from standing) or ${PENDING})
    order by c.subject = p.subject desc, c.id in (select claim from standing) desc,
      c.number desc nulls last, c.id
    limit 8`.execute(db)
  return rows.map(({ id }) => id)
}

/** Names that waiting claims give to things that no standing claim names yet. */
export async function pendingNames(
  db: Database,
  visibility: Visibility,
  things: readonly Uuid[],
): Promise<Map<Uuid, string>> {
  const { rows } = await sql<{ subject: Uuid; printed: string }>`
    select distinct on (c.subject) c.subject, c.printed from claim c
    where c.tenant = ${visibility.tenant} and c.label in (${labelsOf(visibility)})
      and c.property = 'name' and c.subject = any(${uuidList(things)}) and ${PENDING}
    order by c.subject, c.id`.execute(db)
  return new Map(rows.map(({ subject, printed }) => [subject, printed]))
}

/** Claims under a lock, in the order of their ids so that no two wait for each other for ever. */
export async function lockProposals(
  tx: Database,
  tenant: number,
  ids: readonly Uuid[],
): Promise<ProposalRow[]> {
  const list = uuidList(ids)
  await sql`
    select id from claim where tenant = ${tenant} and id = any(${list})
    order by id for update`.execute(tx)
  const { rows } = await sql<ProposalRow>`
    select c.id, c.label, ${PENDING} as pending, s.class as "sourceClass",
      s.brought_by as "broughtBy",
      (select count(*)::int4 from claim_caution q
        where q.tenant = c.tenant and q.claim = c.id) as cautions,
      coalesce((select string_agg(distinct g.edited_by::text, ',') from claim_edit g
        where g.tenant = c.tenant and g.claim = c.id), '') as "editedBy"
    from claim c join source s on s.tenant = c.tenant and s.id = c.source
    where c.tenant = ${tenant} and c.id = any(${list})`.execute(tx)
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
  tx: Database,
  tenant: number,
  id: Uuid,
): Promise<{ row: ClaimRow; draft: ClaimDraft }> {
  const { rows } = await sql<DraftRow>`
    select c.*, s.kind as subject_kind, s.scheme as subject_scheme, s.code as subject_code,
      o.kind as object_kind, o.scheme as object_scheme, o.code as object_code
    from claim c join thing s on s.tenant = c.tenant and s.id = c.subject
    left join thing o on o.tenant = c.tenant and o.id = c.object
    where c.tenant = ${tenant} and c.id = ${id}`.execute(tx)
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

/** Records what a person put in place of a reading. */
export async function insertEdit(
  tx: Database,
  tenant: number,
  edit: { claim: Uuid; replaces: Uuid; decision: Uuid; by: Uuid; at: string },
): Promise<void> {
  await sql`
    insert into claim_edit (tenant, claim, replaces, decision, edited_by, edited_at)
    values (${tenant}, ${edit.claim}, ${edit.replaces}, ${edit.decision}, ${edit.by}, ${edit.at})
    on conflict do nothing`.execute(tx)
}

/** Who edited a claim, and what it replaces; null for what a reader read. */
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

/** The corrections for which a rejection made room. */
export async function editsOf(tx: Database, tenant: number, decision: Uuid): Promise<Uuid[]> {
  const { rows } = await sql<{ claim: Uuid }>`
    select claim from claim_edit where tenant = ${tenant} and decision = ${decision}`.execute(tx)
  return rows.map(({ claim }) => claim)
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
): Promise<{ policy: string; claims: Uuid[]; isNewest: boolean } | null> {
  const { rows } = await sql<{ policy: string; claim: Uuid; newest: boolean }>`
    select d.policy, n.claim, d.target is null and not exists (
        select 1 from decision_claim m join decision e on e.tenant = m.tenant and e.id = m.decision
        where m.tenant = n.tenant and m.claim = n.claim
          and (e.recorded_at, e.id) > (d.recorded_at, d.id)) as newest
    from decision d join decision_claim n on n.tenant = d.tenant and n.decision = d.id
    where d.tenant = ${tenant} and d.id = ${id}`.execute(tx)
  const [first] = rows
  if (first === undefined) return null
  return {
    policy: first.policy,
    claims: rows.map(({ claim }) => claim),
    isNewest: rows.every(({ newest }) => newest),
  }
}

/** What made the reader doubt a claim. */
export async function cautionsOf(
  db: Database,
  tenant: number,
  claim: Uuid,
): Promise<{ code: string; detail: string }[]> {
  const { rows } = await sql<{ code: string; detail: string }>`
    select code, detail from claim_caution
    where tenant = ${tenant} and claim = ${claim} order by code, detail`.execute(db)
  return rows
}
