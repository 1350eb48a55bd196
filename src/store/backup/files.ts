import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** A file that is written and hashed as it grows, and is on the disk when it is closed. */
export async function writeHashed(
  path: string,
  pieces: AsyncIterable<{ bytes: Uint8Array; rows: number }>,
): Promise<{ rows: number; sizeBytes: number; sha256: string }> {
  const hash = createHash('sha256')
  let rows = 0
  let sizeBytes = 0
  const file = await open(path, 'wx', 0o600)
  try {
    for await (const piece of pieces) {
      hash.update(piece.bytes)
      rows += piece.rows
      sizeBytes += piece.bytes.length
      await file.writeFile(piece.bytes)
    }
    await file.sync()
  } finally {
    await file.close()
  }
  return { rows, sizeBytes, sha256: hash.digest('hex') }
}

export async function hashFile(
  path: string,
): Promise<{ sizeBytes: number; sha256: string; lines: number }> {
  const hash = createHash('sha256')
  let sizeBytes = 0
  let lines = 0
  for await (const piece of createReadStream(path) as AsyncIterable<Buffer>) {
    hash.update(piece)
    sizeBytes += piece.length
    for (let at = piece.indexOf(0x0a); at !== -1; at = piece.indexOf(0x0a, at + 1)) lines += 1
  }
  return { sizeBytes, sha256: hash.digest('hex'), lines }
}

/** Puts a folder's list of names on the disk; a name is only sure to be there after this. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Every file below a folder, by its path from there; folders with a stroke at their end. */
export async function filesBelow(folder: string, from = ''): Promise<string[]> {
  const found: string[] = []
  for (const entry of await readdir(join(folder, from), { withFileTypes: true })) {
    const path = join(from, entry.name)
    if (entry.isDirectory()) found.push(`${path}/`, ...(await filesBelow(folder, path)))
    else found.push(path)
  }
  return found
}

/** So many files are synced at a time: the disk takes them together, and one by one ten times longer. */
const SYNCS = 8

/** Puts a whole folder on the disk: each file that changed since, and each list of names. */
export async function syncTree(folder: string, changedSince = 0): Promise<void> {
  const paths = (await filesBelow(folder)).map((path) => join(folder, path))
  let next = 0
  const sync = async (): Promise<void> => {
    for (let path = paths[next++]; path !== undefined; path = paths[next++]) {
      const isFile = !path.endsWith('/')
      if (isFile && (await stat(path)).mtimeMs < changedSince) continue
      await syncFolder(path)
    }
  }
  await Promise.all(Array.from({ length: SYNCS }, sync))
  await syncFolder(folder)
}

/** Writes a small file so that it is there whole or not at all. */
export async function writeWhole(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const file = await open(path, 'w', 0o600)
  try {
    await file.writeFile(text)
    await file.sync()
  } finally {
    await file.close()
  }
  await syncFolder(dirname(path))
}
