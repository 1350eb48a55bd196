import type { Uuid } from '../../base/index.ts'
import { type Reading, seenDerivations } from '../figures/index.ts'
import type { ListRow, RowOutline, StoredRow, VersionKey } from './model.ts'
import { hiddenClaims, seenClaims } from './store.ts'
import { readOutline } from './version-store.ts'
import { citedBy, decidingIds, isRowSeen, seenRow } from './view.ts'

/** Rows as the reader may see them; a row that may not be seen is not there. */
export async function seenRows(
  reading: Reading,
  rows: readonly StoredRow[],
  inside: boolean,
): Promise<ListRow[]> {
  return (await seenWithLabels(reading, rows, inside)).rows
}

/** The same, with the labels of the claims behind them, for the audit of who read what. */
export async function seenWithLabels(
  reading: Reading,
  rows: readonly StoredRow[],
  inside: boolean,
): Promise<{ rows: ListRow[]; labels: number[] }> {
  const { db, visibility } = reading
  const cited = citedBy(rows)
  const claims = await seenClaims(db, reading, cited.claims)
  const derivations = await seenDerivations(db, visibility, cited.derivations)
  const seen = { claims, derivations, inside }
  const labels = [...new Set([...claims.values()].map(({ label }) => label))]
  return { rows: rows.flatMap((row) => seenRow(row, seen) ?? []), labels }
}

/** The rows of a version that a reader may see, in its order and without what they hold. */
export async function seenOutline(
  { db, visibility }: Reading,
  tenant: number,
  key: VersionKey,
): Promise<RowOutline[]> {
  const rows = await readOutline(db, tenant, key)
  const deciding = decidingIds(rows)
  const hidden = await hiddenClaims(db, visibility, deciding.claims)
  const derivations = await seenDerivations(db, visibility, deciding.derivations)
  const claims = { has: (id: Uuid) => !hidden.has(id) }
  return rows.filter((row) => isRowSeen(row, { claims, derivations }))
}
