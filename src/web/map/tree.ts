/** Stages as a forest: parents, children, and the root that stands in a column. Pure. */

export interface TreeNode {
  id: string
  parent: string | null
  order: number
}

export interface Forest<Node extends TreeNode> {
  byId: ReadonlyMap<string, Node>
  roots: readonly Node[]
  childrenOf(id: string): readonly Node[]
  /** Nearest first. */
  ancestorsOf(id: string): readonly string[]
  rootOf(id: string): string
  /** Everything inside a stage, itself not included. */
  insideOf(id: string): readonly string[]
}

/** A parent that is absent, or that would close a circle, counts as none. */
export function forestOf<Node extends TreeNode>(nodes: readonly Node[]): Forest<Node> {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const parentOf = new Map<string, string | null>()
  for (const node of nodes) parentOf.set(node.id, soundParent(node, byId))
  const children = new Map<string | null, Node[]>()
  for (const node of nodes) {
    const parent = parentOf.get(node.id) ?? null
    children.set(parent, [...(children.get(parent) ?? []), node])
  }
  for (const siblings of children.values()) siblings.sort(byOrder)
  const childrenOf = (id: string): readonly Node[] => children.get(id) ?? []
  const ancestorsOf = (id: string): string[] => {
    const found: string[] = []
    for (let up = parentOf.get(id); up; up = parentOf.get(up)) found.push(up)
    return found
  }
  const insideOf = (id: string): string[] =>
    childrenOf(id).flatMap((child) => [child.id, ...insideOf(child.id)])
  return {
    byId,
    roots: children.get(null) ?? [],
    childrenOf,
    ancestorsOf,
    rootOf: (id) => ancestorsOf(id).at(-1) ?? id,
    insideOf,
  }
}

function byOrder(a: TreeNode, b: TreeNode): number {
  return a.order - b.order || (a.id < b.id ? -1 : 1)
}

function soundParent<Node extends TreeNode>(
  node: Node,
  byId: ReadonlyMap<string, Node>,
): string | null {
  const seen = new Set([node.id])
  for (let up = node.parent; up !== null; up = byId.get(up)?.parent ?? null) {
    if (seen.has(up)) return null
    seen.add(up)
  }
  return node.parent !== null && byId.has(node.parent) ? node.parent : null
}
