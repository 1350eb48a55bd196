/** A wrong merge is undone, and the pages of both firms are as they were. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { faultsOf } from './screen.ts'
import { chromiumPath, complaintsOf, open, openStage, type Stage } from './stage.ts'
import { FULL_NAME, importTwoNames, SHORT_NAME } from './two-names.ts'

describe.skipIf(chromiumPath === null)('two names of one firm', () => {
  let stage: Stage
  let page: Page
  let complaints: string[]

  beforeAll(async () => {
    stage = await openStage()
    const set = await stage.product.ask('/api/desk', {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': 'one-person-at-the-desk' },
      body: JSON.stringify({ mode: 'one-person', reason: '只有一人' }),
    })
    if (!set.ok) throw new Error(`the desk: ${set.status} ${await set.text()}`)
    importTwoNames(stage.product)
    page = await (await stage.signedIn()).newPage()
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

    await page.getByRole('button', { name: '撤销' }).click()
    await page.locator('.ant-modal').getByLabel('理由').fill('查过登记，是两家')
    await ok('撤销')
    await page.locator('.name-history .gone').waitFor()
    expect([await pageOf(short), await pageOf(full)]).toEqual(before)
    expect(complaints).toEqual([])
  })
})
