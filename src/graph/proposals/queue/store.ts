import { type RawBuilder, sql } from 'kysely'
import type { Uuid } from '../../../base/index.ts'
import type { Database } from '../../../store/index.ts'
import type { Visibility } from '../../../trust/access/index.ts'
import {
  type AsOf,
  decisionsAsOf,
  readIdentity,
  stands,
  uuidList,
  waits,
} from '../../evidence/index.ts'
import type { QueueItem } from '../model.ts'
import { REVIEW_GROUPS } from '../rules.ts'

/** Who looks at the queue, and what of it. */
export interface QueueView {
  readonly visibility: Visibility
  readonly asOf: AsOf
  /** Properties of which a thing has one value at a time: others contradict nothing. */
  readonly singular: readonly string[]
  readonly source: Uuid | null
  /** Things of which statements stand under another: a merged name contradicts the other's facts. */
  readonly moved: ReadonlyMap<Uuid, Uuid>
}

/** Opens the queue for somebody, as identity decisions stand now. */
export async function queueView(db: Database, view: Omit<QueueView, 'moved'>): Promise<QueueView> {
  const history = await readIdentity(db, view.visibility.tenant, view.asOf.known)
  return { ...view, moved: history.moved() }
}

function labelsOf({ labels }: Visibility): RawBuilder<unknown> {
  return sql.join(labels.length === 0 ? [sql`null`] : labels.map((label) => sql.lit(label)))
}

/** Texts as one parameter. */
const textList = (texts: readonly string[]): RawBuilder<unknown> =>
  sql`(select value from json_array_elements_text(${JSON.stringify(texts)}::json))`

/** What a claim or fact says, as one text: numbers by operator and unit, words by the letter. */
const saidBy = (alias: string): RawBuilder<string> => {
  const row = sql.ref(alias)
  return sql<string>`(case when ${row}.number is null then 't' || coalesce(${row}.printed, '')
    else concat_ws(' ', 'n', coalesce(${row}.operator, '='), trim_scale(${row}.number),
      ${row}.unit) end)`
}

/**
 * The queue as common table expressions: `pending` claims; `standing`, what is held of the same
 * things; `lines`, each claim with the rank of its group and the key of the line on which it stands.
 * Claims are compared by one text that names what they speak of: joined on its parts, an engine
 * that thinks either side small compares all with all.
 */
function queue({ visibility, asOf, singular, source, moved }: QueueView): RawBuilder<unknown> {
  const { tenant } = visibility
  return sql`
    with ${decisionsAsOf(tenant, asOf)},
    moved as (select (m->>0)::uuid as thing, (m->>1)::uuid as root
      from json_array_elements(${JSON.stringify([...moved])}::json) m),
    singular as (select value as property from ${textList(singular)} as each),
    pending as materialized (
      select c.id, c.source, c.sheet, c.row_number, c.span_start, c.cells, c.property, c.subject,
        c.printed, coalesce(s.root, c.subject) as placed, c.object is null as alone_standing,
        concat_ws('|', coalesce(s.root, c.subject), c.property, coalesce(o.root, c.object),
          c.valid_from) as about,
        ${saidBy('c')} as said,
        case when c.object is null then c.property in (select property from singular)
          else c.number is not null end as is_compared
      from claim c
      left join moved s on s.thing = c.subject
      left join moved o on o.thing = c.object
      where c.tenant = ${tenant} and c.label in (${labelsOf(visibility)})
        and ${source === null ? sql`true` : sql`c.source = ${source}`} and ${waits('c')}),
    standing as materialized (
      select concat_ws('|', v.subject, v.property, v.valid_from) as about,
        min(${saidBy('v')}) as least, max(${saidBy('v')}) as most
      from value v
      where v.subject in (select placed from pending where is_compared and alone_standing)
        and v.property in (select property from singular) and ${stands('v', visibility)}
      group by 1
      union all
      select concat_ws('|', e.subject, e.property, e.object, e.valid_from),
        min(${saidBy('e')}), max(${saidBy('e')})
      from edge e
      where e.subject in (select placed from pending where is_compared and not alone_standing)
        and e.number is not null and ${stands('e', visibility)}
      group by 1),
    marked as (
      select p.*, s.title, s.brought_at,
        concat_ws('|', p.source, p.property, p.sheet,
          case when p.property = 'name' then t.kind
            when p.row_number is null then coalesce(w.first, p.span_start)::text end) as stretch,
        case
          when exists (select 1 from claim_caution q
            where q.tenant = ${tenant} and q.claim = p.id) then 0
          when p.is_compared and (h.least <> p.said or h.most <> p.said
            or min(p.said) over same <> max(p.said) over same) then 1
          when exists (select 1 from claim_edit g
            where g.tenant = ${tenant} and g.claim = p.id) then 2
        end as alone
      from pending p
      join source s on s.tenant = ${tenant} and s.id = p.source
      join thing t on t.tenant = ${tenant} and t.id = p.subject
      left join standing h on h.about = p.about
      left join claim_sentence w on w.tenant = ${tenant} and w.claim = p.id
      window same as (partition by p.about, p.is_compared)),
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
  claims: ids.split(',').slice(0, LINE_CLAIMS_MAX),
  count,
})

/** Claims of one line that are handed out; also as many as one decision takes. */
const LINE_CLAIMS_MAX = 500

const IDS_IN_ORDER = sql`string_agg(l.id::text, ',' order by l.sheet nulls first,
  l.row_number nulls first, l.span_start nulls first, l.cells, l.id)`

/** How many claims wait in a group, and on how many lines. */
interface GroupCount {
  readonly group: QueueItem['group']
  readonly claims: number
  readonly lines: number
}

/**
 * Lines of the queue in the order in which they are worked, and how much waits in each group of all
 * that `view` shows. Both in one question: to draw up the queue is what costs.
 */
export async function readQueue(
  db: Database,
  view: QueueView,
  page: {
    readonly group: QueueItem['group'] | null
    readonly words: string
    readonly offset: number
    readonly limit: number
  },
): Promise<{ items: QueueItem[]; counts: GroupCount[] }> {
  const rank = page.group === null ? -1 : REVIEW_GROUPS.indexOf(page.group)
  const { rows } = await sql<{
    lines: LineRow[]
    counts: { rank: number; claims: number; lines: number }[]
  }>`
    ${queue(view)}
    select coalesce((select json_agg(c) from (
        select rank, count(*) as claims, count(distinct line) as lines from lines
        group by rank) c), '[]'::json) as counts,
      coalesce((select json_agg(p order by place) from (
        select l.rank, count(*) as count, ${IDS_IN_ORDER} as ids,
          row_number() over (order by l.rank, min(l.brought_at) desc, min(l.source::text),
            min(l.sheet) nulls first, min(l.row_number) nulls first,
            min(l.span_start) nulls first, min(l.id::text)) as place
        from lines l
        where ${rank < 0 ? sql`true` : sql`l.rank = ${rank}`}
          and ${page.words === '' ? sql`true` : speaksOf(view.visibility, page.words)}
        group by l.rank, l.line
        order by place limit ${page.limit} offset ${page.offset}) p), '[]'::json) as lines`.execute(
    db,
  )
  const { lines = [], counts = [] } = rows[0] ?? {}
  return {
    items: lines.map(itemOf),
    counts: REVIEW_GROUPS.map((group, at) => {
      const { claims = 0, lines: count = 0 } = counts.find((each) => each.rank === at) ?? {}
      return { group, claims, lines: count }
    }),
  }
}

/** True for claims that hold these words in their value, their thing or their source. */
function speaksOf(visibility: Visibility, words: string): RawBuilder<boolean> {
  const like = `%${words.replaceAll(/[\\%_]/gu, String.raw`\$&`)}%`
  return sql<boolean>`(l.printed ilike ${like} or l.title ilike ${like}
    or exists (select 1 from thing t
      where t.tenant = ${visibility.tenant} and t.id = l.subject and t.code ilike ${like})
    or exists (select 1 from entity y
      where y.id = l.placed and ${stands('y', visibility)} and y.name ilike ${like}))`
}

/** The line on which a claim stands, itself included; null where it does not wait. */
export async function alikeTo(
  db: Database,
  view: QueueView,
  claim: Uuid,
): Promise<QueueItem | null> {
  const { rows } = await sql<LineRow>`
    ${queue(view)}
    select l.rank, count(*)::int4 as count, ${IDS_IN_ORDER} as ids from lines l
    where l.line = (select line from lines where id = ${claim}) group by l.rank`.execute(db)
  const row = rows[0]
  return row === undefined ? null : itemOf(row)
}

interface About {
  readonly source: Uuid
  readonly subject: Uuid
  readonly property: string
  readonly object: Uuid | null
  readonly measured: boolean
  readonly valid_from: string | null
  readonly span_start: number | null
  readonly said: string
}

/** What a claim speaks of, or null where the actor may not see it. */
async function aboutOf(db: Database, view: QueueView, claim: Uuid): Promise<About | null> {
  const { tenant } = view.visibility
  const { rows } = await sql<About>`
    select c.source, c.subject, c.property, c.object, c.number is not null as measured,
      c.valid_from, c.span_start, ${saidBy('c')} as said
    from claim c where c.tenant = ${tenant} and c.id = ${claim}
      and c.label in (${labelsOf(view.visibility)})`.execute(db)
  return rows[0] ?? null
}

/** A thing with everything of which statements stand under the same one. */
function togetherWith({ moved }: QueueView, thing: Uuid): { root: Uuid; members: Uuid[] } {
  const root = moved.get(thing) ?? thing
  return { root, members: [root, ...[...moved].flatMap(([id, to]) => (to === root ? id : []))] }
}

/** Rivals that are shown at most. */
const RIVALS_MAX = 20

/** Claims, standing or waiting, that say something else of the same thing at the same time. */
export async function rivalsOf(db: Database, view: QueueView, claim: Uuid): Promise<Uuid[]> {
  const { visibility, asOf, singular } = view
  const about = await aboutOf(db, view, claim)
  if (about === null) return []
  const isCompared = about.object === null ? singular.includes(about.property) : about.measured
  if (!isCompared) return []
  const { root, members } = togetherWith(view, about.subject)
  const objects = about.object === null ? null : togetherWith(view, about.object)
  const differs = (alias: string): RawBuilder<boolean> => {
    const row = sql.ref(alias)
    return sql<boolean>`(${row}.property = ${about.property}
      and ${row}.valid_from is not distinct from ${about.valid_from}::date
      and ${saidBy(alias)} <> ${about.said})`
  }
  const facts =
    objects === null
      ? sql`select v.claim as id from value v
          where v.subject = ${root} and ${differs('v')} and ${stands('v', visibility)}`
      : sql`select e.claim as id from edge e
          where e.subject = ${root} and e.object = ${objects.root} and e.number is not null
            and ${differs('e')} and ${stands('e', visibility)}`
  const sameObject =
    objects === null
      ? sql`c.object is null`
      : sql`c.object = any(${uuidList(objects.members)}) and c.number is not null`
  const { rows } = await sql<{ id: Uuid }>`
    with ${decisionsAsOf(visibility.tenant, asOf)}
    select id from (${facts}
      union select c.id from claim c
      where c.tenant = ${visibility.tenant} and c.id <> ${claim}
        and c.subject = any(${uuidList(members)}) and ${sameObject}
        and c.label in (${labelsOf(visibility)}) and ${differs('c')} and ${waits('c')}) rivals
    order by id limit ${sql.lit(RIVALS_MAX)}`.execute(db)
  return rows.map(({ id }) => id)
}

/** Code points around a claim within which the same is said of others. */
const NEARBY = 2_000
const BESIDE_MAX = 60

/**
 * Claims with the same property: of the same thing, or of others in the words around. Whether each
 * stands or waits is told with its record.
 */
export async function besideIn(db: Database, view: QueueView, claim: Uuid): Promise<Uuid[]> {
  const { tenant } = view.visibility
  const about = await aboutOf(db, view, claim)
  if (about === null) return []
  const { members } = togetherWith(view, about.subject)
  const list = uuidList(members)
  const seen = sql`c.tenant = ${tenant} and c.id <> ${claim}
    and c.label in (${labelsOf(view.visibility)}) and c.property = ${about.property}`
  const around =
    about.span_start === null
      ? sql`false`
      : sql`c.source = ${about.source}
          and c.span_start between ${about.span_start - NEARBY} and ${about.span_start + NEARBY}
          and c.valid_from is not distinct from ${about.valid_from}::date`
  const { rows } = await sql<{ id: Uuid }>`
    select id from (
      (select c.id, true as own, c.number, c.valid_from from claim c
        where ${seen} and c.subject = any(${list})
        order by c.valid_from desc nulls last, c.id limit ${sql.lit(BESIDE_MAX)})
      union all
      (select c.id, false, c.number, c.valid_from from claim c
        where ${seen} and not c.subject = any(${list}) and ${around}
        order by c.number desc nulls last, c.id limit ${sql.lit(BESIDE_MAX)})) beside
    order by own desc, number desc nulls last, valid_from desc nulls last, id`.execute(db)
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
      and c.property = 'name' and c.subject = any(${uuidList(things)}) and ${waits('c')}
    order by c.subject, c.id`.execute(db)
  return new Map(rows.map(({ subject, printed }) => [subject, printed]))
}
