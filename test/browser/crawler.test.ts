/** Opens every screen as a person would, by following links, and asks every figure for its ground. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chromiumPath, complaintsOf, open, openStage, type Stage } from './stage.ts'

const INSTANCES_A_ROUTE = 3
const FIGURES_MAX = 400

/** Paths of all pages, with their parameters: /chains/$id. */
const routes = readdirSync('src/web/pages', { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path))
  .map((path) => readFileSync(join('src/web/pages', path), 'utf8'))
  .flatMap((text) => [...text.matchAll(/^\s*path: '(\/[^']*)'/gm)].map(([, route = '']) => route))

const patternOf = (route: string): RegExp =>
  new RegExp(`^${route.replace(/\/\$\w+/g, '/[^/]+')}/?$`)
const routeOf = (path: string): string | undefined =>
  routes.find((route) => patternOf(route).test(path))

interface Visit {
  route: string
  path: string
  complaints: string[]
  figures: string[]
  violations: string[]
}

/** Follows links breadth first, a few instances of each route. */
async function crawl(page: Page): Promise<Visit[]> {
  const visits: Visit[] = []
  const complaints = complaintsOf(page)
  const queue = ['/', '/sign-in', ...routes.filter((route) => !route.includes('$'))]
  const seen = new Set<string>()
  for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
    const route = routeOf(path)
    if (route === undefined || seen.has(path)) continue
    if (visits.filter((visit) => visit.route === route).length >= INSTANCES_A_ROUTE) continue
    seen.add(path)
    complaints.length = 0
    await open(page, path)
    queue.push(...(await linksOf(page)))
    const figures = await page
      .locator('[data-figure]')
      .evaluateAll((nodes) => nodes.map((node) => node.getAttribute('data-figure') ?? ''))
    visits.push({
      route,
      path,
      complaints: [...complaints],
      figures,
      violations: await violationsOf(page),
    })
  }
  return visits
}

const linksOf = (page: Page): Promise<string[]> =>
  page
    .locator('a[href^="/"]')
    .evaluateAll((nodes) => nodes.map((node) => new URL((node as HTMLAnchorElement).href).pathname))

/** The content policy forbids added scripts, so axe is evaluated and not inserted. */
async function violationsOf(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  const found = await page.evaluate(() =>
    (globalThis as unknown as { axe: typeof axe }).axe.run({
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
    }),
  )
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`)
}

describe.skipIf(chromiumPath === null)('every screen', () => {
  let stage: Stage
  let visits: Visit[] = []

  beforeAll(async () => {
    stage = await openStage()
    const context = await stage.signedIn()
    visits = await crawl(await context.newPage())
    await context.close()
  }, 600_000)

  afterAll(() => stage?.close())

  test('is reached from the start by links', () => {
    const reached = new Set(visits.map(({ route }) => route))
    expect(routes.filter((route) => !reached.has(route))).toEqual([])
  })

  test('opens without an error, a refused style or a failed request', () => {
    const faults = visits.flatMap(({ path, complaints }) =>
      complaints.map((what) => `${path}: ${what}`),
    )
    expect(faults).toEqual([])
  })

  test('shows figures that lead to a span or a derivation', async () => {
    const figures = [...new Set(visits.flatMap((visit) => visit.figures))]
    expect(figures.length).toBeGreaterThan(0)
    const lost: string[] = []
    for (const id of figures.slice(0, FIGURES_MAX)) {
      const answer = await stage.product.ask(`/api/figures/${encodeURIComponent(id)}`)
      const ground = answer.ok ? await answer.json() : null
      if (!['span', 'derivation'].includes(ground?.kind)) lost.push(`${id}: ${answer.status}`)
    }
    expect(lost).toEqual([])
  })

  test('can be used by everybody: axe finds nothing', () => {
    const faults = visits.flatMap(({ path, violations }) =>
      violations.map((what) => `${path}: ${what}`),
    )
    expect(faults).toEqual([])
  })
})
