// What the reading thread is asked to do; plain data, since it crosses into another thread.
import type { Uuid } from '../../base/index.ts'
import type { Locator } from '../../graph/evidence/index.ts'
import type { PlaceFound } from '../../graph/figures/index.ts'
import type { Chunk } from '../../graph/intake/index.ts'
import type {
  Correction,
  DocumentText,
  FileKind,
  GridSheet,
  Proposal,
  RowReading,
  SheetHead,
  SheetRow,
  Statement,
} from '../../graph/reading/index.ts'

/** A file that lies in the blob store. */
export interface FileOnDisk {
  readonly fileName: string
  readonly path: string
}

/** Read a source through a mapping, leaving out chunks that are stored already. */
export interface ImportTask {
  readonly kind: 'import'
  readonly file: FileOnDisk
  readonly mapping: unknown
  readonly tenant: number
  readonly source: Uuid
  readonly batch: Uuid
  readonly label: number
  /** Class of the source, by which the publishing policy decides. */
  readonly sourceClass: string
  /** Who reads: the mapping and the beginning of its hash, so that each edition is its own reader. */
  readonly reader: string
  readonly skip: number
  /** Text sources that rows may quote. */
  readonly documents: readonly {
    readonly fileName: string
    readonly source: Uuid
    readonly text: string
    readonly label: number
  }[]
  /** Other tables that the mapping looks values up in. */
  readonly lookups: readonly FileOnDisk[]
}

/** Read the words at one place again, from the bytes. */
export interface PlaceTask {
  readonly kind: 'place'
  readonly file: FileOnDisk
  readonly locator: Locator
  /** The rule that made the stored text of the source; null where none was kept. */
  readonly textVersion: string | null
  /** The pages that the place lies on, and where the first of them begins in the whole text. */
  readonly pages: { readonly from: number; readonly to: number; readonly start: number } | null
}

/** Read a document whole. */
export interface DocumentTask {
  readonly kind: 'document'
  readonly file: FileOnDisk
}

/** Read the first rows of a source, through a mapping or through the one that fits. */
export interface PreviewTask {
  readonly kind: 'preview'
  readonly file: FileOnDisk
  /** Name of the sheet to look at; the first one when null. */
  readonly sheet: string | null
  readonly mapping: unknown
  /** Mappings that are kept; the first that fits is tried when none is asked for. */
  readonly candidates: readonly unknown[]
  readonly lookups: readonly FileOnDisk[]
  /** What a person has said of single columns; a proposal made by example follows it. */
  readonly corrections: readonly Correction[]
  /** Who is named as publisher where nothing says another. */
  readonly publisher: string
}

/** One sheet as far as a preview reads it; `rows` is null where the end was not reached. */
export interface SheetPreview {
  readonly head: SheetHead
  readonly rows: number | null
  readonly sample: readonly SheetRow[]
}

export interface TablePreview {
  readonly fileKind: FileKind
  readonly sheets: readonly SheetPreview[]
  /** Ids of the kept mappings that fit. */
  readonly fitting: readonly string[]
  /** A mapping made by example, where the titles and rows say enough. */
  readonly proposal: Proposal | null
  /** Which of the sheets was read. */
  readonly sheet: number
  /** What a mapping makes of the first rows; null where there was none to try. */
  readonly rows: {
    readonly mapping: string
    readonly shown: readonly ({ readonly row: number } & RowReading)[]
    readonly counts: Readonly<Record<RowReading['outcome'] | 'claims', number>>
  } | null
}

/** Read every row of a workbook as it stands. */
export interface GridTask {
  readonly kind: 'grid'
  readonly file: FileOnDisk
}

/** Read what a text says: one that is stored, or that of a file. */
export interface StatementsTask {
  readonly kind: 'statements'
  readonly from: { readonly text: string } | { readonly file: FileOnDisk }
  /** Kinds of statement; all when empty. */
  readonly kinds: readonly string[]
}

/** A statement with its place in the text whose blanks are all left out. */
export interface PlacedStatement extends Statement {
  readonly strippedStart: number
  readonly strippedEnd: number
}

/** What a text says, and which edition of the reader says so. */
export interface StatementsRead {
  readonly reader: string
  readonly statements: readonly PlacedStatement[]
}

export type ReadingTask =
  | ImportTask
  | PlaceTask
  | PreviewTask
  | DocumentTask
  | GridTask
  | StatementsTask

export type ReadingResult =
  | { readonly kind: 'import'; readonly rows: number }
  | { readonly kind: 'place'; readonly found: PlaceFound | null }
  | { readonly kind: 'document'; readonly document: DocumentText }
  | { readonly kind: 'preview'; readonly preview: TablePreview }
  | { readonly kind: 'grid'; readonly sheets: readonly GridSheet[] }
  | ({ readonly kind: 'statements' } & StatementsRead)

/** How many pages of a document were read so far. */
export interface PagesRead {
  readonly done: number
  readonly total: number
}

export type ReadingMessage = Chunk | PagesRead
