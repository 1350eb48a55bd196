import { canonicalJson, type JsonValue, type Uuid, uuidOf } from '../../base/index.ts'
import type { Store } from '../../store/index.ts'
import type { RowContent, StoredRow } from './model.ts'
import { insertContents, missingContents } from './version-store.ts'

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
