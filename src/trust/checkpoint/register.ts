import { type WriteContext, write } from '../gate/index.ts'
import { keyIdOf, type SigningKey, SUITE, verifierKey } from '../log/index.ts'
import { insertKey, readKeys, readTree, takeTree } from './store.ts'

/** Bytes of chance in the name of a log: no two will ever be named alike. */
const ORIGIN_BYTES = 8

/**
 * Begins the log's tree where there is none, and lets a key sign for it. That it may is itself an
 * entry of the log, so that nobody changes the key unseen. Does nothing where the key is known.
 * Problems: `forbidden`.
 */
export async function registerKey(context: WriteContext, key: SigningKey): Promise<void> {
  const { store, actor, now, random } = context
  const { tenant } = actor
  const known = await readTree(store.read, tenant)
  const keys = await readKeys(store.read, tenant)
  const isKnown = keys.some(({ publicKey }) => Buffer.from(publicKey).equals(key.publicKey))
  if (known !== null && isKnown) return
  const origin = known?.origin ?? `lianshu/${Buffer.from(random(ORIGIN_BYTES)).toString('hex')}`
  const input = { publicKey: Buffer.from(key.publicKey).toString('base64'), suite: SUITE }
  const command = { name: 'log.key', permission: 'manage-people', input } as const
  await write(context, command, async (tx) => {
    const begin = { origin, suite: SUITE, beganAt: now.toISOString() }
    const { origin: name } = await takeTree(tx, tenant, begin)
    const id = keyIdOf(name, key.publicKey)
    const { publicKey } = key
    await insertKey(tx, tenant, { id, name, suite: SUITE, publicKey, madeAt: now.toISOString() })
    return { id, key: verifierKey(name, publicKey) }
  })
}
