/**
 * A world to be looked at by many: two tenants, several organisations in one of them, and things whose
 * every text carries a word of its own, so that whoever reads such a word is known to have seen it.
 */
import { randomBytes } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import { stateClaims, thingId } from '../../../src/graph/evidence/index.ts'
import { startStatements } from '../../../src/graph/intake/index.ts'
import { bringBytes, readSource, type SourceFacts } from '../../../src/graph/sources/index.ts'
import type { OpenApp } from '../../../src/shell/http/open-app.case.ts'
import { inTenant, listJobs } from '../../../src/store/index.ts'
import {
  type Actor,
  ensureLabel,
  type LabelLevel,
  labelShape,
  PERMISSIONS,
  visible,
} from '../../../src/trust/access/index.ts'
import { recordConsent } from '../../../src/trust/consent/index.ts'
import type { WriteContext } from '../../../src/trust/gate/index.ts'
import { createPerson, firstSignIn } from '../../../src/trust/people/index.ts'
import { hashCheaply } from '../../../src/trust/people/office.case.ts'
import { signIn } from '../../../src/trust/session/index.ts'
import type { Mark, Person } from '../second-authoriser.ts'

export const ABSENT = '00000000-0000-8000-8000-000000000000'
export const LIST = 'supporting-firms'

/** Ids of the things of one target, by what a route asks for. */
export type Ids = Readonly<
  Record<
    | 'source'
    | 'claim'
    | 'thing'
    | 'chain'
    | 'stage'
    | 'job'
    | 'consent'
    | 'person'
    | 'organisation',
    string
  >
>

export interface Target {
  readonly name: string
  readonly tenant: number
  readonly owner: string
  readonly mark: Mark
  /** Stands in every text of the target; `stem` is its beginning, by which one may search. */
  readonly word: string
  readonly stem: string
  readonly ids: Ids
}

export interface Seer {
  readonly name: string
  readonly person: Person | null
  readonly own: string
  /** Headers of a session; of a fresh one where an answer has ended the last. */
  session(isFresh: boolean): Promise<Record<string, string>>
}

export interface World {
  readonly open: OpenApp
  readonly targets: readonly Target[]
  readonly seers: readonly Seer[]
  /** A thing of each kind that everybody in the first tenant may see. */
  readonly shared: Ids
}

interface Party {
  readonly tenant: number
  /** Name to id. */
  readonly organisations: Readonly<Record<string, string>>
  readonly persons: Readonly<Record<string, string>>
  readonly actor: Actor
  readonly login: string
  readonly password: string
}

const ORGANISATIONS = [
  { name: 'office', kind: 'government', home: '310000' },
  { name: 'firm', kind: 'firm', home: '310115' },
  { name: 'institute', kind: 'institute', home: '310000' },
  { name: 'district', kind: 'government', home: '310115' },
  { name: 'firm-other', kind: 'firm', home: '310000' },
  { name: 'firm-below', kind: 'firm', home: '310115' },
  { name: 'institute-other', kind: 'institute', home: '310115' },
] as const

/** Level and the organisations that it names, as `firm` or `firm firm-other`. */
const MARKS: readonly (readonly [LabelLevel, string])[] = [
  ['public', ''],
  ['internal', ''],
  ['restricted', 'office'],
  ['restricted', 'district'],
  ['restricted', 'firm'],
  ['restricted', 'firm-other'],
  ['restricted', 'firm-below'],
  ['restricted', 'institute'],
  ['restricted', 'institute-other'],
  ['sensitive', 'office'],
  ['sensitive', 'firm'],
  ['sensitive', 'firm-other'],
]
const FOREIGN_MARKS: typeof MARKS = [
  ['public', ''],
  ['restricted', 'office'],
]

/** Fills an open installation; with fewer marks there are fewer targets, made sooner. */
export async function makeWorld(open: OpenApp, marks: typeof MARKS = MARKS): Promise<World> {
  const parties = [await makeParty(open, 11), await makeParty(open, 12)]
  const targets: Target[] = []
  for (const [at, party] of parties.entries()) {
    for (const [level, named] of at === 0 ? marks : FOREIGN_MARKS) {
      targets.push(await makeTarget(open, party, level, named))
    }
  }
  const [home, foreign] = parties as [Party, Party]
  for (const { tenant } of parties) await untilIdle(open, tenant)
  const seers = [
    ...[...open.installation.roles.values()].map((role) => seerOf(open, home, role.id)),
    { ...seerOf(open, foreign, 'office'), name: 'another tenant’s office' },
    { name: 'a stranger', person: null, own: '', session: async () => ({}) },
  ]
  const [shared] = targets
  if (shared === undefined) throw new Error('no targets')
  return { open, targets, seers, shared: shared.ids }
}

async function makeParty(open: OpenApp, tenant: number): Promise<Party> {
  const { store, roles, now } = open.installation
  const random = (size: number) => new Uint8Array(randomBytes(size))
  const word = tenant === 11 ? '' : wordOf(`t${tenant}`).word
  const isHeld = (kind: string) =>
    [...roles.values()].filter((role) => role.organisations.includes(kind as never))
  const account = await firstSignIn(
    { store, roles },
    {
      ...{ tenant, tenantName: `辖区${word}`, home: '310000', now: now(), random },
      organisations: ORGANISATIONS.map(({ name, kind, home }, at) => ({
        ...{ name: `${name}${word}`, kind, home },
        roles: at < 3 ? isHeld(kind).map(({ id }) => id) : [],
      })),
      person: { login: `first${tenant}`, name: `首位${word}` },
      safeguards: { secondFactor: false, stepUp: false, separated: false },
    },
  )
  await hashCheaply(store, account)
  const organisations = Object.fromEntries(
    ORGANISATIONS.map(({ name }, at) => [name, account.organisations[at] ?? '']),
  )
  const actor: Actor = {
    ...{ tenant, person: account.person, organisation: organisations.office ?? '', role: 'office' },
    ...{ name: '首位', organisationName: 'office', language: 'zh', home: '310000' },
    ...{ permissions: new Set(PERMISSIONS), labels: [1, 2] },
  }
  const persons: Record<string, string> = {}
  for (const { name, kind } of ORGANISATIONS) {
    const [role] = isHeld(kind)
    const membership = { organisation: organisations[name] ?? '', role: role?.id ?? '' }
    const context = { ...contextOf(open, actor), roles }
    const made = await createPerson(context, {
      ...{ login: `p-${name}`, name: `某人${word}`, memberships: [membership] },
    })
    persons[name] = made.output.id
  }
  const { login, password } = account
  return { tenant, organisations, persons, actor, login, password }
}

const contextOf = (open: OpenApp, actor: Actor): WriteContext => {
  const { store, now, random } = open.installation
  return { store, actor, now: now(), random, key: null, dryRun: false }
}

let words = 0

/** Letters that no text holds by chance, beginning with a stem that others share no further. */
function wordOf(seed: string): { word: string; stem: string } {
  words += 1
  const stem = `Kanarie${seed}n${String(words).padStart(2, '0')}`
  return { word: `${stem}Zwq`, stem }
}

async function makeTarget(
  open: OpenApp,
  party: Party,
  level: LabelLevel,
  named: string,
): Promise<Target> {
  const { tenant, organisations } = party
  const owner = named === '' ? 'office' : named
  const mark: Mark = {
    ...{ level, internal: level === 'internal' },
    named: named === '' ? [] : [organisations[named] ?? ''],
  }
  const { word, stem } = wordOf(`t${tenant}`)
  const ids = await inTenant(tenant, () => fillTarget(open, party, { level, named, word, owner }))
  return { name: `${level} ${named} of ${tenant}`, tenant, owner, mark, word, stem, ids }
}

interface Filling {
  readonly level: LabelLevel
  readonly named: string
  readonly word: string
  readonly owner: string
}

async function fillTarget(open: OpenApp, party: Party, filling: Filling): Promise<Ids> {
  const { level, named, word, owner } = filling
  const { tenant, organisations } = party
  const { store, queue, rules } = open.installation
  const shape = labelShape(level, named === '' ? [] : [organisations[named] ?? ''])
  const label = await store.transaction((tx) => ensureLabel(tx, tenant, shape), { tenant })
  // The worker reads as the role that asked, and only this one sees what is restricted to others.
  const role = level === 'sensitive' ? 'office' : 'dataSteward'
  const labels = [...new Set([...party.actor.labels, label])]
  const actor = { ...party.actor, role, labels }
  const facts: SourceFacts = {
    ...{ title: `材料${word}`, publisher: `发布方${word}`, publishedOn: '2026-01-05' },
    ...{ class: 'typed', label, origin: null, synthetic: false },
  }
  const text = `到2027年，${word}产业规模达到100亿元，培育${word}有限公司等企业。`
  const source = await bringBytes(contextOf(open, actor), {
    ...{ fileName: `${word}.txt`, bytes: new TextEncoder().encode(text), facts },
  })
  const row = await readSource(store.read, visible(actor), source)
  if (row === null) throw new Error('the source is not seen by who brought it')
  const job = await startStatements(contextOf(open, actor), queue, row)
  const [chain, stage, firm] = ['chain', 'stage', 'firm'].map((kind) => ({
    ...{ kind, scheme: 'list:isolation', code: word },
  })) as [never, never, never]
  const said = (subject: object, property: string, value: string | object) => ({
    ...{ subject, property, object: typeof value === 'string' ? null : value },
    ...{ text: typeof value === 'string' ? value : null, quantity: null },
    ...{ validFrom: null, validTo: null },
  })
  const claims = [
    said(firm, 'name', `${word}公司`),
    said(chain, 'name', `${word}链`),
    said(stage, 'name', `${word}环节`),
    said(stage, 'belongsToChain', chain),
    said(firm, 'belongsToStage', stage),
    said(firm, 'note', `备注${word}`),
  ]
  const stated = await stateClaims(contextOf(open, actor), rules, {
    ...{ note: `登记 ${word}`, facts, claims: claims as never, things: [] },
  })
  const consent = await recordConsent(contextOf(open, actor), {
    ...{ organisation: organisations[owner] ?? '', covers: '用于分析', document: '函' },
    ...{ givenOn: '2026-01-05', endsOn: null },
  })
  const idOf = (thing: never): string => thingId(tenant, thing)
  return {
    ...{ source, job, claim: stated.claims[0] ?? '', consent: consent.output.id },
    ...{ thing: idOf(firm), chain: idOf(chain), stage: idOf(stage) },
    ...{ person: party.persons[owner] ?? '', organisation: organisations[owner] ?? '' },
  }
}

async function untilIdle({ installation }: OpenApp, tenant: number): Promise<void> {
  const { store } = installation
  for (;;) {
    const { items } = await inTenant(tenant, () =>
      listJobs(store.read, tenant, { states: ['waiting', 'running'] }),
    )
    if (items.length === 0) return
    await wait(20)
  }
}

/** Somebody of a party in one role; a session that an answer has ended is opened anew. */
function seerOf(open: OpenApp, party: Party, role: string): Seer {
  const { installation } = open
  const { tenant, organisations, login, password } = party
  const of = installation.roles.get(role)
  const kind = of?.organisations[0] ?? 'government'
  const own = { government: 'office', firm: 'firm', institute: 'institute' }[kind]
  const may = of?.permissions ?? []
  let known: Record<string, string> | null = null
  const enter = async (): Promise<Record<string, string>> => {
    const { sessions, store, now, random } = installation
    // Passwords that other cells got wrong must not keep this one out.
    const forgotten = sql`delete from sign_in_attempt where tenant = ${tenant}`
    await store.transaction((tx) => forgotten.execute(tx), { tenant })
    const asked = { tenant, login, password, address: '127.0.0.1', role, now: now(), random }
    const { token } = await signIn(sessions, asked)
    return { Cookie: `lianshu=${token}` }
  }
  return {
    ...{ name: role, own, person: { tenant, organisation: organisations[own] ?? '', may } },
    session: async (isFresh) => {
      if (known === null || isFresh) known = await enter()
      return known
    },
  }
}
