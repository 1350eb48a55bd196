import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

/**
 * Address of a compiled thread, by its file name without the ending: `reading.thread`. Always the
 * bundle in `dist/threads`, since Node 20 cannot run TypeScript in a worker thread and a bundle
 * starts in a third of the time; sources under test therefore need `dist/` to be built first.
 */
export function threadEntry(name: string): URL {
  const root = packageRoot(dirname(fileURLToPath(import.meta.url)))
  return pathToFileURL(join(root, 'dist/threads', `${name}.js`))
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
