import { type RawBuilder, sql } from 'kysely'
import type { Uuid } from '../../base/index.ts'
import type { Database } from '../../store/index.ts'
import type { Visibility } from '../../trust/access/index.ts'
import { type AsOf, decisionsAsOf, gramsOf, holdsOn, stands, uuidList } from '../evidence/index.ts'

/** A name that was found, with how well it fits: 0 is the very name, larger is further off. */
export interface Hit {
  readonly thing: Uuid
  readonly kind: string
  readonly name: string
  readonly rank: number
  readonly size: number
}

const HITS_MAX = 60

function escapeLike(text: string): string {
  return text.replace(/[\\%_]/gu, (character) => `\\${character}`)
}

interface Way {
  readonly rank: number
  readonly condition: RawBuilder<unknown>
  readonly size: RawBuilder<unknown>
}

/**
 * The ways in which a name can fit, each served by an index. Beginnings are asked by "^@" and not by
 * LIKE: behind row security PostgreSQL uses an index for what is marked as telling nothing, and of
 * the two this one is. One letter begins a twentieth of all
 * initials, and two a tenth of all pinyin: no answer, and the dearest questions of all.
 */
function waysOf(query: string): Way[] {
  const bySize = sql`length(x.folded)`
  const ways: Way[] = [
    { rank: 0, condition: sql`x.folded = ${query}`, size: bySize },
    { rank: 1, condition: sql`x.folded ^@ ${query}`, size: bySize },
  ]
  const grams = gramsOf(query).filter((gram) => [...gram].length === 2)
  if (grams.length > 0) {
    const list = sql`array[${sql.join(grams)}]::text[]`
    const contains = `%${escapeLike(query)}%`
    const condition = sql`x.grams @> ${list} and x.folded like ${contains}`
    ways.push({ rank: 3, condition, size: bySize })
  }
  if (/^[a-z0-9 ]+$/u.test(query)) {
    const letters = query.replaceAll(' ', '')
    ways.push({ rank: 2, condition: sql`x.initials = ${letters}`, size: bySize })
    if (letters.length > 1) {
      ways.push({ rank: 5, condition: sql`x.initials ^@ ${letters}`, size: bySize })
    }
    if (letters.length > 2) {
      ways.push({ rank: 4, condition: sql`x.pinyin ^@ ${letters}`, size: bySize })
    }
  }
  return ways
}

/**
 * Names that fit a folded query, and the thing whose key it is (a credit code, a stock code).
 * Products outnumber all other kinds by far, so that a common word would show products alone: of
 * them and of all others each so many are found.
 *
 * Whether a name stands is asked once, of all that fit, and not in each way of fitting: planning
 * the same question seven times took longer than answering it.
 */
export async function findNames(
  db: Database,
  visibility: Visibility,
  asOf: AsOf,
  query: string,
): Promise<Hit[]> {
  const standing = sql`x.tenant, x.label, x.decision, x.ended, x.joined, x.parted`
  const branches = waysOf(query).map(
    ({ rank, condition, size }) => sql`
      select x.thing, x.kind, x.name, ${sql.lit(rank)} as rank, ${size} as size, ${standing}
      from term x where x.tenant = ${visibility.tenant} and ${condition}`,
  )
  const byKey = sql`
      select x.id as thing, t.kind, x.name, 0 as rank, 0 as size, ${standing}
      from thing t
      join claim c on c.tenant = t.tenant and c.subject = t.id and c.property = 'name'
      join entity x on x.tenant = c.tenant and x.claim = c.id
      where t.tenant = ${visibility.tenant} and t.code = upper(${query})`
  const { rows } = await sql<Hit>`
    with ${decisionsAsOf(visibility.tenant, asOf)},
    fits as (${sql.join([byKey, ...branches], sql` union all `)}),
    best as (
      select distinct on (thing) thing, kind, name, rank, size from fits
      where ${stands('fits', visibility)}
      order by thing, rank, size, name),
    placed as (
      select *, row_number() over (
        partition by kind = 'product' order by rank, size, name) as place from best)
    select thing, kind, name, rank, size from placed
    where place <= ${sql.lit(HITS_MAX)} order by rank, size, name`.execute(db)
  return rows
}

/** A source as search shows it. */
export interface SourceTitle {
  readonly id: Uuid
  readonly title: string
  readonly publisher: string
}

/** Titles are compared in memory; beyond so many sources only the newest are found by title. */
const TITLES_MAX = 5000

function mayBeSeen(visibility: Visibility): RawBuilder<boolean> {
  const labels = sql.join(visibility.labels.map((label) => sql.lit(label)))
  return sql<boolean>`s.tenant = ${visibility.tenant} and s.label in (${labels})`
}

/** Titles of the sources that this actor may see, newest first. */
export async function listTitles(db: Database, visibility: Visibility): Promise<SourceTitle[]> {
  if (visibility.labels.length === 0) return []
  const { rows } = await sql<SourceTitle>`
    select s.id, s.title, s.publisher from source s where ${mayBeSeen(visibility)}
    order by s.brought_at desc, s.id limit ${sql.lit(TITLES_MAX)}`.execute(db)
  return rows
}

/**
 * Texts that hold the phrase, one place each: the text around its first place in the part, from
 * `around` characters before it on. Tables have names and are found by them.
 */
export async function findPhrase(
  db: Database,
  visibility: Visibility,
  input: { readonly phrase: string; readonly around: number; readonly limit: number },
): Promise<(SourceTitle & { excerpt: string })[]> {
  if (visibility.labels.length === 0) return []
  const { phrase, around, limit } = input
  const { rows } = await sql<SourceTitle & { excerpt: string }>`
    select s.id, s.title, s.publisher, found.excerpt
    from source s
    join lateral (
      select substr(p.content, greatest(1, strpos(p.content, ${phrase}) - ${sql.lit(around)}),
        length(${phrase}) + ${sql.lit(2 * around)}) as excerpt
      from source_part p
      where p.tenant = s.tenant and p.source = s.id and p.head is null and p.sheet is null
        and p.content like ${`%${escapeLike(phrase)}%`}
      order by p.part limit 1) found on true
    where ${mayBeSeen(visibility)} and s.text_version is not null
    order by s.brought_at desc, s.id limit ${limit}`.execute(db)
  return rows
}

/** A word to tell things of one name apart: the chain of a stage, the place of a firm. */
export async function detailsOf(
  db: Database,
  visibility: Visibility,
  asOf: AsOf,
  things: readonly Uuid[],
): Promise<Map<Uuid, string>> {
  if (things.length === 0) return new Map()
  const { rows } = await sql<{ thing: Uuid; detail: string }>`
    with ${decisionsAsOf(visibility.tenant, asOf)}
    select distinct on (g.subject) g.subject as thing, e.name as detail
    from edge g
    join entity e on e.id = g.object
    where g.tenant = ${visibility.tenant} and g.subject = any(${uuidList(things)})
      and g.property in ('belongsToChain', 'locatedIn', 'belongsToStage', 'kindOf')
      and ${stands('g', visibility)} and ${holdsOn('g', asOf)} and ${stands('e', visibility)}
    order by g.subject, g.property, e.name`.execute(db)
  return new Map(rows.map(({ thing, detail }) => [thing, detail]))
}

/** The newest verdict stated for each stage. */
export async function verdictsOf(
  db: Database,
  visibility: Visibility,
  asOf: AsOf,
  stages: readonly Uuid[],
): Promise<Map<Uuid, string>> {
  if (stages.length === 0) return new Map()
  const { rows } = await sql<{ stage: Uuid; verdict: string }>`
    with ${decisionsAsOf(visibility.tenant, asOf)}
    select distinct on (v.subject) v.subject as stage, v.printed as verdict
    from value v
    where v.tenant = ${visibility.tenant} and v.subject = any(${uuidList(stages)})
      and v.property = 'verdict' and ${stands('v', visibility)} and ${holdsOn('v', asOf)}
    order by v.subject, v.valid_from desc nulls last, v.claim`.execute(db)
  return new Map(rows.map(({ stage, verdict }) => [stage, verdict]))
}
