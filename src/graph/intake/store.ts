import { sql } from 'kysely'
import type { JsonValue, Uuid } from '../../base/index.ts'
import { type Column, type Database, type InsertOptions, insertRows } from '../../store/index.ts'
import type { Visibility } from '../../trust/access/index.ts'
import { type AsOf, decisionsAsOf, stands, type Thing, uuidList } from '../evidence/index.ts'
import { joinRanges } from './classify.ts'
import type { BatchRow, Counts, Outcome, RowRange, StoredMapping } from './model.ts'

const ROW_COLUMNS: Column[] = [
  { name: 'tenant', type: 'int4' },
  { name: 'batch', type: 'uuid' },
  { name: 'ordinal', type: 'int4' },
  { name: 'sheet', type: 'text' },
  { name: 'first', type: 'int4' },
  { name: 'last', type: 'int4' },
  { name: 'outcome', type: 'text' },
  { name: 'reasons', type: 'jsonb' },
  { name: 'cells', type: 'jsonb' },
]

/**
 * Stores a version of a mapping; the same content is stored once. Gives the version it has. Of two
 * that store one at the same moment, the later finds what the other stored, or goes one further.
 */
export async function insertMapping(
  tx: Database,
  tenant: number,
  mapping: Omit<StoredMapping, 'version'> & { readonly createdBy: Uuid },
): Promise<number> {
  const { id, hash, title, content, createdBy, createdAt } = mapping
  for (;;) {
    const { rows } = await sql<{ version: number; hash: string }>`
      select version, hash from mapping where tenant = ${tenant} and id = ${id}
      order by version desc limit 1`.execute(tx)
    const latest = rows[0]
    if (latest?.hash === hash) return latest.version
    const version = (latest?.version ?? 0) + 1
    const inserted = await sql`
      insert into mapping
        (tenant, id, version, hash, title_zh, title_en, content, created_by, created_at)
      values (${tenant}, ${id}, ${version}, ${hash}, ${title.zh}, ${title.en},
        ${JSON.stringify(content)}::jsonb, ${createdBy}, ${createdAt})
      on conflict do nothing returning version`.execute(tx)
    if (inserted.rows.length === 1) return version
  }
}

interface MappingRow {
  id: string
  version: number
  hash: string
  title_zh: string
  title_en: string
  content: unknown
  created_at: string
}

function mappingOf(row: MappingRow): StoredMapping {
  const { id, version, hash, content } = row
  const title = { zh: row.title_zh, en: row.title_en }
  return { id, version, hash, title, content, createdAt: row.created_at }
}

/** The newest version of every mapping, by title. */
export async function listMappings(db: Database, tenant: number): Promise<StoredMapping[]> {
  const { rows } = await sql<MappingRow>`
    select distinct on (id) * from mapping where tenant = ${tenant}
    order by id, version desc`.execute(db)
  return rows.map(mappingOf)
}

/** The newest version of one mapping, or null. */
export async function readMapping(
  db: Database,
  tenant: number,
  id: string,
): Promise<StoredMapping | null> {
  const { rows } = await sql<MappingRow>`
    select * from mapping where tenant = ${tenant} and id = ${id}
    order by version desc limit 1`.execute(db)
  return rows[0] === undefined ? null : mappingOf(rows[0])
}

const BATCH = sql`tenant, id, source, mapping_id as "mappingId",
  mapping_version as "mappingVersion", mapping_hash as "mappingHash", mapping, job, state, counts,
  created_by as "createdBy", created_at as "createdAt"`

/** Opens a batch for a job; one that is there already is taken up again by the new job. */
export async function openBatch(tx: Database, batch: BatchRow): Promise<void> {
  await sql`
    insert into batch (tenant, id, source, mapping_id, mapping_version, mapping_hash, mapping, job,
      state, counts, created_by, created_at)
    values (${batch.tenant}, ${batch.id}, ${batch.source}, ${batch.mappingId},
      ${batch.mappingVersion}, ${batch.mappingHash}, ${JSON.stringify(batch.mapping)}::jsonb,
      ${batch.job}, ${batch.state}, ${JSON.stringify(batch.counts)}::jsonb, ${batch.createdBy},
      ${batch.createdAt})
    on conflict (tenant, id) do update set job = excluded.job, counts = excluded.counts,
      state = case when batch.state = 'published' then 'published' else 'open' end`.execute(tx)
  await sql`
    delete from import_row where tenant = ${batch.tenant} and batch = ${batch.id}`.execute(tx)
}

/** One batch, or null. */
export async function readBatch(
  db: Database,
  tenant: number,
  by: { readonly id: Uuid } | { readonly job: Uuid },
): Promise<BatchRow | null> {
  const where = 'id' in by ? sql`id = ${by.id}` : sql`job = ${by.job}`
  const { rows } = await sql<BatchRow>`
    select ${BATCH} from batch where tenant = ${tenant} and ${where}`.execute(db)
  return rows[0] ?? null
}

/** Published batches that rest on any of these sources. */
export async function publishedBatches(
  db: Database,
  tenant: number,
  sources: readonly Uuid[],
): Promise<{ id: Uuid; mappingId: string; source: Uuid }[]> {
  const { rows } = await sql<{ id: Uuid; mappingId: string; source: Uuid }>`
    select id, mapping_id as "mappingId", source from batch
    where tenant = ${tenant} and state = 'published' and source = any(${uuidList(sources)})`.execute(
    db,
  )
  return rows
}

/** Says that all of a batch is staged; one that another job has published meanwhile stays so. */
export async function closeBatch(tx: Database, tenant: number, id: Uuid): Promise<void> {
  await sql`
    update batch set state = 'ready'
    where tenant = ${tenant} and id = ${id} and state = 'open'`.execute(tx)
}

/** Says that a batch was published. */
export async function markPublished(tx: Database, tenant: number, id: Uuid): Promise<void> {
  await sql`
    update batch set state = 'published' where tenant = ${tenant} and id = ${id}`.execute(tx)
}

/** The sources that a source corrects, and those that these correct in turn. */
export async function supersededSources(
  db: Database,
  tenant: number,
  source: Uuid,
): Promise<Uuid[]> {
  const { rows } = await sql<{ id: Uuid }>`
    with recursive older as (
      select supersedes as id from source where tenant = ${tenant} and id = ${source}
      union
      select s.supersedes from source s join older o on s.id = o.id
      where s.tenant = ${tenant})
    select id from older where id is not null`.execute(db)
  return rows.map(({ id }) => id)
}

/**
 * Whether a later source that corrects this one has a batch that stands. It is asked without regard
 * to labels: what is wrong stays out whoever may see the correction.
 */
export async function isCorrected(db: Database, tenant: number, source: Uuid): Promise<boolean> {
  const { rows } = await sql`
    with recursive newer as (
      select id from source where tenant = ${tenant} and supersedes = ${source}
      union
      select s.id from source s join newer n on s.supersedes = n.id where s.tenant = ${tenant})
    select 1 from newer n
    join batch b on b.tenant = ${tenant} and b.source = n.id and b.state = 'published'
    where n.id <> ${source} and coalesce((
      select e.kind <> 'withdraw' from decision e
      where e.tenant = ${tenant} and e.target = b.id
      order by e.recorded_at desc, e.id desc limit 1), true)
    limit 1`.execute(db)
  return rows.length > 0
}

/** Keeps the counts of a batch in step with the rows that were stored. */
export async function setBatchCounts(
  tx: Database,
  tenant: number,
  id: Uuid,
  counts: Counts,
): Promise<void> {
  await sql`
    update batch set counts = ${JSON.stringify(counts)}::jsonb
    where tenant = ${tenant} and id = ${id}`.execute(tx)
}

/** Stores what became of rows; `ordinal` numbers the ranges through the whole batch. */
export async function insertRanges(
  tx: Database,
  tenant: number,
  batch: Uuid,
  ordinal: number,
  ranges: readonly RowRange[],
  options: InsertOptions,
): Promise<void> {
  const rows = ranges.map((range, at) => [
    tenant,
    batch,
    ordinal + at,
    range.sheet,
    range.first,
    range.last,
    range.outcome,
    range.reasons as unknown as JsonValue,
    range.cells as unknown as JsonValue,
  ])
  await insertRows(tx, 'import_row', ROW_COLUMNS, rows, options)
}

/** Ranges of rows in the order of the table; those that a chunk's end cut in two are one again. */
export async function listRanges(
  db: Database,
  tenant: number,
  batch: Uuid,
  page: { readonly outcome: Outcome | null; readonly after: number; readonly limit: number },
): Promise<(RowRange & { ordinal: number })[]> {
  const { outcome, after, limit } = page
  const { rows } = await sql<RowRange & { ordinal: number }>`
    select ordinal, sheet, first, last, outcome, reasons, cells from import_row
    where tenant = ${tenant} and batch = ${batch} and ordinal > ${after}
      and ${outcome === null ? sql`true` : sql`outcome = ${outcome}`}
    order by ordinal limit ${limit}`.execute(db)
  return joinRanges(rows)
}

/** What is held of some properties of some things, for telling changed rows from new ones. */
export async function heldValues(
  db: Database,
  visibility: Visibility,
  asOf: AsOf,
  subjects: readonly Uuid[],
): Promise<{ subject: Uuid; property: string; printed: string; valid_from: string | null }[]> {
  if (subjects.length === 0) return []
  const list = uuidList(subjects)
  const { rows } = await sql<{
    subject: Uuid
    property: string
    printed: string
    valid_from: string | null
  }>`
    with ${decisionsAsOf(visibility.tenant, asOf)}
    select v.subject, v.property, v.printed, v.valid_from from value v
    where v.subject = any(${list}) and ${stands('v', visibility)}
    union all
    select e.id, 'name', e.name, e.valid_from from entity e
    where e.id = any(${list}) and ${stands('e', visibility)}`.execute(db)
  return rows
}

/** Relations that stand between given pairs of things. */
export async function heldEdges(
  db: Database,
  visibility: Visibility,
  asOf: AsOf,
  pairs: readonly { readonly subject: Uuid; readonly object: Uuid }[],
): Promise<{ subject: Uuid; property: string; object: Uuid; printed: string | null }[]> {
  if (pairs.length === 0) return []
  const subjects = uuidList(pairs.map(({ subject }) => subject))
  const objects = uuidList(pairs.map(({ object }) => object))
  const { rows } = await sql<{
    subject: Uuid
    property: string
    object: Uuid
    printed: string | null
  }>`
    with ${decisionsAsOf(visibility.tenant, asOf)},
    asked as (select distinct * from unnest(${subjects}, ${objects}) as pair(subject, object))
    select g.subject, g.property, g.object, g.printed from edge g
    join asked a on a.subject = g.subject and a.object = g.object
    where ${stands('g', visibility)}`.execute(db)
  return rows
}

/** Things of a kind that carry one of these names already. */
export async function namesakes(
  db: Database,
  visibility: Visibility,
  asOf: AsOf,
  kind: string,
  names: readonly string[],
): Promise<{ id: Uuid; name: string }[]> {
  if (names.length === 0) return []
  const { rows } = await sql<{ id: Uuid; name: string }>`
    with ${decisionsAsOf(visibility.tenant, asOf)}
    select distinct e.id, e.name from entity e
    where e.kind = ${kind} and e.name in (${sql.join(names)}) and ${stands('e', visibility)}`.execute(
    db,
  )
  return rows
}

/** The one thing that goes by each of these names today; a name that several bear is nobody's. */
export async function thingsNamed(
  db: Database,
  visibility: Visibility,
  asOf: AsOf,
  names: readonly string[],
): Promise<Map<string, Thing>> {
  if (names.length === 0) return new Map()
  const { rows } = await sql<Thing & { name: string; things: number }>`
    with ${decisionsAsOf(visibility.tenant, asOf)}
    select e.name, count(distinct e.id)::int as things,
      min(t.kind) as kind, min(t.scheme) as scheme, min(t.code) as code
    from entity e join thing t on t.tenant = e.tenant and t.id = e.id
    where e.name in (${sql.join(names)}) and ${stands('e', visibility)}
    group by e.name`.execute(db)
  return new Map(
    rows
      .filter(({ things }) => things === 1)
      .map(({ name, kind, scheme, code }) => [name, { kind, scheme, code }]),
  )
}

/** Those of `ids` that something has spoken of before. */
export async function knownThings(
  db: Database,
  tenant: number,
  ids: readonly Uuid[],
): Promise<Set<Uuid>> {
  if (ids.length === 0) return new Set()
  const { rows } = await sql<{ id: Uuid }>`
    select id from thing where tenant = ${tenant} and id = any(${uuidList(ids)})`.execute(db)
  return new Set(rows.map(({ id }) => id))
}
