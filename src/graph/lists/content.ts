import { canonicalJson, inParts, type JsonValue, type Uuid, uuidOf } from '../../base/index.ts'
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
function contentIdOf(content: RowContent, known: ContentIds): Uuid {
  const before = known.get(content)
  if (before !== undefined) return before
  const plain = JSON.parse(JSON.stringify(content)) as JsonValue
  const id = uuidOf('list-content', canonicalJson(plain))
  known.set(content, id)
  return id
}

/**
 * Writes what many rows are to hold before the rows are written, part by part, so that nobody waits long.
 * Nobody sees a content that no row names; one that a killed process left is used by the next draw.
 */
export async function stageContents(
  store: Pick<Store, 'read' | 'transaction'>,
  tenant: number,
  contents: readonly RowContent[],
): Promise<ContentIds> {
  const ids: ContentIds = new Map()
  if (contents.length <= CONTENTS_PER_WRITE) return ids
  for (const part of inParts(contents, CONTENTS_PER_WRITE)) {
    const fresh = await freshAmong(store.read, tenant, part, ids)
    if (fresh.size === 0) continue
    await store.transaction((tx) => insertContents(tx, tenant, fresh), { tenant })
  }
  return ids
}

/** Those of some contents that are not kept yet, by their ids. */
async function freshAmong(
  db: Database,
  tenant: number,
  some: readonly RowContent[],
  ids: ContentIds,
): Promise<Map<Uuid, RowContent>> {
  const contents = new Map(some.map((content) => [contentIdOf(content, ids), content]))
  const missing = new Set(await missingContents(db, tenant, [...contents.keys()]))
  return new Map([...contents].filter(([id]) => missing.has(id)))
}

/** Lets the rows of a version be these, with what of them was not written ahead. */
export async function putRows(
  tx: Database,
  tenant: number,
  key: VersionKey,
  { rows, staged }: { readonly rows: readonly StoredRow[]; readonly staged: ContentIds },
): Promise<void> {
  await lockContents(tx, tenant)
  const contents = rows.map(({ content }) => content)
  await insertContents(tx, tenant, await freshAmong(tx, tenant, contents, staged))
  const keyed = rows.map(({ content, ...row }) => ({
    ...row,
    contentId: contentIdOf(content, staged),
  }))
  await dropContents(tx, tenant, await replaceRows(tx, tenant, key, keyed))
}
