import { writeFile } from 'node:fs/promises'
import type { z } from '@hono/zod-openapi'
import { Problem } from '../../base/index.ts'
import { LIST_FORMATS, type ListFormat } from '../../graph/outgoing/index.ts'
import { AUDIENCES, type Audience } from '../../graph/publication/index.ts'
import { ListReview } from '../http/schemas/list-exports.ts'
import { ListsAnswer, ListView } from '../http/schemas/lists.ts'
import { ChainSummary } from '../http/schemas/overview.ts'
import { page } from '../http/schemas/route.ts'
import type { Api } from './api.ts'
import { chosen } from './choice.ts'
import { BadUse, type Call, EXIT, type Verb } from './verb.ts'

export const verbList: Verb = {
  name: 'list',
  usage: '[ID] [--format xlsx|docx|csv|bundle] [--audience public|internal] [--out FILE]',
  words: {
    zh: '列出一条产业链的清单；写明 ID 时按读者审查后导出该清单，不写 --out 时以 CSV 写到标准输出',
    en: 'List the lists of a chain; with an ID, export that list as reviewed for its readers, without --out as CSV to standard output',
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
    {
      name: 'format',
      value: 'FORM',
      words: {
        zh: 'xlsx、docx、csv，或已签发版的证据包 bundle；默认 csv',
        en: 'xlsx, docx, csv, or bundle for a signed version; csv unless said',
      },
    },
    {
      name: 'audience',
      value: 'READERS',
      words: {
        zh: '读者：public 或 internal；默认 public',
        en: 'who will read it: public or internal; public unless said',
      },
    },
    { name: 'out', value: 'FILE', words: { zh: '写入的文件', en: 'file to write' } },
  ],
  takes: { least: 0, most: 1 },
  run: async (call) => {
    const [id] = call.given
    const wanted = wantedIn(call)
    const api = await call.openApi()
    try {
      const chain = await chosenChain(api, call.options.chain)
      if (id === undefined) await tellLists(call, api, chain)
      else await exportRows(call, api, { chain, id, ...wanted })
      return EXIT.good
    } finally {
      await api.close()
    }
  },
}

interface Wanted {
  format: ListFormat
  audience: Audience
  out: string | null
}

function wantedIn(call: Call): Wanted {
  const { out } = call.options
  const format = chosen(call, 'format', LIST_FORMATS, 'csv')
  const audience = chosen(call, 'audience', AUDIENCES, 'public')
  if (typeof out === 'string') return { format, audience, out }
  if (format === 'csv') return { format, audience, out: null }
  throw new BadUse({
    zh: `${format} 须用 --out 指定文件`,
    en: `Name a file by --out for ${format}`,
  })
}

/** The chain that is named, or the first. Problem: `not-found`. */
export async function chosenChain(api: Api, named: string | boolean | undefined): Promise<string> {
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

/** Writes a version of a list to a file, or prints it, and tells what was hidden. */
export async function exportRows(
  call: Call,
  api: Api,
  { chain, id, format, audience, out }: Wanted & { chain: string; id: string },
): Promise<void> {
  const number = await numberOf(call, api, { chain, id })
  const path = `/api/lists/${id}/versions/${number}`
  const asked = new URLSearchParams({ chain, audience })
  const review = await api.get(`${path}/review?${asked}`, ListReview)
  const bytes = await api.file(`${path}/export`, { chain, audience, format })
  if (out === null) {
    call.print(new TextDecoder().decode(bytes).trimEnd())
    return
  }
  await writeFile(out, bytes)
  call.print(`${out}\t${bytes.length}`)
  tellHidden(call, review)
}

/** The version that is named, or the newest. Problem: `not-found` where there is none. */
async function numberOf(
  { options }: Call,
  api: Api,
  { chain, id }: { chain: string; id: string },
): Promise<string> {
  if (typeof options.number === 'string') return options.number
  const { version } = await api.get(`/api/lists/${id}?${new URLSearchParams({ chain })}`, ListView)
  if (version === null) throw new Problem('not-found', { what: id })
  return String(version.number)
}

/** What is not in the file, and by which rule. */
function tellHidden({ print, language }: Call, review: z.infer<typeof ListReview>): void {
  const words = { zh: ['行', '格', '处出处'], en: ['rows', 'cells', 'references'] }[language]
  for (const stamp of review.stamps) print(`  ${stamp[language]}`)
  for (const { what, why, rows, cells, quotes } of review.hidden) {
    const counts = [rows, cells, quotes].map((count, at) => `${count} ${words[at]}`)
    print(`  ${what[language]}\t${counts.join(' ')}\t${why[language]}`)
  }
}
