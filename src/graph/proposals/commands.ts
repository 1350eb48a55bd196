import { Problem, type Uuid } from '../../base/index.ts'
import type { Database } from '../../store/index.ts'
import { deskModeNow } from '../../trust/desk/index.ts'
import { type WriteContext, write } from '../../trust/gate/index.ts'
import {
  claimRow,
  decideWithin,
  type EvidenceRules,
  insertClaims,
  insertThings,
  type Thing,
  thingId,
} from '../evidence/index.ts'
import type { ProposalEdit, ProposalRow } from './model.ts'
import { refuseMaker, refuseUnfit } from './rules.ts'
import {
  decisionOf,
  editsOf,
  insertEdit,
  lockProposals,
  readDraft,
  rejectionOver,
  replacedBy,
} from './store.ts'
import { notTheNewest, reasonWanted, sameAsRead } from './words.ts'

/** Decisions of the desk are known by the policy that they name; only these are undone here. */
const policyOf = (rules: EvidenceRules): string => `review@${rules.policy.version}`

/** What follows from an undo is nobody's own decision, and is not undone by itself. */
const againPolicyOf = (rules: EvidenceRules): string => `after-undo@${rules.policy.version}`

/** Claims under a lock, so that of two who decide at once the second is told. Problem: `not-found`. */
async function takeUp(
  tx: Database,
  context: WriteContext,
  claims: readonly Uuid[],
): Promise<{ ids: Uuid[]; rows: ProposalRow[] }> {
  const ids = [...new Set(claims)]
  const all = await lockProposals(tx, context.actor.tenant, ids)
  const rows = all.filter(({ label }) => context.actor.labels.includes(label))
  if (rows.length !== ids.length) throw new Problem('not-found', { what: ids.join(', ') })
  return { ids, rows }
}

/** A correction that was rejected goes, and what it had replaced waits for a person again. */
async function letReplacedWait(
  tx: Database,
  context: WriteContext,
  rules: EvidenceRules,
  claims: readonly Uuid[],
): Promise<void> {
  const all = await replacedBy(tx, context.actor.tenant, claims)
  for (const { replaces, last, kind, reason } of all) {
    if (kind !== 'reject' || reason !== 'corrected') continue
    const back = { kind: 'withdraw', claims: [replaces], reason: 'undone', target: last } as const
    await decideWithin(tx, context, rules, { ...back, policy: policyOf(rules) })
  }
}

/**
 * Corrections wait again, and what they replace is rejected once more.
 * Problem: `conflict` where somebody decided over that meanwhile.
 */
async function replaceAgain(
  tx: Database,
  context: WriteContext,
  rules: EvidenceRules,
  claims: readonly Uuid[],
): Promise<void> {
  const all = await replacedBy(tx, context.actor.tenant, claims)
  for (const { replaces, kind, reason } of all) {
    if (kind === 'reject' && reason === 'corrected') continue
    if (kind !== 'withdraw') throw notTheNewest()
    const gone = { kind: 'reject', claims: [replaces], reason: 'corrected' } as const
    await decideWithin(tx, context, rules, { ...gone, policy: againPolicyOf(rules) })
  }
}

/**
 * Accepts claims that wait, or rejects them with a coded reason. What a rejected correction had
 * replaced waits again.
 *
 * Problems: `forbidden`, `not-found`, `conflict` (decided already; doubted ones together with
 * others), `four-eyes` where another person must accept, `invalid-input` for a rejection without a
 * reason, `key-reused`.
 */
export async function decideProposals(
  context: WriteContext,
  rules: EvidenceRules,
  input: {
    readonly kind: 'accept' | 'reject'
    readonly claims: readonly Uuid[]
    readonly reason: string | null
  },
): Promise<{ decision: Uuid; claims: number }> {
  const { kind, claims, reason } = input
  if (kind === 'reject' && reason === null) throw reasonWanted()
  const command = {
    name: `review-${kind}`,
    permission: 'decide-claim',
    input: { claims: [...claims], reason },
  } as const
  const { output } = await write(context, command, async (tx) => {
    const { ids, rows } = await takeUp(tx, context, claims)
    refuseUnfit(rows)
    if (kind === 'accept') {
      const mode = await deskModeNow(tx, context.actor.tenant)
      refuseMaker(mode, rules.policy, rows, context.actor.person)
    }
    const decision = await decideWithin(tx, context, rules, {
      kind: kind === 'accept' ? 'publish' : 'reject',
      claims: ids,
      reason,
      policy: policyOf(rules),
    })
    if (kind === 'reject') await letReplacedWait(tx, context, rules, ids)
    return { decision, claims: ids.length }
  })
  return output
}

/**
 * Puts a person's reading of the same place in place of a proposal, which is rejected as corrected.
 * At a desk of one person the new reading stands at once; by four eyes it waits for another.
 *
 * Problems: `forbidden`, `not-found`, `conflict` (decided already; nothing differs), `key-reused`.
 */
export async function editProposal(
  context: WriteContext,
  rules: EvidenceRules,
  input: { readonly claim: Uuid; readonly edit: ProposalEdit },
): Promise<{ decision: Uuid; claim: Uuid; waits: boolean }> {
  const { tenant, person } = context.actor
  const command = {
    name: 'review-edit',
    permission: 'decide-claim',
    input: JSON.parse(JSON.stringify(input)),
  } as const
  const { output } = await write(context, command, async (tx) => {
    const { ids, rows } = await takeUp(tx, context, [input.claim])
    refuseUnfit(rows)
    const claim = await correctedClaim(tx, context, input.claim, input.edit)
    const policy = policyOf(rules)
    const over = { claims: ids, policy, kind: 'reject', reason: 'corrected' } as const
    const decision = await decideWithin(tx, context, rules, over)
    await insertClaims(tx, [claim])
    const at = context.now.toISOString()
    const edit = { claim: claim.id, replaces: input.claim, decision, by: person, at }
    await insertEdit(tx, tenant, edit)
    const mine = { claims: [claim.id], policy, reason: null }
    const waits = (await deskModeNow(tx, tenant)) === 'four-eyes'
    // The same correction, made and undone before, waits again instead of staying rejected.
    const gone = waits ? await rejectionOver(tx, tenant, claim.id) : null
    if (gone !== null) {
      await decideWithin(tx, context, rules, { ...mine, kind: 'withdraw', target: gone })
    }
    if (!waits) await decideWithin(tx, context, rules, { ...mine, kind: 'publish' })
    return { decision, claim: claim.id, waits }
  })
  return output
}

/** The corrected claim at the same place, its things stored. Problem: `conflict` where it is the same. */
async function correctedClaim(tx: Database, context: WriteContext, id: Uuid, edit: ProposalEdit) {
  const { tenant, person } = context.actor
  const { row, draft } = await readDraft(tx, tenant, id)
  const wanted = { ...draft, ...edit }
  const things: Thing[] = [wanted.subject, ...(wanted.object === null ? [] : [wanted.object])]
  const byId = new Map(things.map((thing) => [thingId(tenant, thing), thing]))
  await insertThings(
    tx,
    [...byId].map(([thing, key]) => ({ tenant, id: thing, ...key })),
  )
  const { source, batch, label, method } = row
  const shared = { tenant, source, batch, label, method }
  const standing = { held: true, confidence: 100 }
  const before = claimRow(draft, { ...shared, reader: `person:${person}` }, standing)
  const after = claimRow(wanted, { ...shared, reader: `person:${person}` }, standing)
  if (before.id === after.id || after.id === id) throw sameAsRead()
  return { ...after, quote_hash: row.quote_hash }
}

/**
 * Takes back exactly one decision of the desk: what it accepted is withdrawn and waits again, what
 * it rejected waits again, and the correction that it made room for goes. What was known until then
 * stays readable.
 *
 * Problems: `forbidden`, `not-found`, `conflict` where another decision followed, `key-reused`.
 */
export async function undoDecision(
  context: WriteContext,
  rules: EvidenceRules,
  decision: Uuid,
): Promise<{ decision: Uuid; claims: Uuid[] }> {
  const { tenant } = context.actor
  const command = {
    name: 'review-undo',
    permission: 'decide-claim',
    input: { decision },
  } as const
  const { output } = await write(context, command, async (tx) => {
    const found = await decisionOf(tx, tenant, decision)
    if (found === null || !found.policy.startsWith('review@')) {
      throw new Problem('not-found', { what: decision })
    }
    const { ids } = await takeUp(tx, context, found.claims)
    if (!(await decisionOf(tx, tenant, decision))?.isNewest) throw notTheNewest()
    const policy = policyOf(rules)
    const edits = await editsOf(tx, tenant, decision)
    if (edits.some(({ isDecided }) => isDecided)) throw notTheNewest()
    if (edits.length > 0) {
      const gone = {
        ...{ claims: edits.map(({ claim }) => claim), policy },
        ...({ kind: 'reject', reason: 'undone' } as const),
      }
      await decideWithin(tx, context, rules, gone)
    }
    if (found.kind === 'reject') await replaceAgain(tx, context, rules, ids)
    const back = { claims: ids, policy, reason: 'undone', target: decision } as const
    const undo = await decideWithin(tx, context, rules, { ...back, kind: 'withdraw' })
    return { decision: undo, claims: ids }
  })
  return output
}
