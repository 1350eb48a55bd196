import { readFileSync } from 'node:fs'
import { link, open, readFile, rename, unlink } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Problem } from '../../base/index.ts'

/** Who holds a lock: a process is known by its id and its start, since ids are used again. */
interface Owner {
  pid: number
  /** Start in clock ticks since boot, or null where the system has no /proc. */
  startTicks: string | null
  /** Which boot the ticks belong to, or null where the system does not say. */
  boot: string | null
}

export interface OwnedLock {
  release(): Promise<void>
}

/** How often the file may vanish between two looks at it before something else must be wrong. */
const LOOKS_MAX = 100

/**
 * Takes the lock file or throws `store-locked`. Two PGlite processes on one directory corrupt it
 * silently, and PGlite itself does not notice, so this lock stands outside its directory. A lock is
 * taken over only when its owner is dead, never by age: a busy owner's event loop may stand still
 * for longer than any heartbeat allows.
 */
export async function takeLock(path: string): Promise<OwnedLock> {
  const mine = ownerOf(process.pid)
  await take(path, mine, dirname(path))
  return { release: () => release(path, mine) }
}

/** Who holds a lock file, and whether that process lives; null where nobody does. Changes nothing. */
export async function lookAtLock(path: string): Promise<{ pid: number; isAlive: boolean } | null> {
  const owner = await readOwner(path)
  return owner === null ? null : { pid: owner.pid, isAlive: isAlive(owner) }
}

/**
 * Of several who find the same owner dead, one may follow it: the one that takes the lock named
 * after that owner, by the same rule. It then looks again, since the slowest may come when a
 * successor is already in place; nothing is ever deleted to make room, only replaced.
 */
async function take(path: string, mine: Owner, directory: string): Promise<void> {
  for (let look = 0; look < LOOKS_MAX; look++) {
    if (await createWhole(path, mine)) return
    const theirs = await readOwner(path)
    if (theirs === null) continue
    if (isAlive(theirs)) throw new Problem('store-locked', { pid: theirs.pid, directory })
    const succession = `${path}.after-${theirs.pid}-${theirs.startTicks ?? 'unknown'}`
    await take(succession, mine, directory)
    try {
      if (!isSame(await readOwner(path), theirs)) continue
      await replaceWhole(path, mine)
      return
    } finally {
      await unlinkIfThere(succession)
    }
  }
  throw new Problem('store-locked', { pid: '?', directory })
}

/** Creates the file with its content in one step, so that no reader ever sees it half written. */
async function createWhole(path: string, owner: Owner): Promise<boolean> {
  const draft = await writeDraft(path, owner)
  try {
    await link(draft, path)
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  } finally {
    await unlink(draft)
  }
}

async function replaceWhole(path: string, owner: Owner): Promise<void> {
  await rename(await writeDraft(path, owner), path)
}

async function writeDraft(path: string, owner: Owner): Promise<string> {
  const draft = `${path}.${owner.pid}.${process.hrtime.bigint()}`
  const file = await open(draft, 'wx', 0o600)
  try {
    await file.writeFile(`${JSON.stringify(owner)}\n`)
    await file.sync()
  } finally {
    await file.close()
  }
  return draft
}

async function release(path: string, mine: Owner): Promise<void> {
  if (isSame(await readOwner(path), mine)) await unlinkIfThere(path)
}

function isSame(one: Owner | null, other: Owner): boolean {
  return one?.pid === other.pid && one.startTicks === other.startTicks
}

/** Null when the file is gone; one that cannot be understood has an owner that never lived. */
async function readOwner(path: string): Promise<Owner | null> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return null
    throw error
  })
  if (text === null) return null
  try {
    const owner = JSON.parse(text) as Partial<Owner>
    return { pid: owner.pid ?? 0, startTicks: owner.startTicks ?? null, boot: owner.boot ?? null }
  } catch {
    return { pid: 0, startTicks: null, boot: null }
  }
}

function isAlive(owner: Owner): boolean {
  if (owner.pid <= 0) return false
  try {
    process.kill(owner.pid, 0)
  } catch (error) {
    if (codeOf(error) === 'ESRCH') return false
  }
  const now = ownerOf(owner.pid)
  if (owner.boot !== null && now.boot !== null && owner.boot !== now.boot) return false
  if (owner.startTicks === null || now.startTicks === null) return true
  return owner.startTicks === now.startTicks
}

function ownerOf(pid: number): Owner {
  return { pid, startTicks: startTicksOf(pid), boot: bootId() }
}

/** Field 22 of /proc/<pid>/stat; counted after the last ')' since a program's name may hold any. */
function startTicksOf(pid: number): string | null {
  const text = readOrNull(`/proc/${pid}/stat`)
  return text?.slice(text.lastIndexOf(')') + 2).split(' ')[19] ?? null
}

/** Names the run of the machine since it was last switched on; null where the system does not say. */
export function bootId(): string | null {
  return readOrNull('/proc/sys/kernel/random/boot_id')?.trim() ?? null
}

function readOrNull(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}

async function unlinkIfThere(path: string): Promise<void> {
  try {
    await unlink(path)
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error
  }
}

function codeOf(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException).code
}
