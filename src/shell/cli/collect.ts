import { mkdir, open, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { Readable } from 'node:stream'
import type { z } from '@hono/zod-openapi'
import { Problem, type Words } from '../../base/index.ts'
import {
  CollectionCell,
  CollectionComposed,
  CollectionDecided,
  CollectionList,
  type CollectionMeter,
  CollectionPlan,
  CollectionReturned,
  CollectionView,
} from '../http/schemas/collections.ts'
import { Named } from '../http/schemas/figure.ts'
import { page } from '../http/schemas/route.ts'
import type { Api } from './api.ts'
import { chosenChain } from './list.ts'
import { BadUse, type Call, EXIT, type Verb } from './verb.ts'

type Meter = z.infer<typeof CollectionMeter>
type View = z.infer<typeof CollectionView>

const STATE_WORDS: Readonly<Record<View['state'], Words>> = {
  draft: { zh: '草拟', en: 'draft' },
  sent: { zh: '已下发', en: 'sent' },
  closed: { zh: '已关闭', en: 'closed' },
}
const FOLLOWING_WORDS: Readonly<Record<View['recipients'][number]['following'], Words>> = {
  answered: { zh: '已答复', en: 'answered' },
  partly: { zh: '答复了一部分', en: 'answered in part' },
  awaited: { zh: '待答复', en: 'awaited' },
  late: { zh: '已逾期', en: 'late' },
}

const ACTS = {
  show: { least: 1, most: 1 },
  plan: { least: 0, most: 0 },
  compose: { least: 0, most: 0 },
  send: { least: 1, most: 1 },
  workbooks: { least: 1, most: 1 },
  return: { least: 1, most: 100 },
  accept: { least: 1, most: 1 },
  close: { least: 1, most: 1 },
} as const
type Act = keyof typeof ACTS

const USAGE =
  '[show ROUND | plan | compose | send ROUND | workbooks ROUND | return FILE… | accept ROUND | close ROUND]'

export const verbCollect: Verb = {
  name: 'collect',
  usage: `${USAGE} [--chain NAME] [--properties IDS] [--departments NAMES] [--period TIME] [--due DAY] [--title TITLE] [--out DIR]`,
  words: {
    zh: '收数：列出各轮、查看一轮、测算、草拟、下发、写出工作簿、交回、接受答复、关闭；ROUND 为收数编号或编号',
    en: 'Collection rounds: list, show, plan, compose, send, write the workbooks, bring returns, accept answers, close; ROUND is its code or id',
  },
  options: [
    {
      name: 'chain',
      value: 'NAME',
      words: { zh: '产业链的名称或编号；默认第一条', en: 'name or id of the chain; the first' },
    },
    {
      name: 'kind',
      value: 'KIND',
      words: { zh: '对象的种类；默认 firm', en: 'kind of things asked about; firm unless said' },
    },
    {
      name: 'properties',
      value: 'IDS',
      words: { zh: '收哪些事项，以逗号分隔', en: 'the properties asked, with commas between' },
    },
    {
      name: 'region',
      value: 'PLACE',
      words: { zh: '只收这个地区的', en: 'only what lies in this division' },
    },
    {
      name: 'list',
      value: 'ID',
      words: { zh: '只收这张清单上的', en: 'only what is on this list' },
    },
    {
      name: 'departments',
      value: 'NAMES',
      words: {
        zh: '由这些单位填报，以逗号分隔；默认各企业自己填',
        en: 'the bodies that answer, with commas between; each firm for itself unless said',
      },
    },
    {
      name: 'period',
      value: 'TIME',
      words: { zh: '数据所属期，如 2025年', en: 'the time asked about, as 2025' },
    },
    { name: 'due', value: 'DAY', words: { zh: '截止日期', en: 'the deadline' } },
    { name: 'title', value: 'TITLE', words: { zh: '这一轮的名称', en: 'title of the round' } },
    {
      name: 'again',
      value: 'WORDS',
      words: {
        zh: '其他轮次已收的也再收一次，写明理由',
        en: 'ask also what other rounds ask, and say why',
      },
    },
    {
      name: 'out',
      value: 'DIR',
      words: { zh: '工作簿写入的目录', en: 'folder for the workbooks' },
    },
  ],
  takes: { least: 0, most: 101 },
  run: async (call) => {
    const [act, ...rest] = call.given
    if (act !== undefined) checkUse(act, rest)
    const api = await call.openApi()
    try {
      await (act === undefined ? printRounds(call, api) : DOING[act as Act](call, api, rest))
      return EXIT.good
    } finally {
      await api.close()
    }
  },
}

/** Throws `BadUse`. */
function checkUse(act: string, rest: readonly string[]): void {
  const takes = Object.hasOwn(ACTS, act) ? ACTS[act as Act] : null
  if (takes !== null && rest.length >= takes.least && rest.length <= takes.most) return
  throw new BadUse({ zh: `应为 ${USAGE}`, en: `It is: ${USAGE}` })
}

const DOING: Readonly<
  Record<Act, (call: Call, api: Api, rest: readonly string[]) => Promise<void>>
> = {
  show: async (call, api, [round = '']) => printRound(call, await roundOf(api, round)),
  plan: printPlan,
  compose,
  send: async (call, api, [round = '']) => step(call, api, round, 'send'),
  close: async (call, api, [round = '']) => step(call, api, round, 'close'),
  workbooks,
  return: bring,
  accept,
}

async function printRounds({ language, print }: Call, api: Api): Promise<void> {
  const { items, meter } = await api.get('/api/collections', CollectionList)
  for (const { code, title, state, due, recipients, answered, ...round } of items) {
    const parties = `${answered}/${recipients}`
    const own = meterLine(round.meter, language)
    print([code, title, STATE_WORDS[state][language], due, parties, own].join('\t'))
  }
  print(meterLine(meter, language))
}

const METER_WORDS = {
  zh: (m: Meter) => `收 ${m.asked} 项，答 ${m.answered} 项，重复收 ${m.twice} 项`,
  en: (m: Meter) => `${m.asked} fields asked, ${m.answered} answered, ${m.twice} asked twice`,
}
const meterLine = (meter: Meter, language: Call['language']): string => METER_WORDS[language](meter)

/** A round by its code or id. Problem: `not-found`. */
async function roundOf(api: Api, named: string): Promise<View> {
  const { items } = await api.get('/api/collections', CollectionList)
  const found = items.find(({ id, code }) => id === named || code === named.toUpperCase())
  if (found === undefined) throw new Problem('not-found', { what: named })
  return api.get(`/api/collections/${found.id}`, CollectionView)
}

function printRound({ language, print }: Call, round: View): void {
  print([round.code, round.title, STATE_WORDS[round.state][language], round.due].join('\t'))
  print(meterLine(round.meter, language))
  for (const { workbook, name, following, meter, returns } of round.recipients) {
    const counts = `${meter.answered + meter.declined}/${meter.asked}`
    print(['', workbook, name, FOLLOWING_WORDS[following][language], counts].join('\t'))
    for (const { cell, row, name: thing, given, words } of returns[0]?.problems ?? []) {
      print(
        ['', '', cell ?? (row === null ? '' : String(row)), thing, given, words[language]].join(
          '\t',
        ),
      )
    }
  }
}

/** What is to be asked, as the options say. Throws `BadUse`. */
async function asked({ options }: Call, api: Api): Promise<object> {
  const text = (name: string): string | undefined => {
    const value = options[name]
    return typeof value === 'string' ? value : undefined
  }
  const listed = (name: string): string[] | undefined =>
    text(name)
      ?.split(/[,，、]/u)
      .map((each) => each.trim())
      .filter(Boolean)
  const properties = listed('properties')
  if (properties === undefined) {
    throw new BadUse({
      zh: '以 --properties 写明收哪些事项',
      en: 'Say what is asked by --properties',
    })
  }
  const names = listed('departments')
  const departments = names === undefined ? undefined : await departmentsOf(api, names)
  const chain = await chosenChain(api, options.chain)
  return {
    ...{ chain, kind: text('kind') ?? 'firm', properties, region: text('region') },
    ...{ list: text('list'), again: text('again'), departments },
  }
}

async function departmentsOf(api: Api, names: readonly string[]) {
  const { items } = await api.get('/api/collections/departments', page(Named))
  return names.map((name) => {
    const found = items.find((each) => each.name === name || each.id === name)
    if (found === undefined) throw new Problem('not-found', { what: name })
    return { organisation: found.id }
  })
}

async function printPlan(call: Call, api: Api): Promise<void> {
  const plan = await api.post('/api/collections/plan', await asked(call, api), CollectionPlan)
  const { things, saved, twice } = plan
  const words = {
    zh: `${things} 个对象，应收 ${plan.asked} 格（缺 ${plan.missing}，过时 ${plan.stale}，重复收 ${twice}）；已有 ${saved.known} 格，他轮在收 ${saved.elsewhere} 格，他轮已答 ${saved.answered} 格`,
    en: `${things} things, ${plan.asked} cells to ask (${plan.missing} missing, ${plan.stale} stale, ${twice} asked twice); ${saved.known} known, ${saved.elsewhere} asked by other rounds, ${saved.answered} answered to them`,
  }
  call.print(words[call.language])
  for (const { name, things: rows, asked: cells } of plan.recipients) {
    call.print(['', name, rows, cells].join('\t'))
  }
}

async function compose(call: Call, api: Api): Promise<void> {
  const { title, due, period } = call.options
  if (typeof title !== 'string' || typeof due !== 'string' || typeof period !== 'string') {
    throw new BadUse({
      zh: '草拟须写明 --title、--due 和 --period',
      en: 'Composing needs --title, --due and --period',
    })
  }
  const input = { ...(await asked(call, api)), title, due, period }
  const { code, cells } = await api.post('/api/collections', input, CollectionComposed)
  call.print([code, cells].join('\t'))
}

async function step(call: Call, api: Api, named: string, act: 'send' | 'close'): Promise<void> {
  const { id } = await roundOf(api, named)
  printRound(call, await api.post(`/api/collections/${id}/${act}`, {}, CollectionView))
}

async function workbooks(call: Call, api: Api, [named = '']: readonly string[]): Promise<void> {
  const { out } = call.options
  if (typeof out !== 'string') {
    throw new BadUse({ zh: '以 --out 写明目录', en: 'Name a folder by --out' })
  }
  const { id, recipients } = await roundOf(api, named)
  await mkdir(out, { recursive: true })
  for (const { ordinal, name, workbook } of recipients) {
    const bytes = await api.file(`/api/collections/${id}/workbooks`, { recipient: ordinal })
    const path = join(out, `${workbook} ${name.replaceAll(/[/\\:*?"<>|\s]+/gu, ' ')}.xlsx`)
    await writeFile(path, bytes)
    call.print(`${path}\t${bytes.length}`)
  }
}

/** Brings files one by one; each is known by its signs, whatever it is called. */
async function bring({ language, print }: Call, api: Api, files: readonly string[]): Promise<void> {
  for (const path of files) {
    const file = await open(path)
    const { size: sizeBytes } = await file.stat()
    const stream = Readable.toWeb(file.createReadStream()) as ReadableStream<Uint8Array>
    const sent = { name: basename(path), sizeBytes, stream }
    const { recipient } = await api.upload('/api/collections/returns', sent, CollectionReturned)
    const [last] = recipient.returns
    const { answers = 0, repeated = 0, unanswered = 0 } = last?.counts ?? {}
    print([recipient.workbook, recipient.name, answers, repeated, unanswered].join('\t'))
    for (const { cell, row, name, given, words } of last?.problems ?? []) {
      print(['', cell ?? row ?? '', name, given, words[language]].join('\t'))
    }
  }
}

const AT_ONCE = 500

/** Accepts every answer of a round that waits. */
async function accept({ print }: Call, api: Api, [named = '']: readonly string[]): Promise<void> {
  const { id } = await roundOf(api, named)
  const path = `/api/collections/${id}/cells?state=waiting&limit=${AT_ONCE}`
  const Cells = page(CollectionCell)
  let accepted = 0
  for (;;) {
    const { items } = await api.get(path, Cells)
    const claims = items.flatMap(({ claim }) => claim ?? [])
    if (claims.length === 0) break
    const input = { kind: 'accept', claims }
    await api.post(`/api/collections/${id}/decide`, input, CollectionDecided)
    accepted += claims.length
  }
  print(String(accepted))
}
