/** A tenant that leaves entries, a key that signs them, and the log as whoever checks it sees it. */
import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto'
import { sql } from 'kysely'
import { sm2 } from 'sm-crypto-v2'
import { inTenant, type Store } from '../../store/index.ts'
import { suiteNamed } from '../../verifier/index.ts'
import type { Actor } from '../access/index.ts'
import { type WriteContext, write } from '../gate/index.ts'
import { GM, GrowingTree, INTL, type SigningKey, saltedHash } from '../log/index.ts'
import { chanceFrom, NOW, ROLES } from '../people/office.case.ts'
import { suiteOfLog } from './index.ts'

/** An Ed25519 key made of 32 bytes that everybody knows: for tests alone. */
export function keyFrom(seed: number): SigningKey {
  const wrapping = Buffer.from('302e020100300506032b657004220420', 'hex')
  const der = Buffer.concat([wrapping, Buffer.alloc(32, seed)])
  const privateKey = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
  const wrapped = createPublicKey(privateKey).export({ type: 'spki', format: 'der' })
  return {
    suite: INTL,
    publicKey: new Uint8Array(wrapped.subarray(-32)),
    sign: (message) => sign(null, message, privateKey),
  }
}

/** An SM2 key made of 32 bytes that everybody knows: for tests alone. */
export function gmKeyFrom(seed: number): SigningKey {
  const secret = Buffer.alloc(32, seed).toString('hex')
  const publicKey = sm2.getPublicKeyFromPrivateKey(secret)
  return {
    suite: GM,
    publicKey: new Uint8Array(Buffer.from(publicKey, 'hex')),
    sign: (message) => Buffer.from(sm2.doSignature(message, secret, { hash: true }), 'hex'),
  }
}

/** Whether Node, or for SM2 the verifier by itself, finds the signature of a note right. */
export function isSigned(note: string, key: SigningKey): boolean {
  const [text = '', line = ''] = note.split('\n\n')
  const signature = Buffer.from(line.split(' ')[2] ?? '', 'base64').subarray(4)
  if (key.suite === GM) {
    const { isSignature } = suiteNamed('gm') ?? {}
    return isSignature?.(Buffer.from(`${text}\n`), signature, key.publicKey) === true
  }
  const wrapping = Buffer.from('302a300506032b6570032100', 'hex')
  const der = Buffer.concat([wrapping, key.publicKey])
  const publicKey = createPublicKey({ key: der, format: 'der', type: 'spki' })
  return verify(null, Buffer.from(`${text}\n`), publicKey, signature)
}

const actorOf = (tenant: number): Actor => ({
  tenant,
  person: '00000000-0000-8000-8000-000000000001',
  organisation: '00000000-0000-8000-8000-000000000002',
  role: 'administrator',
  name: '某人',
  organisationName: '某单位',
  permissions: new Set([...ROLES.values()].flatMap(({ permissions }) => [...permissions])),
  labels: [1, 2],
  language: 'zh',
  home: null,
})

export function contextOf(store: Store, tenant: number, seed = ''): WriteContext {
  const random = chanceFrom(`log ${tenant} ${seed}`)
  return { store, actor: actorOf(tenant), now: NOW, random, key: null, dryRun: false }
}

/** One command that leaves an entry and nothing else. */
export async function leaveEntry(context: WriteContext, what: string): Promise<string> {
  const command = { name: 'mark', permission: 'own-account', input: { what } } as const
  const { entry } = await write(context, command, async () => null)
  return entry ?? ''
}

/** What the log holds, as read from its tables. */
export interface LogSeen {
  /** Entries in the order of their leaves. */
  readonly entries: readonly { id: string; what: string | null; leaf: number }[]
  readonly waiting: number
  /** Whether leaves run from 0 without a gap, each with its own entry, under its marked number. */
  readonly isWhole: boolean
  /** The root over the bodies as they stand, and that of the newest checkpoint. */
  readonly root: string
  readonly signed: { size: number; root: string; note: string } | null
}

export function seeLog(store: Store, tenant: number): Promise<LogSeen> {
  return inTenant(tenant, () => seeLogOf(store, tenant))
}

async function seeLogOf(store: Store, tenant: number): Promise<LogSeen> {
  const { rows } = await sql<{
    id: string
    body: string
    salt: Uint8Array
    marked: number | null
    leaf: number | null
  }>`
    select p.id, p.body, p.salt, p.leaf::float8 as marked, l.leaf::float8 as leaf
    from log_pending p full join log_leaf l on l.tenant = p.tenant and l.entry = p.id
    where coalesce(p.tenant, l.tenant) = ${tenant} order by l.leaf, p.sequence`.execute(store.read)
  const { rows: heads } = await sql<{ size: number; root: string; note: string }>`
    select size::float8 as size, encode(root, 'hex') as root, note from log_checkpoint
    where tenant = ${tenant} order by size desc limit 1`.execute(store.read)
  const taken = rows.filter(({ leaf }) => leaf !== null)
  const suite = await suiteOfLog(store.read, tenant)
  const tree = new GrowingTree(suite.tree)
  for (const { salt, body } of taken) tree.add(saltedHash(suite, salt, body))
  return {
    entries: taken.map(({ id, body, leaf }) => {
      const { input } = JSON.parse(body) as { input: { what?: string } }
      return { id, what: input.what ?? null, leaf: leaf ?? -1 }
    }),
    waiting: rows.length - taken.length,
    isWhole: rows.every(({ marked, leaf }, at) => marked === leaf && (leaf ?? at) === at),
    root: Buffer.from(tree.root()).toString('hex'),
    signed: heads[0] ?? null,
  }
}
