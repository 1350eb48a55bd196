import type { Words } from '../../../base/index.ts'

/** Why a column is taken for what it is taken for. */
export const REASONS = {
  key: {
    zh: '“{title}”中 {share}% 的值是有效的{what}',
    en: '{share}% of the values in "{title}" are valid: {what}',
  },
  localKey: {
    zh: '“{title}”是本表自用的{what}编号',
    en: '"{title}" is the table’s own number of: {what}',
  },
  nameBySuffix: {
    zh: '“{title}”中 {share}% 的值以{what}名称的常用字结尾',
    en: '{share}% of the values in "{title}" end as names do: {what}',
  },
  title: { zh: '列名“{title}”即{what}', en: 'the title "{title}" means: {what}' },
  titleLike: { zh: '列名“{title}”与{what}相近', en: 'the title "{title}" is close to: {what}' },
  choice: {
    zh: '“{title}”中 {share}% 的值是{what}的选项',
    en: '{share}% of the values in "{title}" are choices of: {what}',
  },
  genericName: {
    zh: '“{title}”是本表所列对象（{what}）的名称',
    en: '"{title}" names what the table lists: {what}',
  },
  from: { zh: '“{title}”是关系的起点（{what}）', en: '"{title}" is where the link begins: {what}' },
  to: { zh: '“{title}”是关系的终点（{what}）', en: '"{title}" is where the link ends: {what}' },
  year: { zh: '“{title}”是数据所属年份', en: '"{title}" is the year of the figures' },
  order: { zh: '“{title}”只是序号', en: '"{title}" only counts the rows' },
  unknown: {
    zh: '没有看出“{title}”的含义，可在预览中指明',
    en: 'what "{title}" means was not seen; say it in the preview',
  },
  unfit: {
    zh: '“{title}”（{what}）不适用于本表所列对象，不导入',
    en: '"{title}" ({what}) does not belong to what the table lists; it is left out',
  },
  person: { zh: '由您指明：{what}', en: 'as you said: {what}' },
} satisfies Record<string, Words>

/** Remarks on how the values of a column are read. */
export const REMARKS = {
  unit: { zh: '单位按列名取“{unit}”', en: 'the unit is that of the title: {unit}' },
  sheetUnit: { zh: '单位按表头取“{unit}”', en: 'the unit is that above the table: {unit}' },
  share: {
    zh: '数值都在 0 到 1 之间，按比例乘以 100',
    en: 'all values lie from 0 to 1, so they are multiplied by 100',
  },
  ofYear: { zh: '数据属于 {year} 年', en: 'the figures are of {year}' },
  split: { zh: '一格多个，以“{on}”分开', en: 'several values in a cell, parted by {on}' },
} satisfies Record<string, Words>

export const SUMMARY = {
  things: {
    zh: '每行一个{kind}，以{key}识别，取 {count} 列',
    en: 'each row is one {kind}, known by {key}; {count} columns are taken',
  },
  links: {
    zh: '每行一条关系：{from}{edge}{to}',
    en: 'each row is one link: {from} {edge} {to}',
  },
} satisfies Record<string, Words>

export const ROLE_WORDS = {
  key: { zh: '{scheme}', en: '{scheme}' },
  name: { zh: '{kind}的名称', en: 'the name of the {kind}' },
  ignored: { zh: '不导入', en: 'not imported' },
} satisfies Record<string, Words>

export const OWN_CODE: Words = { zh: '表内编号', en: 'its number in the table' }
export const NAME_IN_LIST: Words = { zh: '名称', en: 'its name' }
export const NOT_STATED: Words = { zh: '未注明', en: 'not stated' }
