import type { JsonValue, Uuid, Words } from '../../base/index.ts'
import type { Figure } from '../figures/index.ts'
import type { Outcome } from '../rules/index.ts'

/** Where a version stands. A signed one is never changed again. */
export const LIST_STATES = ['draft', 'submitted', 'signed'] as const
export type ListState = (typeof LIST_STATES)[number]

/** What persons do to a version. */
export type ListAct = 'draw' | 'curate' | 'submit' | 'return' | 'sign'

/** Names one version: the list with this id, of this chain, the how-manieth. */
export interface VersionKey {
  readonly chain: Uuid
  readonly list: string
  readonly number: number
}

/** What stands in one column of a row. Without figures it is 未明. */
export interface ListCell {
  readonly column: string
  /** Values with their ground. */
  readonly figures: readonly Figure[]
  /** What each figure means in the closed words of the program: a verdict, a mark, a distance. */
  readonly codes: readonly (string | null)[]
  /** Said in the place of the figures' own text: a kind, or what a figure is about. */
  readonly words: Words | null
}

/** One condition of the entry rule, as it came out for a row. */
export interface ListCondition {
  readonly words: Words
  /** As the definition writes it. */
  readonly rule: string
  /** A condition that is not needed is shown and does not decide. */
  readonly needed: boolean
  readonly outcome: Outcome
  /** Why it is not known; null where it is. */
  readonly reason: Words | null
  /** The values it looked at. */
  readonly actual: readonly Figure[]
}

/** That a person put a row here or took it out, with the claim it rests on. */
export interface Curation {
  readonly act: 'add' | 'remove'
  readonly reason: string
  readonly claim: Uuid
  readonly by: Uuid
  /** UTC, ISO 8601. */
  readonly at: string
}

/** That the file of the list names a row, and what it gives for it. */
export interface PackGround {
  /** Version of the file. */
  readonly version: number
  /** What the file calls it: a name, or a scheme and a code. */
  readonly named: readonly string[]
  readonly reason: Words
  readonly citation: string
}

/** A row that the file names and that is not in the list. */
export interface WaitingRow {
  /** Its name, or its scheme and code. */
  readonly name: string
  readonly kind: string
  readonly why: Words
  readonly reason: Words
  readonly citation: string
}

/** What a version keeps of a row beside its place; JSON throughout, so that it is kept as it is. */
export interface RowContent {
  readonly kind: string
  readonly name: Figure
  /** What put it there; a row that the rule lets in is there by the rule, whoever else names it. */
  readonly entered: 'rule' | 'pack' | 'person'
  /** Absent where the file does not name it. */
  readonly pack?: PackGround
  readonly cells: readonly ListCell[]
  readonly conditions: readonly ListCondition[]
  /** Who governs the thing; null where nobody says. */
  readonly office: Figure | null
}

/** A row as a version keeps it. */
export interface StoredRow {
  readonly thing: Uuid
  /** From 1; null for a row that a person took out. */
  readonly place: number | null
  readonly content: RowContent
  readonly curation: Curation | null
}

/** A row without what it holds: where it stands, and by what it is decided who sees it. */
export interface RowOutline {
  readonly thing: Uuid
  readonly place: number | null
  readonly name: string
  /** Figure of the name. */
  readonly nameId: string
  readonly entered: RowContent['entered']
  /** Figures that the needed conditions looked at. */
  readonly decisive: readonly string[]
  /** The claim by which a person changed it. */
  readonly curated: Uuid | null
}

/** A version as it is kept. */
export interface StoredVersion extends VersionKey {
  readonly state: ListState
  /** Grows with every change, so that two people cannot change one draft past each other. */
  readonly revision: number
  /** The definition by which it was drawn up, as its file said it. */
  readonly definition: JsonValue
  /** The days it looks at: the moment of knowledge, and the day of which it speaks. */
  readonly known: string
  readonly valid: string
  /** Division code of the office that drew it up, from which places are near or far. */
  readonly home: string
  /** How many things were looked at, and of how many a condition is not known. */
  readonly candidates: number
  readonly undecided: number
  /** SHA-256 over the rows, set by the signature. */
  readonly seal: string | null
}

/** What a person did to a version, and when. */
export interface ListStep {
  readonly act: ListAct
  readonly by: { readonly id: Uuid; readonly name: string }
  /** UTC, ISO 8601. */
  readonly at: string
  readonly note: string | null
  /** How the desk confirmed at that moment. */
  readonly mode: 'four-eyes' | 'one-person'
}

/** How a row differs from the version it is compared with; null where there is none. */
export type RowChange = 'added' | 'changed' | 'removed' | 'same'

/** A column whose value differs. */
export interface CellChange {
  readonly column: string
  readonly before: string | null
  readonly after: string | null
}

/** A row as a reader may see it. */
export interface ListRow extends StoredRow {
  readonly change: RowChange | null
  readonly changes: readonly CellChange[]
  /** How many sources it rests on, of those that the reader may see. */
  readonly sources: number
  /** ISO date of the newest of them; null where none says. */
  readonly basis: string | null
  /** A ground is older than its kind of fact may be. */
  readonly stale: boolean
  readonly synthetic: boolean
  /** How many of its grounds no longer stand today. */
  readonly fallen: number
}

/** What the rail beside a list counts. */
export interface ListCounts {
  readonly rows: number
  readonly marked: number
  readonly single: number
  readonly stale: number
  readonly fallen: number
  readonly unassigned: number
  readonly synthetic: number
}
