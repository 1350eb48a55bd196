import { canonicalJson, type JsonValue, Problem, randomUuid, type Uuid } from '../../base/index.ts'
import type { Database, Store } from '../../store/index.ts'
import {
  type AccessObject,
  type Actor,
  assertProven,
  authorise,
  type Permission,
} from '../access/index.ts'
import { appendPending, composeEntry, SALT_BYTES, tellEntry } from '../log/index.ts'
import { bodyHashOf, isKey, judgeKey } from './key.ts'
import { checkConstraints, forgetOldKeys, type KeyOwner, settleKey, takeKey } from './store.ts'
import { invalidKey } from './words.ts'

/** What a write needs from the world; the shell makes one for each request. */
export interface WriteContext {
  readonly store: Store
  readonly actor: Actor
  readonly now: Date
  /** That many bytes of chance, fit for secrets. */
  readonly random: (sizeBytes: number) => Uint8Array
  /** The client's Idempotency-Key; null when it gave none, and then nothing is replayed. */
  readonly key: string | null
  /** Do everything, answer what would happen, and leave no trace. */
  readonly dryRun: boolean
}

export interface Command<In extends JsonValue> {
  /** Names what was done, in the log and against a key: `person.create`. */
  readonly name: string
  readonly permission: Permission
  /** All that decides what happens; it goes into the log, so a secret never stands in it. */
  readonly input: In
  readonly object?: AccessObject
  /** Wants a fresh proof of who acts, where the installation asks for one. */
  readonly weighty?: boolean
  /** Merkle root of the claims that the command publishes, as hex. */
  readonly batchRoot?: string
}

export interface Written<Out extends JsonValue> {
  readonly output: Out
  /** The entry in the log; null for a rehearsal. */
  readonly entry: Uuid | null
  readonly dryRun: boolean
  /** True when an earlier request with the same key did the work, and this is its answer. */
  readonly replayed: boolean
}

/**
 * Runs `work` in one transaction of the actor's tenant, with its key and its log entry, or none of
 * them. What `work` answers is stored and logged: like the input, it holds no secret.
 * Problems: not-found, forbidden, step-up-needed, invalid-input (the key), key-reused, and whatever
 * `work` throws;
 * after a throw the key is free again.
 */
export async function write<In extends JsonValue, Out extends JsonValue>(
  context: WriteContext,
  command: Command<In>,
  work: (tx: Database) => Promise<Out>,
): Promise<Written<Out>> {
  const { store, actor, key } = context
  authorise(actor, command.permission, command.object)
  if (command.weighty === true) assertProven(actor, context.now)
  if (key !== null && !isKey(key)) {
    throw invalidKey()
  }
  const owner = key === null ? null : { tenant: actor.tenant, person: actor.person, key }
  const attempt = async (tx: Database): Promise<Written<Out>> => {
    const written =
      (owner && (await replay<Out>(tx, context, command, owner))) ??
      (await perform(tx, context, command, work, owner))
    if (!context.dryRun) return written
    await checkConstraints(tx)
    throw new Rehearsal(written)
  }
  try {
    const written = await store.transaction(attempt, { tenant: actor.tenant })
    if (!written.replayed) tellEntry(store)
    return written
  } catch (thrown) {
    if (thrown instanceof Rehearsal) return { ...(thrown.written as Written<Out>), dryRun: true }
    throw thrown
  }
}

/** Thrown through the transaction so that it rolls back, carrying out what would have happened. */
class Rehearsal extends Error {
  readonly written: Written<JsonValue>

  constructor(written: Written<JsonValue>) {
    super('rehearsal')
    this.written = written
  }
}

/** The stored answer of an earlier request with this key; null when the key is now ours. */
async function replay<Out extends JsonValue>(
  tx: Database,
  context: WriteContext,
  command: Command<JsonValue>,
  owner: KeyOwner,
): Promise<Written<Out> | null> {
  const asked = { command: command.name, bodyHash: bodyHashOf(command.input) }
  const used = await takeKey(tx, owner, asked, context.now)
  if (used === null) return null
  if (judgeKey(used, asked) === 'reused') throw new Problem('key-reused')
  const output = JSON.parse(used.answer) as Out
  return { output, entry: used.entry, dryRun: false, replayed: true }
}

async function perform<Out extends JsonValue>(
  tx: Database,
  context: WriteContext,
  command: Command<JsonValue>,
  work: (tx: Database) => Promise<Out>,
  owner: KeyOwner | null,
): Promise<Written<Out>> {
  const output = await work(tx)
  if (context.dryRun) return { output, entry: null, dryRun: true, replayed: false }
  const { actor, now, random } = context
  const id = randomUuid(random(16))
  const happened = {
    tenant: actor.tenant,
    id,
    command: command.name,
    actor: actor.person,
    organisation: actor.organisation,
    role: actor.role,
    at: now,
    input: command.input,
    output,
    batchRoot: command.batchRoot ?? null,
  }
  await appendPending(tx, composeEntry(happened, random(SALT_BYTES)))
  if (owner !== null) {
    await settleKey(tx, owner, { answer: canonicalJson(output), entry: id })
    await forgetOldKeys(tx, actor.tenant, now)
  }
  return { output, entry: id, dryRun: false, replayed: false }
}
