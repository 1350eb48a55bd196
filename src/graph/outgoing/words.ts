import { Problem, type Words } from '../../base/index.ts'

export const WHOLE_GRAPH: Words = { zh: '全部图谱', en: 'The whole graph' }

export const SYNTHETIC_STAMP: Words = {
  zh: '含样例数据：标为 synthetic 的内容为虚构',
  en: 'Holds sample data: what is marked synthetic is invented',
}

/** Says on the export what is not in it. */
export const HIDDEN_SENTENCE: Words = {
  zh: '{what}：{count} 处不公开。{why}',
  en: '{what}: {count} not published. {why}',
}

export const tooLarge = (limit: number): Problem =>
  new Problem('invalid-input', {
    field: '范围',
    fieldEn: 'Range',
    reason: `一次最多导出 ${limit} 条事实，请只导出一条产业链`,
    reasonEn: `one export holds at most ${limit} facts; export one chain alone`,
  })
