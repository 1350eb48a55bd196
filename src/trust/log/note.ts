import assert from 'node:assert'
import type { Suite } from './suite.ts'
import { HASH_BYTES } from './tree/index.ts'

/** What a checkpoint says: of which log it speaks, how many leaves that has, and the hash over them. */
export interface Checkpoint {
  readonly origin: string
  readonly size: number
  readonly root: Uint8Array
}

/** A public key, as its suite spells it. */
export interface PublicKey {
  readonly suite: Suite
  readonly publicKey: Uint8Array
}

/** A key that signs; the private half stays with whoever made it. */
export interface SigningKey extends PublicKey {
  /** 64 bytes over the message. */
  sign(message: Uint8Array): Uint8Array
}

/** Names come into notes between blanks and before a plus, and hold neither. */
const NAME = /^[^\s+]+$/u

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')

/** The first four bytes of the hash over name and key, by which a note says whose signature it has. */
function keyHash(name: string, { suite, publicKey }: PublicKey): Uint8Array {
  assert(NAME.test(name) && publicKey.length === suite.publicKeyBytes, 'a key has a name and bytes')
  return suite.hash(Buffer.from(`${name}\n`), suite.signs, publicKey).subarray(0, 4)
}

/** Eight hex digits by which a key is known. */
export const keyIdOf = (name: string, key: PublicKey): string =>
  Buffer.from(keyHash(name, key)).toString('hex')

/** A public key as one word (C2SP signed-note): name, id, and the key with its kind before it. */
export function verifierKey(name: string, key: PublicKey): string {
  const bytes = base64(Buffer.concat([key.suite.signs, key.publicKey]))
  return `${name}+${keyIdOf(name, key)}+${bytes}`
}

/** A checkpoint as text, after C2SP tlog-checkpoint: three lines. */
export function checkpointText({ origin, size, root }: Checkpoint): string {
  assert(root.length === HASH_BYTES && Number.isSafeInteger(size), 'a root and a size')
  return `${origin}\n${size}\n${base64(root)}\n`
}

/** A checkpoint with its signature, as a C2SP signed note. The key bears the name of the log. */
export function signedCheckpoint(checkpoint: Checkpoint, key: SigningKey): string {
  const text = checkpointText(checkpoint)
  const hash = keyHash(checkpoint.origin, key)
  const signature = key.sign(Buffer.from(text))
  return `${text}\n— ${checkpoint.origin} ${base64(Buffer.concat([hash, signature]))}\n`
}
