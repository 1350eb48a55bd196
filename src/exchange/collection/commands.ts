import { Problem, type Uuid } from '../../base/index.ts'
import type { EvidenceRules } from '../../graph/evidence/index.ts'
import { decideProposals } from '../../graph/proposals/index.ts'
import { authorise } from '../../trust/access/index.ts'
import { type WriteContext, write } from '../../trust/gate/index.ts'
import { whoseOf } from './compose.ts'
import type { Recipient, Round } from './model.ts'
import { findRound, lockRound, readCells, readRecipients, setRoundState } from './store.ts'
import { closedAlready, notDraft } from './words.ts'

/** A round that the actor may see. Problem: `not-found`. */
export async function openRound(
  { store, actor }: Pick<WriteContext, 'store' | 'actor'>,
  by: { readonly id: Uuid } | { readonly code: string },
): Promise<Round> {
  const round = await findRound(store.read, actor.tenant, by, whoseOf(actor))
  if (round === null) throw new Problem('not-found')
  return round
}

/**
 * Sends a draft: from now on its recipients see it and their workbooks, and returns are taken.
 * Problems: `forbidden`, `not-found`, `collection-step`, `key-reused`.
 */
export const sendRound = (context: WriteContext, id: Uuid): Promise<void> =>
  turnRound(context, id, 'sent')

/**
 * Closes a round, or drops a draft: its cells may be asked by others, and no return is taken any
 * more. What was answered and waits stays to be decided.
 * Problems: `forbidden`, `not-found`, `collection-step`, `key-reused`.
 */
export const closeRound = (context: WriteContext, id: Uuid): Promise<void> =>
  turnRound(context, id, 'closed')

async function turnRound(context: WriteContext, id: Uuid, state: 'sent' | 'closed'): Promise<void> {
  const { tenant } = context.actor
  authorise(context.actor, 'collect-data')
  const name = state === 'sent' ? 'collection.send' : 'collection.close'
  const command = { name, permission: 'collect-data', input: { round: id } } as const
  await write(context, command, async (tx) => {
    const now = await lockRound(tx, tenant, id)
    if (now === null) throw new Problem('not-found')
    if (now === 'closed') throw closedAlready()
    if (state === 'sent' && now !== 'draft') throw notDraft()
    await setRoundState(tx, tenant, id, { state, at: context.now.toISOString() })
    return { state }
  })
}

/**
 * Accepts answers of a round, which become facts, or refuses them, which are then open again. It
 * is the decision of the review desk, with its rules of who may decide what.
 *
 * Problems: `forbidden`, `not-found` for the round or for what is no answer of it, `conflict` for
 * what was decided already, `four-eyes`, `invalid-input` for a refusal without a reason,
 * `key-reused`.
 */
export async function decideAnswers(
  context: WriteContext,
  rules: EvidenceRules,
  round: Uuid,
  input: {
    readonly kind: 'accept' | 'reject'
    readonly claims: readonly Uuid[]
    readonly reason: string | null
  },
): Promise<{ decision: Uuid; claims: number }> {
  const { store, actor } = context
  authorise(actor, 'decide-claim')
  await openRound(context, { id: round })
  const claims = [...new Set(input.claims)]
  const choice = { recipients: null, state: null, claims }
  const cells = await readCells(store.read, actor.tenant, round, choice)
  if (cells.length !== claims.length) throw new Problem('not-found', { what: claims.join(', ') })
  return decideProposals(context, rules, { ...input, claims })
}

/** Recipients of a round that the actor may see: an answering organisation sees itself alone. */
export function recipientsSeen(
  { store, actor }: Pick<WriteContext, 'store' | 'actor'>,
  round: Uuid,
  ordinal: number | null = null,
): Promise<Recipient[]> {
  return readRecipients(store.read, actor.tenant, round, { ...whoseOf(actor), ordinal })
}

/**
 * Writes down that workbooks of a round were handed out, each with the hash of its bytes.
 * Problems: `forbidden`, `key-reused`.
 */
export async function noteWorkbooks(
  context: WriteContext,
  round: Uuid,
  files: readonly { readonly ordinal: number; readonly sha256: string; readonly rows: number }[],
): Promise<void> {
  const permission =
    whoseOf(context.actor).organisation === null ? 'collect-data' : 'answer-collection'
  const input = { round, recipients: files.map(({ ordinal }) => ordinal) }
  const command = { name: 'collection.workbooks', permission, input } as const
  await write(context, command, async () => ({ files: files.map((each) => ({ ...each })) }))
}
