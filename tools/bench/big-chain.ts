/** A chain of the size that a province keeps: made of numbers, and imported as tables like any other. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { RunningProduct } from '../server.ts'
import { importFiles } from './ckg.ts'

export const STAGES = 200
export const FIRMS = 2000
const GROUPS = 20
const LIST = 'list:bench'
const POSITIONS = ['上游', '中游', '下游']
const CITIES = ['310000', '320100', '330100', '340100', '440300', '110000']

export interface Table {
  name: string
  rows: string[][]
  mapping: Record<string, unknown>
}

const thing = (kind: string, code: string) => ({ kind, scheme: LIST, code })
const column = (name: string, required = true) => ({ column: name, required })
const stageCode = (index: number): string => `stage-${index}`

/** Every group has a head and its parts; parts of one group supply those of the next. */
function tables(): Table[] {
  const stages = Array.from({ length: STAGES }, (_, index) => {
    const group = index % GROUPS
    const parent = index < GROUPS ? '' : stageCode(group)
    const position = POSITIONS[Math.floor((group * POSITIONS.length) / GROUPS)] ?? ''
    return [
      stageCode(index),
      `环节${index + 1}`,
      parent,
      position,
      `第${group + 1}组`,
      String(index),
    ]
  })
  const links = Array.from({ length: STAGES - 1 }, (_, index) => [
    stageCode(index),
    stageCode(index + 1),
  ])
  const firms = Array.from({ length: FIRMS }, (_, index) => [
    `firm-${index}`,
    `第${index + 1}号试验企业`,
    stageCode(index % STAGES),
    CITIES[index % CITIES.length] ?? '',
  ])
  const chain = thing('chain', 'bench')
  const stage = thing('stage', '{code}')
  const firm = thing('firm', '{code}')
  return [
    table(
      'chain',
      ['code', 'name'],
      [['bench', '试验链']],
      [{ subject: chain, property: 'name', text: '{name}' }],
    ),
    table('stages', ['code', 'name', 'parent', 'position', 'column', 'order'], stages, [
      { subject: stage, property: 'name', text: '{name}' },
      { subject: stage, property: 'belongsToChain', object: chain, at: ['code'] },
      {
        subject: stage,
        property: 'belongsToStage',
        object: thing('stage', '{parent}'),
        when: { field: 'parent', present: true },
      },
      { subject: stage, property: 'position', text: '{position}' },
      { subject: stage, property: 'column', text: '{column}' },
    ]),
    table('links', ['from', 'to'], links, [
      { subject: thing('stage', '{from}'), property: 'supplies', object: thing('stage', '{to}') },
    ]),
    table('firms', ['code', 'name', 'stage', 'city'], firms, [
      { subject: firm, property: 'name', text: '{name}' },
      { subject: firm, property: 'belongsToStage', object: thing('stage', '{stage}') },
      {
        subject: firm,
        property: 'locatedIn',
        object: { kind: 'division', scheme: 'division', code: '{city}' },
      },
    ]),
  ]
}

/** A table under a head, and the mapping that reads it; a column called parent may be empty. */
export function table(name: string, head: string[], rows: string[][], claims: unknown[]): Table {
  const mapping = {
    id: `bench-${name}`,
    version: 1,
    title: { zh: `测量用 ${name}`, en: `For measuring: ${name}` },
    source: {
      class: 'authoritative-table',
      publisher: '测量程序',
      publishedOn: '2026-11-20',
      synthetic: true,
    },
    match: { columns: head },
    fields: Object.fromEntries(head.map((each) => [each, column(each, each !== 'parent')])),
    claims,
  }
  return { name, rows: [head, ...rows], mapping }
}

/** Imports and publishes the tables of the chain; returns its id. */
export async function loadBigChain(product: RunningProduct): Promise<string> {
  await importTables(product, tables())
  const { items } = await (await product.ask('/api/chains')).json()
  return items[0].id
}

/** Writes tables, imports and publishes them one after the other. */
export async function importTables(product: RunningProduct, all: readonly Table[]): Promise<void> {
  const folder = join(product.directory, 'bench')
  mkdirSync(folder, { recursive: true })
  for (const { name, rows, mapping } of all) {
    const [file, rules] = [`${name}.csv`, `${name}.json`].map((each) => join(folder, each))
    writeFileSync(file ?? '', rows.map((row) => `${row.join(',')}\n`).join(''))
    writeFileSync(rules ?? '', JSON.stringify(mapping))
    await importFiles(product, [file ?? ''], rules)
  }
}
