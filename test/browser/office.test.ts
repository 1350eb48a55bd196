/**
 * An officer on the first day: an empty installation, last year's workbook and three papers. The
 * walk ends with ten lists signed by two people. Every click, key and field counts as a step.
 */
import type { BrowserContext, Locator, Page } from 'playwright-core'
import readXlsxFile from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { zh } from '../../src/web/words/zh.ts'
import { officeFiles, SHEETS_COUNT } from './office-files.ts'
import { codeFrom } from './one-time-code.ts'
import { faultsOf } from './screen.ts'
import { chromiumPath, complaintsOf, emptyStage, type Stage, told } from './stage.ts'

/** Ten minutes at eight seconds a step: to look, to find and to do. */
const STEPS_MAX = 75

describe.skipIf(chromiumPath === null)('an office from nothing', () => {
  let stage: Stage
  let steps = 0
  let officer: Page
  let signer: BrowserContext
  /** The secret of the officer's one-time codes, as the screen told it. */
  let letters = ''
  const complaints: string[][] = []

  const enter = async (context: BrowserContext): Promise<Page> => {
    const page = await context.newPage()
    complaints.push(complaintsOf(page))
    await page.goto('/')
    return page
  }
  const press = async (target: Locator): Promise<void> => {
    steps += 1
    await target.click()
  }
  const key = async (page: Page, name: string): Promise<void> => {
    steps += 1
    await page.keyboard.press(name)
  }
  const type = async (target: Locator, text: string): Promise<void> => {
    steps += 1
    await target.fill(text)
  }
  const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first()
  const tab = (page: Page, name: string) =>
    page.locator('nav.tabs').getByRole('link', { name, exact: true })
  const confirm = (page: Page) => page.locator('.ant-modal-footer .ant-btn-primary')

  const signIn = async (page: Page, login: string, password: string): Promise<void> => {
    await type(page.getByLabel(zh['sign.login']), login)
    await type(page.getByLabel(zh['sign.password']), password)
    await press(button(page, zh['sign.do']))
    await page.locator('nav.tabs').waitFor()
    // That nobody was signed in yet is an answer, which the browser notes as an error.
    for (const each of complaints) each.length = 0
  }

  beforeAll(async () => {
    stage = await emptyStage()
    officer = await enter(await stage.stranger())
    signer = await stage.stranger()
  })

  afterAll(() => stage?.close())

  test('signs in with what the first start told, sets up one-time codes, and says where it sits', async () => {
    const { login, password } = told(stage.product)
    await signIn(officer, login, password)
    await officer.waitForURL(/\/account$/)
    await press(button(officer, zh['factor.totp.start']))
    await officer.locator('.totp-letters').waitFor()
    expect(await faultsOf(officer)).toEqual([])
    letters = (await officer.locator('.totp-letters').textContent()) ?? ''
    await type(officer.getByLabel(zh['factor.totp.code']), codeFrom(letters))
    await press(confirm(officer))
    await press(button(officer, zh['factor.recovery.kept']))
    await officer.locator('.guards').first().waitFor()
    expect(await faultsOf(officer)).toEqual([])
    await press(tab(officer, '总览'))
    await press(officer.locator('#seat'))
    await type(officer.locator('#seat'), '山东')
    await press(officer.locator('.ant-select-item-option', { hasText: '370000' }))
    expect(await faultsOf(officer)).toEqual([])
    await press(button(officer, '保存'))
    await officer.locator('.seat-form').waitFor({ state: 'detached' })
  })

  test('brings workbook and papers at once, and imports all sheets of the workbook', async () => {
    await press(officer.getByRole('link', { name: '去导入' }))
    steps += 1
    await officer
      .locator('main input[type=file]')
      .first()
      .setInputFiles(await officeFiles(stage.browser))
    await press(button(officer, `各表一并导入（${SHEETS_COUNT} 张）`))
    await officer.getByText('每行一个基金').waitFor()
    expect(await faultsOf(officer)).toEqual([])
    await press(confirm(officer).filter({ hasText: `${SHEETS_COUNT} 张` }))
    await officer.waitForURL(/\/jobs$/)
    // A workbook of five sheets, and three papers that are read and then read on.
    await expect
      .poll(() => officer.locator('.job-state.done').count(), { timeout: 60_000 })
      .toBe(SHEETS_COUNT + 3 + 3)
  })

  test('finds what the papers say waiting for review, and accepts one of it', async () => {
    await press(tab(officer, '审定'))
    const line = officer.locator('.queue-line', { hasText: '21亿元' })
    await press(line)
    await officer.locator('.sentence mark', { hasText: '21亿元' }).waitFor()
    await key(officer, 'a')
    await line.waitFor({ state: 'detached' })
  })

  test('draws up ten lists, none of them empty, and submits them', async () => {
    await press(tab(officer, '清单'))
    await press(button(officer, '起草未建的 10 张'))
    await officer.locator('.list-state.draft').nth(9).waitFor()
    const rows = await officer.locator('.lists-table tbody td.num:nth-of-type(4)').allTextContents()
    expect(rows).toHaveLength(10)
    expect(rows.filter((each) => each === '0')).toEqual([])
    await press(button(officer, '提交全部草稿（10 张）'))
    await press(confirm(officer))
    await officer.locator('.batch').getByText('已办').nth(9).waitFor()
    expect(await faultsOf(officer)).toEqual([])
    await press(confirm(officer))
  })

  test('lets a second person in, who signs all ten', async () => {
    await press(officer.locator('.who'))
    await press(officer.getByRole('menuitem', { name: '开办人' }))
    await press(tab(officer, '用户'))
    await press(officer.getByRole('link', { name: '新建用户' }))
    await type(officer.getByLabel(zh['people.field.name']), '复核人')
    await type(officer.getByLabel(zh['people.field.login']), 'second')
    const [organisation, role] = [0, 1].map((at) => officer.locator('.grant .ant-select').nth(at))
    await press(organisation as Locator)
    await press(officer.locator('.ant-select-item-option', { hasText: '链长制办公室' }).first())
    await press(role as Locator)
    await press(
      officer.locator('.ant-select-dropdown:visible .ant-select-item-option', {
        hasText: '链长制办公室',
      }),
    )
    // As if the last proof were too old: it is asked for, and the very same request goes again.
    const keys: string[] = []
    await officer.route('**/api/people', async (route) => {
      const request = route.request()
      if (request.method() !== 'POST') return route.continue()
      keys.push(request.headers()['idempotency-key'] ?? '')
      const status = 403
      const json = { status, code: 'step-up-needed', title: '', detail: '', next: '' }
      await (keys.length === 1 ? route.fulfill({ status, json }) : route.continue())
    })
    await press(confirm(officer))
    await type(officer.getByLabel(zh['proof.code']), codeFrom(letters))
    await press(button(officer, zh['proof.do']))
    const password = (await officer.locator('.told code').textContent()) ?? ''
    expect(keys).toHaveLength(2)
    expect(keys[1]).toBe(keys[0])
    // The refusal was ours, and the browser notes it.
    for (const each of complaints) each.length = 0
    const page = await enter(signer)
    await signIn(page, 'second', password)
    await press(tab(page, '清单'))
    await press(button(page, '签发全部已提交（10 张）'))
    await type(page.locator('#batch-note'), '依据台账，同意签发')
    await press(confirm(page))
    await page.locator('.batch').getByText('已办').nth(9).waitFor()
    await press(confirm(page))
    expect(await page.locator('.list-state.signed').count()).toBe(10)
  })

  test('opens the sentence of a cell, and finds the same figures in the workbook', async () => {
    const page = signer.pages()[0] as Page
    await press(page.getByRole('link', { name: '龙头骨干企业' }))
    await page.locator('.list-rows').waitFor()
    const figure = page.locator('.list-rows a[data-figure]', { hasText: '12,345' }).first()
    await press(figure)
    const cell = page.locator('table.sheet td[data-on]')
    await cell.first().waitFor()
    expect(await cell.evaluate((node) => node.firstChild?.textContent)).toBe('12345')
    await key(page, 'Escape')
    await page.locator('.list-rows').waitFor()
    const shown = await page
      .locator('.list-rows tbody tr')
      .evaluateAll((rows) =>
        rows.map((row) =>
          [...row.querySelectorAll('th a, a[data-figure]')].map((a) => a.textContent),
        ),
      )
    await key(page, 'x')
    await page.locator('.export-review').waitFor()
    await press(page.locator('.ant-modal').getByText('机关内部'))
    await page.locator('.export-review', { hasText: zh['listExport.nothing'] }).waitFor()
    steps += 1
    const [file] = await Promise.all([page.waitForEvent('download'), confirm(page).click()])
    const [sheet] = await readXlsxFile(await file.path())
    const text = (sheet?.data ?? []).flat().map(String).join(' ')
    for (const words of shown.flat()) {
      expect(text.replaceAll(',', '')).toContain((words ?? '').replaceAll(',', '').split(' ')[0])
    }
  })

  test('took no more steps than fit into ten minutes, and nothing complained', () => {
    console.log(`步数 steps: ${steps}`)
    expect(steps).toBeLessThanOrEqual(STEPS_MAX)
    expect(complaints.flat()).toEqual([])
  })
})
