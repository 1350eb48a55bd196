import type { Uuid } from '../../base/index.ts'

/** The number before that of the first identity decision: ids are those of the claim. */
export const ORIGINAL = 0

/** The scheme of things that a split makes: no source knows their keys. */
export const OWN_BY_SPLIT = 'split'

/** An identity decision that is in force, as the projection needs it. */
export interface IdentityDecision {
  readonly id: Uuid
  /** Its place in the order in which decisions came into force, from 1. */
  readonly number: number
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

/** Under which ids a claim's fact stands, from the number of one identity decision to another. */
export interface Stretch {
  readonly joined: number
  readonly parted: number | null
  readonly subject: Uuid
  readonly object: Uuid | null
}

/** What changes its place by a decision: all that is said of these things, and these claims. */
export interface Moved {
  readonly things: readonly Uuid[]
  readonly claims: readonly Uuid[]
}

/** Where statements stand, as columns of equal length. */
export interface Places {
  /** Things, and the place of all that is said of each. */
  readonly things: readonly [readonly Uuid[], readonly Uuid[]]
  /** Claims for which splits made another place of a thing: claims, things, places. */
  readonly claims: readonly [readonly Uuid[], readonly Uuid[], readonly Uuid[]]
}

/** Things that decisions ever brought together, and those decisions, oldest first. */
interface Group {
  readonly things: Uuid[]
  readonly decisions: IdentityDecision[]
}

/**
 * The identity decisions of a tenant, oldest first, and what follows from them.
 *
 * Merges point from one thing to another, and both had no pointer of their own when it was decided,
 * so those that are in force form a forest; the root is the thing under which all of a tree stand.
 * An undo takes one decision away as if it had never been, and leaves the others.
 */
export class IdentityHistory {
  /** The number of the newest decision. */
  readonly number: number
  readonly #groups = new Map<Uuid, Group>()

  constructor(decisions: readonly IdentityDecision[]) {
    this.number = decisions.at(-1)?.number ?? ORIGINAL
    const byId = new Map<Uuid, IdentityDecision>()
    for (const decision of decisions) {
      byId.set(decision.id, decision)
      const { from, into } = decision.kind === 'undo' ? endsOf(byId, decision) : decision
      if (from !== null && into !== null) this.#join(from, into).decisions.push(decision)
    }
    for (const { decisions: own } of new Set(this.#groups.values())) {
      own.sort((one, other) => one.number - other.number)
    }
  }

  /** One group for two things that a decision speaks of together: the smaller goes into the larger. */
  #join(one: Uuid, other: Uuid): Group {
    const [first, second] = [this.#own(one), this.#own(other)]
    if (first === second) return first
    const [less, more] =
      first.things.length < second.things.length ? [first, second] : [second, first]
    more.things.push(...less.things)
    more.decisions.push(...less.decisions)
    for (const thing of less.things) this.#groups.set(thing, more)
    return more
  }

  #own(thing: Uuid): Group {
    const group = this.#groups.get(thing) ?? { things: [thing], decisions: [] }
    this.#groups.set(thing, group)
    return group
  }

  #decisionsOf(thing: Uuid): readonly IdentityDecision[] {
    return this.#groups.get(thing)?.decisions ?? []
  }

  /** Has any decision ever spoken of this thing? */
  touches(thing: Uuid | null): boolean {
    return thing !== null && this.#groups.has(thing)
  }

  /** Every thing that decisions ever brought together with this one, itself included. */
  groupOf(thing: Uuid): readonly Uuid[] {
    return this.#groups.get(thing)?.things ?? [thing]
  }

  /** The thing under which statements about `thing` stand now. */
  rootOf(thing: Uuid): Uuid {
    return place(null, thing, standing(this.#decisionsOf(thing)))
  }

  /** Where a claim's thing stands now. */
  placeOf(claim: Uuid, thing: Uuid): Uuid {
    return place(claim, thing, standing(this.#decisionsOf(thing)))
  }

  /** Things of which statements stand under another now, each with that other. */
  moved(): Map<Uuid, Uuid> {
    const roots = [...this.#groups.keys()].map((thing) => [thing, this.rootOf(thing)] as const)
    return new Map(roots.filter(([thing, root]) => thing !== root))
  }

  /** Every thing of which statements now stand under `root`, itself first. */
  membersOf(root: Uuid): Uuid[] {
    const others = this.groupOf(root).filter((id) => id !== root && this.rootOf(id) === root)
    return [root, ...others]
  }

  /**
   * The one rule by which identity decisions move facts. Imports, single decisions, merges and the
   * rebuild all ask it, so that a rebuild can only equal what was projected step by step.
   */
  stretchesOf(claim: Uuid, subject: Uuid, object: Uuid | null): Stretch[] {
    const touching = new Set([
      ...this.#decisionsOf(subject),
      ...(object === null ? [] : this.#decisionsOf(object)),
    ])
    const decisions = [...touching].toSorted((one, other) => one.number - other.number)
    let open: Stretch = { joined: ORIGINAL, parted: null, subject, object }
    const stretches: Stretch[] = []
    for (const [at, { number }] of decisions.entries()) {
      const active = standing(decisions.slice(0, at + 1))
      const now = {
        subject: place(claim, subject, active),
        object: object === null ? null : place(claim, object, active),
      }
      if (now.subject === open.subject && now.object === open.object) continue
      stretches.push({ ...open, parted: number })
      open = { joined: number, parted: null, ...now }
    }
    return [...stretches, open]
  }

  /** What changed its place since `before`, of all that ever belonged together with `thing`. */
  movedSince(before: IdentityHistory, thing: Uuid): Moved {
    const group = this.groupOf(thing)
    const things = group.filter((id) => before.rootOf(id) !== this.rootOf(id))
    const named = this.#claimsNamed(thing)
    const isMoved = (claim: Uuid): boolean =>
      group.some((id) => before.placeOf(claim, id) !== this.placeOf(claim, id))
    return { things, claims: [...named].filter(isMoved) }
  }

  /** Where all that was ever said of what belongs together with `thing` stands now. */
  placesOf(thing: Uuid): Places {
    const group = this.groupOf(thing)
    const roots = group.map((id) => this.rootOf(id))
    const apart = [...this.#claimsNamed(thing)].flatMap((claim) =>
      group.flatMap((id, at) => {
        const own = this.placeOf(claim, id)
        return own === roots[at] ? [] : [[claim, id, own] as const]
      }),
    )
    return {
      things: [group, roots],
      claims: [
        apart.map(([claim]) => claim),
        apart.map(([, id]) => id),
        apart.map(([, , own]) => own),
      ],
    }
  }

  /** The claims that splits among what belongs together with `thing` name. */
  #claimsNamed(thing: Uuid): ReadonlySet<Uuid> {
    return new Set(this.#decisionsOf(thing).flatMap(({ claims }) => [...claims]))
  }
}

/** The things of the decision that an undo takes back. */
function endsOf(
  byId: ReadonlyMap<Uuid, IdentityDecision>,
  { target }: IdentityDecision,
): Pick<IdentityDecision, 'from' | 'into'> {
  return byId.get(target ?? '') ?? { from: null, into: null }
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
