import { writeFile } from 'node:fs/promises'
import { z } from '@hono/zod-openapi'
import { GRAPH_FORMATS, type GraphFormat } from '../../graph/outgoing/index.ts'
import { AUDIENCES, type Audience } from '../../graph/publication/index.ts'
import { ChainSummary } from '../http/schemas/chains.ts'
import { ExportPreview } from '../http/schemas/exports.ts'
import type { Api } from './api.ts'
import { BadUse, type Call, EXIT, type Verb } from './verb.ts'

export const verbExport: Verb = {
  name: 'export',
  usage: 'graph --out FILE',
  words: {
    zh: '导出图谱；先按读者审查，并写明隐去了什么',
    en: 'Export the graph, reviewed for its readers, saying what was hidden',
  },
  options: [
    { name: 'out', value: 'FILE', words: { zh: '写入的文件', en: 'file to write' } },
    {
      name: 'format',
      value: 'csv|jsonld|ftm',
      words: { zh: '格式；默认 csv（压缩包）', en: 'format; csv, as a zip, unless said' },
    },
    {
      name: 'chain',
      value: 'NAME',
      words: { zh: '只导出一条产业链：名称或编号', en: 'one chain alone, by name or id' },
    },
    {
      name: 'audience',
      value: 'public|internal',
      words: { zh: '读者；默认 public', en: 'who will read it; public unless said' },
    },
    { name: 'known', value: 'DAY', words: { zh: '按获知日', en: 'as known on a day' } },
    { name: 'valid', value: 'DAY', words: { zh: '按发生日', en: 'as it was on a day' } },
  ],
  takes: { least: 1, most: 1 },
  run: async (call) => {
    const [what] = call.given
    const out = call.options.out
    if (what !== 'graph') throw bad('只能导出 graph', 'only graph can be exported')
    if (typeof out !== 'string') throw bad('请用 --out 指定文件', 'name a file by --out')
    const format = chosen<GraphFormat>(call, 'format', GRAPH_FORMATS, 'csv')
    const audience = chosen<Audience>(call, 'audience', AUDIENCES, 'public')
    const api = await call.openApi()
    try {
      const request = { chain: await chainOf(call, api), audience, ...daysOf(call) }
      tell(call, await api.post('/api/exports/graph/preview', request, ExportPreview))
      const bytes = await api.file('/api/exports/graph', { ...request, format })
      await writeFile(out, bytes)
      call.print(`${out}\t${bytes.length}`)
      return EXIT.good
    } finally {
      await api.close()
    }
  },
}

const bad = (zh: string, en: string): BadUse => new BadUse({ zh, en })

function chosen<Choice extends string>(
  call: Call,
  name: string,
  choices: readonly Choice[],
  usual: Choice,
): Choice {
  const given = call.options[name]
  if (given === undefined) return usual
  const found = choices.find((choice) => choice === given)
  if (found !== undefined) return found
  throw bad(`--${name} 应为 ${choices.join('、')}`, `--${name} is one of ${choices.join(', ')}`)
}

function daysOf(call: Call): Record<string, string> {
  const days = ['known', 'valid'].flatMap((name) => {
    const day = call.options[name]
    return typeof day === 'string' ? [[name, day]] : []
  })
  return Object.fromEntries(days)
}

/** The chain by its name or id; null for the whole graph. */
async function chainOf(call: Call, api: Api): Promise<string | null> {
  const given = call.options.chain
  if (typeof given !== 'string') return null
  const { items } = await api.get(
    '/api/chains?limit=500',
    z.object({ items: z.array(ChainSummary) }),
  )
  const found = items.find(({ id, name }) => id === given || name === given)
  if (found !== undefined) return found.id
  throw bad(`没有这条产业链：${given}`, `There is no such chain: ${given}`)
}

/** What the export will hold, hide and say of itself. */
function tell(call: Call, told: z.infer<typeof ExportPreview>): void {
  const { language } = call
  const words = { zh: ['事实', '事物', '来源'], en: ['facts', 'things', 'sources'] }[language]
  const counts = [told.facts, told.things, told.sources]
  call.print(`${told.title}\t${counts.map((count, at) => `${words[at]} ${count}`).join('  ')}`)
  for (const stamp of told.stamps) call.print(`  ${stamp[language]}`)
  for (const { what, why, count } of told.hidden) {
    call.print(`  ${what[language]}\t${count}\t${why[language]}`)
  }
}
