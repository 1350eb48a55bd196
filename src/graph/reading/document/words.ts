import type { Words } from '../../../base/index.ts'
import type { CautionCode } from './model.ts'

/** What is broken about a document whose container is sound. */
export const DAMAGE = {
  xml: { zh: '内部的 {part} 不完整', en: '{part} is incomplete' },
  missing: { zh: '缺少 {part}', en: '{part} is missing' },
  begun: { zh: '只剩开头几个字节', en: 'only its first bytes are left' },
  pdf: { zh: 'PDF 结构不完整', en: 'the structure of the PDF is incomplete' },
  page: { zh: '第 {page} 页无法打开', en: 'page {page} cannot be opened' },
} satisfies Record<string, Words>

const CAUTIONS: Readonly<Record<CautionCode, Words>> = {
  'tracked-change': {
    zh: '有修订痕迹，按接受修订读取',
    en: 'tracked changes, read as accepted',
  },
  'hidden-text': { zh: '有隐藏文字，未读取', en: 'hidden text, left out' },
  'page-without-text': { zh: '有的页没有文字', en: 'pages without text' },
  'letters-unknown': {
    zh: '有的字体没有附带文字对照，用它排的字没有读出',
    en: 'a font does not say which characters it draws; what is set in it was not read',
  },
  'zero-width': { zh: '有看不见的字符', en: 'characters that cannot be seen' },
  bidi: { zh: '有改变书写方向的字符', en: 'characters that turn the direction of writing' },
  control: { zh: '有控制字符', en: 'control characters' },
  'private-use': {
    zh: '有自造字符，字形因字体而异',
    en: 'private characters, which each font draws its own way',
  },
}

/** What a caution says. */
export const cautionWords = (code: CautionCode): Words => CAUTIONS[code]
