import { writeFile } from 'node:fs/promises'
import { AUDIENCES } from '../../graph/publication/index.ts'
import { GraphReview } from '../http/schemas/graph-exports.ts'
import { chosen } from './choice.ts'
import { chosenChain } from './list.ts'
import { BadUse, EXIT, type Verb } from './verb.ts'

export const verbExport: Verb = {
  name: 'export',
  usage: 'graph --out FILE [--chain NAME] [--audience public|internal]',
  words: {
    zh: '按读者审查后导出图谱：CSV、JSON-LD（PROV-O）与 FollowTheMoney，一个压缩包',
    en: 'Export the graph as reviewed for its readers: CSV, JSON-LD (PROV-O) and FollowTheMoney in one zip',
  },
  options: [
    { name: 'out', value: 'FILE', words: { zh: '写入的文件', en: 'file to write' } },
    {
      name: 'chain',
      value: 'NAME',
      words: {
        zh: '只导出一条产业链：名称或编号；默认全部',
        en: 'one chain alone, by name or id; everything unless said',
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
  ],
  takes: { least: 1, most: 1 },
  run: async (call) => {
    const { given, options, print, language } = call
    const { out } = options
    if (given[0] !== 'graph') {
      throw new BadUse({
        zh: '此命令导出 graph；清单用 lianshu list 导出',
        en: 'This exports the graph; a list is exported by lianshu list',
      })
    }
    if (typeof out !== 'string') {
      throw new BadUse({ zh: '请用 --out 指定文件', en: 'Name a file by --out' })
    }
    const audience = chosen(call, 'audience', AUDIENCES, 'public')
    const api = await call.openApi()
    try {
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
      return EXIT.good
    } finally {
      await api.close()
    }
  },
}
