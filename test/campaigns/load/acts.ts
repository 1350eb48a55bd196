/**
 * What an office does in a day, in shares of a hundred: 70 read, 20 search and walk the graph, 8
 * write, 2 take something out of the house.
 */
import type { Chance } from '../chance.ts'
import type { Matters } from './matters.ts'
import type { Person } from './person.ts'

export type Kind = 'read' | 'search' | 'write' | 'export'

export interface Act {
  readonly name: string
  readonly kind: Kind
  /** Of a hundred acts. Drafts of lists are read by those alone who draw them up. */
  readonly share: number
  readonly permission: string
  run(person: Person, matters: Matters, chance: Chance): Promise<unknown>
}

const get =
  (path: (matters: Matters, chance: Chance) => string): Act['run'] =>
  (person, matters, chance) =>
    person.ask('GET', path(matters, chance))

const reads = (name: string, share: number, permission: string, run: Act['run']): Act => ({
  ...{ name, kind: 'read', share, permission, run },
})

export const ACTS: readonly Act[] = [
  reads(
    'who am I',
    4,
    'own-account',
    get(() => '/api/session'),
  ),
  reads(
    'overview',
    8,
    'read-chain',
    get(() => '/api/overview'),
  ),
  reads(
    'chains',
    4,
    'read-chain',
    get(() => '/api/chains'),
  ),
  reads(
    'chain map',
    10,
    'read-chain',
    get((m, c) => `/api/chains/${c.one(m.chains)}/map`),
  ),
  reads(
    'stage',
    10,
    'read-chain',
    get((m, c) => `/api/stages/${c.one(m.stages)}`),
  ),
  reads(
    'firm',
    10,
    'read-chain',
    get((m, c) => `/api/things/${c.one(m.firms)}`),
  ),
  reads(
    'figure',
    8,
    'read-chain',
    get((m, c) => `/api/figures/c.${c.one(m.claims)}`),
  ),
  reads(
    'claim',
    4,
    'read-source',
    get((m, c) => `/api/claims/${c.one(m.claims)}`),
  ),
  reads(
    'source',
    4,
    'read-source',
    get((m, c) => `/api/sources/${c.one(m.sources).id}`),
  ),
  reads('rows of a source', 2, 'read-source', get(windowOf)),
  reads('list', 6, 'manage-lists', get(pageOf)),
  {
    ...{ name: 'search', kind: 'search', share: 14, permission: 'read-chain' },
    run: get((m, c) => `/api/search?q=${encodeURIComponent(c.one(m.words))}`),
  },
  {
    ...{ name: 'firms by name', kind: 'search', share: 3, permission: 'read-chain' },
    run: get((m, c) => `/api/firms?q=${encodeURIComponent(c.one(m.words))}`),
  },
  {
    ...{ name: 'lists of a chain', kind: 'search', share: 3, permission: 'read-chain' },
    run: get((m, c) => `/api/lists?chain=${c.one(m.chains)}`),
  },
  {
    ...{ name: 'state and withdraw', kind: 'write', share: 8, permission: 'state-claim' },
    run: stateAndWithdraw,
  },
  {
    ...{ name: 'export a list', kind: 'export', share: 2, permission: 'export-data' },
    run: exportList,
  },
]

function windowOf(matters: Matters, chance: Chance): string {
  const { id, sheet } = chance.one(matters.sources)
  return `/api/sources/${id}/window?row=1${sheet === null ? '' : `&sheet=${encodeURIComponent(sheet)}`}`
}

function pageOf(matters: Matters, chance: Chance): string {
  const { chain, list, number } = chance.one(matters.lists)
  return `/api/lists/${list}?chain=${chain}&number=${number}`
}

/** Two writes: what somebody noted of a firm and, at times, takes back. */
async function stateAndWithdraw(person: Person, matters: Matters, chance: Chance): Promise<void> {
  const answer = await person.ask('POST', '/api/claims', {
    ...{ subject: { id: chance.one(matters.firms) }, property: 'note' },
    ...{ value: `走访记要 ${chance.below(1_000_000_000)}`, sourceNote: '负载演练中的合成记要' },
  })
  const { id } = JSON.parse(answer.text) as { id: string }
  if (person.permissions.has('decide-claim') && chance.next() < 0.5) {
    await person.ask('POST', `/api/claims/${id}/withdraw`, { reason: '演练' })
  }
}

function exportList(person: Person, matters: Matters, chance: Chance): Promise<unknown> {
  const { chain, list, number } = chance.one(matters.lists)
  return person.ask('POST', `/api/lists/${list}/versions/${number}/export`, {
    ...{ chain, audience: 'internal', format: chance.one(['xlsx', 'docx', 'csv']) },
  })
}

/** One of those acts that somebody in this role may do, by their shares. */
export function actOf(person: Person, chance: Chance): Act {
  const open = ACTS.filter(({ permission }) => person.permissions.has(permission))
  let left = chance.next() * open.reduce((sum, { share }) => sum + share, 0)
  for (const act of open) {
    left -= act.share
    if (left < 0) return act
  }
  return open.at(-1) as Act
}
