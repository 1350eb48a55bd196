/** Tables of invented firms and the mappings that read them. */
import { type Mapping, type MappingDraft, parseMapping } from '../../src/graph/reading/index.ts'

/** One row: code, name, revenue in 万元, product. */
export type FirmRow = readonly [code: string, name: string, revenue: string, product: string]

const TITLES = '编号,企业名称,营业收入（万元）,主要产品'

const quoted = (cell: string): string =>
  /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell

export const csvOf = (titles: string, rows: readonly (readonly string[])[]): string =>
  `${[titles, ...rows.map((row) => row.map(quoted).join(','))].join('\n')}\n`

export const firmsCsv = (rows: readonly FirmRow[]): string => csvOf(TITLES, rows)

/**
 * The mapping of a table of firms. Each list is a world of its own: two cases that share a store
 * never speak of the same firm.
 */
export function firmsMapping(list: string, more: Partial<MappingDraft> = {}): Mapping {
  const firm = { kind: 'firm', scheme: `list:${list}`, code: '{code}' }
  return parseMapping({
    id: `${list}-firms`,
    version: 1,
    title: { zh: '示例企业名单', en: 'A list of invented firms' },
    source: { class: 'typed-list', publisher: '示例市链长制办公室', synthetic: true },
    match: { columns: ['编号', '企业名称'] },
    header: { rows: 1, skip: 0 },
    fields: {
      code: { column: '编号', steps: [{ trim: true }], required: true },
      name: { column: '企业名称', steps: [{ trim: true }], required: true },
      revenue: { column: '营业收入（万元）', steps: [{ number: { unit: '万元' } }] },
      product: { column: '主要产品', steps: [{ trim: true }] },
    },
    checks: [
      {
        field: 'code',
        must: { pattern: '^[A-Z][0-9]+$' },
        else: 'refuse',
        reason: { zh: '编号应如 A1', en: 'a number is like A1' },
      },
      {
        field: 'name',
        must: { notIn: ['合计', '待核实'] },
        else: 'hold',
        reason: { zh: '名称待核实', en: 'the name is to be checked' },
      },
      {
        field: 'revenue',
        must: { min: '0' },
        else: 'hold-cell',
        reason: { zh: '收入不应为负', en: 'revenue should not be negative' },
      },
    ],
    claims: [
      { subject: firm, property: 'name', text: '{name}' },
      { subject: firm, property: 'revenue', quantity: '{revenue}' },
      {
        subject: firm,
        property: 'makes',
        object: { kind: 'product', scheme: `list:${list}`, code: '{product}' },
      },
    ],
    ...more,
  })
}

/** Many invented firms of a list, the same in every run. */
export const manyFirms = (list: string, count: number): FirmRow[] =>
  Array.from({ length: count }, (_, at) => [
    `A${at}`,
    `${list}第${at}号材料有限公司`,
    String((at * 7_919) % 100_003),
    `产品${at % 211}`,
  ])
