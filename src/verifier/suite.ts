import { createHash, createPublicKey, type Hash as HashFunction, verify } from 'node:crypto'
import { isSm2Signature } from './sm2.ts'

/** Hashes some parts, one after the other; 32 bytes. */
export type Hash = (...parts: readonly (Uint8Array | string)[]) => Buffer

/** A hash function that this build of Node was made without. */
export class NoHash extends Error {}

const hashBy =
  (name: string): Hash =>
  (...parts) => {
    const digest = made(name)
    for (const part of parts) digest.update(part)
    return digest.digest()
  }

function made(name: string): HashFunction {
  try {
    return createHash(name)
  } catch {
    throw new NoHash(name)
  }
}

/** SHA-256, which names files, claims and manifests in either suite. */
export const sha256 = hashBy('sha256')
const sm3 = hashBy('sm3')

/** The hash of a tree and the signatures under it. */
export interface Suite {
  readonly name: string
  readonly hash: Hash
  /** Length of a public key, in bytes. */
  readonly keyBytes: number
  /** What stands before a key that signs checkpoints, and before one that cosigns them. */
  readonly signs: Buffer
  readonly cosigns: Buffer
  /** Whether the owner of a key signed the message; a key that is none signed nothing. */
  isSignature(message: Uint8Array, signature: Uint8Array, raw: Uint8Array): boolean
}

/** Begins the standard wrapping of an Ed25519 public key. */
const WRAPPING = Buffer.from('302a300506032b6570032100', 'hex')

function isEd25519(message: Uint8Array, signature: Uint8Array, raw: Uint8Array): boolean {
  try {
    const der = Buffer.concat([WRAPPING, raw])
    const publicKey = createPublicKey({ key: der, format: 'der', type: 'spki' })
    return verify(null, message, publicKey, signature)
  } catch {
    return false
  }
}

export const INTL: Suite = {
  ...{ name: 'intl', hash: sha256, keyBytes: 32 },
  ...{ signs: Buffer.of(1), cosigns: Buffer.of(4), isSignature: isEd25519 },
}

/** A kind of key that the format of notes has no byte for: 255 and a name. */
const named = (name: string): Buffer => Buffer.concat([Buffer.of(255), Buffer.from(name)])

const GM: Suite = {
  ...{ name: 'gm', hash: sm3, keyBytes: 65 },
  ...{ signs: named('lianshu/sm2-sm3'), cosigns: named('lianshu/sm2-sm3-cosignature') },
  isSignature: (message, signature, raw) => isSm2Signature(sm3, message, signature, raw),
}

const SUITES = [INTL, GM]

export const suiteNamed = (name: unknown): Suite | null =>
  SUITES.find((suite) => suite.name === name) ?? null

/** The suite and the key of bytes that begin with their kind; null where no suite has that kind. */
export function keyIn(
  bytes: Buffer,
  does: 'signs' | 'cosigns',
): { readonly suite: Suite; readonly raw: Buffer } | null {
  for (const suite of SUITES) {
    const kind = suite[does]
    const isOf = bytes.length === kind.length + suite.keyBytes
    if (isOf && bytes.subarray(0, kind.length).equals(kind)) {
      return { suite, raw: bytes.subarray(kind.length) }
    }
  }
  return null
}
