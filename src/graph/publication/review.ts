import { plainText, type Uuid } from '../../base/index.ts'
import type { LabelLevel } from '../../trust/access/index.ts'
import type { Audience, PublicationPolicy } from './policy.ts'
import type { Guarded } from './store.ts'
import type { HiddenReason } from './words.ts'

/** In the order in which they are told. */
export const HIDDEN_REASONS: readonly HiddenReason[] = ['label', 'partner', 'personal']

/** What the review looks at in a thing. */
export interface ReviewedThing {
  readonly id: Uuid
  readonly kind: string
}

/** What the review looks at in a claim that something rests on. */
export interface ReviewedGround {
  readonly subject: ReviewedThing
  readonly property: string
  readonly object: ReviewedThing | null
  /** The stricter of the labels of the claim and its source. */
  readonly level: LabelLevel
}

/** The policy applied to one audience; each question answers null where nothing speaks against. */
export interface PublicationReview {
  againstLevel(level: LabelLevel): HiddenReason | null
  againstThing(thing: ReviewedThing): HiddenReason | null
  againstGround(ground: ReviewedGround): HiddenReason | null
  /** Whether a text names what is guarded, or has the form of personal data. */
  againstText(text: string): HiddenReason | null
}

/** Opens the review for one audience, with all that is guarded from it. Pure from here on. */
export function openReview(
  policy: PublicationPolicy,
  audience: Audience,
  guarded: readonly Guarded[],
): PublicationReview {
  const { personal } = policy
  const levels = new Set<LabelLevel>(policy.audiences[audience].levels)
  const isPersonal = personal.audiences.includes(audience)
  const kinds = new Set(isPersonal ? personal.kinds : [])
  const properties = new Set(isPersonal ? personal.properties : [])
  const patterns = isPersonal ? personal.patterns.map((text) => new RegExp(text, 'u')) : []
  const things = new Map(guarded.map(({ thing, reason }) => [thing, reason]))
  const names = indexOf(guarded)

  const againstLevel = (level: LabelLevel) => (levels.has(level) ? null : 'label')
  const againstThing = ({ id, kind }: ReviewedThing) =>
    things.get(id) ?? (kinds.has(kind) ? 'personal' : null)
  return {
    againstLevel,
    againstThing,
    againstGround: ({ subject, property, object, level }) =>
      againstLevel(level) ??
      againstThing(subject) ??
      (object === null ? null : againstThing(object)) ??
      (properties.has(property) ? 'personal' : null),
    againstText: (text) => {
      const named = reasonIn(folded(text), names)
      if (named !== null) return named
      return patterns.some((pattern) => pattern.test(text)) ? 'personal' : null
    },
  }
}

/** Names and texts meet whatever their width, their blanks and their case. */
const folded = (text: string): string => plainText(text).toLowerCase()

/** Shorter names occur everywhere and tell nothing. */
const TELLING_LENGTH = 2

type NameIndex = ReadonlyMap<string, readonly (readonly [name: string, reason: HiddenReason])[]>

/** Names by their first two characters, so that a text is looked through once. */
function indexOf(guarded: readonly Guarded[]): NameIndex {
  const index = new Map<string, [string, HiddenReason][]>()
  for (const { name, reason } of guarded) {
    const plain = folded(name ?? '')
    if ([...plain].length < TELLING_LENGTH) continue
    const head = plain.slice(0, TELLING_LENGTH)
    const group = index.get(head)
    if (group === undefined) index.set(head, [[plain, reason]])
    else group.push([plain, reason])
  }
  return index
}

function reasonIn(text: string, index: NameIndex): HiddenReason | null {
  if (index.size === 0) return null
  for (let at = 0; at + TELLING_LENGTH <= text.length; at += 1) {
    const group = index.get(text.slice(at, at + TELLING_LENGTH))
    const found = group?.find(([name]) => text.startsWith(name, at) && isWhole(text, at, name))
    if (found !== undefined) return found[1]
  }
  return null
}

/** ABB stands in “ABB 公司” and not in “abbey”: Latin letters before or after make another word. */
function isWhole(text: string, at: number, name: string): boolean {
  const meets = (one: string, other: string): boolean => LATIN.test(one) && LATIN.test(other)
  const end = at + name.length
  return (
    !meets(text.charAt(at - 1), name.charAt(0)) &&
    !meets(name.charAt(name.length - 1), text.charAt(end))
  )
}

const LATIN = /[a-z0-9]/u
