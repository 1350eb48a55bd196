import { Problem, type Uuid } from '../../base/index.ts'
import type { Database, Store } from '../../store/index.ts'
import { suiteOfLog } from '../../trust/checkpoint/index.ts'
import { type WriteContext, write } from '../../trust/gate/index.ts'
import { GrowingTree, inclusionRanges, type KeptPlace, rangeHash } from '../../trust/log/index.ts'
import {
  type DecisionBase,
  decisionBase,
  decisionId,
  type EvidenceRules,
  singlePolicyOf,
} from './decision.ts'
import { mayPublishBatch, policyName } from './policy.ts'
import { projectDecided, standingsOf } from './standing.ts'
import {
  batchClaims,
  claimPage,
  claimsNamedBy,
  claimsNamedOf,
  type DecidedClaim,
  endFacts,
  insertDecision,
  insertProjections,
  isDecided,
  latestOver,
} from './store.ts'
import { policyForbids, publishedAlready, turnedAlready } from './words.ts'

const ROOT_PAGE_CLAIMS = 20_000

/** A batch that waits for its decision. */
export interface BatchToPublish {
  readonly id: Uuid
  readonly source: Uuid
  readonly sourceClass: string
  /** Published batches that this one replaces: earlier readings and superseded sources. */
  readonly replaces: readonly Uuid[]
}

function bytesOf(uuid: Uuid): Uint8Array {
  return Buffer.from(uuid.replaceAll('-', ''), 'hex')
}

/** Each leaf is a claim's id and the hash of its quote, in id order. */
async function forEachLeaf(
  db: Database,
  tenant: number,
  batch: Uuid,
  take: (leaf: Uint8Array, claim: Uuid) => void,
): Promise<void> {
  let after: Uuid | null = null
  for (;;) {
    const page: { id: Uuid; quote: Uuid }[] = await batchClaims(db, tenant, batch, {
      after,
      limit: ROOT_PAGE_CLAIMS,
    })
    for (const { id, quote } of page) take(Buffer.concat([bytesOf(id), bytesOf(quote)]), id)
    const last = page.at(-1)
    if (last === undefined) return
    after = last.id
  }
}

/**
 * The Merkle root over a batch, by the suite of the log that will name it. It is read outside the transaction, since a batch may hold more
 * claims than one may touch.
 */
export async function batchRoot(
  store: Store,
  tenant: number,
  batch: Uuid,
): Promise<{ root: string; claims: number }> {
  const tree = new GrowingTree((await suiteOfLog(store.read, tenant)).tree)
  await forEachLeaf(store.read, tenant, batch, (leaf) => tree.add(leaf))
  return { root: Buffer.from(tree.root()).toString('hex'), claims: tree.size }
}

/** That a claim was published with its batch: where it stands in the batch's tree, and the proof. */
export interface BatchProof {
  readonly claim: Uuid
  readonly leaf: number
  readonly size: number
  readonly hashes: readonly Uint8Array[]
}

/** Proofs for those of some claims that were published with a batch, against its root. */
export async function proveClaims(
  db: Database,
  tenant: number,
  batch: Uuid,
  claims: ReadonlySet<Uuid>,
): Promise<BatchProof[]> {
  const { tree: by } = await suiteOfLog(db, tenant)
  const tree = new GrowingTree(by)
  const kept = new Map<string, Uint8Array>()
  const wanted: { claim: Uuid; leaf: number }[] = []
  await forEachLeaf(db, tenant, batch, (bytes, claim) => {
    const leaf = tree.size
    const hash = by.leaf(bytes)
    if (claims.has(claim)) wanted.push({ claim, leaf })
    kept.set(`0/${leaf}`, hash)
    for (const each of tree.addHash(hash)) kept.set(`${each.height}/${each.ordinal}`, each.hash)
  })
  const hashAt = ({ height, ordinal }: KeptPlace): Uint8Array =>
    kept.get(`${height}/${ordinal}`) ?? by.empty()
  const { size } = tree
  return wanted.map(({ claim, leaf }) => ({
    ...{ claim, leaf, size },
    hashes: inclusionRanges(leaf, size).map((range) => rangeHash(by, range, hashAt)),
  }))
}

/**
 * Publishes a whole batch by one decision: the facts that were projected unseen become visible at
 * once, and the batches that it replaces are withdrawn in the same transaction. A batch that was
 * taken back stands again.
 *
 * Problems: `forbidden` where the role or the publishing policy of the source's class does not
 * allow it, `conflict` where the batch stands already, `key-reused`.
 */
export async function publishBatch(
  context: WriteContext,
  rules: EvidenceRules,
  batch: BatchToPublish,
  also: (tx: Database) => Promise<void>,
): Promise<{ claims: number; root: string }> {
  const { actor } = context
  if (!mayPublishBatch(rules.policy, batch.sourceClass)) {
    throw policyForbids()
  }
  const { root, claims } = await batchRoot(context.store, actor.tenant, batch.id)
  const { output } = await write(
    context,
    {
      name: 'publish-batch',
      permission: 'publish-batch',
      input: { batch: batch.id, source: batch.source, replaces: [...batch.replaces], claims },
      batchRoot: root,
    },
    async (tx) => {
      const { id, source } = batch
      const base = decisionBase(context, policyName(rules.policy, batch.sourceClass))
      if (await isDecided(tx, actor.tenant, id)) {
        if ((await latestOver(tx, actor.tenant, id))?.kind !== 'withdraw') throw publishedAlready()
        await restoreBatch(tx, context, rules, { ...base, target: id, source })
      } else {
        const isFirst = await insertDecision(tx, {
          ...base,
          id,
          kind: 'publish',
          source,
          claims,
          root,
        })
        if (!isFirst) throw publishedAlready()
      }
      for (const target of batch.replaces) {
        if ((await latestOver(tx, actor.tenant, target))?.kind === 'withdraw') continue
        await withdrawBatch(tx, context, { ...base, target, source })
      }
      await also(tx)
      return { claims, root }
    },
  )
  return output
}

/** A decision over a batch, before it has an id. */
type OverBatch = DecisionBase & { readonly target: Uuid }

/** Claims of a batch that stand by a decision of their own, and not by that of the batch. */
function standSingly({ claim, decisions }: DecidedClaim): boolean {
  const last = standingsOf(claim.batch, claim.held, decisions).at(-1)
  return last !== undefined && last.ended === null && last.decision !== claim.batch
}

/**
 * Takes a batch back. The decision also names the claims of the batch that people had let stand
 * one by one: they are readings of the same file, and would outlive its correction otherwise.
 */
async function withdrawBatch(tx: Database, context: WriteContext, over: OverBatch): Promise<Uuid> {
  const { tenant } = over
  const named = await claimsNamedOf(tx, tenant, over.target)
  const page = { after: null, limit: named.length, ids: named }
  const ids = (await claimPage(tx, tenant, page)).filter(standSingly).map(({ claim }) => claim.id)
  const id = decisionId(context)
  await insertDecision(tx, { ...over, id, kind: 'withdraw', claims: ids.length }, ids)
  await endFacts(tx, tenant, ids, id)
  return id
}

/** Lets a batch stand again, with those claims that went by its withdrawal and by nothing since. */
async function restoreBatch(
  tx: Database,
  context: WriteContext,
  rules: EvidenceRules,
  over: OverBatch,
): Promise<Uuid> {
  const { tenant, target } = over
  const withdrawal = await latestOver(tx, tenant, target)
  const named = withdrawal === null ? [] : await claimsNamedBy(tx, tenant, withdrawal.id)
  const read = (ids: readonly Uuid[]): Promise<DecidedClaim[]> =>
    claimPage(tx, tenant, { after: null, limit: ids.length, ids })
  const ids = (await read(named))
    .filter(({ decisions }) => decisions.at(-1)?.id === withdrawal?.id)
    .map(({ claim }) => claim.id)
  const id = decisionId(context)
  await insertDecision(tx, { ...over, id, kind: 'restore', claims: ids.length }, ids)
  const decided = await read(ids)
  await insertProjections(
    tx,
    tenant,
    decided.flatMap((each) => projectDecided(each, rules.searched)),
  )
  return id
}

/**
 * Takes a published batch back (`withdraw`), or lets it stand again (`restore`).
 *
 * Problems: `forbidden`, `not-found` where no such batch was published, `conflict` where it is in
 * that state already, `key-reused`.
 */
export async function turnBatch(
  context: WriteContext,
  rules: EvidenceRules,
  input: { readonly batch: Uuid; readonly kind: 'withdraw' | 'restore'; readonly reason: string },
): Promise<{ decision: Uuid }> {
  const { tenant } = context.actor
  const { kind, batch: target, reason } = input
  const { output } = await write(
    context,
    { name: `${kind}-batch`, permission: 'publish-batch', input: { ...input } },
    async (tx) => {
      if (!(await isDecided(tx, tenant, target))) {
        throw new Problem('not-found', { what: target })
      }
      const isWithdrawn = (await latestOver(tx, tenant, target))?.kind === 'withdraw'
      if (isWithdrawn === (kind === 'withdraw')) {
        throw turnedAlready(kind)
      }
      const over = { ...decisionBase(context, singlePolicyOf(rules)), target, reason }
      const decision =
        kind === 'withdraw'
          ? await withdrawBatch(tx, context, over)
          : await restoreBatch(tx, context, rules, over)
      return { decision }
    },
  )
  return output
}
