/** What is different between two states of one chain, stage by stage. Pure. */
import type { ChainMap, MarkWord, StageTile, VerdictWord } from '../api/index.ts'

export interface Change {
  isNew: boolean
  from: VerdictWord | null
  to: VerdictWord
  marksAdded: readonly MarkWord[]
  marksRemoved: readonly MarkWord[]
}

export interface Changes {
  byStage: ReadonlyMap<string, Change>
  removed: readonly StageTile[]
  /** How often each turn of a verdict happened, the most frequent first. */
  turns: readonly { from: VerdictWord; to: VerdictWord; count: number }[]
}

export const NO_CHANGES: Changes = { byStage: new Map(), removed: [], turns: [] }

export function changesBetween(before: ChainMap, after: ChainMap): Changes {
  const formerly = new Map(before.stages.map((stage) => [stage.id, stage]))
  const byStage = new Map<string, Change>()
  for (const stage of after.stages) {
    const change = changeOf(formerly.get(stage.id), stage)
    if (change) byStage.set(stage.id, change)
  }
  const now = new Set(after.stages.map(({ id }) => id))
  return {
    byStage,
    removed: before.stages.filter(({ id }) => !now.has(id)),
    turns: countTurns([...byStage.values()]),
  }
}

function changeOf(before: StageTile | undefined, after: StageTile): Change | null {
  const to = after.verdict.word
  const marks = after.marks.map(({ mark }) => mark)
  if (!before) return { isNew: true, from: null, to, marksAdded: marks, marksRemoved: [] }
  const former = before.marks.map(({ mark }) => mark)
  const marksAdded = marks.filter((mark) => !former.includes(mark))
  const marksRemoved = former.filter((mark) => !marks.includes(mark))
  const isTurned = before.verdict.word !== to
  if (!isTurned && marksAdded.length === 0 && marksRemoved.length === 0) return null
  return { isNew: false, from: isTurned ? before.verdict.word : null, to, marksAdded, marksRemoved }
}

function countTurns(changes: readonly Change[]) {
  const counts = new Map<string, { from: VerdictWord; to: VerdictWord; count: number }>()
  for (const { from, to } of changes) {
    if (from === null) continue
    const key = `${from}:${to}`
    const turn = counts.get(key) ?? { from, to, count: 0 }
    counts.set(key, { ...turn, count: turn.count + 1 })
  }
  return [...counts.values()].sort((a, b) => b.count - a.count)
}
