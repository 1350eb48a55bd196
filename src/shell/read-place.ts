/** Reads the place of a claim again, in the very bytes that were brought. */
import { sliceCodePoints } from '../base/index.ts'
import type { Locator } from '../graph/evidence/index.ts'
import { readSource, unifyLineEnds } from '../graph/sources/index.ts'
import { type Actor, visible } from '../trust/access/index.ts'
import type { Installation } from './installation.ts'

/** The words at a place of a source as its bytes say them now; null where place or file is gone. */
export async function readPlace(
  { store }: Installation,
  actor: Actor,
  source: string,
  locator: Locator,
): Promise<string | null> {
  const found = await readSource(store.read, visible(actor), source)
  if (found === null || !(await store.blobs.has(found.sha256))) return null
  const { start, end } = locator
  if (start === null || end === null) return null
  const text = new TextDecoder('utf-8').decode(await store.blobs.read(found.sha256))
  return sliceCodePoints(unifyLineEnds(text), start, end)
}
