import type { Uuid } from '../../base/index.ts'

/**
 * What somebody did that changed nothing: read what was entrusted to the office, took something out
 * of the house, was refused, signed in or tried to, looked into these records.
 */
export const ACTS = ['read', 'export', 'refusal', 'sign-in', 'audit'] as const
export type ActKind = (typeof ACTS)[number]

/** One act, before it is written down. Nothing in it is a content, a secret or a searched word. */
export interface Access {
  readonly act: ActKind
  readonly at: Date
  /** Null for somebody whose login is not known. */
  readonly person: Uuid | null
  readonly organisation: Uuid | null
  readonly role: string | null
  readonly request: Uuid | null
  /** Network address of the client; empty for work without a request. */
  readonly address: string
  /** Method and pattern of the route, `GET /api/claims/{id}`. */
  readonly route: string
  /** Labels of what was answered; none where nothing was. */
  readonly labels: readonly number[]
  /** The kind of thing, and its id or address within it. */
  readonly what: string
  readonly object: string
  /** How many things with these labels were answered. */
  readonly count: number
  /** Code of the problem that was answered instead; null where it went through. */
  readonly code: string | null
}

/** An act as it was written down. */
export interface AccessRecord extends Omit<Access, 'at' | 'labels'> {
  /** Ascends in the order in which acts were written. */
  readonly sequence: string
  /** UTC, ISO 8601. */
  readonly at: string
  readonly personName: string | null
  readonly organisationName: string | null
  readonly levels: readonly string[]
}

/**
 * A command that went through, as its entry in the log tells it. What it was given and answered stays
 * in the entry: it may hold what whoever audits may not see.
 */
export interface CommandRecord {
  readonly sequence: string
  readonly entry: Uuid
  readonly command: string
  readonly at: string
  readonly person: Uuid
  readonly personName: string | null
  readonly organisation: Uuid | null
  readonly organisationName: string | null
  readonly role: string | null
  /** Its place in the signed tree; null while it waits. */
  readonly leaf: string | null
}

/** Which records are meant; what is absent or null means all. */
export interface AuditQuestion {
  /** Moments, the first inclusive and the second not. */
  readonly from: string | null
  readonly until: string | null
  readonly person: Uuid | null
  readonly organisation: Uuid | null
  readonly role: string | null
  /** An act, or the beginning of the name of a command. */
  readonly kind: string | null
  readonly object: string | null
  readonly result: 'answered' | 'refused' | null
}

/** A page from the newest to the oldest; `before` is the sequence of the last one of the page before. */
export interface AuditPage {
  readonly before: string | null
  readonly limit: number
}
