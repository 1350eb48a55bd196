import type { Uuid } from '../../base/index.ts'
import type { Actor } from '../../trust/access/index.ts'
import type { ChainReading } from '../chain/index.ts'
import { isInside } from './knowledge.ts'
import type { ListRow, RowOutline, VersionKey } from './model.ts'
import {
  type Chosen,
  chooseVersion,
  frameOf,
  type VersionChoice,
  type VersionFrame,
  wholeVersion,
} from './read.ts'
import { seenOutline, seenWithLabels } from './seen.ts'
import { sortedRows } from './turn.ts'
import { readRowsOf } from './version-store.ts'
import { compareRows, countInside, isNamedLike, outLast } from './view.ts'

/** Which rows of a version are read, and in which turn. */
export interface PageChoice extends VersionChoice {
  readonly offset: number
  readonly limit: number
  /** Characters that a name holds. */
  readonly q?: string | undefined
  /** Only rows that differ from the earlier version; all where there is none. */
  readonly onlyChanges: boolean
  /** A column, after a minus from the top down; the version's own turn where it is left out. */
  readonly sort?: string | undefined
}

/** Some rows of a version as a reader may see them. */
export interface VersionPage extends VersionFrame {
  readonly rows: readonly ListRow[]
  /** How many rows the choice has, over all its pages; those that were taken out are among them. */
  readonly total: number
  /** Labels of the claims behind the rows of this page. */
  readonly labels: readonly number[]
}

/**
 * One page of a version. In its own turn only the rows of the page are read with what they hold; by
 * a column, or narrowed to what differs, the turn rests on the cells of all rows, so all are read.
 * Null where the list of the chain has no version that the reader may see.
 * Problem: `not-found` for the chain and for a version that is named and not there.
 */
export async function readVersionPage(
  reading: ChainReading,
  actor: Actor,
  choice: PageChoice,
): Promise<VersionPage | null> {
  const chosen = await chooseVersion(reading, actor, choice)
  if (chosen === null) return null
  const { offset, limit, sort, onlyChanges } = choice
  if (sort !== undefined || (onlyChanges && chosen.earlier !== null)) {
    const {
      counts: _,
      waiting: _waiting,
      changes: _changes,
      rows: all,
      ...frame
    } = await wholeVersion(reading, actor, chosen)
    const rows = sortedRows(all, { ...choice, isCompared: chosen.earlier !== null })
    return { ...frame, rows: rows.slice(offset, offset + limit), total: rows.length }
  }
  const { inside, things } = await turnOf(reading, actor, chosen, choice.q)
  const page = things.slice(offset, offset + limit)
  const { rows, labels } = await readRowsCompared(reading, actor, chosen, page)
  const frame = await frameOf(reading, actor, chosen, inside)
  return { ...frame, rows, labels, total: things.length }
}

/** The things of all rows in their turn: those in the list, those taken out, those gone since. */
async function turnOf(
  reading: ChainReading,
  actor: Actor,
  { version, earlier }: Chosen,
  q: string | undefined,
): Promise<{ inside: number; things: Uuid[] }> {
  const now = await seenOutline(reading, actor.tenant, version)
  const before = earlier === null ? [] : await seenOutline(reading, actor.tenant, earlier)
  const present = new Set(now.map(({ thing }) => thing))
  const gone = before.filter(({ thing, place }) => place !== null && !present.has(thing))
  const wanted = [...outLast(now), ...gone].filter(({ name }) => isNamedLike(name, q))
  return { inside: countInside(now), things: wanted.map(({ thing }: RowOutline) => thing) }
}

/** The rows of some things in the turn of the things, beside those of the earlier version. */
export async function readRowsCompared(
  reading: ChainReading,
  actor: Actor,
  { version, earlier }: Chosen,
  things: readonly Uuid[],
): Promise<{ rows: ListRow[]; labels: number[] }> {
  const rowsOf = async (key: VersionKey) => {
    const stored = await readRowsOf(reading.db, actor.tenant, key, things)
    return seenWithLabels(reading, stored, isInside(actor))
  }
  const now = await rowsOf(version)
  const before = earlier === null ? null : await rowsOf(earlier)
  const found = before === null ? now.rows : compareRows(now.rows, before.rows)
  const rowOf = new Map(found.map((row) => [row.thing, row]))
  return {
    rows: things.flatMap((thing) => rowOf.get(thing) ?? []),
    labels: [...new Set([...now.labels, ...(before?.labels ?? [])])],
  }
}
