import type { Uuid, Words } from '../../base/index.ts'
import type { LabelLevel } from '../../trust/access/index.ts'
import type { AsOf } from '../evidence/index.ts'
import type { Figure } from '../figures/index.ts'
import type { DefinitionFile, ListState } from '../lists/index.ts'
import type { Audience, HiddenReason, ReviewedGround } from '../publication/index.ts'

/** Forms that are laid out as a paper, for whoever reads. */
export const PAPER_FORMATS = ['xlsx', 'docx', 'csv'] as const
export type PaperFormat = (typeof PAPER_FORMATS)[number]

/** All forms in which a list leaves: a bundle is for whoever verifies. */
export const LIST_FORMATS = [...PAPER_FORMATS, 'bundle'] as const
export type ListFormat = (typeof LIST_FORMATS)[number]

/** Which version is to go out, and who will read it. */
export interface ListRequest {
  readonly chain: Uuid
  readonly list: string
  readonly number: number
  readonly audience: Audience
}

/** What a figure rests on, as the review looks at it and as an export tells it. */
export interface FigureGround {
  readonly level: LabelLevel
  /** The claim of a figure that was read; null for one that was computed. */
  readonly claim: ReviewedGround | null
  /** Title of the source, or how the figure was computed. */
  readonly title: Words
  readonly publisher: string
  /** ISO date of the source, or else the day from which the claim holds. */
  readonly datedOn: string | null
  readonly place: Words
  readonly quote: string | null
}

/** A cell after the review. */
export interface OutgoingCell {
  readonly figures: readonly Figure[]
  /** Said in the place of the figures' own text. */
  readonly words: Words | null
  /** Why figures were taken out of it; null where none was. */
  readonly hidden: HiddenReason | null
}

/** What one figure that goes out rests on, with what may not be told already replaced. */
export interface OutgoingGround {
  readonly figure: Figure
  readonly column: Words
  readonly title: Words
  readonly publisher: string | Words
  readonly datedOn: string | null
  readonly place: Words
  readonly quote: string | Words | null
}

/** A row after the review. */
export interface OutgoingRow {
  readonly thing: Uuid
  readonly name: Figure
  /** In the order of the columns of the list. */
  readonly cells: readonly OutgoingCell[]
  readonly reasons: readonly Words[]
  readonly office: OutgoingCell
  /** ISO date of the newest source that goes out. */
  readonly basis: string | null
  readonly byHand: boolean
  /** The file of the list names it. */
  readonly named: boolean
  readonly stale: boolean
  readonly synthetic: boolean
  readonly fallen: boolean
  readonly grounds: readonly OutgoingGround[]
}

/** What was hidden for one reason, told to the exporter; `where` never leaves with the file. */
export interface HiddenLine {
  readonly reason: HiddenReason
  readonly what: Words
  readonly why: Words
  readonly rows: number
  readonly cells: number
  /** Quotations, titles and publishers of sources. */
  readonly quotes: number
  /** The first of them: a row, and the column where the row itself stays. */
  readonly where: readonly { readonly name: string; readonly column: Words | null }[]
}

/** A version of a list after the review, with what every copy of it must say. */
export interface OutgoingList {
  readonly file: DefinitionFile
  /** Without a name where the chain itself may not be named. */
  readonly chain: { readonly id: Uuid; readonly name: string | null }
  readonly number: number
  readonly state: ListState
  /** The day on which it was signed, and the hash over its rows. */
  readonly signedOn: string | null
  readonly seal: string | null
  readonly asOf: AsOf
  readonly audience: Audience
  readonly audienceWords: Words
  /** The office that issues the copy. */
  readonly office: string
  readonly rows: readonly OutgoingRow[]
  readonly hidden: readonly HiddenLine[]
  /** Sentences on every copy: a draft, invented data, a desk of one person. */
  readonly stamps: readonly Words[]
  /** Labels of what was read for it, for the audit of who read what. */
  readonly labels: readonly number[]
  /** Version of the policy by which it was reviewed. */
  readonly policy: number
}
