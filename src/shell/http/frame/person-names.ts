// The names of colleagues who did something, which every signed-in person may know.
import { Problem } from '../../../base/index.ts'
import { readPerson } from '../../../trust/people/index.ts'
import type { HttpContext } from './context.ts'

/** Names by id; a person who is gone is left out. */
export async function personNames(
  c: HttpContext,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const { store, operator } = c.var.installation
  const names = new Map<string, string>()
  if (ids.length === 0) return names
  const reader = await operator()
  for (const id of new Set(ids)) {
    try {
      names.set(id, (await readPerson(store, reader, id)).name)
    } catch (error) {
      if (!(error instanceof Problem && error.code === 'not-found')) throw error
    }
  }
  return names
}
