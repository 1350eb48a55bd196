import { Problem, type Uuid } from '../../base/index.ts'
import type { Actor } from '../../trust/access/index.ts'
import { entriesAt, type KeptEntry, readTree } from '../../trust/checkpoint/index.ts'
import type { ChainReading } from '../chain/index.ts'
import { batchClaims } from '../evidence/index.ts'
import { claimsById, parseFigureId } from '../figures/index.ts'
import type { ListStep } from '../lists/index.ts'
import {
  type ListRequest,
  type OutgoingKnowledge,
  type OutgoingList,
  type ReviewedVersion,
  readGrounds,
  reviewVersion,
} from '../outgoing/index.ts'
import type { PublicationReview } from '../publication/index.ts'
import { byId, type ToldList } from './content.ts'
import type { ToldSignature } from './model.ts'
import { batchDecisions, keptDerivations, sourceHashes } from './store.ts'
import {
  type ClaimToTell,
  mayTell,
  signingSteps,
  tellClaim,
  tellDerivation,
  tellSource,
} from './tell.ts'

/** A kind of the vocabulary: whoever signs for an office is one, and is named where those are. */
const PERSON_KIND = 'officeHolder'

/** What a bundle tells, and the entries of the log that stand behind it. */
export interface BundleReading {
  readonly list: OutgoingList
  readonly told: ToldList
  /** Entries of the two signing steps, where they may be told. */
  readonly signing: readonly KeptEntry[]
  /** Entries by which batches of told claims were published; null where it may not be told. */
  readonly publishing: ReadonlyMap<Uuid, KeptEntry | null>
}

/**
 * Reads all that a bundle of a signed version tells its readers.
 * Problems: `forbidden`, `not-found`, `list-not-signed`, `log-waiting` where nothing was signed yet.
 */
export async function readForBundle(
  reading: ChainReading,
  actor: Actor,
  knowledge: OutgoingKnowledge,
  request: ListRequest,
): Promise<BundleReading> {
  const reviewed = await reviewVersion(reading, actor, knowledge, request)
  const { list } = reviewed
  if (list.state !== 'signed') throw new Problem('list-not-signed')
  const { db } = reading
  const tree = await readTree(db, actor.tenant)
  if (tree === null) throw new Problem('log-waiting')
  const evidence = await readEvidence(reading, knowledge, reviewed)
  const { signatures, entries } = await readSignatures(reading, reviewed, request)
  const used = new Set(evidence.claims.map(({ batch }) => batch))
  const publishing = await readPublishing(reading, knowledge, reviewed.review, used)
  const { origin, suite } = tree
  const batches = byId([...publishing].map(([id, entry]) => ({ id, entry: entry?.id ?? null })))
  const told = { tenant: actor.tenant, origin, suite, list, signatures, batches, ...evidence }
  return { list, told, signing: entries, publishing }
}

/** Claims, sources and computations to which the figures of the list lead. */
async function readEvidence(
  reading: ChainReading,
  { algorithms }: OutgoingKnowledge,
  { list, review }: ReviewedVersion,
): Promise<Pick<ToldList, 'claims' | 'sources' | 'derivations'>> {
  const { db, visibility } = reading
  const cited = list.rows.flatMap(({ grounds }) =>
    grounds.flatMap(({ figure }) => parseFigureId(figure.id) ?? []),
  )
  const derivations = await keptDerivations(
    db,
    visibility,
    new Set(cited.flatMap((each) => (each.kind === 'derivation' ? [each.derivation] : []))),
  )
  const ids = new Set([
    ...cited.flatMap((each) => (each.kind === 'claim' ? [each.claim] : [])),
    ...derivations.flatMap(({ claims }) => (claims === '' ? [] : claims.split(','))),
  ])
  const found = await claimsToTell(reading, algorithms, [...ids])
  const open = found.filter((each) => mayTell(each, review))
  const hashes = await sourceHashes(
    db,
    visibility.tenant,
    new Set(open.map((e) => e.record.source)),
  )
  const sources = open.map((each) => tellSource(each, hashes.get(each.record.source) ?? '', review))
  const told = new Set(open.map(({ record }) => record.id))
  return {
    claims: byId(open.map((each) => tellClaim(each, review))),
    sources: byId(new Map(sources.map((source) => [source.id, source])).values()),
    derivations: byId(derivations.map((each) => tellDerivation(each, told))),
  }
}

/** Claims with what the review looks at, of those that the reader may see. */
async function claimsToTell(
  reading: ChainReading,
  algorithms: OutgoingKnowledge['algorithms'],
  ids: readonly Uuid[],
): Promise<ClaimToTell[]> {
  const figures = ids.map((id) => ({ id: `c.${id}` }))
  const grounds = await readGrounds(reading, algorithms, figures)
  return (await claimsById(reading.db, reading.visibility, ids)).flatMap((record) => {
    const ground = grounds.get(`c.${record.id}`)
    return ground === undefined ? [] : [{ record, ground }]
  })
}

async function readSignatures(
  { db, visibility }: ChainReading,
  { steps, review }: ReviewedVersion,
  request: ListRequest,
): Promise<{ signatures: ToldSignature[]; entries: KeptEntry[] }> {
  const signatures: ToldSignature[] = []
  const entries: KeptEntry[] = []
  for (const step of signingSteps(steps)) {
    const found = await entryOfStep(step)
    const isHidden = found !== null && review.againstText(noteIn(found)) !== null
    const entry = isHidden ? null : found
    if (entry !== null) entries.push(entry)
    const { act, at, by, mode } = step
    const isNamed = review.againstThing({ id: by.id, kind: PERSON_KIND }) === null
    const name = isNamed ? by.name : null
    signatures.push({ act, at, by: by.id, name, mode, entry: entry?.id ?? null })
  }
  return { signatures, entries }

  async function entryOfStep({ act, at, by }: ListStep): Promise<KeptEntry | null> {
    const when = { command: `list.${act}`, actor: by.id, at }
    const found = await entriesAt(db, visibility.tenant, when)
    return found.find((entry) => isOver(entry, request)) ?? null
  }
}

interface EntryBody {
  readonly input: {
    readonly chain?: string
    readonly list?: string
    readonly number?: number
    readonly note?: string | null
    readonly batch?: string
  }
}

const bodyOf = ({ body }: KeptEntry): EntryBody => JSON.parse(body) as EntryBody
const noteIn = (entry: KeptEntry): string => bodyOf(entry).input.note ?? ''

function isOver(entry: KeptEntry, { chain, list, number }: ListRequest): boolean {
  const { input } = bodyOf(entry)
  return input.chain === chain && input.list === list && input.number === number
}

/**
 * Entries by which batches were published, of those batches of which every claim may be told. The
 * proof that a claim was in a batch holds hashes of its neighbours, and without salt: whoever guesses
 * what a hidden neighbour says could make sure of it. A batch too large to be looked through has none.
 */
async function readPublishing(
  reading: ChainReading,
  knowledge: OutgoingKnowledge,
  review: PublicationReview,
  batches: ReadonlySet<Uuid>,
): Promise<Map<Uuid, KeptEntry | null>> {
  const { db, visibility } = reading
  const publishing = new Map<Uuid, KeptEntry | null>()
  for (const { batch, actor, at } of await batchDecisions(db, visibility.tenant, batches)) {
    const found = await entriesAt(db, visibility.tenant, { command: 'publish-batch', actor, at })
    const entry = found.find((each) => bodyOf(each).input.batch === batch) ?? null
    const isOpen = entry !== null && (await mayTellAll(reading, knowledge, review, batch))
    publishing.set(batch, isOpen ? entry : null)
  }
  return publishing
}

/** Claims of a batch that are looked through for one bundle, some seconds at most. */
const BATCH_CLAIMS_MAX = 5_000

async function mayTellAll(
  reading: ChainReading,
  { algorithms }: OutgoingKnowledge,
  review: PublicationReview,
  batch: Uuid,
): Promise<boolean> {
  const { tenant } = reading.visibility
  const page = { after: null, limit: BATCH_CLAIMS_MAX + 1 }
  const ids = (await batchClaims(reading.db, tenant, batch, page)).map(({ id }) => id)
  if (ids.length > BATCH_CLAIMS_MAX) return false
  const claims = await claimsToTell(reading, algorithms, ids)
  return (
    claims.length === ids.length &&
    claims.every((each) => mayTell(each, review) && tellClaim(each, review).quoteHash !== null)
  )
}
