import { canonicalJson, type JsonValue, type Uuid, uuidOf } from '../../base/index.ts'
import type { Database, Store } from '../../store/index.ts'
import type { RowContent, StoredRow, VersionKey } from './model.ts'
import {
  dropContents,
  insertContents,
  lockContents,
  missingContents,
  replaceRows,
} from './version-store.ts'

/** What of rows holds which id; one object is worked out once. */
export type ContentIds = Map<RowContent, Uuid>

/** So many contents are written at a time: more would keep the embedded engine from others. */
const CONTENTS_PER_WRITE = 500

/** The id of what a row holds: the same for equal contents, in whichever order they were kept. */
export function contentIdOf(content: RowContent, known: ContentIds): Uuid {
  const before = known.get(content)
  if (before !== undefined) return before
  const plain = JSON.parse(JSON.stringify(content)) as JsonValue
  const id = uuidOf('list-content', canonicalJson(plain))
  known.set(content, id)
  return id
}

/**
 * Writes what many rows hold before the rows are written, part by part, so that nobody waits long.
 * Nobody sees a content that no row names; one that a killed process left is used by the next draw.
 */
export async function stageContents(
  store: Pick<Store, 'read' | 'transaction'>,
  tenant: number,
  rows: readonly StoredRow[],
): Promise<ContentIds> {
  const ids: ContentIds = new Map()
  if (rows.length <= CONTENTS_PER_WRITE) return ids
  for (let at = 0; at < rows.length; at += CONTENTS_PER_WRITE) {
    const part = rows.slice(at, at + CONTENTS_PER_WRITE)
    const contents = new Map(part.map(({ content }) => [contentIdOf(content, ids), content]))
    const missing = new Set(await missingContents(store.read, tenant, [...contents.keys()]))
    const fresh = new Map([...contents].filter(([id]) => missing.has(id)))
    if (fresh.size === 0) continue
    await store.transaction((tx) => insertContents(tx, tenant, fresh), { tenant })
  }
  return ids
}

/** Lets the rows of a version be these, with what of them was not written ahead. */
export async function putRows(
  tx: Database,
  tenant: number,
  key: VersionKey,
  { rows, staged }: { readonly rows: readonly StoredRow[]; readonly staged: ContentIds },
): Promise<void> {
  await lockContents(tx, tenant)
  const contents = new Map(rows.map(({ content }) => [contentIdOf(content, staged), content]))
  const missing = new Set(await missingContents(tx, tenant, [...contents.keys()]))
  await insertContents(tx, tenant, new Map([...contents].filter(([id]) => missing.has(id))))
  const keyed = rows.map(({ content, ...row }) => ({
    ...row,
    contentId: contentIdOf(content, staged),
  }))
  await dropContents(tx, tenant, await replaceRows(tx, tenant, key, keyed))
}
