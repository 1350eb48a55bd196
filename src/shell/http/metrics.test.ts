// What the operator of the server is told: figures for a scraper, and a line a request and a job.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { PERSON } from '../../../test/contracts/engines.ts'
import { PROBLEMS } from '../../base/index.ts'
import { HOST, type OpenApp, openApp } from './open-app.case.ts'
import { EVERY_ROUTE } from './schemas/every-route.ts'

const SCRAPER = 'a-token-for-the-scraper'
const CANARIES = {
  password: 'canary-password-77',
  login: 'canary.login.77',
  phone: '13877770077',
  name: '金丝雀七七',
  token: 'canary-token-77',
}

let open: OpenApp
const lines: string[] = []

beforeAll(async () => {
  const settings = {
    LIANSHU_NOTES: 'debug',
    LIANSHU_METRICS_TOKEN: SCRAPER,
    LIANSHU_PAGE_ROWS: '10',
  }
  open = await openApp(settings, { write: (line) => lines.push(line) })
  await open.installation.queue.work('count', async () => 1)
  // A fault of ours whose sentence quotes what was typed, as those of the database do.
  open.app.get('/api/faulty', () => {
    const { phone, name } = CANARIES
    throw new Error(`invalid input syntax for type uuid: "${phone}"\nwhere x = ${name}`)
  })
})

afterAll(() => open.close())

const from = (remoteAddress: string) => ({ incoming: { socket: { remoteAddress } } })
const scrape = async (address: string, headers: Record<string, string> = {}) =>
  open.app.request(
    `${HOST}/metrics`,
    { headers: { Host: 'localhost:7310', ...headers } },
    from(address),
  )

interface Sample {
  name: string
  labels: Record<string, string>
  value: number
}

function samplesOf(text: string): Sample[] {
  return text
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [, name = '', inner = '', value = ''] = /^(\w+)(?:\{(.*)\})? (\S+)$/.exec(line) ?? []
      const labels = [...inner.matchAll(/(\w+)="([^"]*)"/g)].map(([, key = '', said = '']) => [
        key,
        said,
      ])
      return { name, labels: Object.fromEntries(labels), value: Number(value) }
    })
}

test('metrics are for this machine, or for whoever has the token', async () => {
  expect((await scrape('127.0.0.1')).status).toBe(200)
  expect((await scrape('127.0.0.1')).headers.get('Content-Type')).toContain('version=0.0.4')
  for (const [address, headers] of [
    ['10.0.0.9', {}],
    ['10.0.0.9', { Authorization: 'Bearer another-token-of-that' }],
    ['127.0.0.1', { Authorization: 'Bearer another-token-of-that' }],
    ['127.0.0.1', { 'X-Forwarded-For': '10.0.0.9' }],
    ['127.0.0.1', { Forwarded: 'for=10.0.0.9' }],
  ] as const) {
    const answer = await scrape(address, headers)
    expect(answer.status, JSON.stringify([address, headers])).toBe(404)
    expect(await answer.json()).toMatchObject({ code: 'not-found' })
  }
  expect((await scrape('10.0.0.9', { Authorization: `Bearer ${SCRAPER}` })).status).toBe(200)
})

/** A job of a kind of its own, from its record to the end of it that is told. */
async function runOneJob(): Promise<void> {
  const { queue, store } = open.installation
  const job = { tenant: 1, kind: 'count', input: null, title: CANARIES.name, actor: PERSON }
  const before = jobLines().length
  await store.transaction((tx) => queue.enqueue(tx, job), { tenant: 1 })
  for (let turn = 0; turn < 500 && jobLines().length === before; turn++) {
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

const jobLines = (): string[] => lines.filter((line) => line.includes('"note":"job"'))

test('requests, sign-ins, jobs, the log and the store are counted by closed lists of labels', async () => {
  const office = await open.signIn('administrator')
  await open.stranger.send('POST', '/api/session', {
    login: 'nobody-here',
    password: 'wrong-one-77',
  })
  await office.get('/api/things/00000000-0000-8000-8000-000000000777')
  await office.get('/api/no-such-route/00000000-0000-8000-8000-000000000777')
  await runOneJob()
  const text = await (await scrape('127.0.0.1')).text()
  const samples = samplesOf(text)
  const value = (name: string, labels: Record<string, string> = {}): number | undefined =>
    samples.find(
      (sample) =>
        sample.name === name &&
        Object.entries(labels).every(([key, said]) => sample.labels[key] === said),
    )?.value
  const asked = (route: string, method: string, status: string) =>
    value('lianshu_http_request_seconds_count', { route, method, status })
  expect(asked('/api/things/{id}', 'GET', '404')).toBe(1)
  expect(asked('none', 'GET', '404')).toBe(1)
  expect(asked('/api/session', 'POST', '401')).toBe(1)
  expect(value('lianshu_sign_in_failures_total', { code: 'wrong-sign-in' })).toBe(1)
  expect(value('lianshu_job_seconds_count', { kind: 'count', outcome: 'done' })).toBe(1)
  expect(value('lianshu_jobs_waiting', { kind: 'import-table' })).toBe(0)
  expect(value('lianshu_log_entries', { state: 'signed' })).toBeGreaterThanOrEqual(1)
  expect(value('lianshu_log_lag_seconds')).toBeLessThan(60)
  expect(value('lianshu_database_connections', { state: 'idle' })).toBeLessThanOrEqual(1)
  expect(value('lianshu_journal_bytes')).toBeGreaterThan(0)
  expect(value('process_resident_memory_bytes')).toBeGreaterThan(10_000_000)
  expect(value('nodejs_eventloop_lag_p99_seconds')).toBeGreaterThanOrEqual(0)

  const routes = new Set([...EVERY_ROUTE.map(({ path }) => path), 'page', 'none'])
  const closed: Record<string, (said: string) => boolean> = {
    route: (said) => routes.has(said),
    method: (said) => /^(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|other)$/.test(said),
    status: (said) => /^[2-5]\d\d$/.test(said),
    code: (said) => Object.hasOwn(PROBLEMS, said),
    kind: (said) => ['other', ...open.installation.queue.working().kinds].includes(said),
    outcome: (said) => /^(done|failed|cancelled|returned|lost)$/.test(said),
    state: (said) => /^(busy|idle|signed|waiting)$/.test(said),
    le: (said) => said === '+Inf' || Number.isFinite(Number(said)),
  }
  for (const { labels } of samples) {
    for (const [label, said] of Object.entries(labels)) {
      expect(closed[label]?.(said) ?? false, `${label}="${said}"`).toBe(true)
    }
  }
})

test('one line a request and one a job, by ids and patterns', async () => {
  lines.length = 0
  await runOneJob()
  const office = await open.signIn('administrator')
  const answer = await office.get('/api/things/00000000-0000-8000-8000-000000000778')
  const noted = lines.map((line) => JSON.parse(line) as Record<string, unknown>)
  const [line, ...more] = noted.filter(({ route }) => route === '/api/things/{id}')
  expect(more).toEqual([])
  const instance = (answer.body as { instance: string }).instance
  expect(line).toMatchObject({
    note: 'answered',
    request: answer.headers.get('X-Request-Id'),
    method: 'GET',
    status: 404,
    code: 'not-found',
    ms: expect.any(Number),
    actor: expect.stringMatching(/^[0-9a-f-]{36}$/),
  })
  const jobs = noted.filter(({ note }) => note === 'job')
  expect(jobs).toMatchObject([
    { kind: 'count', outcome: 'done', actor: PERSON, ms: expect.any(Number) },
  ])
  expect(instance).toBe(answer.headers.get('X-Request-Id'))
})

test('nothing that somebody typed is noted, whatever becomes of the request', async () => {
  lines.length = 0
  const { login, password, name, phone, token } = CANARIES
  const administrator = await open.signIn('administrator')
  const me = (await administrator.get('/api/session')).body as { organisation: { id: string } }
  const memberships = [{ organisation: me.organisation.id, role: 'office' }]
  await administrator.send('POST', '/api/people', { login, name, memberships, password })
  await administrator.send('POST', '/api/people', { login, name: phone, memberships })
  await administrator.send('POST', '/api/people', {
    login: phone,
    name,
    memberships: [{ role: name }],
  })
  await open.stranger.send('POST', '/api/session', { login, password })
  await open.stranger.get('/api/session', { Cookie: `lianshu=${token}` })
  await open.stranger.get('/api/session', { Authorization: `Bearer ${token}` })
  const office = await open.signIn('office')
  await office.get(`/api/search?q=${encodeURIComponent(name)}`)
  await office.get(`/api/things/${phone}`)
  await office.upload(`${name}.csv`, `联系人,电话\n${name},${phone}\n`)
  expect((await office.get('/api/faulty')).status).toBe(500)
  await runOneJob()
  const all = lines.join('')
  expect(lines.length).toBeGreaterThan(10)
  expect(all).toContain('invalid input syntax for type uuid: …')
  for (const [what, canary] of Object.entries(CANARIES)) {
    expect(all.includes(canary) || all.includes(encodeURIComponent(canary)), what).toBe(false)
  }
  expect(all).not.toContain(open.password)
})

test('no page has more rows than the configuration lets it have', async () => {
  const office = await open.signIn('office')
  const page = await office.get('/api/codes/division?limit=500')
  expect(page.status).toBe(200)
  expect((page.body as { items: unknown[] }).items).toHaveLength(10)
})
