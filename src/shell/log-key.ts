/**
 * `log-key.pem`: the private half of the key that signs the log's checkpoints, made at the first
 * start and readable by its owner alone. It never enters the database, a backup of it or the log.
 */
import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
} from 'node:crypto'
import { join } from 'node:path'
import type { SigningKey } from '../trust/log/index.ts'
import { keptKey } from './kept-key.ts'

/** The key of a directory; makes one where there is none. */
export async function openLogKey(directory: string): Promise<SigningKey> {
  const privateKey = createPrivateKey(await keptKey(join(directory, 'log-key.pem'), newKey))
  return {
    publicKey: rawPublicKey(privateKey),
    sign: (message) => sign(null, message, privateKey),
  }
}

/** The 32 bytes at the end of the standard wrapping. */
const KEY_BYTES = 32

function rawPublicKey(privateKey: KeyObject): Uint8Array {
  const wrapped = createPublicKey(privateKey).export({ type: 'spki', format: 'der' })
  return new Uint8Array(wrapped.subarray(-KEY_BYTES))
}

function newKey(): string {
  const { privateKey } = generateKeyPairSync('ed25519')
  return privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
}
