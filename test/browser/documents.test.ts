/** Documents on screen: brought among the files, read into text, opened page by page. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeDocx, makePdf, paragraph } from '../../src/graph/reading/document/documents.case.ts'
import { faultsOf } from './screen.ts'
import { chromiumPath, complaintsOf, open, openStage, type Stage } from './stage.ts'

const DOCX = makeDocx(
  paragraph('某市集成电路产业工作方案') + paragraph('到2027年，产业规模达到500亿元。'),
)
const drawn = (text: string) => [{ x: 72, y: 700, text }]
const PDF = makePdf([drawn('First page of the plan'), drawn('Second page of the plan')])

describe.skipIf(chromiumPath === null)('a document', () => {
  let stage: Stage
  let page: Page
  let complaints: string[] = []

  beforeAll(async () => {
    stage = await openStage()
    page = await (await stage.signedIn()).newPage()
    complaints = complaintsOf(page)
  })

  afterAll(() => stage?.close())

  const bring = async (name: string, mimeType: string, buffer: Buffer): Promise<void> => {
    await open(page, '/import')
    await page.locator('input[type=file]').setInputFiles({ name, mimeType, buffer })
    await page.getByText('这是文档，不是表格').waitFor()
    await page.getByText('打开正文').click()
    await page.waitForURL(/\/sources\/[0-9a-f-]{36}/)
  }

  test('of Word is brought, read, and shown as it says', async () => {
    await bring('方案.docx', 'application/octet-stream', DOCX)
    await page.getByText('产业规模达到500亿元').waitFor()
    expect(await faultsOf(page)).toEqual([])
    const text = page.url()
    await open(page, '/jobs')
    await page.getByRole('link', { name: '方案' }).first().click()
    await page.getByRole('link', { name: '看来源' }).click()
    await page.waitForURL(text)
  })

  test('of two pages is turned, and the page stands in the address', async () => {
    await bring('plan.pdf', 'application/pdf', PDF)
    await page.getByText('First page of the plan').waitFor()
    await page.getByRole('button', { name: '下一页' }).click()
    await page.getByText('Second page of the plan').waitFor()
    expect(new URL(page.url()).searchParams.get('page')).toBe('2')
    expect(await faultsOf(page)).toEqual([])
  })

  test('that is damaged says why, and may be read again', async () => {
    await bring('damaged.pdf', 'application/pdf', Buffer.from(PDF.subarray(0, 200)))
    await page.getByRole('button', { name: '再读一次' }).waitFor()
    expect(await page.locator('main [role=alert]').count()).toBeGreaterThan(0)
  })

  test('complains of nothing on its way', () => {
    expect(complaints).toEqual([])
  })
})
