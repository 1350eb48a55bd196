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
import { link, open, readFile, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import type { SigningKey } from '../trust/log/index.ts'

/** The key of a directory; makes one where there is none. */
export async function openLogKey(directory: string): Promise<SigningKey> {
  const path = join(directory, 'log-key.pem')
  const privateKey = createPrivateKey((await readIfThere(path)) ?? (await makeKey(path)))
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

/** Of two processes that begin at once one makes the key, and both then read that one. */
async function makeKey(path: string): Promise<string> {
  const { privateKey } = generateKeyPairSync('ed25519')
  const text = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
  const draft = `${path}.${process.pid}.${process.hrtime.bigint()}`
  const file = await open(draft, 'wx', 0o600)
  try {
    await file.writeFile(text)
    await file.sync()
  } finally {
    await file.close()
  }
  try {
    await link(draft, path)
    return text
  } catch (error) {
    const made = await readIfThere(path)
    if (made === null) throw error
    return made
  } finally {
    await unlink(draft)
  }
}

async function readIfThere(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}
