/** One firm in two tables under two keys, and another that only sounds alike. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { RunningProduct } from '../../tools/server.ts'

export const FULL_NAME = '江苏清源半导体股份有限公司'
export const SHORT_NAME = '江苏清源半导体有限公司'

const REGISTER = `名称,统一社会信用代码,所有制
${FULL_NAME},911100001000044477,民营
清源环保科技有限公司,91100000100003962T,国有
`
const MEMBERS = `名称,从业人数
${SHORT_NAME},320
`

export const CHAIN = '清源所在链'
const inList = (kind: string, code: string) => ({ kind, scheme: 'list:test-chain', code })
const STAGE = inList('stage', '清源所在环节')

/** Both firms stand in one stage of a chain, in the jurisdiction, so that lists hold both. */
const membership = (place: string) => [
  { property: 'belongsToStage', object: STAGE, at: ['name'] },
  {
    property: 'locatedIn',
    object: { kind: 'division', scheme: 'division', code: place },
    at: ['name'],
  },
  { subject: STAGE, property: 'name', text: STAGE.code, at: ['name'] },
  { subject: STAGE, property: 'belongsToChain', object: inList('chain', CHAIN), at: ['name'] },
  { subject: inList('chain', CHAIN), property: 'name', text: CHAIN, at: ['name'] },
]

const mapping = (id: string, file: string, key: object, claims: object[], fields: object) => ({
  id,
  version: 1,
  title: { zh: id, en: id },
  source: {
    class: 'authoritative-table',
    publisher: '示例市',
    publishedOn: '2026-11-20',
    label: 'public',
    synthetic: true,
    origin: '测试表',
  },
  match: { file: `^${file}$`, columns: ['名称'] },
  header: { rows: 1, skip: 0 },
  fields: { name: { column: '名称', steps: [{ trim: true }], required: true }, ...fields },
  checks: [],
  claims: [
    { subject: key, property: 'name', text: '{name}' },
    ...claims.map((claim) => ({ subject: key, ...claim })),
  ],
})

/** Imports both tables and publishes them, as an operator does; the firms stand in `place`. */
export function importTwoNames(product: RunningProduct, place: string): void {
  const folder = mkdtempSync(join(tmpdir(), 'lianshu-two-names-'))
  const column = (name: string) => ({ column: name, steps: [{ trim: true }], required: true })
  const tables = [
    {
      ...{ file: '登记.csv', text: REGISTER },
      mapping: mapping(
        'test-register',
        '登记\\.csv',
        { kind: 'firm', scheme: 'credit-code', code: '{code}' },
        [{ property: 'ownership', text: '{ownership}' }, ...membership(place)],
        { code: column('统一社会信用代码'), ownership: column('所有制') },
      ),
    },
    {
      ...{ file: '会员.csv', text: MEMBERS },
      mapping: mapping(
        'test-members',
        '会员\\.csv',
        { kind: 'firm', scheme: 'list:test-members', code: '{name}' },
        [{ property: 'shortName', text: '清源半导体' }, ...membership(place)],
        {},
      ),
    },
  ]
  for (const table of tables) {
    const path = join(folder, table.file)
    const mappingPath = join(folder, `${table.mapping.id}.json`)
    writeFileSync(path, table.text)
    writeFileSync(mappingPath, JSON.stringify(table.mapping))
    const verb = [
      'dist/shell/cli/lianshu.js',
      'import',
      path,
      '--mapping',
      mappingPath,
      '--publish',
    ]
    const { status, stdout, stderr } = spawnSync(process.execPath, verb, {
      env: { ...process.env, LIANSHU_DIRECTORY: product.directory },
      encoding: 'utf8',
    })
    if (status !== 0) throw new Error(`import of ${table.file}: ${status}\n${stdout}\n${stderr}`)
  }
  rmSync(folder, { recursive: true, force: true })
}
