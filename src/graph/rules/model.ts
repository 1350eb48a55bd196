/** What a rule may look at. `list` holds texts. */
export type NameType = 'quantity' | 'text' | 'truth' | 'list'

/** The closed list of names a rule may use: of which type, and whether always known. */
export type Names = ReadonlyMap<string, { readonly type: NameType; readonly known: boolean }>

/** A number between two ends; decimal text, null is open to infinity. */
export interface Interval {
  readonly low: string | null
  readonly high: string | null
  /** The end itself is not meant: >95 has 95 as low end and excludes it. */
  readonly lowOpen: boolean
  readonly highOpen: boolean
}

/** A value of a rule; null is unknown. */
export type RuleValue = null | boolean | string | Interval | readonly string[]

/** Unknown for another reason than that nobody says: the value is there and cannot be used. */
export interface Unusable {
  readonly unusable: Reason
}

export type RuleValues = ReadonlyMap<string, RuleValue | Unusable>

/** Three-valued: an unknown condition is not a failed one. */
export type Outcome = 'holds' | 'fails' | 'unknown'

/** Why something came out unknown. */
export type Reason =
  | 'not-known'
  | 'zero-divisor'
  | 'unknown-divisor'
  | 'too-wide'
  | 'wrong-type'
  | 'other-unit'

/** What an expression gave; `reason` says why the value is null. */
export interface RuleResult {
  readonly value: RuleValue
  readonly reason: Reason | null
}
