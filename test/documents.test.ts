/** Documents that are made from code and data, and the tables behind them. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { VERBS } from '../src/shell/cli/registry.ts'
import { DOCUMENTS } from '../tools/docs.ts'
import { readCoverage } from '../tools/make-coverage.ts'

const SHARED = process.env.LIANSHU_SHARED ?? '../shared'
const inventory = join(SHARED, 'systems.md')

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path))

/** Paths that a page of the screens is hung on. */
const routesOf = (path: string): string[] =>
  /\.tsx?$/.test(path)
    ? [...readFileSync(path, 'utf8').matchAll(/^\s*path: '([^']+)'/gm)].map(
        ([, route = '']) => route,
      )
    : []

test.each(DOCUMENTS)('$path is what npm run docs makes', async ({ path, make }) => {
  const text = existsSync(path) ? readFileSync(path, 'utf8') : null
  expect(text, `${path} is stale: npm run docs`).toBe(await make())
})

describe('coverage', () => {
  const { parts, rows } = readCoverage()
  const named = (place: 'screen' | 'command' | 'pack' | 'test'): string[] =>
    rows.flatMap((row) => (row[place] === null ? [] : [row[place]]))

  test('every row is told once, in order, under a part that exists', () => {
    const ids = rows.map(({ id }) => id)
    const order = (id: string): number => Number(id[1]) * 1000 + Number(id.slice(3))
    expect(ids).toEqual([...new Set(ids)].sort((a, b) => order(a) - order(b)))
    expect(rows.filter(({ part }) => !(part in parts))).toEqual([])
  })

  test('every screen it names is a route', () => {
    const routes = filesBelow('src/web/pages').flatMap((path) => routesOf(path))
    expect(named('screen').filter((screen) => !routes.includes(screen))).toEqual([])
  })

  test('every command it names is a verb', () => {
    const verbs = VERBS.map(({ name }) => name)
    expect(named('command').filter((command) => !verbs.includes(command))).toEqual([])
  })

  test('every pack it names exists', () => {
    expect(named('pack').filter((pack) => !existsSync(`packs/${pack}/pack.json`))).toEqual([])
  })

  test('every test it names exists', () => {
    expect(named('test').filter((path) => !existsSync(path))).toEqual([])
  })

  test.skipIf(!existsSync(inventory))('its rows are those of the inventory', () => {
    const listed = readFileSync(inventory, 'utf8').matchAll(
      /^\| (S\d-\d+) \|.*\| (M\d+) \| [A-Z,]+ \|$/gm,
    )
    const wanted = Object.fromEntries([...listed].map(([, id = '', part]) => [id, part]))
    expect(Object.fromEntries(rows.map(({ id, part }) => [id, part]))).toEqual(wanted)
  })
})
