import type { SuiteName } from '../log/index.ts'

/** The tree of one tenant. */
export interface LogTree {
  /** The name by which checkpoints say whose log they speak of; no two installations share it. */
  readonly origin: string
  readonly suite: SuiteName
  /** UTC, ISO 8601. */
  readonly beganAt: string
}

/** A key that signs for a log. */
export interface LogKey {
  /** Eight hex digits over name and key. */
  readonly id: string
  readonly name: string
  readonly suite: SuiteName
  readonly publicKey: Uint8Array
  readonly madeAt: string
}

/** A signed state of a tree. */
export interface Head {
  /** How many leaves it has. */
  readonly size: number
  readonly root: Uint8Array
  /** The hashes from which the tree goes on growing. */
  readonly edge: Uint8Array
  /** The id of the key that signed. */
  readonly key: string
  /** The checkpoint as a signed note. */
  readonly note: string
  readonly signedAt: string
}
