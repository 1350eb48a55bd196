import type { Uuid } from '../../base/index.ts'

/** Stands in a fact for "no identity decision": its ids are those of the claim. */
export const ORIGINAL: Uuid = '00000000-0000-0000-0000-000000000000'

/** An identity decision that is in force, as the projection needs it. */
export interface IdentityDecision {
  readonly id: Uuid
  readonly kind: 'merge' | 'split' | 'undo'
  /** The thing that goes into another, or that is split; null for an undo. */
  readonly from: Uuid | null
  /** The thing that takes it in, or that the split makes; null for an undo. */
  readonly into: Uuid | null
  /** The decision that is undone; null for a merge or a split. */
  readonly target: Uuid | null
  /** The claims that a split names; empty otherwise. */
  readonly claims: ReadonlySet<Uuid>
}

/** Under which ids a claim's fact stands, from one identity decision to another. */
export interface Stretch {
  readonly joined: Uuid
  readonly parted: Uuid | null
  readonly subject: Uuid
  readonly object: Uuid | null
}

interface Numbered extends IdentityDecision {
  readonly order: number
}

/**
 * The identity decisions of a tenant, oldest first, and what follows from them.
 *
 * Merges point from one thing to another, and both had no pointer of their own when it was decided,
 * so those that are in force form a forest; the root is the thing under which all of a tree stand.
 * An undo takes one decision away as if it had never been, and leaves the others.
 */
export class IdentityHistory {
  readonly #groups = new Map<Uuid, Numbered[]>()

  constructor(decisions: readonly IdentityDecision[]) {
    const byId = new Map<Uuid, Numbered>()
    for (const [order, decision] of decisions.entries()) {
      const numbered = { ...decision, order }
      byId.set(decision.id, numbered)
      const ends = decision.kind === 'undo' ? byId.get(decision.target ?? '') : numbered
      if (ends?.from == null || ends.into === null) continue
      this.#join(ends.from, ends.into).push(numbered)
    }
  }

  /** One group for two things that a decision speaks of together; members share one list. */
  #join(one: Uuid, other: Uuid): Numbered[] {
    const group = this.#groups.get(one)
    const second = this.#groups.get(other)
    const joined =
      group === second && group !== undefined
        ? group
        : [...(group ?? []), ...(second ?? [])].toSorted((a, b) => a.order - b.order)
    for (const [thing, list] of this.#groups) {
      if (list === group || list === second) this.#groups.set(thing, joined)
    }
    this.#groups.set(one, joined)
    this.#groups.set(other, joined)
    return joined
  }

  /** Has any decision ever spoken of this thing? */
  touches(thing: Uuid | null): boolean {
    return thing !== null && this.#groups.has(thing)
  }

  /** Every thing that decisions ever brought together with this one, itself included. */
  groupOf(thing: Uuid): Uuid[] {
    const group = this.#groups.get(thing)
    if (group === undefined) return [thing]
    return [...this.#groups].filter(([, list]) => list === group).map(([id]) => id)
  }

  /** The thing under which statements about `thing` stand now. */
  rootOf(thing: Uuid): Uuid {
    return place(null, thing, standing(this.#groups.get(thing) ?? []))
  }

  /** Where a claim's thing stands now. */
  placeOf(claim: Uuid, thing: Uuid): Uuid {
    return place(claim, thing, standing(this.#groups.get(thing) ?? []))
  }

  /** Every thing of which statements now stand under `root`, itself first. */
  membersOf(root: Uuid): Uuid[] {
    const others = this.groupOf(root).filter((id) => id !== root && this.rootOf(id) === root)
    return [root, ...others]
  }

  /** The decisions that are in force and were not undone, of the group of a thing. */
  standingOf(thing: Uuid): readonly IdentityDecision[] {
    return standing(this.#groups.get(thing) ?? [])
  }

  /**
   * The one rule by which identity decisions move facts. Imports, single decisions, merges and the
   * rebuild all ask it, so that a rebuild can only equal what was projected step by step.
   */
  stretchesOf(claim: Uuid, subject: Uuid, object: Uuid | null): Stretch[] {
    const touching = new Set([
      ...(this.#groups.get(subject) ?? []),
      ...(object === null ? [] : (this.#groups.get(object) ?? [])),
    ])
    const decisions = [...touching].toSorted((a, b) => a.order - b.order)
    let open: Stretch = { joined: ORIGINAL, parted: null, subject, object }
    const stretches: Stretch[] = []
    for (const [at, { id }] of decisions.entries()) {
      const active = standing(decisions.slice(0, at + 1))
      const now = {
        subject: place(claim, subject, active),
        object: object === null ? null : place(claim, object, active),
      }
      if (now.subject === open.subject && now.object === open.object) continue
      stretches.push({ ...open, parted: id })
      open = { joined: id, parted: null, ...now }
    }
    return [...stretches, open]
  }
}

/** Those of the decisions that no later one among them undoes. */
function standing(decisions: readonly IdentityDecision[]): readonly IdentityDecision[] {
  const undone = new Set(decisions.map(({ target }) => target))
  return decisions.filter(({ id, kind }) => kind !== 'undo' && !undone.has(id))
}

function place(claim: Uuid | null, thing: Uuid, active: readonly IdentityDecision[]): Uuid {
  let at = thing
  for (const { kind, from, into, claims } of active) {
    const moves = kind === 'merge' || (claim !== null && claims.has(claim))
    if (moves && from === at && into !== null) at = into
  }
  return at
}
