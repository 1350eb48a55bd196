import type { z } from '@hono/zod-openapi'
import type { Words } from '../../base/index.ts'
import {
  IdentityDecided,
  type IdentityDecision,
  IdentityDecisions,
  type IdentityMatch,
  IdentityMatches,
} from '../http/schemas/identity.ts'
import { ThingView } from '../http/schemas/things.ts'
import type { Api } from './api.ts'
import { BadUse, type Call, EXIT, type Verb } from './verb.ts'

type Match = z.infer<typeof IdentityMatch>
type Matches = z.infer<typeof IdentityMatches>
type Decision = z.infer<typeof IdentityDecision>

const STATE_WORDS: Readonly<Record<Decision['state'], Words>> = {
  proposed: { zh: '待另一人确认', en: 'waits for another person' },
  'in-force': { zh: '有效', en: 'in force' },
  dropped: { zh: '已撤', en: 'dropped' },
}
const KIND_WORDS: Readonly<Record<Decision['kind'], Words>> = {
  merge: { zh: '合并', en: 'merge' },
  distinct: { zh: '不是同一', en: 'distinct' },
  split: { zh: '拆开', en: 'split' },
}
const UNDONE: Words = { zh: '已撤销', en: 'undone' }

/** What may be done, with the fewest and the most ids it takes. */
const SOURCES_MAX = 200
const ACTS = {
  merge: [2, 2],
  distinct: [2, 2],
  split: [2, 1 + SOURCES_MAX],
  confirm: [1, 1],
  undo: [1, 1],
} as const
type Act = keyof typeof ACTS

const USAGE =
  'decided | merge FROM INTO | distinct ONE OTHER | split THING [SOURCE…] | confirm ID | undo ID'

export const verbIdentity: Verb = {
  name: 'identity',
  usage: `[${USAGE}] [--reason WORDS]`,
  words: {
    zh: '列出可能是同一主体的名称及其依据；合并、判为不同、按来源拆开（不给来源则列出来源）、确认、撤销',
    en: 'List names that may mean one thing, with the grounds; merge, tell apart, split by sources (they are listed where none is given), confirm, undo',
  },
  options: [
    {
      name: 'reason',
      value: 'WORDS',
      words: { zh: '判定的理由，记入决定', en: 'why; it is kept with the decision' },
    },
  ],
  takes: { least: 0, most: 2 + SOURCES_MAX },
  run: async (call) => {
    const [act, ...ids] = call.given
    const { reason } = call.options
    const isChoosing = act === 'split' && ids.length === 1
    const isReading = act === undefined || act === 'decided' || isChoosing
    const write = isReading ? null : writeOf(act, ids, reason)
    const api = await call.openApi()
    try {
      if (write !== null) {
        const { id, state, thing } = await api.post(write.path, write.body, IdentityDecided)
        call.print([id, STATE_WORDS[state][call.language], thing].join('\t'))
      } else if (isChoosing) await printSources(call, api, ids[0] ?? '')
      else if (act === 'decided') await printDecisions(call, api)
      else await printMatches(call, api)
      return EXIT.good
    } finally {
      await api.close()
    }
  },
}

const isAct = (act: string): act is Act => Object.hasOwn(ACTS, act)

/** Where an act is sent, and what with. Throws `BadUse`. */
function writeOf(
  act: string,
  ids: readonly string[],
  reason: Call['options'][string],
): { path: string; body: object } {
  const [one = '', other = '', ...more] = ids
  if (!isAct(act) || ids.length < ACTS[act][0] || ids.length > ACTS[act][1]) {
    throw new BadUse({ zh: `应为 ${USAGE}`, en: `It is: ${USAGE}` })
  }
  if (act === 'confirm') return { path: `/api/identity/decisions/${one}/confirm`, body: {} }
  if (typeof reason !== 'string' || reason.trim() === '') {
    throw new BadUse({ zh: '判定须以 --reason 写明理由', en: 'A decision says why, with --reason' })
  }
  if (act === 'undo') return { path: `/api/identity/decisions/${one}/undo`, body: { reason } }
  if (act === 'split') {
    return { path: '/api/identity/split', body: { thing: one, sources: [other, ...more], reason } }
  }
  const pair = act === 'merge' ? { from: one, into: other } : { one, other }
  return { path: `/api/identity/${act}`, body: { ...pair, reason } }
}

/** One pair a line: both ids and names, the grounds with their points, and whether one waits. */
async function printMatches({ language, print }: Call, api: Api): Promise<void> {
  const groundOf = ({ words, points }: Match['reasons'][number]): string =>
    `${words[language]} ${points > 0 ? '+' : ''}${points}`
  for (let next: string | null = ''; next !== null; ) {
    const page: Matches = await api.get(`/api/identity/matches?limit=500${next}`, IdentityMatches)
    for (const { one, other, reasons, proposed } of page.items) {
      const grounds = reasons.map(groundOf).join('; ')
      const waits = proposed ? [STATE_WORDS.proposed[language]] : []
      print([one.id, one.name, other.id, other.name, grounds, ...waits].join('\t'))
    }
    next = page.next === null ? null : `&cursor=${page.next}`
  }
}

/** One decision a line: its id, kind, state, both names, the reason and who made it. */
async function printDecisions({ language, print }: Call, api: Api): Promise<void> {
  const { items } = await api.get('/api/identity/decisions', IdentityDecisions)
  for (const { id, kind, state, from, into, reason, madeBy, undone } of items) {
    const standing = undone === null ? STATE_WORDS[state] : UNDONE
    const names = `${from.name} → ${into.name ?? into.id}`
    print([id, KIND_WORDS[kind][language], standing[language], names, reason, madeBy].join('\t'))
  }
}

/** One source of a thing a line: its id, how much of the page of the thing rests on it, its title. */
async function printSources({ print }: Call, api: Api, thing: string): Promise<void> {
  const { names, values, edges } = await api.get(`/api/things/${thing}`, ThingView)
  const cited = [
    ...names,
    ...values.flatMap(({ readings }) => readings),
    ...edges.flatMap(({ items }) => items),
  ].map(({ source }) => source)
  for (const [id, { title }] of new Map(cited.map((source) => [source.id, source]))) {
    print([id, cited.filter((source) => source.id === id).length, title].join('\t'))
  }
}
