/**
 * The order of stages within their columns. The order that the office gave stands, unless another
 * makes fewer ribbons cross (barycentre sweeps after Sugiyama, Tagawa and Toda, 1981). Pure.
 */

export interface Edge {
  from: string
  to: string
}

const SWEEPS = 8

export function orderColumns(
  columns: readonly (readonly string[])[],
  edges: readonly Edge[],
): readonly (readonly string[])[] {
  let best = columns
  let fewest = crossings(columns, edges)
  let current = columns
  for (let sweep = 0; sweep < SWEEPS && fewest > 0; sweep++) {
    current = sweepOnce(current, edges, sweep % 2 === 0)
    const count = crossings(current, edges)
    if (count < fewest) {
      fewest = count
      best = current
    }
  }
  return best
}

/** How many pairs of links between the same two columns cross. */
export function crossings(columns: readonly (readonly string[])[], edges: readonly Edge[]): number {
  const placeOf = places(columns)
  const pairs = new Map<string, { a: number; b: number }[]>()
  for (const { from, to } of edges) {
    const a = placeOf.get(from)
    const b = placeOf.get(to)
    if (!a || !b || a.column === b.column) continue
    const [left, right] = a.column < b.column ? [a, b] : [b, a]
    const key = `${left.column}:${right.column}`
    pairs.set(key, [...(pairs.get(key) ?? []), { a: left.row, b: right.row }])
  }
  let count = 0
  for (const lines of pairs.values()) count += inversions(lines)
  return count
}

function inversions(lines: readonly { a: number; b: number }[]): number {
  let count = 0
  lines.forEach((one, index) => {
    for (const other of lines.slice(index + 1)) {
      if ((one.a - other.a) * (one.b - other.b) < 0) count++
    }
  })
  return count
}

function places(columns: readonly (readonly string[])[]) {
  const placeOf = new Map<string, { column: number; row: number; share: number }>()
  columns.forEach((ids, column) => {
    ids.forEach((id, row) => {
      placeOf.set(id, { column, row, share: (row + 0.5) / ids.length })
    })
  })
  return placeOf
}

/** One sweep: each column in turn takes the mean height of its neighbours on the side already set. */
function sweepOnce(
  columns: readonly (readonly string[])[],
  edges: readonly Edge[],
  isForward: boolean,
): readonly (readonly string[])[] {
  const next = columns.map((ids) => [...ids])
  const indexes = next.map((_, index) => index)
  for (const column of isForward ? indexes : indexes.reverse()) {
    const placeOf = places(next)
    const pullOf = new Map(
      (next[column] ?? []).map((id) => {
        const shares = edges.flatMap(({ from, to }) => {
          const other = from === id ? to : to === id ? from : null
          const place = other === null ? undefined : placeOf.get(other)
          if (!place || place.column === column) return []
          return place.column < column === isForward ? [place.share] : []
        })
        const own = placeOf.get(id)?.share ?? 0
        return [id, shares.length === 0 ? own : mean(shares)] as const
      }),
    )
    next[column]?.sort((a, b) => (pullOf.get(a) ?? 0) - (pullOf.get(b) ?? 0))
  }
  return next
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
