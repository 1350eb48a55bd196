/** What each role may see and do, and the product in the hands of someone who uses keys alone. */
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Me } from '../../src/web/api/index.ts'
import { isShownTo, TABS } from '../../src/web/frame/tabs.ts'
import { chromiumPath, complaintsOf, open, openStage, type Stage } from './stage.ts'

const tabsOf = (page: Page): Promise<string[]> =>
  page
    .locator('nav.tabs a')
    .evaluateAll((links) => links.map((link) => new URL((link as HTMLAnchorElement).href).pathname))

const pathOf = (page: Page): string => new URL(page.url()).pathname
const searchOf = (page: Page): URLSearchParams => new URL(page.url()).searchParams

/** A page that still waits for its data says only that; a loaded machine takes its time. */
const DRAWING = { timeout: 60_000 } as const

/** What a screen offers to do, by the permission that doing it takes. */
const CONTROLS: readonly (readonly [permission: string, path: string, control: string])[] = [
  ['import-table', '/import', 'input[type=file]'],
  ['edit-chain', '/chains', '.map-head .btn:has-text("加入")'],
  ['manage-people', '/people', 'main .acts .btn.do'],
]

describe.skipIf(chromiumPath === null)('the desk', () => {
  let stage: Stage
  let context: BrowserContext
  let me: Me

  beforeAll(async () => {
    stage = await openStage()
    context = await stage.signedIn()
    me = (await (await context.request.get('/api/session')).json()) as Me
  })

  afterAll(() => stage?.close())

  /** What each role may, as it was found when the role was taken. */
  const permissionsOf = new Map<string, readonly string[]>()

  /** The first role that holds a permission, or the first that lacks it. */
  const roleThat = (permission: string, may: boolean): Me['roles'][number] => {
    const found = me.roles.find(({ id }) => permissionsOf.get(id)?.includes(permission) === may)
    if (found === undefined) throw new Error(`no role ${may ? 'with' : 'without'} ${permission}`)
    return found
  }

  const takeRole = async (role: Me['roles'][number]): Promise<Me> => {
    const data = { role: role.id, organisation: role.organisation.id }
    const answer = await context.request.post('/api/session/role', { data })
    expect(answer.status()).toBe(200)
    return (await answer.json()) as Me
  }

  test('lets one person try all twelve roles, and shows each its tabs alone', async () => {
    expect(me.roles).toHaveLength(12)
    const page = await context.newPage()
    const complaints = complaintsOf(page)
    for (const role of me.roles) {
      const permissions = [...(await takeRole(role)).permissions]
      permissionsOf.set(role.id, permissions)
      await open(page, '/')
      const expected = TABS.filter((tab) => isShownTo(tab, permissions))
      expect([role.id, await tabsOf(page)]).toEqual([role.id, expected.map(({ path }) => path)])
      expect(await page.locator('.who').textContent()).toContain(role.name.zh)
    }
    expect(complaints).toEqual([])
    await page.close()
  })

  test('has no control for what a role may not do, and says so at a direct address', async () => {
    const page = await context.newPage()
    const broken: string[] = []
    page.on('pageerror', (error) => broken.push(error.message))
    page.on('response', (answer) => {
      if (answer.status() >= 500) broken.push(`${answer.status()}: ${answer.url()}`)
    })
    for (const [permission, path, control] of CONTROLS) {
      for (const may of [true, false]) {
        const role = roleThat(permission, may)
        await takeRole(role)
        await open(page, path)
        const main = async () => (await page.locator('main').textContent()) ?? ''
        await expect.poll(async () => (await main()).length, DRAWING).toBeGreaterThan(10)
        const isOffered = async () => (await page.locator(control).count()) > 0
        await expect.poll(isOffered, { ...DRAWING, message: `${role.id} ${path}` }).toBe(may)
        // A refusal speaks in words: no id of a permission stands in it.
        expect(await main()).not.toMatch(/\b(read|manage|import|edit)-[a-z]+/)
      }
    }
    expect(broken).toEqual([])
    await page.close()
  })

  test('changes the role in the menu, and what the former role saw is gone', async () => {
    await takeRole(me.roles.find(({ id }) => id === 'office') as Me['roles'][number])
    const page = await context.newPage()
    await open(page, '/import')
    await page.locator('.who').click()
    await page.getByRole('menuitem', { name: '链主企业' }).click()
    await page.locator('.who:has-text("链主企业")').waitFor()
    await expect.poll(() => tabsOf(page)).not.toContain('/import')
    await expect.poll(() => page.locator('input[type=file]').count()).toBe(0)
    await page.close()
  })

  test('keeps one of two readings that differ, and the difference is gone', async () => {
    await takeRole(me.roles.find(({ id }) => id === 'office') as Me['roles'][number])
    const subject = { kind: 'firm', scheme: 'credit-code', code: '914403001922038216' }
    for (const value of ['100亿元', '120亿元']) {
      const sourceNote = `年报载营业收入 ${value}`
      const data = { subject, property: 'revenue', value, validFrom: '2025-01-01', sourceNote }
      const headers = { 'Idempotency-Key': `said-${Number.parseInt(value, 10)}` }
      const said = await context.request.post('/api/claims', { data, headers })
      expect(said.status()).toBe(201)
    }
    const page = await context.newPage()
    await open(page, '/freshness?view=differences')
    await page.locator('li', { hasText: '120' }).getByRole('button', { name: '采信' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('combobox').click()
    await page.getByTitle('已有新数').click()
    await dialog.getByRole('button', { name: '撤回其余 1 条' }).click()
    await dialog.waitFor({ state: 'detached' })
    await page.getByText('没有各说不一的数').waitFor()
    await page.close()
  })

  describe('by keys alone', () => {
    let page: Page

    beforeAll(async () => {
      await takeRole(me.roles.find(({ id }) => id === 'office') as Me['roles'][number])
      page = await context.newPage()
      await open(page, '/chains')
      await page.locator('.tile').first().waitFor()
    })

    const focused = (): Promise<string | null> =>
      page.evaluate(
        () => document.activeElement?.closest('[data-stage]')?.getAttribute('data-stage') ?? null,
      )

    test('arrows go from stage to stage, Enter opens one, Escape gives the focus back', async () => {
      await page.locator('.tile .nm[tabindex="0"]').first().focus()
      const first = await focused()
      await page.keyboard.press('ArrowRight')
      await expect.poll(focused).not.toBe(first)
      const second = await focused()
      expect(second).not.toBeNull()
      await page.keyboard.press('Enter')
      await expect.poll(() => searchOf(page).get('stage')).toBe(second)
      await page.locator('aside h2, aside h1, .drawer h2').first().waitFor()
      await page.keyboard.press('Escape')
      await expect.poll(() => searchOf(page).get('stage')).toBeNull()
      await expect.poll(focused).toBe(second)
      await page.keyboard.press('ArrowLeft')
      await expect.poll(focused).not.toBe(second)
    })

    test('t shows the same stages as a table, and the map again', async () => {
      const names = await page.locator('.tile .nm').allInnerTexts()
      await page.keyboard.press('t')
      await expect.poll(() => searchOf(page).get('view')).toBe('table')
      await page.locator('main table').first().waitFor()
      const table = (await page.locator('main table').first().textContent()) ?? ''
      expect(names.filter((name) => !table.includes(name.trim()))).toEqual([])
      await page.keyboard.press('t')
      await expect.poll(() => searchOf(page).get('view')).toBeNull()
      await page.locator('.tile').first().waitFor()
    })

    test('? lists the keys, and Escape closes the list', async () => {
      await page.keyboard.press('?')
      const sheet = page.locator('dialog.key-sheet[open]')
      await sheet.waitFor()
      expect(await sheet.textContent()).toMatch(/Enter[\s\S]*Esc[\s\S]*\?/)
      await page.keyboard.press('Escape')
      await sheet.waitFor({ state: 'hidden' })
    })

    test.each(['华大九天', 'huadajiutian', 'hdjt'])(
      'Ctrl+K finds a firm by “%s”',
      async (typed) => {
        await page.keyboard.press('Control+k')
        await page.locator('dialog.palette input').fill(typed)
        const hit = page.getByRole('option', { name: '华大九天' }).first()
        await hit.waitFor()
        await page.keyboard.press('Escape')
        await page.locator('dialog.palette').waitFor({ state: 'detached' })
      },
    )

    test('Enter that ends a composition opens nothing; the next Enter does', async () => {
      const before = pathOf(page)
      await page.keyboard.press('Control+k')
      const field = page.locator('dialog.palette input')
      await field.fill('华大九天')
      await page.getByRole('option', { name: '华大九天' }).first().waitFor()
      await field.evaluate((input) => {
        const composing = { key: 'Enter', bubbles: true, cancelable: true, isComposing: true }
        input.dispatchEvent(new KeyboardEvent('keydown', composing))
        const late = { key: 'Enter', keyCode: 229, bubbles: true, cancelable: true }
        input.dispatchEvent(new KeyboardEvent('keydown', late))
      })
      expect(await page.locator('dialog.palette[open]').count()).toBe(1)
      expect(pathOf(page)).toBe(before)
      await page.keyboard.press('Enter')
      await expect.poll(() => pathOf(page)).not.toBe(before)
      await page.locator('main h1:has-text("华大九天")').waitFor()
    })
  })
})
