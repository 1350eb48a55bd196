/** Opens every screen as a person would, by following links, and asks every figure for its ground. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { faultsOf } from './screen.ts'
import {
  chromiumPath,
  complaintsOf,
  follow,
  type Look,
  open,
  openStage,
  type Stage,
} from './stage.ts'

const FIGURES_MAX = 100
const CRAWL_LIMIT_MS = 600_000

interface Tour {
  look: Partial<Look>
  /** Which of the links that wait is followed next: so the tours see other instances of a screen. */
  next: 'first' | 'last'
  /** How a screen is reached: within the page, as by a link, or by its address alone. */
  go: (page: Page, path: string) => Promise<void>
}

/** The two looks in which every screen is opened, each of the languages and shades in one. */
const TOURS: readonly Tour[] = [
  { look: { language: 'zh', theme: 'light' }, next: 'first', go: follow },
  { look: { language: 'en', theme: 'dark' }, next: 'last', go: open },
]

/** Paths of all pages, with their parameters: /chains/$id. */
const routes = readdirSync('src/web/pages', { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path))
  .map((path) => readFileSync(join('src/web/pages', path), 'utf8'))
  .flatMap((text) => [...text.matchAll(/^\s*path: '(\/[^']*)'/gm)].map(([, route = '']) => route))

const patternOf = (route: string): RegExp =>
  new RegExp(`^${route.replace(/\/\$\w+/g, '/[^/]+')}/?$`)

/** The states of a screen that stand in its address count as screens of their own. */
const STATES = ['view', 'lens', 'stage', 'source', 'claim', 'outcome'] as const

/** The screen that an address opens: its route with the states it names. */
function screenOf(path: string): string | null {
  const { pathname, searchParams } = new URL(path, 'http://localhost')
  const route = routes.find((each) => patternOf(each).test(pathname))
  if (route === undefined) return null
  return [route, ...STATES.filter((state) => searchParams.has(state))].join(' ')
}

interface Visit {
  screen: string
  path: string
  faults: string[]
  figures: string[]
}

/** Follows links until none leads to a screen that was not opened yet. */
async function crawl(page: Page, { next, go }: Tour): Promise<Visit[]> {
  const visits: Visit[] = []
  const complaints = complaintsOf(page)
  const queue = ['/', '/sign-in', ...routes.filter((route) => !route.includes('$'))]
  const seen = new Set<string>()
  const take = () => (next === 'first' ? queue.shift() : queue.pop())
  for (let path = take(); path !== undefined; path = take()) {
    const screen = screenOf(path)
    if (screen === null || seen.has(screen)) continue
    seen.add(screen)
    complaints.length = 0
    const faults = await go(page, path).then(
      () => faultsOf(page),
      (error: Error) => [`not drawn: ${error.message}`],
    )
    queue.push(...(await linksOf(page)), ...statesOf(path, await stagesOf(page)))
    const figures = await page
      .locator('[data-figure]')
      .evaluateAll((nodes) => nodes.map((node) => node.getAttribute('data-figure') ?? ''))
    visits.push({ screen, path, faults: [...complaints, ...faults], figures })
  }
  return visits
}

const linksOf = (page: Page): Promise<string[]> =>
  page
    .locator('a[href^="/"]:not([href^="/api/"])')
    .evaluateAll((nodes) => nodes.map((node) => node.getAttribute('href') ?? ''))

const stagesOf = (page: Page): Promise<string[]> =>
  page
    .locator('[data-stage]')
    .evaluateAll((nodes) => nodes.map((node) => node.getAttribute('data-stage') ?? ''))

/** States that a button sets and no link leads to. */
function statesOf(path: string, stages: readonly string[]): string[] {
  if (path.includes('?')) return []
  const [source] = /(?<=^\/sources\/)[^/]+$/.exec(path) ?? []
  return [
    ...(source === undefined ? [] : [`/import?source=${source}`]),
    ...stages.slice(0, 2).map((stage) => `${path}?stage=${stage}`),
    ...(stages.length === 0 ? [] : [`${path}?view=table`, `${path}?lens=freshness`]),
  ]
}

/** The sample asks nobody for anything; without a round, nothing would lead to the page of one. */
async function composeRound(office: BrowserContext): Promise<void> {
  const { items } = await (await office.request.get('/api/chains')).json()
  const data = {
    ...{ chain: items[0].id, kind: 'firm', properties: ['employees'], region: '深圳' },
    ...{ title: '年度收数', period: '2025年', due: '2099-12-31' },
  }
  const headers = { 'Idempotency-Key': 'round-of-the-crawler' }
  const answer = await office.request.post('/api/collections', { data, headers })
  expect(answer.status(), await answer.text()).toBe(201)
  await office.close()
}

describe.skipIf(chromiumPath === null)('every screen', () => {
  let stage: Stage
  let visits: Visit[] = []

  beforeAll(async () => {
    stage = await openStage()
    await composeRound(await stage.signedIn())
    const crawled = TOURS.map(async (tour) => {
      const context = await stage.signedIn(tour.look)
      const found = await crawl(await context.newPage(), tour)
      await context.close()
      return found.map((visit) => ({ ...visit, path: `${tour.look.language} ${visit.path}` }))
    })
    visits = (await Promise.all(crawled)).flat()
  }, CRAWL_LIMIT_MS)

  afterAll(() => stage?.close())

  test('is built for production, though a test runner asked for it', () => {
    const assets = readdirSync('dist/public/assets').filter((name) => name.endsWith('.js'))
    const texts = assets.map((name) => readFileSync(join('dist/public/assets', name), 'utf8'))
    expect(texts.length).toBeGreaterThan(0)
    expect(texts.some((text) => text.includes('jsxDEV'))).toBe(false)
  })

  test('is reached from the start by links', () => {
    const reached = new Set(visits.map(({ screen }) => screen.split(' ')[0]))
    expect(routes.filter((route) => !reached.has(route))).toEqual([])
  })

  test('is whole: no error, no raw word, all in view, and axe finds nothing', () => {
    const faults = visits.flatMap(({ path, faults }) => faults.map((what) => `${path}: ${what}`))
    expect(faults).toEqual([])
  })

  test('shows figures that lead to a span or a derivation', async () => {
    const figures = [...new Set(visits.flatMap((visit) => visit.figures))]
    expect(figures.length).toBeGreaterThan(0)
    const lost: string[] = []
    const step = Math.ceil(figures.length / FIGURES_MAX)
    for (const id of figures.filter((_, at) => at % step === 0)) {
      const answer = await stage.product.ask(`/api/figures/${encodeURIComponent(id)}`)
      const ground = answer.ok ? await answer.json() : null
      if (!['span', 'derivation'].includes(ground?.kind)) lost.push(`${id}: ${answer.status}`)
    }
    expect(lost).toEqual([])
  })
})
