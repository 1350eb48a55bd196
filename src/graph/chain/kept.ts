import type { Uuid } from '../../base/index.ts'
import type { Database } from '../../store/index.ts'
import type { ChainFacts } from './model.ts'
import { readChainFacts, standOf, type View } from './store.ts'

/** Facts of chains that were read for somebody and may be asked for again. */
export interface KeptFacts {
  /**
   * What `read` answers, asked once for all who ask at the same place on the same stand. On another
   * stand it is asked anew and takes the place of the former: nobody comes back to that.
   */
  at(
    place: string,
    stand: string,
    read: () => Promise<ChainFacts | null>,
  ): Promise<ChainFacts | null>
}

interface Entry {
  readonly stand: string
  readonly facts: Promise<ChainFacts | null>
  size: number
}

/** As many facts as a large chain has several times over: some hundred MB at most. */
const FACTS_MAX = 200_000

/**
 * Keeps facts until more than `factsMax` are kept; then those go that were not asked for the longest.
 * Whoever reads them shares them with others and changes nothing in them.
 */
export function keepFacts(factsMax: number = FACTS_MAX): KeptFacts {
  const kept = new Map<string, Entry>()
  let size = 0
  const drop = (place: string, entry: Entry): void => {
    if (kept.get(place) !== entry) return
    kept.delete(place)
    size -= entry.size
  }
  const weigh = (place: string, entry: Entry, facts: ChainFacts | null): void => {
    if (kept.get(place) !== entry) return
    entry.size = sizeOf(facts)
    size += entry.size
    for (const [oldest, former] of kept) {
      if (size <= factsMax) return
      drop(oldest, former)
    }
  }
  return {
    at(place, stand, read) {
      const known = kept.get(place)
      if (known !== undefined) drop(place, known)
      const entry = known?.stand === stand ? known : { stand, facts: read(), size: 0 }
      kept.set(place, entry)
      size += entry.size
      if (entry !== known) {
        entry.facts.then(
          (facts) => weigh(place, entry, facts),
          () => drop(place, entry),
        )
      }
      return entry.facts
    },
  }
}

function sizeOf(facts: ChainFacts | null): number {
  if (facts === null) return 1
  const { stages, chainValues, parents, values, links, members } = facts
  const lists = [stages, chainValues, parents, values, links, members]
  return lists.reduce((sum, { length }) => sum + length, 1)
}

/** Parts of a moment that tell it to the day and to ten minutes, `2026-11-20T09:3`. */
const DAY = 10
const TEN_MINUTES = 15

/**
 * The facts of chains in the order in which they are named, from those kept where they were read
 * before by somebody who sees the same, of the same day, and nothing was decided since. What somebody
 * sees is asked anew each time, and so is what was decided. A projection that was built anew without
 * a decision is seen within ten minutes; it can only equal the former.
 */
export async function keptChainFacts(
  db: Database,
  view: View & { readonly kept?: KeptFacts },
  chains: readonly Uuid[],
): Promise<(ChainFacts | null)[]> {
  const { kept, visibility, asOf } = view
  const { tenant, labels } = visibility
  const { known, valid } = asOf
  const stand = kept === undefined ? '' : await standOf(db, tenant, asOf)
  const found: (ChainFacts | null)[] = []
  for (const chain of chains) {
    const read = (): Promise<ChainFacts | null> => readChainFacts(db, view, chain)
    const place = [tenant, chain, labels.join(','), valid, known.slice(0, DAY)].join('|')
    const facts = kept?.at(place, `${stand} ${known.slice(0, TEN_MINUTES)}`, read) ?? read()
    found.push(await facts)
  }
  return found
}
