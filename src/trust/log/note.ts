import assert from 'node:assert'
import { createHash } from 'node:crypto'
import { HASH_BYTES } from './tree/index.ts'

/** Hashes and signatures that belong together: SHA-256 and Ed25519. */
export const SUITE = 'intl'

/** Length of an Ed25519 public key, in bytes. */
export const KEY_BYTES = 32
const ED25519 = Uint8Array.of(1)

/** What a checkpoint says: of which log it speaks, how many leaves that has, and the hash over them. */
export interface Checkpoint {
  readonly origin: string
  readonly size: number
  readonly root: Uint8Array
}

/** A key that signs; the private half stays with whoever made it. */
export interface SigningKey {
  /** 32 bytes of Ed25519. */
  readonly publicKey: Uint8Array
  /** 64 bytes over the message. */
  sign(message: Uint8Array): Uint8Array
}

/** Names come into notes between blanks and before a plus, and hold neither. */
const NAME = /^[^\s+]+$/u

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')

/** The first four bytes of the hash over name and key, by which a note says whose signature it has. */
function keyHash(name: string, publicKey: Uint8Array): Uint8Array {
  assert(NAME.test(name) && publicKey.length === KEY_BYTES, 'a key has a name and 32 bytes')
  const digest = createHash('sha256').update(`${name}\n`).update(ED25519).update(publicKey)
  return digest.digest().subarray(0, 4)
}

/** Eight hex digits by which a key is known. */
export const keyIdOf = (name: string, publicKey: Uint8Array): string =>
  Buffer.from(keyHash(name, publicKey)).toString('hex')

/** A public key as one word (C2SP signed-note): name, id, and the key with its kind before it. */
export function verifierKey(name: string, publicKey: Uint8Array): string {
  const key = base64(Buffer.concat([ED25519, publicKey]))
  return `${name}+${keyIdOf(name, publicKey)}+${key}`
}

/** A checkpoint as text, after C2SP tlog-checkpoint: three lines. */
export function checkpointText({ origin, size, root }: Checkpoint): string {
  assert(root.length === HASH_BYTES && Number.isSafeInteger(size), 'a root and a size')
  return `${origin}\n${size}\n${base64(root)}\n`
}

/** A checkpoint with its signature, as a C2SP signed note. The key bears the name of the log. */
export function signedCheckpoint(checkpoint: Checkpoint, key: SigningKey): string {
  const text = checkpointText(checkpoint)
  const hash = keyHash(checkpoint.origin, key.publicKey)
  const signature = key.sign(Buffer.from(text))
  return `${text}\n— ${checkpoint.origin} ${base64(Buffer.concat([hash, signature]))}\n`
}
