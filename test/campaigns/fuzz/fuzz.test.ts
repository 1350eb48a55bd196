// A slice of the fuzzer, on the embedded engine; the whole is `npm run campaign:fuzz`. What it found
// stands here as cases of their own.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Client, type OpenApp, openApp } from '../../../src/shell/http/open-app.case.ts'
import { newFindings, runFuzz } from './campaign.ts'
import { wrongIn } from './check-schema.ts'
import type { Schema } from './document.ts'
import { MAPPING, TEXT } from './words.ts'
import { type FuzzWorld, makeFuzzWorld } from './world.ts'

/** Two cases a route, and a slow machine asks fewer. */
const SLICE_CASES = 300
const SLICE_MS = 6_000

let open: OpenApp
let world: FuzzWorld
let office: Client

beforeAll(async () => {
  open = await openApp()
  office = await open.signIn('office')
})
afterAll(() => open.close())

test('an import that is refused leaves its source as it was described', async () => {
  const brought = await office.upload('文件.txt', TEXT)
  const { id } = (brought.body as { source: { id: string } }).source
  await office.send('POST', `/api/sources/${id}/text`)
  await expect
    .poll(async () => (await office.get(`/api/sources/${id}`)).body, { timeout: 60_000 })
    .toMatchObject({ reading: { state: 'done' } })
  const before = (await office.get(`/api/sources/${id}`)).body
  const refused = await office.send('POST', '/api/imports', { source: id, mapping: MAPPING })
  expect(refused).toMatchObject({ status: 409, body: { code: 'source-is-text' } })
  expect((await office.get(`/api/sources/${id}`)).body).toEqual(before)
})

test('who sees jobs is not told where the backups lie', async () => {
  const administrator = await open.signIn('administrator')
  const begun = await administrator.send('POST', '/api/backups', {})
  const { job } = begun.body as { job: { id: string } }
  const auditor = await open.signIn('auditor')
  await expect
    .poll(async () => (await auditor.get(`/api/jobs/${job.id}`)).body, { timeout: 60_000 })
    .toMatchObject({ state: 'done', result: { name: expect.stringMatching(/^\d{8}T/) } })
  const told = await auditor.get(`/api/jobs/${job.id}`)
  expect(JSON.stringify(told.body)).not.toContain(open.config.directory)
})

test('what is missing is said without a word of the machine', async () => {
  for (const language of ['zh', 'en']) {
    const asked = { 'Accept-Language': language }
    const { body } = await office.send(
      'PUT',
      '/api/mappings/x',
      { id: 'x', version: 1, title: { zh: '甲', en: 'A' } },
      asked,
    )
    const lacking = await office.send('POST', '/api/chains', {}, asked)
    expect(JSON.stringify([body, lacking.body])).not.toMatch(/undefined/)
  }
})

test('the checker of schemas finds what does not fit, and only that', () => {
  const resolve = (schema: Schema): Schema =>
    schema.$ref === undefined ? schema : { type: 'string', enum: ['a'] }
  const schema: Schema = {
    ...{ type: 'object', required: ['id'] },
    properties: {
      id: { type: 'integer', minimum: 1 },
      kind: { anyOf: [{ $ref: '#/components/schemas/Kind' }, { type: 'null' }] },
      day: { type: 'string', format: 'date' },
      many: { type: 'array', items: { type: 'string', maxLength: 2 }, maxItems: 2 },
      all: {
        allOf: [{ type: 'object', properties: { x: { type: 'number' } } }, { required: ['x'] }],
      },
    },
  }
  const wrong = (value: unknown) => wrongIn({ resolve }, schema, value)
  expect(wrong({ id: 1, kind: null, day: '2026-11-30', many: ['ab'], all: { x: 1.5 } })).toBeNull()
  const bad = [
    ...[null, [], {}, { id: 0 }, { id: 1.5 }, { id: '1' }, { id: 1, other: 1 }],
    ...[
      { id: 1, kind: 'b' },
      { id: 1, day: '2026-13-01' },
      { id: 1, many: ['abc'] },
    ],
    ...[
      { id: 1, many: ['a', 'b', 'c'] },
      { id: 1, all: {} },
      { id: 1, all: { x: 1, y: 2 } },
    ],
  ]
  expect(bad.filter((value) => wrong(value) === null)).toEqual([])
})

test('every route takes valid, near-valid and wild cases, and answers as the document says', async () => {
  world = await makeFuzzWorld(open, 1)
  const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31)
  const found = newFindings(seed)
  await runFuzz(world, { seed, cases: SLICE_CASES, turn: 2, limitMs: SLICE_MS }, found)
  await world.untilIdle()
  expect({ seed, told: found.told }).toEqual({ seed, told: [] })
  expect(found.cases).toBeGreaterThan(50)
})
