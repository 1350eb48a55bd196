/**
 * The world of the fuzzer: that of the matrix of isolation, in which every role of two tenants asks,
 * with objects of every kind that a route speaks of, so that cases find something there.
 */
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import readXlsxFile from 'read-excel-file/node'
import writeXlsxFile from 'write-excel-file/node'
import type { OpenApp } from '../../../src/shell/http/open-app.case.ts'
import { openLogKey } from '../../../src/shell/log-key.ts'
import { openWitness, publicWordOf } from '../../../src/shell/witness-file.ts'
import { inTenant } from '../../../src/store/index.ts'
import { type Actor, PERMISSIONS } from '../../../src/trust/access/index.ts'
import { integrate, registerKey } from '../../../src/trust/checkpoint/index.ts'
import { INTL } from '../../../src/trust/log/index.ts'
import { createPerson } from '../../../src/trust/people/index.ts'
import { hashCheaply } from '../../../src/trust/people/office.case.ts'
import { makeWorld, type Seer, type World } from '../isolation/world.ts'
import { type Answer, type Asked, ask } from './ask.ts'
import { type Interface, readInterface } from './document.ts'
import { entriesOf, glance } from './effects.ts'
import { Pools } from './pools.ts'
import { MAPPING, TABLE, TEXT } from './words.ts'

export interface FuzzWorld {
  readonly seed: number
  readonly open: OpenApp
  readonly interface: Interface
  readonly seers: readonly Seer[]
  readonly pools: Pools
  /** Folders of this machine, which no answer may tell. */
  readonly places: readonly string[]
  /** Workbooks that a round waits for. */
  readonly workbooks: Uint8Array[]
  /** Words of the tenant that somebody is not in. */
  foreignWords(seer: Seer): readonly string[]
  untilIdle(): Promise<void>
}

export const TENANTS = [11, 12] as const

const MARKS = [
  ['public', ''],
  ['internal', ''],
  ['restricted', 'firm'],
] as const

/** Fills an open installation. */
export async function makeFuzzWorld(open: OpenApp, seed: number): Promise<FuzzWorld> {
  const base = await makeWorld(open, MARKS)
  const pools = new Pools()
  const words = (tenant: number): string[] =>
    base.targets.filter((target) => target.tenant === tenant).map(({ word }) => word)
  const [home, foreign] = TENANTS.map(words) as [string[], string[]]
  const world: FuzzWorld = {
    ...{ seed, open, interface: await readInterface(open.app), seers: [...base.seers], pools },
    ...{ places: [open.config.directory, process.cwd()], workbooks: [] },
    foreignWords: ({ person }) =>
      person === null ? [...home, ...foreign] : person.tenant === TENANTS[0] ? foreign : home,
    untilIdle: async () => {
      while ((await glance(open.installation.store, TENANTS)).isBusy) {
        await new Promise((resolve) => setTimeout(resolve, 20))
      }
    },
  }
  learnTargets(world, base)
  for (const list of open.installation.lists.keys()) pools.add('list', list)
  pools.add('mapping', MAPPING.id)
  await new Builder(world).build()
  return world
}

function learnTargets({ pools }: FuzzWorld, { targets, seers }: World): void {
  for (const { tenant, ids } of targets) {
    for (const [kind, id] of Object.entries(ids)) {
      pools.add(tenant === TENANTS[0] ? kind : 'foreign', id)
      // The campaign acts as these people, of these organisations.
      if (kind === 'person' || kind === 'organisation') pools.acting.add(id)
    }
  }
  for (const { person } of seers) if (person !== null) pools.acting.add(person.organisation)
}

let keys = 0

/** Makes one object after the other through the interface, as the people would who have them. */
class Builder {
  readonly #world: FuzzWorld

  constructor(world: FuzzWorld) {
    this.#world = world
  }

  async build(): Promise<void> {
    const session = await this.#get('office', '/api/session')
    this.#world.pools.acting.add((session as { person: { id: string } }).person.id)
    await inTenant(TENANTS[0], () => this.#beginLog())
    await this.#secondOffice()
    const chain = await this.#chain()
    await this.#imports()
    await this.#lists(chain)
    await this.#round(chain)
    await this.#identity()
    await this.#witness()
    await this.#world.untilIdle()
    await this.#signLog()
    for (const path of LOOKED_AT) await this.#get('office', path)
    await this.#get('office', `/api/chains/${chain}/map`)
    await this.#get('administrator', '/api/log/witnesses')
  }

  /** Writes as somebody who may everything, for what one role alone may not. */
  #context() {
    const { store, now, random, roles } = this.#world.open.installation
    const { person } = this.#seer('office')
    const [id = ''] = this.#world.pools.acting
    const actor: Actor = {
      ...{ tenant: TENANTS[0], person: id, organisation: person?.organisation ?? '' },
      ...{ role: 'administrator', name: '首位', organisationName: 'office', language: 'zh' },
      ...{ home: '310000', permissions: new Set(PERMISSIONS), labels: [1, 2] },
    }
    return { store, actor, now: now(), random, key: null, dryRun: false, roles }
  }

  /** The worker does so for the first tenant alone. */
  async #beginLog(): Promise<void> {
    const { directory } = this.#world.open.installation.config
    await registerKey(this.#context(), await openLogKey(directory, INTL))
  }

  async #signLog(): Promise<void> {
    const { store, now, config } = this.#world.open.installation
    const key = await openLogKey(config.directory, INTL)
    await inTenant(TENANTS[0], () => integrate({ store, key, now: now() }, TENANTS[0]))
    const entries = await inTenant(TENANTS[0], () => entriesOf(store, TENANTS[0]))
    for (const entry of entries) this.#world.pools.add('entry', entry)
  }

  /** A second person, who may sign and confirm what the first one began. */
  async #secondOffice(): Promise<void> {
    const { world, organisation } = { world: this.#world, organisation: this.#office() }
    const person = {
      login: 'second',
      name: '第二人',
      memberships: [{ organisation, role: 'office' }],
    }
    const made = await inTenant(TENANTS[0], () => createPerson(this.#context(), person))
    world.pools.acting.add(made.output.id)
    const { store, sessions, now, random } = world.open.installation
    const account = { tenant: TENANTS[0], login: 'second', password: made.password ?? '' }
    await hashCheaply(store, account)
    const { signIn } = await import('../../../src/trust/session/index.ts')
    let known: Record<string, string> | null = null
    const office = this.#seer('office')
    const second: Seer = {
      ...office,
      name: 'second office',
      session: async (isFresh) => {
        if (known !== null && !isFresh) return known
        const asked = { ...account, address: '127.0.0.2', role: 'office', now: now(), random }
        const { token } = await signIn(sessions, asked)
        known = { Cookie: `lianshu=${token}` }
        return known
      },
    }
    ;(world.seers as Seer[]).push(second)
  }

  async #chain(): Promise<string> {
    const note = { sourceNote: '登记' }
    const chain = await this.#id('office', '/api/chains', {
      name: '试链',
      ...note,
      label: 'public',
    })
    const stages: string[] = []
    for (const name of ['材料', '设备', '制造']) {
      const body = { name, position: 'upstream', ...note, label: 'public' }
      stages.push(await this.#id('office', `/api/chains/${chain}/stages`, body))
    }
    const [from, to] = stages
    await this.#send('office', 'POST', `/api/chains/${chain}/links`, { from, to, ...note })
    for (const [code, name] of [
      ['Z1', '清源半导体有限公司'],
      ['Z2', '清源半导体'],
    ] as const) {
      const subject = { kind: 'firm', scheme: 'list:fuzz', code }
      for (const said of [
        { property: 'name', value: name },
        { property: 'revenue', value: '3亿元' },
      ]) {
        await this.#send('office', 'POST', '/api/claims', { subject, ...said, ...note })
      }
    }
    return chain
  }

  async #imports(): Promise<void> {
    await this.#send('office', 'PUT', `/api/mappings/${MAPPING.id}`, MAPPING)
    for (const publish of [true, false]) {
      const source = await this.#upload(`${publish}.csv`, `${TABLE}B${publish},丁公司,3\n`)
      await this.#id('office', '/api/imports', { source, mapping: MAPPING.id, publish })
    }
    const text = await this.#upload('b.txt', `${TEXT}另有二期。`)
    await this.#send('office', 'POST', `/api/sources/${text}/statements`)
    const page = await this.#upload('c.html', `<html><body><p>${TEXT}</p></body></html>`)
    await this.#send('office', 'POST', `/api/sources/${page}/text?statements=true`)
    await this.#world.untilIdle()
  }

  async #lists(chain: string): Promise<void> {
    const lists = [...this.#world.open.installation.lists.keys()]
    for (const [at, list] of lists.entries()) {
      if (at > 5) break
      const path = `/api/lists/${list}/versions`
      await this.#send('office', 'POST', path, { chain })
      if (at > 0) await this.#send('office', 'POST', `${path}/1/submit`, { chain })
      if (at > 2) await this.#send('second office', 'POST', `${path}/1/sign`, { chain })
    }
  }

  async #round(chain: string): Promise<void> {
    const asked = { chain, kind: 'firm', properties: ['revenue', 'employees', 'tier'] }
    const said = { title: '年度收数', period: '2025年', due: '2099-12-31' }
    const departments = await this.#get('office', '/api/collections/departments')
    const [organisation] = (departments as { items: { id: string }[] }).items.map(({ id }) => id)
    const named = [{ organisation, properties: asked.properties }]
    await this.#id('office', '/api/collections', { ...asked, ...said, departments: named })
    const round = await this.#id('office', '/api/collections', {
      ...asked,
      ...said,
      departments: named,
    })
    if (round === '') return
    await this.#send('office', 'POST', `/api/collections/${round}/send`, {})
    const path = `/api/collections/${round}/workbooks`
    const { status, bytes } = await this.#ask('office', 'POST', path, { recipient: 1 })
    if (status !== 200) return
    const filled = await filledWorkbook(bytes)
    this.#world.workbooks.push(bytes, filled)
  }

  async #identity(): Promise<void> {
    const firms = (await this.#get('office', '/api/firms')) as { items: { id: string }[] }
    const [from, into, one, other] = firms.items.map(({ id }) => id)
    await this.#send('office', 'POST', '/api/identity/merge', { from, into, reason: '同一主体' })
    await this.#send('office', 'POST', '/api/identity/distinct', { one, other, reason: '两家' })
    await this.#get('office', '/api/identity/decisions')
  }

  async #witness(): Promise<void> {
    const folder = await mkdtemp(join(tmpdir(), 'lianshu-fuzz-'))
    try {
      const kept = await openWitness(
        join(folder, 'witness.json'),
        `w${randomBytes(4).toString('hex')}`,
      )
      if (kept === null) return
      const body = { key: publicWordOf(kept), organisation: this.#office() }
      await this.#send('administrator', 'POST', '/api/log/witnesses', body)
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  }

  #seer(name: string): Seer {
    const seer = this.#world.seers.find((each) => each.name === name)
    if (seer === undefined) throw new Error(`nobody is ${name}`)
    return seer
  }

  #office = (): string => this.#seer('office').person?.organisation ?? ''

  async #upload(name: string, content: string): Promise<string> {
    const headers = { 'X-File-Name': name, 'Content-Type': 'application/octet-stream' }
    const asked = { method: 'POST', url: '/api/sources', headers, body: content }
    const answer = await this.#told('office', asked)
    return ((await answer) as { source: { id: string } }).source.id
  }

  async #id(who: string, path: string, body: object): Promise<string> {
    return ((await this.#send(who, 'POST', path, body)) as { id?: string } | null)?.id ?? ''
  }

  #get = (who: string, url: string): Promise<unknown> =>
    this.#told(who, { method: 'GET', url, headers: {}, body: undefined })

  #send(who: string, method: string, url: string, body?: object): Promise<unknown> {
    return this.#told(who, written(method, url, body))
  }

  #ask(who: string, method: string, url: string, body: object): Promise<Answer> {
    return ask(this.#world, this.#seer(who), written(method, url, body))
  }

  /** What was answered; what was refused counts as nothing, for cases may yet find a way. */
  async #told(who: string, asked: Asked): Promise<unknown> {
    keys += 1
    const headers = { 'Idempotency-Key': `fuzz-world-${keys}`, ...asked.headers }
    const answer = await ask(this.#world, this.#seer(who), { ...asked, headers })
    const text = Buffer.from(answer.bytes).toString()
    if (process.env.FUZZ_TELL === 'world' && answer.status >= 400) {
      console.log(who, asked.method, asked.url, answer.status, text)
    }
    if (!/json/.test(answer.type) || answer.status >= 400) return null
    const value: unknown = JSON.parse(text)
    const [path = ''] = asked.url.split('?')
    const route = this.#world.interface.routes.find(
      (each) => each.method === asked.method && routePattern(each.path).test(path),
    )
    if (route !== undefined) this.#world.pools.learn(route, value)
    return value
  }
}

const LOOKED_AT = [
  ...[
    '/api/people',
    '/api/organisations',
    '/api/consents',
    '/api/sources',
    '/api/jobs',
    '/api/firms',
  ],
  ...['/api/review', '/api/freshness', '/api/freshness/stale', '/api/freshness/differences'],
  ...['/api/collections', '/api/identity/decisions', '/api/identity/matches', '/api/overview'],
  ...['/api/log/checkpoint', '/api/mappings', '/api/lists', '/api/chains'],
]

const routePattern = (path: string): RegExp => new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}$`)

const written = (method: string, url: string, body?: object): Asked => ({
  ...{ method, url, headers: body === undefined ? {} : { 'Content-Type': 'application/json' } },
  body: body === undefined ? undefined : JSON.stringify(body),
})

/** The workbook of a round with something in each cell that is asked. */
async function filledWorkbook(bytes: Uint8Array): Promise<Uint8Array> {
  const sheets = await readXlsxFile(Buffer.from(bytes))
  const rows = (sheets[1]?.data ?? []).map((row) => row.map((cell) => String(cell ?? '')))
  const filled = rows.map((row, at) =>
    row.map((text, column) => (at > 5 && column > 2 && text === '' ? '120' : text)),
  )
  const data = filled.map((row) =>
    row.map((value) => (value === '' ? null : { value, type: String })),
  )
  return new Uint8Array(await writeXlsxFile([{ sheet: '另存', data }], {}).toBuffer())
}
