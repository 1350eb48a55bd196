import { writeFile } from 'node:fs/promises'
import { AUDIENCES, type Audience } from '../../graph/publication/index.ts'
import { GraphReview } from '../http/schemas/graph-exports.ts'
import type { Api } from './api.ts'
import { chosen } from './choice.ts'
import { chosenChain, exportRows } from './list.ts'
import { BadUse, type Call, EXIT, type Verb } from './verb.ts'

export const verbExport: Verb = {
  name: 'export',
  usage:
    'graph|bundle --out FILE [--chain NAME] [--list ID] [--number N] [--audience public|internal]',
  words: {
    zh: '按读者审查后导出：graph 是图谱（CSV、JSON-LD、FollowTheMoney 一个压缩包），bundle 是一份已签发清单的证据包',
    en: 'Export as reviewed for its readers: graph is the graph (CSV, JSON-LD and FollowTheMoney in one zip), bundle a signed list that verifies',
  },
  options: [
    { name: 'out', value: 'FILE', words: { zh: '写入的文件', en: 'file to write' } },
    {
      name: 'chain',
      value: 'NAME',
      words: {
        zh: '一条产业链：名称或编号；图谱默认全部',
        en: 'one chain, by name or id; of the graph everything unless said',
      },
    },
    {
      name: 'list',
      value: 'ID',
      words: { zh: '证据包是哪一份清单的', en: 'of a bundle: which list' },
    },
    {
      name: 'number',
      value: 'N',
      words: { zh: '清单的第几版；默认最新', en: 'which version of the list; the newest' },
    },
    {
      name: 'audience',
      value: 'READERS',
      words: {
        zh: '读者：public 或 internal；默认 public',
        en: 'who will read it: public or internal; public unless said',
      },
    },
  ],
  takes: { least: 1, most: 1 },
  run: async (call) => {
    const { given, options } = call
    const { out, list } = options
    const [what] = given
    if (what !== 'graph' && what !== 'bundle') {
      throw new BadUse({
        zh: '此命令导出 graph 或 bundle；清单的表格用 lianshu list 导出',
        en: 'This exports graph or bundle; tables of a list are exported by lianshu list',
      })
    }
    if (typeof out !== 'string') {
      throw new BadUse({ zh: '请用 --out 指定文件', en: 'Name a file by --out' })
    }
    if (what === 'bundle' && typeof list !== 'string') {
      throw new BadUse({ zh: '请用 --list 指定清单', en: 'Name a list by --list' })
    }
    const audience = chosen(call, 'audience', AUDIENCES, 'public')
    const api = await call.openApi()
    try {
      if (typeof list === 'string' && what === 'bundle') {
        const chain = await chosenChain(api, options.chain)
        await exportRows(call, api, { chain, id: list, format: 'bundle', audience, out })
      } else await exportGraph(call, api, { audience, out })
      return EXIT.good
    } finally {
      await api.close()
    }
  },
}

async function exportGraph(
  { options, print, language }: Call,
  api: Api,
  { audience, out }: { audience: Audience; out: string },
): Promise<void> {
  const chain = options.chain === undefined ? null : await chosenChain(api, options.chain)
  const asked = new URLSearchParams({ audience, ...(chain === null ? {} : { chain }) })
  const review = await api.get(`/api/graph/review?${asked}`, GraphReview)
  const bytes = await api.file('/api/graph/export', { chain, audience })
  await writeFile(out, bytes)
  print(`${out}\t${bytes.length}`)
  const words = { zh: ['条事实', '处出处'], en: ['facts', 'references'] }[language]
  for (const stamp of review.stamps) print(`  ${stamp[language]}`)
  for (const { what, why, facts, quotes } of review.hidden) {
    const counts = [facts, quotes].map((count, at) => `${count} ${words[at]}`)
    print(`  ${what[language]}\t${counts.join(' ')}\t${why[language]}`)
  }
}
