import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Client, type OpenApp, openApp } from './open-app.case.ts'
import { EVERY_ROUTE } from './schemas/every-route.ts'

let open: OpenApp
let office: Client

beforeAll(async () => {
  open = await openApp()
  office = await open.signIn('office')
})

afterAll(() => open.close())

const RUNS_A_ROUTE = 12
/** Ending the session would turn every later answer into 401, and hide what is behind. */
const LEFT_OUT = ['delete /api/session', 'post /api/session/role', 'post /api/session']

const routes = EVERY_ROUTE.filter(({ method, path }) => !LEFT_OUT.includes(`${method} ${path}`))

/** Names that some body or query of the interface has, so that wild values reach the rules. */
const NAMES = [
  ...new Set(
    routes.flatMap(({ request }) => [
      ...JSON.stringify(request ?? {}).matchAll(/"(\w{2,20})":\{"def"/g),
    ]),
  ),
].map(([, name = '']) => name)

const wildText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom('', ' ', '\u0000', '𬭎', "'; drop table claim; --", '%', '../..', 'NaN', '1e999'),
)
const wildJson = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.dictionary(fc.constantFrom(...NAMES, '__proto__', 'constructor'), fc.jsonValue()),
  wildText,
)
const wildId = fc.oneof(
  fc.uuid(),
  wildText.map(encodeURIComponent),
  fc.constantFrom('c.x', 'q.total.e30', 'q.stage-firms.bnVsbA', 'd.', '%00', '-1'),
)

test.each(routes.map(({ method, path }) => [method.toUpperCase(), path]))(
  '%s %s takes whatever comes, without a fault of ours',
  async (method, path) => {
    const asked = fc.record({ id: wildId, body: wildJson, name: fc.constantFrom(...NAMES, 'q') })
    await fc.assert(
      fc.asyncProperty(asked, wildText, async ({ id, body, name }, text) => {
        const filled = path.replace(/\{\w+\}/, id)
        const query = new URLSearchParams({ [name]: text })
        const answer = await office.send(method, `${filled}?${query}`, body)
        expect({ body, answer }).toMatchObject({
          answer: { status: expect.toSatisfy((status: number) => status < 500) },
        })
        expect(JSON.stringify(answer.body ?? '')).not.toMatch(/node_modules|\bat \/|syntax error/)
      }),
      { numRuns: RUNS_A_ROUTE },
    )
  },
)

test('the names that are tried are those of the interface', () => {
  expect(NAMES).toEqual(expect.arrayContaining(['name', 'mapping', 'subject', 'cursor']))
})

const HOSTILE = ['a\u0000b', '\u202Eabc', '\ud800', 'a\u200bb', '\u0001', '𬭎'.repeat(40), "';--"]

test.each(HOSTILE)(
  'text that no database takes is refused or kept, never a fault: %j',
  async (text) => {
    const chain = await office.send('POST', '/api/chains', { name: `链 ${text}`, sourceNote: text })
    const { items } = (await office.get('/api/chains')).body as { items: { id: string }[] }
    const id = items[0]?.id ?? '00000000-0000-8000-8000-000000000000'
    const q = encodeURIComponent(text.replace('\ud800', '\ufffd'))
    const answers = [
      chain,
      await office.send('POST', `/api/chains/${id}/stages`, {
        name: text,
        position: 'upstream',
        column: text,
        sourceNote: text,
      }),
      await office.send('POST', '/api/claims', {
        subject: { kind: 'firm', scheme: 'stock-code', code: text },
        property: 'note',
        value: text,
        sourceNote: text,
      }),
      await open.operator.send('POST', '/api/organisations', { name: text, kind: 'firm' }),
      await open.operator.send('POST', '/api/people', {
        login: text,
        name: text,
        memberships: [{ organisation: id, role: text }],
      }),
      await open.stranger.send('POST', '/api/session', { login: text, password: text }),
      await office.upload(`${q}.csv`, text),
      await office.get(`/api/search?q=${q}`),
      await office.get(`/api/firms?q=${q}`),
      await office.get(`/api/codes/division?q=${q}&parent=${q}`),
      await office.get(`/api/codes/${q}`),
      await office.get(`/api/sources/${id}/window?sheet=${q}`),
      await office.get(`/api/sources?cursor=${q}`),
      await office.get(
        `/api/figures/q.total.${Buffer.from(JSON.stringify({ what: text })).toString('base64url')}`,
      ),
      await office.send('PUT', `/api/mappings/${q}`, {
        id: text,
        version: 1,
        title: { zh: text, en: text },
      }),
    ]
    expect(answers.map(({ status }) => status).filter((status) => status >= 500)).toEqual([])
  },
)

const asCursor = (value: unknown): string =>
  Buffer.from(JSON.stringify(value)).toString('base64url')

test('a cursor or a figure that nobody gave out leads nowhere, and breaks nothing', async () => {
  const values = [
    { name: 'a\u0000', id: 'x' },
    { name: 'a\u0000', id: SOME_ID },
    -1,
    'x',
    1e99,
    null,
  ]
  const dates = { known: '2026-01-01T00:00:00Z', valid: '2026-01-01', home: '' }
  const parameters = [
    { chain: 'x', stage: 'y', what: 'firms', word: 'strong', place: 'local', ...dates },
    { chain: SOME_ID, stage: 'a\u0000', what: 'firms', word: 'strong', place: 'local', ...dates },
    { chain: SOME_ID, what: 'claims', ...dates, known: 'tomorrow' },
    { chain: SOME_ID, what: 'claims', ...dates, valid: '99999-01-01' },
  ]
  const algorithms = Object.keys(open.installation.algorithms)
  const paths = [
    ...values.map((value) => `/api/firms?cursor=${asCursor(value)}`),
    ...values.map((value) => `/api/sources?cursor=${asCursor(value)}`),
    ...values.map((value) => `/api/jobs?cursor=${asCursor(value)}`),
    ...parameters.flatMap((each) =>
      algorithms.map((algorithm) => `/api/figures/q.${algorithm}.${asCursor(each)}`),
    ),
  ]
  const faults: string[] = []
  for (const path of paths) {
    const { status } = await office.get(path)
    if (status >= 500) faults.push(path)
  }
  expect(faults).toEqual([])
})

const SOME_ID = '00000000-0000-8000-8000-000000000000'
