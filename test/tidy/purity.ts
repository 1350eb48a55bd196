/** What may touch the world: the clock, chance, the environment, files, the network, the database. */
import ts from 'typescript'
import { folderOf, lineOf, nodesOf, offences, type Rule, type Source } from './house.ts'

const touchesWorld = ({ path }: Source): boolean =>
  ['store', 'shell', 'main.ts'].includes(folderOf(path))

/** Parts of Node that compute and touch nothing. */
const CALM = [
  'assert',
  'async_hooks',
  'buffer',
  'crypto',
  'stream',
  'string_decoder',
  'util',
  'zlib',
]
const isCalm = (specifier: string): boolean =>
  CALM.includes(specifier.replace('node:', '').split('/')[0] ?? '')
const isNode = (specifier: string): boolean => specifier.startsWith('node:')

/** Packages that reach the network, the database or the terminal. */
const WORLD = /^(hono|@hono\/|pg(-|$)|@electric-sql\/|kysely|pino|vite|playwright)/
const DATABASE = /^(kysely|pg(-|$)|@electric-sql\/)/
/** Random bytes and identifiers; the hashes of the same module are welcome. */
const CHANCE = [
  'randomBytes',
  'randomFill',
  'randomFillSync',
  'randomInt',
  'randomUUID',
  'webcrypto',
]

const isStoreFile = (path: string): boolean =>
  folderOf(path) === 'store' || /(\/|-)store\.ts$/.test(path)

/** Calls and values by which the clock, chance, the environment or the terminal come in. */
const IMPURE = new Set([
  'Date.now',
  'performance.now',
  'Math.random',
  'crypto.getRandomValues',
  'crypto.randomUUID',
  'process.env',
  'process.stdout',
  'process.stderr',
  'process.exit',
])

function impureAt(node: ts.Node, inBrowser: boolean): string | null {
  if (ts.isPropertyAccessExpression(node) && ts.isIdentifier(node.expression)) {
    const name = `${node.expression.text}.${node.name.text}`
    const browserMay = inBrowser && !name.startsWith('process.')
    if (IMPURE.has(name) && !browserMay) return name
    return node.expression.text === 'console' ? name : null
  }
  if (inBrowser) return null
  const isCall = ts.isCallExpression(node) && ts.isIdentifier(node.expression)
  if (isCall && node.expression.text === 'fetch') return 'fetch()'
  const isDate = ts.isNewExpression(node) && node.expression.getText() === 'Date'
  return isDate && (node.arguments?.length ?? 0) === 0 ? 'new Date()' : null
}

/** Only what stands in code counts: a comment may speak of the clock. */
function impurities(source: Source): string[] {
  const inBrowser = folderOf(source.path) === 'web'
  return nodesOf(source.tree).flatMap((node) => {
    const found = impureAt(node, inBrowser)
    return found === null ? [] : [`${found} at line ${lineOf(source.tree, node.getStart())}`]
  })
}

export const purity: Rule = {
  name: 'purity',
  says: 'outside store and shell there is no clock, chance, environment, terminal or I/O',
  find: (house) =>
    offences(house, (source) => {
      if (touchesWorld(source)) return []
      const isHere = ({ specifier }: { specifier: string }): boolean =>
        (isNode(specifier) && !isCalm(specifier)) ||
        (WORLD.test(specifier) && !(specifier === 'kysely' && isStoreFile(source.path)))
      const chance = source.imports
        .filter(({ specifier }) => specifier === 'node:crypto')
        .flatMap(({ names }) => names.filter((name) => CHANCE.includes(name)))
      const world = source.imports.filter(isHere).map(({ specifier }) => specifier)
      return [...impurities(source), ...world, ...chance]
    }),
}

export const nodeInBrowser: Rule = {
  name: 'browser',
  says: 'web runs in a browser, so it imports nothing of Node',
  find: (house) =>
    offences(house, ({ path, imports }) =>
      folderOf(path) !== 'web'
        ? []
        : imports.map(({ specifier }) => specifier).filter((specifier) => isNode(specifier)),
    ),
}

export const environment: Rule = {
  name: 'environment',
  says: 'src/shell/config.ts is the only reader of the environment',
  find: (house) =>
    offences(house, ({ path, tree }) =>
      path.startsWith('src/shell/config')
        ? []
        : nodesOf(tree)
            .filter((node) => ts.isPropertyAccessExpression(node))
            .filter((node) => node.getText() === 'process.env')
            .map((node) => `process.env at line ${lineOf(tree, node.getStart())}`),
    ),
}

export const drivers: Rule = {
  name: 'drivers',
  says: 'Kysely and the drivers are imported in store.ts files and src/store alone',
  find: (house) =>
    offences(house, ({ path, imports }) =>
      isStoreFile(path)
        ? []
        : imports.map(({ specifier }) => specifier).filter((each) => DATABASE.test(each)),
    ),
}

const SQL = new RegExp(
  [
    'select\\s[\\s\\S]*\\sfrom\\s',
    'insert\\s+into\\s',
    'update\\s+\\S+\\s+(as\\s+\\S+\\s+)?set\\s',
    'delete\\s+from\\s',
    'with\\s+(recursive\\s+)?\\w+\\s*(\\([^)]*\\)\\s*)?as\\s*(materialized\\s*)?\\(',
    '(create|alter|drop|truncate)\\s+(unique\\s+)?(table|index|schema|view|type|extension|role)\\s',
  ]
    .map((pattern) => `^\\s*${pattern}`)
    .join('|'),
  'i',
)

function isSql(node: ts.Node): boolean {
  if (ts.isTaggedTemplateExpression(node)) return node.tag.getText().split(/[.<]/)[0] === 'sql'
  const isText = ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)
  if (isText) return SQL.test(node.text)
  return ts.isTemplateExpression(node) && SQL.test(node.getText().slice(1))
}

export const sql: Rule = {
  name: 'sql',
  says: 'SQL stands in store.ts files and src/store; words.ts may say Select and Update',
  find: (house) =>
    offences(house, ({ path, tree }) =>
      isStoreFile(path) || path.endsWith('words.ts')
        ? []
        : nodesOf(tree)
            .filter(isSql)
            .map((node) => `SQL at line ${lineOf(tree, node.getStart())}`),
    ),
}
