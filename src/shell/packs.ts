/** Packs on disk: folders of data beside the program, read whole when the server starts. */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { canonicalJson, type JsonValue, Problem, sha256Hex, stableCompare } from '../base/index.ts'

/** Folder of the packs, two above src/shell and dist/program alike. */
export const PACKS_DIRECTORY = fileURLToPath(new URL('../../packs/', import.meta.url))

/** One pack as it stands on the disk. */
export interface PackFiles {
  /** Folder name. */
  readonly folder: string
  /** Hash over the names and hashes of all files: two packs with it are the same pack. */
  readonly sha256: string
  /** Bytes by path within the pack, with forward slashes. */
  readonly files: ReadonlyMap<string, Uint8Array>
  /** Names and hashes, the text that `sha256` is the hash of. */
  readonly manifest: string
}

/** Reads a pack. Problem: `pack-invalid` when the folder cannot be read. */
export async function readPack(folder: string, directory = PACKS_DIRECTORY): Promise<PackFiles> {
  const root = join(directory, folder)
  try {
    const entries = await readdir(root, { recursive: true, withFileTypes: true })
    const paths = entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
      .map((path) => path.replaceAll('\\', '/'))
      .toSorted(stableCompare)
    const files = new Map<string, Uint8Array>()
    for (const path of paths) files.set(path, await readFile(join(root, path)))
    const hashes = Object.fromEntries([...files].map(([path, bytes]) => [path, sha256Hex(bytes)]))
    const manifest = canonicalJson(hashes)
    return { folder, files, manifest, sha256: sha256Hex(manifest) }
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error)
    throw new Problem('pack-invalid', { pack: folder, file: '', reason })
  }
}

/** A text file of a pack. Problem: `pack-invalid` when it is missing or is not UTF-8. */
export function packText(pack: PackFiles, path: string): string {
  const bytes = pack.files.get(path)
  if (bytes === undefined) throw invalid(pack, path, '缺少这个文件', 'the file is missing')
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw invalid(pack, path, '不是 UTF-8', 'it is not UTF-8')
  }
}

/** A JSON file of a pack. Problem: `pack-invalid`. */
export function packJson(pack: PackFiles, path: string): JsonValue {
  const text = packText(pack, path)
  try {
    return JSON.parse(text) as JsonValue
  } catch (error) {
    throw invalid(pack, path, '不是有效的 JSON', (error as Error).message)
  }
}

/** Paths of the files directly or deeper below a folder of the pack. */
export function packPaths(pack: PackFiles, below: string, extension: string): string[] {
  return [...pack.files.keys()].filter(
    (path) => path.startsWith(`${below}/`) && path.endsWith(`.${extension}`),
  )
}

const invalid = (pack: PackFiles, file: string, reason: string, reasonEn: string): Problem =>
  new Problem('pack-invalid', { pack: pack.folder, file, reason, reasonEn })
