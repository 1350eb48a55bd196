import { readFileSync } from 'node:fs'
import { link, open, readFile, unlink } from 'node:fs/promises'
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

const TAKE_ATTEMPTS_MAX = 5

/**
 * Takes the lock file or throws `store-locked`. Two PGlite processes on one directory corrupt it
 * silently, and PGlite itself does not notice, so this lock stands outside its directory. A lock is
 * taken over only when its owner is dead, never by age: a busy owner's event loop may stand still
 * for longer than any heartbeat allows.
 */
export async function takeLock(path: string): Promise<OwnedLock> {
  const mine = ownerOf(process.pid)
  for (let attempt = 0; attempt < TAKE_ATTEMPTS_MAX; attempt++) {
    if (await createWhole(path, mine)) return { release: () => release(path, mine) }
    const theirs = await readOwner(path)
    if (theirs !== null && isAlive(theirs)) {
      throw new Problem('store-locked', { pid: theirs.pid, directory: dirname(path) })
    }
    await removeDead(path, mine)
  }
  throw new Problem('store-locked', { pid: '?', directory: dirname(path) })
}

/** Creates the file with its content in one step, so that no reader ever sees it half written. */
async function createWhole(path: string, owner: Owner): Promise<boolean> {
  const draft = `${path}.${owner.pid}.${process.hrtime.bigint()}`
  const file = await open(draft, 'wx', 0o600)
  try {
    await file.writeFile(`${JSON.stringify(owner)}\n`)
    await file.sync()
    await link(draft, path)
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  } finally {
    await file.close()
    await unlink(draft)
  }
}

/**
 * Removes a dead owner's lock. Of several newcomers only the holder of `….takeover` may remove it,
 * and looks again first: without that, the slower of two could remove the faster one's new lock.
 */
async function removeDead(path: string, mine: Owner): Promise<void> {
  const takeover = `${path}.takeover`
  if (!(await createWhole(takeover, mine))) {
    const other = await readOwner(takeover)
    if (other === null || !isAlive(other)) await unlinkIfThere(takeover)
    else await new Promise((resolve) => setTimeout(resolve, 50))
    return
  }
  try {
    const theirs = await readOwner(path)
    if (theirs === null || !isAlive(theirs)) await unlinkIfThere(path)
  } finally {
    await unlinkIfThere(takeover)
  }
}

async function release(path: string, mine: Owner): Promise<void> {
  const held = await readOwner(path)
  if (held?.pid === mine.pid && held.startTicks === mine.startTicks) await unlinkIfThere(path)
}

/** Null when the file is gone or is not ours to understand. */
async function readOwner(path: string): Promise<Owner | null> {
  try {
    const owner = JSON.parse(await readFile(path, 'utf8')) as Partial<Owner> | null
    if (typeof owner?.pid !== 'number') return null
    return { pid: owner.pid, startTicks: owner.startTicks ?? null, boot: owner.boot ?? null }
  } catch {
    return null
  }
}

function isAlive(owner: Owner): boolean {
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

function bootId(): string | null {
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
