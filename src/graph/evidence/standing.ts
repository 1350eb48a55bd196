import type { Uuid } from '../../base/index.ts'
import type { Projection } from './model.ts'
import { projectClaim, type Standing } from './projection.ts'

/** What a single decision did to a claim, oldest first. */
export interface ClaimDecision {
  readonly id: Uuid
  readonly kind: 'publish' | 'reject' | 'withdraw' | 'restore'
}

/**
 * The stretches during which a claim stands, from the decisions over it.
 *
 * A claim that is not held stands by the decision of its batch, whether or not that is recorded
 * yet; a held one only from the decision that names it. A withdrawal ends the stretch that is
 * open, and a later publication or restoration opens another, so that what was known on a day in
 * between stays readable.
 */
export function standingsOf(
  batch: Uuid,
  held: boolean,
  decisions: readonly ClaimDecision[],
): Standing[] {
  const standings: Standing[] = held ? [] : [{ decision: batch, ended: null }]
  for (const { id, kind } of decisions) {
    const last = standings.at(-1)
    const isOpen = last !== undefined && last.ended === null
    const opens = kind === 'publish' || kind === 'restore'
    if (opens && !isOpen) standings.push({ decision: id, ended: null })
    if ((kind === 'withdraw' || kind === 'reject') && isOpen) {
      standings[standings.length - 1] = { decision: last.decision, ended: id }
    }
  }
  return standings
}

/** All facts of one claim: its projection once for each stretch in which it stands. */
export function projectDecided(
  decided: {
    readonly claim: Parameters<typeof projectClaim>[0]
    readonly kind: string
    readonly decisions: readonly ClaimDecision[]
  },
  searched: ReadonlySet<string>,
): Projection[] {
  const { claim, kind, decisions } = decided
  return standingsOf(claim.batch, claim.held, decisions).map((standing) =>
    projectClaim(claim, kind, standing, searched),
  )
}
