import { type RawBuilder, sql } from 'kysely'
import type { JsonValue, Uuid } from '../../base/index.ts'
import { type Column, type Database, INSERT_ROWS_MAX, insertRows } from '../../store/index.ts'
import type { Visibility } from '../../trust/access/index.ts'
import type { DeskMode } from '../../trust/desk/index.ts'
import { type AsOf, decisionsAsOf, holdsOn, stands, uuidList } from '../evidence/index.ts'
import type { Curation, ListAct, ListStep, StoredRow, StoredVersion, VersionKey } from './model.ts'

/** Who asks, and as of when. */
export interface View {
  readonly visibility: Visibility
  readonly asOf: AsOf
}

/** A relation that ties a thing to the chain, a stage, a place or an office. */
export interface Tie {
  readonly claim: Uuid
  readonly subject: Uuid
  readonly kind: string
  readonly property: string
  readonly object: Uuid
  /** Key of the object: of a place its division or country code. */
  readonly code: string
  readonly source: Uuid
  readonly published_on: string | null
  readonly synthetic: boolean
}

const TIE = sql`g.claim, g.subject, t.kind, g.property, g.object, o.code, g.source,
  s.published_on, s.synthetic`
const WITH = sql`from edge g
  join thing t on t.tenant = g.tenant and t.id = g.subject
  join thing o on o.tenant = g.tenant and o.id = g.object
  join source s on s.tenant = g.tenant and s.id = g.source`
const BINDING = sql`('belongsToChain', 'belongsToStage', 'leads')`

async function ties(db: Database, view: View, body: RawBuilder<unknown>): Promise<Tie[]> {
  const { rows } = await sql<Tie>`
    with ${decisionsAsOf(view.visibility.tenant, view.asOf)} ${body}`.execute(db)
  return rows
}

const standing = (view: View): RawBuilder<boolean> =>
  sql`${stands('g', view.visibility)} and ${holdsOn('g', view.asOf)}`

/** One page of the things of some kinds that belong to the chain or its stages, by id. */
export async function readMemberIds(
  db: Database,
  view: View,
  {
    bases,
    kinds,
    after,
    limit,
  }: {
    readonly bases: readonly Uuid[]
    readonly kinds: readonly string[]
    readonly after: Uuid | null
    readonly limit: number
  },
): Promise<Uuid[]> {
  const { rows } = await sql<{ id: Uuid }>`
    with ${decisionsAsOf(view.visibility.tenant, view.asOf)}
    select distinct g.subject as id
    from edge g join thing t on t.tenant = g.tenant and t.id = g.subject
    where g.object = any(${uuidList(bases)}) and g.property in ${BINDING}
      and t.kind = any(${[...kinds]}::text[])
      and ${after === null ? sql`true` : sql`g.subject > ${after}`} and ${standing(view)}
    order by id limit ${limit}`.execute(db)
  return rows.map(({ id }) => id)
}

/** How some things hang on the chain or its stages. */
export function readTies(
  db: Database,
  view: View,
  subjects: readonly Uuid[],
  bases: readonly Uuid[],
): Promise<Tie[]> {
  return ties(
    db,
    view,
    sql`select ${TIE} ${WITH}
    where g.subject = any(${uuidList(subjects)}) and g.object = any(${uuidList(bases)})
      and g.property in ${BINDING} and ${standing(view)}
    order by g.subject, g.property, g.claim`,
  )
}

/** Where things are, one place each: the newest, and of those the nearest to the ground. */
export function readPlaces(db: Database, view: View, subjects: readonly Uuid[]): Promise<Tie[]> {
  return ties(
    db,
    view,
    sql`select distinct on (g.subject) ${TIE} ${WITH}
    where g.subject = any(${uuidList(subjects)}) and g.property = 'locatedIn' and ${standing(view)}
    order by g.subject, g.valid_from desc nulls last, length(o.code) desc, g.claim`,
  )
}

/** Who governs things: one office each, the newest that is said. */
export function readOffices(db: Database, view: View, objects: readonly Uuid[]): Promise<Tie[]> {
  return ties(
    db,
    view,
    sql`select distinct on (g.object) ${TIE} ${WITH}
    where g.object = any(${uuidList(objects)}) and g.property = 'governs'
      and t.kind = 'governmentBody' and ${standing(view)}
    order by g.object, g.valid_from desc nulls last, g.claim`,
  )
}

/** A place with the firms of the chain that stand there. */
export interface PlaceOfFirms {
  readonly place: Uuid
  readonly code: string
  readonly firms: number
  readonly claims: readonly Uuid[]
  readonly sources: number
  readonly synthetic: boolean
}

/** The places of the firms that belong to the chain or its stages, each firm at one place. */
export async function readPlacesOfFirms(
  db: Database,
  view: View,
  bases: readonly Uuid[],
  place?: Uuid,
): Promise<PlaceOfFirms[]> {
  const only = place === undefined ? sql`true` : sql`p.object = ${place}`
  const { rows } = await sql<Omit<PlaceOfFirms, 'claims'> & { claims: string }>`
    with ${decisionsAsOf(view.visibility.tenant, view.asOf)},
    firm as (
      select distinct g.subject as id
      from edge g join thing t on t.tenant = g.tenant and t.id = g.subject
      where g.object = any(${uuidList(bases)}) and g.property in ${BINDING}
        and t.kind = 'firm' and ${standing(view)}),
    placed as (
      select distinct on (l.subject) l.subject, l.object, l.claim, l.source, o.code
      from edge l join thing o on o.tenant = l.tenant and o.id = l.object
      where l.subject in (select id from firm) and l.property = 'locatedIn'
        and ${stands('l', view.visibility)} and ${holdsOn('l', view.asOf)}
      order by l.subject, l.valid_from desc nulls last, length(o.code) desc, l.claim)
    select p.object as place, p.code, count(*)::int4 as firms,
      string_agg(p.claim::text, ',' order by p.claim) as claims,
      count(distinct p.source)::int4 as sources, bool_or(s.synthetic) as synthetic
    from placed p join source s on s.tenant = ${view.visibility.tenant} and s.id = p.source
    where ${only}
    group by p.object, p.code order by p.code`.execute(db)
  return rows.map((row) => ({ ...row, claims: row.claims.split(',') }))
}

/** The claim that names a thing. */
export interface NameClaim {
  readonly claim: Uuid
  readonly kind: string
  readonly name: string
  readonly synthetic: boolean
}

/** The claims that name things: its own name before those that came with a merge, then the newest. */
export async function readNameClaims(
  db: Database,
  { visibility, asOf }: View,
  ids: readonly Uuid[],
): Promise<Map<Uuid, NameClaim>> {
  const { rows } = await sql<NameClaim & { id: Uuid }>`
    with ${decisionsAsOf(visibility.tenant, asOf)}
    select distinct on (e.id) e.id, e.kind, e.claim, e.name, s.synthetic
    from entity e join source s on s.tenant = e.tenant and s.id = e.source
    where e.id = any(${uuidList(ids)}) and ${stands('e', visibility)} and ${holdsOn('e', asOf)}
    order by e.id, e.own desc, e.valid_from desc nulls last, e.name`.execute(db)
  return new Map(rows.map(({ id, ...name }) => [id, name]))
}

/** Things of a kind that bear a name on the day of the view. */
export async function readThingsNamed(
  db: Database,
  { visibility, asOf }: View,
  names: readonly { readonly kind: string; readonly name: string }[],
): Promise<{ id: Uuid; kind: string; name: string }[]> {
  const { rows } = await sql<{ id: Uuid; kind: string; name: string }>`
    with ${decisionsAsOf(visibility.tenant, asOf)}
    select distinct e.id, e.kind, e.name
    from json_to_recordset(${JSON.stringify(names)}::json) as n(kind text, name text)
    join entity e on e.kind = n.kind and e.name = n.name
    where ${stands('e', visibility)} and ${holdsOn('e', asOf)}
    order by e.id`.execute(db)
  return rows
}

/** A ground of a row that a reader may see. */
export interface SeenClaim {
  readonly label: number
  readonly source: Uuid
  /** When its source was published, or else the day from which it holds. */
  readonly dated_on: string | null
  /** Whether it is still a fact on the day of the view. */
  readonly stands: boolean
}

const labelled = (visibility: Visibility): RawBuilder<unknown> =>
  sql.join(visibility.labels.length === 0 ? [sql`null`] : visibility.labels.map((l) => sql.lit(l)))

/** Those of some claims that the reader may see, with whether they stand. */
export async function seenClaims(
  db: Database,
  { visibility, asOf }: View,
  ids: readonly Uuid[],
): Promise<Map<Uuid, SeenClaim>> {
  const isFact = (table: string) => sql`exists (select from ${sql.table(table)} f
    where f.claim = c.id and ${stands('f', visibility)})`
  const { rows } = await sql<SeenClaim & { id: Uuid }>`
    with ${decisionsAsOf(visibility.tenant, asOf)}
    select c.id, c.label, c.source, coalesce(s.published_on, c.valid_from) as dated_on,
      ${isFact('value')} or ${isFact('edge')} or ${isFact('entity')} as stands
    from claim c join source s on s.tenant = c.tenant and s.id = c.source
    where c.tenant = ${visibility.tenant} and c.label in (${labelled(visibility)})
      and c.id = any(${uuidList(ids)})`.execute(db)
  return new Map(rows.map(({ id, ...claim }) => [id, claim]))
}

/** Whether a standing claim that the reader may see speaks of a thing. */
export async function speaksOf(
  db: Database,
  view: View,
  claim: Uuid,
  thing: Uuid,
): Promise<boolean> {
  const { rows } = await sql`
    select from claim c where c.tenant = ${view.visibility.tenant} and c.id = ${claim}
      and (c.subject = ${thing} or c.object = ${thing})`.execute(db)
  return rows.length === 1 && (await seenClaims(db, view, [claim])).get(claim)?.stands === true
}

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
