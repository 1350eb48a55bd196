import assert from 'node:assert'
import { canonicalJson, type JsonValue, type Uuid } from '../../base/index.ts'
import type { Suite } from './suite.ts'

/** A command that went through, with what it was given and what it answered. No secrets in either. */
export interface HappenedCommand {
  readonly tenant: number
  readonly id: Uuid
  /** Name of the command, `person.create` say. */
  readonly command: string
  readonly actor: Uuid
  readonly organisation: Uuid
  readonly role: string
  readonly at: Date
  readonly input: JsonValue
  readonly output: JsonValue
  /** Merkle root of a batch's claims as hex, where the command published one. */
  readonly batchRoot: string | null
}

export interface PendingEntry {
  readonly tenant: number
  readonly id: Uuid
  readonly command: string
  readonly actor: Uuid
  /** ISO time in UTC. */
  readonly at: string
  /** Canonical JSON, so that whoever hashes it again hashes the same bytes. */
  readonly body: string
  readonly salt: Uint8Array
  readonly batchRoot: string | null
}

export const SALT_BYTES = 32

/**
 * Lays a command out as its pending entry. `salt` is 32 bytes of chance. Its hash is made when it is
 * taken into the tree, by the suite of that tree: an entry may be older than the tree.
 */
export function composeEntry(happened: HappenedCommand, salt: Uint8Array): PendingEntry {
  const { tenant, id, command, actor, organisation, role, input, output, batchRoot } = happened
  assert(salt.length === SALT_BYTES, `a salt has ${SALT_BYTES} bytes`)
  const at = happened.at.toISOString()
  const body = canonicalJson({
    actor,
    at,
    batchRoot,
    command,
    id,
    input,
    organisation,
    output,
    role,
    tenant,
  })
  return { tenant, id, command, actor, at, body, salt, batchRoot }
}

/**
 * The hash over salt then body, 32 bytes. The tree will hold only this: once salt and body are erased,
 * nobody can find the body again by guessing, which an unsalted hash of a short body would allow.
 */
export function saltedHash(suite: Suite, salt: Uint8Array, body: string): Uint8Array {
  assert(salt.length === SALT_BYTES, `a salt has ${SALT_BYTES} bytes`)
  return suite.hash(salt, Buffer.from(body, 'utf8'))
}
