/** Private keys that sign, as the text of a file: PKCS #8, which OpenSSL reads as well. */
import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  getCurves,
  getHashes,
  type KeyObject,
  sign,
} from 'node:crypto'
import { sm2 } from 'sm-crypto-v2'
import { Problem } from '../base/index.ts'
import { GM, INTL, type SigningKey, type Suite, type SuiteName } from '../trust/log/index.ts'

/** Whether this build of Node can hash and make keys for a suite; some leave SM2 and SM3 out. */
export function canCompute({ name, digest }: Suite): boolean {
  return getHashes().includes(digest) && (name === 'intl' || getCurves().includes('SM2'))
}

/** Makes a private key of a suite. Problem: `log-suite-missing` where this Node cannot. */
export function newPrivateKey(suite: Suite): string {
  if (!canCompute(suite)) throw suiteMissing(suite)
  const { privateKey } = MAKERS[suite.name]()
  return privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
}

export const suiteMissing = ({ name, digest }: Suite): Problem =>
  new Problem('log-suite-missing', { suite: name, digest, version: process.version })

const MAKERS: Readonly<Record<SuiteName, () => { privateKey: KeyObject }>> = {
  intl: () => generateKeyPairSync('ed25519'),
  gm: () => generateKeyPairSync('ec', { namedCurve: 'SM2' }),
}

/** The key of a text that `newPrivateKey` made; it is of the suite that the text says. */
export function signingKeyFrom(pem: string): SigningKey {
  const secret = sm2SecretIn(pem)
  return secret === null ? ed25519Key(pem) : sm2Key(secret)
}

/** The 32 bytes at the end of the standard wrapping. */
const ED25519_BYTES = 32

function ed25519Key(pem: string): SigningKey {
  const privateKey = createPrivateKey(pem)
  const wrapped = createPublicKey(privateKey).export({ type: 'spki', format: 'der' })
  return {
    suite: INTL,
    publicKey: new Uint8Array(wrapped.subarray(-ED25519_BYTES)),
    sign: (message) => sign(null, message, privateKey),
  }
}

/** An elliptic key on the curve 1.2.156.10197.1.301, up to its secret number. */
const SM2_FORM =
  /^30(?:81)?..020100301306072a8648ce3d020106082a811ccf5501822d04(?:81)?..30(?:81)?..0201010420(.{64})/

/**
 * The secret number of an SM2 key, hexadecimal; null where the text is no such key. It is read from
 * the bytes, since Node has no name for such a key once it was written, and signs by another user id
 * than everybody else.
 */
function sm2SecretIn(pem: string): string | null {
  const base64 = /-----BEGIN PRIVATE KEY-----([^-]+)-----END PRIVATE KEY-----/.exec(pem)?.[1] ?? ''
  return SM2_FORM.exec(Buffer.from(base64, 'base64').toString('hex'))?.[1] ?? null
}

/** Signs with the user id that GM/T 0009 names where none was agreed. */
function sm2Key(secret: string): SigningKey {
  const publicKey = sm2.getPublicKeyFromPrivateKey(secret)
  return {
    suite: GM,
    publicKey: new Uint8Array(Buffer.from(publicKey, 'hex')),
    sign: (message) =>
      Buffer.from(sm2.doSignature(message, secret, { hash: true, publicKey }), 'hex'),
  }
}
