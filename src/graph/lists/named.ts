import { plainText, type Uuid } from '../../base/index.ts'
import { readIdentity, thingId } from '../evidence/index.ts'
import type { Candidate } from './candidates.ts'
import type { DefinitionFile, ListDefinition, NamedRow } from './definition.ts'
import { candidatesAmong, type ListGround } from './ground.ts'
import type { PackGround, WaitingRow } from './model.ts'
import { readNameClaims, readThingsNamed } from './store.ts'
import { WAITING_WORDS } from './words.ts'

/** What became of the rows that a file names for a chain. */
export interface NamedRows {
  /** By thing, in the order of the file. */
  readonly found: ReadonlyMap<Uuid, { readonly candidate: Candidate; readonly pack: PackGround }>
  readonly waiting: readonly WaitingRow[]
}

/** The rows that a file names for a chain. */
export const namedFor = ({ rows = [] }: DefinitionFile, chain: string): NamedRow[] =>
  rows.filter((row) => plainText(row.chain) === plainText(chain))

/** How a named row is told: its name, or its scheme and code. */
export const nameOfRow = ({ name, scheme, code }: NamedRow): string => name ?? `${scheme} ${code}`

/**
 * Finds the things that the file of a list names for a chain. A name that nobody bears or that
 * several bear finds nothing, and neither does a thing that the list cannot hold: those rows wait.
 */
export async function findNamed(
  ground: ListGround,
  definition: ListDefinition,
): Promise<NamedRows> {
  const { file } = definition
  const rows = namedFor(file, ground.chain.name)
  if (rows.length === 0) return { found: new Map(), waiting: [] }
  const meant = await thingsMeant(ground, rows)
  const candidates = await candidatesAmong(ground, definition, [...new Set(meant.flat())])
  const found = new Map<Uuid, { candidate: Candidate; pack: PackGround }>()
  const waiting: WaitingRow[] = []
  for (const [at, row] of rows.entries()) {
    const { kind, reason, citation } = row
    const known = meant[at] ?? []
    // A name may be borne elsewhere too; what counts is whether one thing of this list bears it.
    const fit = known.flatMap((thing) => candidates.get(thing) ?? [])
    const [candidate] = fit
    if (candidate !== undefined && fit.length === 1) {
      const first = found.get(candidate.id)?.pack
      const named = [...(first?.named ?? []), nameOfRow(row)]
      const pack = { version: file.version, reason, citation, ...first, named }
      found.set(candidate.id, { candidate, pack })
      continue
    }
    const why = fit.length > 1 ? 'several' : known.length > 0 ? 'unfit' : 'unknown'
    waiting.push({ name: nameOfRow(row), kind, why: WAITING_WORDS[why], reason, citation })
  }
  return { found, waiting }
}

/** The things that each row may mean. */
async function thingsMeant(
  { reading }: ListGround,
  rows: readonly NamedRow[],
): Promise<readonly (readonly Uuid[])[]> {
  const { db, visibility } = reading
  const names = rows.flatMap(({ kind, name }) =>
    name === undefined ? [] : [{ kind, name: plainText(name) }],
  )
  const things = await readThingsNamed(db, reading, names)
  const history = await readIdentity(db, visibility.tenant)
  const keyed = rows.map(({ kind, scheme, code }) =>
    scheme === undefined || code === undefined
      ? null
      : history.rootOf(thingId(visibility.tenant, { kind, scheme, code })),
  )
  const known = await readNameClaims(
    db,
    reading,
    keyed.flatMap((thing) => thing ?? []),
  )
  return rows.map(({ kind, name = '' }, at) => {
    const thing = keyed[at]
    if (thing) return known.has(thing) ? [thing] : []
    const wanted = plainText(name)
    return things.filter((each) => each.kind === kind && each.name === wanted).map(({ id }) => id)
  })
}
