import { stableCompare, type Uuid } from '../../../base/index.ts'
import { type IdentityHistory, readIdentity } from '../../evidence/index.ts'
import type { View } from '../decisions.ts'
import { MERGEABLE_KINDS } from '../model.ts'
import { distinctPairs } from '../store.ts'
import { type Reason, reasonsFor, scoreOf } from './reasons.ts'
import { candidatePairs, type KnownSide, proposedPairs, readSides } from './store.ts'

/** Two things that may be one, with the grounds for and against. */
export interface Match {
  readonly one: KnownSide
  readonly other: KnownSide
  readonly reasons: readonly Reason[]
  readonly score: number
  /** A merge of the two waits for another person. */
  readonly proposed: boolean
}

/** One page of the pairs that may be one. */
export interface MatchPage {
  readonly matches: readonly Match[]
  /** How many pairs there are on all pages. */
  readonly total: number
}

/**
 * Pairs that may be one, those with a shared code first, then by score; with `thing`, only pairs
 * of which it is one side. Candidates come from equal codes and equal names, so no two things are
 * compared that share neither. Pairs that were found to be two are left out. Equal pairs keep their
 * order from one call to the next, so that pages neither repeat nor lose one.
 */
export async function possibleMatches(
  view: View,
  thing: Uuid | null,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): Promise<MatchPage> {
  const { db, visibility, asOf } = view
  const { tenant } = visibility
  const history = await readIdentity(db, tenant)
  const root = thing === null ? null : history.rootOf(thing)
  const distinct = rootedPairs(history, await distinctPairs(db, tenant))
  const proposed = rootedPairs(history, await proposedPairs(db, tenant))
  const candidates = await candidatePairs(db, view, root)
  const found = rootedPairs(
    history,
    candidates.map(({ one, other }) => ({ from: one, into: other })),
  )
  const pairs = [...found].filter(([key]) => !distinct.has(key))
  const sides = await readSides(db, visibility, asOf, new Set(pairs.flatMap(([, pair]) => pair)))
  const matches = pairs.flatMap(([key, [first, second]]): Match[] => {
    const one = sides.get(first)
    const other = sides.get(second)
    if (one === undefined || other === undefined || !mayBeOne(one, other)) return []
    const reasons = reasonsFor(one, other)
    return [{ one, other, reasons, score: scoreOf(reasons), proposed: proposed.has(key) }]
  })
  const sorted = matches.toSorted(
    (a, b) => b.score - a.score || stableCompare(keyOfMatch(a), keyOfMatch(b)),
  )
  return { matches: sorted.slice(offset, offset + limit), total: sorted.length }
}

/** A pair without order. */
const keyOfPair = (one: Uuid, other: Uuid): string => [one, other].toSorted().join(' ')

const keyOfMatch = ({ one, other }: Match): string => keyOfPair(one.id, other.id)

const mayBeOne = (one: KnownSide, other: KnownSide): boolean =>
  one.kind === other.kind && MERGEABLE_KINDS.includes(one.kind)

/** Pairs under the things that they stand under now, by a key without order. */
function rootedPairs(
  history: IdentityHistory,
  pairs: readonly { readonly from: Uuid; readonly into: Uuid }[],
): Map<string, readonly [Uuid, Uuid]> {
  const rooted = new Map<string, readonly [Uuid, Uuid]>()
  for (const { from, into } of pairs) {
    const [one, other] = [history.rootOf(from), history.rootOf(into)]
    if (one !== other) rooted.set(keyOfPair(one, other), [one, other])
  }
  return rooted
}
