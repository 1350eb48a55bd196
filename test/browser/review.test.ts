/** A text is brought and read; its claims are accepted, rejected and corrected by keyboard. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { faultsOf } from './screen.ts'
import { chromiumPath, complaintsOf, open, openStage, type Stage } from './stage.ts'

const NOTE = '2022年，甘肃产值达到120亿元。\n2021年，甘肃拥有商标注册5321件。\n酒泉市财政局发文。\n'

describe.skipIf(chromiumPath === null)('the review desk', () => {
  let stage: Stage
  let page: Page
  let complaints: string[] = []

  beforeAll(async () => {
    stage = await openStage()
    page = await (await stage.signedIn()).newPage()
    page.setDefaultTimeout(20_000)
    complaints = complaintsOf(page)
  })

  afterAll(() => stage?.close())

  const line = (words: string) => page.locator('.queue-line', { hasText: words })

  /** Goes to a line of the queue and waits until its claim is drawn. */
  const look = async (words: string): Promise<void> => {
    await line(words).click()
    await page.locator('.sentence mark', { hasText: words }).waitFor()
  }

  /** How many claims the desk says are waiting. */
  const waiting = async (): Promise<number> => {
    const groups = (await page.locator('.review-groups').textContent()) ?? ''
    return Number(/待审 (\d+) 条/.exec(groups)?.[1])
  }

  /** Says at which step the walk came to a stop. */
  const step = async (what: string, walk: () => Promise<void>): Promise<void> => {
    await walk().catch((error: unknown) => {
      throw new Error(`${what}: ${String(error)}`)
    })
  }

  test('takes what was read out of a text: accepted, taken back, rejected, corrected', async () => {
    await step('what the digests of the sample say', async () => {
      await open(page, '/review')
      await line('优势产业链').click()
      await page.locator('.sentence mark', { hasText: '江苏省重点产业链有50条' }).waitFor()
      expect(await waiting()).toBeGreaterThan(40)
      expect(await faultsOf(page)).toEqual([])
    })
    await step('read', async () => {
      await open(page, '/import')
      const file = { name: '简报.txt', mimeType: 'text/plain', buffer: Buffer.from(NOTE) }
      await page.locator('input[type=file]').setInputFiles(file)
      await page.getByText('打开正文').click()
      await page.getByText('商标注册5321件').waitFor()
      await page.getByRole('button', { name: '读出陈述' }).click()
      await page.getByRole('link', { name: '去审定' }).click()
      await look('120亿元')
      expect(await waiting()).toBe(3)
      expect(await faultsOf(page)).toEqual([])
    })
    await step('accept', async () => {
      const claim = page.url()
      await page.keyboard.press('a')
      await line('120亿元').waitFor({ state: 'detached' })
      await open(page, claim)
      await page.getByRole('link', { name: '看甘肃省' }).click()
      await page.waitForURL(/\/things\//)
      await page.getByText('120亿元').first().waitFor()
    })
    await step('undo', async () => {
      await open(page, '/review')
      await page.getByText('撤销：接受').waitFor()
      await page.keyboard.press('u')
      await line('120亿元').waitFor()
    })
    await step('reject', async () => {
      await look('财政局')
      await page.keyboard.press('r')
      await page.getByText('退回的理由').waitFor()
      await page.keyboard.press('6')
      await line('财政局').waitFor({ state: 'detached' })
      await page.getByText('撤销：退回').waitFor()
    })
    await step('correct', async () => {
      await look('5321件')
      await page.keyboard.press('e')
      await page.getByLabel('值').waitFor()
      await page.keyboard.press('3')
      await page.keyboard.press('Control+a')
      await page.keyboard.insertText('商标注册 5322件（2021）')
      expect(await faultsOf(page)).toEqual([])
      await page.keyboard.press('Enter')
      await page.getByText('您经手了这一条').waitFor()
      expect(await line('5322件').count()).toBe(1)
      expect(await page.getByRole('button', { name: '接受' }).isDisabled()).toBe(true)
      expect(await faultsOf(page)).toEqual([])
    })
    await step('batch', async () => {
      await open(page, '/import')
      const text = ['甲', '乙', '丙', '丁']
        .map((name) => `酒泉市${name}泉区财政局发文。`)
        .join('\n')
      const file = { name: '名单.txt', mimeType: 'text/plain', buffer: Buffer.from(text) }
      await page.locator('input[type=file]').setInputFiles(file)
      await page.getByText('这是文档，不是表格').waitFor()
      // It is read, and then read on into what it says, without anybody asking.
      const waiting = async (): Promise<number> => {
        await open(page, '/review')
        return line('财政局').count()
      }
      await expect.poll(waiting, { timeout: 30_000 }).toBeGreaterThan(0)
      await line('财政局').click()
      await page.getByRole('button', { name: /退回同类 4 条/ }).waitFor()
      await page.locator('.sentence mark', { hasText: '财政局' }).waitFor()
      await page.keyboard.press('m')
      await page.getByText('还没有已发布的陈述').waitFor()
      expect(await faultsOf(page)).toEqual([])
      await page.keyboard.press('Escape')
      await page.keyboard.press('d')
      await page.getByText('退回的理由').waitFor()
      await page.keyboard.press('6')
      await line('财政局').waitFor({ state: 'detached' })
    })
    // That nothing published bears a name yet is an answer, which the browser notes as an error.
    expect(complaints.filter((each) => !each.includes('404'))).toEqual([])
  })
})
