import { writeFile } from 'node:fs/promises'
import type { z } from '@hono/zod-openapi'
import type { Words } from '../../base/index.ts'
import {
  AccessRecordPage,
  type AccessRecordView,
  CommandRecordPage,
  type CommandRecordView,
} from '../http/schemas/audit.ts'
import { BadUse, type Call, EXIT, type Verb } from './verb.ts'

const SAYS = {
  bad: { zh: '只能写 records（访问）或 entries（写入）', en: 'it is records or entries' },
  none: { zh: '没有这样的记录', en: 'No such records' },
} satisfies Record<string, Words>

const FILTERS = ['from', 'to', 'person', 'organisation', 'role', 'object'] as const

export const verbAudit: Verb = {
  name: 'audit',
  usage:
    '[records|entries] [--from DAY] [--to DAY] [--person ID] [--organisation ID] [--role ROLE] [--act ACT] [--command NAME] [--object ID] [--result answered|refused] [--limit N] [--out FILE]',
  words: {
    zh: '查审计：谁读了受限资料、带走文件、被拒、登录（records，默认），或哪些命令已执行（entries）；--out 写成 CSV',
    en: 'Look into the audit: who read entrusted material, took files, was refused, signed in (records, the default), or which commands went through (entries); --out writes CSV',
  },
  options: [
    { name: 'from', value: 'DAY', words: { zh: '自哪一天起', en: 'from this day' } },
    { name: 'to', value: 'DAY', words: { zh: '至哪一天止', en: 'to the end of this day' } },
    { name: 'person', value: 'ID', words: { zh: '人员编号', en: 'id of a person' } },
    { name: 'organisation', value: 'ID', words: { zh: '单位编号', en: 'id of an organisation' } },
    { name: 'role', value: 'ROLE', words: { zh: '角色', en: 'a role' } },
    {
      name: 'act',
      value: 'ACT',
      words: {
        zh: '行为：read、export、refusal、sign-in、audit',
        en: 'an act: read, export, refusal, sign-in, audit',
      },
    },
    {
      name: 'command',
      value: 'NAME',
      words: { zh: '命令名称的开头', en: 'how the name of a command begins' },
    },
    {
      name: 'object',
      value: 'ID',
      words: { zh: '所求的编号或地址；写入记录为条目编号', en: 'what was asked for, or an entry' },
    },
    {
      name: 'result',
      value: 'RESULT',
      words: { zh: '结果：answered 或 refused', en: 'answered or refused' },
    },
    {
      name: 'limit',
      value: 'N',
      words: { zh: '最多列几条，默认 100', en: 'how many at most, 100 by default' },
    },
    { name: 'out', value: 'FILE', words: { zh: '写成 CSV 的文件', en: 'file for the CSV' } },
  ],
  takes: { least: 0, most: 1 },
  run: async (call) => {
    const [what = 'records'] = call.given
    if (what !== 'records' && what !== 'entries') throw new BadUse(SAYS.bad)
    const filters = filtersIn(call, what === 'records' ? ['act', 'result'] : ['command'])
    const api = await call.openApi()
    try {
      const { out } = call.options
      if (typeof out === 'string') {
        await writeFile(out, await api.file('/api/audit/export', { what, ...filters }))
        return EXIT.good
      }
      const limit = typeof call.options.limit === 'string' ? call.options.limit : '100'
      const query = new URLSearchParams({ ...filters, limit })
      const lines =
        what === 'records'
          ? (await api.get(`/api/audit/records?${query}`, AccessRecordPage)).items.map(lineOf)
          : (await api.get(`/api/audit/entries?${query}`, CommandRecordPage)).items.map(entryLineOf)
      if (lines.length === 0) call.print(SAYS.none[call.language])
      for (const line of lines) call.print(line)
      return EXIT.good
    } finally {
      await api.close()
    }
  },
}

function filtersIn({ options }: Call, more: readonly string[]): Record<string, string> {
  const names = [...FILTERS, ...more]
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = options[name]
      return typeof value === 'string' ? [[name, value]] : []
    }),
  )
}

function lineOf(record: z.infer<typeof AccessRecordView>): string {
  const { at, act, person, role, route, object, levels, code, address } = record
  const who = person?.name ?? person?.id ?? '-'
  const result = code ?? 'answered'
  return [at, act, who, role ?? '-', route, object, levels.join(' '), result, address].join('\t')
}

function entryLineOf(entry: z.infer<typeof CommandRecordView>): string {
  const { at, command, person, role, leaf } = entry
  return [
    at,
    command,
    person?.name ?? person?.id ?? '-',
    role ?? '-',
    entry.entry,
    leaf ?? '-',
  ].join('\t')
}
