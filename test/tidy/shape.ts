/** Size, names and leftovers: what the eye meets before the meaning. */
import ts from 'typescript'
import { type House, isForTests, lineOf, nodesOf, type Rule } from './house.ts'

const FILE_LINES_MAX = 400
const FUNCTION_LINES_MAX = 70

/** Lines of a text; a last line break opens no line. */
const linesOf = (text: string): number => text.replace(/\n$/, '').split('\n').length
const isCode = (path: string): boolean => /^(src|test|tools)\/.*\.(ts|tsx|mjs|css|sql)$/.test(path)
const isMade = (path: string): boolean => path === 'src/web/api/schema.ts'

export const fileSize: Rule = {
  name: 'file-size',
  says: `a file fits the eye: at most ${FILE_LINES_MAX} lines`,
  find: ({ files }) =>
    [...files]
      .filter(([path, text]) => isCode(path) && !isMade(path) && linesOf(text) > FILE_LINES_MAX)
      .map(([path, text]) => `${path}: ${linesOf(text)} lines`),
}

/** A test file holds its cases in one function, so there the file is the measure. */
export const functionSize: Rule = {
  name: 'function-size',
  says: `a function fits the screen: at most ${FUNCTION_LINES_MAX} lines`,
  find: (house) =>
    house.sources
      .filter(({ path }) => !isForTests(path) && !isMade(path))
      .flatMap(({ path, tree }) =>
        nodesOf(tree)
          .filter((node) => ts.isFunctionLike(node))
          .map((node) => ({
            first: lineOf(tree, node.getStart()),
            last: lineOf(tree, node.end),
          }))
          .filter(({ first, last }) => last - first >= FUNCTION_LINES_MAX)
          .map(({ first, last }) => `${path}: ${last - first + 1} lines at line ${first}`),
      ),
}

const DRAINS = /^(utils?|helpers?|common|misc|shared|managers?|services?)$/

export const names: Rule = {
  name: 'names',
  says: 'files are kebab-case, and none is called util, helper, common, misc, shared, manager, service',
  find: ({ files }) =>
    [...files.keys()]
      .filter((path) => /^(src|test|tools)\//.test(path))
      .filter((path) => {
        const segments = path.split('/')
        const parts = segments.flatMap((segment) => segment.split(/[-.]/))
        const isKebab = segments.every((each) => /^[a-z0-9_]+([-.][a-z0-9]+)*$/.test(each))
        return parts.some((part) => DRAINS.test(part)) || !isKebab
      })
      .map((path) => `${path}: name`),
}

/** Written in halves, so that this file does not find itself. */
const LEFTOVERS = new RegExp(
  ['FIX' + 'ME', 'TO' + 'DO', 'XX' + 'X'].map((word) => `\\b${word}\\b`).join('|') +
    '|not ' +
    'implemented|@ts-' +
    '(ignore|nocheck)|^\\s*debugger\\b|\\b(test|describe|it)\\.only\\(',
  'im',
)

export const leftovers: Rule = {
  name: 'leftovers',
  says: 'a thing is finished or absent: no notes to oneself, no silenced types, no single test',
  find: ({ files }) =>
    findIn(files, (path) => /^(src|test|tools|docs|packs)\/|\.md$/.test(path), LEFTOVERS),
}

/** The folder that this very checkout stands in is the likeliest slip. */
const HERE = process.cwd().replaceAll('/', '\\/')
const MACHINE = new RegExp(`${HERE}\\b|(?<![\\w.:/-])/(home/[a-z]|Users/[a-z]|root/)`)

export const machinePaths: Rule = {
  name: 'machine-paths',
  says: 'no path of one machine: nobody else has it',
  find: ({ files }) => findIn(files, () => true, MACHINE),
}

const HOSTS = new RegExp(
  `\\bregistry\\.[a-z0-9-]+\\.[a-z]{2,}|\\b${'npm' + 'mirror'}\\b|${'_auth' + 'Token'}`,
)

export const registryHosts: Rule = {
  name: 'registry-hosts',
  says: 'no package registry is named: each machine brings its own',
  find: ({ files }) => [
    ...findIn(files, () => true, HOSTS),
    ...findIn(files, (path) => path === 'package-lock.json', /"resolved": "http/),
    ...findIn(files, (path) => path === '.npmrc', /^\s*(@[\w-]+:)?registry\s*=/m),
  ],
}

function findIn(
  files: House['files'],
  isMeant: (path: string) => boolean,
  pattern: RegExp,
): string[] {
  return [...files].flatMap(([path, text]) => {
    const found = isMeant(path) ? pattern.exec(text) : null
    if (found === null) return []
    const line = text.slice(0, found.index).split('\n').length
    return [`${path}: "${found[0].trim()}" at line ${line}`]
  })
}
