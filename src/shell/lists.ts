/** The lists that can be drawn up: files of packs, those of the program and those of the office. */
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Problem, problemText, stableCompare } from '../base/index.ts'
import type { Vocabulary } from '../graph/kinds/index.ts'
import { knownTo, type ListDefinition, listsOf, parseDefinition } from '../graph/lists/index.ts'
import { PACKS_DIRECTORY, type PackFiles, packJson, packPaths, readPack } from './packs.ts'

/** Packs that hold lists, and the lists by their ids in their order. */
export interface KnownLists {
  readonly packs: readonly PackFiles[]
  readonly lists: ReadonlyMap<string, ListDefinition>
}

/**
 * Reads every pack with a folder `lists`: those beside the program, and those in the folder `packs`
 * of the installation, whose lists go before the program's of the same id.
 * Problems: `pack-invalid`, `list-invalid` with the file and the fault.
 */
export async function readLists(directory: string, vocabulary: Vocabulary): Promise<KnownLists> {
  const own = await listPacks(join(directory, 'packs'))
  const shipped = await listPacks(PACKS_DIRECTORY)
  const read = (packs: readonly PackFiles[]): Map<string, ListDefinition> =>
    listsOf(packs.flatMap((pack) => definitionsOf(pack, vocabulary)))
  return { packs: [...shipped, ...own], lists: new Map([...read(shipped), ...read(own)]) }
}

async function listPacks(directory: string): Promise<PackFiles[]> {
  const packs: PackFiles[] = []
  const folders = await readdir(directory).catch(() => [])
  for (const folder of folders.toSorted(stableCompare)) {
    const found = await stat(join(directory, folder, 'lists')).catch(() => null)
    if (found?.isDirectory()) packs.push(await readPack(folder, directory))
  }
  return packs
}

/** The lists of one pack in their order. Problem: `list-invalid`. */
export function definitionsOf(pack: PackFiles, vocabulary: Vocabulary): ListDefinition[] {
  const known = knownTo(vocabulary)
  return packPaths(pack, 'lists', 'json')
    .map((path) => {
      const content = packJson(pack, path)
      try {
        return parseDefinition(content, known)
      } catch (error) {
        throw error instanceof Problem ? inFile(error, `${pack.folder}/${path}`) : error
      }
    })
    .toSorted((one, other) => one.file.order - other.file.order)
}

/** A definition is mended in a file, so its fault names that file. */
function inFile(problem: Problem, path: string): Problem {
  const { why: reason } = problemText(problem, 'zh')
  const { why: reasonEn } = problemText(problem, 'en')
  return new Problem('list-invalid', { path, reason, reasonEn })
}
