import { mkdir, open, readdir, readFile, truncate, unlink } from 'node:fs/promises'
import { join } from 'node:path'

/** A file that only grows. */
export interface GrowingFile {
  append(bytes: Uint8Array): Promise<void>
  /** Returns when all that was appended is on the disk. */
  sync(): Promise<void>
  close(): Promise<void>
}

/**
 * All that the journal asks of a disk. Nothing is sure to survive a power cut but what was synced: the
 * bytes of a file by its own `sync`, that it has a name by `syncFolder`.
 */
export interface Disk {
  list(): Promise<readonly string[]>
  read(name: string): Promise<Uint8Array>
  /** Makes a file that is not there yet. */
  create(name: string): Promise<GrowingFile>
  /** Opens one that is there, to append. */
  grow(name: string): Promise<GrowingFile>
  /** Cuts a file, and returns when the cut is on the disk. */
  cut(name: string, sizeBytes: number): Promise<void>
  remove(name: string): Promise<void>
  syncFolder(): Promise<void>
}

/** A folder of the file system. */
export async function folderDisk(folder: string): Promise<Disk> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const path = (name: string): string => join(folder, name)
  return {
    list: () => readdir(folder),
    read: (name) => readFile(path(name)),
    create: (name) => growing(path(name), 'ax'),
    grow: (name) => growing(path(name), 'a'),
    async cut(name, sizeBytes) {
      await truncate(path(name), sizeBytes)
      await syncPath(path(name))
    },
    remove: (name) => unlink(path(name)),
    syncFolder: () => syncPath(folder),
  }
}

async function growing(path: string, flag: 'a' | 'ax'): Promise<GrowingFile> {
  const file = await open(path, flag, 0o600)
  return {
    append: (bytes) => file.appendFile(bytes),
    sync: () => file.datasync(),
    close: () => file.close(),
  }
}

async function syncPath(path: string): Promise<void> {
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
