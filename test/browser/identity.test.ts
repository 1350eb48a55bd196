/** A wrong merge is undone, and the pages of both firms are as they were. */
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { faultsOf } from './screen.ts'
import { chromiumPath, complaintsOf, open, openStage, type Stage } from './stage.ts'
import { CHAIN, FULL_NAME, importTwoNames, SHORT_NAME } from './two-names.ts'

describe.skipIf(chromiumPath === null)('two names of one firm', () => {
  let stage: Stage
  let context: BrowserContext
  let page: Page
  let complaints: string[]
  let signed: { number: number; rows: string[] }

  beforeAll(async () => {
    stage = await openStage()
    const set = await stage.product.ask('/api/desk', {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': 'one-person-at-the-desk' },
      body: JSON.stringify({ mode: 'one-person', reason: '只有一人' }),
    })
    if (!set.ok) throw new Error(`the desk: ${set.status} ${await set.text()}`)
    context = await stage.signedIn()
    const me = await (await context.request.get('/api/session')).json()
    importTwoNames(stage.product, me.organisation.home)
    page = await context.newPage()
    complaints = complaintsOf(page)
  })

  afterAll(() => stage?.close())

  /** The address of a firm, from the list of firms. */
  const pathOf = async (name: string): Promise<string> => {
    await open(page, `/firms?q=${encodeURIComponent(name)}`)
    const link = page.getByRole('link', { name, exact: true }).first()
    return (await link.getAttribute('href')) ?? ''
  }

  /** What a page of a firm says, but for the decisions over its name. */
  const pageOf = async (path: string): Promise<string[]> => {
    await open(page, path)
    await page.locator('.likely').waitFor()
    return page
      .locator('main h1, .thing-keys, .thing-main, .thing-side > section')
      .evaluateAll((sections) =>
        sections
          .filter((section) => !section.classList.contains('name-history'))
          .map((section) => section.textContent ?? ''),
      )
  }

  const ok = (name: string) =>
    page.locator('.ant-modal').getByRole('button', { name, exact: true }).click()

  const LIST = 'supporting-firms'
  let chain = ''

  const post = async (path: string): Promise<{ number: number }> => {
    const headers = { 'Idempotency-Key': `list-${path.length}-${Math.random()}` }
    const answer = await context.request.post(`/api/lists/${LIST}${path}`, {
      ...{ data: { chain, note: '核对' }, headers },
    })
    expect([path, answer.ok()]).toEqual([path, true])
    return answer.json()
  }

  /** The rows of a version as they stand on screen, with their name and their cells. */
  const rowsOf = async (number: number): Promise<string[]> => {
    await open(page, `/lists/${LIST}?chain=${chain}&number=${number}`)
    const rows = page.locator('.list-rows tbody tr')
    await rows.first().waitFor()
    const texts = await rows.evaluateAll((all) => all.map((row) => row.textContent ?? ''))
    return texts.map((text) => text.replace(/^(?:[＝＋～] ..)?\d+/u, '')).sort()
  }

  const drawn = async (): Promise<number> => (await post('/versions')).number

  const names = () => page.locator('.side-list.names').textContent()

  /** What one source says goes to a firm of its own, and comes back. */
  const splitAndBack = async (): Promise<void> => {
    const dialog = page.locator('.ant-modal')
    const made = page.locator('.name-history li', { hasText: `从 ${FULL_NAME} 拆出` })
    await page.getByRole('button', { name: '拆开…' }).click()
    await dialog.getByText('哪些来源说的是另一个主体').waitFor()
    expect(await faultsOf(page)).toEqual([])
    await ok('拆成两个主体')
    await dialog.getByText('至少选一个来源').waitFor()
    await dialog.getByLabel('会员').check()
    await dialog.getByLabel('理由').fill('名册说的是另一家')
    await ok('拆成两个主体')
    await made.waitFor()
    expect(await made.textContent()).toContain(`拆出 ${SHORT_NAME}`)
    await expect.poll(names).not.toContain(SHORT_NAME)
    expect(await faultsOf(page)).toEqual([])
    await made.getByRole('button', { name: '撤销' }).click()
    await dialog.getByLabel('理由').fill('还是一家')
    await ok('撤销')
    await page.locator('.name-history .gone').waitFor()
    await expect.poll(names).toContain(SHORT_NAME)
  }

  test('stand in a list that is signed before anybody decides over them', async () => {
    const chains = await (await context.request.get('/api/chains')).json()
    chain = chains.items.find(({ name }: { name: string }) => name === CHAIN).id
    const number = await drawn()
    await post(`/versions/${number}/submit`)
    await post(`/versions/${number}/sign`)
    signed = { number, rows: await rowsOf(number) }
    expect(signed.rows).toHaveLength(3)
  })

  test('are merged by a key, shown as one, and are two again after the undo', async () => {
    const [short, full] = [await pathOf(SHORT_NAME), await pathOf(FULL_NAME)]
    const before = [await pageOf(short), await pageOf(full)]

    await open(page, '/identity')
    await page.locator('.comparison').getByText(SHORT_NAME).first().waitFor()
    expect(await faultsOf(page)).toEqual([])
    await page.keyboard.press('m')
    await ok('合并')
    await page.locator('.empty').waitFor()

    await open(page, short)
    await page.waitForURL(`**${full}`)
    await page.locator('.name-history li').first().waitFor()
    expect(await page.locator('main h1').textContent()).toBe(FULL_NAME)
    expect(await page.locator('.side-list.names').textContent()).toContain(SHORT_NAME)
    expect(await faultsOf(page)).toEqual([])
    const merged = await rowsOf(await drawn())
    expect(merged.filter((row) => row.startsWith('－'))).toHaveLength(1)
    expect(merged.filter((row) => row.includes(FULL_NAME))).toHaveLength(1)
    expect(await rowsOf(signed.number)).toEqual(signed.rows)

    await open(page, full)
    await splitAndBack()
    await page.getByRole('button', { name: '撤销' }).click()
    await page.locator('.ant-modal').getByLabel('理由').fill('查过登记，是两家')
    await ok('撤销')
    await page.locator('.name-history .gone').nth(1).waitFor()
    expect([await pageOf(short), await pageOf(full)]).toEqual(before)
    expect(await rowsOf(await drawn())).toEqual(signed.rows)
    expect(await rowsOf(signed.number)).toEqual(signed.rows)
    expect(complaints).toEqual([])
  })
})
