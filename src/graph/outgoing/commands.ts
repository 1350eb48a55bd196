import { Problem, type Uuid } from '../../base/index.ts'
import { type Actor, authorise } from '../../trust/access/index.ts'
import { deskModeNow, ONE_PERSON_STAMP } from '../../trust/desk/index.ts'
import { type WriteContext, write } from '../../trust/gate/index.ts'
import type { ChainReading } from '../chain/index.ts'
import type { Algorithms } from '../figures/index.ts'
import {
  figuresOf,
  type ListRow,
  type ListStep,
  readVersion,
  type VersionView,
} from '../lists/index.ts'
import {
  openReview,
  type PublicationPolicy,
  type PublicationReview,
  readGuarded,
} from '../publication/index.ts'
import { readGrounds } from './grounds.ts'
import { reviewRows } from './list-review.ts'
import type { ListFormat, ListRequest, OutgoingList } from './model.ts'
import { SYNTHETIC_STAMP, UNSIGNED_STAMP } from './words.ts'

/** What decides how lists go out. */
export interface OutgoingKnowledge {
  readonly publication: PublicationPolicy
  readonly algorithms: Algorithms
}

/**
 * A version of a list as it may go out to its readers, and what was hidden from them.
 * Problems: `forbidden`, `not-found`.
 */
export async function reviewList(
  reading: ChainReading,
  actor: Actor,
  knowledge: OutgoingKnowledge,
  request: ListRequest,
): Promise<OutgoingList> {
  return (await reviewVersion(reading, actor, knowledge, request)).list
}

/** A version as it may go out, with its steps, and the review to be asked of what else goes with it. */
export interface ReviewedVersion {
  readonly list: OutgoingList
  readonly steps: readonly ListStep[]
  readonly review: PublicationReview
}

/** The same as `reviewList`, for a form that tells more than the list. Problems: as there. */
export async function reviewVersion(
  reading: ChainReading,
  actor: Actor,
  { publication, algorithms }: OutgoingKnowledge,
  { chain, list, number, audience }: ListRequest,
): Promise<ReviewedVersion> {
  authorise(actor, 'export-data')
  const view = await readVersion(reading, actor, { chain, list, number })
  if (view === null) throw new Problem('not-found', { what: list })
  const rows = view.rows.filter(({ place }) => place !== null)
  const grounds = await readGrounds(reading, algorithms, rows.flatMap(citedFigures))
  const guarded = await readGuarded(reading, publication, audience)
  const review = openReview(publication, audience, guarded)
  const reviewed = reviewRows({ file: view.file, rows, grounds, review })
  const { version, file } = view
  const isNameless = review.againstThing({ id: chain, kind: 'chain' }) !== null
  const outgoing = {
    ...{ file, audience, chain: { id: chain, name: isNameless ? null : view.chain.name } },
    ...{ number: version.number, state: version.state, seal: version.seal },
    signedOn: signedAt(view),
    asOf: { known: version.known, valid: version.valid },
    audienceWords: publication.audiences[audience].words,
    office: actor.organisationName,
    ...reviewed,
    stamps: await stampsOf(reading, view, reviewed.rows),
    ...{ labels: view.labels, policy: publication.version },
  }
  return { list: outgoing, steps: view.steps, review }
}

/** All that a row cites, its hand-made ground included. */
function citedFigures({ content, curation }: ListRow): { id: string }[] {
  const figures = figuresOf(content)
  return curation === null ? figures : [...figures, { id: `c.${curation.claim}` }]
}

const signedAt = ({ version, steps }: VersionView): string | null =>
  version.state === 'signed'
    ? (steps.findLast(({ act }) => act === 'sign')?.at.slice(0, 10) ?? null)
    : null

async function stampsOf(
  { db, visibility }: ChainReading,
  { version, onePerson }: VersionView,
  rows: OutgoingList['rows'],
) {
  const mode = await deskModeNow(db, visibility.tenant)
  return [
    ...(version.state === 'signed' ? [] : [UNSIGNED_STAMP[version.state]]),
    ...(rows.some(({ synthetic }) => synthetic) ? [SYNTHETIC_STAMP] : []),
    ...(onePerson || mode === 'one-person' ? [ONE_PERSON_STAMP] : []),
  ]
}

/** The file that leaves. */
export interface LeavingFile {
  readonly format: ListFormat
  readonly sha256: string
  readonly sizeBytes: number
}

/**
 * Writes down that a list left: which version, for whom, in which form, what was hidden, and the
 * hash of its bytes, so that a copy found later can be told from one that never left this house.
 * Of a bundle the hash is that of its manifest, since the entry itself goes into its bytes.
 * Tells which entry of the log says so, and the hash that it names: that of an earlier answer where
 * the request came before. Problems: `forbidden`, `key-reused`.
 */
export async function noteListExport(
  context: WriteContext,
  { chain, file, number, audience, policy, rows, hidden }: OutgoingList,
  { format, sha256, sizeBytes }: LeavingFile,
): Promise<{ entry: Uuid | null; sha256: string }> {
  const input = { chain: chain.id, list: file.id, number, format, audience }
  const command = { name: 'list.export', permission: 'export-data', input } as const
  const { entry, output } = await write(context, command, async () => ({
    ...{ sha256, sizeBytes, policy, rows: rows.length },
    hidden: hidden.map(({ reason, rows: hiddenRows, cells, quotes }) => ({
      ...{ reason, rows: hiddenRows, cells, quotes },
    })),
  }))
  return { entry, sha256: output.sha256 }
}
