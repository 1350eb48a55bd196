import type { Uuid, Words } from '../../base/index.ts'
import type { LabelLevel } from '../../trust/access/index.ts'
import type { Audience, PublicationPolicy } from './policy.ts'
import { HIDDEN_WHAT, HIDDEN_WHY, type HiddenReason, NOT_PUBLISHED } from './words.ts'

/** What the review looks at in a thing. */
export interface ReviewedThing {
  readonly id: Uuid
  readonly kind: string
  readonly name: string
  /** True for a firm that a source places outside China. */
  readonly abroad: boolean
}

/** What the review looks at in a fact. */
export interface ReviewedFact {
  readonly claim: Uuid
  readonly subject: ReviewedThing
  readonly property: string
  readonly object: ReviewedThing | null
  readonly printed: string
  readonly quote: string | null
  /** The stricter of the labels of claim and source. */
  readonly level: LabelLevel
  /** Title and publisher of its source: they go out with it. */
  readonly sourceWords: readonly string[]
}

/** One line of what was hidden. */
export interface Hidden {
  readonly reason: HiddenReason
  readonly what: Words
  readonly why: Words
  readonly count: number
}

export interface Reviewed<Fact extends ReviewedFact> {
  readonly facts: readonly Fact[]
  readonly hidden: readonly Hidden[]
}

const NAME = 'name'

/**
 * Takes out of a set of facts what the policy keeps from an audience, and says what it took.
 *
 * A fact goes when its label is too close, when it tells a foreign partner, when it is personal,
 * or when it touches a thing whose every name went. What remains may still repeat in a quotation
 * what went: such a quotation is replaced by a sentence that says so.
 */
export function reviewForPublication<Fact extends ReviewedFact>(
  facts: readonly Fact[],
  policy: PublicationPolicy,
  audience: Audience,
): Reviewed<Fact> {
  const reasons = new Map<Uuid, HiddenReason>()
  for (const fact of facts) {
    const reason = reasonAgainst(fact, policy, audience)
    if (reason !== null) reasons.set(fact.claim, reason)
  }
  hideNameless(facts, reasons)
  const kept = facts.filter(({ claim }) => !reasons.has(claim))
  const secrets = indexOf(secretsOf(facts, kept, reasons))
  const counts = new Map<HiddenReason, number>()
  const count = (reason: HiddenReason) => counts.set(reason, (counts.get(reason) ?? 0) + 1)
  for (const reason of reasons.values()) count(reason)
  const out: Fact[] = []
  for (const fact of kept) {
    if ([fact.printed, ...fact.sourceWords].some((text) => tells(text, secrets))) {
      count('quote')
      continue
    }
    const isTelling = fact.quote !== null && tells(fact.quote, secrets)
    if (isTelling) count('quote')
    out.push(isTelling ? { ...fact, quote: NOT_PUBLISHED.zh } : fact)
  }
  return { facts: out, hidden: linesOf(counts) }
}

function reasonAgainst(
  fact: ReviewedFact,
  policy: PublicationPolicy,
  audience: Audience,
): HiddenReason | null {
  const { subject, object, property, level } = fact
  if (!policy.audiences[audience].levels.includes(level)) return 'label'
  const { partners, personal } = policy
  const isPartner =
    object !== null &&
    partners.audiences.includes(audience) &&
    partners.edges.includes(property) &&
    subject.kind === 'firm' &&
    object.kind === 'firm' &&
    subject.abroad !== object.abroad
  if (isPartner) return 'partner'
  if (!personal.audiences.includes(audience)) return null
  const isPersonal =
    personal.properties.includes(property) ||
    [subject, object].some((thing) => thing !== null && personal.kinds.includes(thing.kind))
  return isPersonal ? 'personal' : null
}

/** A thing whose every name is hidden is hidden itself: what speaks of it would give it away. */
function hideNameless(facts: readonly ReviewedFact[], reasons: Map<Uuid, HiddenReason>): void {
  const names = new Map<Uuid, HiddenReason | null>()
  for (const { claim, subject, property } of facts) {
    if (property !== NAME || names.get(subject.id) === null) continue
    names.set(subject.id, reasons.get(claim) ?? null)
  }
  for (const { claim, subject, object } of facts) {
    if (reasons.has(claim)) continue
    const reason = names.get(subject.id) ?? (object && names.get(object.id)) ?? null
    if (reason !== null) reasons.set(claim, reason)
  }
}

/** Words which, standing together in one text, would tell what was hidden. */
type Secret = readonly string[]

/** Shorter words occur everywhere and tell nothing. */
const TELLING_LENGTH = 2

function secretsOf(
  facts: readonly ReviewedFact[],
  kept: readonly ReviewedFact[],
  reasons: ReadonlyMap<Uuid, HiddenReason>,
): Secret[] {
  const named = new Set(facts.flatMap((fact) => (fact.property === NAME ? [fact.subject.id] : [])))
  const shown = new Set(
    kept.flatMap(({ subject, object, property, printed }) => [
      ...(property === NAME ? [printed] : []),
      ...[subject, object].flatMap((thing) =>
        thing !== null && !named.has(thing.id) ? [thing.name] : [],
      ),
    ]),
  )
  const secrets = new Map<string, Secret>()
  for (const { claim, subject, property, object, printed } of facts) {
    if (!reasons.has(claim)) continue
    const other = object?.name ?? printed
    const words = property === NAME ? [printed] : [subject.name, other]
    // A name that goes out elsewhere tells something only beside the other one.
    const alone = words.filter((word) => !shown.has(word) && isNameLike(word))
    for (const secret of [words, ...(object === null ? [] : alone.map((word) => [word]))]) {
      const isTelling = secret.every((word) => [...word].length >= TELLING_LENGTH)
      const isShown = secret.length === 1 && shown.has(secret[0] ?? '')
      if (isTelling && !isShown) secrets.set(JSON.stringify(secret), secret)
    }
  }
  return [...secrets.values()]
}

const isNameLike = (word: string): boolean => /\p{L}{2}/u.test(word)

/** Secrets by the first two characters of their first word, so that a text is looked through once. */
type SecretIndex = ReadonlyMap<string, readonly Secret[]>

function indexOf(secrets: readonly Secret[]): SecretIndex {
  const index = new Map<string, Secret[]>()
  for (const secret of secrets) {
    const head = (secret[0] ?? '').slice(0, TELLING_LENGTH)
    index.set(head, [...(index.get(head) ?? []), secret])
  }
  return index
}

function tells(text: string, index: SecretIndex): boolean {
  if (index.size === 0) return false
  for (let at = 0; at + TELLING_LENGTH <= text.length; at += 1) {
    const candidates = index.get(text.slice(at, at + TELLING_LENGTH))
    if (candidates?.some((secret) => secret.every((word) => text.includes(word)))) return true
  }
  return false
}

const ORDER: readonly HiddenReason[] = ['label', 'partner', 'personal', 'quote']

function linesOf(counts: ReadonlyMap<HiddenReason, number>): Hidden[] {
  return ORDER.flatMap((reason) => {
    const count = counts.get(reason) ?? 0
    return count === 0
      ? []
      : [{ reason, what: HIDDEN_WHAT[reason], why: HIDDEN_WHY[reason], count }]
  })
}
