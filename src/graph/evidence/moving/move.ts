import type { Uuid } from '../../../base/index.ts'
import type { Database } from '../../../store/index.ts'
import type { IdentityHistory } from '../identity.ts'
import { countClaims, moveRows } from './store.ts'

/** The history before and after one decision, and a thing of which it speaks. */
interface Change {
  readonly before: IdentityHistory
  readonly after: IdentityHistory
  readonly thing: Uuid
  /** More claims than this are not moved. */
  readonly most: number
}

/**
 * Moves every fact whose place the newest decision changes: its row is parted and another stands
 * from then on. Equal to what a rebuild projects. Tells how many claims are spoken of, or null, with
 * nothing done, where they are more than `most`.
 */
export async function moveFacts(
  tx: Database,
  tenant: number,
  { before, after, thing, most }: Change,
): Promise<number | null> {
  const moved = after.movedSince(before, thing)
  const claims = await countClaims(tx, tenant, moved, most + 1)
  if (claims > most) return null
  if (claims > 0) await moveRows(tx, tenant, moved, after.placesOf(thing), after.number)
  return claims
}
