import { type RawBuilder, sql } from 'kysely'
import type { Uuid } from '../../base/index.ts'
import type { Database } from '../../store/index.ts'
import type { Visibility } from '../../trust/access/index.ts'
import type { Relate } from '../chain/index.ts'
import { type AsOf, decisionsAsOf, stands, uuidList } from '../evidence/index.ts'
import type { Audience, PublicationPolicy } from './policy.ts'
import type { HiddenReason } from './words.ts'

/** Who exports, as of when, and how far places are. */
interface View {
  readonly db: Database
  readonly visibility: Visibility
  readonly asOf: AsOf
  readonly relate: Relate
  /** Division code from which places are near or far. */
  readonly home: string
}

/** A name that does not leave the house, and whose it is. */
export interface Guarded {
  readonly thing: Uuid
  readonly reason: HiddenReason
  /** Null for a thing whose name is also that of one which may be named. */
  readonly name: string | null
}

const textList = (items: readonly string[]): RawBuilder<unknown> => sql`${[...items]}::text[]`

/**
 * Everything whose names an audience must not read, as far as the exporter sees it: firms abroad
 * that are partners of firms at home, persons, and things whose every name has a closer label. Days
 * of validity do not matter here: a partner of last year is named no more than one of today.
 */
export async function readGuarded(
  view: View,
  policy: PublicationPolicy,
  audience: Audience,
): Promise<Guarded[]> {
  const { db, visibility, asOf } = view
  const { partners, personal, names } = policy
  const hides = (part: { audiences: readonly Audience[] }) => part.audiences.includes(audience)
  const abroad = hides(partners) ? await placesAbroad(view) : []
  const kinds = hides(personal) ? personal.kinds : []
  const levels = textList(policy.audiences[audience].levels)
  const standing = (alias: string) => stands(alias, visibility)
  const { rows } = await sql<Guarded>`
    with ${decisionsAsOf(visibility.tenant, asOf)},
    called as (
      select e.id, e.name, e.label, e.source from entity e where ${standing('e')}
      union all
      select v.subject, v.printed, v.label, v.source from value v
      where v.property = any(${textList(names)}) and ${standing('v')}),
    named as materialized (
      select c.id, c.name, own.level = any(${levels}) and its.level = any(${levels}) as open
      from called c
      join source s on s.tenant = ${visibility.tenant} and s.id = c.source
      join label own on own.tenant = s.tenant and own.id = c.label
      join label its on its.tenant = s.tenant and its.id = s.label),
    outside as materialized (
      select distinct l.subject as id from edge l
      where l.property = 'locatedIn' and l.object = any(${uuidList(abroad)}) and ${standing('l')}),
    guarded as (
      select t.id, 'partner' as reason from outside f
      join thing t on t.tenant = ${visibility.tenant} and t.id = f.id and t.kind = 'firm'
      where exists (
          select from edge g join thing o on o.tenant = g.tenant and o.id = g.object
          where g.subject = f.id and o.kind = 'firm' and o.id not in (select id from outside)
            and g.property = any(${textList(partners.edges)}) and ${standing('g')})
        or exists (
          select from edge g join thing o on o.tenant = g.tenant and o.id = g.subject
          where g.object = f.id and o.kind = 'firm' and o.id not in (select id from outside)
            and g.property = any(${textList(partners.edges)}) and ${standing('g')})
      union all
      select t.id, 'personal' from thing t
      where t.tenant = ${visibility.tenant} and t.kind = any(${textList(kinds)}))
    select g.id as thing, g.reason, n.name from guarded g left join named n on n.id = g.id
    union all
    select id, 'label', case when not is_open_elsewhere then name end from (
      select id, name, bool_or(open) over (partition by id) as is_open,
        bool_or(open) over (partition by name) as is_open_elsewhere
      from named) told
    where not is_open`.execute(db)
  return rows
}

/** The places beyond the border at which anything stands. */
async function placesAbroad({ db, visibility, asOf, relate, home }: View): Promise<Uuid[]> {
  const { rows } = await sql<{ id: Uuid; code: string }>`
    with ${decisionsAsOf(visibility.tenant, asOf)}
    select distinct p.id, p.code from edge l
    join thing p on p.tenant = l.tenant and p.id = l.object
    where l.property = 'locatedIn' and ${stands('l', visibility)}`.execute(db)
  return rows.filter(({ code }) => relate(home, code) === 'abroad').map(({ id }) => id)
}
