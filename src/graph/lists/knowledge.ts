import type { Uuid, Words } from '../../base/index.ts'
import { type Actor, visible } from '../../trust/access/index.ts'
import type { WriteContext } from '../../trust/gate/index.ts'
import type { ChainReading, Relate } from '../chain/index.ts'
import type { AsOf } from '../evidence/index.ts'
import type { Algorithms, Lexicon } from '../figures/index.ts'
import type { Vocabulary } from '../kinds/index.ts'
import type { Known, ListDefinition } from './definition.ts'
import { namesOf } from './names.ts'
import { WORKED_OUT_WORDS } from './words.ts'

/** What the packs say, as far as lists look at it. */
export interface ListKnowledge {
  readonly lexicon: Lexicon
  readonly relate: Relate
  readonly vocabulary: Vocabulary
  readonly algorithms: Algorithms
  /** The lists that can be drawn up, in their order. */
  readonly lists: ReadonlyMap<string, ListDefinition>
}

/** What a definition may name, given a vocabulary. */
export function knownTo(vocabulary: Vocabulary): Known {
  return {
    names: namesOf(vocabulary),
    kinds: new Set(vocabulary.kinds.keys()),
    schemes: new Set(vocabulary.schemes.keys()),
  }
}

/** Words of a name that rules use; of `kind:firm` those of the kind. */
export function labelIn({ vocabulary, lexicon }: ListKnowledge, name: string): Words {
  const kind = name.startsWith('kind:') ? vocabulary.kinds.get(name.slice(5)) : undefined
  return kind?.words ?? WORKED_OUT_WORDS[name] ?? lexicon.label(name)
}

/** A chain read by whoever acts, with places as near or far as from `home`. */
export function readingOf(
  { store, actor }: Pick<WriteContext, 'store' | 'actor'>,
  { lexicon, relate }: ListKnowledge,
  days: { readonly asOf: AsOf; readonly home: string },
): ChainReading {
  return { db: store.read, visibility: visible(actor), lexicon, relate, ...days }
}

/** Drafts and reasons are for those who work inside the government; what is signed is for all. */
export const isInside = ({ permissions }: Pick<Actor, 'permissions'>): boolean =>
  permissions.has('read-internal')

/** Names a list of a chain. */
export interface ListOfChain {
  readonly chain: Uuid
  readonly list: string
}
