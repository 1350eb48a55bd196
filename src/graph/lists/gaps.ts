import { Problem, type Words } from '../../base/index.ts'
import type { ChainReading } from '../chain/index.ts'
import type { Figure } from '../figures/index.ts'
import { type Outcome, REASONS } from '../rules/index.ts'
import type { ListDefinition } from './definition.ts'
import { type Judged, judge } from './entry.ts'
import { candidatesOf, openGround } from './ground.ts'
import { type ListKnowledge, type ListOfChain, labelIn } from './knowledge.ts'
import type { WaitingRow } from './model.ts'
import { findNamed } from './named.ts'

/** How one condition came out over all candidates. */
export interface ConditionGap {
  readonly words: Words
  readonly rule: string
  readonly needed: boolean
  readonly holds: number
  readonly fails: number
  readonly unknown: number
  /** What nobody says, of how many candidates. */
  readonly missing: readonly { readonly words: Words; readonly things: number }[]
}

/** A thing that could enter if more was known of it. */
export interface Undecided {
  readonly thing: string
  readonly kind: string
  readonly name: Figure
  /** The needed conditions that are not known, with the reason. */
  readonly waits: readonly { readonly words: Words; readonly reason: Words }[]
}

/** Why things do not enter a list today. */
export interface ListGaps {
  readonly candidates: number
  readonly enter: number
  readonly undecided: number
  readonly conditions: readonly ConditionGap[]
  /** The first of those of which a needed condition is not known, and none fails. */
  readonly things: readonly Undecided[]
  /** Rows that the file names and that are not in the list. */
  readonly named: readonly WaitingRow[]
  /** In words, how to bring what is missing. */
  readonly fill: Words
}

const UNDECIDED_SHOWN_MAX = 100

interface Tally {
  readonly counts: Record<Outcome, number>
  readonly missing: Map<string, number>
}

/**
 * What keeps things out of a list as of the days of the reading: how each condition came out over
 * all candidates, and which things wait for something to become known.
 * Problem: `not-found` for the chain or the list.
 */
export async function readGaps(
  reading: ChainReading,
  knowledge: ListKnowledge,
  { chain, list }: ListOfChain,
): Promise<ListGaps> {
  const definition = knowledge.lists.get(list)
  const ground = await openGround(reading, knowledge.vocabulary, chain)
  if (definition === undefined || ground === null) throw new Problem('not-found')
  const tallies = definition.rules.map(
    (): Tally => ({
      counts: { holds: 0, fails: 0, unknown: 0 },
      missing: new Map(),
    }),
  )
  const totals = { candidates: 0, enter: 0, undecided: 0 }
  const things: Undecided[] = []
  for await (const page of candidatesOf(ground, definition)) {
    for (const judged of page.map((candidate) => judge(definition, candidate))) {
      totals.candidates += 1
      if (judged.outcome === 'holds') totals.enter += 1
      count(definition, judged, tallies)
      if (judged.outcome !== 'unknown') continue
      totals.undecided += 1
      if (things.length < UNDECIDED_SHOWN_MAX) things.push(undecided(judged))
    }
  }
  const conditions = definition.rules.map(({ rule, words, needed }, at) => ({
    ...{ words, rule: rule.text, needed },
    ...(tallies[at]?.counts ?? { holds: 0, fails: 0, unknown: 0 }),
    missing: [...(tallies[at]?.missing ?? [])]
      .toSorted(([, one], [, other]) => other - one)
      .map(([name, number]) => ({ words: labelIn(knowledge, name), things: number })),
  }))
  const { waiting: named } = await findNamed(ground, definition)
  return { ...totals, conditions, things, named, fill: definition.file.fill }
}

function count({ rules }: ListDefinition, judged: Judged, tallies: readonly Tally[]): void {
  for (const [at, { outcome }] of judged.conditions.entries()) {
    const tally = tallies[at]
    if (tally === undefined) continue
    tally.counts[outcome] += 1
    if (outcome !== 'unknown') continue
    for (const name of rules[at]?.rule.uses ?? []) {
      const value = judged.candidate.named.get(name)?.value ?? null
      if (value === null) tally.missing.set(name, (tally.missing.get(name) ?? 0) + 1)
    }
  }
}

function undecided({ candidate, conditions }: Judged): Undecided {
  const waits = conditions
    .filter(({ needed, outcome }) => needed && outcome === 'unknown')
    .map(({ words, reason }) => ({ words, reason: reason ?? REASONS['not-known'] }))
  return { thing: candidate.id, kind: candidate.kind, name: candidate.name, waits }
}
