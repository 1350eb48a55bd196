import { createHash, createPublicKey, verify } from 'node:crypto'
import { sm2 } from 'sm-crypto-v2'
import { type Hash, type TreeHash, treeHashOf } from './tree/index.ts'

export type SuiteName = 'intl' | 'gm'

/** Length of a signature of either suite, in bytes: Ed25519 as it is, SM2 as r and s. */
export const SIGNATURE_BYTES = 64

/** Hashes and signatures that belong together. All that differs between two of them stands here. */
export interface Suite {
  readonly name: SuiteName
  /** The hash function as Node names it; a build of Node may lack it. */
  readonly digest: string
  readonly hash: Hash
  readonly tree: TreeHash
  /** Length of a public key, in bytes. */
  readonly publicKeyBytes: number
  /** Stands before a key that signs checkpoints (C2SP signed-note): says of which kind it is. */
  readonly signs: Uint8Array
  /** Stands before a key that cosigns them. */
  readonly cosigns: Uint8Array
  /** Whether the owner of a public key signed the message; a key that is none signed nothing. */
  isSigned(message: Uint8Array, signature: Uint8Array, publicKey: Uint8Array): boolean
}

const hashBy =
  (digest: string): Hash =>
  (...parts) => {
    const made = createHash(digest)
    for (const part of parts) made.update(part)
    return made.digest()
  }

const sha256 = hashBy('sha256')
const sm3 = hashBy('sm3')

/** The type byte of kinds that C2SP assigns no byte to; a name that is unlikely to collide follows. */
const UNASSIGNED = 0xff
const kindNamed = (name: string): Uint8Array =>
  Buffer.concat([Uint8Array.of(UNASSIGNED), Buffer.from(name)])

/** Begins the standard wrapping of an Ed25519 public key. */
const WRAPPING = Buffer.from('302a300506032b6570032100', 'hex')

function isSignedByEd25519(
  message: Uint8Array,
  signature: Uint8Array,
  publicKey: Uint8Array,
): boolean {
  try {
    const key = Buffer.concat([WRAPPING, publicKey])
    const known = createPublicKey({ key, format: 'der', type: 'spki' })
    return verify(null, message, known, signature)
  } catch {
    return false
  }
}

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')

/** With the user id that GM/T 0009 names where none was agreed: 1234567812345678. */
function isSignedBySm2(message: Uint8Array, signature: Uint8Array, publicKey: Uint8Array): boolean {
  if (signature.length !== SIGNATURE_BYTES) return false
  try {
    return sm2.doVerifySignature(message, hex(signature), hex(publicKey), { hash: true })
  } catch {
    return false
  }
}

/** SHA-256 and Ed25519. */
export const INTL: Suite = {
  ...{ name: 'intl', digest: 'sha256', hash: sha256, tree: treeHashOf(sha256) },
  ...{ publicKeyBytes: 32, signs: Uint8Array.of(1), cosigns: Uint8Array.of(4) },
  isSigned: isSignedByEd25519,
}

/** SM3 and SM2, whose public key is a point: 4, x and y. */
export const GM: Suite = {
  ...{ name: 'gm', digest: 'sm3', hash: sm3, tree: treeHashOf(sm3), publicKeyBytes: 65 },
  ...{ signs: kindNamed('lianshu/sm2-sm3'), cosigns: kindNamed('lianshu/sm2-sm3-cosignature') },
  isSigned: isSignedBySm2,
}

export const SUITES: Readonly<Record<SuiteName, Suite>> = { intl: INTL, gm: GM }
