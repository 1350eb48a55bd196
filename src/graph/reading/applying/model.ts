import type { Quantity, Words } from '../../../base/index.ts'
import type { ClaimDraft } from '../../evidence/index.ts'
import type { Verdict } from '../mapping/index.ts'

/** Why a row was held or refused, or a cell set aside. */
export interface RowReason {
  /** Name of the mapping's field; null when the row as a whole is meant. */
  field: string | null
  /** The cells in question: C12. */
  cells: string | null
  code: string
  words: Words
}

/** A claim as a row states it. */
export interface ReadClaim extends ClaimDraft {
  /** It waits for a person: its row was held, or the cell that it rests on. */
  held: boolean
  /** File name of the document that the row quotes; `quote` stands there and not in the table. */
  document: string | null
}

/**
 * What a mapping makes of one row. `held`: something of it waits for a person, and each claim says
 * itself whether it does. `refused`: it has no claims and goes back to be mended.
 */
export interface RowReading {
  outcome: 'ok' | 'held' | 'refused'
  reasons: RowReason[]
  claims: ReadClaim[]
  /** Values of the fields as text, when asked for. */
  fields?: Record<string, string>
}

/** A step that could not read its text. */
export interface Fault {
  code: string
  words: Words
  verdict?: Verdict
}

/** The fields of the row at hand, by the number of the field; the arrays are used again. */
export interface RowState {
  row: number
  cells: readonly string[]
  texts: (string | null)[]
  quantities: (Quantity | null)[]
  lists: (readonly string[] | null)[]
  /** The cell of the field is set aside for a person. */
  aside: boolean[]
}
