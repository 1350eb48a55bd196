import type { Words } from '../../../base/index.ts'

/** Why a row, or a cell of it, is not taken as it stands. */
export const REASONS = {
  'column-empty': { zh: '“{column}”为空', en: '{column} is empty' },
  'no-match': { zh: '“{text}”不是所需的写法', en: '{text} is not written as it should be' },
  'not-listed': { zh: '对照表“{table}”中没有“{text}”', en: '{text} is not in the table {table}' },
  'listed-twice': {
    zh: '对照表“{table}”中“{text}”不止对应一个值',
    en: '{text} has more than one value in the table {table}',
  },
  'not-number': { zh: '“{text}”不是数量', en: '{text} is no quantity' },
  'not-date': { zh: '“{text}”不是日期', en: '{text} is no date' },
  'list-unnamed': {
    zh: '没有写明“{text}”属于哪条链，而这个名称只在一条链内有意义',
    en: 'the row does not say to which chain {text} belongs, and the name holds within one chain only',
  },
  'text-long': {
    zh: '超过 {limit} 个字符，无法核对',
    en: 'it has more than {limit} characters and cannot be checked',
  },
  'text-suspicious': {
    zh: '“{column}”含有不可见或控制字符（{found}）',
    en: '{column} holds invisible or control characters ({found})',
  },
  'cell-error': { zh: '单元格是计算错误“{text}”', en: 'the cell holds the error {text}' },
  ditto: {
    zh: '“{text}”指上一行，请填写完整',
    en: '{text} points to the row above; write it out',
  },
  'row-ragged': {
    zh: '本行有 {found} 个单元格，表头有 {expected} 列，各列可能已错位',
    en: 'the row has {found} cells under {expected} columns, so they may have shifted',
  },
  'row-total': { zh: '本行是合计', en: 'the row sums up others' },
  'row-note': { zh: '本行是附注', en: 'the row is a remark' },
  'row-header': { zh: '本行重复了表头', en: 'the row repeats the header' },
  'row-silent': {
    zh: '按此映射，本行没有可取的内容',
    en: 'this mapping finds nothing to take in the row',
  },
} satisfies Record<string, Words>

export type ReasonCode = keyof typeof REASONS

export const SUSPICIONS: Readonly<Record<'zero-width' | 'bidi' | 'control' | 'damaged', Words>> = {
  'zero-width': { zh: '零宽字符', en: 'zero width' },
  bidi: { zh: '文字方向控制符', en: 'text direction' },
  control: { zh: '控制字符', en: 'control' },
  damaged: { zh: '无法识别的字符', en: 'unreadable' },
}
