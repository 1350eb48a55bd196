import type { Uuid } from '../../base/index.ts'
import type { Database } from '../../store/index.ts'
import type { ChainFacts } from './model.ts'
import { readChainFacts, standOf, type View } from './store.ts'

/** Facts of chains that were read for somebody and may be asked for again. */
export interface KeptFacts {
  /** What `read` answers; it is asked once for all who ask under the same key. */
  under(key: string, read: () => Promise<ChainFacts | null>): Promise<ChainFacts | null>
}

/** As many facts as a large chain has several times over: some hundred MB at most. */
const FACTS_MAX = 200_000

/**
 * Keeps facts until more than `factsMax` are kept; then those go that were not asked for the longest.
 * Whoever reads them shares them with others and changes nothing in them.
 */
export function keepFacts(factsMax: number = FACTS_MAX): KeptFacts {
  const kept = new Map<string, { facts: Promise<ChainFacts | null>; size: number }>()
  let size = 0
  const drop = (key: string): void => {
    size -= kept.get(key)?.size ?? 0
    kept.delete(key)
  }
  const weigh = (key: string, facts: ChainFacts | null): void => {
    const entry = kept.get(key)
    if (entry === undefined) return
    entry.size = sizeOf(facts)
    size += entry.size
    for (const oldest of kept.keys()) {
      if (size <= factsMax) return
      drop(oldest)
    }
  }
  return {
    under(key, read) {
      const known = kept.get(key)
      if (known !== undefined) {
        kept.delete(key)
        kept.set(key, known)
        return known.facts
      }
      const facts = read()
      kept.set(key, { facts, size: 0 })
      facts.then(
        (found) => weigh(key, found),
        () => drop(key),
      )
      return facts
    },
  }
}

function sizeOf(facts: ChainFacts | null): number {
  if (facts === null) return 1
  const { stages, chainValues, parents, values, links, members } = facts
  const lists = [stages, chainValues, parents, values, links, members]
  return lists.reduce((sum, { length }) => sum + length, 1)
}

/** Part of a moment that tells it to ten minutes, `2026-11-20T09:3`. */
const TEN_MINUTES = 15

/**
 * The facts of a chain, from those kept where they were read before by somebody who sees the same,
 * of the same day, and nothing was decided since. What somebody sees is asked anew each time, and
 * so is what was decided. A projection that was built anew without a decision is seen within ten
 * minutes; it can only equal the former.
 */
export async function keptChainFacts(
  db: Database,
  view: View & { readonly kept?: KeptFacts },
  chain: Uuid,
): Promise<ChainFacts | null> {
  const { kept, visibility, asOf } = view
  const read = (): Promise<ChainFacts | null> => readChainFacts(db, view, chain)
  if (kept === undefined) return read()
  const { tenant, labels } = visibility
  const stand = await standOf(db, tenant, asOf)
  const key = [tenant, chain, labels.join(','), asOf.valid, asOf.known.slice(0, TEN_MINUTES), stand]
  return kept.under(key.join('|'), read)
}
