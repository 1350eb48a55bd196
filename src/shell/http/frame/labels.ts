// What the small numbers on rows mean: the level of each label.
import { readLabels } from '../../../trust/access/index.ts'
import { actorIn } from './actor.ts'
import type { HttpContext } from './context.ts'

/** The level of each of these labels, by its id. */
export async function labelLevels(
  c: HttpContext,
  ids: readonly number[],
): Promise<Map<number, string>> {
  const distinct = [...new Set(ids)]
  if (distinct.length === 0) return new Map()
  const { store } = c.var.installation
  const labels = await readLabels(store.read, actorIn(c).tenant, distinct)
  return new Map(labels.map(({ id, level }) => [id, level]))
}
