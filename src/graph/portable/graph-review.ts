import type { Uuid } from '../../base/index.ts'
import {
  HIDDEN_REASONS,
  HIDDEN_WHAT,
  HIDDEN_WHY,
  type HiddenReason,
  NOT_PUBLISHED,
  type PublicationReview,
} from '../publication/index.ts'
import type { PortableFact, PortableHidden, PortableSource, PortableThing } from './model.ts'

/**
 * Takes out of a set of facts what their readers may not have, and says what it took. A fact goes
 * with what it rests on and with what it names; words of a source that tell a guarded name are
 * replaced.
 */
export function reviewFacts(
  facts: readonly PortableFact[],
  review: PublicationReview,
): { facts: PortableFact[]; hidden: PortableHidden[] } {
  const counts = new Map<HiddenReason, { facts: number; quotes: number }>()
  const count = (reason: HiddenReason, what: 'facts' | 'quotes'): void => {
    const line = counts.get(reason) ?? { facts: 0, quotes: 0 }
    line[what] += 1
    counts.set(reason, line)
  }
  const told = <Said extends string | null>(said: Said): Said | string => {
    const reason = said === null ? null : review.againstText(said)
    if (reason === null) return said
    count(reason, 'quotes')
    return NOT_PUBLISHED.zh
  }
  const sources = new Map<Uuid, PortableSource>()
  const sourceOf = (source: PortableSource): PortableSource => {
    const known = sources.get(source.id)
    if (known !== undefined) return known
    const { title, publisher, origin } = source
    const kept = { ...source, title: told(title), publisher: told(publisher), origin: told(origin) }
    sources.set(source.id, kept)
    return kept
  }
  const kept = facts.flatMap((fact) => {
    const reason = againstFact(fact, review)
    if (reason === null) {
      return [{ ...fact, source: sourceOf(fact.source), quote: told(fact.quote) }]
    }
    count(reason, 'facts')
    return []
  })
  const hidden = HIDDEN_REASONS.flatMap((reason) => {
    const line = counts.get(reason)
    return line === undefined
      ? []
      : [{ reason, what: HIDDEN_WHAT[reason], why: HIDDEN_WHY[reason], ...line }]
  })
  return { facts: kept, hidden }
}

function againstFact(fact: PortableFact, review: PublicationReview): HiddenReason | null {
  const againstKey = (thing: PortableThing | null): HiddenReason | null =>
    thing === null ? null : review.againstText(thing.code)
  return (
    review.againstGround(fact) ??
    againstKey(fact.subject) ??
    againstKey(fact.object) ??
    review.againstText(fact.printed)
  )
}
