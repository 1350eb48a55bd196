import type { Uuid, Words } from '../../base/index.ts'
import type { ClaimRow, EncodedClaims, ThingRow } from '../evidence/index.ts'
import type { SourcePart } from '../sources/index.ts'

/** What became of a row of a table. */
export type Outcome = 'new' | 'changed' | 'same' | 'possible' | 'held' | 'refused'
export const OUTCOMES: readonly Outcome[] = [
  'new',
  'changed',
  'same',
  'possible',
  'held',
  'refused',
]

/** Why a row was held or refused, or what it may be the same as. */
export interface RowReason {
  readonly field: string | null
  readonly cells: string | null
  readonly code: string
  readonly words: Words
}

/** A row as the mapping left it, before it is compared with what is held. */
export interface MappedRow {
  readonly sheet: string | null
  readonly row: number
  readonly outcome: 'ok' | 'held' | 'refused'
  readonly reasons: readonly RowReason[]
  /** The cells of a row that did not pass, so that it can be sent back to be mended. */
  readonly cells: readonly string[] | null
  /** Its claims, as places in the chunk's list. */
  readonly claims: readonly number[]
}

/** As much of a claim as its comparison with what is held needs. */
export type ClaimMark = Pick<
  ClaimRow,
  'id' | 'source' | 'subject' | 'property' | 'object' | 'printed' | 'valid_from'
>

/** As much of a table as one transaction takes. */
export interface Chunk {
  readonly number: number
  readonly parts: readonly SourcePart[]
  readonly rows: readonly MappedRow[]
  readonly things: readonly ThingRow[]
  readonly claims: readonly ClaimMark[]
  /** The claims whole, with the facts of those that are not held. */
  readonly encoded: EncodedClaims
  /** Kind of each claim's subject, in the same order. */
  readonly kinds: readonly string[]
}

/** A stretch of consecutive rows with one outcome. */
export interface RowRange {
  readonly sheet: string | null
  readonly first: number
  readonly last: number
  readonly outcome: Outcome
  readonly reasons: readonly RowReason[]
  readonly cells: readonly string[] | null
}

export type Counts = Readonly<Record<Outcome | 'rows' | 'claims', number>>

export const NO_COUNTS: Counts = {
  rows: 0,
  claims: 0,
  new: 0,
  changed: 0,
  same: 0,
  possible: 0,
  held: 0,
  refused: 0,
}

export type BatchState = 'open' | 'ready' | 'published' | 'discarded'

/** One import of one source through one mapping. */
export interface BatchRow {
  readonly tenant: number
  readonly id: Uuid
  readonly source: Uuid
  readonly mappingId: string
  readonly mappingVersion: number
  readonly mappingHash: string
  readonly mapping: unknown
  readonly job: Uuid | null
  readonly state: BatchState
  readonly counts: Counts
  readonly createdBy: Uuid
  readonly createdAt: string
}

/** A mapping as it is kept. */
export interface StoredMapping {
  readonly id: string
  readonly version: number
  readonly hash: string
  readonly title: Words
  readonly content: unknown
  readonly createdAt: string
}
