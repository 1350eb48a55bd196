/** A product with its sample and a browser in front of it, as a person has them. */
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { type RunningProduct, startProduct } from '../../tools/server.ts'
import { sampleCopy } from './sample-copy.ts'

/** Path of the Chromium of this machine, or null where the browser tests are skipped. */
export const chromiumPath: string | null = process.env.LIANSHU_CHROMIUM ?? null

export type Language = 'zh' | 'en'

/** How a person sees the product. */
export interface Look {
  language: Language
  theme: 'light' | 'dark'
  width: number
  height: number
}

/** The screens of an ordinary desk and of a large one. */
export const DESK = { width: 1366, height: 768 } as const
export const LARGE = { width: 1920, height: 1080 } as const

/** Generous: nothing is timed here, and a loaded machine must not fail a sound page. */
const PATIENCE_MS = 100_000

const USUAL: Look = { language: 'zh', theme: 'light', ...DESK }

export interface Stage {
  product: RunningProduct
  browser: Browser
  /** A browser of its own with an empty profile, in which nobody has signed in. */
  stranger(look?: Partial<Look>): Promise<BrowserContext>
  /** A browser of its own, signed in as the first person. */
  signedIn(look?: Partial<Look>): Promise<BrowserContext>
  close(): Promise<void>
}

/** What a browser would otherwise ask of the world outside, and what a headless one lacks. */
const QUIETLY = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Starts both, the product on a copy of the installation that holds the sample. */
export async function openStage(): Promise<Stage> {
  const directory = await sampleCopy()
  return stageOf(await startProduct({ directory }), directory)
}

/** Starts both, the product as an office has it on the first day: nothing in it. */
export async function emptyStage(): Promise<Stage> {
  // A loaded machine takes longer over the walk than a proof is fresh for.
  const settings = { LIANSHU_PROOF_MINUTES: '60' }
  return stageOf(await startProduct({ sample: false, settings }), null)
}

/** `directory`: the copy that goes with the stage; the product removes a folder of its own. */
async function stageOf(product: RunningProduct, directory: string | null): Promise<Stage> {
  const browser = await chromium.launch({
    executablePath: chromiumPath ?? '',
    args: process.getuid?.() === 0 ? ['--no-sandbox', ...QUIETLY] : QUIETLY,
  })
  const stranger = (look: Partial<Look> = {}) => openContext(product, browser, look)
  return {
    product,
    browser,
    stranger,
    signedIn: async (look) => signIn(product, await stranger(look)),
    close: async () => {
      await browser.close()
      await product.stop()
      if (directory !== null) rmSync(directory, { recursive: true, force: true })
    },
  }
}

/** Login and password as the server told them on its first start. */
export function firstSignIn(product: RunningProduct): { login: string; password: string } {
  return JSON.parse(readFileSync(join(product.directory, 'first-sign-in.json'), 'utf8'))
}

/** A browser of its own, signed in as one of the invented colleagues of the sample. */
export async function colleague(stage: Stage, login: string): Promise<BrowserContext> {
  const kept = JSON.parse(readFileSync(join(stage.product.directory, 'first-sign-in.json'), 'utf8'))
  const told = kept.others.find((other: { login: string }) => other.login === login)
  const context = await stage.stranger()
  const answer = await context.request.post('/api/session', { data: told })
  if (!answer.ok()) throw new Error(`sign-in: ${answer.status()} ${await answer.text()}`)
  return context
}

/** Login and password of an installation without the sample: printed once, and kept nowhere. */
export function told(product: RunningProduct): { login: string; password: string } {
  const [, login = '', password = ''] = /用户名 (\S+) +密码 (\S+)/.exec(product.output()) ?? []
  return { login, password }
}

/** Language and theme stand where the product itself remembers them. */
async function openContext(
  product: RunningProduct,
  browser: Browser,
  look: Partial<Look>,
): Promise<BrowserContext> {
  const { language, theme, width, height } = { ...USUAL, ...look }
  const context = await browser.newContext({
    baseURL: product.url,
    locale: language === 'zh' ? 'zh-CN' : 'en-GB',
    viewport: { width, height },
    reducedMotion: 'reduce',
  })
  context.setDefaultTimeout(PATIENCE_MS)
  const preferences = JSON.stringify({ lang: language, theme })
  await context.addInitScript(`localStorage.setItem('lianshu.preferences', '${preferences}')`)
  return context
}

async function signIn(product: RunningProduct, context: BrowserContext): Promise<BrowserContext> {
  const answer = await context.request.post('/api/session', { data: firstSignIn(product) })
  if (!answer.ok()) throw new Error(`sign-in: ${answer.status()} ${await answer.text()}`)
  return context
}

/** Whatever a page complains of: errors, refused content, failed requests. */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`console: ${message.text()}`)
  })
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`))
  page.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()}: ${response.url()}`)
  })
  return complaints
}

/** Opens an address of the product and waits until its data are drawn. */
export async function open(page: Page, path: string): Promise<void> {
  await page.goto(path, { waitUntil: 'networkidle' })
  await page.locator('main h1').first().waitFor()
}

/** So long without a question to the server, and a page has asked for all that it needs. */
const QUIET_MS = 300

/** Goes to an address of the product without loading the page again, as a link does. */
export async function follow(page: Page, path: string): Promise<void> {
  if (page.url() === 'about:blank') return open(page, path)
  let asked = 0
  let quietSince = performance.now()
  const begin = (): void => void asked++
  const end = (): void => {
    asked--
    quietSince = performance.now()
  }
  page.on('request', begin).on('requestfinished', end).on('requestfailed', end)
  await page.evaluate((address) => history.pushState({}, '', address), path)
  await page.locator('main h1').first().waitFor()
  while (asked > 0 || performance.now() - quietSince < QUIET_MS) await page.waitForTimeout(50)
  page.off('request', begin).off('requestfinished', end).off('requestfailed', end)
}
