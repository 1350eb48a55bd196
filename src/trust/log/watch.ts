import type { Store } from '../../store/index.ts'

const watchers = new WeakMap<Store, Set<() => void>>()

/** Has `told` called after every commit through this store that left an entry; answers how to end it. */
export function watchEntries(store: Store, told: () => void): () => void {
  const known = watchers.get(store) ?? new Set()
  watchers.set(store, known.add(told))
  return () => {
    known.delete(told)
  }
}

/** Says that an entry was committed. It waits for nobody: whoever watches does so in its own time. */
export function tellEntry(store: Store): void {
  for (const told of watchers.get(store) ?? []) told()
}
