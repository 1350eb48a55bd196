/**
 * A text is brought and read; its claims are accepted, rejected and corrected by keyboard, and what
 * one person corrected another lets stand or sends back.
 */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bringRelation } from './relation.ts'
import { faultsOf } from './screen.ts'
import {
  chromiumPath,
  colleague,
  complaintsOf,
  follow,
  open,
  openStage,
  type Stage,
} from './stage.ts'

const NOTE = '2022年，甘肃产值达到120亿元。\n2021年，甘肃拥有商标注册5321件。\n酒泉市财政局发文。\n'

describe.skipIf(chromiumPath === null)('the review desk', () => {
  let stage: Stage
  let page: Page
  let other: Page
  let complaints: string[] = []
  let relation: Promise<string>

  beforeAll(async () => {
    stage = await openStage()
    relation = bringRelation(stage.product)
    page = await (await stage.signedIn()).newPage()
    other = await (await colleague(stage, 'demo-yi')).newPage()
    for (const each of [page, other]) each.setDefaultTimeout(20_000)
    complaints = complaintsOf(page)
  })

  afterAll(() => stage?.close())

  const line = (words: string, on = page) => on.locator('.queue-line', { hasText: words })

  /** Goes to a line of the queue and waits until its claim is drawn. */
  const look = async (words: string, marked = words, on = page): Promise<void> => {
    await line(words, on).click()
    await on.locator('.sentence mark', { hasText: marked }).waitFor()
  }

  /** Corrects the value of the claim at hand. */
  const correct = async (value: string): Promise<void> => {
    await page.keyboard.press('e')
    await page.getByLabel('值').waitFor()
    await page.keyboard.press('3')
    await page.keyboard.press('Control+a')
    await page.keyboard.insertText(value)
    await page.keyboard.press('Enter')
    await page.getByText('您经手了这一条').waitFor()
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
      await follow(page, '/import')
      const file = { name: '简报.txt', mimeType: 'text/plain', buffer: Buffer.from(NOTE) }
      await page.locator('input[type=file]').setInputFiles(file)
      await page.getByText('打开正文').click()
      await page.getByText('商标注册5321件').waitFor()
      await page.getByRole('button', { name: '读出陈述' }).click()
      await page.getByRole('link', { name: '去审定' }).click()
      await look('120亿元')
      expect(await waiting()).toBe(3)
    })
    await step('accept', async () => {
      const claim = page.url()
      await page.keyboard.press('a')
      await line('120亿元').waitFor({ state: 'detached' })
      // The desk goes on to what comes next; only then does the address stay.
      await page.waitForURL((url) => url.href !== claim)
      await follow(page, claim)
      await page.getByRole('link', { name: '看甘肃省' }).click()
      await page.waitForURL(/\/things\//)
      await page.getByText('120亿元').first().waitFor()
    })
    await step('undo', async () => {
      await follow(page, '/review')
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
      await correct('商标注册 5322件（2021）')
      expect(await line('5322件').count()).toBe(1)
      expect(await page.getByRole('button', { name: '接受' }).isDisabled()).toBe(true)
      await page.keyboard.press('a')
      expect(await faultsOf(page)).toEqual([])
      await look('120亿元')
      await correct('121亿元')
    })
    await step('a second person accepts one correction, and sends the other back', async () => {
      await open(other, '/review?group=second-eyes')
      await line('5322件', other).waitFor()
      await look('5322件', '5321件', other)
      const beside = other.locator('.review-side')
      expect(await beside.textContent()).toMatch(/5321件/)
      expect(await beside.textContent()).toContain('等另一人接受')
      expect(await faultsOf(other)).toEqual([])
      const accepted = new URL(other.url()).searchParams.get('claim')
      await other.keyboard.press('a')
      await line('5322件', other).waitFor({ state: 'detached' })
      const { claim } = await (await stage.product.ask(`/api/review/${accepted}`)).json()
      expect(claim.stage).toBe('published')
      await look('121亿元', '120亿元', other)
      await other.keyboard.press('r')
      await other.getByText('退回的理由').waitFor()
      await other.keyboard.press('1')
      await line('121亿元', other).waitFor({ state: 'detached' })
    })
    await step('the first finds it published, and the reading that came back', async () => {
      await open(page, '/review')
      expect(await line('5322件').count()).toBe(0)
      await look('120亿元')
      const back = page.locator('.review-side .card', { hasText: '改定被退回' })
      expect(await back.textContent()).toMatch(/样例用户乙.* 退回/u)
      expect(await back.textContent()).toMatch(/121亿元.*读错/u)
      expect(await faultsOf(page)).toEqual([])
    })
    await step('the other end of a relation', async () => {
      await follow(page, `/review?source=${await relation}`)
      await line('待核公司').click()
      await page.locator('.review-middle h2').waitFor()
      await page.keyboard.press('e')
      await page.getByLabel('另一端').waitFor()
      await page.keyboard.press('5')
      await page.keyboard.insertText('光刻')
      await page.locator('.ant-select-item-option', { hasText: '光刻' }).nth(0).waitFor()
      expect(await faultsOf(page)).toEqual([])
      await page.locator('.ant-select-item-option', { hasText: '光刻' }).nth(0).click()
      await page.locator('.edit-acts').getByRole('button', { name: '以此代替' }).click()
      await page.getByText('您经手了这一条').waitFor()
      expect(await page.locator('.proposal').textContent()).toContain('光刻')
    })
    await step('batch', async () => {
      await follow(page, '/import')
      const text = ['甲', '乙', '丙', '丁']
        .map((name) => `酒泉市${name}泉区财政局发文。`)
        .join('\n')
      const file = { name: '名单.txt', mimeType: 'text/plain', buffer: Buffer.from(text) }
      await page.locator('input[type=file]').setInputFiles(file)
      await page.getByText('这是文档，不是表格').waitFor()
      // It is read, and then read on into what it says, without anybody asking.
      const queued = async (): Promise<number> => {
        const answer = await stage.product.ask(`/api/review?q=${encodeURIComponent('泉区财政局')}`)
        return (await answer.json()).items.length
      }
      await expect.poll(queued, { timeout: 30_000 }).toBeGreaterThan(0)
      await follow(page, `/review?q=${encodeURIComponent('泉区财政局')}`)
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
    await step('back, without one, accepted together, and the one left in its place', async () => {
      await page.keyboard.press('u')
      await page.getByRole('button', { name: /退回同类 4 条/ }).waitFor()
      await page.keyboard.press('x')
      await page.getByRole('button', { name: /接受 3 条/ }).waitFor()
      await page.keyboard.press('b')
      await page.getByText('撤销：接受').waitFor()
      await line('财政局').click()
      await page.locator('.sentence mark', { hasText: '财政局' }).waitFor()
      expect(await page.getByRole('button', { name: /并作一批/ }).count()).toBe(0)
      await page.keyboard.press('o')
      await page.waitForURL(/\/sources\//)
      await page.locator('main mark', { hasText: '财政局' }).first().waitFor()
    })
    // That nothing published bears a name yet is an answer, which the browser notes as an error.
    expect(complaints.filter((each) => !each.includes('404'))).toEqual([])
  })
})
