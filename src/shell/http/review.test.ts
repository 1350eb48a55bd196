import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Client, type OpenApp, openApp } from './open-app.case.ts'

let open: OpenApp
let office: Client
let source = ''

const NOTE =
  '2022年，甘肃产值达到120亿元。另据统计，2022年，甘肃产值达到125亿元。\n2020年，甘肃拥有商标注册77件。甘肃进出口总额达到900亿元。'

interface Line {
  group: string
  claims: string[]
  count: number
  shown: { id: string; subject: { name: string }; figure: { text: string } }[]
}
interface Queue {
  counts: { group: string; claims: number }[]
  items: Line[]
  decidedToday: number
  last: { id: string; kind: string; shown: { figure: { text: string } } | null } | null
}

beforeAll(async () => {
  open = await openApp()
  office = await open.signIn('office')
  await office.send('POST', '/api/claims', {
    ...{ subject: { kind: 'product', scheme: 'list:x', code: '电堆' } },
    ...{ property: 'note', value: '见原文', sourceNote: NOTE, label: 'internal' },
  })
  const { items } = (await office.get('/api/sources')).body as { items: { id: string }[] }
  source = items[0]?.id ?? ''
  const started = await office.send('POST', `/api/sources/${source}/statements`)
  const { job } = started.body as { job: { id: string } }
  for (;;) {
    const { state } = (await office.get(`/api/jobs/${job.id}`)).body as { state: string }
    if (!['waiting', 'running'].includes(state)) break
    await wait(30)
  }
})

afterAll(() => open.close())

const queue = async (query = ''): Promise<Queue> =>
  (await office.get(`/api/review${query}`)).body as Queue

/** The claim that waits with this printed value. */
async function waiting(text: string): Promise<string> {
  const { items } = await queue()
  const shown = items.flatMap((line) => line.shown)
  return shown.find(({ figure }) => figure.text.includes(text))?.id ?? ''
}

const decide = (kind: 'accept' | 'reject', claims: string[], reason?: string) =>
  office.send('POST', '/api/review/decisions', { kind, claims, ...(reason && { reason }) })

test('the queue tells what waits by group, and narrows by group, source and words', async () => {
  const { counts, items } = await queue()
  expect(counts).toContainEqual({ group: 'contradiction', claims: 2, lines: 2 })
  expect(items.map(({ group }) => group).slice(0, 3)).toEqual([
    'quarantine',
    'contradiction',
    'contradiction',
  ])
  expect((await queue('?group=contradiction')).items).toHaveLength(2)
  expect((await queue(`?source=${source}`)).items).toHaveLength(items.length)
  expect((await queue('?q=没有的词')).items).toEqual([])
})

test('a claim comes with its sentence, its doubts, what is held and what contradicts it', async () => {
  const one = await waiting('120亿元')
  expect((await office.get(`/api/review/${one}`)).body).toMatchObject({
    group: 'contradiction',
    passage: { opening: '2022年，', span: '甘肃产值达到120亿元', closing: '。' },
    recognised: 'quoted',
    rivals: [{ figure: { text: '125亿元' } }],
    effect: 'new',
    isOwnWork: false,
  })
  expect((await office.get(`/api/review/${await waiting('900亿元')}`)).body).toMatchObject({
    cautions: [{ code: 'date-carried', detail: '2020' }],
  })
})

test('a claim is accepted, named as the last decision, and taken back', async () => {
  const one = await waiting('120亿元')
  const accepted = await decide('accept', [one])
  expect(accepted.status).toBe(200)
  const { last, decidedToday } = await queue()
  expect(last).toMatchObject({ kind: 'accept', shown: { figure: { text: '120亿元' } } })
  expect(decidedToday).toBe(1)
  const rival = await waiting('125亿元')
  expect((await office.get(`/api/review/${rival}`)).body).toMatchObject({
    effect: 'differs',
    rivals: [{ id: one, stage: 'published' }],
  })
  expect(await decide('accept', [one])).toMatchObject({ status: 409, body: { code: 'conflict' } })
  const undone = await office.send('POST', `/api/review/decisions/${last?.id}/undo`)
  expect(undone).toMatchObject({ status: 200, body: { claims: [one] } })
  expect(await queue()).toMatchObject({ last: null, decidedToday: 0 })
})

test('a rejection wants a reason of the list', async () => {
  const one = await waiting('77件')
  expect((await decide('reject', [one])).status).toBe(400)
  expect((await decide('reject', [one], 'because')).status).toBe(400)
  expect((await decide('reject', [one], 'insufficient')).status).toBe(200)
  expect(await waiting('77件')).toBe('')
})

test('a correction is read by the vocabulary, waits for another, and is refused to its maker', async () => {
  const one = await waiting('125亿元')
  const edit = (body: object) => office.send('POST', `/api/review/${one}/edit`, body)
  expect((await edit({ value: '很多' })).body).toMatchObject({ code: 'invalid-input' })
  expect((await edit({ period: '很久以前' })).body).toMatchObject({ code: 'invalid-input' })
  const edited = await edit({ value: '126亿元', period: '2023' })
  expect(edited).toMatchObject({ status: 200, body: { waits: true } })
  const { claim } = edited.body as { claim: string }
  expect((await office.get(`/api/review/${claim}`)).body).toMatchObject({
    claim: { validFrom: '2023-01-01', figure: { number: '12600000000' } },
    group: 'second-eyes',
    edited: { mine: true, replaces: one },
    isOwnWork: true,
  })
  expect(await decide('accept', [claim])).toMatchObject({
    status: 403,
    body: { code: 'four-eyes' },
  })
})

test('the other end of a relation is corrected, and nothing else of it', async () => {
  const stage = (code: string) => ({ kind: 'stage', scheme: 'list:rel', code })
  const named = (code: string) =>
    office.send('POST', '/api/claims', {
      ...{ subject: stage(code), property: 'name', value: `环节${code}`, sourceNote: '口头' },
    })
  await named('二')
  const firm = { kind: 'firm', scheme: 'list:rel', code: '{firm}' }
  const { body } = await office.upload('环节.csv', '企业,环节\n待核公司,一\n')
  const cell = (column: string) => ({ column, required: true })
  const mapping = {
    ...{ id: 'rel', version: 1, title: { zh: '环节', en: 'Stages' } },
    source: { class: 'authoritative-table', publisher: '示例市', label: 'public' },
    fields: { firm: cell('企业'), stage: cell('环节') },
    checks: [
      {
        ...{ field: 'firm', must: { notPattern: '待核' }, else: 'hold' },
        reason: { zh: '待核', en: 'to be checked' },
      },
    ],
    claims: [{ subject: firm, property: 'belongsToStage', object: stage('{stage}') }],
  }
  const table = (body as { source: { id: string } }).source.id
  await office.send('POST', '/api/imports', { source: table, mapping, publish: true })
  const related = async (): Promise<string> =>
    (await queue(`?source=${table}`)).items[0]?.shown[0]?.id ?? ''
  await expect.poll(related, { timeout: 20_000 }).not.toBe('')
  const one = await related()
  const found = (await office.get('/api/search?q=环节二')).body as {
    groups: { items: { id: string; name: string }[] }[]
  }
  const object = found.groups.flatMap(({ items }) => items).find(({ name }) => name === '环节二')
  const edit = (more: object) => office.send('POST', `/api/review/${one}/edit`, more)
  expect((await edit({ object: '00000000-0000-8000-8000-000000000000' })).status).toBe(404)
  const edited = await edit({ object: object?.id })
  expect(edited).toMatchObject({ status: 200, body: { waits: true } })
  const { claim } = edited.body as { claim: string }
  expect((await office.get(`/api/review/${claim}`)).body).toMatchObject({
    claim: { property: 'belongsToStage', object: { name: '环节二' } },
    edited: { replaces: one },
  })
})

test('the desk is closed to whoever may not decide, and tells nothing of what is not there', async () => {
  const chief = await open.signIn('chief')
  const one = await waiting('120亿元')
  for (const path of ['/api/review', `/api/review/${one}`]) {
    expect((await chief.get(path)).status).toBe(403)
    expect((await open.stranger.get(path)).status).toBe(401)
  }
  const nobody = '00000000-0000-8000-8000-000000000000'
  expect((await office.get(`/api/review/${nobody}`)).status).toBe(404)
  expect((await decide('accept', [nobody])).status).toBe(404)
  expect((await office.send('POST', `/api/review/decisions/${nobody}/undo`)).status).toBe(404)
})
