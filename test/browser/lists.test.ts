/** Lists in the hands of two people: drawn up, asked why, opened at their sentence, signed. */
import type { BrowserContext, Page } from 'playwright-core'
import readXlsxFile from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { faultsOf } from './screen.ts'
import { chromiumPath, complaintsOf, open, openStage, type Stage } from './stage.ts'

describe.skipIf(chromiumPath === null)('lists on screen', () => {
  let stage: Stage
  let first: BrowserContext
  let second: BrowserContext

  beforeAll(async () => {
    stage = await openStage()
    first = await stage.signedIn()
    second = await secondPerson(stage, first)
  })

  afterAll(() => stage?.close())

  test('are drawn up at once, and say why and on which sentence', async () => {
    const page = await first.newPage()
    const complaints = complaintsOf(page)
    await open(page, '/lists')
    await page.getByRole('button', { name: '起草未建的 10 张' }).click()
    await page.locator('.list-state.draft').nth(9).waitFor()
    await page.keyboard.press('j')
    await page.locator('a.row-link', { hasText: '补短板突破环节' }).click()
    await page.locator('.list-rows').waitFor()
    expect(await page.locator('.list-rows tbody th a').allTextContents()).toContain('EDA 工具')
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    await page.keyboard.press('Enter')
    const quote = page.locator('.why .quote').first()
    await quote.waitFor()
    expect(await quote.textContent()).toContain('样例编写者判断')
    expect(new URL(page.url()).searchParams.get('row')).not.toBeNull()
    expect(await faultsOf(page)).toEqual([])
    await quote.locator('a').click()
    await page.waitForURL(/\/(figures|sources)\//)
    await page.locator('.reader-document mark, .reader-document .hit').first().waitFor()
    expect(complaints).toEqual([])
    await page.close()
  })

  test('are submitted by one person and signed by another, with a reason', async () => {
    const mine = await first.newPage()
    await open(mine, '/lists/weak-stages')
    await mine.getByRole('button', { name: '提交签发' }).click()
    await confirm(mine, '提交签发')
    await mine.locator('.list-state.submitted').first().waitFor()
    await mine.getByRole('button', { name: /^签\s?发$/ }).click()
    await mine.locator('.ant-modal textarea').fill('自己签自己')
    await confirm(mine, '签')
    await mine.locator('.ant-modal .problem').waitFor()
    expect(await mine.locator('.ant-modal .problem').textContent()).toContain('另一')
    await mine.close()
    const theirs = await second.newPage()
    await open(theirs, '/lists/weak-stages')
    await theirs.getByRole('button', { name: /^签\s?发$/ }).click()
    await theirs.locator('.ant-modal textarea').fill('依据陈旧，先签后补')
    await confirm(theirs, '签')
    await theirs.locator('.list-state.signed').first().waitFor()
    expect(await theirs.locator('.steps').textContent()).toContain('第二人')
    expect(await theirs.locator('.seal').count()).toBe(1)
    await theirs.close()
  })

  test('leave as a workbook once it was shown what is hidden and by which rule', async () => {
    const page = await first.newPage()
    await open(page, '/lists/weak-stages')
    await page.locator('.list-rows').waitFor()
    const rows = await page.locator('.list-rows tbody th a').allTextContents()
    const chain = (await (await first.request.get('/api/chains')).json()).items[0].id
    const list = await first.request.get('/api/lists/weak-stages', { params: { chain } })
    const [row] = (await list.json()).rows
    const note = { sourceNote: '内部研判', label: 'internal', validFrom: '2026-11-01' }
    await post(first, '/api/claims', {
      ...{ subject: { id: row.thing }, property: 'verdict', value: '缺', ...note },
    })
    await page.getByRole('button', { name: '起草下一版' }).click()
    await page.locator('.list-state.draft').first().waitFor()
    await page.keyboard.press('x')
    const review = page.locator('.export-review')
    await review.locator('table').waitFor()
    expect(await review.textContent()).toContain('标签不对本次的读者开放')
    expect(await review.locator('li').allTextContents()).toContain(`${rows[0]} 整行`)
    expect(await faultsOf(page)).toEqual([])
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('.ant-modal-footer .ant-btn-primary').click(),
    ])
    const [sheet] = await readXlsxFile(await file.path())
    const names = sheet?.data.map((cells) => cells[1])
    expect(names).not.toContain(rows[0])
    expect(names).toEqual(expect.arrayContaining(rows.slice(1)))
    await open(page, `/chains/${chain}`)
    await page.getByRole('button', { name: /^导\s?出$/ }).click()
    await review.locator('table').waitFor()
    expect(await review.textContent()).toContain('标签不对本次的读者开放')
    expect(await faultsOf(page)).toEqual([])
    const [graph] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('.ant-modal-footer .ant-btn-primary').click(),
    ])
    expect(graph.suggestedFilename()).toMatch(/\.zip$/)
    await page.close()
  })

  test('are found by the finder, and say what is missing where they are empty', async () => {
    const page = await first.newPage()
    await open(page, '/')
    await page.keyboard.press('Control+k')
    await page.keyboard.type('zhongdianxiangmu')
    await page
      .getByRole('option', { name: /重点项目/ })
      .first()
      .click()
    await page.waitForURL(/\/lists\/projects/)
    await page.locator('.gaps table').waitFor()
    expect(await page.locator('.gaps').textContent()).toContain('链上还没有这类事物')
    expect(await faultsOf(page)).toEqual([])
    await page.close()
  })
})

async function confirm(page: Page, name: string): Promise<void> {
  await page.locator('.ant-modal-footer .ant-btn-primary', { hasText: name }).click()
}

async function post(context: BrowserContext, path: string, data: object) {
  const headers = { 'Idempotency-Key': `second-person-${path.length}-${Math.random()}` }
  const answer = await context.request.post(path, { data, headers })
  expect([path, answer.ok()]).toEqual([path, true])
  return answer.json()
}

/** A second person of the office, as whoever founds adds one. */
async function secondPerson(stage: Stage, first: BrowserContext): Promise<BrowserContext> {
  const me = await (await first.request.get('/api/session')).json()
  const roleOf = (id: string) => me.roles.find((each: { id: string }) => each.id === id)
  const take = (id: string) =>
    post(first, '/api/session/role', { role: id, organisation: roleOf(id).organisation.id })
  await take('founder')
  const memberships = [{ organisation: roleOf('office').organisation.id, role: 'office' }]
  const person = { login: 'second', name: '第二人', memberships }
  const { password } = await post(first, '/api/people', person)
  await take('office')
  const context = await stage.stranger()
  await post(context, '/api/session', { login: 'second', password })
  return context
}
