import { sql } from 'kysely'
import type { Uuid } from '../../base/index.ts'
import type { Database } from '../../store/index.ts'
import type { Visibility } from '../../trust/access/index.ts'
import { type AsOf, decisionsAsOf, holdsOn, stands, uuidList } from '../evidence/index.ts'

/** Who asks, and as of when. */
export interface View {
  readonly visibility: Visibility
  readonly asOf: AsOf
}

/** A relation that ties a thing to the chain, a stage or a place. */
export interface Tie {
  readonly claim: Uuid
  readonly subject: Uuid
  readonly kind: string
  readonly property: string
  readonly object: Uuid
  /** Code of the object: of a place its division or country. */
  readonly code: string
  readonly scheme: string
  readonly source: Uuid
  readonly published_on: string | null
  readonly synthetic: boolean
}

const TIE = sql`g.claim, g.subject, t.kind, g.property, g.object, o.code, o.scheme, g.source,
  s.published_on, s.synthetic`
const WITH = sql`from edge g
  join thing t on t.tenant = g.tenant and t.id = g.subject
  join thing o on o.tenant = g.tenant and o.id = g.object
  join source s on s.tenant = g.tenant and s.id = g.source`

/** What belongs to, leads or governs the chain or its stages. */
export async function readTies(
  db: Database,
  { visibility, asOf }: View,
  objects: Iterable<Uuid>,
): Promise<Tie[]> {
  const { rows } = await sql<Tie>`
    with ${decisionsAsOf(visibility.tenant, asOf)}
    select ${TIE} ${WITH}
    where g.object = any(${uuidList(objects)}) and t.kind <> 'stage'
      and g.property in ('belongsToChain', 'belongsToStage', 'leads', 'governs')
      and ${stands('g', visibility)} and ${holdsOn('g', asOf)}
    order by g.subject, g.property, g.claim`.execute(db)
  return rows
}

/** Where things are, one place each: the newest, and of those the nearest to the ground. */
export async function readPlaces(
  db: Database,
  { visibility, asOf }: View,
  subjects: Iterable<Uuid>,
): Promise<Tie[]> {
  const { rows } = await sql<Tie>`
    with ${decisionsAsOf(visibility.tenant, asOf)}
    select distinct on (g.subject) ${TIE} ${WITH}
    where g.subject = any(${uuidList(subjects)}) and g.property = 'locatedIn'
      and ${stands('g', visibility)} and ${holdsOn('g', asOf)}
    order by g.subject, g.valid_from desc nulls last, length(o.code) desc, g.claim`.execute(db)
  return rows
}

/** The claims that name things, the newest of each. */
export async function readNameClaims(
  db: Database,
  { visibility, asOf }: View,
  ids: Iterable<Uuid>,
): Promise<Map<Uuid, { claim: Uuid; name: string; synthetic: boolean }>> {
  const { rows } = await sql<{ id: Uuid; claim: Uuid; name: string; synthetic: boolean }>`
    with ${decisionsAsOf(visibility.tenant, asOf)}
    select distinct on (e.id) e.id, e.claim, e.name, s.synthetic
    from entity e join source s on s.tenant = e.tenant and s.id = e.source
    where e.id = any(${uuidList(ids)}) and ${stands('e', visibility)} and ${holdsOn('e', asOf)}
    order by e.id, e.valid_from desc nulls last, e.name`.execute(db)
  return new Map(rows.map(({ id, ...name }) => [id, name]))
}
