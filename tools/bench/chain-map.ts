/** How long it takes until the map of a large chain is drawn and can be used. */
import { type Browser, chromium, type Page } from 'playwright-core'
import { findChromium } from '../machine.ts'
import { type RunningProduct, startProduct } from '../server.ts'
import { type Bench, rounded, runsOf, timed } from './bench.ts'
import { FIRMS, loadBigChain, STAGES } from './big-chain.ts'

const ROUNDS = 7

export const chainMap: Bench = {
  name: 'chain-map',
  run: async (say) => {
    const executablePath = findChromium()
    if (executablePath === null) {
      say('跳过 skipped: 没有 Chromium no Chromium')
      return null
    }
    const product = await startProduct()
    const args = process.getuid?.() === 0 ? ['--no-sandbox'] : []
    const browser = await chromium.launch({ executablePath, args })
    try {
      const chain = await loadBigChain(product)
      return await measure(product, browser, chain)
    } finally {
      await browser.close()
      await product.stop()
    }
  },
}

async function measure(product: RunningProduct, browser: Browser, chain: string) {
  const page = await signedInPage(product, browser)
  const answers: number[] = []
  const ours: number[] = []
  const peer: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    answers.push(await timed(async () => (await product.ask(`/api/chains/${chain}/map`)).text()))
    ours.push(await timed(() => openMap(page, `${product.url}/chains/${chain}`)))
    peer.push(await timed(() => openBare(page)))
  }
  return {
    what: `chain map of ${STAGES} stages and ${FIRMS} firms in headless Chromium, from the address to every tile drawn and one opened`,
    ours: runsOf('chain map', 'ms', ours),
    peer: runsOf('a bare page with as many boxes', 'ms', peer),
    figures: { answerMs: rounded(runsOf('map', 'ms', answers).median) },
    targets: { median: '≤ 2000 ms' },
  }
}

async function signedInPage(product: RunningProduct, browser: Browser): Promise<Page> {
  const context = await browser.newContext({
    baseURL: product.url,
    viewport: { width: 1366, height: 768 },
  })
  const answer = await context.request.post('/api/session', { data: firstSignIn(product) })
  if (!answer.ok()) throw new Error(`sign-in: ${answer.status()} ${await answer.text()}`)
  return context.newPage()
}

/** As the terminal told them on the first start. */
function firstSignIn(product: RunningProduct): { login: string; password: string } {
  const [, login, password] = /用户名 (\S+) +密码 (\S+)/.exec(product.output()) ?? []
  if (login === undefined || password === undefined) throw new Error(product.output())
  return { login, password }
}

/** Usable means: all tiles are there, and a click opens a drawer. */
async function openMap(page: Page, address: string): Promise<void> {
  await page.goto(address, { waitUntil: 'commit' })
  await page.waitForFunction(
    (wanted) => document.querySelectorAll('.world [data-stage]').length >= wanted,
    STAGES,
  )
  await page.locator('.world [data-stage] .nm').first().click()
  await page.locator('aside.drawer').first().waitFor()
}

async function openBare(page: Page): Promise<void> {
  const boxes = Array.from({ length: STAGES }, (_, index) => `<button>环节${index + 1}</button>`)
  await page.goto('about:blank')
  await page.setContent(`<main>${boxes.join('')}</main>`)
  await page.locator('button').first().click()
}
