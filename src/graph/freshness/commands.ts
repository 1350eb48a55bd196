import { Problem, type Uuid } from '../../base/index.ts'
import { type WriteContext, write } from '../../trust/gate/index.ts'
import { decideWithin, type EvidenceRules, singlePolicyOf } from '../evidence/index.ts'
import type { Reading } from '../figures/index.ts'
import { readingsAgainst } from './store.ts'
import { differsNoMore } from './words.ts'

/** Why the other readings of a difference are taken back. */
export const SETTLING_REASONS = [
  'outdated',
  'wrong-value',
  'wrong-period',
  'not-in-source',
  'other',
] as const
export type SettlingReason = (typeof SETTLING_REASONS)[number]

/**
 * Settles a difference: the reading that is kept stands alone, and those of the same property,
 * thing and time that give another figure are withdrawn by one decision. What was known before stays
 * readable as of that time.
 *
 * Problems: `forbidden`, `conflict` where nothing stands that differs from it, `key-reused`.
 */
export async function settleDifference(
  context: WriteContext,
  rules: EvidenceRules,
  { visibility, asOf }: Pick<Reading, 'visibility' | 'asOf'>,
  input: { readonly keep: Uuid; readonly reason: SettlingReason },
): Promise<{ decision: Uuid; withdrawn: Uuid[] }> {
  const { keep, reason } = input
  const command = {
    name: 'settle-difference',
    permission: 'decide-claim',
    input: { keep, reason },
  } as const
  const { output } = await write(context, command, async (tx) => {
    const withdrawn = await readingsAgainst(tx, visibility, asOf, keep)
    if (withdrawn.length === 0) throw new Problem('conflict', differsNoMore())
    const policy = singlePolicyOf(rules)
    const change = { kind: 'withdraw', claims: withdrawn, reason, policy } as const
    return { decision: await decideWithin(tx, context, rules, change), withdrawn }
  })
  return output
}
