import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

/**
 * Address of a compiled thread, by its path below `src` without the ending:
 * `graph/reading/reading.thread`. Always the compiled file in `dist/`, since Node 20 cannot run
 * TypeScript in a worker thread; sources under test therefore need `dist/` to be built first.
 */
export function threadEntry(name: string): URL {
  const root = packageRoot(dirname(fileURLToPath(import.meta.url)))
  return pathToFileURL(join(root, 'dist', `${name}.js`))
}

function packageRoot(start: string): string {
  let folder = start
  while (!existsSync(join(folder, 'package.json'))) {
    const parent = dirname(folder)
    if (parent === folder) throw new Error(`no package.json above ${start}`)
    folder = parent
  }
  return folder
}
