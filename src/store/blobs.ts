import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import {
  access,
  type FileHandle,
  mkdir,
  open,
  readdir,
  readFile,
  rename,
  rm,
  stat,
} from 'node:fs/promises'
import { hostname } from 'node:os'
import { dirname, join } from 'node:path'
import { Problem } from '../base/index.ts'

export interface StoredBlob {
  /** Lower-case hexadecimal, 64 characters: the blob's name. */
  sha256: string
  sizeBytes: number
}

/** Files named by the hash of their bytes; the same bytes twice are one file. */
export interface Blobs {
  /** Takes a stream of at most `limitBytes`; beyond it `too-large`, and nothing is kept. */
  put(stream: AsyncIterable<Uint8Array>, limitBytes: number): Promise<StoredBlob>
  putBytes(bytes: Uint8Array): Promise<StoredBlob>
  /** Where the blob is or would be. */
  path(sha256: string): string
  /** Problem `not-found` where there is none. */
  read(sha256: string): Promise<Uint8Array>
  /** The same, in pieces of 64 KiB. */
  open(sha256: string): AsyncIterable<Uint8Array>
  has(sha256: string): Promise<boolean>
  /** All there are, in the order of their names. */
  list(): Promise<readonly StoredBlob[]>
}

const DRAFT_SEPARATOR = '@'
const DRAFT_AGE_MAX_MS = 24 * 3600 * 1000

/** Opens the folder of blobs and removes what an interrupted `put` has left. */
export async function openBlobs(folder: string): Promise<Blobs> {
  const drafts = join(folder, 'drafts')
  await mkdir(drafts, { recursive: true, mode: 0o700 })
  await sweepDrafts(drafts)
  const path = (sha256: string): string => pathOf(folder, sha256)
  const put = (stream: AsyncIterable<Uint8Array>, limitBytes: number): Promise<StoredBlob> =>
    putStream({ folder, draft: newDraft(drafts) }, stream, limitBytes)
  return {
    put,
    putBytes: (bytes) => put(once(bytes), bytes.length),
    path,
    read: (sha256) => readFile(path(sha256)).catch(rethrow),
    open: (sha256) => readPieces(path(sha256)),
    has: (sha256) => exists(path(sha256)),
    list: () => listBlobs(folder),
  }
}

async function listBlobs(folder: string): Promise<readonly StoredBlob[]> {
  const found: StoredBlob[] = []
  for (const head of (await readdir(folder)).filter((name) => /^[0-9a-f]{2}$/.test(name)).sort()) {
    for (const rest of (await readdir(join(folder, head))).sort()) {
      const { size } = await stat(join(folder, head, rest))
      found.push({ sha256: head + rest, sizeBytes: size })
    }
  }
  return found
}

function pathOf(folder: string, sha256: string): string {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Problem('not-found')
  return join(folder, sha256.slice(0, 2), sha256.slice(2))
}

/** Written, synced, renamed, and the folder synced: only then may a row name it. */
async function putStream(
  place: { folder: string; draft: string },
  stream: AsyncIterable<Uint8Array>,
  limitBytes: number,
): Promise<StoredBlob> {
  const file = await open(place.draft, 'wx', 0o600)
  try {
    const stored = await writeDraft(file, stream, limitBytes)
    await file.sync()
    await file.close()
    const final = pathOf(place.folder, stored.sha256)
    if (await exists(final)) {
      await rm(place.draft)
      return stored
    }
    await mkdir(dirname(final), { recursive: true, mode: 0o700 })
    await rename(place.draft, final)
    await syncFolder(dirname(final))
    await syncFolder(place.folder)
    return stored
  } catch (error) {
    await file.close().catch(() => {})
    await rm(place.draft, { force: true })
    throw error
  }
}

async function writeDraft(
  file: FileHandle,
  stream: AsyncIterable<Uint8Array>,
  limitBytes: number,
): Promise<StoredBlob> {
  const hash = createHash('sha256')
  let sizeBytes = 0
  for await (const piece of stream) {
    sizeBytes += piece.length
    if (sizeBytes > limitBytes) throw new Problem('too-large', { limit: sizeText(limitBytes) })
    hash.update(piece)
    await file.writeFile(piece)
  }
  return { sha256: hash.digest('hex'), sizeBytes }
}

function sizeText(bytes: number): string {
  return bytes < 1_000_000 ? `${bytes} B` : `${Math.round(bytes / 100_000) / 10} MB`
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

function newDraft(drafts: string): string {
  return join(drafts, [process.pid, randomUUID(), hostname()].join(DRAFT_SEPARATOR))
}

/** Drafts of this machine's dead processes, and any that no upload can still be writing. */
async function sweepDrafts(drafts: string): Promise<void> {
  for (const draft of await readdir(drafts)) {
    const [pid, , host] = draft.split(DRAFT_SEPARATOR)
    const path = join(drafts, draft)
    const isAbandoned = host === hostname() ? !isRunning(Number(pid)) : await isOld(path)
    if (isAbandoned) await rm(path, { force: true })
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

async function isOld(path: string): Promise<boolean> {
  const { mtimeMs } = await stat(path)
  return Date.now() - mtimeMs > DRAFT_AGE_MAX_MS
}

async function exists(path: string): Promise<boolean> {
  try {
    await access(path)
    return true
  } catch {
    return false
  }
}

async function* readPieces(path: string): AsyncIterable<Uint8Array> {
  try {
    for await (const piece of createReadStream(path)) yield piece as Uint8Array
  } catch (error) {
    rethrow(error)
  }
}

async function* once(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes
}

function rethrow(error: unknown): never {
  throw (error as NodeJS.ErrnoException).code === 'ENOENT' ? new Problem('not-found') : error
}
