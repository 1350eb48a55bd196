import type { Uuid } from '../../base/index.ts'
import type { IdentityHistory, Stretch } from './identity.ts'
import type { Projection } from './model.ts'

/** The claim that a projection came from, with the ids that it speaks of. */
function spokenOf(
  projection: Projection,
): { claim: Uuid; subject: Uuid; object: Uuid | null } | null {
  const { entity, edge, value } = projection
  if (edge !== null) return { claim: edge.claim, subject: edge.subject, object: edge.object }
  if (value !== null) return { claim: value.claim, subject: value.subject, object: null }
  return entity === null ? null : { claim: entity.claim, subject: entity.id, object: null }
}

/** A projection under the ids of one stretch of identity. */
function placeProjection(projection: Projection, stretch: Stretch): Projection {
  const { entity, edge, value, term } = projection
  const { joined, parted, subject, object } = stretch
  return {
    entity: entity && { ...entity, id: subject, own: subject === entity.id, joined, parted },
    edge: edge && { ...edge, subject, object: object ?? edge.object, joined, parted },
    value: value && { ...value, subject, joined, parted },
    term: term && { ...term, thing: subject, joined, parted },
  }
}

/** Projections under the ids that identity decisions give them, one for each stretch of time. */
export function placeProjections(
  projections: readonly Projection[],
  history: IdentityHistory,
): readonly Projection[] {
  return projections.flatMap((projection) => {
    const spoken = spokenOf(projection)
    if (spoken === null) return []
    const { claim, subject, object } = spoken
    if (!history.touches(subject) && !history.touches(object)) return [projection]
    return history
      .stretchesOf(claim, subject, object)
      .map((stretch) => placeProjection(projection, stretch))
  })
}
