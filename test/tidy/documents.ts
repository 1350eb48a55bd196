/** Pages about the code that must keep up with the code. */
import { dirname, join, normalize } from 'node:path/posix'
import { moduleOf } from './arrows.ts'
import { type House, productOf, type Rule } from './house.ts'

const page = (house: House, path: string): string => house.files.get(path) ?? ''

/** Modules that have a door, and the parts of the shell. */
function modulesOf(house: House): string[] {
  const paths = productOf(house).map(({ path }) => path)
  const inDoors = paths.map(moduleOf).filter((name) => paths.includes(`src/${name}/index.ts`))
  const whole = paths.map(moduleOf).filter((name) => ['web', 'shell'].includes(name))
  return [...new Set([...inDoors, ...whole])].sort()
}

/** ARCHITECTURE.md names a module as `folder` or `folder/module` at the start of a table row. */
export const architecture: Rule = {
  name: 'architecture',
  says: 'ARCHITECTURE.md names every module that exists, and no other',
  find: (house) => {
    const rows = page(house, 'ARCHITECTURE.md').matchAll(/^\| `([a-z][a-z-/]*)` /gm)
    const named = [...rows].map(([, name]) => name ?? '')
    const real = modulesOf(house)
    return [
      ...real.filter((name) => !named.includes(name)).map((name) => `ARCHITECTURE.md: no ${name}`),
      ...named
        .filter((name) => !real.includes(name))
        .map((name) => `ARCHITECTURE.md: ${name} is gone`),
    ]
  },
}

export const migrations: Rule = {
  name: 'migrations',
  says: 'migrations are numbered without a gap and each begins with a comment that says why',
  find: ({ files }) =>
    [...files.keys()]
      .filter((path) => path.startsWith('src/store/migrations/'))
      .sort()
      .flatMap((path, index) => {
        const number = String(index + 1).padStart(4, '0')
        const isNumbered = new RegExp(`/${number}_[a-z][a-z_]*\\.sql$`).test(path)
        const isExplained = /^-- \S+( \S+){2,}/.test(files.get(path) ?? '')
        return [
          ...(isNumbered ? [] : [`${path}: expected number ${number}`]),
          ...(isExplained ? [] : [`${path}: the first line must be a comment that says why`]),
        ]
      }),
}

/** "- A rule. `test/x.test.ts`", or with the name of one case: "`test/x.test.ts` arrows". */
export const contributing: Rule = {
  name: 'contributing',
  says: 'each rule of CONTRIBUTING.md names the test that keeps it',
  find: (house) => {
    const items = page(house, 'CONTRIBUTING.md').match(/^- .*(?:\n {2}.*)*/gm) ?? []
    if (items.length === 0) return ['CONTRIBUTING.md: no rules']
    return items.flatMap((item) => {
      const named = [...item.matchAll(/`([\w/.-]+\.test\.tsx?)`(?: › `([\w-]+)`)?/g)]
      if (named.length === 0) return [`CONTRIBUTING.md: no test named: ${item.split('\n')[0]}`]
      return named.flatMap(([, path = '', name]) => testFaults(house, path, name))
    })
  },
}

function testFaults(house: House, path: string, name: string | undefined): string[] {
  if (!house.files.has(path)) return [`CONTRIBUTING.md: no test ${path}`]
  if (name === undefined) return []
  const stem = path.replace(/\.test\.tsx?$/, '')
  const texts = [...house.files].filter(([each]) => each === path || each.startsWith(`${stem}/`))
  return texts.some(([, text]) => text.includes(`'${name}'`))
    ? []
    : [`CONTRIBUTING.md: no ${name} in ${path}`]
}

export const links: Rule = {
  name: 'links',
  says: 'a link from one page to another file leads somewhere',
  find: ({ files }) => {
    const folders = new Set([...files.keys()].flatMap((path) => ancestors(path)))
    return [...files]
      .filter(([path]) => path.endsWith('.md'))
      .flatMap(([path, text]) =>
        [...text.matchAll(/\]\(([^)#:\s]+)(?:#[^)]*)?\)/g)]
          .map(([, to = '']) => normalize(join(dirname(path), to)))
          .filter((to) => !/\.(png|jpg)$/.test(to))
          .filter((to) => !files.has(to) && to !== 'LICENSE' && !folders.has(to.replace(/\/$/, '')))
          .map((to) => `${path}: ${to} does not exist`),
      )
  },
}

const ancestors = (path: string): string[] =>
  path.split('/').map((_, index, segments) => segments.slice(0, index).join('/'))

export const readmeSize: Rule = {
  name: 'readme',
  says: 'README.md: 中文 first, at most 120 lines, with the two commands',
  find: (house) => {
    const text = page(house, 'README.md')
    const commands = ['npm ci && npm start', 'npm ci && npm test']
    return [
      ...(text.split('\n').length > 121 ? ['README.md: more than 120 lines'] : []),
      ...(/^# .*\p{Script=Han}/mu.test(text) ? [] : ['README.md: the title is not Chinese']),
      ...commands.filter((each) => !text.includes(each)).map((each) => `README.md: no ${each}`),
    ]
  },
}
