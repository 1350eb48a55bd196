import { Problem } from '../../base/index.ts'
import { ListsAnswer, ListView } from '../http/schemas/lists.ts'
import { ChainSummary } from '../http/schemas/overview.ts'
import { page } from '../http/schemas/route.ts'
import type { Api } from './api.ts'
import { csvLine } from './csv-line.ts'
import { type Call, EXIT, type Verb } from './verb.ts'

export const verbList: Verb = {
  name: 'list',
  usage: '[ID]',
  words: {
    zh: '列出一条产业链的清单；写明 ID 时把该清单按 CSV 写到标准输出',
    en: 'List the lists of a chain; with an ID, write that list as CSV to standard output',
  },
  options: [
    {
      name: 'chain',
      value: 'NAME',
      words: { zh: '产业链的名称或编号', en: 'name or id of the chain' },
    },
    {
      name: 'number',
      value: 'N',
      words: { zh: '第几版；默认最新', en: 'which version; the newest' },
    },
  ],
  takes: { least: 0, most: 1 },
  run: async (call) => {
    const api = await call.openApi()
    try {
      const chain = await chosenChain(api, call.options.chain)
      const [id] = call.given
      if (id === undefined) await tellLists(call, api, chain)
      else await tellRows(call, api, { chain, id })
      return EXIT.good
    } finally {
      await api.close()
    }
  },
}

/** The chain that is named, or the first. Problem: `not-found`. */
async function chosenChain(api: Api, named: string | boolean | undefined): Promise<string> {
  const { items } = await api.get('/api/chains', page(ChainSummary))
  const chain = items.find(({ id, name }) => named === undefined || id === named || name === named)
  if (chain === undefined) throw new Problem('not-found', { what: String(named ?? '') })
  return chain.id
}

async function tellLists({ print, language }: Call, api: Api, chain: string): Promise<void> {
  const { items } = await api.get(`/api/lists?chain=${chain}`, ListsAnswer)
  for (const { list, newest } of items) {
    const state = newest === null ? ['', '', ''] : [newest.number, newest.state, newest.rows]
    print([list.id, list.words[language], ...state].join('\t'))
  }
}

async function tellRows(
  { print, language, options }: Call,
  api: Api,
  { chain, id }: { chain: string; id: string },
): Promise<void> {
  const query = new URLSearchParams({ chain })
  if (typeof options.number === 'string') query.set('number', options.number)
  const { list, rows } = await api.get(`/api/lists/${id}?${query}`, ListView)
  const head = { zh: ['序', '名称', '依据日期'], en: ['No.', 'Name', 'Basis'] }[language]
  const columns = list.columns.map(({ words }) => words[language])
  print(csvLine([head[0] ?? '', head[1] ?? '', ...columns, head[2] ?? '']))
  for (const { place, name, cells, basis } of rows.filter((row) => row.place !== null)) {
    const said = cells.map(({ words, figures }) =>
      figures.length === 0 ? '' : (words?.[language] ?? figures.map(({ text }) => text).join('；')),
    )
    print(csvLine([String(place), name.text, ...said, basis ?? '']))
  }
}
