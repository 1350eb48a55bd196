/** A product with its sample and a browser in front of it, as a person has them. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { type RunningProduct, type ServerOptions, startProduct } from '../../tools/server.ts'

/** Path of the Chromium of this machine, or null where the browser tests are skipped. */
export const chromiumPath: string | null = process.env.LIANSHU_CHROMIUM ?? null

export interface Stage {
  product: RunningProduct
  browser: Browser
  /** A browser of its own, signed in as the first person. */
  signedIn(): Promise<BrowserContext>
  close(): Promise<void>
}

/** Starts both. The sample is loaded unless options say otherwise. */
export async function openStage(options: ServerOptions = { sample: true }): Promise<Stage> {
  const product = await startProduct(options)
  const browser = await chromium.launch({
    executablePath: chromiumPath ?? '',
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  })
  const close = async (): Promise<void> => {
    await browser.close()
    await product.stop()
  }
  return { product, browser, signedIn: () => signIn(product, browser), close }
}

/** Login and password as the server told them on its first start. */
export function firstSignIn(product: RunningProduct): { login: string; password: string } {
  return JSON.parse(readFileSync(join(product.directory, 'first-sign-in.json'), 'utf8'))
}

async function signIn(product: RunningProduct, browser: Browser): Promise<BrowserContext> {
  const context = await browser.newContext({ baseURL: product.url, locale: 'zh-CN' })
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
