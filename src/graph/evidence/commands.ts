import { Problem, sha256Hex, type Uuid, uuidOf } from '../../base/index.ts'
import type { Database, Store } from '../../store/index.ts'
import { type WriteContext, write } from '../../trust/gate/index.ts'
import { bringText, type SourceFacts } from '../sources/index.ts'
import { claimRow, thingId } from './claim.ts'
import { decisionBase, decisionId, type EvidenceRules, singlePolicyOf } from './decision.ts'
import type { ClaimDraft, ClaimRow, Thing } from './model.ts'
import { policyName } from './policy.ts'
import { projectClaim } from './projection.ts'
import { projectDecided, standingsOf } from './standing.ts'
import {
  claimPage,
  type DecidedClaim,
  endFacts,
  insertClaims,
  insertDecision,
  insertProjections,
  insertThings,
  isDecided,
  latestOver,
  removeFacts,
} from './store.ts'
import { batchStandsNot, emptyNote, noClaims } from './words.ts'

const PAGE_CLAIMS = 2_000

/** Coded reasons for refusing or taking back claims; the words stand beside the screens. */
export const DECISION_REASONS = [
  'wrong-value',
  'wrong-subject',
  'wrong-period',
  'wrong-unit',
  'not-in-source',
  'outdated',
  'duplicate',
  'insufficient',
  'not-a-fact',
  'corrected',
  'undone',
  'other',
] as const

/**
 * Decides single claims: `publish` lets held ones stand, `reject` refuses them, `withdraw` takes
 * back published ones. What was visible before stays readable as of that time.
 *
 * Problems: `forbidden`, `not-found` for claims that are not there, `conflict` for a claim that can
 * only be published with its batch, `key-reused`.
 */
export async function decideClaims(
  context: WriteContext,
  rules: EvidenceRules,
  input: {
    readonly kind: 'publish' | 'reject' | 'withdraw'
    readonly claims: readonly Uuid[]
    readonly reason: string | null
  },
): Promise<{ decision: Uuid; claims: number }> {
  const { tenant } = context.actor
  const { output } = await write(
    context,
    {
      name: `${input.kind}-claims`,
      permission: 'decide-claim',
      input: { kind: input.kind, claims: [...input.claims], reason: input.reason },
    },
    async (tx) => {
      const ids = [...new Set(input.claims)]
      const before = await claimPage(tx, tenant, { after: null, limit: ids.length, ids })
      const seen = before.filter(({ claim }) => context.actor.labels.includes(claim.label))
      if (seen.length !== ids.length) throw new Problem('not-found', { what: ids.join(', ') })
      if (input.kind === 'publish') await refuseUnlessStanding(tx, tenant, before)
      const policy = singlePolicyOf(rules)
      const id = await decideWithin(tx, context, rules, { ...input, claims: ids, policy })
      return { decision: id, claims: ids.length }
    },
  )
  return output
}

/**
 * Inside a write: one decision over claims that are named, and the facts that follow from it. A
 * withdrawal with a `target` takes back that decision and no other.
 */
export async function decideWithin(
  tx: Database,
  context: WriteContext,
  rules: Pick<EvidenceRules, 'searched'>,
  input: {
    readonly kind: 'publish' | 'reject' | 'withdraw'
    readonly claims: readonly Uuid[]
    readonly reason: string | null
    readonly policy: string
    readonly target?: Uuid
  },
): Promise<Uuid> {
  const { tenant } = context.actor
  const { kind, claims: ids, reason, policy, target = null } = input
  const id = decisionId(context)
  const base = decisionBase(context, policy)
  await insertDecision(tx, { ...base, id, kind, target, reason, claims: ids.length }, ids)
  if (kind !== 'publish') await endFacts(tx, tenant, ids, id)
  const after = await claimPage(tx, tenant, { after: null, limit: ids.length, ids })
  await insertProjections(
    tx,
    tenant,
    after.flatMap((decided) => projectDecided(decided, rules.searched)),
  )
  return id
}

/** A claim that stands or falls with its batch is not published by naming it while the batch lies. */
async function refuseUnlessStanding(
  tx: Database,
  tenant: number,
  claims: readonly DecidedClaim[],
): Promise<void> {
  const waitsForBatch = ({ claim, decisions }: DecidedClaim): boolean => {
    const last = standingsOf(claim.batch, claim.held, decisions).at(-1)
    return last?.decision === claim.batch && last.ended === null
  }
  for (const batch of new Set(claims.filter(waitsForBatch).map(({ claim }) => claim.batch))) {
    const isDown = (await latestOver(tx, tenant, batch))?.kind === 'withdraw'
    if (isDown || !(await isDecided(tx, tenant, batch))) throw batchStandsNot()
  }
}

/** A statement that a person makes on screen: its note is the source, its words are the quote. */
export interface TypedStatement {
  readonly note: string
  readonly facts: SourceFacts
  readonly claims: readonly Omit<ClaimDraft, 'locator' | 'quote'>[]
  readonly things: readonly Thing[]
}

/**
 * States claims on a person's word. The note becomes a text source of class `typed` whose whole
 * text is the span of each claim, so that what a person typed is opened like any other evidence.
 *
 * Problems: `forbidden`, `invalid-input` for an empty note, `key-reused`.
 */
export async function stateClaims(
  context: WriteContext,
  rules: EvidenceRules,
  statement: TypedStatement,
): Promise<{ source: Uuid; claims: Uuid[] }> {
  const note = statement.note.trim()
  if (note === '') throw emptyNote()
  const bytes = new TextEncoder().encode(note)
  const stored = await context.store.blobs.putBytes(bytes)
  const file = {
    fileName: `${statement.facts.title}.txt`,
    mediaType: 'text/plain',
    sha256: sha256Hex(bytes),
    sizeBytes: stored.sizeBytes,
  }
  const { output } = await write(
    context,
    {
      name: 'state-claims',
      permission: 'state-claim',
      input: {
        note,
        facts: { ...statement.facts },
        claims: JSON.parse(JSON.stringify(statement.claims)),
      },
      object: { label: statement.facts.label },
    },
    async (tx) => {
      const source = await bringText(tx, context, file, statement.facts, note)
      const claims = typedClaims(context, statement, note, source)
      await insertThings(tx, thingRows(context.actor.tenant, statement))
      await publishTyped(tx, context, rules, claims, statement)
      return { source, claims: claims.map(({ claim }) => claim.id) }
    },
  )
  return output
}

function thingRows(tenant: number, statement: TypedStatement) {
  const mentioned = statement.claims.flatMap(({ subject, object }) => [subject, object ?? subject])
  const things = [...statement.things, ...mentioned]
  const byId = new Map(things.map((thing) => [thingId(tenant, thing), thing]))
  return [...byId].map(([id, thing]) => ({ tenant, id, ...thing }))
}

function typedClaims(
  context: WriteContext,
  statement: TypedStatement,
  note: string,
  source: Uuid,
): { claim: ClaimRow; kind: string }[] {
  const locator = {
    sheet: null,
    page: null,
    row: null,
    cells: null,
    start: 0,
    end: [...note].length,
  }
  const batch = uuidOf(source, 'typed', Buffer.from(context.random(16)).toString('hex'))
  const { label } = statement.facts
  const shared = { tenant: context.actor.tenant, source, batch, label }
  return statement.claims.map((draft) => ({
    kind: draft.subject.kind,
    claim: claimRow(
      { ...draft, locator, quote: note },
      { ...shared, method: 'typed', reader: `person:${context.actor.person}` },
      { held: false, confidence: 100 },
    ),
  }))
}

async function publishTyped(
  tx: Database,
  context: WriteContext,
  rules: EvidenceRules,
  claims: readonly { claim: ClaimRow; kind: string }[],
  statement: TypedStatement,
): Promise<void> {
  const first = claims[0]
  if (first === undefined) throw noClaims()
  const { batch, source } = first.claim
  const ids = claims.map(({ claim }) => claim.id)
  const known = new Set(
    (await claimPage(tx, context.actor.tenant, { after: null, limit: ids.length, ids })).map(
      ({ claim }) => claim.id,
    ),
  )
  const fresh = claims.filter(({ claim }) => !known.has(claim.id))
  await insertClaims(
    tx,
    fresh.map(({ claim }) => claim),
  )
  await insertProjections(
    tx,
    context.actor.tenant,
    fresh.map(({ claim, kind }) =>
      projectClaim(claim, kind, { decision: batch, ended: null }, rules.searched),
    ),
  )
  const policy = policyName(rules.policy, statement.facts.class)
  const base = decisionBase(context, policy)
  await insertDecision(tx, { ...base, id: batch, kind: 'publish', source, claims: fresh.length })
}

/**
 * Projects all claims of a tenant anew, page by page; each page is replaced in one transaction, so
 * a reader never meets a claim without its fact. Equal to what was projected step by step.
 */
export async function rebuildProjection(
  store: Store,
  tenant: number,
  rules: EvidenceRules,
  onPage: (claims: number) => void,
): Promise<number> {
  let claims = 0
  let after: Uuid | null = null
  for (;;) {
    const page = await claimPage(store.read, tenant, { after, limit: PAGE_CLAIMS })
    const last = page.at(-1)
    if (last === undefined) return claims
    await store.transaction(
      async (tx) => {
        await removeFacts(
          tx,
          tenant,
          page.map(({ claim }) => claim.id),
        )
        await insertProjections(
          tx,
          tenant,
          page.flatMap((decided) => projectDecided(decided, rules.searched)),
        )
      },
      { tenant },
    )
    claims += page.length
    onPage(claims)
    after = last.claim.id
  }
}
