import { Problem } from '../../base/index.ts'
import type { Database } from '../../store/index.ts'
import { type WriteContext, write } from '../gate/index.ts'
import {
  keyIdOf,
  type SigningKey,
  SUITES,
  type Suite,
  type SuiteName,
  verifierKey,
} from '../log/index.ts'
import { insertKey, readKeys, readTree, takeTree } from './store.ts'

/** Bytes of chance in the name of a log: no two will ever be named alike. */
const ORIGIN_BYTES = 8

/** The suite of a tenant's tree; of one that has not begun, that of trees of which nothing is said. */
export async function suiteOfLog(db: Database, tenant: number): Promise<Suite> {
  return SUITES[(await readTree(db, tenant))?.suite ?? 'intl']
}

/**
 * The suite in which a tenant's log is to be signed: that of its tree, and before there is one the
 * one that was asked for. Problem: `log-suite-fixed` where the tree has begun in another.
 */
export async function agreedSuite(
  db: Database,
  tenant: number,
  asked: SuiteName | null,
): Promise<Suite> {
  const begun = (await readTree(db, tenant))?.suite ?? null
  if (begun !== null && asked !== null && begun !== asked) {
    throw new Problem('log-suite-fixed', { begun, asked })
  }
  return SUITES[begun ?? asked ?? 'intl']
}

/**
 * Begins the log's tree in the suite of the key where there is none, and lets the key sign for it.
 * That it may is itself an entry of the log, so that nobody changes the key unseen. Does nothing
 * where the key is known.
 * Problems: `forbidden`, `log-suite-fixed` where the tree has begun in another suite.
 */
export async function registerKey(context: WriteContext, key: SigningKey): Promise<void> {
  const { store, actor, now, random } = context
  const { tenant } = actor
  const suite = key.suite.name
  await agreedSuite(store.read, tenant, suite)
  const known = await readTree(store.read, tenant)
  const keys = await readKeys(store.read, tenant)
  const isKnown = keys.some(({ publicKey }) => Buffer.from(publicKey).equals(key.publicKey))
  if (known !== null && isKnown) return
  const origin = known?.origin ?? `lianshu/${Buffer.from(random(ORIGIN_BYTES)).toString('hex')}`
  const input = { publicKey: Buffer.from(key.publicKey).toString('base64'), suite }
  const command = { name: 'log.key', permission: 'manage-people', input } as const
  await write(context, command, async (tx) => {
    const begin = { origin, suite, beganAt: now.toISOString() }
    const { origin: name } = await takeTree(tx, tenant, begin)
    await agreedSuite(tx, tenant, suite)
    const id = keyIdOf(name, key)
    const { publicKey } = key
    await insertKey(tx, tenant, { id, name, suite, publicKey, madeAt: now.toISOString() })
    return { id, key: verifierKey(name, key) }
  })
}
