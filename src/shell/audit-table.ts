// The audit as a table for a spreadsheet: one line an act or a command, with heads in both languages.
import type { Language, Words } from '../base/index.ts'
import type { AccessRecord, CommandRecord } from '../trust/audit/index.ts'

const HEADS = {
  at: { zh: '时间（UTC）', en: 'Time (UTC)' },
  act: { zh: '行为', en: 'Act' },
  command: { zh: '命令', en: 'Command' },
  person: { zh: '人员', en: 'Person' },
  organisation: { zh: '单位', en: 'Organisation' },
  role: { zh: '角色', en: 'Role' },
  route: { zh: '接口', en: 'Route' },
  object: { zh: '对象', en: 'Object' },
  levels: { zh: '标签级别', en: 'Levels' },
  count: { zh: '件数', en: 'Things' },
  result: { zh: '结果', en: 'Result' },
  address: { zh: '网络地址', en: 'Address' },
  request: { zh: '请求编号', en: 'Request' },
  entry: { zh: '条目编号', en: 'Entry' },
  leaf: { zh: '树中位置', en: 'Leaf' },
} satisfies Record<string, Words>

const headsOf = (names: readonly (keyof typeof HEADS)[], language: Language): string[] =>
  names.map((name) => HEADS[name][language])

export const auditTable = {
  records: (rows: readonly AccessRecord[], language: Language): string[][] => [
    headsOf(
      [
        ...(['at', 'act', 'person', 'organisation', 'role', 'route', 'object', 'levels'] as const),
        ...(['count', 'result', 'address', 'request'] as const),
      ],
      language,
    ),
    ...rows.map((row) => [
      ...[row.at, row.act, row.personName ?? row.person ?? '', row.organisationName ?? ''],
      ...[row.role ?? '', row.route, `${row.what} ${row.object}`.trim(), row.levels.join(' ')],
      ...[String(row.count), row.code ?? '', row.address, row.request ?? ''],
    ]),
  ],
  entries: (rows: readonly CommandRecord[], language: Language): string[][] => [
    headsOf(['at', 'command', 'person', 'organisation', 'role', 'entry', 'leaf'], language),
    ...rows.map((row) => [
      ...[row.at, row.command, row.personName ?? row.person, row.organisationName ?? ''],
      ...[row.role ?? '', row.entry, row.leaf ?? ''],
    ]),
  ],
}
