import { Problem, type Uuid } from '../../base/index.ts'
import type { Actor } from './actor.ts'
import { noteAsked } from './ask.ts'
import type { Permission } from './permission.ts'
import { PERMISSION_WORDS } from './words.ts'

/** What is known of the thing that an actor wants; what is left out does not matter to the answer. */
export interface AccessObject {
  readonly tenant?: number
  /** Id of its label. */
  readonly label?: number
  /** The organisation it belongs to: hidden from the others, but for those who hold read-internal. */
  readonly organisation?: Uuid
}

/** `hidden`: the actor must not learn that it exists. `forbidden`: it is seen, but not to be done. */
export type Decision = 'allowed' | 'hidden' | 'forbidden'

/** Denies unless everything speaks for it; hidden wins over forbidden. */
export function decide(actor: Actor, permission: Permission, object: AccessObject = {}): Decision {
  if (object.tenant !== undefined && object.tenant !== actor.tenant) return 'hidden'
  if (object.label !== undefined && !actor.labels.includes(object.label)) return 'hidden'
  if (object.organisation !== undefined && !mayLookInto(actor, object.organisation)) return 'hidden'
  return actor.permissions.has(permission) ? 'allowed' : 'forbidden'
}

/**
 * Passes or throws, and notes that the request asked.
 * Problems: not-found (the thing is hidden from this actor), forbidden (the permission is missing).
 */
export function authorise(actor: Actor, permission: Permission, object: AccessObject = {}): void {
  noteAsked()
  const decision = decide(actor, permission, object)
  if (decision === 'hidden') throw new Problem('not-found')
  if (decision === 'forbidden') throw forbidden(permission)
}

/**
 * Passes unless the actor must prove anew who they are: a session that was left open must not give
 * away what weighs most. Problem: step-up-needed.
 */
export function assertProven(actor: Actor, now: Date): void {
  const { provenUntil } = actor
  if (provenUntil !== undefined && now.getTime() > Date.parse(provenUntil)) {
    throw new Problem('step-up-needed')
  }
}

/** What an actor may see in a set, as plain data: `where tenant = $ and label = any($)`. */
export interface Visibility {
  readonly tenant: number
  readonly labels: readonly number[]
}

/** For sets, counts, search and exports; notes that the request asked. */
export function visible(actor: Actor): Visibility {
  noteAsked()
  return { tenant: actor.tenant, labels: actor.labels }
}

const mayLookInto = (actor: Actor, organisation: Uuid): boolean =>
  organisation === actor.organisation || actor.permissions.has('read-internal')

function forbidden(permission: Permission): Problem {
  const { zh, en } = PERMISSION_WORDS[permission]
  return new Problem('forbidden', { permission: zh, permissionEn: en })
}
