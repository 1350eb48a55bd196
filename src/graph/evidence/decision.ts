import { type Uuid, uuidOf } from '../../base/index.ts'
import type { WriteContext } from '../../trust/gate/index.ts'
import type { PublishingPolicy } from './policy.ts'
import type { DecisionRow } from './store.ts'

/** What decides how claims become facts; both come from packs. */
export interface EvidenceRules {
  /** Properties whose values search looks through. */
  readonly searched: ReadonlySet<string>
  readonly policy: PublishingPolicy
}

/** What all decisions of one command have in common. */
export type DecisionBase = Omit<DecisionRow, 'id' | 'kind'>

/** A decision of whoever acts, now, over nothing yet. */
export function decisionBase(context: WriteContext, policy: string): DecisionBase {
  return {
    tenant: context.actor.tenant,
    actor: context.actor.person,
    recordedAt: context.now.toISOString(),
    source: null,
    target: null,
    reason: null,
    policy,
    claims: 0,
    root: null,
  }
}

/** An id that no other decision has: the same batch may be taken back and restored many times. */
export function decisionId(context: WriteContext): Uuid {
  return uuidOf('decision', Buffer.from(context.random(16)).toString('hex'))
}

/** The policy that a decision taken by a person names; a batch that is published names that of its class. */
export const singlePolicyOf = ({ policy }: Pick<EvidenceRules, 'policy'>): string =>
  `single@${policy.version}`
