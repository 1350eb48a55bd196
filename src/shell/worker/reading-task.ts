// What the reading thread is asked to do; plain data, since it crosses into another thread.
import type { Uuid } from '../../base/index.ts'
import type { Locator } from '../../graph/evidence/index.ts'
import type { Chunk } from '../../graph/intake/index.ts'

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
  /** Who reads: the mapping and the beginning of its hash, so that each edition is its own reader. */
  readonly reader: string
  readonly skip: number
  /** Text sources that rows may quote. */
  readonly documents: readonly {
    readonly fileName: string
    readonly source: Uuid
    readonly text: string
  }[]
  /** Other tables that the mapping looks values up in. */
  readonly lookups: readonly FileOnDisk[]
}

/** Read the words at one place again, from the bytes. */
export interface PlaceTask {
  readonly kind: 'place'
  readonly file: FileOnDisk
  readonly locator: Locator
}

export type ReadingTask = ImportTask | PlaceTask

export type ReadingResult =
  | { readonly kind: 'import'; readonly rows: number }
  | { readonly kind: 'place'; readonly found: string | null }

export type ReadingMessage = Chunk
