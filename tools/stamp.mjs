// What a build was made from, as one hash a part, so that a second start can skip both builds.
// Contents are hashed and not times: a fresh clone and a touched file must not look new.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder that holds package.json. */
export const HOME = join(dirname(fileURLToPath(import.meta.url)), '..')
/** Where everything that is built goes. */
export const DIST = join(HOME, 'dist')

/** What changes every output, whichever source it comes from. */
export const SETTINGS = ['package.json', 'package-lock.json', 'tsconfig.json', 'tools/build.mjs']
/** The configuration and the folders that each part is made from. */
const PARTS = {
  server: { files: SETTINGS, folders: ['src'], without: /^src\/web\// },
  web: { files: [...SETTINGS, 'vite.config.ts'], folders: ['src/web', 'src/base'], without: /^$/ },
  // What the tests start beside themselves, to kill it.
  children: { files: SETTINGS, folders: ['src', 'test'], without: /^(src\/web|test\/browser)\// },
}

/** Sources that are for the tests only, so that a changed test never causes a build. */
export const isForTests = (path) => /\.(test|case)\.tsx?$/.test(path)

/** Every file below a folder, as paths from HOME with forward slashes, in a fixed order. */
export function filesBelow(folder) {
  return readdirSync(join(HOME, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(HOME, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort()
}

/** The files that a part ('server', 'web' or 'children') is built from. */
export function inputsOf(part) {
  const { files, folders, without } = PARTS[part]
  const sources = folders.flatMap(filesBelow)
  return [...files, ...sources.filter((path) => !without.test(path) && !isForTests(path))]
}

/** The hash of everything that a part is built from. */
export const hashOf = (part) => hashFiles(inputsOf(part))

/** One hash over the names and contents of files. */
export function hashFiles(paths) {
  const hash = createHash('sha256')
  for (const path of paths) {
    const bytes = readFileSync(join(HOME, path))
    hash.update(`${path}\n${bytes.length}\n`).update(bytes)
  }
  return hash.digest('hex')
}

const stampPath = (part) => join(DIST, `.${part}.stamp`)
const OUTPUT = {
  server: 'program/main.js',
  web: 'public/index.html',
  children: 'children/killed-import.js',
}

/** The hash to build for, or null when what is built already is made from it. */
export function staleHash(part) {
  const hash = hashOf(part)
  try {
    statSync(join(DIST, OUTPUT[part]))
    return readFileSync(stampPath(part), 'utf8') === hash ? null : hash
  } catch {
    return hash
  }
}

export { stampPath }
