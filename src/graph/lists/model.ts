import type { Uuid, Words } from '../../base/index.ts'
import type { MarkWord, VerdictWord } from '../chain/index.ts'
import type { Figure } from '../figures/index.ts'
import type { Outcome } from '../rules/index.ts'

/** Where a version stands; each state is reached by one step of the one before. */
export const LIST_STATES = ['draft', 'checked', 'reviewed', 'countersigned', 'signed'] as const
export type ListState = (typeof LIST_STATES)[number]

/** What persons do to a version. `undo` takes back the newest of the others. */
export type ListAct = 'draft' | 'check' | 'review' | 'countersign' | 'sign' | 'undo'

/** How a row differs from the last signed version; null where none was signed yet. */
export type RowChange = 'added' | 'changed' | 'removed' | 'same'

/** A column as screens and exports head it. */
export interface ListColumn {
  readonly id: string
  readonly words: Words
  readonly align: 'start' | 'end'
  /** Shown at first; the others wait in the chooser. */
  readonly shown: boolean
}

/** What stands in one column of a row; no figure and no words mean 未明. */
export interface ListCell {
  readonly column: string
  /** Values with their ground. */
  readonly figures: readonly Figure[]
  /** Words that need no source: what the figure beside it is about. */
  readonly words: Words | null
}

/** One condition of the entry rule, as it came out for a row. */
export interface ListCondition {
  readonly words: Words
  readonly outcome: Outcome
  /** The values it looked at. */
  readonly actual: readonly Figure[]
  /** Why it is not known; null where it is. */
  readonly reason: Words | null
}

/** A column whose value differs from the last signed version. */
export interface CellChange {
  readonly column: string
  readonly before: string | null
  readonly after: string | null
}

/** One row of a list, with why it is here. */
export interface ListRow {
  readonly thing: Uuid
  readonly kind: string
  readonly name: Figure
  /** Place in the list from 1; null for a row that was removed. */
  readonly place: number | null
  readonly change: RowChange | null
  readonly changes: readonly CellChange[]
  readonly verdict: VerdictWord | null
  readonly marks: readonly MarkWord[]
  readonly cells: readonly ListCell[]
  /** `rule`: its conditions hold. `person`: somebody put it here, and said why. */
  readonly entered: 'rule' | 'person'
  readonly conditions: readonly ListCondition[]
  /** What a person wrote when the row was added or removed; null where nobody did. */
  readonly note: string | null
  readonly sources: number
  /** ISO date of the newest ground; null where no source says. */
  readonly basis: string | null
  readonly stale: boolean
  readonly synthetic: boolean
  /** Who answers for the row; null while nobody was named. */
  readonly office: string | null
}

/** What a person did to a version, and when. */
export interface ListStep {
  readonly act: ListAct
  readonly by: { readonly id: Uuid; readonly name: string }
  /** UTC, ISO 8601. */
  readonly at: string
  readonly note: string | null
  /** Of a check: how many figures were read again, and how many agree. */
  readonly figures: { readonly total: number; readonly agree: number } | null
  readonly rows: number
}

/** A version of a list of one chain. */
export interface ListVersion {
  readonly number: number
  readonly state: ListState
  /** The days it looks at: the moment of knowledge, and the day of which it speaks. */
  readonly known: string
  readonly valid: string
  readonly steps: readonly ListStep[]
  /** Made while the desk had one person; it is so for ever. */
  readonly onePerson: boolean
}

/** What the right rail counts. */
export interface ListCounts {
  readonly rows: number
  readonly marked: number
  readonly single: number
  readonly stale: number
  readonly unassigned: number
}

/** A list of a chain as it stands: working rows, or those of a signed version. */
export interface ListView {
  readonly chain: { readonly id: Uuid; readonly name: string; readonly synthetic: boolean }
  readonly list: string
  readonly words: Words
  readonly about: Words
  readonly leaves: Words
  readonly owner: string
  readonly columns: readonly ListColumn[]
  /** Null while no version was drafted. */
  readonly version: ListVersion | null
  /** The signed version that rows are compared with. */
  readonly signed: number | null
  readonly rows: readonly ListRow[]
  readonly counts: ListCounts
  /** How many things were looked at. */
  readonly candidates: number
  /** Of them, those of which a condition is not known. */
  readonly undecided: number
  readonly fill: Words
  readonly curated: boolean
  /** 示例阈值 where a threshold of the rule has no source. */
  readonly rule: string
}

/** A list in the overview of its chain. */
export interface ListSummary {
  readonly list: string
  readonly words: Words
  /** Null: nothing drafted and nothing signed. */
  readonly state: ListState | null
  readonly version: number | null
  readonly signed: number | null
}
