/** Chance that a seed repeats, for campaigns (xorshift of 32 bits, Marsaglia 2003). */
export interface Chance {
  /** From 0, 1 excluded. */
  next(): number
  /** A whole number from 0, `bound` excluded. */
  below(bound: number): number
  one<Item>(items: readonly Item[]): Item
  some<Item>(items: readonly Item[], share?: number): Item[]
}

export function chanceOf(seed: number): Chance {
  // A state of zero would stay there.
  let state = seed >>> 0 || 1
  const next = (): number => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) / 2 ** 32
  }
  const below = (bound: number): number => Math.floor(next() * bound)
  return {
    next,
    below,
    one: (items) => items[below(items.length)] as (typeof items)[number],
    some: (items, share = 0.5) => items.filter(() => next() < share),
  }
}
