import { type RawBuilder, sql } from 'kysely'
import type { JsonValue, Uuid } from '../../base/index.ts'
import { type Column, type Database, INSERT_ROWS_MAX, insertRows } from '../../store/index.ts'
import type { DeskMode } from '../../trust/desk/index.ts'
import { uuidList } from '../evidence/index.ts'
import type {
  Curation,
  ListAct,
  ListStep,
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
  { name: 'content', type: 'jsonb' },
  { name: 'curation', type: 'jsonb' },
]

export const LIST_ROWS_MAX = INSERT_ROWS_MAX

/** Puts these rows in the place of those that an unsigned version has. */
export async function replaceRows(
  tx: Database,
  tenant: number,
  key: VersionKey,
  rows: readonly StoredRow[],
): Promise<void> {
  const { chain, list, number } = key
  await sql`delete from list_row where ${ofVersion(tenant, key)}`.execute(tx)
  const cells = rows.map(({ thing, place, content, curation }, ordinal) => [
    ...[tenant, chain, list, number, thing, ordinal, place],
    ...[content, curation],
  ])
  await insertRows(tx, 'list_row', ROW_COLUMNS, cells)
}

/** The rows of a version in its order; those that were taken out stand where they stood. */
export async function readRows(
  db: Database,
  tenant: number,
  key: VersionKey,
): Promise<StoredRow[]> {
  const { rows } = await sql<StoredRow>`
    select thing, place, content, curation from list_row where ${ofVersion(tenant, key)}
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
    select thing, place, content, curation from list_row
    where ${ofVersion(tenant, key)} and thing = any(${uuidList(things)})
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
    from list_row where ${ofVersion(tenant, key)} order by ordinal`.execute(db)
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
