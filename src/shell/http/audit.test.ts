import { afterAll, beforeAll, expect, test } from 'vitest'
import type { z } from 'zod'
import { type Client, type OpenApp, openApp } from './open-app.case.ts'
import type { AccessRecordPage, CommandRecordPage } from './schemas/audit.ts'

type Records = z.infer<typeof AccessRecordPage>
type Entries = z.infer<typeof CommandRecordPage>

let open: OpenApp
let auditor: Client
let office: Client

beforeAll(async () => {
  open = await openApp()
  office = await open.signIn('office')
  auditor = await open.signIn('auditor')
})

afterAll(() => open.close())

const records = async (query = ''): Promise<Records> =>
  (await auditor.get(`/api/audit/records${query}`)).body as Records
const entries = async (query = ''): Promise<Entries> =>
  (await auditor.get(`/api/audit/entries${query}`)).body as Entries

test('who signed in, was refused, took a file or looked into the audit is found', async () => {
  expect((await office.get('/api/audit/records')).status).toBe(403)
  const wrong = { login: open.login, password: 'not-the-Password-7' }
  expect((await open.stranger.send('POST', '/api/session', wrong)).status).toBe(401)
  const brought = (await office.upload('notes.csv', 'a,b\n1,2\n')).body
  const { source } = brought as { source: { id: string } }
  await office.bytes(`/api/sources/${source.id}/original`)
  const refused = await records('?act=refusal')
  expect(refused.items[0]).toMatchObject({
    ...{ route: 'GET /api/audit/records', code: 'forbidden', role: 'office' },
    address: '127.0.0.1',
  })
  expect(refused.items[0]?.person?.name).not.toBeNull()
  const [failed, ...came] = (await records('?act=sign-in')).items
  expect(failed).toMatchObject({ person: null, code: 'wrong-sign-in' })
  expect(came.map(({ code }) => code)).toEqual([null, null])
  const [taken] = (await records('?act=export')).items
  expect(taken).toMatchObject({
    ...{ route: 'GET /api/sources/{id}/original', object: `/api/sources/${source.id}/original` },
    code: null,
  })
  expect((await records('?act=audit')).total).toBeGreaterThan(2)
  expect(JSON.stringify(await records('?limit=500'))).not.toContain('not-the-Password-7')
})

test('commands are found by who gave them, without what they were given', async () => {
  await office.send('PUT', '/api/desk', { mode: 'one-person', reason: 'Kanarienvogel' })
  const found = await entries('?command=desk.')
  expect(found.items.map(({ command }) => command)).toEqual(['desk.mode'])
  const [entry] = found.items
  expect((await entries(`?object=${entry?.entry}`)).total).toBe(1)
  expect((await entries(`?person=${entry?.person?.id}&role=office`)).total).toBeGreaterThan(0)
  expect((await entries(`?to=2020-01-01`)).total).toBe(0)
  for (const day of ['2026-02-31', '9999-12-31', '0000-01-01']) {
    expect((await auditor.get(`/api/audit/entries?to=${day}`)).status).toBe(400)
  }
  expect(JSON.stringify(await entries('?limit=500'))).not.toContain('Kanarienvogel')
})

test('pages follow each other without a gap', async () => {
  const all = (await entries('?limit=500')).items.map(({ sequence }) => sequence)
  const seen: string[] = []
  for (let next: string | null = ''; next !== null; ) {
    const page: Entries = await entries(`?limit=2${next === '' ? '' : `&cursor=${next}`}`)
    seen.push(...page.items.map(({ sequence }) => sequence))
    next = page.next
  }
  expect(seen).toEqual(all)
})

test('what leaves is a table that computes nothing, and that it left is logged', async () => {
  const bytes = await auditor.bytes('/api/audit/export', { what: 'records', act: 'refusal' })
  const [head, line] = new TextDecoder().decode(bytes).split('\r\n')
  expect(head).toContain('时间（UTC）,行为')
  expect(line).toContain('forbidden')
  expect((await entries('?command=audit.export')).total).toBe(1)
  expect((await records('?act=export')).items[0]?.route).toBe('POST /api/audit/export')
})

test('where nothing can be written down, nothing is answered', async () => {
  const { recorder } = open.installation
  const record = recorder.record
  Object.assign(recorder, { record: () => Promise.reject(new Error('the disk is full')) })
  try {
    const audit = await auditor.get('/api/audit/records')
    expect(audit.status).toBe(500)
    expect(audit.body).not.toHaveProperty('items')
    const refused = await office.get('/api/audit/records')
    expect(refused.status).toBe(500)
    expect(refused.body).not.toHaveProperty('items')
  } finally {
    Object.assign(recorder, { record })
  }
})
