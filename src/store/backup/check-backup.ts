import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Problem } from '../../base/index.ts'
import { filesBelow, hashFile } from './files.ts'
import { blobFile, MANIFEST_FILE, type Manifest, parseManifest, tableFile } from './manifest.ts'

/** Reads the manifest of a backup. Problems: `backup-invalid`, `backup-damaged`, `backup-newer`. */
export async function readManifest(folder: string): Promise<Manifest> {
  const text = await readFile(join(folder, MANIFEST_FILE), 'utf8').catch((error: unknown) => {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ENOTDIR') {
      throw new Problem('backup-invalid', { reason: join(folder, MANIFEST_FILE) })
    }
    throw error
  })
  return parseManifest(text)
}

/**
 * Reads every byte of a backup and compares it with what its manifest says: sizes, hashes, counts of
 * rows, nothing missing and nothing added. Answers the manifest.
 * Problems: those of `readManifest`.
 */
export async function checkBackup(folder: string): Promise<Manifest> {
  const manifest = await readManifest(folder)
  const wanted = new Set([MANIFEST_FILE])
  for (const table of manifest.tables) {
    const path = tableFile(table.name)
    wanted.add(path)
    const found = await hashed(folder, path)
    const isSame = found.sha256 === table.sha256 && found.sizeBytes === table.sizeBytes
    if (!isSame || found.lines !== table.rows) throw damaged(path)
  }
  for (const blob of manifest.blobs) {
    const path = blobFile(blob.sha256)
    wanted.add(path)
    const found = await hashed(folder, path)
    if (found.sha256 !== blob.sha256 || found.sizeBytes !== blob.sizeBytes) throw damaged(path)
  }
  for (const path of await filesBelow(folder)) {
    if (!path.endsWith('/') && !wanted.has(path)) throw damaged(path)
  }
  return manifest
}

async function hashed(folder: string, path: string) {
  return hashFile(join(folder, path)).catch((error: unknown) => {
    throw (error as NodeJS.ErrnoException).code === 'ENOENT' ? damaged(path) : error
  })
}

const damaged = (file: string): Problem => new Problem('backup-damaged', { file })
