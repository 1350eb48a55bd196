// `lianshu witness`: looks at a checkpoint for another organisation, and cosigns it where the log
// only grew since the one that was cosigned last. It needs no server and no network, and checks by
// the code of the verifier, which shares nothing with the program that signs the log.
import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
} from 'node:crypto'
import { open, readFile, rename } from 'node:fs/promises'
import {
  beginsWith,
  cosignedText,
  cosignerHashOf,
  isSignedBy,
  type Key,
  readCosigned,
  witnessWordOf,
} from '../verifier/index.ts'

export { type Key, readKey } from '../verifier/index.ts'

/** What a witness keeps: its name, its private key, and of each log the state that it signed last. */
interface Kept {
  readonly name: string
  readonly privateKey: string
  readonly logs: Readonly<Record<string, string>>
}

/** What was found of a checkpoint; `cosigned` gives it with the new line under it. */
export type Witnessed =
  | { readonly state: 'cosigned'; readonly note: string }
  | {
      readonly state: 'unreadable' | 'unknown-key' | 'older' | 'unproved' | 'forked'
      /** The state that was cosigned last. */
      readonly last: string | null
    }

/** One look at a log. */
export interface Look {
  /** The checkpoint as its signed note. */
  readonly checkpoint: string
  /** The key by which the log must have signed it. */
  readonly key: Key
  /** Hashes that lead from the state that was cosigned last to this one. */
  readonly consistency: readonly Uint8Array[] | null
  readonly now: Date
}

/** The file of a witness; makes one with a key of its own under that name where there is none. */
export async function openWitness(path: string, name: string | null): Promise<Kept | null> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as Kept
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
  if (name === null) return null
  const { privateKey } = generateKeyPairSync('ed25519')
  const text = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
  const kept = { name, privateKey: text, logs: {} }
  await keep(path, kept)
  return kept
}

/** The public key of a witness as one word, to be registered with the log. */
export const publicWordOf = (kept: Kept): string => witnessWordOf(keyOf(kept))

function keyOf({ name, privateKey }: Kept): Key {
  const wrapped = createPublicKey(createPrivateKey(privateKey)).export({
    ...{ type: 'spki', format: 'der' },
  }) as Buffer
  return { name, raw: wrapped.subarray(-32) }
}

/** On the disk before it is under its name: a state that was signed and forgotten hides a fork. */
async function keep(path: string, kept: Kept): Promise<void> {
  const draft = `${path}.${process.pid}`
  const file = await open(draft, 'w', 0o600)
  try {
    await file.writeFile(`${JSON.stringify(kept)}\n`)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(draft, path)
}

/** Looks at a checkpoint, and cosigns it where nothing speaks against that. */
export async function witness(path: string, kept: Kept, look: Look): Promise<Witnessed> {
  const judged = judge(kept, look)
  if (judged.state !== 'cosigned') return judged
  const read = readCosigned(look.checkpoint)
  if (read === null) return { state: 'unreadable', last: null }
  const own = look.checkpoint.split('\n').slice(0, 5).join('\n')
  const logs = { ...kept.logs, [read.note.origin]: `${own}\n` }
  await keep(path, { ...kept, logs })
  return { state: 'cosigned', note: judged.note + lineOf(kept, read.note.text, look.now) }
}

function judge(kept: Kept, { checkpoint, key, consistency }: Look): Witnessed {
  const read = readCosigned(checkpoint)
  if (read === null) return { state: 'unreadable', last: null }
  const last = kept.logs[read.note.origin] ?? null
  if (!isSignedBy(read.note, key)) return { state: 'unknown-key', last }
  const known = last === null ? null : (readCosigned(last)?.note ?? null)
  const good = { state: 'cosigned', note: checkpoint } as const
  if (known === null) return good
  if (read.note.size < known.size) return { state: 'older', last }
  if (read.note.size === known.size) {
    return Buffer.from(read.note.root).equals(known.root) ? good : { state: 'forked', last }
  }
  if (consistency === null) return { state: 'unproved', last }
  return beginsWith(known, read.note, consistency) ? good : { state: 'forked', last }
}

function lineOf(kept: Kept, text: string, now: Date): string {
  const key = keyOf(kept)
  const seconds = BigInt(Math.floor(now.getTime() / 1000))
  const time = Buffer.alloc(8)
  time.writeBigUInt64BE(seconds)
  const privateKey: KeyObject = createPrivateKey(kept.privateKey)
  const signature = sign(null, cosignedText(text, seconds), privateKey)
  const signed = Buffer.concat([cosignerHashOf(key), time, signature]).toString('base64')
  return `— ${kept.name} ${signed}\n`
}
