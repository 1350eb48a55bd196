import type { Uuid } from '../../base/index.ts'
import type { IdentityHistory } from '../evidence/index.ts'
import type { Chunk, ClaimMark } from './model.ts'

/** Does any decision about identity speak of what this claim speaks of? */
const isTouched = (history: IdentityHistory, { subject, object }: ClaimMark): boolean =>
  history.touches(subject) || history.touches(object)

/** The claims of a chunk whose facts may stand under other ids than their own. */
export function touchedClaims(chunk: Chunk, history: IdentityHistory): Uuid[] {
  return chunk.claims.flatMap((claim) => (isTouched(history, claim) ? [claim.id] : []))
}

/** The chunk as it is compared: what is held of a thing is held under the thing it went into. */
export function underRoots(chunk: Chunk, history: IdentityHistory): Chunk {
  const claims = chunk.claims.map((claim) => {
    const { id, subject, object } = claim
    if (!isTouched(history, claim)) return claim
    return {
      ...claim,
      subject: history.placeOf(id, subject),
      object: object === null ? null : history.placeOf(id, object),
    }
  })
  return { ...chunk, claims }
}
