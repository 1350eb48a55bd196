// The file of a witness, and `lianshu witness` upon it: cosigns a checkpoint where the log only grew
// since the one that was cosigned last. It needs no server and no network.
import { open, readFile, rename } from 'node:fs/promises'
import { SUITES, type SuiteName } from '../trust/log/index.ts'
import { newPrivateKey, signingKeyFrom } from './signing-key.ts'
import {
  cosignatureLine,
  judge,
  type Key,
  keyNamed,
  type Look,
  type Refused,
  witnessWordOf,
} from './witnessing.ts'

/** What a witness keeps: its name, its private key, and of each log the state that it signed last. */
interface Kept {
  readonly name: string
  readonly privateKey: string
  readonly logs: Readonly<Record<string, string>>
}

/** What was found of a checkpoint; `cosigned` gives it with the new line under it. */
export type Witnessed = { readonly state: 'cosigned'; readonly note: string } | Refused

/**
 * The file of a witness; makes one with a key of its own under that name where there is none, in
 * this suite. Problem: `log-suite-missing`.
 */
export async function openWitness(
  path: string,
  name: string | null,
  suite: SuiteName = 'intl',
): Promise<Kept | null> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as Kept
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
  if (name === null) return null
  const kept = { name, privateKey: newPrivateKey(SUITES[suite]), logs: {} }
  await keep(path, kept)
  return kept
}

/** The public key of a witness as one word, to be registered with the log. */
export const publicWordOf = (kept: Kept): string => witnessWordOf(keyOf(kept))

function keyOf({ name, privateKey }: Kept): Key {
  const { suite, publicKey } = signingKeyFrom(privateKey)
  return keyNamed(name, suite.name, publicKey)
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
  const judged = judge((origin) => kept.logs[origin] ?? null, look)
  if (judged.state !== 'good') return judged
  await keep(path, { ...kept, logs: { ...kept.logs, [judged.origin]: judged.own } })
  const { sign } = signingKeyFrom(kept.privateKey)
  const line = cosignatureLine(keyOf(kept), sign, { text: judged.text, now: look.now })
  return { state: 'cosigned', note: look.checkpoint + line }
}
