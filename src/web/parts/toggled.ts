/** The set with one item more or less. Pure. */
export function toggled<Item>(items: ReadonlySet<Item>, item: Item): Set<Item> {
  const next = new Set(items)
  if (!next.delete(item)) next.add(item)
  return next
}
