import { SearchAnswer } from '../http/schemas/search.ts'
import { EXIT, type Verb } from './verb.ts'

export const verbSearch: Verb = {
  name: 'search',
  usage: 'WORDS…',
  words: {
    zh: '按汉字、拼音或首字母查找企业、环节与文件',
    en: 'Find firms, stages and sources by characters, pinyin or initials',
  },
  options: [{ name: 'limit', value: 'N', words: { zh: '最多条数', en: 'most hits' } }],
  takes: { least: 1, most: 50 },
  run: async (call) => {
    const query = new URLSearchParams({ q: call.given.join(' ') })
    if (typeof call.options.limit === 'string') query.set('limit', call.options.limit)
    const api = await call.openApi()
    try {
      const { groups } = await api.get(`/api/search?${query}`, SearchAnswer)
      const hits = groups.flatMap(({ items }) => items)
      if (hits.length === 0) call.print({ zh: '没有找到', en: 'Nothing found' }[call.language])
      for (const { kind, name, detail, id } of hits) {
        call.print([kind, name, detail ?? '', id].join('\t'))
      }
      return EXIT.good
    } finally {
      await api.close()
    }
  },
}
