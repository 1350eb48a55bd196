/** A collection round on screen: composed, sent, filled in by a spreadsheet, returned, accepted. */
import { readFile } from 'node:fs/promises'
import type { BrowserContext } from 'playwright-core'
import readXlsxFile from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import writeXlsxFile from 'write-excel-file/node'
import { faultsOf } from './screen.ts'
import { chromiumPath, complaintsOf, open, openStage, type Stage } from './stage.ts'

describe.skipIf(chromiumPath === null)('a collection round on screen', () => {
  let stage: Stage
  let office: BrowserContext

  beforeAll(async () => {
    stage = await openStage()
    office = await stage.signedIn()
  })

  afterAll(() => stage?.close())

  test('asks what is missing, takes a return, shows the difference and counts no field twice', async () => {
    const page = await office.newPage()
    const complaints = complaintsOf(page)
    await open(page, '/collection')
    expect(await page.locator('main').textContent()).toContain('还没有收过数')
    expect(await faultsOf(page)).toEqual([])
    const { items } = await (await office.request.get('/api/collections/departments')).json()
    const said = {
      ...{ properties: 'employees,researchSpending', by: 'department', departments: items[0].id },
      ...{ title: '年度收数', period: '2025年', due: '2099-12-31' },
    }
    await open(page, `/collection/new?${new URLSearchParams(said)}`)
    await page.locator('.collection-plan h2').waitFor()
    const share = page.locator('.collection-shares .ant-select').first()
    await share.click()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Escape')
    await page.locator('.collection-plan .late', { hasText: '不归任何所选单位' }).waitFor()
    expect(new URL(page.url()).searchParams.get('shares')).toContain('employees')
    await share.click()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: '草拟这一轮' }).isEnabled()
    expect(await faultsOf(page)).toEqual([])
    await page.getByRole('button', { name: '草拟这一轮' }).click()
    await page.getByRole('button', { name: '下发' }).click()
    await page.locator('.collection-state.sent').waitFor()

    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '取工作簿' }).first().click(),
    ])
    const [, sheet] = await readXlsxFile(await readFile(await download.path()))
    const rows = (sheet?.data ?? []).map((row) => row.map((cell) => String(cell ?? '')))
    const [head = []] = rows
    const column = head.indexOf('#employees')
    const [first = [], second = []] = rows.slice(6).filter((row) => row[column] === '')
    first[column] = '321'
    second[column] = '12吨'
    const data = [...rows.slice(0, 6), ...rows.slice(6).toReversed()].map((row) =>
      row.map((value) => (value === '' ? null : { value, type: String })),
    )
    const buffer = await writeXlsxFile([{ sheet: '表', data }], {}).toBuffer()
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: '回表.xlsx', mimeType: 'application/zip', buffer })
    await page.locator('.collection-problems').waitFor()
    expect(await page.locator('.collection-problems').textContent()).toContain('单位应为“人”')
    expect(await faultsOf(page)).toEqual([])

    await page.locator('.collection-views a', { hasText: '待接受的差异' }).click()
    await page.locator('.collection-answers tbody tr').first().waitFor()
    expect(await page.locator('.collection-answers tbody').textContent()).toContain('321')
    expect(await faultsOf(page)).toEqual([])
    await page.getByRole('button', { name: '接受 1 条' }).click()
    await page.locator('.empty').waitFor()
    const meter = await page.locator('.collection-meter').textContent()
    expect(meter).toContain('已答项数1')
    expect(meter).toContain('重复收集0')
    expect(complaints).toEqual([])
    await page.close()
  })
})
