import { readFile } from 'node:fs/promises'
import { uptime } from 'node:os'
import { join } from 'node:path'
import { writeWhole } from '../backup/index.ts'
import { bootId } from '../engine/index.ts'

/** What the last process that opened the embedded engine left word of. */
export interface LeftWord {
  /** False once everything was put on the disk after the engine had ended. */
  readonly isOpen: boolean
  /** Which run of the machine it was in. */
  readonly boot: string | null
  /** When that run began, in milliseconds since 1970, by this machine's clock. */
  readonly bootedAt: number
}

const FILE = 'engine.json'

/** Two readings of when the machine was switched on differ by less. */
const SAME_BOOT_MS = 60_000

export function thisBoot(): Pick<LeftWord, 'boot' | 'bootedAt'> {
  return { boot: bootId(), bootedAt: Date.now() - uptime() * 1_000 }
}

/**
 * Whether the engine's files can be what its process left: they were put on the disk, or the machine
 * has not been off since. Otherwise any part of them may be missing, since the engine never syncs.
 */
export function isTrusted(left: LeftWord, now: Pick<LeftWord, 'boot' | 'bootedAt'>): boolean {
  if (!left.isOpen) return true
  if (left.boot !== null && now.boot !== null) return left.boot === now.boot
  return Math.abs(left.bootedAt - now.bootedAt) < SAME_BOOT_MS
}

export async function readWord(folder: string): Promise<LeftWord | null> {
  const text = await readFile(join(folder, FILE), 'utf8').catch(() => null)
  if (text === null) return null
  try {
    return JSON.parse(text) as LeftWord
  } catch {
    // Half written: whoever wrote it was cut off.
    return { isOpen: true, boot: 'unknown', bootedAt: 0 }
  }
}

export async function leaveWord(folder: string, isOpen: boolean): Promise<void> {
  await writeWhole(join(folder, FILE), `${JSON.stringify({ isOpen, ...thisBoot() })}\n`)
}
