/** The first life of a fact on screen: signed in, mapped, imported, seen on the map, traced back. */
import type { BrowserContext, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { zh } from '../../src/web/words/zh.ts'
import { chromiumPath, complaintsOf, firstSignIn, open, openStage, type Stage } from './stage.ts'
import {
  CHAIN,
  FIRMS,
  FIRMS_FILE,
  firmsWorkbook,
  STAGES,
  STAGES_FILE,
  stagesWorkbook,
} from './workbooks.ts'

const CREDIT_CODE = '键：统一社会信用代码'
const STAFF = '从业人数'
const [FIRM] = FIRMS
const [STAGE] = STAGES

describe.skipIf(chromiumPath === null)('a table goes in, a chain map comes out', () => {
  let stage: Stage
  let context: BrowserContext
  let page: Page
  let complaints: string[]

  beforeAll(async () => {
    stage = await openStage()
    context = await stage.stranger()
    page = await context.newPage()
    complaints = complaintsOf(page)
  })

  afterAll(() => stage?.close())

  const bring = async (name: string, buffer: Buffer): Promise<void> => {
    const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
    await page.locator('main input[type=file]').first().setInputFiles({ name, mimeType, buffer })
    await page.locator(`.taken h2:has-text("${name}")`).waitFor()
    await page.locator('table.sample').waitFor()
  }

  const publish = async (): Promise<void> => {
    await page.getByRole('button', { name: '导入并发布' }).click()
    await page.locator('.ant-modal').getByRole('button', { name: '导入并发布' }).click()
    await page.waitForURL(/\/jobs\/[^/]+$/)
    await page.locator('.job-state.done').waitFor({ timeout: 110_000 })
  }

  const find = async (typed: string, kind: string): Promise<void> => {
    await page.keyboard.press('Control+k')
    await page.locator('dialog.palette input').fill(typed)
    const group = page.locator('dialog.palette').getByRole('group', { name: kind })
    await group.getByRole('option', { name: typed }).first().click()
  }

  /** Opens a figure, reads the marked cell, goes back, and answers what was marked. */
  const trace = async (figure: Locator): Promise<string> => {
    const id = await figure.getAttribute('data-figure')
    const from = page.url()
    await figure.click()
    await page.waitForURL(/\/sources\//)
    const cell = page.locator('table.sheet td[data-on]')
    await cell.first().waitFor()
    expect(await cell.count()).toBe(1)
    // The letter of the claim stands in the cell as a raised mark and is no part of its text.
    const text = await cell.evaluate((node) => node.firstChild?.textContent ?? '')
    await page.keyboard.press('Escape')
    await page.waitForURL(from)
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-figure')))
      .toBe(id)
    return text
  }

  test('one signs in with what the first start told', async () => {
    const { login, password } = firstSignIn(stage.product)
    await open(page, '/import')
    expect(new URL(page.url()).pathname).toBe('/sign-in')
    // That nobody is signed in yet is an answer, which the browser notes as an error.
    complaints.length = 0
    await page.getByLabel(zh['sign.login']).fill(login)
    await page.getByLabel(zh['sign.password']).fill(password)
    await page.getByRole('button', { name: zh['sign.do'] }).click()
    await page.locator('main h1:has-text("导入")').waitFor()
  })

  test('a workbook never seen before is read by a proposed mapping, which one corrects', async () => {
    await bring(FIRMS_FILE, await firmsWorkbook())
    const heads = page.locator('table.sample thead th')
    expect(await heads.nth(2).locator('.ant-select').first().textContent()).toContain(CREDIT_CODE)
    // What nobody could guess from its title is said by the person.
    const column = page.getByRole('combobox', { name: /^H 列/ })
    await column.click()
    await column.fill(STAFF)
    await page.locator(`.ant-select-item-option[title="${STAFF}"]`).click()
    const unit = page.getByRole('textbox', { name: /^H 列.*单位$/ })
    if ((await unit.inputValue()) === '') {
      await unit.fill('人')
      await unit.press('Enter')
    }
    await page.locator(`.preview tbody tr:has-text("${STAFF}")`).first().waitFor()
    await page.locator(`.preview tbody tr:has-text("${FIRM?.code}")`).waitFor()
    const preview = page.locator('.preview')
    await expect.poll(() => preview.getAttribute('aria-busy')).not.toBe('true')
    for (const { name, code, stage: of, staff } of FIRMS) {
      const row = preview.locator(`tbody tr:has-text("${code}")`)
      expect(await row.textContent()).toContain(name)
      expect(await row.textContent()).toContain(of)
      expect(await row.textContent()).toContain(`${STAFF} ${staff}`)
    }
    // The line of totals is no firm.
    expect(await preview.locator('tbody tr').last().textContent()).toContain('退回')
  })

  test('it is imported and published, and the job reports every row', async () => {
    await publish()
    const report = page.locator('.job-rows')
    expect(await report.locator('h2').textContent()).toContain('5')
    await report.locator('nav a:has-text("退回 1")').waitFor()
    await report.locator('nav a:has-text("新增 4")').click()
    await expect.poll(() => new URL(page.url()).searchParams.get('outcome')).toBe('new')
    await report.locator('tbody tr').first().waitFor()
    expect(await report.locator('tbody tr:has-text("退回")').count()).toBe(0)
  })

  test('the firm is found, and its figure leads to its cell and back', async () => {
    await find(FIRM?.name ?? '', '企业')
    await page.locator(`main h1:has-text("${FIRM?.name}")`).waitFor()
    const figure = page.locator('main a[data-figure]', { hasText: /1,?234\.5|１２３４.５/ }).first()
    expect(await trace(figure)).toBe(FIRM?.output)
  })

  test('stages of a new chain become its map, whose figures lead to their cells and back', async () => {
    await open(page, '/import')
    await bring(STAGES_FILE, await stagesWorkbook())
    await publish()
    await find(CHAIN, '产业链')
    await page.locator(`main h1:has-text("${CHAIN}")`).waitFor()
    const tiles = page.locator('.tile')
    await tiles.first().waitFor()
    await expect.poll(() => tiles.count()).toBe(STAGES.length)
    const tile = page.locator('.tile', { hasText: STAGE.name })
    const figure = tile.locator('a[data-figure^="c."]', { hasText: /35|３５/ }).first()
    expect(await trace(figure)).toBe(STAGE.share)
  })

  test('nothing failed or complained on the way', () => {
    expect(complaints).toEqual([])
  })
})
