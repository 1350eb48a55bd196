import { type RawBuilder, sql } from 'kysely'
import { inParts, type JsonValue, type Uuid } from '../../base/index.ts'
import {
  type AsOf,
  decisionsAsOf,
  holdsOn,
  stands,
  uuidList,
  waits,
} from '../../graph/evidence/index.ts'
import { type Column, type Database, INSERT_ROWS_MAX, insertRows } from '../../store/index.ts'
import type { Visibility } from '../../trust/access/index.ts'
import type { CellCount } from './follow.ts'
import type {
  AskedCell,
  AskedWhy,
  CellState,
  Recipient,
  ReturnRow,
  Round,
  RoundState,
} from './model.ts'

/** Who asks, and as of when. */
export interface View {
  readonly visibility: Visibility
  readonly asOf: AsOf
}

/** Things of a kind that hang on a chain or on its stages, with the division code of their place. */
export async function thingsOfChain(
  db: Database,
  { visibility, asOf }: View,
  { chain, kind, limit }: { readonly chain: Uuid; readonly kind: string; readonly limit: number },
): Promise<{ id: Uuid; scheme: string; code: string; place: string | null }[]> {
  const standing = (edge: string): RawBuilder<boolean> =>
    sql<boolean>`${stands(edge, visibility)} and ${holdsOn(edge, asOf)}`
  const { rows } = await sql<{ id: Uuid; scheme: string; code: string; place: string | null }>`
    with ${decisionsAsOf(visibility.tenant, asOf)},
    base as materialized (
      select ${chain}::uuid as id union
      select g.subject from edge g join thing t on t.tenant = g.tenant and t.id = g.subject
      where g.object = ${chain} and g.property = 'belongsToChain' and t.kind = 'stage'
        and ${standing('g')}),
    member as materialized (
      select distinct t.id, t.scheme, t.code
      from edge g join thing t on t.tenant = g.tenant and t.id = g.subject
      where g.object in (select id from base)
        and g.property in ('belongsToChain', 'belongsToStage', 'leads')
        and t.kind = ${kind} and ${standing('g')}
      order by t.id limit ${limit}),
    placed as (
      select distinct on (l.subject) l.subject, p.code
      from edge l join thing p on p.tenant = l.tenant and p.id = l.object
      where l.subject in (select id from member) and l.property = 'locatedIn' and ${standing('l')}
      order by l.subject, l.valid_from desc nulls last, length(p.code) desc, l.claim)
    select m.id, m.scheme, m.code, p.code as place
    from member m left join placed p on p.subject = m.id order by m.id`.execute(db)
  return rows
}

/** Cells of things that a round asks or has an answer to; `thing` as it was when they were asked. */
export interface CellElsewhere {
  readonly thing: Uuid
  readonly property: string
  readonly open: boolean
  /** ISO day in UTC of an answer that waits; null where none does. */
  readonly answeredOn: string | null
}

/**
 * The claim by which a cell is answered now, as `k`: what the recipient said, or what a person at
 * the review desk put in its place.
 */
const EFFECTIVE = sql`
  left join claim o on o.tenant = c.tenant and o.id = c.claim
  left join lateral (
    select k.* from claim k where k.tenant = c.tenant and k.id = case when ${waits('o')} then o.id
      else coalesce((select g.claim from claim_edit g
        where g.tenant = o.tenant and g.replaces = o.id order by g.edited_at desc limit 1), o.id) end
  ) k on true`

const STATE = sql<CellState>`case
  when c.claim is null then case when c.declined then 'declined' else 'open' end
  when ${waits('k')} then 'waiting'
  when exists (select from value v where v.tenant = k.tenant and v.claim = k.id and v.ended is null)
    then 'accepted'
  else 'refused' end`

/** What other rounds have of some properties, but for what they let go. */
export async function askedBefore(
  db: Database,
  tenant: number,
  properties: readonly string[],
): Promise<CellElsewhere[]> {
  const { rows } = await sql<CellElsewhere>`
    select c.thing, c.property, bool_or(c.open) as open,
      to_char(max(c.answered_at) filter (where ${STATE} = 'waiting') at time zone 'UTC',
        'YYYY-MM-DD') as "answeredOn"
    from collection_cell c ${EFFECTIVE}
    where c.tenant = ${tenant} and c.property = any(${[...properties]}::text[])
      and (c.open or c.claim is not null)
    group by c.thing, c.property
    having bool_or(c.open) or bool_or(${STATE} = 'waiting')`.execute(db)
  return rows
}

export async function insertRound(tx: Database, round: Round): Promise<void> {
  await sql`
    insert into collection_round (tenant, id, code, title, state, kind, chain, region, list,
      properties, answered_by, valid_from, valid_to, due, label, saved, office, created_by, created_at)
    values (${round.tenant}, ${round.id}, ${round.code}, ${round.title}, ${round.state},
      ${round.kind}, ${round.chain}, ${round.region}, ${round.list},
      ${JSON.stringify(round.properties)}::jsonb, ${round.answeredBy}, ${round.validFrom},
      ${round.validTo}, ${round.due}, ${round.label}, ${JSON.stringify(round.saved)}::jsonb,
      ${round.office}, ${round.createdBy}, ${round.createdAt})`.execute(tx)
}

const RECIPIENT_COLUMNS: readonly Column[] = [
  { name: 'tenant', type: 'int4' },
  { name: 'round', type: 'uuid' },
  { name: 'ordinal', type: 'int4' },
  { name: 'organisation', type: 'uuid' },
  { name: 'name', type: 'text' },
  { name: 'code', type: 'text' },
  { name: 'sheet', type: 'jsonb' },
]

export async function insertRecipients(
  tx: Database,
  { tenant, id }: Round,
  recipients: readonly Recipient[],
): Promise<void> {
  const rows = recipients.map(({ ordinal, organisation, name, code, sheet }) => [
    ...[tenant, id, ordinal, organisation, name, code],
    sheet as unknown as JsonValue,
  ])
  for (const some of inParts(rows, INSERT_ROWS_MAX)) {
    await insertRows(tx, 'collection_recipient', RECIPIENT_COLUMNS, some)
  }
}

const CELL_COLUMNS: readonly Column[] = [
  { name: 'tenant', type: 'int4' },
  { name: 'round', type: 'uuid' },
  { name: 'thing', type: 'uuid' },
  { name: 'property', type: 'text' },
  { name: 'recipient', type: 'int4' },
  { name: 'why', type: 'text' },
  { name: 'again', type: 'text' },
  { name: 'open', type: 'bool' },
  { name: 'declined', type: 'bool' },
]

/** Stores the cells of a round as open ones; throws where another open round has one of them. */
export async function insertCells(
  tx: Database,
  { tenant, id }: Round,
  cells: readonly AskedCell[],
): Promise<void> {
  const rows = cells.map(({ thing, property, recipient, why, again }) => [
    ...[tenant, id, thing, property, recipient, why, again, true, false],
  ])
  for (const some of inParts(rows, INSERT_ROWS_MAX)) {
    await insertRows(tx, 'collection_cell', CELL_COLUMNS, some)
  }
}

const ROUND = sql`r.tenant, r.id, r.code, r.title, r.state, r.kind, r.chain, r.region, r.list,
  r.properties, r.answered_by as "answeredBy", r.valid_from as "validFrom",
  r.valid_to as "validTo", r.due, r.label, r.saved, r.office, r.created_by as "createdBy",
  r.created_at as "createdAt", r.sent_at as "sentAt", r.closed_at as "closedAt"`

/** Whose rounds: all of the house, or those that were sent to one organisation. */
export interface Whose {
  readonly organisation: Uuid | null
}

const asked = ({ organisation }: Whose): RawBuilder<boolean> =>
  organisation === null
    ? sql<boolean>`true`
    : sql<boolean>`r.state <> 'draft' and exists (select from collection_recipient p
        where p.tenant = r.tenant and p.round = r.id and p.organisation = ${organisation})`

/** Rounds, the newest first. */
export async function listRounds(db: Database, tenant: number, whose: Whose): Promise<Round[]> {
  const { rows } = await sql<Round>`
    select ${ROUND} from collection_round r where r.tenant = ${tenant} and ${asked(whose)}
    order by r.created_at desc, r.id`.execute(db)
  return rows
}

/** One round, or null. */
export async function findRound(
  db: Database,
  tenant: number,
  by: { readonly id: Uuid } | { readonly code: string },
  whose: Whose,
): Promise<Round | null> {
  const which = 'id' in by ? sql`r.id = ${by.id}` : sql`r.code = ${by.code}`
  const { rows } = await sql<Round>`
    select ${ROUND} from collection_round r
    where r.tenant = ${tenant} and ${which} and ${asked(whose)}`.execute(db)
  return rows[0] ?? null
}

/** The round under a lock, so that of two who change it the second finds it changed. */
export async function lockRound(
  tx: Database,
  tenant: number,
  id: Uuid,
): Promise<RoundState | null> {
  const { rows } = await sql<{ state: RoundState }>`
    select state from collection_round where tenant = ${tenant} and id = ${id} for update`.execute(
    tx,
  )
  return rows[0]?.state ?? null
}

/** Recipients in their order; of one organisation, or one of them, where asked for. */
export async function readRecipients(
  db: Database,
  tenant: number,
  round: Uuid,
  { organisation, ordinal = null }: Whose & { readonly ordinal?: number | null },
): Promise<Recipient[]> {
  const { rows } = await sql<Recipient>`
    select ordinal, organisation, name, code, sheet from collection_recipient
    where tenant = ${tenant} and round = ${round}
      and ${organisation === null ? sql`true` : sql`organisation = ${organisation}`}
      and ${ordinal === null ? sql`true` : sql`ordinal = ${ordinal}`}
    order by ordinal`.execute(db)
  return rows
}

/** Marks a round as sent, or as closed, which lets its cells go. */
export async function setRoundState(
  tx: Database,
  tenant: number,
  id: Uuid,
  { state, at }: { readonly state: 'sent' | 'closed'; readonly at: string },
): Promise<void> {
  const column = state === 'sent' ? sql`sent_at` : sql`closed_at`
  await sql`update collection_round set state = ${state}, ${column} = ${at}
    where tenant = ${tenant} and id = ${id}`.execute(tx)
  if (state !== 'closed') return
  await sql`update collection_cell set open = false
    where tenant = ${tenant} and round = ${id}`.execute(tx)
}

/** How many cells of each round and recipient stand in each state. */
export async function countCells(
  db: Database,
  tenant: number,
  rounds: readonly Uuid[],
): Promise<(CellCount & { round: Uuid })[]> {
  const { rows } = await sql<CellCount & { round: Uuid }>`
    select c.round, c.recipient, ${STATE} as state, count(*)::int4 as cells,
      count(c.again)::int4 as again
    from collection_cell c ${EFFECTIVE}
    where c.tenant = ${tenant} and c.round = any(${uuidList(rounds)})
    group by 1, 2, 3`.execute(db)
  return rows
}

/** A cell of a round with what became of it. */
export interface CellRow {
  readonly thing: Uuid
  readonly property: string
  readonly recipient: number
  readonly why: AskedWhy
  readonly again: string | null
  readonly state: CellState
  /** The claim that answers it; null where none does. */
  readonly claim: Uuid | null
}

/** Which cells of a round. */
export interface CellChoice {
  readonly recipients: readonly number[] | null
  readonly state: CellState | null
  readonly claims?: readonly Uuid[]
}

/** Cells of a round by recipient, thing and property. */
export async function readCells(
  db: Database,
  tenant: number,
  round: Uuid,
  { recipients, state, claims }: CellChoice,
): Promise<CellRow[]> {
  const of = recipients === null ? sql`true` : sql`recipient = any(${[...recipients]}::int4[])`
  const { rows } = await sql<CellRow>`
    with cell as (
      select c.thing, c.property, c.recipient, c.why, c.again, ${STATE} as state, k.id as claim
      from collection_cell c ${EFFECTIVE}
      where c.tenant = ${tenant} and c.round = ${round})
    select * from cell where ${of} and ${state === null ? sql`true` : sql`state = ${state}`}
      and ${claims === undefined ? sql`true` : sql`claim = any(${uuidList(claims)})`}
    order by recipient, thing, property`.execute(db)
  return rows
}

/** What a return brings to some cells: the claim of an answer, or that it was declined. */
export interface CellAnswer {
  readonly thing: Uuid
  readonly property: string
  readonly claim: Uuid | null
}

export async function setAnswers(
  tx: Database,
  tenant: number,
  round: Uuid,
  { answers, at }: { readonly answers: readonly CellAnswer[]; readonly at: string },
): Promise<void> {
  if (answers.length === 0) return
  await sql`
    update collection_cell c set claim = a.claim, declined = a.claim is null, answered_at = ${at}
    from json_to_recordset(${JSON.stringify(answers)}::json)
      as a(thing uuid, property text, claim uuid)
    where c.tenant = ${tenant} and c.round = ${round} and c.thing = a.thing
      and c.property = a.property`.execute(tx)
}

/** The number of the next return of a recipient; the round is held, so that no two take one. */
export async function nextReturn(
  tx: Database,
  tenant: number,
  round: Uuid,
  recipient: number,
): Promise<number> {
  const { rows } = await sql<{ number: number }>`
    select coalesce(max(number), 0) + 1 as number from collection_return
    where tenant = ${tenant} and round = ${round} and recipient = ${recipient}`.execute(tx)
  return rows[0]?.number ?? 1
}

/** Keeps what a return came to. */
export async function insertReturn(
  tx: Database,
  tenant: number,
  round: Uuid,
  its: Omit<ReturnRow, 'returnedBy'> & { readonly by: Uuid },
): Promise<void> {
  await sql`
    insert into collection_return (tenant, round, recipient, number, source, file_name,
      returned_by, returned_at, counts, problems)
    values (${tenant}, ${round}, ${its.recipient}, ${its.number}, ${its.source}, ${its.fileName},
      ${its.by}, ${its.returnedAt}, ${JSON.stringify(its.counts)}::jsonb,
      ${JSON.stringify(its.problems)}::jsonb)`.execute(tx)
}

/** The returns of a round, the newest first. */
export async function readReturns(db: Database, tenant: number, round: Uuid): Promise<ReturnRow[]> {
  const { rows } = await sql<ReturnRow>`
    select t.recipient, t.number, t.source, t.file_name as "fileName", p.name as "returnedBy",
      t.returned_at as "returnedAt", t.counts, t.problems
    from collection_return t join person p on p.tenant = t.tenant and p.id = t.returned_by
    where t.tenant = ${tenant} and t.round = ${round}
    order by t.returned_at desc, t.number desc`.execute(db)
  return rows
}
