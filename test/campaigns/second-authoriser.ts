/**
 * A second authoriser, written from the sentences of the design and from nothing else: it shares no
 * code with the product, and the two are asked the same questions.
 */

/** Somebody in one role of one organisation. */
export interface Person {
  tenant: number
  organisation: string
  may: readonly string[]
}

/** What a thing is marked with: from open to closed, and for whom. */
export interface Mark {
  level: string
  /** Derived from internal material too. */
  internal: boolean
  named: readonly string[]
}

/** What is known of a thing; what is left out does not matter to the answer. */
export interface Thing {
  tenant?: number
  /** `unknown` where the mark does not exist. */
  mark?: Mark | 'unknown'
  owner?: string
}

export type Verdict = 'allowed' | 'hidden' | 'forbidden'

/** Each level with the one thing that it asks for; a level that nobody knows lets nobody in. */
const ASKS: Readonly<Record<string, (who: Person, named: boolean) => boolean>> = {
  public: () => true,
  internal: (who) => who.may.includes('read-internal'),
  restricted: (who, named) => named || who.may.includes('read-restricted'),
  sensitive: (who, named) => named && who.may.includes('read-sensitive'),
}

/** Whether somebody may see what carries a mark. */
export function sees(who: Person, mark: Mark | 'unknown'): boolean {
  if (mark === 'unknown') return false
  const ask = ASKS[mark.level]
  if (
    ask === undefined ||
    !ask(
      who,
      mark.named.some((one) => one === who.organisation),
    )
  )
    return false
  return !mark.internal || who.may.some((one) => one === 'read-internal')
}

/** Deny by default; what may not be seen is not there, whatever one wants to do with it. */
export function judge(who: Person, permission: string, thing: Thing): Verdict {
  const isElsewhere = thing.tenant !== undefined && thing.tenant !== who.tenant
  const isUnseen = thing.mark !== undefined && !sees(who, thing.mark)
  const isAnothers = thing.owner !== undefined && thing.owner !== who.organisation
  if (isElsewhere || isUnseen || (isAnothers && !who.may.includes('read-internal'))) return 'hidden'
  return who.may.includes(permission) ? 'allowed' : 'forbidden'
}
