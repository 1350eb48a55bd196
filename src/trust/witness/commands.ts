import { Problem, type Uuid } from '../../base/index.ts'
import type { Database, Store } from '../../store/index.ts'
import { type Actor, authorise } from '../access/index.ts'
import { type Head, headAt, readHead, readKeys } from '../checkpoint/index.ts'
import { type WriteContext, write } from '../gate/index.ts'
import {
  isCosignedBy,
  isSignedByLog,
  type ReadCheckpoint,
  readCheckpointNote,
  readWitnessKey,
  SUITES,
  witnessIdOf,
} from '../log/index.ts'
import type { Witnessing } from './model.ts'
import { viewOf, witnessedSize } from './rules.ts'
import {
  insertCosignature,
  insertFork,
  insertWitness,
  readForks,
  readLines,
  readNeeded,
  readWitnesses,
  retireWitness,
  setNeeded,
} from './store.ts'
import {
  cosignatureUnknown,
  keyUnreadable,
  neededTooMany,
  noteForeign,
  noteUnreadable,
  witnessKnown,
  witnessNeeded,
} from './words.ts'

/** Who witnesses the log, how far, and whether it was ever told in two ways. Problem: `forbidden`. */
export async function readWitnessing(
  { store, actor }: { readonly store: Store; readonly actor: Actor },
  now: Date,
): Promise<Witnessing> {
  authorise(actor, 'read-chain')
  return witnessingOf(store.read, actor.tenant, now)
}

export async function witnessingOf(db: Database, tenant: number, now: Date): Promise<Witnessing> {
  const kept = await readWitnesses(db, tenant)
  const needed = await readNeeded(db, tenant)
  const forks = await readForks(db, tenant)
  const size = (await readHead(db, tenant))?.size ?? 0
  const witnesses = kept.map((each) => viewOf(each, size, now))
  return { needed, witnesses, witnessedSize: witnessedSize(witnesses, needed), forks }
}

/** A checkpoint with the cosignatures under it, as one signed note. */
export async function cosignedNote(db: Database, tenant: number, head: Head): Promise<string> {
  const lines = await readLines(db, tenant, head.size)
  return head.note + lines.map((line) => `${line}\n`).join('')
}

/**
 * Lets an organisation cosign by this key from now on.
 * Problems: `forbidden`, `invalid-input` where the key is none or the organisation is unknown,
 * `conflict` where it is registered already.
 */
export async function registerWitness(
  context: WriteContext,
  asked: { readonly key: string; readonly organisation: Uuid },
): Promise<Witnessing> {
  const { actor, now } = context
  const { organisation } = asked
  authorise(actor, 'manage-log')
  const witness = readWitnessKey(asked.key)
  if (witness === null) throw keyUnreadable()
  const id = witnessIdOf(witness)
  const input = { key: asked.key.trim(), organisation }
  const command = { name: 'log.witness', permission: 'manage-log', input } as const
  await write(context, command, async (tx) => {
    const registeredAt = now.toISOString()
    const { name, suite, publicKey } = witness
    const row = {
      ...{ id, name, suite: suite.name, publicKey, organisation, registeredAt },
      registeredBy: actor.person,
    }
    if (!(await insertWitness(tx, actor.tenant, row))) throw witnessKnown()
    return { id }
  })
  return witnessingOf(context.store.read, actor.tenant, now)
}

/**
 * Ends the standing of a witness; what it cosigned stays.
 * Problems: `forbidden`, `not-found`, `conflict` where fewer than needed would remain.
 */
export async function endWitness(context: WriteContext, id: string): Promise<Witnessing> {
  const { actor, now } = context
  authorise(actor, 'manage-log')
  const command = { name: 'log.witness-end', permission: 'manage-log', input: { id } } as const
  await write(context, command, async (tx) => {
    const at = now.toISOString()
    if (!(await retireWitness(tx, actor.tenant, { id, at }))) {
      throw new Problem('not-found', { what: id })
    }
    if ((await countStanding(tx, actor.tenant)) < (await readNeeded(tx, actor.tenant))) {
      throw witnessNeeded()
    }
    return { id }
  })
  return witnessingOf(context.store.read, actor.tenant, now)
}

const countStanding = async (tx: Database, tenant: number): Promise<number> =>
  (await readWitnesses(tx, tenant)).filter(({ retiredAt }) => retiredAt === null).length

/**
 * Sets how many witnesses have to cosign a state before it counts as witnessed; 0 asks for none.
 * Problems: `forbidden`, `invalid-input` where there are not so many.
 */
export async function setWitnessesNeeded(
  context: WriteContext,
  needed: number,
): Promise<Witnessing> {
  const { actor, now } = context
  const command = { name: 'log.needed', permission: 'manage-log', input: { needed } } as const
  await write(context, command, async (tx) => {
    const standing = await countStanding(tx, actor.tenant)
    if (needed > standing) throw neededTooMany(standing)
    await setNeeded(tx, actor.tenant, needed)
    return { needed }
  })
  return witnessingOf(context.store.read, actor.tenant, now)
}

/**
 * Takes a checkpoint back with the cosignatures under it. It leaves no entry in the log, since every
 * entry makes a new state and none would ever be cosigned; the signatures prove themselves, so
 * whoever may check the log may hand them in. A state that this log signed and does not keep is
 * kept as the proof of a fork, and told for ever.
 * Problems: `forbidden`, `invalid-input` for what is no cosigned checkpoint of this log.
 */
export async function takeCosignatures(
  { store, actor, now }: Pick<WriteContext, 'store' | 'actor' | 'now'>,
  note: string,
): Promise<Witnessing> {
  authorise(actor, 'read-chain')
  const { tenant } = actor
  const read = readCheckpointNote(note.endsWith('\n') ? note : `${note}\n`)
  if (read === null || read.cosignatures.length === 0) throw noteUnreadable()
  const keys = await readKeys(store.read, tenant)
  const isOurs = keys.some(
    (key) => key.name === read.origin && isSignedByLog(read, { ...key, suite: SUITES[key.suite] }),
  )
  if (!isOurs) throw noteForeign()
  const receivedAt = now.toISOString()
  return store.transaction(
    async (tx) => {
      const head = await headAt(tx, tenant, read.size)
      if (head === null || !Buffer.from(head.root).equals(read.root)) {
        const { size, root } = read
        await insertFork(tx, tenant, { size, root, note: read.own, reportedAt: receivedAt })
      } else await keepCosignatures(tx, tenant, { read, receivedAt })
      return witnessingOf(tx, tenant, now)
    },
    { tenant },
  )
}

async function keepCosignatures(
  tx: Database,
  tenant: number,
  { read, receivedAt }: { readonly read: ReadCheckpoint; readonly receivedAt: string },
): Promise<void> {
  const standing = (await readWitnesses(tx, tenant)).filter(({ retiredAt }) => retiredAt === null)
  for (const cosignature of read.cosignatures) {
    const witness = standing.find(({ id }) => id === cosignature.id)
    if (witness === undefined) throw cosignatureUnknown()
    const known = { ...witness, suite: SUITES[witness.suite] }
    if (!isCosignedBy(read.text, cosignature, known)) throw cosignatureUnknown()
    const { size } = read
    const signedAt = cosignature.at.toISOString()
    const row = { size, witness: witness.id, line: cosignature.line, signedAt, receivedAt }
    await insertCosignature(tx, tenant, row)
  }
}
