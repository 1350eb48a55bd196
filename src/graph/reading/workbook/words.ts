import type { Words } from '../../../base/index.ts'

/** What is broken inside a workbook whose container is sound. */
export const DAMAGE = {
  xml: { zh: '内部的 {part} 不是完整的 XML', en: '{part} is not well-formed XML' },
  missing: { zh: '缺少 {part}', en: '{part} is missing' },
  nested: { zh: '内部的 {part} 嵌套过深', en: '{part} is nested too deeply' },
  string: { zh: '单元格引用了不存在的文字', en: 'a cell refers to a text that is not there' },
  reference: { zh: '单元格位置无法识别：{part}', en: 'a cell stands nowhere: {part}' },
} satisfies Record<string, Words>
