import { type RawBuilder, sql } from 'kysely'
import { sliceCodePoints, type Uuid } from '../../base/index.ts'
import { type Column, type Database, type InsertOptions, insertRows } from '../../store/index.ts'
import type { Visibility } from '../../trust/access/index.ts'
import type {
  ColumnTitle,
  PartHead,
  SheetWindow,
  SourceFacts,
  SourcePart,
  SourceReading,
  SourceRow,
} from './model.ts'

const PART_COLUMNS: Column[] = [
  { name: 'tenant', type: 'int4' },
  { name: 'source', type: 'uuid' },
  { name: 'part', type: 'int4' },
  { name: 'sheet', type: 'text' },
  { name: 'page', type: 'int4' },
  { name: 'first', type: 'int4' },
  { name: 'last', type: 'int4' },
  { name: 'head', type: 'jsonb' },
  { name: 'content', type: 'text' },
]

/** Stores a source; bytes that are here already stay one source. Tells whether it is new. */
export async function insertSource(tx: Database, source: SourceRow): Promise<boolean> {
  const { rows } = await sql<{ id: Uuid }>`
    insert into source (tenant, id, title, publisher, published_on, media_type, file_name, sha256,
      size_bytes, class, label, origin, synthetic, brought_by, brought_at, supersedes, text_version)
    values (${source.tenant}, ${source.id}, ${source.title}, ${source.publisher},
      ${source.publishedOn}, ${source.mediaType}, ${source.fileName}, ${source.sha256},
      ${source.sizeBytes}, ${source.class}, ${source.label}, ${source.origin}, ${source.synthetic},
      ${source.broughtBy}, ${source.broughtAt}, ${source.supersedes}, ${source.textVersion})
    on conflict do nothing returning id`.execute(tx)
  return rows.length === 1
}

/** Corrects what is said about a source; its bytes never change. */
export async function updateSource(
  tx: Database,
  tenant: number,
  id: Uuid,
  facts: SourceFacts & { readonly supersedes: Uuid | null },
): Promise<void> {
  await sql`
    update source set title = ${facts.title}, publisher = ${facts.publisher},
      published_on = ${facts.publishedOn}, class = ${facts.class}, label = ${facts.label},
      origin = ${facts.origin}, synthetic = ${facts.synthetic}, supersedes = ${facts.supersedes}
    where tenant = ${tenant} and id = ${id}`.execute(tx)
}

/** Stores what was read of a source; a part that is there already is left alone. */
export async function insertParts(
  tx: Database,
  tenant: number,
  source: Uuid,
  parts: readonly SourcePart[],
  options: InsertOptions = { onConflict: 'nothing' },
): Promise<void> {
  if (parts.length === 0) return
  const rows = parts.map((part) => [
    tenant,
    source,
    part.part,
    part.sheet,
    part.page,
    part.first,
    part.last,
    part.columns,
    part.content,
  ])
  await insertRows(tx, 'source_part', PART_COLUMNS, rows, options)
}

/** Says by which version of the rule the stored text was made. */
export async function setTextVersion(
  tx: Database,
  tenant: number,
  source: Uuid,
  version: string,
): Promise<void> {
  await sql`
    update source set text_version = ${version}
    where tenant = ${tenant} and id = ${source}`.execute(tx)
}

/** Says what a source turned out to be, and by which rule its text was made. */
export async function setText(
  tx: Database,
  tenant: number,
  source: Uuid,
  text: { readonly version: string; readonly mediaType: string },
): Promise<void> {
  await sql`
    update source set text_version = ${text.version}, media_type = ${text.mediaType}
    where tenant = ${tenant} and id = ${source}`.execute(tx)
}

/** The columns of a source as the names of `SourceRow`. */
const SOURCE = sql`tenant, id, title, publisher, published_on as "publishedOn",
  media_type as "mediaType", file_name as "fileName", sha256, size_bytes::float8 as "sizeBytes",
  class, label, origin, synthetic, brought_by as "broughtBy", brought_at as "broughtAt", supersedes,
  text_version as "textVersion"`

function mayBeSeen(visibility: Visibility): RawBuilder<boolean> {
  const labels =
    visibility.labels.length === 0 ? [sql`null`] : visibility.labels.map((label) => sql.lit(label))
  return sql<boolean>`tenant = ${visibility.tenant} and label in (${sql.join(labels)})`
}

/** One source, or null where there is none that this actor may see. */
export async function readSource(
  db: Database,
  visibility: Visibility,
  id: Uuid,
): Promise<SourceRow | null> {
  const { rows } = await sql<SourceRow>`
    select ${SOURCE} from source where ${mayBeSeen(visibility)} and id = ${id}`.execute(db)
  return rows[0] ?? null
}

/** The source with these bytes, whoever may see it: the same bytes are the same source. */
export async function sourceOfBytes(
  db: Database,
  tenant: number,
  sha256: string,
): Promise<SourceRow | null> {
  const { rows } = await sql<SourceRow>`
    select ${SOURCE} from source where tenant = ${tenant} and sha256 = ${sha256}`.execute(db)
  return rows[0] ?? null
}

/** Sources from the newest to the oldest; `before` is the time and id of the last one seen. */
export async function listSources(
  db: Database,
  visibility: Visibility,
  page: {
    readonly before: { readonly at: string; readonly id: Uuid } | null
    readonly limit: number
  },
): Promise<SourceRow[]> {
  const { before } = page
  const { rows } = await sql<SourceRow>`
    select ${SOURCE} from source
    where ${mayBeSeen(visibility)} and ${
      before === null
        ? sql`true`
        : sql`(brought_at, id) < (${before.at}::timestamptz, ${before.id}::uuid)`
    }
    order by brought_at desc, id desc limit ${page.limit}`.execute(db)
  return rows
}

/** The newest source with this file name that the actor may see. */
export async function sourceByFileName(
  db: Database,
  visibility: Visibility,
  fileName: string,
): Promise<SourceRow | null> {
  const { rows } = await sql<SourceRow>`
    select ${SOURCE} from source where ${mayBeSeen(visibility)} and file_name = ${fileName}
    order by brought_at desc, id desc limit 1`.execute(db)
  return rows[0] ?? null
}

/** Sources whose text was read, the newest of each file name. */
export async function listTexts(db: Database, visibility: Visibility): Promise<SourceRow[]> {
  const { rows } = await sql<SourceRow>`
    select distinct on (file_name) ${SOURCE} from source
    where ${mayBeSeen(visibility)} and text_version is not null
    order by file_name, brought_at desc, id desc`.execute(db)
  return rows
}

/** The source that corrects this one, if any that the actor may see. */
export async function supersededBy(
  db: Database,
  visibility: Visibility,
  id: Uuid,
): Promise<Uuid | null> {
  const { rows } = await sql<{ id: Uuid }>`
    select id from source where ${mayBeSeen(visibility)} and supersedes = ${id}
    order by brought_at desc limit 1`.execute(db)
  return rows[0]?.id ?? null
}

/** Notes that a job is to read a source; a later job takes the place of one that failed. */
export async function beginReading(
  tx: Database,
  tenant: number,
  source: Uuid,
  job: Uuid,
): Promise<void> {
  await sql`
    insert into source_reading (tenant, source, job, cautions)
    values (${tenant}, ${source}, ${job}, '[]')
    on conflict (tenant, source) do update set job = excluded.job`.execute(tx)
}

/** Notes what the reading of a source came to. */
export async function endReading(
  tx: Database,
  tenant: number,
  reading: Omit<SourceReading, 'job'>,
): Promise<void> {
  await sql`
    update source_reading set pages = ${reading.pages}, characters = ${reading.characters},
      cautions = ${JSON.stringify(reading.cautions)}::jsonb, read_at = ${reading.readAt}
    where tenant = ${tenant} and source = ${reading.source}`.execute(tx)
}

/** How these sources were read; one that is no document, or that nobody asked for, is not there. */
export async function readingsOf(
  db: Database,
  tenant: number,
  sources: readonly Uuid[],
): Promise<SourceReading[]> {
  if (sources.length === 0) return []
  const { rows } = await sql<SourceReading>`
    select source, job, pages, characters, cautions, read_at as "readAt" from source_reading
    where tenant = ${tenant}
      and source in (${sql.join(sources.map((id) => sql`${id}::uuid`))})`.execute(db)
  return rows
}

/** Whether rows of a table were kept of a source. */
export async function holdsTable(db: Database, tenant: number, source: Uuid): Promise<boolean> {
  const { rows } = await sql`
    select 1 from source_part
    where tenant = ${tenant} and source = ${source} and (head is not null or sheet is not null)
    limit 1`.execute(db)
  return rows.length > 0
}

/** Takes away what an earlier attempt left of the text of a source that was never read to its end. */
export async function deleteParts(tx: Database, tenant: number, source: Uuid): Promise<void> {
  await sql`delete from source_part where tenant = ${tenant} and source = ${source}`.execute(tx)
}

interface PartRow {
  part: number
  sheet: string | null
  page: number | null
  first: number
  last: number
  columns: ColumnTitle[] | null
  content: string
}

/** What a source consists of: for tables one head a sheet, for text one head a part. */
export async function listParts(db: Database, tenant: number, source: Uuid): Promise<PartHead[]> {
  const { rows } = await sql<PartHead>`
    select min(part) as part, sheet, page, min(first) as first, max(last) as last,
      (array_agg(head order by part) filter (where head is not null))[1] as columns
    from source_part where tenant = ${tenant} and source = ${source}
    group by sheet, page, case when head is null then part end
    order by min(part)`.execute(db)
  return rows
}

/** The parts that hold any of `first` to `last`, in order. */
async function partsAround(
  db: Database,
  tenant: number,
  source: Uuid,
  sheet: string | null,
  first: number,
  last: number,
): Promise<PartRow[]> {
  const { rows } = await sql<PartRow>`
    select part, sheet, page, first, last, head as columns, content from source_part
    where tenant = ${tenant} and source = ${source} and sheet is not distinct from ${sheet}
      and last >= ${first} and first <= ${last}
    order by first, part`.execute(db)
  return rows
}

/** Rows `first` to `last` of one sheet. */
export async function readWindow(
  db: Database,
  tenant: number,
  source: Uuid,
  place: { readonly sheet: string | null; readonly first: number; readonly last: number },
): Promise<SheetWindow> {
  const { sheet, first, last } = place
  const parts = await partsAround(db, tenant, source, sheet, first, last)
  const heads = await listParts(db, tenant, source)
  const head = heads.find((candidate) => candidate.sheet === sheet && candidate.columns !== null)
  // Two mappings cut a sheet at different rows; what both stretches hold is one row.
  const found = new Map<number, string[]>()
  for (const part of parts) {
    for (const [row, ...cells] of JSON.parse(part.content) as [number, ...string[]][]) {
      if (row >= first && row <= last) found.set(row, cells)
    }
  }
  const rows = [...found].map(([row, cells]) => ({ row, cells })).sort((a, b) => a.row - b.row)
  return { sheet, columns: head?.columns ?? [], rows, lastRow: head?.last ?? 0 }
}

/** What stands between two code points of a text source, the end left out. */
export async function readStretch(
  db: Database,
  tenant: number,
  source: Uuid,
  { start, end }: { readonly start: number; readonly end: number },
): Promise<string> {
  const parts = await partsAround(db, tenant, source, null, start, end)
  const [head] = parts
  if (head === undefined) return ''
  const text = parts.map(({ content }) => content).join('')
  return sliceCodePoints(text, start - head.first, end - head.first)
}

/** The whole stored text of a text source; null where the source is a table or was not read. */
export async function readText(db: Database, tenant: number, source: Uuid): Promise<string | null> {
  const { rows } = await sql<{ content: string }>`
    select content from source_part
    where tenant = ${tenant} and source = ${source} and head is null and sheet is null
    order by part`.execute(db)
  return rows.length === 0 ? null : rows.map(({ content }) => content).join('')
}
