import type { Words } from '../../base/index.ts'
import type { Locator } from '../evidence/index.ts'
import type { ListState } from '../lists/index.ts'

export const SYNTHETIC_STAMP: Words = {
  zh: '含合成数据：注明“合成”的行是编造的，仅供演示',
  en: 'Holds synthetic data: rows marked synthetic are invented, for demonstration',
}

export const UNSIGNED_STAMP: Readonly<Record<Exclude<ListState, 'signed'>, Words>> = {
  draft: { zh: '草稿：尚未签发', en: 'Draft: not signed' },
  submitted: { zh: '送签稿：尚未签发', en: 'Submitted for signature: not signed' },
}

/** Says on the copy what is not in it. */
export const HIDDEN_SENTENCE: Words = {
  zh: '{what}：隐去 {rows} 行、{cells} 格、{quotes} 处出处。{why}。',
  en: '{what}: {rows} rows, {cells} cells and {quotes} references were hidden. {why}.',
}

export const NOTHING_HIDDEN: Words = {
  zh: '发布审查：没有隐去任何内容。',
  en: 'Publication review: nothing was hidden.',
}

/** Stands where nobody knows. */
export const UNKNOWN: Words = { zh: '未明', en: 'not known' }

export const COLUMN_WORDS = {
  place: { zh: '序', en: 'No.' },
  name: { zh: '名称', en: 'Name' },
  unit: { zh: '单位', en: 'Unit' },
  reasons: { zh: '为何在此', en: 'Why it is here' },
  basis: { zh: '依据日期', en: 'Basis' },
  office: { zh: '责任单位', en: 'Office' },
  notes: { zh: '注', en: 'Notes' },
  column: { zh: '列', en: 'Column' },
  figure: { zh: '内容', en: 'Content' },
  source: { zh: '来源', en: 'Source' },
  publisher: { zh: '发布者', en: 'Publisher' },
  datedOn: { zh: '日期', en: 'Date' },
  where: { zh: '位置', en: 'Place' },
  quote: { zh: '原文', en: 'Words of the source' },
  id: { zh: '数字编号', en: 'Figure' },
  link: { zh: '链接', en: 'Link' },
} as const satisfies Record<string, Words>

export const NOTE_WORDS = {
  synthetic: { zh: '合成', en: 'synthetic' },
  stale: { zh: '依据陈旧', en: 'stale grounds' },
  fallen: { zh: '有依据已不成立', en: 'a ground no longer stands' },
  named: { zh: '数据包点名', en: 'named by the pack' },
  byHand: { zh: '手工加入', en: 'added by hand' },
} as const satisfies Record<string, Words>

export const HEAD_WORDS = {
  title: { zh: '{chain}{list}', en: '{chain}: {list}' },
  office: { zh: '发文单位：{office}', en: 'Issued by {office}' },
  issuedOn: { zh: '日期：{day}', en: 'Date: {day}' },
  chain: { zh: '产业链：{chain}', en: 'Chain: {chain}' },
  version: { zh: '第 {number} 版', en: 'Version {number}' },
  signed: { zh: '第 {number} 版，{day} 签发', en: 'Version {number}, signed on {day}' },
  valid: { zh: '截至 {valid}，按 {known} 所知', en: 'As of {valid}, as known on {known}' },
  audience: { zh: '读者：{audience}', en: 'For: {audience}' },
  rows: { zh: '共 {rows} 行', en: '{rows} rows' },
  seal: { zh: '各行的哈希（签发时）：{seal}', en: 'Hash over the rows, as signed: {seal}' },
  grounds: { zh: '依据', en: 'Grounds' },
  list: { zh: '清单', en: 'List' },
} as const satisfies Record<string, Words>

export const COMPUTED: Words = { zh: '推算', en: 'Computed' }

/** Where a row that a pack names comes from. */
export const FROM_FILE: Words = {
  zh: '清单文件第 {version} 版',
  en: 'file of the list, version {version}',
}

/** How many claims a computed figure rests on. */
export const FROM_CLAIMS: Words = { zh: '{count} 条陈述', en: '{count} claims' }

/** The place in a source: page, sheet and cells, or characters. */
export function placeWords({ sheet, page, row, cells, start, end }: Locator): Words {
  const parts: Words[] = []
  if (page !== null) parts.push({ zh: `第 ${page} 页`, en: `page ${page}` })
  if (cells !== null || row !== null) {
    const cell = cells ?? `${row}`
    const address = sheet === null ? cell : `${sheet}!${cell}`
    parts.push({ zh: address, en: address })
  }
  if (start !== null && end !== null) {
    parts.push({ zh: `第 ${start + 1}–${end} 字`, en: `characters ${start + 1}–${end}` })
  }
  const join = (language: 'zh' | 'en'): string => parts.map((part) => part[language]).join('，')
  return { zh: join('zh'), en: join('en').replaceAll('，', ', ') }
}
