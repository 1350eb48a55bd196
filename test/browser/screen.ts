/** What must hold on every screen, asked of the page as it is drawn. */
import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { en } from '../../src/web/words/en.ts'
import { zh } from '../../src/web/words/zh.ts'
import { DESK, LARGE } from './stage.ts'

/** What of a screen is wrong, in one line each; an empty list where nothing is. */
export async function faultsOf(page: Page): Promise<string[]> {
  return [
    ...(await headFaults(page)),
    ...(await textFaults(page)),
    ...(await roomFaults(page)),
    ...(await axeFaults(page)),
  ]
}

/** One title that says more than the name of the product, and one heading. */
async function headFaults(page: Page): Promise<string[]> {
  // Both come when the page is drawn, also behind an address that leads to another; told below.
  const isDrawn = (): boolean =>
    document.title.includes(' · ') && document.querySelector('main h1') !== null
  await page.waitForFunction(isDrawn).catch(() => null)
  const title = await page.title()
  const headings = await page.locator('h1').count()
  const isTitled = [zh, en].some((words) => title.endsWith(` · ${words['app.name']}`))
  return [
    ...(isTitled ? [] : [`the title is “${title}”`]),
    ...(headings === 1 ? [] : [`${headings} headings h1`]),
  ]
}

const WORD_KEYS = Object.keys(zh).filter((key) => key.includes('.'))
const SLIPS = /\bundefined\b|\bNaN\b|\[object |\{[a-z]+\}|\b(?:key|property|edge):[a-z]/

/** No key of a word instead of the word, and no value that a program failed to make. */
async function textFaults(page: Page): Promise<string[]> {
  const texts = await page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const found: string[] = []
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const place = node.parentElement
      // Cells of a source are shown as they are, and derivations name their parameters.
      if (place === null || place.closest('script, style, .reader-document, .derivation')) continue
      found.push(node.textContent ?? '')
    }
    return found
  })
  const keys = new Set(WORD_KEYS)
  return texts
    .filter((text) => SLIPS.test(text) || text.split(/\s+/).some((word) => keys.has(word)))
    .map((text) => `raw text “${text.slice(0, 80)}”`)
}

/** Nothing makes the page scroll sideways, or stands where nobody can bring it into view. */
async function roomFaults(page: Page): Promise<string[]> {
  const before = page.viewportSize()
  const faults: string[] = []
  for (const size of [DESK, LARGE]) {
    await page.setViewportSize(size)
    const found = await page.evaluate(outOfView)
    faults.push(...found.map((what) => `${size.width}×${size.height}: ${what}`))
  }
  if (before !== null) await page.setViewportSize(before)
  return faults
}

/** Runs in the page. What lies in a box that scrolls, or in the map that pans, can be reached. */
function outOfView(): string[] {
  const root = document.documentElement
  const found = root.scrollWidth > root.clientWidth ? [`scrolls to ${root.scrollWidth}`] : []
  const canScroll = (element: Element): boolean =>
    ['auto', 'scroll'].includes(getComputedStyle(element).overflowX) ||
    element.matches('.world, .heads, .unseen')
  for (const element of document.querySelectorAll('main :is(a, button, input, h1, h2, h3, th)')) {
    const { left, right, width, height } = element.getBoundingClientRect()
    if (width === 0 || height === 0 || (left >= 0 && right <= root.clientWidth + 1)) continue
    let around: Element | null = element
    while (around !== null && around !== root && !canScroll(around)) around = around.parentElement
    if (around === null || around === root) found.push(`out of view: ${element.outerHTML}`)
  }
  return found.slice(0, 3).map((what) => what.slice(0, 160))
}

/** The content policy forbids added scripts, so axe is evaluated and not inserted. */
async function axeFaults(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source)
  const found = await page.evaluate(() =>
    (globalThis as unknown as { axe: typeof axe }).axe.run({
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
    }),
  )
  return found.violations.map(
    ({ id, nodes }) => `${id} (${nodes.length}): ${nodes[0]?.html.slice(0, 160)}`,
  )
}
