import type { Quantity, Uuid, Words } from '../../base/index.ts'

export const ROUND_STATES = ['draft', 'sent', 'closed'] as const
export type RoundState = (typeof ROUND_STATES)[number]

/** Why a cell is asked: nothing stands there, or what stands is older than its kind may be. */
export type AskedWhy = 'missing' | 'stale'

/** What became of a cell that was asked. */
export const CELL_STATES = ['open', 'declined', 'waiting', 'accepted', 'refused'] as const
export type CellState = (typeof CELL_STATES)[number]

/** Cells that need not be asked, by what spares them. */
export interface Saved {
  /** A value stands and is fresh. */
  readonly known: number
  /** Another open round asks it. */
  readonly elsewhere: number
  /** An answer of another round waits for its acceptance and is not too old. */
  readonly answered: number
}

/** One collection round. Days are ISO. */
export interface Round {
  readonly tenant: number
  readonly id: Uuid
  /** Six signs that stand on every sheet. */
  readonly code: string
  readonly title: string
  readonly state: RoundState
  /** Kind of the things asked about. */
  readonly kind: string
  readonly chain: Uuid
  /** Division code; null for everywhere. */
  readonly region: string | null
  /** A list of the chain whose rows are the scope; null for all of the chain. */
  readonly list: string | null
  readonly properties: readonly string[]
  readonly answeredBy: 'department' | 'firm'
  /** The time that answers speak of; `validTo` is the first day after it, null where it is open. */
  readonly validFrom: string
  readonly validTo: string | null
  readonly due: string
  /** Label of what comes back. */
  readonly label: number
  readonly saved: Saved
  /** The body that asks, as it was called then. */
  readonly office: string
  readonly createdBy: Uuid
  readonly createdAt: string
  readonly sentAt: string | null
  readonly closedAt: string | null
}

/**
 * A cell on a sheet. `known`: stands and is shown; `held`: stands, but this recipient may not see
 * it; `elsewhere`: another round or another recipient answers it.
 */
export interface SheetCell {
  readonly state: 'asked' | 'known' | 'held' | 'elsewhere'
  /** What is printed there; '' where it is asked. */
  readonly text: string
}

/** One thing on a sheet, its cells in the order of the columns. */
export interface SheetRow {
  /** Hidden on the row: the code of the workbook and eight signs of its own. */
  readonly key: string
  readonly thing: Uuid
  /** Credit code, or the key that it has instead. */
  readonly code: string
  readonly name: string
  readonly cells: readonly SheetCell[]
}

/** What one recipient is sent. */
export interface Sheet {
  /** Properties, as columns. */
  readonly columns: readonly string[]
  readonly rows: readonly SheetRow[]
}

/** Who is asked: an organisation with an account here, or a firm that is reached otherwise. */
export interface Recipient {
  readonly ordinal: number
  readonly organisation: Uuid | null
  readonly name: string
  /** Credit code of a firm; null for a department. */
  readonly code: string | null
  readonly sheet: Sheet
}

/** A cell that is asked. */
export interface AskedCell {
  readonly thing: Uuid
  readonly property: string
  /** Ordinal of the recipient. */
  readonly recipient: number
  readonly why: AskedWhy
  /** The reason for asking what another round asks or has an answer to; null for the first asking. */
  readonly again: string | null
}

/** What was wrong at one place of a returned workbook, or worth knowing. */
export interface ReturnProblem {
  readonly code: string
  /** Whether what stands there was taken all the same. */
  readonly taken: boolean
  readonly sheet: string | null
  readonly row: number | null
  /** `F12`; null where the row as a whole is meant. */
  readonly cell: string | null
  readonly thing: Uuid | null
  /** What the row is called, or what stands where its name should. */
  readonly name: string
  /** What was written there, letter for letter, so that nothing is lost. */
  readonly given: string
  readonly words: Words
}

/** An answer read from one cell. */
export interface Answer {
  readonly thing: Uuid
  readonly property: string
  /** Null in a text table. */
  readonly sheet: string | null
  readonly row: number
  readonly cell: string
  /** The words of the cell. */
  readonly printed: string
  readonly text: string | null
  readonly quantity: Quantity | null
}

/** A cell in which the recipient says that it cannot answer. */
export type Declined = Pick<Answer, 'thing' | 'property'>

/** What a returned workbook came to. */
export interface Judged {
  readonly answers: readonly Answer[]
  readonly declined: readonly Declined[]
  readonly problems: readonly ReturnProblem[]
  /** Asked cells without any answer. */
  readonly unanswered: number
}

export interface ReturnCounts {
  /** Answers that were new, and those that repeat what this recipient had answered before. */
  readonly answers: number
  readonly repeated: number
  readonly declined: number
  readonly unanswered: number
}

/** One returned workbook. */
export interface ReturnRow {
  readonly recipient: number
  readonly number: number
  readonly source: Uuid
  readonly fileName: string
  readonly returnedBy: string
  readonly returnedAt: string
  readonly counts: ReturnCounts
  readonly problems: readonly ReturnProblem[]
}
