/** Files that are no tables, as a person meets them on screen, and a page closed in the middle. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chromiumPath, type Language, open, openStage, type Stage } from './stage.ts'
import { FIRMS_FILE, firmsWorkbook } from './workbooks.ts'

const MANY_ROWS = 8_000

interface BadFile {
  name: string
  buffer: () => Promise<Buffer>
}

const BAD_FILES: readonly BadFile[] = [
  { name: 'cut-short.xlsx', buffer: async () => (await firmsWorkbook()).subarray(0, 900) },
  { name: 'text-as-workbook.xlsx', buffer: async () => Buffer.from('企业名称,产值\n甲公司,1\n') },
  { name: 'nothing.csv', buffer: async () => Buffer.alloc(0) },
]

const LANGUAGES: readonly Language[] = ['zh', 'en']

describe.skipIf(chromiumPath === null)('a bad day at the desk', () => {
  let stage: Stage

  beforeAll(async () => {
    stage = await openStage()
  })

  afterAll(() => stage?.close())

  const drop = async (page: Page, name: string, buffer: Buffer): Promise<void> => {
    const mimeType = 'application/octet-stream'
    await page.locator('main input[type=file]').first().setInputFiles({ name, mimeType, buffer })
  }

  test.each(LANGUAGES)(
    'every bad file ends in what, why and what next, in %s',
    async (language) => {
      const context = await stage.signedIn({ language })
      const page = await context.newPage()
      const broken: string[] = []
      page.on('pageerror', (error) => broken.push(error.message))
      page.on('response', (answer) => {
        if (answer.status() >= 500) broken.push(`${answer.status()}: ${answer.url()}`)
      })
      for (const { name, buffer } of BAD_FILES) {
        await open(page, '/import')
        await drop(page, name, await buffer())
        const alert = page.locator('main [role=alert]').first()
        await alert.waitFor()
        const parts = await alert.locator('> span, dd').allTextContents()
        expect(parts.filter((part) => part.trim() !== '').length).toBeGreaterThanOrEqual(2)
        const text = ((await alert.textContent()) ?? '').replaceAll(name, '')
        if (language === 'zh') expect(text).toMatch(/[\u4e00-\u9fff]{4}/)
        else expect(text).not.toMatch(/[\u4e00-\u9fff]/)
        expect(text).not.toMatch(/undefined|null|[{}]/)
      }
      // Beside the refused file, a good one is taken on the same page.
      await drop(page, FIRMS_FILE, await firmsWorkbook())
      await page.locator('main a', { hasText: FIRMS_FILE }).first().click()
      await page.locator('table.sample').waitFor()
      expect(broken).toEqual([])
      await context.close()
    },
  )

  test('a page closed during an import shows the same job when it is opened again', async () => {
    const context = await stage.signedIn()
    const page = await context.newPage()
    const rows = Array.from({ length: MANY_ROWS }, (_, at) => `无名试验第${at}有限公司,硅片`)
    await open(page, '/import')
    await drop(page, 'many.csv', Buffer.from(`企业名称,主要产品\n${rows.join('\n')}\n`))
    await page.locator('.start .btn.do').click()
    await page.locator('.ant-modal .ant-btn-primary').click()
    await page.waitForURL(/\/jobs\/[^/]+$/)
    const { pathname } = new URL(page.url())
    await page.close()
    const later = await context.newPage()
    await open(later, '/jobs')
    await later.locator(`a[href="${pathname}"]`).click()
    // The list of jobs stays in view until the job is drawn.
    await later.locator('.job-rows').waitFor()
    expect(['waiting', 'running', 'done']).toContain(
      (await later.locator('.job-state').getAttribute('class'))?.split(' ').at(-1),
    )
    await later.locator('.job-state.done').waitFor({ timeout: 110_000 })
    await expect
      .poll(async () => await later.locator('.job-rows h2').textContent())
      .toContain(MANY_ROWS.toLocaleString('en'))
    await context.close()
  })
})
