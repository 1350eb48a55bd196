/** Where imports may go: along the line, through doors, and never from the screens into rules. */
import { dirname } from 'node:path/posix'
import { folderOf, type Import, isForTests, offences, productOf, type Rule } from './house.ts'

/** Low to high. A folder may import from itself and from what stands to its left. */
const LINE = [
  'verifier',
  'base',
  'store',
  'trust',
  'graph',
  'insight',
  'exchange',
  'web',
  'shell',
  'main.ts',
]
/** Folders that are one module, with one door or none, whatever folders they hold. */
const WHOLE = ['verifier', 'base', 'store', 'web', 'shell', 'main.ts']

/** The module that a file belongs to: 'store', or 'graph/chain'. */
export function moduleOf(path: string): string {
  const folder = folderOf(path)
  return WHOLE.includes(folder) ? folder : path.split('/').slice(1, 3).join('/')
}

const rank = (path: string): number => LINE.indexOf(folderOf(path))
const ownPaths = (imports: readonly Import[]): string[] =>
  imports.flatMap(({ path }) => (path === null ? [] : [path]))

export const arrows: Rule = {
  name: 'arrows',
  says: 'imports run along the line base, store, trust, graph, insight, exchange, web, shell',
  find: (house) =>
    offences(house, ({ path, imports }) => [
      ...(rank(path) < 0 ? ['stands in no folder of the line'] : []),
      ...ownPaths(imports).filter((to) => rank(to) > rank(path) || !to.startsWith('src/')),
    ]),
}

export const doors: Rule = {
  name: 'doors',
  says: "another module is entered by its index.ts; shell's parts and main.ts know each other",
  find: (house) =>
    offences(house, ({ path, imports }) =>
      ownPaths(imports)
        .filter((to) => moduleOf(to) !== moduleOf(path) && folderOf(to) !== 'shell')
        .filter((to) => to !== `src/${moduleOf(to)}/index.ts`),
    ),
}

export const screens: Rule = {
  name: 'screens',
  says: 'web draws what it is given: of our own code it imports itself and base alone',
  find: (house) =>
    offences(house, ({ path, imports }) =>
      folderOf(path) !== 'web'
        ? []
        : ownPaths(imports).filter((to) => !['web', 'base'].includes(folderOf(to))),
    ),
}

/** What is started by its name: by npm, by a person, by whoever verifies. */
const PROGRAMS = [
  'src/main.ts',
  'src/web/main.tsx',
  'src/shell/cli/lianshu.ts',
  'src/shell/lianshu-verify.ts',
]

/** Sources of the programs that verify and witness: what they use, whoever distrusts us has to trust. */
const isOfVerifier = (path: string): boolean =>
  folderOf(path) === 'verifier' ||
  ['lianshu-verify.ts', 'verifying.ts', 'witnessing.ts'].some(
    (name) => path === `src/shell/${name}`,
  )

export const verifierAlone: Rule = {
  name: 'verifier',
  says: 'the verifier uses nothing of the server and no package, and the server nothing of it',
  find: (house) =>
    offences(house, ({ path, imports }) =>
      isOfVerifier(path)
        ? imports
            .filter(({ specifier, path: to }) =>
              to === null ? !specifier.startsWith('node:') : !isOfVerifier(to),
            )
            .map(({ specifier }) => specifier)
        : ownPaths(imports).filter((to) => folderOf(to) === 'verifier'),
    ),
}

const isRoot = (path: string): boolean =>
  PROGRAMS.includes(path) || path.endsWith('.thread.ts') || path.endsWith('.d.ts')

export const deadFiles: Rule = {
  name: 'dead-files',
  says: 'every source is reached from main.ts, web/main.tsx, the command line or a thread',
  find: (house) => {
    const byPath = new Map(productOf(house).map((source) => [source.path, source]))
    const reached = new Set<string>()
    const queue = [...byPath.keys()].filter(isRoot)
    for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
      if (reached.has(path)) continue
      reached.add(path)
      queue.push(...ownPaths(byPath.get(path)?.imports ?? []))
    }
    return [...byPath.keys()].filter((path) => !reached.has(path)).map((path) => `${path}: unused`)
  },
}

export const besideSubject: Rule = {
  name: 'tests-beside',
  says: 'a test in src stands beside a source: its folder holds more than tests',
  find: (house) => {
    const folders = new Set(productOf(house).map(({ path }) => dirname(path)))
    return house.sources
      .filter(({ path }) => path.startsWith('src/') && isForTests(path))
      .filter(({ path }) => !folders.has(dirname(path)))
      .map(({ path }) => `${path}: no source beside it`)
  },
}
