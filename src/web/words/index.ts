/** Every sentence the screens show, Chinese and English. Words of the domain come with the data. */
export type { Language } from '../../base/index.ts'
export { CLASS_WORDS, codeWords, JOB_STAGE_WORDS, LABEL_WORDS, METHOD_WORDS } from './codes.ts'
export { LanguageContext, type Speech, speechIn, useWords } from './use-words.ts'
export type { WordKey } from './zh.ts'
