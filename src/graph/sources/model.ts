import type { Uuid } from '../../base/index.ts'
import type { Caution } from '../reading/index.ts'

/** The classes of source that publishing policies speak of. */
export type SourceClass =
  | 'authoritative-table'
  | 'typed-list'
  /** A workbook of a collection round that came back. */
  | 'returned'
  | 'machine-read'
  | 'typed'
  | 'sample'
  /** A drawing of how such chains usually hang together; it is evidence of nothing. */
  | 'template'

/** What is known of a source when it is brought. */
export interface SourceFacts {
  readonly title: string
  readonly publisher: string
  /** ISO date on which the publisher published it; null where it does not say. */
  readonly publishedOn: string | null
  readonly class: SourceClass
  readonly label: number
  /** Citation or address of the original; null where there is none. */
  readonly origin: string | null
  readonly synthetic: boolean
}

/** One row of `source`. */
export interface SourceRow extends SourceFacts {
  readonly tenant: number
  readonly id: Uuid
  readonly mediaType: string
  readonly fileName: string
  readonly sha256: string
  readonly sizeBytes: number
  readonly broughtBy: Uuid
  readonly broughtAt: string
  readonly supersedes: Uuid | null
  /** Version of the normaliser that made the stored text; null until the source was read. */
  readonly textVersion: string | null
}

/** Title of one column of a table, with its letters. */
export interface ColumnTitle {
  readonly index: number
  readonly letters: string
  readonly title: string
}

/**
 * A stretch of a source as it was read: rows of a sheet, or text of a page. `first` and `last` are
 * sheet rows (from 1) for tables and code points (from 0, `last` exclusive) for text.
 */
export interface SourcePart {
  readonly part: number
  readonly sheet: string | null
  readonly page: number | null
  readonly first: number
  readonly last: number
  readonly columns: readonly ColumnTitle[] | null
  /** Text, or for tables the JSON of `[row, cell, cell, …][]`. */
  readonly content: string
}

/** A part without its content: what there is to open. */
export type PartHead = Omit<SourcePart, 'content'>

/** Rows of a sheet around a place. */
export interface SheetWindow {
  readonly sheet: string | null
  readonly columns: readonly ColumnTitle[]
  readonly rows: readonly { readonly row: number; readonly cells: readonly string[] }[]
  /** Number of the last row of the sheet. */
  readonly lastRow: number
}

/** How a document became text, or is about to. */
export interface SourceReading {
  readonly source: Uuid
  /** The job that reads it, which knows how far it is and why it failed. */
  readonly job: Uuid
  /** Null while it is being read, and where the format tells no pages. */
  readonly pages: number | null
  /** Code points; null until it was read to its end. */
  readonly characters: number | null
  readonly cautions: readonly Caution[]
  readonly readAt: string | null
}
