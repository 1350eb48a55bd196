/** Shapes of lists as the screens read them; `agreement.ts` holds them to the server's schema. */
import type { ClaimView, Figure, Words } from './types.ts'

export type ListState = 'draft' | 'submitted' | 'signed'
export type RowChange = 'added' | 'changed' | 'removed' | 'same'

/** What the file of a list says of it. */
export interface ListHead {
  id: string
  order: number
  words: Words
  about: Words
  leaves: Words
  fill: Words
  curated: boolean
  kinds: string[]
  rules: { words: Words; rule: string; needed: boolean }[]
  columns: { id: string; words: Words; align: 'start' | 'end'; shown: boolean }[]
}

export interface ListVersionHead {
  number: number
  state: ListState
  known: string
  valid: string
  candidates: number
  undecided: number
  rows: number
  seal: string | null
}

export interface ListStep {
  act: 'draw' | 'curate' | 'submit' | 'return' | 'sign'
  by: { id: string; name: string }
  at: string
  note: string | null
  mode: 'four-eyes' | 'one-person'
}

export interface ListCell {
  column: string
  figures: Figure[]
  /** Of each figure: a verdict, a mark, a distance, in closed words. */
  codes: (string | null)[]
  words: Words | null
}

export interface ListRow {
  thing: string
  kind: string
  name: Figure
  /** Null for a row that is not in the list. */
  place: number | null
  entered: 'rule' | 'pack' | 'person'
  /** What the file of the list gives for a row that it names. */
  pack: { version: number; reason: Words; citation: string } | null
  change: RowChange | null
  changes: { column: string; before: string | null; after: string | null }[]
  cells: ListCell[]
  reasons: Words[]
  office: Figure | null
  curation: { act: 'add' | 'remove'; reason: string; claim: string; at: string } | null
  sources: number
  basis: string | null
  stale: boolean
  synthetic: boolean
  fallen: number
}

export interface ListView {
  chain: { id: string; name: string; synthetic: boolean }
  list: ListHead
  atHand: boolean
  version: ListVersionHead | null
  steps: ListStep[]
  onePerson: boolean
  compared: number | null
  /** A page of the rows that were asked for. */
  rows: ListRow[]
  /** How many were asked for, over all pages. */
  total: number
  next: string | null
}

/** What is to be known of all rows of a version. */
export interface ListCounts {
  number: number
  counts: {
    rows: number
    marked: number
    single: number
    stale: number
    fallen: number
    unassigned: number
    synthetic: number
  }
  /** Rows that the file names and that are not in the version. */
  waiting: string[]
  compared: number | null
  changes: Record<RowChange, number>
}

export type Audience = 'public' | 'internal'
export type ListFormat = 'xlsx' | 'docx' | 'csv' | 'bundle'

/** What a copy of a version would hold, and what would be hidden from its readers. */
export interface ListReview {
  audience: Audience
  audiences: { id: Audience; words: Words }[]
  /** A bundle only of a signed version. */
  formats: ListFormat[]
  rows: number
  cells: number
  grounds: number
  hidden: {
    reason: 'label' | 'partner' | 'personal'
    what: Words
    why: Words
    rows: number
    cells: number
    quotes: number
    where: { name: string; column: Words | null }[]
  }[]
  stamps: Words[]
}

/** What a copy of the graph would hold, and what would be hidden from its readers. */
export interface GraphReview {
  title: string
  audience: Audience
  facts: number
  things: number
  sources: number
  hidden: {
    reason: 'label' | 'partner' | 'personal'
    what: Words
    why: Words
    facts: number
    quotes: number
  }[]
  stamps: Words[]
}

export interface ListsAnswer {
  chain: { id: string; name: string; synthetic: boolean } | null
  items: {
    list: ListHead
    atHand: boolean
    newest: ListVersionHead | null
    signed: number | null
  }[]
}

export interface ListWhy {
  thing: string
  name: Figure
  row: ListRow | null
  conditions: {
    words: Words
    rule: string
    needed: boolean
    outcome: 'holds' | 'fails' | 'unknown'
    reason: Words | null
    actual: Figure[]
    claims: ClaimView[]
  }[]
  leaves: Words
  curatedBy: ClaimView | null
}

export interface ListGaps {
  candidates: number
  enter: number
  undecided: number
  conditions: {
    words: Words
    rule: string
    needed: boolean
    holds: number
    fails: number
    unknown: number
    missing: { words: Words; things: number }[]
  }[]
  things: {
    thing: string
    kind: string
    name: Figure
    waits: { words: Words; reason: Words }[]
  }[]
  /** Rows that the file names and that wait. */
  named: { name: string; kind: string; why: Words; reason: Words; citation: string }[]
  fill: Words
}
