import { Problem, type Words } from '../../base/index.ts'

export const WHOLE_GRAPH: Words = { zh: '全部图谱', en: 'The whole graph' }

export const SYNTHETIC_STAMP: Words = {
  zh: '含合成数据：标为 synthetic 的内容是编造的，仅供演示',
  en: 'Holds synthetic data: what is marked synthetic is invented, for demonstration',
}

/** Says on the export what is not in it. */
export const HIDDEN_SENTENCE: Words = {
  zh: '{what}：隐去 {facts} 条事实、{quotes} 处出处。{why}。',
  en: '{what}: {facts} facts and {quotes} references were hidden. {why}.',
}

export const tooLarge = (limit: number): Problem => new Problem('too-large', { limit })
