// What the doctor looks at, and what a check says.
import type { DatabaseFacts, EmbeddedFiles } from '../../store/index.ts'
import type { SuiteName } from '../../trust/log/index.ts'

/** Everything that is checked, in the order in which it is told. */
export const CHECK_IDS = [
  'node',
  'server',
  'directory',
  'lock',
  'space',
  'durability',
  'database',
  'settings',
  'wall',
  'migrations',
  'queue',
  'workers',
  'log',
  'witnesses',
  'backup',
  'journal',
  'clock',
  'exposure',
  'sample',
] as const

export type CheckId = (typeof CHECK_IDS)[number]

/** `look`: it works, and somebody should look here. `broken`: it does not do what it promises. */
export type CheckState = 'good' | 'look' | 'broken'

/** One finding, in one language. */
export interface Check {
  readonly id: CheckId
  readonly state: CheckState
  readonly what: string
  readonly why: string
  /** Null where nothing is to be done. */
  readonly next: string | null
}

/** What of the queue and the log is not finished. */
export interface Backlogs {
  readonly waiting: number
  readonly running: number
  /** Running jobs without a sign of life. */
  readonly silent: number
  readonly waitingSince: string | null
  /** Suites in which logs have begun. */
  readonly suites: readonly SuiteName[]
  readonly signed: number
  readonly signedAt: string | null
  readonly unsigned: number
  readonly unsignedSince: string | null
}

/** What was seen; null for what could not be asked. */
export interface Seen {
  readonly now: Date
  readonly node: string
  readonly version: string
  /** Whether a server answers for this directory. */
  readonly isServed: boolean
  readonly directory: {
    readonly path: string
    readonly isThere: boolean
    readonly isWritable: boolean
    readonly isOpenToOthers: boolean
    readonly freeBytes: number
  }
  /** Of the embedded store. */
  readonly embedded: EmbeddedFiles | null
  readonly database: DatabaseFacts | { readonly unreachable: string } | null
  readonly backlogs: Backlogs | null
  /** The suite that the settings ask for, and those that this build of Node cannot compute. */
  readonly suite: { readonly asked: SuiteName | null; readonly lacks: readonly SuiteName[] }
  /** Kinds of job that the server works on. */
  readonly kinds: number | null
  readonly witnesses: {
    readonly count: number
    readonly late: readonly string[]
    readonly forks: number
  } | null
  readonly backup: { readonly takenAt: string; readonly sizeBytes: number } | null
  /** Of the embedded store: bytes of all its segments. */
  readonly journal: {
    readonly sizeBytes: number
    readonly isStopped: boolean
    readonly needsBackup: boolean
  } | null
  readonly exposure: {
    readonly host: string
    readonly kind: 'local' | 'tls' | 'proxy' | 'open' | 'certificate'
    /** Until when the certificate is good; null where there is none or it cannot be read. */
    readonly certificateUntil: string | null
  }
  /** `absent` where it was asked for and is not there. */
  readonly sample: 'none' | 'installed' | 'absent' | null
}
