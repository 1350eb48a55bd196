import { type RawBuilder, sql } from 'kysely'
import type { JsonValue, Uuid } from '../../base/index.ts'
import {
  type Column,
  type Database,
  holdTenantLock,
  INSERT_ROWS_MAX,
  insertRows,
} from '../../store/index.ts'
import type { DeskMode } from '../../trust/desk/index.ts'
import { uuidList } from '../evidence/index.ts'
import type {
  Curation,
  ListAct,
  ListStep,
  RowContent,
  RowOutline,
  StoredRow,
  StoredVersion,
  VersionKey,
} from './model.ts'

const ofVersion = (tenant: number, { chain, list, number }: VersionKey): RawBuilder<boolean> =>
  sql`tenant = ${tenant} and chain = ${chain} and list = ${list} and number = ${number}`

/** Versions of a list of a chain, or of all its lists, the newest of each first. */
export async function readVersions(
  db: Database,
  tenant: number,
  chain: Uuid,
  list?: string,
): Promise<StoredVersion[]> {
  const { rows } = await sql<StoredVersion>`
    select chain, list, number, state, revision, definition, known, valid, home, candidates,
      undecided, seal
    from list_version
    where tenant = ${tenant} and chain = ${chain}
      and ${list === undefined ? sql`true` : sql`list = ${list}`}
    order by list, number desc`.execute(db)
  return rows
}

/** A version in the transaction that changes it, so that a second change waits. */
export async function lockVersion(
  tx: Database,
  tenant: number,
  key: VersionKey,
): Promise<Pick<StoredVersion, 'state' | 'revision'> | null> {
  const { rows } = await sql<Pick<StoredVersion, 'state' | 'revision'>>`
    select state, revision from list_version where ${ofVersion(tenant, key)} for update`.execute(tx)
  return rows[0] ?? null
}

/** Stores a version that was never there; false where somebody was faster. */
export async function insertVersion(
  tx: Database,
  tenant: number,
  version: StoredVersion,
): Promise<boolean> {
  const { rows } = await sql`
    insert into list_version (tenant, chain, list, number, state, revision, definition, known,
      valid, home, candidates, undecided, seal)
    values (${tenant}, ${version.chain}, ${version.list}, ${version.number}, ${version.state},
      ${version.revision}, ${JSON.stringify(version.definition)}::jsonb, ${version.known},
      ${version.valid}, ${version.home}, ${version.candidates}, ${version.undecided},
      ${version.seal})
    on conflict do nothing returning number`.execute(tx)
  return rows.length === 1
}

/** Changes a version that is not signed; what is signed stays as it is. */
export async function updateVersion(
  tx: Database,
  tenant: number,
  version: StoredVersion,
): Promise<void> {
  await sql`
    update list_version set state = ${version.state}, revision = ${version.revision},
      definition = ${JSON.stringify(version.definition)}::jsonb, known = ${version.known},
      valid = ${version.valid}, home = ${version.home}, candidates = ${version.candidates},
      undecided = ${version.undecided}, seal = ${version.seal}
    where ${ofVersion(tenant, version)} and state <> 'signed'`.execute(tx)
}

const ROW_COLUMNS: readonly Column[] = [
  { name: 'tenant', type: 'int4' },
  { name: 'chain', type: 'uuid' },
  { name: 'list', type: 'text' },
  { name: 'number', type: 'int4' },
  { name: 'thing', type: 'uuid' },
  { name: 'ordinal', type: 'int4' },
  { name: 'place', type: 'int4' },
  { name: 'content_id', type: 'uuid' },
  { name: 'curation', type: 'jsonb' },
]
const CONTENT_COLUMNS: readonly Column[] = [
  { name: 'tenant', type: 'int4' },
  { name: 'id', type: 'uuid' },
  { name: 'content', type: 'jsonb' },
]

export const LIST_ROWS_MAX = INSERT_ROWS_MAX

/** What rows hold, by its id. Equal contents are kept once, whichever versions show them. */
type Contents = ReadonlyMap<Uuid, RowContent>

/** A row that names what it holds. */
type KeyedRow = Omit<StoredRow, 'content'> & { readonly contentId: Uuid }

/** Those of some ids that no content is kept for. */
export async function missingContents(
  db: Database,
  tenant: number,
  ids: readonly Uuid[],
): Promise<Uuid[]> {
  const { rows } = await sql<{ id: Uuid }>`
    select n.id from unnest(${uuidList(ids)}) as n(id)
    where not exists (
      select from list_content c where c.tenant = ${tenant} and c.id = n.id)`.execute(db)
  return rows.map(({ id }) => id)
}

/** Keeps what rows hold. Until a row of a version names it, nobody sees it. */
export async function insertContents(
  tx: Database,
  tenant: number,
  contents: Contents,
): Promise<void> {
  const cells = [...contents].map(([id, content]) => [tenant, id, content])
  await insertRows(tx, 'list_content', CONTENT_COLUMNS, cells, { onConflict: 'nothing' })
}

/** Nobody else uses this number for an advisory lock. */
const CONTENTS_LOCK = 3_416

/** Until the end of the transaction nobody else drops contents or lets rows name them. */
export const lockContents = (tx: Database, tenant: number): Promise<void> =>
  holdTenantLock(tx, CONTENTS_LOCK, tenant)

/**
 * Puts these rows in the place of those that an unsigned version has. Rows that stand as they stood
 * are left alone. Answers the contents that the version names no more.
 */
export async function replaceRows(
  tx: Database,
  tenant: number,
  key: VersionKey,
  rows: readonly KeyedRow[],
): Promise<Uuid[]> {
  const { chain, list, number } = key
  const { rows: kept } = await sql<KeyedRow & { ordinal: number }>`
    select thing, ordinal, place, content_id as "contentId", curation from list_row
    where ${ofVersion(tenant, key)}`.execute(tx)
  const old = new Map(kept.map((row) => [row.thing, row]))
  const changed = rows.flatMap((row, ordinal) => {
    const was = old.get(row.thing)
    const isSame = was !== undefined && was.ordinal === ordinal && stateOf(was) === stateOf(row)
    return isSame ? [] : [{ ...row, ordinal }]
  })
  const now = new Set(rows.map(({ thing }) => thing))
  const leaving = [...changed, ...kept.filter(({ thing }) => !now.has(thing))]
  if (kept.length > 0 && leaving.length > 0) {
    await sql`delete from list_row where ${ofVersion(tenant, key)}
      and thing = any(${uuidList(leaving.map(({ thing }) => thing))})`.execute(tx)
  }
  const cells = changed.map(({ thing, ordinal, place, contentId, curation }) => [
    ...[tenant, chain, list, number, thing, ordinal, place],
    ...[contentId, curation],
  ])
  await insertRows(tx, 'list_row', ROW_COLUMNS, cells)
  const named = new Set(rows.map(({ contentId }) => contentId))
  return kept.flatMap(({ contentId }) => (named.has(contentId) ? [] : [contentId]))
}

const stateOf = ({ place, contentId, curation }: KeyedRow): string =>
  `${place} ${contentId} ${curation === null ? '' : `${curation.act} ${curation.at}`}`

/** Drops those of some contents that no row of any version names. */
export async function dropContents(
  tx: Database,
  tenant: number,
  ids: readonly Uuid[],
): Promise<void> {
  if (ids.length === 0) return
  await sql`
    delete from list_content c where c.tenant = ${tenant} and c.id = any(${uuidList(ids)})
      and not exists (
        select from list_row r where r.tenant = c.tenant and r.content_id = c.id)`.execute(tx)
}

const rowsWithContent = (tenant: number, key: VersionKey): RawBuilder<unknown> => sql`(
  select r.thing, r.ordinal, r.place, r.curation, c.content
  from list_row r join list_content c on c.tenant = r.tenant and c.id = r.content_id
  where r.tenant = ${tenant} and r.chain = ${key.chain} and r.list = ${key.list}
    and r.number = ${key.number}) as whole`

/** The rows of a version in its order; those that were taken out stand where they stood. */
export async function readRows(
  db: Database,
  tenant: number,
  key: VersionKey,
): Promise<StoredRow[]> {
  const { rows } = await sql<StoredRow>`
    select thing, place, content, curation from ${rowsWithContent(tenant, key)}
    order by ordinal`.execute(db)
  return rows
}

/** The rows of a version that speak of some things. */
export async function readRowsOf(
  db: Database,
  tenant: number,
  key: VersionKey,
  things: readonly Uuid[],
): Promise<StoredRow[]> {
  const { rows } = await sql<StoredRow>`
    select thing, place, content, curation from ${rowsWithContent(tenant, key)}
    where thing = any(${uuidList(things)})
    order by ordinal`.execute(db)
  return rows
}

/** The rows of a version in its order, without what they hold. */
export async function readOutline(
  db: Database,
  tenant: number,
  key: VersionKey,
): Promise<RowOutline[]> {
  const { rows } = await sql<RowOutline>`
    select thing, place, content->'name'->>'text' as name, content->'name'->>'id' as "nameId",
      content->>'entered' as entered, curation->>'claim' as curated,
      jsonb_path_query_array(content, '$.conditions[*] ? (@.needed == true).actual[*].id') as decisive
    from ${rowsWithContent(tenant, key)} order by ordinal`.execute(db)
  return rows
}

/** The hand-made rows of a version, which the next one takes over. */
export async function readCurations(
  db: Database,
  tenant: number,
  key: VersionKey,
): Promise<Map<Uuid, Curation>> {
  const { rows } = await sql<{ thing: Uuid; curation: Curation }>`
    select thing, curation from list_row
    where ${ofVersion(tenant, key)} and curation is not null and curation <> 'null'::jsonb`.execute(
    db,
  )
  return new Map(rows.map(({ thing, curation }) => [thing, curation]))
}

/** Writes down what a person did to a version. */
export async function insertStep(
  tx: Database,
  tenant: number,
  key: VersionKey,
  step: {
    readonly act: ListAct
    readonly actor: Uuid
    readonly at: string
    readonly note: string | null
    readonly mode: DeskMode
  },
): Promise<void> {
  const { chain, list, number } = key
  await sql`
    insert into list_step (tenant, chain, list, number, ordinal, act, actor, at, note, mode)
    select ${tenant}, ${chain}, ${list}, ${number}, coalesce(max(ordinal), 0) + 1, ${step.act},
      ${step.actor}, ${step.at}, ${step.note}, ${step.mode}
    from list_step where ${ofVersion(tenant, key)}`.execute(tx)
}

/** What was done to a version, oldest first. */
export async function readSteps(
  db: Database,
  tenant: number,
  key: VersionKey,
): Promise<ListStep[]> {
  const { rows } = await sql<ListStep & { by: JsonValue }>`
    select l.act, json_build_object('id', l.actor, 'name', coalesce(p.name, '')) as by, l.at,
      l.note, l.mode
    from list_step l left join person p on p.tenant = l.tenant and p.id = l.actor
    where l.tenant = ${tenant} and l.chain = ${key.chain} and l.list = ${key.list}
      and l.number = ${key.number}
    order by l.ordinal`.execute(db)
  return rows
}
