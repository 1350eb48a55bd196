import type { Uuid } from '../../../base/index.ts'
import { type IdentityHistory, readIdentity } from '../../evidence/index.ts'
import type { View } from '../decisions.ts'
import { MERGEABLE_KINDS } from '../model.ts'
import { type Reason, reasonsFor, scoreOf } from './reasons.ts'
import { candidatePairs, type KnownSide, markedPairs, readSides } from './store.ts'

/** Two things that may be one, with the grounds for and against. */
export interface Match {
  readonly one: KnownSide
  readonly other: KnownSide
  readonly reasons: readonly Reason[]
  readonly score: number
  /** A merge of the two waits for another person. */
  readonly proposed: boolean
}

const MATCHES_MAX = 100

/**
 * Pairs that may be one, those with a shared code first, then by score; with `thing`, only pairs
 * of which it is one side. Candidates come from equal codes and equal folded names, by index, so
 * no two things are compared that share neither. Pairs that were found to be two are left out.
 */
export async function possibleMatches(view: View, thing: Uuid | null): Promise<Match[]> {
  const { db, visibility, asOf } = view
  const history = await readIdentity(db, visibility.tenant)
  const root = thing === null ? null : history.rootOf(thing)
  const marked = await markedPairs(db, visibility.tenant)
  const pairs = rootedPairs(await candidatePairs(db, visibility, asOf, root), history)
    .filter(([one, other]) => root === null || one === root || other === root)
    .filter((pair) => marked.get(pairKey(...pair)) !== 'distinct')
  const ids = new Set(pairs.flat())
  const sides = await readSides(db, visibility, asOf, ids)
  const matches = pairs.flatMap(([first, second]): Match[] => {
    const one = sides.get(first)
    const other = sides.get(second)
    if (one === undefined || other === undefined || !mayBeOne(one, other)) return []
    const reasons = reasonsFor(one, other)
    const proposed = marked.get(pairKey(first, second)) === 'proposed'
    return [{ one, other, reasons, score: scoreOf(reasons), proposed }]
  })
  return matches.toSorted((a, b) => b.score - a.score).slice(0, MATCHES_MAX)
}

const mayBeOne = (one: KnownSide, other: KnownSide): boolean =>
  one.kind === other.kind && MERGEABLE_KINDS.includes(one.kind)

const pairKey = (one: Uuid, other: Uuid): string => [one, other].sort().join(' ')

function rootedPairs(
  pairs: readonly { one: Uuid; other: Uuid }[],
  history: IdentityHistory,
): [Uuid, Uuid][] {
  const rooted = new Map<string, [Uuid, Uuid]>()
  for (const pair of pairs) {
    const one = history.rootOf(pair.one)
    const other = history.rootOf(pair.other)
    if (one !== other) rooted.set(pairKey(one, other), [one, other])
  }
  return [...rooted.values()]
}
